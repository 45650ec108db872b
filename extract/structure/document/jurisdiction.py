"""Where a document holds: by its issuer, its title, its number, or words that tie its text to a named place.

Nothing is guessed: where none of these names a place there is none, and names of agencies stay as written. The level
alone can also be told by whom the words call ours (我省, 全市), or by the ministries that are charged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from guitu.extract.facts import NOWHERE, Level
from guitu.extract.structure.document.basis_place import basis_city
from guitu.extract.structure.document.branches import named_alike
from guitu.extract.structure.document.citations import is_own, uncited
from guitu.extract.text import Span, Text
from guitu.extract.traditional import simplified
from guitu.extract.words import agencies
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, leading, leading_whole, named_zone, region, regions, township, zone
from guitu.ontology.knowledge import national_agencies

_MOST = 60_000  # characters that are looked at
# 由区政府, never 青岚区政府 or 各市、县政府: where a sign stands for itself
_GOVERNMENT = "政府(?<!各[市区县]、.政府)(?:(?<![一-鿿].政府)|(?<=[由和及与经报在向对].政府))"
_OURS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("provincial", re.compile(f"[我全本省](?:(?<=[我全本])省|(?<=[我全])自治区|(?<=省)(?:直|{_GOVERNMENT}))")),
    ("municipal", re.compile(f"[我全本市州](?:(?<=[我全本])(?:市(?!场)|州(?!县))|(?<=[市州])(?:直|{_GOVERNMENT}))")),
    ("county", re.compile(f"[我全本区县](?:(?<=[我全本])[区县](?!域)|(?<=[区县]){_GOVERNMENT}|(?<=县)直)")),
    ("national", re.compile("我国|全国(?:各|范围|统一|性的?规划)")),
)  # fmt: skip
# a grade, which counts where nothing is called ours; never in a list of grades: 国家级、省级
_GRADES: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("provincial", re.compile("省级(?<![、和及或]省级)(?![、和及或]|以上)")),
    ("municipal", re.compile("市级(?<![、和及或]市级)(?![、和及或]|以上)")),
)
_SIGNED = re.compile(
    r"([省市县区州])(?<![^（：、，；。\s由].)(?![场域属级际])(?:委)?[一-鿿]{2,12}?[局厅委部办](?=[（）、，；。\s]|牵头|负责|配合)"
)
_OF_SIGN: dict[str, Level] = {"省": "provincial", "市": "municipal", "州": "municipal", "县": "county", "区": "county"}
# what a place carries out of one above
_ABOVE = re.compile("(?:贯彻|落实|执行|传达|学习)[^，。]{2,24}?(?:精神|部署|会议|要求|意见)")
_REPORTED_BY = re.compile(
    r"在([省市县区州])第[一二三四五六七八九十]{1,3}届人民代表大会|我(?:受|代表)([省市县区州])(?:人民)?政府"
)
_NATIONAL = re.compile("国务院|国家|全国|中国|中华人民共和国|中共中央")
_SOUGHT = re.compile(r"(?:国家|全国|中国)[^，。]{0,16}?(?:城市|市|县|区|乡|村|镇|单位|园|基地|中心)")  # 卫生城市
_PLAN_OF_ALL = re.compile(r".{0,12}?“[一二三四五六七八九十]{1,2}五”")  # “十四五”…规划, without a place
_ZONE_OFFICE = "管委|管理委员会|党工委"
_PARTY = re.compile("^(?:中共|中国共产党|共青团|关于)")
# what can stand before the place in a title: signs and years, or the words of a notice and of doing
_BEFORE = re.compile(r"〔[^〕]{1,12}〕|[《“〈（(\s]|(?:19|20)\d\d(?:[-—~至](?:19|20)?\d\d)?年?(?:度)?|）|[0-9.]")
_INSIDE = re.compile(
    r"(?:关于|印发|发布|转发|公布|下发|《|——|推进|推动|加快|促进|加强|深化|做好|开展|规范|优化|提升|完善|建设|打造|振兴|创建|在)"
)
_DOING = re.compile(
    "^(?:进一步|全面|大力|切实|推进|推动|加快|促进|加强|深化|做好|开展|规范|优化|提升|完善|建设|打造|振兴|创建)+"
)
# …（2023）- 临江
_BEHIND = re.compile(r"(?<![-—–])[-—–|]\s?([一-鿿]{2,4}?[省市]?)[：: ]*$|（([一-鿿]{2,6}[省市])）$")
# 关于落实《云州市规划》的意见
_CARRIED_OUT = re.compile(r"(?:贯彻|落实|执行|实施|学习|宣传|转发)[^《》〈〉]{0,20}[《〈].*[》〉]")
_SUPPORTED = re.compile("支持|对口|援")  # 关于支持青岚县…的意见 is that of a place above
_CONGRESS = re.compile(r"在([一-鿿]{2,16}?)第[一二三四五六七八九十]{1,3}(?:届|次)")
_DISTRICT = re.compile(
    r"(?:^|[（：、，；。\s由])(?!各|[市区县]|相关|有关)[一-鿿]{2,3}(?<![新发高度经园矿林地])区(?:人民)?政府"
)
_HEADED = re.compile(r"人民政府|政府|市委|县委|区委|省委|[局厅委部会](?:文件)?$")
# words that tie a text to a place: 结合云州实际, 本办法适用于云州市行政区域, 为推进云州市节水，制定本方案
_TIED = (
    re.compile(r"(?:结合|立足|根据|按照)([一-鿿]{2,12}?)(?:的)?实际"),
    re.compile(r"(?:适用于|适用范围[为是：]*|在)([一-鿿]{2,16}?)(?:行政区域|行政管辖|辖区|市域|县域|区域)(?:范围)?内?"),
)
# what a text says of its own city alone, where it speaks of one: 把云州建设成为…
_TO_BECOME = re.compile(r"[把将]([一-鿿]{2,8}?)(?:建设|打造|建|发展|培育)成")
_SENTENCE = re.compile("[。，；]")
_NEWS = re.compile(
    r"(?:^|[，。：])(?:近日|日前|今日|昨日|最近)?，?(?P<who>[一-鿿]{2,24}?)(?:近日|日前|正式|联合)?(?:印发|发布|出台|公布)了?(?P<title>《[^《》]{4,80}》)"
)
# a clause that says what the document rests on: 根据…精神, 按照云州市部署
_BASIS = re.compile(
    r"^为?了?(?:认真|深入|全面|切实|进一步|坚决|扎实)*(?:贯彻|落实|根据|按照|依据|依照|遵照|执行|响应)"
    r"|(?:精神|部署|要求|规定|意见|文件|通知|决定|安排|指示)$"
)
_PURPOSE = re.compile(
    r"^[^。]{4,400}?(?:制[定订](?:了?本|如下|以下)|特制[定订]|编制本|制[定订][^，。]{2,40}?(?:方案|办法|计划|意见|措施)(?:如下)?[：。]|提出(?:如下|以下|本|实施|指导)|现?就.{2,40}?(?:通知|意见)如下)"
)
_TO_ALL = re.compile(r"(?:^|\n|〕)\s*各省、?自治区、?直辖市[^。\n]{0,400}：")  # whom only the centre addresses
_VERB = re.compile("推进|推动|加快|促进|加强|做好|规范|提升|切实|落实|保障|进一步|完善|健全|深化")
_NUMBER = re.compile(r"(?<![一-鿿])([一-鿿])([政府委办])?[一-鿿]{0,9} ?[〔（(\[【]\s?(?:19|20)\d\d")
_NUMBER_OF_ALL = re.compile(r"(?<![一-鿿])(?:国发|国办[发函]|国函|中发|中办发|厅字) ?[〔（(\[【]")
# a number behind them is another's
_CITING = re.compile("根据|按照|依据|依照|遵照|贯彻|落实|执行|对照|参照|学习|转发|精神|[》〉]")
_SURE = 3  # bureaus of one sign that tell the level, whatever else is spoken of
_LINE = 60  # characters of a line that names a body or holds a number
_SPACED = 4_000  # characters of the head in which a name may be spaced out


def jurisdiction(
    title: str, issuers: Sequence[str], lines: Sequence[str], words: str
) -> tuple[str | None, Level | None]:
    """Full name of the region, None for a national document or where nothing tells it, and the level.

    `lines`: of the head; `words`: all of the document. What they cite is passed over.
    """
    own = [uncited(line, title) for line in lines]
    found, level = _found(title, issuers, own, words[:_MOST])
    if found is None and level == "municipal":
        found = basis_city(words, uncited(words[:_MOST], title))
    return (found.full if found and level != "national" else None), level


def settling(text: Text, extents: Sequence[Span], place: str | None, title: str) -> Span:
    """The first words in these parts of a text that name the place of a document, other documents apart; `NOWHERE`
    where none do.

    >>> text = Text("根据《云州市条例》，云州市节水规划", ())
    >>> settling(text, [Span(0, 17)], "云州市", "云州市节水规划")
    Span(start=10, end=13)
    """
    found = region(place) if place else None
    if found is None:
        return NOWHERE
    own = Text(uncited(text.folded, title), ())
    for extent in extents:
        words = own.quote(extent)
        for name in dict.fromkeys((found.full, found.name, *found.shorts, found.short)):
            if len(name) > 1 and (at := words.find(name)) >= 0:
                return Span(extent.start + at, extent.start + at + len(name))
        spaced = re.compile(r"\s*".join(map(re.escape, found.name)))
        if match := spaced.search(words, 0, _SPACED):
            return Span(*match.span()).shift(extent.start)
    for extent in extents:
        for match in _NUMBER.finditer(own.quote(extent)):
            if match[1] in found.shorts:
                return Span(*match.span(1)).shift(extent.start)
    return NOWHERE


def names_place(words: str, place: str) -> bool:
    """Whether words name the place of a document, in full, in short, or as the sign of its numbers.

    >>> names_place("徐汇区", "上海市徐汇区"), names_place("沪", "上海市"), names_place("云川市", "云州市")
    (True, True, False)
    >>> names_place("鹹陽市", "咸阳市")
    True
    """
    found = region(place)
    words = re.sub(r"\s", "", words)
    names = (found.full, found.name, found.short, *found.shorts) if found else ()
    return words in names or simplified(words) in names


def _found(title: str, issuers: Sequence[str], lines: Sequence[str], words: str) -> tuple[Region | None, Level | None]:
    titled = of_title(title)
    for name in issuers:
        if found := _issuing(name):
            same = titled and titled.level == found.level and titled.known and not found.known
            same = same and titled not in tuple(found.around())  # 青岚综合实验区, which lies in 青岚县
            return (titled if same else found), found.level
        if _is_national(name):
            return None, "national"
    if titled and titled.level == "county" and titled.name.endswith("市") and _has_districts(words, title):
        return titled, "municipal"  # a city with districts is not the one in the registry that bears its name
    return (titled, titled.level) if titled else _of_text(title, lines, uncited(words, title))


def _has_districts(words: str, title: str) -> bool:
    return _DISTRICT.search(uncited(words, title)) is not None


def _of_text(title: str, lines: Sequence[str], words: str) -> tuple[Region | None, Level | None]:
    """What the text says where neither issuer nor title names a place."""
    level = _level_of_report(lines) or _level_of_owners(words, _SURE) or _level(_ABOVE.sub("", title)) or _level(words)
    level = level or _level_of_owners(words)
    if _TO_ALL.search(words[:3000]) or any(_own(_NUMBER_OF_ALL, line) for line in lines):
        return None, "national"
    if _NATIONAL.match(title) and not (level not in (None, "national") and _SOUGHT.match(title)):
        return None, "national"
    for found in (
        *_by_number(lines, level),
        *_announced(title, lines, level),
        *_of_lines(lines, level),
        *_by_source(lines, level),
        *_tied(words, level),
        *_by_sign(lines, words, level),
    ):
        return found, found.level
    if own := named_alike(words, level):
        return own, own.level
    if level is None and (_PLAN_OF_ALL.match(title) or _charges_ministries(words)):
        level = "national"
    return None, level


def _issuing(name: str) -> Region | None:
    """The region whose body an issuer is: a town of a county, else what its name begins with."""
    name = _PARTY.sub("", name)
    found = leading_whole(name)
    if found is None or found[1] == len(name):
        own = None if found else named_zone(name, _ZONE_OFFICE)
        return own if own and own.parent else None  # one of a county that is known
    after = r"(?:人民政府|政府|办事处|党政|党委|党工委|委员会|综合|$)"
    return township(name, found, after) or zone(name, found, _ZONE_OFFICE) or found[0]


def of_title(title: str) -> Region | None:
    """The region that a title names at its head, or after the words of a notice; none of what it carries out."""
    title = _CARRIED_OUT.sub(lambda cited: " " * len(cited[0]), title)
    start = 0
    while match := _BEFORE.match(title, start):
        start = match.end()
    if found := _named(_PARTY.sub("", title[start:])) or _called(title[start:]):
        return found
    if congress := _CONGRESS.search(title):
        return region(congress[1])
    if _NATIONAL.match(title, start):
        placed = re.match(r"[^（）]{2,24}（([一-鿿]{2,8})）", title[start:])  # 中国（云州）自由贸易试验区
        return region(placed[1]) if placed else None
    for inside in _INSIDE.finditer(title):
        after = title[inside.end() :]
        if _SUPPORTED.search(title[: inside.start()][-6:]) or _SUPPORTED.match(after):
            return None
        after = _DOING.sub("", after)
        if found := _named(after, unlisted=inside[0] in ("关于", "印发", "《", "——")):
            return found
    return _behind(title)


def _behind(title: str) -> Region | None:
    """The province or city at the end of a title, behind a dash or in brackets: 营商环境政策汇编（2023）- 临江."""
    behind = _BEHIND.search(title)
    found = region(behind[1] or behind[2]) if behind else None
    return found if found and found.known and found.level in ("provincial", "municipal") else None


_CALLED = re.compile("(?:数字|健康|平安|法治|美丽|质量|文化|智慧|清廉|信用|创新|绿色|幸福|无废|海洋)(?=[一-鿿])")


def _called(words: str) -> Region | None:
    """The province or city of a slogan at the head of a title: 数字临江建设方案."""
    match = _CALLED.match(words)
    found = leading(words, match.end(), unlisted=False) if match else None
    return found[0] if found and found[0].known and found[0].level in ("provincial", "municipal") else None


def _named(words: str, *, unlisted: bool = True) -> Region | None:
    """The region that words begin with, in full where it is a county."""
    found = leading_whole(words, unlisted=unlisted)
    if found is None:
        return None
    shortened = words[found[1] - 1] != found[0].name[-1]
    return township(words, found, "(?!级)") or (zone(words, found, "") if shortened else None) or found[0]


def _level(words: str) -> Level | None:
    """Of whom a text says ours most often."""
    for told in (_OURS, _GRADES):
        most, level = max(((len(ours.findall(words)), level) for level, ours in told), key=lambda pair: pair[0])
        if most:
            return level
    return None


def _level_of_report(lines: Sequence[str]) -> Level | None:
    """Whose congress hears a report, or who gives it, without its name: 在县第十届人民代表大会…上, 我代表市政府."""
    told = {match[1] or match[2] for line in lines for match in _REPORTED_BY.finditer(line)}
    return _OF_SIGN[told.pop()] if len(told) == 1 else None


def _level_of_owners(words: str, most: int = 1) -> Level | None:
    """Whose bureaus are charged, where all are written with one sign: 市水利局、市财政局; `most`: so many at least."""
    signs = [match[1] for match in _SIGNED.finditer(words)]
    return _OF_SIGN[signs[0]] if len(signs) >= most and len(set(signs)) == 1 else None


def _own(number: re.Pattern[str], line: str) -> list[re.Match[str]]:
    """The document's own numbers in a short line of its head: none behind words that cite another document."""
    found = number.finditer(line) if len(line) < _LINE else ()
    return [match for match in found if not _CITING.search(line, 0, match.start())]


