"""Communities: groups of agencies that share more tasks with each other than with the rest.

Louvain communities of the network of agencies, weighted by shared tasks. Groups that a document names as one
(各区政府, 各有关部门) are left out, since they would join everything, and so are agencies that share no task. A
community is called by the two topics that most of its shared tasks concern, or else by the task that most of it shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from guitu.graph.ask.analyses.shared_tasks import Together
from guitu.graph.ask.measures import communities
from guitu.graph.keep.store import Row


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per community, the largest first; the modularity is that of the whole division."""
    together = Together.of(rows)
    found, modularity = communities(together.network)
    answered = []
    for number, members in enumerate(found, 1):
        tasks = together.shared(together.network.subgraph(members).edges)
        titles, quotes = together.told(tasks, members, lang)
        answered.append((
            str(number), name(together, tasks, lang), str(len(members)), together.names(members, lang), str(len(tasks)),
            titles, f"{modularity:.4f}", quotes,
        ))  # fmt: skip
    return tuple(answered)


def name(together: Together, tasks: Sequence[str], lang: str) -> str | None:
    """What most of the shared tasks are about."""
    counted = Counter(topic for task in tasks for topic in together.topics.get(task, ()))
    topics = sorted(counted, key=lambda topic: (-counted[topic], topic))[:2]
    return ("、" if lang == "zh" else ", ").join(topics) or (together.labels[tasks[0]] if tasks else None)
