"""What Guitu holds to correspond, as SSSOM/TSV: tasks of one subject, and names that mean one thing.

The predicates are those that stand in the graph: `skos:closeMatch` of tasks with one subject, `skos:relatedMatch` of
those that correspond in part, `skos:exactMatch` of names of one thing; `predicate_modifier` Not where a person or a
rule tells two names apart. What is undecided is left out. A name in Chinese stands in its CURIE as in a URI (RFC 3987,
3.1), since tools of SSSOM take no other. See https://mapping-commons.github.io/sssom/.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Quad

from guitu.exports.rdf.prefixes import split
from guitu.exports.rdf.statements import statements
from guitu.exports.tables.inferred import Alignment, Inferred
from guitu.exports.tables.view import View
from guitu.extract.formulas import guarded
from guitu.graph.corrections.in_force import in_force
from guitu.graph.quads.names import DEFAULT_BASE
from guitu.ontology import standards as std
from guitu.ontology import terms

COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "predicate_label", "predicate_modifier", "object_id",
    "object_label", "mapping_justification", "confidence", "comment",
)  # fmt: skip
UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"
"""The licence of a mapping set whose makers named none."""
_SEMAPV = "https://w3id.org/semapv/vocab/"
_WEAKER = "skos:relatedMatch"
_PREDICATES: Mapping[str, str] = {
    terms.ALIGNMENT_RELATIONS["same"]: "skos:closeMatch",
    terms.ALIGNMENT_RELATIONS["partial"]: _WEAKER,
}
_BY_HAND = "semapv:ManualMappingCuration"
_SEVERAL_SIGNS = "semapv:CompositeMatching"
_RULES: Mapping[str, str] = {
    "registry": "semapv:BackgroundKnowledgeBasedMatching",
    "succession": "semapv:BackgroundKnowledgeBasedMatching",
    "topic-synonym": "semapv:BackgroundKnowledgeBasedMatching",
    "state-name": "semapv:LexicalMatching",
    "short-place": "semapv:LexicalMatching",
    "spelling": "semapv:LexicalMatching",
    "indicator-words": "semapv:LexicalMatching",
    "similar": "semapv:LexicalSimilarityThresholdMatching",
    "by-hand": _BY_HAND,
}
_LINK = (std.RDF_SUBJECT, std.RDF_PREDICATE, std.RDF_OBJECT, terms.judgement, terms.rule, terms.score, terms.reason)
_JUDGED = {str(terms.JUDGEMENTS["same"]): "", str(terms.JUDGEMENTS["not"]): "Not"}
_KEPT = "%!$&'()*+,;=:@~"  # of an IRI, as it stands: 新区%20一期
_Row = dict[str, str]


def sssom(quads: Iterable[Quad], lang: str = "zh", *, licence: str = "") -> str:
    """The mapping set: a head of YAML in comments, then tab-separated rows, tasks by subject and score, then names."""
    quads = in_force(quads)
    view = View.of(quads)
    names: dict[str, str] = {}
    rows = [*_tasks(view, Inferred.of(quads), lang), *_names(view, quads, lang)]
    for row in rows:
        for end in ("subject_id", "object_id"):
            namespace, local = split(row[end])
            prefix = names.setdefault(namespace, _prefix(namespace, set(names.values())))
            row[end] = f"{prefix}:{quote(local, safe=_KEPT)}"
    body = io.StringIO()
    sheet = csv.writer(body, delimiter="\t", lineterminator="\n")
    sheet.writerow(COLUMNS)
    sheet.writerows([guarded(" ".join(row.get(name, "").split())) for name in COLUMNS] for row in rows)
    base = next((space[: -len("task/")] for space in names if space.endswith("/task/")), DEFAULT_BASE)
    return _head(names, base, body.getvalue(), licence) + body.getvalue()


def write_sssom(quads: Iterable[Quad], path: Path, lang: str = "zh", *, licence: str = "") -> None:
    """Writes the mapping set into one file, UTF-8 without a byte order mark."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sssom(quads, lang, licence=licence), encoding="utf-8", newline="\n")


def _tasks(view: View, inferred: Inferred, lang: str) -> Iterator[_Row]:
    for one in sorted(inferred.alignments, key=lambda a: (a.task, -float(a.score or 0), a.other)):
        yield {
            "subject_id": one.task,
            "subject_label": view.one(one.task, "dcterms:title"),
            "predicate_id": _PREDICATES.get(one.relation, _WEAKER),
            "predicate_label": view.label(one.relation, lang),
            "object_id": one.other,
            "object_label": view.one(one.other, "dcterms:title"),
            "mapping_justification": _BY_HAND if view.status(one.iri) == "confirmed" else _SEVERAL_SIGNS,
            "confidence": one.score,
            "comment": _between(view, one),
        }


def _between(view: View, one: Alignment) -> str:
    """Which documents the tasks are of, and why they correspond."""
    ends = " → ".join(view.one(view.document.get(task, ""), "dcterms:title") for task in (one.task, one.other))
    return "：".join(part for part in (ends, one.reason) if part)


def _names(view: View, quads: Iterable[Quad], lang: str) -> Iterator[_Row]:
    links: dict[str, _Row] = {}
    for one in statements(quads):
        if one.predicate.value in _LINK and one.graph is not None and one.graph.value.endswith("graph/links"):
            links.setdefault(one.subject.value, {})[one.predicate.value] = one.object.value
    for link in links.values():
        subject, predicate, other, judgement, rule, score, reason = (link.get(name, "") for name in _LINK)
        if predicate == std.SKOS_EXACT_MATCH and judgement in _JUDGED:
            rule = view.notation(rule).removeprefix("rule-")
            yield {
                "subject_id": subject,
                "subject_label": view.label(subject, "zh"),
                "predicate_id": "skos:exactMatch",
                "predicate_label": view.label(judgement, lang),
                "predicate_modifier": _JUDGED[judgement],
                "object_id": other,
                "object_label": view.label(other, "zh"),
                "mapping_justification": _RULES.get(rule, "semapv:UnspecifiedMatching"),
                "confidence": score,
                "comment": reason,
            }


def _prefix(namespace: str, taken: set[str]) -> str:
    """The folder of an IRI as prefix: `task` of …/id/task/."""
    name = namespace.rstrip("/#").rpartition("/")[2]
    short = name if name.isascii() and name.isidentifier() else "ns"
    number = 1
    while short in taken or short in ("skos", "semapv"):
        number += 1
        short = f"{name if name.isascii() and name.isidentifier() else 'ns'}{number}"
    return short


def _head(names: Mapping[str, str], base: str, body: str, licence: str) -> str:
    prefixes = {"semapv": _SEMAPV, "skos": std.VOCABULARIES["skos"], **{short: space for space, short in names.items()}}
    curies = [f"  {short}: {json.dumps(prefixes[short], ensure_ascii=False)}" for short in sorted(prefixes)]
    told = {
        "license": licence or UNSPECIFIED,
        "mapping_set_description": "文件之间同一主题的任务，同一事物的名称。 Tasks of one subject, names of one thing.",
        "mapping_set_id": f"{base}graph/alignments",
        "mapping_set_title": "规图：任务对应 Guitu: alignments",
        "mapping_set_version": hashlib.sha256(body.encode()).hexdigest()[:16],
        "mapping_tool": "Guitu",
        "mapping_tool_version": metadata.version("guitu"),
    }
    lines = ["curie_map:", *curies, *(f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in told.items())]
    return "".join(f"#{line}\n" for line in lines)
