"""The steps that change a store: build, add, remove, update, correct. Each reads what is new, joins, and is current at
once or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from guitu.extract.errors import SourceError, StoreError
from guitu.extract.facts import Reading
from guitu.extract.source import Source
from guitu.extract.sources.addresses import Web
from guitu.extract.structure.table_columns import Columns
from guitu.graph import naming
from guitu.graph.catalogue import Catalogue
from guitu.graph.copies.works import Ties, Work
from guitu.graph.corrections.apply import Unused
from guitu.graph.corrections.decision import Decision, decode_log, encode_log
from guitu.graph.keep import cache, engine, generations, hashed
from guitu.graph.keep import folder as layout
from guitu.graph.keep import ledger as ledgers
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import TIES
from guitu.graph.keep.generations import Generation
from guitu.graph.keep.ledger import Known, Ledger, Place
from guitu.graph.keep.manifest import Manifest, manifest
from guitu.graph.looking import Found, Missed, look, place_of
from guitu.graph.pieces import Maker, Pieces, made_by
from guitu.graph.quads.names import DEFAULT_BASE, Names
from guitu.graph.reading.reading import Progress, Read, Wanted, read_each
from guitu.ontology import terms as gt

_TIES: Any = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a step did: sources read and reused; documents, facts and gaps in the graph; sources that failed.

    `came`, `went`, `changed`: keys of documents; `generation`: the number of the step, the same as before where
    nothing changed; `kept`: sources that could not be read today and keep their last reading.
    """

    read: int
    reused: int
    documents: int
    facts: int
    gaps: int
    problems: tuple[SourceError, ...] = ()
    idle: tuple[Unused, ...] = ()  # decisions of a person that could not be applied
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    generation: int = 0
    kept: tuple[str, ...] = ()


@dataclass(slots=True)
class _Step:
    """A store while it is changed: what stood, and what is to stand."""

    folder: Folder
    command: str
    generation: Generation | None
    before: Ledger | None
    catalogue: Catalogue
    read: int = 0
    reused: int = 0
    problems: list[SourceError] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@contextmanager
def _step(store: Path, command: str) -> Iterator[_Step]:
    """Hold a store, clean it of what was cut off, and tell what stands."""
    folder = layout.prepare(store)
    with layout.locked(folder):
        try:
            generation = generations.current(folder)
            before = generations.ledger_of(folder, generation) if generation else None
            layout.clean(folder, {folder.engine(generation.manifest).name} if generation else set())
            yield _Step(folder, command, generation, before, Catalogue(folder))
        except OSError as error:
            raise StoreError(str(store), f"the store cannot be written ({layout.reason(error)})") from error


def build(  # noqa: PLR0913 - the options of the command
    places: Sequence[str | Path],
    store: Path,
    *,
    base: str | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    web: Web | None = None,
    links: bool = False,
    columns: Columns = (),
    replaced: bool = True,
) -> BuildReport:
    """Make the graph of the given files, folders, archives and addresses the current one of a store.

    A source that cannot be read is a problem in the report; the rest goes on, and one that the store knows keeps its
    last reading. Where nothing at all could be read, the graph that stands is left alone. StoreError where the store
    cannot be written, another command holds it, or, unless `replaced`, documents of it would go.

    `links`: those in folders that lead out of them are followed, too.
    `columns`: headings of division tables that somebody has set by hand, each with what its column holds.
    `base`: of the IRIs; where it is not given, that of the store.
    """
    where = [place_of(place, web or Web(), columns, links) for place in places]
    with _step(store, "build") as step:
        stood = step.before or Ledger(base or DEFAULT_BASE)
        found = _looked(where, places)
        sources = _taken(step, found, stood.sources, read, workers, progress)
        gone = {one.origin for one in stood.sources} - {item.origin for item in found}
        ledger = Ledger(
            base or stood.base,
            _remembered(found),
            tuple(one for one in sources if one.origin not in gone),
            tuple(one for one in stood.withdrawn if one.source in {known.sha256 for known in sources}),
            stood.decisions,
        )
        return _made(step, ledger, may_go=replaced)


