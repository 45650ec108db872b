"""What a clause gives to its places: 以青岚县、白石县为主产区，发展油茶; 建设东桥镇、西浦乡茶叶带; 东桥区依托甲园发展….

A sentence is read with each list of places as one sign, so that one grammar serves whatever stands in the list:
divisions, towns, parks. What is given is an industry in the object of a verb of growth, in the words between a verb
of making and its noun, before the places, or in the title over the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from guitu.extract.places.focus.place_focus import core_of, industries, own_industries, ungraded
from guitu.extract.places.focus.place_making import made as made_of
from guitu.extract.places.focus.place_subjects import STRANGER
from guitu.extract.places.focus.sectors import plain, sectors
from guitu.extract.places.focus.units import Listed, lists
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import is_sector
from guitu.extract.places.words.place_words import great_region
from guitu.extract.places.words.regions import at_head
from guitu.ontology.districts import region

_BASE = 0xE000
_P = "[\ue000-\uf8ff]"
_PRIVATE = re.compile(_P)
_NOT = "，；：\ue000-\uf8ff"
_ALL = (
    "(?:等(?:[一-龥]{1,3}区|[一-龥]{0,3}乡村)|等?(?:[两三四五六七八九十]个?)?(?:[一-龥]{1,2}族)?"
    "(?:地区|区域|沿线|县市区|县（市、区）|县（区）|县区|区县|县市|乡镇|镇街|街道|园区|[地县区市镇乡])(?![一-龥]?域)|等)?"
)
_HOW = (
    "(?:重点|主要|重在|侧重|着重|大力|积极|着力|集中|加快|优先|全力|稳步|持续|因地制宜|错位|协同|联动|同步|率先|先行"
    "|规模化|分别|各自|将|要)*"
)
_GROW = (
    "(?:做大做强|做强做优|做优做强|发展壮大|发展|布局|培育|壮大|做大|做强|做优|主攻|聚焦|侧重(?!发展|布局|培育|打造|抓|推)|突出|主打|种植|养殖|集聚|做精|做特|承接|引进|延伸(?=[^，；]{2,40}产业链)|推广(?=[^，；]{2,24}(?:良种|品种)))"
    "(?!示范|改革|试验|先行|园(?![艺林])|区(?!块链|域)|带|轴(?!承)|规划|格局|战略|环境|优势|壮大|建设)"
)
_MAKE = "(?:建设|打造|建成|新建|扩建|构建|形成|推进|推动|完成|抓好|实施|提升|巩固|扩大|试点|开放)"
_ROLES = "重点|核心|主体|载体|支撑|龙头|中心|依托|引领|主平台|主阵地|补充|支点|两翼|[一-龥]{0,3}(?:区域|区|基地|地)|主"
_SEAT = "(?:依托|立足|以|围绕|结合|利用|借助|发挥|突出)"
_URGE = "(?:支持|鼓励|推动|引导|指导|促进|把|将)?"

# 青岚县发展软籽石榴, beside another that raises what is known
_RAISES = re.compile(rf"^{_HOW}(?:发展|种植|养殖)(?P<what>[^{_NOT}]{{2,24}})(?=[，；]|$)")
_BETTER = "(?:转型|升级|优化|提升|提质|改造|强链|补链|延链|集聚|做大|做强)+"
_VERB = re.compile(
    rf"{_HOW}(?:(?P<verb>{_GROW}|{_MAKE})(?P<what>[^{_NOT}]+)|发挥(?P<strong>[^{_NOT}]+?)(?:产业)?优势|围绕(?P<round>(?:(?!{_GROW})[^{_NOT}]){{2,30}}?)(?:{_BETTER}|(?=[，；]|$)))"
)
_BUILT = re.compile(rf"{_HOW}{_MAKE}[^{_NOT}]{{0,16}}(?P<what>{_P})")
# 东桥区、西浦区等地重点发展…; 支持青岚县依托甲园，发展…
_WHO = re.compile(
    rf"(?:^|[，：；、])(?:{_URGE}(?P<who>{_P}){_ALL}(?=，?{_SEAT}|{_HOW}(?:{_GROW}|{_MAKE})|分别以)"
    rf"|[^{_NOT}、]{{0,8}}(?:覆盖|涵盖)(?P<over>{_P}){_ALL}(?=，{_HOW}{_GROW}))"
)
_LEADS = re.compile(rf"^(?P<who>{_P})：")
# what a sentence under the title of a place begins with where it speaks of that place
_OF_TITLE = re.compile(rf"\s*(?:{_SEAT}|{_HOW}(?:{_GROW}|{_MAKE})|规划|位于|地处|总?面积|范围|[东南西北][至起到]|是)")
_NEXT = re.compile(rf"[，：；]{_URGE}{_P}|、{_P}{_HOW}{_GROW}")
# 依托甲园; 以乙谷为载体; 推进丙新城建设: never 以甲市为榜样, 推进与乙园共建
_WITH_OTHERS = "(?<!参与)(?<!支持)(?<!联合)(?<!协同)(?<!共同)(?<!共)"
_SEATED = re.compile(
    rf"(?:(?P<seat>依托|立足|围绕|利用)|(?P<by>以)|{_WITH_OTHERS}(?:{_HOW})(?:推进|建设|打造|提升|做强))"
    rf"[^{_NOT}与和同至通联接向]{{0,4}}(?P<who>{_P})"
    rf"(?(by){_ALL}(?=为(?:[^{_NOT}]{{0,4}}?(?:{_ROLES}|平台|抓手)(?=[，；]|$|{_HOW}(?:{_GROW}|{_MAKE})))|{_HOW}(?:{_GROW}|{_MAKE})))"
)
_LABEL = "(?:空间|重点|主要|承载)*(?:布局|区域|区县|县区|县市)："
# 油茶以甲县、乙县为主产区; 重点在甲镇发展…; 花卉布局在甲区
_AT = re.compile(
    rf"(?P<lead>(?:重点|主要|集中)*(?:(?:布局|分布|集中|集聚)*(?:在|于)|布局|分布)|{_LABEL}|依托|以|立足|围绕)(?P<who>{_P}){_ALL}"
    rf"(?:(?P<role>为[^{_NOT}]{{0,10}}?(?:{_ROLES})(?=[，：；]|$|{_HOW}(?:{_GROW}|{_MAKE})))|(?=[，：]|$|{_HOW}(?:{_GROW}|{_MAKE})))"
)
# 为主产区; 为重点，每年新造3万亩: what the title names is grown there, never 为重点，开展督导
_GROWN = re.compile(
    rf"为[^{_NOT}]*(?:产区|优势区|集聚区|承载区|承载地|拓展区|配套区|辐射区|基地)$|[^，]*，[^，]{{0,16}}?(?:新[造种建]|种植|养殖|面积|发展|培育|建设|打造|良种|产量|亩|头|羽|尾|吨)"
)
_LAID = re.compile("布局|分布|集中|集聚|重点|：")
# 建设甲镇、乙镇茶叶带; 推进甲县椪柑提质改造
_NOUN = re.compile(
    rf"(?:{_MAKE}|布局|^|[，；：])(?P<who>{_P}){_ALL}(?!{_HOW}(?:{_GROW}|{_MAKE}|{_SEAT}|规划|定位|作为))(?P<what>[^{_NOT}、]{{2,14}})"
)
_NOUN_END = re.compile(
    "(?P<core>.{0,10}?)(?:标准化|规模化|高标准|优质|高产|特色|核心|主要?(?=产)|示范|种植|养殖|种养|综合|生产|加工|繁育)*"
    "(?:产业带|带|基地|示范[片园带]|园区?|片区?|养殖小区|产区|核心区|提质改造|提质增效|低产改造|品种改良)(?:建设|$)"
)
_GROWS_THERE = re.compile(
    "(?:产区|优势区|产业带|(?<=.{2})核心区|核心基地|(?:种养|生产|种植|养殖|繁育|加工|高产|高产示范)基地)(?:建设)?$"
)
_NO_INDUSTRY = re.compile(
    "(?:要素|资源|人才|能力|水平|优势|企业|楼宇|平台|项目|机构|载体|主体|龙头|队伍|合作社|农场|大户)(?:集聚|培育)?$"
)  # 集聚金融和会展高端资源要素
# 构建以东桥区为核心、西浦区和青岚县为两翼的生物医药产业格局
_AROUND = re.compile(
    rf"以{_P}为[^{_NOT}、的]{{1,6}}(?:、{_P}为[^{_NOT}、的]{{1,6}})*的(?P<what>[^{_NOT}]{{2,16}}?)(?:产业)?(?:发展|空间)?(?:格局|布局)"
)
# 选择东桥区、白石高新区作为全市托育服务试点区域
_TRIAL = re.compile(
    rf"(?P<who>{_P}){_ALL}(?:作为|列为|确定为|设为)(?:[我全本][市省县区]|全国|国家级?)?(?P<what>[^{_NOT}、的]{{2,16}}?试点)"
)
# 东屿岛、西屿岛作为港口物流岛; 东桥镇定位为花卉苗木基地
_SERVES = re.compile(
    rf"(?P<who>{_P}){_ALL}(?:作为|定位为|规划为|建成为?|打造为)(?P<what>[^{_NOT}的]{{2,20}}?)"
    r"(?:岛|基地|组团|(?:功能|集聚|承载|示范|集中|产业)区|[园片]区)(?=[，；]|$)"
)
_SOWN = re.compile("(?:良种|(?:种植|养殖|播种)(?:面积|规模)?|面积)$")  # 扩大水稻、大豆面积
_TRIED = re.compile("(?:应用)?(?:场景|试点|示范)?(?:建设)?$")
# 在东桥市、青岚县等油茶主产县新造…
_CLASSED = re.compile(
    rf"(?P<who>{_P})等(?P<what>[^{_NOT}等]{{2,10}}?)(?:主产|优势|主要产|重点产|种植|养殖)(?:区县|县区|[区县市旗])(?![域级])"
)
_SPREAD = re.compile(rf"辐射(?:带动)?(?P<who>{_P})(?=[，；、]|$|等)")
_TOPIC = re.compile("(?:产业)?(?:发展|空间)?(?:布局)?(?:主要|重点|集中)*$")
# what is to go is no industry that is given, and who is to answer is no place
_GONE = re.compile(
    "淘汰|关停|关闭|退出|整治|治理|禁[养限捕止渔]|严禁|不得|不宜|限制|严控|严格控制|暂缓|不再|压减|取缔|取消|减量|减少|搬迁|搬改"
    "|清退|污染|受灾|疫|防治|防控|打击|整顿|违法|非法|监管|抽检|处理|薄弱|问题|因素|瓶颈|负责|牵头|责任|指导|学习|借鉴|榜样|标杆"
)
_BLANK = "\x03"  # stands for such a clause
_ASIDE = re.compile("（[^（）]*）")
_MAY_GIVE = re.compile(f"{_GROW}|{_MAKE}|{_LAID.pattern}|试点|为主|为特色|发挥|围绕|作为|定位|规划为|基地|主产|优势")
# one class of signs first: a matcher goes from one of them to the next
_CUE = re.compile(
    "[区县旗镇乡市街为](?:(?:(?<![园社地片校小景]区)(?<![城下]乡)(?<![城超上夜]市)(?<![街为])(?![场民域级直政委长办局容村土]))"
    "|(?<=街)道|(?<=为)(?:重点|主|核心))"
)


def may_hold(words: str) -> bool:
    """Whether words may name a division: a cheap look."""
    return _CUE.search(words) is not None


def framed(
    sentence: str,
    place: str | None,
    found: Sequence[PlaceName],
    titled: tuple[str, ...] = (),
    lead: PlaceName | None = None,
) -> list[PlaceName]:
    """The places of a sentence to which a clause gives industries, and those that it says to lie in a district.

    `found`: those read before; `titled`: the industries that the title over the sentence names; `lead`: the place
    that its title is, which begins before the sentence where it is among those returned.
    """
    if not (lead or found or may_hold(sentence)) or not (titled or lead or _MAY_GIVE.search(sentence)):
        return []
    made: dict[int, PlaceName] = {}
    groups = lists(sentence, place, found)
    laid = own_industries(lead) if lead is not None and lead.type in ("belt", "zone", "base") else ()
    if lead is not None:
        groups.append(Listed([replace(lead, focus=())], len(sentence), len(sentence)))
    for segment in _segments(sentence, groups, led=lead is not None):
        for group, focus, district in _given(segment, groups, titled, laid):
            for p in group:
                known = made.get(p.start, p)
                seat = known.district or (district if district and _may_lie(p, district, place) else None)
                made[p.start] = replace(known, focus=tuple(dict.fromkeys((*known.focus, *focus))), district=seat)
    read = {p.start for p in found}
    return [p for p in made.values() if p.focus or p.start in read]


def _may_lie(p: PlaceName, district: str, place: str | None) -> bool:
    """Whether a place can be one of a district: neither itself one nor under the name of another region."""
    head = at_head(p.name, place)
    wide = great_region().match(p.name) is not None
    inside = head is None or head.name == district or (head.wide and head.name in _around(district))
    return p.type != "district" and not wide and inside


def _around(district: str) -> set[str]:
    """The names of a district and of the regions around it."""
    one = region(district)
    return {above.name for above in one.around()} if one else set()


def _segments(sentence: str, groups: Sequence[Listed], *, led: bool = False) -> Iterator[str]:
    """The parts of a sentence with each list of places as one sign, without what stands in brackets.

    `led`: the last list is the title over the sentence, and opens each part that no other place does something in.
    """
    made, at = "", 0
    sentence = _PRIVATE.sub(" ", sentence)  # a sign that a font has for itself stands for no list
    for i, group in enumerate(groups[: len(groups) - led]):
        made += sentence[at : group.start] + chr(_BASE + i)
        at = group.end
    for segment in re.split("[；。]", _ASIDE.sub("", made + sentence[at:])):
        kept = "，".join(_BLANK if _GONE.search(clause) else clause for clause in segment.split("，"))
        titled = led and _OF_TITLE.match(kept) is not None and not _WHO.search(kept)
        yield chr(_BASE + len(groups) - 1) + "：" + kept if titled else kept


_Given = tuple[Iterable[PlaceName], tuple[str, ...], str | None]


def _given(segment: str, groups: Sequence[Listed], titled: tuple[str, ...], laid: tuple[str, ...]) -> Iterator[_Given]:
    """Each list of places in a segment that is given industries, or said to lie in a district.

    `laid`: the industries of the belt or zone that the title is, which the places with a role in it have.
    """
    focus: tuple[str, ...] = ()
    spread: tuple[str, ...] = ()
    done: set[str] = set()

    def of(sign: str) -> list[PlaceName]:
        return groups[ord(sign) - _BASE].places

    def grown(run: str) -> tuple[str, ...]:
        built = (own for m in _BUILT.finditer(run) for p in of(m["what"]) for own in _own(p))
        return tuple(dict.fromkeys((*_grown(run), *built)))

    def lying(who: str) -> tuple[str, ...]:
        return laid if all(p.type in ("district", "town") and not p.name.endswith("新区") for p in of(who)) else ()

    unknown: list[tuple[str, tuple[str, ...]]] = []
    for who, run in _subjects(segment):
        seats = [*_SEATED.finditer(run)]
        if _IN_ORDER.match(run):
            yield from ((places, own, None) for places, own in _in_order(of(who), run, grown(run)))
            continue
        own = grown(run) or _mainly(run, of(who)) or (lying(who) if seats or _AT.search(run) else ())
        yield of(who), own, None
        for m in seats:
            yield of(m["who"]), (own or lying(m["who"])) if m["seat"] or m["by"] else (), _one(of(who))
            done.add(m["who"])
        unknown += [(who, plain(m["what"])) for m in _RAISES.finditer(run)] if not own else []
        focus = own or focus
    yield from ((of(who), items, None) for who, items in (unknown if focus else ()))
    waiting: list[str] = []  # 以甲区为核心区，以乙县为配套区，发展…: both
    for m in _AT.finditer(segment):
        run = _up_to_next(segment, m.end())
        waiting = [*waiting, m["who"]] if m["who"] not in done else []
        own = _located(segment, m, grown(run), focus or titled) if waiting else ()
        own = own or (lying(m["who"]) if m["role"] or m["lead"] in ("依托", "立足") else ())
        if own:
            yield from ((of(who), own, None) for who in waiting)
            focus = spread = own
        if own or run.strip("，") or not m["role"]:
            waiting = []
    for m in _NOUN.finditer(segment):
        if not any(map(own_industries, of(m["who"]))) and (own := _of_noun(segment, m, focus or titled)):
            yield of(m["who"]), own, None
            focus = spread = own
    yield from ((of(sign), items, None) for sign, items in _said_to_be(segment))
    for m in _SPREAD.finditer(segment) if spread else ():
        yield of(m["who"]), spread, None


def _said_to_be(segment: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each list that a clause says to be the heart of something, on trial, to serve or to be a class of counties."""
    for m in _AROUND.finditer(segment):
        yield from ((sign, sectors(m["what"])) for sign in re.findall(_P, m[0]))
    for m in _TRIAL.finditer(segment):
        yield m["who"], (m["what"],)
    for m in (*_SERVES.finditer(segment), *_CLASSED.finditer(segment)):
        yield m["who"], sectors(m["what"])


