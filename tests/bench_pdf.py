"""Reading a long PDF beside pypdfium2 plainly reading text, character boxes and path boxes; run by `bench`."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pypdfium2.raw as pdfium
from reportlab.pdfgen.canvas import Canvas

from guitu.extract.raw import silent
from guitu.extract.readers.pdf.read import read as read_pdf
from tests.extract.making_pdf import paragraph, pdf, table, write

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


def bench_pdf(best: Callable[[Callable[[], object]], float]) -> None:
    """Print the times of reading a long PDF by ourselves and by the library. `best`: seconds of some work."""
    data = long_pdf()
    mine, peer = best(lambda: read_pdf(data, silent)), best(lambda: plain_pdf(data))
    print(f"PDF of {PAGES} pages{'':8}ours ms/page    pypdfium2 ms/page   ours / pypdfium2")
    print(f"{'read':24}{mine / PAGES * 1e3:12.2f}{peer / PAGES * 1e3:21.2f}{mine / peer:19.2f}")
