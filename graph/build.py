"""From files to a store: read what is new, join copies, write the graph, and make it current in one step."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from guitu.extract.errors import SourceError, StoreError
from guitu.extract.facts import Facts, Gap, Reading
from guitu.extract.source import Source
from guitu.extract.sources.addresses import Web
from guitu.extract.sources.find import find
from guitu.extract.structure.table_columns import Columns
from guitu.graph.align import lines as align
from guitu.graph.copies import differences
from guitu.graph.copies.works import Copy, Work, gather, letters
from guitu.graph.corrections import apply
from guitu.graph.corrections.apply import Unused
from guitu.graph.corrections.decide import rulings
from guitu.graph.corrections.decision import Decision, latest
from guitu.graph.keep import folder
from guitu.graph.keep.cache import Cache
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.store import publish
from guitu.graph.links.citations import carried_out
from guitu.graph.links.lines import lines as links
from guitu.graph.quads import entities, provenance, triples
from guitu.graph.quads.names import DEFAULT_BASE, Names
from guitu.graph.reading import reading
from guitu.graph.reading.reading import Progress, Read, Readings


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: sources read and reused; documents, facts and gaps in the graph; sources that failed."""

    read: int
    reused: int
    documents: int
    facts: int
    gaps: int
    problems: tuple[SourceError, ...] = ()
    idle: tuple[Unused, ...] = ()  # decisions of a person that could not be applied


@dataclass(frozen=True, slots=True)
class File:
    """One content in the graph: its bytes' hash, the sources that have it in order of name, its reading."""

    sha256: str
    sources: tuple[Source, ...]
    reading: Reading


def build(  # noqa: PLR0913 - the options of the command
    places: Sequence[str | Path],
    store: Path,
    *,
    base: str = DEFAULT_BASE,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    web: Web | None = None,
    columns: Columns = (),
    decisions: Sequence[Decision] = (),
) -> BuildReport:
    """Make the graph of the given files, folders, archives and addresses the current one of a store.

    A source that cannot be read is a problem in the report; the rest goes on. Where nothing at all could be read, the
    graph that stands is left alone. StoreError where the store cannot be written or another build holds it.

    `columns`: headings of division tables that somebody has set by hand, each with what its column holds.
    `decisions`: what a person decided (`corrections`), the whole log.
    """
    target, names = folder.prepare(store), Names(base)
    kept = Cache(target.readings, columns)
    with folder.locked(target):
        try:
            folder.clean(target)
            found = list(_found(places, web))
            sources = [item for item in found if isinstance(item, Source)]
            readings = reading.gather(sources, kept, read, workers, progress)
            readings.problems += [item for item in found if isinstance(item, SourceError)]
            return _make(target, kept, sources, readings, names, decisions)
        except OSError as error:
            raise StoreError(str(store), f"the store cannot be written ({folder.reason(error)})") from error


def _found(places: Sequence[str | Path], web: Web | None) -> Iterator[Source | SourceError]:
    """The sources of all places; what lies in a store, this one or another, is none of the documents around it."""
    for place in places:
        found = [(item.name if isinstance(item, Source) else item.where, item) for item in find([place], web)]
        stores = [name.removesuffix(folder.MARK) for name, item in found if _is_mark(name, item)]
        yield from (item for name, item in found if not name.startswith(tuple(stores)))


def _is_mark(name: str, item: Source | SourceError) -> bool:
    """Whether a file is the mark of a store on this disk; one in an archive or of the web marks nothing."""
    return Path(name).name == folder.MARK and not (isinstance(item, Source) and (item.archive or item.url))