# 东桥区、西浦区分别发展会展、康养; 分别以会展、康养为特色
_IN_ORDER = re.compile(f"，?{_HOW}(?<=分别)")
_ORDERED_AS = re.compile("分别以(?P<list>[^，；]{2,40}?)为(?:特色|主|主导|重点|龙头|支柱)")


def _in_order(
    places: Sequence[PlaceName], run: str, grown: tuple[str, ...]
) -> Iterator[tuple[list[PlaceName], tuple[str, ...]]]:
    """Each place with its own industry of a list in their order; none where they are not as many."""
    told = _ORDERED_AS.search(run)
    own = industries(told["list"]) if told else grown
    if len(own) == len(places):
        yield from (([p], (item,)) for p, item in zip(places, own, strict=True))


def _subjects(segment: str) -> Iterator[tuple[str, str]]:
    """Each list that does something, with the words up to the next."""
    led = _LEADS.match(segment)
    for m in [led] if led else _WHO.finditer(segment):
        if m[0][0] == "、" and not re.search(_GROW, segment[segment.rfind("，", 0, m.start()) + 1 : m.start()]):
            continue  # 依托长桥、白石镇发展…: a list of seats
        after = next((n for n in _NEXT.finditer(segment, m.end()) if _parts(segment, n, m.end())), None)
        other = STRANGER.search(segment, m.end(), after.start() if after else len(segment))
        stop = other or after
        yield m["who"] or m["over"], segment[m.end() : stop.start() if stop else len(segment)]


