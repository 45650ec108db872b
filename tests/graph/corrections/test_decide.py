"""Tables that a person writes: what each correction does, in every encoding, and what is told of a fault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guitu.extract.errors import SourceError
from guitu.graph.corrections.decide import decide
from guitu.graph.corrections.held import Held
from guitu.graph.corrections.wishes import Signature
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import Names
from tests.graph.corrections.conftest import SIGNED, TITLE, Office
from tests.graph.corrections.plans import OTHER, PLAN

HEAD = ["文件", "任务", "更正", "原值", "新值"]
Table = Callable[..., Path]
WATER, HOUSING, MONEY, TRADE = "云州市水利局", "云州市住房和城乡建设局", "云州市财政局", "云州市商务局"


def corrected(
    office: Office, table: Table, *rows: list[str]
) -> dict[str, tuple[list[tuple[str, str]], str, tuple[str, ...]]]:
    office.correct(table([HEAD, *rows]))
    assert not office.idle
    return office.rows()


def test_as_it_is_read(office: Office) -> None:
    """What stands before any correction."""
    rows = office.rows()

    assert rows["改造老旧管网"] == (
        [(WATER, "lead"), (HOUSING, "support"), (MONEY, "support")], "2026年底前", ("改造管网 30公里（2026年）",),
    )  # fmt: skip
    assert rows["推广节水器具"][0] == [(WATER, "responsible"), (TRADE, "responsible")]


def test_an_owner_is_another(office: Office, table: Table) -> None:
    """A short name is read as the document's own would be."""
    rows = corrected(office, table, [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市城管局"])

    assert rows["改造老旧管网"][0] == [("云州市城市管理局", "lead"), (HOUSING, "support"), (MONEY, "support")]


def test_an_owner_has_another_role(office: Office, table: Table) -> None:
    """The role is corrected, the agency stays as it was written."""
    rows = corrected(office, table, [TITLE, "推广节水器具", "牵头单位", "市商务局", "市商务局"])

    assert rows["推广节水器具"][0] == [(WATER, "responsible"), (TRADE, "lead")]


def test_owners_come_and_go(office: Office, table: Table) -> None:
    """Several in one cell; a blank on a side is nobody."""
    rows = corrected(
        office,
        table,
        [TITLE, "改造老旧管网", "配合单位", "市住房城乡建设局、市财政局", ""],
        [TITLE, "开展节水宣传", "责任单位", "", "市教育局、市水利局"],
    )

    assert rows["改造老旧管网"][0] == [(WATER, "lead")]
    assert rows["开展节水宣传"][0] == [("云州市教育局", "responsible"), (WATER, "responsible")]


def test_deadline_title_and_target(office: Office, table: Table) -> None:
    """What the words leave open of a target stays as it was stated."""
    rows = corrected(
        office,
        table,
        [TITLE, "改造老旧管网", "期限", "2026年底前", "2027年6月底前"],
        [TITLE, "改造老旧管网", "指标", "30公里", "≥35"],
        [TITLE, "推广节水器具", "标题", "", "推广节水型器具"],
    )

    assert rows["改造老旧管网"][1:] == ("2027年6月底前", ("改造管网 ≥35公里（2026年）",))
    assert "推广节水器具" not in rows
    assert rows["推广节水型器具"][0] == [(WATER, "responsible"), (TRADE, "responsible")]


def test_a_deadline_goes_and_a_target_comes(office: Office, table: Table) -> None:
    rows = corrected(
        office,
        table,
        [TITLE, "改造老旧管网", "期限", "2026年底前", ""],
        [TITLE, "推广节水器具", "指标", "", "节水器具普及率≥90%（2026年）"],
    )

    assert rows["改造老旧管网"][1] == ""
    assert rows["推广节水器具"][2] == ("节水器具普及率 ≥90%（2026年）",)


def test_rejected_and_confirmed(office: Office, table: Table) -> None:
    """A fact by what it says, a task by no fact; an owner that is confirmed stays."""
    rows = corrected(
        office,
        table,
        [TITLE, "改造老旧管网", "否认", "30公里", ""],
        [TITLE, "改造老旧管网", "否认", "2026年底前", ""],
        [TITLE, "改造老旧管网", "确认", "市水利局", ""],
        [TITLE, "开展节水宣传", "否认", "", ""],
    )

    assert rows["改造老旧管网"] == ([(WATER, "lead"), (HOUSING, "support"), (MONEY, "support")], "", ())
    assert "开展节水宣传" not in rows


def test_the_latest_decision_wins_and_both_are_kept(office: Office, table: Table) -> None:
    """A second file about the same owner; then back to what the document says."""
    office.correct(table([HEAD, [TITLE, "推广节水器具", "责任单位", "市商务局", "市教育局"]]))
    rows = corrected(office, table, [TITLE, "推广节水器具", "责任单位", "市商务局", "市体育局"])
    assert rows["推广节水器具"][0] == [(WATER, "responsible"), ("云州市体育局", "responsible")]

    rows = corrected(office, table, [TITLE, "推广节水器具", "确认", "市商务局", ""])
    assert rows["推广节水器具"][0] == [(WATER, "responsible"), (TRADE, "responsible")]
    assert len(office.log) == 3


def test_the_same_file_twice_decides_once(office: Office, table: Table) -> None:
    file = table([HEAD, [TITLE, "推广节水器具", "责任单位", "市商务局", "市教育局"]])
    office.correct(file)

    assert office.correct(file, Signature("赵六", date(2027, 1, 1), "", "更正.csv")) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_encodings_of_offices(office: Office, table: Table, encoding: str) -> None:
    file = table([HEAD, [TITLE, "推广节水器具", "责任单位", "市商务局", "市教育局"]], encoding)
    (one,) = office.correct(file)

    assert one.stated == (TRADE, "responsible")
    assert one.value == ("市教育局", "responsible")


def test_headings_in_english_in_any_order(office: Office, table: Table) -> None:
    """Who, when and why of a row go before those of the command."""
    head = ["new", "old", "what", "task", "document", "why", "by", "date"]
    row = ["市教育局", "市商务局", "responsible", "推广节水器具", TITLE, "改了职能", "张三", "2026年1月5日"]
    (one,) = office.correct(table([head, row]))

    assert (one.why, one.by, one.on, one.file) == ("改了职能", "张三", date(2026, 1, 5), "更正.csv")


def test_what_means_nothing_is_kept_and_listed(office: Office, table: Table) -> None:
    """A document that comes later brings its correction into force."""
    rows = [
        ["云州市绿道建设方案", "建设绿道", "责任单位", "市园林局", "市水利局"],
        [TITLE, "没有的任务", "责任单位", "", "市水利局"],
        [TITLE, "改造老旧管网", "责任单位", "市体育局", "市水利局"],
    ]
    office.correct(table([HEAD, *rows]))
    assert sorted(one.reason for one in office.idle) == [
        "图谱里没有这份文件", "文件里已没有这句话", "文件里没有这项任务",
    ]  # fmt: skip

    office.write(绿道="云州市绿道建设方案\n一、重点工作\n（一）建设绿道。（责任单位：市园林局）\n")
    office.build()
    assert office.rows()["建设绿道"][0] == [(WATER, "responsible")]
    assert len(office.idle) == 2


def test_where_the_sentence_has_gone_it_is_listed(office: Office, table: Table) -> None:
    """Not applied; a sentence that comes back has its correction again."""
    office.correct(table([HEAD, [TITLE, "推广节水器具", "责任单位", "市商务局", "市教育局"]]))
    office.write(节水=PLAN.replace("市水利局、市商务局", "市水利局"))
    office.build()
    assert [one.reason for one in office.idle] == ["文件里已没有这句话"]
    assert office.rows()["推广节水器具"][0] == [(WATER, "responsible")]

    office.write(节水=PLAN.replace("一、主要任务", "一、重点任务").replace("（二）", "（四）"))
    office.build()
    assert not office.idle
    assert office.rows()["推广节水器具"][0] == [(WATER, "responsible"), ("云州市教育局", "responsible")]


def test_of_two_that_are_alike_none_is_taken(office: Office, table: Table) -> None:
    office.write(节水=f"{PLAN}（四）开展节水宣传。（责任单位：市教育局）\n")
    office.build()
    office.correct(table([HEAD, [TITLE, "开展节水宣传", "期限", "", "2025年底"]]))

    assert [one.reason for one in office.idle] == ["有多处相同，不能断定是哪一处"]


FAULTS: list[tuple[list[list[str]], str]] = [
    ([["甲", "乙"]], ":1: no table of decisions"),
    ([HEAD, [TITLE, "改造老旧管网", "更名", "", ""]], ":2: no correction"),
    ([HEAD, ["", "改造老旧管网", "期限", "", "2027年"]], ":2: no document"),
    ([HEAD, [TITLE, "", "期限", "", "2027年"]], ":2: no task"),
    ([HEAD, [TITLE, "改造老旧管网", "责任单位", "", ""]], ":2: neither"),
    ([HEAD, [TITLE, "改造老旧管网", "指标", "30公里", "很多"]], ":2: no number"),
    ([HEAD, [TITLE, "改造老旧管网", "标题", "", ""]], ":2: no new title"),
    ([[*HEAD, "日期"], [TITLE, "改造老旧管网", "期限", "", "2027年", "明天"]], ":2: no date"),
    ([HEAD, [TITLE, "改造老旧管网", "期限", "", "甲" * 500]], ":2: new is longer"),
    ([HEAD, *([TITLE, "改造老旧管网", "期限", "", year] for year in ("2027年", "2028年"))], ":3: decided otherwise"),
    ([["种类", "名称一", "名称二", "判定"], ["街道", "甲", "乙", "同一"]], ":2: no kind"),
    ([["种类", "名称一", "名称二", "判定"], ["地点", "甲", "乙", "也许"]], ":2: no judgement"),
    ([["种类", "名称一", "名称二", "判定"], ["地点", "甲", "甲", "同一"]], ":2: two different"),
    ([["种类", "名称一", "名称二", "判定"], ["地点", "甲", "乙", "同一"], ["地点", "乙", "甲", "不同"]], ":3: decided"),
    ([["文件", "任务", "机构", "判定"], [TITLE, "改造老旧管网", "市水利局", "也许"]], ":2: no judgement"),
]


@pytest.mark.parametrize(("rows", "told"), FAULTS)
def test_a_fault_refuses_the_whole_file(office: Office, table: Table, rows: list[list[str]], told: str) -> None:
    """One line with file and line, and nothing of the file is taken."""
    with pytest.raises(SourceError) as caught:
        decide(table(rows), Held(Store.open(office.store), Names()), (), SIGNED)

    assert f"更正.csv{told}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file or folder"):
        decide(tmp_path / "没有.csv", Held(Store.memory(), Names()), (), SIGNED)
    damaged = tmp_path / "坏.xlsx"
    damaged.write_bytes(b"PK\x03\x04 no package")
    with pytest.raises(SourceError, match=r"坏\.xlsx"):
        decide(damaged, Held(Store.memory(), Names()), (), SIGNED)


def test_suggestions_judged(tmp_path: Path, table: Table) -> None:
    """One accepted owns the task and is confirmed; one refused is no longer shown."""
    folder = tmp_path / "建议"
    folder.mkdir()
    office = Office(folder, tmp_path / "s")
    office.write(
        旧=PLAN.replace("（2024—2026年）", "（2021—2023年）").replace("2026", "2023"),
        新=PLAN.replace("（责任单位：市水利局、市商务局）", "普及率达到90%。"),
        海绵=OTHER,
    )
    office.build()
    suggested = [line for line in office.lines() if "ns#Suggestion>" in line and "/id/graph/suggestions>" in line]
    assert suggested, "the two plans are aligned"
    head = ["文件", "任务", "机构", "角色", "判定"]

    office.correct(table([head, [TITLE, "推广节水器具", WATER, "责任", "采纳"]]))
    assert not office.idle
    assert office.rows(TITLE)["推广节水器具"][0] == [(WATER, "responsible")]

    office.correct(table([head, [TITLE, "推广节水器具", "市水利局", "", "不采纳"]]))
    assert not office.idle
    assert office.rows(TITLE)["推广节水器具"][0] == []
