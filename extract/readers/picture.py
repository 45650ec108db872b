"""A picture of pages, as a scanner or a telephone makes it: put into a PDF, and read as one that is a scan."""

from __future__ import annotations

import io
import warnings

from guitu.extract import formats
from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, Tell
from guitu.extract.readers.pdf import read as pdf
from guitu.extract.readers.pdf import scan

_FORMS = ("PNG", "JPEG", "TIFF")
_WIDTH = 8.27  # inches: a picture is taken for one of a page of A4
_DAMAGED = ("the picture is damaged and cannot be opened", "save it again from its origin")


def read(data: bytes, tell: Tell) -> Raw:
    """The paragraphs and tables that are seen in a PNG, JPEG or TIFF; raises SourceError, also without `guitu[ocr]`."""
    if not formats.reads_scans():
        raise SourceError("", "the file is a picture, without text", scan.REMEDY)
    from PIL import Image, ImageSequence  # noqa: PLC0415 - comes with the extra

    made = io.BytesIO()
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image,
        ):
            pages = [page.convert("RGB") for page in ImageSequence.Iterator(image)]
        pages[0].save(made, "PDF", resolution=pages[0].width / _WIDTH, save_all=True, append_images=pages[1:])
    except (OSError, SyntaxError, ValueError, ArithmeticError, Image.DecompressionBombError) as error:
        raise SourceError("", *_DAMAGED) from error
    return pdf.read(made.getvalue(), tell)
