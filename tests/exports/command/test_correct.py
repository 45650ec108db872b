"""The round trip: a workbook goes out, an office edits it, `guitu correct` takes the changes, everything shows them."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from guitu.exports.command.cli import main
from guitu.exports.page.data import contents
from guitu.exports.rdf.statements import quads_of
from guitu.graph.keep.store import Store
from tests.graph.corrections.plans import OTHER, PLAN

SHEET = "云州市节水行动方案（2024—2026年）"
WHOLE = "总表"


class Desk:
    """A store and the command."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.store = folder, folder / "store"
        self.plans = folder / "plans"
        self.plans.mkdir()
        (self.plans / "节水.txt").write_text(PLAN, encoding="utf-8")
        (self.plans / "海绵.txt").write_text(OTHER, encoding="utf-8")
        self.run("build", str(self.plans))

    def run(self, *words: str, code: int = 0) -> str:
        result = CliRunner().invoke(main, [*words, "--store", str(self.store)])
        assert result.exit_code == code, result.output
        return result.output

    def export(self, name: str, *more: str) -> Path:
        target = self.folder / name
        form = "csv" if target.suffix == "" else target.suffix[1:]
        self.run("export", form, "-o", str(target), *more)
        return target

    def edit(self, path: Path, *changes: tuple[str, str, str, str]) -> Path:
        """Change cells of a workbook: sheet, task, heading, new words."""
        book = openpyxl.load_workbook(path)
        for sheet, task, heading, words in changes:
            cells: dict[Any, Any] = {cell.value: cell.column for cell in book[sheet][3]}
            row = next(row for row in book[sheet].iter_rows(min_row=4) if row[cells["重点任务"] - 1].value == task)
            row[cells[heading] - 1].value = words or None
        book.save(path)
        return path

    def rows(self, path: Path, sheet: str = WHOLE) -> dict[str, dict[str, Any]]:
        """The rows of a sheet by task."""
        told = openpyxl.load_workbook(path)[sheet]
        heads: list[Any] = [cell.value for cell in told[3]]
        rows = (dict(zip(heads, (cell.value for cell in row), strict=True)) for row in told.iter_rows(min_row=4))
        return {row["重点任务"]: row for row in rows}

    def table(self, folder: Path, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(StringIO((folder / f"{name}.csv").read_text("utf-8-sig"))))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_round_trip(desk: Desk) -> None:
    """Owners changed in the summary sheet and in a document's sheet: next export, tables and page say so."""
    book = desk.edit(
        desk.export("分工表.xlsx"),
        (WHOLE, "改造老旧管网", "牵头单位", "市城管局"),
        (WHOLE, "建设雨水花园", "责任单位", "云州市住房和城乡建设局、市园林局"),
        (SHEET, "推广节水器具", "责任单位", "云州市水利局"),
        (SHEET, "开展节水宣传", "完成时限", "2025年底"),
    )
    said = desk.run("correct", str(book), "--by", "王五", "--why", "机构改革")
    assert "4 处更正在用，0 处未用" in said

    rows = desk.rows(desk.export("下一份.xlsx"))
    assert rows["改造老旧管网"]["牵头单位"] == "云州市城市管理局"
    assert rows["建设雨水花园"]["责任单位"].split("、")[0] == "云州市住房和城乡建设局"
    assert len(rows["建设雨水花园"]["责任单位"].split("、")) == 2
    assert rows["推广节水器具"]["责任单位"] == "云州市水利局"
    assert rows["开展节水宣传"]["完成时限"] == "2025年底"
    mark = rows["改造老旧管网"]["更正"]
    assert re.fullmatch(
        r"责任单位 改为：云州市水利局（牵头） → 市城管局（牵头）（王五，\d{4}-\d\d-\d\d，机构改革）", mark
    )

    tables = desk.export("表")
    owners = {(row["任务"], row["机构"], row["状态"]) for row in desk.table(tables, "responsibilities")}
    assert ("改造老旧管网", "云州市城市管理局", "已更正") in owners
    assert ("改造老旧管网", "云州市财政局", "写明") in owners
    assert not [row for row in owners if row[:2] == ("推广节水器具", "云州市商务局")]
    assert len(desk.table(tables, "corrections")) == 4

    data = contents(quads_of(Store.open(desk.store).quads()))
    led = [duty for duty in data["duties"] if duty["role"] == "lead"]
    assert [data["agencies"][duty["agency"]]["name"] for duty in led] == ["云州市城市管理局"]
    assert "王五" in led[0]["corrected"]["zh"]


