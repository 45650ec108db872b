"""When a figure holds: the year that governs it, and whether it is said of the past or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

from guitu.extract.figures.years.years import YearMark, year_marks
from guitu.ontology.figure_words import any_of

Tense = Literal["past", "future"]

_HAS_YEAR = re.compile(r"20\d\d|19\d\d|1[0-3]\d年|二[〇零O]|十[一二三四五六七]?五")
NAMED = re.compile(r"“[^“”\n]{1,40}”|《[^《》\n]{1,60}》|〔[^〔〕\n]{1,20}〕")
_QUOTED_FRAME = re.compile("“(?:力争|争取)?(?:到|至|截至)")  # “到2027年达到30个”的目标
# ---- a year that is no frame ----
_BEFORE_ONE = re.compile(  # 基于2020年, 对标2035年; …的基础上 and 较2020年 are known to `years`
    r"(?:基于|根据|按照?|依据|参照|结合|立足|面向|对标|锚定|着眼于?|瞄准|衔接|对接|助力|围绕|继|自|高于|低于|超过|优于|好于|相比于?|相较于?|对比|同)$"
)
_FROM_ONE = re.compile(r"以$")  # 以2020年为基期
_MADE_BASE = re.compile(r"[^，。；]{0,8}为(?:基期|基准|基数|基年|基础|起点|底数)")
# 2022年冬奥会, “十四五”发展规划, 2020年不变价, 2020年的水平, 谋划2035年远景，
_NAMES = re.compile(
    rf"的|[^，。；：、“\d]{{0,8}}?{any_of('event')}|(?:度|年)?(?:版|水平|同期|价格?|可比价|不变价|数据|口径|基数|公报|年鉴|决算)|(?:远景|愿景)(?:目标)?[，、；。]"
)
_LEVEL_THEN = re.compile(r"的[近约超]?\d")
_PLANS = re.compile(
    r"[^，。；：、\d]{0,6}?(?:规划|纲要|建议|衔接|收官|开局|蓝图|成果|成效|经验)(?!新?[建投增]|面积|总?投资)"
)
_DRAWS_UP = re.compile(r"(?:编制|编写|起草|修编|谋划|研究|启动)(?:好|完成)?$")
_PAPER = re.compile(r"[^，。；：\d]{0,24}?(?:规划|纲要|计划|方案)")  # 编制“十五五”区级水网专项规划
# 2000年以前建成的小区: which ones, not when
_DONE_THEN = re.compile(
    r"[^，。；：\d]{0,8}?(?:建成|建造|建设|(?<=以[前来])规划|竣工|投用|投运|投产|出生|毕业|注册|登记|成立|认定|印发|颁布|批复|批准|核准|获批|立项|遗留|结余|未完成|入学|退役|开工|在建|结转|积压|下达|增发|签订|受灾|受损|损毁|发生|反馈)(?:的|并[^，。；]{1,6}的)"
)
# 在2025年已有托位的基础上: what is begun with
_ON_BASE = re.compile(r"[^，。；\d]{0,20}(?:基础|水平|规模)之?上")
_PURPOSE = re.compile(
    r"为(?!期|了?期)[^。；]{2,80}?(?:打[下好牢][^，。；]{0,8}(?:基础|根基|底子)|奠定[^，。；]{0,14}(?:基础|根基)|奠基|"
    r"创造[^，。；]{0,8}条件|提供[^，。；]{0,12}(?:支撑|保障)|做[好足]?[^，。；]{0,6}准备|积蓄[^，。；]{0,6}力量)"
)
_CLAUSE_END = re.compile("[，；。：！？\n]")
_LISTED = ("、", "和", "及", "与", "至", "到", "，", "；", "。", "：")
_MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日|份)?")  # 2027年6月底前完成2025年度项目
# 用好2024年下达的资金; not 落实2026年前完成…
_USES = re.compile(f"{any_of('use')}$")
# 落实2027年任务 is done in 2027; 承接2026年结转项目 is done whenever
_CARRIES_OUT = re.compile(f"{any_of('carry_out')}$")
_LEFT_OVER = re.compile(r"度?[^，。；：、\d]{0,6}(?:结转|结余|遗留|已(?=[一-鿿]))")
_DEALS_WITH = re.compile(f"(?:{any_of('use', 'carry_out', 'lean', 'tend', 'build', 'act', 'kept')}|对|抓紧|加快|提前)$")
_THING = re.compile("(?:[^，。；：、\\d]{1,12}的)?(?!实现|达到|新[增建]|完成|前|底|末|全[面部年]|以)[一-鿿“《]{2}")
_DATE_ENDS = re.compile("(?:\\d{1,2}月)?[底末份]?前?，[^，。；：、\\d]{1,8}")
_LONGEST_VERB = 6
_HEADED = ("", "，", "。", "；", "：", "—", "\n", "自", "从")  # what may stand before 2020年以来
_DIGIT = re.compile(r"\d")
# ---- tense ----
_PAST = re.compile(
    r"已(?![知婚故退然])(?=[一-鿿])|去年(?<![比较与]去年)(?!同期|的|水平|基数)|目前(?<!项目前)(?!基础)|截至|截止|现有(?!基础)|当前(?!和今后)|近年来|过去|以来|曾经|据统计"
)
_COMPARED_PAST = re.compile("[较比]上年|同比")
_FUTURE = re.compile(
    r"力争|争取|将(?!军)|要(?<![主重需只还必简纪首]要)(?=(?:力争|确保|新|再|全面|努力)?(?:实现|达到?|完成|建成|新增|新建|保持|控制|超过|突破|培育|引进))|到20[2-9]\d年|确保|努力|届时|不低于|不少于|控制在|目标|再(?=[新增建培打引])|计划(?=新|建|到|投)|拟"
)
_REWORKED = (
    "(?:改扩建|改建|扩建|迁建|改造|更新|更换|升级|提升|修复|修缮|维修|加固|治理|整治|整合|清理|淘汰|拆除|完成|搬迁)"
)
# 改扩建现有20座泵站, 完成现有30条道路治理: what exists is worked on
EXISTING_REWORKED = re.compile(f"{_REWORKED}(?:好|了)?(?:全部)?(?:[现已原既]有)(?:的|各类)?$")
_NOW = "(?:[现已既原]有|目前|当前|现状)"
# what stands in a modifier: 巩固2020年以来的成果, 在现有…基础上, 以现有…为基础, 已建成的园区, 对已建成园区
_MODIFIER = re.compile(
    r"(?:巩固|总结|延续|拓展|保持|用好)[^，。；]{0,14}以来(?!，)|以来(?!，)[^，。；\d]{1,10}的(?=[一-鿿])|"
    r"(?:对|将|把)[^，。；]{0,8}以来(?!，)[^，。；\d]{1,10}的(?=\d)|"  # 对2010年以来规划的31个小区
    r"[在以][^，。；]{0,30}?(?:的?基础上|为(?:基础|依托|基期|基准|起点))|"
    r"(?:已经?|现有|(?<=[^，。；\n])(?:目前|当前))[^，。；\d]{0,20}?的(?=[一-鿿])|"  # at the head they say when
    rf"{_REWORKED}(?:好|了)?(?:全部)?现有|"
    # a clause of its own that only says with what one begins: 在现有参保水平上，; 结合现有条件，
    rf"(?:[在以][^，。；\d]{{0,8}}{_NOW}[^，。；\d]{{0,16}}(?:上|下|同时|前提|起点|参照)|"
    rf"(?:立足|结合|按照?|根据|基于|参照|依照|对照|针对|对标|依托|利用|发挥|用好|围绕|着眼于?|统筹)[^，。；\d]{{0,16}}{_NOW}[^，。；\d]{{0,16}})(?=，)|"
    r"(?<=\d[个座条处家所项户件])[现原既]有(?=[一-鿿])|[由从](?:目前|当前)的?(?=\d)|"
    r"(?:对|将|把|巩固|提升|完善|改造|盘活|整合|利用|依托|优化|发挥|围绕|加速|加快|推[进动]|实施|支持|鼓励)(?:已经?|现有|目前|当前)[^，。；\d]{0,3}"
)


def governing(text: str) -> tuple[YearMark, ...]:
    """The years of a compact paragraph that say when, in their order: no names, bases of comparison, purposes.

    >>> [m.year for m in governing("办好2026年亚运会，以2020年为基期，到2030年游客翻番；2027年完成2026年剩余工程")]
    [2030, 2027]
    """
    if not _HAS_YEAR.search(text):
        return ()
    marks = [m for m in year_marks(text) if not m.base]
    if not marks:
        return ()
    named = [n.span() for n in NAMED.finditer(text) if not _QUOTED_FRAME.match(n[0])]
    aims = [p.span() for p in _PURPOSE.finditer(text)] if "为" in text else []
    kept: list[YearMark] = []
    follows = False  # whether the mark behind names a thing, which a list of years does together
    for i, mark in reversed(list(enumerate(marks))):
        joined = i + 1 < len(marks) and text[mark.end : marks[i + 1].start] in ("", "、", "和", "与")
        follows = (joined and follows) or _names_a_thing(text, mark)
        if not follows and not _inside(mark.start, named, strictly=True) and not _inside(mark.start, aims):
            kept.append(mark)
    return tuple(_heads(text, kept[::-1]))


def _names_a_thing(text: str, mark: YearMark) -> bool:
    before = text[max(0, mark.start - 4) : mark.start]
    begun_with = text.startswith("在", mark.start) and _ON_BASE.match(text, mark.end)
    left = _deals_with(text, mark, _CARRIES_OUT) and _LEFT_OVER.match(text, mark.end)
    used = not mark.during and (left or _deals_with(text, mark, _USES))
    if (
        begun_with
        or used
        or _BEFORE_ONE.search(before)
        or (_FROM_ONE.search(before) and _MADE_BASE.match(text, mark.end))
    ):
        return True
    if _LEVEL_THEN.match(text, mark.end) and text.startswith(("到", "至"), mark.start):
        return False  # 提高到2027年的41%
    if _NAMES.match(text, mark.end) or _DONE_THEN.match(text, mark.end):
        return not text.startswith("的", mark.end) or not mark.during
    if text.startswith("以来", mark.end - 2) and before[-1:] not in _HEADED:
        return True  # 巩固2020年以来的成果
    if text[mark.end - 1] not in "五”":
        return False
    return bool(_PLANS.match(text, mark.end) or (_DRAWS_UP.search(before) and _PAPER.match(text, mark.end)))


def _deals_with(text: str, mark: YearMark, verbs: re.Pattern[str]) -> bool:
    """Whether a year right behind a verb opens the name of what it works with: 用好2024年下达的资金."""
    before = text[max(0, mark.start - _LONGEST_VERB) : mark.start]
    named = text[mark.start : mark.start + 1] in "12二十“" and text[mark.end - 1] in "年度"
    return named and bool(verbs.search(before) and _THING.match(text, mark.end))


def of_the_present(text: str, marks: tuple[YearMark, ...], began: int | None) -> tuple[YearMark, ...]:
    """Of the years of a text that plans, those that say when: not one that is over amid what is done now.

    >>> marks = governing("完成2025年度水利项目12个，2027年新建6个")
    >>> [m.year for m in of_the_present("完成2025年度水利项目12个，2027年新建6个", marks, 2025)]
    [2027]
    """
    if began is None:
        return marks
    return tuple(m for m in marks if m.year > began or not _deals_with(text, m, _DEALS_WITH))


def _inside(at: int, spans: list[tuple[int, int]], *, strictly: bool = False) -> bool:
    i = bisect_right(spans, (at, len(spans) and spans[-1][1] + 1)) - 1
    return i >= 0 and spans[i][0] + strictly <= at < spans[i][1]


def _heads(text: str, marks: list[YearMark]) -> Iterator[YearMark]:
    """Those that head a clause or a part of one: not the second year of 2027年完成2026年剩余工程."""
    last: YearMark | None = None
    for mark in marks:
        if last is not None:
            between = text[last.end : mark.start]
            listed = text.startswith(_LISTED, mark.start) or between.endswith(_LISTED) or not between
            if not listed and not _CLAUSE_END.search(between) and not _DIGIT.search(_MONTH.sub("", between)):
                continue
            if mark.year < last.year and _DATE_ENDS.fullmatch(between) and _deals_with(text, mark, _DEALS_WITH):
                continue  # 2028年底前，完成2026年度项目
        yield mark
        last = mark


class Tenses:
    """The words of a compact paragraph that tell past or future, each looked for once."""

    def __init__(self, text: str, *, compared: bool) -> None:
        """`compared`: whether 比上年 tells the past, as it does where no goals are set."""
        signs: list[tuple[int, Tense]] = []
        past = [m.start() for m in _PAST.finditer(text)]
        past += [m.start() for m in _COMPARED_PAST.finditer(text)] if compared else []
        if past:
            hidden = [m.span() for m in _MODIFIER.finditer(text)]
            signs += [(at, "past") for at in past if not _inside(at, hidden)]
        self.past_said = bool(signs)
        signs += [(m.start(), "future") for m in _FUTURE.finditer(text)]
        signs.sort()
        self._signs = signs
        self._places = [at for at, _ in signs]
        self._ends = [m.start() for m in _CLAUSE_END.finditer(text)] if signs else []

    def future(self, start: int, end: int) -> bool:
        """Whether a word of the future stands in [start, end)."""
        return any(tense == "future" for _, tense in self._within(start, end))

    def past(self, start: int, end: int) -> bool:
        """Whether what stands at the end of [start, end) is told of the past: by the last clause that has a sign."""
        if not self.past_said:
            return False
        signs = self._within(start, end)
        if not signs:
            return False
        i = bisect_left(self._ends, signs[-1][0])
        clause = self._ends[i - 1] if i else 0
        return all(tense == "past" for at, tense in signs if at >= clause)

    def _within(self, start: int, end: int) -> list[tuple[int, Tense]]:
        return self._signs[bisect_left(self._places, start) : bisect_left(self._places, end)]
