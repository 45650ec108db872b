"""Several numbers for several names or years: A、B分别达到…, 到2025年和2030年，…分别达到…, 新建A、B8、6所."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names import listed_names
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.ellipsis import SCALES, measured
from guitu.extract.figures.names.part_areas import is_part, is_place
from guitu.extract.figures.names.wholes import is_size
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement, Unread
from guitu.ontology.figure_words import any_of

_PLACE = "[一-鿿]{1,6}?[省市县区州旗镇乡]"
LIST_SIGNS = frozenset(["、", "和", "及", "与", "以及"])
_OWN_THINGS = re.compile("(?!以上|左右|以下|以内|[和及与、])[一-鿿]{2}")
_COMPARED_WITH = re.compile(r"(?:比|较)(?:20\d\d年|上年|“?十[一二三四五六]五”?)(?:[末底]|时期|期间|同期)?$")
_OF_WHAT = re.compile(r"(?:达到?|是|为|相当于)(?:[^，；。\d]{2,16}|(?:19|20)\d\d年[^，；。\d]{0,8})的$")
_CHANGES = "增长|提高|降低|下降|减少|增加|提升|压减|缩短|削减"
_FOR_ALL = re.compile(
    r"(?P<names>[^，：；。]*?)(?:分别|(?<![年人户亩月日地季])均|都)(?:要|应|须|将|能|累计|力争|需)*(?P<base>(?:[比较][^，；。]{2,10}?)?)(?:再|累计|(?P<yearly>年均))?"
    rf"(?:(?P<change>{_CHANGES})|(?P<level>(?:{_CHANGES})?(?:达到?了?|到|至|为|在|保持在|稳定在|维持在|控制在|实现|高于|低于|超过|突破)|(?<=[均都别]))?)$"
)
# 招生数、在校生数均达到全市总量的20%
_SHARE_EACH = re.compile(
    r"(?P<names>[^，：；。]*?)(?:分别|(?<![年人户亩月日地季])均|都)(?:要|应|须|将|力争)*(?:达到?|占到?|不低于|不少于|超过)了?(?P<whole>[^，；。、\d]{2,14})的$"
)
_HALF_EACH = re.compile(r"(?P<names>[^，：；。]*?)各占(?:比|总[^，：；。]{1,6}的)?$")  # 理论与实践培训时间各占一半
_REACHED = re.compile("(?:提高|增加|提升|下降|降低)?(?:达到?|到|至|为)")
_WHOLE = "(?:收入|支出|投资|产值|增加值|总额|[^和与、]率|[产销用]量)"
_BOTH = re.compile(  # 城镇居民收入和农民收入增长8%
    rf"(?P<names>[^，：；。、和与]{{2,20}}{_WHOLE}[和与][^，：；。、和与]{{2,20}}{_WHOLE})(?P<change>{_CHANGES})$"
)
# 亩均用水量、亩均化肥用量比2020年下降5%, 普及率、供水率达到90%: each name of the list is whole
_EACH_WHOLE = re.compile(
    rf"(?P<names>[^，：；。]*?[、和与及][^，：；。]*?)(?:要|应|须|将|力争|总体|努力)*(?P<base>(?:[比较](?:(?:19|20)\d\d年|上年|去年|“?十[一二三四五六]五”?)[末底]?)?)(?:再|累计|(?P<yearly>年均)|同比)?"
    rf"(?:(?P<change>{_CHANGES})|(?P<level>(?:{_CHANGES})?(?:达到?|到|至|保持在|稳定在|维持在|控制在|超过|突破|为)))$"
)
# 社区食堂和日间照料中心各12个; not 县和乡镇各建1个, whose things stand before
_EACH_HAS = re.compile(
    r"(?P<names>[^，：；。]*?[、和与及][^，：；。]*?)各(?:达到?|有|为|新建|建成|新增|改建|改造|增加)?"
    rf"(?:(?P<change>(?:年均|每年)?(?:{_CHANGES}))|(?P<level>))(?P<base>)(?P<yearly>)$"
)
# 每个镇建设敬老院和图书室各1座: not so many in all
_TO_EACH = re.compile("每(?!年)|各(?:[省市县区州旗镇乡村]|乡镇|街道|社区)")
_SHARED_OUT = re.compile("分别|各(?!类|种|项|级|地|方|界|行)")
_LEVEL = re.compile("(?:每个?|各)?(?:[一-鿿]{0,3}[省市县区州旗镇乡村]|乡镇|街道|社区|县城)")  # 县和乡镇各1个
_YEARLY = re.compile(rf"(?P<names>[^，：；。]*?)每年(?:力争|再|各|平均)*(?P<change>{_CHANGES})$")
_PLACE_ALONE = re.compile(
    "(?:其中)?(?:京津冀|长三角|珠三角|粤港澳|[东中西]部|东北|城[市镇区]|农村|[一-鿿]{1,8}(?:[省市县区州旗镇乡村]|地区|区域|流域))(?:地区)?"
)
_MEASURE_OF_WHOLE = re.compile(
    r"(?<=[省市县区国州镇])(?:(?!.*[省市县区国州镇])[一-鿿A-Za-z0-9.]{0,12}?(?:浓度|[一-鿿]{2}率|收入|产值|增加值|产量|[一-鿿]额|投资|人口|比重|占比|比例|里程|面积))(?:[较比][^，；。]{2,10})?$"
)
_OF_PLACE = re.compile(f"(?P<place>{_PLACE})(?P<measure>[一-鿿]{{2,12}})")
_PLACES = re.compile(
    "(?:[一-鿿]{1,8}?[省市县区州旗镇乡][、和与])+[一-鿿]{1,8}?[省市县区州旗镇乡](?![一-鿿]{0,4}[、和与])"
)
_ENDS_IN_NUMBER = re.compile(r"\d[^，；。的县区]{0,6}$")
_OWN_CHANGE = re.compile(rf"({_CHANGES})(?![到至])$")  # of a later number: 分别增加5天、下降3%
_SERVES = re.compile(f"(?:累计|共)?(?P<verb>{any_of('spread', 'kept', 'build')}|受益)了?")
_SIGN_AT_END = re.compile("(?:[、和及与，]|以及)$")
_LONGEST_SERVED = 14  # characters of those whom something reaches
_LOOK_BACK = 90  # characters before a number in which its subject stands


def by_year(
    text: str, start: int, inside: list[Quantity], carry: Carry, years: tuple[int, ...]
) -> list[Statement | Unread]:
    """One measure in several years: 到2025年和2030年，覆盖率分别达到60%和80%; empty where it is another list."""
    inside = inside[-len(years) :]
    gaps = {text[a.trail : b.lead] for a, b in pairwise(inside)}
    if len(inside) != len(years) or not gaps <= LIST_SIGNS:
        return []
    head = text[max(start, inside[0].lead - _LOOK_BACK) : inside[0].lead]
    name = measured(head.replace("分别", ""), carry, inside[-1].unit)
    if len(name) < 2 or "、" in name:
        return []
    carry.last = name
    return [
        Statement(name, as_listed(q, inside), start, inside[-1].trail, head, year=year)
        for q, year in zip(inside, years, strict=True)
    ]


def same_for_all(head: str, q: Quantity, start: int, carry: Carry) -> list[Statement]:
    """One number for each name of a list: 化肥、农药使用量均下降6%; empty for another clause."""
    half = _HALF_EACH.search(head) if q.kind == "ratio" else None
    yearly = _YEARLY.search(head) if "每年" in head else None
    share = _SHARE_EACH.search(head) if q.kind == "ratio" and head.endswith("的") else None
    found = share or half or yearly or _FOR_ALL.search(head) or (_BOTH.search(head) if q.kind == "ratio" else None)
    if found is None and "各" in head and (has := _EACH_HAS.search(head)) and not _TO_EACH.search(has["names"]):
        found = has
    if found is None and q.kind == "ratio" and (whole := _EACH_WHOLE.search(head)):
        found = whole if listed_names.each_whole(names.subject(whole["names"]), rates=not whole["change"]) else None
    if found is None:
        return []
    subjects = names.subject(found["names"])
    base = _COMPARED_WITH.search(subjects)
    listed = subjects[: base.start()] if base else subjects
    parts = listed_names.all_of(listed)
    if len(parts) < 2 and q.kind in ("counter", "measure") and _SHARED_OUT.search(head) and "等" not in listed:
        parts = listed_names.each_of(names.without_doing(listed))  # 企业、项目分别达到200个以上
        kept = next((verb for verb in names.KEPT if listed.startswith(verb)), "")  # 新增学位和床位各200个
        of_places = _parts_of_counted(parts, q, carry)
        parts = of_places or ([] if any(map(_LEVEL.fullmatch, parts)) else [kept + name for name in parts])
    based = found["base"] + (found["yearly"] or "") if found.re in (_FOR_ALL, _EACH_WHOLE) else ""
    change = "占比" if half else f"占{share['whole']}" if share else based + (found["change"] or "")
    compared = (base[0] if base else "") + change
    if not subjects:
        parts = list(carry.names) or _doers(carry.before)
    if len(parts) < 2:
        return []
    made = [names.tidy(name) + compared for name in parts]
    carry.names = tuple(map(names.tidy, parts))
    carry.base = carry.last = made[-1]
    return [Statement(name, q, start, q.trail, head) for name in made]


def _parts_of_counted(parts: list[str], q: Quantity, carry: Carry) -> list[str]:
    """Places that share out what was counted before: 西县和北县各1座 of 新建水厂5座，其中东县3座; empty for others."""
    whole = carry.whole or carry.last
    told = carry.unit == q.unit and len(parts) > 1 and all(is_part(name, whole, q.unit) for name in parts)
    return [name + whole for name in parts] if told and carry.whole else []


# 东桥区、西川区设立区级基金: who, and what each does
_DOERS = re.compile(
    f"(?P<who>(?:{_PLACE}[、和与])+{_PLACE})(?:各自?|分别)?(?P<deed>(?:设立|组建|建立|安排|建设|新建|打造)[^，；。：、\\d]{{2,16}})，?"
)


def _doers(clause: str) -> list[str]:
    """Each of the places that do something by a clause, with what it does.

    >>> _doers("东桥区、西川区设立区级基金，"), _doers("设立区级基金，")
    (['东桥区设立区级基金', '西川区设立区级基金'], [])
    """
    found = _DOERS.fullmatch(clause)
    return [who + found["deed"] for who in re.split("[、和与]", found["who"])] if found else []


def is_row(text: str, inside: list[Quantity]) -> bool:
    """Whether the numbers of a clause stand in one row that shares its last unit: 8、6、4所."""
    if len(inside) < 2 or inside[-1].kind is None or {q.unit for q in inside} - {"", inside[-1].unit}:
        return False
    return {text[a.trail : b.lead] for a, b in pairwise(inside)} <= LIST_SIGNS


# 单位产值用水量和单位面积用水量降幅不低于18%和12%: two measures that end alike
_ALIKE = re.compile(
    r"^(?P<one>[^，、和与及\d]{2,16}(?P<measure>[率量额耗度]|比重|比例|收入|投资|面积|产值))[和与及](?P<other>[^，、和与及\d]{4,16}(?P=measure))"
    r"(?P<said>(?:[较比](?:(?:19|20)\d\d年|上年|“?十[一二三四五六]五”?)[末底]?)?(?:降幅|增幅|增速)?)$"
)


_CHANGED = re.compile(rf"(?:[、，])?(?P<change>(?:同比|环比|年均|累计|[比较]上年(?:同期)?)(?:{_CHANGES}))")


def row_names(text: str, start: int, inside: list[Quantity]) -> list[str]:
    """As many names as the row has numbers: 新建学校、医院、书店8、6、4所; 城乡居民收入5万元、3万元."""
    before = text[max(start, inside[0].lead - 4 * _LOOK_BACK) : inside[0].lead]
    if len(inside) == 2 and (alike := _ALIKE.search(names.subject(before))):
        return [alike["one"] + alike["said"], alike["other"] + alike["said"]]
    listed = "、" in before or listed_names.is_of_two(before) or listed_names.rates_of_one(names.subject(before))
    return listed_names.split_list(names.subject(before), len(inside)) if listed else []


def grown(text: str, start: int, inside: list[Quantity], carry: Carry) -> list[str]:
    """The last indicators, as many as the row has numbers, that a clause tells only the changes of: 同比增长5%、4%."""
    change = _CHANGED.fullmatch(text, start, inside[0].lead) if inside[-1].kind == "ratio" else None
    if change is None or len(carry.said) < len(inside):
        return []
    return [name + change["change"] for name in carry.said[-len(inside) :]]


def each(
    parts: list[str], inside: list[Quantity], before: tuple[int, int], text: str, carry: Carry
) -> Iterator[Statement]:
    """Each name with its number."""
    for name, q in zip(parts, inside, strict=True):
        full = names.tidy(name)
        yield Statement(full, as_listed(q, inside), before[0], inside[-1].trail, text[slice(*before)])
        carry.base = carry.last = full
    carry.names = tuple(map(names.tidy, parts))


def as_listed(q: Quantity, listed: list[Quantity]) -> Quantity:
    """A number of a list: the unit of the last one holds for all, and the sign of the first or the last."""
    first, last = listed[0], listed[-1]
    alike = q.unit in ("", last.unit) or last.unit == q.unit + "百分点"  # 1.5个、2个百分点
    shared = q._replace(unit=last.unit, kind=last.kind) if alike else q
    if q.compared or not (alike or q.kind == last.kind):
        return shared
    return shared._replace(comparator=last.comparator if last.trail > last.end else first.comparator)


def counts_after(text: str, listed: list[Quantity]) -> bool:
    """Whether each number behind 分别 has its own things: 分别惠及2万名学生和3万名教师."""
    return all(q.kind == "counter" and _OWN_THINGS.match(text, q.trail) for q in listed)


def served(text: str, before: tuple[int, int], inside: list[Quantity], end: int, carry: Carry) -> list[Statement]:
    """Each of several things with those whom it reaches: 甲补贴和乙津贴分别惠及2万名学生和3万名教师; empty for others.

    `end`: of the clause.
    """
    start, apart = before
    verb = _SERVES.fullmatch(text, apart + 2, inside[0].lead)
    if verb is None:
        return []
    subjects = names.subject(text[max(start, apart - 4 * _LOOK_BACK) : apart])
    parts = listed_names.split_list(subjects or names.without_doing(names.tidy(carry.before)), len(inside))
    stops = [b.lead for b in inside[1:]] + [end]
    who = [_SIGN_AT_END.sub("", text[q.trail : stop]) for q, stop in zip(inside, stops, strict=True)]
    if not parts or not all(1 < len(noun) <= _LONGEST_SERVED for noun in who):
        return []
    said = verb["verb"] if verb["verb"] in names.KEPT or verb["verb"] == "受益" else ""
    made = []
    for name, noun, q in zip(map(names.tidy, parts), who, inside, strict=True):
        full = name.removesuffix("制度") + said + noun
        made.append(Statement(full, q, start, q.trail + len(noun), text[start:apart]))
        carry.base = carry.last = full
    return made


def _named_here(subjects: str, carry: Carry, count: int, changes: bool) -> list[str]:
    """The names that the clause lists, or that the clause before lists for its measure; empty where none fit."""
    base = _COMPARED_WITH.search(subjects)  # 甲、乙减排量较2020年分别完成: the base says nothing of a level
    parts = listed_names.split_list(subjects[: base.start()] if base else subjects, count)
    if parts and base and changes:
        return [name + base[0] for name in parts]  # 甲、乙排放量比2020年分别下降
    if not parts and subjects:  # 甲、乙两类地区，覆盖率分别达到X和Y
        return [p + subjects for p in _holders(names.tidy(carry.before), count)]
    return parts


def _holders(before: str, count: int) -> list[str]:
    """Whose the numbers are by the clause before; one with a number of its own lists places, or measures of its own."""
    if not _ENDS_IN_NUMBER.search(before):
        return listed_names.split_list(before, count)
    places = _PLACES.match(before)
    return listed_names.split_list(places[0], count) if places else []


def _named_before(subjects: str, behind: str, carry: Carry, inside: list[Quantity]) -> list[str]:
    """The last indicators of the sentence, as many as there are numbers, with what is said of them behind 分别."""
    if not subjects and not carry.said and len(carry.earlier) == len(inside) and _REACHED.match(behind):
        return list(carry.earlier)  # 6月底甲率达到60%，乙率达到50%；12月底分别达到80%和70%
    if len(carry.said) < len(inside):
        return []
    last = carry.said[-len(inside) :]
    if re.match(r"^(?:其)?占", behind) or (not subjects and _OF_WHAT.match(behind)):
        return [name + behind.rstrip("的") for name in last]  # 甲3亿元，乙2亿元，分别占总额的60%、40%
    if subjects and is_size(subjects):
        return [names.without_doing(name) + subjects for name in last]  # 新增甲路5公里、乙路6公里，总里程分别达
    if len(carry.names) != len(inside) and names.ELIDED.match(subjects or behind):
        return [name + subjects for name in last]  # 甲3亿元，乙2亿元，年均分别增长5%、4%
    return []


def _of_the_whole(parts: list[str], change: str, carry: Carry) -> str:
    """The measure of places named alone, as of the whole before: 全市浓度下降5%，东区、西区分别下降6%、4%."""
    if not carry.last.endswith(change) or not all(map(_PLACE_ALONE.fullmatch, parts)):
        return ""
    measured = _MEASURE_OF_WHOLE.search(carry.last.removesuffix(change))
    return measured[0] if measured else ""


# 5个省重点项目、6个市重点项目分别完成投资3亿元、2亿元
_SPENDS = re.compile("(?:累计|已)?(?:完成|实现)(?:投资|产值|税收|收入)额?")
_COUNT_AHEAD = re.compile(r"^\d{1,5}[个家项]")


def _share(name: str, behind: str) -> str:
    """占年度计划 behind 分别, where the name does not say it yet."""
    said = behind.rstrip("的")
    return said if said.startswith("占") and not name.endswith(said) else ""


def paired(text: str, before: tuple[int, int], inside: list[Quantity], carry: Carry) -> Iterator[Statement | Unread]:
    """A和B分别达到X和Y: each name with its number; the sign and the unit of the last number hold for all."""
    start, apart = before
    change = re.match(
        rf"分别(?:[^，：；。\d]{{0,10}}?)((?:累计|年均)?(?:{_CHANGES}|压缩|下调|上升))(?![到至])",
        text[apart : inside[0].lead],
    )
    last = inside[-1]
    subjects = names.subject(text[max(start, apart - 4 * _LOOK_BACK) : apart])
    yearly = "年均" if change and subjects.endswith("年均") else ""  # 甲、乙年均分别增长
    subjects = subjects.removesuffix("年均") if yearly else subjects
    behind = text[apart + 2 : inside[0].lead]
    parts = _named_here(subjects, carry, len(inside), bool(change)) or _named_before(subjects, behind, carry, inside)
    again = not parts and len(carry.names) == len(inside) and (not subjects or names.ELIDED.match(subjects))
    if again:  # …分别达到X和Y，年均分别增长…
        parts = [name + subjects for name in carry.names]
    if not parts:
        yield Unread("并列的名称与数值对不上", apart, last.trail)
        return
    spends = _SPENDS.fullmatch(behind)
    spent = spends[0] if spends else ""
    parts = [_COUNT_AHEAD.sub("", name) for name in parts] if spends else parts
    of = _of_the_whole(parts, change[1], carry) if change else ""
    own = [_OWN_CHANGE.search(text[a.trail : b.lead]) or change for a, b in pairwise(inside)]
    for name, q, changed in zip(parts, inside, [change, *own], strict=True):
        times = behind.rstrip("的") if q.unit.endswith("倍") and _OF_WHAT.match(behind) and name in subjects else ""
        full = names.tidy(name) + of + (yearly + changed[1] if changed else times or spent or _share(name, behind))
        full = carry.topic + full if names.BARE_MEASURE.match(full) else full
        yield Statement(full, as_listed(q, inside), start, last.trail, text[start:apart])
        carry.base = carry.last = full
    if measure := _measure_of_places(parts):
        carry.last, carry.unit = measure, last.unit.lstrip(SCALES) or last.unit
    carry.names = tuple(carry.names if again else map(names.tidy, parts))


def _measure_of_places(told: list[str]) -> str:
    """The one measure that several places are told of, which the next place then has too; "" for others.

    >>> _measure_of_places(["东桥县生猪存栏", "西川县生猪存栏"]), _measure_of_places(["水稻产量", "小麦产量"])
    ('生猪存栏', '')
    """
    found = [_OF_PLACE.fullmatch(name) for name in told]
    measures = {one["measure"] if one and is_place(one["place"]) else "" for one in found}
    return measures.pop() if len(measures) == 1 else ""
