"""From facts to N-Quads: the one file that knows both.

What a document states stands in the graph that its IRI names; what could not be read in `graph/gaps`, how its tables
were read in `graph/provenance`. The lines of named things are in `entities`, those of files and texts in `provenance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol

from guitu.extract.facts import (
    DivisionTable,
    Facts,
    Figure,
    Gap,
    Incentive,
    PlaceMention,
    Reference,
    Responsibility,
    Section,
    Task,
)
from guitu.extract.figures.numbers.quantities import normalise
from guitu.extract.text import Span, Text
from guitu.graph.quads.deadlines import last_day, years
from guitu.graph.quads.identity import Identities, gap_content, numbered
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, boolean, day, decimal, integer, plain, quad, ref, zh
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri, code

SHORTCUTS = {"lead": gt.ledBy, "support": gt.supportedBy}


def stated(facts: Facts, text: Text, key: str, names: Names, whole: str | None = None) -> Iterator[str]:
    """Every line of what a document states, each once. `whole`: the key of the document that it is annexed to."""
    ids = Identities.of(facts, key, names)
    page = _Page(key, names.document(key), text, names, facts.document.period)
    yield from _document(facts, page, whole)
    for section, iri in zip(facts.sections, ids.sections, strict=True):
        yield from _section(section, iri, ids, page)
    for task, iri in zip(facts.tasks, ids.tasks, strict=True):
        yield from _task(task, iri, ids, page)
    for responsibility, iri in zip(facts.responsibilities, ids.responsibilities, strict=True):
        yield from _responsibility(responsibility, iri, ids, page)
    for figure, iri in zip(facts.figures, ids.figures, strict=True):
        yield from _figure(figure, iri, ids, page)
    for mention, iri in zip(facts.places, ids.places, strict=True):
        yield from _mention(mention, iri, page)
    for incentive, iri in zip(facts.incentives, ids.incentives, strict=True):
        yield from _incentive(incentive, iri, ids, page)
    for reference, iri in zip(facts.references, ids.references, strict=True):
        yield from _reference(reference, iri, page)


def quoted(facts: Facts) -> set[Span]:
    """The ranges whose quotes stand in the document's graph; an engine that unites graphs would find them twice."""
    kinds = (facts.sections, facts.tasks, facts.responsibilities, facts.figures, facts.places)
    found: Iterable[_Proved] = chain((facts.document,), *kinds, facts.incentives, facts.references)
    named = {fact.name_span for fact in facts.responsibilities}
    return {fact.span for fact in found} | {facts.document.jurisdiction_span} | named


class _Proved(Protocol):
    @property
    def span(self) -> Span: ...


def gaps(found: Iterable[Gap], text: Text, key: str, names: Names) -> Iterator[str]:
    """The lines of the gaps of a document, in `graph/gaps`."""
    found = tuple(found)
    page = _Page(key, names.graph("gaps"), text, names)
    contents = (gap_content(gap, text.quote(gap.span)) for gap in found)
    for gap, iri in zip(found, numbered("gap", key, contents, names), strict=True):
        yield from page.state(
            iri, gt.Gap, gap.span, (gt.gapKind, ref(code(gt.GAP_KINDS, gap.kind))), (gt.reason, plain(gap.reason))
        )


def divisions(found: Sequence[DivisionTable], text: Text, key: str, names: Names) -> Iterator[str]:
    """How the division tables of a document were read, in `graph/provenance`: that is no statement of the document."""
    page = _Page(key, names.graph("provenance"), text, names)
    headings = (tuple(column.heading for column in table.columns) for table in found)
    for table, iri in zip(found, numbered("division", key, headings, names), strict=True):
        columns = [names.statement("column", iri, str(order)) for order in range(len(table.columns))]
        rows = (gt.rowCount, integer(table.rows))
        yield from page.state(iri, gt.DivisionTable, table.span, rows, *((gt.hasColumn, ref(one)) for one in columns))
        for order, (column, told) in enumerate(zip(columns, table.columns, strict=True)):
            yield from about(
                column,
                page.graph,
                (std.RDF_TYPE, ref(gt.TableColumn)),
                (gt.order, integer(order)),
                (gt.columnHeading, plain(told.heading)),
                (gt.columnRole, _coded(gt.COLUMN_ROLES, told.role)),
            )


