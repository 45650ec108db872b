"""Which fact of a graph a decision is about: by document, titles, what was stated, and last by its quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guitu.extract.words.agencies import read
from guitu.graph.copies.works import letters
from guitu.graph.corrections.amounts import amount
from guitu.graph.corrections.decision import Decision, Words, sentence_hash
from guitu.graph.corrections.stated import Document, Fact, Task
from guitu.ontology import terms as gt

NO_DOCUMENT = "图谱里没有这份文件"
NO_TASK = "文件里没有这项任务"
NO_FACT = "文件里已没有这句话"
NO_SUGGESTION = "没有这条责任建议"
SEVERAL = "有多处相同，不能断定是哪一处"
ALREADY = "已经如此，无须更正"
NO_AMOUNT = "新值不是带单位的数"


@dataclass(frozen=True, slots=True)
class Idle:
    """Why a decision cannot be applied."""

    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a decision is about: its document, its task where it has one, and the stated fact where it has one."""

    document: Document
    task: Task | None
    fact: Fact | None = None


def find(decision: Decision, documents: Iterable[Document]) -> Found | Idle:
    """The document, task and fact of a decision that is not about names."""
    if (document := _document(decision, documents)) is None:
        return Idle(NO_DOCUMENT)
    tasks = _tasks(document, decision.task)
    if decision.task and not tasks:
        return Idle(NO_TASK)
    if decision.verdict == "added" or decision.matter in ("title", "deadline", "task"):
        return _in_task(decision, document, tasks)
    facts: list[tuple[Task | None, Fact]] = [
        (task, one) for task in tasks for one in _facts(decision, task.facts, document)
    ]
    if not decision.task:
        facts = [(None, one) for one in _facts(decision, document.facts, document)]
        facts += [(task, one) for task in document.tasks for one in _facts(decision, task.facts, document)]
    if len(facts) > 1 and decision.sentence:
        facts = [pair for pair in facts if sentence_hash(pair[1].quote) == decision.sentence] or facts
    if len(facts) == 1:
        return Found(document, *facts[0])
    return Idle(SEVERAL if facts else NO_SUGGESTION if decision.matter == "suggestion" else NO_FACT)


def _document(decision: Decision, documents: Iterable[Document]) -> Document | None:
    found = list(documents)
    exact = [one for one in found if one.key == decision.document]
    called = exact or [one for one in found if one.is_called(decision.document)]
    return called[0] if len(called) == 1 else None


def _tasks(document: Document, path: Words) -> list[Task]:
    """The tasks of these titles: all of them alike, else the only ones of such a title."""
    if not path:
        return []
    wanted = tuple(map(letters, path))
    exact = [one for one in document.tasks if tuple(map(letters, one.path)) == wanted]
    if exact:
        return exact
    titled = [one for one in document.tasks if wanted[-1] in (letters(one.path[-1]), letters(one.title))]
    below = [one for one in titled if tuple(map(letters, one.path))[-len(wanted) :] == wanted]
    return below or titled


def _in_task(decision: Decision, document: Document, tasks: Sequence[Task]) -> Found | Idle:
    if decision.matter in ("title", "deadline") and decision.stated:
        said = letters(decision.stated[0])
        tasks = [one for one in tasks if said in _sayings(one, decision)] or []
        if not tasks:
            return Idle(NO_FACT)
    if len(tasks) > 1 and decision.sentence:
        tasks = [one for one in tasks if sentence_hash(one.quote) == decision.sentence] or tasks
    if len(tasks) != 1:
        return Idle(SEVERAL if tasks else NO_TASK)
    return Found(document, tasks[0])


def _sayings(task: Task, decision: Decision) -> tuple[str, str]:
    if decision.matter == "title":
        return letters(task.path[-1]), letters(task.title)
    return letters(task.stated_deadline), letters(task.deadline)


def _facts(decision: Decision, facts: Iterable[Fact], document: Document) -> list[Fact]:
    """The facts, of those that no decision made, that say what the decision says was stated."""
    held = [one for one in facts if not one.layer and _of_matter(one, decision)]
    if exact := [one for one in held if one.stated == decision.stated]:
        return exact
    if decision.sentence:  # what was settled once is not guessed anew
        return []
    return [one for one in held if _called(one, decision.stated, document)]


def _of_matter(fact: Fact, decision: Decision) -> bool:
    if decision.matter == "fact":
        return fact.matter != "suggestion"
    return fact.matter == decision.matter


def _called(fact: Fact, stated: Words, document: Document) -> bool:
    """Whether somebody's words mean this fact; of an agency also by what the registry makes of them."""
    words, role = (*stated, "", "")[:2]
    if role and fact.matter in ("owner", "suggestion") and fact.stated[1] != role:
        return False
    if not words:
        return True
    if letters(words) in fact.words:
        return True
    if fact.matter in ("owner", "suggestion"):
        return read(words, document.place, "national" if document.level == "national" else None).name == fact.stated[0]
    told = amount(words) if fact.matter == "target" else None
    return told is not None and not told.name and f"{told.value:f}" == fact.stated[2] and not told.unit


def pinned(decision: Decision, found: Found) -> Decision:
    """The decision as the graph has its fact, so that it is found again without guessing."""
    document, task, fact = found.document, found.task, found.fact
    known = replace(decision, document=document.key, task=task.path if task else decision.task)
    if fact is not None:
        return replace(known, matter=fact.matter, stated=fact.stated, sentence=sentence_hash(fact.quote))
    if task is None:
        return known
    if decision.matter == "title":
        known = replace(known, stated=(task.path[-1],))
    elif decision.matter == "deadline":
        known = replace(known, stated=(task.stated_deadline,) if task.stated_deadline else ())
    return replace(known, sentence=sentence_hash(task.quote))


def role_notation(words: str) -> str:
    """A role that is known, else responsible."""
    return words if words in gt.ROLES else "responsible"
