"""A store while it is changed: what stood, what is to stand, and the one commit that makes it current."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guitu.extract.errors import SourceError, StoreError
from guitu.graph.copies.works import Ties, Work
from guitu.graph.keep import cache, engine, generations, hashed
from guitu.graph.keep import folder as layout
from guitu.graph.keep import ledger as ledgers
from guitu.graph.keep.cache import made_by
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import TIES
from guitu.graph.keep.generations import Generation
from guitu.graph.keep.ledger import Ledger
from guitu.graph.keep.manifest import Manifest, manifest
from guitu.graph.quads.names import Names
from guitu.graph.reading.patterns import loading
from guitu.graph.reading.workers import Pool, Workers
from guitu.graph.steps.catalogue import Catalogue
from guitu.ontology import terms as gt

if TYPE_CHECKING:
    from guitu.graph.corrections.apply import Unused
    from guitu.graph.steps.pieces import Maker, Pieces

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
class Step:
    """A store while it is changed: what stood, and what is to stand."""

    folder: Folder
    command: str
    generation: Generation | None
    before: Ledger | None
    catalogue: Catalogue
    workers: Workers = field(default_factory=Pool)
    read: int = 0
    reused: int = 0
    problems: list[SourceError] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@contextmanager
def begun(store: Path, command: str, workers: Workers | None = None) -> Iterator[Step]:
    """Hold a store, clean it of what was cut off, and tell what stands."""
    folder = layout.prepare(store)
    with layout.locked(folder):
        try:
            generation = generations.current(folder)
            before = generations.ledger_of(folder, generation) if generation else None
            layout.clean(folder, {folder.engine(generation.manifest).name} if generation else set())
            yield Step(folder, command, generation, before, Catalogue(folder), workers or Pool())
        except OSError as error:
            shutil.rmtree(engine.part(folder), ignore_errors=True)  # half an engine on a disk that is full
            raise StoreError(str(store), f"the store cannot be written ({layout.reason(error)})") from error


def made(step: Step, ledger: Ledger, *, may_go: bool = True) -> BuildReport:
    """Make the graph of a ledger current; nothing is done where nothing has changed, or nothing could be read."""
    if not ledger.sources and step.problems:
        return _report(step, None)
    if step.generation and step.before == ledger and _stands(step.folder, step.generation):
        return _report(step, step.generation)
    before = generations.graph_of(step.folder, step.generation) if step.generation else None
    maker, ties = maker_class()(step.folder, step.catalogue, before, workers=step.workers), ties_of(step.folder)
    works = maker.works(ledger, ties)
    went = _went(before, works)
    if went and not may_go:
        raise StoreError(
            str(step.folder.path),
            f"{len(went)} documents would go: {'、'.join(went)}",
            "let them go with --replace, or keep them with: guitu add",
        )
    step.catalogue.keep_records(ledger.sources)
    with nullcontext() if before else engine.Loading(step.folder, ledger.base) as fresh:
        pieces = maker.make(ledger, works, fresh.add if fresh else None)
        graph = _published(step.folder, ledger, pieces, before, fresh)
    _keep_ties(step.folder, ties)
    generation = _generation(step, ledger, pieces, graph, before)
    generations.commit(step.folder, generation)
    return _report(step, generation, pieces.idle)


def maker_class() -> type[Maker]:
    """What makes shards, with all that this needs; loaded only where something is made."""
    with loading():
        from guitu.graph.steps.pieces import Maker  # noqa: PLC0415
    return Maker


def _stands(folder: Folder, generation: Generation) -> bool:
    """Whether a graph is what would be made now, and can answer."""
    return generation.made_by == made_by() and engine.is_whole(folder.engine(generation.manifest))


def _went(before: Manifest | None, works: Sequence[Work]) -> tuple[str, ...]:
    old = {one.key for one in before.of("document")} if before else set()
    return tuple(sorted(old - {work.key for work in works}))


def _published(
    folder: Folder, ledger: Ledger, pieces: Pieces, before: Manifest | None, fresh: engine.Loading | None = None
) -> Manifest:
    """The manifest of the new graph, whose engine stands. `fresh`: an engine that has all shards already."""
    total = fresh.finish() if fresh else engine.make(folder, manifest(ledger.base, 0, pieces.shards), before)
    made = manifest(ledger.base, total, pieces.shards)
    engine.finish(folder, made)
    return made


def _generation(step: Step, ledger: Ledger, pieces: Pieces, graph: Manifest, before: Manifest | None) -> Generation:
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


def ties_of(folder: Folder) -> Ties:
    """How surely copies of a store are one document, as far as it was asked before."""
    found = cache.load(folder.records / TIES, _TIES) or ()
    return {key: float(tie) for key, tie in found}


def _report(step: Step, of: Generation | None, idle: tuple[Unused, ...] = ()) -> BuildReport:
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


def renewed(
    folder: Folder, catalogue: Catalogue, ledger: Ledger, current: Generation, whole: Manifest | None
) -> Generation:
    """Make a store again but for the shards that are whole; a new generation only where it comes out otherwise."""
    step = Step(folder, "repair", current, None, catalogue)
    ties = Ties()
    maker = maker_class()(folder, catalogue, whole)
    pieces = maker.make(ledger, maker.works(ledger, ties))
    catalogue.keep_records(ledger.sources)
    graph = manifest(ledger.base, current.quads, pieces.shards)
    if not engine.holds(folder, graph):
        graph = _published(folder, ledger, pieces, None)
    _keep_ties(folder, ties)
    made = _generation(step, ledger, pieces, graph, None)
    if (made.manifest, made.ledger) == (current.manifest, current.ledger):
        return current
    generations.commit(folder, made)
    return made
