"""Times against peers, in one run, as ratios: `make bench`. Never a test, for machines are noisy."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

from guitu.extract.raw import silent
from guitu.extract.readers.docx.read import read as read_docx
from tests.bench_growth import bench_growth
from tests.bench_page import bench_page
from tests.bench_pdf import bench_pdf
from tests.bench_ratios import bench_ratios

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
    """Reading, building, writing and asking, of the real plans or the samples; an argument: where ratios are kept."""
    bench_pdf(best)
    samples = ROOT / "extract" / "samples"
    bench_ratios(TEXTS if CORPUS.is_dir() else (samples,), Path(sys.argv[1]) if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    reading_docx()
    bench_growth(best)
    main()
    bench_page()