def add(  # noqa: PLR0913 - the options of the command
    places: Sequence[str | Path],
    store: Path,
    *,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    web: Web | None = None,
    links: bool = False,
    columns: Columns = (),
) -> BuildReport:
    """Read documents into a store; what stands there stays. A source that lies where a known one lay takes its place.

    Errors as those of `build`.
    """
    where = [place_of(place, web or Web(), columns, links) for place in places]
    with _step(store, "add") as step:
        stood = step.before or Ledger(DEFAULT_BASE)
        found = _looked(where, places)
        sources = _taken(step, found, stood.sources, read, workers, progress)
        ledger = replace(stood, places=_remembered(found, stood.places), sources=sources)
        return _made(step, ledger)


def update(store: Path, *, workers: int = 1, progress: Progress | None = None, read: Read | None = None) -> BuildReport:
    """Look at every place that a store knows, and read what has changed there or is new.

    A source that is no longer there, or cannot be read today, keeps its last reading and is told.
    """
    with _step(store, "update") as step:
        stood = _standing(step)
        found = _looked(stood.places)
        sources = _taken(step, found, stood.sources, read, workers, progress)
        seen = {item.origin for item in found}
        for known in stood.sources:
            if known.origin not in seen and not known.origin.startswith("-"):
                step.kept.append(known.name)
                reason, remedy = "it is no longer where it was; its last reading is kept", "guitu remove NAME"
                step.problems.append(SourceError(known.name, reason, remedy))
        return _made(step, replace(stood, sources=sources))


def remove(what: Sequence[str], store: Path) -> BuildReport:
    """Take documents (by title, number or key) or sources (by name or path) out of a store.

    OptionError where a name means none or several; a document leaves with all its copies.
    """
    layout.find(store)
    with _step(store, "remove") as step:
        stood = _standing(step)
        works = Maker(step.folder, step.catalogue, None).works(stood, _ties(step.folder))
        ledger = naming.without(stood, works, what)
        return _made(step, ledger)


def correct(store: Path, decisions: Iterable[Decision]) -> BuildReport:
    """Add decisions of a person to those that a store keeps, and make the graph anew where they are about."""
    new = tuple(decisions)

    def told(ledger: Ledger) -> Ledger:
        return replace(ledger, decisions=encode_log((*decode_log(ledger.decisions), *new)))

    return rejoin(store, "correct", told)


def log_of(store: Path) -> tuple[Names, tuple[Decision, ...]]:
    """The names of a store, and all decisions that it keeps."""
    folder = layout.find(store)
    generation = generations.current(folder)
    if generation is None:
        raise StoreError(str(store), "no build of this store has ended yet", layout.NO_STORE)
    ledger = generations.ledger_of(folder, generation)
    return Names(ledger.base), decode_log(ledger.decisions)


def rejoin(store: Path, command: str, change: Any) -> BuildReport:
    """Make the graph anew after a change of the ledger: `change` gives the new one for the one that stands."""
    layout.find(store)
    with _step(store, command) as step:
        return _made(step, change(_standing(step)))


def renewed(
    folder: Folder, catalogue: Catalogue, ledger: Ledger, current: Generation, whole: Manifest | None
) -> Generation:
    """Make a store again but for the shards that are whole; a new generation only where it comes out otherwise."""
    step = _Step(folder, "repair", current, None, catalogue)
    ties = Ties()
    maker = Maker(folder, catalogue, whole)
    pieces = maker.make(ledger, maker.works(ledger, ties), decode_log(ledger.decisions))
    graph = _published(folder, ledger, pieces, None)
    _keep_ties(folder, ties)
    made = _generation(step, ledger, pieces, graph, None)
    if (made.manifest, made.ledger) == (current.manifest, current.ledger):
        return current
    generations.commit(folder, made)
    return made


