"""The words of one paragraph of a DOCX as it is printed: runs, fields, symbols, formulas, and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from guitu.extract.readers.docx.counting import written
from guitu.extract.readers.docx.pictures import unread_kind
from guitu.extract.readers.docx.styles import Styles, W, flag, is_struck, value
from guitu.extract.readers.docx.symbols import FONTS, PRIVATE, signs, symbol

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{MC}AlternateContent"
TEXT_BOX = f"{W}txbxContent"
MATH = (f"{M}oMath", f"{M}oMathPara")
_RUN, _TEXT, _RUN_PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr"
# tracked changes read as accepted: what was deleted or moved away is not walked into, what was inserted is
_SKIPPED_NAMES = (
    "pPr rPr del moveFrom delText delInstrText sdtPr sdtEndPr customXmlPr smartTagPr rt rubyPr sectPr tblPr tblGrid"
    " trPr tcPr annotationRef footnoteRef endnoteRef commentReference pgNum softHyphen fldData"
)
SKIPPED = frozenset(W + name for name in _SKIPPED_NAMES.split())
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MOST_INSTRUCTION = 400  # characters kept of what a field was told
_ENCIRCLED = re.compile(r"\\o\s{0,3}\\ac\s{0,3}\(\s{0,3}[○◯〇]\s{0,3},\s{0,3}([^()]{1,6})\)")
_PHONETIC = re.compile(
    r"\\o\s{0,3}\\a[dclr]\s{0,3}\(\s{0,3}\\s\s{0,3}\\up\s{0,3}\d{1,3}\([^()]{0,40}\)\s{0,3},([^()]{1,40})\)"
)


@dataclass(slots=True)
class _Field:
    """A field that is open: what it was told, and whether its result has begun."""

    told: str = ""
    result: bool = False
    contents: bool = False


@dataclass
class Words:
    """What the runs of a paragraph say. Fields stay open from one paragraph to the next; `take` ends a paragraph.

    `contents`: how many open fields make a table of contents. `boxes`: text boxes that hang on the paragraph, `notes`:
    kind and identifier of the notes that it calls, `unread`: the kinds of pictures and objects in it, `struck`: words
    that are struck out, and left out.
    """

    styles: Styles
    contents: int = 0
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _silent: int = 0  # open fields whose result has not begun

    def take(self) -> str:
        """The text so far, "\\n" for a break of line, and begin anew. A field without a result hides no more."""
        text = "".join(self._pieces)
        self._pieces.clear()
        for one in self._fields:
            one.result = True
        self._silent = 0
        return text

    def walk(self, parent: Element) -> None:
        """Read everything below an element; raises RecursionError below the depth that the XML parser allows."""
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag not in SKIPPED:
                self._other(child)

    def _run(self, run: Element) -> None:
        properties: Element | None = None
        struck = False
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if struck:
                    self.struck.append(child.text or "")
                elif not self._silent and child.text:
                    self._pieces.append(child.text if not PRIVATE.search(child.text) else _in_font(child, properties))
            elif tag == _RUN_PROPERTIES:
                if self._is_hidden(child):
                    return
                properties = child
                struck = self._is_struck(child)
            elif tag not in SKIPPED:
                self._other(child)

    def _other(self, child: Element) -> None:
        """An element with a meaning of its own, else all that is below it."""
        if handler := _HANDLERS.get(child.tag):
            handler(self, child)
        else:
            self.walk(child)

    def _is_hidden(self, properties: Element) -> bool:
        hidden = flag(properties, "vanish")
        if hidden is None and self.styles.marks:
            style = value(properties, "rStyle")
            return bool(style) and self.styles.named(style or "").hidden
        return bool(hidden)

    def _is_struck(self, properties: Element) -> bool:
        struck = is_struck(properties)
        if struck is None and self.styles.marks:
            style = value(properties, "rStyle")
            return bool(style) and self.styles.named(style or "").struck
        return bool(struck)

    def write(self, text: str) -> None:
        """Say something, unless the part of a field that is not shown is open."""
        if text and not self._silent:
            self._pieces.append(text)

    def _text(self, element: Element) -> None:
        self.write(element.text or "")

    def _symbol(self, element: Element) -> None:
        found = symbol(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
        self.write(found if found or not any(piece.strip() for piece in self._pieces) else "〓")

    def _alternate(self, element: Element) -> None:
        self.walk(chosen(element))

    def _math(self, element: Element) -> None:
        self.write(formula(element))

    def _note(self, element: Element) -> None:
        kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
        self.notes.append((kind, element.get(f"{W}id", "")))

    def _drawn(self, element: Element) -> None:
        boxes = list(_boxes(element))
        self.boxes += boxes
        if not boxes and (kind := unread_kind(element)):
            self.unread.append(kind)

    # ---- fields ----

    def _field(self, element: Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._silent += 1
        elif self._fields and kind == "separate" and not self._fields[-1].result:
            one = self._fields[-1]
            one.result = True
            one.contents = one.told.split()[:1] == ["TOC"]
            self.contents += one.contents
            self._silent -= 1
        elif self._fields and kind == "end":
            one = self._fields.pop()
            self._silent -= not one.result
            self.contents -= one.contents
            if not one.result:
                self._shown(one.told)

    def _instruction(self, element: Element) -> None:
        if self._fields and len(self._fields[-1].told) < _MOST_INSTRUCTION:
            self._fields[-1].told += (element.text or "")[:_MOST_INSTRUCTION]

    def _shown(self, told: str) -> None:
        """What a field without a result shows: a sign in a circle, a word with its pronunciation above."""
        if told.lstrip()[:2].upper() != "EQ":
            return
        if match := _ENCIRCLED.search(told):
            inner = match[1].strip()
            self.write(written(int(inner), "decimalEnclosedCircle") if re.fullmatch("[0-9]{1,2}", inner) else inner)
        elif match := _PHONETIC.search(told):
            self.write(match[1])
        else:
            self.unread.append("个公式")


def chosen(alternate: Element) -> Element:
    """Of two ways to write one thing, the first: the second says it again for older programs."""
    first = alternate.find(f"{MC}Choice")
    if first is None:
        first = alternate.find(f"{MC}Fallback")
    return alternate if first is None else first


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, not those inside another."""
    for child in chosen(element) if element.tag == ALTERNATE else element:
        if child.tag == TEXT_BOX:
            yield child
        else:
            yield from _boxes(child)


