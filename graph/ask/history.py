"""What changed in a store since an earlier step, in words of the field: documents, tasks, owners, deadlines, targets.

A task is the same where its title and the titles around it are; a target where its indicator, year and task are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from guitu.extract.errors import StoreError
from guitu.graph.ask.query import Answer
from guitu.graph.corrections.apply import spoken
from guitu.graph.corrections.decision import Decision, decode_log
from guitu.graph.keep import generations, shards
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.generations import Generation
from guitu.graph.keep.manifest import Manifest, Shard
from guitu.graph.keep.store import Row, Store
from guitu.ontology import standards as std
from guitu.ontology import terms

HEADINGS = {
    "zh": ("文件", "变化", "任务或指标", "原来", "现在"),
    "en": ("document", "change", "task or indicator", "before", "now"),
}
_WORDS = {
    "came": ("新文件", "new document"),
    "went": ("文件撤下", "document gone"),
    "task new": ("新任务", "new task"),
    "task gone": ("任务去掉", "task gone"),
    "owner": ("责任单位变化", "owners changed"),
    "deadline": ("期限变化", "deadline changed"),
    "target new": ("新目标", "new target"),
    "target gone": ("目标去掉", "target gone"),
    "raised": ("目标值提高", "target raised"),
    "lowered": ("目标值降低", "target lowered"),
    "target": ("目标变化", "target changed"),
    "decided": ("人工更正", "correction"),
}
_NAMES = f"""SELECT ?title {{ ?d a <{terms.Document}> ; <{std.DCTERMS_TITLE}> ?title }}"""
_TASKS = f"""SELECT ?t ?title ?deadline {{
  ?t a <{terms.Task}> ; <{std.DCTERMS_TITLE}> ?title OPTIONAL {{ ?t <{terms.deadline}> ?deadline }} }}"""
_OWNERS = f"""SELECT ?t ?role ?name {{
  ?r a <{terms.Responsibility}> ; <{terms.ofTask}> ?t ; <{terms.agency}> ?a ; <{terms.role}> ?role .
  ?a <{std.SKOS_PREF_LABEL}> ?name }}"""
_TARGETS = f"""SELECT ?t ?indicator ?year ?periodicity ?value ?most ?unit ?comparator {{
  ?f a <{terms.Target}> ; <{terms.indicatorText}> ?indicator ; <{terms.value}> ?value ; <{terms.unitText}> ?unit ;
    <{terms.comparator}> ?comparator
  OPTIONAL {{ ?f <{terms.year}> ?year }} OPTIONAL {{ ?f <{terms.periodicity}> ?periodicity }}
  OPTIONAL {{ ?f <{terms.maxValue}> ?most }} OPTIONAL {{ ?f <{terms.ofTask}> ?t }} }}"""
_Key = TypeVar("_Key")
_Told = TypeVar("_Told")
_ROLES: Mapping[str, str] = {
    iri: {"lead": "牵头", "responsible": "责任", "support": "配合"}[role] for role, iri in terms.ROLES.items()
}
_SIGNS: Mapping[str, str] = {iri: "" if sign == "=" else sign for sign, iri in terms.COMPARATORS.items()}


@dataclass(slots=True)
class _State:
    """What a document says, as far as changes of it are told."""

    title: str = ""
    tasks: dict[str, tuple[str, str]] = field(default_factory=dict)
    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    targets: dict[tuple[str, ...], tuple[Decimal, str, str]] = field(default_factory=dict)


def changes(folder: Folder, since: int, lang: str = "zh") -> Answer:
    """The changes from a generation to the current one. StoreError where there is no such generation."""
    current = generations.current(folder)
    if current is None:
        raise StoreError(str(folder.path), "no build of this store has ended yet", "see: guitu log")
    if since not in generations.numbers(folder):
        raise StoreError(str(since), "no such generation is kept", "see: guitu log")
    old, new = (generations.graph_of(folder, one) for one in (generations.load(folder, since), current))
    word = 1 if lang == "en" else 0
    rows = [
        (title, _WORDS[change][word], *rest)
        for key, before, after in _differing(old, new)
        for title, change, *rest in _changes(_state(folder, key, before), _state(folder, key, after))
    ]
    rows += [
        (one.document, _WORDS["decided"][word], one.task[-1] if one.task else "", *_told(one))
        for one in _decided(folder, generations.load(folder, since), current)
    ]
    return Answer(HEADINGS[lang], tuple(rows))


def _decided(folder: Folder, old: Generation, new: Generation) -> Iterator[Decision]:
    """What persons decided since: the decisions of a store are only ever added to."""
    before, now = (decode_log(generations.ledger_of(folder, one).decisions) for one in (old, new))
    yield from (one for one in now if one not in set(before))


def _told(one: Decision) -> tuple[str, str]:
    return spoken(one.matter, one.stated), spoken(one.matter, one.value) or one.verdict


def _differing(old: Manifest, new: Manifest) -> Iterator[tuple[str, Shard | None, Shard | None]]:
    before, after = ({one.key: one for one in of.of("document")} for of in (old, new))
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        if not one or not other or one.sha256 != other.sha256:
            yield key, one, other


def _state(folder: Folder, key: str, shard: Shard | None) -> _State | None:
    if shard is None:
        return None
    graph, state = Store.memory(shards.read(folder, shard)), _State(key)
    for (title,) in graph.query(_NAMES).rows[:1]:
        state.title = title or key
    for task, title, deadline in graph.query(_TASKS).rows:
        state.tasks[task or ""] = title or "", deadline or ""
    for task, role, name in graph.query(_OWNERS).rows:
        state.owners[task or ""].add(f"{_ROLES[role or '']}：{name}")
    for row in graph.query(_TARGETS).rows:
        _add_target(state, row)
    return state


def _add_target(state: _State, row: Row) -> None:
    task, indicator, year, periodicity, value, most, unit, comparator = (part or "" for part in row)
    said = f"{_SIGNS[comparator]}{value}{'—' + most if most else ''}{unit}"
    name = indicator + (f"（{year}）" if year else "")
    state.targets[task, indicator, year, periodicity, unit] = Decimal(value), said, name


def _changes(old: _State | None, new: _State | None) -> Iterator[tuple[str, ...]]:
    if old is None or new is None:
        there = new or old
        assert there
        yield there.title, "came" if new else "went", "", *(("", _size(there)) if new else (_size(there), ""))
        return
    title = new.title
    yield from _listed(title, "task", old.tasks, new.tasks, lambda told: told[0])
    for task in sorted(old.tasks.keys() & new.tasks.keys(), key=list(new.tasks).index):
        name = new.tasks[task][0]
        before, after = (of.tasks[task][1] for of in (old, new))
        if before != after:
            yield title, "deadline", name, before, after
        owners = tuple("；".join(sorted(of.owners.get(task, ()))) for of in (old, new))
        if owners[0] != owners[1]:
            yield title, "owner", name, *owners
    yield from _listed(title, "target", old.targets, new.targets, lambda told: f"{told[2]} {told[1]}")
    for key in sorted(old.targets.keys() & new.targets.keys()):
        (was, said, name), (now, says, _) = old.targets[key], new.targets[key]
        if said != says:
            yield title, "raised" if now > was else "lowered" if now < was else "target", name, said, says


def _listed(
    title: str, kind: str, old: Mapping[_Key, _Told], new: Mapping[_Key, _Told], told: Callable[[_Told], str]
) -> Iterator[tuple[str, ...]]:
    for key, value in new.items():
        if key not in old:
            yield title, f"{kind} new", told(value), "", ""
    for key, value in old.items():
        if key not in new:
            yield title, f"{kind} gone", told(value), "", ""


def _size(state: _State) -> str:
    return f"任务 {len(state.tasks)}，目标 {len(state.targets)}"
