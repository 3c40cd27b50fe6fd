# A site of two thousand procedures is ten thousand JSON texts: hashes, open data, linked data. All
# of them are spelled here, by the quickest library that there is, in the one spelling that hashes
# rest on.

"""JSON without a space."""

from __future__ import annotations

import orjson


def compact(data: object, *, keys_sorted: bool = False) -> bytes:
    """Return data as JSON in UTF-8, without spaces and with letters as they are.

    Args:
        data: groups with text keys, lists, texts, numbers, true, false and None.
        keys_sorted: whether the keys of every group are put in the order of their letters.

    Raises:
        TypeError: something else is in it, or a text that UTF-8 cannot spell.
    """
    return orjson.dumps(data, option=orjson.OPT_SORT_KEYS if keys_sorted else None)
