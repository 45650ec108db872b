"""What is printed: every row and column, heads on every sheet, and a line for what is left out."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.exports.conftest import Open, Plans

COUNTIES = ["青岚县", "白石县", "河湾县", "松岭县", "南浦县", "云台县", "东渡县", "石桥县"]
BUREAUS = ["水利局", "教育局", "财政局", "民政局", "司法局", "审计局", "统计局", "商务局"]


def _sheets(tab: Page) -> list[str]:
    """The words of each sheet of paper, without spaces."""
    paper = pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True))
    return ["".join(sheet.get_textpage().get_text_bounded().split()) for sheet in paper]


def test_head_of_the_table_on_every_sheet(visit: Open, plans: Plans) -> None:
    """The names of the columns repeat; columns without a word are left out and named."""
    many = "云州市节水规划（2021—2025年）\n一、主要任务\n" + "".join(
        f"（{n}）修建第{n}座泵站。（责任单位：市水利局）\n" for n in range(1, 131)
    )
    tab = visit("view=table", path=plans(节水=many))
    sheets = _sheets(tab)
    rows = [sheet for sheet in sheets if "座泵站" in sheet]
    assert len(rows) > 3
    assert all("序号重点任务责任单位责任来源" in sheet for sheet in rows)
    assert "未印的列：牵头单位、配合单位、" in sheets[0]
    assert all(any(f"修建第{n}座泵站" in sheet for sheet in rows) for n in range(1, 131))
    assert "完成时限" in tab.locator("thead").inner_text()  # the screen has all of them again


def test_columns_of_the_table_have_room_on_paper(visit: Open) -> None:
    """No name of a column is broken into single signs."""
    tab = visit("view=table")
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.set_viewport_size({"width": 1047, "height": 720})  # A4 landscape within its margins
    widths = tab.locator("thead th").evaluate_all("(heads) => heads.map((head) => head.clientWidth)")
    assert min(widths) > 30
    assert tab.evaluate("document.querySelector('.division').scrollWidth <= innerWidth")


@pytest.mark.parametrize("across", ["document", "task"])
def test_matrix_is_printed_whole(visit: Open, plans: Plans, across: str) -> None:
    """Every agency, every column: those that do not fit stand in further blocks, each with its agencies."""
    texts = {
        county: f"{county}节水规划（2021—2025年）\n一、主要任务\n"
        + "".join(f"（{n}）修建{county}第{n}座泵站。（责任单位：县{name}）\n" for n, name in enumerate(BUREAUS, 1))
        for county in COUNTIES
    }
    shared = "云州市供水规划（2021—2025年）\n一、主要任务\n（一）改造管网。（市水利局牵头，市财政局配合）\n"
    tab = visit(f"view=matrix&across={across}", path=plans(供水=shared, **texts))
    assert tab.locator("tbody tr").count() == 60
    sheets = _sheets(tab)
    whole = "".join(sheets)
    agencies = tab.evaluate("Guitu.page.data.agencies.map((row) => row.name)")
    assert len(agencies) > 60
    assert all(name in whole for name in agencies)
    columns = tab.evaluate(f"Guitu.page.data.{across}s.map((row) => row.title)")
    assert all(title.replace(" ", "") in whole for title in columns)
    blocks = -(-len(columns) // 8)
    assert whole.count(f"列，共{len(columns)}列") == blocks
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    marks = tab.locator("tbody .mark").count()
    assert marks == tab.evaluate(
        """(across) => new Set(Guitu.page.data.duties.map(({ agency, task, role }) =>
      [agency, across === "task" ? task : Guitu.page.data.tasks[task].document, role].join())).size""",
        across,
    )
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("table.matrix").count() == 1


def test_long_proofs_open_on_demand(visit: Open, plans: Plans) -> None:
    """Seven owners have seven proofs; the row of the screen shows three and the way to the rest, the print all."""
    owners = "、".join(f"市{name}" for name in BUREAUS[:7])
    tab = visit(
        "view=table&columns=task,responsible,proof",
        path=plans(节水=f"云州市节水规划（2021—2025年）\n一、主要任务\n（一）改造管网。（责任单位：{owners}）\n"),
    )
    proofs = tab.locator("td.proof [data-proof]")
    assert proofs.count() == 3
    tab.locator("td.proof .more").click()
    assert proofs.count() == 7
    assert all(f"“市{name}”" in "".join(_sheets(tab)) for name in BUREAUS[:7])
