"""A table of tasks that Guitu wrote, come back: read row by row, with what an office has changed in it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from guitu.extract.facts import RETURNED, Facts, Reading
from guitu.extract.readers.sheets import marks
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEADER = ("序号", "章节", "重点任务", "主要内容", "牵头单位", "责任单位", "配合单位", "完成时限", "指标", "依据")
Row = Sequence[str | int | None]
Sheet = tuple[str, str, Sequence[Row]]  # name, mark, rows
META = "发文字号：临政发〔2032〕5号　发布机构：临江省人民政府、临江省水利厅　成文日期：2032-03-01　适用地区：临江省"


def workbook(*sheets: Sheet) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, mark, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if mark:
            sheet.defined_names.add(DefinedName(marks.NAME, attr_text=f'"{mark}"', hidden=True))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reading(*sheets: Sheet) -> Reading:
    return read(Source("表.xlsx", workbook(*sheets)))


def tasks(*rows: Row, head: Sequence[Row] = (("临江省水网规划",), (META,))) -> Facts:
    """The facts of one sheet of tasks."""
    (facts,) = reading(("水网", marks.TASKS, (*head, HEADER, *rows))).documents
    return facts


def owners(facts: Facts) -> list[tuple[int, str, str]]:
    return [(one.task, one.role, one.agency.name) for one in facts.responsibilities]


def reasons(facts: Facts) -> list[str]:
    return [gap.reason for gap in facts.gaps]


def test_what_the_document_says_of_itself() -> None:
    """Title and labelled fields come back; level, type and period follow from them."""
    document = tasks((1, "—", "加固堤防")).document

    assert (document.title, document.number, document.issued) == (
        "临江省水网规划",
        "临政发〔2032〕5号",
        date(2032, 3, 1),
    )
    assert [issuer.name for issuer in document.issuers] == ["临江省人民政府", "临江省水利厅"]
    assert (document.jurisdiction, document.level, document.type) == ("临江省", "provincial", "plan")


def test_titles_are_not_interpreted() -> None:
    """Numbers, sentences and signs in a title stay, and a document may be called anything."""
    words = ["1.加固堤防；新建泵站：三年行动", "2033年前建成，持续推进。", "合计", "一、总体要求"]
    facts = tasks(
        *((i, "—", title, "内容。", "省水利厅") for i, title in enumerate(words, 1)), head=(("杂项",), ("注",))
    )

    assert [task.title for task in facts.tasks] == words
    assert facts.document.title == "杂项"


def test_owners_with_their_roles_and_terms() -> None:
    """Each column is a role; short forms are read in the place of the document."""
    facts = tasks((1, "—", "加固堤防", None, "省水利厅", "省财政厅、省林业局", "各市人民政府", "2033年6月"))

    assert owners(facts) == [
        (0, "lead", "临江省水利厅"), (0, "responsible", "临江省财政厅"), (0, "responsible", "临江省林业局"),
        (0, "support", "临江省各市人民政府"),
    ]  # fmt: skip
    assert facts.tasks[0].deadline == "2033年6月"


def test_chapters_and_nested_tasks() -> None:
    """Each line of a chapter is a heading; a blank is the chapter above, — is none; 2.1 belongs to 2."""
    facts = tasks(
        (1, "三、重点任务\n（一）水源", "修水库"),
        (2, None, "保水源"),
        ("2.1", "三、重点任务\n专栏1 工程", "种水源林"),
        (3, "—", "立章程"),
        (4, "四、保障措施", "修水库"),
    )
    titles = {section.order: (section.number, section.title, section.parent) for section in facts.sections}

    assert titles == {
        0: ("三", "重点任务", None), 1: ("（一）", "水源", 0), 2: ("专栏1", "工程", 0), 3: ("四", "保障措施", None),
    }  # fmt: skip
    assert [(task.section, task.parent) for task in facts.tasks] == [
        (1, None), (1, None), (2, 1), (None, None), (3, None),
    ]  # fmt: skip


def test_what_cannot_be_read_is_told() -> None:
    """Owners without a task, an agency that nobody knows, a table without the columns."""
    facts = tasks((1, "—", "修水库", None, "省泵闸管理集团"), (2, "—", None, None, "省财政厅"))
    (bare,) = reading(("甲", marks.TASKS, (("临江省水网规划",), ("甲", "乙"), ("一", "二")))).documents

    assert reasons(facts) == ["官方全称不在名录中：临江省泵闸管理集团", "有责任单位，没有写任务"]
    assert reasons(bare) == ["表头里没有认出任务和单位两列"]


def test_blank_rows_and_repeated_owners() -> None:
    """A blank row divides no document, and 同上 means the cell above."""
    facts = tasks(
        (1, "—", "修水库", None, "省水利厅"), (), (2, "—", "建泵站", None, "省水利厅"), (3, "—", "护堤", None, "同上")
    )

    assert owners(facts) == [(i, "lead", "临江省水利厅") for i in range(3)]


def test_without_its_title_a_sheet_goes_by_its_name() -> None:
    """Where somebody removed the lines above the table, the name of the sheet is the title."""
    assert tasks((1, "—", "修水库"), head=()).document.title == "水网"


def test_only_sheets_of_tasks_are_read() -> None:
    """Summaries and what somebody added give no facts, and are named as not read."""
    found = reading(
        ("总表", marks.SUMMARY, (("总表",), HEADER, (1, "—", "建泵站", None, "省财政厅"))),
        ("水网", marks.TASKS, (("临江省水网规划",), HEADER, (1, "—", "修水库", None, "省水利厅"))),
        ("备忘", "", (("给张工",), ("甲", "乙"))),
        ("怪", "other", (("甲", "乙"),)),
    )
    (facts,) = found.documents

    assert [task.title for task in facts.tasks] == ["修水库"]
    assert reasons(facts) == [
        "工作表“备忘”“怪”不是规图写的任务表，未读",
        "工作表“总表”由规图汇总而成，不作文件读；更正请用 guitu correct",
    ]
    assert found.reader == RETURNED


def test_a_workbook_without_marks_is_read_as_any_other() -> None:
    """The marks decide, not the words: the same table by another hand is one document as ever."""
    found = reading(("水网", "", (("临江省水网规划",), HEADER, (1, "三、重点任务", "修水库", None, "省水利厅"))))

    assert found.reader == "xlsx"
    assert [task.title for facts in found.documents for task in facts.tasks] == ["修水库"]


def test_every_fact_is_proved() -> None:
    """Each span says what its fact says."""
    found = reading(
        ("水网", marks.TASKS, (("临江省水网规划",), (META,), HEADER, (1, "三、任务", " 修水库 ", "新建。", "省水利厅")))
    )
    (facts,) = found.documents

    assert found.text.quote(facts.document.span) == "临江省水网规划"
    assert found.text.quote(facts.tasks[0].span) == "修水库"
    assert found.text.quote(facts.sections[0].span) == "三、任务"
    assert found.text.quote(facts.responsibilities[0].span) == "省水利厅"
