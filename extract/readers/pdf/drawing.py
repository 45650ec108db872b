"""What is drawn on a page beside its text: rules, fills, pictures, and text that nobody sees."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from guitu.extract.readers.pdf.glyphs import Box, Handle

_MOST = 30_000  # objects of one page
_DEEPEST = 12  # forms in forms
_MOST_CORNERS = 2_000  # of one path
_THIN = 3.6  # points; a line of one point is told as two and more
_LIGHT = 245  # of 255: white for the eye
_INVISIBLE = 3

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """The drawing of a page in its own frame; a line is a box without width or height.

    `flat`: text objects without an extent: their font is neither in the file nor on this machine.
    """

    lines: list[Box] = field(default_factory=list)
    dark: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    invisible: set[int] = field(default_factory=set)
    white: list[tuple[int, Box]] = field(default_factory=list)
    flat: list[Handle] = field(default_factory=list)
    texts: int = 0
    objects: int = 0

    @property
    def over(self) -> bool:
        """Whether the page has more objects than are looked at."""
        return self.objects >= _MOST

    def hidden(self) -> set[int]:
        """Text objects that nobody sees. Where all of it is invisible it is the text layer of a scan, and is read."""
        white = {at for at, box in self.white if not any(_holds(fill, box) for fill in (*self.dark, *self.pictures))}
        return white if len(self.invisible) == self.texts else white | self.invisible


def read(page: Handle) -> Drawn:
    """All that is drawn on a page."""
    drawn = Drawn()
    walk = _Walk(drawn)
    walk.all((pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))), _SAME, 0)
    return drawn


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


class _Walk:
    """Goes over the objects with one set of variables for the calls."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.four = tuple(ctypes.c_float() for _ in range(4))
        self.two = (ctypes.c_float(), ctypes.c_float())
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.fill = ctypes.c_int()
        self.stroke = ctypes.c_int()
        self.matrix = pdfium.FS_MATRIX()

    def all(self, objects: Iterator[Handle], matrix: Matrix, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        for one in objects:
            if self.drawn.over:
                return
            self.drawn.objects += 1
            kind = kind_of(one)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(one, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._text(one, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                if box := self._bounds(one, matrix):
                    self.drawn.pictures.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = (pdfium.FPDFFormObj_GetObject(one, i) for i in range(pdfium.FPDFFormObj_CountObjects(one)))
                self.all(inner, _product(self._own(one), matrix), depth + 1)

    def _bounds(self, one: Handle, matrix: Matrix) -> Box | None:
        a, b, c, d = self.four
        if not pdfium.FPDFPageObj_GetBounds(one, a, b, c, d):
            return None
        box = (a.value, b.value, c.value, d.value)
        return box if matrix is _SAME else _moved(box, matrix)

    def _own(self, one: Handle) -> Matrix:
        if not pdfium.FPDFPageObj_GetMatrix(one, self.matrix):
            return _SAME
        m = self.matrix
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _text(self, one: Handle, matrix: Matrix) -> None:
        self.drawn.texts += 1
        a, b, c, d = self.four
        if pdfium.FPDFPageObj_GetBounds(one, a, b, c, d) and (a.value == c.value) != (b.value == d.value):
            font = pdfium.FPDFTextObj_GetFont(one)
            if font and pdfium.FPDFFont_GetIsEmbedded(font) == 0:  # else it is blank
                self.drawn.flat.append(one)
        at = ctypes.cast(one, ctypes.c_void_p).value or 0
        if pdfium.FPDFTextObj_GetTextRenderMode(one) == _INVISIBLE:
            self.drawn.invisible.add(at)
        elif self._is_white(one) and (box := self._bounds(one, matrix)):
            self.drawn.white.append((at, box))

    def _is_white(self, one: Handle) -> bool:
        """Whether it is filled with white, or with nothing at all."""
        red, green, blue, alpha = self.colour
        if not pdfium.FPDFPageObj_GetFillColor(one, red, green, blue, alpha):
            return False
        return alpha.value < 8 or (red.value >= _LIGHT and green.value >= _LIGHT and blue.value >= _LIGHT)

    def _path(self, one: Handle, matrix: Matrix) -> None:
        box = self._bounds(one, matrix)
        if box is None:
            return
        wide, high = box[2] - box[0], box[3] - box[1]
        if high <= _THIN or wide <= _THIN:
            self._line(box)
            return
        if not pdfium.FPDFPath_GetDrawMode(one, self.fill, self.stroke):
            return
        segments = pdfium.FPDFPath_CountSegments(one)
        if self.stroke.value:
            self._edges(one, segments, matrix, stroked=True)
        elif segments > 5:
            self._edges(one, segments, matrix, stroked=False)
        if self.fill.value and not self._is_white(one):
            self.drawn.dark.append(box)

    def _line(self, box: Box) -> None:
        left, bottom, right, top = box
        if right - left >= top - bottom:
            middle = (top + bottom) / 2
            self.drawn.lines.append((left, middle, right, middle))
        else:
            middle = (left + right) / 2
            self.drawn.lines.append((middle, bottom, middle, top))

    def _edges(self, one: Handle, segments: int, matrix: Matrix, *, stroked: bool) -> None:
        """The straight edges of a path: all that are drawn, or the thin parts and frames of a filled one."""
        whole = _product(self._own(one), matrix)
        parts = list(self._parts(one, min(segments, _MOST_CORNERS), whole))
        for part in parts:
            xs, ys = [p[0] for p in part], [p[1] for p in part]
            box = (min(xs), min(ys), max(xs), max(ys))
            if stroked or (len(parts) == 2 and _is_frame(parts)):
                for (x0, y0), (x1, y1) in itertools.pairwise(part):
                    if abs(x0 - x1) < 0.7 or abs(y0 - y1) < 0.7:
                        self._line((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            elif box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
                self._line(box)

    def _parts(self, one: Handle, segments: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """The points of each part of a path; a closed one comes back to its start, a curve stops it."""
        x, y = self.two
        part: list[tuple[float, float]] = []
        for i in range(segments):
            segment = pdfium.FPDFPath_GetPathSegment(one, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and part:
                yield part
                part = []
            if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                continue
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO and part:
                yield part
                part = []
            part.append(_point((x.value, y.value), matrix))
            if pdfium.FPDFPathSegment_GetClose(segment):
                part.append(part[0])
        if part:
            yield part


def _is_frame(parts: Sequence[Sequence[tuple[float, float]]]) -> bool:
    """Whether two rectangles lie in one another, close together: the two edges of one drawn line."""
    boxes = [(min(x for x, _ in p), min(y for _, y in p), max(x for x, _ in p), max(y for _, y in p)) for p in parts]
    return all(abs(a - b) <= _THIN for a, b in zip(*boxes, strict=True))


def _point(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _moved(box: Box, matrix: Matrix) -> Box:
    (x0, y0), (x1, y1) = _point((box[0], box[1]), matrix), _point((box[2], box[3]), matrix)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    if outer is _SAME:
        return inner
    a, b = _point((inner[0], inner[1]), (*outer[:4], 0.0, 0.0))
    c, d = _point((inner[2], inner[3]), (*outer[:4], 0.0, 0.0))
    e, f = _point((inner[4], inner[5]), outer)
    return (a, b, c, d, e, f)
