"""Alignments by document: only what is new or has changed is compared, with those around it; what others said stays.

What two documents say of each other depends on these two alone (`align.compare`), so the matches of a store are those
that were found before without the documents that went, and those of the documents that came. Documents that neither
have anything to do with keep their shards unasked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from guitu.graph.align.compare import Block, Match, Rows, blocks, compare, found_in
from guitu.graph.align.lines import alignments_of, sides, suggestions_of
from guitu.graph.align.scope import Standing, standings
from guitu.graph.align.texts import Texts
from guitu.graph.align.vectors import Places, Vectors, tasks_in
from guitu.graph.copies.works import Work
from guitu.graph.keep import hashed
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import ROWS
from guitu.graph.keep.manifest import Shard, recipe
from guitu.graph.quads.names import Names
from guitu.graph.reading.workers import Pool, Workers
from guitu.graph.steps import matches
from guitu.graph.steps.away import Joint
from guitu.graph.steps.matches import Joined, Matches


class Aligned:
    """What tasks of the documents say of each other: alignments by the document that is the subject, suggestions.

    `documents`: the shards of the works, in their order; `implemented`: `links.citations.carried_out`.
    `recipes`: of the shards, by kind and key, in order.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that a step has
        self,
        folder: Folder,
        works: Sequence[Work],
        documents: Sequence[Shard],
        implemented: Mapping[str, Sequence[str]],
        names: Names,
        workers: Workers,
    ) -> None:
        self._works, self._names = {work.key: work for work in works}, names
        recipes = {one.key: one.recipe for one in documents}
        documents_of = {key: work.primary.document for key, work in self._works.items()}
        self._standing = standings(documents_of, implemented, names)
        self._around = Around(folder, self._works, recipes, self._standing, workers)
        self._texts = texts_of(self._works, names)
        self.recipes = dict[tuple[str, str], str]()
        for key, one in sorted(self._around.joined().items()):
            self.recipes[ALIGNMENTS, key], self.recipes[SUGGESTIONS, key] = one.alignments, one.suggestions

    def lines(self, kind: str, key: str) -> Iterator[str]:
        """The lines of a shard."""
        return lines_of(kind, key, self._told(kind, key), self._texts)

    def near(self, keys: Iterable[str]) -> list[str]:
        """The same documents, those of one place and of places in it together: they are about the same others, which
        so stay at hand."""
        return sorted(keys, key=lambda key: (self._standing[key].line[::-1], key))

    def joint(self, key: str, recipes: Mapping[str, str]) -> Joint:
        """What the shards of a document are made of, by itself. `recipes`: of those that are wanted, by kind."""
        told = {kind: self._told(kind, key) for kind in recipes}
        named = {end for of in told.values() for match in of for end in (match.subject, match.object)} - {""}
        return Joint(key, told, recipes, {one: self._works[one] for one in sorted({key, *named})}, self._names)

    def _told(self, kind: str, key: str) -> list[Match]:
        return self._around.sides(key)[kind == SUGGESTIONS]


ALIGNMENTS, SUGGESTIONS = "alignments", "suggestions"


def lines_of(kind: str, key: str, told: Sequence[Match], texts: Texts) -> Iterator[str]:
    """The lines of a shard of a document. `told`: one side of `align.lines.sides`."""
    return suggestions_of(key, told, texts) if kind == SUGGESTIONS else alignments_of(key, told, texts)


def texts_of(works: Mapping[str, Work], names: Names) -> Texts:
    """The texts of documents, by key."""
    return Texts(works.__getitem__, names)


