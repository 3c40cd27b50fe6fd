"""Two states, or one decision, to explained and classified changes."""
