"""Where the answers about documents begin: those that are meant, what each of them says, which lower ones it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from guitu.graph.ask.aligned import alignments_of
from guitu.graph.ask.analyses import coverage
from guitu.graph.ask.duties import duties_of
from guitu.graph.ask.kept import Place, Table, Things, once, rows, table
from guitu.graph.ask.lookups import (
    Document,
    among,
    column,
    documents_of,
    facts_of,
    holding,
    overruled,
    pairs,
    placed,
    scanned,
    stated_titles,
)
from guitu.graph.ask.pages import Args, Group, Pieces, Stages
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import standards as std
from guitu.ontology import terms

_FEW = 16  # documents of which an engine is asked faster than what is kept of all is read


def grouped(documents: Iterable[Document]) -> list[Group]:
    """Documents of one title together; the graph sorts them by what stands in them."""
    return [tuple(dict.fromkeys(one.iri for one in of)) for _, of in groupby(documents, lambda one: one.title)]


def documents(store: Store, args: Args) -> Pieces:
    """The documents that are meant."""
    written = args.get("document", "")
    return Pieces("doc", grouped(one for one in documents_of(store) if one.is_meant(written)))


def among_found(store: Store, found: set[str], args: Args) -> Pieces:
    """The documents that were found and are meant."""
    written = args.get("document", "")
    return Pieces("doc", grouped(one for one in documents_of(store) if one.iri in found and one.is_meant(written)))


def tasks_where(name: str, pattern: str, watched: Mapping[str, Place]) -> Table:
    """Tasks `?t` of a pattern, with their documents; `name`: by which they are kept."""

    def find(store: Store, things: Things) -> Iterable[Row]:
        return pairs(store, column(store, f"SELECT DISTINCT ?t {{ {among('t', things)} {pattern} }}"))

    return Table(name, find, {**watched, terms.inDocument: "subject"})


ANNEXED = tasks_where(
    "annexed",
    f"?x {ref(terms.relation)} {ref(terms.ALIGNMENT_RELATIONS['identical'])} ; {ref(terms.subjectTask)} ?t",
    {terms.subjectTask: "object"},
)
"""Tasks whose owners stand in the annex."""


def _all_gaps(store: Store, things: Things) -> Iterable[Row]:
    pattern = f"{among('gap', things)} ?gap a {ref(terms.Gap)} ; {ref(terms.inDocument)} ?doc"
    return store.query(f"SELECT DISTINCT ?gap ?doc {{ {pattern} }}").rows


GAPS = Table("gaps", _all_gaps, {terms.inDocument: "subject"})
"""What could not be read: gaps stand in a graph of all gaps."""


# ---- by what is said of them ----


def described(store: Store, args: Args) -> Stages:
    """The documents of which their title, number, date, or what they are of has a text in its name."""
    text = args.get("text", "")
    if not text:
        return (documents(store, args),)
    low, named = text.lower(), holding(store, text)
    found = {doc for doc, said in table(store, _OF) if said in named or low in (said or "").lower()}
    meant = (one for one in documents_of(store) if one.iri in found or one.is_meant(text))
    return (Pieces("doc", grouped(meant)),)


_OF_WHAT = (
    std.ELI_DATE_DOCUMENT, terms.level, std.ELI_TYPE_DOCUMENT, std.ELI_PASSED_BY, terms.jurisdiction, terms.planPeriod,
)  # fmt: skip


def _of(store: Store, things: Things) -> Iterator[Row]:
    for how in _OF_WHAT:
        yield from ((doc, other) for doc, others in scanned(store, how, things).items() for other in others)


_OF = Table("what documents are of", _of, dict.fromkeys(_OF_WHAT, "subject"))


# ---- counted ----


def counted(store: Store, args: Args) -> Stages:
    """Documents of which a row counts what they say; the last core is of owners in an annex."""
    annexed = frozenset(doc or "" for _, doc in table(store, ANNEXED))
    found = documents(store, args)._replace(counted=True, only={3: annexed})
    if sum(map(len, found.groups)) > _FEW:
        found = found._replace(branches=(0, 3), also=partial(_said, store))
    return (found,)


def _said(store: Store, things: Iterable[str]) -> list[Row]:
    """The rows of `overview.rq` about what documents say."""
    of: Mapping[str, Sequence[tuple[str | None, ...]]] = once(store, "what documents say", lambda: _facts_by(store))
    return [(doc, "", *[None] * 6, *said) for doc in things for said in of.get(doc, ())]


_COUNTED = (terms.Task, terms.Target, terms.Observation, terms.Incentive, terms.PlaceMention, terms.Reference)


def _facts_by(store: Store) -> Mapping[str, Sequence[tuple[str | None, ...]]]:
    """Of each document the kinds of its facts, the facts, and of responsibilities and suggestions task and agency."""
    found, gone = defaultdict[str, list[tuple[str | None, ...]]](list), overruled(store)
    homes = defaultdict[str, list[str]](list)
    for kind, facts in (*((kind, facts_of(store, kind)) for kind in _COUNTED), (terms.Gap, table(store, GAPS))):
        for fact, doc in facts:
            if fact not in gone:
                found[doc or ""].append((kind, fact, None, None))
                if kind == terms.Task:
                    homes[fact or ""].append(doc or "")
    for duty in duties_of(store):
        if not duty.overruled:
            for doc in homes.get(duty.task, ()):
                found[doc].append((duty.kind, duty.fact, duty.task, duty.agency))
    return found


# ---- what lower documents take up ----


def higher(store: Store, args: Args) -> Stages:
    """The documents that can have lower ones, with those of all others that show which places were compared."""
    levels = {doc: tuple(terms.LEVELS).index(level) for doc, level, *_ in placed(store) if level}
    lowest = max(levels.values(), default=0)
    found = documents(store, args)
    if not args.get("document"):
        high = {doc for doc, level in levels.items() if level < lowest}
        found = among_found(store, {doc for doc in high if doc}, args)
    lines = coverage.lines(rows(store, "compared", lambda: _compared(store)))
    more = (*coverage.documents(_placed_by_title(store)), *lines)
    return (found._replace(branches=(1, 2), more=more, counted=True, first=1),)


def _placed_by_title(store: Store) -> Iterator[Row]:
    """All documents with their titles, levels and places."""
    of = defaultdict[str | None, list[Row]](list)
    for doc, level, _, name in placed(store):
        of[doc].append((level, name))
    for one in documents_of(store):
        yield from ((one.iri, one.title, *said) for said in sorted(of.get(one.iri, ()), key=str))


def _compared(store: Store) -> Iterator[Row]:
    """Two documents for each two places of which documents have alignments, the higher first."""
    of_place = {place: doc or "" for doc, _, place, _ in placed(store)}
    one_of = {doc: of_place[place] for doc, _, place, _ in placed(store)}
    home, refused = {task: one_of.get(doc) for task, _, doc in stated_titles(store)}, overruled(store)
    judged = alignments_of(store)
    if refused:
        judged = [one for one in judged if not refused & {one.fact, one.object}]
    found = {(home.get(one.object), home.get(one.subject)) for one in judged}
    yield from sorted((one, other) for one, other in found if one and other)
