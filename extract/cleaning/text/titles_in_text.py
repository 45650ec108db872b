"""Titles that a copy has run into the text under them: a space, a preposition or a number tells where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guitu.extract.raw import RawParagraph
from guitu.extract.words.numbering import HAN, Numbered, Rank
from guitu.ontology import structure
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import leading

_HEAD = 64
# 九、共建共享 完善保障 坚持统一领导，…
_NUMBERED = re.compile(
    rf"\s*(?:第[{HAN}]{{1,3}}[章节]|[{HAN}]{{1,3}}、|[（(][{HAN}]{{1,3}}[）)])[^。，；：！？（(]{{8,60}}"
)
_SPACE = re.compile("(?<=[一-鿿”]) +(?=[一-鿿“])")
_MOST_SPACES = 4  # in a paragraph: where there are more they are noise
_SHORTEST, _LONGEST = 4, 26  # characters of a title
_SHORTEST_TEXT = 60
# （二）发展文创园依托海岛资源，…: words that open a sentence and are no part of a title
_OPENER = re.compile(
    "依托|围绕|立足|坚持|遵循|按照|依据|结合|针对|充分利用|以习近平|以[^，。；]{2,12}为(?=[^，。；]{2,12}，)"
    "|(?<![应核校相绝面针])对(?=[^，。；]{4,40}(?:给予|免|减|实行|按|予以|开展|进行))"
)
# 四、做强产业链利用节点优势，…: verbs that open a sentence behind a title of work, where nobody else is to do it
_VERB = re.compile("(?<![和与及、“])(?:发挥|利用(?!率)|强化|积极|着力|大力|加快|聚焦|通过|建立健全)")
_TO_OTHERS = re.compile("(?:支持|鼓励|引导|推动|推进|促进|督促|组织|帮助|指导|要求|确保|协助|带动|动员)")
_NO_END = re.compile(
    "[的和与及要应须将可均都也在并其是为主更能先]$|(?:充分|紧紧|积极|必须|主要|始终|全面|继续|紧密|不断|进一步|密切)$"
)
_NAMES = re.compile("[一-鿿]+(?<![的和与及在向把将为由以从于])(?<!(?<![应核校])对)")
_SHORTEST_BEFORE_VERB = 8
# 二、发展趋势一是需求日益增长。, 三、困难与挑战“十四五”时期，…: what opens the text under a name
_WHEN = re.compile(
    r"(?:首先|近年来|当前|目前|随着|截至|“?十[一二三四五六七]五”?(?:时期|期间|以来)|到?20\d\d年)(?=[^。；]{0,40}[，。])"
)
_POINTS = re.compile("(?<![统唯同专单第之万])一是|以习近平")
_PAIR = re.compile("[一-鿿“”、]{4,}(?:，[一-鿿“”、]{4,})?")
_LONGEST_OVER_POINTS = 34
_REPEATED = re.compile(r"([一-鿿“”、]{4,26})(?=\1[一-鿿（(])")
_LONGEST_NAME = 10  # characters of the name of a chapter before the place that its text begins with
# 布局1.优化空间。…2.…; 附件1. is no title
_ALONE = re.compile(
    r"[一-鿿]{2,12}(?<!附件)(?<![表图栏类级例第版])(?<!任务|行动|工程|项目|措施|步骤|阶段|案例)(?=1 ?[.．、][一-鿿])"
)
_TWO = re.compile(r"[。；]2 ?[.．、](?!\d)")
# 表4：重点工程 （1）甲工程。…（2）乙工程。…
_TABLE = re.compile(
    r"(?:表|专栏) ?\d{1,2} ?[：: ]?[^。；：:]{4,40}?(?:工程|项目|行动|任务|举措)\s*(?=[（(]1[）)][一-鿿])"
)
_PART = re.compile(r"(?<=[。；])(?=[（(]\d{1,2}[）)][一-鿿])")


def by_space(block: RawParagraph) -> tuple[str, str] | None:
    """The heading of a long paragraph and its text, divided by the last space before the first sign; None elsewhere."""
    head = _NUMBERED.match(block.text)
    spaces = list(_SPACE.finditer(head[0])) if head else []
    if not spaces or len(_SPACE.findall(block.text)) > _MOST_SPACES:
        return None
    title, rest = block.text[: spaces[-1].start()], block.text[spaces[-1].end() :]
    words = re.sub(r"^\W*\w{1,4}?[、章节）)]", "", title.strip())
    bare = len(words) < _SHORTEST or _openers().fullmatch(words) or _NO_END.search(words)
    return None if bare or len(rest) < _SHORTEST_TEXT else (title, rest)


def by_opener(head: str, number: Numbered) -> int:
    """Where the text of a heading of work begins with a preposition, or 0."""
    opener = _within(_OPENER, head, number.length + _SHORTEST, number.length + _LONGEST)
    if opener is None and not _TO_OTHERS.match(head, number.length):
        opener = _within(_VERB, head, number.length + _SHORTEST_BEFORE_VERB, number.length + _LONGEST)
    words = head[number.length : opener.start()] if opener else ""
    plain = opener and re.fullmatch("[一-鿿、“”]+", words) and "，" in head[opener.end() :] + "，"
    works = plain and (_openers().match(words) or _broad().match(words)) and not _NO_END.search(words)
    return opener.start() if opener and works else 0


def _within(pattern: re.Pattern[str], head: str, start: int, end: int) -> re.Match[str] | None:
    """The first match that begins there; what it looks ahead for may stand behind `end`."""
    found = pattern.search(head, start)
    return found if found and found.start() < end else None


def by_place(head: str, number: Numbered) -> int:
    """Where the text of a chapter begins with the full name of a place: 三、基本情况青岚县地处河谷，…; else 0."""
    for at in range(number.length + _SHORTEST, number.length + _LONGEST_NAME + 1):
        place = leading(head, at, unlisted=False)
        if place and head[: place[1]].endswith(place[0].name) and _NAMES.fullmatch(head, number.length, at):
            return 0 if _openers().match(head, number.length) else at
    return 0


def by_repeat(head: str, number: Numbered) -> int:
    """Where the text of a heading begins with the words of its title: 六、社会资本办园社会资本办园可享受…; else 0."""
    again = _REPEATED.match(head, number.length)
    return again.end() if again else 0


def by_points(head: str, number: Numbered) -> int:
    """Where the first of the points under a heading begins: （二）狠抓管护，培育管护队伍一是组建…二是…; else 0."""
    first = _POINTS.search(head, number.length + _SHORTEST)
    if first is None or first.start() > number.length + _LONGEST_OVER_POINTS:
        return 0
    if not _PAIR.fullmatch(head, number.length, first.start()):
        return 0
    return 0 if _NO_END.search(head[number.length : first.start()]) else first.start()


def by_time(head: str, number: Numbered) -> int:
    """Where the text under a name that is no work begins with when, or with the first of its points; else 0."""
    when = _WHEN.search(head, number.length + _SHORTEST)
    if when is None or when.start() > number.length + _LONGEST_NAME or _openers().match(head, number.length):
        return 0
    return when.start() if _NAMES.fullmatch(head, number.length, when.start()) else 0


def before_one(text: str) -> int:
    """Where the first item begins behind a title without a number, with the second after it; or 0."""
    alone = _ALONE.match(text)
    return alone.end() if alone and _TWO.search(text, alone.end()) else 0


def boxes(block: RawParagraph) -> Iterator[RawParagraph]:
    """A paragraph, or where it is a table of works that stood in a frame: its title, and each work."""
    table = _TABLE.match(block.text)
    parts = _PART.split(block.text[table.end() :]) if table else []
    if table is None or len(parts) < 2:
        yield block
        return
    for text in (table[0].strip(), *parts):
        yield replace(block, text=text, box=True)


def starts(head: str, number: Numbered) -> int:
    """Where the text of a heading begins in its first words, or 0."""
    if number.rank not in (Rank.HAN, Rank.HAN_BRACKET):
        return 0
    place = by_place(head, number) if number.rank is Rank.HAN else 0
    by_words = by_repeat(head, number) or by_opener(head, number) or by_points(head, number)
    return by_words or place or by_time(head, number)


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(alternation(structure.action_openers()))


@cache
def _broad() -> re.Pattern[str]:
    return re.compile(alternation(structure.words_beside_subjects()[0]))
