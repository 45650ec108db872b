"""Brokers: agencies that join groups of agencies which are otherwise separate, or nearly so.

An agency *joins* where those on its sides share tasks with each other through it alone: without it the network falls
apart (an articulation point); the groups are its sides (biconnected components), each as far as the next such agency.
An agency *bridges* where it lies between others (betweenness above 0) and shares tasks with two communities or more;
the ten with the highest betweenness are told. Groups that a document names as one (各区政府, 各有关部门) are left out,
for they would join everything. Of more than 500 agencies betweenness is estimated, and the answer says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guitu.graph.ask.analyses.shared_tasks import Together
from guitu.graph.ask.measures import SAMPLE, betweenness, communities, is_sampled, sides
from guitu.graph.keep.store import Row

BRIDGES = 10
WORDS = {
    "zh": {
        "joins": "必经",
        "bridges": "桥梁",
        "joins why": "没有它，这些群就不再相连",
        "bridges why": "各群为合作社区，另有其他连接",
        "sampled": "中介度由 {count} 个节点抽样估计（固定种子）",
    },
    "en": {
        "joins": "joins",
        "bridges": "bridges",
        "joins why": "without it these groups are not connected",
        "bridges why": "the groups are communities, connected in other ways, too",
        "sampled": "betweenness is estimated from {count} nodes, drawn with a fixed seed",
    },
}


@dataclass(frozen=True, slots=True)
class Broker:
    """An agency, whether it joins or bridges, and the members of each group that it shares tasks with."""

    agency: str
    kind: str
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A group of a broker, by its number; `near`: those of it that share `tasks` with the broker."""

    broker: Broker
    between: float
    number: int
    near: tuple[str, ...]
    tasks: tuple[str, ...]


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per broker and group: those that join, then those that bridge, each by betweenness."""
    together = Together.of(rows)
    return told(together, found(together), lang)


def found(together: Together) -> list[Part]:
    """What the rows of the answer are about, in their order."""
    between = betweenness(together.network)
    parts = []
    for broker in brokers(together, between):
        for number, group in enumerate(broker.groups, 1):
            near = tuple(member for member in group if together.network.has_edge(broker.agency, member))
            tasks = together.shared((broker.agency, member) for member in near)
            parts.append(Part(broker, between[broker.agency], number, near, tasks))
    return parts


def told(together: Together, parts: Sequence[Part], lang: str) -> tuple[Row, ...]:
    """The rows of some parts."""
    together.prepare((part.tasks, (part.broker.agency, *part.near)) for part in parts)
    words = WORDS[lang]
    sampled = [words["sampled"].format(count=SAMPLE)] if is_sampled(together.network) else []
    answered = []
    for part in parts:
        broker, groups = part.broker, part.broker.groups
        remark = ("；" if lang == "zh" else "; ").join([words[f"{broker.kind} why"], *sampled])
        titles, quotes = together.told(part.tasks, (broker.agency, *part.near), lang)
        answered.append((
            together.labels[broker.agency], words[broker.kind], f"{part.between:.4f}",
            f"{part.number}/{len(groups)}", together.names(groups[part.number - 1], lang), titles, remark, quotes,
        ))  # fmt: skip
    return tuple(answered)


def brokers(together: Together, between: Mapping[str, float]) -> list[Broker]:
    """Those that join and the first of those that bridge."""
    joining = sides(together.network)
    community = {member: number for number, group in enumerate(communities(together.network)[0]) for member in group}
    order = sorted(between, key=lambda agency: (-between[agency], together.labels[agency], agency))
    bridging = []
    for agency in order:
        around: dict[int, list[str]] = {}
        for member in sorted(together.network.neighbors(agency)):
            around.setdefault(community[member], []).append(member)
        if agency not in joining and between[agency] > 0 and len(around) > 1:
            groups = tuple(tuple(around[number]) for number in sorted(around))
            bridging.append(Broker(agency, "bridges", groups))
    return [Broker(agency, "joins", joining[agency]) for agency in order if agency in joining] + bridging[:BRIDGES]
