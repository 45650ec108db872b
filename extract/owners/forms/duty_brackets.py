"""Which brackets and labelled lines give owners: （市水利局牵头）, …。（市水利局、市财政局）; not 片区（东桥区）."""

from __future__ import annotations

import re

from guitu.extract.owners.clauses.duties import Clause
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like

_ENDS_AS_DUTY = re.compile(r"(?:负责|牵头|配合|分工|落实|实施|参与)$")
_SIGNED = re.compile(r"[市省区县州盟旗]")
_STOPS = ("。", "；", "！")


def is_duty(text: str, span: Span, clause: Clause) -> bool:
    """A label or a verb tells it; or, at the end of a sentence, a bracket that holds agencies only."""
    inside = text[span.start : span.end]
    if clause.has_duty_word:
        if clause.owners:
            # words before the first agency are a sentence of their own: （其中由企业承担的部分…）
            return not clause.unread or clause.unread[0].start > clause.owners[0].span.start or "：" in inside[:12]
        return bool(_ENDS_AS_DUTY.search(inside) or re.match(r"[^，。；（）]{2,10}(?:单位|部门)：", inside))
    before, after = text[: span.start - 1].rstrip(), text[span.end + 1 :].strip(" 。；")
    sure = sum(owner.agency.known or bool(_SIGNED.match(owner.agency.written)) for owner in clause.owners)
    if not clause.owners or clause.unread or 2 * sure < max(2, len(clause.owners)):
        return False
    closes = len(clause.owners) > 1 or (not is_agency_like(before[-12:]) and len(before) > len(inside))
    return before.endswith(_STOPS) or (closes and not after and not (before and _says_where(inside, clause)))


def _says_where(inside: str, clause: Clause) -> bool:
    """Whether only regions are named, each alone: behind a title they are where it is, 北部片区（东桥区、西河区）."""
    return "府" not in inside and all(
        owner.agency.name.endswith("府") and not owner.agency.group for owner in clause.owners
    )
