"""All alignments of a graph: which tasks, how far, how surely."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product, starmap
from typing import NamedTuple

from guitu.graph.ask.kept import Table, Things, once, table
from guitu.graph.ask.lookups import scanned
from guitu.graph.keep.store import Row, Store
from guitu.ontology import terms

_SAYS = (terms.subjectTask, terms.objectTask, terms.score, terms.relation)
_LINE = re.compile(rf"^<([^>]*)> <({'|'.join(map(re.escape, _SAYS))})> [<\"]([^>\"]*)", re.MULTILINE)


class Aligned(NamedTuple):
    """An alignment; `how`: the relation."""

    fact: str
    subject: str
    object: str
    score: str
    how: str


def alignments_of(store: Store) -> Sequence[Aligned]:
    """All alignments, sorted."""
    found: Sequence[Aligned] = once(store, "all alignments", lambda: list(starmap(Aligned, table(store, _ALIGNED))))
    return found


def _aligned(store: Store, things: Things) -> Iterator[Row]:
    said = _of_lines(store.lines("alignments")) if things is None else [scanned(store, how, things) for how in _SAYS]
    for fact in said[0].keys() & said[1].keys():
        yield from ((fact, *row) for row in product(*(of.get(fact, ()) for of in said)))


def _of_lines(parts: Iterable[str]) -> list[dict[str, list[str]]]:
    """From the lines themselves: an engine on a disk looks each name up."""
    found: dict[str, dict[str, list[str]]] = {how: defaultdict(list) for how in _SAYS}
    for part in parts:
        for fact, how, other in _LINE.findall(part):
            found[how][fact].append(other)
    return list(found.values())


_ALIGNED = Table("alignments", _aligned, dict.fromkeys(_SAYS, "subject"))
