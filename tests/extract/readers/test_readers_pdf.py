"""PDF: lines become the paragraphs that they were, and what belongs to the paper alone is left out."""

from __future__ import annotations

import io
import random

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from guitu.extract import formats
from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, RawParagraph, RawUnread, silent
from guitu.extract.readers.pdf.read import read
from guitu.extract.words.characters import without_spaces
from tests.extract.making_pdf import FONT, HEIGHT, LEFT, Draw, paragraph, pdf, write

LONG = (
    "云州市支持青岚县建设数字农业示范基地，推动种植业、畜牧业和渔业的生产经营管理全过程数字化改造，完善农村物流体系。"
)
OTHER = (
    "各镇应当把防汛物资储备纳入年度预算，落实专人管理制度，每年汛期到来之前完成一次全面清点并把结果报县应急管理局备案。"
)


def texts(raw: Raw) -> list[str]:
    return [block.text for block in raw.blocks if isinstance(block, RawParagraph)]


def read_pages(*pages: Draw) -> list[str]:
    return texts(read(pdf(*pages), silent))


def test_lines_of_a_paragraph_are_joined() -> None:
    """Lines that fill the column are one paragraph, and the next begins at its indent."""

    def page(canvas: Canvas) -> None:
        below = paragraph(canvas, LONG, 100)
        paragraph(canvas, OTHER, below)

    assert read_pages(page) == [LONG, OTHER]


def test_a_paragraph_goes_on_over_the_page() -> None:
    """A sentence cut by the end of a page is whole, without the page number between."""

    def first(canvas: Canvas) -> None:
        paragraph(canvas, OTHER, 100)
        write(canvas, LEFT + 24, 700, LONG[:34])
        write(canvas, 290, 810, "— 1 —")

    def second(canvas: Canvas) -> None:
        write(canvas, LEFT, 100, LONG[34:])
        paragraph(canvas, OTHER, 140)
        write(canvas, 290, 810, "— 2 —")

    assert read_pages(first, second) == [OTHER, LONG, OTHER]


def test_stops_that_hang_over_the_margin_cut_no_paragraph() -> None:
    """Lines that end where most do are full, though some stops stand a sign farther to the right."""

    def page(canvas: Canvas) -> None:
        for top in (100, 200, 300):
            write(canvas, LEFT + 24, top, LONG[:34] + "、")
            write(canvas, LEFT, top + 20, OTHER[:36], 11.8)  # not spread to the margin
            write(canvas, LEFT, top + 40, OTHER[:36])
            write(canvas, LEFT, top + 60, LONG[40:])

    assert read_pages(page) == [LONG[:34] + "、" + OTHER[:36] + OTHER[:36] + LONG[40:]] * 3


