"""How quotes are told: by their IRI alone, or also as numbers to join with (NIF), or as Web Annotations.

The graph keeps a quote as short as it can, since quotes are most of it: its IRI has the text and the range
(…/text/HASH#char=120,155), and no property says so again. Other systems want properties: these are made of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad

from guitu.graph.quads.names import span_of
from guitu.ontology import standards as std
from guitu.ontology.terms import evidence

QUOTES = ("short", "nif", "annotations")
_AROUND = 32  # characters before and after a quote
_NIF, _OA = std.VOCABULARIES["nif"], std.VOCABULARIES["oa"]
_TYPE: Final = NamedNode(std.RDF_TYPE)
_WHOLE: Final = NamedNode(std.VOCABULARIES["xsd"] + "nonNegativeInteger")
Texts = Callable[[str], str | None]
Place = tuple[str, int, int]
"""As of `span_of`: the hash of a text, start, end."""


def quoted(quads: Iterable[Quad], how: str, texts: Texts | None = None) -> Iterator[Quad]:
    """The quads, and what each quote is `how` said again. `texts`: a reading text by its hash, for what is around."""
    everything = tuple(quads)
    yield from everything
    if how == "short":
        return
    words = {one.subject.value: one.object for one in everything if one.predicate.value == std.NIF_ANCHOR_OF}
    texts_of = _Texts(texts) if texts and words else None
    for one in everything:
        if one.predicate == _TYPE and one.object.value == std.NIF_RFC5147_STRING:
            if place := span_of(one.subject.value):
                yield from _numbers(one, place) if how == "nif" else _selectors(one, place, words, texts_of)
        elif how == "annotations" and one.predicate.value == evidence:
            yield from _annotation(one)


def _numbers(quote: Quad, place: Place) -> Iterator[Quad]:
    _, start, end = place
    context = NamedNode(quote.subject.value.partition("#")[0])
    for name, value in (("referenceContext", context), ("beginIndex", _number(start)), ("endIndex", _number(end))):
        yield Quad(quote.subject, NamedNode(_NIF + name), value, quote.graph_name)


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=_WHOLE)


def _selectors(quote: Quad, place: Place, words: Mapping[str, Literal], texts: _Texts | None) -> Iterator[Quad]:
    """The quote as a part of its text, chosen by its place, and by its words where they are told."""
    iri, (text, start, end) = quote.subject.value, place
    source = iri.partition("#")[0]
    position, exact = (NamedNode(f"{source}/{kind}/{start}-{end}") for kind in ("position", "quote"))
    told: list[tuple[Any, str, NamedNode | Literal]] = [
        (quote.subject, "hasSource", NamedNode(source)),
        (quote.subject, "hasSelector", position),
        (position, "start", _number(start)),
        (position, "end", _number(end)),
    ]
    kinds = [(quote.subject, "SpecificResource"), (position, "TextPositionSelector")]
    if iri in words:
        kinds.append((exact, "TextQuoteSelector"))
        told += [(quote.subject, "hasSelector", exact), (exact, "exact", Literal(words[iri].value))]
        if texts is not None and (whole := texts.get(text)) is not None:
            told.append((exact, "prefix", Literal(whole[max(0, start - _AROUND) : start])))
            told.append((exact, "suffix", Literal(whole[end : end + _AROUND])))
    for about, kind in kinds:
        yield Quad(about, _TYPE, NamedNode(_OA + kind), quote.graph_name)
    for about, name, value in told:
        yield Quad(about, NamedNode(_OA + name), value, quote.graph_name)


def _annotation(fact: Quad) -> Iterator[Quad]:
    """That a fact rests on a quote, as an annotation of the text: the fact is what is said of it."""
    base = fact.object.value.rpartition("text/")[0]
    name = sha256(f"{fact.subject.value} {fact.object.value}".encode()).hexdigest()[:16]
    annotation = NamedNode(f"{base}annotation/{name}")
    for predicate, value in (
        (_TYPE, NamedNode(_OA + "Annotation")),
        (NamedNode(_OA + "hasBody"), fact.subject),
        (NamedNode(_OA + "hasTarget"), fact.object),
        (NamedNode(_OA + "motivatedBy"), NamedNode(_OA + "identifying")),
    ):
        yield Quad(annotation, predicate, value, fact.graph_name)


@dataclass(slots=True)
class _Texts:
    """Reading texts, the last one at hand: quotes come text by text."""

    find: Texts
    last: tuple[str, str | None] = ("", None)

    def get(self, sha: str) -> str | None:
        if self.last[0] != sha:
            self.last = (sha, self.find(sha))
        return self.last[1]
