"""Stretches whose numbers are no figures: names, rules that are followed, what exists and is taken over."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

from guitu.extract.figures.roles import stock
from guitu.extract.figures.years.frames import NAMED
from guitu.ontology.figure_words import any_of, figure_words

# what exists is taken over: 对36个站点承担管理职责, 上收20个站点
_TAKEN_OVER = re.compile(
    r"(?:对|将|把)[^，。；\d]{0,6}(?:已|[现既原][有由])[^，。；\d]{0,12}(?=\d)"
    r"(?![^。；，]{1,40}?(?:更换|置换|替换|更新|改造|升级|改建|改扩建)(?:成|为|到))[^。；，]{1,40}|"
    rf"(?:对|将)(?=\d)[^。；]{{2,260}}?承担[^，。；]{{0,8}}(?:职责|责任|管理|运维)|(?<!生产)(?<!农业){any_of('takeover')}[^。；，]{{1,60}}"
)
# what is to be done by a rule that has its own numbers: 按照每村不少于2个的标准; not 按照2027年达到80%的要求
_BY_STANDARD = re.compile(
    r"(?:按照?|参照|依照|遵照|对照)(?!计划|规划|进度)(?P<rule>[^。；]{2,160}?)的?(?:指标)?(?:要求|标准|原则|规定|配比)(?=[，。；、]|$|[一-鿿])"
)
_AIM = re.compile(r"20\d\d年")
_HAS_NAME = re.compile("[“《〔]")
_HAS_TAKEN_OVER = re.compile(
    "|".join(("承担", "已", *(now + here for now in "现既原" for here in "有由"), *sorted(figure_words()["takeover"])))
)


def hidden(text: str, odd: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches whose numbers are no figures: names, proportions, what exists and is taken over."""
    found = list(odd)
    if _HAS_NAME.search(text):
        found += [m.span() for m in NAMED.finditer(text)]
    if "按" in text or "照" in text:
        found += [rule.span() for rule in _BY_STANDARD.finditer(text) if not _AIM.search(rule["rule"])]
    if _HAS_TAKEN_OVER.search(text):
        found += [taken.span() for taken in _TAKEN_OVER.finditer(text)]
    found += stock.stretches(text)
    return apart(found)


def apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, those that meet made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the sorted, separate spans."""
    i = bisect_right(spans, (at, sys.maxsize)) - 1
    return i >= 0 and at < spans[i][1]
