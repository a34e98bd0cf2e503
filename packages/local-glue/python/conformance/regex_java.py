"""Patterns of AWS's service models, which are Java's, as Python's `re` understands them."""

import functools
import re
import sys
import unicodedata

#: What Java's `\\p{...}` stands for in these models.
CATEGORIES = {"L": "L", "N": "N", "P": "P", "Z": "Z", "S": "S", "M": "M"}


@functools.cache
def compile(pattern: str) -> re.Pattern:
    """Throws `re.error` for what Python has no counterpart of."""
    # A pair of surrogates is one character for Python.
    text = re.sub(
        r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})",
        lambda found: f"\\U{_code_point(found[1], found[2]):08x}",
        pattern,
    )
    # Java takes a hyphen after a class within brackets for itself.
    text = re.sub(r"(\\[wds])-(?=[^]])", r"\1\\-", text)
    text = re.sub(r"\\p\{(\w+)\}", lambda found: _category(found[1]), text)
    return re.compile(text)


def _code_point(high: str, low: str) -> int:
    return 0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00


@functools.cache
def _category(name: str) -> str:
    """The ranges of a general category, for use between brackets."""
    wanted = CATEGORIES[name]
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] != wanted:
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)
