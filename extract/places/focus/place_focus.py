"""Lists of industries, and the industries that the own name of a place tells."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import each_apart, industrial, is_sector, reformed, stored, tells_none
from guitu.extract.places.words.place_words import SIGNS, great_region, kind_words, last_of, last_word, trade
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import kinds, words
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words, topic_names
from guitu.ontology.toponyms import LIKE, likeness

# ---- lists of industries ----

_JOINS = re.compile(r"、|，|以及|及|和|与")
_KEPT = re.compile(
    r"软件和信息技术服务|软件和信息服务|文化和旅游|新能源和智能网联汽车|研发和|新能源及智能网联汽车|氢能与|体育与"
)
_TAIL = re.compile(
    r"(?:等)?(?:[两三四五六七八九]大)?(?:主导|特色|优势|支柱|新兴|重点)?(?:等)?(?:产业|领域|行业|方向|产业链|业态|产业集群|环节|全产业链|项目|产业转移){0,2}(?:发展|集聚)?$"
)
_FRONT = re.compile(
    r"^(?:(?:区域|全国|全省|全市|国际)性|以|为|了|发展|培育|壮大|做大|做强|做优|布局|[和与及等：:]|重点|(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|大(?!健)))+"
)
_EMPTY = re.compile(
    r"布局$|^(?:发展)?(?:领域|方向|区域)$|^(?:依托|利用|借助|机场$)|^(?:科技)?(?:成果)?(?:转化|转移|孵化)$|^(?:创新|高端|新兴|先进|现代)$|^(?:上下游|相关|配套|其他|该|本地)|^(?:优势|特色)(?:产业|行业|产品|领域|资源|园区|服务|品牌|经济)*$|(?:产业链|企业|人才|机构|平台|项目|能力|水平|作用|城区|县城|新城|片区|园区|口岸|港区|景区|古城|公园|植物园|动物园|保护区|自贸区|综保区|高新区|经开区|开发区|路口|[东西南北中]路|(?<!矿)[山湖江河岭岛湾峡]|大道|街巷|地块|区域|地区|屏障)$"
)
# what stands in a place, and how much of it: 白石片区供应链, 东桥镇茶叶, 茶叶3000亩
_IN_PLACE = re.compile(
    r"^.*(?:开发区|高新区|经开区|片区|园区|新区|港区)(?=..)|^.*至[一-龥]{2,8}外送配套|^[一-龥]{1,4}(?:(?<![城乡村])镇|乡(?!村))(?=..)"
    r"|\d[\d.]*[百千万]*(?:亩|头|只|吨|羽|尾|家|个|条|座|公里|户|人).*$"
)
_ASIDE = re.compile(
    r"（(?:[^（）]{0,18}[A-Za-z][^（）]{0,18}|[如含即][^（）]{1,18})）(?:技术)?|（[^（）]{1,20}）(?=、|，|等|$)"
)  # 人工智能（AI）技术
_OF_FIRMS = re.compile("等(?:一批)?[^、，；等]{0,8}(?:企业|公司|集团|品牌)(?!总部)")  # 东桥汽车、白石电子等骨干企业
_STOP = "\x00"


def industries(text: str) -> tuple[str, ...]:
    """A list of industries as its items.

    >>> industries("数控机床、生物育种和智能传感器等产业")
    ('数控机床', '生物育种', '智能传感器')
    """
    text = _ASIDE.sub("", text)
    if _OF_FIRMS.search(text):
        return ()
    kept = _KEPT.findall(text)
    held = _KEPT.sub(_STOP, text)
    items = []
    for part in _JOINS.split(held):
        whole = part
        while _STOP in whole and kept:
            whole = whole.replace(_STOP, kept.pop(0), 1)
        named = _IN_PLACE.sub("", _FRONT.sub("", whole.split("等", 1)[0].strip()))
        item = (_TAIL.sub("", named) if len(_TAIL.sub("", named)) > 1 else named).strip("“”《》 的")  # 茶产业 stays
        if 2 <= len(item) <= 20 and not _EMPTY.search(item) and not _is_division(item):
            items.append(item)
    return tuple(dict.fromkeys(items))


_OF_DIVISION = re.compile("[区县市旗镇乡村州盟]$|街道$")


def _is_division(item: str) -> bool:
    """Whether an item of a list is a place by its last sign: 东桥镇, 青岚县白石镇; never 城镇."""
    if _OF_DIVISION.search(item) is None:
        return False
    head = at_head(item, None)
    return item[-1] in "镇乡旗盟道" or head is not None


# ---- the place's own name ----

# 云岭黑猪繁育基地, 东桥粮油加工产业园: what is raised or worked there
_RAISED = re.compile(
    "^(?:现代|绿色|特色|生态|优质|高效|标准化|规模化)*(?P<what>[一-龥]{2,8}(?:繁育|养殖|种植|育苗|育种|加工))(?:产业|示范)?$"
)
_NAMING = ("产业", "攻关", "示范", "试验", "应用", "制造", "集聚", "聚集", "专区")


@cache
def _trailer() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(place_words()['trailer'])}|[与和及])$")


@cache
def _grade_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(place_words()['grade'])})$")


@cache
def _topic_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(name for name in topic_names() if len(name) > 2)})$")


def core_of(text: str) -> str:
    """The words of an industry without the general words behind it, which a topic's own name keeps.

    >>> core_of("粮油加工产业"), core_of("信息技术应用创新联合攻关")
    ('粮油加工', '信息技术应用创新')
    """
    while not _topic_at_end().search(text) and (m := _trailer().search(text) or _grade_at_end().search(text)):
        text = text[: m.start()]
    return text


@cache
def _grade() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(place_words()['grade'])}|[东西南北中]部|[东西][南北]部?)")


def own_industries(place: PlaceName) -> tuple[str, ...]:
    """The industries in a name: 集成电路 of 云州国家级集成电路产业基地; a name with its kind alone has none."""
    if tells_none(place.name):
        return ()
    region = at_head(place.middle, None, unlisted=False)
    named = place.middle[region.length if region else 0 :]
    if raised := _RAISED.search(named):
        return industries(ungraded(raised["what"]))
    if of_state := _of_state().match(named):
        return industries(ungraded(of_state["what"]))  # 云岭脐橙国家现代农业产业园
    if brand := _BRANDED.match(named):  # 中钢国家轴承产业园
        named = named[0 if kind_words().fullmatch(brand[0]) else brand.end() :]
    named = named.removeprefix("中心")  # 红石中心商贸集聚区
    around = last_word().match(named)  # 青岚高新区新材料产业园
    if around and around["last"] in place_words()["zone"]:
        named = named[around.end() :]
    told = each_apart(of_words(_PLAIN_MAKING.sub("制造", named)))
    if region is None and place.district and len(told) == 1 and _is_brand(told[0], place.name):
        return ()  # 湖口县金砂湾工业园
    matter = "" if told else reformed(named)
    if matter and not is_vague(matter):
        return industries(matter)
    wide = great_region().match(place.name)
    kept = "" if told else stored(place.name[wide.end() if wide else place.head :])
    return told or ((kept,) if kept else ()) or _by_last(place.name, named) or _known_at_end(place)


_OF_WORKS = re.compile("(?:加工|智造|制造|养殖|种植|交易|商贸|贸易|展示|供应链)(?=园|港$|城$|带$|基地|中心|区$)")


def _known_at_end(place: PlaceName) -> tuple[str, ...]:
    """A known industry or product right before the last sign of a name: 粮油物流 of 东桥粮油物流园.

    What stands before it belongs to it as far as it is words of kind.
    """
    last = last_of(place.name) if place.type not in ("district", "island") else None
    if last is None:
        return ()
    told = _WIDE_AREA.sub("", ungraded(place.name[place.head : last.start()]))
    works = _OF_WORKS.match(last["last"])
    core = told + works[0] if works else industrial(told, last["last"]).removesuffix("产业")
    known = is_sector(core) or is_sector(told)
    whole = kind_words().fullmatch(core) is not None and len(core) > 1
    named = industries(core) if told and known and whole and not is_vague(core) else ()
    return () if named == ("工业",) else named


_LANDS = "平原|灌区|流域|河谷|沿线|沿岸|两岸|高原|盆地|丘陵|山区|坝区|草原|湖区|库区"
_WIDE_AREA = re.compile(rf"^(?:百|千|万)亩(?:方)?|^.*?(?:大道|沿[海江河湖线]|{_LANDS})|^临港|^机场")


def _by_last(name: str, named: str) -> tuple[str, ...]:
    """What the last word lets words of kind tell: the trade of a 园区, the industry of a 综试区."""
    if name.endswith("园区"):
        return of_trade(named)
    core = core_of(_as_named(named))
    if name.endswith("基地") and not is_kind_only(named):
        known = is_industry(core) and kind_words().fullmatch(core) is not None
        return industries(core) if known else of_trade(named) or _of_work(core)
    known = is_industry(core) and not is_vague(core)
    if known and (len(core) >= _LONG_INDUSTRY or name.endswith(_THROUGH)):
        return industries(core)  # 东桥国际法律服务先行区, 东桥氢能发展轴
    if name.endswith("商圈") and not known:
        return ("商业",)
    return industries(core) if name.endswith(_telling()) and (known or _is_matter(core)) else ()


# 东桥轴承试制基地, 西浦无人船试航基地: the work that is done there on what stands before
_WORK = re.compile("(?:科研|研制|试制|中试|试飞|试航|试验|测试|检测|维修|运行|运营|交付|生产|应用)+$")


def _of_work(core: str) -> tuple[str, ...]:
    """What a base works on, where no list has it: nouns alone, and no fewer than two or before words of work."""
    matter = _WORK.sub("", core)
    parts = words(matter)
    plain = all(len(part) > 1 and kind in (None, "noun") for part, kind in zip(parts, kinds(parts), strict=True))
    told = len(parts) > 1 or (len(matter) > len("茶叶") and matter != core)
    return (matter,) if told and plain and not is_vague(matter) else ()


def _is_matter(core: str) -> bool:
    """Whether words behind a proper noun are no kind of places alone: 音乐 of 东桥音乐小镇."""
    short = 2 <= len(core) <= _LONGEST_MATTER and SIGNS.fullmatch(core) is not None
    county = any(at_head(core + sign, None, unlisted=False) for sign in ("", "县", "区", "市"))
    return short and not is_vague(core) and not county


@cache
def _telling() -> tuple[str, ...]:
    return tuple(sorted(place_words()["telling"]))


_OF_LAND = re.compile("[山湖河江海岭岛湾溪泉峡洲滩坡塘桥寨]$")
_OF_FACTORIES = ("工业园", "工业园区")


def _is_brand(matter: str, name: str) -> bool:
    """Whether what stands between a district and a last word is a name and no industry: 金砂湾, 星火 of a 工业园."""
    if len(matter) > _LONGEST_BRAND or is_industry(matter) or _trade_at_end().search(matter):
        return False
    return (
        _OF_LAND.search(matter) is not None
        or likeness(matter) >= LIKE
        or name.endswith(tuple(matter + last for last in _OF_FACTORIES))
    )


_LONGEST_BRAND = 3
_LONG_INDUSTRY, _LONGEST_MATTER = 4, 6
_THROUGH = ("轴", "带", "走廊")


@cache
def _of_state() -> re.Pattern[str]:
    """A trade or a known industry before 国家级…."""
    told = alternation(place_words()["trade"] | {name for name in topic_names() if len(name) > 1})
    return re.compile(rf"(?P<what>(?:{told})+)国家级?[一-龥]{{2,}}")


_BRANDED = re.compile("(?!国家)[一-龥]{2,8}?(?=国家级?[一-龥]{2,}产业)")


@cache
def _trade_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(place_words()['trade'])})$")


def of_trade(text: str) -> tuple[str, ...]:
    """The trade that words of kind end in, which tells an industry without 产业 behind it.

    >>> of_trade("智能轴承特色"), of_trade("综合服务")
    (('智能轴承',), ())
    """
    core = core_of(ungraded(text))
    return industries(core) if _trade_at_end().search(core) and kind_words().fullmatch(core) else ()


_PLAIN_MAKING = re.compile("(?<=[一-龥]{2})先进制造$")  # 稀土先进制造基地 is for 稀土


def ungraded(text: str) -> str:
    """Words without those of grade before the industry; 新型 of 新型显示 is part of a topic's own name.

    >>> ungraded("国家级智能传感器"), ungraded("新型显示")
    ('智能传感器', '新型显示')
    """
    while not topic().match(text) and (m := _grade().match(text) or _MANY.match(text)):
        text = text[m.end() :]
    return text


def _as_named(text: str) -> str:
    """As `ungraded`, but for the quality right before the industry, which belongs to the name: 高端轴承, 现代渔业."""
    plain = ungraded(text)
    quality = _QUALITY.search(text[: len(text) - len(plain)])
    return quality[0] + plain if quality and plain and not is_vague(core_of(plain)) else plain


_QUALITY = re.compile("(?:高端|先进|现代|新型)$")


def of_words(text: str) -> tuple[str, ...]:
    """The industries of the words between a head and a last word, the part of the last word that tells a kind kept.

    >>> of_words("国家级智能传感器产业"), of_words("高品质特色产业")
    (('智能传感器',), ())
    """
    named = _as_named(text)
    core = core_of(named)
    if len(core) < 2 or core[0] in "沿环" or not any(word in named[len(core) :] for word in _NAMING):
        return ()
    if is_vague(core):  # 数字 alone tells no industry, 数字产业 that of the digital economy
        return (f"{core}产业",) if core + "经济" in topic_names() and named.startswith(core + "产业") else ()
    return industries(core)


_MANY = re.compile("一批|若干|重点|主要|多个|各类")
_OF_ANY_KIND = re.compile(
    "(?:教育|实践|培训|研学|实训|示范|创新|孵化|科普|旅游|产业|研发|创业|人才|训练|试验|创作|生产|科研|教学|合作|数据|服务|应急|物资|储备)+"
)


def is_kind_only(text: str) -> bool:
    """Whether a base is told by what it is for alone: 研学实践 of 研学实践基地."""
    return _OF_ANY_KIND.fullmatch(text) is not None


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(place_words()['generic'] - place_words()['trade'])}){{1,8}}")


def is_vague(text: str) -> bool:
    """Words of kind alone, without a topic: 综合改革; or of all industry: 工业."""
    if text in place_words()["trade"]:
        return False
    return text == "工业" or (topic().search(text) is None and _kinds().fullmatch(text) is not None)


@cache
def topic() -> re.Pattern[str]:
    """The name of a field."""
    return re.compile(alternation(topic_names()))


def known_industries(text: str, *, trades: bool = False) -> tuple[str, ...]:
    """A list of industries that names a known one, with `trades` also a known trade or product, else nothing.

    >>> known_industries("茶叶和氢能"), known_industries("规章制度"), known_industries("脐橙", trades=True)
    (('茶叶', '氢能'), (), ('脐橙',))
    """
    return industries(text) if topic().search(text) or (trades and trade().search(text)) else ()


def is_industry(item: str) -> bool:
    """Whether an item ends in the name of a known industry: 生物医药, 智能传感器."""
    return _topic_at_end().search(item) is not None or item in topic_names()
