# Stage 1: the only door for YAML, git and the quick JSON; whoever writes records writes them here.

"""YAML text to plain data that remembers its line, and back."""

from __future__ import annotations

from tthc_catalog.files import faults, paths, syntax, text

KINDS = (*text.KINDS, *faults.KINDS, *syntax.KINDS, *paths.KINDS)
"""Every kind of finding of this stage."""
