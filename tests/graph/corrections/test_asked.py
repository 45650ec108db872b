"""What a question says of facts that a person decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.graph.ask.query import ask
from guitu.graph.build import build
from guitu.graph.corrections.in_force import without_layer
from guitu.graph.keep.store import Store
from tests.graph.corrections.conftest import TITLE, Office
from tests.graph.corrections.plans import PLAN


def test_a_corrected_owner_is_not_called_stated(office: Office, table: Callable[..., Path]) -> None:
    """What the basis of an owner is: the document, or a person who put another in its place."""
    rows = [["文件", "任务", "更正", "原值", "新值"], [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市城管局"]]
    office.correct(table(rows))

    found = ask(Store.open(office.store), "owners", ["改造老旧管网"])

    assert {(agency, basis) for _, _, agency, role, basis, *_ in found.rows if role == "牵头"} == {
        ("云州市城市管理局", "已更正")
    }
    assert "写明" in {row[4] for row in found.rows}


def test_an_agency_named_by_documents_and_persons_is_one(office: Office, table: Callable[..., Path]) -> None:
    """Its name stands in the graph of the registry and in that of decisions; its duties are listed once."""
    rows = [["文件", "任务", "更正", "原值", "新值"], [TITLE, "开展节水宣传", "责任单位", "", "市水利局"]]
    office.correct(table(rows))

    found = ask(Store.open(office.store), "duty-sheet", ["云州市水利局"]).rows

    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize(
    ("question", "arg", "columns"),
    [("duty-sheet", "城市管理局", (5, 0, 2)), ("supports", "财政局", (5, 0, 2))],
)
def test_the_basis_of_an_owner(
    office: Office, table: Callable[..., Path], question: str, arg: str, columns: tuple[int, ...]
) -> None:
    """Whoever asks by agency is told, too, that a person put it there."""
    rows = [
        ["文件", "任务", "更正", "原值", "新值"],
        [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市城管局"],
        [TITLE, "推广节水器具", "配合单位", "", "市财政局"],
    ]
    office.correct(table(rows))

    found = ask(Store.open(office.store), question, [arg]).rows

    assert {tuple(row[at] for at in columns) for row in found} == {
        "supports": {
            ("改造老旧管网", "云州市财政局", "写明"),
            ("推广节水器具", "云州市财政局", "已更正"),
        }
    }.get(question, {("改造老旧管网", "云州市城市管理局", "已更正")})


def test_who_is_to_lead_does_not_also_support(office: Office, table: Callable[..., Path]) -> None:
    """A lead corrected to an agency that supports the task: it has one role."""
    rows = [["文件", "任务", "更正", "原值", "新值"], [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市财政局"]]
    office.correct(table(rows))

    owners = [row[2:5] for row in ask(Store.open(office.store), "owners", ["改造老旧管网"]).rows]

    assert sorted(owners, key=str) == [
        ("云州市住房和城乡建设局", "配合", "写明"),
        ("云州市财政局", "牵头", "已更正"),
    ]
    assert ("云州市财政局", "配合") not in office.rows()["改造老旧管网"][0]


def test_corrected_titles_and_deadlines_are_compared(office: Office, table: Callable[..., Path]) -> None:
    """`diff` tells what holds now; without what people decided, what is stated."""
    later = PLAN.replace("2024—2026年", "2027—2029年").replace("2026", "2029")
    office.write(节水二=later)
    office.build()
    second = "云州市节水行动方案（2027—2029年）"
    rows = [
        ["文件", "任务", "更正", "原值", "新值"],
        [second, "改造老旧管网", "期限", "", "2028年底前"],
        [second, "改造老旧管网", "标题", "", "改造供水管网"],
    ]
    office.correct(table(rows))
    store = Store.open(office.store)

    decided = ask(store, "diff", [TITLE, second]).rows
    stated = ask(Store.memory(without_layer(store.quads(stated=True))), "diff", [TITLE, second]).rows

    assert {(row[2], row[5]) for row in decided if row[3] and "期限" in row[3]} == {("改造供水管网", "2028年底前")}
    assert {row[2] for row in stated} >= {"改造老旧管网"}
    assert "2028年底前" not in {row[5] for row in stated}


def test_the_old_document_names_the_agency_of_its_time(tmp_path: Path) -> None:
    """An agency that was renamed is called in each document as it was then, and is no other owner."""
    for name, years, owner in (("甲", "2016—2018年", "云州市农业局"), ("乙", "2024—2026年", "云州市农业农村局")):
        text = f"云州市农田行动方案（{years}）\n一、主要任务\n（一）建设高标准农田。（{owner}牵头，市财政局配合）\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "丙.txt").write_text(
        "云州市农田行动方案（2027—2029年）\n一、主要任务\n（一）建设高标准农田。（云州市水利局牵头）\n",
        encoding="utf-8",
    )
    build([tmp_path], tmp_path / "store")
    store = Store.open(tmp_path / "store")

    renamed = ask(store, "diff", ["2016—2018年", "2024—2026年"]).rows
    other = ask(store, "diff", ["2016—2018年", "2027—2029年"]).rows

    assert {row[0] for row in renamed} == {"延续"}
    assert {row[4] for row in other if row[4]} == {"牵头：云州市农业局；配合：云州市财政局"}
