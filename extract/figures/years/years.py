"""Years in folded text: 到2025年底, 截至2020年末, “十四五”期间, 2016-2020年, 二〇三五年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guitu.extract.figures.numbers.quantities import number

_ORDINALS = {
    "十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16, "十七": 17,
}  # fmt: skip
_FIRST_PERIOD_END = 1957  # of 一五; the n-th five-year plan ends five years later for each n, from 八五 on
_YEAR = r"(?:(?:19|20)\d\d|二[〇零O][一二三四五六七八九][〇零一二三四五六七八九])"
_PERIOD = (  # “十四五”, 十四五; not the 十五 of 三十五家
    "(?:“(?P<named>十[一二三四五六七]?五)”|"
    "(?<![一二三四五六七八九百千])(?P<period>十[一二三四五六七]五)(?![家个年种项所]))"
)
_RANGE = rf"(?P<from>{_YEAR})年?[-~—至到](?P<to>{_YEAR})年"
_FISCAL = r"(?P<first>20\d\d)[-/](?P<second>\d\d)(?:财政|学)?年度"  # 2027-28年度
_FISCAL_YEARS = (  # 2027-28至2031-32年度
    r"20\d\d[-/]\d\d(?:年度)?至(?P<last>20\d\d)[-/]\d\d(?:(?:财政|学)?年度|的?[一二三四五六七八九十]年期)"
)
_REPUBLIC = r"(?P<republic>(?<=[至到于])1[0-3]\d(?=年)|(?<!\d)1[0-3]\d(?=年[度底]))年度?"  # 至117年底
_YEAR_ONE = 1911
_LED = re.compile(r"(?P<base>较|(?<!占)(?<!配)比|与|相比|相对于?|在|从|由)?(?P<until>到|至|截至|截止|力争|于)?$")
_LONGEST_LED = 5
# 起重机, 起航, 起步: words of their own; not 2026年起重点…, 起航空…, 起运营…
_NO_BEGINNING = (
    "[点跑码诉伏]|步(?!行)|降(?![低至到])|草(?![原地场])|飞(?!机)|运(?![营输行用送])|"
    "重(?![点大要新])|航(?![空班线道运天])|始(?!终)"
)
_MARK = re.compile(
    rf"(?:{_RANGE}|(?P<year>{_YEAR})年(?:度(?!假))?|{_FISCAL_YEARS}|{_FISCAL}|{_REPUBLIC}|{_PERIOD})"
    rf"(?:期?[末初]|年?[底末]|期间|时期|或?以?前|或?之前|以来){{0,3}}(?:以后|之后|起(?!{_NO_BEGINNING}))?"
)
_CUE = re.compile(r"19\d\d|20\d\d|二[〇零O]|1[0-3]\d年|十五|十[一二三四五六七]五")
_REMARKED = re.compile(  # 三年内（2025-2027年）, 未来十年（2023-24至2032-33年度）
    r"(?:年|期|年内|年间|期间|时期|年里)(?P<remark>（(?:即|自|从)?(?P<since>20\d\d)(?:-\d\d)?年?(?:度|起)?(?:[-~—至到]{1,2}|至)"
    r"(?:20\d\d-)?(?P<until>20\d\d|(?<=-)\d\d)年?(?:度|底|末)?）)"
)
_AS_MUCH = ("达到", "相当于", "是", "为")
_AND = re.compile("、|和|及|与|以及")


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year that the text names, at [start, end).

    `base`: only what something is compared with or begins at (较2015年, 从2015年); `begins`: 2015年起.
    """

    start: int
    end: int
    year: int
    base: bool = False
    during: bool = False  # “十四五”期间, 2016-2020年
    since: int | None = None  # the first year of 2016-2020年
    begins: bool = False


def year_marks(text: str) -> Iterator[YearMark]:
    """Every year of compact folded text in its order.

    >>> [(m.year, m.base) for m in year_marks("到2025年底，较2020年增长10%；到“十五五”末")]
    [(2025, False), (2020, True), (2030, False)]
    """
    for led_by, found in _found(text):
        since = int(number(found["from"].replace("O", "〇"))) if found["from"] else None
        if period := found["named"] or found["period"]:
            year = period_end(period) or 0
            during = "期间" in found[0] or "时期" in found[0]
        elif found["last"]:
            year, during = int(found["last"]) + 1, True
        elif found["first"] or found["republic"]:
            during = False
            year = int(found["first"]) + 1 if found["first"] else int(found["republic"]) + _YEAR_ONE
            if found["first"] and year % 100 != int(found["second"]):
                continue
        else:
            written = found["to"] or found["year"]
            year = int(number(written.replace("O", "〇")))
            during = found["to"] is not None
        base = led_by["base"] not in (None, "在") or text.startswith(("相比", "基础上", "的基础上"), found.end())
        begins = found[0].endswith("起")
        led = text[max(0, led_by.start() - 3) : led_by.start()] + (led_by["until"] or "")
        base = base or (text.startswith("的", found.end()) and led.endswith(_AS_MUCH))  # 达到“十三五”时期的95%
        yield YearMark(led_by.start(), found.end(), year, base or begins, during, since, begins)


