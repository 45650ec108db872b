"""Whether a text without chapters sets out what is planned, as a plan or the news of one does, and for what year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guitu.extract.structure.draft import Draft
from guitu.ontology.figure_words import any_of

_OPENING = 400  # characters of a text that tell what it is
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
_OF_YEAR = re.compile(rf"(?<![\d—~至-])(?P<year>20\d\d)年度?(?![底末]|以)[^，。；：\n\d]{{0,24}}?{_PLAN}")
_OPENS_WITH = re.compile(r"\s*(?P<year>20\d\d)年(?:度|，|全[省市县区]|[一-鿿]{0,8}(?:要|将))")


@dataclass(frozen=True, slots=True)
class PlanningPaper:
    """`plans`: whether what a text without chapters says is planned; `year`: the one year it is for."""

    plans: bool = False
    year: int | None = None


def planning_paper(draft: Draft) -> PlanningPaper:
    """What the title and the opening of a text say of it; a text with chapters is read by their headings."""
    if draft.sections:
        return PlanningPaper()
    document = draft.document
    within = document.extent
    end = min(within.end, within.start + _OPENING) if within.end else _OPENING
    opening = draft.text.folded[within.start : end]
    title = "" if opening.lstrip().startswith(document.title) else document.title
    if _REPORTS.search(document.title) or _DONE_ALREADY.search(opening):
        return PlanningPaper()
    announced = _ANNOUNCED.search(opening)
    named = document.type in ("plan", "measures") or bool(_ANY_PLAN.search(document.title))
    plans = bool(named or announced)
    found = _OF_YEAR.search(title) or _OF_YEAR.search(opening)
    if found is None and announced:
        found = _OPENS_WITH.match(opening)
    return PlanningPaper(plans, int(found["year"]) if plans and found else None)
