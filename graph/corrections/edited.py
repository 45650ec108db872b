"""A 任务分工表 of Guitu that somebody has edited: what differs from the graph, each difference a decision.

A task is known by its title, or else by where its evidence stands; its cells are compared with what the graph says now,
and a change of what a decision put there is a new decision about what that decision was on. A row that was written
before its task was corrected is compared with what is stated, so that an old table takes no correction back. Rows and
columns that are not there decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guitu.extract.errors import SourceError
from guitu.extract.structure.tables.table_columns import bare
from guitu.graph.copies.works import letters
from guitu.graph.corrections.amounts import amount, spoken
from guitu.graph.corrections.decision import Decision, sentence_hash
from guitu.graph.corrections.facts import is_agency
from guitu.graph.corrections.grids import Grid, Row
from guitu.graph.corrections.held import Held
from guitu.graph.corrections.stated import Document, Fact, Task
from guitu.graph.corrections.wishes import Signature, Wish, split
from guitu.ontology import terms as gt
from guitu.ontology.knowledge import columns

_MOST_ABOVE = 12  # rows above a header
_ROLES = ("lead", "responsible", "support")
_OWN: Mapping[str, str] = {
    "文件": "document", "document": "document", "指标": "targets", "依据": "evidence", "更正": "corrected",
    "责任来源": "source", "Source of owners": "source",
}  # fmt: skip
_ANNEX = frozenset({"附件写明", "stated in the annex"})  # a source of owners
_ENGLISH = re.compile(r"[\n（(]+[A-Za-z].*$", re.DOTALL)
_PLACE = re.compile(r"(?:字符|characters )(\d{1,12})[–-]")  # “市水务局”（字符60–64）
_STARTS = re.compile(r"#char=(\d{1,12}),")


@dataclass(frozen=True, slots=True)
class Edited:
    """The rows of a table of tasks. `title`: of the document that the whole table is of, empty where a column tells."""

    columns: Mapping[str, int]
    title: str
    rows: Sequence[Row]


def table(grid: Grid) -> Edited | None:
    """The table of tasks in a grid; None where it has no columns of tasks and owners."""
    for number, row in enumerate(grid.rows[:_MOST_ABOVE]):
        found = _columns(row)
        if "title" in found and any(role in found for role in _ROLES):
            above = next((cell for one in grid.rows[:number] for cell in one.cells if cell), "")
            return Edited(found, "" if "document" in found else above or grid.name, grid.rows[number + 1 :])
    return None


def _columns(header: Row) -> dict[str, int]:
    known = columns()
    found: dict[str, int] = {}
    for place, cell in enumerate(header.cells):
        heading = _ENGLISH.sub("", cell).strip() or cell
        if name := _OWN.get(heading) or known.get(bare(heading)):
            found.setdefault(name, place)
    return found


def wishes(edited: Edited, held: Held, signature: Signature) -> Iterator[Wish]:
    """The differences of a table from the documents of a store."""
    matched: dict[str, _Matched] = {}
    document = edited.title
    for row in edited.rows:
        cells = {name: row.cells[place] if place < len(row.cells) else "" for name, place in edited.columns.items()}
        document = cells.get("document") or document
        if not cells["title"] and not any(cells.get(role) for role in _ROLES):
            continue
        if (called := held.called(document)) is None:
            yield from _unknown(row, cells, document, signature)
            continue
        tasks = matched.setdefault(called.key, _Matched(called))
        if (task := tasks.take(cells)) is None:
            yield from _unknown(row, cells, called.key, signature)
        else:
            known_then = _known_then(task, cells.get("corrected", ""))
            found = list(_Compared(row, called, task, signature, known_then is not False).wishes(cells))
            if found and known_then is None:
                raise SourceError(row.where, "its task was corrected after the table was written", "export it again")
            yield from found


def _known_then(task: Task, told: str) -> bool | None:
    """Whether the row was written knowing the decisions on its task: all, none (False), or not those of now (None)."""
    if not task.decided:
        return True
    if not told:
        return False
    every = len(task.decided) == len(told.split("\n"))
    return True if every and all(old in told and new in told for old, new in task.decided) else None


def _unknown(row: Row, cells: Mapping[str, str], document: str, signature: Signature) -> Iterator[Wish]:
    """A row of no task that the graph has: kept as additions that find nothing."""
    if not document or not cells["title"]:
        raise SourceError(row.where, "no document or task is named")
    blank = Decision("owner", "added", signature.on, document, (cells["title"],))
    for role in _ROLES:
        for name in split(cells.get(role, "")):
            yield Wish(row.where, _signed(replace(blank, value=(name, role)), signature))


def _signed(decision: Decision, signature: Signature) -> Decision:
    return replace(decision, by=signature.by, why=signature.why, file=signature.file)


@dataclass(slots=True)
class _Matched:
    """The tasks of a document that no row has taken yet."""

    document: Document
    taken: set[str] = field(default_factory=set)

    def take(self, cells: Mapping[str, str]) -> Task | None:
        free = [one for one in self.document.tasks if one.iri not in self.taken and not one.overruled]
        title, place = letters(cells["title"]), _PLACE.search(cells.get("evidence", ""))
        found = [one for one in free if title in (letters(one.title), letters(one.path[-1]))]
        if len(found) != 1 and place:
            found = [one for one in found or free if int(place[1]) in _starts(one)]
        if len(found) > 1 and (chapter := letters(cells.get("category", "").rpartition("\n")[2])):
            found = [one for one in found if one.chapter and chapter.endswith(letters(one.chapter[-1]))] or found
        if not found:
            return None
        self.taken.add(found[0].iri)
        return found[0]


def _starts(task: Task) -> set[int]:
    """Where the evidence of a task and of its owners begins."""
    every = (*task.evidence, *(iri for fact in task.facts if fact.matter == "owner" for iri in fact.evidence))
    return {int(found[1]) for iri in every if (found := _STARTS.search(iri))}


@dataclass(frozen=True, slots=True)
class _Compared:
    """One row and its task."""

    row: Row
    document: Document
    task: Task
    signature: Signature
    now: bool  # compared with what the graph says now, else with what is stated

    def wishes(self, cells: Mapping[str, str]) -> Iterator[Wish]:
        found = [*self._title(cells), *self._deadline(cells), *self._owners(cells), *self._targets(cells)]
        return (Wish(self.row.where, _signed(one, self.signature)) for one in found)

    def _decision(self, fact: Fact | None = None) -> Decision:
        """A decision on the task, or on a fact of it, still without a verdict of its own."""
        stated, quote = (fact.stated, fact.quote) if fact else ((), self.task.quote)
        matter = fact.matter if fact else "owner"
        on, path = self.signature.on, self.task.path
        return Decision(matter, "added", on, self.document.key, path, stated, sentence=sentence_hash(quote))

    def _title(self, cells: Mapping[str, str]) -> Iterator[Decision]:
        title = cells["title"]
        stated = self.task.path[-1]
        if not title or letters(title) == letters(self.task.title if self.now else stated):
            return
        told = replace(self._decision(), matter="title", stated=(stated,))
        back = letters(title) == letters(stated)
        yield replace(told, verdict="confirmed") if back else replace(told, verdict="changed", value=(title,))

    def _deadline(self, cells: Mapping[str, str]) -> Iterator[Decision]:
        now = cells.get("deadline")
        stated = self.task.stated_deadline
        if now is None or letters(now) == letters(self.task.deadline if self.now else stated):
            return
        told = replace(self._decision(), matter="deadline", stated=(stated,) if stated else ())
        if letters(now) == letters(stated):
            yield replace(told, verdict="confirmed")
        elif now:
            yield replace(told, verdict="changed", value=(now,))
        else:
            yield replace(told, verdict="rejected")

    def _held(self, matter: str) -> list[Fact]:
        """The facts of a kind that the row is compared with."""
        return [
            one for one in self.task.facts if one.matter == matter and not (one.overruled if self.now else one.layer)
        ]

    # ---- owners ----

    def _owners(self, cells: Mapping[str, str]) -> Iterator[Decision]:
        if _ANNEX.intersection(split(cells.get("source", ""))) and self.task.annexed:
            if self._as_annexed(cells):
                return
            if not any(cells.get(role) for role in _ROLES):
                raise SourceError(self.row.where, "the annex names the owners", "take them out of the row of the annex")
        gone: list[Fact] = []
        come: list[tuple[str, str]] = []
        for role in _ROLES:
            if role in cells:
                held = [one for one in self._held("owner") if one.stated[1] == role]
                left, new = self._unmatched(held, cells[role])
                gone += left
                come += [(name, role) for name in new]
        for name, role in list(come):  # the same agency in another role
            if moved := next((one for one in gone if is_agency(one, name, self.document)), None):
                gone.remove(moved)
                come.remove((name, role))
                yield from self._changed(moved, name, role)
        for role in _ROLES:
            left = [one for one in gone if one.stated[1] == role]
            new = [name for name, of in come if of == role]
            for fact, name in zip(left, new, strict=False):
                yield from self._changed(fact, name, role)
            for fact in left[len(new) :]:
                yield self._removed(fact)
            for order, name in enumerate(new[len(left) :]):
                yield replace(self._added(name, role), order=order)

    def _as_annexed(self, cells: Mapping[str, str]) -> bool:
        """Whether the owners are those that the annex names of the task, as stated or as decided."""
        owners = [one for task in self.task.annexed for one in task.facts if one.matter == "owner"]
        stated, decided = [one for one in owners if not one.layer], [one for one in owners if not one.overruled]
        return self._are(stated, cells) or self._are(decided, cells)

    def _are(self, owners: Sequence[Fact], cells: Mapping[str, str]) -> bool:
        held = {role: [one for one in owners if one.stated[1] == role] for role in _ROLES if role in cells}
        return all(self._unmatched(of, cells[role]) == ([], []) for role, of in held.items())

    def _unmatched(self, held: Sequence[Fact], cell: str) -> tuple[list[Fact], list[str]]:
        if letters(cell) == letters("".join(one.stated[0] for one in held)):
            return [], []
        left, new = list(held), []
        for name in dict.fromkeys(split(cell)):
            if same := next((one for one in left if is_agency(one, name, self.document)), None):
                left.remove(same)
            elif not any(is_agency(one, name, self.document) for one in held):
                new.append(name)
        seen = {one.stated[0] for one in held if one not in left}
        return [one for one in left if one.stated[0] not in seen], new  # one agency may be stated twice

    def _origin(self, fact: Fact) -> Fact | None:
        """The stated or suggested fact in whose place a decision put this one; itself where it is stated."""
        if not fact.layer:
            return fact
        return next((one for one in self.task.facts if one.iri == fact.corrects), None)

    def _changed(self, fact: Fact, name: str, role: str) -> Iterator[Decision]:
        origin = self._origin(fact)
        if origin is None or origin.matter == "suggestion":
            yield self._removed(fact)
            yield self._added(name, role)
        elif origin is not fact and is_agency(origin, name, self.document) and origin.stated[1] == role:
            yield replace(self._decision(origin), verdict="confirmed")
        else:
            yield replace(self._decision(origin), verdict="changed", value=(name, role))

    def _removed(self, fact: Fact) -> Decision:
        origin = self._origin(fact)
        if origin is None:  # an addition is taken back under the words that it was made with
            return replace(self._decision(), verdict="rejected", stated=(fact.one(gt.asWritten), fact.stated[1]))
        return replace(self._decision(origin), verdict="refused" if origin.matter == "suggestion" else "rejected")

    def _added(self, name: str, role: str) -> Decision:
        """An owner that comes; one that a decision had taken away comes back."""
        for one in self.task.facts:
            gone = one.matter == "owner" and one.overruled and not one.layer
            if gone and one.stated[1] == role and is_agency(one, name, self.document):
                return replace(self._decision(one), verdict="confirmed")
        return replace(self._decision(), value=(name, role))

    # ---- targets ----

    def _targets(self, cells: Mapping[str, str]) -> Iterator[Decision]:
        if "targets" not in cells:
            return
        held = self._held("target")
        lines = [line.strip() for line in cells["targets"].split("\n") if line.strip()]
        left = [one for one in held if letters_of(one) not in [letters(line) for line in lines]]
        new = [line for line in lines if letters(line) not in [letters_of(one) for one in held]]
        for line in new:
            if amount(line) is None:
                raise SourceError(self.row.where, f"no number: {line[:40]!r}", "write it as 管网长度 ≥35公里（2027年）")
        for fact, line in zip(left, new, strict=False):
            origin = self._origin(fact) or fact
            yield replace(self._decision(origin), verdict="changed", value=(line,))
        for fact in left[len(new) :]:
            yield replace(self._decision(self._origin(fact) or fact), verdict="rejected")
        for line in new[len(left) :]:
            yield replace(self._decision(), matter="target", value=(line,))


def letters_of(target: Fact) -> str:
    """The words in which a sheet shows a target, without signs and spaces."""
    return letters(spoken(*target.stated))
