"""Which brackets and labelled lines give owners: （市水利局牵头）, …。（市水利局、市财政局）; not 片区（东桥区）."""

from __future__ import annotations

import re

from guitu.extract.owners.clauses.duties import Clause
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like

_ENDS_AS_DUTY = re.compile(r"(?:负责|牵头|配合|分工|落实|实施|参与)$")
_SIGNED = re.compile(r"[市省区县州盟旗]")
_BODIES = re.compile("[一-鿿]{2,12}(?:部门|单位|企业|公司|机构)")
_AREAS = (*"省市区县州盟旗乡镇园", "街道")
_STOPS = ("。", "；", "！")


def is_duty(text: str, span: Span, clause: Clause, *, of_task: bool = True) -> bool:
    """A label or a verb tells it; or agencies only in the bracket, at the end of a sentence or alone in a task."""
    inside = text[span.start : span.end]
    if clause.has_duty_word:
        if clause.owners:
            # words before the first agency are a sentence of their own: （其中由企业承担的部分…）
            if not clause.unread or clause.unread[0].start > clause.owners[0].span.start or "：" in inside[:12]:
                return True
            return _is_of_list(text, clause.unread[0])
        return bool(_ENDS_AS_DUTY.search(inside) or re.match(r"[^，。；（）]{2,10}(?:单位|部门)：", inside))
    before, after = text[: span.start - 1].rstrip(), text[span.end + 1 :].strip(" 。；")
    sure = sum(owner.agency.known or bool(_SIGNED.match(owner.agency.written)) for owner in clause.owners)
    if not clause.owners or clause.unread or 2 * sure < max(2, len(clause.owners)):
        return False
    closes = len(clause.owners) > 1 or (not is_agency_like(before[-12:]) and len(before) > len(inside))
    if of_task and not before and not after and not _says_where(inside, clause):
        return True  # behind the title of a task, or on a line of its own
    return before.endswith(_STOPS) or (closes and not after and not (before and _says_where(inside, clause)))


def _is_of_list(text: str, unread: Span) -> bool:
    """Whether words that were not read are a name in the list: 项目主管部门、市水利局负责."""
    return text.startswith("、", unread.end) and bool(_BODIES.fullmatch(text, unread.start, unread.end))


def _says_where(inside: str, clause: Clause) -> bool:
    """Whether only areas are named, each alone: behind a title they are where it is, 片区（东桥区、经开区）."""
    return not re.search("[府委]", inside) and all(
        owner.agency.written.endswith(_AREAS) and not owner.agency.group for owner in clause.owners
    )
