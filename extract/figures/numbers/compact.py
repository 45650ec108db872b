"""A passage without its stray spaces and bracketed remarks, for grammar that reads across them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from guitu.extract.text import Span
from guitu.ontology.alternation import alternation
from guitu.ontology.units import units

# （约束性指标）, (a space between digits and signs); a remark is short and holds no other remark
# 建成“1+2”（大装置1个、试验区2个）体系: the remark says what the sums in quotes count, so it is read as a clause
_SUMMED = re.compile(r"(?<=[+\d]”)（(?P<of>(?:[^（）\n\d、，；]{2,20}\d{1,4}[个家座所条处项名][、，；和及]?){2,8})）")
# 新建青岚水厂（5万吨/日）: how large a works is, read as if it stood without brackets; not before a further number,
# nor of what is only named: 将青岚水厂（5万吨/日）扩建至10万吨/日
_SIZED = re.compile(
    r"(?<![^，。；：\n])(?P<works>(?:加快|全力|持续)?(?:推进|推动|实施|开展|启动|开工|完成|新建|建设|建成|扩建|改造|改扩建)"
    r"[^，。；：、（）\d\n]{2,24}(?<=[厂站馆楼院校园库港桥路线段渠期])(?<!红线)(?<!界线)(?<!控制线))（(?P<of>\d[\d.]{0,8}[百千万亿]{0,2}"
    r"(?:吨/[日天年]|立方米(?:/[日天])?|平方米|公里|千米|米|亩|公顷|千瓦|兆瓦|千伏安))）"
    r"(?=(?:新建|改扩建|扩建|建设|改造)?(?:工程|项目)?(?:[，。；、和\n]|$))"
)
_DROPPED = re.compile(r"[（\s](?:(?<=（)[^（）\n]{0,80}）|(?<!（)\s*)")  # its first sign is looked for, and no more
_LONGEST_WORKS, _LONGEST_BEHIND = 40, 8  # characters around a size
_LONGEST_COUNT = 12  # characters of a number with its counter
_REMEMBERED = 4096  # passages of a document


@dataclass(slots=True)
class Compact:
    """`text`: what is kept; from its character `kept[i]` on, each stands `shifts[i]` later in the reading text."""

    text: str
    kept: tuple[int, ...]
    shifts: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where a character stands in the reading text."""
        return at + self.shifts[bisect_right(self.kept, at) - 1]

    def index(self, place: int) -> int:
        """The character of `text` that stands at a place of the reading text, or the first one behind it."""
        places = [kept + shift for kept, shift in zip(self.kept, self.shifts, strict=True)]
        i = max(0, bisect_right(places, place) - 1)
        following = self.kept[i + 1] if i + 1 < len(self.kept) else len(self.text)
        return min(place - self.shifts[i], following)

    def span(self, start: int, end: int) -> Span:
        """The range of the reading text from character `start` up to, without, character `end`.

        >>> compact("达到 60%（含）以上", 10).span(2, 7)
        Span(start=13, end=21)
        """
        if start >= end:
            at = self.place(start) if start < len(self.text) else 0
            return Span(at, at)
        return Span(self.place(start), self.place(end - 1) + 1)


@lru_cache(maxsize=_REMEMBERED)  # figures and support read the same passages
def compact(text: str, offset: int) -> Compact:
    """The text without white space and short remarks in round brackets; `offset`: where it begins.

    >>> compact("建成（试点） 3 个", 0).text
    '建成3个'
    >>> compact("建成“1+2”（港口1个、渔场2个）布局", 0).text
    '建成“1+2”：港口1个、渔场2个，布局'
    """
    text = _SUMMED.sub(r"：\g<of>，", text) if "”（" in text else text
    text = _SIZED.sub(r"\g<works> \g<of> ", text) if "（" in text else text
    pieces: list[str] = []
    kept, shifts = [0], [offset]
    last = length = 0
    for dropped in _DROPPED.finditer(text):
        if dropped.end() - dropped.start() in (3, 4) and _is_second_counter(text, *dropped.span()):
            continue  # 600套（户）
        if piece := text[last : dropped.start()]:
            pieces.append(piece)
            length += len(piece)
        last = dropped.end()
        if kept[-1] == length:
            shifts[-1] = offset + last - length
        else:
            kept.append(length)
            shifts.append(offset + last - length)
    if not last:
        return Compact(text, (0,), (offset,))
    pieces.append(text[last:])
    return Compact("".join(pieces), tuple(kept), tuple(shifts))


@cache
def _counted() -> re.Pattern[str]:
    """A number with a counter right before where one looks."""
    of = alternation(u.label for u in units().values() if u.kind == "counter")
    return re.compile(rf"[\d一二三四五六七八九十百千][余多]?[十百千万亿]{{0,3}}[余多]?{of}$")


def _is_second_counter(text: str, start: int, end: int) -> bool:
    """Whether a remark is a counter beside the one before it: 12条（段）."""
    beside = units().get(text[start + 1 : end - 1])
    counts = beside is not None and beside.kind == "counter"
    return counts and _counted().search(text, max(0, start - _LONGEST_COUNT), start) is not None


def is_summed(text: str, start: int, end: int) -> bool:
    """Whether a remark of a text is read with its sentence: what sums in quotes count, a size.

    >>> is_summed("新建青岚水厂（5万吨/日）", 6, 13), is_summed("新建青岚水厂（一期）", 6, 10)
    (True, False)
    """
    around = text[max(0, start - _LONGEST_WORKS) : end + _LONGEST_BEHIND]
    found = (*_SUMMED.finditer(around), *_SIZED.finditer(around))
    return any(one.start("of") - 1 == min(start, _LONGEST_WORKS) for one in found)
