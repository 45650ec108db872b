"""The 任务分工表 as a workbook: what an office expects of it, and that a build reads it back, also once edited."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from pyoxigraph import Quad

from guitu.exports.command.cli import main
from guitu.exports.command.files import write_export
from guitu.exports.office import package
from guitu.exports.office.names import LONGEST, sheet_names
from guitu.exports.office.sheet import Column, Table
from guitu.exports.office.workbook import tables, workbook, write_workbook
from guitu.exports.rdf.profile import select
from guitu.exports.rdf.statements import quads_of
from guitu.exports.tables import division
from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import View
from guitu.extract.readers.sheets import marks
from guitu.graph.build import build
from guitu.graph.keep.store import Store

Told = set[tuple[str, ...]]


def book_of(quads: tuple[Quad, ...], lang: str = "zh") -> Any:
    found = tables(View.of(quads), Inferred.of(quads), lang)
    return openpyxl.load_workbook(io.BytesIO(package.fixed(workbook(found, lang))))


@pytest.fixture(scope="module")
def sample_book(sample_quads: tuple[Quad, ...]) -> Any:
    """The workbook of the samples, to look at."""
    return book_of(sample_quads)


def drawn(*rows: tuple[Any, ...]) -> Any:
    """The sheet of a table of two columns."""
    table = Table("表", "题", "注", (Column("甲", 10), Column("乙", 10)), rows)
    return openpyxl.load_workbook(io.BytesIO(workbook([table])))["表"]


def told(quads: tuple[Quad, ...]) -> tuple[Told, Told]:
    """Duties as document, chapter, number, task, deadline, role and agency; and what documents say of themselves."""
    view = View.of(quads)
    duties = set()
    for row in division.rows(view):
        task = (row.document, *row.chapter, row.number, row.title, row.deadline)
        duties.add(task)
        duties |= {(*task, owner.role, view.label(owner.agency)) for owner in row.owners}
    fields = (
        "dcterms:title", "eli:id_local", "eli:passed_by", "eli:date_document", "eli:first_date_entry_in_force",
        "eli:date_no_longer_in_force", "gt:level", "gt:jurisdiction", "eli:type_document", "gt:planPeriod",
        "dcterms:isPartOf",
    )  # fmt: skip
    documents = {(iri, *(view.one(iri, name) for name in fields)) for iri in view.members["gt:Document"]}
    return duties, documents


def read_back(path: Path, store: Path, *others: Path) -> tuple[Quad, ...]:
    report = build([path, *others], store)
    assert not report.problems
    return quads_of(Store.open(store).quads())


# ---- what an office expects ----


def test_sheets(sample_book: Any) -> None:
    """The whole first, a sheet for each document, then what is known beside; what is inferred last."""
    names = sample_book.sheetnames

    assert names[0] == "总表"
    assert names[1:8] == [
        "十四五数字乡村发展规划", "云州市支持数字农业发展若干措施", "云州市数字乡村2024年重点任务分工方案",
        "云州市数字乡村发展十三五规划", "云州市数字乡村发展十四五规划",
        "云州市智慧渔业三年行动计划（2023—2025年）", "青岚县数字乡村建设实施方案",
    ]  # fmt: skip
    assert names[8:] == ["指标", "园区", "单位", "缺口", "建议"]


def test_sheets_without_rows_are_left_out(quads: tuple[Quad, ...]) -> None:
    """A graph without inferences and gaps has no sheets of them."""
    kept = tuple(quad for quad in quads if not str(quad.graph_name).strip("<>").endswith(("gaps", "alignments")))

    assert book_of(kept).sheetnames[-1] == "单位"


def test_a_sheet_is_set_up_for_reading_and_print(sample_book: Any) -> None:
    """Title and header stand above frozen rows; A4 across, as wide as the page, the header on each, pages numbered."""
    for sheet in sample_book.worksheets:
        across = f"A1:{openpyxl.utils.get_column_letter(sheet.max_column)}1"
        assert sheet.freeze_panes == "A4"
        assert across in {str(merged) for merged in sheet.merged_cells.ranges}
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$3:$3"
        assert "&P" in sheet.oddFooter.center.text
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row if cell.value)


def test_rows_of_a_document(quads: tuple[Quad, ...]) -> None:
    """The columns of the 任务分工表, the rows of a chapter merged, tasks of a task under its number."""
    sheet = book_of(quads)["云州市水网建设十七五规划"]
    head, first, second, third = list(sheet.iter_rows(min_row=3, values_only=True))

    assert sheet["A1"].value == "云州市水网建设“十七五”规划"
    assert head == (
        "序号", "章节", "重点任务", "主要内容", "牵头单位", "责任单位", "配合单位", "完成时限", "指标", "依据",
    )  # fmt: skip
    assert first == (
        1, "三、重点任务", "新建村镇泵站", "在山区新建一批泵站，保证旱季供水。", "云州市水务局", None, "云州市财政局",
        "2033年底前", "泵站数 12.5—20座（2033年）", "“市水务局牵头”“市财政局配合”（字符60–73）",
    )  # fmt: skip
    assert (second[0], third[0]) == ("1.1", 2)
    assert "B4:B6" in {str(merged) for merged in sheet.merged_cells.ranges}


def test_agencies_are_counted_by_role(quads: tuple[Quad, ...]) -> None:
    """The sheet of agencies counts tasks for each role, and documents."""
    rows = list(book_of(quads)["单位"].iter_rows(min_row=4, values_only=True))

    assert rows == [(1, "云州市水务局", "市水务局", 1, 1, 0, 2), (2, "云州市财政局", "市财政局", 0, 0, 1, 1)]


def test_figures_are_numbers(quads: tuple[Quad, ...]) -> None:
    """Values, upper bounds and years can be reckoned with."""
    target, observation = book_of(quads)["指标"].iter_rows(min_row=4, values_only=True)

    assert target[3:9] == ("泵站数", ">=", 12.5, 20, "座", 2033)
    assert observation[3:9] == ("泵站数", "=", 9, None, "座", 2030)


def test_what_is_inferred_says_so(sample_book: Any) -> None:
    """The sheet of suggestions tells that no document states them, in another shade than what is stated."""
    inferred, stated = sample_book["建议"], sample_book["单位"]

    assert "不是文件原文" in inferred["A2"].value
    assert inferred["A3"].fill.start_color.rgb != stated["A3"].fill.start_color.rgb
    assert {row[1] for row in inferred.iter_rows(min_row=4, values_only=True)} == {"建议单位", "对应任务"}


def test_english_headings_stand_beside_the_chinese(quads: tuple[Quad, ...]) -> None:
    """In English each heading has its English name below; the Chinese stays, by which a build knows it."""
    book = book_of(quads, "en")

    assert [cell.value for cell in book.worksheets[1][3]][:3] == [
        "序号\n（No.）",
        "章节\n（chapter）",
        "重点任务\n（task）",
    ]


# ---- words are words ----


@pytest.mark.parametrize("words", ["=1+1", "+86", "-泵站", "@SUM(A1)", "＝1", " =1", "\t=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    """What begins like a formula is text, and stays text when somebody edits it."""
    cell = drawn((words, 1))["A4"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", True)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("泵\x00站\x07", "泵站"),
        ("左\u202e右\u2066", "左右"),
        ("上\r\n下", "上\n下"),
        ("\ud800泵站\uffff", "泵站"),
        ("_x000D_", "_x005F_x000D_"),
        ("长" * 40_000, "长" * 31_999 + "…"),
    ],
)
def test_what_a_sheet_cannot_hold(words: str, kept: str) -> None:
    """Control characters and marks of direction go, escapes are escaped, what is too long ends with …."""
    assert drawn((words, 1))["A4"].value == kept


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["云州市水网建设“十七五”规划"], ("云州市水网建设十七五规划",)),
        (["a:b?c*[d]/e\\f"], ("abcdef",)),
        (["规划", "规划", "规划"], ("规划", "规划(2)", "规划(3)")),
        (["总表", "History", "", "Abc", "ABC"], ("总表(2)", "History(2)", "无题", "Abc", "ABC(2)")),
        (["云" * 30 + "水网建设行动方案（2031—2033年）"], ("云" * 18 + "…" + "云云云云水网建设行动方案",)),
    ],
)
def test_names_of_sheets(titles: list[str], names: tuple[str, ...]) -> None:
    """Forbidden signs go, names are told apart whatever their case, long ones keep both ends."""
    assert sheet_names(titles, ["总表"]) == names


def test_long_names_stay_short() -> None:
    """Also signs that Excel counts as two, and names that a number is added to, fit."""
    found = sheet_names(["𠮷" * 40, "𠮷" * 40, "云" * 31, "云" * 31])

    assert len(set(found)) == 4
    assert all(len(name.encode("utf-16-le")) // 2 <= LONGEST for name in found)


# ---- the same bytes ----


def test_same_graph_same_bytes(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The order of the quads does not matter, and no time is in the file."""
    write_workbook(sample_quads, tmp_path / "a.xlsx")
    write_workbook(tuple(reversed(sample_quads)), tmp_path / "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_same_bytes_whatever_the_hash_seed(form: str, tmp_path: Path) -> None:
    """Two processes with other seeds of hashes and at other times write the same file."""
    graph = Path(__file__).parents[1] / "example.trig"
    agency = ["--agency", "市水务局"] if form == "docx" else []
    for seed in ("1", "2"):
        code = "import sys; from guitu.exports.command.cli import main; main()"
        subprocess.run(
            [sys.executable, "-c", code, "export", form, "--store", graph, "-o", tmp_path / f"{seed}.{form}", *agency],
            check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip

    assert (tmp_path / f"1.{form}").read_bytes() == (tmp_path / f"2.{form}").read_bytes()


# ---- read back ----


@pytest.mark.parametrize("profile", ["full", "facts"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_samples_come_back(sample_quads: tuple[Quad, ...], tmp_path: Path, profile: str, lang: str) -> None:
    """Documents, chapters, nested tasks, owners with roles and terms are those of the graph, no more and no less."""
    write_workbook(tuple(select(sample_quads, profile)), tmp_path / "表.xlsx", lang)

    assert told(read_back(tmp_path / "表.xlsx", tmp_path / "store")) == told(sample_quads)


def test_the_real_plans_come_back(corpus_build: Path, tmp_path: Path) -> None:
    """The same of the real plans."""
    lines = list(Store.open(corpus_build).quads())
    write_export(lambda: lines, "xlsx", str(tmp_path / "表.xlsx"))

    assert told(read_back(tmp_path / "表.xlsx", tmp_path / "store")) == told(quads_of(lines))


def test_only_the_sheets_of_documents_are_read(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """Summaries give no facts: the graph has no figures and places, and a gap names the sheets that were not read."""
    write_workbook(sample_quads, tmp_path / "表.xlsx")
    view = View.of(read_back(tmp_path / "表.xlsx", tmp_path / "store"))
    reasons = [view.one(gap, "gt:reason") for gap in view.members["gt:Gap"]]

    assert not {"gt:Target", "gt:Observation", "gt:PlaceMention"} & set(view.members)
    assert any("“总表”“指标”“园区”“单位”“缺口”“建议”由规图汇总而成" in reason for reason in reasons)


def test_beside_its_documents_the_workbook_changes_nothing(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """Left in the folder of the plans, it is a copy that is not read: same facts, same gaps."""
    samples = Path(__file__).parents[3] / "extract" / "samples"
    write_workbook(sample_quads, tmp_path / "表.xlsx")
    both = read_back(tmp_path / "表.xlsx", tmp_path / "store", samples)

    assert told(both) == told(sample_quads)
    assert len(View.of(both).members["gt:Gap"]) == len(View.of(sample_quads).members["gt:Gap"])


Edit = Callable[[Any], None]
WATER = "云州市水网建设十七五规划"


def _owner(book: Any) -> None:
    book[WATER]["E4"] = "市农业农村局、市数据局"


def _deadline(book: Any) -> None:
    book[WATER]["H6"] = "2032年6月"


def _row(book: Any) -> None:
    book[WATER].append([3, None, "疏浚入湖河道", None, "市水务局", None, None, None, None, None])


def _renamed(book: Any) -> None:
    book[WATER].title = "水网"
    book.move_sheet("水网", -1)


def _removed(book: Any) -> None:
    del book["云州市节水若干措施"]


def _whole(book: Any) -> None:
    book["总表"]["F4"] = "市审计局"


NUMBER = "云府发〔2031〕9号"
EDITS: list[tuple[Edit, Told, Told]] = [
    (
        _owner,
        {("1", "新建村镇泵站", "lead", "云州市水务局")},
        {("1", "新建村镇泵站", "lead", "云州市农业农村局"), ("1", "新建村镇泵站", "lead", "云州市数据局")},
    ),
    (_row, set(), {("3", "疏浚入湖河道", "", ""), ("3", "疏浚入湖河道", "lead", "云州市水务局")}),
    (_renamed, set(), set()),
    (_removed, {("1", "=奖励节水企业", "", ""), ("1", "=奖励节水企业", "responsible", "云州市水务局")}, set()),
    (_whole, set(), set()),
]


def _duties(quads: tuple[Quad, ...]) -> Told:
    view = View.of(quads)
    bare = {(row.number, row.title, "", "") for row in division.rows(view)}
    return bare | {
        (row.number, row.title, owner.role, view.label(owner.agency))
        for row in division.rows(view)
        for owner in row.owners
    }


@pytest.mark.parametrize(("edit", "gone", "new"), EDITS, ids=[one[0].__name__ for one in EDITS])
def test_what_an_office_edits_is_read(
    quads: tuple[Quad, ...], tmp_path: Path, edit: Edit, gone: Told, new: Told
) -> None:
    """A clerk changes a cell, adds a row, renames or removes a sheet and saves with another program."""
    book = book_of(quads)
    edit(book)
    book.save(tmp_path / "改.xlsx")

    assert _duties(read_back(tmp_path / "改.xlsx", tmp_path / "store")) == _duties(quads) - gone | new


def test_a_changed_deadline_is_read(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The term of the edited row is the new one, word for word."""
    book = book_of(quads)
    _deadline(book)
    book.save(tmp_path / "改.xlsx")
    rows = division.rows(View.of(read_back(tmp_path / "改.xlsx", tmp_path / "store")))

    assert [row.deadline for row in rows if row.title == "修缮老旧堤坝"] == ["2032年6月"]


def test_every_sheet_is_marked(sample_book: Any) -> None:
    """Seven sheets of documents, the others summaries; the mark is a name of the sheet that nobody sees."""
    found = [sheet.defined_names[marks.NAME] for sheet in sample_book.worksheets]

    assert [one.value for one in found].count(f'"{marks.TASKS}"') == 7
    assert all(one.hidden for one in found)


def test_owners_of_an_annex_stand_where_a_filter_finds_them(tmp_path: Path) -> None:
    """In the columns of owners, with the source beside; read back the table decides nothing, edited it does."""
    plan = tmp_path / "方案.md"
    plan.write_text(
        "# 云州市社区食堂建设方案\n\n## 一、主要任务\n\n（一）布局助餐点。每个街道建一处。\n\n"
        "（二）引导企业参与。推广配送。\n\n## 附件\n\n任务分工表\n\n| 任务 | 牵头单位 |\n| --- | --- |\n"
        "| 布局助餐点 | 市民政局 |\n| 引导企业参与 | 市商务局 |\n",
        encoding="utf-8",
    )
    build([plan], tmp_path / "store")
    quads = tuple(quads_of(Store.open(tmp_path / "store").quads()))
    rows = list(book_of(quads)["总表"].iter_rows(min_row=3, values_only=True))
    write_workbook(quads, tmp_path / "任务分工表.xlsx")

    def read_back(file: str) -> str:
        told = ["correct", str(tmp_path / file), "--store", str(tmp_path / "store"), "--by", "张三"]
        return CliRunner().invoke(main, told).output

    lead, source = (rows[0].index(name) for name in ("牵头单位", "责任来源"))
    assert [(row[lead], row[source]) for row in rows[1:5]] == [
        ("云州市民政局", "附件写明"),
        ("云州市商务局", "附件写明"),
        ("云州市民政局", None),
        ("云州市商务局", None),
    ]
    assert "0 处更正在用，0 处未用" in read_back("任务分工表.xlsx")
    head = "文件,重点任务,牵头单位,责任来源\n云州市社区食堂建设方案,引导企业参与,"
    (tmp_path / "清空.csv").write_text(f"{head},附件写明\n", encoding="utf-8")
    assert "责任单位是附件写明的" in read_back("清空.csv")
    (tmp_path / "改.csv").write_text(f"{head}市财政局,附件写明\n", encoding="utf-8")
    assert "1 处更正在用，0 处未用" in read_back("改.csv")