def _make(  # noqa: PLR0913, PLR0917 - one step of a build
    target: Folder,
    kept: Cache,
    sources: Sequence[Source],
    readings: Readings,
    names: Names,
    decisions: Sequence[Decision],
) -> BuildReport:
    files = _files(sources, readings.by_source)
    works = gather(
        Copy(file.sha256, file.sources[0].name, file.reading, number)
        for file in files
        for number in range(len(file.reading.documents))
    )
    told = {work.key: _gaps(work) for work in works}
    wholes = whole_keys(works)
    ruled = rulings(latest(decisions)[0])
    joined, unnamed = links(works, wholes, names, tuple(ruled))
    lines = sorted(set(chain(_lines(files, works, wholes, told, names), joined)))
    decided, unused = apply.lines(decisions, lines if decisions else (), names, [ruled[one] for one in unnamed])
    if files or not readings.problems:
        _keep_texts(target, files)
        publish(target, sorted({*lines, *decided}))
        kept.forget({file.sha256 for file in files})
        _forget_texts(target, files)
    return BuildReport(
        read=readings.read,
        reused=readings.reused,
        documents=len(works),
        facts=sum(count(work.primary.facts) for work in works),
        gaps=sum(len(gaps) for gaps in told.values()),
        problems=tuple(sorted(readings.problems, key=str)),
        idle=tuple(unused),
    )


def _files(sources: Iterable[Source], readings: dict[str, Reading]) -> tuple[File, ...]:
    named: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        named[source.sha256].append(source)
    return tuple(
        File(sha256, tuple(sorted(named[sha256], key=lambda one: one.name)), readings[sha256])
        for sha256 in sorted(readings)
    )


def _gaps(work: Work) -> tuple[Gap, ...]:
    differing = [gap for other in work.others for gap in differences.gaps(work.primary, other)]
    return (*work.primary.facts.gaps, *dict.fromkeys(differing))


def count(facts: Facts) -> int:
    """How many facts a document states, itself included; gaps are none."""
    kinds = (facts.sections, facts.tasks, facts.responsibilities, facts.figures, facts.places, facts.incentives)
    return 1 + sum(map(len, kinds)) + len(facts.references)


# ---- the quads ----


def _lines(
    files: Sequence[File],
    works: Sequence[Work],
    wholes: dict[tuple[str, int], str],
    told: dict[str, tuple[Gap, ...]],
    names: Names,
) -> Iterator[str]:
    yield from provenance.ontology_quads(names)
    yield from provenance.software(names)
    for file in files:
        for source in file.sources:
            yield from provenance.source(source, file.reading, names)
    for work in works:
        facts, text = work.primary.facts, work.primary.reading.text
        yield from triples.stated(facts, text, work.key, names, wholes.get(work.primary.identity))
        yield from entities.entities(facts, work.key, names)
        yield from triples.gaps(told[work.key], text, work.key, names)
        yield from triples.divisions(facts.divisions, text, work.key, names)
        for copy in work.copies:
            yield from provenance.derived(work.key, copy.source, names)
    yield from align.lines(works, carried_out(works), names)


def whole_keys(works: Sequence[Work]) -> dict[tuple[str, int], str]:
    """For every copy of an annex whose file also has the whole, the key of the whole."""
    keys = {copy.identity: work.key for work in works for copy in work.copies}
    found: dict[tuple[str, int], str] = {}
    for work in works:
        for copy in work.copies:
            named = letters(copy.document.part_of or "")
            for number, facts in enumerate(copy.reading.documents):
                if named and number != copy.number and letters(facts.document.title) == named:
                    found[copy.identity] = keys[copy.source, number]
    return {identity: key for identity, key in found.items() if key != keys[identity]}


# ---- what lies beside the graph ----


def _keep_texts(target: Folder, files: Sequence[File]) -> None:
    for file in files:
        text, data = target.texts / f"{file.reading.text.sha256}.txt", file.reading.text.value.encode("utf-8")
        if not text.is_file() or hashlib.sha256(text.read_bytes()).hexdigest() != file.reading.text.sha256:
            folder.write(text, data)


def _forget_texts(target: Folder, files: Sequence[File]) -> None:
    kept = {f"{file.reading.text.sha256}.txt" for file in files}
    for text in target.texts.iterdir():
        if text.name not in kept:
            text.unlink()