# 白石港区以集装箱、滚装为主, 承接散杂货转移: what a port handles need not be known
_MAINLY = re.compile(
    rf"{_HOW}(?:以(?P<list>[^{_NOT}]{{2,30}}?、[^{_NOT}]{{2,30}}?)为(?:主|主导|特色|主业)|承接(?P<moved>[^{_NOT}]{{2,20}}?)转移)(?=[，；]|$)"
)


def _mainly(run: str, who: Sequence[PlaceName]) -> tuple[str, ...]:
    m = _MAINLY.match(run) if all(p.type not in ("district", "town") for p in who) else None
    said = (m["list"] or m["moved"]) if m else ""
    ports = all(p.name.endswith(("港", "港区", "码头")) for p in who)  # 集装箱, 滚装
    return industries(said) if said and (ports or sectors(said)) and not _NO_CARGO.search(said) else ()


_NO_CARGO = re.compile("人口|劳动力|事项|项目|功能|机构|企业")


def _parts(segment: str, after: re.Match[str], start: int) -> bool:
    """Whether another begins to do something there: behind a comma, or in a list whose last did so."""
    return after[0][0] != "、" or re.search(_GROW, segment[start : after.start()]) is not None


def _own(place: PlaceName) -> tuple[str, ...]:
    """What a place is for that its kind alone names; one of a name of its own is no industry of where it lies."""
    return () if place.head or place.name.startswith("国家") else own_industries(place)


