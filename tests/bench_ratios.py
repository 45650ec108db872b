"""How fast Guitu is beside its peers, in one run: what is asked and what was measured, kept as JSON; run by `bench`.

Each ratio is the CPU seconds of the peer through ours, medians of rounds in which both work by turns; what is read is
other texts in every round. Extraction is bytes to facts on one core; its peer only cuts words. A build is the whole
command with its start-up and the processes that read for it. The usual stack is what one writes in an afternoon:
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
from guitu.graph.keep.cycles import seldom
from guitu.graph.keep.store import Store
from tests.bench_building import LARGE, SMALL, built, parted, plans, so_many
from tests.bench_reading import texts

ROUNDS, LONG = 3, 20  # seconds of both, after which there is no further round
ROOT = Path(__file__).resolve().parents[1]
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
    large, small = (so_many(plans(folders), size) for size in (LARGE, SMALL))
    sizes = [sum(len(source.data) for source in some) for some in (large, small)]
    print(
        f"{len(large)} texts, {sizes[0] / 1e6:.2f} MB; CPU seconds, medians of {ROUNDS} rounds, of one where it is long"
    )
    print(f"{'':28}{'peer':24}{'ours':>8}{'peer':>8}{'ratio':>8}{'asked':>8}")
    with tempfile.TemporaryDirectory() as aside:
        built(small[:1], Path(aside), "first")
        found = [*_of_texts(folders, large, Path(aside)), *_of_graph(Path(aside) / "store0")]
        fixed, each = parted(built(small, Path(aside), "small"), sizes[1], found[1].ours_seconds, sizes[0])
    print(f"whole build: {fixed:.2f} s, and {each:.2f} s for each MB")
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([asdict(one) for one in found], indent=1), "utf-8")


def _of_texts(folders: Sequence[Path], sources: Sequence[Source], aside: Path) -> list[Ratio]:
    for file in (ROOT / "extract" / "samples").iterdir():
        read(Source(file.name, file.read_bytes()))  # start-up of neither counts
    stores = iter(range(100))
    to_read = iter([texts(folders, round_) for round_ in range(ROUNDS)])
    here: list[Source] = []

    def extract() -> float:
        here[:] = next(to_read)
        return _taken(lambda: [read(one) for one in here])

    def cut(some: Sequence[Source]) -> float:
        return _taken(lambda: [sum(1 for _ in jieba.cut(source.data.decode())) for source in some])

    def build() -> float:
        return built(sources, aside, f"store{next(stores)}")

    with seldom():  # as the processes read that build a graph; for both
        extraction = _beside("extraction", "jieba.cut", extract, lambda: cut(here), 0.9)
    return [
        extraction,
        _beside("whole build", "jieba.cut", build, lambda: cut(sources), 0.6),
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

    def plainly() -> None:
        ox.Store().bulk_load(input=data, format=ox.RdfFormat.N_QUADS)

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
    rounds = [(ours(), theirs())]
    while len(rounds) < ROUNDS and sum(map(sum, rounds)) < LONG:
        rounds.append((ours(), theirs()))
    mine, other = (statistics.median(times) for times in zip(*rounds, strict=True))
    found = Ratio(name, peer, round(mine, 4), round(other, 4), round(other / mine, 2), asked)
    least = "" if asked is None else f"{asked:8.2f}"
    print(f"{name:28}{peer:24}{mine:8.3f}{other:8.3f}{found.ratio:8.2f}{least}", flush=True)
    return found
