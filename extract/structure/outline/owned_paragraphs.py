"""Measures that their owners in brackets divide: a paragraph between two such brackets is one of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guitu.extract.structure.outline import headings
from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Text

_FEWEST = 2  # titled paragraphs of a section with such a bracket below, from which on they divide it


def titled(text: Text, elements: Sequence[Element]) -> Iterator[Element]:
    """The elements; of a paragraph of work between such brackets, beside titled ones, the first clause is the title.

    清理收费。….（市物价局牵头） 建立健全机制，….（参加单位：…）: the second owners are not of the first measure.
    """
    own = _each_owned(text, elements)
    closes = [element.kind == "plain" and _is_bracket(text, element) for element in elements]
    pairs = zip(elements, closes[1:], strict=False)  # each with whether a bracket follows it
    beside = Counter(element.section for element, closed in pairs if closed and element.kind == "titled")
    for at, element in enumerate(elements):
        between = 0 < at < len(elements) - 1 and closes[at - 1] and closes[at + 1] and not closes[at]
        if between and element.kind == "plain" and element.chapter == "work" and beside[element.section] >= _FEWEST:
            yield _measure(text, element)
        elif at in own:
            yield own[at]
        else:
            yield element


def _each_owned(text: Text, elements: Sequence[Element]) -> dict[int, Element]:
    """The paragraphs of a section of work that each end in owners of their own, as measures; none where one is no
    measure, or where all have the same owners: then the section is what they are of.
    """
    under: dict[int | None, list[int]] = {}
    for at, element in enumerate(elements):
        if element.kind == "plain" and element.chapter == "work" and not element.boxed and element.section is not None:
            under.setdefault(element.section, []).append(at)
    found: dict[int, Element] = {}
    for places in under.values():
        clauses = {at: clause[0] for at in places if (clause := _closing(text, elements[at]))}
        made = {at: _measure(text, elements[at]) for at in clauses}
        if len(set(clauses.values())) >= _FEWEST and all(one.kind == "titled" for one in made.values()):
            found |= made
    return found


def _closing(text: Text, element: Element) -> re.Match[str] | None:
    words = text.read(element.span)
    clause = headings.closing_clause(words)
    return clause if clause and clause.start() > headings.LONGEST_RUN_IN // 2 else None


def _is_bracket(text: Text, element: Element) -> bool:
    words = text.read(element.span).strip(" 。")
    return words.startswith("（") and headings.CLAUSE.fullmatch(words) is not None


def _measure(text: Text, element: Element) -> Element:
    """A paragraph with its first clause as title, where that says what is done."""
    words = text.read(element.span)
    made = headings.with_title(text, element._replace(kind="titled"), len(words) - len(words.lstrip()))
    name = text.read(made.title) if made.title else ""
    sentence = headings.SENTENCE.match(name) or headings.MUST.search(name) or headings.says_who(name)
    if sentence or not is_action(name) or len(name) > headings.LONGEST_RUN_IN:
        return element
    return made