def _up_to_next(segment: str, start: int) -> str:
    """What stands behind places up to the clause of the next ones."""
    stops = (_NEXT.search(segment, start), _AT.search(segment, start))
    ends = [max(start, segment.rfind("，", start, m.end())) for m in stops if m]
    return segment[start : min(ends, default=len(segment))]


def _one(group: Sequence[PlaceName]) -> str | None:
    """The name of the district that a list is alone."""
    return group[0].name if len(group) == 1 and group[0].type == "district" else None


def _grown(run: str) -> tuple[str, ...]:
    """The industries in the objects of the verbs of a clause."""
    nouns = ((m, m["strong"] or m["round"]) for m in _VERB.finditer(run))
    given = (sectors(noun) if noun else _of_verb(m["verb"], m["what"]) for m, noun in nouns)
    return tuple(dict.fromkeys(item for items in given for item in items))


def _of_verb(verb: str, what: str) -> tuple[str, ...]:
    if what.startswith("“") or _NO_INDUSTRY.search(what):
        return ()
    if verb in ("试点", "开放"):
        return sectors(_TRIED.sub("", what))
    if re.fullmatch(_MAKE, verb) and not _SOWN.search(what):
        told = tuple(item for item in made_of(verb + what) if is_sector(item))
        return told or (_named_by(what) if _GROWS_THERE.search(what) else ())
    return sectors(_SOWN.sub("", what))


