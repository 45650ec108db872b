"""Items that open with who has the duty: 14.市卫生局：负责查处非法行医。

Where the duties are divided the body is the title of its item, as every other there; elsewhere it is no more than the
subject of a sentence, and the title goes on to the next stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from guitu.extract.facts import Section
from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Span, Text
from guitu.extract.words.agencies import is_agency_like, match
from guitu.ontology.districts import Region, leading
from guitu.ontology.knowledge import duty_words

_STOP = re.compile("[，。；：]")
_SHORTEST, _LONGEST = 4, 24  # characters of what is to be done, and of who does it
_NOTE = re.compile(r"（[^（）]{1,20}）$")
_PLACED = re.compile("[市省区县州盟旗]|各|自治区|相关[市区县州]|[一-鿿]{2,4}[市区县州旗](?:人民)?政府$")
_LISTED = re.compile("([^，。；：]{5,80})(：)(?=.)")
_MUST = re.compile("(?<=[一-鿿]{2})(?:应当?(?!急|用|对|聘|届)|必?须(?!知))")
_FIRM = re.compile("(?:公司|集团|协会|商会|企业)$")
_AND = re.compile("(?<=[局厅委办府处团司镇乡道位门心会业])[、和及与](?![^（]*）)")
_SUMS_UP = re.compile(
    "(?<=[局委办厅院])等[一-鿿]{0,8}(?:主管|监管|管理|相关|有关)?部门$"
)  # 县水利局、县住建局等建设主管部门
_ZONE = re.compile("[一-鿿]{0,8}(?:开发区|经开区|高新区|园区|度假区)")
_DUTIES = re.compile("(?:职责|任务|责任|工作)(?:分工|划分)$|(?:职责|工作|部门|单位|主要)职责$|^职责$")
_BY_RULE = re.compile("(?:按照?|根据|依据|依照|结合|围绕|对照)[^，；。]*$")  # 按照市级规划要求，制定方案


def is_body(words: str, here: Region | None) -> bool:
    """Whether words name a body with its place and no more; never a label (责任单位) or a kind of business.

    >>> is_body("市卫生局", None), is_body("市社会办", None), is_body("责任单位", None), is_body("乡村公路", None)
    (True, True, False, False)
    """
    bare = without_note(words)
    if not 3 <= len(bare) <= _LONGEST or bare in duty_words().labels or "、" in bare:
        return False
    found = match(bare, 0, here, bare=False)
    placed = _PLACED.match(bare) or (here and here.name and bare.startswith((here.full, here.short)))
    return bool(found and found[1] == len(bare)) or bool((placed or leading(bare)) and is_agency_like(bare))


def are_bodies(words: str, here: Region | None) -> bool:
    """Whether words name a body, or several of which the first has its place.

    >>> are_bodies("各县政府、街道办事处、云水集团", None), are_bodies("云水集团、市水利局", None)
    (True, False)
    """
    first, *others = _AND.split(without_sum(words.strip()))
    return is_body(first, here) and all(is_agency_like(without_note(one)) or _ZONE.fullmatch(one) for one in others)


def are_firms(words: str) -> bool:
    """Whether words name companies or associations alone, or kinds of them.

    >>> are_firms("云州供水公司、云水集团及有关供水企业"), are_firms("云州市供水公司改革")
    (True, False)
    """
    return all(3 <= len(one) <= _LONGEST and _FIRM.search(one) for one in _AND.split(words.strip()))


def without_note(words: str) -> str:
    """The name of a body without the bracket behind it: 市城管局 of 市城管局（市分类办）."""
    return _NOTE.sub("", words)


def without_sum(words: str) -> str:
    """Names of bodies without the words that sum them up: 县水利局、县住建局 of 县水利局、县住建局等建设主管部门."""
    return _SUMS_UP.sub("", words)


def charged(words: str, above: str) -> re.Match[str] | None:
    """The opener of a paragraph that could name several bodies, longer than other titles, and its stop."""
    return _LISTED.match(words) if "、" in words[:_LONGEST] and divides_duties(above) else None


def charges(opener: re.Match[str], above: str) -> bool:
    """Whether the opener of a paragraph and its stop name the bodies that have a duty, by the heading `above` it."""
    return opener[2] == "：" and divides_duties(above) and (are_bodies(opener[1], None) or are_firms(opener[1]))


@lru_cache(maxsize=512)
def divides_duties(title: str) -> bool:
    """Whether a chapter says in turn what each body has to do.

    >>> divides_duties("部门职责分工"), divides_duties("工作职责"), divides_duties("落实责任")
    (True, True, False)
    """
    return bool(_DUTIES.search(title))


def tells_duty(opener: str, above: str) -> bool:
    """Whether the words before the first stop of a paragraph say what a body does, by the heading `above` it.

    >>> tells_duty("市公安局依法查处占道行为", "职责分工"), tells_duty("市公安局", "职责分工")
    (True, False)
    >>> tells_duty("建设单位应按图施工", "职责分工"), tells_duty("建设单位应按图施工", "保障措施")
    (True, False)
    """
    if not divides_duties(above):
        return False
    found = match(opener, 0, None, bare=False)
    return bool(_MUST.search(opener)) or (found is not None and found[1] < len(opener))


def in_chapter_of_duties(sections: Sequence[Section], section: int | None) -> bool:
    """Whether a section divides the duties, or one part of them (市级部门)."""
    around = sections[section] if section is not None else None
    above = sections[around.parent] if around and around.parent is not None else None
    return any(one is not None and divides_duties(one.title) for one in (around, above))


def named_by(text: Text, sections: Sequence[Section], element: Element, here: Region | None) -> Span:
    """The title of an element that is a task, or the sentence with which an agency opens it."""
    assert element.title is not None
    if in_chapter_of_duties(sections, element.section):
        return element.title
    return sentence(text, element, here) or element.title


def sentence(text: Text, element: Element, here: Region | None) -> Span | None:
    """Of an item that opens with an agency: that, and what it does up to the first stop; None for another item."""
    if element.kind not in ("item", "titled") or element.title is None or element.body is None:
        return None
    if element.body.start < element.title.end:  # it has no title of its own
        return None
    if text.read(Span(element.title.end, element.body.start)).strip() != "：":
        return None
    if not are_bodies(text.read(element.title), here):
        return None
    words = text.read(element.body)
    stops = (m for m in _STOP.finditer(words) if m.start() >= _SHORTEST)
    stop = next((m for m in stops if not (m[0] == "，" and _BY_RULE.match(words[: m.start()]))), None)
    end = stop.start() if stop else len(words)
    return Span(element.title.start, element.body.start + end) if end >= _SHORTEST else None


def opener(title: str) -> Span | None:
    """The words before the colon of such a title: 市卫生局：负责查处非法行医; None without one.

    >>> title = "市卫生局：负责查处非法行医"
    >>> title[slice(*((found := opener(title)).start, found.end))]
    '市卫生局'
    """
    colon = title.find("：")
    return Span(0, colon) if colon > 0 else None
