"""What the arguments of a question mean, and where its answer begins: the things of the answer in their order.

The pieces of a question (`# pieces: tasks` in its head) are made by the function of that name here, which resolves the
arguments to IRIs by small queries. It may give too much, never too little, for the query of the question filters all
the same. What no question asks of a graph twice is worked out once for each graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from guitu.graph.ask import by_document, by_indicator
from guitu.graph.ask.aligned import Aligned, alignments_of
from guitu.graph.ask.analyses import due
from guitu.graph.ask.by_document import ANNEXED, GAPS, among_found, documents, tasks_where
from guitu.graph.ask.kept import Table, Things, rows, table
from guitu.graph.ask.leads import led_tasks, led_twice
from guitu.graph.ask.lookups import (
    among,
    bodies,
    called,
    concerned,
    documents_of,
    facts,
    facts_of,
    homes,
    named,
    of_kind,
    places,
    representatives,
    scanned,
    standing,
    stated_titles,
    titled,
    values,
)
from guitu.graph.ask.pages import Args, Pieces, Stages
from guitu.graph.ask.ranked import Ranked
from guitu.graph.ask.ways import ways
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.deadlines import years
from guitu.graph.quads.nquads import ref
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.terms import Iri

_NATIONAL = next(iter(terms.LEVELS))


def _inside(store: Store, name: str, found: Iterable[Row]) -> Pieces:
    """Facts by the title of the document that each stands in."""
    of: dict[str, list[str]] = {}
    for row in found:
        of.setdefault(row[1] or "", []).append(row[0] or "")
    documents = (one for one in documents_of(store) if one.iri in of)
    groups = [
        tuple(dict.fromkeys(fact for one in same for fact in of[one.iri]))
        for _, same in groupby(documents, lambda one: one.title)
    ]
    return Pieces(name, groups)


def _rare(kind: Iri) -> Callable[[Store, Args], Pieces]:
    """The facts of a kind that few documents have."""

    def pieces(store: Store, args: Args) -> Pieces:
        meant = {one for group in documents(store, args).groups for one in group}
        return _inside(store, "fact", (row for row in facts_of(store, kind) if row[1] in meant))

    return pieces


def _places(store: Store, args: Args) -> Pieces:
    """What documents say of places: of which a name holds the text, or that of their kind, district or topic."""
    found = facts_of(store, terms.PlaceMention)
    if args.get("text"):
        meant = named(store, args["text"])
        told = {fact for fact, other in table(store, _MENTIONED) if other in meant}
        found = [row for row in found if row[0] in told]
    return _inside(store, "fact", found)


def _incentives(store: Store, args: Args) -> Pieces:
    """Incentives of tasks of this title, or with these words."""
    found, text = facts_of(store, terms.Incentive), args.get("text", "").lower()
    if text:
        tasks = titled(store, text)
        told = {fact for fact, said in table(store, _OFFERED) if said in tasks or text in (said or "").lower()}
        found = [row for row in found if row[0] in told]
    return _inside(store, "fact", found)._replace(exact=False)


def _said_of(name: str, kind: Iri, how: Sequence[Iri]) -> Table:
    """What facts of a kind say by some predicates."""

    def find(store: Store, things: Things) -> Iterator[Row]:
        facts = {fact or "" for fact, _ in facts_of(store, kind) if things is None or fact in things}
        for one in how if facts else ():
            yield from ((fact, said) for fact, all_said in scanned(store, one, facts).items() for said in all_said)

    return Table(name, find, dict.fromkeys((*how, std.RDF_TYPE, terms.inDocument), "subject"))


_MENTIONED = _said_of("of places", terms.PlaceMention, (terms.place, terms.placeType, terms.focus, terms.inDistrict))
_OFFERED = _said_of("of incentives", terms.Incentive, (terms.ofTask, terms.beneficiary, terms.condition))


def _about(store: Store, args: Args) -> Stages:
    """Tasks whose title holds the text, then those whose topic does, then those whose body does."""
    text = args.get("text", "")
    if not text:
        return (documents(store, args),)
    seen: set[str | None] = set()
    told: list[Pieces] = []
    for stage in _tasks_about(store, text):
        told.append(_inside(store, "t", [row for row in stage if row[0] not in seen]))
        seen.update(task for task, *_ in stage)
    return told


def _tasks_about(store: Store, text: str) -> Sequence[Sequence[Row]]:
    """Tasks and documents by title, by topic, by body; a task can be in all."""
    concerning = concerned(store)
    topics = named(store, text, siblings=False)
    return (
        tuple(places(store, text).items()),
        [(task, doc) for task, topic, doc in concerning if topic in topics],
        bodies(store, text),
    )


def _targets(store: Store, args: Args) -> Pieces:
    """Targets whose indicator or task is called so."""
    if not args.get("text"):
        return among_found(store, standing(store, terms.Target), args)
    tasks, indicators = titled(store, args["text"]), named(store, args["text"])
    found: list[Row] = []
    for things, name, how in ((tasks, "t", terms.ofTask), (indicators, "i", terms.indicator)):
        if things:
            found += facts(store, "fact", f"{values(name, things)} ?fact {ref(how)} ?{name} .")
    return _inside(store, "fact", found)


def _duties(store: Store, args: Args) -> Pieces:
    """Responsibilities of the agencies of this name."""
    if not args.get("agency"):
        return among_found(store, standing(store, terms.Responsibility), args)
    agencies = named(store, args["agency"], siblings=False)
    if not agencies:
        return Pieces("fact", ())
    return _inside(store, "fact", facts(store, "fact", f"{values('a', agencies)} ?fact {ref(terms.agency)} ?a ."))


def _agencies(store: Store, args: Args) -> Pieces:
    """Agencies of this name, with those that stand for them, by the name of these."""
    head_of = representatives(store)
    found = named(store, args["agency"]) if args.get("agency") else set[str]()
    if not found:
        return Pieces("a", ())
    heads = {head_of.get(one, one) for one in found}
    label = ref(std.SKOS_PREF_LABEL)
    rows = store.query(f'SELECT ?x ?name {{ {values("x", heads)} ?x {label} ?name FILTER(LANG(?name) = "zh") }}').rows
    order = sorted({(name or "", head or "") for head, name in rows})  # a name may stand in two graphs
    groups = [tuple(sorted(one for one in found if head_of.get(one, one) == head)) for _, head in order]
    return Pieces("a", groups, first=1)


def _topics(store: Store, args: Args) -> Pieces:
    """Topics of this name that tasks concern, by the name of what stands for them."""
    meant = {topic for _, topic, _ in concerned(store)}
    return _by_name(store, "c", (row for row in called(store) if row[0] in meant), args.get("topic", ""))


def _districts(store: Store, args: Args) -> Pieces:
    """Places of this name: parks lie in them, or agencies are theirs."""
    return _by_name(store, "p", of_kind(store, terms.Place), args.get("district", ""), siblings=False)


def _by_name(store: Store, variable: str, found: Iterable[Row], text: str, *, siblings: bool = True) -> Pieces:
    """Things whose name holds a text, those of one name together, in the order of names."""
    head_of = representatives(store) if siblings else {}
    names = {iri or "": name or "" for iri, name in found}
    meant = named(store, text, siblings=siblings) if text else names.keys()
    of: dict[str, list[str]] = {}
    for iri in sorted(names.keys() & meant):
        head = head_of.get(iri, iri)
        of.setdefault(names.get(head, names[iri]), []).append(iri)
    return Pieces(variable, [tuple(of[name]) for name in sorted(of)], first=4)


_SUGGESTED = tasks_where(
    "suggested", f"?s a {ref(terms.Suggestion)} ; {ref(terms.ofTask)} ?t", {terms.ofTask: "object"}
)
_WITHOUT = tasks_where("without", f"?t {ref(terms.noSuggestion)} ?why", {terms.noSuggestion: "subject"})


def _suggestions(store: Store, args: Args) -> Pieces:
    """Tasks of this title for which somebody is suggested, or whose owners stand in the annex."""
    found = [*table(store, _SUGGESTED), *table(store, ANNEXED)]
    if args.get("text"):
        meant = {task for stage in _tasks_about(store, args["text"]) for task, *_ in stage}
        found = [row for row in found if row[0] in meant]
    return _inside(store, "t", found)


def _without_owners(store: Store, args: Args) -> Pieces:
    """Tasks that have no owner, in the documents that are meant."""
    found = [*table(store, _SUGGESTED), *table(store, _WITHOUT)]
    meant = {one for group in documents(store, args).groups for one in group}
    return _inside(store, "t", (row for row in found if row[1] in meant))


def _gaps(store: Store, args: Args) -> Pieces:
    """What could not be read: gaps stand in a graph of all gaps."""
    meant = {one for group in documents(store, args).groups for one in group}
    return _inside(store, "fact", (row for row in table(store, GAPS) if row[1] in meant))


# ---- in more than one stage, or for an analysis ----


def _alignments(store: Store, args: Args) -> Stages:
    """Alignments of tasks of this title, or of documents of this title."""
    titles = {one.iri: one.title for one in documents_of(store)}
    named = {task or "": (titles.get(doc or "", ""), title or "") for task, title, doc in stated_titles(store)}
    meant = titled(store, args["text"]) if args.get("text") else set[str]()
    if args.get("text") and not meant:
        return (Pieces("fact", ()),)
    found: Iterable[Aligned] = alignments_of(store)
    if meant:
        meant |= {task or "" for task, _, doc in stated_titles(store) if doc in meant}
        found = [one for one in found if one.subject in meant or one.object in meant]
    order: Mapping[str, tuple[str, str]] = defaultdict(lambda: ("", ""), named)
    ranked = Ranked(found, lambda one: (*order[one.subject], *order[one.object], one.fact))
    return (Pieces("fact", ranked, first=100),)


def _due(store: Store, args: Args) -> Stages:
    """Tasks whose deadline ends in the year, then the targets of the year."""
    year = due.asked(args["year"])
    dated = table(store, _DEADLINES)
    periods: defaultdict[str | None, list[str | None]] = defaultdict(list)
    for doc, period in table(store, _PERIODS):
        periods[doc].append(period)
    ends = cache(years)
    tasks = [
        (fact, doc)
        for fact, when, doc in dated
        if any(year in ends(when or "", period) for period in periods.get(doc, (None,)))
    ]
    targets = facts(store, "fact", f'?fact {ref(terms.year)} "{year}"^^<{std.XSD_INTEGER}> .')
    return (
        _inside(store, "fact", tasks)._replace(branches=(0,)),
        _inside(store, "fact", targets)._replace(branches=(1,)),
    )


def _deadlines(store: Store, things: Things) -> Iterator[Row]:
    """Tasks with the deadlines that are stated or decided, and their documents."""
    found = [
        row
        for how in (terms.deadline, terms.correctedDeadline)
        for row in store.query(f"SELECT ?t ?when {{ {among('t', things)} ?t {ref(how)} ?when }}").rows
    ]
    of = homes(store, {task or "" for task, _ in found})
    yield from ((task, when, of.get(task)) for task, when in found)


def _periods(store: Store, things: Things) -> Iterable[Row]:
    """Documents with the periods that they plan for."""
    pattern = f"{among('doc', things)} ?doc {ref(terms.planPeriod)}/{ref(std.SKOS_NOTATION)} ?period"
    return store.query(f"SELECT DISTINCT ?doc ?period {{ {pattern} }}").rows


_PERIODS = Table("periods", _periods, {terms.planPeriod: "subject"})
_DEADLINES = Table(
    "deadlines", _deadlines, dict.fromkeys((terms.deadline, terms.correctedDeadline, terms.inDocument), "subject")
)


def _led(store: Store, args: Args) -> Stages:
    """Tasks with several leads, then tasks with a lead that are the same as others of one place."""
    led = rows(store, "led", lambda: led_tasks(store))
    same = rows(store, "led twice", lambda: led_twice(store))
    meant = titled(store, args["text"]) if args.get("text") else None
    one = [row for row in led if row[2] and (meant is None or row[0] in meant)]
    two: dict[str, list[str]] = {}
    for task, other in same:
        if meant is None or task in meant or other in meant:
            two.setdefault(task or "", []).append(other or "")
    apart = _inside(store, "t", (row for row in led if row[0] in two))._replace(branches=(1,), exact=False)
    return _inside(store, "t", one)._replace(branches=(0,)), apart._replace(other="u", partners=two)


def _two_documents(store: Store, args: Args) -> Stages:
    """The documents that the two arguments mean; where these are not two, only themselves, for an error to list."""
    found: set[str] = set()
    meant = []
    for written in (args["from"], args["to"]):
        exact = [one for one in documents_of(store) if written in one]
        meant.append(exact or [one for one in documents_of(store) if one.is_meant(written)])
        found |= {one.iri for one in meant[-1]}
    clear = all(len(one) == 1 for one in meant)
    groups = [tuple(sorted(found))] if found else []
    return (Pieces("doc", groups, branches=() if clear else (0,)),)


def _one(find: Callable[[Store, Args], Pieces]) -> Callable[[Store, Args], Stages]:
    return lambda store, args: (find(store, args),)


PIECES: Mapping[str, Callable[[Store, Args], Stages]] = {
    "documents": _one(documents),
    "counted-documents": by_document.counted,
    "described-documents": by_document.described,
    "about": _about,
    "targets": _one(_targets),
    "duties": _one(_duties),
    "agencies": _one(_agencies),
    "topics": _one(_topics),
    "districts": _one(_districts),
    "suggestions": _one(_suggestions),
    "without-owners": _one(_without_owners),
    "references": _one(_rare(terms.Reference)),
    "gaps": _one(_gaps),
    "incentives": _one(_incentives),
    "places": _one(_places),
    "sections": _one(_rare(terms.Section)),
    "alignments": _alignments,
    "due": _due,
    "led": _led,
    "two-documents": _two_documents,
    "indicators": by_indicator.indicators,
    "conflicting": by_indicator.conflicting,
    "series": by_indicator.series,
    "higher": by_document.higher,
    "ways": ways,
}
