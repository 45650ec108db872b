"""What looks like the name of a place and is none: an agency, a role, a route, a number of a kind, a title sought."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.words.place_words import great_region, kind_words
from guitu.extract.places.words.regions import at_head
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words

_COUNTED = re.compile(r"\d(?:家|个|处|座|所)$")  # 培育1家云州市护理培训基地: a number of a kind
_ACRES = re.compile(r"(?:面积)?(?:达到?)?\d[\d.]*万?(?:亩|公顷)")
_LENGTH = re.compile(r"\d[\d.]*万?(?:公里|千米|米)")
# 大湾区蔬菜供给基地: what a place is to a great region, no name; 半小时经济圈: how far
# one goes; 东桥都市圈: a region
_ROLE = re.compile(
    "(?:供给|供应|保供|输出|配套|承接)基地$|流域生态(?:安全)?屏障$|(?:都市|城市|生活|生态)圈$|(?:生活|居住)区$"
    "|(?:区域|省域|市域)(?:性)?副?中心$|产业集群$"
    "|小时[一-龥]{0,4}圈$"
    "|(?:免税|购物)城(?:[一二三四五]期)?$"  # a shop
    "|[一-龥]港口岸$"  # what a port is to the customs
)
_ROUTE = re.compile("^[一-龥]{2,6}至(?!善|诚)[一-龥]{2}")
# 东桥至白石岛公路: the end of a road
_OF_ROUTE = re.compile("[^，；。]{0,30}?(?:公路|铁路|高速|航线|航道|隧道|大桥|段)")
# 教育局高新园: cells run together; 云州海关驻综合保税区: an office
_LINKED = re.compile("[—－~-]{1,2}[^，。；、]{2,20}(?:联络[道线]|连接[道线])")  # 白石综保区—云州南站联络道
_OFFICE = re.compile("(?:(?<!布)局|委员会|办事处|政府)(?=[一-龥]{2})|(?<=[一-龥])驻(?!马店)")
# 云湖自然体验和国家公园: two in one
_JOINED = re.compile("[一-龥]{4,}[和与及][一-龥]{0,2}公园$")
_ROAD = re.compile(r"[A-Z]\d{1,3}[一-龥]{0,2}$")  # G77环岛|高速
_OF_ROAD = re.compile("[线段]{0,2}(?:高速|公路|国道|省道|快速路)")
_ABROAD = re.compile("(?:国际|跨[境国])[一-鿿]*走廊$")  # between countries
_SEVERAL = re.compile(r"[一-龥]{2}(?:\d{1,2}|[二两三四五六七八九十])[个大](?!健)")  # 青岚县2个集聚区
_OF_AGENCY = re.compile(
    "(?:(?:外国语|实验|中心|人民|附属|中医|职业技术|职业|中等|专业|第[一二三四五六七八九十]+)*(?:学校|中学|小学|医院|幼儿园))|管委|管理委员会|管理局|党工委|工委|集团|公司|股份|人民政府|法院|检察院|大学|学院|分局|支队|博物馆|纪念馆|博物院|陈列馆|展览馆"
)


# 东桥、白石片区: where they lie, told over a list; 东桥片区、白石片区 are two
_AREA = re.compile("[一-龥]{2,5}(?<!新)片区")
_LISTED_AREA = re.compile("[一-龥](?<![区城园镇])、$")
_AREA_BACK = 4


def _is_part_of_name(words: str, start: int, end: int, name: str) -> bool:
    """Whether it is part of the name of a body or a town, 青岚县新城|镇, or tells where the places of a list lie."""
    town = name.endswith("新城") and words.startswith("镇", end)
    return town or is_listed_area(words, start, name) or is_of_agency(words, end)


def is_listed_area(words: str, start: int, name: str) -> bool:
    """Whether 片区 tells where the places of a list lie: 东桥、白石片区.

    >>> is_listed_area("东桥、白石片区", 3, "白石片区"), is_listed_area("东桥片区、白石片区", 5, "白石片区")
    (True, False)
    """
    listed = _AREA.fullmatch(name) and _LISTED_AREA.search(words, max(0, start - _AREA_BACK), start)
    return listed is not None


def is_of_agency(words: str, end: int) -> bool:
    """Whether the words behind a name are those of a body that bears it: 白石湖自然保护区|管理局."""
    return _OF_AGENCY.match(words, end) is not None


# where trains are made up: 中欧班列云州集结中心, never 人才集结中心
_OF_TRAINS = re.compile("班列[^，。；、]{0,10}集结中心$")

# 落实云港经济特区水资源管理规定: a part of the name of a document
_OF_PAPER = re.compile("[一-龥]{0,16}?(?:规划|条例|办法|规定|方案|细则|(?<![方办])法)(?=[，。；、和与及]|要求|$)")
_OBEYED = re.compile("(?:落实|根据|依据|按照|执行|依照|遵守|遵照|符合|衔接|对接|贯彻|修订|印发)[^，。；：]{0,50}$")


def is_none(words: str, start: int, end: int, name: str) -> bool:
    """Whether what reads like a name of a place in a passage, [start, end), is something else.

    >>> is_none("东桥至白石岛公路", 3, 6, "白石岛"), is_none("白石岛公路", 0, 3, "白石岛")
    (True, False)
    """
    if _is_part_of_name(words, start, end, name) or _COUNTED.search(words, max(0, start - 3), start):
        return True
    joined = name.endswith("公园") and _JOINED.search(name)
    if joined or _is_measured(words, end, name) or _is_cut_out(words, start, name):
        return True
    if "A" <= name[0] <= "Z" and _ROAD.match(name) and _OF_ROAD.match(words, end):
        return True
    if _LINKED.match(words, end) or (words[start - 1 : start] in ("至", "到") and _OF_ROUTE.match(words, end)):
        return True
    if _OF_PAPER.match(words, end) and _OBEYED.search(words, max(0, start - 60), start):
        return True
    gathering = name.endswith("集结中心") and not _OF_TRAINS.search(words, max(0, start - 12), end)
    return gathering or any(odd.search(name) for odd in (_ABROAD, _ROLE, _OFFICE, _ROUTE, _SEVERAL))


# （下称市古城办）: a short name that is declared; 成渝地区|双城经济圈制造业基地: within the name of a great region
_DECLARED = re.compile("(?:下|简|统)称")
# 云州博物馆共建海丝研究基地: bodies that make it
MADE_BY = re.compile("(?:馆|院|校|学|公司|集团|研究所|协会|学会|局|委)(?:共建|联建|合建|合作|联合|共同|携手)[一-龥]{2}")
# 芦竹林修复示范区: what grows there and is restored, as any such
_RESTORED = re.compile("^[一-龥]{1,4}[林草藻礁床滩](?:生态)?(?:修复|恢复|种植|培育|抚育|营造)[一-龥]{0,4}区$")
# 白石港东作业区二期: a stage of works
_STAGE = re.compile("(?:作业区|邮轮港|母港|航道|码头|泊位)[一二三四五]期$")


def _is_cut_out(words: str, start: int, name: str) -> bool:
    """Whether words only seem to be a name because they are cut out of others."""
    if any(odd.search(name) for odd in (_DECLARED, _RESTORED, _STAGE)):
        return True
    if words[start - 1 : start] == "“" and _OF_BRAND.match(words, start + len(name)):
        return True
    near = great_region().finditer(words, max(0, start - _REGION_BACK), start + 1)
    return any(m.start() < start and _CIRCLES.match(words, m.end()) and start >= m.end() for m in near)


_OF_BRAND = re.compile("”(?:[一-龥]{0,4}品牌|商标)")  # 打响“云湖药谷”品牌
_REGION_BACK = 8
_CIRCLES = re.compile("(?:地区)?双城经济圈|都市圈|城市群")


def _is_measured(words: str, end: int, name: str) -> bool:
    """Whether so many kilometres or acres of a kind are meant: 新建绿水长廊300公里, 新建黄茶标准化基地5万亩."""
    grown = name.endswith("基地") and _ACRES.match(words, end) is not None
    told = grown or _LENGTH.match(words, end) is not None
    return told and at_head(name, None, unlisted=False) is None


# ---- titles that are sought, or that a place holds: 争创“国家网络园区”, 建成临江省示范区 ----

_SOUGHT_BACK = 12
_TITLES = ("国家", "全国", "省级", "市级", "世界", "国际")


@cache
def seeking() -> re.Pattern[str]:
    """A verb of seeking shortly before a name: 争创."""
    return re.compile(rf"(?:{alternation(place_words()['sought'])})[^，。；]{{0,8}}$")


def sought(words: str, start: int, name: str, place: str | None = None) -> bool:
    """A title that is sought or was won: 争创“国家网络园区”, 入选省级示范区.

    `place`: the jurisdiction of the document, which itself is made the 承载区 of a greater one.
    """
    if place and name.endswith(_PARTS) and _of_greater(words, start, name, place):
        return True
    if gains(name) or _BOUND.search(words, max(0, start - 2), start + 1):
        return True
    before = words[max(0, start - _SOUGHT_BACK) : start]
    if _is_given(words, start, name) or _ON_A_LIST.match(words, start + len(name)):
        return True
    if _OF_GRADE.search(before) or (_OF_STATE.search(name) and _SEEKING.search(before)):
        return True  # 创建市级云湖工业园, 争创云州国家物流枢纽
    if name.startswith(_TITLES):
        return seeking().search(before) is not None
    return before.endswith(_MADE_INTO) and at_head(name, None) is None


def gains(name: str) -> bool:
    """Whether words tell that a title is gained: 建设国家碳汇先行区."""
    return _GAINS.search(name) is not None


def _is_given(words: str, start: int, name: str) -> bool:
    """申建东桥、西浦国家植物园; 东桥国家植物园创建; 创建湖心岛国家4A级景区: what is given to a place."""
    back = max(0, start - _LISTED_BACK)
    if (_STATUS.search(name) or _GRADED.search(name)) and _WON.search(words, back, start):
        return True
    title = _TITLE.search(name) is not None
    return title and bool(_SOUGHT_LIST.search(words, back, start) or _SOUGHT_BEHIND.match(words, start + len(name)))


# 建成临江省乡村振兴示范县、临江省热区农业示范区: what a county is called, under the name of its province
_STATUS = re.compile(
    "^(?:[一-龥]{2,3}省|[一-龥]{2,5}自治区)(?!.*(?:开发区|新区)).*(?:示范区|试验区|先行区|先导区|样板区|引领区)$"
)
_OF_GRADE = re.compile("(?:创建|争创|创成|申报|申建|争取)(?:国家|省|市|区|县)级$")


def _of_greater(words: str, start: int, name: str, place: str) -> bool:
    """What a place is made for the greater one around it, whose name stands first."""
    head = at_head(name, place, unlisted=False) if _MADE.search(words, max(0, start - _LISTED_BACK), start) else None
    if head is None or not head.wide or head.name == place:
        return False
    return name.endswith("承载区") or kind_words().fullmatch(name, head.length, len(name)) is not None


# 东桥区打造云州市科技创新中心重要承载区
_PARTS = ("承载区", "示范区", "核心区", "集聚区")
_MADE = re.compile(r"(?:打造|建成|成为|做强)(?:[^，。；]*[、和])?$")
# zones that the state names by their city
_OF_STATE = re.compile("国家(?:物流枢纽|骨干冷链物流基地|自主创新示范区|公园候选区)$")
_GAINS = re.compile("(?:^(?:建设|打造|建成)|争创|创建|申[报建创])(?:国家|全国|世界|省级|市级)")
_BOUND = re.compile(r"[级\d万亿元人年A星]以[上下内外]$")  # 省级以|上试点园区, but 以|上海化工区
_SEEKING = re.compile("(?:争创|争取|申报|申建|申创|争建|创建|申请)[^，。；]{0,8}$")
_WON = re.compile(r"(?:建成|创建|争创|创成|打造|申报|获批|建设)(?:[^，。；]*[、”“和])?“?$")
_GRADED = re.compile("(?:国家)?(?:[1-5]A|A{2,5})级?")
# what is given as a title: a zone of trial, what the state names
_TITLE = re.compile(
    "(?:试验区|示范区|先行区|先导区|示范园)$|国家.*(?:公园|植物园|景区|度假区|开发区|高新区|产业园|园区|基地|枢纽)$"
)
_SOUGHT_LIST = re.compile("(?:申建|申报|申创|争创|争建|申请设立|争取设立|创建|争取)(?:[^，。；：、]{2,12}、)*$")
_SOUGHT_BEHIND = re.compile("(?:的)?(?:创建|申建|申报|申创)(?=[，。；、]|工作|$)")
_ON_A_LIST = re.compile("的?(?:立项|创建|申报|培育|建设|候选)?名[单录]")  # 列入临江省考古遗址公园立项名单
_LISTED_BACK = 90
_MADE_INTO = ("打造成", "打造成为", "建设成", "建设成为", "建成为", "成为", "发展成为")  # 打造成产城融合示范区
