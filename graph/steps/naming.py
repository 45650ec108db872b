"""What a person means by the name of a document or a source of a store."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace

from guitu.extract.errors import QueryError
from guitu.extract.words.nearest import meant
from guitu.graph.copies.works import Work, letters
from guitu.graph.keep.ledger import Known, Ledger, Withdrawn

SHOWN = 5


def without(ledger: Ledger, works: Callable[[], Sequence[Work]], what: Sequence[str]) -> Ledger:
    """A ledger without some documents or sources. QueryError where a name means none, or several.

    `works`: the documents, asked for where a name is that of no source.
    """
    gone: set[str] = set()
    withdrawn = list(ledger.withdrawn)
    for name in what:
        if origins := _sources(ledger.sources, name):
            gone |= origins
            continue
        for copy in _document(works(), name).copies:
            if copy.record.together == 1:
                gone |= {one.origin for one in ledger.sources if one.sha256 == copy.source}
            else:
                withdrawn.append(Withdrawn(copy.source, copy.number))
    sources = tuple(one for one in ledger.sources if one.origin not in gone)
    left = {one.sha256 for one in sources}
    used = {one.place for one in sources}
    here = {one.origin for one in ledger.sources if one.origin in gone and one.place in used}
    return replace(
        ledger,
        sources=sources,
        places=tuple(place for place in ledger.places if place.where in used),
        withdrawn=tuple(dict.fromkeys(one for one in withdrawn if one.source in left)),
        left_out=tuple(sorted({*ledger.left_out, *here})),
    )


def _sources(sources: Sequence[Known], name: str) -> set[str]:
    """The origins that a path, an address or the name of a file means; of a folder or archive all that lies in it."""
    path = os.path.abspath(name)  # noqa: PTH100 - as places are remembered
    exact = {one.origin for one in sources if name in (one.origin, one.name) or path == one.origin}
    inside = {one.origin for one in sources if one.origin.startswith(path + os.sep) or one.place == path}
    return exact or inside


def _document(works: Sequence[Work], name: str) -> Work:
    told = letters(name)
    exact = [work for work in works if told and told in _names(work)]
    found = exact or [work for work in works if told and any(told in other for other in _names(work))]
    if len(found) == 1:
        return found[0]
    if not found:
        known = [work.primary.document.title for work in works]
        remedy = meant(name, known, "list them with: guitu ask documents")
        raise QueryError(name, "no document or source of the store has this name", remedy)
    titles = "、".join(work.primary.document.title for work in found[:SHOWN])
    raise QueryError(
        name, f"{len(found)} documents have this in their names: {titles}", "give the whole title or the number"
    )


def _names(work: Work) -> set[str]:
    return {letters(of) for copy in work.copies for of in (copy.document.title, copy.document.number or "") if of} | {
        letters(work.key)
    }
