"""Whether a graph keeps the shapes of `ontology/shapes.ttl`, and how complete each of its documents is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guitu.extract.errors import StoreError
from guitu.graph.completeness import Completeness, completeness
from guitu.graph.store import Store
from guitu.ontology.shapes import Profile, shapes
from guitu.ontology.standards import VOCABULARIES

_SHACL = VOCABULARIES["sh"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`violations`: one line each, sorted; `documents`: what each document tells and lacks."""

    conforms: bool
    violations: tuple[str, ...]
    documents: tuple[Completeness, ...]


def check(store: Store, profile: Profile = "full") -> CheckReport:
    """Check a whole store, as one graph, against the shapes of its profile."""
    conforms, violations = validate(store.quads(), shapes(profile))
    return CheckReport(conforms, violations, completeness(store))


def validate(quads: Iterable[str], turtle: str) -> tuple[bool, tuple[str, ...]]:
    """Whether N-Quads lines, taken as one graph, keep the shapes of a Turtle text; and every violation in one line."""
    import pyshacl  # noqa: PLC0415 - slow to import, and only checks need it
    from rdflib import Dataset, Graph  # noqa: PLC0415

    data = Dataset(default_union=True)
    data.parse(data="".join(quads), format="nquads")
    whole = Graph()
    for triple in data.triples((None, None, None)):
        whole.add(triple)
    conforms, report, said = pyshacl.validate(
        whole, shacl_graph=Graph().parse(data=turtle, format="turtle"), inference="none", advanced=False
    )
    if not isinstance(report, Graph):
        raise StoreError("", f"the check did not end ({' '.join(str(said).split())[:200]})")
    return bool(conforms), tuple(sorted(set(_lines(report))))


def _lines(report: object) -> Iterable[str]:
    from rdflib import RDF, Graph, URIRef  # noqa: PLC0415

    assert isinstance(report, Graph)
    for result in report.subjects(RDF.type, URIRef(_SHACL + "ValidationResult")):
        told = [
            report.value(result, URIRef(_SHACL + name))
            for name in ("focusNode", "resultPath", "resultMessage", "value")
        ]
        node, path, message, value = (" ".join(str(part).split()) if part is not None else "" for part in told)
        property_ = path.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        shown = f" (“{value[:60]}”)" if value else ""
        yield f"{node}: {property_}: {message}{shown}" if property_ else f"{node}: {message}{shown}"
