"""Names that come from outside: they are shown and compared, and never used as a way on the disk."""

from __future__ import annotations

import os
import re
import unicodedata

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://")  # C:\plans is no address
_KEPT = re.compile("[\udc80-\udcff]")  # a byte, as the system gave it
_DRIVE = re.compile(r"[A-Za-z]:")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))  # controls, turns of direction, halves of characters
_LONGEST_PART, _LONGEST = 200, 1000
_LEFT_OUT = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))


def is_address(place: str) -> bool:
    """Whether a place is meant as an address of the web, of whatever scheme."""
    return bool(_ADDRESS.match(place))


STORED = ("memory", "s3", "gs", "az", "abfs", "oss", "hdfs", "webhdfs")
"""Schemes of stores of objects and distributed file systems that plans are read from."""


def is_stored(place: str) -> bool:
    """Whether an address is one of a store of objects or a distributed file system.

    >>> is_stored("s3://bucket/plans"), is_stored("https://plans.example"), is_stored("plans")
    (True, False, False)
    """
    return place.partition("://")[0] in STORED and "://" in place


def local(place: str) -> str:
    """The path of a file:// address; any other place as it is.

    >>> local("file:///plans/%E8%A7%84.txt")
    '/plans/规.txt'
    """
    if not place.startswith("file:///"):
        return place
    from urllib.request import url2pathname  # noqa: PLC0415 - brings all that a network needs

    return url2pathname(place.removeprefix("file://"))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is no document of its owner: hidden, of the system, a lock of an office."""
    return name.startswith((".", "~$")) or name in _LEFT_OUT


def decoded(raw: bytes) -> str:
    """A name that does not tell its encoding: UTF-8 where it can be, else GBK, as Windows writes in Chinese.

    >>> decoded("云州规划.txt".encode("gbk"))
    '云州规划.txt'
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    return raw.decode("cp437")


def readable(name: str) -> str:
    """The name of a file in this system's words, in letters where Python could only keep its bytes.

    So it is the same whatever encoding the environment asks for, and one that Windows wrote in Chinese is read.

    >>> readable("云州/规划.txt"), readable(os.fsdecode("规划".encode("gbk")) + ".txt")
    ('云州/规划.txt', '规划.txt')
    """
    return "/".join(decoded(os.fsencode(part)) if _KEPT.search(part) else part for part in name.split("/"))


def harmless(name: str) -> str:
    """A name as a relative way with /, without drives, steps upwards, and characters that are not seen.

    >>> harmless("C:\\\\plans\\\\..\\\\..\\\\规划\\x00.txt"), harmless("/../etc/./passwd"), harmless("..")
    ('plans/规划_.txt', 'etc/passwd', 'unnamed')
    """
    seen = "".join("_" if unicodedata.category(sign) in _UNSEEN else sign for sign in name)
    parts = [part.strip() for part in seen.replace("\\", "/").split("/")]
    if parts and _DRIVE.match(parts[0]):
        parts[0] = parts[0][2:]
    kept = [_short(part) for part in parts if part.strip(".")]
    while len("/".join(kept)) > _LONGEST:
        del kept[0]
    return "/".join(kept) or "unnamed"


def _short(part: str) -> str:
    """A part of bearable length that keeps its ending."""
    if len(part) <= _LONGEST_PART:
        return part
    stem, dot, ending = part.rpartition(".")
    return stem[: _LONGEST_PART - 12] + dot + ending[:10] if dot else part[:_LONGEST_PART]


def numbered(name: str, number: int) -> str:
    """The name of the second, third … member of one name.

    >>> numbered("a/规划.txt", 2), numbered("a.b/规划", 2)
    ('a/规划 (2).txt', 'a.b/规划 (2)')
    """
    folder, slash, own = name.rpartition("/")
    stem, dot, ending = own.rpartition(".")
    return f"{folder}{slash}{stem} ({number}).{ending}" if dot else f"{folder}{slash}{own} ({number})"
