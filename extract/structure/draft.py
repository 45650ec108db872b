"""What the recognisers of single facts read: one document cut into passages, each knowing where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guitu.extract.facts import Document, Section, Task
from guitu.extract.structure.tables.division import Division
from guitu.extract.text import Span, Table, Text
from guitu.extract.words.marks import Marks, marks

Chapter = Literal["front", "review", "situation", "thought", "goals", "work"]
"""What a chapter is about: front (before the first heading), review of the past, situation, guiding thought and
principles, goals, work (tasks, projects, safeguards, measures)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text inside one paragraph, never across one; headings and the titles of run-in tasks apart.

    `section` and `task` are orders; `heading` marks the text of a heading itself (it can hold names, not figures).
    """

    span: Span
    chapter: Chapter
    section: int | None = None
    task: int | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, the caption above it (empty where there is none), where it stands, and the tasks that it divides."""

    table: Table
    caption: Span
    chapter: Chapter
    section: int | None = None
    task: int | None = None
    division: Division | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One document with its structure, before the other facts are read from it."""

    text: Text
    document: Document
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    passages: tuple[Passage, ...]
    tables: tuple[PlacedTable, ...]

    @property
    def marks(self) -> Marks:
        """Where the words of the lexicons stand in the text."""
        return marks(self.text.folded)

    def read(self, passage: Passage) -> str:
        """The passage in canonical signs."""
        return self.text.read(passage.span)


def around(sections: Sequence[Section], section: int | None) -> Iterator[Section]:
    """The section of an order and those around it, the nearest first; none where there is none."""
    while section is not None:
        yield sections[section]
        section = sections[section].parent