def _by_number(lines: Sequence[str], level: Level | None) -> Iterator[Region]:
    """沪府发〔2021〕3号 is of 上海; where the words speak of a county, the sign can be that of the county."""
    for line in lines:
        for match in _own(_NUMBER, line):
            for found in regions().get(match[1], ()):
                of_state = found.parent is None and (match[2] or found.level in ("municipal", level))
                if of_state and level in (None, "national", found.level):
                    yield found


def _by_sign(lines: Sequence[str], words: str, level: Level | None) -> Iterator[Region]:
    """云政办字〔2023〕1号 is of the one city that the text names in full and whose name has this sign."""
    if level != "municipal":
        return
    for line in lines:
        for match in _own(_NUMBER, line):
            if match[1] not in regions() and match[2]:
                named = {region(name) for name in set(_every_name().findall(words)) if match[1] in name[:2]}
                cities = [one for one in named if one and one.level == "municipal"]
                yield from cities if len(cities) == 1 else ()


def _of_lines(lines: Sequence[str], level: Level | None) -> Iterator[Region]:
    """The place of a line of the head that names a body or a congress of it: 云州市人民政府市长, 青岚县水利局."""
    for line in lines:
        if len(line) > _LINE or _SENTENCE.search(line):
            continue
        if (congress := _CONGRESS.search(line)) and (found := region(congress[1])):
            yield found
        body = _PARTY.sub("", line)
        named = leading_whole(body)
        alike = named is not None and level in (None, named[0].level) and _is_sure(body[: named[1]])
        if named and alike and body.startswith(("关于印发", "关于公布", "关于发布"), named[1]):
            yield named[0]  # 泰州关于印发节水规划的通知
        addressed = line.endswith("：") and named and not body.startswith("各", named[1])  # 青岚县人民政府：
        if named and not addressed and not body.startswith("各") and _HEADED.search(body[named[1] :]):
            yield named[0]


