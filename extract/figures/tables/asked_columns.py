"""Columns of a table that say what is judged, how much is asked and by when: 评价内容 | 评价要求 | 完成时间."""

from __future__ import annotations

import re

from guitu.extract.figures.years.years import year_marks

DUE = re.compile(
    "^(?:计划|预计|拟)?(?:完成|达到|达标|达成|实现|目标|建成)(?:时间|时限|期限|年限|年份|年度|时间节点)(?:要求)?$|^(?:时间节点|时限|期限)$"
)
"""The heading of a column that says by when: 完成时间; not 目标年."""
# what is judged, which the column of what is asked measures
_JUDGED = re.compile("^(?:评价|考核|评估|验收|监测|绩效|考评|观测)(?:内容|项目|要点|事项|点|因素)$")
_POINTS = re.compile(r"分值|得分|评分|扣分|权重|[得扣计加]\d")  # marks that are given, and no aims


def judged(heading: str, table: str) -> bool:
    """Whether a column names what is judged, in a table that gives no marks.

    >>> judged("评价内容", "评价内容\\n评价要求"), judged("评价内容", "评价内容\\n达标得5分")
    (True, False)
    """
    return _JUDGED.match(heading) is not None and not _POINTS.search(table)


def due_year(words: str) -> int | None:
    """The year by which a row is due, by its cell.

    >>> due_year("2027年6月底"), due_year("长期坚持")
    (2027, None)
    """
    marks = [mark.year for mark in year_marks(words)]
    return marks[-1] if marks else int(words) if re.fullmatch(r"20\d\d", words) else None
