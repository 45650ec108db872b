"""Whether a store is whole, and whether its graph is what its readings and its sources say; and its repair.

Whole: every file holds what its name says, and the engine has as many quads as the manifest. True: every shard, made
again from the readings, is the shard that stands, so no value, label, shortcut or link was changed; and, where the
sources are at hand, a graph made of them says the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from guitu.extract.errors import SourceError, StoreError
from guitu.graph import build
from guitu.graph.keep import engine, generations, hashed, ledger, shards
from guitu.graph.keep import folder as layout
from guitu.graph.keep.cache import made_by
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import TIES
from guitu.graph.keep.generations import Generation
from guitu.graph.keep.ledger import Known, Ledger
from guitu.graph.keep.manifest import Manifest, manifest
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read, Wanted, read_each
from guitu.graph.steps import pieces, step
from guitu.graph.steps.catalogue import Catalogue, kept_as
from guitu.graph.steps.looking import Found, look

SHOWN = 3  # lines of one document that are told


def damage(path: Path) -> Iterator[str]:
    """What is damaged or changed in a store, a line each; nothing where it is whole and true."""
    folder = layout.find(path)
    try:
        current = generations.current(folder)
    except StoreError as error:
        yield error.reason
        return
    if current is None:
        yield "no build of this store has ended yet"
        return
    yield from map(_otherwise, _history(folder, current))
    try:
        graph, known = generations.graph_of(folder, current), generations.ledger_of(folder, current)
    except StoreError as error:
        yield error.reason
        return
    broken = [*_ledgers(folder, current), *_files(folder, graph, known)]
    yield from broken
    yield from _engine(folder, graph)
    if not broken and current.made_by == made_by():
        yield from _remade(folder, graph, known)


def _otherwise(number: int) -> str:
    return f"the record of generation {number} is not what it was"


def _history(folder: Folder, current: Generation) -> Iterator[int]:
    """The numbers of steps whose records are not what the step after them says, the last first."""
    after: Generation | None = None
    earlier = (number for number in generations.numbers(folder) if number < current.number)
    for number in (current.number, *reversed([*earlier])):
        try:
            found = generations.load(folder, number)
        except StoreError:
            found = None
        wanted = generations.digest(current) if number == current.number else after.before if after else ""
        if found is None or (wanted and generations.digest(found) != wanted):
            yield number
        after = found


def _ledgers(folder: Folder, current: Generation) -> Iterator[str]:
    if not hashed.is_whole(folder.ledgers / f"{current.ledger}.json", current.ledger):
        yield f"{folder.ledgers.name} is not what it was"
    try:
        told = hashlib.sha256(folder.second.read_bytes()).hexdigest()
    except OSError:
        told = ""
    if told != current.ledger and not hashed.is_whole(folder.ledgers / f"{told}.json", told):  # of a step cut off
        yield f"{folder.second.name} is not what it was"


def _files(folder: Folder, graph: Manifest, known: Ledger) -> Iterator[str]:
    """Shards, texts and readings that do not hold what their names say."""
    for shard in graph.shards:
        if not hashed.is_whole(shards.path(folder, shard), shard.sha256):
            yield f"the shard of {shard.kind} {shard.key} is not what it was".replace("  ", " ")
    catalogue = Catalogue(folder)
    for source in known.sources:
        if not hashed.is_whole(folder.texts / f"{source.text}.txt", source.text):
            yield f"the text of {source.name} is not what it was"
        if not catalogue.is_whole(source.reading):
            yield f"the reading of {source.name} is not what it was"


def _engine(folder: Folder, graph: Manifest) -> Iterator[str]:
    if not engine.holds(folder, graph):
        yield "the engine is not what was made"
    elif (found := engine.size(folder, graph)) != graph.total:
        yield f"the engine has {found} quads, the manifest {graph.total}"


def _remade(folder: Folder, graph: Manifest, known: Ledger) -> Iterator[str]:
    """Shards that come out otherwise when they are made again from the readings alone; nothing of the store changes."""
    with TemporaryDirectory() as aside:
        fresh = replace(folder, aside=Path(aside))
        maker = pieces.Maker(fresh, Catalogue(fresh), None, keep=shards.told)
        made = maker.make(known, maker.works(known, {}))
    before, after = ({(one.kind, one.key): one.sha256 for one in of} for of in (graph.shards, made.shards))
    for kind, key in sorted(before.keys() | after.keys()):
        if before.get((kind, key)) != after.get((kind, key)):
            yield f"{kind} {key}: the readings say otherwise".replace(" :", ":")


def differing(
    store: Store,
    sources: Sequence[str | Path],
    read: Read | None = None,
    told: Callable[[Store], Iterable[str]] = Store.quads,
) -> Iterator[str | SourceError]:
    """What a graph says of documents and a graph made of the sources does not, or the other way round.

    `told`: the lines that are compared; of a profile that leaves words out, those that it leaves.
    """
    with TemporaryDirectory() as aside:
        report = build.build(sources, Path(aside) / "store", base=_base(store), read=read)
        yield from report.problems
        if report.documents:
            yield from _compared(_stated(told(store)), _stated(told(Store.open(Path(aside) / "store"))))


def _base(store: Store) -> str | None:
    found = next((graph for graph in store.graphs() if "/graph/" in graph), None)
    return found[: found.index("/graph/") + 1] if found else None


def _compared(here: dict[str, set[str]], there: dict[str, set[str]]) -> Iterator[str]:
    for graph in sorted(here):
        if graph not in there:
            yield f"{graph}: none of the given files is this document"
            continue
        wrong = sorted(here[graph] ^ there[graph])
        for line in wrong[:SHOWN]:
            yield f"{graph}: the sources say otherwise: {line.strip()[:300]}"
        if len(wrong) > SHOWN:
            yield f"{graph}: {len(wrong) - SHOWN} more lines differ"


def _stated(lines: Iterable[str]) -> dict[str, set[str]]:
    """The lines of each document's own graph."""
    found: dict[str, set[str]] = {}
    for line in lines:
        graph = line[line.rindex(" <", 0, -3) + 2 : -4]
        if "/document/" in graph:
            found.setdefault(graph, set()).add(line)
    return found