def _announced(title: str, lines: Sequence[str], level: Level | None) -> Iterator[Region]:
    """The place that issued the document by the words of a news line: 日前，青岚县印发《…》, with its very title."""
    for line in lines:
        for match in _NEWS.finditer(line) if "《" in line else ():
            named = leading(match["who"]) if is_own(match["title"], title) else None
            if named and (level in (None, "national", named[0].level) or named[0].known):
                yield named[0]


def _is_sure(name: str) -> bool:
    """Whether only one region has a name, in full or in short, and it is a province or a city."""
    called = regions().get(name, ())
    return len(called) == 1 and called[0].level in ("provincial", "municipal")


# 来源：云州市政府: a site of the level that the text is of
_SOURCE = re.compile(
    r"(?:来源|发布机构|发文机关|发布单位)[：: ]*(?P<name>[一-鿿]{2,20}?(?:人民政府|政府|委员会|[局厅委办]))"
    r"(?:办公[厅室]|网站|网|$|[\s（])"
)


def _by_source(lines: Sequence[str], level: Level | None) -> Iterator[Region]:
    """The place of the body whose site a text is from, where the text speaks of that level."""
    for line in lines:
        for match in _SOURCE.finditer(line) if "：" in line or "来源" in line else ():
            named = leading(_PARTY.sub("", match["name"]))
            if named and named[0].level == level and named[1] < len(match["name"]):
                yield named[0]