def test_what_was_exported_changes_nothing(desk: Desk) -> None:
    """Neither before nor after corrections; a workbook of before takes no correction back."""
    first = desk.export("先.xlsx")
    assert "0 处更正在用" in desk.run("correct", str(first))
    desk.run("correct", str(desk.edit(desk.export("改.xlsx"), (WHOLE, "改造老旧管网", "牵头单位", "市城管局"))))

    assert "0 处更正在用" in desk.run("correct", str(desk.export("后.xlsx")))
    assert "0 处更正在用" in desk.run("correct", str(first))
    assert desk.rows(desk.export("再.xlsx"))["改造老旧管网"]["牵头单位"] == "云州市城市管理局"


def test_back_to_what_is_stated(desk: Desk) -> None:
    """Who saw the correction and writes the stated owner again, takes it back; an addition as well."""
    book = desk.edit(
        desk.export("一.xlsx"),
        (WHOLE, "改造老旧管网", "牵头单位", "市城管局"),
        (WHOLE, "开展节水宣传", "责任单位", "市教育局"),
        (WHOLE, "推广节水器具", "责任单位", "云州市水利局"),
    )
    desk.run("correct", str(book))
    book = desk.edit(
        desk.export("二.xlsx"),
        (SHEET, "改造老旧管网", "牵头单位", "市水利局"),
        (SHEET, "开展节水宣传", "责任单位", ""),
        (SHEET, "推广节水器具", "责任单位", "云州市水利局、云州市商务局"),
    )
    assert "3 处更正在用，0 处未用" in desk.run("correct", str(book))

    rows = desk.rows(desk.export("三.xlsx"))
    assert rows["改造老旧管网"]["牵头单位"] == "云州市水利局"
    assert not rows["开展节水宣传"]["责任单位"]
    assert rows["推广节水器具"]["责任单位"] == "云州市水利局、云州市商务局"


def test_a_second_change_of_a_corrected_owner(desk: Desk) -> None:
    """It is about what the document states, not about the correction; both are kept."""
    for number, name in enumerate(("市城管局", "市体育局")):
        book = desk.edit(desk.export(f"{number}.xlsx"), (WHOLE, "改造老旧管网", "牵头单位", name))
        desk.run("correct", str(book))
    rows = desk.rows(desk.export("末.xlsx"))
    decisions = desk.table(desk.export("表"), "corrections")

    assert rows["改造老旧管网"]["牵头单位"] == "云州市体育局"
    assert {(row["原值"], row["是否在用"]) for row in decisions} == {
        ("云州市水利局（牵头）", "在用"), ("云州市水利局（牵头）", "已被取代"),
    }  # fmt: skip


def test_a_table_older_than_a_correction_is_refused_where_it_differs(desk: Desk) -> None:
    """It does not show the correction that stands now, so what it says of that task is not known."""
    desk.run("correct", str(desk.edit(desk.export("一.xlsx"), (WHOLE, "改造老旧管网", "牵头单位", "市城管局"))))
    old = desk.export("旧.xlsx")
    desk.run("correct", str(desk.edit(desk.export("二.xlsx"), (WHOLE, "改造老旧管网", "牵头单位", "市体育局"))))

    assert "请重新导出" in desk.run("correct", str(old), code=1)


