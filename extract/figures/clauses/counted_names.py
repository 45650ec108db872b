"""The names of things counted and of shares: the noun behind a number with what stands before it."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.ellipsis import benefit
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.roles import acted_on
from guitu.extract.figures.roles.doings import DID, HOLD, LAND, WHOLE, which
from guitu.extract.figures.roles.number_roles import CAPACITY, Role, lists
from guitu.ontology.figure_words import any_of

_KEPT_VERB = re.compile(rf"(?:累计|每年|年均)?{any_of('kept')}$")  # 每年培训
_THINGS_DO = re.compile(r"^(企业|单位|机构|家庭|产品|人员)(上云|上市|入规|升规|上平台|入驻)$")
_SIZES = frozenset(["规模", "总规模", "面积", "总面积", "总额", "总投资"])
_GRADE = re.compile(r"^(?:国家|省|市|县|区|部|厅)级$")  # 3个省级、5个市级实验室
_GRADED = re.compile(r"级([^，：、和级\d]{2,20})")
_HAVE = re.compile("(?:已经?有|现有|共有|有|共)$")
# 、40个村全部通客车
_LAST_COUNTED = re.compile(r"^(?:[、和及]|以及)\d{1,9}[个家所户名条座项](?P<tail>[^、，；。]{3,60})$")
_LONGEST_ONE = 8  # characters of one of several nouns that do the same
_GIVES = re.compile("^(?:贡献|创造|提供)了?$")  # 13家产业园贡献了75%的产值
# 建成畜牧、种植、水产等3个平台: a general noun needs the list
_LISTED_ALL = re.compile(rf"(?:^|[，、]|{names.BUILD_LEAD})((?!{names.BUILD_LEAD})[^，；]{{3,60}}等)$")
_LONGEST_EXAMPLE = 20  # characters of what stands before 等N条
_NO_EXAMPLE = re.compile("^(?:在|围绕|聚焦|面向|针对|用于|涉及|包括|按|以)|[”，；、]|以及|(?:养|助|惠|利)[老民]等$")
_AND = ("、", "和", "及", "以及", "与")
_ALL_OF_OTHERS = re.compile("(?:所有|全部)[一-鿿]{2,10}(?:[、和及]|以及)$")  # 覆盖所有社区、90%的乡镇
_GENERIC = 3  # characters of a noun that says little: 平台
_BARE_VERB = 4  # characters of what was done that are more than a verb
_AMONG = re.compile(r"在?(?P<whole>(?!其)[^，；。：\d]{2,40})(?:当|之)?中，?$")
_DWELLINGS = ("个", "套", "间", "万个", "万套", "万间", "伙")
_ON_LAND = re.compile("(.{2,16})的(?:土地|用地|地块)$")
_SUPPLIED = re.compile("(?P<what>可供[^，。；]{0,14}?)(?:合共|合计|总计|共)?$")
_PER_EACH = re.compile(
    r"(每[^，；。]{1,20}?)(?:规划|至少|应|要|须|都|均)*(?:建设|设置|建成|配备|配置|设立|建有|拥有|设有|配有|布局|有|设)$"
)
_AS_STANDARD = re.compile(r"^标准(?:配备|配置|配齐|设置|建设|安排)")
# 25个在一定领域有影响、潜力大的乡土品牌: what they are like, where 、 parts no things
_QUALITIES = re.compile(
    r"^[^，。；：\d的]{2,40}、[^，。；：\d的]{2,40}的[^的，。；：、]{2,20}$"
)  # 紧跟前沿、创新能力强的人才
_EXAMPLES = re.compile(r"^[^，。；：\d]*、[^，。；：\d]*、[^，。；：\d]*等(?!级)(?P<all>[^的，。；：、\d]{4,24})$")
# what those counted are said to have: repute is no part of the name, an ability tells which are meant
_REPUTE = re.compile("(?:影响力|竞争力|知名度|美誉度|引领力|带动力|辐射力|优势|特色|潜力|前景|潜质|水平|规模)的$")
# 5个生产和配送一体化的联合体: one thing of two sides
_TWO_SIDED = re.compile(
    r"[^，；。：、的\d]{2,24}(?:一体化?|相?结合|融合|并重|兼备|兼顾|联动|协同|互补|贯通)的[^，；。：、的\d]{2,20}"
)
# 技术模式较为成熟的基地: how good they are
# 打造具有示范效应的100个产品: what is said of them before the number
_SUCH_AHEAD = re.compile(
    rf"{any_of('build', 'act')}(?P<such>(?:具有|具备|符合|适合|适宜)[^，；。：\d的]{{2,20}}的)(?:至少)?$"
)
# 为每户免费提供2次检测、1次培训: for whom each number is
_FOR_EACH = re.compile("为每(?!年|月|日|周)[一-鿿]{1,8}?(?:免费|无偿|至少)?$")
# 农技站每季度举办1次田间课: how often belongs to what is done, unlike 每年, which the period says
_HOW_OFTEN = re.compile(
    "(?P<often>每(?:[两二三四五六]年|半年|[两二三]?个?(?:月|季度)|季|周|旬))(?:至少|应当?|须|要)*"
    "(?P<deed>(?:集中|统一|定期)?(?:组织开展|组织|开展|举办|召开|举行|进行|发布))(?:至少)?$"
)
# 60%的课题由企业牵头, 70%的乡镇达到卫生乡镇标准: which part of them it is
_WHICH = re.compile(
    r"(?P<noun>[^，；。的由达\d]{1,12})(?P<done>由[^，；。的\d]{2,12}|达到[^，；。\d]{2,24}(?:目标|标准|要求|水平))"
)
_JOINS = re.compile(f"[、及与并]|{names.AND}|以及")
# 20个食堂、因地制宜发展…, 3个园区并建设…
_DOES_NEXT = re.compile(
    rf"(?:[、并]|{names.AND}|以及)(?=(?:并|{any_of('adverb')})?{names.ACTION_AHEAD.pattern})|并(?=[一-鿿])|"
    "、(?=位[列居]|名列|排名|排在|居全)"  # 8枚金牌、位列全省第3
)
_SAID_ASIDE = re.compile("围绕|聚焦|结合|对接")
_GRADE_OF = re.compile(
    r"[^，；。：、的\d]{2,10}(?:(?:较为?|比较|相对|基本)(?:成熟|先进|完善|完备|突出|鲜明|明显|显著|优良|领先|健全|齐全|[好优])|规范|完善|完备|齐全|齐备|健全)的"
)
# 筛选20个有潜力的品种进行重点推广: what is done with them tells which are meant
_DONE_WITH = re.compile(
    r"(?P<of>[^，；。：\d]{2,40}?)(?:进行|予以|给予|加以)(?P<done>(?:重点|优先|持续|定向|集中)?(?:支持|扶持|培育|推广|帮扶|跟踪服务|保护))"
)
# 36个重点项目进展顺利
_GOING_ON = re.compile(
    "([^，。；：\\d]{2,24}?)(?:(?<!任务)(?:全部|全面|如期|圆满|顺利|基本)(?:完成|落实|兑现|上线(?:运行)?)|(?:均|都|全部|全面)?(?:进展顺利|拔地而起|(?:有序|加快|稳步|顺利|扎实|全面|持续|深入)(?:推进|实施|开展|展开|进行)))"
)
# 在现有40个小区开展试点的基础上
_ON_BASIS = re.compile(rf"([^，。；：\d]{{2,24}}?)(?:{any_of('build', 'act')}[^，。；：\d]{{0,24}})?的?基础上")
_STANDS = re.compile("(?:但|还|仍|尚|依然|仍然|目前|当前|，)*(?:存在|有)")
# 将现有80辆柴油车更换为电动车
_EXCHANGED = re.compile(
    "(?P<what>[^，。；：\\d的]{2,30}?)(?P<deed>更换|置换|替换|更新|改造|升级|改建|改扩建)(?:成|为|到)[^，。；：\\d]*"
)
_CAPABLE = re.compile("的[^，。；的]{0,10}能力$")
_PREDICATE = re.compile("^(?:在|对|具有|具备|引领|能够|有)[^，；。：的]{2,40}的[^的，；。：、]{3,20}$")


# 完成村庄整治36个寨, 实施管网改造12个小区: at how many sites something is done
_SITE = re.compile("(?:自然村|行政村|村寨|村庄|[村寨乡镇县屯组]|社区|街道|小区|学校|站点)(?=$|、)")
_DEED_AT = re.compile(
    "(?:完成|实施|开展|推进|实现)(?P<deed>[^，。；：、的\\d]{2,20}(?:改造|整治|治理|建设|提升|创建|修复|排查|整改|绿化|亮化))$"
)


def counted(  # noqa: PLR0911, PLR0913, PLR0917 - one return for each case; the number with all around it
    tail: str, rest: str, q: Quantity, head: str, stands: Role, carry: Carry, *, more: bool
) -> tuple[str, int]:
    """The indicator of a number that words follow, and how many of them belong to it.

    `tail`: the words up to the next number, `rest`: up to the end of the clause; `more`: another number follows.
    """
    if solved := acted_on.troubled(head, tail):
        return solved, len(tail) if not more else 0
    if q.unit == "个" and (site := _SITE.match(tail)) and (works := _DEED_AT.search(head)):
        return works["deed"], site.end()
    if not more and q.kind == "counter" and (tried := acted_on.tried_at(head, tail)):
        return tried, len(tail)
    if not more and (dealt := _DONE_WITH.fullmatch(tail)):
        return f"{dealt['done']}的{_noun(dealt['of'], more)[0]}", len(tail)  # 重点推广的品种
    if head.endswith(("现有", "将", "把", "原有")) and (exchanged := _EXCHANGED.match(tail)):
        return exchanged["deed"] + exchanged["what"], exchanged.end()
    if q.kind == "measure" and not more and (deed := acted_on.completed(tail)):
        return deed, len(tail)
    if q.kind in ("measure", "money") and (result := acted_on.CAPABILITY.fullmatch(tail)):
        return names.tidy(names.scope(head) + result["what"]), len(tail)
    noun, reach = _noun(tail, more)
    if q.kind == "measure" and _SAID_ASIDE.match(head):
        noun = noun.removesuffix("建设").removesuffix("创建")
    if q.unit.endswith(CAPACITY) and "、" in noun:
        noun, reach = _alike(noun, reach)
    if q.unit in _DWELLINGS and (of := _ON_LAND.match(noun)):  # 可供兴建5000个住宅单位的土地
        supplied = _SUPPLIED.search(head)
        noun, head = (supplied["what"] + of[1], "") if supplied else (of[1], head)
    noun, reach = _subject_noun(head, q, noun, reach, more)
    if _GRADE.match(noun) and (of := _GRADED.search(rest[reach:])):
        noun += of[1]
    return benefit(_named(head, noun, stands, carry, rest[reach:]), carry), reach


def _noun(tail: str, more: bool) -> tuple[str, int]:  # noqa: PLR0911 - one return for each form
    """The things counted and how far they reach; with `more`, another number follows."""
    cut = len(tail)
    if not more and _QUALITIES.match(tail):
        return tail.rpartition("的")[2], cut
    if not more and _PREDICATE.match(tail):
        had = tail.startswith("能够") or (
            tail.startswith(("具有", "具备")) and _REPUTE.search(tail[: tail.rfind("的") + 1])
        )
        return (tail.rpartition("的")[2] if had else tail), cut
    if not more and (going := _GOING_ON.fullmatch(tail)):
        return going[1], cut
    if not more and (basis := _ON_BASIS.fullmatch(tail)):
        return basis[1], cut
    if not more and (graded := _GRADE_OF.match(tail)):
        return tail[graded.end() :], cut
    if not more and _TWO_SIDED.fullmatch(tail):
        return tail, cut
    if more:
        seps = [m.start() for m in _JOINS.finditer(tail)]
        cut = seps[-1] if seps else cut
    if joined := _DOES_NEXT.search(tail[:cut]):
        does = names.ACTION_AHEAD.match(tail)  # 新建、续建项目: both say which projects, not what is done
        alike = tail[joined.start() - 2 : joined.start()] == tail[:cut][-2:]  # 重大科技专项、重点研发专项
        cut = cut if alike or (does and does.end() == joined.start()) else joined.start()
    noun = names.without_years(tail[:cut]) if "年" in tail[:cut] else tail[:cut]
    return re.sub("(?:总共|合计|总计|共)$", "", noun).removeprefix("的"), cut


def _alike(noun: str, reach: int) -> tuple[str, int]:
    """Things listed behind a capacity, as far as they are of the kind that has it: 燃煤锅炉 of 燃煤锅炉、污水管网."""
    first, *others = noun.split("、")
    kept = first
    for other in others:
        if other[-1:] != first[-1:]:
            break
        kept += "、" + other
    return kept, reach - len(noun) + len(kept)


def _subject_noun(head: str, q: Quantity, noun: str, reach: int, more: bool) -> tuple[str, int]:
    """The counted noun without what it does: 13家产业园 of 13家产业园贡献了八成产值, 2个实验室 of 2个实验室落户云州."""
    if q.kind == "ratio" or not (lists(head, q) or WHOLE.match(head.strip("，"))) or head.endswith("、"):
        return noun, reach
    if not head and (did := DID.match(noun)) and len(did["done"]) > _BARE_VERB:
        return noun, reach  # 6万家养殖场建成废弃物处理设施
    found = LAND.match(noun) or (HOLD.match(noun) if more else None)
    if found is None or len(found["noun"]) <= _GENERIC:
        return noun, reach
    return found["noun"], reach - len(noun) + len(found["noun"])


def _did(head: str, noun: str, behind: str) -> str:
    """Those counted with what they have done: 通客车的行政村 of 132个行政村全部通客车."""
    alone = not head or head == "、" or head.endswith(("将", "把")) or WHOLE.match(_HAVE.sub("", head.strip("，、")))
    if not alone and not head.endswith("等"):
        return ""
    if own := DID.match(noun):
        return f"{own['done']}的{own['noun']}"
    later = _LAST_COUNTED.search(behind)
    if later and len(noun) <= _LONGEST_ONE and (shared := DID.match(later["tail"])) and shared["all"]:
        return f"{shared['done']}的{noun}"
    return ""


def _named(  # noqa: PLR0911 - one return for each case
    head: str, noun: str, stands: Role, carry: Carry, behind: str
) -> str:
    """The indicator of a number that words follow; `behind`: the rest of the clause behind the things counted."""
    if stands == "things" and (did := _did(head, noun, behind)):
        return did
    if stands == "part":
        if carry.last and _GIVES.match(head):
            return f"{carry.last}贡献的{noun}占比"
        if head in _AND and carry.part:
            return names.tidy(carry.part + noun)
        if not head and (those := _AMONG.match(carry.before)):
            return those["whole"] + names.subject(noun)  # 参训的学员中，70%就业
        head = _ALL_OF_OTHERS.sub("", head)
        carry.part = names.subject(head)
        if not names.tidy(head) and (which := _WHICH.fullmatch(noun)):
            return f"{which['done']}的{which['noun']}"
        return _share(head, noun)
    if all_listed := _LISTED_ALL.search(head):
        named = names.without_doing(names.tidy(names.without_years(all_listed[1]))) + "等"
        generic = len(noun) <= _GENERIC or noun.startswith("事项")  # 等40项事项跨区通办
        return named + noun if generic or _names_one(named) else noun
    per = _PER_EACH.search(head)
    carry.each = per[1] if per else carry.each if head in _AND else ""
    if carry.each:
        return carry.each + noun
    return _things(head, noun, carry)


def _names_one(listed: str) -> bool:
    """Whether 滨河路等 names one of those counted, and no field that they are of; a longer list is left out."""
    return len(listed) <= _LONGEST_EXAMPLE and not _NO_EXAMPLE.search(listed)


def _things(head: str, noun: str, carry: Carry) -> str:  # noqa: PLR0911 - one return for each case
    noun = _AS_STANDARD.sub("", noun)
    noun = which(noun) or noun
    if such := _SUCH_AHEAD.search(head):
        return noun if _REPUTE.search(such["such"]) else such["such"] + noun
    if examples := _EXAMPLES.match(noun):  # 引进法官、律师、公证员等法治专门人才
        noun = examples["all"]
    if does := _THINGS_DO.match(noun):
        return does[2] + does[1]
    if acted_on.goes_on(head) and (acts := names.ACTION_AHEAD.match(head)):
        head = acts[0]  # 推进旧城区、8个老厂区改造
    if "、" in head.strip("，、"):  # the names of those counted: 青岚、临江两个实验室, 形成水产、蔬菜两个产业
        acts = names.ACTION_AHEAD.match(head.lstrip("，、"))
        head = acts[0] if acts else head if names.ACTION_AHEAD.search(head) else ""
    if _STANDS.fullmatch(head):
        return noun.removeprefix("方面")  # 仍存在5个方面薄弱点
    if often := _HOW_OFTEN.search(head):
        carry.verb = often["often"] + often["deed"]
        return names.tidy(names.scope(head[: often.start()]) + carry.verb + noun)
    if made := acted_on.TURNS_OUT.search(head):
        carry.verb = made[1]
        return made[1] + _CAPABLE.sub("", noun)
    if carry.verb.startswith(("年", "日")) and head == "、":
        noun = _CAPABLE.sub("", noun)  # 年产客车50辆、货车600辆的能力
    kept = _KEPT_VERB.search(head)
    if not kept and carry.verb and head == "、":
        return names.tidy(carry.verb + noun)  # 培训教师3人、医生5人
    each = _FOR_EACH.search(head, 0, kept.start()) if kept else None
    carry.verb = (each[0] if each else "") + kept[0] if kept else ""
    if kept:
        return names.tidy((carry.verb if each else names.scope(head[: kept.start()]) + kept[0]) + noun)
    return names.tidy(names.scope(head) + noun)


def _share(head: str, noun: str) -> str:
    """全市90%的乡村, and 规模10亿元的基金: the size of a thing stands behind it."""
    name = names.subject(head)
    return names.tidy(noun + name if name in _SIZES else name + noun)
