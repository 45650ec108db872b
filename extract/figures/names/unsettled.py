"""Names that hold only a time, a verb, a share or whose each is: what the number is of, nothing beside it settles."""

from __future__ import annotations

import re

from guitu.extract.figures.names import bare_verbs
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.clause_objects import object_of
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.ontology.figure_words import any_of

_NUMBER = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})"
# 五年, 两年内, 年内, 每年: when, before what is done
_WHEN = re.compile(
    f"(?:(?:未来|今后|力争)?{_NUMBER}年(?:之?内|间|共|累计)*|年内|当年|每年|20\\d\\d年(?:以?后|之后|起|开始))+(?![一-鿿]?[级期生龄])"
)
_ADVERBS = "(?:累计|总共|合计|共|再|计划|预计|力争|确保|拟)*"
_BARE = re.compile(f"{_ADVERBS}(?:{any_of('build', 'act')}|投入|投资|安排|支出|完成投资|新[造栽植]|补植|低改){{0,2}}")
_PLANTED = re.compile("新[造栽植]|补植|低改")
_DOES = re.compile(f"(?:{any_of('build', 'act')}|盘活|筹建|筹集|安排|投入)(?=[一-鿿“])")
_INVESTED = re.compile(f"{_ADVERBS}(?:完成投资|投入|投资)")
# 各县市, 二类地区: of whom, and not what
_SUM_OF = re.compile("总投资|首期|(?:启动|开工|建设|建成|推进)?[一二三四五六]期")  # of what the clause before makes
_RATE = re.compile("(?:率|比例|占比|比重)$")
_WHOSE_EACH = re.compile(
    "各(?:县|市|区|旗|州|乡|镇|街道?|村|园|单位|部门|地|级|省)(?:[、（]?(?:市|区|县|旗|镇|乡|街道?)）?)*|第?[一二三四五]类(?:地区|区域|县|市|区)|"
    "每[个户家人](?:均|都)?可?(?:享受|申领|申请|领取)|(?:时长|额度|比例|占比)|(?:券面|补[贴助]|抵扣|资助|奖补|贴息){1,2}(?:比例|额度|限额|标准)"
)
# 单个项目最高支持, 单户额度, 每户累计最高: the ceiling of what one is given
_CEILING = re.compile(
    "(?:单[个户家项人笔]|每[个户家项笔](?!年))(?![^，。；]{0,8}(?:产值|收入|税收|销售|利润|投资额?|纳税))[^，；。]{0,8}?(?:额度|限额|上限|最高|(?:支持|资助|补助|补贴|奖励|贷款)(?:金额|额度)?)(?:不超过|支持|资助|补助|补贴|奖励)?|(?:单|每)[个户家项笔]"
)
_LEANT_ON = re.compile("(?:依托|利用|借助|发挥)(?P<on>[^，。；：\\d]{2,40})[、和及与]$")
_MAKES = re.compile("(?:建设|建成|新建|兴建|扩建|改建|改造|打造|培育|培养|引进|组建|设立|布局|新增|配备)(?=[一-鿿])")
# a kind of places, or one of them: whose it is, and not what
_PLACE_ALONE = re.compile(
    "县城|城区|农村|乡镇|城镇|山区|乡村|(?![一-鿿]*[园景街社小灌校厂库林牧商]区)[一-鿿]{2,6}[市县区旗]"
)
_STOPS = tuple("，。；、）")
# what the units of persons count, and what the others do
_PERSONS = ("名", "人", "位", "人次")
_ONE_OF = re.compile(f"{any_of('persons')}$")
_THING = re.compile(f"{any_of('things', 'crop')}$")
_SEVERAL = re.compile("[和及与、]|以及")
_REACH = 60  # characters before a number


def completed(name: str, q: Quantity, text: str, clause: str, before: str) -> str:
    """A name without the time that opens it; what the clause before says, for a bare verb; "" where it says nothing.

    `text`: the compact paragraph; `clause`: the last clause without a number; `before`: the clause before.
    """
    name = name[1:] if name.startswith("的") and not name.startswith("的士") else name
    opened = _WHEN.match(name)
    bare = name[opened.end() :] if opened else name
    if opened and not _is_bare(bare) and _DOES.match(bare):
        return name if _RATE.search(bare) else bare
    if _is_half_told(name, q, text) or (q.kind == "money" and _CEILING.fullmatch(name)):
        return ""
    if _INVESTED.fullmatch(bare) and q.kind == "money":
        return bare_verbs.invested_in(before) if opened or bare != name else name
    if _SUM_OF.fullmatch(name):
        what = object_of(clause if clause == before else "")
        return what + name if _is_thing(what) else ""
    if (opened and _is_bare(bare)) or _PLANTED.fullmatch(name):
        return _done_to(bare, clause if clause == before else "", q.unit)
    return "" if _of_unread(q, text, name) else _beside_leant_on(q, text, name)


def _is_half_told(name: str, q: Quantity, text: str) -> bool:
    """Whether a name says only whose the number is, or only how much ground: 各县市, 东桥县20万亩, 占地."""
    place = q.kind != "counter" and _PLACE_ALONE.fullmatch(name)
    return name == "占地" or bool(_WHOSE_EACH.fullmatch(name)) or bool(place and text.startswith(_STOPS, q.trail))


def _is_bare(words: str) -> bool:
    return bool(_BARE.fullmatch(words)) and not names.BARE_MEASURE.match(words)


def _done_to(verb: str, clause: str, unit: str) -> str:
    """What is done with what the clause names, where the unit counts it: 新建口袋公园, never 新建乡村振兴."""
    what = object_of(clause)
    counted = _ONE_OF.search(what) if unit in _PERSONS else _is_thing(what)
    return verb + what if counted and verb else ""


def _is_thing(what: str) -> bool:
    return bool(_THING.search(what)) and not _SEVERAL.search(what)


def _of_unread(q: Quantity, text: str, name: str) -> bool:
    """Whether a number is a part of a whole that tells how large a thing is: 基地90万千瓦项目，其中光伏8万千瓦."""
    sentence = text[max(0, q.lead - _REACH) : q.lead]
    sentence = sentence[max(sentence.rfind(sign) for sign in "。；") + 1 :]
    whole, _, part = sentence.rpartition("其中")
    if not whole or q.kind != "measure" or len(name) > 3 or not part.endswith(name):
        return False
    return re.search(rf"\d[\d.]*{re.escape(q.unit)}[一-鿿]{{0,8}}(?:项目|工程)[^，；：\d]*，?$", whole) is not None


def _beside_leant_on(q: Quantity, text: str, name: str) -> str:
    """The name of a count behind a list of what one leans on: "" where it is the last of them.

    依托职工大学和9个教学点; 依托企业建设中心和9个平台 counts what is made.
    """
    leant = _LEANT_ON.search(text, max(0, q.lead - _REACH), q.lead) if q.kind == "counter" else None
    if leant is None:
        return name
    bare = re.sub("^(?:依托|利用|借助|发挥)", "", name)
    made = _MAKES.search(leant["on"])
    return bare if made and text.startswith(bare, q.trail) else ""
