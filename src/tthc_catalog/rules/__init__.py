"""What must hold: one rule, one file."""
