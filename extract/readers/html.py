"""HTML: the main text of a page as paragraphs and tables; layout, furniture and hidden parts left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from guitu.extract.encoding import decode
from guitu.extract.raw import MOST_CELLS, Raw, RawBlock, RawCell, RawParagraph, RawTable, RawUnread, struck_out
from guitu.extract.readers.grids import cell, frame
from guitu.extract.readers.html_looks import STRUCK_TAGS, is_struck, styles_of, tables_of_blocks
from guitu.extract.readers.html_scripts import markup_of
from guitu.extract.readers.html_unread import is_little, unread
from guitu.extract.sources.main_text import (
    description,
    is_left_out,
    is_navigation,
    listing,
    main,
    title_before,
    uncover,
    words,
)
from guitu.extract.text import fold
from guitu.extract.words.numbering import numbered
from guitu.extract.words.titles import is_title, names_shelf

_BLOCKS_NAMES = (
    "p div br hr li ul ol dl dt dd table tbody thead tfoot tr td th h1 h2 h3 h4 h5 h6 section article main header"
    " center blockquote pre form caption figure figcaption fieldset address body html details summary"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
# lines of the site, not of the document: 责任编辑：…, 扫一扫在手机打开当前页
_SITE = re.compile(
    r"[【\[（(]?(?:责任编辑|编辑：|审核：|扫一扫|打印本页|关闭窗口|打印|关闭|分享到|上一篇|下一篇|相关链接|相关稿件|相关阅读|相关新闻|推荐阅读|延伸阅读|热门推荐|返回顶部|字体：|字号：|浏览次数)"
)
_LONGEST_SITE_LINE = 40
_WIDEST_SPAN = 100
_WIDEST_ROW = 1000
_OPENING = 12  # blocks in which a text gives its title
_DEEPEST = 2000  # levels; the parser itself stops at 2048
_ANY_TAG = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_WRAPPER = re.compile(
    r"</?(?:(div|section|article|center|blockquote)|[bisu]|em|span|font|strong)\b[^<>]{0,2000}>", re.IGNORECASE
)
_OF_HEAD = frozenset(("title", "meta", "link", "style", "script", "base", "noscript", "template", "object"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_LINES = frozenset(("p", "div", "center", "td", "h4", "h5", "h6"))
_LONGEST_LINE = 400
_TITLED = re.compile(r"(?:^|[\s_-])(?:title|biaoti|bt|headline)(?:$|[\s_-])", re.IGNORECASE)
_FEW = 6  # elements inside a title
_SHOWN_AS_TABLE = re.compile(r"display\s{0,9}:\s{0,9}table")
_NULLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def read(data: bytes) -> Raw:
    """The main text of a page, the table that describes the document before it; raises SourceError."""
    decoded = decode(data)
    root = _parse(decoded.text)
    if root is None:
        return Raw((), decoded.encoding)
    uncover(root)
    chosen = main(root)
    within = set(chosen.iter())
    before: list[RawBlock] = [block for table in description(root) if table not in within for block in _table(table)]
    if not before and (listed := listing(root, chosen)):
        before.append(RawTable(tuple((cell(label), cell(value)) for label, value in listed)))
    blocks = _blocks(chosen)
    sent = _parse(markup_of(root)) if is_little(blocks) else None
    if sent is not None:
        chosen, blocks = sent, _blocks(sent)
    missing = unread(root, chosen, blocks, scripted=sent is not None)
    title = _SPACE.sub(" ", title_before(root, chosen)).strip()
    if not is_title(fold(title)) or ">" in title or names_shelf(fold(title)):
        title = _title_above(root, chosen)
    if is_title(fold(title)) and not _stands_in(title, blocks):
        before.append(RawParagraph(title, level=1))
    return Raw((*before, *blocks, *missing), decoded.encoding)


def _title_above(root: Element, chosen: Element) -> str:
    """A heading, or what the page calls a title, outside of the main text and above it; else the last line there."""
    line = ""
    for one in root.iter():
        if one is chosen:
            break
        called = one.tag in _HEADINGS or _TITLED.search(f"{one.get('class', '')} {one.get('id', '')}")
        if (called or one.tag in _LINES) and len(one) < _FEW and one.tag not in ("script", "style"):
            text = _line(one)
            if not is_title(fold(text)) or names_shelf(fold(text)):
                continue
            if called and chosen not in one.iterdescendants():
                return text
            line = text if one.find(".//a") is None and not is_left_out(one) else line
    return line


def _line(element: Element) -> str:
    """The words of an element that is one line, else nothing."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > _LONGEST_LINE:
            return ""
    return _SPACE.sub(" ", text).strip()


