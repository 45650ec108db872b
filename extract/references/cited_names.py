"""Names of documents without 《》: by their last word, and by the verb or the head that singles one out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guitu.extract.facts import Document
from guitu.ontology.alternation import alternation
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


# “十三五”规划, “十四五”规划纲要, “十三五”卫生健康发展规划; the head stands before: 国家
_FIVE_YEAR = re.compile(rf"{_FIVE_YEARS}(?P<middle>[一-龥]{{0,16}}?)规划(?:纲要)?(?!期|编制)")
_FIVE_YEAR_HEAD = re.compile(r"(?:国家|全国|[一-龥]{2,4}[省市](?<!全省)(?<!全市))$")


@cache
def _quoted() -> re.Pattern[str]:
    """“夜间经济12条”, “健康云州行动计划”."""
    last = alternation(w for w in document_words()["type"] if len(w) > 1 and w not in ("标准", "规范", "战略", "措施"))
    return re.compile(rf"“(?P<title>{_NAME}{{2,30}}?(?:\d{{1,3}}条|{last}))”")


@cache
def _named() -> re.Pattern[str]:
    """A last word of documents that ends there: never 规划布局, 标准化, 规范体系, 战略性, 办法和标准."""
    last = alternation(w for w in document_words()["type"] if w not in _NEVER_BARE)
    return re.compile(rf"(?P<last>{last})(?!{_GOES_ON}|[和及与](?:规范|标准|制度|政策|办法|规则))")


_NEVER_BARE = ("法", "意见", "措施", "规定", "决定", "协定", "公约")
_GOES_ON = (
    "[化性体内期局布引格院师处上型库目条委支高任需部机件馆署]"
    "|规定|方案|计划|纲要|编制|研究|管理|资源|设计|咨询|草案|验证|制定|制修订"
)
_DELIMITER = re.compile(r"[，。；：！？、“”《》（）〈〉\n]")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(document_words()['generic'])}|[的]){{0,12}}")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(document_words()['cue'])})了?")


_HEAD = re.compile(r"(?:国家|中国|全国|中华人民共和国|[一-龥]{2,4}?(?<!强)[省市县](?!场|级|域))")
_INNER_HEAD = re.compile(r"(?:国家|中国)(?!.*(?:国家|中国))")
_VAGUE = re.compile(r"相关|有关|各类|该|其|此|本|我|上述|一批|若干(?!措施)|一系列|系列")
_UPKEEP = re.compile("建立|健全|完善|探索|形成|构建")  # what an office keeps for itself: 健全值班人员考核办法
_NOUNS = frozenset({"服务", "组织", "研究", "宣传", "学习"})  # verbs that are nouns inside a name: 养老服务机构用地规划
_AND = ("和", "与", "及", "以及")
_LONG_ENOUGH = 4
# 实施乡村振兴战略, where the verb stands directly before: never 战略支点, 重大战略
_STRATEGY = re.compile(
    r"(?:实施|贯彻|落实|执行|推进|以|(?<=战略)[、和]|(?:融入|对接|衔接)(?:国家|全国|全省|全市)?)(?P<name>(?:(?![的与和及]|实施|贯彻|落实|国家)[一-龥]){4,14})战略(?=[，。；、和与及]|为[统引指]|$)"
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
    for m in _QUOTED_HEAD.finditer(words):
        yield Naming(_SPACES.sub("", m[0]), m.start(), m.end())
    if heading:
        return
    for m in _STRATEGY.finditer(words):
        if not _generic().fullmatch(m["name"]) and not _VAGUE.match(m["name"]) and not _HEAD.match(m["name"]):
            yield Naming(m["name"] + "战略", m.start("name"), m.end())
    yield from (*_drafted(words), *_laws(words), *_on(words))
    plain = _KINDS_OF_DISTRICT.sub(lambda m: "区" * len(m[0]), words)
    for m in _named().finditer(plain):
        if naming := _governed(plain, m, document):
            title = _SPACES.sub("", words[naming.start : naming.end])
            yield Naming(title, naming.start, naming.end)


# 编制县（县级市）中小学布点规划: brackets that belong to the name
_KINDS_OF_DISTRICT = re.compile("(?<=[区县市])（(?:县级市|[市县区镇乡旗](?:、[市县区镇乡旗]){0,2})）")

# 贯彻落实国务院关于…的决定, 按照省委、省政府关于…的意见
_ISSUERS = r"(?:(?:中共|党)?中央|国务院|[省市县区州]委|[省市县区州]政府|[一-龥]{2,7}(?:人民政府|委员会|[部委局厅办]))"
_ON = re.compile(
    r"(?:贯彻落实|贯彻执行|贯彻|落实|按照|根据|依据|遵照|执行|实施|学习|以及|[和与及])了?"
    rf"(?P<name>(?:{_ISSUERS}(?:办公厅)?[、和]?){{0,3}}关于(?:(?!关于)[^，。；：！？、“”《》\n]){{4,40}}?的?(?:决定|意见|决议|通知|办法|规定))"
    r"(?=[，。；、和与及]|精神|要求|部署|$)"
)


def _on(words: str) -> Iterator[Naming]:
    for m in _ON.finditer(words):
        yield Naming(_SPACES.sub("", m["name"]), m.start("name"), m.end("name"))


# 实施“春芽护苗”三年行动计划; a campaign or a programme of that form is no document
_QUOTED_HEAD = re.compile(
    rf"“(?!{_FIVE_YEARS[1:-1]}”)[^“”\n]{{2,20}}”(?:[一二三四五六七八九十\d]{{1,2}}年)?(?:(?!的)[一-龥]){{0,6}}?(?:行动计划|行动方案|战略|条例|若干措施)(?![化性]|布局|部署|支点|目标|任务|定位|机遇)"
)
# 森林法施行, 参照渔业法管理: a law without marks
_LAW = re.compile(
    r"(?:^|[，。；、和与]|参照|依据|按照|依照|根据|遵守|违反|贯彻|实施|执行|落实|符合)(?P<name>(?:(?!参照|依据|按照|依照|根据|遵守|违反|贯彻|实施|执行|落实|符合)[一-龥]){2,10}?(?<![办方司执依合做想立违非算疗看用手说语守普文书拳魔国无技])法)"
    r"(?=施行|实施|规定|颁布|修订|管理|要求|和[一-龥]{2,12}(?:法|条例)|等法律|、[一-龥]{2,12}(?:法|条例)|等有关)"
)


def _laws(words: str) -> Iterator[Naming]:
    for m in _LAW.finditer(words):
        if not _generic().fullmatch(m["name"][:-1]) and not _cue().search(m["name"]):
            yield Naming(m["name"], m.start("name"), m.end("name"))


# 出台养老机构用地规划: documents that are to be drawn up, by the verb directly before
_DRAFTS = re.compile(r"(?:出台|制定|制订|编制|研制|印发|发布|颁布|推广|修订)(?:了|好|完善|实施)?$")
_DRAFT_LIST = re.compile(r"(?:出台|制定|制订|编制|研制|印发|发布|颁布|修订)[^，。；：]{2,24}[划法范准例见施则]$")
_INDEFINITE = re.compile("(?:相关|有关)的?")
_DRAFTED = frozenset({"标准", "规范", "规划", "意见", "指导意见", "实施意见", "措施", "导则", "指南", "规程"})
_OWN_MATTER = 4


def _own_matter(name: str) -> int:
    """How many signs of a name are not words of kind: 4 of 社区食堂服务."""
    return len(_kinds().sub("", name))


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"{alternation(document_words()['generic'])}|[的和与及]")


_UNSPECIFIC = re.compile(r"\d|更|最|[一二三四五六七八九十]+项|.*(?:行业|国家|地方|团体|国际|企业|和|与)$")


def _is_specific(name: str) -> bool:
    plain = "的" not in name and not _VAGUE.match(name) and not _UNSPECIFIC.match(name)
    return plain and _own_matter(name) >= _OWN_MATTER


# 出台扶持社区食堂发展意见
_OPINION = re.compile(
    r"(?:出台|制定|制订|印发|发布)(?P<name>(?:(?![的出制])[一-龥]){6,24}?(?:意见|若干措施))(?=[，。；、]|$)"
)


def _drafted(words: str) -> Iterator[Naming]:
    for m in _OPINION.finditer(words):
        verbs = any(
            len(cue[0]) > 1 and cue[0] not in _NOUNS for cue in _cue().finditer(m["name"], 0, len(m["name"]) - 2)
        )
        if not verbs and _is_specific(m["name"]):
            yield Naming(_SPACES.sub("", m["name"]), m.start("name"), m.end())


def _governed(words: str, m: re.Match[str], document: Document) -> Naming | None:
    """The title that ends in a last word: from the verb that governs it, or from 国家."""
    begin = max(0, m.start() - 40)
    begin = max([begin, *(d.end() for d in _DELIMITER.finditer(words, begin, m.start()))])
    before, start, governed, drafted = words[begin : m.start()], 0, False, False
    for cue in _cue().finditer(before):
        if cue.end() < len(before) and not (governed and cue[0] in _NOUNS):
            start, governed = (
                cue.end(),
                not _UPKEEP.fullmatch(cue[0]) and (governed or start == 0 or cue[0] not in _AND),
            )
            joined = cue[0] in _AND and _DRAFT_LIST.search(before, 0, cue.start())
            drafted = bool(joined or _DRAFTS.search(before, 0, start))
    if drafted and (vague := _INDEFINITE.match(before, start)):
        start = vague.end() if _own_matter(before[vague.end() :]) >= _OWN_MATTER else start
    if not governed and (inner := _INNER_HEAD.search(before)):  # 学生国家体质标准: the name begins at 国家
        start = inner.start()
    name = before[start:]
    own = key(name + m["last"]) in key(document.title)
    specific = drafted and m["last"] in _DRAFTED and _is_specific(name.strip())
    if m["last"] == "标准":  # a standard that is made is one of many; one that is spread has its name
        specific = specific and before[:start].endswith(("推广", "发布", "颁布"))
    if own or not (specific or _is_name(name.strip(), m["last"], governed)):
        return None
    start += begin + len(name) - len(name.lstrip())
    return Naming(_SPACES.sub("", name + m["last"]), start, m.end())


# 衔接云州市城市总体规划: a kind of plan of which each place has one
_MASTER = re.compile("(?:城市|城乡|城镇|国土空间|土地利用)?总体|国土空间|国民经济和社会发展|(?:城镇|村镇)体系")

_OF_ONE = re.compile("(?!全|国家|中国|中华|本|各|所在|地方).")


def _is_name(name: str, last: str, governed: bool) -> bool:
    """Whether the words before the last word single out one document.

    >>> _is_name("国家节水", "战略", True), _is_name("相关", "行动计划", True)
    (True, False)
    """
    if _VAGUE.match(name):
        return False
    head = _HEAD.match(name)
    rest = name[head.end() :] if head else name
    if _generic().fullmatch(rest) or _MASTER.fullmatch(rest):
        of_one = head and governed and _OF_ONE.match(head[0])
        return bool(of_one and _MASTER.fullmatch(rest) and last in ("规划", "规划纲要", "纲要"))
    if last == "条例" and governed and len(name) >= 2:
        return True
    if last in _STRONG:
        return bool(head or governed) and len(name) >= _LONG_ENOUGH
    if last in ("战略", "标准", "规范", "规划"):
        return bool(head) and len(rest) >= 2
    return bool(head) and len(name) >= _LONG_ENOUGH + 2
