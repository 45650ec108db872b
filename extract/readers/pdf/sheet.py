"""One page as lines and tables in reading order: what is kept of it while the others are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from guitu.extract.readers.pdf.columns import parts
from guitu.extract.readers.pdf.lines import Line, lines
from guitu.extract.readers.pdf.page import Page, Piece, Rule
from guitu.extract.readers.pdf.tables import Grid, tables
from guitu.extract.readers.pdf.three_lines import three_lines
from guitu.extract.readers.pdf.unruled import unruled

Item = Line | Grid
_PICTURE, _BACKGROUND = 0.12, 0.9  # of the page


@dataclass(slots=True)
class Sheet:
    """`rules`: those across that are part of no table.

    `unread`: why it could not be read, or not to its end; `beside`: what stands unread beside its text; in Chinese.
    """

    number: int
    width: float
    height: float
    items: list[Item]
    rules: list[Rule] = field(default_factory=list)
    unread: str = ""
    beside: str = ""
    blank: bool = False
    seen: bool = False  # its words were recognised in a picture
    open: tuple[float, ...] = ()  # the columns of a table without rules that the page ends with

    def lines(self) -> list[Line]:
        """Its lines outside of tables."""
        return [item for item in self.items if isinstance(item, Line)]


def sheet(page: Page, number: int, before: tuple[float, ...] = ()) -> Sheet:
    """The page of this number laid out. `before`: `open` of the page before."""
    ruled, rest, over = tables(page)
    loose = [r for r in page.across if not any(g.top - 4 <= r.at <= g.bottom + 4 for g in ruled)]
    opened, rest = three_lines(loose, rest)
    white = unruled(rest, before)
    opened, rest = [*opened, *white.grids], white.rest
    items: list[Item] = []
    for part in parts([*rest, *ruled, *opened]):
        found: list[Item] = [thing for thing in part.things if isinstance(thing, Grid)]
        for line in lines(thing for thing in part.things if isinstance(thing, Piece)):
            line.column = part.column
            found.append(line)
        items += sorted(found, key=lambda item: item.middle)
    rules = [r for r in loose if not any(g.top - 4 <= r.at <= g.bottom + 4 for g in opened)]
    unread, beside = _unread(page, number, over), _beside(page, number)
    if white.unsure:
        beside = beside or f"第{number}页有没有框线的表格，没有读成表"
    made = Sheet(number, page.width, page.height, items, rules[:200], unread, beside, not page.pieces, page.seen)
    made.open = white.open
    return made


def _beside(page: Page, number: int) -> str:
    """A picture larger than a seal or a logo, and no background; words that are turned."""
    if page.pieces and page.lost:
        return f"第{number}页有{page.lost}处文字没有读出：字体不在文件里，本机也没有"
    if page.pieces and page.others:
        return f"第{number}页有转向的文字，没有读出"
    if page.pieces and not page.seen and _PICTURE < page.pictured < _BACKGROUND:
        return f"第{number}页的图片里如有文字，没有读出"
    return ""


def _unread(page: Page, number: int, many_rules: bool) -> str:
    if page.garbled:
        return f"第{number}页的文字没有可用的编码，读出的是乱码"
    if page.over:
        return f"第{number}页内容过多，没有读完"
    if many_rules:
        return f"第{number}页线条过多，没有读出其中的表格"
    if page.lost and not page.pieces:
        return f"第{number}页的文字没有读出：字体不在文件里，本机也没有"
    return f"第{number}页是图像，没有{'认出文字' if page.seen else '文字可读'}" if page.is_picture else ""
