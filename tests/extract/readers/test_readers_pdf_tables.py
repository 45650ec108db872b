"""Tables of PDF: grids from rules, spans from missing rules, one table over pages."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from guitu.extract.raw import RawParagraph, RawTable, silent
from guitu.extract.readers.pdf.read import read
from tests.extract.making_pdf import HEIGHT, LEFT, Draw, pdf, table, write

HEAD = ("序号", "任务", "牵头单位", "配合单位")
WIDTHS = (40, 200, 100, 100)


def grids(*pages: Draw) -> list[list[list[str]]]:
    """The tables of a file, a cell as its paragraphs joined by /."""
    raw = read(pdf(*pages), silent)
    tables = (block for block in raw.blocks if isinstance(block, RawTable))
    return [[["/".join(cell.paragraphs) for cell in row] for row in one.rows] for one in tables]


def drawn(rows: Sequence[Sequence[str]], top: float = 100) -> Draw:
    return lambda canvas: table(canvas, rows, top, WIDTHS)


def test_a_ruled_table_keeps_its_cells() -> None:
    """Every text stands in the cell that the rules close."""
    rows = [HEAD, ("1", "修建灌溉渠道", "县水利局", "县财政局"), ("2", "开办老年食堂", "县民政局", "")]
    assert grids(drawn(rows)) == [[list(row) for row in rows]]


def test_missing_rules_are_spans() -> None:
    """A cell over two columns or two rows stands in each of its places as one cell."""
    rows = [
        ("序号", "任务", "单位", "<"),
        ("1", "修建灌溉渠道", "县水利局", "县财政局"),
        ("^", "清理河道", "县城管局", "各镇"),
    ]
    raw = read(pdf(drawn(rows)), silent)
    (found,) = (block for block in raw.blocks if isinstance(block, RawTable))
    assert found.rows[0][2] is found.rows[0][3]
    assert found.rows[1][0] is found.rows[2][0]
    assert found.rows[2][1].paragraphs == ("清理河道",)


def test_a_head_repeated_on_the_next_page_goes() -> None:
    """A table over two pages is one, its repeated head dropped."""
    first, second = ("1", "修建灌溉渠道", "县水利局", "县财政局"), ("2", "开办老年食堂", "县民政局", "各镇")
    assert grids(drawn([HEAD, first], 700), drawn([HEAD, second], 60)) == [[list(HEAD), list(first), list(second)]]


def test_a_row_cut_by_the_page_is_whole() -> None:
    """What follows on the next page without a number belongs to the last row."""
    first, rest = ("1", "修建灌溉渠道，到二〇三〇年", "县水利局", ""), ("", "覆盖全部行政村。", "", "")
    second = ("2", "开办老年食堂", "县民政局", "各镇")
    found = grids(drawn([HEAD, first], 700), drawn([HEAD, rest, second], 60))
    assert found == [[list(HEAD), ["1", "修建灌溉渠道，到二〇三〇年覆盖全部行政村。", "县水利局", ""], list(second)]]


def test_a_merged_cell_goes_on_over_the_page() -> None:
    """A blank first cell with a whole row behind it is the merged cell of the page before."""
    head = ("领域", "任务", "牵头单位", "配合单位")
    first, second = ("水利", "修建灌溉渠道。", "县水利局", "县财政局"), ("", "清理河道。", "县城管局", "各镇")
    assert grids(drawn([head, first], 700), drawn([head, second], 60)) == [
        [list(head), list(first), ["水利", *second[1:]]]
    ]


def test_a_column_without_text_on_the_next_page_is_a_column() -> None:
    """Where a merged cell takes up a whole page below its head, the table goes on and the cell holds for its rows."""
    head = ("类别", "任务", "牵头单位", "配合单位")
    first = ("民生", "修建灌溉渠道。", "县水利局", "各镇")
    rest = [("", "开办老年食堂。", "县民政局", "各镇"), ("^", "清理河道。", "县城管局", "县财政局")]
    found = grids(drawn([head, first], 700), drawn(rest, 60))
    assert found == [[list(head), list(first), *(["民生", *row[1:]] for row in rest)]]


def test_a_table_with_other_columns_is_another() -> None:
    """A table at the head of a page with lines at other places does not go on."""
    first = ("1", "修建灌溉渠道", "县水利局", "各镇")
    other = lambda canvas: table(canvas, [("", "指标", "数值"), ("", "林草覆盖率", "40%")], 60, (90, 90, 90))  # noqa: E731
    assert len(grids(drawn([HEAD, first], 700), other)) == 2


def test_a_row_that_ends_alone_on_the_last_page_is_whole() -> None:
    """One cell of a row that goes on by itself on a page belongs to the row."""
    first = ("1", "修建灌溉渠道，到二〇三〇年覆盖", "县水利局", "县财政局")
    found = grids(drawn([HEAD, first], 700), drawn([("", "全部行政村。", "", "")], 60))
    assert found == [[list(HEAD), ["1", "修建灌溉渠道，到二〇三〇年覆盖全部行政村。", "县水利局", "县财政局"]]]


def test_one_text_in_a_grid_that_goes_on_from_nothing_stays_text() -> None:
    """A grid with one text at the head of a page is no rest of a table where none came before."""
    raw = read(pdf(drawn([("", "全部行政村", "", "")], 60)), silent)
    assert [block for block in raw.blocks if isinstance(block, RawParagraph)] == [RawParagraph("全部行政村")]


def test_wide_padding_is_measured_on_the_table() -> None:
    """Lines that fill a cell up to the padding of its table are joined; shorter ones are not."""

    def page(canvas: Canvas) -> None:
        table(canvas, [("", "", ""), ("", "", "")], 100, (102, 102, 102))
        for k, head in enumerate(("任务", "牵头单位", "配合单位")):
            write(canvas, LEFT + 102 * k + 5.6, 112, head, 10)
        columns = ("完善乡镇客运站点", "和候车亭"), ("县交通运输局", "县财政局"), ("各镇",)
        for k, words in enumerate(columns):
            for i, text in enumerate(words):
                write(canvas, LEFT + 102 * k + 5.6, 142 + 13 * i, text, 10)

    ((_, row),) = grids(page)
    assert row == ["完善乡镇客运站点和候车亭", "县交通运输局/县财政局", "各镇"]


def test_the_head_of_pages_that_hold_only_a_table_goes() -> None:
    """A running head over a table is left out where nothing but a narrow page number stands beside it."""

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            write(canvas, 400, 40, "青岚县重点任务", 10)
            table(canvas, [HEAD, (str(number), "修建灌溉渠道", "县水利局", "各镇")], 100, WIDTHS)
            write(canvas, 290, 810, f"— {number} —", 10)

        return draw

    raw = read(pdf(*(page(n) for n in range(1, 5))), silent)
    assert not [block for block in raw.blocks if isinstance(block, RawParagraph)]


def test_lines_of_a_cell_are_joined_where_they_fill_it() -> None:
    """A line that fills its cell goes on in the next; agencies on short lines stay apart."""
    text = "推进全县农村供水管网改造工程建设并落\n实管护责任"
    rows = [HEAD, ("1", text, "县水利局\n县财政局", "各镇")]
    assert grids(drawn(rows))[0][1] == ["1", text.replace("\n", ""), "县水利局/县财政局", "各镇"]


def test_a_frame_is_a_box_and_a_shade_is_nothing() -> None:
    """A frame around text gives boxed paragraphs; a filled ground and an underline give plain ones."""

    def page(canvas: Canvas) -> None:
        canvas.rect(LEFT, HEIGHT - 180, 400, 80)
        write(canvas, LEFT + 8, 120, "专栏1 重点工程")
        write(canvas, LEFT + 8, 150, "智慧水利工程。")
        canvas.setFillColorRGB(0.9, 0.9, 0.9)
        canvas.rect(LEFT, HEIGHT - 320, 400, 60, fill=1, stroke=0)
        canvas.setFillColorRGB(0, 0, 0)
        write(canvas, LEFT + 8, 290, "底色上的正文。")
        canvas.line(LEFT, HEIGHT - 403, LEFT + 150, HEIGHT - 403)
        write(canvas, LEFT, 400, "下划线上的正文。")

    raw = read(pdf(page), silent)
    assert [(b.text, b.box) for b in raw.blocks if isinstance(b, RawParagraph)] == [
        ("专栏1 重点工程", True), ("智慧水利工程。", True), ("底色上的正文。", False), ("下划线上的正文。", False),
    ]  # fmt: skip


def test_a_table_with_three_rules_is_read() -> None:
    """Columns are told by the white between them where only rules across are drawn."""

    def page(canvas: Canvas) -> None:
        for top, width in ((100, 1.5), (125, 0.5), (185, 1.5)):
            canvas.setLineWidth(width)
            canvas.line(LEFT, HEIGHT - top, LEFT + 400, HEIGHT - top)
        for top, row in (
            (118, ("指标", "2025年", "2030年")),
            (145, ("供水率", "90", "98")),
            (170, ("灌溉率", "60", "75")),
        ):
            for k, text in enumerate(row):
                write(canvas, LEFT + 5 + 150 * k, top, text, 10)

    assert grids(page) == [[["指标", "2025年", "2030年"], ["供水率", "90", "98"], ["灌溉率", "60", "75"]]]