def test_titles_targets_and_sorted_rows(desk: Desk) -> None:
    """A task is known by where its evidence stands when its title is edited, in whatever order the rows are."""
    path = desk.export("分工表.xlsx")
    desk.edit(
        path,
        (WHOLE, "推广节水器具", "重点任务", "推广节水型器具"),
        (WHOLE, "改造老旧管网", "指标", "改造管网 ≥35公里（2026年）"),
    )
    book = openpyxl.load_workbook(path)
    sheet = book[WHOLE]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for row, values in zip(sheet.iter_rows(min_row=4), rows[::-1], strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value
    book.save(path)
    assert "2 处更正在用" in desk.run("correct", str(path))

    found = desk.rows(desk.export("后.xlsx"))
    assert found["推广节水型器具"]["责任单位"] == "云州市水利局、云州市商务局"
    assert found["改造老旧管网"]["指标"] == "改造管网 ≥35公里（2026年）"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_a_sheet_saved_as_csv(desk: Desk, encoding: str) -> None:
    """As Excel saves it, with the lines above the header."""
    book = openpyxl.load_workbook(desk.export("分工表.xlsx"))
    lines = [[str(cell.value or "") for cell in row] for row in book[SHEET].iter_rows()]
    out = StringIO()
    csv.writer(out).writerows([words.replace("云州市商务局", "市教育局") for words in row] for row in lines)
    path = desk.folder / "另存.csv"
    path.write_bytes(out.getvalue().encode(encoding))

    assert "1 处更正在用" in desk.run("correct", str(path))
    assert desk.rows(desk.export("后.xlsx"))["推广节水器具"]["责任单位"] == "云州市水利局、云州市教育局"


def test_two_sheets_that_differ_are_refused(desk: Desk) -> None:
    """Nothing of the file is taken; the error names both places."""
    book = desk.edit(
        desk.export("分工表.xlsx"),
        (WHOLE, "改造老旧管网", "牵头单位", "市城管局"),
        (SHEET, "改造老旧管网", "牵头单位", "市体育局"),
    )
    said = desk.run("correct", str(book), code=1)

    assert f"分工表.xlsx:{SHEET}" in said and f"分工表.xlsx:{WHOLE}" in said
    assert not desk.table(desk.export("表"), "corrections")


def test_it_survives_rebuilds_and_is_listed_where_its_sentence_has_gone(desk: Desk) -> None:
    """Built again from the sources it is still there; the sentence deleted, it is idle."""
    book = desk.edit(desk.export("分工表.xlsx"), (WHOLE, "推广节水器具", "责任单位", "云州市水利局、市教育局"))
    desk.run("correct", str(book))
    desk.run("build", str(desk.plans))
    assert desk.rows(desk.export("后.xlsx"))["推广节水器具"]["责任单位"] == "云州市水利局、云州市教育局"

    (desk.plans / "节水.txt").write_text(PLAN.replace("市水利局、市商务局", "市水利局"), encoding="utf-8")
    said = desk.run("update")
    assert "未用：云州市节水行动方案（2024—2026年） / 推广节水器具" in said and "已没有这句话" in said
    assert desk.rows(desk.export("再.xlsx"))["推广节水器具"]["责任单位"] == "云州市水利局"
    assert [row["是否在用"] for row in desk.table(desk.export("表"), "corrections")] == ["未用"]


def test_as_stated(desk: Desk) -> None:
    """Every export without the layer is that of a graph without decisions, byte for byte."""
    forms = ("全.nq", "全.ttl", "网.graphml", "页.html", "先.xlsx")
    before = {name: desk.export(f"1{name}").read_bytes() for name in forms if not name.endswith(("nq", "ttl"))}
    desk.run("export", "nquads", "-o", str(desk.folder / "1.nq"))
    desk.run("correct", str(desk.edit(desk.export("改.xlsx"), (WHOLE, "改造老旧管网", "牵头单位", "市城管局"))))

    for name, data in before.items():
        assert desk.export(f"2{name}").read_bytes() != data
        assert desk.export(f"3{name}", "--as-stated").read_bytes() == data
    desk.run("export", "nquads", "-o", str(desk.folder / "2.nq"), "--as-stated")
    assert (desk.folder / "1.nq").read_bytes() == (desk.folder / "2.nq").read_bytes()


def test_suggestions_are_judged_in_their_sheet(tmp_path: Path) -> None:
    """Accepted or refused in the column that waits for it."""
    desk = Desk(tmp_path)
    newer = PLAN.replace("（责任单位：市水利局、市商务局）", "普及率达到90%。").replace("2024—2026", "2027—2029")
    (desk.plans / "新.txt").write_text(newer.replace("2026", "2029"), encoding="utf-8")
    desk.run("add", str(desk.plans / "新.txt"))
    path = desk.export("分工表.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["建议"]
    heads: dict[Any, Any] = {cell.value: cell.column for cell in sheet[3]}
    owners = [row for row in sheet.iter_rows(min_row=4) if row[heads["类别"] - 1].value == "建议单位"]
    assert owners
    for row, judged in zip(owners, ("采纳",), strict=False):
        row[heads["判定"] - 1].value = judged
    book.save(path)

    assert "1 处更正在用" in desk.run("correct", str(path))
    decisions = desk.table(desk.export("表"), "corrections")
    assert {(row["决定"], row["是否在用"]) for row in decisions} == {("采纳", "在用")}


def test_the_duty_sheet_is_marked(desk: Desk) -> None:
    from docx import Document  # noqa: PLC0415

    desk.run(
        "correct",
        str(desk.edit(desk.export("改.xlsx"), (WHOLE, "改造老旧管网", "牵头单位", "市城管局"))),
        "--by",
        "王五",
    )
    path = desk.folder / "清单.docx"
    desk.run("export", "docx", "--agency", "市城管局", "-o", str(path))
    cells = [cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells]

    assert any("改为：云州市水利局（牵头）" in cell and "王五" in cell for cell in cells)