def _standing(step: _Step) -> Ledger:
    if step.before is None:
        raise StoreError(str(step.folder.path), "no build of this store has ended yet", layout.NO_STORE)
    return step.before


# ---- reading ----


def _looked(places: Sequence[Place], given: Sequence[str | Path] = ()) -> list[Found | Missed]:
    """The sources of places; `given`: the places as a person wrote them."""
    return [item for place, told in zip_longest(places, given) for item in look(place, told)]


def _remembered(found: Sequence[Found | Missed], before: Sequence[Place] = ()) -> tuple[Place, ...]:
    """The places where something was found, told anew or as before."""
    places = {place.where: place for place in before}
    places |= {item.place.where: item.place for item in found if isinstance(item, Found)}
    return tuple(places[where] for where in sorted(places))


def _taken(  # noqa: PLR0913, PLR0917 - one step of reading
    step: _Step,
    found: Sequence[Found | Missed],
    known: Sequence[Known],
    read: Read | None,
    workers: int,
    progress: Progress | None,
) -> tuple[Known, ...]:
    """All sources after those that were found are read; those that cannot be read keep what they had."""
    sources = {one.origin: one for one in known}
    here = sorted((item for item in found if isinstance(item, Found)), key=lambda item: item.source.name)
    wanted = _wanted(step, here, known)
    bar = _Bar(progress, len(here))
    for item in here:
        if _reading(step, item) not in wanted:
            bar.step(item.source.name)

    def took(one: Wanted, reading: Reading) -> None:
        step.read += 1
        step.catalogue.keep(step.catalogue.name(one.source.sha256, one.columns), reading)

    failed: set[str] = set()
    for one, error in read_each(list(wanted.values()), took, read, workers, bar.page):
        if error:
            failed.add(step.catalogue.name(one.source.sha256, one.columns))
            step.problems.append(error)
        for item in here:
            if _reading(step, item) == step.catalogue.name(one.source.sha256, one.columns):
                bar.step(item.source.name)
    for seen in found:
        if isinstance(seen, Found) and _reading(step, seen) not in failed:
            sources[seen.origin] = _known(step, seen)
            continue
        if isinstance(seen, Missed):
            step.problems.append(seen.error)
        if seen.origin in sources:
            step.kept.append(sources[seen.origin].name)
    return tuple(sources[origin] for origin in sorted(sources))


def _wanted(step: _Step, here: Sequence[Found], known: Sequence[Known]) -> dict[str, Wanted]:
    """What has to be read, by the name of its reading; of sources of one content the first by name is read."""
    named: list[Known | Source] = [*known, *(item.source for item in here)]
    first = {one.sha256: one for one in sorted(named, key=lambda one: one.name, reverse=True)}
    wanted: dict[str, Wanted] = {}
    reused: set[str] = set()
    for item in here:
        named_as = first[item.source.sha256]
        source = replace(item.source, name=named_as.name, url=named_as.url, archive=named_as.archive)
        reading = _reading(step, item)
        if step.catalogue.has(reading, source.stem):
            reused.add(reading)
        else:
            wanted.setdefault(reading, Wanted(source, item.place.columns))
    step.reused = len(reused)
    return wanted


def _reading(step: _Step, item: Found) -> str:
    return step.catalogue.name(item.source.sha256, item.place.columns)


@dataclass(slots=True)
class _Bar:
    """Tells how many of the sources are done."""

    progress: Progress | None
    total: int
    done: int = 0

    def step(self, name: str) -> None:
        """One more is done."""
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total, name)

    def page(self, name: str, page: int, pages: int) -> None:
        """A page of one that is being read."""
        if self.progress:
            self.progress(self.done, self.total, name, page, pages)


def _known(step: _Step, item: Found) -> Known:
    source, reading = item.source, _reading(step, item)
    return Known(
        item.origin,
        item.place.where,
        source.name,
        source.sha256,
        len(source.data),
        reading,
        step.catalogue.record(reading).text,
        source.url,
        source.archive,
        item.place.columns,
    )


# ---- making ----


