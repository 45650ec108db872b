"""The IRI of every statement of one document: from what it says, so that it stays when something else changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Facts, Figure, Gap, Section, Task
from guitu.graph.quads.names import Names
from guitu.ontology.terms import Iri

Path = tuple[str, ...]
"""Titles from the outermost to the innermost."""


@dataclass(frozen=True, slots=True)
class Identities:
    """The IRIs of the statements of one document, each kind in the order of its facts."""

    sections: tuple[Iri, ...]
    tasks: tuple[Iri, ...]
    responsibilities: tuple[Iri, ...]
    figures: tuple[Iri, ...]
    places: tuple[Iri, ...]
    incentives: tuple[Iri, ...]
    references: tuple[Iri, ...]

    @classmethod
    def of(cls, facts: Facts, key: str, names: Names) -> Identities:
        """Section and task: title and the titles around it; the others: their content, with their task."""
        chapters = _section_paths(facts.sections)
        told = Told.of(facts, key, names)
        tasks = told.tasks
        return cls(
            sections=numbered("section", key, chapters, names),
            tasks=tasks,
            responsibilities=told.responsibilities,
            figures=numbered("figure", key, (_figure(f, tasks) for f in facts.figures), names),
            places=numbered("mention", key, ((p.name,) for p in facts.places), names),
            incentives=numbered(
                "incentive",
                key,
                (
                    (tasks[i.task], f"{i.value:f}", i.unit, i.beneficiary or "", i.condition or "")
                    for i in facts.incentives
                ),
                names,
            ),
            references=numbered("reference", key, ((r.title, r.relation) for r in facts.references), names),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """The IRIs that what is said of a document elsewhere names: of its tasks and of who has them."""

    tasks: tuple[Iri, ...]
    responsibilities: tuple[Iri, ...]

    @classmethod
    def of(cls, facts: Facts, key: str, names: Names) -> Told:
        """As in `Identities`."""
        tasks = numbered("task", key, _task_paths(facts.tasks, _section_paths(facts.sections)), names)
        held = ((tasks[r.task], r.agency.name, r.role) for r in facts.responsibilities)
        return cls(tasks, numbered("responsibility", key, held, names))


def numbered(kind: str, key: str, contents: Iterable[Sequence[str]], names: Names) -> tuple[Iri, ...]:
    """An IRI for each content; the second of two equal ones is told apart by its number."""
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for content in map(tuple, contents):
        made.append(names.statement(kind, key, *content, str(seen[content])))
        seen[content] += 1
    return tuple(made)


def gap_content(gap: Gap, quote: str) -> tuple[str, str, str]:
    """What makes a gap the same gap."""
    return gap.kind, gap.reason, quote


def _section_paths(sections: Sequence[Section]) -> list[Path]:
    paths: list[Path] = []
    for i, section in enumerate(sections):
        around = paths[section.parent] if section.parent is not None and section.parent < i else ()
        paths.append((*around, section.title))
    return paths


def _task_paths(tasks: Sequence[Task], chapters: Sequence[Path]) -> list[Path]:
    paths: list[Path] = []
    for i, task in enumerate(tasks):
        if task.parent is not None and task.parent < i:
            around = paths[task.parent]
        else:
            around = () if task.section is None else chapters[task.section]
        paths.append((*around, task.title))
    return paths


def _figure(figure: Figure, tasks: Sequence[Iri]) -> Path:
    return (
        figure.kind,
        figure.indicator,
        f"{figure.value:f}",
        "" if figure.maximum is None else f"{figure.maximum:f}",
        figure.unit,
        figure.comparator,
        "" if figure.year is None else str(figure.year),
        figure.periodicity or "",
        figure.bindingness or "",
        figure.source,
        "" if figure.task is None else tasks[figure.task],
    )
