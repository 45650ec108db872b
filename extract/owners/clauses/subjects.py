"""Who is the subject of what follows its name: 市水利局加强巡查, 各区要…; never a part of a longer name."""

from __future__ import annotations

import re

from guitu.extract.owners.clauses.duties import running_verb_at, skip_fillers
from guitu.extract.structure.outline.chapters import is_action

WORKS = re.compile(  # what the words behind a name begin with
    r"[，。；]|$|等|针对|[对将按就以在从]|开展|推进|推动|制定|制订|研究|组织|做好|建立|抓好|加强|加快|完善|编制|建设|实施|落实|指导|进行|共同|联合|定期|及时|依法|严格|积极|进一步|尽快|认真"
    r"|持续|统一|统筹|全面|深入|大力|切实|不断|逐步|履行|提升|优化|强化|根据|依据|结合"
    r"|[接收]到|采集|汇总|审核|拟[定订]|起草|发布|核[定实查]|确定|提出"
)
"""What the words behind a name begin with: 开展, 按照, a stop."""

SLOGAN = re.compile(r"(?:统一领导|总揽全局|齐抓共管|各司其职|各负其责|各尽其责)[^。]{0,80}(?:格局|体制|机制|合力)")
"""A slogan of order among all, which is no duty."""

# 公示期满后，结合调研情况，: what stands before the subject of a sentence
AHEAD = re.compile(
    "(?:[^，。；]{2,40}(?:[后时前底中下上]|基础上)|(?:结合|根据|按照?|围绕|针对|依据|对照)[^，。；]{2,60})(?:，(?:结合|根据|按照?)[^，。；]{2,60})?"
)
"""What stands before the subject of a sentence, up to its comma."""

_MUST = re.compile(r"要|应|须|必须")
_BLANKS = re.compile(r"（ +）")


def acts_behind(text: str, at: int, *, first: bool) -> bool:
    """Whether those named up to `at` must do what follows, or, `first` in their sentence, do it.

    >>> acts_behind("市水利局加强巡查", 4, first=True), acts_behind("市政府督导室要巡查", 3, first=True)
    (True, False)
    """
    if _MUST.match(text, at) or not first:
        return bool(_MUST.match(text, at))
    charged = running_verb_at(text, skip_fillers(text, blank(text, at), len(text)))
    return bool(charged or WORKS.match(text, blank(text, at)) or is_action(text[blank(text, at) :]))


def blank(text: str, at: int) -> int:
    """The end of a bracket at `at`, which has been blanked: 市绿化委员会（林业局）负责."""
    after = _BLANKS.match(text, at)
    return after.end() if after else at
