"""The shards of a graph: what each is made of, and which can stay as they are."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from guitu.graph.copies.works import Ties, Work, gather, letters
from guitu.graph.corrections.decision import Decision, decode_log, latest
from guitu.graph.keep import hashed, shards
from guitu.graph.keep.bundle import Bundle
from guitu.graph.keep.cache import made_by
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import LINKS
from guitu.graph.keep.ledger import Ledger
from guitu.graph.keep.manifest import Manifest, Shard, recipe
from guitu.graph.links.by_hand import Ruling, on_files
from guitu.graph.links.citations import carried_out
from guitu.graph.links.lines import lines as links
from guitu.graph.links.record import LinkRecord, record
from guitu.graph.quads import provenance
from guitu.graph.quads.names import Names
from guitu.graph.reading.workers import Pool, Workers
from guitu.graph.steps import decided
from guitu.graph.steps.away import DOCUMENTS, Stated, documents, joints, together
from guitu.graph.steps.catalogue import Catalogue
from guitu.graph.steps.decided import Part

if TYPE_CHECKING:
    from guitu.graph.corrections.apply import Unused

_RECORD: Any = LinkRecord
Tell = Callable[[Shard], None]
Wholes = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The documents of a ledger, and the shards of its graph; `idle`: decisions of persons that are not applied."""

    works: tuple[Work, ...]
    shards: tuple[Shard, ...]
    idle: tuple[Unused, ...]


class Maker:
    """Makes the shards of a ledger in a folder, and takes those that stay from a manifest."""

    def __init__(
        self,
        folder: Folder,
        catalogue: Catalogue,
        before: Manifest | None,
        keep: shards.Keep = shards.keep,
        workers: Workers | None = None,
    ) -> None:
        self._keep = keep
        self._new: Tell = _nobody
        self._workers = workers or Pool()
        self._folder = folder
        self._catalogue = catalogue
        there = {file.name for file in os.scandir(folder.shards)} if before else set[str]()
        self._known = {
            (one.kind, one.key, one.recipe): one
            for one in (before.shards if before else ())
            if one.sha256 + shards.SUFFIX in there
        }
        self._linked = Bundle(folder.records / LINKS, _RECORD)
        self._told: dict[tuple[str, str], Callable[[], Iterable[str]]] = {}  # how each shard is made

    def works(self, ledger: Ledger, ties: Ties) -> tuple[Work, ...]:
        """The documents, each of all its copies, without those that were withdrawn."""
        gone = {(one.source, one.number) for one in ledger.withdrawn}
        said = on_files(_ruled(decode_log(ledger.decisions)))
        held = (copy for copy in self._catalogue.copies(ledger.sources) if copy.identity not in gone)
        return gather(held, ties, said)

    def make(self, ledger: Ledger, works: tuple[Work, ...], new: Tell | None = None) -> Pieces:
        """All shards. `new`: is told each that had to be made, as soon as it is there."""
        self._new = new or _nobody
        decisions = decode_log(ledger.decisions)
        names, wholes = Names(ledger.base), whole_keys(works)
        readings = {one.sha256: one.reading for one in ledger.sources}
        documents = self._documents(works, readings, wholes, names)
        told = self._records(works, documents)
        self._linked.keep({one.recipe for one in documents})
        ruled = _ruled(decisions)
        joined = recipe(made_by(), *(one.recipe for one in documents), *map(repr, ruled))

        unnamed: list[Decision] | None = None

        def linked() -> Iterator[str]:
            nonlocal unnamed
            found, left = links(told or self._records(works, documents), wholes, names, tuple(ruled))
            unnamed = [ruled[one] for one in left]
            return found

        def left_over() -> list[Decision]:
            if unnamed is None:
                linked()
            return unnamed or []

        made = [
            self._made("ontology", "", recipe(made_by(), names.base), lambda: _ontology(names)),
            self._made("files", "", _files_recipe(ledger), lambda: self._files(ledger, names)),
            self._made("links", "", joined, linked),
        ]
        implemented, told = carried_out(told), ()  # of many documents they are large: gone before tasks are compared
        made += self._aligned(works, documents, implemented, names)
        stand = {(one.kind, one.key): one for one in (*documents, *made)}
        layer, idle = [], []
        for part in decided.parts(decisions, works):
            of = [("document" if part.work else "links", part.key)]
            of += [("suggestions", part.key)] if part.on_suggestions else []
            under = [stand[one] for one in of if one in stand]
            shard, unused = self._decided(part, under, left_over, names)
            layer.append(shard)
            idle += unused
        return Pieces(works, (*documents, *made, *layer), tuple(idle))

    def _aligned(
        self, works: Sequence[Work], documents: Sequence[Shard], implemented: Mapping[str, Sequence[str]], names: Names
    ) -> Iterator[Shard]:
        from guitu.graph.steps.aligning import Aligned  # noqa: PLC0415 - only where documents are compared

        aligned = Aligned(self._folder, works, documents, implemented, names, self._workers)
        recipes = {one: recipe(made_by(), names.base, of) for one, of in aligned.recipes.items()}
        wanted = defaultdict[str, dict[str, str]](dict)
        for (kind, key), of in recipes.items():
            self._told[kind, key] = partial(aligned.lines, kind, key)
            if not self._standing(kind, key, of):
                wanted[key][kind] = of
        items = (aligned.joint(key, wanted[key]) for key in aligned.near(wanted))
        work = partial(joints, keep=self._keep)
        made = dict[tuple[str, str], Shard]()
        for one in self._workers.each(self._folder, work, items, together(len(wanted))):
            self._new(one)
            made[one.kind, one.key] = one
        for (kind, key), of in recipes.items():
            yield made.get((kind, key)) or self._stands(kind, key, of)

    def _decided(
        self, part: Part, under: Sequence[Shard], unnamed: Callable[[], list[Decision]], names: Names
    ) -> tuple[Shard, list[Unused]]:
        """The shard of some decisions, made from the shards that they are about, and those that are not applied."""
        of = recipe(made_by(), names.base, *part.lines, *(one.recipe for one in under))
        if known := self._standing("decisions", part.key, of):
            return known, decided.unused(part, shards.read(self._folder, known))
        stated = chain.from_iterable(map(self._lines, under)) if part.work else ()
        lines, unused = decided.lines(part, stated, names, () if part.work else unnamed())
        return self._made("decisions", part.key, of, lambda: lines), unused

    def _lines(self, shard: Shard) -> Iterable[str]:
        """The lines of a shard, made again where its file is not whole."""
        whole = hashed.is_whole(shards.path(self._folder, shard), shard.sha256)
        return shards.read(self._folder, shard) if whole else self._told[shard.kind, shard.key]()

    def _made(self, kind: str, key: str, of: str, lines: Callable[[], Iterable[str]]) -> Shard:
        """A shard: the one that stands, or a new one."""
        self._told[kind, key] = lines
        if found := self._standing(kind, key, of):
            return found
        shard = self._keep(self._folder, kind, key, lines(), of)
        self._new(shard)
        return shard

    def _standing(self, kind: str, key: str, of: str) -> Shard | None:
        """The shard of the manifest before where its recipe is the same and its file is there."""
        return self._known.get((kind, key, of))

    def _stands(self, kind: str, key: str, of: str) -> Shard:
        found = self._standing(kind, key, of)
        assert found  # what does not stand was made
        return found

    def _documents(
        self, works: Sequence[Work], readings: Mapping[str, str], wholes: Wholes, names: Names
    ) -> list[Shard]:
        """The shard of each document, those that do not stand made now."""
        items = [_stated(work, readings, wholes, names) for work in works]
        for one in items:
            self._told["document", one.work.key] = one.lines
        wanted = [one for one in items if not self._standing("document", one.work.key, one.recipe)]
        made = dict[str, Shard]()
        for shard, told in self._workers.each(self._folder, partial(documents, keep=self._keep), wanted, DOCUMENTS):
            self._new(shard)
            made[shard.key] = shard
            self._linked.put(shard.recipe, told)
        return [made.get(one.work.key) or self._stands("document", one.work.key, one.recipe) for one in items]

    def _records(self, works: Sequence[Work], documents: Sequence[Shard]) -> tuple[LinkRecord, ...]:
        return tuple(self._record(work, of.recipe) for work, of in zip(works, documents, strict=True))

    def _record(self, work: Work, of: str) -> LinkRecord:
        """What linking needs of a document, kept as long as what it was made of stays the same."""
        found: LinkRecord | None = self._linked.get(of)
        if found is None:
            found = record(work)
            self._linked.put(of, found)
        return found

    def _files(self, ledger: Ledger, names: Names) -> Iterator[str]:
        for known in ledger.sources:
            read = self._catalogue.record(known.reading)
            file = provenance.FileFacts(
                known.sha256,
                known.name,
                known.size,
                known.url,
                known.archive,
                read.media_type,
                read.reader,
                read.encoding,
                read.text,
                read.characters,
            )
            yield from provenance.source(file, names)