def test_who_signs_the_day_and_the_annex_stand_apart() -> None:
    """Lines that end at the right margin are joined neither with each other nor with what begins the next page."""

    def first(canvas: Canvas) -> None:
        paragraph(canvas, OTHER, 100)
        right = LEFT + 36 * 12
        write(canvas, right - 108, 600, "青岚县数据管理中心")
        write(canvas, right - 84, 620, "二〇三〇年五月")

    def second(canvas: Canvas) -> None:
        write(canvas, LEFT, 100, "附件")
        paragraph(canvas, LONG, 140)

    assert read_pages(first, second) == [OTHER, "青岚县数据管理中心", "二〇三〇年五月", "附件", LONG]


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column is read to its end before the right one, and a title over both comes first."""

    def page(canvas: Canvas) -> None:
        write(canvas, 110, 60, "云州市水利局关于印发节水型社会建设方案的通知全文", 16)
        for x, text in ((50, LONG), (310, OTHER)):
            top = 100.0
            for _ in range(3):
                top = paragraph(canvas, text, top, x=x, per_line=19)

    found = read_pages(page)
    assert found[1:] == [LONG] * 3 + [OTHER] * 3


def test_heads_and_page_numbers_are_left_out() -> None:
    """Running heads that change between odd and even pages go, with every form of page number."""

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            write(canvas, 400, 40, "青岚县防汛规划" if number % 2 else "青岚县人民政府公报", 9)
            paragraph(canvas, f"第{number}期。{OTHER}", 120)
            write(canvas, 280, 815, f"第{number}页 共6页", 9)

        return draw

    assert read_pages(*(page(n) for n in range(1, 7))) == [f"第{n}期。{OTHER}" for n in range(1, 7)]


def test_on_one_page_only_the_page_number_goes() -> None:
    """A file of one page keeps its head; a number in the text stays."""

    def page(canvas: Canvas) -> None:
        write(canvas, 72, 40, "临江省民政厅文件")
        paragraph(canvas, LONG, 100)
        write(canvas, 290, 815, "1")

    assert read_pages(page) == ["临江省民政厅文件", LONG]


def test_hidden_text_is_left_out() -> None:
    """White and invisible text is not read; white text on a dark ground is."""

    def page(canvas: Canvas) -> None:
        paragraph(canvas, LONG, 100)
        canvas.rect(70, HEIGHT - 310, 200, 20, fill=1, stroke=0)
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 72, 250, "白纸上的白字")
        write(canvas, 72, 304, "深色底上的字")
        hidden = canvas.beginText(72, HEIGHT - 400)
        hidden.setTextRenderMode(3)
        hidden.textLine("看不见的字")
        canvas.drawText(hidden)

    assert read_pages(page) == [LONG, "深色底上的字"]


def test_text_drawn_twice_is_read_once() -> None:
    """A title drawn twice to look bold is read once."""

    def page(canvas: Canvas) -> None:
        write(canvas, 150, 80, "青岚县防汛规划", 18)
        write(canvas, 150.4, 80, "青岚县防汛规划", 18)
        paragraph(canvas, LONG, 130)

    assert read_pages(page) == ["青岚县防汛规划", LONG]


def test_raised_marks_and_notes_stay_out_of_sentences() -> None:
    """The mark of a footnote is dropped and the note comes last, aside."""

    def page(canvas: Canvas) -> None:
        write(canvas, LEFT, 100, "全县建成高标准农田")
        canvas.setFont(FONT, 6)
        canvas.drawString(LEFT + 108, HEIGHT - 95, "1")
        write(canvas, LEFT + 112, 100, "二十万亩，覆盖十二个镇。")
        paragraph(canvas, OTHER, 140)
        canvas.line(LEFT, HEIGHT - 740, LEFT + 120, HEIGHT - 740)
        write(canvas, LEFT, 755, "1 指田块平整、设施配套的农田。", 9)

    raw = read(pdf(page), silent)
    assert texts(raw)[0] == "全县建成高标准农田二十万亩，覆盖十二个镇。"
    last = raw.blocks[-1]
    assert isinstance(last, RawParagraph) and last.aside and last.text.startswith("1 指田块")


def test_signs_of_another_font_written_later_stand_in_their_place() -> None:
    """Quotation marks that the file draws after the line are read where they stand in it."""

    def page(canvas: Canvas) -> None:
        canvas.setFont(FONT, 12)
        for x, words in ((72, "云州市节水"), (144, "十四五"), (192, "规划")):
            canvas.drawString(x, 700, words)
        canvas.setFont(FONT, 12)
        canvas.drawString(132, 700, "“")
        canvas.drawString(180, 700, "”")

    assert [without_spaces(text) for text in read_pages(page)] == ["云州市节水“十四五”规划"]


def test_turned_pages_are_read() -> None:
    """Text that runs up the page is read like any other."""

    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.setFont(FONT, 12)
        canvas.drawString(100, -200, "横排的分工说明")
        canvas.drawString(100, -240, "由县农业农村局负责解释")

    assert read_pages(page) == ["横排的分工说明", "由县农业农村局负责解释"]


def test_a_page_without_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanned page among others is an unread part with its number; a whole scan is an error that says what to do."""
    monkeypatch.setattr(formats, "reads_scans", lambda: False)

    def scanned(canvas: Canvas) -> None:
        from PIL import Image  # noqa: PLC0415 - only here
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        canvas.drawImage(ImageReader(Image.new("L", (8, 8), 128)), 0, 0, 595, 842)

    raw = read(pdf(lambda canvas: write(canvas, 72, 100, "云州市规划"), scanned), silent)
    assert [block.reason for block in raw.blocks if isinstance(block, RawUnread)] == ["第2页是图像，没有文字可读"]
    with pytest.raises(SourceError, match=r"scan.*OCR"):
        read(pdf(scanned), silent)


@pytest.mark.parametrize(
    ("side", "turned", "reason"),
    [
        (300, False, "第1页的图片里如有文字，没有读出"),
        (60, False, None),
        (0, True, "第1页有转向的文字，没有读出"),
        (0, False, None),
    ],
)
def test_what_stands_unread_beside_the_text(side: int, turned: bool, reason: str | None) -> None:
    """A large picture and words that are turned are told with their page; a seal is not, and no sentence is cut."""

    def first(canvas: Canvas) -> None:
        from PIL import Image  # noqa: PLC0415 - only here
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        paragraph(canvas, "建设灌区信息化平台，完善用水计量设施，到二〇三〇年实现全县大中型灌区取水口在线监测，", 700)
        if side:
            canvas.drawImage(ImageReader(Image.new("L", (8, 8), 128)), 100, 100, side, side)
        if turned:
            canvas.rotate(90)
            for row in range(20):
                canvas.setFont(FONT, 12)
                canvas.drawString(100, -100 - 15 * row, "横排的表格内容")

    raw = read(pdf(first), silent)

    assert [one.reason for one in raw.blocks if isinstance(one, RawUnread)] == ([reason] if reason else [])


def test_locked_and_damaged_files_are_errors() -> None:
    """A file with a password and a damaged one are told apart."""
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=pdfencrypt.StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 72, "x")
    canvas.save()
    with pytest.raises(SourceError, match="password"):
        read(held.getvalue(), silent)
    with pytest.raises(SourceError, match="damaged"):
        read(b"%PDF-1.7\nnothing", silent)


def test_progress_is_told() -> None:
    """Each page is told as it is done."""
    told: list[tuple[int, int]] = []
    page = lambda canvas: write(canvas, 72, 100, "云州市规划")  # noqa: E731
    read(pdf(page, page, page), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_mutated_files_raise_nothing_else() -> None:
    """Bytes changed anywhere give a text or a SourceError, never another error."""
    whole = pdf(lambda canvas: paragraph(canvas, LONG, 100))
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read(bytes(data[: chance.randint(len(data) // 2, len(data))]), silent)
        except SourceError:
            continue
