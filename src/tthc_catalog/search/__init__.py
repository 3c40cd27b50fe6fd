"""Search over the catalogue's words."""
