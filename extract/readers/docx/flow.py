"""Paragraphs and tables of a DOCX in the order of the page: numbers put in, lines divided, boxes behind anchors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from guitu.extract.raw import RawBlock, RawParagraph, RawUnread, struck_out
from guitu.extract.readers.docx.numbering import BULLET, Numbering
from guitu.extract.readers.docx.styles import VAL, Style, Styles, W, numbering, outline, value
from guitu.extract.readers.docx.tables import Rows, rows_of, texts
from guitu.extract.readers.docx.words import ALTERNATE, MATH, SKIPPED, Words, chosen, formula
from guitu.extract.text import fold
from guitu.extract.words.lines import is_entry, is_heading
from guitu.extract.words.numbering import numbered

PARAGRAPH, TABLE, CONTROL = f"{W}p", f"{W}tbl", f"{W}sdt"
IMPORTED = (f"{W}altChunk", f"{W}subDoc")
DEEPEST_LEVEL = 6
_CHINESE = re.compile("[\u4e00-\u9fff“]")
_PAGE_LEFT = re.compile(r"\t\s{0,9}[\divxIVX]{1,5}\s*$")  # an entry of a table of contents and its page
_PAGE_NUMBER = re.compile(r"[\s—–―\-－·第]{0,9}\d{1,4}[\s—–―\-－·页]{0,9}(?:[/共]\s{0,3}\d{1,4}\s{0,3}页?)?")


@dataclass
class Story:
    """What all parts of a file share: styles, counters of lists, notes called, pictures met."""

    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: Counter[str] = field(default_factory=Counter)

    def unread(self, kind: str) -> RawUnread:
        """The next part of a kind (张图片, 个公式) that is not read."""
        self.pictures[kind] += 1
        return RawUnread(f"第{self.pictures[kind]}{kind}未读")


@dataclass(slots=True)
class _Open:
    """A paragraph before its end: one whose mark was deleted goes on in the next, with its own number and level.

    `number`, `depth`: its list, None where its style tells it; `level`: 0 for the first of the outline.
    """

    text: str
    style: Style
    number: str | None
    depth: int | None
    level: int | None
    contents: bool


@dataclass
class Flow:
    """Blocks that grow while XML is walked. `inside`: of a cell or note, where a number without words is kept.

    `frames`: where the blocks of tables of one column stand in `done`.
    """

    story: Story
    inside: bool = False
    done: list[RawBlock] = field(default_factory=list)
    frames: list[tuple[int, int]] = field(default_factory=list)
    _words: Words = field(init=False)
    _open: _Open | None = None
    _contents: int = 0

    def __post_init__(self) -> None:
        self._words = Words(self.story.styles)

    def blocks(self, parent: Element) -> None:
        """Read every block below an element."""
        for child in parent:
            self.block(child)

    def block(self, element: Element) -> None:
        """Read one block."""
        tag = element.tag
        if tag == PARAGRAPH or tag in MATH:
            self._paragraph(element)
        elif tag == TABLE:
            rows = self.rows()
            for row in rows_of(element):
                rows.add(row)
            self.table(rows)
        elif tag in IMPORTED:
            self.done.append(self.story.unread("处插入的文件"))
        elif tag == ALTERNATE:
            self.blocks(chosen(element))
        elif tag == CONTROL:
            contents = _is_contents(element)
            self._contents += contents
            for child in element.iterchildren(f"{W}sdtContent"):
                self.blocks(child)
            self._contents -= contents
        elif tag not in SKIPPED and isinstance(tag, str):
            self.blocks(element)

    def close(self) -> list[RawBlock]:
        """End a paragraph that waits for the next one, and hand out all blocks."""
        if self._open is not None:
            waiting, self._open = self._open, None
            self._end(waiting)
        return self.done

    # ---- tables ----

    def rows(self) -> Rows:
        """A table to be filled; what stands before it ends."""
        self.close()
        return Rows(self._cell)

    def table(self, rows: Rows) -> None:
        """Put a filled table here."""
        blocks, framed = rows.blocks()
        if framed:
            self.frames.append((len(self.done), len(self.done) + len(blocks)))
        self.done += blocks

    def _cell(self, element: Element) -> Sequence[RawBlock]:
        flow = Flow(self.story, inside=True)
        flow.blocks(element)
        return flow.close()

    # ---- paragraphs ----

    def _paragraph(self, element: Element) -> None:
        words = self._words
        properties = element.find(f"{W}pPr")
        style = self.story.styles.of(value(properties, "pStyle"))
        begun = words.contents
        if element.tag in MATH:
            words.write(formula(element))
        else:
            words.walk(element)
        text = words.take()
        given = value(properties, "outlineLvl")
        level = style.outline if given is None else outline(given)
        listed = level is None and bool(begun or words.contents or self._contents)
        if style.struck:
            words.struck.append(text)
        one = _Open(
            "" if style.hidden or style.struck else text, style, *numbering(properties), level, listed or style.contents
        )
        if self._open is not None:
            before, self._open = self._open, None
            one = replace(before if before.text.strip() else one, text=before.text + one.text)
        if _runs_on(properties):
            self._open = one
        else:
            self._end(one)
        self._hang_on()

    def _end(self, one: _Open) -> None:
        """Write a paragraph with the number that Word puts before it; every line of it is a paragraph."""
        if one.contents and _is_entry(one.text):
            self.done += (RawParagraph(line, aside=True) for line in one.text.split("\n") if line.strip())
            return
        label = self.story.numbering.next(one.number, one.depth, one.style)
        lines = [line for line in one.text.split("\n") if line.strip()]
        if not lines:
            if self.inside and (shown := label.strip("–．、\t ")):
                self.done.append(RawParagraph(shown))
            return
        if label == BULLET and (self.inside or not _CHINESE.match(lines[0].lstrip())):
            label = ""  # before a figure it would be a minus, before the name in a cell it is no part of it
        typed = numbered(fold(lines[0].strip()[:60])) if label else None
        if typed is None or (told := numbered(fold(label + "x"))) is None or told.rank is not typed.rank:
            lines[0] = label + lines[0].lstrip()
        whole = "".join(lines)
        if one.level is not None and is_heading(fold(whole.strip())) and not any(map(is_numbered, lines[1:])):
            self.done.append(RawParagraph(whole, level=min(one.level + 1, DEEPEST_LEVEL)))
        else:  # offices set body text in the styles of headings: it keeps its facts
            self.done += (RawParagraph(line) for line in lines)

    def _hang_on(self) -> None:
        """What hangs on the paragraph just read: notes, pictures, text boxes."""
        words = self._words
        self.story.notes += words.notes
        self.done += map(self.story.unread, words.unread)
        if "".join(words.struck).strip():
            self.done.append(struck_out("".join(words.struck)))
        boxes = words.boxes
        words.notes, words.unread, words.struck, words.boxes = [], [], [], []
        for box in boxes:
            flow = Flow(self.story, self.inside)
            flow.blocks(box)
            found = flow.close()
            if not _PAGE_NUMBER.fullmatch("".join(texts(found))):
                self.done += map(boxed, found)


# ---- what a paragraph is ----


def _runs_on(properties: Element | None) -> bool:
    """Whether the mark of a paragraph was deleted, moved away, or only divides two styles in one line."""
    mark = properties.find(f"{W}rPr") if properties is not None else None
    return mark is not None and any(mark.find(W + name) is not None for name in ("del", "moveFrom", "specVanish"))


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in gallery.get(VAL, "").lower()


def _is_entry(text: str) -> bool:
    """Whether a paragraph in a table of contents is an entry: a field that was never closed takes no text with it."""
    return is_entry(text.strip()) or bool(_PAGE_LEFT.search(text))


def is_numbered(line: str) -> bool:
    """Whether a line opens with a number of headings or items."""
    return numbered(fold(line.strip()[:60])) is not None


def boxed(block: RawBlock) -> RawBlock:
    """A block that stands in a frame, where it is a paragraph."""
    return replace(block, box=True, level=0) if isinstance(block, RawParagraph) else block
