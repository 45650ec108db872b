"""Alignments by document: only what is new or has changed is compared, with all others; what others said stays.

What two documents say of each other depends on these two alone (`align.compare`), so the matches of a store are those
that were found before without the documents that went, and those of the documents that came.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from guitu.graph.align.compare import Match, compare, compare_all
from guitu.graph.align.lines import alignments_of, sides, suggestions_of
from guitu.graph.align.scope import Standing, standings
from guitu.graph.align.texts import Texts
from guitu.graph.align.vectors import Vectors
from guitu.graph.copies.works import Work
from guitu.graph.keep import hashed
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import MATCHES, ROWS
from guitu.graph.keep.manifest import Shard, recipe
from guitu.graph.quads.names import Names

Made = tuple[str, Callable[[], Iterator[str]]]
"""The recipe of a shard, and what makes its lines."""


def aligned(
    folder: Folder,
    works: Sequence[Work],
    documents: Sequence[Shard],
    implemented: Mapping[str, Sequence[str]],
    names: Names,
) -> Mapping[tuple[str, str], Made]:
    """What tasks of the documents say of each other, by kind and key: alignments by the document that is the subject.

    `documents`: the shards of the works, in their order; `implemented`: `links.citations.carried_out`.
    """
    by_key, recipes = {work.key: work for work in works}, {one.key: one.recipe for one in documents}
    standing = standings({key: work.primary.document for key, work in by_key.items()}, implemented, names)
    told = {key: recipe(recipes[key], repr(standing[key])) for key in by_key}
    of_document: dict[str, list[Match]] = defaultdict(list)
    for match in _matches(folder, by_key, recipes, told, standing):
        of_document[match.subject].append(match)
        of_document[match.object].append(match)
    texts, found = Texts(by_key.__getitem__, names), dict[tuple[str, str], Made]()
    for key in sorted(by_key):
        told_of, around = sides(key, of_document[key], standing)
        found["alignments", key] = _recipe(key, told_of, recipes), partial(alignments_of, told_of, texts)
        found["suggestions", key] = _recipe(key, around, recipes), partial(suggestions_of, key, around, texts)
    return found


def _recipe(key: str, matches: Sequence[Match], recipes: Mapping[str, str]) -> str:
    others = sorted({match.object if match.subject == key else match.subject for match in matches})
    return recipe(recipes[key], json.dumps(matches, ensure_ascii=False), *(recipes[other] for other in others))


def _matches(
    folder: Folder,
    works: Mapping[str, Work],
    recipes: Mapping[str, str],
    told: Mapping[str, str],
    standing: Mapping[str, Standing],
) -> list[Match]:
    """All matches, taken from those that were kept as far as their documents are as they were."""
    before, kept = _kept(folder.records / MATCHES)
    same = {key for key in told if before.get(key) == told[key]}
    rows = {key: partial(_rows, folder, work, recipes[key]) for key, work in works.items()}
    if len(same) == len(told) == len(before):
        return kept
    if len(same) * 2 < len(told):
        found = compare_all(Vectors.stacked([one() for one in rows.values()]), standing)
    else:
        of = Vectors.stacked([rows[key]() for key in rows if key not in same])
        others = Vectors.stacked([one() for one in rows.values()]) if of.keys else of
        new = compare(of, others, standing) if of.keys else []
        found = sorted({*(one for one in kept if one.subject in same and one.object in same), *new})
    data = json.dumps([told, found], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    hashed.keep_beside(folder.records / MATCHES, data)
    return found


def _kept(path: Path) -> tuple[dict[str, str], list[Match]]:
    data = hashed.beside(path)
    if data is None:
        return {}, []
    told, found = json.loads(data.decode("utf-8", "surrogatepass"))
    return told, [Match(*one) for one in found]


def _rows(folder: Folder, work: Work, of: str) -> Vectors:
    """The rows of a document, kept as long as what it was made of stays the same."""
    path = folder.records / f"{of}{ROWS}"
    data = hashed.beside(path)
    if data is not None:
        return Vectors.from_bytes(data)
    rows = Vectors.of(work.primary.facts, work.key)
    hashed.keep_beside(path, rows.to_bytes())
    return rows