# ---- repair ----


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was made again, a line each, and what could not be; `generation` answers now."""

    mended: tuple[str, ...]
    lost: tuple[str, ...]
    generation: int


def repair(path: Path, read: Read | None = None) -> Repaired:
    """Make again what can be made: the engine from shards, shards from readings, readings from sources.

    Where the record or the ledger of the last step is lost, the step before answers. StoreError where none can.
    """
    folder = layout.prepare(path)
    with layout.locked(folder):
        mended, lost = list[str](), list[str]()
        current, known = _standing(folder, mended, lost)
        catalogue = Catalogue(folder)
        lost += _reread(folder, catalogue, known, read, mended)
        (folder.records / TIES).unlink(missing_ok=True)
        whole = _whole(folder, current)
        try:
            made = step.renewed(folder, catalogue, known, current, whole)
        except StoreError:  # a document whose shard and reading are both lost
            left = tuple(one for one in known.sources if catalogue.is_whole(one.reading))
            made = step.renewed(folder, catalogue, replace(known, sources=left), current, whole)
        if made.number != current.number:
            mended.append(f"generation {made.number} holds what could be made again")
        return Repaired(tuple(mended), tuple(lost), made.number)


def _whole(folder: Folder, current: Generation) -> Manifest | None:
    """The manifest of a generation without the shards that are damaged."""
    try:
        graph = generations.graph_of(folder, current)
    except StoreError:
        return None
    kept = (one for one in graph.shards if hashed.is_whole(shards.path(folder, one), one.sha256))
    return manifest(graph.base, graph.total, kept)


def _standing(folder: Folder, mended: list[str], lost: list[str]) -> tuple[Generation, Ledger]:
    """The last generation whose record and ledger can be read; earlier ones that cannot be are forgotten."""
    with suppress(StoreError):
        current = generations.current(folder)
        if current:
            known = generations.ledger_of(folder, current)
            hashed.put(folder.ledgers, ledger.dumped(known), ".json")
            lost += _forgotten(folder, current)
            generations.commit(folder, current)
            return current, known
    for number in reversed(generations.numbers(folder)):
        try:
            found = generations.load(folder, number)
            known = generations.ledger_of(folder, found)
        except StoreError as error:
            lost.append(error.reason)
            generations.file(folder, number).unlink()
            continue
        generations.commit(folder, found)
        mended.append(f"generation {number} answers")
        lost += _forgotten(folder, found)
        return found, known
    raise StoreError(str(folder.path), "nothing of this store can be read", "build it again")


def _forgotten(folder: Folder, current: Generation) -> Iterator[str]:
    """Forget the steps before whose records are damaged: nothing else tells what they were."""
    for number in [*_history(folder, current)]:
        if number != current.number:
            generations.file(folder, number).unlink(missing_ok=True)
            yield _otherwise(number)


def _reread(folder: Folder, catalogue: Catalogue, known: Ledger, read: Read | None, mended: list[str]) -> Iterator[str]:
    """Read again the sources whose readings are damaged, and write again the texts that are; what is lost."""
    for source in known.sources:
        if catalogue.is_whole(source.reading):
            if not hashed.is_whole(folder.texts / f"{source.text}.txt", source.text):
                hashed.put(folder.texts, catalogue.reading(source.reading).text.value.encode("utf-8"), ".txt")
                mended.append(f"the text of {source.name}")
            continue
        if _again(folder, catalogue, known, source, read):
            mended.append(f"the reading of {source.name}")
        else:
            yield f"{source.name}: its reading is damaged, and the file is not where it was or has changed"


def _again(folder: Folder, catalogue: Catalogue, known: Ledger, source: Known, read: Read | None) -> bool:
    places = [place for place in known.places if place.where == source.place]
    wanted = [
        Wanted(item.source, source.columns)
        for place in places
        for item in look(place)
        if isinstance(item, Found) and item.source.sha256 == source.sha256
    ][:1]
    for _, told in read_each(wanted, partial(kept_as, folder, source.reading), read):
        if not isinstance(told, SourceError):
            catalogue.put(source.reading, told)
            return True
    return False
