"""What the parts of the page's data have in common: the graph, who stands for whom, and the place of each thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from guitu.exports.rdf.prefixes import split
from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import Proof, View

Json = dict[str, Any]
TextOf = Callable[[str], str | None]


class Register:
    """The entities of one kind that something names; each has the number in which it was first named."""

    def __init__(self, node: Mapping[str, str]) -> None:
        self._node = node
        self._numbers: dict[str, int] = {}
        self._named: dict[str, set[str]] = {}

    def number(self, iri: str) -> int | None:
        """The place of what stands for an entity, entered where it is new; None for no entity."""
        if not iri:
            return None
        node = self._node.get(iri, iri)
        self._named.setdefault(node, set()).add(iri)
        return self._numbers.setdefault(node, len(self._numbers))

    def entries(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each node with the entities that it stands for, itself among them, in the order of their numbers."""
        return tuple((node, tuple(sorted(self._named[node] | {node}))) for node in self._numbers)


class Texts:
    """The reading texts that proofs speak of, each once."""

    def __init__(self, text_of: TextOf) -> None:
        self._text_of = text_of
        self._numbers: dict[str, int] = {}
        self._texts: list[str | None] = []

    def number(self, sha256: str) -> int | None:
        """The place of a text in the list; None for no text."""
        if not sha256:
            return None
        if sha256 not in self._numbers:
            self._numbers[sha256] = len(self._numbers)
            self._texts.append(self._text_of(sha256))
        return self._numbers[sha256]

    def text(self, sha256: str) -> str | None:
        """The text itself, where it is kept."""
        number = self.number(sha256)
        return None if number is None else self._texts[number]

    def rows(self) -> list[Json]:
        """The list as the page holds it."""
        return [{"hash": sha256, "text": self._texts[number]} for sha256, number in self._numbers.items()]


class Codes:
    """The coded values in use, by kind of code."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._used: dict[str, dict[str, str]] = {}

    def notation(self, kind: str, iri: str) -> str | None:
        """The notation of a code, whose labels the page then has; None for no code."""
        if not iri:
            return None
        notation = self._view.notation(iri)
        self._used.setdefault(kind, {})[notation] = iri
        return notation

    def labels(self) -> Json:
        """Kind, notation, then the label in each language."""
        return {
            kind: {notation: {lang: self._view.label(iri, lang) for lang in ("zh", "en")} for notation, iri in found}
            for kind, found in ((kind, sorted(used.items())) for kind, used in sorted(self._used.items()))
        }


class Graph:
    """A view, what was inferred of it, and where each thing stands in the lists of the page.

    `ends`: the last year of a plan period, by its IRI.
    """

    def __init__(
        self,
        view: View,
        inferred: Inferred,
        texts: Texts,
        members: Mapping[str, Sequence[str]],
        ends: Mapping[str, int],
    ) -> None:
        self.view = view
        self.inferred = inferred
        self.ends = ends
        self.texts = texts
        self.codes = Codes(view)
        self._places = {name: {iri: i for i, iri in enumerate(iris)} for name, iris in members.items()}
        self.entities = {name: Register(inferred.node) for name in ("agencies", "indicators", "places", "topics")}

    def place(self, name: str, iri: str) -> int | None:
        """The index of a stated thing in its list."""
        return self._places[name].get(iri)

    def entity(self, name: str, iri: str) -> int | None:
        """The index of an entity in its list; the list then has it."""
        return self.entities[name].number(iri)

    def members(self, name: str) -> Sequence[str]:
        """The IRIs of a list of stated things, in its order."""
        return tuple(self._places[name])

    def proof(self, iri: str) -> list[int | str] | None:
        """Where a stated thing stands."""
        return self.located(self.view.proof(iri))

    def located(self, proof: Proof) -> list[int | str] | None:
        """A proof as the page holds it: with its quote only where the text is not at hand."""
        text = self.texts.number(proof.text)
        if text is None or proof.start is None or proof.end is None:
            return None
        alone = proof.quote and self.texts.text(proof.text) is None
        return [text, proof.start, proof.end, *((proof.quote,) if alone else ())]


def key(iri: str) -> str:
    """The end of an IRI, which names a thing in addresses."""
    return split(iri)[1]


def amount(words: str) -> float | int | None:
    """A number of the graph, whole where it is; None where it is none."""
    try:
        value = float(words)
    except ValueError:
        return None
    return int(value) if value.is_integer() else value
