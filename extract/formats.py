"""Which format a file has, by its content first and its name second, and why some are not read."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Literal

from guitu.extract.encoding import is_utf16

FormatName = Literal["text", "markdown", "html", "csv", "docx", "xlsx", "pdf", "picture"]
PICTURED: tuple[FormatName, ...] = ("pdf", "picture")
"""Formats whose pages may be pictures."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read."""

    name: FormatName
    media_type: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read, and what to do."""

    reason: str
    remedy: str = ""


TEXT = Format("text", "text/plain")
MARKDOWN = Format("markdown", "text/markdown")
HTML = Format("html", "text/html")
CSV = Format("csv", "text/csv")
DOCX = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
PDF = Format("pdf", "application/pdf")

_BY_SUFFIX = {
    "md": MARKDOWN, "markdown": MARKDOWN,
    "html": HTML, "htm": HTML, "xhtml": HTML, "shtml": HTML,
    "txt": TEXT, "text": TEXT, "": TEXT,
    "csv": CSV, "tsv": CSV,
}  # fmt: skip
_SAVE_AS = "save it as DOCX, PDF, HTML, Markdown or text"
_LEGACY = {
    "doc": "save it as DOCX", "wps": "save it as DOCX", "rtf": "save it as DOCX", "odt": "save it as DOCX",
    "xls": "save it as XLSX", "et": "save it as XLSX", "ods": "save it as XLSX",
    "ofd": "save it as PDF", "ppt": "save it as PDF", "pptx": "save it as PDF",
}  # fmt: skip
_NO_DOCUMENT_NAMES = (
    "json jsonl jsonld graphml gexf xml yaml yml toml ini ttl nt nq trig rdf rq css js py sh sql log svg"
)
_NO_DOCUMENT = frozenset(_NO_DOCUMENT_NAMES.split())
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second: with nothing in it
_ENTRY, _MOST_ENTRIES = b"PK\x01\x02", 20_000  # listing a package costs memory for each entry, before any limit
UNZIPPABLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error,
    EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError, IndexError,
)  # fmt: skip
"""What is raised for a package that is damaged."""
ZIPPED = Refusal("it is an archive, not one document", "unpack it first")
"""A .zip archive of documents: no document itself, opened by `guitu.extract.sources`."""
_TYPES = "[Content_Types].xml"  # of an office package whose parts do not lie in the usual folders
_LARGEST_TYPES = 1_000_000  # bytes
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # how an office file with a password begins its table of streams
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "image"),
    (b"RIFF", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x7fELF", "program"),
)
_PICTURES = (
    (b"\x89PNG", Format("picture", "image/png")),
    (b"\xff\xd8\xff", Format("picture", "image/jpeg")),
    (b"II*\x00", Format("picture", "image/tiff")),
    (b"MM\x00*", Format("picture", "image/tiff")),
)  # those that a scanner makes
_PAGE = re.compile(
    rb"(?:<\?xml[^<>]{0,200}>\s{0,99})?(?:<!--.{0,999}?-->\s{0,99}){0,9}<(?:!doctype\s{1,9}html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(rb"<(?:div|table|article|section|p|center|span|h[1-6])\b[^<>]{0,999}>", re.IGNORECASE)
_DOCX_TYPE, _XLSX_TYPE = b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
_DOCX_PART = re.compile(r"word/[^/]{1,99}\.xml")  # a folder word/ of an archive holds documents
_XLSX_PART = re.compile(r"xl/[^/]{1,99}\.(?:xml|bin)")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRAY_CONTROLS = 20  # in the first bytes; a text saved under the wrong name has hardly any
_STRAY_NULLS = 0.1  # of all bytes; a text with fewer is only damaged
_BLANK = b" \t\r\n\xef\xbb\xbf\xff\xfe"


def reads_scans() -> bool:
    """Whether words in pictures are read: whether the extra `guitu[ocr]` is installed."""
    return _installed("rapidocr") and _installed("onnxruntime")


@cache
def _installed(name: str) -> bool:
    return find_spec(name) is not None


def sniff(data: bytes, name: str) -> Format | Refusal:
    """The format of a file, or why it is not read.

    >>> sniff(b"<!DOCTYPE html><p>x", "plan.txt").name, sniff(b"# x", "plan.md").name, sniff(b"x", "plan").name
    ('html', 'markdown', 'text')
    >>> sniff(b"%PDF-1.7", "plan.txt").name, sniff(b"II*", "plan.ofd").remedy
    ('pdf', 'save it as PDF')
    """
    suffix = _suffix(name)
    if not data.strip(_BLANK + b"\0"):
        return Refusal("the file is empty", "save it again from its origin")
    if b"%PDF-" in data[:1024]:  # some writers put a few bytes before it, and readers take it
        return PDF
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if data.startswith(_OFFICE) and _LOCKED in data:
        return Refusal("the file is locked with a password", "open it, remove the password and save it again")
    if data.startswith(_OFFICE) or data.startswith(b"{\\rtf") or suffix in _LEGACY:
        return _legacy("rtf" if data.startswith(b"{") else suffix)
    return _picture(data) or _no_text(data, suffix) or _written(data, suffix)


def _picture(data: bytes) -> Format | None:
    return next((form for magic, form in _PICTURES if data.startswith(magic)), None)


def _no_text(data: bytes, suffix: str) -> Refusal | None:
    if kind := next((kind for magic, kind in _MAGIC if data.startswith(magic)), ""):
        return Refusal(f"the file is binary ({kind}), not text", "unpack it first" if kind == "archive" else _SAVE_AS)
    if suffix in ("docx", "xlsx", "pdf", "zip") and len(_CONTROLS.findall(data[:4096])) > _STRAY_CONTROLS:
        return Refusal(f"the file is damaged: it is no {suffix.upper()}", "save it again from its origin")
    if data.count(b"\0") > _STRAY_NULLS * len(data) and not is_utf16(data):
        return Refusal("the file is binary, not text", _SAVE_AS)
    return Refusal(f".{suffix} is no format of documents", _SAVE_AS) if suffix in _NO_DOCUMENT else None


def _written(data: bytes, suffix: str) -> Format:
    head = data[:4096].replace(b"\0", b"").lstrip(_BLANK)
    named = _BY_SUFFIX.get(suffix, TEXT)
    return HTML if _PAGE.match(head) or (_FRAGMENT.match(head) and named is not MARKDOWN) else named


def _suffix(name: str) -> str:
    base = name.rpartition("/")[2]
    return base.rpartition(".")[2].lower() if "." in base.lstrip(".") else ""


def _zipped(data: bytes, suffix: str) -> Format | Refusal:
    if data.count(_ENTRY) > _MOST_ENTRIES:
        return Refusal(f"the package has more than {_MOST_ENTRIES} parts", "split it")
    damaged = Refusal("the file is damaged: it is no whole package", "save it again from its origin")
    try:
        names, types = _parts(data)
    except UNZIPPABLE:
        return damaged
    for form, part, kind in ((DOCX, _DOCX_PART, _DOCX_TYPE), (XLSX, _XLSX_PART, _XLSX_TYPE)):
        if kind in types or any(part.fullmatch(name) for name in names):
            return form
    if suffix in _LEGACY or "OFD.xml" in names:
        return _legacy(suffix if suffix in _LEGACY else "ofd")
    return damaged if suffix in ("docx", "xlsx") else ZIPPED


def _parts(data: bytes) -> tuple[list[str], bytes]:
    """The names of the parts of a package, and what it says of their types."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        told = _TYPES in names and packed.getinfo(_TYPES).file_size <= _LARGEST_TYPES
        return names, packed.read(_TYPES) if told else b""


def _legacy(suffix: str) -> Refusal:
    named = suffix if suffix in _LEGACY else "doc"
    return Refusal(f"{named.upper()} is not read", _LEGACY[named])
