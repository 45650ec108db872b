"""How the command speaks: tables and data to standard output, progress and errors to standard error."""

from __future__ import annotations

import io
import json
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

import click

from guitu.exports.speech.spreadsheet import ENCODING, write_csv

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Row = Sequence[str | None]
_PATIENCE = 1.0  # seconds of silence before a bar is shown
_LONGEST_CELL = 80  # signs of a cell in a table
_READABLE, _BETWEEN = 14, 2  # columns of the console that a cell needs to be read when folded; those between cells
_NARROWEST = 10  # columns of the console that a folded text gets in any case


def forgive_encodings() -> None:
    """Signs that the console cannot show are written as escapes, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """A line for people, to standard output."""
    click.echo(shown(text))


def complain(text: str) -> None:
    """One line to standard error: `guitu: where: what; what to do`."""
    click.echo(f"guitu: {shown(text)}", err=True)


def emit(data: str, encoding: str = "utf-8") -> None:
    """Data to standard output: to a file or pipe always in UTF-8, to a console in its own encoding."""
    stream = sys.stdout
    if stream.isatty() or not hasattr(stream, "buffer"):
        stream.write(data)
    else:
        stream.flush()
        stream.buffer.write(data.encode(encoding))
    stream.flush()


def shown(text: str) -> str:
    """The text on one line, without characters that command a console.

    >>> shown("水务局\\x1b[2J\\n牵头")
    '水务局 [2J 牵头'
    """
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in text)


def width(text: str) -> int:
    """Columns that a text takes on a console: two for each Chinese character."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def show_rows(headings: Sequence[str], rows: Sequence[Row], form: str = "table") -> None:
    """Rows as an aligned table, as CSV, or as a JSON list of objects."""
    if form == "csv":
        out = io.StringIO(newline="")
        write_csv(out, headings, rows)
        emit(out.getvalue(), ENCODING)
    elif form == "json":
        objects = [dict(zip(headings, row, strict=True)) for row in rows]
        emit(json.dumps(objects, ensure_ascii=False, indent=1) + "\n")
    elif sys.stdout.isatty():
        _show_wrapped(headings, rows)
    else:
        _show_aligned(headings, rows)


def say_beside(label: str, text: str) -> None:
    """A label and a text, on a console folded so that its further lines stand under its first."""
    if not sys.stdout.isatty():
        say(label + text)
        return
    room = max(_NARROWEST, _console_width() - width(label))
    for number, line in enumerate(_folded(shown(text), room)):
        click.echo((label if number == 0 else " " * width(label)) + line)


def _console_width() -> int:
    return shutil.get_terminal_size().columns


def _folded(text: str, room: int) -> Iterator[str]:
    """Lines of at most so many columns; broken at a space where there is one, else between signs."""
    while width(text) > room:
        cut = next(i for i in range(len(text), 0, -1) if width(text[:i]) <= room)
        space = text.rfind(" ", 0, cut + 1)
        cut = space if space > cut // 2 else cut
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _show_aligned(headings: Sequence[str], rows: Sequence[Row]) -> None:
    for line in aligned(headings, rows):
        click.echo(line)


def aligned(headings: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """The lines of a table whose columns stand under each other on a console."""
    cells = [tuple(shortened(shown(cell or "")) for cell in row) for row in (headings, *rows)]
    widths = [max(width(row[i]) for row in cells) for i in range(len(headings))]
    cells.insert(1, tuple("-" * wide for wide in widths))
    for row in cells:
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def shortened(cell: str) -> str:
    """A cell as a table shows it: of a long one the beginning and the end; csv and json have it whole.

    >>> len(shortened("加固沿江堤防" * 50)), shortened("加固沿江堤防")
    (80, '加固沿江堤防')
    """
    return cell if len(cell) <= _LONGEST_CELL else f"{cell[: _LONGEST_CELL - 21]}…{cell[-20:]}"


def _show_wrapped(headings: Sequence[str], rows: Sequence[Row]) -> None:
    cells = [tuple(shortened(shown(cell or "")) for cell in row) for row in rows]
    columns = zip(headings, *cells, strict=True)
    least = sum(min(max(map(width, column)), _READABLE) + _BETWEEN for column in columns)
    if least > _console_width():
        _show_blocks(headings, cells)
        return
    from rich import box  # noqa: PLC0415 - only for a console
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD)
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")  # Chinese has no spaces to break at
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))  # Text: square brackets are no markup
    Console().print(table)


def _show_blocks(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Each row as lines of heading and cell, for more columns than stand side by side; empty cells are left out."""
    wide = max(map(width, headings))
    for row in rows:
        click.echo("")
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                say_beside(f"{heading}{' ' * (wide - width(heading))}  ", cell)


class Bar:
    """A progress bar on standard error, shown on a console once the work has taken a second."""

    def __init__(self, label: str, page_unit: str = "") -> None:
        self._label = label
        self._page_unit = page_unit
        self._since = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __call__(self, done: int, total: int, name: str, page: int = 0, pages: int = 0, /) -> None:
        """`done` of `total` sources; `name` is the latest, with the pages read of it where they are told."""
        if not sys.stderr.isatty() or (self._bar is None and time.monotonic() - self._since < _PATIENCE):
            return
        if self._bar is None or self._task is None:
            self._bar, self._task = _start_bar(self._label)
        told = f" {page}/{pages}{self._page_unit}" if pages else ""
        self._bar.update(self._task, completed=done, total=total, name=shown(name)[:40] + told)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _start_bar(label: str) -> tuple[Progress, TaskID]:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    name = TextColumn("{task.fields[name]}", markup=False)
    bar = Progress(
        TextColumn(label), BarColumn(), MofNCompleteColumn(), name, console=Console(stderr=True), transient=True
    )
    bar.start()
    return bar, bar.add_task(label, total=None, name="")


@contextmanager
def working(text: str) -> Iterator[None]:
    """A moving sign on standard error, on a console only, for work whose length is not known."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(text):
        yield
