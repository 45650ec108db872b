"""Responsibilities that bodies bear without a verb of work: 是改造的责任主体, 对本地水质负总责, 承担组织改造的责任."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Agency, Role
from guitu.extract.owners.clauses.subjects import blank
from guitu.extract.text import Span

# 承担起组织本地区改造的责任, 承担标准开发、质量监管等职责
_BORNE = re.compile(r"(?:切实|具体|主要|全面)?承担起?[^，；。]{2,40}?(?:责任(?![制人])|职责(?![分体]))")
# 落实综合监管责任, 履行相应职责
_FULFILS = re.compile(r"(?:落实|履行)好?(?:[^，、；]{2,20}责任(?![制人])|[^，、；]{1,12}职责(?![分体]))")
LEADS_AS = ("第一责任", "首要责任", "牵头")
"""Words before 主体, 单位 or 部门 that say who leads."""
_STRENGTHENS = "[^，；。的]{0,12}(?:[压落夯]实|明确|强化|厘清|确定|细化|增强)"
_OF_OTHERS = "[作成]?为|推动|推进|追究|督促|指导|支持|鼓励|引导|帮助|企业|学校"  # 是推动企业成为责任主体的部门
_IS_BODY = re.compile(  # 是老屋修缮的责任主体
    rf"(?:(?<!作)为(?!{_STRENGTHENS})|作为|是)"
    rf"(?:[^，；。]{{1,24}}?的|(?!{_STRENGTHENS})(?:(?!{_OF_OTHERS})[^，；。的由]){{2,16}}?)?"
    r"(?P<what>第一责任|首要责任|牵头|主体责任|责任|实施|建设|承办)(?:主体|单位|部门)(?![的意]|作用|地位|责任)"
)
# 省级政府对本行政区域的环境质量负总责
_ANSWERS = re.compile(
    r"[对在][^，；]{2,30}?(?:负总责|负责|负(?:有|起)?[^，；]{0,4}责任(?![制人])|承担[^，；]{0,4}责任(?![制人]))"
)
# 做好经费保障的配合工作, 承担教练选派等协助工作, 负起全程的牵头抓总责任: the role stands before the word of work;
# the last of a list tells nothing of the others: 负责治安管控和清障车辆的协助工作
_WORK_OF = re.compile(
    r"(?:(?:切实|主动|积极|认真|共同|具体|密切|全力|及时|扎实|充分|全面|严格|按时)地?){0,2}(?:做[好实]|抓好|承担[起好]?|负责|履行好?|落实好?|发挥好?|担负起?|担起|扛[起牢]|肩负起?|负[起有]?|尽[到好])"
    r"(?![^，。；]{0,4}(?:群众|居民|家长|公众|企业|部门))(?:[^，。；的、和及与]{0,20}?(?:的|等(?:方面)?的?)|[^，。；的、和及与]{0,12}?)"
    r"(?:(?P<lead>总?牵头(?:抓总|协调|组织|统筹|推进)*)|协[同作]?配合|支持配合|配合|协助|协办)(?:工作|责任|职责|作用|任务|义务)(?![制分单])"
)

Listed = Sequence[tuple[Agency, Span]]
"""Agencies in a row with their places."""


def answers_at(text: str, at: int) -> re.Match[str] | None:
    """What the words behind those named say that they answer for: 对本地水质负总责, 在供水中负有主体责任."""
    return _ANSWERS.match(text, at)


def bears_at(text: str, at: int) -> re.Match[str] | None:
    """What the words behind those named say that they bear: 承担日常管养责任."""
    return _BORNE.match(text, at)


def is_named_at(text: str, at: int) -> bool:
    """Whether those named before are said to be the body for it: 为运营责任主体, 是改造的牵头单位."""
    return _IS_BODY.match(text, at) is not None


def work_of(text: str, listed: Listed, at: int) -> tuple[list[tuple[Agency, Role, Span]], int] | None:
    """A role told with a word of work: 做好经费保障的配合工作.

    >>> who = [(Agency("云州市教育局", "市教育局"), Span(0, 4))]
    >>> [role for _, role, _ in work_of("市教育局负起牵头抓总责任", who, 4)[0]]
    ['lead']
    """
    work = _WORK_OF.match(text, at)
    role: Role = "lead" if work and work["lead"] else "support"
    return ([(agency, role, span) for agency, span in listed], work.end()) if work else None


def borne(text: str, listed: Listed, at: int) -> tuple[list[tuple[Agency, Role, Span]], int] | None:
    """A responsibility that is theirs: 是改造的责任主体, 承担组织改造的责任; what a group 落实 is but a slogan."""
    # 作为 is also a word that may stand before a verb
    if body := _IS_BODY.match(text, blank(text, listed[-1][1].end)) or _IS_BODY.match(text, at):
        role: Role = "lead" if body["what"] in LEADS_AS else "responsible"
        return [(agency, role, span) for agency, span in listed], body.end()
    borne = bears_at(text, at) or answers_at(text, at)
    if borne is None and not all(agency.group for agency, _ in listed):
        borne = _FULFILS.match(text, at)
    return ([(agency, "responsible", span) for agency, span in listed], borne.end()) if borne else None
