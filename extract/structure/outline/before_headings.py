"""What stands before any heading, or in a text that has none: which of its paragraphs are work."""

from __future__ import annotations

import re

from guitu.extract.structure.outline import headings
from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Text

_PURPOSE = re.compile(r"制[定订]本|(?:提出|制[定订])(?:如下|以下)|现将|特制[定订]|本(?:方案|规划|计划|办法|意见|措施)")


def owned(text: Text, element: Element) -> Element:
    """A paragraph before any heading that closes with who does it is an item; none that says why there is a plan."""
    if element.kind not in ("plain", "titled") or element.chapter != "front" or element.section is not None:
        return element
    words = text.read(element.span).rstrip(" 。")
    if headings.closing_clause(words) is None or _PURPOSE.search(words):
        return element
    if element.kind == "titled":
        return element._replace(chapter="work")
    at = element.span.start
    title, body = headings.item_title(words, len(words) - len(words.lstrip()))
    return element._replace(kind="item", chapter="work", title=title.shift(at), body=body.shift(at))


def works(text: Text, elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Elements of a text without any heading: from a run-in title that says what is done on, they are work."""
    made: list[Element] = []
    works = False
    for element in elements:
        works = works or (
            element.kind == "titled" and element.title is not None and is_action(text.read(element.title))
        )
        made.append(element._replace(chapter="work") if works and element.chapter == "front" else element)
    return tuple(made)
