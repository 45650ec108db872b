"""What tells work from goals under a heading that names both, 目标任务: what is done, or a state that is reached."""

from __future__ import annotations

import re

from guitu.extract.structure.draft import Chapter
from guitu.extract.structure.outline.chapters import about, is_work

_CLAUSE = re.compile("[^，。；：！]+")
_SHORTEST = 4  # characters of a clause
_TURNS = ("把", "让")  # 把云溪建成风光带
_FIGURE = re.compile(r"\d")
_MANNER = re.compile("(?:[一-鿿]{2}|[一-鿿]{4})(?=[一-鿿]{3})")
# 创新能力显著提升: its first word is no verb
_STATE = re.compile(
    "(?:显著|明显|大幅|稳步|持续|不断|更加|全面|基本|进一步|逐步|有效|较大|更为|日益)(?:得到)?[一-鿿]{2,4}$"
    "|(?:取得|迈[上出入向]|跃[上升]|再上|走在|达到?|保持|实现|位居|超过|突破)[^，。]*$"
)
_LEAST, _SHARE = 2, 0.5


def prescribes(words: str) -> bool:
    """Whether a text says rather what is done than what is reached: half of its clauses open with a verb of work.

    >>> prescribes("加快建设水网，推进城乡供水一体化，供水普及率达到98%。")
    True
    >>> prescribes("供水能力显著提升，水网更加完善，普及率达到98%。"), prescribes("创新能力显著提升。")
    (False, False)
    """
    clauses = [clause.strip(" —-") for clause in _CLAUSE.findall(words) if len(clause) >= _SHORTEST]
    done = sum(map(_is_done, clauses))
    told = sum(not _FIGURE.search(clause) or _is_done(clause) for clause in clauses)  # a figure speaks for neither
    return done >= min(_LEAST, len(clauses)) > 0 and done >= _SHARE * told


def told_by(title: str, body: str, around: Chapter | None, *, tasks: bool = False) -> Chapter:
    """The matter of a chapter by its title and, where goals around it also set tasks, by its text.

    >>> told_by("供水", "加快建设水网，推进供水一体化。", "goals", tasks=True)
    'work'
    >>> told_by("供水", "加快建设水网。", "goals"), told_by("发展目标", "加快建设水网。", "goals", tasks=True)
    ('goals', 'goals')
    """
    chapter = about(title, around, tasks=tasks)
    sets = tasks and chapter == "goals" and about(title, "work") == "work"
    return "work" if sets and prescribes(body) else chapter


def _is_done(clause: str) -> bool:
    manner = _MANNER.match(clause)
    opens = is_work(clause) or clause.startswith(_TURNS) or (manner is not None and is_work(clause[manner.end() :]))
    return opens and not _STATE.search(clause)
