"""The layer as a graph: what is stated stays as it is, shapes and proofs hold, the same in any order; statuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from guitu.exports.rdf.statements import quads_of
from guitu.graph.checks.check import check
from guitu.graph.checks.verify import verify
from guitu.graph.corrections.apply import lines
from guitu.graph.corrections.decision import Decision
from guitu.graph.corrections.in_force import as_stated, in_force
from guitu.graph.corrections.status import status
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from tests.graph.corrections.conftest import TITLE, Office

ROWS = [
    ["文件", "任务", "更正", "原值", "新值", "理由"],
    [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市城管局", "机构改革"],
    [TITLE, "改造老旧管网", "期限", "", "2027年", ""],
    [TITLE, "改造老旧管网", "指标", "30公里", "35公里", ""],
    [TITLE, "推广节水器具", "标题", "", "推广节水型器具", ""],
    [TITLE, "推广节水器具", "否认", "市商务局", "", ""],
    [TITLE, "推广节水器具", "确认", "市水利局", "", ""],
    [TITLE, "开展节水宣传", "责任单位", "", "市节水中心", ""],
    [TITLE, "没有的任务", "否认", "", "", ""],
    ["云州市海绵城市建设实施方案", "建设雨水花园", "否认", "", "", ""],
]


@pytest.fixture
def office_corrected(office: Office, table: Callable[..., Path]) -> tuple[Office, list[str]]:
    before = office.lines()
    office.correct(table(ROWS))
    return office, before


def layer(office: Office) -> list[str]:
    return [line for line in office.lines() if "/id/graph/decisions>" in line]


def test_what_is_stated_stays(office_corrected: tuple[Office, list[str]]) -> None:
    """Without the layer the graph is, byte for byte, that without decisions; beside it only names of agencies come."""
    office, before = office_corrected

    assert list(Store.open(office.store).quads(stated=True)) == before
    more = set(as_stated(quads_of(office.lines()))) - set(quads_of(before))
    assert {str(quad.graph_name).rpartition("/")[2] for quad in more} == {"registry>", "entities>"}
    assert in_force(quads_of(before)) == list(quads_of(before))


def test_shapes_and_proofs_hold(office_corrected: tuple[Office, list[str]]) -> None:
    """The layer keeps the shapes of what it puts in the place of facts; every proof is replayed."""
    office, _ = office_corrected
    store = Store.open(office.store)

    assert check(store).violations == ()
    assert verify(store).proved


def test_the_same_in_any_order(office_corrected: tuple[Office, list[str]]) -> None:
    """Decisions and lines in any order, of one document at a time or of all."""
    office, before = office_corrected
    whole, _ = lines(office.log, before, Names())

    assert [line for line in whole if "/id/graph/decisions>" in line] == layer(office)
    assert lines(office.log[::-1], before[::-1], Names())[0] == whole


def test_a_decision_says_who_when_why(office_corrected: tuple[Office, list[str]]) -> None:
    """One node each: what, new value, who, when, why, from which file, and its state."""
    office, _ = office_corrected
    rows = (
        Store.open(office.store)
        .query(
            """PREFIX gt: <https://w3id.org/guitu/ns#> SELECT ?old ?new ?by ?on ?why ?file ?state {
            ?d a gt:Decision ; gt:decisionMatter gt:matter-owner ; gt:verdict gt:verdict-changed ; gt:statedValue ?old ;
            gt:newValue ?new ; gt:decider ?by ; gt:decidedOn ?on ; gt:reason ?why ; gt:fromFile ?file ;
            gt:decisionState/<http://www.w3.org/2004/02/skos/core#notation> ?state }"""
        )
        .rows
    )

    assert rows == (
        ("云州市水利局（牵头）", "市城管局（牵头）", "王五", "2026-03-02", "机构改革", "更正.csv", "in-force"),
    )


def test_in_force_there_is_one_of_each(office_corrected: tuple[Office, list[str]]) -> None:
    """Nothing overruled is left, a task has one title and one deadline, and shortcuts are those of its owners."""
    office, _ = office_corrected
    quads = in_force(quads_of(office.lines()))
    subjects = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    overruled = {quad.subject.value for quad in quads_of(layer(office)) if quad.predicate.value == gt.overruledBy}  # type: ignore[union-attr]
    assert overruled
    assert not overruled & subjects

    store = Store.memory(f"{quad} .\n" for quad in quads)
    tasks = f"SELECT ?t ?x {{ ?t a <{gt.Task}> ; <%s> ?x }}"
    for name in (std.DCTERMS_TITLE, gt.deadline):
        rows = store.query(tasks % name).rows
        assert len(rows) == len({task for task, _ in rows})
    owned = f"SELECT ?t ?a {{ ?t <{gt.ownedBy}> ?a }}"
    duties = f"SELECT ?t ?a {{ ?r a <{gt.Responsibility}> ; <{gt.ofTask}> ?t ; <{gt.agency}> ?a }}"
    assert set(store.query(owned).rows) == set(store.query(duties).rows)
    led = store.query(f"SELECT ?a {{ ?t <{gt.ledBy}> ?a }}").rows
    assert led == ((f"{Names().agency('云州市城市管理局')}",),)


