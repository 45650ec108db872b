"""Times against peers, in one run, as ratios: `make bench`. Never a test, for machines are noisy."""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pyoxigraph as ox
import rdflib

from guitu.exports.rdf import formats as rdf
from guitu.exports.rdf.statements import quads_of
from guitu.extract.raw import silent
from guitu.extract.readers.docx.read import read as read_docx
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.bench_page import bench_page
from tests.bench_pdf import bench_pdf
from tests.bench_reading import bench_reading

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
TEXTS = (CORPUS, CORPUS.with_name("more"))
RUNS = 3
PAGES = 200
sys.path.insert(0, str(ROOT))  # for tests.extract


def best(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds of CPU."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def reading_docx() -> None:
    """A plan of 200 pages read by ourselves and by python-docx: paragraph texts and the text of every cell."""
    from tests.extract.making_docx import long_document  # noqa: PLC0415

    data = long_document(PAGES)

    def peer() -> int:
        made = docx.Document(io.BytesIO(data))
        cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
        return sum(map(len, cells)) + sum(len(paragraph.text) for paragraph in made.paragraphs)

    mine, theirs = best(lambda: read_docx(data, silent)) / PAGES, best(peer) / PAGES
    print(f"read DOCX: {mine * 1e3:.2f} ms a page, python-docx {theirs * 1e3:.2f} ms, ratio {mine / theirs:.2f}")


def main() -> None:
    """Build the real plans (or the samples), then write and read the graph by ourselves and by rdflib."""
    bench_pdf(best)
    samples = ROOT / "extract" / "samples"
    source = CORPUS if CORPUS.is_dir() else samples
    bench_reading(best, TEXTS if CORPUS.is_dir() else (samples,))
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        report = build([source], Path(folder) / "store")
        built = time.process_time() - start
        lines = tuple(Store.open(Path(folder) / "store").quads())
        size = sum(path.stat().st_size for path in source.iterdir())
        print(f"build of {source.name}: {built:.2f} s CPU, {size / built / 1e6:.2f} MB/s, {report.documents} documents")
        text = "".join(lines)
        slow = rdflib.Dataset(default_union=True)
        slow.parse(data=text, format="nquads")
        quads = tuple(quads_of(lines))
        rows: list[tuple[str, Callable[[], object], Callable[[], object]]] = [
            ("write Turtle", lambda: rdf.serialize(quads, "turtle"), lambda: slow.serialize(format="turtle")),
            ("write TriG", lambda: rdf.serialize(quads, "trig"), lambda: slow.serialize(format="trig")),
            ("write N-Quads", lambda: rdf.serialize(quads, "nquads"), lambda: slow.serialize(format="nquads")),
            (
                "read N-Quads",
                lambda: ox.Store().bulk_load(text.encode(), format=ox.RdfFormat.N_QUADS),
                lambda: rdflib.Dataset().parse(data=text, format="nquads"),
            ),
        ]
        print(f"{len(lines)} quads{'':16}ours s    rdflib s   ours / rdflib")
        for name, ours, theirs in rows:
            mine, peer = best(ours), best(theirs)
            print(f"{name:24}{mine:8.3f}   {peer:9.3f}   {mine / peer:8.3f}")


if __name__ == "__main__":
    reading_docx()
    main()
    bench_page()
