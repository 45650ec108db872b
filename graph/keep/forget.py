"""Letting go of the steps before the current one, and of every file that no step left needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from guitu.extract.errors import StoreError
from guitu.graph.keep import folder as layout
from guitu.graph.keep import generations, hashed, shards
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.generations import Generation

TIES = "ties.json"  # how surely copies are one document: beside the records
JOINED = "joined.json"  # which tasks have one subject: of what it was found
MATCHES, ROWS = ".matches", ".rows"  # of each document its matches, and its tasks as rows
FILES, LINKS = "files.bundle", "links.bundle"  # what joining needs of every file, and linking of every document


def forget(path: Path) -> tuple[int, int]:
    """Forget all generations but the current one; how many went, and bytes of the disk that came free.

    The current graph, and what the next step can take from it, stay. StoreError where the store is damaged.
    """
    folder = layout.find(path)
    with layout.locked(folder):
        current = generations.current(folder)
        if current is None:
            raise StoreError(str(path), "no build of this store has ended yet", layout.NO_STORE)
        generations.commit(folder, current)  # of its two ledgers one may be that of a step that was cut off
        layout.clean(folder, {folder.engine(current.manifest).name})
        needed = set(_needed(folder, current))
        old = [number for number in generations.numbers(folder) if number != current.number]
        freed = 0
        for name in layout.FOLDERS:
            for file in (folder.path / name).iterdir():
                if file not in needed:
                    freed += file.stat().st_size
                    shutil.rmtree(file) if file.is_dir() else file.unlink()
        return len(old), freed


def _needed(folder: Folder, current: Generation) -> Iterator[Path]:
    graph, ledger = generations.graph_of(folder, current), generations.ledger_of(folder, current)
    yield generations.file(folder, current.number)
    yield folder.manifests / current.manifest
    yield folder.ledgers / f"{current.ledger}.json"
    yield from (folder.records / name for name in (TIES, JOINED, FILES, LINKS))
    data = hashed.beside(folder.records / JOINED)
    joined = json.loads(data.decode("utf-8", "surrogatepass")) if data else {}
    yield from (folder.records / (matches + MATCHES) for _, matches, *_ in joined.values())
    yield from (shards.path(folder, shard) for shard in graph.shards)
    yield from (folder.records / (shard.recipe + ROWS) for shard in graph.of("document"))
    for known in ledger.sources:
        yield folder.readings / known.reading
        yield folder.texts / f"{known.text}.txt"
