"""What a clause leaves to the next one, and the indicator of a number with what its own clause leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guitu.extract import indicator_names as names

_INNER_VERB = re.compile(r"^(?:超过?|突破|大于|拥有|具有|具备|达到|获得|取得|持有)")
_SUBJECT_OF_TREND = re.compile(
    r"^(.{2,18}?)(?:保持|持续|不断|明显|显著|进一步|稳步|全面|基本|大幅|快速|加快|继续|健康|平稳|稳定)"
)
_TRADE = re.compile(r"(?:业|经济|贸易|事业|制造|物流|旅游|电商)$")
_PER = re.compile(r"每[^，、]{1,8}?(?:人口|人|平方公里|名老年人)(?:拥有)?")  # 每千人口拥有医师3人、护士4人


@dataclass(slots=True)
class Carry:
    """What a clause leaves to the next one."""

    topic: str  # whose measures a bare measure is: 云州软件业
    base: str = ""  # the last indicator that stood for itself
    last: str = ""  # the last indicator
    share: str = ""  # the last indicator with its share: 旅游业收入占全市比重
    aspect: str = ""  # 工业软件 of 工业软件方面
    names: tuple[str, ...] = ()  # those of the last A和B分别
    clause: str = ""  # the last clause without a number


def measured(head: str, carry: Carry, points: bool = False) -> str:
    """The indicator of a number at the end of its clause, with what it leaves out taken from the clauses before."""
    name = names.subject(head)
    inner = head.lstrip("，、；：").startswith("其中")
    if inner and (verb := _INNER_VERB.match(name)) and carry.last:
        at = max(carry.last.find(verb[0]), carry.last.find(verb[0][0]))
        if at > 0:
            return carry.last[:at] + name
    if carry.last.startswith(name) and names.BUILD_ALONE.fullmatch(name):
        return carry.last
    if not name or names.ELIDED.match(name):
        base = (carry.share if points else "") or carry.base or _subject_before(carry) or carry.topic
        if name == "占" or (name.endswith("占") and len(name) > 1):
            return name
        if base and name.startswith("占"):
            carry.share = base + name
        return base + name if base else ""
    if name.startswith(("拥有", "占据", "占有")) and carry.clause:
        return _subject_before(carry) + name
    if name.endswith("占") and "占" in carry.last:  # 甲占全国份额的5%，乙占3%
        name = name[:-1] + carry.last[carry.last.index("占") :]
    elif names.BARE_MEASURE.match(names.level_of(name) or name):
        name = _owner(carry) + name
    if head.startswith("、") and not name.startswith("每") and (per := _PER.match(carry.last)):
        name = per[0] + name
    if carry.aspect and "领域" in name and not name.startswith(carry.aspect):
        name = carry.aspect + name
    carry.base = names.level_of(name) or name
    carry.share = name if not names.CHANGE.search(name) else ""
    carry.topic = names.topic_of(name) or carry.topic
    return name


def _owner(carry: Carry) -> str:
    """Whose measure a bare measure is: of the trade that the clause before speaks of, else of the topic."""
    trend = _SUBJECT_OF_TREND.match(names.tidy(carry.clause))
    return trend[1] if trend and _TRADE.search(trend[1]) else carry.topic


def _subject_before(carry: Carry) -> str:
    """The subject of the clause before: of a trend (旅游业持续壮大), else its last noun phrase."""
    if trend := _SUBJECT_OF_TREND.match(names.tidy(carry.clause)):
        return trend[1]
    return re.split(r"[的、]|等", carry.clause)[-1] if "的" in carry.clause else ""