def _made(step: _Step, ledger: Ledger, *, may_go: bool = True) -> BuildReport:
    """Make the graph of a ledger current; nothing is done where nothing has changed, or nothing could be read."""
    if not ledger.sources and step.problems:
        return _report(step, None)
    if step.generation and step.before == ledger and _stands(step.folder, step.generation):
        return _report(step, step.generation)
    before = generations.graph_of(step.folder, step.generation) if step.generation else None
    maker, ties = Maker(step.folder, step.catalogue, before), _ties(step.folder)
    works = maker.works(ledger, ties)
    went = _went(before, works)
    if went and not may_go:
        raise StoreError(
            str(step.folder.path),
            f"{len(went)} documents would go: {'、'.join(went)}",
            "let them go with --replace, or keep them with: guitu add",
        )
    pieces = maker.make(ledger, works, decode_log(ledger.decisions))
    graph = _published(step.folder, ledger, pieces, before)
    _keep_ties(step.folder, ties)
    generation = _generation(step, ledger, pieces, graph, before)
    generations.commit(step.folder, generation)
    return _report(step, generation, pieces.idle)


def _stands(folder: Folder, generation: Generation) -> bool:
    """Whether a graph is what would be made now, and can answer."""
    return generation.made_by == made_by() and engine.is_whole(folder.engine(generation.manifest))


def _went(before: Manifest | None, works: Sequence[Work]) -> tuple[str, ...]:
    old = {one.key for one in before.of("document")} if before else set()
    return tuple(sorted(old - {work.key for work in works}))


def _published(folder: Folder, ledger: Ledger, pieces: Pieces, before: Manifest | None) -> Manifest:
    """The manifest of the new graph, whose engine stands."""
    total = engine.make(folder, manifest(ledger.base, 0, pieces.shards), before)
    made = manifest(ledger.base, total, pieces.shards)
    engine.finish(folder, made)
    return made


def _generation(step: _Step, ledger: Ledger, pieces: Pieces, graph: Manifest, before: Manifest | None) -> Generation:
    folder, last = step.folder, step.generation
    old, new = ({one.key: one.sha256 for one in of.of("document")} if of else {} for of in (before, graph))
    return Generation(
        number=last.number + 1 if last else 1,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        command=step.command,
        manifest=hashed.put(folder.manifests, graph.data),
        ledger=hashed.put(folder.ledgers, ledgers.dumped(ledger), ".json"),
        made_by=made_by(),
        documents=len(pieces.works),
        facts=sum(work.primary.record.facts for work in pieces.works),
        gaps=engine.count(folder, graph, gt.Gap, Names(ledger.base).graph("gaps")),
        quads=graph.total,
        came=tuple(sorted(set(new) - set(old))),
        went=tuple(sorted(set(old) - set(new))),
        changed=tuple(sorted(key for key in set(old) & set(new) if old[key] != new[key])),
        decisions=len(ledger.decisions),
        before=generations.digest(last) if last else "",
    )


def _keep_ties(folder: Folder, ties: Ties) -> None:
    cache.keep(folder.records / TIES, tuple((key, repr(tie)) for key, tie in sorted(ties.items())))


def _ties(folder: Folder) -> Ties:
    found = cache.load(folder.records / TIES, _TIES) or ()
    return {key: float(tie) for key, tie in found}


def _report(step: _Step, of: Generation | None, idle: tuple[Unused, ...] = ()) -> BuildReport:
    """`of` is the generation that stands now; None where none does."""
    new = of is not None and (step.generation is None or of.number > step.generation.number)
    return BuildReport(
        read=step.read,
        reused=step.reused,
        documents=of.documents if of else 0,
        facts=of.facts if of else 0,
        gaps=of.gaps if of else 0,
        problems=tuple(sorted(step.problems, key=str)),
        idle=idle,
        came=of.came if of and new else (),
        went=of.went if of and new else (),
        changed=of.changed if of and new else (),
        generation=of.number if of else 0,
        kept=tuple(step.kept),
    )
