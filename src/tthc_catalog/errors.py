# Ground: the few things that stop work. Whatever can be said beside other things is a finding, not
# an exception.

"""Exceptions of the library; each carries the exit code that the command line gives for it."""

from __future__ import annotations


class TthcError(Exception):
    """Base of all errors raised on purpose; the text is one Vietnamese sentence."""

    exit_code = 2


class BadRequestError(TthcError):
    """The question itself cannot be answered: a malformed day, code or option."""


class UnknownProcedureError(TthcError):
    """The catalogue holds no procedure of that code."""


class UnknownDecisionError(TthcError):
    """The catalogue holds no decision of that number, or several and the date must be named."""


class UnreadableError(TthcError):
    """A folder or file cannot be read at all."""

    exit_code = 3


class UnwritableError(TthcError):
    """A file cannot be written; what stood there before is untouched."""

    exit_code = 3
