"""Decisions as lines of a graph of their own, `graph/decisions`: what they say, overrule and put in its place.

Pure: of one document or of many, by decisions and by lines. Without that graph, what is stated is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guitu.graph.corrections import amounts, facts
from guitu.graph.corrections.decision import Decision, Matter, latest
from guitu.graph.corrections.facts import decision_iri
from guitu.graph.corrections.match import ALREADY, Found, Idle, find, pinned, role_notation
from guitu.graph.corrections.stated import Fact, Task, documents
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, day, plain, quad, ref, zh
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

BETWEEN = " / "  # titles of a task, from the outermost
APART = "，"  # the parts of what was stated


@dataclass(frozen=True, slots=True)
class Unused:
    """A decision that is kept and not applied, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a decision does: lines of new facts; the facts that it overrules and those that it marks, with a status."""

    made: Sequence[str] = ()
    overruled: Sequence[tuple[Iri, str]] = ()
    marked: Sequence[tuple[Iri, str]] = ()
    whole: bool = False  # a task with all its facts: what is decided on one of them goes before


def lines(
    decisions: Iterable[Decision], stated: Iterable[str], names: Names, idle_names: Iterable[Decision] = ()
) -> tuple[list[str], list[Unused]]:
    """The lines of decisions, sorted, each once; and the decisions that could not be applied.

    Agencies that people name stand in `graph/registry` and `graph/entities`, as all do.

    `stated`: the N-Quads lines of the documents that decisions are about, with suggestions and labels.
    `idle_names`: the decisions on names that name nothing in the graph (`links` applies the others).
    """
    known = documents(stated, names)
    meant = {one: None if one.matter == "names" else find(one, known.values()) for one in decisions}
    things = {one: pinned(one, of).thing if isinstance(of, Found) else one.thing for one, of in meant.items()}
    last, before = latest(meant, things.__getitem__)
    undone = {things[one] for one in before if one.verdict == "added"}
    without = set(idle_names)
    told: list[str] = []
    unused: list[Unused] = []
    effects: list[tuple[Decision, _Effect]] = []
    for one in last:
        found = meant[one]
        taken_back = one.verdict == "rejected" and isinstance(found, Idle) and things[one] in undone
        effect = _Effect() if taken_back else _effect(one, found, names, one in without)
        if isinstance(effect, Idle):
            unused.append(Unused(one, effect.reason))
            told += _node(one, "idle", names, found, effect.reason)
        else:
            effects.append((one, effect))
            told += _node(one, "in-force", names, found)
    told += _marks(effects, names)
    for one in before:
        told += _node(one, "replaced", names)
    return sorted(set(told)), unused


_RANKS = ("confirmed", "corrected", "rejected")  # of several decisions on one fact the last of these is its status


def _marks(effects: Sequence[tuple[Decision, _Effect]], names: Names) -> Iterator[str]:
    """The new facts, and for each fact one decision that overrules it and one status."""
    graph = names.graph("decisions")
    overruled: dict[Iri, Iri] = {}
    status: dict[Iri, str] = {}
    for decision, effect in sorted(effects, key=lambda pair: (pair[1].whole, pair[0].id)):
        yield from effect.made
        by = decision_iri(decision, names)
        for iri, _ in effect.overruled:
            overruled.setdefault(iri, by)
        for iri, _ in effect.marked:
            yield quad(iri, gt.decidedBy, ref(by), graph)
        for iri, told in (*effect.overruled, *effect.marked):
            status[iri] = max(status.get(iri, told), told, key=_RANKS.index)
    for iri, by in overruled.items():
        yield quad(iri, gt.overruledBy, ref(by), graph)
    for iri, told in status.items():
        yield quad(iri, gt.status, ref(gt.code(gt.STATUSES, told)), graph)


NO_NAMES = "图谱里没有这两个名称"
_NOTHING = "这类内容只能确认或否认"
_STATED_NOW = "文件现已写明时限"


def _effect(  # noqa: PLR0911 - one line for each kind of decision
    decision: Decision, found: Found | Idle | None, names: Names, unnamed: bool
) -> _Effect | Idle:
    """What a decision does where the graph has what it is about."""
    if found is None:
        return Idle(NO_NAMES) if unnamed else _Effect()
    if isinstance(found, Idle):
        return found
    if decision.verdict == "confirmed":
        subject = found.fact or (found.task if decision.matter == "task" else None)
        return _Effect(marked=[(subject.iri, "confirmed")] if subject else [])  # of a title: the decision says it
    if decision.verdict == "rejected" and decision.matter != "deadline":
        return _rejected(decision, found)
    if decision.matter == "suggestion":
        return _judged(decision, found, names)
    if decision.matter == "owner":
        name, role = decision.value[0], role_notation((*decision.value, "")[1])
        return _in_place(
            found, facts.owner(name, role, decision, found, names), besides=facts.lesser(name, role, found)
        )
    if decision.matter == "target":
        return _in_place(found, facts.target(decision, found, names))
    if decision.matter in ("title", "deadline") and found.task is not None:
        return _amended(decision, found.task, names)
    return Idle(_NOTHING)


def _in_place(
    found: Found, made: list[str] | Idle, status: str = "corrected", besides: Iterable[Fact] = ()
) -> _Effect | Idle:
    """A fact that was made, and the stated one overruled, with others that it takes the place of."""
    if isinstance(made, Idle):
        return made
    overruled = [found.fact] if found.fact else []
    return _Effect(made, [(one.iri, status) for one in (*overruled, *besides)])


def _rejected(decision: Decision, found: Found) -> _Effect | Idle:
    """The fact, or a task with all its facts, no longer counts."""
    if found.fact is not None:
        return _Effect(overruled=[(found.fact.iri, "rejected")])
    if found.task is None or decision.matter != "task":
        return Idle(_NOTHING)
    gone: list[Task | Fact] = [found.task, *found.task.facts]
    return _Effect(overruled=[(one.iri, "rejected") for one in gone], whole=True)


def _judged(decision: Decision, found: Found, names: Names) -> _Effect | Idle:
    """A suggestion accepted becomes a responsibility; one refused no longer counts."""
    assert found.fact is not None
    if decision.verdict == "refused":
        return _rejected(decision, found)
    name, role = found.fact.stated
    return _in_place(found, facts.owner(name, role, decision, found, names, status="confirmed"), "confirmed")


def _amended(decision: Decision, task: Task, names: Names) -> _Effect | Idle:
    """The title or deadline of a task as decided, beside the stated one."""
    words = decision.value[0] if decision.value else ""
    stated = task.path[-1] if decision.matter == "title" else task.stated_deadline
    if words == stated or (decision.verdict == "added" and decision.matter == "deadline" and stated):
        return Idle(ALREADY if words == stated else _STATED_NOW)
    pair = (gt.correctedTitle, zh(words)) if decision.matter == "title" else (gt.correctedDeadline, plain(words))
    return _Effect([quad(task.iri, pair[0], pair[1], names.graph("decisions"))], marked=[(task.iri, "corrected")])


def _node(
    one: Decision, state: str, names: Names, found: Found | Idle | None = None, reason: str = ""
) -> Iterator[str]:
    """The decision itself."""
    graph, iri = names.graph("decisions"), decision_iri(one, names)
    settled = found if isinstance(found, Found) else None
    yield from about(
        iri,
        graph,
        (std.RDF_TYPE, ref(gt.Decision)),
        (gt.decisionMatter, ref(gt.code(gt.DECISION_MATTERS, one.matter))),
        (gt.verdict, ref(gt.code(gt.VERDICTS, one.verdict))),
        (gt.decisionState, ref(gt.code(gt.DECISION_STATES, state))),
        (gt.idleReason, plain(reason) if reason else None),
        (gt.inDocument, ref(settled.document.iri) if settled else None),
        (gt.ofTask, ref(settled.task.iri) if settled and settled.task else None),
        (gt.decidedDocument, plain(one.document) if one.document else None),
        (gt.decidedTask, plain(BETWEEN.join(one.task)) if one.task else None),
        (gt.statedValue, plain(told) if (told := spoken(one.matter, one.stated)) else None),
        (gt.newValue, plain(told) if (told := spoken(one.matter, one.value)) else None),
        (gt.decider, plain(one.by) if one.by else None),
        (gt.decidedOn, day(one.on)),
        (gt.reason, plain(one.why) if one.why else None),
        (gt.fromFile, plain(one.file) if one.file else None),
    )


def spoken(matter: Matter, parts: Sequence[str]) -> str:
    """What was stated or is to stand, in words.

    >>> spoken("owner", ("市水务局", "lead")), spoken("target", ("管网", ">=", "30", "", "公里", ""))
    ('市水务局（牵头）', '管网 ≥30公里')
    """
    if matter == "target" and len(parts) == _FIGURE:
        return amounts.spoken(*parts)
    if matter in ("owner", "suggestion") and len(parts) == 2 and parts[1]:
        return f"{parts[0]}（{_ROLE_WORDS.get(parts[1], parts[1])}）"
    return APART.join(filter(None, parts[1:] if matter == "names" else parts))


_FIGURE = 6  # what is stated of one
_ROLE_WORDS = {"lead": "牵头", "responsible": "责任", "support": "配合"}
