"""An indicator over years and plans: growth from what was observed, and whether targets were reached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.graph.ask.analyses.series import satisfies
from guitu.graph.ask.query import ask
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.graph.compare.test_verdicts import WATER, said

MET: list[tuple[str, str, str, bool | None]] = [
    # indicator, target, observed, whether it is met
    ("森林覆盖率", "40 %", "41.2 %", True),
    ("森林覆盖率", "40 %", "40 %", True),
    ("森林覆盖率", "40 %", "39 %", False),
    ("森林覆盖率", ">40 %", "40 %", False),
    ("森林覆盖率", ">=40 %", ">40 %", True),
    ("森林覆盖率", "40 %", "~40 %", None),
    ("森林覆盖率", "40 %", "~50 %", True),
    ("养老床位", "2-3 万张", "2.4 万张", True),
    ("养老床位", "2-3 万张", "3.4 万张", True),
    ("管网漏损率", "<=10 %", "8 %", True),
    ("管网漏损率", "<=10 %", "12 %", False),
    ("管网漏损率", "<=10 %", "<=12 %", None),
    ("城镇调查失业率", "5 %", "4.6 %", True),
    ("城镇调查失业率", "5 %", "5.4 %", False),
    ("地铁里程", "300 公里", "331000 米", True),
    ("地铁里程", "300 公里", ">250 公里", None),
]


@pytest.mark.parametrize(("name", "target", "observed", "met"), MET)
def test_a_target_is_met(name: str, target: str, observed: str, met: bool | None) -> None:
    """More is better unless the bound or the indicator says otherwise; what may lie on either side decides nothing."""
    assert satisfies(said(WATER, name, observed, is_target=False), said(WATER, name, target)) is met


GENERATIONS = {
    "三": "云州市轨道交通“十三五”规划\n\n一、发展回顾\n\n到2015年底，轨道交通运营里程120公里。\n\n二、发展目标\n\n"
    "到2020年，轨道交通运营里程达到200公里，公交站点覆盖率达到90%。\n",
    "四": "云州市轨道交通“十四五”规划\n\n一、发展回顾\n\n到2020年底，轨道交通运营里程210公里，"
    "公交站点覆盖率达到88%。\n\n二、发展目标\n\n到2025年，轨道交通运营里程达到300公里。\n",
}


@pytest.fixture
def railways(write: Callable[..., Path], tmp_path: Path) -> Store:
    """Two plans, one after the other."""
    build([write("plans", **GENERATIONS)], tmp_path / "store")
    return Store.open(tmp_path / "store")


def test_generations(railways: Store) -> None:
    """Observation, target, growth, and what became of the target in the next plan."""
    rows = ask(railways, "series", ["运营里程", "云州"]).rows

    assert [(row[3], row[4], row[5], row[7], row[8], row[9], row[10]) for row in rows] == [
        ("2015", "实绩值", "120公里", None, None, None, None),
        ("2020", "实绩值", "210公里", "120公里（2015）", "11.8%", None, None),
        ("2020", "目标值", "200公里", "120公里（2015）", "10.8%", "210公里", "达到"),
        ("2025", "目标值", "300公里", "210公里（2020）", "7.4%", None, None),
    ]
    assert rows[-1][11] == "尚无该年实绩"
    assert [row[10] for row in ask(railways, "series", ["站点覆盖率"]).rows if row[4] == "目标值"] == ["未达到"]
    assert ask(railways, "series", ["运营里程", "临江"]).rows == ()


def test_shares_move_in_points(write: Callable[..., Path], tmp_path: Path) -> None:
    """The growth of a share would be read as points, so that points are told."""
    text = "云州市林业“十四五”规划\n\n一、发展回顾\n\n到2020年底，森林覆盖率42.5%。\n\n二、发展目标\n\n"
    build([write("plans", 林=text + "到2025年，森林覆盖率达到45%。\n")], tmp_path / "store")

    assert ask(Store.open(tmp_path / "store"), "series", ["森林覆盖率"]).rows[-1][8] == "+0.5个百分点"


def test_successor_drops_and_continues(railways: Store) -> None:
    """Between the two plans the target is raised, and what the later one leaves out is dropped."""
    rows = ask(railways, "diff", ["十三五", "十四五"]).rows

    assert [(row[0], row[3]) for row in rows] == [("加强", "目标值提高"), ("取消目标", None)]