def _nobody(_: Shard) -> None:
    pass


def _ruled(decisions: Sequence[Decision]) -> Mapping[Ruling, Decision]:
    """What persons decided on names."""
    if not decisions:
        return {}
    from guitu.graph.corrections.decide import rulings  # noqa: PLC0415 - which loads readers of tables

    return rulings(latest(decisions)[0])


def _files_recipe(ledger: Ledger) -> str:
    """Of what the graph says of files; where they lie on this machine is nothing of it."""
    told = sorted(repr((one.name, one.sha256, one.size, one.url, one.archive, one.reading)) for one in ledger.sources)
    return recipe(made_by(), ledger.base, *dict.fromkeys(told))


def _ontology(names: Names) -> Iterator[str]:
    yield from provenance.ontology_quads(names)
    yield from provenance.software(names)


def _stated(work: Work, readings: Mapping[str, str], wholes: Wholes, names: Names) -> Stated:
    """A document with what its shard is made of. `readings`: by the SHA-256 of sources."""
    whole = wholes.get(work.primary.identity)
    copies = [(readings[copy.source], copy.number, copy.name) for copy in work.copies]
    return Stated(work, whole, recipe(made_by(), names.base, work.key, whole or "", json.dumps(copies)), names)


def whole_keys(works: Sequence[Work]) -> dict[tuple[str, int], str]:
    """For every copy of an annex whose file also has the whole, the key of the whole."""
    of_file: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for work in works:
        for copy in work.copies:
            of_file[copy.source].append((copy.number, letters(copy.document.title), work.key))
    found: dict[tuple[str, int], str] = {}
    for work in works:
        for copy in work.copies:
            named = letters(copy.document.part_of or "")
            for number, title, key in sorted(of_file[copy.source]) if named else ():
                if number != copy.number and title == named and key != work.key:
                    found[copy.identity] = key
    return found
