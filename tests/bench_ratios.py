"""How fast Guitu is beside its peers, in one run: what is asked and what was measured, kept as JSON; run by `bench`.

Each ratio is the CPU seconds of the peer through ours, medians of rounds in which both work by turns. A build is the
whole command with its start-up and the processes that read for it. The usual stack is what one writes in an afternoon:
`jieba.posseg` tags every line, each line and its nouns go into an rdflib graph, which is written as Turtle. It knows
of no owners, targets or proofs.
"""

from __future__ import annotations

import json
import logging
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import jieba
import jieba.posseg
import pyoxigraph as ox
import rdflib

from guitu.exports.rdf import formats as rdf
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.keep.store import Store
from tests.bench_reading import texts
from tests.bench_store import run

ROUNDS = 3
SIZE = 300_000  # bytes of text at most
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ratio:
    """`asked`: the least ratio that is asked for; None where nothing is. Seconds are of CPU."""

    name: str
    peer: str
    ours_seconds: float
    peer_seconds: float
    ratio: float
    asked: float | None


def bench_ratios(folders: Sequence[Path], kept: Path | None) -> None:
    """Prints the table; `kept`: the file that keeps it as JSON."""
    jieba.setLogLevel(logging.WARNING)
    jieba.posseg.lcut("云州市")
    sources, size = [], 0
    for source in sorted(texts(folders), key=lambda one: one.name):
        if size + len(source.data) <= SIZE:
            sources.append(source)
            size += len(source.data)
    print(f"{len(sources)} texts, {size / 1e6:.2f} MB; CPU seconds, medians of {ROUNDS} rounds")
    print(f"{'':28}{'peer':24}{'ours':>8}{'peer':>8}{'ratio':>8}{'asked':>8}")
    with tempfile.TemporaryDirectory() as aside:
        found = [*_of_texts(sources, Path(aside)), *_of_graph(Path(aside) / "store0")]
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([asdict(one) for one in found], indent=1), "utf-8")


def _of_texts(sources: Sequence[Source], aside: Path) -> list[Ratio]:
    folder = aside / "in"
    folder.mkdir()
    for source in sources:
        (folder / source.name).write_bytes(source.data)
    read(sources[0])
    stores = iter(range(100))

    def cut() -> float:
        return _taken(lambda: [sum(1 for _ in jieba.cut(source.data.decode())) for source in sources])

    def build() -> float:
        args = ("build", str(folder), "--store", str(aside / f"store{next(stores)}"), "--workers", "1")
        return run(aside, *args).seconds

    return [
        _beside("extraction", "jieba.cut", lambda: _taken(lambda: [read(one) for one in sources]), cut, None),
        _beside("whole build", "jieba.cut", build, cut, 0.6),
        _beside("whole build", "jieba.posseg + rdflib", build, lambda: _taken(lambda: _usual_stack(sources)), 8),
    ]


def _of_graph(store: Path) -> list[Ratio]:
    lines = list(Store.open(store).quads())
    data = "".join(lines).encode()
    slow = rdflib.Dataset(default_union=True)
    slow.parse(data=data, format="nquads")
    asked = "SELECT ?a (COUNT(?t) AS ?n) { ?t <https://w3id.org/guitu/ns#ownedBy> ?a } GROUP BY ?a ORDER BY ?a"
    quick, bare = Store.memory(lines), ox.Store()
    bare.bulk_load(input=data, format=ox.RdfFormat.N_QUADS)
    print(f"{len(lines)} quads")

    def written(form: str) -> Work:
        return lambda: rdf.write_lines(lambda: lines, form, store.parent / f"graph.{form}")

    def plainly() -> object:
        return ox.Store().bulk_load(input=data, format=ox.RdfFormat.N_QUADS)

    rows: list[tuple[str, str, Work, Work, float | None]] = [
        ("Turtle", "rdflib", written("turtle"), lambda: slow.serialize(format="turtle"), 20),
        ("TriG", "rdflib", written("trig"), lambda: slow.serialize(format="trig"), None),
        ("N-Quads", "rdflib", written("nquads"), lambda: slow.serialize(format="nquads"), 5),
        ("load", "rdflib", lambda: Store.memory(lines), lambda: rdflib.Dataset().parse(data=data, format="nquads"), 8),
        ("load", "pyoxigraph", lambda: Store.memory(lines), plainly, round(1 / 1.3, 2)),
        ("query", "rdflib", lambda: quick.query(asked), lambda: list(slow.query(asked)), None),
        ("query", "pyoxigraph", lambda: quick.query(asked), lambda: list(_union(bare, asked)), None),
    ]
    return [_beside(name, peer, _of(ours), _of(theirs), least) for name, peer, ours, theirs, least in rows]


def _union(store: ox.Store, asked: str) -> ox.QuerySolutions:
    found = store.query(asked, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return found


def _usual_stack(sources: Sequence[Source]) -> str:
    graph, space = rdflib.Graph(), rdflib.Namespace("https://example.org/")
    for number, source in enumerate(sources):
        for place, line in enumerate(source.data.decode().splitlines()):
            about = space[f"{number}/{place}"]
            graph.add((about, space.text, rdflib.Literal(line, lang="zh")))
            for pair in jieba.posseg.cut(line):
                if pair.flag.startswith("n"):
                    graph.add((about, space.names, rdflib.Literal(pair.word, lang="zh")))
    return graph.serialize(format="turtle")


def _of(work: Work) -> Callable[[], float]:
    return lambda: _taken(work)


def _taken(work: Work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _beside(name: str, peer: str, ours: Callable[[], float], theirs: Callable[[], float], asked: float | None) -> Ratio:
    """Both by turns, so that a machine that becomes busy is so for both."""
    rounds = [(ours(), theirs()) for _ in range(ROUNDS)]
    mine, other = (statistics.median(times) for times in zip(*rounds, strict=True))
    found = Ratio(name, peer, round(mine, 4), round(other, 4), round(other / mine, 2), asked)
    least = "" if asked is None else f"{asked:8.2f}"
    print(f"{name:28}{peer:24}{mine:8.3f}{other:8.3f}{found.ratio:8.2f}{least}", flush=True)
    return found
