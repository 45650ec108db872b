"""Labels that a copy has run into what stands before them: …办公室责任单位：县水利局（二）修渠。 is three lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from guitu.extract.cleaning.text.run_together import pieces
from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.numbering import HAN, Rank, numbered
from guitu.ontology.alternation import alternation
from guitu.ontology.knowledge import duty_words
from guitu.ontology.structure import chapter_words

_FEWEST = 3  # labels without a sign before them, from which on a text has lost the breaks before its labels
_SHORTEST_LABEL = 4
_SHORTEST_BEFORE = 2  # signs of a value before the next label: 完成时限：长期牵头单位：…
_RUN_IN = re.compile(r"[一-鿿\d）)》”]")
_SENTENCE = re.compile(r"[。；：！]")
_LONGEST_PREFIX = 4  # signs of a word that may belong to a label: 。各乡镇责任单位：
_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_POINT = re.compile(rf"(?<=[一-鿿）)])(?=(?:[（(][{HAN}]{{1,3}}[）)]|[{HAN}]{{1,3}}、|\d{{1,2}}[.．、])[一-鿿“])")
_SIGN = re.compile("[，。；：:、（(]")
_LEVEL = re.compile("[各省市区县州镇乡]")
_LONGEST_TITLE = 26
_LONGEST_NAME = 20
_LONGEST_NAMES = 400  # characters of the names behind a label
_RANKS = (Rank.HAN, Rank.HAN_BRACKET, Rank.ARABIC)
_HEAD = 24


def parted(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with every label of duties, terms and measures on a line of its own, in a text that has run them in.

    Guaranteed: words stay in order, and none is lost. Behind the names of a label a heading or item begins only
    where its number goes on from the last one of its kind, or is a later one before a short title. In a text that has
    its labels on lines of their own or behind a sentence that is all that is cut.
    """
    cuts = [_cuts(block) for block in blocks]
    glued = sum(times for _, times in cuts) >= _FEWEST
    if not glued and not any(_runs_on(block, places) for block, (places, _) in zip(blocks, cuts, strict=True)):
        return tuple(blocks)
    return tuple(_lines(blocks, [places for places, _ in cuts], glued=glued))


def _runs_on(block: RawBlock, places: Sequence[int]) -> bool:
    """Whether the names behind a label run into the number of what comes next: 责任单位：市水利局二、修渠"""
    return bool(places) and isinstance(block, RawParagraph) and any(_points(block.text, places[0], within_names=True))


def _points(line: str, start: int, *, within_names: bool) -> Iterator[int]:
    """Where a number stands behind a label that begins at `start` or later, or only in the names behind one."""
    for point in _POINT.finditer(line, start):
        if not within_names or _in_names(line, start, point.end()):
            yield point.end()


def _in_names(line: str, start: int, at: int) -> bool:
    """Whether no more than names stands between the last label of bodies and a place: 责任单位：市水利局|二、修渠"""
    start = max(start, at - _LONGEST_NAMES)
    colon = max(line.rfind("：", start, at), line.rfind(":", start, at))
    return colon > 1 and line.endswith(("单位", "部门"), 0, colon) and not set(line[colon:at]) & set("。；！")


def _lines(blocks: Sequence[RawBlock], cuts: Sequence[Sequence[int]], *, glued: bool) -> Iterator[RawBlock]:
    last: dict[Rank, int] = {}
    for block, places in zip(blocks, cuts, strict=True):
        if not isinstance(block, RawParagraph) or block.aside or not places:
            _count(block, last)
            yield block
            continue
        starts = [0, *places] if glued else [0]
        for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
            line = block.saying(block.text[start:end])
            if not glued:
                yield from _items(line, _points(line.text, places[0], within_names=True), last)
            else:
                yield from _items(line, _points(line.text, 0, within_names=False) if start in places else (), last)


def _items(line: RawParagraph, points: Iterable[int], last: dict[Rank, int]) -> Iterator[RawBlock]:
    """The paragraphs of a line, cut before those numbers that go on; `last`: the last of each kind, kept up to date."""
    begin = counted = 0
    for at in (*points, len(line.text)):
        opened = pieces([line.saying(line.text[counted:at])])
        for piece in islice(opened, counted > begin, None):  # what a number opens that does not go on is no item
            _count(piece, last)
        counted = at
        if at == len(line.text) or _goes_on(line.text[at:], last):
            yield from pieces([line.saying(line.text[begin:at])])
            begin = at


def _goes_on(words: str, last: dict[Rank, int]) -> bool:
    """Whether a heading or item begins there: its number is the next of its kind, or a later one before a short title;
    never the number of a name in a list, 1.市教育局2.市财政局.
    """
    number = numbered(fold(words[:_HEAD]))
    if number is None or number.rank not in _RANKS or number.value < 2:
        return False
    named = _SIGN.split(words[number.length :], maxsplit=1)[0]
    titled = len(named) <= _LONGEST_TITLE and words[number.length + len(named) :][:1] in tuple("。：:")
    before = last.get(number.rank, 0)
    name = len(named) <= _LONGEST_NAME and is_agency_like(named) and (not titled or bool(_LEVEL.match(named)))
    return not name and (number.value == before + 1 or (titled and number.value > before))


def _count(block: RawBlock, last: dict[Rank, int]) -> None:
    """Keep the number that a paragraph opens with; those of inner kinds begin again."""
    words = fold(block.text[:_HEAD]) if isinstance(block, RawParagraph) and not block.aside else ""
    number = numbered(words)
    if number and number.rank in _RANKS and not number.sub:
        last[number.rank] = number.value
        for inner in _RANKS:
            if inner > number.rank:
                last.pop(inner, None)


def _cuts(block: RawBlock) -> tuple[list[int], int]:
    """Where the labels of a paragraph begin, and how many of them have no sign before them."""
    if not isinstance(block, RawParagraph) or block.aside or not _has_label(block.text):
        return [], 0
    shown = _BRACKETS.sub(lambda inside: " " * len(inside[0]), block.text)
    places: list[int] = []
    glued = 0
    behind = 0  # the end of the last label
    for label in _label().finditer(shown):
        at = label.start()
        stop = max((m.end() for m in _SENTENCE.finditer(shown, behind, at)), default=behind)
        before = block.text[stop:at].strip()
        run_in = bool(_RUN_IN.fullmatch(block.text[at - 1 : at])) and len(before) >= (
            _SHORTEST_BEFORE if behind and stop == behind else _LONGEST_PREFIX + 1
        )
        if at and (run_in or not before):
            places.append(at)
            glued += run_in
        behind = label.end()
    return places, glued


def _has_label(words: str) -> bool:
    return ("：" in words or ":" in words) and _label().search(words) is not None


@cache
def _label() -> re.Pattern[str]:
    """Labels of duties and terms, and those before measures, with their colon."""
    measures = {word for word in chapter_words()["label"] if word.endswith(("措施", "举措"))}
    words = {word for word in (*duty_words().labels, *measures) if len(word) >= _SHORTEST_LABEL}
    return re.compile(f"(?:{alternation(words - {'成员单位'})})[：:]")
