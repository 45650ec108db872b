"""From bytes to characters: byte order marks, UTF-8, UTF-16 with or without a mark, GB18030, a declared charset."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guitu.extract.errors import SourceError

TRIED = "UTF-8, GB18030, UTF-16"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins like UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}  # GB18030 reads them all
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\ufff0-\uffff\U000e0000-\U0010ffff]")
# signs that no Chinese text of some length is without; bytes read in the wrong encoding hardly ever give them
_COMMON = frozenset("，。、；：（）“”《》的和一二三四五在为对以发展工作建设市年业设施实加强国政府要进行化企人中 \n,.")
_SAMPLE = 20_000
_ODD_SHARE = 0.1
_DAMAGED_SHARE = 0.02
_COMMON_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and the name of the encoding that gave them."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    r"""The characters of a file; raises SourceError where none of the encodings gives text.

    A few damaged bytes become U+FFFD. What is valid UTF-8 is UTF-8, whatever it declares.

    >>> decode("临江省".encode("gb18030")).encoding, decode("临江省".encode("utf-16")).encoding
    ('gb18030', 'utf-16-le')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(name, "replace"), name)
    if b"\0" in data and not is_utf16(data):  # strays of a damaged disk or a bad copy
        data = data.replace(b"\0", b"")
    if b"\0" not in data[:_SAMPLE]:
        try:
            return _checked(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    best = max(_attempts(data), key=lambda found: found[0], default=None)
    if best is None:
        raise _unreadable()
    return _checked(best[1].text, best[1].encoding)


def is_utf16(data: bytes) -> bool:
    """Whether bytes with NULs among them are text in UTF-16 or UTF-32."""
    if data.startswith(tuple(mark for mark, _ in _MARKS[1:])):
        return True
    return any(_common(text) >= _COMMON_SHARE for text in _utf16(data[:_SAMPLE]).values())


def _attempts(data: bytes) -> Iterator[tuple[float, Decoded]]:
    """Readings of the bytes with a worth: near 1 for text, below 0 for what cannot be."""
    names = ["utf-8", "gb18030"] if b"\0" not in data[:_SAMPLE] else []
    declared = declared_charset(data)
    if names and declared and declared not in names:
        names.append(declared)
    for name in names:
        text = data.decode(name, "replace")
        damaged = text.count("\ufffd") / max(1, len(text))
        if damaged <= _DAMAGED_SHARE:
            yield _common(text) - damaged * 5 + (name == declared) * 0.05, Decoded(text, name)
    for name, sample in _utf16(data[:_SAMPLE]).items():
        if _common(sample) >= _COMMON_SHARE:
            yield _common(sample), Decoded(data.decode(name, "replace"), name)


def declared_charset(data: bytes) -> str | None:
    """The charset that the head of a page declares, where Python knows it."""
    if not (match := _DECLARED.search(data[:4096])):
        return None
    name = match[1].decode("ascii").lower()
    try:
        return _FAMILY.get(name) or codecs.lookup(name).name
    except LookupError:
        return None


def _utf16(data: bytes) -> dict[str, str]:
    even = data[: len(data) // 2 * 2]
    return {name: even.decode(name, "ignore") for name in ("utf-16-le", "utf-16-be")}


def _common(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(c in _COMMON or (c.isascii() and c.isalnum()) for c in sample) / max(1, len(sample))


def _checked(text: str, name: str) -> Decoded:
    sample = text[:_SAMPLE]
    if len(_ODD.findall(sample)) > max(1, _ODD_SHARE * len(sample)):
        raise _unreadable()
    return Decoded(text, name)


def _unreadable() -> SourceError:
    return SourceError("", f"no encoding reads it (tried {TRIED})", "save it as UTF-8")
