"""The package of an office file with the same bytes for the same contents."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP file can tell
_CORE = "docProps/core.xml"
# <dcterms:modified xsi:type="dcterms:W3CDTF">2024-03-01T08:00:00Z</dcterms:modified>
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_NO_TIME = rb"\g<1>1980-01-01T00:00:00Z\g<2>"
_WRITTEN_BY_UNIX = 3


def fixed(data: bytes) -> bytes:
    """The package without the time of its writing.

    Its parts are stored unpacked: what packs them differs from machine to machine, and so would the bytes.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as written:
        for entry in package.infolist():
            part = package.read(entry)
            told = zipfile.ZipInfo(entry.filename, _EPOCH)
            told.create_system, told.external_attr = _WRITTEN_BY_UNIX, 0o600 << 16
            written.writestr(told, _STAMP.sub(_NO_TIME, part) if entry.filename == _CORE else part)
    return out.getvalue()


def write(data: bytes, path: Path) -> None:
    """Writes a package with fixed bytes; the folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fixed(data))


# What no XML holds, and marks that turn the direction of what is shown: U+202E before gpj.exe
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def writable(words: str) -> str:
    """Words as an office file can hold them: without control characters, lines ended by a line feed.

    >>> writable("泵站\\x07\\r\\n十座")
    '泵站\\n十座'
    """
    return _UNWRITABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