def _stands_in(title: str, blocks: Sequence[RawBlock]) -> bool:
    """Whether the text itself opens with the title, however its lines are broken."""
    opening = "".join(block.text for block in blocks[:_OPENING] if isinstance(block, RawParagraph))
    return _SPACE.sub("", title) in _SPACE.sub("", opening)


def fragment(markup: str) -> list[RawBlock]:
    """The blocks of a piece of markup inside another format, all of it."""
    root = _parse(markup)
    return [] if root is None else _blocks(root)


def _parse(markup: str) -> Element | None:
    root = _tree(markup)
    # the parser gives up below its deepest level: then first the tags without a meaning go, at last all of them
    if root is not None and _is_cut_off(root, markup):
        root = _tree(_WRAPPER.sub(lambda match: "<br>" if match[1] else "", markup))
    if root is not None and _is_cut_off(root, markup):
        root = _tree(_ANY_TAG.sub("<br>", markup))
    if root is not None:
        _take_out_of_head(root)
        _dress(root, markup)
    return root


def _take_out_of_head(root: Element) -> None:
    """A page without <body>: the parser, older than <section> and <article>, leaves these in the head."""
    for head in root.findall("head"):
        for one in reversed([one for one in head if one.tag not in _OF_HEAD]):
            head.addnext(one)


def _dress(root: Element, markup: str) -> None:
    """Let the tree say what the styles of the page mean: tables of blocks are tables, words struck out are <del>."""
    lower = markup.lower() if "table" in markup or "line-through" in markup else ""
    if "line-through" not in lower and not _SHOWN_AS_TABLE.search(lower):
        return
    styles = styles_of(root)
    if "line-through" in lower:
        for one in root.iter("*"):
            if one.attrib and is_struck(one, styles):
                one.tag = "del"
    tables_of_blocks(root, styles)


def _tree(markup: str) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.feed(_NULLS.sub("", markup).encode("utf-8"))
    try:
        return parser.close()
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing in it
        return None


def _is_cut_off(root: Element, markup: str) -> bool:
    if markup.count("<") < _DEEPEST:
        return False
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= _DEEPEST:
            return True
    return False


