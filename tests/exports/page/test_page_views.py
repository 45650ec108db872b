"""The views in a browser: each shows the selection, leads to things and their proof, and gives its files."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from openpyxl.utils import get_column_letter
from playwright.sync_api import Page

from tests.exports.conftest import Open

HEADINGS = [
    "序号", "重点任务", "牵头单位", "责任单位", "配合单位", "建议单位", "责任来源", "完成时限", "推定时限", "指标",
    "文件", "章节", "依据",
]  # fmt: skip
USUAL = [*HEADINGS[:8], "文件"]


def _tasks(tab: Page) -> int:
    return int(tab.evaluate("Guitu.page.selection().tasks.size"))


def _month(deadline: str) -> tuple[int, int]:
    """2024年6月底前 is before 2024年11月底前, both before 2024年底前, and that before 长期坚持."""
    found = re.match(r"(\d{4})年(?:(\d{1,2})月)?", deadline)
    return (int(found[1]), int(found[2] or 13)) if found else (9999, 0)


def _panel(tab: Page) -> str:
    return tab.locator("#panel").inner_text()


# ---- table ----


def test_table_has_the_columns_of_the_office(visit: Open) -> None:
    """The 任务分工表 has the usual columns and a row for every task; documents that state owners come first."""
    tab = visit("view=table")

    assert [cell.strip() for cell in tab.locator("table.division thead th").all_inner_texts()] == USUAL
    assert tab.evaluate("document.getElementById('view').scrollWidth <= document.getElementById('view').clientWidth")
    assert tab.locator("table.division tbody tr").count() == _tasks(tab)
    assert tab.locator("tbody tr").first.locator("td.source").inner_text() == "写明"


def test_columns_are_a_choice_that_is_kept(visit: Open, tmp_path: Path) -> None:
    """One more column stands in the table, the address and a page opened anew; files hold all, the rest hidden."""
    tab = visit("view=table")
    tab.locator(".columns summary").click()
    tab.get_by_label("章节").check()
    tab.get_by_label("文件", exact=True).uncheck()
    chosen = [*USUAL[:-1], "章节"]
    heads = tab.locator("table.division thead th")
    assert [cell.strip() for cell in heads.all_inner_texts()] == chosen
    assert "columns=" in tab.url
    with tab.expect_download() as got:
        tab.click("#xlsx")
    got.value.save_as(tmp_path / "chosen.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "chosen.xlsx").worksheets[0]
    words = [str(cell.value) for cell in sheet[1]]
    letters = dict(zip(words, map(get_column_letter, range(1, len(words) + 1)), strict=True))
    assert words == HEADINGS
    assert [name for name in HEADINGS if not sheet.column_dimensions[letters[name]].hidden] == chosen
    tab.goto(tab.url.split("#", maxsplit=1)[0] + "#view=table")
    tab.reload()
    tab.wait_for_selector("body.ready")
    assert [cell.strip() for cell in heads.all_inner_texts()] == chosen
    tab.locator(".columns summary").click()
    tab.locator('[data-keep="columns-usual"]').click()
    assert [cell.strip() for cell in heads.all_inner_texts()] == USUAL


def test_a_filter_by_year_shows_its_column(visit: Open) -> None:
    """Who asks what is due sees by when, though the column is none of the usual ones."""
    tab = visit("view=table&only.due=2025")
    assert "推定时限" in [cell.strip() for cell in tab.locator("table.division thead th").all_inner_texts()]


def test_table_sorts_both_ways_and_back(visit: Open) -> None:
    """A heading sorts up, then down, then as in the documents; empty cells come last."""
    tab = visit("view=table")
    cells = tab.locator("tbody td.deadline")
    before = cells.all_inner_texts()
    heading = tab.locator("thead th.deadline button")
    heading.click()
    up = [words for words in cells.all_inner_texts() if words]
    heading.click()
    down = [words for words in cells.all_inner_texts() if words]

    assert len(set(up)) > 1
    assert up == sorted(up, key=_month)
    assert [_month(words) for words in down] == [_month(words) for words in reversed(up)]
    assert cells.last.inner_text() == ""
    heading.click()
    assert cells.all_inner_texts() == before


def test_table_is_narrowed_by_words(visit: Open) -> None:
    """Words in the box leave the rows that have them; the box keeps the keys."""
    tab = visit(f"view=table&columns={','.join(visit('').evaluate('Guitu.columns'))}")
    tab.locator("#view input[type=search]").press_sequentially("产地仓")
    rows = tab.locator("tbody tr").all_inner_texts()

    assert 0 < len(rows) == _tasks(tab) < tab.evaluate("Guitu.page.data.tasks.length")
    assert all("产地仓" in row for row in rows)
    assert tab.evaluate("document.activeElement.value") == "产地仓"


def test_csv_is_the_table(visit: Open) -> None:
    """The CSV has the columns, the rows of the selection, a byte order mark, and nothing that runs as a formula."""
    tab = visit("view=table&only.role=lead")
    with tab.expect_download() as started:
        tab.click("#csv")
    text = Path(started.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    assert started.value.suggested_filename == "任务分工表.csv"
    assert rows[0] == HEADINGS
    assert len(rows) - 1 == _tasks(tab) > 0
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_xlsx_opens_as_a_workbook(visit: Open) -> None:
    """The XLSX made in the browser is read by openpyxl: the same rows, heading frozen."""
    tab = visit("view=table")
    with tab.expect_download() as started:
        tab.click("#xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(Path(started.value.path()).read_bytes())).active
    assert sheet is not None
    rows = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]

    assert sheet.title == "任务分工表"
    assert rows[0] == HEADINGS
    assert sheet.freeze_panes == "A2"
    assert sorted(str(row[1]) for row in rows[1:]) == sorted(
        tab.evaluate("Guitu.page.data.tasks.map((one) => one.title)")
    )


def test_copy_gives_rows_for_a_sheet(visit: Open) -> None:
    """Copied rows are separated by tabs, with the headings."""
    tab = visit("view=table", permissions=["clipboard-read", "clipboard-write"])
    tab.click("#copy")
    tab.wait_for_function("() => document.getElementById('said').textContent !== ''")
    lines = tab.evaluate("navigator.clipboard.readText()").splitlines()

    assert lines[0].split("\t") == USUAL
    assert len(lines) - 1 == _tasks(tab)


# ---- matrix, targets, places, gaps ----


def test_matrix_by_documents_and_by_tasks(visit: Open) -> None:
    """Agencies stand against documents, on demand against tasks; roles stand in the cells, suggested ones marked."""
    tab = visit("view=matrix")
    agencies = tab.locator("table.matrix tbody tr").count()
    columns = tab.locator("table.matrix thead th").count()

    assert agencies == tab.evaluate("Guitu.page.selection().agencies.size")
    assert columns == 2 + tab.evaluate("""() => {
      const { duties, suggestions } = Guitu.page.selection(), { tasks } = Guitu.page.data;
      return new Set([...duties, ...suggestions].map((row) => tasks[row.task].document)).size;
    }""")
    assert tab.locator(".mark.lead:not(.suggested)").count() > 0
    assert tab.locator("td .mark.suggested").count() > 0
    tab.get_by_role("button", name="任务", exact=True).click()
    assert tab.locator("table.matrix thead th").count() > columns
    assert "across=task" in tab.url


def test_targets_cascade_by_year_and_level(visit: Open) -> None:
    """An indicator that several plans name shows observation before target, the nation before the city, with bars."""
    tab = visit("view=targets")
    rows = tab.locator("section.indicator").first.locator("tbody tr")
    cells = [row.locator("td").all_inner_texts() for row in rows.all()]

    assert [cell[0] for cell in cells] == sorted(cell[0] for cell in cells)
    assert {cell[1] for cell in cells} == {"国家级", "市级"}
    assert {cell[2] for cell in cells} == {"现状", "目标"}
    assert rows.locator(".bar > span").count() == len(cells)


def test_places_tell_focus_and_tasks(visit: Open) -> None:
    """Every place stands under its district with its focus; its tasks lead on."""
    tab = visit("view=places")
    row = tab.locator("tr:has(blockquote)", has_text="青岚茶叶电商产业园")

    assert "茶叶电商" in row.inner_text()
    row.locator("th button").click()
    assert "聚焦领域" in _panel(tab)


def test_gaps_are_shown_per_document(visit: Open) -> None:
    """What was not understood is counted on the tab and told with its place, document by document."""
    tab = visit("view=gaps")

    assert tab.locator("#tab-gaps .count").inner_text() == str(tab.evaluate("Guitu.page.data.gaps.length"))
    section = tab.locator("section.gaps", has_text="青岚县数字乡村建设实施方案")
    assert "不在名录中" in section.inner_text()
    section.get_by_text("在原文中查看").first.click()
    assert tab.locator("mark.aimed").inner_text() == "县茶叶产业发展中心"


# ---- from things to their words and back ----


def test_panel_of_a_task(visit: Open) -> None:
    """A task tells its owners with roles, its deadline, its place, its quote, and what is related elsewhere."""
    tab = visit("view=table")
    tab.get_by_role("button", name="完善村级寄递物流服务").first.click()
    told = _panel(tab)

    for words in ("牵头", "云州市邮政管理局", "配合", "2024年底前", "一、重点任务", "其他文件中的相关任务", "%"):
        assert words in told


def test_suggested_owners_come_after_the_stated_with_their_chain(visit: Open) -> None:
    """A suggestion is marked as such, has its score, and leads to the aligned task and the stated duty."""
    tab = visit("view=table&only.owned=unowned&only.basis=suggested")
    tab.locator("tbody th button").first.click()
    suggested = tab.locator("#panel section", has_text="建议的责任单位")

    assert "文件没有写明由谁负责" in _panel(tab)
    assert suggested.locator(".role.suggested").count() > 0
    assert "可信度" in suggested.inner_text()
    assert suggested.locator(".chain .link[data-kind=task]").count() > 0


def test_proof_opens_in_its_paragraph_and_leads_back(visit: Open) -> None:
    """One click shows the quote in its paragraph; a click on a mark there opens the fact; the graph shows its node."""
    tab = visit("view=table")
    tab.get_by_role("button", name="完善村级寄递物流服务").first.click()
    quote = tab.locator("#panel blockquote").first.inner_text()
    tab.locator("#panel").get_by_text("在原文中查看").first.click()

    assert "".join(tab.locator("mark.aimed").all_inner_texts()) == quote
    assert tab.locator("mark.aimed").first.is_visible()
    tab.locator("article.text mark.figure").first.click()
    assert tab.locator("#panel .top .kind.figure").count() == 1
    tab.get_by_text("在关系图中看").click()
    assert tab.locator("#tab-graph").get_attribute("aria-selected") == "true"


def test_overlapping_facts_are_all_reached(visit: Open) -> None:
    """Where facts lie over each other, the smallest opens and the others are offered beside it."""
    tab = visit("view=text")
    tab.locator("article.text mark.over").first.click()
    offered = tab.locator("#panel section", has_text="同一处的事实").locator("li")

    assert offered.count() >= 2


def test_text_has_every_fact_marked(visit: Open) -> None:
    """Each fact of a document has marks in its text that together are its quote."""
    tab = visit("view=text")
    missing = tab.evaluate("""() => {
      const { data } = Guitu.page, shown = document.querySelector("select").value, text = data.documents[shown].text;
      const marks = [...document.querySelectorAll("article.text mark")];
      return data.figures.flatMap((row, i) => {
        if (row.proof[0] !== text) return [];
        const own = marks.filter((one) => one.dataset.facts.split(" ").includes(`figure:${i}`));
        const words = own.map((one) => one.textContent).join("");
        return words === Guitu.quote(Guitu.page, row.proof).replaceAll("\\n", "") ? [] : [row.text];
      });
    }""")

    assert missing == []


def test_astral_characters_do_not_shift_the_marks(visit: Open) -> None:
    """Positions count code points, so a rare character before a quote moves nothing."""
    tab = visit()

    assert tab.evaluate("Guitu.cut('𠮷𠮷市水务局负责', 2, 6)") == "市水务局"
    assert tab.evaluate("Guitu.cut('市水务局负责', 0, 4)") == "市水务局"


# ---- agency page ----


def test_duty_sheet(visit: Open) -> None:
    """The sheet of an agency has its stated duties by role; suggested ones stand apart."""
    tab = visit("view=agency")
    sheet = tab.locator("article.sheet")
    name = sheet.locator("h2").inner_text().removesuffix("职责清单")
    own = "Guitu.page.data.duties.filter((row) => Guitu.page.data.agencies[row.agency].name === name)"
    duties = tab.evaluate(f"(name) => {own}.length", name)
    tasks = tab.evaluate(f"(name) => new Set({own}.map((row) => row.task)).size", name)

    assert sheet.locator("tbody tr").count() == duties > 0
    assert f"任务 {tasks}，另建议" in sheet.inner_text()


def test_duty_sheet_prints_on_paper(visit: Open) -> None:
    """In print nothing is left but the sheet, and it fits the width of A4."""
    tab = visit("view=agency&theme=dark", size=(794, 1123))
    tab.emulate_media(media="print")

    for hidden in ("header", "nav", "#side", "#chips", ".tools"):
        assert not tab.locator(hidden).first.is_visible()
    assert tab.locator("article.sheet").is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 794
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_duty_sheet_is_a4(visit: Open) -> None:
    """Printed to PDF, the sheet is on A4 and begins with its title."""
    paper = pypdfium2.PdfDocument(visit("view=agency").pdf(prefer_css_page_size=True))
    first = paper[0]

    assert [round(side) for side in first.get_size()] == [595, 842]
    assert "云州市农业农村局职责清单" in first.get_textpage().get_text_range()


@pytest.mark.parametrize(
    "only",
    [
        "document",
        "level",
        "agency",
        "role",
        "basis",
        "owned",
        "related",
        "topic",
        "district",
        "due",
        "year",
        "unsuggested",
    ],
)
def test_views_are_kept_in_step(visit: Open, only: str) -> None:
    """Whatever filter is set, table, matrix and sheet show the same tasks and owners."""
    tab = visit("view=table")
    box = tab.locator(f'fieldset[data-facet="{only}"] input[type=checkbox]').first
    if box.count() == 0:
        assert tab.evaluate("(name) => Guitu.page.selection().counts[name].size", only) == 0
        return
    box.check()
    chosen = _tasks(tab)

    assert tab.locator("tbody tr").count() == chosen
    tab.click("#tab-matrix")
    assert tab.locator("table.matrix tbody tr").count() == tab.evaluate("Guitu.page.selection().agencies.size")