def _found(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Each year as it is written, with what leads to it, where its first signs stand."""
    at = 0
    while cue := _CUE.search(text, at):
        start = cue.start()
        quoted = start > at and text[start - 1] == "“" and _MARK.match(text, start - 1)
        found = quoted or _MARK.match(text, start)
        if not found:
            at = start + 1
            continue
        led_by = _LED.search(text, max(at, found.start() - _LONGEST_LED), found.start())
        assert led_by is not None
        yield led_by, found
        at = found.end()


# 今年下半年, 去年; not 比去年, 去年同期, which something is compared with
_RELATIVE = re.compile(
    r"(?<![比较同与超])(?P<which>今年|本年度?|明年|去年)(?!同期|的|水平|基数|生)"
    r"(?:以来|[上下]半年|第?[一二三四]季度|年?[底末]之?前?|年?[初内])?"
)
_FROM_NOW = {"今": 0, "本": 0, "明": 1, "去": -1}


def relative_marks(text: str, year: int) -> Iterator[YearMark]:
    """The years that are told from that of the document.

    >>> [(m.year, m.end - m.start) for m in relative_marks("去年新增8家，今年下半年比去年多建3家", 2026)]
    [(2025, 2), (2026, 5)]
    """
    for found in _RELATIVE.finditer(text):
        yield YearMark(found.start(), found.end(), year + _FROM_NOW[found["which"][0]])


# 到规划期末, 规划期内; 上版规划期末; what something is compared with, 较上版规划期末, says no year
_OF_PLAN = re.compile("(?P<former>上一?[轮版期个](?:轮|版)?)?规划期(?:末年?|间|内|限内)(?!的)")
_COMPARES = ("比", "较", "同", "超")


def plan_marks(text: str, began: int, end: int) -> Iterator[YearMark]:
    """The years that are told by the period of the plan, and by that of the plan before.

    >>> [(m.year, m.end - m.start) for m in plan_marks("规划期末达到9座，较上版规划期末增加2座", 2025, 2030)]
    [(2030, 4)]
    >>> [m.year for m in plan_marks("上版规划期间注销1家。到本规划期末，新建3家", 2025, 2030)]
    [2025, 2030]
    """
    for found in _OF_PLAN.finditer(text):
        if not text.endswith(_COMPARES, 0, found.start()):
            yield YearMark(found.start(), found.end(), began if found["former"] else end)


def remarked(text: str) -> Iterator[tuple[int, YearMark]]:
    """The range of years in a remark on a span of time, with its place in a text that still has its remarks.

    >>> [(at, m.year, m.since) for at, m in remarked("未来五年（2026—2030年），新增")]
    [(4, 2030, 2026)]
    """
    for found in _REMARKED.finditer(text):
        since, until = found["since"], found["until"]
        year = int(until) if len(until) == len(since) else int(since[:2] + until)
        if int(since) < year:
            yield found.start("remark"), YearMark(0, 0, year, during=True, since=int(since))


def shared_years(text: str) -> tuple[int, ...]:
    """The years that one list names for what follows; empty where the last years are no list.

    >>> shared_years("到2025年和2030年，覆盖率分别达到"), shared_years("到2025年，覆盖率达到")
    ((2025, 2030), ())
    """
    marks = [m for m in year_marks(text) if m.year]
    listed = marks[-1:]
    for mark in reversed(marks[:-1]):
        if not _AND.fullmatch(text[mark.end : listed[0].start]) or mark.base:
            break
        listed.insert(0, mark)
    return tuple(m.year for m in listed) if len(listed) > 1 else ()


def period_end(period: str | None) -> int | None:
    """The last year of a five-year period, or of a range of years.

    >>> period_end("十四五"), period_end("2023-2025"), period_end(None)
    (2025, 2025, None)
    """
    if period is None:
        return None
    if (ordinal := _ORDINALS.get(period.strip("“”").removesuffix("五"))) is not None:
        return _FIRST_PERIOD_END + 8 + 5 * (ordinal - 2)
    years = re.findall(r"20\d\d", period)
    return int(years[-1]) if years else None