class Around:
    """The documents of a store as they stand to each other, and their matches."""

    def __init__(
        self,
        folder: Folder,
        works: Mapping[str, Work],
        recipes: Mapping[str, str],
        standing: Mapping[str, Standing],
        workers: Workers | None = None,
    ) -> None:
        self._workers = workers or Pool()
        self._folder, self._works, self._recipes, self._standing = folder, works, recipes, standing
        self._told = {key: recipe(recipes[key], repr(standing[key])) for key in works}
        self._found: dict[str, Joined] = {}
        self.sides = lru_cache(1)(self._sides)  # of its two shards one is made after the other

    def joined(self) -> dict[str, Joined]:
        """Of what the two shards of each document are made; found anew where anything around has changed."""
        before = matches.joined(self._folder)
        same = {key for key, told in self._told.items() if key in before and before[key].told == told}
        self._found = {key: before[key] for key in same}
        if len(same) == len(self._told) == len(before):
            return self._found
        left = self._left(before, same) if len(same) * 2 >= len(self._told) else None
        if left is None:
            shelf = Shelf(self._folder, [self._works[key] for key in self._by_rank(self._told)], self._recipes)
            pairs = (shelf.pair(block) for block in blocks(shelf, shelf, self._standing))
            for found in matches.by_document(self._workers.each(self._folder, compared, pairs), shelf.keys):
                self._found[found.key] = self._kept(found)
        else:
            self._bring_up(left, before, same)
        matches.keep_joined(self._folder, self._found)
        return self._found

    def _left(self, before: Mapping[str, Joined], same: Collection[str]) -> set[str] | None:
        """The documents that had matches with those that went or changed; None where it cannot be told."""
        found = set[str]()
        for key in before.keys() - same:
            of = matches.load(self._folder, key, before[key].matches)
            if of is None:
                return None
            found.update(end for end in of.ends if end in same)
        return found

    def _bring_up(self, left: Collection[str], before: Mapping[str, Joined], same: Collection[str]) -> None:
        """Find what documents that came have around them, and tell it to those as well as to those that are `left`."""
        come, new = self._told.keys() - same, defaultdict[str, list[Match]](list)
        for match in self._compared(come):
            new[match.subject].append(match)
            new[match.object].append(match)
        gone = before.keys() - same
        for key in sorted({*left, *come, *new}):
            found = Matches.of(key, new[key])
            self._found[key] = self._with(found, gone) if key in same else self._kept(found)

    def _with(self, new: Matches, gone: Collection[str]) -> Joined:
        """The same for a document that stays; so do its shards where what is new and what went tell it nothing."""
        key, known = new.key, self._found[new.key]
        old = matches.load(self._folder, key, known.matches)
        if old is None:
            return self._kept(self._again(key))
        found = self._named(old.changed(gone, new))
        if old.tells_of(gone) or found.tells_of(new.ends) or not found.counts_as(old):
            return self._kept(found)
        return known._replace(matches=matches.keep(self._folder, found))

    def _loaded(self, key: str) -> Matches:
        """The matches of a document that are kept; found again where their file is damaged."""
        found = matches.load(self._folder, key, self._found[key].matches)
        if found is None:
            found = self._again(key)
            matches.keep(self._folder, found)
        return found

    def _again(self, key: str) -> Matches:
        return self._named(Matches.of(key, self._compared({key})))

    def _named(self, found: Matches) -> Matches:
        """The same, told which of the other documents are annexes."""
        annexes = frozenset(end for end in found.ends if self._standing[end].whole == found.key)
        return found if annexes == found.annexes else replace(found, annexes=annexes)

    def _compared(self, keys: Collection[str]) -> list[Match]:
        """All matches of some documents: with those that hold in one place with one of them, or around it."""
        around = {place for key in keys for place in self._standing[key].line}
        own = {self._standing[key].place for key in keys}
        others = (
            [key for key, one in self._standing.items() if one.place in around or not own.isdisjoint(one.line)]
            if keys
            else []
        )
        of, them = (Shelf(self._folder, [self._works[key] for key in self._by_rank(some)], self._recipes)
                    for some in (keys, others))  # fmt: skip
        return compare(of, them, self._standing)

    def _by_rank(self, keys: Collection[str]) -> list[str]:
        """In this order most of those that are no subjects of each other stand in portions of their own."""
        return sorted(keys, key=lambda key: self._standing[key].rank)

    def _kept(self, found: Matches) -> Joined:
        key, found = found.key, self._named(found)
        name = matches.keep(self._folder, found)
        told, around = sides(key, found.telling(self._standing), self._standing)
        return Joined(self._told[key], name, self._recipe(key, told), self._recipe(key, around))

    def _recipe(self, key: str, of: Sequence[Match]) -> str:
        others = sorted({match.object if match.subject == key else match.subject for match in of} - {""})
        told = json.dumps(of, ensure_ascii=False)
        return recipe(self._recipes[key], told, *(self._recipes[other] for other in others))

    def _sides(self, key: str) -> tuple[list[Match], list[Match]]:
        return sides(key, self._loaded(key).telling(self._standing), self._standing)


class Shelf:
    """The rows of documents, each in its file, taken into memory when they are compared (`compare.Tasks`)."""

    def __init__(self, folder: Folder, works: Sequence[Work], recipes: Mapping[str, str]) -> None:
        self._folder, self._works, self._recipes = folder, works, recipes
        self.keys = tuple(work.key for work in works)

    @cached_property
    def counts(self) -> Places:
        """(documents,) how many tasks each has."""
        return np.array([tasks_in(rows_of(self._folder, one, self._recipes[one.key])) for one in self._works])

    def only(self, documents: Sequence[int]) -> Vectors:
        """The rows of some documents, given by ascending places in `keys`."""
        return _rows(self._folder, self._some(documents))

    def pair(self, block: Block) -> Pair:
        """A block with the documents that it is about."""
        return Pair(block, self._some(block.subjects), self._some(block.objects))

    def _some(self, documents: Sequence[int]) -> list[tuple[Work, str]]:
        return [(self._works[i], self._recipes[self._works[i].key]) for i in documents]


class Pair(NamedTuple):
    """Documents to be compared, each with what its shard is made of."""

    block: Block
    subjects: list[tuple[Work, str]]
    objects: list[tuple[Work, str]]


def compared(folder: Folder, items: Iterable[Pair]) -> Iterator[Rows]:
    """The matches of each pair, documents by their places on the shelf; as what `away` has, it can be done by any
    process that sees the store."""
    objects, right = list[tuple[Work, str]](), Vectors.read([])
    for one in items:
        if one.objects != objects:  # of many pairs they are the same
            objects, right = one.objects, _rows(folder, one.objects)
        found = found_in(one.block, _rows(folder, one.subjects), right)
        found["subject"] = np.array(one.block.subjects)[found["subject"]]
        found["object"] = np.array(one.block.objects)[found["object"]]
        yield found


def _rows(folder: Folder, documents: Iterable[tuple[Work, str]]) -> Vectors:
    return Vectors.read([rows_of(folder, work, of) for work, of in documents])


def rows_of(folder: Folder, work: Work, of: str) -> bytes:
    """The rows of a document, kept as long as what it was made of stays the same."""
    path = folder.records / f"{of}{ROWS}"
    data = hashed.beside(path)
    if data is None:
        data = Vectors.of(work.primary.facts, work.key).to_bytes()
        hashed.keep_beside(path, data)
    return data
