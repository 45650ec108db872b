"""A PDF file opened, its pages read one after the other and closed."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as _library  # noqa: F401 - starts the library
import pypdfium2.raw as pdfium

from guitu.extract import formats
from guitu.extract.errors import SourceError
from guitu.extract.readers.pdf import drawing, glyphs, one_font, scan
from guitu.extract.readers.pdf.glyphs import Box, Handle
from guitu.extract.readers.pdf.page import Page, Rule

_EMPTY = 2  # bytes of a text without characters
_DAMAGED = ("the PDF is damaged and cannot be opened", "save it again from its origin")
_LOCKED = ("the PDF is locked with a password", "save a copy without the password and read the copy")


one_font.use()


@contextmanager
def opened(data: bytes) -> Iterator[Handle]:
    """The file of these bytes; raises SourceError where it is locked or damaged."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise SourceError("", *(_LOCKED if locked else _DAMAGED))
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def page(document: Handle, index: int) -> Page | None:
    """One page, or None where it cannot be opened."""
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return None
    try:
        found = _read(handle)
        if (found.is_picture or found.garbled) and formats.reads_scans():
            scan.see(handle, found)
        return found
    finally:
        pdfium.FPDF_ClosePage(handle)


def _read(handle: Handle) -> Page:
    crop = _crop(handle)
    drawn = drawing.read(handle)
    textpage = pdfium.FPDFText_LoadPage(handle)
    if not textpage:
        return Page(crop[2] - crop[0], crop[3] - crop[1], pictured=_share(drawn.pictures, crop), over=True)
    try:
        layer = glyphs.read(textpage, crop, drawn.hidden())
        lost = sum(pdfium.FPDFTextObj_GetText(one, textpage, None, 0) <= _EMPTY for one in drawn.flat)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    found = Page(*((height, width) if layer.sideways else (width, height)), layer.pieces)
    for line in drawn.lines:
        x0, top, x1, bottom = layer.turn(line)
        if x1 - x0 >= bottom - top:
            found.across.append(Rule(top, x0, x1))
        else:
            found.down.append(Rule(x0, top, bottom))
    found.pictured = _share(drawn.pictures, crop)
    found.over = layer.over or drawn.over
    found.garbled = layer.garbled
    found.others = layer.others
    found.lost = lost
    return found


def _crop(handle: Handle) -> Box:
    """The part of a page that is shown: left, bottom, right, top."""
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    for box in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if box(handle, a, b, c, d) and c.value - a.value > 1 and d.value - b.value > 1:
            return (a.value, b.value, c.value, d.value)
    return (0.0, 0.0, pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle))


def _share(pictures: list[Box], crop: Box) -> float:
    """The share of a page that its largest picture covers."""
    whole = (crop[2] - crop[0]) * (crop[3] - crop[1])
    seen = (
        max(0.0, min(box[2], crop[2]) - max(box[0], crop[0])) * max(0.0, min(box[3], crop[3]) - max(box[1], crop[1]))
        for box in pictures
    )
    return max(seen, default=0.0) / whole if whole > 0 else 0.0
