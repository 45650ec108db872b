"""What was read of each document and what was not: its sources, outline, owners and columns, and its gaps in place.

All from the graph; the words around a gap are from the reading texts, and left out where a store keeps none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from guitu.extract.errors import QueryError
from guitu.extract.words.nearest import meant
from guitu.graph.checks.completeness import Completeness, completeness
from guitu.graph.checks.outline import Chapter, Outline, around, start_of
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.names import span_of
from guitu.ontology import standards as std
from guitu.ontology import terms as gt

# Each asks of the documents in `?doc` alone; the rows come in any order.
_SOURCES = f"""SELECT ?doc ?sha256 ?name ?media ?reader ?encoding ?size ?text {{
  ?doc <{std.PROV_WAS_DERIVED_FROM}> ?file .
  ?file a <{gt.File}> ; <{std.SCHEMA_SHA256}> ?sha256 ; <{std.SCHEMA_NAME}> ?name .
  OPTIONAL {{ ?file <{std.SCHEMA_ENCODING_FORMAT}> ?media }}
  OPTIONAL {{ ?file <{gt.reader}> ?reader }}
  OPTIONAL {{ ?file <{gt.encoding}> ?encoding }}
  OPTIONAL {{ ?file <{gt.byteCount}> ?size }}
  OPTIONAL {{ ?text <{std.PROV_WAS_DERIVED_FROM}> ?file ; a <{std.NIF_CONTEXT}> }} {{values}} }}"""
_PROOFS = f"""SELECT ?doc ?evidence {{ GRAPH ?doc {{ ?doc <{gt.evidence}> ?evidence }} {{values}} }}"""
_SECTIONS = f"""SELECT ?doc ?section ?title ?number ?parent ?evidence {{
  GRAPH ?doc {{ ?section a <{gt.Section}> ; <{std.DCTERMS_TITLE}> ?title ; <{gt.evidence}> ?evidence .
    OPTIONAL {{ ?section <{gt.number}> ?number }} OPTIONAL {{ ?section <{std.DCTERMS_IS_PART_OF}> ?parent }} }}
  {{values}} }}"""
_TASKS = f"""SELECT ?doc ?task ?evidence ?deadline ?parent {{
  GRAPH ?doc {{ ?task a <{gt.Task}> .
    OPTIONAL {{ ?task <{gt.evidence}> ?evidence }} OPTIONAL {{ ?task <{gt.deadline}> ?deadline }}
    OPTIONAL {{ ?task <{gt.partOfTask}> ?parent }} }}
  {{values}} }}"""
_MEASURED = f"""SELECT DISTINCT ?doc ?task {{
  GRAPH ?doc {{ ?target a <{gt.Target}> ; <{gt.ofTask}> ?task }} {{values}} }}"""
_DUTIES = f"""SELECT ?doc ?task ?role ?agency {{
  GRAPH ?doc {{ ?duty a <{gt.Responsibility}> ; <{gt.ofTask}> ?task ; <{gt.role}> ?coded ; <{gt.agency}> ?body }}
  ?coded <{std.SKOS_NOTATION}> ?role . ?body <{std.SKOS_PREF_LABEL}> ?agency {{values}} }}"""
_ANNEXED = f"""SELECT DISTINCT ?doc ?task {{
  ?same <{gt.relation}> <{gt.ALIGNMENT_RELATIONS["identical"]}> ; <{gt.subjectTask}> ?task ; <{gt.objectTask}> ?other .
  ?duty <{gt.ofTask}> ?other ; a <{gt.Responsibility}> . GRAPH ?doc {{ ?task a <{gt.Task}> }} {{values}} }}"""
_UNKNOWN = f"""SELECT DISTINCT ?doc ?agency {{
  GRAPH ?doc {{ {{ ?duty <{gt.agency}> ?body }} UNION {{ ?doc <{std.ELI_PASSED_BY}> ?body }} }}
  GRAPH ?entities {{ ?body a ?kind ; <{std.SKOS_PREF_LABEL}> ?agency }}
  FILTER(STRENDS(STR(?entities), "graph/entities")) {{values}} }}"""
_GAPS = f"""SELECT ?doc ?gap ?kind ?label ?reason ?evidence ?quote {{
  ?gap a <{gt.Gap}> ; <{gt.inDocument}> ?doc ; <{gt.gapKind}> ?coded . ?coded <{std.SKOS_NOTATION}> ?kind .
  OPTIONAL {{ ?coded <{std.SKOS_PREF_LABEL}> ?label FILTER(LANG(?label) = "{{lang}}") }}
  OPTIONAL {{ ?gap <{gt.reason}> ?reason }}
  OPTIONAL {{ ?gap <{gt.evidence}> ?evidence OPTIONAL {{ ?evidence <{std.NIF_ANCHOR_OF}> ?quote }} }} {{values}} }}"""

_TABLES = f"""SELECT ?doc ?table ?rows ?evidence ?order ?heading ?role ?label {{
  ?table a <{gt.DivisionTable}> ; <{gt.inDocument}> ?doc ; <{gt.rowCount}> ?rows ; <{gt.hasColumn}> ?column .
  ?column <{gt.order}> ?order ; <{gt.columnHeading}> ?heading .
  OPTIONAL {{ ?table <{gt.evidence}> ?evidence }}
  OPTIONAL {{ ?column <{gt.columnRole}> ?role
    OPTIONAL {{ ?role <{std.SKOS_PREF_LABEL}> ?label FILTER(LANG(?label) = "{{lang}}") }} }} {{values}} }}"""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a document was found in; `read`: the copy that all evidence is of. `size`: bytes."""

    names: tuple[str, ...]
    sha256: str
    media_type: str
    reader: str
    encoding: str
    size: int | None
    read: bool


