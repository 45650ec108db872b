"""Gaps for agencies whose place the document does not tell: one for each sign, 省 of 省财政厅, at its first mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guitu.extract.facts import Gap, Responsibility

_SIGN = re.compile(r"自治区|自治州|自治县|[省市县区州盟旗]")
_SHOWN = 3


def unsettled(facts: Sequence[Responsibility]) -> Iterator[Gap]:
    """The gaps of facts in the order of the text; unknown agencies have gaps of their own."""
    found: dict[str, list[Responsibility]] = {}
    for fact in facts:
        if fact.agency.known and not fact.agency.settled:
            sign = _SIGN.search(fact.agency.name[:4])
            found.setdefault(sign[0] if sign else "", []).append(fact)
    for written, told in found.items():
        names = list(dict.fromkeys(fact.agency.name for fact in told))
        listed = "、".join(names[:_SHOWN]) + (f"等{len(names)}个" if len(names) > _SHOWN else "")
        what = f"“{written}”指哪里" if written else "下列单位属于哪里"
        yield Gap("unsettled-place", f"文件没有说明{what}，名称按原文保留：{listed}", told[0].span)
