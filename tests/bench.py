"""Times against peers, in one run, as ratios: `make bench`. Never a test, for machines are noisy."""

from __future__ import annotations

import ctypes
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pypdfium2.raw as pdfium
import rdflib
from reportlab.pdfgen.canvas import Canvas

from guitu.exports import rdf
from guitu.exports.statements import quads_of
from guitu.extract.raw import silent
from guitu.extract.readers.pdf.read import read as read_pdf
from guitu.graph.build import build
from guitu.graph.store import Store
from tests.extract.making_pdf import paragraph, pdf, table, write

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
RUNS = 3


def best(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds of CPU."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


PAGES = 200


def long_pdf() -> bytes:
    """A plan of 200 pages: running text and a table on each."""
    text = (
        "云州市支持青岚县建设数字农业示范基地，推动种植业和渔业的生产经营管理全过程数字化改造，完善农村物流体系。" * 3
    )

    def page(canvas: Canvas) -> None:
        write(canvas, 250, 40, "云州市数字农业规划", 9)
        top = paragraph(canvas, text, 90)
        top = paragraph(canvas, text, top)
        rows = [(f"{i}", "修建灌溉渠道并落实管护责任", "市水利局", "市财政局") for i in range(1, 11)]
        table(canvas, rows, top, (40, 200, 100, 100))

    return pdf(*[page] * PAGES)


def plain_pdf(data: bytes) -> None:
    """What the library alone needs for the text of every page, the box of each character and of each path."""
    four = [ctypes.c_double() for _ in range(4)]
    edges = [ctypes.c_float() for _ in range(4)]
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    for index in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        textpage = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(textpage)
        pdfium.FPDFText_GetText(textpage, 0, count, (ctypes.c_ushort * (count + 1))())
        for i in range(count):
            pdfium.FPDFText_GetCharBox(textpage, i, *four)
            _ = [place.value for place in four]
        for i in range(pdfium.FPDFPage_CountObjects(page)):
            one = pdfium.FPDFPage_GetObject(page, i)
            if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_PATH:
                pdfium.FPDFPageObj_GetBounds(one, *edges)
                _ = [place.value for place in edges]
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)


def bench_pdf() -> None:
    """Reading a long PDF beside the library plainly reading text, character boxes and path boxes."""
    data = long_pdf()
    mine, peer = best(lambda: read_pdf(data, silent)), best(lambda: plain_pdf(data))
    print(f"PDF of {PAGES} pages{'':8}ours ms/page    pypdfium2 ms/page   ours / pypdfium2")
    print(f"{'read':24}{mine / PAGES * 1e3:12.2f}{peer / PAGES * 1e3:21.2f}{mine / peer:19.2f}")


def main() -> None:
    """Build the real plans (or the samples), then write and read the graph by ourselves and by rdflib."""
    bench_pdf()
    source = CORPUS if CORPUS.is_dir() else ROOT / "extract" / "samples"
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
    main()