@dataclass(frozen=True, slots=True)
class _Page:
    """Where lines are written: the document that speaks, the graph, and the text that proves it."""

    key: str
    graph: Iri
    text: Text
    names: Names
    period: str | None = None  # of the document
    proved: set[Span] = field(default_factory=set)  # ranges whose quote is written; many facts share one

    @property
    def document(self) -> Iri:
        return self.names.document(self.key)

    def state(self, iri: Iri, kind: Iri, span: Span, *pairs: tuple[Iri, str | None]) -> Iterator[str]:
        """The lines of one statement of the document, with its evidence."""
        yield from about(iri, self.graph, (std.RDF_TYPE, ref(kind)), (gt.inDocument, ref(self.document)), *pairs)
        yield from self.prove(iri, span)

    def prove(self, iri: Iri, span: Span, how: Iri = gt.evidence) -> Iterator[str]:
        """The range of the text that states something, and its quote; nothing for an empty range."""
        if not span:
            return
        evidence = self.names.evidence(self.text.sha256, span)
        yield quad(iri, how, ref(evidence), self.graph)
        if span not in self.proved:
            self.proved.add(span)
            yield quad(evidence, std.RDF_TYPE, ref(std.NIF_RFC5147_STRING), self.graph)
            yield quad(evidence, std.NIF_ANCHOR_OF, plain(self.text.quote(span)), self.graph)


def _coded(codes: gt.Codes, notation: str | None) -> str | None:
    return None if notation is None else ref(code(codes, notation))


def _at(iris: tuple[Iri, ...], order: int | None) -> str | None:
    return None if order is None else ref(iris[order])


def _document(facts: Facts, page: _Page, whole: str | None) -> Iterator[str]:
    document, names = facts.document, page.names
    period = gt.PLAN_PERIODS.get(document.period or "")
    yield from about(
        page.document,
        page.graph,
        (std.RDF_TYPE, ref(gt.Document)),
        (std.DCTERMS_TITLE, zh(document.title)),
        (std.ELI_ID_LOCAL, plain(document.number) if document.number else None),
        *((std.ELI_PASSED_BY, ref(names.body(issuer, page.key))) for issuer in document.issuers),
        (std.ELI_DATE_DOCUMENT, day(document.issued) if document.issued else None),
        (std.ELI_IN_FORCE, day(document.valid_from) if document.valid_from else None),
        (std.ELI_NO_LONGER_IN_FORCE, day(document.valid_to) if document.valid_to else None),
        (gt.level, _coded(gt.LEVELS, document.level)),
        (std.ELI_TYPE_DOCUMENT, _coded(gt.DOCUMENT_TYPES, document.type)),
        (gt.planPeriod, ref(period) if period else None),
        (gt.jurisdiction, ref(names.place(document.jurisdiction)) if document.jurisdiction else None),
        (std.DCTERMS_IS_PART_OF, ref(names.document(whole)) if whole else None),
    )
    yield from page.prove(page.document, document.span)
    yield from page.prove(page.document, document.jurisdiction_span, gt.jurisdictionEvidence)


def _section(section: Section, iri: Iri, ids: Identities, page: _Page) -> Iterator[str]:
    return page.state(
        iri,
        gt.Section,
        section.span,
        (std.DCTERMS_TITLE, zh(section.title)),
        (gt.number, plain(section.number) if section.number else None),
        (gt.depth, integer(section.depth)),
        (gt.order, integer(section.order)),
        (std.DCTERMS_IS_PART_OF, _at(ids.sections, section.parent) or ref(page.document)),
    )


def _task(task: Task, iri: Iri, ids: Identities, page: _Page) -> Iterator[str]:
    return page.state(
        iri,
        gt.Task,
        task.span,
        (std.DCTERMS_TITLE, zh(task.title)),
        (std.DCTERMS_DESCRIPTION, zh(task.body) if task.body else None),
        (gt.form, _coded(gt.TASK_FORMS, task.form)),
        (gt.order, integer(task.order)),
        (std.DCTERMS_IS_PART_OF, _at(ids.sections, task.section)),
        (gt.partOfTask, _at(ids.tasks, task.parent)),
        (gt.deadline, plain(task.deadline) if task.deadline else None),
        *((gt.dueYear, integer(year)) for year in sorted(years(task.deadline or "", page.period))),
        (gt.dueDate, day(ends) if (ends := last_day(task.deadline or "")) else None),
        *((gt.concerns, ref(page.names.topic(topic))) for topic in dict.fromkeys(task.topics)),
    )


