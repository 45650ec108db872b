"""Other documents that a document names, in 《》 or by a last word of documents, and how it stands to each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guitu.extract.draft import Draft, Passage
from guitu.extract.facts import Document, Gap, Reference, Relation
from guitu.extract.text import Span
from guitu.ontology.topics import document_words


@dataclass(frozen=True, slots=True)
class Naming:
    """A title in its passage: `start` and `end` are in the passage, brackets included."""

    title: str
    start: int
    end: int


def find(draft: Draft) -> tuple[tuple[Reference, ...], tuple[Gap, ...]]:
    """Each other document that the draft names, once, at the first place that tells most about it."""
    found: dict[str, Reference] = {}
    short = _short_titles(draft)
    for passage in draft.passages:
        words = draft.read(passage)
        for naming in _namings(words, draft.document, passage):
            key = _key(naming.title)
            if key in short or _is_own(naming.title, draft.document):
                continue
            relation = _relation(words, naming, draft.document)
            span = Span(naming.start, naming.end).shift(passage.span.start)
            if key not in found or (found[key].relation == "cites" and relation != "cites"):
                found[key] = Reference(naming.title, relation, span)
    return tuple(sorted(found.values(), key=lambda reference: reference.span)), ()


# ---- titles ----

# 《云州市水资源条例》, 《关于印发〈青岚县医疗规划〉的通知》, 《甲规范（T/YZ 0001-2020）》
_IN_MARKS = re.compile(r"《((?:[^《》\n]|《[^《》\n]{1,120}》){2,200})》")
# （以下简称《规划》）, （以下简称“《纲要》”）
_SHORT = re.compile(r"(?:以下|下)?简称[：:]?[“]?《([^《》\n]{1,30})》")
_SPACES = re.compile(r"\s+")


def _short_titles(draft: Draft) -> frozenset[str]:
    """Names that the document gives to a title named in full."""
    found = {_key(m[1]) for passage in draft.passages for m in _SHORT.finditer(draft.read(passage))}
    return frozenset(found | {_key(word) for word in document_words()["type"] | document_words()["alone"]})


def _namings(words: str, document: Document, passage: Passage) -> Iterator[Naming]:
    """The titles of a passage, those in 《》 first."""
    marked: list[Span] = []
    for m in _IN_MARKS.finditer(words):
        marked.append(Span(m.start(), m.end()))
        yield Naming(_SPACES.sub("", m[1]), m.start(), m.end())
    for naming in _unmarked(words, document, passage.heading):
        if not any(naming.start < span.end and span.start < naming.end for span in marked):
            yield naming


_SIGN = re.compile(r"[^\w]|_")
_NOTICE = re.compile(r"^.{0,40}?关于(?:印发|发布|公布|转发|下发)|的通知$")


def _key(title: str) -> str:
    """What two spellings of a title share."""
    return _SIGN.sub("", title)


def _is_own(title: str, document: Document) -> bool:
    """The document itself, or the notice that issues it, perhaps without the name of its place."""
    own, other = _key(document.title), _key(_NOTICE.sub("", title))
    place = _key(document.jurisdiction or "")
    return other in (own, own.removeprefix(place)) or own == other.removeprefix(place)


# ---- titles without marks ----

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


def _unmarked(words: str, document: Document, heading: bool) -> Iterator[Naming]:
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
    own = _key(name + m["last"]) in _key(document.title)
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


# ---- relations ----

# 《甲》、, 《甲》（云府发〔2020〕1号）和省政府
_LISTED = re.compile(r"》(?:（[^（）\n]{0,60}）)?(?:等)?[、，]?(?:以及|和|及|与|暨)?[^，。；：《》\n]{0,14}$")
_CLAUSE = re.compile(r"[，。；：！？\n]")
_SENTENCE = re.compile(r"[。；！？\n]")
_OPENED = re.compile(r"《[^《》\n]{1,220}$")
_BASIS_AFTER = re.compile(r"[^，。；《》]{0,12}(?:为(?:依据|指导|基础|引领|遵循|统领))")
_CARRIED_AFTER = re.compile(
    r"(?:（[^（）\n]{0,60}）)?(?:的)?(?:贯彻落实|贯彻|组织实施|落地实施|深入实施|有效实施|全面实施|实施|落地|落实)(?![方细])"
)
_OWN_ACT = re.compile(
    r"(?:出台|制定|制订|印发|发布|颁布|编制|修订|起草|研究|公布)(?:并|和|、)?(?:组织)?(?:实施|落实|执行)?了?"
)
_DENIED = re.compile(r"不再(?:执行|实施|适用)|停止(?:执行|实施)|废止|违反")


def _relation(words: str, naming: Naming, document: Document) -> Relation:
    """By the verb that governs the title or the list in which it stands."""
    start = _list_start(words, naming.start)
    sentence = _last_after(_SENTENCE, words, start)
    clause = max(sentence, _last_after(_CLAUSE, words, start))
    before = words[clause:start]
    tail = words[_list_end(words, naming.end) :][:60]
    verbs = document_words()
    if document.type == "notice" and any(verb in before for verb in verbs["issues"]):
        return "issues"
    if before.rstrip("“ ").endswith(("附件", "附件：", "见附件")):
        return "annex"
    return "cites" if _DENIED.search(before) else _by_verb(before, tail)


def _by_verb(before: str, tail: str) -> Relation:
    """By the first verb before the list, or by what is said behind it."""
    verbs = document_words()
    basis = _first(before, verbs["based_on"] - {"以"})
    carried = _first(before, verbs["implements"])
    act = _OWN_ACT.search(before)
    stands = before.rstrip("“ ").endswith("以") and _BASIS_AFTER.match(tail)
    if stands or (basis is not None and (carried is None or basis < carried)):
        return "based_on"
    own = act is not None and (carried is None or act.start() <= carried <= act.end())
    if not own and (carried is not None or _CARRIED_AFTER.match(tail)):
        return "implements"
    return "cites"


def _first(text: str, verbs: Iterable[str]) -> int | None:
    found = [text.find(verb) for verb in verbs if verb in text]
    return min(found) if found else None


def _last_after(pattern: re.Pattern[str], words: str, end: int) -> int:
    """Where the stretch that ends at `end` begins."""
    begin = max(0, end - 200)
    last = begin
    for m in pattern.finditer(words, begin, end):
        last = m.end()
    return last


def _list_start(words: str, start: int) -> int:
    """The first 《 of the list in which the title at `start` stands."""
    for _ in range(20):
        m = _LISTED.search(words, max(0, start - 90), start)
        if m is None:
            return start
        opened = words.rfind("《", 0, m.start())
        if opened < 0 or _governs(m[0]):
            return start
        start = opened
    return start


def _governs(between: str) -> bool:
    """A verb between two titles begins a list of its own; 印发的 and 发布的 only tell who issued the second."""
    verbs = document_words()
    said = between.replace("印发的", "").replace("发布的", "").replace("制定的", "")
    return any(v in said for v in verbs["based_on"] | verbs["implements"] | verbs["issues"]) or bool(
        _OWN_ACT.search(said)
    )


# 、《乙》, 和省政府《丙》（云府发〔2020〕1号）
_NEXT = re.compile(
    r"(?:（[^（）\n]{0,60}）)?(?:等)?[、，]?(?:以及|和|及|与|暨)?[^，。；：《》\n]{0,14}《[^《》\n]{1,120}》"
)


def _list_end(words: str, end: int) -> int:
    """The end of the last 》 of the list in which the title that ends at `end` stands."""
    for _ in range(20):
        m = _NEXT.match(words, end)
        if m is None or _governs(words[end : words.index("《", end)]):
            break
        end = m.end()
    return end
