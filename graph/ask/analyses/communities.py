"""Communities: groups of agencies that share more tasks with each other than with the rest.

Louvain communities of the network of agencies, weighted by shared tasks. Groups that a document names as one
(各区政府, 各有关部门) are left out, since they would join everything, and so are agencies that share no task. A
community is called by the two topics that most of its shared tasks concern, or else by the task that most of it shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guitu.graph.ask.analyses.shared_tasks import Together
from guitu.graph.ask.measures import communities
from guitu.graph.keep.store import Row


@dataclass(frozen=True, slots=True)
class Community:
    """A community by its number, and the tasks that it shares; `modularity`: of the whole division."""

    number: int
    members: tuple[str, ...]
    tasks: tuple[str, ...]
    modularity: float


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per community, the largest first; the modularity is that of the whole division."""
    together = Together.of(rows)
    return told(together, found(together), lang)


def found(together: Together) -> list[Community]:
    """What the rows of the answer are about, in their order."""
    groups, modularity = communities(together.network)
    tasks = (together.shared(together.network.subgraph(members).edges) for members in groups)
    return [Community(number, *of, modularity) for number, of in enumerate(zip(groups, tasks, strict=True), 1)]


def told(together: Together, parts: Sequence[Community], lang: str) -> tuple[Row, ...]:
    """The rows of some communities."""
    together.prepare((one.tasks, one.members) for one in parts)
    answered = []
    for one in parts:
        titles, quotes = together.told(one.tasks, one.members, lang)
        answered.append((
            str(one.number), name(together, one.tasks, lang), str(len(one.members)),
            together.names(one.members, lang), str(len(one.tasks)), titles, f"{one.modularity:.4f}", quotes,
        ))  # fmt: skip
    return tuple(answered)


def name(together: Together, tasks: Sequence[str], lang: str) -> str | None:
    """What most of the shared tasks are about."""
    counted = Counter(topic for task in tasks for topic in together.topics.get(task, ()))
    topics = sorted(counted, key=lambda topic: (-counted[topic], topic))[:2]
    return ("、" if lang == "zh" else ", ").join(topics) or (together.labels[tasks[0]] if tasks else None)
