"""PDF: tables without rules, owner cells over pages, fonts that do not say what they hold, running heads."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from guitu.extract import formats
from guitu.extract.errors import SourceError
from guitu.extract.facts import Facts
from guitu.extract.readers.pdf.meaning import is_meaningless
from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.extract.making_pdf import FONT, HEIGHT, Draw, paragraph, pdf, table, write

TITLE = "云州市节水行动计划任务分工表"
HEADER = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "改造老旧管网", "市水利局", "市财政局", "2026年"),
    ("2", "推广节水器具", "市商务局", "", "2027年"),
    ("3", "监测用水", "市数据局", "市教育局", "长期"),
)
XS = (50, 90, 230, 320, 430)
OWNERS = {
    "改造老旧管网": ["云州市水利局", "云州市财政局"],
    "推广节水器具": ["云州市商务局"],
    "监测用水": ["云州市数据局", "云州市教育局"],
}


def facts(*pages: Draw) -> Facts:
    return read(Source("a.pdf", pdf(*pages))).documents[0]


def owners(found: Facts) -> dict[str, list[str]]:
    return {
        task.title: [duty.agency.name for duty in found.responsibilities if duty.task == task.order]
        for task in found.tasks
    }


def rows(
    canvas: Canvas, lines: Sequence[Sequence[str]], top: float, *, step: float = 24, centred: bool = False
) -> float:
    for line in lines:
        for x, words in zip(XS, line, strict=True):
            for i, part in enumerate(words.split("\n")):
                if centred:
                    canvas.setFont(FONT, 10)
                    canvas.drawCentredString(x + 20, HEIGHT - top - 14 * i, part)
                else:
                    write(canvas, x, top + 14 * i, part, 10)
        top += step
    return top


@pytest.mark.parametrize("centred", [False, True])
def test_columns_under_known_headings(centred: bool) -> None:
    """Columns set left or centred; text below the table is no row of it."""

    def page(canvas: Canvas) -> None:
        write(canvas, 150, 60, TITLE, 16)
        end = rows(canvas, (HEADER, *ROWS), 100, centred=centred)
        paragraph(
            canvas, "本表由市节水办公室解释，各部门应当抓好落实，定期报送进展情况，确保各项任务按期完成。", end + 30
        )

    found = facts(page)

    assert owners(found) == OWNERS
    assert [task.deadline for task in found.tasks] == ["2026年", "2027年", "长期"]


def test_cells_of_several_lines() -> None:
    line = ("1", "改造老旧管网，更\n新计量设施", "市水利局", "市财政局、市\n教育局", "2026年")

    def page(canvas: Canvas) -> None:
        write(canvas, 150, 60, TITLE, 16)
        rows(canvas, (line, ROWS[2]), rows(canvas, (HEADER,), 100), step=44)

    found = facts(page)

    assert owners(found)["改造老旧管网，更新计量设施"] == ["云州市水利局", "云州市财政局", "云州市教育局"]
    assert owners(found)["监测用水"] == OWNERS["监测用水"]


@pytest.mark.parametrize("repeated", [False, True])
def test_over_the_end_of_a_page(repeated: bool) -> None:
    """With its header again on the next page or without it."""
    many = [(str(i), f"改造{i}号管网", "市水利局", "市财政局", "2026年") for i in range(1, 25)]

    def first(canvas: Canvas) -> None:
        write(canvas, 150, 60, TITLE, 16)
        rows(canvas, (HEADER, *many[:20]), 100, step=30)
        write(canvas, 280, 810, "— 1 —", 10)

    def second(canvas: Canvas) -> None:
        rows(canvas, ((HEADER,) if repeated else ()) + tuple(many[20:]), 60, step=30)
        write(canvas, 280, 810, "— 2 —", 10)

    found = facts(first, second)

    assert list(owners(found)) == [line[1] for line in many]
    assert all(names == ["云州市水利局", "云州市财政局"] for names in owners(found).values())


def test_rows_that_are_not_sure_are_told() -> None:
    """Numbers set in the middle of rows of three lines: no owner, and a gap."""

    def page(canvas: Canvas) -> None:
        write(canvas, 150, 60, TITLE, 16)
        rows(canvas, (HEADER,), 100)
        for i, top in enumerate((130, 186)):
            for k, part in enumerate(("改造老旧管网，更", "新计量设施，完善", "制度")):
                write(canvas, 90, top + 14 * k, part, 10)
            for x, words in zip((50, *XS[2:]), (str(i + 1), "市水利局", "市财政局", "2026年"), strict=True):
                write(canvas, x, top + 14, words, 10)

    found = facts(page)

    assert not found.responsibilities
    assert any("没有框线的表格" in gap.reason for gap in found.gaps)


def test_labels_in_running_text_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 200, 60, "云州市节水行动计划", 16)
        end = paragraph(canvas, "一、主要任务", 100)
        paragraph(canvas, "（一）改造管网。更新管网。（牵头单位：市水利局　配合单位：市财政局）", end)

    found = facts(page)

    assert owners(found) == {"改造管网": ["云州市水利局", "云州市财政局"]}
    assert not [gap for gap in found.gaps if gap.kind == "unread-part"]


# ---- owner cells over the end of a page ----

WIDTHS = (40, 150, 100, 100)
SHORT = ("序号", "重点任务", "牵头单位", "完成时限")


@pytest.mark.parametrize(
    ("above", "below", "expected", "told"),
    [
        (("市水利局", "^"), ("", "^"), ["云州市水利局"] * 4, False),
        (("市水利局", "^"), ("", "市教育局"), ["云州市水利局"] * 3 + ["云州市教育局"], False),
        (("市商务局", "市水利局"), ("", "^"), ["云州市商务局"] + ["云州市水利局"] * 3, False),
        (("市商务局", "市水利局"), ("", "市教育局"), ["云州市商务局", "云州市水利局", "云州市教育局"], True),
        (("市水利局", ""), ("", "市教育局"), ["云州市水利局", "云州市教育局"], False),
    ],
)
def test_a_blank_owner_at_the_head_of_a_page(
    above: tuple[str, str], below: tuple[str, str], expected: list[str], told: bool
) -> None:
    """It is that of the page before where one of the two pages shows the cell to be merged; else it is told."""

    def first(canvas: Canvas) -> None:
        write(canvas, 150, 60, TITLE, 16)
        lines = [(str(i), f"改造{i}号管网", one, "2026年") for i, one in enumerate(above, 1)]
        table(canvas, [SHORT, *lines], 720, WIDTHS)

    def second(canvas: Canvas) -> None:
        table(canvas, [(str(i), f"改造{i}号管网", one, "2027年") for i, one in enumerate(below, 3)], 60, WIDTHS)

    found = facts(first, second)

    assert [duty.agency.name for duty in found.responsibilities] == expected
    assert any("牵头单位" in gap.reason and gap.kind == "unread-part" for gap in found.gaps) is told


# ---- fonts without a mapping ----


def unmapped(codes: Sequence[int]) -> bytes:
    """A page whose font is not in the file and does not say which characters its codes are."""
    lines = [codes[i : i + 30] for i in range(0, len(codes), 30)]
    shown = b"".join(b"<" + b"".join(b"%04x" % code for code in line) + b"> Tj T*\n" for line in lines)
    content = b"BT /F 12 Tf 72 760 Td 20 TL\n" + shown + b"ET"
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    body = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song" + system + b"/FontDescriptor 7 0 R/DW 1000>>",
        b"<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
        b"/Descent -200/CapHeight 700/StemV 80>>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(body, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 8\n0000000000 65535 f \n" + listed + b"trailer<</Size 8/Root 1 0 R>>\nstartxref\n"
    return out + head + b"%d\n%%%%EOF" % len(out)


@pytest.mark.parametrize("most", [120, 20_000])
def test_a_font_without_a_mapping(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it gives are letters or signs, and no words."""
    monkeypatch.setattr(formats, "reads_scans", lambda: False)
    chosen = random.Random(1)
    codes = [chosen.randrange(1, most) for _ in range(180)]
    with pytest.raises(SourceError, match="fonts do not say"):
        read(Source("a.pdf", unmapped(codes)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("推进全县农村供水管网改造，建成水厂，培训管护人员" * 3, False),
        ("推進全縣農村供水管網改造，建成水廠，培訓管護人員" * 3, False),
        ("张伟　王芳　李娜　刘洋　陈静　杨磊　赵敏　黄勇　周杰　吴艳" * 3, False),
        ("Action plan for water saving, 2026 to 2030: the targets of the counties and who is to meet them", False),
        ("2020 12.5 13.1 14.0 15.2% 16.3% 2025 18.8 19.9 (20.1) 21.3" * 3, False),
        ("水", False),
        (".5<CJQX_fmt{·~〔", True),
        ("仈伃俽偅僱冐凕刡剨匔卂厸吇呴咶" * 4, True),
        ("ԱԲԳԴԵԶԷ ЖЗИЙКЛ ႠႡႢႣ ẀẁẂ ⴀⴁⴂ" * 4, True),
    ],
)
def test_what_has_no_meaning(words: str, expected: bool) -> None:
    assert is_meaningless(words) is expected


