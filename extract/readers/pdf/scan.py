"""A page that is a picture: its words are recognised and its lines found, with the extra `guitu[ocr]`.

RapidOCR (Apache-2.0) brings the models of PP-OCR in its wheel and needs no network. What it reads is a guess, so every
page that it has read is told. Its figures may differ in the last digit from machine to machine, and so may its words.
"""

from __future__ import annotations

import ctypes
from dataclasses import replace
from functools import cache
from itertools import accumulate
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from guitu.extract.readers.pdf.glyphs import Handle
from guitu.extract.readers.pdf.page import Page, Piece, Rule

REMEDY = "install guitu[ocr], or run OCR on it (for example ocrmypdf -l chi_sim) and read the result"
"""What to do without the extra."""
_POINTS = 72  # in an inch
_DOTS = 150  # in an inch: small type is 20 dots high
_MOST_DOTS = 25_000_000  # of one page
_SURE = 0.5  # how sure the engine has to be of a line
_ALIKE = 0.15  # of its height: lines that differ by less are of one size
_LONG = 24.0  # points: no stroke of a character is so long
_INK = 128


def see(handle: Handle, page: Page) -> None:
    """Fill a page of which nothing could be read as text with what is seen on it."""
    import numpy as np  # noqa: PLC0415 - costs a fifth of a second, for pages that are pictures

    scale = min(_DOTS / _POINTS, (_MOST_DOTS / max(1.0, page.width * page.height)) ** 0.5)
    width, height = max(1, round(page.width * scale)), max(1, round(page.height * scale))
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        size = height * pdfium.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    image = np.frombuffer(dots, np.uint8).reshape(height, -1, 4)[:, :width, :3]
    page.pieces = _pieces(image, scale)
    page.across, page.down = _rules(image, scale)
    page.seen, page.garbled = True, False


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 - an extra

    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    return RapidOCR(params={"Global.log_level": "error", **threads})


def _pieces(image: Any, scale: float) -> list[Piece]:
    """The lines of type; of nearly one height are of one size."""
    told = _engine()(image, use_cls=False)
    found = [] if told.boxes is None else list(zip(told.boxes, told.txts, told.scores, strict=True))
    made = [_piece(text, box, scale) for box, text, score in found if score >= _SURE and text.strip()]
    usual = median(one.size for one in made) if made else 0.0
    return [replace(one, size=usual) if abs(one.size - usual) < _ALIKE * usual else one for one in made]


def _piece(text: str, box: Any, scale: float) -> Piece:
    """A line with its characters spread over its width: those of Latin letters are half as wide."""
    xs, ys = [float(x) / scale for x, _ in box], [float(y) / scale for _, y in box]
    x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
    ends = list(accumulate((0.5 if ord(sign) < 0x2E80 else 1.0 for sign in text), initial=0.0))
    edges = [x0 + (x1 - x0) * end / ends[-1] for end in ends[:-1]]
    return Piece(text, edges, x0, x1, top, bottom, bottom - top)


def _rules(image: Any, scale: float) -> tuple[list[Rule], list[Rule]]:
    """The straight lines of tables: ink that goes on for longer than a stroke."""
    import cv2  # noqa: PLC0415 - comes with the extra

    ink = (cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) < _INK).astype("uint8")
    length = int(_LONG * scale)
    found: tuple[list[Rule], list[Rule]] = ([], [])
    for way, kernel in zip(found, ((length, 1), (1, length)), strict=True):
        lines = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, kernel))
        for x, y, width, height, _ in cv2.connectedComponentsWithStats(lines)[2][1:].tolist():
            at, start, size = (y + height / 2, x, width) if way is found[0] else (x + width / 2, y, height)
            if min(width, height) * 4 < max(width, height):  # no block of ink
                way.append(Rule(at / scale, start / scale, (start + size) / scale))
    return found
