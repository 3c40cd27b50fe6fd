"""Plain data to typed, frozen facts of law."""
