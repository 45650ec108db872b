"""The year whose work a document shares out, by the sentence of its preamble that says so."""

from __future__ import annotations

import re

from guitu.extract.structure.draft import Draft

# 现将2026年重点工作分解如下, 为确保2026年《政府工作报告》目标任务落实，制定本方案
_SHARES_OUT = re.compile(
    r"(?:(?:现|特|兹)(?:就|将|把|对)|为(?:全面|切实|圆满|认真|高质量|更好|扎实|确保|了)*(?:做好|抓好|完成|落实|抓实|推进|实现|办好|推动|贯彻)?(?:好|实)?)"
    r"[^，。；]{0,24}?(?P<year>20\d\d)年(?:度)?(?!以|前|底|至|到|末|-)[^，。；\d]{0,16}?"
    r"(?:政府工作报告|(?:工作|生产|建设|年度|目标|主要|重点|造林)任务|重点工作|工作要点|工作计划|实事)"
    r"[^。]{0,120}?(?:分解|分工|下达|印发|公布|通知|安排|意见|制[定订])"
)
_SPACE = re.compile(r"\s+")
_TITLE_SIGNS = str.maketrans("", "", "《》〈〉“”")


def years(draft: Draft) -> tuple[int, int] | None:
    """The year before the one whose work the preamble shares out, and that year; None where it names none or several.

    A title that names years goes before, and so does the day of issue, where the year is not this one or the next.
    """
    document = draft.document
    if document.period or re.search(r"20\d\d", document.title):
        return None
    found: set[int] = set()
    for passage in draft.passages:
        if passage.chapter != "front" or passage.heading:
            break
        words = _SPACE.sub("", draft.read(passage)).translate(_TITLE_SIGNS)
        found |= {int(match["year"]) for match in _SHARES_OUT.finditer(words)}
    year = found.pop() if len(found) == 1 else None
    issued = document.issued
    if year is None or (issued and not 0 <= year - issued.year <= 1):
        return None
    return year - 1, year
