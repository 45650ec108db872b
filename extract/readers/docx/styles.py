"""The styles of a DOCX: which of them are headings, entries of a table of contents, hidden, or numbered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
STRIKES = (f"{W}strike", f"{W}dstrike")
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录) ?(?:\d|heading|标题)|table of figures|图表目录", re.IGNORECASE)
_NO_OUTLINE = 9  # the level of body text
_DEEPEST = 30  # styles that rest on styles; damaged files rest on themselves


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means for the text. `outline`: 0 for the first level of headings, None for body text.

    `number`, `depth`: its numbering (w:numId, w:ilvl), None where it tells none.
    """

    identifier: str = ""
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    contents: bool = False
    hidden: bool = False
    struck: bool = False


class Styles:
    """All styles of a file, each with what it takes from those that it rests on.

    `marks`: some may hide or strike out their text.
    """

    def __init__(self, root: Element | None) -> None:
        found = list(root.iter(f"{W}style")) if root is not None else []
        self._elements = {one.get(f"{W}styleId", ""): one for one in found}
        self._known: dict[str, Style] = {}
        self.marks = any(next(one.iter(f"{W}vanish", *STRIKES), None) is not None for one in found)
        normal = [one for one in found if is_on(one.get(f"{W}default")) and one.get(f"{W}type") == "paragraph"]
        self._normal = normal[0].get(f"{W}styleId", "") if normal else ""

    def of(self, identifier: str | None) -> Style:
        """The style of a paragraph or run; the default one of paragraphs without a name."""
        return self._style(identifier or self._normal, 0)

    def named(self, identifier: str) -> Style:
        """The style of a name, an empty one where it is not told."""
        return self._style(identifier, 0)

    def _style(self, identifier: str, depth: int) -> Style:
        if identifier not in self._known:
            element = self._elements.get(identifier)
            if element is None or depth > _DEEPEST:
                return Style(identifier)
            base = value(element, "basedOn")
            around = self._style(base, depth + 1) if base else Style()
            self._known[identifier] = replace(_own(element, around), identifier=identifier)
        return self._known[identifier]


def value(parent: Element | None, name: str) -> str | None:
    """The w:val of a child, None where there is no such child."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def flag(parent: Element | None, name: str) -> bool | None:
    """Whether a switch is on: a child without a value is; None where there is no such child."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else is_on(child.get(VAL, "1"))


def is_struck(run: Element | None) -> bool | None:
    """Whether the properties of a run strike its words out; None where they do not tell."""
    told = [is_on(one.get(VAL, "1")) for one in run if one.tag in STRIKES] if run is not None else []
    return any(told) if told else None


def is_on(given: str | None) -> bool:
    """Whether the value of a switch says yes."""
    return given is not None and given.lower() not in _OFF


def whole(given: str | None, low: int, high: int, default: int) -> int:
    """A whole number of an attribute within bounds, or the default where it is none."""
    given = (given or "").strip()
    if not re.fullmatch(r"-?[0-9]{1,9}", given):
        return default
    return max(low, min(int(given), high))


def _own(element: Element, around: Style) -> Style:
    """What a style says itself, on top of what it rests on."""
    name = (value(element, "name") or "").strip()
    own, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    told = replace(around, contents=around.contents or bool(_CONTENTS.match(name)))
    if heading := _HEADING.fullmatch(name):  # the built-in ones are headings even where they do not say so
        told = replace(told, outline=int(heading[1]) - 1)
    if (given := value(own, "outlineLvl")) is not None:
        told = replace(told, outline=outline(given))
    if (hidden := flag(run, "vanish")) is not None:
        told = replace(told, hidden=hidden)
    if (struck := is_struck(run)) is not None:
        told = replace(told, struck=struck)
    number, depth = numbering(own)
    return replace(
        told,
        number=around.number if number is None else number,
        depth=around.depth if depth is None else depth,
    )


def outline(given: str | None) -> int | None:
    """The level of an outline, None for body text.

    >>> outline("0"), outline("9"), outline("x")
    (0, None, None)
    """
    level = whole(given, 0, _NO_OUTLINE, _NO_OUTLINE)
    return None if level == _NO_OUTLINE else level


def numbering(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level that properties of a paragraph name, each None where they do not."""
    told = properties.find(f"{W}numPr") if properties is not None else None
    depth = value(told, "ilvl")
    return value(told, "numId"), None if depth is None else whole(depth, 0, 8, 0)


Lookup = Callable[[str], Style]