@dataclass(slots=True)
class _Flow:
    """Paragraphs that grow while the tree is walked."""

    done: list[RawBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    level: int = 0
    item: bool = False  # what comes next begins one of a list

    def write(self, text: str | None) -> None:
        if text:
            self.parts.append(text)

    def leave_out(self, one: Element) -> None:
        """Keep in mind what was struck out."""
        if one.tag in STRUCK_TAGS and (gone := words(one).strip()):
            self.struck.append(gone)

    def end(self) -> None:
        text = _SPACE.sub(" ", "".join(self.parts)).strip(" ")
        self.parts.clear()
        if text.strip() and not (len(text) <= _LONGEST_SITE_LINE and _SITE.match(text.strip())):
            self.done.append(RawParagraph(text, level=self.level, item=self.item))
            self.item = False
        if self.struck:
            self.done += map(struck_out, self.struck)
            self.struck.clear()


def _blocks(root: Element) -> list[RawBlock]:
    """Paragraphs and tables below an element, without recursion: pages nest without bound."""
    flow = _Flow()
    numbers: list[int | None] = []  # the next number of every open list, None for one without numbers
    skipping: Element | None = None
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if skipping is not None:
            if event == "end" and one is skipping:
                skipping = None
                if one is not root:
                    flow.write(one.tail)
            continue
        tag = one.tag
        if event == "end":
            if tag in _BLOCKS:
                flow.end()
                flow.level, flow.item = 0, False
                if tag in ("ol", "ul"):
                    numbers.pop()
            if one is not root:
                flow.write(one.tail)
            continue
        if one is not root and (tag in STRUCK_TAGS or is_left_out(one) or is_navigation(one)):
            flow.leave_out(one)
            skipping = one
            continue
        if tag in _BLOCKS:
            flow.end()
            if tag == "table" and (found := _data(one, root)) is not None:
                flow.done += found
                skipping = one
                continue
            _open(one, flow, numbers)
        _text(one, flow)
    flow.end()
    return flow.done


def _text(one: Element, flow: _Flow) -> None:
    if one.tag != "pre" or not one.text:
        flow.write(one.text)
        return
    for line in one.text.split("\n"):
        flow.write(line)
        flow.end()


def _open(one: Element, flow: _Flow, numbers: list[int | None]) -> None:
    """What the start of a block means: a level, a list, a list item with its number."""
    tag = str(one.tag)
    if tag in ("ol", "ul"):
        start = one.get("start", "1").strip()
        numbers.append((int(start) if start.isdecimal() and len(start) < 5 else 1) if tag == "ol" else None)
    elif tag == "li":
        flow.item = True
        if not numbers or (number := numbers[-1]) is None:
            return
        given = one.get("value", "").strip()
        number = int(given) if given.isdecimal() and len(given) < 5 else number
        numbers[-1] = number + 1
        if not numbered(fold(words(one)[:60].strip())):
            flow.write(f"{number}．")
    elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        flow.level = int(tag[1])


# ---- tables ----


def _data(table: Element, root: Element) -> list[RawBlock] | None:
    """The blocks of a table of data or of a frame; None for a table that only lays the page out."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    found, *missing = _table(table)
    if not found.rows:
        return [*missing]
    framed = frame(found)
    if framed is None:
        return [*_caption(table), found, *missing]
    if _size(table) * 2 > _size(root) and table.get("border", "0") in ("0", ""):
        return None
    return [*framed, *missing]


def _caption(table: Element) -> Iterator[RawBlock]:
    for one in table.iterchildren("caption"):
        if text := _SPACE.sub(" ", words(one)).strip():
            yield RawParagraph(text)


def _size(element: Element) -> int:
    return len(words(element))


def _table(table: Element) -> tuple[RawTable, *tuple[RawUnread, ...]]:
    """The full grid of a table: a cell over several rows or columns stands in each of them; and what is left out."""
    lines = list(table.iterdescendants("tr"))
    missing: list[RawUnread] = []
    hanging: dict[int, tuple[RawCell, int]] = {}  # by column: a cell from above and the rows that it still covers
    rows: list[list[RawCell]] = []
    width = 0
    for i, line in enumerate(lines):
        if i * width > MOST_CELLS:  # spans can make many places of few characters
            missing.append(RawUnread(f"表格过大，第{i + 1}行起未读"))
            break
        row: list[RawCell] = []
        for one in line.iterchildren("td", "th"):
            _fill(row, hanging)
            inside = _blocks(one)
            found = cell(*(b.text for b in inside if isinstance(b, RawParagraph)))
            missing += (b for b in inside if isinstance(b, RawUnread))
            down = min(_down(one, line), len(lines) - i)
            for _ in range(_span(one, "colspan")):
                if down > 1:
                    hanging[len(row)] = (found, down - 1)
                row.append(found)
        _fill(row, hanging)
        if any(cell.paragraphs for cell in row[_WIDEST_ROW:]):
            missing.append(RawUnread(f"表格第{i + 1}行过宽，只读了前{_WIDEST_ROW}列"))
        rows.append(row[:_WIDEST_ROW])
        width = max(width, len(rows[-1]))
    return _without_blanks(rows), *dict.fromkeys(missing)


def _down(one: Element, line: Element) -> int:
    """How many rows a cell covers; a span of 0 goes to the end of its group of rows."""
    if one.get("rowspan", "").strip() == "0":
        return 1 + sum(1 for _ in line.itersiblings("tr"))
    return _span(one, "rowspan")


def _fill(row: list[RawCell], hanging: dict[int, tuple[RawCell, int]]) -> None:
    """Put the cells that hang down from above into the next free columns."""
    while (column := len(row)) in hanging:
        found, left = hanging.pop(column)
        row.append(found)
        if left > 1:
            hanging[column] = (found, left - 1)


def _span(one: Element, name: str) -> int:
    given = one.get(name, "1").strip()
    return max(1, min(int(given), _WIDEST_SPAN)) if given.isdecimal() and len(given) < 9 else 1


def _without_blanks(rows: Sequence[Sequence[RawCell]]) -> RawTable:
    """The grid without rows and columns in which nothing is written."""
    width = max((len(row) for row in rows), default=0)
    full = [[*row, *(RawCell(()) for _ in range(width - len(row)))] for row in rows]
    kept = [k for k in range(width) if any(row[k].paragraphs for row in full)]
    return RawTable(tuple(tuple(row[k] for k in kept) for row in full if any(one.paragraphs for one in row)))
