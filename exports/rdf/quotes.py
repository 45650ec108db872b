"""How quotes are told: by their IRI alone, or also as numbers to join with (NIF), or as Web Annotations.

The graph keeps a quote as short as it can, since quotes are most of it: its IRI has the text and the range
(…/text/HASH#char=120,155), and no property says so again. Other systems want properties: these are made of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

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
Told = tuple[NamedNode, NamedNode, NamedNode | Literal]


def quoted(quads: Iterable[Quad], how: str, texts: Texts | None = None) -> Iterator[Quad]:
    """The quads, and what each quote is `how` said again. `texts`: a reading text by its hash, for what is around."""
    if how == "short":
        yield from quads
        return
    everything = tuple(quads)
    yield from everything
    words = {
        one.subject.value: one.object.value
        for one in everything
        if one.predicate.value == std.NIF_ANCHOR_OF
        and isinstance(one.subject, NamedNode)
        and isinstance(one.object, Literal)
    }
    texts_of = _Texts(texts) if texts and words else None
    for one in everything:
        subject, value, graph = one.subject, one.object, one.graph_name
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode):
            continue
        if one.predicate == _TYPE and value.value == std.NIF_RFC5147_STRING:
            if place := span_of(subject.value):
                told = _numbers(subject, place) if how == "nif" else _selectors(subject, place, words, texts_of)
                yield from (Quad(*each, graph) for each in told)
        elif how == "annotations" and one.predicate.value == evidence:
            yield from (Quad(*each, graph) for each in _annotation(subject, value))


def _numbers(quote: NamedNode, place: Place) -> Iterator[Told]:
    _, start, end = place
    context = NamedNode(quote.value.partition("#")[0])
    for name, value in (("referenceContext", context), ("beginIndex", _number(start)), ("endIndex", _number(end))):
        yield quote, NamedNode(_NIF + name), value


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=_WHOLE)


def _selectors(quote: NamedNode, place: Place, words: Mapping[str, str], texts: _Texts | None) -> Iterator[Told]:
    """The quote as a part of its text, chosen by its place, and by its words where they are told."""
    iri, (text, start, end) = quote.value, place
    source = iri.partition("#")[0]
    position, exact = (NamedNode(f"{source}/{kind}/{start}-{end}") for kind in ("position", "quote"))
    yield quote, _TYPE, NamedNode(_OA + "SpecificResource")
    yield quote, NamedNode(_OA + "hasSource"), NamedNode(source)
    yield quote, NamedNode(_OA + "hasSelector"), position
    yield position, _TYPE, NamedNode(_OA + "TextPositionSelector")
    yield position, NamedNode(_OA + "start"), _number(start)
    yield position, NamedNode(_OA + "end"), _number(end)
    if iri in words:
        yield quote, NamedNode(_OA + "hasSelector"), exact
        yield exact, _TYPE, NamedNode(_OA + "TextQuoteSelector")
        yield exact, NamedNode(_OA + "exact"), Literal(words[iri])
        if texts is not None and (whole := texts.get(text)) is not None:
            yield exact, NamedNode(_OA + "prefix"), Literal(whole[max(0, start - _AROUND) : start])
            yield exact, NamedNode(_OA + "suffix"), Literal(whole[end : end + _AROUND])


def _annotation(fact: NamedNode, quote: NamedNode) -> Iterator[Told]:
    """That a fact rests on a quote, as an annotation of the text: the fact is what is said of it."""
    base = quote.value.rpartition("text/")[0]
    name = sha256(f"{fact.value} {quote.value}".encode()).hexdigest()[:16]
    annotation = NamedNode(f"{base}annotation/{name}")
    yield annotation, _TYPE, NamedNode(_OA + "Annotation")
    yield annotation, NamedNode(_OA + "hasBody"), fact
    yield annotation, NamedNode(_OA + "hasTarget"), quote
    yield annotation, NamedNode(_OA + "motivatedBy"), NamedNode(_OA + "identifying")


@dataclass(slots=True)
class _Texts:
    """Reading texts, the last one at hand: quotes come text by text."""

    find: Texts
    last: tuple[str, str | None] = ("", None)

    def get(self, sha: str) -> str | None:
        if self.last[0] != sha:
            self.last = (sha, self.find(sha))
        return self.last[1]
