# Ground: the few things that stop work. Whatever can be said beside other things is a finding, not
# an exception.

"""Exceptions of the library; each carries the exit code that the command line gives for it."""

from __future__ import annotations

import errno


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


_READING = {
    errno.EACCES: "không có quyền đọc",
    errno.ENOENT: "không tồn tại",
    errno.EISDIR: "sai loại tệp hoặc thư mục",
    errno.ENOTDIR: "sai loại tệp hoặc thư mục",
}
_WRITING = {
    errno.EACCES: "không có quyền ghi",
    errno.ENOENT: "thư mục không tồn tại",
    errno.EEXIST: "có thư mục hoặc tệp cùng tên",
    errno.EISDIR: "có thư mục hoặc tệp cùng tên",
    errno.ENOTDIR: "có thư mục hoặc tệp cùng tên",
}
_EITHER = {
    errno.EPERM: "không có quyền",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được dùng",
    errno.EFBIG: "tệp lớn quá mức cho phép",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết trỏ vòng quanh",
    errno.EMFILE: "quá nhiều tệp đang mở",
    errno.EIO: "ổ đĩa hỏng",
}


def reason(error: OSError, *, writing: bool = False) -> str:
    """Return in Vietnamese why the system could not read, or write, what it was asked to."""
    number = error.errno or 0
    known = (_WRITING if writing else _READING) | _EITHER
    return known.get(number, f"hệ thống báo lỗi {number}")
