"""Facts to what others read: one output, one file."""
