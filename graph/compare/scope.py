"""What a figure is of, beside its indicator and place: the field of the document or task, and the part that is named.

Only what is said counts: the title of the document, the title of the task, words in the name of the indicator and
before the number. A name that speaks of any field (龙头企业, 营业收入) is of the field of its document; one that names
its own subject (管网漏损率, 种植业产值) is of that subject, whichever document tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, Protocol

from guitu.extract.text import fold
from guitu.graph.copies.letters import letters
from guitu.ontology.districts import leading
from guitu.ontology.figure_words import any_of, figure_words
from guitu.ontology.scope_words import every_field, of_the_place, parts, territories, title_words, whole_fields
from guitu.ontology.topics import topic_names, topics

Kind = Literal["subject", "branch", "count", "any"]
"""What an indicator names: a rate of its own subject, an industry with a measure, things that are counted, or none."""

_BRACKETS = re.compile(
    r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]|“?[一二三四五六七八九十]{1,3}五”?(?=规划|时期|期间|[^年月日])"
)
_YEARS = re.compile(r"\d{4}(?:[—\-－–~至]+\d{4})?年?度?|[“”\"《》、，,\s]")
_THRESHOLD = re.compile(  # 年收入超百亿元的, 产值超过10亿元的
    r"(?:年|年度)?[^\W\d]{0,6}(?:超过?|达到?|突破|不低于|不少于)?[\d.一二三四五六七八九十百千万亿两几]+[^\W\d]{0,3}(?:元|人|吨|家)(?:以上|以下)?(?:的)?"
)
_AGES = re.compile(r"\d+(?:-\d+)?(?:周?岁|个?月)(?:及?以[上下]|-\d+岁)?")
_BRANCH = re.compile(r"(?<![企就从毕创专作营开失事结停转职行])业|产业|经济(?!社会)")
_YIELD = re.compile(r"收入|增加值|产值|营收|利润|税收|销售额|零售额|交易额|出口额")  # of a subject: all of it
_MADE = re.compile(rf"^{any_of('build')}+(?!业)")  # 建成智慧农场; not 种植业
_RATE = re.compile(r"人均|户均|地均|每[百千万十]|平均|率|占|比重|比例|浓度|密度|强度|指数|寿命")
_CLAUSE = re.compile(r"(?<!其中)[，。；,;]")
_PART = "其中"
_SHORTEST = 2  # letters of a subject


@dataclass(frozen=True, slots=True)
class Scope:
    """`parts`: words for a part of the whole (规模以上, 新城, 公办); `fields`: of the document, then of the task.

    `topics`: what the name of the indicator speaks of, in the words of the registry; `piece`: told as 其中.
    """

    kind: Kind
    parts: frozenset[str]
    field: str
    task: str
    topics: frozenset[str]
    piece: bool = False


class Described(Protocol):
    """What a scope is read from: the fields of a `Statement`."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def task(self) -> str | None: ...  # noqa: D102
    @property
    def place_name(self) -> str | None: ...  # noqa: D102
    @property
    def level(self) -> str | None: ...  # noqa: D102
    @property
    def quote(self) -> str | None: ...  # noqa: D102
    @property
    def value(self) -> Decimal: ...  # noqa: D102


def scope_of(of: Described) -> Scope:
    """The scope of a figure."""
    name, field = letters(of.name), field_of(of.title, of.place_name)
    before = _before_number(of)
    return Scope(
        kind=_kind(name),
        parts=frozenset(_parts(name, before, of)),
        field=field,
        task=_task_field(of.task or ""),
        topics=topics_in(name),
        piece=_PART in before,
    )


def _before_number(of: Described) -> str:
    """The words of the clause before the number."""
    before = fold(of.quote or "").split(f"{of.value:f}", 1)[0]
    return _CLAUSE.split(before)[-1]


# ---- the field of a document ----


