"""Owners on lines of their own under a label: 责任单位： and below it one name a line; they become one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from guitu.extract.owners.clauses.duties import MARK
from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words.agencies import is_agency_like, match
from guitu.ontology.knowledge import duty_words

_LABEL = re.compile(r"\s*[★☆●◆■▲※*-]?[〔（]?(?P<label>[一-鿿]{2,12})(?:[〕）]?：|〕)(?P<rest>.{0,200})")
_ALONE = re.compile("[一-鿿]{2,4}(?:单位|部门|科室|处室)")  # without its colon
_ENDS_LABEL = re.compile("[：〕]")
_DIVIDES = re.compile(r"[、，；\s]+")
_DATE = re.compile(r"\s*(?:[12]\d{3}|[〇零一二三四五六七八九○]{4})年.{1,4}月.{1,4}日\s*")
_LONGEST = 80


def gathered(text: Text, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, each label of owners made one paragraph with the lines of names that follow it.

    Guaranteed: the same words in the same order; other blocks as they are.
    """
    found: list[Block] = []
    label: tuple[Paragraph, bool] | None = None  # the label with its lines so far, and whether it stood alone
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph) and not block.aside:
            if label and not block.level and _goes_on(text, label, block) and not _is_dated(text, after):
                joined = replace(label[0], span=label[0].span.to(block.span))
                label, found[-1] = (joined, label[1]), joined
                continue
            label = _label(text, block)
        else:
            label = None
        found.append(block)
    return found if len(found) < len(blocks) else blocks


def _goes_on(text: Text, label: tuple[Paragraph, bool], block: Paragraph) -> bool:
    """Whether a line of names belongs to the label: it stood alone, or its last line ends with a sign of listing."""
    open_ = label[1] or text.read(label[0].span).rstrip().endswith(("、", "，"))
    return open_ and _names(text.read(block.span), sure=not label[1])


def _is_dated(text: Text, block: Block | None) -> bool:
    """Whether the line after a name is a date: then the name signs the document."""
    return isinstance(block, Paragraph) and bool(_DATE.fullmatch(text.read(block.span)))


def _label(text: Text, block: Paragraph) -> tuple[Paragraph, bool] | None:
    """A paragraph that is a label of owners, alone or with names only."""
    words = text.read(block.span) if len(block.span) <= 2 * _LONGEST else ""
    if _ALONE.fullmatch(words.strip()) and duty_words().labels.get(words.strip(), "none") != "none":
        return block, True
    if not _ENDS_LABEL.search(words):
        return None
    said = _LABEL.fullmatch(words)
    role = duty_words().labels.get(said["label"], "none") if said else "none"
    if said is None or role == "none":
        return None
    rest = said["rest"].strip()
    return (block, not rest) if not rest or _names(rest, sure=True) else None


def _names(words: str, *, sure: bool) -> bool:
    """Whether a line holds names of agencies and nothing else; `sure`: names that the registry has."""
    if len(words) > _LONGEST or "。" in words or "：" in words:
        return False
    names = [name for name in _DIVIDES.split(MARK.sub("、", words)) if name.strip("等")]
    return bool(names) and all(_is_name(name, sure=sure) for name in names)


def _is_name(name: str, *, sure: bool) -> bool:
    found = match(name, 0, None)
    if found and found[1] >= len(name) - name.endswith("等"):
        return True
    return not sure and len(name) <= 20 and is_agency_like(name)
