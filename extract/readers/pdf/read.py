"""The reader: pages to sheets, then over all of them furniture, notes, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium

from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, RawBlock, RawParagraph, RawTable, RawUnread, Tell
from guitu.extract.readers.grids import frame
from guitu.extract.readers.pdf import file, furniture, notes, scan
from guitu.extract.readers.pdf.glyphs import Handle
from guitu.extract.readers.pdf.lines import Line
from guitu.extract.readers.pdf.over_pages import CONTINUED, goes_on, together
from guitu.extract.readers.pdf.paragraphs import Joiner, body_size, set_margins
from guitu.extract.readers.pdf.sheet import Sheet, sheet
from guitu.extract.readers.pdf.tables import Grid
from guitu.extract.readers.running_heads import numbers_of
from guitu.extract.words.characters import without_spaces

_MOST_PAGES = 5_000
_MOST_LINES = 500_000


def read(data: bytes, tell: Tell) -> Raw:
    """The paragraphs and tables of a PDF with a text layer; raises SourceError.

    Guaranteed: pages are closed as they are read; what is no text, or is too much, is told with its page.
    """
    with file.opened(data) as document:
        total = max(0, pdfium.FPDF_GetPageCount(document))
        sheets = list(_sheets(document, total, tell))
    if total and not any(one.items for one in sheets):
        raise _without_text(sheets)
    heads = furniture.remove(sheets)
    body = body_size(sheets)
    footnotes = notes.taken(sheets, body)
    set_margins(sheets)
    joiner = Joiner(sheets, body)
    blocks = [*numbers_of(heads), *_blocks(sheets, joiner)]
    blocks += [RawParagraph(text, aside=True) for text in joiner.joined((0, line) for line in footnotes)]
    blocks += [RawUnread(one.beside) for one in sheets if one.beside]  # at the end: a sentence may run over the page
    if seen := [one.number for one in sheets if one.seen and one.items]:
        blocks.append(RawUnread(f"第{_ranges(seen)}页是图像，文字由程序识别，可能有错字，请对照原件"))
    if total > len(sheets):
        blocks.append(RawUnread(f"文件共{total}页，只读了前{len(sheets)}页"))
    return Raw(tuple(blocks), None, scanned=bool(seen))


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers as they are told: 1–3、7."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _without_text(sheets: Sequence[Sheet]) -> SourceError:
    if any(one.seen for one in sheets):
        return SourceError("", "the PDF is a scan, and no words were recognised on its pages", "scan it again, larger")
    remedy = scan.REMEDY
    if any("乱码" in one.unread for one in sheets):
        return SourceError(
            "", "the text of the PDF cannot be read: its fonts do not say which characters they hold", remedy
        )
    if any("字体不在" in one.unread for one in sheets):
        return SourceError(
            "",
            "the text of the PDF cannot be read: its fonts are neither in the file nor on this machine",
            "install a Chinese font, or save the PDF with its fonts",
        )
    if any(one.unread for one in sheets):
        return SourceError("", "the PDF is a scan: its pages are pictures without text", remedy)
    return SourceError("", "there is no text in it")


def _sheets(document: Handle, total: int, tell: Tell) -> Iterator[Sheet]:
    lines = 0
    before: tuple[float, ...] = ()
    for index in range(min(total, _MOST_PAGES)):
        page = file.page(document, index)
        if page is None:
            yield Sheet(index + 1, 0, 0, [], unread=f"第{index + 1}页已损坏，没有读出")
        else:
            if page.garbled:
                page.pieces.clear()
            found = sheet(page, index + 1, before)
            before = found.open
            lines += len(found.items)
            yield found
        tell(index + 1, total)
        if lines > _MOST_LINES:
            return


def _blocks(sheets: Sequence[Sheet], joiner: Joiner) -> Iterator[RawBlock]:
    """The blocks in order: text that ends a page goes on over what could not be read of the next."""
    text: list[tuple[int, Line]] = []
    table: Grid | None = None
    grown: RawTable | None = None
    unsure: list[RawUnread] = []  # beside the table that grows
    for one in sheets:
        if one.unread:
            yield from (*_told(text, grown, joiner), *unsure)
            text, table, grown, unsure = [], None, None, []
            yield RawUnread(one.unread)
        for item in one.items:
            if isinstance(item, Line):
                if grown is not None and CONTINUED.fullmatch(without_spaces(item.text)):
                    continue
                yield from (*_told([], grown, joiner), *unsure)
                table, grown, unsure = None, None, []
                text.append((one.number, item))
                continue
            more = goes_on(table, item) if table is not None else None
            if more is not None and grown is not None:
                grown, headings = together(grown, more.table)
                unsure += (
                    RawUnread(f"第{one.number}页开头一行的“{heading}”是空的，可能与上一页的合并，没有读出")
                    for heading in headings
                )
                table = more
                continue
            yield from (*_told(text, grown, joiner), *unsure)
            text, table, grown, unsure = [], None, None, []
            if item.within:
                yield from _framed(item, one, joiner)
            else:
                table, grown = item, item.table
    yield from (*_told(text, grown, joiner), *unsure)


def _told(text: Sequence[tuple[int, Line]], table: RawTable | None, joiner: Joiner) -> Iterator[RawBlock]:
    for words in joiner.joined(text):
        yield RawParagraph(words)
    if table is not None:
        yield from frame(table) or (table,)


def _framed(grid: Grid, one: Sheet, joiner: Joiner) -> Iterator[RawBlock]:
    """The paragraphs of a frame around text, or of a grid that holds nothing else."""
    left = min(line.x0 for line in grid.within)
    for line in grid.within:
        line.left, line.right = left, max(line.x1, grid.x1 - min(left - grid.x0, 1.5 * line.size))
    for words in joiner.joined((one.number, line) for line in grid.within):
        yield RawParagraph(words, box=grid.ruled is None)
