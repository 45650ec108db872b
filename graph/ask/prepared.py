"""What can be worked out once when a graph is made, so that its first question need not wait for it.

`prepared` gives files to be kept beside the engine; `taken` puts what such a file holds into a store that was opened.
Both follow from the graph alone; without the files the first question that needs them makes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from guitu.graph.ask.adjacency import Adjacency
from guitu.graph.ask.query import LANGUAGES, WHOLE, ask
from guitu.graph.ask.ways import adjacency_of
from guitu.graph.keep.store import Store

ADJACENCY, ANSWERS = "adjacency.json", "answers.json"


def prepared(store: Store) -> Iterator[tuple[str, bytes]]:
    """Names of files and what they hold."""
    yield ADJACENCY, adjacency_of(store).data()
    answers = {f"{name} {lang}": ask(store, name, (), lang).rows for name in sorted(WHOLE) for lang in LANGUAGES}
    yield ANSWERS, json.dumps(answers, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def taken(store: Store, name: str, data: bytes) -> None:
    """Uses a file that `prepared` made of the same graph."""
    if name == ADJACENCY:
        store.kept["adjacency"] = Adjacency.read(data)
    elif name == ANSWERS:
        for key, rows in json.loads(data).items():
            store.kept[f"answer {key}"] = tuple(map(tuple, rows))
