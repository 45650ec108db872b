"""Scans and pictures: words are recognised with `guitu[ocr]`, tables by their lines, and the document says so."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont

from guitu.extract import formats
from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.extract.recognise import read
from guitu.extract.source import Source

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"  # of Debian's fonts-noto-cjk
LINES = (
    (420, 150, 40, "临江省智慧养老行动方案"),
    (150, 260, 30, "一、主要任务"),
    (210, 320, 30, "（一）建设社区食堂。到2027年，全省建成社区食堂300家，覆盖率达到"),
    (150, 380, 30, "85%以上。（牵头单位：省民政厅；配合单位：省财政厅、省卫生健康委）"),
    (210, 440, 30, "（二）培育养老护理员。每年培训护理员5000人次。（责任单位：省人力资源"),
    (150, 500, 30, "社会保障厅）"),
    (150, 600, 30, "附件：重点任务分工表"),
)
ROWS = (("序号", "重点任务", "牵头单位", "配合单位"), ("1", "改造敬老院", "省民政厅", "省住房城乡建设厅"),
        ("2", "开行助老公交", "省交通运输厅", "省民政厅"))  # fmt: skip
COLUMNS = (150, 260, 560, 820, 1090)


@pytest.fixture(scope="module")
def picture(program: Callable[[str, str], str]) -> Image.Image:
    """A page of A4 at 150 dots an inch, as a scanner gives it: grey, with a table of lines."""
    font = program(FONT, "fonts-noto-cjk")
    page = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(page)
    for x, y, size, words in LINES:
        draw.text((x, y), words, font=ImageFont.truetype(font, size), fill=30)
    for at in range(len(ROWS) + 1):
        draw.line((COLUMNS[0], 680 + 80 * at, COLUMNS[-1], 680 + 80 * at), fill=40, width=2)
    for x in COLUMNS:
        draw.line((x, 680, x, 680 + 80 * len(ROWS)), fill=40, width=2)
    for at, row in enumerate(ROWS):
        for x, words in zip(COLUMNS, row, strict=False):
            draw.text((x + 15, 700 + 80 * at), words, font=ImageFont.truetype(font, 26), fill=30)
    return page


def bytes_of(picture: Image.Image, form: str) -> bytes:
    made = io.BytesIO()
    picture.save(made, form, resolution=150)
    return made.getvalue()


def owners(reading: Reading) -> set[tuple[str, str, str]]:
    (facts,) = reading.documents
    return {(facts.tasks[one.task].title, one.agency.name, one.role) for one in facts.responsibilities}


def test_the_words_and_the_table_of_a_scan(picture: Image.Image) -> None:
    found = read(Source("扫描件.pdf", bytes_of(picture, "PDF")))

    assert found.reader == "pdf-ocr"
    assert found.text.value.startswith("临江省智慧养老行动方案")
    assert {("建设社区食堂", "临江省民政厅", "lead"), ("改造敬老院", "临江省民政厅", "lead")} <= owners(found)
    assert len(owners(found)) == 8
    assert any("文字由程序识别" in one.reason for one in found.documents[0].gaps)


def test_a_picture_is_read_as_a_scan(picture: Image.Image) -> None:
    part = picture.crop((0, 0, 1240, 640))
    for name, form in (("照片.jpg", "JPEG"), ("图.png", "PNG"), ("传真.tif", "TIFF")):
        found = read(Source(name, bytes_of(part, form)))
        assert found.reader == "picture-ocr"
        assert ("建设社区食堂", "临江省财政厅", "support") in owners(found)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0....", b"II*\x00...."])
def test_a_damaged_picture_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="the picture is damaged"):
        read(Source("图.png", data))


def test_without_the_extra_it_is_told_what_to_do(picture: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "reads_scans", lambda: False)
    for name, form in (("扫描件.pdf", "PDF"), ("图.png", "PNG")):
        with pytest.raises(SourceError, match=r"install guitu\[ocr\]"):
            read(Source(name, bytes_of(picture, form)))


def test_a_scan_is_read_within_the_bounds_of_a_build(picture: Image.Image) -> None:
    """In a process of its own, whose memory holds the models."""
    from guitu.graph.reading.reading import bounded  # noqa: PLC0415 - only here

    found = bounded(Source("扫描件.pdf", bytes_of(picture, "PDF")))

    assert isinstance(found, Reading), found
    assert found.reader == "pdf-ocr"
