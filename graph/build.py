"""The steps that change a store: build, add, remove, update, correct. Each reads what is new, joins, and is current at
once or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from guitu.extract.errors import SourceError, StoreError
from guitu.extract.facts import Columns
from guitu.extract.sources.addresses import Web
from guitu.graph.copies.works import Work
from guitu.graph.corrections.decision import Decision, decode_log, encode_log
from guitu.graph.keep import folder as layout
from guitu.graph.keep import generations
from guitu.graph.keep.ledger import Ledger, Place
from guitu.graph.quads.names import DEFAULT_BASE, Names
from guitu.graph.reading.reading import Progress, Read
from guitu.graph.reading.workers import Pool, Workers
from guitu.graph.steps.looking import place_of
from guitu.graph.steps.step import BuildReport, Step, begun, made, maker_class, ties_of
from guitu.graph.steps.taking import looked, remembered, taken


def build(  # noqa: PLR0913 - the options of the command
    places: Sequence[str | Path],
    store: Path,
    *,
    base: str | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    engine: Workers | None = None,
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
    `engine`: who does the work, where that is not a pool of so many `workers` on this machine.
    """
    where = [place_of(place, web or Web(), columns, links) for place in places]
    with begun(store, "build", engine or Pool(workers, read)) as step:
        return made(step, _exactly(step, where, places, base, progress), may_go=replaced)


def _exactly(
    step: Step, where: Sequence[Place], given: Sequence[str | Path], base: str | None, progress: Progress | None
) -> Ledger:
    """The ledger of a store that holds what lies at some places, and nothing else; what was read is let go of."""
    stood = step.before or Ledger(base or DEFAULT_BASE)
    found = looked(where, given)
    sources = taken(step, found, stood.sources, progress)
    gone = {one.origin for one in stood.sources} - {item.origin for item in found}
    return Ledger(
        base or stood.base,
        remembered(found),
        tuple(one for one in sources if one.origin not in gone),
        tuple(one for one in stood.withdrawn if one.source in {known.sha256 for known in sources}),
        stood.decisions,
    )


def add(  # noqa: PLR0913 - the options of the command
    places: Sequence[str | Path],
    store: Path,
    *,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    engine: Workers | None = None,
    web: Web | None = None,
    links: bool = False,
    columns: Columns = (),
) -> BuildReport:
    """Read documents into a store; what stands there stays. A source that lies where a known one lay takes its place.

    Errors as those of `build`.
    """
    where = [place_of(place, web or Web(), columns, links) for place in places]
    with begun(store, "add", engine or Pool(workers, read)) as step:
        stood = step.before or Ledger(DEFAULT_BASE)
        found = looked(where, places)
        sources = taken(step, found, stood.sources, progress)
        left_out = tuple(one for one in stood.left_out if one not in {item.origin for item in found})
        return made(step, replace(stood, places=remembered(found, stood.places), sources=sources, left_out=left_out))


def update(
    store: Path,
    *,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    engine: Workers | None = None,
) -> BuildReport:
    """Look at every place that a store knows, and read what has changed there or is new.

    A source that is no longer there, or cannot be read today, keeps its last reading and is told; one that was removed
    stays out.
    """
    with begun(store, "update", engine or Pool(workers, read)) as step:
        stood = _standing(step)
        found = [item for item in looked(stood.places) if item.origin not in stood.left_out]
        sources = taken(step, found, stood.sources, progress)
        seen = {item.origin for item in found}
        for known in stood.sources:
            if known.origin not in seen and not known.origin.startswith("-"):
                step.kept.append(known.name)
                reason, remedy = "it is no longer where it was; its last reading is kept", "guitu remove NAME"
                step.problems.append(SourceError(known.name, reason, remedy))
        return made(step, replace(stood, sources=sources))


def remove(what: Sequence[str], store: Path) -> BuildReport:
    """Take documents (by title, number or key) or sources (by name or path) out of a store.

    QueryError where a name means none or several; a document leaves with all its copies.
    """
    from guitu.graph.steps import naming  # noqa: PLC0415 - what is told of names that mean nothing

    layout.find(store)
    with begun(store, "remove") as step:
        stood = _standing(step)

        @cache
        def works() -> tuple[Work, ...]:
            return maker_class()(step.folder, step.catalogue, None).works(stood, ties_of(step.folder))

        ledger = naming.without(stood, works, what)
        return made(step, ledger)


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
    with begun(store, command) as step:
        return made(step, change(_standing(step)))


def _standing(step: Step) -> Ledger:
    if step.before is None:
        raise StoreError(str(step.folder.path), "no build of this store has ended yet", layout.NO_STORE)
    return step.before
