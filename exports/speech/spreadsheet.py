"""Tables as CSV for spreadsheets: the one way in which Guitu writes them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from guitu.extract.formulas import guarded

ENCODING = "utf-8-sig"
"""UTF-8 with a byte order mark, so that Excel reads the Chinese."""


def write_csv(out: TextIO, headings: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """Headings and rows; whatever would run as a formula is marked, what is None is left blank."""
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow([guarded(heading) for heading in headings])
    sheet.writerows([guarded(cell or "") for cell in row] for row in rows)