def _in_font(element: Element, properties: Element | None) -> str:
    """The text of a run with signs that only its font explains."""
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    named = fonts.get(f"{W}ascii", "") or fonts.get(f"{W}hAnsi", "") if fonts is not None else ""
    text = element.text or ""
    return signs(text, named) if named.lower() in FONTS else text


# ---- formulas ----


def formula(element: Element) -> str:
    """The signs of a formula in one line: a/b, √(a), km2; what is divided or under a root stands in brackets."""
    tag = element.tag
    if tag == f"{M}t":
        return element.text or ""
    if tag in SKIPPED or tag == f"{M}deg":  # the degree of a root
        return ""
    inner = [formula(child) for child in element]
    if tag == f"{M}f":
        return "/".join(_bracketed(part) for part in inner if part)
    if tag == f"{M}d":
        return _char(element, "begChr", "(") + "".join(inner) + _char(element, "endChr", ")")
    before = "√" if tag == f"{M}rad" else _char(element, "chr", "∫") if tag == f"{M}nary" else ""
    return before + (_bracketed("".join(inner)) if tag == f"{M}rad" else "".join(inner))


def _bracketed(text: str) -> str:
    return f"({text})" if re.search(r"[^\w.%\u4e00-\u9fff]", text) else text


def _char(element: Element, name: str, default: str) -> str:
    found = next((one for child in element for one in child if one.tag == M + name), None)
    return default if found is None else found.get(f"{M}val", default)


def _writing(sign: str) -> Callable[[Words, Element], None]:
    return lambda words, element: words.write(sign)


_HANDLERS: dict[str, Callable[[Words, Element], None]] = {
    _TEXT: Words._text,
    f"{W}fldChar": Words._field,
    f"{W}instrText": Words._instruction,
    f"{W}sym": Words._symbol,
    f"{W}drawing": Words._drawn,
    f"{W}pict": Words._drawn,
    f"{W}object": Words._drawn,
    f"{W}footnoteReference": Words._note,
    f"{W}endnoteReference": Words._note,
    ALTERNATE: Words._alternate,
    **dict.fromkeys(MATH, Words._math),
    **{W + name: _writing(sign) for name, sign in _SIGNS.items()},
}
