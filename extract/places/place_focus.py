"""The industries that a document assigns to a place: 重点发展…, 聚焦…, 打造…产业集聚区, or in the place's own name."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.industries import each_apart, reformed, stored, tells_none
from guitu.extract.places.place_names import PlaceName
from guitu.extract.places.place_words import SIGNS, great_region, kind_words, last_word, trade
from guitu.extract.places.regions import at_head
from guitu.extract.places.word_borders import kinds, words
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words, topic_names

# ---- lists of industries ----

_JOINS = re.compile(r"、|，|以及|及|和|与")
_KEPT = re.compile(
    r"软件和信息技术服务|软件和信息服务|文化和旅游|新能源和智能网联汽车|研发和|新能源及智能网联汽车|氢能与|体育与"
)
_TAIL = re.compile(
    r"(?:等)?(?:[两三四五六七八九]大)?(?:主导|特色|优势|支柱|新兴|重点)?(?:等)?(?:产业|领域|行业|方向|产业链|业态|产业集群|环节|项目|产业转移){0,2}(?:发展|集聚)?$"
)
_FRONT = re.compile(
    r"^(?:以|为|了|发展|培育|壮大|做大|做强|做优|布局|[和与及等：:]|重点|(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|大(?!健)))+"
)
_EMPTY = re.compile(
    r"布局$|^(?:发展)?(?:领域|方向|区域)$|^(?:科技)?(?:成果)?(?:转化|转移|孵化)$|^(?:创新|高端|新兴|先进|现代)$|^(?:上下游|相关|配套|其他|该|本地)|^(?:优势|特色)(?:产业|行业|产品|领域|资源|园区|服务|品牌|经济)*$|(?:产业链|企业|人才|机构|平台|项目|能力|水平|作用|城区|县城|新城|片区|园区|口岸|港区|景区|古城|保护区|自贸区|综保区|高新区|经开区|开发区|路口|[东西南北中]路|大道|街巷|地块|区域|地区|屏障)$"
)
_ASIDE = re.compile(
    r"（(?:[^（）]{0,18}[A-Za-z][^（）]{0,18}|[如含即][^（）]{1,18})）(?:技术)?|（[^（）]{1,20}）(?=、|，|等|$)"
)  # 人工智能（AI）技术
_STOP = "\x00"


def industries(text: str) -> tuple[str, ...]:
    """A list of industries as its items.

    >>> industries("数控机床、生物育种和智能传感器等产业")
    ('数控机床', '生物育种', '智能传感器')
    """
    text = _ASIDE.sub("", text)
    kept = _KEPT.findall(text)
    held = _KEPT.sub(_STOP, text)
    items = []
    for part in _JOINS.split(held):
        whole = part
        while _STOP in whole and kept:
            whole = whole.replace(_STOP, kept.pop(0), 1)
        named = _FRONT.sub("", whole.split("等", 1)[0].strip())
        item = (_TAIL.sub("", named) if len(_TAIL.sub("", named)) > 1 else named).strip("“”《》 的")  # 茶产业 stays
        if 2 <= len(item) <= 20 and not _EMPTY.search(item):
            items.append(item)
    return tuple(dict.fromkeys(items))


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
    matter = "" if told else reformed(named)
    if matter and not is_vague(matter):
        return industries(matter)
    wide = great_region().match(place.name)
    kept = "" if told else stored(place.name[wide.end() if wide else place.head :])
    return told or ((kept,) if kept else ()) or _by_last(place.name, named)


def _by_last(name: str, named: str) -> tuple[str, ...]:
    """What the last word lets words of kind tell: the trade of a 园区, the industry of a 综试区."""
    if name.endswith("园区"):
        return of_trade(named)
    core = core_of(_as_named(named))
    if name.endswith("基地") and not _is_kind_only(named):
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
    while not _topic().match(text) and (m := _grade().match(text) or _MANY.match(text)):
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


def _is_kind_only(text: str) -> bool:
    """Whether a base is told by what it is for alone: 研学实践 of 研学实践基地."""
    return _OF_ANY_KIND.fullmatch(text) is not None


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(place_words()['generic'] - place_words()['trade'])}){{1,8}}")


def is_vague(text: str) -> bool:
    """Words of kind alone, without a topic: 综合改革; or of all industry: 工业."""
    if text in place_words()["trade"]:
        return False
    return text == "工业" or (_topic().search(text) is None and _kinds().fullmatch(text) is not None)


# ---- sentences ----


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


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(alternation(topic_names()))


def _if_known(text: str | None) -> str:
    """A list that names a known industry; after a plain 发展 others are no industries."""
    return text if text and _topic().search(text) else ""


def known_industries(text: str, *, trades: bool = False) -> tuple[str, ...]:
    """A list of industries that names a known one, with `trades` also a known trade or product, else nothing.

    >>> known_industries("茶叶和氢能"), known_industries("规章制度"), known_industries("脐橙", trades=True)
    (('茶叶', '氢能'), (), ('脐橙',))
    """
    return industries(text) if _topic().search(text) or (trades and trade().search(text)) else ()


def is_industry(item: str) -> bool:
    """Whether an item ends in the name of a known industry: 生物医药, 智能传感器."""
    return _topic_at_end().search(item) is not None or item in topic_names()


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
    if m := hosts or _CARRIER.match(sentence, place.end):
        return known_industries(m["list"])
    if (m := _SITED.match(sentence, place.end)) and sentence[place.start - 1 : place.start] == "在":
        return () if _is_kind_only(m["list"]) else industries(m["list"])
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
