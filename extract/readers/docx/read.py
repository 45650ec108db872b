"""DOCX: the paragraphs and tables of a Word file as they are printed, tracked changes accepted.

The XML is read here and not by python-docx, which tells neither automatic numbers nor text boxes, notes or changes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml.etree import _Element as Element

from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, RawBlock, RawParagraph, RawUnread, Tell
from guitu.extract.readers.docx.flow import (
    CONTROL,
    DEEPEST_LEVEL,
    IMPORTED,
    PARAGRAPH,
    TABLE,
    Flow,
    Story,
    boxed,
    is_numbered,
)  # fmt: skip
from guitu.extract.readers.docx.numbering import Numbering
from guitu.extract.readers.docx.styles import Styles, W
from guitu.extract.readers.docx.tables import ROW, WRAPPERS, Rows, texts
from guitu.extract.readers.docx.words import ALTERNATE, MATH
from guitu.extract.readers.package import Package, elements
from guitu.extract.readers.running_heads import numbers_of
from guitu.extract.text import fold
from guitu.extract.words.titles import is_title

_MAIN = "word/document.xml"  # where the package does not tell
_BODY = f"{W}body"
_REST = (f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}moveFrom", f"{W}del", ALTERNATE, *IMPORTED, *MATH)
_READ = (PARAGRAPH, TABLE, ROW, CONTROL, *_REST, _BODY)
_HEAD = 12  # blocks in which a title may stand over several paragraphs
_TOLD_EVERY = 50  # paragraphs
_AGAIN = "save it again from its origin"


def read(data: bytes, tell: Tell) -> Raw:
    """The text of a DOCX with its tables and boxes, its notes at the end; raises SourceError.

    Headers, footers and comments are no text of the document, but for a document number in a header. Progress is told
    in paragraphs.
    """
    package = Package(data)
    main = package.main or _MAIN
    body = package.part(main)
    if body is None:
        raise SourceError("", "the file is damaged: its main part is missing", _AGAIN)
    story = _story(package, main)
    flow = Flow(story)
    try:
        _walk(body, main, flow, tell)
        flow.close()
        flow.done += _notes(package, main, story)
    except RecursionError:
        raise SourceError("", "the file is damaged: it nests too deeply", _AGAIN) from None
    blocks = _under_title(list(_titles(_framed(flow.done, flow.frames))))
    return Raw((*numbers_of(_running_heads(package, main, story)), *blocks), None)


def _story(package: Package, main: str) -> Story:
    styles = Styles(_part(package, main, "styles"))
    return Story(styles, Numbering(_part(package, main, "numbering"), styles.named))


def _part(package: Package, main: str, kind: str) -> Element | None:
    name = package.related(main, kind)
    return package.tree(name) if name else None


def _walk(body: bytes, name: str, flow: Flow, tell: Tell) -> None:
    """Read the children of the body, and the rows of its tables, as the XML goes by; each is forgotten when read."""
    total, done = body.count(b"</w:p>"), 0
    rows: Rows | None = None
    found = False
    for element in elements(io.BytesIO(body), name, _READ):
        tag, parent = element.tag, element.getparent()
        if tag == PARAGRAPH:
            done += 1
            if done % _TOLD_EVERY == 0:
                tell(done, max(total, done))
        if tag == _BODY:
            found = True
            _others(element, flow)
            continue
        if tag == ROW and _is_of_body(parent):
            rows = rows or flow.rows()
            rows.add(element)
        elif parent is None or parent.tag != _BODY or tag == ROW:
            continue
        else:
            _others(reversed([*element.itersiblings(preceding=True)]), flow)
            if tag == TABLE:
                flow.table(rows or flow.rows())
                rows = None
            else:
                flow.block(element)
        _forget(element)
    if not found:
        raise SourceError("", "the file is damaged: its main part is missing", _AGAIN)
    tell(done, done)


def _others(around: Iterable[Element], flow: Flow) -> None:
    """Read the blocks that no known kind wraps; what was read is empty by now."""
    for one in around:
        if len(one):
            flow.block(one)


def _forget(element: Element) -> None:
    """Empty an element and drop those before it."""
    parent = element.getparent()
    element.clear()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _is_of_body(parent: Element | None) -> bool:
    """Whether a row stands in a table of the body, be it in a content control."""
    while parent is not None and parent.tag in WRAPPERS:
        parent = parent.getparent()
    above = parent.getparent() if parent is not None and parent.tag == TABLE else None
    return above is not None and above.tag == _BODY


def _notes(package: Package, main: str, story: Story) -> Iterator[RawBlock]:
    """Footnotes, then endnotes, in the order in which the text calls them."""
    for kind in ("footnotes", "endnotes"):
        called = dict.fromkeys(identifier for one, identifier in story.notes if one == kind)
        root = _part(package, main, kind) if called else None
        told = {note.get(f"{W}id", ""): note for note in root} if root is not None else {}
        for count, identifier in enumerate(called, 1):
            if (note := told.get(identifier)) is not None:
                flow = Flow(story, inside=True)
                flow.blocks(note)
                text = "".join(texts(flow.close()))
                if text.strip():
                    yield RawParagraph(f"注{count}：{text.strip()}", aside=True)


def _running_heads(package: Package, main: str, story: Story) -> Iterator[str]:
    """The lines of the headers of pages, of the first and the others."""
    for relation in package.relations(main).values():
        root = package.tree(relation.target) if relation.kind == "header" and not relation.external else None
        if root is not None:
            flow = Flow(story, inside=True)
            flow.blocks(root)
            yield from texts(flow.close())


def _framed(blocks: list[RawBlock], frames: Sequence[tuple[int, int]]) -> list[RawBlock]:
    """Blocks with the paragraphs of frames marked; a frame with more than half of the text only lays the page out."""
    whole = sum(map(_size, blocks)) if frames else 0
    for start, end in frames:
        if sum(map(_size, blocks[start:end])) * 2 <= whole:
            blocks[start:end] = map(boxed, blocks[start:end])
    return blocks


def _size(block: RawBlock) -> int:
    return 0 if isinstance(block, RawUnread) else sum(map(len, texts([block])))


def _under_title(blocks: list[RawBlock]) -> list[RawBlock]:
    """Blocks whose headings stand below the title, where the title is none of them and they have no numbers.

    Offices set the title by hand and chapters in styles; a first chapter without a number could else be the title.
    """
    first = next((k for k, one in enumerate(blocks) if isinstance(one, RawParagraph) and one.level), 0)
    head = blocks[first] if first else None
    if not isinstance(head, RawParagraph) or first > _HEAD or is_numbered(head.text) or is_title(fold(head.text)):
        return blocks
    paragraphs = [(k, one.text) for k, one in enumerate(blocks[:first]) if isinstance(one, RawParagraph)]
    before = [k for k, words in paragraphs if is_title(fold(words.strip()))]
    if not before:
        return blocks
    lower = (
        replace(one, level=min(one.level + 1, DEEPEST_LEVEL)) if isinstance(one, RawParagraph) and one.level else one
        for one in blocks[first:]
    )
    title = blocks[before[-1]]
    assert isinstance(title, RawParagraph)
    return [*blocks[: before[-1]], replace(title, level=1), *blocks[before[-1] + 1 : first], *lower]


def _titles(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Blocks where a title set as a heading over several paragraphs is plain, for cleaning to join it."""
    for k, block in enumerate(blocks):
        beside = [*blocks[max(k - 1, 0) : k], *blocks[k + 1 : k + 2]]
        if k < _HEAD and isinstance(block, RawParagraph) and block.level and not is_numbered(block.text):
            alike = (one for one in beside if isinstance(one, RawParagraph) and one.level == block.level)
            yield replace(block, level=0) if any(not is_numbered(one.text) for one in alike) else block
        else:
            yield block
