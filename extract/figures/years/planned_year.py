"""What the opening of a document says that it plans, and for what year: the preamble, or the first lines of a text
without chapters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guitu.extract.structure.draft import Draft
from guitu.ontology.figure_words import any_of

_OPENING = 400  # characters of a text without chapters that tell what it is
_PLAN = rf"{any_of('planned_paper')}(?![^，。；：]{{0,4}}{any_of('reporting')})"
_ANY_PLAN = re.compile(_PLAN)
# a title that looks back: 2026年民生实事完成情况
_REPORTS = re.compile(any_of("reporting"))
# 云州市公布2027年行动计划, 出台了十条措施; what is to be done is named next: 办好10件实事：, 实现以下目标：
_ANNOUNCED = re.compile(
    rf"(?:公布|发布|印发|出台|下达|通过|编制|制定|制订|推出|部署)了?[^。；\n]{{0,40}}?{_PLAN}"
    r"|(?:兴办|办好|办理|实施|抓好|完成|实现)(?:好|了)?[^，。；：\n]{0,16}(?:实事|目标|任务|项目)：(?!20\d\d)"
)
_DONE_ALREADY = re.compile("已(?:经)?(?:全部|如期|圆满|顺利)?(?:完成|办结)|圆满完成|如期完成|全部完成|超额完成")
# 现将2026年重点工作分解如下, 为确保2026年《政府工作报告》目标任务落实，制定本方案
_SHARES_OUT = re.compile(
    r"(?:(?:现|特|兹)(?:就|将|把|对)|为(?:全面|切实|圆满|认真|高质量|更好|扎实|确保|了)*(?:做好|抓好|完成|落实|抓实|推进|实现|办好|推动|贯彻)?(?:好|实)?)"
    r"[^，。；]{0,24}?(?P<year>20\d\d)年(?:度)?(?!以|前|底|至|到|末|-)[^，。；\d]{0,16}?"
    r"(?:政府工作报告|(?:工作|生产|建设|年度|目标|主要|重点|造林)任务|重点工作|工作要点|工作计划|实事)"
    r"[^。]{0,120}?(?:分解|分工|下达|印发|公布|通知|安排|意见|制[定订])"
)
_OF_PLAN = re.compile(rf"(?<![\d—~至-])(?P<year>20\d\d)年度?(?![底末]|以)[^，。；：\n\d]{{0,24}}?{_PLAN}")
_OPENS_WITH = re.compile(r"\s*(?P<year>20\d\d)年(?:度|，|全[省市县区]|[一-鿿]{0,8}(?:要|将))")
_SPACE = re.compile(r"[^\S\n]+")
_TITLE_SIGNS = str.maketrans("", "", "《》〈〉“”")


@dataclass(frozen=True, slots=True)
class Planned:
    """`plans`: whether what a text without chapters says is planned; `year`: the one year that it is for."""

    plans: bool = False
    year: int | None = None


def planned(draft: Draft) -> Planned:
    """What the title and the opening say. A text with chapters is read by their headings: its preamble tells the year.

    A year is of the work only where the opening names one, the year of issue or the next where that is known.
    """
    document = draft.document
    opening = _SPACE.sub("", _opening(draft)).translate(_TITLE_SIGNS)
    announced = _ANNOUNCED.search(opening)
    plans = False
    if not draft.sections and not (_REPORTS.search(document.title) or _DONE_ALREADY.search(opening)):
        plans = bool(document.type in ("plan", "measures") or _ANY_PLAN.search(document.title) or announced)
    said = {int(match["year"]) for match in _SHARES_OUT.finditer(opening)}
    if plans and not said:
        title = "" if opening.lstrip().startswith(document.title) else document.title
        first = _OF_PLAN.search(title) or _OF_PLAN.search(opening) or (announced and _OPENS_WITH.match(opening))
        said = {int(first["year"])} if first else set()
    year = said.pop() if len(said) == 1 else None
    if year is None or (document.issued and not 0 <= year - document.issued.year <= 1):
        return Planned(plans)
    return Planned(plans, year)


def _opening(draft: Draft) -> str:
    """The preamble of a text with chapters, else the first lines."""
    if draft.sections:
        heading = next((i for i, one in enumerate(draft.passages) if one.chapter != "front" or one.heading), None)
        return "\n".join(map(draft.read, draft.passages[:heading]))
    within = draft.document.extent
    end = min(within.end, within.start + _OPENING) if within.end else _OPENING
    return draft.text.folded[within.start : end]
