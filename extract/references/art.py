"""Works of art in 《》, which are no documents: 话剧《渡口》, 《渡口》等剧目获奖; told by the words beside them, or
by a short title with no sign of a document that nothing is done by.
"""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.references.relations import list_end, list_start
from guitu.extract.references.title_words import Naming
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words

_LONGEST_TITLE = 6
_SIGN = re.compile(r"[法令规章约律则案纲书报告示策计划议]|\d|(?:指引|安排|标准|文件|宣言|共识|条)$")  # of a document
_FOLLOWED = re.compile(
    "(?:根据|依据|依照|按照|遵照|对照|贯彻|落实|执行|实施|施行|印发|发布|公布|修订|制定|出台|签[订署]|起草|编制)[^，。；：《》]{0,8}$"
)
_LONGEST_WORD = 12  # characters before and behind a list of titles in which such a word stands


def is_art(words: str, naming: Naming) -> bool:
    """Whether a title in 《》 is that of a play, a film, a song, a book or an exhibition.

    >>> is_art("舞剧《青石渡》首演", Naming("青石渡", 2, 7)), is_art("舞剧《渡口规划》", Naming("渡口规划", 2, 8))
    (True, False)
    >>> is_art("《白鹭湾》入围展播", Naming("白鹭湾", 0, 5)), is_art("落实《云州共识》", Naming("云州共识", 2, 8))
    (True, False)
    """
    if not words.startswith("《", naming.start) or naming.title.endswith(_last_words()):
        return False
    start, end = list_start(words, naming.start), list_end(words, naming.end)
    before = any(_before().search(words, max(0, at - _LONGEST_WORD), at) for at in (start, naming.start))
    told = before or _behind().match(words, end) is not None
    return told or (_says_no_document(naming.title) and not _FOLLOWED.search(words, max(0, start - 20), start))


def _says_no_document(title: str) -> bool:
    return len(title) <= _LONGEST_TITLE and not _SIGN.search(title)


@cache
def _last_words() -> tuple[str, ...]:
    named = document_words()
    return tuple(sorted(named["type"] | named["alone"] | named["paper"]))


@cache
def _before() -> re.Pattern[str]:
    """话剧, 拍摄了电影: the kind of the work, or what was done with it, directly before the marks."""
    return re.compile(rf"(?:{alternation(document_words()['art'])})(?:作品|精品|剧目|节目|了)?“?$")


@cache
def _behind() -> re.Pattern[str]:
    """等剧目, 文艺节目震撼上演: the same behind them, in the same clause."""
    return re.compile(rf"等?(?:(?![，。；：、《》])[一-龥“”]){{0,6}}?(?:{alternation(document_words()['art'])})")