@cache
def field_of(title: str, place: str | None = None) -> str:
    """What a document is about, by its title; empty for one about everything.

    >>> field_of("云州市供水专项规划（2021—2025年）"), field_of("云州市现代农业发展“十四五”规划")
    ('供水', '现代农业')
    >>> field_of("云州市国民经济和社会发展第十四个五年规划纲要")
    ''
    """
    name = _YEARS.sub("", _BRACKETS.sub("", fold(title)))
    name = name.removeprefix("关于").removeprefix("印发")
    name = letters(_unplaced(name, place))
    if any(word in name for word in whole_fields()):
        return ""
    rest = name
    for word in title_words():
        rest = rest.replace(word, "")
    return (rest or name).replace("产业", "业")


def _unplaced(name: str, place: str | None) -> str:
    if place and place in name:
        return name.replace(place, "", 1)
    at = leading(name)
    return name[at[1] :] if at and at[1] < len(name) else name


@cache
def _task_field(title: str) -> str:
    """The field that the title of a task names; empty where it names none that is known, as 加强组织领导."""
    return "、".join(sorted(topics_in(letters(title))))


# ---- what the indicator names ----


@cache
def _kind(name: str) -> Kind:
    rest = counted = _MADE.sub("", _AGES.sub("", _THRESHOLD.sub("", name)))
    for word in _without():
        rest = rest.replace(word, "")
    if any(word in name for word in of_the_place()):
        return "subject"
    if len(re.sub(r"[\d.%‰]", "", rest)) < _SHORTEST:
        return "any"
    if _BRANCH.search(rest) or _YIELD.search(counted):
        return "branch"
    return "subject" if _RATE.search(name) else "count"


def names_subject(name: str) -> bool:
    """Whether an indicator is of the same thing in every document: a rate of its own, or all of a branch.

    >>> names_subject("管网漏损率"), names_subject("种植业产值"), names_subject("龙头企业")
    (True, True, False)
    >>> names_subject("营业收入超十亿元的重点企业"), names_subject("粮食产值")
    (False, True)
    """
    return _kind(letters(name)) in ("subject", "branch")


@cache
def _without() -> tuple[str, ...]:
    """Words that name no subject, the longer ones first."""
    words = figure_words()
    plain = (*every_field(), *words["measure"], *words["rate"])
    listed = (*plain, *(word for word, _ in parts()), *territories())
    return tuple(sorted({letters(word) for word in listed if letters(word)}, key=lambda word: (-len(word), word)))


# ---- the part that is named ----


def _parts(name: str, before: str, of: Described) -> Iterator[str]:
    for text in (name, letters(before)):
        rest = text
        for word, label in parts():
            if word in rest:
                rest = rest.replace(word, "")
                yield label
        yield from (found[0] for found in _AGES.finditer(text))
        yield from _territory(text, of)


def _territory(text: str, of: Described) -> Iterator[str]:
    """全市 in the plan of a county is not the county; in that of the city it is no part."""
    for word, level in territories().items():
        at = text.find(word)
        if at < 0 or text[:at].endswith("占") or level == of.level:
            continue
        city = level == "municipal" and (of.place_name or "").endswith("市")
        if of.level and not city:
            yield word


# ---- whether two scopes are known to be one ----


def narrower(one: str, other: str) -> bool:
    """Whether a topic is another, or stands under it.

    >>> narrower("种植业", "农业"), narrower("农业", "种植业")
    (True, False)
    """
    up: str | None = one
    while up is not None and up != other:
        up = _broader().get(up)
    return up == other


@cache
def _broader() -> dict[str, str]:
    return {topic.label: topic.broader for topic in topics() if topic.broader}


@cache
def topics_in(words: str) -> frozenset[str]:
    """The topics that words name."""
    return frozenset(label for word, label in _topic_words() if word in words)


@cache
def _topic_words() -> tuple[tuple[str, str], ...]:
    found = ((letters(word), label) for word, label in topic_names().items())
    return tuple((word, label) for word, label in found if len(word) >= _SHORTEST)


def limited(of: Scope) -> bool:
    """Whether the document speaks of another field than what is counted: 智能制造工厂 in one for 电子信息."""
    if of.kind != "count" or not of.field or not of.topics:
        return False
    around = topics_in(of.field)
    return bool(around) and not any(narrower(topic, wide) for topic in of.topics for wide in around)
