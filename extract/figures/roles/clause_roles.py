"""Which numbers of a clause are figures, each with its role."""

from __future__ import annotations

import re

from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.setting import Setting
from guitu.extract.figures.roles.number_roles import Role, role, starts_range

_MINIMUM = ("不低于", "不少于", "不小于", "不短于", "至少", "最少")
NAMED_NEXT = re.compile("：|，(?:包括：|分别[是为]|即|具体为|一是|具体包括|(?:具体|现)?[一-鿿]{0,6}如下)")
"""What shows, right behind a clause, that those counted in it are then named."""
_OPENS_MODIFIER = ("与", "具有", "具备", "集", "能", "以")
_MODIFIES = re.compile(
    r"(?:与|具有|具备|集|能够?|以)[^，。；：\d的]{3,24}，(?!完善|加强|健全|推[进动]|优化|提升|加快|落实|制定|探索)"
    r"[^，。；：\d]{2,24}的(?P<noun>[^的，。；：\d]{3,20})(?=[，。；]|$)"
)
_LOOK_BACK = 90  # characters before a number in which its subject stands


def roles_of(text: str, start: int, end: int, inside: list[Quantity]) -> list[tuple[Quantity, Role]]:
    """The numbers of a clause that are figures, each with its role."""
    roles: list[tuple[Quantity, Role]] = []
    last_counter = max((i for i, q in enumerate(inside) if q.kind == "counter"), default=-1)
    for i, q in enumerate(inside):
        before = roles[-1][0].trail if roles else start
        head = text[max(before, q.lead - _LOOK_BACK) : q.lead]
        if roles and roles[-1][1] == "things" and head.endswith(("、", "和", "及", "与")):
            head = "、"  # 3个中心、5个园区
        between = text[q.trail : inside[i + 1].lead] if i + 1 < len(inside) else None
        of_those = modified(text, q)
        tail = of_those["noun"] if of_those else text[q.trail : min(end, q.trail + _LOOK_BACK)]
        behind = bool(roles) and roles[-1][1] == "things" and roles[-1][0].trail == q.lead
        minimum = text.startswith(_MINIMUM, q.lead)
        sign, named = text[max(0, q.start - 1) : q.start], NAMED_NEXT.match(text, end) is not None
        at = Setting(q, head, tail, between, sign, last_counter > i, behind, minimum, named)
        more = (
            bool(roles)
            and roles[-1][1] == "end"
            and roles[-1][0].trail == q.lead
            and q.kind in ("counter", "measure")
            and roles[-1][0].kind != "money"
        )
        if found := "end" if more or _rises(text, start, roles, q) else role(at):
            roles.append((q, found))
    return roles


def modified(text: str, q: Quantity) -> re.Match[str] | None:
    """The things counted behind words that a comma parts: 至少建设一个与需求相适应，功能完备的服务中心."""
    return _MODIFIES.match(text, q.trail) if q.kind == "counter" and text.startswith(_OPENS_MODIFIER, q.trail) else None


def _rises(text: str, start: int, roles: list[tuple[Quantity, Role]], q: Quantity) -> bool:
    """Whether a number is the upper end of 从76.5岁提高到78岁."""
    if not roles:
        return False
    begin = roles[-2][0].trail if len(roles) > 1 else start
    last = roles[-1][0]
    return bool(starts_range(text[max(begin, last.lead - _LOOK_BACK) : last.lead], text[last.trail : q.lead]))