# ---- running heads ----


@pytest.mark.parametrize("pages", [2, 3])
def test_a_number_in_the_running_head(pages: int) -> None:
    """It is the number of the document, though the head itself is no text of it."""

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            write(canvas, 72, 40, "云州市人民政府文件　云政发〔2026〕8号", 9)
            if number == 1:
                write(canvas, 200, 70, "云州市节水行动计划", 16)
                paragraph(canvas, "一、主要任务", 100)
            top = paragraph(
                canvas, f"（{'一二三'[number - 1]}）改造{number}号管网。更新管网。（责任单位：市水利局）", 130
            )
            for _ in range(5):
                top = paragraph(canvas, "各部门加快推进工作，完善制度，建立台账，定期调度，报送进展情况。" * 3, top)

        return draw

    found = facts(*map(page, range(1, pages + 1)))

    assert found.document.number == "云政发〔2026〕8号"
    assert found.document.title == "云州市节水行动计划"
    assert len(found.tasks) == pages


def test_short_cells_at_the_end_of_a_page_are_whole() -> None:
    """Below a merged first cell a page may begin with a row of its own: short words are not joined over the page."""

    def first(canvas: Canvas) -> None:
        write(canvas, 150, 60, TITLE, 16)
        table(canvas, [("类别", *SHORT[1:]), ("供水", "改造管网", "市水利局", "2026年")], 750, WIDTHS)

    def second(canvas: Canvas) -> None:
        table(canvas, [("", "推广器具", "市商务局", "2027年"), ("节水", "监测用水", "市数据局", "2027年")], 60, WIDTHS)

    assert owners(facts(first, second)) == {
        "改造管网": ["云州市水利局"],
        "推广器具": ["云州市商务局"],
        "监测用水": ["云州市数据局"],
    }
