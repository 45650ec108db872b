"""How agencies hang together and how two things are connected: the answers of path, brokers and communities."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.extract.errors import QueryError
from guitu.graph.ask.analyses import brokers, communities, path
from guitu.graph.ask.query import ask
from guitu.graph.build import build
from guitu.graph.keep.store import Row, Store
from guitu.ontology import terms
from tests.graph.networks import other_name, owned, row

TWO_SIDES = [
    *owned("治理河湖", "云州市水务局", "云州市生态环境局", topic="水利"),
    *owned("保护水源", "云州市水务局", "云州市生态环境局", topic="生态"),
    *owned("建设港区", "云州市水务局", "云州市交通运输局", "g:云州市各区人民政府", topic="航运"),
    *owned("培训船员", "云州市交通运输局", "云州市教育局", "g:云州市各区人民政府"),
    *owned("整顿市场", "云州市水务局", "云州市公安局", score="0.9"),
]


def test_brokers() -> None:
    """Who joins groups that are otherwise apart, with by which tasks; groups and suggestions join none."""
    answer = brokers.answer(TWO_SIDES, (), "zh")

    assert [found[:6] for found in answer] == [
        ("云州市交通运输局", "必经", "0.6667", "1/2", "云州市教育局", "培训船员《云州市渔业规划》"),
        ("云州市交通运输局", "必经", "0.6667", "2/2", "云州市水务局", "建设港区《云州市渔业规划》"),
        ("云州市水务局", "必经", "0.6667", "1/2", "云州市交通运输局", "建设港区《云州市渔业规划》"),
        (
            "云州市水务局", "必经", "0.6667", "2/2", "云州市生态环境局",
            "保护水源《云州市渔业规划》；治理河湖《云州市渔业规划》",
        ),
    ]  # fmt: skip
    assert answer[0][7] == "“云州市交通运输局、培训船员”；“云州市教育局、培训船员”"


def test_bridges() -> None:
    """Who lies between communities that hang together in other ways, too, bridges them."""
    ring = [owned(f"{one}{two}", one, two) for one, two in zip("甲乙丙丁戊己庚辛", "乙丙丁戊己庚辛甲", strict=True)]
    answer = brokers.answer([made for edge in ring for made in edge], (), "en")

    assert {found[1] for found in answer} == {"bridges"}
    assert all(int((found[3] or "").partition("/")[2]) > 1 for found in answer)


def test_sampled_betweenness_is_told() -> None:
    """Where betweenness is an estimate, every row says so."""
    rows = [made for i in range(501) for made in owned(f"事{i}", "总局", f"{i:03}局")]
    answer = brokers.answer(rows, (), "zh")

    assert all("200 个节点抽样估计" in (found[6] or "") for found in answer)
    assert "抽样" not in (brokers.answer(TWO_SIDES, (), "zh")[0][6] or "")


def test_communities() -> None:
    """Groups that work together, called by the topics of their tasks, with members, tasks and words."""
    answer = communities.answer(TWO_SIDES, (), "zh")

    assert [found[:5] for found in answer] == [
        ("1", "培训船员", "2", "云州市交通运输局、云州市教育局", "1"),
        ("2", "水利、生态", "2", "云州市水务局、云州市生态环境局", "2"),
    ]
    assert {found[6] for found in answer} == {"0.2188"}
    assert answer[0][5] == "培训船员《云州市渔业规划》"
    assert communities.answer([], (), "zh") == ()


def test_many_tasks_are_counted() -> None:
    """Of many shared tasks five are named, the rest is counted."""
    rows = [made for i in range(9) for made in owned(f"任务{i}", "水务局", "财政局")]
    tasks = communities.answer(rows, (), "zh")[0][5] or ""

    assert tasks.split("；")[-1] == "等 9 项"
    assert len(tasks.split("；")) == 6


WAYS = [
    *owned("养殖示范", "云州市农业农村局", topic="水产"),
    *owned("港口改造", "云州市发展和改革委员会"),
    row("p:云州渔港", terms.focus, "c:水产"),
    row("t:良种补贴", terms.ALIGNMENT_RELATIONS["same"], "t:养殖示范", score="0.85"),
    row("a:临江市人民政府", terms.jurisdiction, "p:临江市"),
    row("d:云州市渔业规划", terms.jurisdiction, "p:云州市"),
    row("d:临江市渔业规划", terms.jurisdiction, "p:云州市"),
    other_name("a:云州市农业农村局", "市农业农村局"),
    other_name("p:云州渔港", "云州中心渔港"),
]


@pytest.mark.parametrize(
    ("start", "end"),
    [("云州渔港", "云州市农业农村局"), ("云州中心渔港", "市农业农村局"), ("p:云州渔港", "农业农村")],
)
def test_path(start: str, end: str) -> None:
    """By any of their names two things are found, and every step tells its kind, its ground and its words."""
    steps = path.answer(WAYS, (start, end), "zh")

    assert [step[:8] for step in steps] == [
        ("1", "1", "云州渔港", "地点", "产业定位 →", "水产", "主题", "文件所述"),
        ("1", "2", "水产", "主题", "← concerns", "养殖示范", "任务", "文件所述"),
        ("1", "3", "养殖示范", "任务", "← 牵头", "云州市农业农村局", "机构", "文件所述"),
    ]
    assert steps[0][8:] == ("云州市渔业规划", "“云州渔港、水产”")


def test_short_form() -> None:
    """A short form that no document writes is read as the registry reads it, in the places of the graph."""
    assert path.answer(WAYS, ("市发改委", "港口改造"), "zh")[0][2] == "云州市发展和改革委员会"


def test_inferred_steps_are_marked() -> None:
    """A step over what is inferred says so, with its score."""
    assert path.answer(WAYS, ("良种补贴", "养殖示范"), "en")[0][7] == "inferred (0.85)"


def test_no_way() -> None:
    """Where nothing connects two things the answer says so; that documents are in force in one city is no way."""
    rows = [*WAYS, row("d:临江市渔业规划", terms.place, "p:江心洲")]

    assert path.answer(rows, ("临江市人民政府", "云州渔港"), "zh")[0][7] == "二者之间没有通路"
    assert path.answer(rows, ("江心洲", "云州渔港"), "zh")[0][7] == "二者之间没有通路"
    assert path.answer(rows, ("云州渔港", "云州渔港"), "zh") == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("规划", "2 things have this name; give one of: 临江市渔业规划 <d:临江市渔业规划>; 云州市渔业规划"),
        ("气象局", "nothing in the graph has this name"),
        ("", "nothing in the graph has this name"),
    ],
)
def test_names_that_mean_none_or_several(name: str, said: str) -> None:
    """A name that means nothing or several things is told, with the candidates."""
    with pytest.raises(QueryError, match=said):
        path.answer(WAYS, (name, "云州渔港"), "zh")


def test_exact_name_comes_first() -> None:
    """A whole name means its thing, also where it is a part of other names."""
    rows: list[Row] = [*WAYS, row("p:云州渔港二期", terms.focus, "c:水产")]

    assert path.answer(rows, ("云州渔港", "水产"), "zh")[0][2] == "云州渔港"


PLAN = """云州市渔业发展规划

一、重点任务

（一）建设渔港经济区。提升码头和冷库，发展水产品加工业。（牵头单位：市农业农村局；配合单位：市交通运输局、市财政局）

（二）整治养殖尾水。改造池塘。（牵头单位：市生态环境局；配合单位：市农业农村局、市水利局）
"""


@pytest.fixture
def fishing(write: Callable[..., Path], tmp_path: Path) -> Store:
    build([write("plans", 云州=PLAN)], tmp_path / "store")
    return Store.open(tmp_path / "store")


def test_questions_of_a_store(fishing: Store) -> None:
    """The three questions answer on a plan as it is read: by task and role, with its words."""
    steps = ask(fishing, "path", ["市财政局", "市水利局"]).rows
    joins = ask(fishing, "brokers").rows
    groups = ask(fishing, "communities", lang="en")

    assert [step[5] for step in steps] == ["建设渔港经济区", "云州市农业农村局", "整治养殖尾水", "云州市水利局"]
    assert [step[4] for step in steps] == ["配合 →", "← 牵头", "配合 →", "← 配合"]
    assert {found[0] for found in joins} == {"云州市农业农村局"}
    assert all(found[-1] for found in (*steps, *joins, *groups.rows))
    assert groups.headings[:2] == ("group", "name")
