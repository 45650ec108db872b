"""Which format a file has, by its content first and its name second, and why some are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from guitu.extract.encoding import is_utf16

FormatName = Literal["text", "markdown", "html"]


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

_BY_SUFFIX = {
    "md": MARKDOWN, "markdown": MARKDOWN,
    "html": HTML, "htm": HTML, "xhtml": HTML, "shtml": HTML,
    "txt": TEXT, "text": TEXT, "": TEXT,
}  # fmt: skip
_SAVE_AS = "save it as text (.txt), Markdown (.md) or HTML (.html)"
_OFFICE_NAMES = "docx doc wps pdf ofd xlsx xls et rtf odt pptx ppt"
_OFFICE = frozenset(_OFFICE_NAMES.split())
_NO_DOCUMENT_NAMES = "csv tsv json jsonl jsonld xml yaml yml toml ini ttl nt nq trig rdf rq css js py sh sql log svg"
_NO_DOCUMENT = frozenset(_NO_DOCUMENT_NAMES.split())
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x7fELF", "program"),
)
_PAGE = re.compile(
    rb"(?:<\?xml[^<>]{0,200}>\s{0,99})?(?:<!--.{0,999}?-->\s{0,99}){0,9}<(?:!doctype\s{1,9}html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(rb"<(?:div|table|article|section|p|center|span|h[1-6])\b[^<>]{0,999}>", re.IGNORECASE)
_BLANK = b" \t\r\n\xef\xbb\xbf\xff\xfe"


def sniff(data: bytes, name: str) -> Format | Refusal:
    """The format of a file, or why it is not read.

    >>> sniff(b"<!DOCTYPE html><p>x", "plan.txt").name, sniff(b"# x", "plan.md").name, sniff(b"x", "plan").name
    ('html', 'markdown', 'text')
    >>> sniff(b"%PDF-1.7", "plan.txt").reason
    'PDF is not read yet'
    """
    suffix = _suffix(name)
    if not data.strip(_BLANK + b"\0"):
        return Refusal("the file is empty", "save it again from its origin")
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), suffix if suffix in _OFFICE else "")
    if kind:
        return _refused(kind, suffix)
    if b"\0" in data and not is_utf16(data):
        return Refusal("the file is binary, not text", _SAVE_AS)
    if suffix in _NO_DOCUMENT:
        return Refusal(f".{suffix} is no format of documents", _SAVE_AS)
    head = data[:4096].replace(b"\0", b"").lstrip(_BLANK)
    named = _BY_SUFFIX.get(suffix, TEXT)
    return HTML if _PAGE.match(head) or (_FRAGMENT.match(head) and named is not MARKDOWN) else named


def _suffix(name: str) -> str:
    base = name.rpartition("/")[2]
    return base.rpartition(".")[2].lower() if "." in base.lstrip(".") else ""


def _refused(kind: str, suffix: str) -> Refusal:
    if kind in ("image", "archive", "program"):
        return Refusal(f"the file is binary ({kind}), not text", _SAVE_AS)
    if kind == "zip" and suffix not in _OFFICE:
        return Refusal("the file is binary (archive), not text", "unpack it first")
    shown = suffix if kind in ("zip", "office") and suffix in _OFFICE else kind
    return Refusal(f"{'Office' if shown == 'office' else shown.upper()} is not read yet", _SAVE_AS)
