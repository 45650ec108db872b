"""Labels of the parts of a layout before their names: “一核”：东桥创新核心区。…"""

from __future__ import annotations

import re

from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.words.lines import STOPS

_NAMED = re.compile(
    rf"([“‘]?[一二两三四五六七八九十多][一-鿿]{{1,3}}[”’]?：[^，：\d{STOPS}]{{3,40}}?"
    r"(?:[区带核圈轴廊极翼园片湾港城谷岛环群]|组团|板块|基地|屏障|中心|核心|节点))(。)(?=.{8})"
)


def opener(words: str, start: int = 0) -> re.Match[str] | None:
    """A label of a layout and the names behind it, which are one title, and its stop.

    >>> opener("两带：沿江产业带和环湖生态带。沿江产业带以临港新区为龙头。")[1]
    '两带：沿江产业带和环湖生态带'
    >>> opener("两带：建设沿江产业带。沿江产业带以临港新区为龙头。") is None
    True
    """
    named = _NAMED.match(words, start)
    return named if named and not is_action(named[1].partition("：")[2]) else None
