"""Names of documents without 《》: by their last word, and by the verb or the head that singles one out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guitu.extract.facts import Document
from guitu.ontology.topics import document_words


@dataclass(frozen=True, slots=True)
class Naming:
    """A title in its passage: `start` and `end` are in the passage, brackets included."""

    title: str
    start: int
    end: int


_SIGN = re.compile(r"[^\w]|_")
_SPACES = re.compile(r"\s+")


def key(title: str) -> str:
    """What two spellings of a title share: its letters and digits, years of one writing."""
    return _SIGN.sub("", title)


_FIVE_YEARS = "“[一二三四五六七八九十]{1,3}五”"
_NAME = r"[^，。；：！？、“”《》（）〈〉\n]"


def _any(words: Iterable[str]) -> str:
    """An alternation, the longest word first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# “十三五”规划, “十四五”规划纲要, “十三五”卫生健康发展规划; the head stands before: 国家
_FIVE_YEAR = re.compile(rf"{_FIVE_YEARS}(?P<middle>[一-龥]{{0,16}}?)规划(?:纲要)?(?!期|编制)")
_FIVE_YEAR_HEAD = re.compile(r"(?:国家|全国|[一-龥]{2,4}[省市](?<!全省)(?<!全市))$")


@cache
def _quoted() -> re.Pattern[str]:
    """“夜间经济12条”, “健康云州行动计划”."""
    last = _any(w for w in document_words()["type"] if len(w) > 1 and w not in ("标准", "规范", "战略", "措施"))
    return re.compile(rf"“(?P<title>{_NAME}{{2,30}}?(?:\d{{1,3}}条|{last}))”")


@cache
def _named() -> re.Pattern[str]:
    """A last word of documents that ends there: never 规划布局, 标准化, 规范体系, 战略性, 办法和标准."""
    last = _any(w for w in document_words()["type"] if w not in _NEVER_BARE)
    return re.compile(rf"(?P<last>{last})(?!{_GOES_ON}|[和及与](?:规范|标准|制度|政策|办法|规则))")


_NEVER_BARE = ("法", "意见", "措施", "规定", "决定", "协定", "公约")
_GOES_ON = (
    "[化性体内期局布引格院师处上型库目条委支高任需部机件馆署]"
    "|规定|方案|计划|纲要|编制|研究|管理|资源|设计|咨询|草案|验证|制定|制修订"
)
_DELIMITER = re.compile(r"[，。；：！？、“”《》（）〈〉\n]")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(document_words()['generic'])}|[的]){{0,12}}")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(document_words()['cue'])})了?")


_HEAD = re.compile(r"(?:国家|中国|全国|中华人民共和国|[一-龥]{2,4}?[省市县](?!场|级|域))")
_INNER_HEAD = re.compile(r"(?:国家|中国)(?!.*(?:国家|中国))")
_VAGUE = re.compile(r"相关|有关|各类|该|其|此|本|我|上述|一批|若干(?!措施)|一系列|系列")
_LONG_ENOUGH = 4
# 实施乡村振兴战略, where the verb stands directly before: never 战略支点, 重大战略
_STRATEGY = re.compile(
    r"(?:实施|贯彻|落实|执行|(?<=战略)[、和])(?P<name>(?:(?![的与和及]|实施|贯彻|落实|国家)[一-龥]){4,14})战略(?=[，。；、和与及]|$)"
)
_STRONG = frozenset({"行动计划", "条例", "办法", "管理办法", "暂行办法", "若干措施", "规划纲要"})


def unmarked(words: str, document: Document, heading: bool) -> Iterator[Naming]:
    """The documents that a passage names without 《》; a heading names them only in quotes or by a five-year period."""
    for m in _FIVE_YEAR.finditer(words):
        head = _FIVE_YEAR_HEAD.search(words, max(0, m.start() - 5), m.start())
        own = document.period is not None and f"“{document.period}”" in m[0] and not head
        if not own and not _cue().search(m["middle"]):
            start = head.start() if head else m.start()
            yield Naming(_SPACES.sub("", words[start : m.end()]), start, m.end())
    for m in _quoted().finditer(words):
        yield Naming(_SPACES.sub("", m["title"]), m.start(), m.end())
    if heading:
        return
    for m in _STRATEGY.finditer(words):
        if not _generic().fullmatch(m["name"]) and not _VAGUE.match(m["name"]) and not _HEAD.match(m["name"]):
            yield Naming(m["name"] + "战略", m.start("name"), m.end())
    for m in _named().finditer(words):
        if naming := _governed(words, m, document):
            yield naming


def _governed(words: str, m: re.Match[str], document: Document) -> Naming | None:
    """The title that ends in a last word: from the verb that governs it, or from 国家."""
    begin = max(0, m.start() - 40)
    begin = max([begin, *(d.end() for d in _DELIMITER.finditer(words, begin, m.start()))])
    before, start, governed = words[begin : m.start()], 0, False
    for cue in _cue().finditer(before):
        if cue.end() < len(before):
            start, governed = cue.end(), True
    if not governed and (inner := _INNER_HEAD.search(before)):  # 学生国家体质标准: the name begins at 国家
        start = inner.start()
    name = before[start:]
    own = key(name + m["last"]) in key(document.title)
    if own or not _is_name(name.strip(), m["last"], governed):
        return None
    start += begin + len(name) - len(name.lstrip())
    return Naming(_SPACES.sub("", name + m["last"]), start, m.end())


def _is_name(name: str, last: str, governed: bool) -> bool:
    """Whether the words before the last word single out one document.

    >>> _is_name("国家节水", "战略", True), _is_name("相关", "行动计划", True)
    (True, False)
    """
    if _VAGUE.match(name):
        return False
    head = _HEAD.match(name)
    rest = name[head.end() :] if head else name
    if _generic().fullmatch(rest):
        return False
    if last in _STRONG:
        return bool(head or governed) and len(name) >= _LONG_ENOUGH
    if last in ("战略", "标准", "规范", "规划"):
        return bool(head) and len(rest) >= 2
    return bool(head) and len(name) >= _LONG_ENOUGH + 2


