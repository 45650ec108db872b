"""Duties in running text: 由市发展改革委牵头，各有关部门配合; only where a duty word ties an agency to the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.agencies import match
from guitu.extract.duties import Owner, join_at, running_verb_at, skip_fillers
from guitu.extract.facts import Agency, Role
from guitu.extract.text import Span
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

_CUE = re.compile(r"牵头|负责|配合|协同|参与|会同|联合|组织实施|责任|协助|主抓|各负其责")
_SENTENCE = re.compile(r"[^。；;！？\n]+")
# where a list of agencies can begin: at a sign, or after 由 and its like, 建立（市教育局牵头的机制）
_OPENING = re.compile(r"^|[，,、：:\s　）]|均由|分别由|由|以(?!上|下|及|内|外|来)|请|建立|成立|形成|构建|健全|完善")
# said for what follows: 以下任务均由…负责, 各项任务由…为第一责任单位
_FOLLOWING = re.compile(
    r"(?:以下|下列|下述|各项|所有|上述|前述|本(?:方案|计划|措施|行动|规划)(?:各项|所列|确定的)?)"
    r"[^，。；]{0,10}?(?:任务|措施|事项|工作|举措|项目|条款|内容)?[^，。；]{0,8}?(?:均由|均以|都由|由|以)$"
)
_NOT_WORK = re.compile(r"(?:具体)?负责(?:的|解释|最终解释|.{0,6}解释工作)")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Said:
    """Owners that a sentence names; `following`: for the tasks after it; spans are positions in the passage."""

    owners: tuple[Owner, ...]
    span: Span
    following: bool = False


def running(text: str, here: Region | None) -> Iterator[Said]:
    """The duties that the sentences of a passage tell, brackets blanked.

    >>> from guitu.ontology.districts import region
    >>> said = running("由市水务局牵头，各有关部门配合。", region("云州市"))
    >>> [(owner.agency.name, owner.role) for one in said for owner in one.owners]
    [('云州市水务局', 'lead'), ('云州市各有关部门', 'support')]
    >>> list(running("鼓励各区参与建设，在市政府领导下推进。", region("云州市")))
    []
    """
    for sentence in _SENTENCE.finditer(text):
        if len(sentence[0]) <= _LONGEST and _CUE.search(sentence[0]):
            yield from _sentence(sentence[0], sentence.start(), here)


def _sentence(text: str, offset: int, here: Region | None) -> Iterator[Said]:
    at = 0
    for opening in _OPENING.finditer(text):
        if opening.end() < at:
            continue
        listed, end = _list(text, opening.end(), here)
        if not listed:
            continue
        read = _duty(text, listed, end, here)
        if read is None:
            continue
        owners, at = read
        said = tuple(Owner(a, role, i, span.shift(offset)) for i, (a, role, span) in enumerate(owners))
        following = bool(_FOLLOWING.search(text[: opening.end()]))
        yield Said(said, Span(listed[0][1].start, at).shift(offset), following)


_Listed = Sequence[tuple[Agency, Span]]


def _list(text: str, start: int, here: Region | None) -> tuple[_Listed, int]:
    """The agencies in a row at `start`, and where their verb would stand."""
    found: list[tuple[Agency, Span]] = []
    at = start
    while len(found) < 60 and (agency := match(text, at, here, bare=False)):
        found.append((agency[0], Span(at, agency[1])))
        at = agency[1]
        if not (separator := re.compile(r"、|等(?=国务院|有关|相关)|以及|及|和|与").match(text, at)):
            break
        at = separator.end()
    end = found[-1][1].end if found else start
    return found, skip_fillers(text, end, len(text))


def _duty(
    text: str, listed: _Listed, at: int, here: Region | None
) -> tuple[list[tuple[Agency, Role, Span]], int] | None:
    """What the words after a list make of it: a verb, or 会同 and a second list; None for nothing."""
    if verb := running_verb_at(text, at):
        if _NOT_WORK.match(text, verb.start()):
            return None
        role = duty_words().running[verb["word"]]
        owners = [(agency, role, span) for agency, span in listed if role != "none"]
        if not (join := join_at(text, skip_fillers(text, verb.end(), len(text)))):
            return owners, verb.end()
    elif join := join_at(text, at):
        owners = [(agency, "lead", span) for agency, span in listed]
    else:
        return None
    others, end = _list(text, join.end(), here)
    if not others:
        return (owners, join.end()) if verb else None
    return [*owners, *((agency, "support", span) for agency, span in others)], end
