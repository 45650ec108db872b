"""PDF files made for tests: text at places, paragraphs broken into lines, ruled tables, heads and feet."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595, 842
LEFT = 72

Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    """A file of one page for each function that draws one."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def write(canvas: Canvas, x: float, top: float, text: str, size: float = 12) -> None:
    """One line whose base line stands `top` points under the upper edge."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, HEIGHT - top, text)


def paragraph(canvas: Canvas, text: str, top: float, *, x: float = LEFT, per_line: int = 36, indent: int = 2) -> float:
    """A paragraph of Chinese signs in lines of `per_line`, the first indented; where the next would stand."""
    first = per_line - indent
    lines = [text[:first], *(text[i : i + per_line] for i in range(first, len(text), per_line))]
    for i, line in enumerate(lines):
        write(canvas, x + (12 * indent if i == 0 else 0), top, line)
        top += 20
    return top


def table(
    canvas: Canvas, rows: Sequence[Sequence[str]], top: float, widths: Sequence[float], *, high: float = 30
) -> float:
    """A ruled table; "<" is the cell to the left going on, "^" the one above. Where it ends."""
    xs = [LEFT + sum(widths[:k]) for k in range(len(widths) + 1)]
    ys = [top + high * i for i in range(len(rows) + 1)]
    for i, row in enumerate(rows):
        for k, text in enumerate(row):
            if text != "^":
                canvas.line(xs[k], HEIGHT - ys[i], xs[k + 1], HEIGHT - ys[i])
            if text != "<":
                canvas.line(xs[k], HEIGHT - ys[i], xs[k], HEIGHT - ys[i + 1])
            for number, line in enumerate(text.split("\n") if text not in "<^" else ()):
                write(canvas, xs[k] + 4, ys[i] + 12 + 13 * number, line, 10)
    canvas.line(xs[0], HEIGHT - ys[-1], xs[-1], HEIGHT - ys[-1])
    canvas.line(xs[-1], HEIGHT - ys[0], xs[-1], HEIGHT - ys[-1])
    return ys[-1]
