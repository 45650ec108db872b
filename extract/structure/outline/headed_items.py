"""Headings that say whose their items are: 县开发区管委会牵头工作（8项）, 县水利局（3项）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guitu.extract.facts import Role
from guitu.extract.structure.outline.agency_first import is_body
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.numbering import numbered
from guitu.ontology.knowledge import duty_words

_COUNT = r"(?:（共?计?\d{1,3}[项条个件]）|共?计?\d{1,3}[项条个件])"
_BY_VERB = re.compile(
    r"\s*(?P<who>[^，。；：]{3,60}?(?P<verb>牵头|负责|承办|主办|承担))(?:落实|办理|推进|实施)?的?(?:重点|主要|具体)?(?:工作|任务|事项|项目)"
    rf"{_COUNT}?\s*"
)
_BY_LABEL = re.compile(rf"\s*(?P<label>[一-鿿]{{2,8}})：(?P<who>[^，。；：（）]{{3,60}}?){_COUNT}?\s*")
_BY_COUNT = re.compile(rf"\s*(?P<who>[^，。；：（）\d]{{3,60}}?){_COUNT}\s*")
_JOINTS = re.compile("[和与及]")
_GROUP = re.compile("[各省市区县州]?(?:有关|相关|直|属)|各")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class HeadedItems:
    """Who has the items under a heading: where the names stand in it, and their role."""

    who: Span
    role: Role


def headed_items(title: str) -> HeadedItems | None:
    """What a heading says of its items; None for another heading.

    >>> headed_items("县水利局、县林业局（3项）").role, headed_items("完善水利（3项）")
    ('responsible', None)
    """
    if len(title) > _LONGEST:
        return None
    if said := _BY_VERB.fullmatch(title):
        return HeadedItems(
            Span(said.start("who"), said.start("verb")), "lead" if said["verb"] == "牵头" else "responsible"
        )
    if said := _BY_LABEL.fullmatch(title):
        role = duty_words().labels.get(said["label"], "none")
        return HeadedItems(Span(*said.span("who")), role) if role != "none" and _are_bodies(said["who"]) else None
    said = _BY_COUNT.fullmatch(title)
    return HeadedItems(Span(*said.span("who")), "responsible") if said and _are_bodies(said["who"]) else None


def _are_bodies(words: str) -> bool:
    """Whether words name single bodies: 县直单位（32个） heads a list of them."""
    if _GROUP.match(words):
        return False
    return all(_is_body(one) or all(map(_is_body, _JOINTS.split(one))) for one in words.split("、"))


def _is_body(name: str) -> bool:
    """Whether a name is a body's, with its place, or without where it ends as those of bureaus do: 财政局."""
    return is_body(name, None) or (name.endswith(("局", "厅")) and is_agency_like(name))


def unnumbered(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The lines without a number that name a body and how many items it has, above the first of these."""
    found: set[Block] = set()
    for block, after in pairwise(blocks):
        words = text.words_of(block).strip()
        if counts(words) and isinstance(after, Paragraph) and numbered(text.read(after.span).strip()):
            found.add(block)
    return frozenset(found)


def counts(words: str) -> bool:
    """Whether a line is nothing but a body and the number of its items.

    >>> counts("县水利局（3项）"), counts("县水利局牵头工作"), counts("水利工程（3项）")
    (True, False, False)
    """
    return (
        words.endswith(("项", "条", "个", "件", "）"))
        and bool(_BY_COUNT.fullmatch(words))
        and bool(headed_items(words))
    )
