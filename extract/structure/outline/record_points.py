"""Points that label what is said of the item above them: （一）责任领导：…, （二）责任单位：…, （三）完成时限：…"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guitu.extract.structure.outline.chapters import is_action, is_label, names_person
from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words.numbering import Numbered, Rank, numbered
from guitu.ontology.knowledge import duty_words

_LABEL = re.compile(r"\s*([一-鿿（）、]{2,14}?) ?：(?=\s*\S)")
_LEVEL = re.compile("^[市省区县州]级?")
_TERM_OR_PERSON = re.compile("(?:时限|时间|期限|节点|领导|责任人|联系人)$")
_JOINED = re.compile("[及和与、]")
_RANKS = (Rank.HAN_BRACKET, Rank.ARABIC, Rank.ARABIC_BRACKET, Rank.CIRCLE)
_Point = tuple[Block, Numbered | None, str]  # a paragraph, its number and its label, empty where it has none


def points(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The points of records; what they say belongs to the item above them, and none is a heading or a task.

    Each label of owners, of a term or of who leads is one. The labels beside it, which count on with it or have no
    numbers either, are where their words are known, come again in the document, or follow one of duty by number.
    """
    listed = [_point(text, block) for block in blocks]
    times = Counter(label for _, _, label in listed if label)
    found: set[Block] = set()
    for run in _runs(listed):
        duties = [i for i, (_, _, label) in enumerate(run) if _is_duty(label)]
        for i, (block, number, label) in enumerate(run) if duties else ():
            follows = number is not None and i > duties[0] and not is_action(label) and not names_person(label)
            if label and (i in duties or all(map(is_label, _JOINED.split(label))) or times[label] > 1 or follows):
                found.add(block)
    return frozenset(found)


def _point(text: Text, block: Block) -> _Point:
    if not isinstance(block, Paragraph) or block.aside or block.level:
        return block, None, ""
    words = text.read(block.span)
    number = numbered(words)
    label = _LABEL.match(words, number.length if number else 0) if number is None or number.rank in _RANKS else None
    return block, number, label[1] if label else ""


def _runs(listed: Sequence[_Point]) -> Iterator[list[_Point]]:
    """The points that count on in one kind of number, with any text between them; labels that no number parts."""
    run: list[_Point] = []
    bare: list[_Point] = []
    for point in listed:
        number = point[1]
        if number is None and (point[2] or isinstance(point[0], Paragraph)):
            bare.append(point)
            continue
        yield bare
        bare = []
        if number is None:
            continue
        before = run[-1][1] if run else None
        if before and (number.rank, number.value) != (before.rank, before.value + 1):
            yield run
            run = []
        run.append(point)
    yield from (run, bare)


def _is_duty(label: str) -> bool:
    """Whether a label is one of owners (责任单位, no 责任分工), of a term or of persons in charge."""
    role = duty_words().labels.get(label) or duty_words().labels.get(_LEVEL.sub("", label))
    if role == "none":
        return _TERM_OR_PERSON.search(label) is not None
    return role is not None and len(label) > 3 and not label.endswith("分工")
