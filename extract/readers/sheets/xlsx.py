"""XLSX: the visible sheets of a workbook in order, each with its lines, tables and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, RawBlock, RawParagraph, RawUnread, Tell
from guitu.extract.readers.package import Package
from guitu.extract.readers.sheets import marks
from guitu.extract.readers.sheets.layout import Budget, blocks
from guitu.extract.readers.sheets.sheet_xml import Book, Contents, contents, formats, parse, strings

_NO_NAME = re.compile(r"(?:Sheet|工作表|表格?)\s*\d{0,3}(?:\s*[（(]\d{1,3}[）)])?", re.IGNORECASE)  # Sheet1, 工作表2
_LARGEST = 100_000_000  # bytes of the XML of one sheet
_SHOWN = 3
_MOST_SHEETS = 500


@dataclass(frozen=True, slots=True)
class _Tab:
    """A sheet as the workbook lists it. `part`: of the package, empty for a sheet without cells; `mark`: of `marks`."""

    name: str
    hidden: bool
    part: str
    mark: str = ""


def read(data: bytes, tell: Tell) -> Raw:
    """The sheets of a workbook as the office sees them; raises SourceError.

    Lines above a table are paragraphs; the name of a sheet is a heading where several hold words, or where nothing
    else names its table. Hidden sheets, rows and columns, values in error, formulas never calculated, pictures and
    what is over the bounds of `sheets` are not read, and told. Of a workbook that Guitu wrote the sheets of tasks are
    read, the others told.
    """
    package = Package(data)
    main = package.main or "xl/workbook.xml"
    workbook = package.part(main)
    if workbook is None or main.endswith(".bin"):
        raise SourceError("", "XLSB is not read", "save it as XLSX")
    found, from_1904 = _sheets(package, main, workbook)
    returned = any(tab.mark == marks.TASKS for tab in found)
    wanted = [tab for tab in found if tab.mark == marks.TASKS or not returned]
    over, wanted = wanted[_MOST_SHEETS:], wanted[:_MOST_SHEETS]
    book = _book(package, main, from_1904)
    budget = Budget()
    told: list[tuple[str, list[RawBlock]]] = []
    for number, tab in enumerate(wanted, 1):
        told.append((tab.name.strip(), list(_sheet(package, tab, book, budget))))
        tell(number, len(wanted))
    missing = [RawUnread(f"文件共{len(wanted) + len(over)}个工作表，只读了前{len(wanted)}个")] if over else []
    if not returned:
        return Raw((*_named(told), *missing), None)
    return Raw((*_left_out(found), *_titled(told), *missing), None, returned=True)


def tabs(data: bytes) -> Iterator[tuple[str, str, Contents]]:
    """The visible sheets of a workbook as they are: name, mark of `marks` (empty for none), cells. SourceError."""
    package = Package(data)
    main = package.main or "xl/workbook.xml"
    workbook = package.part(main)
    if workbook is None or main.endswith(".bin"):
        raise SourceError("", "XLSB is not read", "save it as XLSX")
    found, from_1904 = _sheets(package, main, workbook)
    book, budget = _book(package, main, from_1904), Budget()
    for tab in found[:_MOST_SHEETS]:
        if not tab.hidden and tab.part and package.size(tab.part) <= _LARGEST and (part := package.part(tab.part)):
            yield tab.name, tab.mark, contents(part, book, budget)


def _sheets(package: Package, main: str, workbook: bytes) -> tuple[list[_Tab], bool]:
    """Every sheet in the order of the tabs, and whether days are counted from 1904."""
    relations = package.relations(main)
    found: list[_Tab] = []
    since: list[bool] = []
    named: list[str] = []  # the sheet that the defined name which is open belongs to, where it is the mark

    def start(name: str, told: dict[str, str]) -> None:
        if name == "definedName":
            named[:] = [told.get("localSheetId", "")] if told.get("name") == marks.NAME else []
        elif name == "sheet":
            link = next((value for key, value in told.items() if key.endswith("}id")), "")
            relation = relations.get(link)
            part = relation.target if relation and relation.kind == "worksheet" and not relation.external else ""
            found.append(_Tab(told.get("name", ""), told.get("state", "visible") != "visible", part))
        elif name == "workbookPr":
            since.append(told.get("date1904") in ("1", "true"))

    def end(name: str, text: str) -> None:
        if name == "definedName" and named and named[0].isdecimal() and int(named[0][:9]) < len(found):
            mark = text.strip('"')
            known = mark in (marks.TASKS, marks.SUMMARY)
            found[int(named[0])] = replace(found[int(named[0])], mark=mark if known else "")

    parse(workbook, start, end, ("definedName",))
    return found, any(since)


def _book(package: Package, main: str, from_1904: bool) -> Book:
    shared, styles = package.related(main, "sharedStrings"), package.related(main, "styles")
    words = package.part(shared) if shared else None
    styled = package.part(styles) if styles else None
    told, gone = strings(words) if words else ((), {})
    codes, struck = formats(styled) if styled else ((), frozenset())
    return Book(told, codes, from_1904, struck, gone)


def _sheet(package: Package, tab: _Tab, book: Book, budget: Budget) -> Iterator[RawBlock]:
    """The blocks of one sheet, and what of it was not read."""
    label = f"工作表“{tab.name}”"
    if tab.hidden:
        yield RawUnread(f"{label}是隐藏的，未读")
    elif not tab.part or package.size(tab.part) > _LARGEST:
        yield RawUnread(f"{label}{'过大' if tab.part else '是图表'}，未读")
    elif data := package.part(tab.part):
        held = contents(data, book, budget)
        yield from blocks(held.sheet, budget, one_table=tab.mark == marks.TASKS)
        yield from (RawUnread(label + reason) for reason in _unread(held))


def _unread(held: Contents) -> Iterator[str]:
    if held.errors:
        yield f"有{len(held.errors)}个单元格是错误值（{_first(held.errors)}），未读"
    if held.uncalculated:
        yield f"有{len(held.uncalculated)}个单元格的公式没有算出值（{_first(held.uncalculated)}），未读"
    if held.struck:
        yield f"有{len(held.struck)}个单元格含划去的文字（{_first(held.struck)}），没有读入"
    if held.merges_cut:
        yield "合并的单元格过多，没有都按合并读"
    if held.hidden_rows:
        yield f"隐藏了{len(held.hidden_rows)}行，未读"
    if held.hidden_columns:
        yield f"隐藏了{len(held.hidden_columns)}列，未读"
    if held.pictures:
        yield "有图片或图形，其中的文字未读"
    if held.cut is not None:
        yield f"过大，第{held.cut}行起未读"


def _first(places: Sequence[str]) -> str:
    return "、".join(places[:_SHOWN]) + ("等" if len(places) > _SHOWN else "")


def _named(told: Sequence[tuple[str, list[RawBlock]]]) -> Iterator[RawBlock]:
    """The blocks of all sheets with the names of sheets as headings where a reader needs them."""
    several = sum(any(not isinstance(block, RawUnread) for block in found) for _, found in told) > 1
    for name, found in told:
        first = next((block for block in found if not isinstance(block, RawUnread)), None)
        titled = isinstance(first, RawParagraph)
        repeats = isinstance(first, RawParagraph) and name in first.text
        wanted = (several or not titled) and first is not None and not repeats
        if wanted and name and not _NO_NAME.fullmatch(name):
            yield RawParagraph(name, level=1 if several else 0)
        yield from found


# ---- a workbook that Guitu wrote ----


def _left_out(found: Sequence[_Tab]) -> Iterator[RawUnread]:
    """The sheets that are not read, by why: summaries by Guitu, and what somebody added."""
    for mark, why in (
        (marks.SUMMARY, "由规图汇总而成，不作文件读；更正请用 guitu correct"),
        ("", "不是规图写的任务表，未读"),
    ):
        if names := [tab.name for tab in found if tab.mark == mark]:
            yield RawUnread(f"工作表“{'”“'.join(names)}”{why}")


def _titled(told: Sequence[tuple[str, list[RawBlock]]]) -> Iterator[RawBlock]:
    """The blocks of sheets of tasks; the first line of each is a title, or else its name is."""
    for name, (*found,) in told:
        first = next((i for i, block in enumerate(found) if not isinstance(block, RawUnread)), len(found))
        if first < len(found) and isinstance(title := found[first], RawParagraph):
            found[first] = replace(title, level=1)
        else:
            found.insert(0, RawParagraph(name, level=1))
        yield from found
