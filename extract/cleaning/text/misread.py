"""Characters that a scan has taken for others: a dash for the number one, letters for digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.numbering import Rank, numbered

_DASH = "—–－―ー-"
# —、总体要求 and （－）工作目标, l.清淤: each only where the next number of its kind is two
_FIRST: tuple[tuple[Rank, re.Pattern[str], str], ...] = (
    (Rank.HAN, re.compile(rf"\s{{0,9}}()[{_DASH}]( ?[、.．])(?=[ \u4e00-\u9fff“])"), "一"),
    (Rank.HAN_BRACKET, re.compile(rf"\s{{0,9}}([（(] ?)[{_DASH}]( ?[）)])(?=[ 、.．\u4e00-\u9fff“])"), "一"),
    (Rank.ARABIC, re.compile(r"\s{0,9}()[lI|]( ?[、.．])(?=[ \u4e00-\u9fff“])"), "1"),
)
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.])[\dlIO](?:[.,]?[\dlIO]){1,11}(?=%|％|[年月日个万亿千家项元人亩吨座条处名台件户次张公倍]|平方)"
)
_DIGIT = str.maketrans("lIO", "110")
_NOT_FIGURES = frozenset({"O2O"})
_HEAD = 40  # characters in which a number stands


def corrected(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with the first numbers of lists and the digits that were misread.

    Guaranteed: same blocks in the same order, each as long as before; a dash becomes a number only where the next
    number of its kind is two; letters become digits only in a figure that holds a digit and stands before its unit.

    >>> [b.text for b in corrected([RawParagraph(t) for t in ("—、现状", "二、目标：建设1O0个", "—、说明")])]
    ['一、现状', '二、目标：建设100个', '—、说明']
    """
    found: list[RawBlock] = []
    following: dict[Rank, int] = {}  # the next number of each kind
    for block in reversed(blocks):
        if not isinstance(block, RawParagraph) or block.aside:
            found.append(block)
            continue
        text = _figures(_first(block.text, following))
        number = numbered(fold(text[:_HEAD].lstrip()))
        if number and number.rank <= Rank.ARABIC:
            for inner in [rank for rank in following if rank > number.rank]:
                del following[inner]
            if not number.sub:
                following[number.rank] = number.value
        found.append(block if text == block.text else replace(block, text=text))
    return tuple(reversed(found))


def _first(text: str, following: dict[Rank, int]) -> str:
    for rank, pattern, one in _FIRST:
        if following.get(rank) == 2 and (match := pattern.match(text)):
            return match[0][: match.end(1)] + one + text[match.end(1) + 1 :]
    return text


def _figures(text: str) -> str:
    return _FIGURE.sub(_digits, text) if "l" in text or "I" in text or "O" in text else text


def _digits(figure: re.Match[str]) -> str:
    words = figure[0]
    return words if words in _NOT_FIGURES or not re.search(r"\d", words) else words.translate(_DIGIT)