def _located(segment: str, m: re.Match[str], own: tuple[str, ...], titled: tuple[str, ...]) -> tuple[str, ...]:
    """The industries of places that something is laid out in: in their role, of the verb behind, or ahead of them."""
    role = m["role"] or ""
    grown = _GROWN.match(role + segment[m.end() :]) or _GROWN.match(role) or m.end() == len(segment)
    laid = (role and grown) or _LAID.search(m["lead"])
    own = own or (_topic(segment, m.start()) if role or laid else ())
    role = re.sub(f"(?:{_ROLES})$", "", role.removeprefix("为"))
    return own or sectors(role) or (titled if laid else ())


def _topic(segment: str, end: int) -> tuple[str, ...]:
    """The industry that a clause speaks of, ahead of its places: 油茶产业主要|布局在."""
    told = _TOPIC.sub("", segment[segment.rfind("，", 0, end) + 1 : end])
    return () if _NO_INDUSTRY.search(told) else sectors(told)


def _of_noun(segment: str, m: re.Match[str], titled: tuple[str, ...]) -> tuple[str, ...]:
    """The industry between places and the noun of what is made there, else that of the clause or the title."""
    if _NOUN_END.match(m["what"]) is None:
        return ()
    return _named_by(m["what"]) or _topic(segment, m.start()) or titled


def _named_by(what: str) -> tuple[str, ...]:
    """The industry before the noun of what is made: 石榴 of 石榴产区."""
    noun = _NOUN_END.match(what)
    return sectors(core_of(ungraded(noun["core"]))) if noun else ()
