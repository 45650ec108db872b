"""The reading text of a file: one string, its blocks, and the spans that every proof points at.

`Text.value` is what a reader of the document reads. `Text.folded` is the same text, character for character, in
canonical signs (full-width punctuation, half-width digits and letters; simplified characters where it is written in
traditional ones): the grammar is written once, against it, and a span found in one holds in the other.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from guitu.extract.traditional import is_traditional, simplified


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of a reading text, in Unicode code points.

    >>> Span(3, 7).shift(10)
    Span(start=13, end=17)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no range of a text: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span | int) -> bool:
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> Span:
        """The same range, `offset` characters later."""
        return Span(self.start + offset, self.end + offset)

    def to(self, other: Span) -> Span:
        """From the start of this range to the end of the other."""
        return Span(self.start, other.end)


class Taken:
    """Ranges of a text, to be asked often whether one of them lies over another.

    >>> taken = Taken([Span(2, 9), Span(4, 5)])
    >>> taken.over(7, 8), taken.over(9, 12)
    (True, False)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [*accumulate((end for _, end in ordered), max)]

    def over(self, start: int, end: int) -> bool:
        """Whether a range lies over [start, end)."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `level`: 1 to 6 where the format marks a heading, else 0. `box`: it stands in a frame (专栏).

    `aside`: kept for the reader, without facts of its own (front matter, a line of a table of contents).
    """

    span: Span
    level: int = 0
    box: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell is the same `Cell` in every place that it covers."""

    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A grid: every row has the same number of cells, spans of rows and columns already filled."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the file that could not be read; `span`: the words beside it."""

    reason: str
    span: Span


@dataclass(frozen=True)
class Text:
    """A reading text with its blocks in order; `value[span.start:span.end]` is the quote of a span."""

    value: str
    blocks: tuple[Block, ...]
    unread: tuple[Unread, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Of the UTF-8 bytes of `value`, in hexadecimal."""
        return hashlib.sha256(self.value.encode("utf-8")).hexdigest()

    @cached_property
    def folded(self) -> str:
        """`value` in canonical signs and simplified characters, of the same length."""
        folded = fold(self.value)
        return simplified(folded) if is_traditional(folded) else folded

    @cached_property
    def is_traditional(self) -> bool:
        """Whether the text is written in traditional characters."""
        return is_traditional(fold(self.value))

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def quote(self, span: Span) -> str:
        """The very characters of a span."""
        return self.value[span.start : span.end]

    def read(self, span: Span) -> str:
        """The characters of a span in canonical signs."""
        return self.folded[span.start : span.end]

    def words_of(self, block: Block) -> str:
        """The same of a paragraph of the text itself; empty for a table and for what stands aside."""
        return self.read(block.span) if isinstance(block, Paragraph) and not block.aside else ""

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`."""
        i = bisect_right(self._starts, offset) - 1
        return self.blocks[i] if i >= 0 and offset < self.blocks[i].span.end else None


# ---- canonical signs, one for one ----

_WIDE = {chr(c): chr(c - 0xFEE0) for c in range(0xFF10, 0xFF5B) if chr(c - 0xFEE0).isalnum()}
_RADICALS = {
    chr(c): normal
    for c in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
    if len(normal := unicodedata.normalize("NFKC", chr(c))) == 1
}
# printed forms of one character that scans and fonts leave in simplified text: 提髙, 收內
_PRINTED = "髙戸戶內兌吿吳呂靑淸靜爭卽旣槪鄕眞値査毎黒徳歩渉歳収尙絕硏敎冊沒稅脫悅黃彥姸甁倂緖愼塡顚"
_USUAL = "高户户内兑告吴吕青清静争即既概乡真值查每黑德步涉岁收尚绝研教册没税脱悦黄彦妍瓶并绪慎填颠"
_SIGNS = {
    **_WIDE,
    **_RADICALS,
    **dict(zip(_PRINTED, _USUAL, strict=True)),
    "％": "%", "＋": "+", "－": "-", "–": "-", "−": "-", "‐": "-", "～": "~", "〜": "~", "∼": "~", "＝": "=",
    "∶": "：", "＜": "<", "＞": ">", "．": ".", "＊": "*", "／": "/", "＆": "&", "･": "·", "•": "·", "・": "·",
    "﹒": ".", "﹑": "、", "﹔": "；", "﹕": "：", "﹐": "，", "｡": "。", "［": "〔", "］": "〕",
    "\t": " ", "\u3000": " ", "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ",
    "(": "（", ")": "）", "!": "！", "?": "？", ";": "；", "[": "〔", "]": "〕", "【": "〔", "】": "〕",
    "「": "“", "」": "”", "〝": "“", "〞": "”", "＂": '"',
}  # fmt: skip
_OTHER_SIGNS = re.compile("[" + re.escape("".join(_SIGNS)) + "]")  # most text has few: faster than translate
_COMMA = re.compile(r",(?:(?<!\d,)|(?!\d{3}(?!\d)))")  # not the comma of 1,000
_THOUSANDS = re.compile(
    r"，(?<=\d，)(?<!\d{4}，)(?<!\.\d，)(?<!\.\d\d，)(?<!\.\d{3}，)(?=\d{3}(?:(?![\d.%年])|\.\d{1,2}[万亿]?(?:公里|平方|公顷|元|吨|亩|人|户|立方|千瓦)))"
)  # 1，500家, 3，120.5公里
_COLON = re.compile(r":(?:(?<!\d:)|(?!\d))")  # not the colon of 9:30
_REMEMBERED = 240  # characters of a line that may be asked for again
_QUOTES = re.compile(r'"([^"\n]*)"')


def fold(text: str) -> str:
    """The text in canonical signs, of the same length.

    Guaranteed: same length; line breaks stay; no tab, ideographic or no-break space; half-width digits, letters and
    percent sign; full-width comma, colon, semicolon and round brackets; 〔〕 for every square bracket; paired straight
    quotes become “ and ”. Folding twice changes nothing.

    >>> fold('到2025年,收入达(约)１０％')
    '到2025年，收入达（约）10%'
    >>> fold('"十四五"规划: 1,000家'), fold("提髙户內清洁")
    ('“十四五”规划： 1,000家', '提高户内清洁')
    """
    return _of_line(text) if len(text) <= _REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    text = _OTHER_SIGNS.sub(lambda sign: _SIGNS[sign[0]], text)
    if "," in text:
        text = _COMMA.sub("，", text)
    text = _THOUSANDS.sub(",", text)
    if ":" in text:
        text = _COLON.sub("：", text)
    return _QUOTES.sub(r"“\1”", text) if '"' in text else text


_of_line = lru_cache(maxsize=8192)(_folded)
"""Each step of cleaning asks for the same lines again."""
