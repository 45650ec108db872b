"""The proper noun at the head of a name of a place: a region, a brand, what lies along a river."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from guitu.extract.places.words.place_words import (
    HYPHENS,
    LETTERS,
    NUMBERED,
    OF_A_CLASS,
    PARTICLES,
    SIGNS,
    great_region,
    hyphened,
    is_ordinary,
    kind_word,
    kind_words,
    last_words,
    numbered_brand,
    ordinary_start,
    trade,
    type_of,
)
from guitu.extract.places.words.regions import Head, at_head
from guitu.extract.places.words.word_borders import RARE, is_common, is_proper, kinds, words
from guitu.ontology.alternation import alternation
from guitu.ontology.common_words import common_words
from guitu.ontology.districts import region
from guitu.ontology.topics import known_areas, place_words
from guitu.ontology.toponyms import LIKE, likeness


@lru_cache(maxsize=65536)
def proper_head(name: str, last: str, place: str | None) -> tuple[int, str | None] | None:
    """The length of the proper noun at the head and the district it tells, or None where the name has no such head."""
    head = _first_head(name, last, place)
    return _through(name, last, place, head) if head and _DASH.search(name, head[0]) else head


_DASH = re.compile("[-—~]")


def _through(name: str, last: str, place: str | None, head: tuple[int, str | None]) -> tuple[int, str | None]:
    """The head up to the last of names joined: 东桥—西浦|轴承产业带, which lies in neither."""
    at = max(m.end() for m in _DASH.finditer(name))
    after = at_head(name[at:], place)
    length = after.length if after else brand(name[at:], last) or sounding(name[at:], last)
    if not length or at + length > len(name) - len(last):
        return head
    alone = _DASH.match(name, head[0]) is not None
    return at + length, None if alone or after else head[1]


def _first_head(name: str, last: str, place: str | None) -> tuple[int, str | None] | None:
    of_a_class = OF_A_CLASS.match(name) is not None
    head = at_head(name, place) if not (of_a_class or great_region().fullmatch(name)) else None
    if head is not None:
        return _after_region(name, last, head, place)
    if m := great_region().match(name):
        return _after_great_region(name, last, m.end())
    if (unique := UNIQUE.match(name)) and not (ALONG.match(name) and type_of(last) == "belt"):
        return _after_unique(name, last, unique.end())
    if place and name[1:2] == "部" and sided().fullmatch(name):
        return 2, None
    if ALONG.match(name) and type_of(last) == "belt":
        return _along(name, last)
    m = LETTERS.match(name)
    length = m.end() if m else _of_nation(name, last)
    length = length or (
        0 if of_a_class or is_ordinary(name) else brand(name, last) or _of_land(name, last) or sounding(name, last)
    )
    return (length, None) if length else None


def _of_nation(name: str, last: str) -> int:
    """The length of 中国 and what follows it: 中国东海人力资源服务产业园, 中国—白石产业园; never 中国—白石自贸区."""
    if not name.startswith("中国"):
        return 0
    if HYPHENS.match(name):
        joint = hyphened().fullmatch(name) if last.endswith(("园", "园区", "合作区", "示范区")) else None
        return joint.end("head") if joint else 0
    inner = 0 if ordinary_start().match(name, 2) else brand(name[2:], last, common=True)
    return inner + 2 if inner else 0


# 白沙梁沙漠南缘防风固沙区, 青龙湖水库生态涵养区: what lies there, however long its name, and a side of it
_LAND = re.compile(
    "[一-龥]{1,6}?(?:沙漠|沙地|草原|戈壁|盆地|大峡谷|峡谷|河谷|流域|水库|半岛|山脉|林场|沙洲|高原|湿地|(?<=[一-龥]{2})[山湖河江岭岛湾])"
    "(?:[东西南北]缘|[东西南北]岸|[东西南北]麓|两岸|沿岸|沿线|上游|中游|下游|源头)?"
)
_NO_NOUNS = ("verb", "number", "particle")


def _of_land(name: str, last: str) -> int:
    """The length of a head that ends in a word of the land, before words of kind."""
    m = _LAND.match(name, 0, len(name) - len(last))
    rest = name[m.end() : len(name) - len(last)] if m else ""
    if m is None or not (kind_words().fullmatch(rest) or of_nouns(rest)):
        return 0
    head = words(m[0])
    plain = [part for part in head[:-1] if len(part) > 1]
    if PARTICLES.search(m[0]) or any(kind in _NO_NOUNS for kind in kinds(plain)):
        return 0
    return 0 if len(head) == 1 or any(kind_words().fullmatch(part) for part in plain) else m.end()


_SINGLE, _RUN = 2, 6  # signs of a proper noun which are no words by themselves


def sounding(name: str, last: str) -> int:
    """The length of a head that no word covers and whose signs are those of places, whatever stands behind it."""
    run = 0
    for part in words(name[: len(name) - len(last)]):
        if len(part) > 1 or part in _NUMBERS or run == _RUN:
            break
        run += 1
    if run < _SINGLE or name[0] in _NO_BEGINNING or likeness(name[:_SINGLE]) < LIKE or not SIGNS.fullmatch(name):
        return 0
    return 0 if PARTICLES.search(name, 0, run) or _JOINS.search(name, run, len(name) - len(last)) else run


_NUMBERS = "两三四五六七八九"
_JOINS = re.compile(f"[和与及在对将把从向由的{_NUMBERS}]")


# 高铁新城, 东部新城航运服务集聚区: of a jurisdiction there is one
UNIQUE = re.compile(
    "航空港(?=国家|省级|[一-龥]{2,8}园区)"
    "|(?:高铁|空港|临空|临港|[东西南北中]部|滨[江海湖河]|城[东西南北])新(?:城(?![市镇区化])|区)"
)


def _after_unique(name: str, last: str, end: int) -> tuple[int, str | None] | None:
    rest = name[end : len(name) - len(last)]
    if len(name) == end:
        return 2, None
    return (end, None) if len(name) > end + len(last) and (kind_words().fullmatch(rest) or of_nouns(rest)) else None


@cache
def sided() -> re.Pattern[str]:
    """东部商圈, 北部生态廊道: the one on that side of a jurisdiction."""
    return re.compile(rf"[东西南北中]部(?:{alternation(place_words()['sided'])})")


# 沿江绿色制造产业带, 中环文化创意带: of a jurisdiction there is one
ALONG = re.compile("(?:沿|环|滨)(?:[江河海湖黄淮边湾岛渤]|[一-龥]{1,2}[江河海湖湾山岛])|[内中外]环")


def _along(name: str, last: str) -> tuple[int, str | None] | None:
    """The length of what a belt runs along, before words of kind."""
    for length in (2, 3, 4):
        rest = name[length : len(name) - len(last)]
        if ALONG.fullmatch(name, 0, length) and (kind_words().fullmatch(rest) if rest else len(last) > 2):
            return length, None
    return None


def _after_great_region(name: str, last: str, end: int) -> tuple[int, str | None] | None:
    """长三角 and more; 珠三角地区及长江经济带 are two."""
    more = (
        last not in _OF_REGIONS
        and len(name) - end > len(last)
        and name[end] != "等"
        and not great_region().search(name, end)
    )
    rest = name[end : len(name) - len(last)]
    told = type_of(last) == "belt" and (kind_words().fullmatch(rest) or of_nouns(rest))  # 环渤海|石化产业带
    return (end if told else len(name) - len(last), None) if more else None


_BRANDS = "园谷城港"  # 云州会展城 is one, 云州休闲区 any
_OF_REGIONS = ("经济圈", "城市带", "集群", "产业集群", "生态圈")  # 长三角经济圈 is the region itself
_OF_CITIES = ("岛", "群岛")
# words of kind elsewhere
_VERBS = ("建设", "打造", "发展", "规划", "布局", "开发建设", "培育", "开展", "共建", "携手", "共同")


def _after_region(name: str, last: str, region: Head, place: str | None) -> tuple[int, str | None] | None:
    """A region and more: never 上海、…, 上海以…, 上海园区; 松江泗泾智谷 lies in 松江."""
    rest = name[region.length :]
    if not rest and region.district and not region.name.endswith(("新区", "园区", "开发区")):
        return None  # 张湾区 is a district, no bay
    if not rest and (last != "新区" or region.short):  # 苏州工业园区, 两江新区: known, but no district; 青岛 is a city
        return (len(name) - len(last), None) if len(name) > len(last) and last not in _OF_CITIES else None
    if rest.startswith(_VERBS):
        return None
    if (
        not rest
        or rest[0] in "、和及与等各全以在为将于把从由向对"
        or (
            (rest in place_words()["bare"] or (rest == last and last not in last_words() and last[-1] not in _BRANDS))
            and region.wide
            and not (rest == "片区" and region.short and region.name != place)
        )
    ):
        return None
    inner = region.short and not region.wide and len(rest) > len(last) and not kind_word().match(rest)
    within = (inner and rest[0] not in _WATERS) or bool(region.short and not region.wide and _SIDE.match(rest))
    river = inner and rest[0] in _WATERS and len(rest) > len(last) + 1
    return region.length + river, region.name if within and _may_hold(region.name, place) else region.district


_WATERS = "江河湖海湾"  # 赤水|河谷旅游带: along the river


def _may_hold(district: str, place: str | None) -> bool:
    """Whether a short name can be that of a district of this place, and none far away: 双江新区 elsewhere."""
    one = region(district)
    return place is None or one is None or one.parent is None or place in {above.name for above in one.around()}


_SIDE = re.compile("[东西南北中]部")  # 松江北部…集聚区


_INSIDE = re.compile("[中内外上下][旧老新各小型]")  # 更新中|旧工业区
_NO_BEGINNING = "入不含涉式类型级性化该各每某有无具按经即若除"


def _begins_ordinary(head: str) -> bool:
    """明确 of 明确衡复, which is no part of a proper noun; 人民 of 人民广场 is."""
    first, *more = words(head)
    known = common_words().get(first)
    ordinary = known is not None and known.kind != "name" and known.rarity < RARE and len(first) > 1
    return head[0] in _NO_BEGINNING or _INSIDE.match(head) is not None or (ordinary and bool(more))


def _topographic(head: str) -> bool:
    """棋盘山, 红花湖: an ordinary noun before a sign of the land, never 生态湖, 建设河."""
    first = words(head)[0]
    named = len(head) == len(first) + 1 and head[-1] in "山湖河江岭岛湾溪泉峡洲寨"
    return named and kinds([first])[0] == "noun" and not kind_words().fullmatch(first)


_COUNTS = re.compile("[一二两三四五六七八九十][大个](?!健)")  # 东桥、白石两大片区


def brand(name: str, last: str, *, common: bool = False, sure: bool = False) -> int:
    """The length of a proper noun that no registry has, before words of kind; 0 for none.

    `common`: also an ordinary word, behind 中国; `sure`: it needs no sign of a proper noun.
    """
    if type_of(last) != "town" and trade().match(name):
        return 0  # 杨梅产业园 is a kind, 杨梅小镇 a name
    if HYPHENS.match(name) and (whole := hyphened().fullmatch(name)):
        return whole.end("head")
    numbered = (NUMBERED.match(name) or numbered_brand().match(name)) is not None
    for length in (2, 3, 4):
        head, rest = name[:length], name[length:]
        if len(rest) < len(last) or not _can_be_split(name, length):
            return 0
        middle = rest[: len(rest) - len(last)]
        if kind_words().fullmatch(middle) or of_nouns(middle):
            if _begins_ordinary(head) and not numbered and not _topographic(head):
                return 0
            if is_common(head) and not numbered and not common:
                continue
            return length if sure or _is_proper(head, last) else 0
    return 0


def _can_be_split(name: str, length: int) -> bool:
    """Whether a head can end there: no count of places before or across it, no particle in it or behind it."""
    head = name[:length]
    counted = _COUNTS.match(name, length - 1) is not None
    return SIGNS.fullmatch(head) is not None and not (counted or PARTICLES.search(head) or name[length] in "和与及")


def _is_proper(head: str, last: str) -> bool:
    """Whether words before a last word look like a proper noun of a place, or can be any before this last word."""
    shown = likeness(head) >= 0 or last in place_words()["branded"] or is_proper(head)
    made = last not in last_words() and (last[-1] in _BRANDS or last.endswith("公园"))
    return shown or made or head in known_areas()


_PRODUCT = re.compile("(?P<does>[一-龥]{2})(?P<thing>设备|装备|机械|器材)")


def with_products(text: str) -> str:
    """Words in which what is named by what it does is the thing alone: 过滤设备 holds no verb.

    >>> with_products("过滤设备"), with_products("轴承设备")
    ('设备', '轴承设备')
    """
    return _PRODUCT.sub(lambda m: m["thing"] if kinds((m["does"],)) == ("verb",) else m[0], text)


def of_nouns(text: str) -> bool:
    """Whether words tell a kind, though no list of such has them: 视频文创, 影视动画."""
    parts = words(with_products(text))
    return bool(parts) and all(
        len(part) > 1 and (kind == "noun" or kind_words().fullmatch(part))
        for part, kind in zip(parts, kinds(parts), strict=True)
    )
