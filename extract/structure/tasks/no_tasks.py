"""What sets no task in chapters of work: what an index measures, what a paper contains, measures owned as one, and
headings that only say where to look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Text
from guitu.extract.words.numbering import Rank

# what an index or a survey is of: 反映居民出行的便利程度
_MEASURES = re.compile(
    "(?:主要|重点|综合|集中|用于)?(?:反映|衡量|表征|体现|是指)[^，；。]*?(?:情况|程度|水平|能力|[度率力])"
)
_FEWEST = 2
# 评估报告主要内容包括：, 申报材料包括：
_CONTAINS = re.compile(
    "(?:报告|材料|资料|档案|台账|成果|文本|手册|申请书|证明)[^，。；：]{0,6}?(?:内容)?(?:应当?)?(?:包括|包含|如下)[^，。；：]{0,6}：$"
)


_REFERS = re.compile("(?:具体|内容|布局)?(?:详见|参见|见)(?=[^，。；]*[图表件册纸录栏])[^，。；]{1,24}。?")
_LABEL = re.compile(r"\s*[一-鿿]{2,4}(?:措施|举措)：\s*")


def indexes(
    text: Text, elements: Sequence[Element], lists: Iterable[Sequence[int]], owned: Iterable[Sequence[int]]
) -> frozenset[int]:
    """The elements of such lists. `lists`: the elements of each section; `owned`: of those that are owned as one."""
    found = {i for inside in lists for i in _measured(text, elements, inside)}
    found.update(i for inside in owned for i in _labelled(text, elements, inside))
    return frozenset(found.union(_contained(text, elements), _referring(text, elements)))


def _referring(text: Text, elements: Sequence[Element]) -> Iterator[int]:
    """The headings over nothing but one line that says where to look: 详见附图。"""
    for i, (element, below) in enumerate(pairwise(elements)):
        alone = i + 2 == len(elements) or elements[i + 2].section != element.own
        inside = element.kind == "heading" and below.section == element.own and below.kind == "plain"
        if inside and alone and _REFERS.fullmatch(text.read(below.span).strip()):
            yield i


def _measured(text: Text, elements: Sequence[Element], inside: Sequence[int]) -> Sequence[int]:
    """The items of a section that tell what their matters measure: （一）生活便利。反映…; one alone is none."""
    told = [i for i in inside if (body := elements[i].body) and _MEASURES.match(text.read(body))]
    return told if len(told) >= _FEWEST else []


def _labelled(text: Text, elements: Sequence[Element], inside: Sequence[int]) -> Iterator[int]:
    """What stands under the label of measures: 应对措施：, 1.…, 2.…, then 责任单位：… of them all."""
    label = next((i for i in inside if _LABEL.fullmatch(text.read(elements[i].span))), None)
    return (i for i in inside if label is not None and i > label)


def _contained(text: Text, elements: Sequence[Element]) -> Iterator[int]:
    """The items behind a line that says what a paper contains."""
    count = 0  # of the list that goes on; 0 where none does
    for i, element in enumerate(elements):
        number = element.number
        if element.kind == "plain":
            count = int(bool(_CONTAINS.search(text.read(element.span).rstrip())))
        elif count and number and number.rank >= Rank.ARABIC and number.value == count:
            yield i
            count += 1
        else:
            count = 0
