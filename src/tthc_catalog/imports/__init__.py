"""What others wrote to records and findings: one source, one file."""
