"""What a title is about, without the verbs before and the general nouns behind: 建设智慧港口工程 is about 智慧港口."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from guitu.ontology.alternation import alternation, names_in_text
from guitu.ontology.instruments import instrument_names
from guitu.ontology.longest import Longest
from guitu.ontology.structure import words_beside_subjects
from guitu.ontology.topics import topic_names

SHORTEST = 2
REMEMBERED = 50_000  # texts whose subjects are not looked for twice

# What parts the subjects of a title: 港口和航道, “数商兴农”工程
_BETWEEN = re.compile(r"[+、和与及或/（）“”，。：；《》\s\"]+")

_LETTER = re.compile("[A-Za-z]")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_beside_subjects()[0])})+")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_beside_subjects()[1])})$")


@lru_cache(REMEMBERED)
def subjects(title: str) -> tuple[str, ...]:
    """The subjects that a title names, in its order; none where it names only how: 强化统筹推进.

    Names that the registry has for topics stay whole.

    >>> subjects("加快建设智慧港口和绿色航道工程"), subjects("强化统筹推进"), subjects("推进信息消费升级行动")
    (('智慧港口', '绿色航道'), (), ('信息消费',))
    """
    found = (_bare(part) for part in _BETWEEN.split(title))
    return tuple(dict.fromkeys(part for part in found if len(part) >= SHORTEST))


@cache
def topic_labels() -> frozenset[str]:
    """The labels of `concepts` that say what a task is about, not how it is done.

    >>> "集成电路" in topic_labels(), "资金支持" in topic_labels()
    (True, False)
    """
    return frozenset(topic_names().values()) - frozenset(instrument_names().values())


def _bare(part: str) -> str:
    known = topic_names()
    if before := _before().match(part):
        part = _kept(part, before.end())
    cut = part
    while cut not in known and (after := _after().search(cut)):
        if after.start() <= SHORTEST and cut != part:  # 信息技术服务 is 信息技术, not 信息
            break
        cut = cut[: after.start()]
    return cut


def _kept(part: str, end: int) -> str:
    """What stands behind the verbs; a topic that begins inside them is not cut: 服务贸易 of 发展服务贸易."""
    starts = (i for i in range(end) if (_topics().end(part, i) or 0) > end)
    return part[next(starts, end) :]


@cache
def _topics() -> Longest:
    return Longest(topic_names())


@cache
def _named() -> frozenset[str]:
    return frozenset((*topic_names(), *instrument_names()))


@cache
def _in_words() -> re.Pattern[str]:
    return names_in_text(_named())


@cache
def _in_signs() -> AhoCorasick:
    return AhoCorasick(sorted(_named()), matchkind=MatchKind.LeftmostLongest)


@lru_cache(REMEMBERED)
def concepts(text: str) -> tuple[str, ...]:
    """Labels of the topics and instruments that a text names, each as often as it does; a word may name one of both.

    >>> concepts("拓宽投融资渠道，发展芯片")
    ('资金支持', '集成电路')
    """
    found = _in_signs().find_matches_as_strings(text)
    if any(map(_LETTER.search, found)):  # AI is no word inside of AIDS
        found = [match[0] for match in _in_words().finditer(text)]
    named = (names.get(name) for name in found for names in (topic_names(), instrument_names()))
    return tuple(label for label in named if label)
