"""YAML text to plain data that remembers its line, and back."""
