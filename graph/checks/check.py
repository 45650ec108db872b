"""Whether a graph keeps the shapes of `ontology/shapes.ttl`, and how complete each of its documents is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guitu.extract.errors import StoreError
from guitu.graph.checks.completeness import Completeness, completeness
from guitu.graph.keep.store import Store
from guitu.ontology.shapes import Profile, shapes

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`violations`: one line each, sorted; `documents`: what each document tells and lacks."""

    conforms: bool
    violations: tuple[str, ...]
    documents: tuple[Completeness, ...]


def check(store: Store, profile: Profile = "full", lang: str = "zh") -> CheckReport:
    """Check a whole store, as one graph, against the shapes of its profile; `lang`: of the messages, zh or en."""
    conforms, violations = validate(store.quads(), shapes(profile), lang)
    return CheckReport(conforms, violations, completeness(store))


def validate(quads: Iterable[str], turtle: str, lang: str = "zh") -> tuple[bool, tuple[str, ...]]:
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
    return bool(conforms), tuple(sorted(set(_lines(report, lang))))


def _lines(report: Graph, lang: str) -> Iterator[str]:
    from rdflib import RDF, SH  # noqa: PLC0415

    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path, value = (_flat(report.value(result, name)) for name in (SH.focusNode, SH.resultPath, SH.value))
        property_ = path.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        message = _message(report.objects(result, SH.resultMessage), lang)
        shown = f" (“{value[:60]}”)" if value else ""
        yield f"{node}: {property_}: {message}{shown}" if property_ else f"{node}: {message}{shown}"


def _message(told: Iterable[object], lang: str) -> str:
    """The message in a language, else any, always the same one; the engine's own have no language."""
    return min(((getattr(one, "language", None) != lang, _flat(one)) for one in told), default=(True, ""))[1]


def _flat(told: object) -> str:
    return "" if told is None else " ".join(str(told).split())
