"""Paragraphs that close a list and speak of all its items, which are of its heading: 以上补助…，责任单位为市水利局。"""

from __future__ import annotations

import re
from collections import defaultdict
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
# what each item has: 以上任务均由市水利局负责, 以上任务的责任单位为市水利局
_OF_EACH = re.compile(
    rf"{ALL_ABOVE}(?:[，,]?(?:均|都|一律|由)|的?(?:责任|牵头|配合|实施)(?:单位|部门|主体)(?:均|都)?[为是])"
)
_MORE = re.compile("(?:责任|牵头|配合)(?:单位|部门)[还也]")  # 以上工作责任单位还包括…: of those with owners too
_BESIDE = re.compile("[^，。；：]{0,30}(?:以外|之外)")  # 上述任务以外的，由…
_LABELLED = re.compile("(?:责任|牵头|配合|实施)(?:单位|部门|主体)(?:[：为是]|分别)")
_ALL_ABOVE = re.compile(ALL_ABOVE)
_PARTS = ("heading", "item", "titled")
_FEWEST = 2  # items that such a paragraph closes


def is_of_all_above(words: str) -> bool:
    """Whether a paragraph opens with what stands above it.

    >>> is_of_all_above("以上奖补政策由市商务局制定细则。"), is_of_all_above("以上海为龙头，建设港口。")
    (True, False)
    """
    return bool(_OF_ALL_ABOVE.match(words))


def raised(text: Text, elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements, those that close several headings under what is around these: 以上任务… behind the last of them.

    A heading with more than one paragraph before may mean its own, and so may one without owners after those with.
    """
    under: dict[int | None, list[int]] = defaultdict(list)
    for index, element in enumerate(elements):
        under[element.section].append(index)
    headings = {element.own: index for index, element in enumerate(elements) if element.own is not None}
    found = [_untitled(text, element) for element in elements]
    for section, inside in under.items():
        if section is None or len(inside) > _FEWEST or (heading := elements[headings[section]]).section is None:
            continue
        beside = [at for at in under[heading.section] if elements[at].kind in ("heading", "item")]
        last = found[inside[-1]]
        if len(beside) < _FEWEST or under[heading.section][-1] != headings[section] or heading.number is None:
            continue
        prose = all(found[at].kind in ("plain", "titled") and not found[at].boxed for at in inside)
        if not prose or last.kind != "plain" or not _is_of_all(text, last):
            continue
        owners = [_has_owners(text, elements, at, under) for at in (*beside[:-1], *inside[:-1], headings[section])]
        more = _MORE.search(text.read(last.span))
        if more or any(owners[len(beside) - 1 :]) or not any(owners):
            found[inside[-1]] = last._replace(section=heading.section)
    return tuple(found)


def _is_of_all(text: Text, element: Element) -> bool:
    words = text.read(element.span).strip()
    return (is_of_all_above(words) or bool(_ALL_ABOVE.match(words))) and not _BESIDE.match(words)


def _has_owners(text: Text, elements: Sequence[Element], at: int, under: Mapping[int | None, Sequence[int]]) -> bool:
    """Whether an element, or what stands under it, says who answers."""
    own = elements[at].own
    parts = [at, *(under.get(own, ()) if own is not None and elements[at].kind == "heading" else ())]
    words = [text.read(elements[one].span) for one in parts if not _is_of_all(text, elements[one])]
    return any(duty_lines.has_duty(one) or duty_lines.is_owned(one) or duty_lines.is_duty(one.strip()) for one in words)


def _untitled(text: Text, element: Element) -> Element:
    """A paragraph that closes a list has no title: 上述工作责任单位：市水利局。"""
    words = text.read(element.span).strip()
    closes = element.kind == "titled" and _OF_ALL_ABOVE.match(words) and _LABELLED.search(words)
    return element._replace(kind="plain", title=None, body=None) if closes else element


def owned(text: Text, elements: Sequence[Element], under: Mapping[int | None, Sequence[int]]) -> dict[int, int]:
    """The closing paragraphs that say who answers, with the section of whose heading they are.

    Every item before is one paragraph: what stands behind an item that goes on may be of that item alone.
    """
    found: dict[int, int] = {}
    for section, inside in under.items():
        first = next((i for i, at in enumerate(inside) if elements[at].kind in _PARTS), len(inside))
        items, last = inside[first:-1], inside[-1]
        if section is None or len(items) < _FEWEST or elements[last].kind != "plain":
            continue
        if any(elements[at].kind not in _PARTS for at in items):
            continue
        words = text.read(elements[last].span).strip()
        says = is_of_all_above(words) and not _OF_EACH.match(words) and not _BESIDE.match(words)
        if says and (_LABELLED.search(words) or duty_lines.is_charged(words)):
            found[last] = section
    return found
