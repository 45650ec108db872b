"""IRIs: readable ones for named things, hashes of their content for statements."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from guitu.extract.errors import OptionError
from guitu.extract.facts import Agency, Document
from guitu.extract.text import Span, fold
from guitu.ontology.terms import NS, Iri

__all__ = ["DEFAULT_BASE", "NS", "UNTITLED", "Names", "document_key", "segment"]

DEFAULT_BASE: Final = "https://w3id.org/guitu/id/"

# What one segment of an IRI may hold (RFC 3987, ipchar), less the percent sign and marks that are not seen.
_SEEN = (
    "A-Za-z0-9._~!$&'()*+,;=:@\\-"
    "\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_UNSAFE = re.compile(f"[^{_SEEN}]|[\u061c\u1680\u180e]")  # 新区 A/B -> 新区%20A%2FB
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s<>\"{}|\\^`\x00-\x20]{1,2000}/")  # https://example.org/id/

_BRACKETS = str.maketrans({"[": "〔", "]": "〕", "（": "〔", "）": "〕", "(": "〔", ")": "〕", "【": "〔", "】": "〕"})
_DECORATION = re.compile(r"[\s《》〈〉“”‘’\"']+")  # 《“十四五” 规划》 -> 十四五规划
_ISSUER = re.compile(  # 云州市人民政府办公厅关于…
    r"^.{2,40}?(?:人民政府|国务院|办公厅|办公室|委员会|[厅局委部])(?=关于)"
)
_DATED = re.compile(r"(?:19|20)\d\d|[一二三四五六七八九十]五")  # 2025年…计划; 十四五规划
_EVIDENCE = re.compile(r"text/([0-9a-f]{64})#char=([0-9]{1,15}),([0-9]{1,15})")  # …/text/0f3a…#char=120,155
UNTITLED: Final = "无题"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


def segment(label: str) -> str:
    """A label as one segment of an IRI; different labels give different segments.

    >>> segment('云州市 "软件" 园')
    '云州市%20%22软件%22%20园'
    """
    if not label.strip("."):
        return "%2E" * len(label)  # . and .. are ways, not names
    return _UNSAFE.sub(_percent, label)


_of_kind = cache(segment)  # of statements, which are of a few kinds


def document_key(document: Document) -> str:
    """The number, else the title without issuer, spaces and quotes, with the year where the title names no time.

    An annex goes by its title, since a number is that of the document around it.

    >>> document_key(Document("云州市推进若干措施", number="云府办规 [2025] 4号"))
    '云府办规〔2025〕4号'
    >>> document_key(Document("《云州市“十四五”软件业规划》"))
    '云州市十四五软件业规划'
    """
    if document.number and document.part_of is None:
        return _DECORATION.sub("", fold(document.number)).translate(_BRACKETS)
    title = _DECORATION.sub("", fold(document.title))
    short = title
    if document.jurisdiction:  # stays in the key: two cities may have a title in common
        short = _ISSUER.sub("", title)
        if short != title and document.jurisdiction not in short:
            short = document.jurisdiction + short
    starts = document.valid_from or document.issued
    if starts and not _DATED.search(short):
        short = f"{short}（{starts.year}）"
    return short or UNTITLED


def span_of(evidence: str | None) -> tuple[str, int, int] | None:
    """The hash of the text, the start and the end that the IRI of an evidence names; None where it names none."""
    found = _EVIDENCE.search(evidence or "")
    return (found[1], int(found[2]), int(found[3])) if found else None


@dataclass(frozen=True, slots=True)
class Names:
    """Every IRI of one build; `base` is an absolute IRI that ends in /."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise OptionError("base", f"no absolute IRI that ends in /: {self.base!r}", f"try {DEFAULT_BASE}")

    def document(self, key: str) -> Iri:
        """A document by its key (`document_key`); also the graph of what it states."""
        return Iri(f"{self.base}document/{segment(key)}")

    def agency(self, name: str) -> Iri:
        """An agency or group by its official name."""
        return Iri(f"{self.base}agency/{segment(name)}")

    def body(self, agency: Agency, key: str) -> Iri:
        """An agency as the document of a key names it: one whose place is not settled is of that document alone.

        >>> Names("https://example.org/").body(Agency("市水利局", "市水利局", settled=False), "节水规划")
        'https://example.org/agency/节水规划/市水利局'
        """
        return (
            self.agency(agency.name)
            if agency.settled
            else Iri(f"{self.base}agency/{segment(key)}/{segment(agency.name)}")
        )

    def place(self, name: str) -> Iri:
        """A place or administrative area by its name."""
        return Iri(f"{self.base}place/{segment(name)}")

    def topic(self, label: str) -> Iri:
        """A field or industry."""
        return Iri(f"{self.base}topic/{segment(label)}")

    def indicator(self, label: str) -> Iri:
        """An indicator by its name in a document."""
        return Iri(f"{self.base}indicator/{segment(label)}")

    def text(self, sha256: str) -> Iri:
        """A reading text by the hash of its UTF-8 bytes."""
        return Iri(f"{self.base}text/{sha256}")

    def evidence(self, sha256: str, span: Span) -> Iri:
        """A range of a reading text (RFC 5147)."""
        return Iri(f"{self.base}text/{sha256}#char={span.start},{span.end}")

    def file(self, sha256: str) -> Iri:
        """A file by the hash of its bytes."""
        return Iri(f"{self.base}file/{sha256}")

    def graph(self, name: str) -> Iri:
        """A graph that is not a document's: registry, entities, links, gaps, provenance, ontology…"""
        return Iri(f"{self.base}graph/{segment(name)}")

    def statement(self, kind: str, *content: str) -> Iri:
        """A statement by what it says; the parts are told apart, so ("ab", "c") and ("a", "bc") differ."""
        told = "".join(f"{len(part)}:{part}" for part in (kind, *content))
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        return Iri(f"{self.base}{_of_kind(kind)}/{digest[:16]}")
