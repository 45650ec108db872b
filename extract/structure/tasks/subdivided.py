"""A heading divided only by names of chapters is the task itself: （一）建园行动 over 1.行动目标 and 2.行动任务."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guitu.extract.facts import Section
from guitu.extract.structure.outline.chapters import about, is_container
from guitu.extract.structure.outline.element import Element
from guitu.extract.words.numbering import Rank

_LONGEST = 6  # characters of a name that says nothing of the matter


def divided(
    elements: Sequence[Element], under: Mapping[int | None, Sequence[int]], sections: Sequence[Section]
) -> frozenset[int]:
    """The sections of such headings. What stands under the name that holds the work bears no number of its own."""
    found: set[int] = set()
    for section in sections:
        inside = [elements[i] for i in under.get(section.order, ())]
        parts = [one for one in inside if one.kind == "heading" and not one.boxed]
        named = [sections[one.own] for one in parts if one.own is not None]
        if len(named) < 2 or any(one.kind in ("item", "titled") for one in inside) or is_container(section.title):
            continue
        held = [one for one in named if is_container(one.title)]
        bare = all(len(one.title) <= _LONGEST and (one in held or about(one.title, None) == "goals") for one in named)
        counted = (elements[i] for one in held for i in under.get(one.order, ()))
        if bare and held and not any(_is_numbered(one) for one in counted):
            found.add(section.order)
    return frozenset(found)


def _is_numbered(element: Element) -> bool:
    return element.kind == "heading" or (element.number is not None and element.number.rank is not Rank.LETTER)
