"""The appeals that close a report, which open like a run-in title and prescribe nothing: a line of verse, 让我们…"""

from __future__ import annotations

import re

from guitu.extract.structure.outline.chapters import is_work

_CALLS = re.compile(
    r"\s*(?:现在，|今天，)?(?:(?:让|愿)(?:我们|咱们|全[省市县区州])|我们(?:坚信|深信|相信|要更加紧密|一定要?更加紧密)|(?:各位代表|同志们|朋友们)[！，：])"
)
_ADDRESSES = re.compile(r"(?:各位(?:代表|委员|来宾)|同志们|朋友们)[！，：\s]*$")


def is_appeal(title: str, following: str, before: str) -> bool:
    """Whether the opener of a paragraph is an appeal: what follows calls on those who listen, or they were addressed.

    >>> is_appeal("千帆竞发争上游", "让我们携手奋进，再创佳绩！", ""), is_appeal("改造管网", "更换管道。", "各位代表！")
    (True, False)
    >>> is_appeal("长风破浪会有时，直挂云帆济沧海", "全市上下要同心同德。", "各位代表！")
    True
    """
    return bool(_CALLS.match(following)) or (_ADDRESSES.search(before) is not None and _is_verse(title))


def _is_verse(title: str) -> bool:
    """Whether words are two halves of one length, neither of which says what is done."""
    first, comma, second = title.partition("，")
    return bool(comma) and len(first) == len(second) and not (is_work(first) or is_work(second))
