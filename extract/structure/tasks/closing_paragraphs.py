"""Paragraphs that close a list and speak of all its items, which are of its heading: 以上补助…，责任单位为市水利局。"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guitu.extract.structure.outline import duty_lines
from guitu.extract.structure.outline.element import Element
from guitu.extract.structure.outline.headings import ALL_ABOVE
from guitu.extract.text import Text

_MATTER = "(?:要求|课程|内容|标准|规定|项目|任务|措施|工作|条件|指标|政策|事项|举措|行动|工程|奖补|补助|补贴|奖励|资金)"
# 各学校可参照上述要求分别开设…, 本章各项措施…
_OF_ALL_ABOVE = re.compile(
    rf"[^，。；：]{{0,14}}(?:上述|前述|以上)(?:各[项类条]|[一-鿿]{{0,4}}){_MATTER}|本[章节](?:各[项类条])?{_MATTER}"
)
# what each item has: 以上任务均由市水利局负责
_OF_EACH = re.compile(rf"{ALL_ABOVE}[，,]?(?:均|都|一律|由)")
_LABELLED = re.compile("(?:责任|牵头|配合|实施)(?:单位|部门|主体)(?:[：为是]|分别)")
_FEWEST = 2  # items that such a paragraph closes


def is_of_all_above(words: str) -> bool:
    """Whether a paragraph opens with what stands above it.

    >>> is_of_all_above("以上奖补政策由市商务局制定细则。"), is_of_all_above("以上海为龙头，建设港口。")
    (True, False)
    """
    return bool(_OF_ALL_ABOVE.match(words))


def owned(text: Text, elements: Sequence[Element], under: Mapping[int | None, Sequence[int]]) -> dict[int, int]:
    """The closing paragraphs that say who answers, with the section of whose heading they are.

    Every item before is one paragraph: what stands behind an item that goes on may be of that item alone.
    """
    found: dict[int, int] = {}
    for section, inside in under.items():
        first = next((i for i, at in enumerate(inside) if elements[at].kind in ("item", "titled")), len(inside))
        items, last = inside[first:-1], inside[-1]
        if section is None or len(items) < _FEWEST or elements[last].kind != "plain":
            continue
        if any(elements[at].kind not in ("item", "titled") for at in items):
            continue
        words = text.read(elements[last].span).strip()
        says = is_of_all_above(words) and not _OF_EACH.match(words)
        if says and (_LABELLED.search(words) or duty_lines.is_charged(words)):
            found[last] = section
    return found
