"""The noun that only the last of a list names, where those before it say no more than which: 公办、民办幼儿园."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.figures import indicator_names as names
from guitu.ontology.common_words import common_words
from guitu.ontology.figure_words import any_of, figure_words

_LONGEST_NOUN = 4  # characters of a common word
_LEAST = 3  # characters of a name that can hold which and what
_DEED = re.compile("(?:建设|改造|治理|整治|修复|试点|创建|升级|提升|更新|迁建|清淤|加固)(?:工程|项目|任务)?$")


def lacks_noun(name: str) -> bool:
    """Whether a name only says which: 普惠公办, 线上, 柑橘; not 公园.

    >>> lacks_noun("新改扩建公办"), lacks_noun("柑橘"), lacks_noun("公园"), lacks_noun("民办学校")
    (True, True, False, False)
    """
    bare = names.without_doing(name)
    return bare in figure_words()["stuff"] or _says_which().fullmatch(bare) is not None


@cache
def _says_which() -> re.Pattern[str]:
    return re.compile(rf"{any_of('which_kind')}{{1,3}}(?:及?以上)?")


@cache
def _opens() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(any_of("which_kind")), re.compile(any_of("stuff"))


def completed(name: str, last: str) -> str:
    """A name that only says which, with the noun of the last of its list; any other as it is.

    >>> completed("公办", "普惠民办幼儿园"), completed("茶叶", "柑橘标准化种植基地"), completed("公园", "民办幼儿园")
    ('公办幼儿园', '茶叶标准化种植基地', '公园')
    """
    if len(last) < _LEAST or last.startswith(name) or not lacks_noun(name) or lacks_noun(last):
        return name
    doing = next((verb for verb in names.KEPT if name.startswith(verb) and last.startswith(verb)), "")
    start = len(doing)  # 新增国有, 新增民营企业
    return name + last[start + _cut(name[start:], last[start:]) :]


def _cut(name: str, last: str) -> int:
    """Where in the last name the noun of both begins: behind the word that stands against the name, else its last."""
    which, stuff = _opens()
    ends = []
    if name in figure_words()["stuff"]:
        ends = [found.end()] if (found := stuff.match(last)) else []
    else:
        at = 0
        while (found := which.match(last, at)) and len(last) - found.end() > 1:
            at = found.end()
            ends.append(at)
    if ends and len(last) - ends[0] > 1:
        return next((end for end in ends if last[end - 1] == name[-1]), ends[0])  # 公办, 普惠民办|幼儿园
    if last[: len(name)] in common_words() and len(last) - len(name) > 1:
        return len(name)  # 城区, 乡镇|两类地区
    deed = _DEED.search(last)
    end = deed.start() if deed and deed.start() > 1 else len(last)
    sizes = (n for n in range(min(_LONGEST_NOUN, end), 1, -1) if last[end - n : end] in common_words())
    return end - next(sizes, 2)
