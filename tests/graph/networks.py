"""Made-up edges in the form of the rows of `path.rq`."""

from __future__ import annotations

from guitu.graph.keep.store import Row
from guitu.ontology import standards as std
from guitu.ontology import terms

CLASSES = {
    "a": terms.Agency, "g": terms.AgencyGroup, "t": terms.Task, "d": terms.Document, "p": terms.Place,
    "i": terms.Indicator, "c": std.SKOS_CONCEPT,
}  # fmt: skip
LABELS: dict[str, str] = {terms.ROLES["lead"]: "牵头", terms.ROLES["support"]: "配合", terms.focus: "产业定位"}


def row(source: str, relation: str, target: str, *, score: str | None = None, title: str = "云州市渔业规划") -> Row:
    """An edge between things such as a:水务局 (agency) and t:堤防 (task); its quote names both ends."""
    named = [(CLASSES[iri.partition(":")[0]], iri.partition(":")[2]) for iri in (source, target)]
    fact = f"f:{title}>{source}>{relation.rpartition('#')[2]}>{target}"
    label = LABELS.get(relation)
    return source, *named[0], relation, label, target, *named[1], fact, score, title, f"“{named[0][1]}、{named[1][1]}”"


def other_name(source: str, name: str) -> Row:
    """Another name of a thing."""
    kind, _, label = source.partition(":")
    return source, CLASSES[kind], label, std.SKOS_ALT_LABEL, None, name, None, None, source, None, None, None


def owned(task: str, *agencies: str, topic: str | None = None, score: str | None = None) -> list[Row]:
    """A task with its owners, the first of which leads, in one document."""
    roles = ["lead", *["support"] * len(agencies)]
    found = [
        row(agency if ":" in agency else f"a:{agency}", terms.ROLES[role], f"t:{task}", score=score)
        for agency, role in zip(agencies, roles, strict=False)
    ]
    found.append(row(f"t:{task}", terms.inDocument, "d:云州市渔业规划"))
    return [*found, row(f"t:{task}", terms.concerns, f"c:{topic}")] if topic else found
