"""Stores and files for tests, made without documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from guitu.extract.facts import Reading
from guitu.extract.source import Source
from guitu.graph.keep import engine, generations, hashed, ledger, shards
from guitu.graph.keep import folder as layout
from guitu.graph.keep.generations import Generation
from guitu.graph.keep.ledger import Ledger
from guitu.graph.keep.manifest import manifest
from guitu.graph.quads.provenance import FileFacts

BASE = "http://x/"


def publish(path: Path, *pieces: Sequence[str]) -> None:
    """Make some shards the current graph of a store."""
    folder = layout.prepare(path)
    with layout.locked(folder):
        last = generations.current(folder)
        before = generations.graph_of(folder, last) if last else None
        made = [shards.keep(folder, "document", str(i), lines, "0" * 64) for i, lines in enumerate(pieces)]
        total = engine.make(folder, manifest(BASE, 0, made), before)
        graph = manifest(BASE, total, made)
        engine.finish(folder, graph)
        names = (
            hashed.put(folder.manifests, graph.data),
            hashed.put(folder.ledgers, ledger.dumped(Ledger(BASE)), ".json"),
        )
        number = last.number + 1 if last else 1
        generations.commit(
            folder, Generation(number, "2026-01-01T00:00:00+00:00", "build", *names, "0", len(made), 0, 0, total)
        )


def changed(path: Path, change: Callable[[str], str]) -> bool:
    """Make a graph current whose lines are changed, with every hash as it should be; whether any line was."""
    folder = layout.find(path)
    with layout.locked(folder):
        last = generations.current(folder)
        assert last
        before = generations.graph_of(folder, last)
        made = [
            shards.keep(folder, one.kind, one.key, map(change, shards.read(folder, one)), one.recipe)
            for one in before.shards
        ]
        graph = manifest(before.base, engine.make(folder, manifest(before.base, 0, made), before), made)
        engine.finish(folder, graph)
        told = replace(last, number=last.number + 1, manifest=hashed.put(folder.manifests, graph.data))
        generations.commit(folder, replace(told, before=generations.digest(last)))
        return graph.name != before.name


def file_facts(source: Source, reading: Reading) -> FileFacts:
    """What the graph says of a file that was read."""
    text = reading.text
    return FileFacts(
        source.sha256,
        source.name,
        len(source.data),
        source.url,
        source.archive,
        reading.media_type,
        reading.reader,
        reading.encoding,
        text.sha256,
        len(text.value),
    )
