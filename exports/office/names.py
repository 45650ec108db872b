"""Names of sheets: at most 31 characters, none of []:*?/\\, each once; long titles keep both ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guitu.exports.office.package import writable

LONGEST = 31  # UTF-16 units, as Excel counts
_TAIL = 12  # of a shortened title: 发展“十四五”规划 tells more than the middle
_FORBIDDEN = re.compile(r"[\[\]:*?/\\：＊？／＼\s《》“”\"']+")
_REMARK = re.compile(r"（[^（）]*）$")
_RESERVED = ("history",)  # Excel keeps it for itself


def sheet_names(titles: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """A name for the sheet of each title, in order. `taken`: names that are used already.

    >>> sheet_names(["云州市数字乡村“十四五”规划", "云州市数字乡村“十四五”规划", "[a]/b"], ["总表"])
    ('云州市数字乡村十四五规划', '云州市数字乡村十四五规划(2)', 'ab')
    """
    used = {name.lower() for name in (*taken, *_RESERVED)}
    found = []
    for title in titles:
        name = _free(_shortened(_FORBIDDEN.sub("", writable(title)) or "无题"), used)
        used.add(name.lower())
        found.append(name)
    return tuple(found)


def _free(name: str, used: set[str]) -> str:
    number, free = 1, name
    while free.lower() in used:
        number += 1
        mark = f"({number})"
        free = _cut(name, LONGEST - len(mark)) + mark
    return free


def _shortened(name: str) -> str:
    if _length(name) > LONGEST:
        name = _REMARK.sub("", name) or name
    return name if _length(name) <= LONGEST else f"{_cut(name, LONGEST - _TAIL - 1)}…{_tail(name)}"


def _tail(name: str) -> str:
    start = len(name) - _TAIL
    while _length(name[start:]) > _TAIL:
        start += 1
    return name[start:]


def _cut(name: str, most: int) -> str:
    while _length(name) > most:
        name = name[:-1]
    return name


def _length(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2
