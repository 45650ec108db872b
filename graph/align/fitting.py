"""Whether an agency's matters are those of a task: words of its mandate that the task and what it is named for have.

What an agency is for stands in the registry (`registry/mandates.ttl`), and is learned besides from the duties that the
other document states: who has most of its tasks is for the trade that its title names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from guitu.graph.align.texts import Document, Duty
from guitu.graph.align.units import Unit
from guitu.ontology.mandates import mandate

STOPS = "。；\n"
LIST = 12  # letters; what stands around the names of a mere list of agencies is shorter
ENOUGH = 2  # different words of a mandate that tell as much as a common one
MANY = 3  # as much as a word of the title
_LISTED = re.compile(r"(?:[^、，。；：（）\n]{1,6}、){3,}[^、，。；：（）等\n]{1,6}(?:等)?")


def clauses(document: Document, order: int) -> Sequence[tuple[Duty, str]]:
    """The duties of a task, each with the words that it is stated for: all of the task, or where it names agencies in
    several places the clause around, or what stands before a mere list: …建设。（责任单位：市商务局）

    Without the names of agencies: 市经济信息化委 at the end of a list says nothing of 信息化.
    """
    if order not in document.clauses:  # the same for every task of others that it is beside
        document.clauses[order] = tuple(_clauses(document, order))
    return document.clauses[order]


def _clauses(document: Document, order: int) -> Iterator[tuple[Duty, str]]:
    held = sorted(document.duties.get(order, ()), key=lambda duty: duty.fact.span.start)
    if not held:
        return
    extent, text = document.facts.tasks[held[0].fact.task].extent, document.reading.text.folded
    words, groups = text[extent.start : extent.end], defaultdict[tuple[int, int], list[Duty]](list)
    ranges = [(duty.fact.span.start - extent.start, duty.fact.span.end - extent.start) for duty in held]
    for start, end in ranges:
        if 0 <= start < end <= len(words):
            words = words[:start] + " " * (end - start) + words[end:]
    for duty, (start, end) in zip(held, ranges, strict=True):
        before = max(words.rfind(sign, 0, max(0, start)) + 1 for sign in STOPS)
        after = [found for sign in STOPS if (found := words.find(sign, max(0, end))) >= 0]
        groups[before, min(after, default=len(words))].append(duty)
    unit, done = document.units[order], 0
    for (start, end), duties in groups.items():
        clause = words[start:end] if len(words[start:end].replace(" ", "")) > LIST + len(duties) else words[done:start]
        whole = len(groups) == 1 or len(clause.strip()) < LIST
        yield from ((duty, f"{unit.title}。{words}" if whole else clause) for duty in duties)
        done = end


class Fit(NamedTuple):
    """Words that show a task to be a matter of an agency. `clearly`: of its title, or three, or both tasks the same."""

    words: list[str]
    clearly: bool


def fitting(
    agency: str, here: tuple[Document, Unit], there: tuple[Document, Unit], clause: str, whole: bool
) -> Fit | None:
    """What shows that a task is a matter of an agency that another document names for a clause; else None.

    A word of its mandate in both, of a title, or two; `whole`, where both tasks are the same: also two in each, or the
    trade of both documents, where the other shows it to be the agency's. One item of a list of many tells nothing, and
    no more does a word that the body of a task has once, where the tasks are not the same.
    """
    (document, unit), (other, theirs) = here, there
    text, stated = _unlisted(f"{unit.title}。{unit.body}"), _unlisted(clause)
    words = mandate(agency)
    found = sorted(word for word in words if word in stated and word in text)
    told = [word for word in found if word in unit.title or word in theirs.title]
    if told or len(found) >= ENOUGH:
        clearly = whole or len(found) >= MANY or any(word in unit.title for word in found)
        passing = not clearly and len(found) == 1 and text.count(found[0]) == 1
        return None if passing else Fit([*told, *(word for word in found if word not in told)], clearly)
    mine = _apart(word for word in words if word in text)
    named = _apart(word for word in words if word in stated)
    if whole and len(mine) >= ENOUGH and len(named) >= ENOUGH:
        return Fit(mine, clearly=True)
    trades = sorted(document.trades & other.trades) if whole and agency in other.leads else []
    return Fit(trades, clearly=True) if trades else None


@lru_cache(1 << 10)
def _unlisted(text: str) -> str:
    """Without lists of many: 工业、通信、金融、医疗、农业等重点领域."""
    return _LISTED.sub("", text)


def _apart(words: Iterable[str]) -> list[str]:
    """Words of which none is part of another."""
    held = sorted(words)
    return [word for word in held if not any(word != other and word in other for other in held)]
