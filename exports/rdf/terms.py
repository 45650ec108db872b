"""Terms as short as Turtle allows; a prefix gets its name when a term first needs it."""

from __future__ import annotations

import re
from collections import Counter

from guitu.exports.rdf.prefixes import prefixes_of, split, written
from guitu.ontology.standards import VOCABULARIES

_XSD = VOCABULARIES["xsd"]
_BARE = {
    f"<{_XSD}integer>": re.compile(r'"[+-]?[0-9]+"'),
    f"<{_XSD}decimal>": re.compile(r'"[+-]?[0-9]*\.[0-9]+"'),
    f"<{_XSD}boolean>": re.compile(r'"(?:true|false)"'),
}  # the three datatypes that Turtle writes without quotes: 12, 3.5, true
_STRING = f"<{_XSD}string>"
# What proves a fact: a range of characters of a reading text. Its hash stands once, as a prefix: t8f57acd9:1448\\,1485
_TEXT = re.compile(r".+/text/(?P<hash>[0-9a-f]{8,64})#char=")
_PLACE = re.compile(r"[0-9]+(?:,[0-9]+)?")
_RANGE = "#char="
_SHOWN = 8  # letters of the hash
_COMMA = "\\,"  # Turtle wants it escaped in a name
_KEPT = 1 << 16  # terms whose short form is kept at hand


class Terms(dict[str, str]):
    """Short forms by terms. `known`: the prefixes of a reading before, by namespace."""

    def __init__(self, known: dict[str, str] | None = None) -> None:
        super().__init__()
        self._known = known
        self._named: dict[str, str] = {}  # prefixes, by namespace; empty where it has none
        self._hashes: dict[str, str] = {}  # of the texts that are pointed into
        self._graphs: dict[str, None] = {}  # their names tell the base

    def __missing__(self, term: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        self[term] = short = self._literal(term) if term.startswith('"') else self._iri(term)
        return short

    def saw(self, graph: str) -> None:
        """Take note of the name of a graph."""
        self._graphs[graph[1:-1] if graph.startswith("<") else graph] = None

    def need(self, iri: str) -> None:
        """Let an IRI have its prefix before it is written."""
        if iri.startswith("<"):
            self[iri]

    @property
    def final(self) -> dict[str, str]:
        """The prefixes that all terms need, by namespace."""
        found = {namespace: prefix for prefix, namespace in prefixes_of(self._named, self._graphs).names.items()}
        short = Counter(letters[:_SHOWN] for letters in self._hashes.values())
        for text, letters in self._hashes.items():
            found[text] = f"t{letters[:_SHOWN] if short[letters[:_SHOWN]] == 1 else letters}"
        return found

    @property
    def used(self) -> dict[str, str]:
        """The prefixes that were given to terms, by namespace."""
        return {namespace: prefix for namespace, prefix in self._named.items() if prefix} | {
            text: self._text(text, letters) for text, letters in self._hashes.items()
        }

    def _iri(self, term: str) -> str:
        at = term.find(_RANGE) + len(_RANGE)
        if at >= len(_RANGE) and _PLACE.fullmatch(term, at, len(term) - 1) and (text := self._pointed(term[1:at])):
            return f"{text}:{term[at:-1].replace(',', _COMMA)}"
        namespace, local = split(term[1:-1])
        prefix = self._named.get(namespace)
        if prefix is None:
            prefix = self._named[namespace] = self._prefix(namespace)
        return written(prefix, local) or term

    def _literal(self, term: str) -> str:
        value, _, datatype = term.rpartition("^^")
        if datatype == _STRING:
            return value
        short = self[datatype]
        if (bare := _BARE.get(datatype)) and bare.fullmatch(value):
            return value[1:-1]
        return f"{value}^^{short}"

    def _prefix(self, namespace: str) -> str:
        if self._known is not None:
            return self._known.get(namespace, "")
        return next(iter(prefixes_of([namespace], self._graphs).names), "")

    def _pointed(self, text: str) -> str | None:
        """The prefix of a text that is pointed into; None where it is none."""
        if text not in self._hashes:
            if not (found := _TEXT.fullmatch(text)):
                return None
            self._hashes[text] = found["hash"]
            namespace = split(text)[0]
            self._named.setdefault(namespace, self._prefix(namespace))
        return self._text(text, self._hashes[text])

    def _text(self, text: str, letters: str) -> str:
        return f"t{letters[:_SHOWN]}" if self._known is None else self._known[text]
