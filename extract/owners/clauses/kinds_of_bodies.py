"""Kinds of bodies that have a duty: 由产权单位负责维护, 由相应河道的管养单位负责, 供水企业对水质负主体责任."""

from __future__ import annotations

import re

from guitu.extract.facts import Agency
from guitu.extract.text import Span

_ENDS = "(?:单位|企业|机构|公司|主体)"
_NAMED = re.compile(rf"(?P<who>[一-鿿、]{{2,40}}?{_ENDS})(?=负责(?![人制任的])|牵头(?!单位|部门)|组织实施)")
# a sentence that says for what a kind of bodies answers: 项目单位要对材料的真实性负责
_ANSWERING = re.compile(
    rf"(?P<who>[一-鿿、]{{2,20}}?{_ENDS})(?:要|应当?|须|必须)?"
    r"对[^，。；]{2,30}?(?:负总责|负责(?![人制任的])|负(?:有|起)?[^，。；]{0,6}责任(?![人制地的]))"
)
_ENDED = re.compile(f"{_ENDS}$")
_SIGNS = re.compile("、|以及|和|及|与")
_MODIFIED = re.compile("[^的]+的[^的、和及与]+")  # 相应道路、河道的管养单位
# words of a sentence, of one who was named before, and of those who are named by their role alone
_NO_NAME = re.compile(
    "[由并已了以对向将为是要把其该此即或可须被从给]|(?<!所)在|^所在|(?<![相对适])应(?!急)|发挥|加强|推动|推进|坚持|建立|完善|支持|鼓励|落实|实行|上述|前述|以上"
    "|用人单位|第三方|(?:各|有关|相关|责任|牵头|配合|成员|主办|承办|协办|主责|参与|协作)(?:单位|机构|主体|企业)"
)


def kinds_at(text: str, start: int) -> tuple[list[tuple[Agency, Span]], int]:
    """The kinds of bodies at `start`, each as it is written, before a word of duty, and where that stands.

    >>> [agency.name for agency, _ in kinds_at("由产权单位、使用单位负责维护", 1)[0]]
    ['产权单位', '使用单位']
    >>> [agency.name for agency, _ in kinds_at("由相应道路、河道的管养单位负责维护", 1)[0]]
    ['相应道路、河道的管养单位']
    >>> kinds_at("由有关单位负责", 1), kinds_at("由其主管单位负责", 1)
    (([], 1), ([], 1))
    """
    found = _NAMED.match(text, start)
    if found is None or _NO_NAME.search(found["who"]):
        return [], start
    who = found["who"]
    parts = _SIGNS.split(who)
    if not all(map(_ENDED.search, parts)):
        if not _MODIFIED.fullmatch(who):
            return [], start
        parts = [who]
    made: list[tuple[Agency, Span]] = []
    at = start
    for part in parts:
        at = text.index(part, at)
        made.append((Agency(part, part, group=True, settled=False), Span(at, at + len(part))))
        at += len(part)
    return made, found.end()


def answering(text: str) -> tuple[Agency, Span, Span] | None:
    """The kind of bodies that a sentence says to answer for something, its place, and that of what says so.

    >>> answering("供水企业对水质负主体责任")[0].name, answering("各单位要对材料的真实性负责")
    ('供水企业', None)
    """
    found = _ANSWERING.match(text)
    if found is None or _NO_NAME.search(found["who"]):
        return None
    who = Span(*found.span("who"))
    return Agency(found["who"], found["who"], group=True, settled=False), who, Span(*found.span())
