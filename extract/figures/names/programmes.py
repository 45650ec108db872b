"""What a programme works on, for a bare verb behind it: 实施背街小巷整治工程，治理20条 says 背街小巷治理."""

from __future__ import annotations

import re

_LEAD = re.compile("^(?:新?一轮|新一批|[一二三四五六七八九十两\\d]{1,3}大)")
_TAIL = re.compile(
    "(?:(?:提档|提质|提升|改造|建设|整治|治理|攻坚|改善|畅通|升级|修复|增效|扩面|强基|惠民|专项|重点|配套|推进|培育|创建){1,4})?(?:行动|工程|项目|计划|工作)$"
)
_LEAST = 2  # characters of what is worked on


def worked_on(name: str) -> str:
    """The object of a programme without what tells the programme; any other name, or one in quotes, as it is.

    >>> worked_on("背街小巷整治工程"), worked_on("新一轮农村公路提升行动"), worked_on("产地仓")
    ('背街小巷', '农村公路', '产地仓')
    """
    bare = _TAIL.sub("", _LEAD.sub("", name))
    return bare if len(bare) >= _LEAST and not bare.endswith("”") else name
