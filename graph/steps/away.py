"""What can be done of joining in any process that sees the store: the shards of documents, and of what tasks say of
each other. Each is a function of its item and of readings and records that are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from guitu.extract.facts import Gap
from guitu.graph.align.compare import Match
from guitu.graph.copies import differences
from guitu.graph.copies.works import Work
from guitu.graph.keep import shards
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.manifest import Shard
from guitu.graph.links.record import LinkRecord, record
from guitu.graph.quads import entities, provenance, triples
from guitu.graph.quads.names import Names

DOCUMENTS = 8  # that are best made in one go
FEW, MANY, GOES = 24, 256, 32  # joints in one go, and goes that there should be


def together(joints: int) -> int:
    """How many joints are best told in one go: they share the documents that they are about, and so do neighbours, but
    every process is to have its part."""
    return min(max(FEW, joints // GOES), MANY)


class Stated(NamedTuple):
    """A document whose shard is wanted. `whole`: the key of the document that it is an annex of; `recipe`: its own."""

    work: Work
    whole: str | None
    recipe: str
    names: Names

    def lines(self) -> Iterator[str]:
        """What it states."""
        work, names = self.work, self.names
        facts, text = work.primary.facts, work.primary.reading.text
        yield from triples.stated(facts, text, work.key, names, self.whole)
        yield from entities.entities(facts, work.key, names)
        yield from triples.gaps(gaps(work), text, work.key, names)
        yield from triples.divisions(facts.divisions, text, work.key, names)
        yield from chain.from_iterable(provenance.derived(work.key, copy.source, names) for copy in work.copies)


def gaps(work: Work) -> tuple[Gap, ...]:
    """What was not read of a document, and where its copies differ."""
    differing = [gap for other in work.others for gap in differences.gaps(work.primary, other)]
    return (*work.primary.facts.gaps, *dict.fromkeys(differing))


def documents(folder: Folder, items: Iterable[Stated], keep: shards.Keep = shards.keep) -> Iterator[Made]:
    """The shard of each document with what linking needs of it; its rows are kept for comparing.

    All that is made of a document is made while its reading is at hand.
    """
    from guitu.graph.steps.aligning import rows_of  # noqa: PLC0415 - only where documents are compared

    for one in items:
        shard = keep(folder, "document", one.work.key, one.lines(), one.recipe)
        rows_of(folder, one.work, one.recipe)
        yield shard, record(one.work)


Made = tuple[Shard, LinkRecord]


@dataclass(frozen=True)
class Joint:
    """A document whose matches are to be told: as alignments, and as suggestions for its tasks.

    `told`: the matches of each kind of shard that is wanted; `recipes`: of these shards; `works`: the documents that
    the matches name, by key.
    """

    key: str
    told: Mapping[str, list[Match]]
    recipes: Mapping[str, str]
    works: Mapping[str, Work]
    names: Names


def joints(folder: Folder, items: Iterable[Joint], keep: shards.Keep = shards.keep) -> Iterator[Shard]:
    """The shards of alignments and suggestions of each document."""
    from guitu.graph.steps.aligning import lines_of, texts_of  # noqa: PLC0415 - only where documents are compared

    works, texts = dict[str, Work](), None
    for one in items:
        works.update(one.works)
        texts = texts or texts_of(works, one.names)
        for kind, told in one.told.items():
            yield keep(folder, kind, one.key, lines_of(kind, one.key, told, texts), one.recipes[kind])
