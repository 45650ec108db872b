"""What one document states. Frozen values; the place of a fact in the text is not part of its equality.

The kinds and their fields are those of the annotation guide: document, section, task, responsibility, target and
observation (both `Figure`), place, incentive, reference; and the gap, for what looked like a fact and was not read.
Facts of one document refer to each other by `order`, the position among their kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from guitu.extract.text import Span, Text
from guitu.ontology.knowledge import Column

Level = Literal["national", "provincial", "municipal", "county", "township"]
DocumentType = Literal["plan", "measures", "notice"]
Form = Literal["heading", "runin", "boxitem", "measure"]
Role = Literal["responsible", "lead", "support"]
Comparator = Literal[">=", ">", "<=", "<", "=", "~"]
Periodicity = Literal["annual", "cumulative"]
Bindingness = Literal["预期性", "约束性"]
FigureSource = Literal["text", "table"]
PlaceType = Literal["park", "base", "zone", "belt", "town", "island", "district", "other"]
Relation = Literal["based_on", "implements", "issues", "annex", "cites"]


Columns = tuple[tuple[str, Column], ...]
"""Headings of division tables that somebody has set by hand, each with what its column holds."""

NOWHERE = Span(0, 0)
RETURNED = "guitu"
"""The reader of a table of tasks that Guitu wrote of other documents, come back."""
SCANNED = "-ocr"
"""How a reader ends that has recognised words in pictures."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as a document names it.

    `name`: the official full name, 上海市经济和信息化委员会; `written`: 市经济信息化委;
    `known`: the registry has its stem; `group`: without members named, 各区政府;
    `jurisdiction`: 上海市, or None for a national one; `settled`: False where the document does not tell whose it is
    (省财政厅 where no province is named): the name stays as written, and means a body of this document alone.
    """

    name: str
    written: str
    known: bool = True
    group: bool = False
    jurisdiction: str | None = None
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A document: `title` without the notice around it; `part_of`: the title of the document that it is annexed to."""

    title: str
    level: Level | None = None
    type: DocumentType | None = None
    issuers: tuple[Agency, ...] = ()
    number: str | None = None
    issued: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    period: str | None = None
    part_of: str | None = None
    jurisdiction: str | None = None  # 上海市; None for a national document or where nothing tells
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    extent: Span = field(default=NOWHERE, compare=False, repr=False)  # all of the document's text in the file
    jurisdiction_span: Span = field(default=NOWHERE, compare=False, repr=False)  # the words that settle it


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: `number` as written without its stop (四, （一）, 专栏1, 附表); `parent`: the order of that around."""

    title: str
    number: str | None
    depth: int
    order: int
    parent: int | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Task:
    """A titled unit that prescribes action; `section` and `parent` are orders; `body` is the text under the title."""

    title: str
    form: Form
    order: int
    section: int | None = None
    parent: int | None = None
    body: str = ""
    deadline: str | None = None
    topics: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    extent: Span = field(default=NOWHERE, compare=False, repr=False)  # title and body, up to the next task or section


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An agency tied to a task: `task` is the task's order, `order` its position in the list of the clause.

    `name_span`: the words that say what its name stands for, where the document does: 以下简称…, a column's heading.
    """

    task: int
    agency: Agency
    role: Role
    order: int = 0
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    name_span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a document commits to (target) or reports (observation). `value` is in `unit`, as written."""

    kind: Literal["target", "observation"]
    indicator: str
    value: Decimal
    unit: str
    comparator: Comparator = "="
    maximum: Decimal | None = None
    year: int | None = None
    periodicity: Periodicity | None = None
    bindingness: Bindingness | None = None
    source: FigureSource = "text"
    task: int | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    written: str = field(default="", compare=False, repr=False)  # the indicator in the document's own characters


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A park, base, zone, belt, town, island or district; `district`: full name, only where the document says so."""

    name: str
    written: str
    type: PlaceType
    district: str | None = None
    focus: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Incentive:
    """A quantified support of a task: award, subsidy, ratio, guarantee; `ceiling`: 最高, 不超过."""

    task: int
    value: Decimal
    unit: str
    ceiling: bool = False
    beneficiary: str | None = None
    condition: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document, as this one names it."""

    title: str
    relation: Relation
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a division table: its heading as written, and what it was taken to hold; None: not read."""

    heading: str
    role: Column | None


@dataclass(frozen=True, slots=True)
class DivisionTable:
    """How a table that divides tasks among agencies was read. `rows`: the tasks read from it; `span`: its header."""

    columns: tuple[TableColumn, ...]
    rows: int
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """What looked like a fact and was not read; `kind` is a notation of the gap kinds in `ontology/lists.ttl`."""

    kind: str
    reason: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one document states, each kind in the order of the text."""

    document: Document
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    incentives: tuple[Incentive, ...] = ()
    references: tuple[Reference, ...] = ()
    gaps: tuple[Gap, ...] = ()
    divisions: tuple[DivisionTable, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One file read: its reading text, the documents found in it (more than one where plans are annexed), and how.

    `reader`: the format, or `RETURNED`; `named`: the name of the file, where a document has its title from it.
    """

    text: Text
    documents: tuple[Facts, ...]
    media_type: str = "text/plain"
    reader: str = "text"
    encoding: str | None = None
    named: str | None = None