def _tied(words: str, level: Level | None) -> Iterator[Region]:
    """The places that words tie the text to; none of another level than that which it calls ours."""
    named = (region(match[1]) for pattern in _TIED for match in pattern.finditer(words))
    purposes = [match[0] for line in words[:3000].split("\n") if (match := _PURPOSE.match(line))]
    clauses = (re.split("[，；]", purpose) for purpose in purposes)
    stated = (_in_sentence("，".join(one for one in each if not _BASIS.search(one.strip()))) for each in clauses)
    for found in (*named, *stated):
        if found and level in (None, "national", found.level):
            yield found
    for match in _TO_BECOME.finditer(words):
        if (found := region(match[1])) and found.known and found.level == level and _is_sure(match[1]):
            yield found


def _in_sentence(words: str) -> Region | None:
    """The one place that a sentence names in full; one outside the registry after a verb."""
    found = {region(match[0]) for match in _every_name().finditer(words)}
    if not found:
        named = (leading(words, verb.end()) for verb in _VERB.finditer(words))
        found = {one[0] for one in named if one and one[0].name[-1] in "省市县州"}
    return found.pop() if len(found) == 1 else None


@cache
def _every_name() -> re.Pattern[str]:
    """The full names of all provinces and cities, and of counties whose name is no part of other words."""
    every = (one for same in regions().values() for one in same)
    return re.compile(alternation({one.name for one in every if len(one.name) > 2}))


def _is_national(name: str) -> bool:
    return agencies.read(_PARTY.sub("", name), None).name in _bodies_of_all()


@cache
def _bodies_of_all() -> frozenset[str]:
    return frozenset(agency.name for agency in national_agencies().values())


@cache
def _ministries() -> re.Pattern[str]:
    return re.compile(alternation({name for name in national_agencies() if re.search(r".{2}(?:部|总局|总署)$", name)}))


def _charges_ministries(words: str) -> bool:
    """Whether two ministries at least are named, where nothing speaks of a place."""
    return len(set(_ministries().findall(words))) > 1
