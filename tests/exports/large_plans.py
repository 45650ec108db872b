"""Made-up plans of any size, as quads: documents with chapters, tasks with owners, deadlines and targets."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from guitu.ontology import standards as std
from guitu.ontology import terms as gt

BASE = "https://w3id.org/guitu/id/"
_CHAPTER = 20  # tasks under one heading


def large_plans(tasks: int, documents: int = 40, agencies: int = 300) -> Iterator[Quad]:
    """Quads of `documents` plans with `tasks` tasks in all, two owners each; every seventh has none."""
    for agency in range(agencies):
        yield _quad(f"agency/局{agency}", std.RDF_TYPE, NamedNode(gt.Agency), "graph/registry")
        yield _quad(
            f"agency/局{agency}", std.SKOS_PREF_LABEL, Literal(f"云州市第{agency}局", language="zh"), "graph/registry"
        )
    for codes in (gt.ROLES, gt.LEVELS):
        for notation, code in codes.items():
            yield Quad(NamedNode(code), NamedNode(std.SKOS_NOTATION), Literal(notation), _thing("graph/ontology"))
    for document in range(documents):
        yield from _document(document, range(document, tasks, documents), agencies)


def _document(number: int, tasks: range, agencies: int) -> Iterator[Quad]:
    graph = f"document/规划{number}"
    yield _quad(graph, std.RDF_TYPE, NamedNode(gt.Document), graph)
    yield _quad(graph, std.DCTERMS_TITLE, Literal(f"云州市第{number}号规划", language="zh"), graph)
    yield _quad(graph, gt.level, NamedNode(gt.LEVELS["municipal"]), graph)
    for place, task in enumerate(tasks):
        if place % _CHAPTER == 0:
            section = f"section/{number}-{place}"
            yield from _told(section, gt.Section, f"第{place // _CHAPTER + 1}章", _place(number, place * 100), graph)
            yield _quad(section, std.DCTERMS_IS_PART_OF, _thing(graph), graph)
            yield _quad(section, gt.depth, Literal("1"), graph)
        about = f"task/{task:06}"
        yield from _told(about, gt.Task, f"修建第{task}座泵站并管护沿线堤防", _place(number, place * 100 + 10), graph)
        yield _quad(about, std.DCTERMS_IS_PART_OF, _thing(section), graph)
        yield _quad(about, gt.deadline, Literal(f"{2030 + task % 6}年底前"), graph)
        for role in ("lead", "support") if task % 7 else ():
            duty = f"responsibility/{task}-{role}"
            yield _quad(duty, std.RDF_TYPE, NamedNode(gt.Responsibility), graph)
            yield _quad(duty, gt.ofTask, _thing(about), graph)
            yield _quad(duty, gt.agency, _thing(f"agency/局{(task * (3 if role == 'lead' else 7)) % agencies}"), graph)
            yield _quad(duty, gt.role, NamedNode(gt.ROLES[role]), graph)
            yield _quad(duty, gt.evidence, _place(number, place * 100 + 30), graph)


def _told(about: str, kind: str, title: str, place: NamedNode, graph: str) -> Iterator[Quad]:
    yield _quad(about, std.RDF_TYPE, NamedNode(kind), graph)
    yield _quad(about, std.DCTERMS_TITLE, Literal(title, language="zh"), graph)
    yield _quad(about, gt.evidence, place, graph)


def _place(document: int, start: int) -> NamedNode:
    return NamedNode(f"{BASE}text/{document:064x}#char={start},{start + 6}")


def _thing(name: str) -> NamedNode:
    return NamedNode(BASE + name)


def _quad(subject: str, predicate: str, value: NamedNode | Literal, graph: str) -> Quad:
    return Quad(_thing(subject), NamedNode(predicate), value, _thing(graph))