def test_every_fact_has_a_status(office_corrected: tuple[Office, list[str]]) -> None:
    """By what was decided; the others are stated."""
    office, before = office_corrected
    store = Store.open(office.store)
    found = status(quads_of(office.lines()))
    facts = f"SELECT ?f {{ ?f <{gt.inDocument}> ?d ; a ?k FILTER(?k != <{gt.Gap}> && ?k != <{gt.Decision}>) }}"
    assert {iri for (iri,) in store.query(facts).rows} <= set(found)

    named = {
        found[iri or ""]
        for (iri,) in store.query(f"SELECT ?r {{ ?r <{gt.asWritten}> ?w FILTER(?w IN ('市水利局', '市商务局')) }}").rows
    }
    assert named == {"corrected", "confirmed", "rejected"}
    assert set(status(quads_of(before)).values()) == {"stated"}


def test_status_of_a_document_that_has_ended(office: Office) -> None:
    """By a day that is given, else by the latest document of the graph; replaced, whatever the day."""
    plan = Names().document("云州市节水行动方案〔2024—2026年〕")
    other = next(iri for iri in status(quads_of(office.lines())) if "/document/" in iri and iri != plan)
    graph = ox.NamedNode("http://x/g")
    ended = [
        *quads_of(office.lines()),
        ox.Quad(ox.NamedNode(other), ox.NamedNode(std.ELI_NO_LONGER_IN_FORCE), ox.Literal("2025-12-31"), graph),
    ]
    assert status(ended)[other] == "stated"
    assert status(ended, date(2026, 1, 1))[other] == "superseded"
    dated = ox.Quad(ox.NamedNode("http://x/d"), ox.NamedNode(std.ELI_DATE_DOCUMENT), ox.Literal("2026-06-01"), graph)
    typed = ox.Quad(ox.NamedNode("http://x/d"), ox.NamedNode(std.RDF_TYPE), ox.NamedNode(gt.Document), graph)
    assert status([*ended, dated, typed])[other] == "superseded"
    replaced = ox.Quad(ox.NamedNode(other), ox.NamedNode(std.DCTERMS_IS_REPLACED_BY), ox.NamedNode("http://x/d"), graph)
    facts = {found for iri, found in status([*quads_of(office.lines()), replaced]).items() if "/task/" in iri}
    assert facts == {"stated", "superseded"}


def test_status_where_copies_differ(tmp_path: Path) -> None:
    """The fact in whose words they differ, and no other."""
    text = "http://x/text/a#char="

    def fact(iri: str, kind: str, place: str, *more: tuple[str, str]) -> list[ox.Quad]:
        pairs = ((std.RDF_TYPE, kind), (gt.evidence, text + place), *more)
        return [
            ox.Quad(ox.NamedNode(iri), ox.NamedNode(p), ox.NamedNode(o), ox.NamedNode("http://x/g")) for p, o in pairs
        ]

    quads = [
        *fact("http://x/1", gt.Responsibility, "10,14"),
        *fact("http://x/2", gt.Responsibility, "15,19"),
        *fact("http://x/3", gt.Gap, "12,15", (gt.gapKind, gt.GAP_KINDS["copy-differs"])),
    ]

    assert status(quads) == {"http://x/1": "conflicting", "http://x/2": "stated"}


def test_two_decisions_on_one_fact(office: Office, table: Callable[..., Path]) -> None:
    """An owner corrected, and its task rejected: one decision overrules it, and the shapes hold."""
    head = ["文件", "任务", "更正", "原值", "新值"]
    office.correct(
        table(
            [head, [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市城管局"], [TITLE, "改造老旧管网", "否认", "", ""]]
        )
    )

    assert check(Store.open(office.store)).violations == ()
    assert "改造老旧管网" not in office.rows()


def test_names_that_mean_nothing_are_idle() -> None:
    """What `links` could not use is told in the node of the decision."""
    one = Decision("names", "same", date(2026, 1, 1), stated=("place", "甲园", "乙园"))
    told, idle = lines([one], (), Names(), [one])

    assert [unused.reason for unused in idle] == ["图谱里没有这两个名称"]
    assert any("decision-idle" in line for line in told)
    assert lines([one], (), Names())[1] == []