def _responsibility(responsibility: Responsibility, iri: Iri, ids: Identities, page: _Page) -> Iterator[str]:
    task, agency = ids.tasks[responsibility.task], ref(page.names.body(responsibility.agency, page.key))
    yield from page.state(
        iri,
        gt.Responsibility,
        responsibility.span,
        (gt.ofTask, ref(task)),
        (gt.agency, agency),
        (gt.role, _coded(gt.ROLES, responsibility.role)),
        (gt.asWritten, plain(responsibility.agency.written)),
        (gt.order, integer(responsibility.order)),
    )
    yield from page.prove(iri, responsibility.name_span, gt.nameEvidence)
    shortcut = SHORTCUTS.get(responsibility.role)
    yield from about(task, page.graph, (gt.ownedBy, agency), *([(shortcut, agency)] if shortcut else []))


def _figure(figure: Figure, iri: Iri, ids: Identities, page: _Page) -> Iterator[str]:
    normal = normalise(figure.value, figure.unit)
    return page.state(
        iri,
        gt.Target if figure.kind == "target" else gt.Observation,
        figure.span,
        (gt.indicator, ref(page.names.indicator(figure.indicator))),
        (gt.indicatorText, plain(figure.written or figure.indicator)),
        (gt.value, decimal(figure.value)),
        (gt.maxValue, None if figure.maximum is None else decimal(figure.maximum)),
        (gt.unitText, plain(figure.unit)),
        (std.QUDT_NUMERIC_VALUE, decimal(normal[0]) if normal else None),
        (std.QUDT_HAS_UNIT, ref(Iri(normal[1])) if normal else None),
        (gt.comparator, _coded(gt.COMPARATORS, figure.comparator)),
        (gt.year, None if figure.year is None else integer(figure.year)),
        (gt.periodicity, _coded(gt.PERIODICITIES, figure.periodicity)),
        (gt.bindingness, _coded(gt.BINDINGNESSES, figure.bindingness)),
        (gt.source, _coded(gt.FIGURE_SOURCES, figure.source)),
        (gt.ofTask, _at(ids.tasks, figure.task)),
    )


def _mention(mention: PlaceMention, iri: Iri, page: _Page) -> Iterator[str]:
    names = page.names
    return page.state(
        iri,
        gt.PlaceMention,
        mention.span,
        (gt.place, ref(names.place(mention.name))),
        (gt.asWritten, plain(mention.written)),
        (gt.placeType, _coded(gt.PLACE_TYPES, mention.type)),
        (gt.inDistrict, ref(names.place(mention.district)) if mention.district else None),
        *((gt.focus, ref(names.topic(topic))) for topic in dict.fromkeys(mention.focus)),
    )


def _incentive(incentive: Incentive, iri: Iri, ids: Identities, page: _Page) -> Iterator[str]:
    normal = normalise(incentive.value, incentive.unit)
    return page.state(
        iri,
        gt.Incentive,
        incentive.span,
        (gt.ofTask, ref(ids.tasks[incentive.task])),
        (gt.value, decimal(incentive.value)),
        (gt.unitText, plain(incentive.unit)),
        (std.QUDT_NUMERIC_VALUE, decimal(normal[0]) if normal else None),
        (std.QUDT_HAS_UNIT, ref(Iri(normal[1])) if normal else None),
        (gt.isCeiling, boolean(incentive.ceiling)),
        (gt.beneficiary, plain(incentive.beneficiary) if incentive.beneficiary else None),
        (gt.condition, plain(incentive.condition) if incentive.condition else None),
    )


def _reference(reference: Reference, iri: Iri, page: _Page) -> Iterator[str]:
    return page.state(
        iri,
        gt.Reference,
        reference.span,
        (gt.citedTitle, plain(reference.title)),
        (gt.relation, _coded(gt.REFERENCE_RELATIONS, reference.relation)),
    )
