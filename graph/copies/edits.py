"""Where a table of tasks that came back says otherwise than the document that it was made of: tasks, owners, terms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Facts, Gap, Role, Task
from guitu.graph.copies.works import Copy

KIND = "copy-differs"
_ROLES: Mapping[Role, str] = {"lead": "牵头", "responsible": "责任", "support": "配合"}


@dataclass(frozen=True, slots=True)
class _Duty:
    """A task with its owners by role, as it is told; tasks of one title are told apart by their number among these."""

    task: Task
    owners: tuple[tuple[Role, str], ...]

    @property
    def said(self) -> str:
        """牵头：云州市水利局；配合：云州市财政局，2025年底前."""
        held: dict[Role, list[str]] = defaultdict(list)
        for role, name in self.owners:
            held[role].append(name)
        owners = "；".join(f"{_ROLES[role]}：{'、'.join(held[role])}" for role in _ROLES if role in held)
        return "，".join(part for part in (owners or "无责任单位", self.task.deadline) if part)


def gaps(primary: Copy, table: Copy) -> Iterator[Gap]:
    """What the table says otherwise, in the order of the document; tasks of the table alone at its title."""
    here, there = _duties(primary.facts), _duties(table.facts)
    for key, duty in here.items():
        title, span = duty.task.title, duty.task.span
        if key not in there:
            yield Gap(KIND, f"{table.name} 中没有任务“{title}”", span)
        elif duty.said != there[key].said:
            yield Gap(KIND, f"任务“{title}”此处为“{duty.said}”，{table.name} 中为“{there[key].said}”", span)
    for key, duty in there.items():
        if key not in here:
            yield Gap(KIND, f"只有 {table.name} 中有任务“{duty.task.title}”（{duty.said}）", primary.document.span)


def _duties(facts: Facts) -> Mapping[tuple[str, int], _Duty]:
    owners: dict[int, set[tuple[Role, str]]] = defaultdict(set)
    for one in facts.responsibilities:
        owners[one.task].add((one.role, one.agency.name))
    return {
        key: _Duty(task, tuple(sorted(owners[task.order])))
        for key, task in zip(_keys(facts.tasks), facts.tasks, strict=True)
    }


def _keys(tasks: Sequence[Task]) -> Iterator[tuple[str, int]]:
    seen = Counter[str]()
    for task in tasks:
        seen[task.title] += 1
        yield task.title, seen[task.title]