@dataclass(frozen=True, slots=True)
class Ownership:
    """Of the tasks: `owned` name an owner, `annexed` have theirs in the annex, `inherited` stand under one that does;
    agencies by role, with their tasks.

    `unknown`: agencies, of the duties or the issuer, whose official name the registry does not have.
    """

    tasks: int
    owned: int
    annexed: int
    inherited: int
    dated: int
    measured: int
    roles: Mapping[str, tuple[tuple[str, int], ...]]
    unknown: tuple[str, ...]

    @property
    def unowned(self) -> int:
        """Tasks without an owner: of their own, in the annex or of a task around them."""
        return self.tasks - self.owned - self.annexed - self.inherited


@dataclass(frozen=True, slots=True)
class UnreadPlace:
    """A gap: what, why, under which headings, and its words between those around it, cut to one sentence.

    `start` and `end` are None and the words empty where the graph does not say.
    """

    kind: str
    label: str
    reason: str
    path: tuple[str, ...]
    start: int | None = None
    end: int | None = None
    before: str = ""
    quote: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column of a division table: its heading as written and what it was taken for, empty where not recognised."""

    heading: str
    role: str


@dataclass(frozen=True, slots=True)
class TableRead:
    """How the columns of one division table were read; `path`: the headings around it; `rows`: its tasks.

    `start` and `end`: of its header, None where the graph does not say.
    """

    rows: int | None
    path: tuple[str, ...]
    start: int | None
    end: int | None
    columns: tuple[ColumnRead, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings of the columns that were not recognised; a column without a heading is none."""
        return tuple(dict.fromkeys(one.heading for one in self.columns if one.heading and not one.role))


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All that is told of one document."""

    told: Completeness
    sources: tuple[SourceFile, ...]
    chapters: tuple[Chapter, ...]
    ownership: Ownership
    gaps: tuple[UnreadPlace, ...]
    tables: tuple[TableRead, ...] = ()


def report(store: Store, wanted: str = "", lang: str = "zh") -> tuple[DocumentReport, ...]:
    """The documents whose title or number contains `wanted`, by title; QueryError where it is given and none does."""
    sought = wanted.strip().casefold()
    known = completeness(store, lang)
    found = [
        one for one in known if any(sought in name.casefold() for name in (one.title, *one.stated.get("number", ())))
    ]
    if sought and not found:
        remedy = meant(wanted, [one.title for one in known], "list them with: guitu ask documents")
        raise QueryError(wanted, "no document has this in its title", remedy)
    return _Reports(store, [one.document for one in found], lang).of(found) if found else ()


class _Reports:
    """The rows of every question, by document."""

    def __init__(self, store: Store, documents: Sequence[str], lang: str) -> None:
        values = "VALUES ?doc { " + " ".join(f"<{document}>" for document in documents) + " }"

        def ask(query: str) -> Mapping[str, Sequence[Row]]:
            rows: dict[str, list[Row]] = defaultdict(list)
            for document, *rest in store.query(query.replace("{values}", values).replace("{lang}", lang)).rows:
                rows[str(document)].append(tuple(rest))
            return rows

        self._text = cache(store.text)
        self._sources, self._proofs, self._sections = ask(_SOURCES), ask(_PROOFS), ask(_SECTIONS)
        self._tasks, self._measured, self._duties = ask(_TASKS), ask(_MEASURED), ask(_DUTIES)
        self._annexed = ask(_ANNEXED)
        self._unknown, self._gaps, self._tables = ask(_UNKNOWN), ask(_GAPS), ask(_TABLES)

    def of(self, documents: Sequence[Completeness]) -> tuple[DocumentReport, ...]:
        return tuple(self._one(told) for told in documents)

    def _one(self, told: Completeness) -> DocumentReport:
        document = told.document
        outline = Outline.of(self._sections.get(document, ()))
        found = {row[0]: self._gap(row, outline) for row in sorted(self._gaps.get(document, ()), key=str)}
        gaps = tuple(sorted(found.values(), key=_place))
        tasks = {task: evidence for task, evidence, *_ in self._tasks.get(document, ())}
        return DocumentReport(
            told,
            self._files(document),
            outline.chapters([start_of(evidence) for evidence in tasks.values()], [gap.start for gap in gaps]),
            self._ownership(document),
            gaps,
            self._read_tables(document, outline),
        )

    def _files(self, document: str) -> tuple[SourceFile, ...]:
        """The file that was read, then the other copies by hash."""
        proofs = self._proofs.get(document, ())
        texts = {found[0] for (proof,) in proofs if (found := span_of(proof))}
        names: dict[str, set[str]] = defaultdict(set)
        rows: dict[str, Row] = {}
        for sha256, name, *row in sorted(self._sources.get(document, ()), key=str):
            names[str(sha256)].add(str(name))
            rows[str(sha256)] = tuple(row)
        files = []
        for sha256, (media, reader, encoding, size, text) in rows.items():
            read = len(rows) == 1 or (text or "").rsplit("/", 1)[-1] in texts
            how = media or "", reader or "", encoding or "", None if size is None else int(size)
            files.append(SourceFile(tuple(sorted(names[sha256])), sha256, *how, read))
        return tuple(sorted(files, key=lambda one: (not one.read, one.sha256)))

    def _ownership(self, document: str) -> Ownership:
        rows = self._tasks.get(document, ())
        above = {task: parent for task, _, _, parent in rows}
        duties = self._duties.get(document, ())
        owned = {task for task, _, _ in duties}
        annexed = {task for (task,) in self._annexed.get(document, ())} - owned
        known = owned | annexed
        roles: dict[str, Counter[str]] = defaultdict(Counter)
        for _, role, agency in sorted(set(duties), key=str):
            roles[str(role)][str(agency)] += 1
        return Ownership(
            tasks=len(above),
            owned=len(owned),
            annexed=len(annexed),
            inherited=sum(task not in known and _under(task, above, known) for task in above),
            dated=len({task for task, _, deadline, _ in rows if deadline}),
            measured=len(self._measured.get(document, ())),
            roles={
                role: tuple(sorted(roles[role].items(), key=lambda one: (-one[1], one[0])))
                for role in gt.ROLES
                if role in roles
            },
            unknown=tuple(sorted(str(agency) for (agency,) in self._unknown.get(document, ()))),
        )

    def _read_tables(self, document: str, outline: Outline) -> tuple[TableRead, ...]:
        """In the order of the text; two parts of one table, which share a header, in that of their IRIs."""
        columns: dict[str, dict[int, ColumnRead]] = defaultdict(dict)
        told: dict[str, Row] = {}
        for table, rows, evidence, order, heading, role, label in self._tables.get(document, ()):
            told[str(table)] = rows, evidence
            read = ColumnRead(heading or "", label or (role or "").rpartition("-")[2])
            columns[str(table)][int(order or 0)] = read
        found = []
        for table, (rows, evidence) in sorted(told.items()):
            _, start, end = span_of(evidence) or ("", None, None)
            read_as = tuple(column for _, column in sorted(columns[table].items()))
            found.append(TableRead(int(rows or 0), outline.path(start), start, end, read_as))
        return tuple(sorted(found, key=lambda one: (one.start is None, one.start or 0)))

    def _gap(self, row: Row, outline: Outline) -> UnreadPlace:
        _, kind, label, reason, evidence, quote = row
        told = str(kind), label or str(kind), reason or ""
        if not (found := span_of(evidence)):
            return UnreadPlace(*told, ())
        sha256, start, end = found
        before, words, after = around(self._text(sha256) or "", start, end)
        return UnreadPlace(*told, outline.path(start), start, end, before, words or quote or "", after)


def _place(gap: UnreadPlace) -> tuple[bool, int, str]:
    """In the order of the text; what has no place comes last."""
    return gap.start is None, gap.start or 0, str(gap)


def _under(task: str | None, above: Mapping[str | None, str | None], owned: set[str | None]) -> bool:
    """A task around this one names an owner."""
    seen = {task}
    while (task := above.get(task)) and task not in seen:
        if task in owned:
            return True
        seen.add(task)
    return False
