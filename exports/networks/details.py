"""What nodes and edges of a network carry beside their names: dates, years, values, scores, quotes and positions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Quad

from guitu.exports.rdf.statements import statements
from guitu.exports.tables.view import View
from guitu.graph.ask.edges import Edge
from guitu.graph.corrections.in_force import in_force
from guitu.ontology import terms
from guitu.ontology.standards import RDF_TYPE

Attributes = dict[str, Any]
BETWEEN = "、"
_QUOTES_BETWEEN = " … "
_NOTATIONS: Mapping[str, str] = {iri: name for codes in terms.SCHEMES.values() for name, iri in codes.items()}
_SIDES = (terms.subjectEvidence, terms.objectEvidence)
_FIGURES = {"gt:Target": "target", "gt:Observation": "observation"}


@dataclass(frozen=True)
class Details:
    """What a graph says of its things, as attributes with the types that formats of networks know.

    Texts are str, years int, values and scores float; an attribute that the graph does not tell is left out.
    """

    view: View
    reasons: Mapping[str, str]
    sides: Mapping[str, Mapping[str, str]]
    figures: Mapping[str, str]
    cited: frozenset[str]

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Details:
        """Reads the quads as decisions have them."""
        quads = in_force(quads)
        view = View.of(quads)
        reasons: dict[str, str] = {}
        sides: dict[str, dict[str, str]] = {}
        cited: set[str] = set()
        for one in statements(quads):
            name, value = one.predicate.value, one.object.value
            if name == terms.reason:
                reasons[one.subject.value] = value
            elif name in _SIDES:
                sides.setdefault(one.subject.value, {})[name] = view.quotes.get(value, "")
            elif name == RDF_TYPE and value == terms.CitedDocument:
                cited.add(one.subject.value)
        figures = {iri: told for name, told in _FIGURES.items() for iri in view.members.get(name, ())}
        return cls(view, reasons, sides, figures, frozenset(cited))

    def node(self, iri: str, kind: str) -> Attributes:
        """The attributes of a node.

        Of a document `in_graph` (false: cited only), `number`, `level`, `date`, `valid_from`, `valid_to`, `period`;
        of a task `form`, `deadline`, `due_year` (the last), `due_date`, `document`, `quote`; of an agency, place,
        topic or indicator `other_names` and `code` (GB/T 2260, of administrative areas).
        """
        view = self.view
        if kind == "document":
            found: Attributes = {
                "in_graph": iri not in self.cited,
                "number": view.one(iri, "eli:id_local"),
                "level": self._notation(iri, "gt:level"),
                "date": view.one(iri, "eli:date_document"),
                "valid_from": view.one(iri, "eli:first_date_entry_in_force"),
                "valid_to": view.one(iri, "eli:date_no_longer_in_force"),
                "period": self._notation(iri, "gt:planPeriod"),
            }
        elif kind == "task":
            years = view.many(iri, "gt:dueYear")
            found = {
                "form": self._notation(iri, "gt:form"),
                "deadline": view.one(iri, "gt:deadline"),
                "due_year": max(map(int, years)) if years else None,
                "due_date": view.one(iri, "gt:dueDate"),
                "document": view.one(view.document.get(iri, ""), "dcterms:title"),
                "quote": view.proof(iri).quote,
            }
        else:
            found = {
                "other_names": BETWEEN.join(view.other_names.get(iri, ())),
                "code": next(iter(view.known(iri, "gt:divisionCode")), ""),
            }
        return _known(found)

    def edge(self, edge: Edge) -> Attributes:
        """The attributes of an edge.

        All: `quote`, and of what a document states `text` (SHA-256 of the reading text), `start`, `end`; of what is
        inferred `reason`; `weight`, the score, 1 of what is stated. Of a figure: `figure` (target, observation),
        `value` and `max_value` in `unit` as written, `number` in `quantity_unit` (QUDT), `comparator`, `year`,
        `periodicity`, `bindingness`.
        """
        view, fact = self.view, edge.fact
        proof = view.proof(fact) if edge.stated else None
        found: Attributes = {
            "weight": 1.0 if edge.score is None else float(edge.score),
            "quote": _QUOTES_BETWEEN.join(self._both_sides(fact) or edge.quotes),
            "text": proof.text if proof else "",
            "start": proof.start if proof else None,
            "end": proof.end if proof else None,
            "reason": "" if edge.stated else self.reasons.get(fact, ""),
        }
        if edge.relation == terms.indicator:
            found |= self._figure(fact)
        return _known(found)

    def _both_sides(self, alignment: str) -> tuple[str, ...]:
        told = self.sides.get(alignment, {})
        return tuple(quote for name in _SIDES if (quote := told.get(name, "")))

    def _figure(self, iri: str) -> Attributes:
        view = self.view
        return {
            "figure": self.figures.get(iri, ""),
            "value": _number(view.one(iri, "gt:value")),
            "max_value": _number(view.one(iri, "gt:maxValue")),
            "unit": view.one(iri, "gt:unitText"),
            "number": _number(view.one(iri, "qudt:numericValue")),
            "quantity_unit": view.one(iri, "qudt:hasUnit").rpartition("/")[2],
            "comparator": view.one(iri, "gt:comparator").rpartition("-")[2],  # ge: >= is no word
            "year": int(year) if (year := view.one(iri, "gt:year")) else None,
            "periodicity": self._notation(iri, "gt:periodicity"),
            "bindingness": self._notation(iri, "gt:bindingness"),
        }

    def _notation(self, iri: str, name: str) -> str:
        code = self.view.one(iri, name)
        return _NOTATIONS.get(code, "") if code else ""


def _number(value: str) -> float | None:
    return float(value) if value else None


def _known(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None and value != ""}
