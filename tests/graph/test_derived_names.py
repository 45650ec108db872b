"""A label is what the rules make of the words as written and of the place of the document, or verify fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.graph.build import build
from guitu.graph.checks.verify import verify
from guitu.graph.keep.store import Store

CITY = "云州市交通运输局2026年工作要点\n一、重点任务\n（一）抓衔接。做好衔接。（责任部门：规划处、市水利局、东桥区）\n"
ROOMS = """青岚市绿化行动方案

一、任务分工

| 任务 | 市林业局内牵头处室 | 配合单位 |
|---|---|---|
| 清查林地 | 资源处 | 市财政局 |
"""
ABOVE = (
    "南京市水网行动方案\n一、重点任务\n（一）改造水网。改造老旧水网。（省水利厅、财政厅、统计局牵头，市区水务局、市总工会机关配合）\n"
    "（二）保障资金。落实资金。（省财政部门支持，省地方水利有限公司、各区〔园区〕人民政府负责）\n"
)
NOWHERE = "节水工作方案\n一、重点任务\n（一）改造管网。全市更新管网。（市水利局牵头，市财政局配合）\n"
ELSEWHERE = "灌溉工作方案\n一、重点任务\n（一）改造渠系。全市更新渠系。（市水利局牵头）\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    place = tmp_path_factory.mktemp("names")
    files = []
    for name, text in (("a.txt", CITY), ("b.txt", NOWHERE), ("c.txt", ELSEWHERE), ("d.md", ROOMS), ("e.txt", ABOVE)):
        (place / name).write_text(text, encoding="utf-8")
        files.append(place / name)
    build(files, place / "store")
    return Store.open(place / "store")


def changed(store: Store, change: Callable[[str], str]) -> Store:
    made = Store.memory([change(line) for line in store.quads()])
    made.text = store.text  # type: ignore[method-assign]
    return made


def test_names_are_replayed(store: Store) -> None:
    """Names of the registry, rooms, regions and names that stayed as written are all made anew."""
    assert verify(store).failures == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'prefLabel> "云州市水利局"',
            'prefLabel> "南山市水利局"',
            "云州市水利局 by the rules, the graph says 南山市水利局",
        ),
        ('prefLabel> "云州市交通运输局规划处"', 'prefLabel> "规划处"', "云州市交通运输局规划处 by the rules"),
        ('prefLabel> "青岚市林业局资源处"', 'prefLabel> "资源处"', "青岚市林业局资源处 by the rules"),
        ("市林业局内牵头处室", "市农业局内牵头处室", "青岚市农业局资源处 by the rules"),
        ('prefLabel> "市水利局"', 'prefLabel> "云州市水利局"', "市水利局 by the rules, the graph says 云州市水利局"),
        ('asWritten> "市水利局"', 'asWritten> "市教育局"', "“市教育局” is 云州市教育局 by the rules"),
        ('prefLabel> "云州市"', 'prefLabel> "南山市"', "of 南山市, but the words that settle it say “云州市”"),
    ],
)
def test_a_changed_name_is_found(store: Store, old: str, new: str, said: str) -> None:
    """Whether the label, the words as written or the place was changed."""
    assert any(old in line for line in store.quads())
    report = verify(changed(store, lambda line: line.replace(old, new)))
    assert any(said in failure for failure in report.failures), report.failures


def test_the_words_that_settle_the_place_are_replayed(store: Store) -> None:
    """A document points at them; an owner reaches them over its document."""
    said = (
        "SELECT DISTINCT ?quote { ?r a gt:Responsibility ; gt:inDocument/gt:jurisdictionEvidence/nif:anchorOf ?quote }"
    )
    prefixes = (
        "PREFIX gt: <https://w3id.org/guitu/ns#> "
        "PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> "
    )
    assert sorted(row[0] or "" for row in store.query(prefixes + said).rows) == ["云州市", "南京市", "青岚市"]


def test_a_place_out_of_the_name_of_another_document_is_found(tmp_path: Path) -> None:
    """Words that settle a place and that stand in a cited title were not read by the rules."""
    text = "云州市节水方案\n根据《云州市节水规划》，制定本方案。\n一、任务\n（一）改造管网。（市水利局牵头）\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "store")
    found = Store.open(tmp_path / "store")
    assert verify(found).proved
    at = text.index("《云州市") + 1
    moved = changed(found, lambda line: line.replace("char=0,3>", f"char={at},{at + 3}>"))
    assert any("in the name of another document" in failure for failure in verify(moved).failures)


def test_two_places_that_are_not_told_are_never_one(store: Store) -> None:
    """市水利局 of two texts that name no city are two nodes, each of its document, and no link joins them."""
    nodes = {line.split(" ")[0] for line in store.quads() if 'prefLabel> "市水利局"' in line}
    assert len(nodes) == 2
    assert not any(line.startswith(tuple(nodes)) and "graph/links" in line for line in store.quads())
