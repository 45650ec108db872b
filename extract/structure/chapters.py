"""What a chapter is about, by its heading and the chapter around it."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.draft import Chapter
from guitu.ontology import structure
from guitu.ontology.alternation import alternation
from guitu.ontology.knowledge import duty_words

_SITUATION = re.compile("(?:意义|形势|机遇|挑战)$")  # 充分认识…的重要意义


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(alternation(structure.action_openers()))


def is_action(title: str) -> bool:
    """Whether a heading opens with a verb of work.

    >>> is_action("加快建设智慧港口"), is_action("发展形势"), is_action("基本原则")
    (True, False, False)
    """
    return bool(_openers().match(title)) and not any(title in words for words in structure.chapter_words().values())


def is_container(title: str) -> bool:
    """Whether a heading only holds work: 主要任务, 保障措施, “十四五”时期重点任务和保障措施."""
    return not is_action(title) and _ends_in(title, "container")


def is_chapter(title: str) -> bool:
    """Whether a title is nothing but the name of a chapter: 指导思想, 发展目标, 主要任务."""
    return any(title in words for kind, words in structure.chapter_words().items() if kind != "label")


def is_label(title: str) -> bool:
    """Whether a run-in opener only labels what follows: 发展目标：, 责任单位：."""
    words = title.strip("“”（）: ：*")
    return words in structure.chapter_words()["label"] or words in duty_words().labels


def about(title: str, around: Chapter | None) -> Chapter:
    """The matter of a chapter. `around`: that of the chapter it lies in, or None at the top.

    >>> [about(t, None) for t in ("“十三五”发展回顾", "面临的形势", "总体要求", "发展目标", "推进乡村建设")]
    ['review', 'situation', 'thought', 'goals', 'work']
    >>> about("产业规模持续扩大", "review"), about("发展目标", "work"), about("加强统筹", "goals")
    ('review', 'goals', 'work')
    """
    if around in ("review", "situation"):
        return around
    if is_action(title) and not _SITUATION.search(title):
        return "thought" if around == "thought" else "work"
    if _ends_in(title, "container") and not (around == "thought" and _ends_in(title, "layout")):
        return "work"
    named: tuple[Chapter, ...] = ("goals", "thought", "review", "situation")
    for chapter in named:
        if _ends_in(title, chapter):
            return chapter
    if around is None and re.search("面临|形势|机遇|挑战", title):
        return "situation"
    return around or "work"


def _ends_in(title: str, kind: str) -> bool:
    bare = re.sub(r"（[^（）]*）$", "", title)
    return any(bare.endswith(word) for word in structure.chapter_words()[kind])
