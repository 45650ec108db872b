"""The industries that the words around a place give it: 重点发展…, 依托东桥商务区，建设…, 以…为特色，打造…."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.focus.place_focus import industries, is_kind_only, known_industries, topic, ungraded
from guitu.extract.places.names.place_names import PlaceName
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words


@cache
def _verbs() -> re.Pattern[str]:
    """重点发展甲、乙和丙; 以甲为主导产业; 主导产业为甲."""
    verbs = alternation(place_words()["focus"])
    return re.compile(
        rf"(?:{verbs})(?P<list>[^，。；：]{{2,90}})|(?<=[，：])(?:发展|壮大|做大)(?P<plain>[^，。；：]{{2,60}})"
        rf"|以(?P<chief>[^，。；]{{2,40}}?)为(?:主导|重点|核心产业|特色|支柱|优势产业|主业|主攻方向|主打)"
        rf"|以(?P<main>[^，。；]{{2,40}}?)(?:为主(?=[，。；的]|$)|见长)"
    )


# 重点发展甲、乙等大健康产业，丙、丁等新兴制造业: the list goes on with its verb left out
_SUMMED = re.compile(r"等[^，。；：、等]{2,10}(?:业|产业)$")
_NEXT_SUMMED = re.compile(r"，(?P<list>[^，。；：]{2,60}等[^，。；：、等]{2,10}业)(?=[，。；]|$)")
_MOST_SUMMED = 6


def _going_on(sentence: str, items: str, end: int) -> str:
    """A list with the summed up lists that follow it."""
    for _ in range(_MOST_SUMMED):
        m = _NEXT_SUMMED.match(sentence, end) if _SUMMED.search(items[-14:]) else None
        if m is None:
            break
        items, end = f"{items}、{m['list']}", m.end()
    return items


def _of_parts(items: str) -> tuple[str, ...]:
    """The items of a list of lists, each with its own summing word."""
    parts = re.split(r"(?<=业)、", items) if "等" in items else [items]
    return tuple(dict.fromkeys(item for part in parts for item in industries(part)))


_OF_SITES = re.compile("等(?:重点|重要|关键|主要)*(?:区域|地区|地块|路段|节点|街区|场所|部位|点位)")


# 聚焦“科技引领、产业集聚”主线: a motto, no list
_MOTTO = re.compile("“[^“”]*”(?:的?(?:总体)?(?:主线|主题|理念|目标|思路|战略|要求|路径|方针|原则|格局|布局|愿景|定位))")


# 推动氢能、低空经济等优势产业集聚
_URGED_ON = re.compile(
    r"(?:推动|促进)(?P<list>(?:(?!发展|培育)[^，。；：]){4,60}?)等(?:优势|特色|主导|支柱|重点|新兴)产业(?:合理布局|集聚|发展|做大|壮大|升级)"
)


def listed(sentence: str, start: int, end: int) -> list[tuple[int, tuple[str, ...]]]:
    """Each list of industries between two offsets: where its verb stands, and its items."""
    found = [
        (m.start(), items)
        for m in _verbs().finditer(sentence, start, end)
        if not (m["list"] and (_OF_SITES.search(m["list"]) or _MOTTO.match(m["list"])))
        and (
            items := _of_parts(_going_on(sentence, m["list"], m.end()))
            if m["list"]
            else industries(m["chief"] or _if_known(m["plain"] or m["main"]))
        )
    ]
    for m in _URGED_ON.finditer(sentence, start, end) if "产业" in sentence and "等" in sentence else ():
        if items := known_industries(m["list"]):
            found.append((m.start(), items))
    return found


def _if_known(text: str | None) -> str:
    """A list that names a known industry; after a plain 发展 others are no industries."""
    return text if text and topic().search(text) else ""


# 云谷新城智能传感器和精准医疗产业、
_BEHIND = re.compile(r"(?P<list>[^，。；、的在以]{2,28}?)产业(?=[、，。；等]|$)")
# 支持白石高新区发展新材料
_DEVELOPS = re.compile(
    r"(?:加快|大力|积极|优先)?发展(?P<list>(?:(?!、[一-龥]{1,5}[区县市旗镇乡](?:重点|大力|积极|着力)?发展)[^，。；：]){2,60})"
)
# 东桥片区围绕现代物流和临空制造，建设…
_CENTRED = re.compile(r"(?:围绕|突出)(?P<list>[^，。；：]{2,40}?)(?:主业|主题)?(?=，)")
# 白石高新区，是全市新材料产业发展的主体载体
_CARRIER = re.compile(
    r"[，\s]*(?:作为|是)(?:[我全本][市省县区]|[一-龥]{2}[市省县区])?(?P<list>[^，。；：的]{2,16}?)产业(?:发展)?的"
    r"(?:主体|核心|主要|重要|龙头|先导)?(?:载体|承载地|承载区|集聚区|核心区|主阵地|基地|高地)"
)
# 依托东桥商务区，建设跨境电商体验平台
_HOSTS = re.compile(
    r"，(?:建设|打造|搭建|构建|建立)(?P<list>[^，。；：、的]{4,20}?)(?:创新|公共|综合|服务|合作)*(?:平台|中心)(?=[，。；]|$)"
)
_URGED = re.compile(r"(?:支持|推动|鼓励|引导)$")
# 建设东桥新城航运服务核心区: what the place is made for, where that makes no name with it
_SERVING = re.compile(
    r"(?P<list>[^，。；：、的在以]{2,12}?)(?:产业)?(?:核心区|承载区|拓展区|先导区)(?=[，。；、]|建设|$)"
)
_MAKING = re.compile("(?:建设|打造|做强|提升|推进|推动)$")
# 在白石现代农业园建设花卉基地2000亩
_SITED = re.compile(
    r"(?:新建|建设|打造|布局|建成)(?:一批|高标准|优质|标准化)*(?P<list>[^，。；：、\d的]{2,10}?)(?:种植|生产|繁育|育苗)?基地(?=[，。；\d]|$)"
)
_ALLOTTED = re.compile(r"发展|布局|培育|打造|推动|支持")


def behind(sentence: str, place: PlaceName) -> tuple[str, ...]:
    """The industries directly behind a name in a list that a verb governs: 重点发展甲城A产业、乙城B产业."""
    if (m := _DEVELOPS.match(sentence, place.end)) and _URGED.search(sentence, max(0, place.start - 4), place.start):
        return industries(_if_known(m["list"]))
    if m := _CENTRED.match(sentence, place.end):
        return industries(_if_known(m["list"])) if "“" not in m["list"] else ()
    hosts = _HOSTS.match(sentence, place.end) if sentence.startswith("依托", max(0, place.start - 2)) else None
    making = _MAKING.search(sentence, max(0, place.start - 2), place.start)
    serving = _SERVING.match(sentence, place.end) if making else None
    if m := hosts or serving or _CARRIER.match(sentence, place.end):
        return known_industries(ungraded(m["list"]) if serving else m["list"])
    if (m := _SITED.match(sentence, place.end)) and sentence[place.start - 1 : place.start] == "在":
        return () if is_kind_only(m["list"]) else industries(m["list"])
    m = _BEHIND.match(sentence, place.end)
    told = _verbs().match(sentence, place.end) is not None  # 东桥区重点发展花卉产业: the verb has a list of its own
    if m is None or told or not _ALLOTTED.search(sentence, 0, place.start):
        return ()
    return industries(m["list"])


# 突出夜经济、近郊休闲，打造…; 以海洋文化、冰雪运动为特色，建设…
_AHEAD = re.compile(
    r"(?:突出|聚焦|围绕|重点发展)(?P<list>[^，。；]{4,60})，(?:着力|重点|高水平|高标准)?(?:打造|建设|构建|形成|建成)$"
    r"|以(?P<chief>[^，。；]{4,60}?)为(?:主要|鲜明|主导)?(?:特色|主题|主线)，(?:着力|重点|高水平|高标准)?(?:打造|建设|构建|形成|建成)$"
)
_AHEAD_BACK = 80


def ahead(sentence: str, place: PlaceName) -> tuple[str, ...]:
    """The industries listed before the verb that makes a place: 突出夜经济、近郊休闲，打造…旅游圈."""
    m = _AHEAD.search(sentence, max(0, place.start - _AHEAD_BACK), place.start)
    return industries(_if_known(m["list"] or m["chief"])) if m else ()
