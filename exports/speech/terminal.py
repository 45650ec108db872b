"""How the command speaks: tables and data to standard output, progress and errors to standard error."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

import click

from guitu.exports.speech.spreadsheet import ENCODING, write_csv

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Row = Sequence[str | None]
COLORS = ("auto", "always", "never")
_PATIENCE = 1.0  # seconds of silence before a bar is shown
_LONGEST_CELL = 80  # signs of a cell in a table
_READABLE, _BETWEEN = 14, 2  # columns of the console that a cell needs to be read when folded; those between cells
_CLOSING, _OPENING = "，。；：、！？）》”", "（《“"
_NARROWEST = 10  # columns of the console that a folded text gets in any case


class Manner:
    """How the command speaks in this run: see `guitu --help` for the options that set it."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """As where no option says otherwise."""
        self.quiet = False
        self.verbose = False
        self.color = "auto"
        self.since = time.monotonic()

    def is_colored(self, stream: TextIO) -> bool:
        """Whether colours may be written to a stream."""
        if self.color != "auto":
            return self.color == "always"
        return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


manner = Manner()


def forgive_encodings() -> None:
    """Signs that the console cannot show are written as escapes, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """A line for people of what was done, to standard output; none where the command is to be quiet."""
    if not manner.quiet:
        click.echo(shown(text))


def answer(text: str = "") -> None:
    """A line of an answer, to standard output."""
    click.echo(shown(text))


def complain(text: str) -> None:
    """One line to standard error: `guitu: where: what; what to do`."""
    name = "\x1b[31mguitu:\x1b[0m" if manner.is_colored(sys.stderr) else "guitu:"
    click.echo(f"{name} {shown(text)}", err=True, color=True)


def note(text: str) -> None:
    """What is being done, to standard error, where the command is to tell it."""
    if manner.verbose:
        click.echo(f"[{time.monotonic() - manner.since:6.2f} s] {shown(text)}", err=True)


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
    """Rows as an aligned table, as CSV, or as a JSON list of objects.

    A table leaves out columns without any value; CSV and JSON have them all.
    """
    if form == "csv":
        out = io.StringIO(newline="")
        write_csv(out, headings, rows)
        emit(out.getvalue(), ENCODING)
    elif form == "json":
        objects = [dict(zip(headings, row, strict=True)) for row in rows]
        emit(json.dumps(objects, ensure_ascii=False, indent=1) + "\n")
    else:
        used = [at for at in range(len(headings)) if not rows or any(row[at] for row in rows)]
        show = _show_wrapped if sys.stdout.isatty() else _show_aligned
        show([headings[at] for at in used], [[row[at] for at in used] for row in rows])


def say_beside(label: str, text: str) -> None:
    """A label and a text, on a console folded so that its further lines stand under its first."""
    if not sys.stdout.isatty():
        answer(label + text)
        return
    room = max(_NARROWEST, console_width() - width(label))
    for number, line in enumerate(folded(shown(text), room)):
        click.echo((label if number == 0 else " " * width(label)) + line)


def console_width() -> int:
    """Columns of the console."""
    return shutil.get_terminal_size().columns


def folded(text: str, room: int) -> Iterator[str]:
    """Lines of at most so many columns; broken at a space or beside a Chinese sign, in a word only where it must be.

    >>> list(folded("更新老旧管网，改造泵站", 12))
    ['更新老旧管', '网，改造泵站']
    >>> list(folded("写成 csv、docx（职责清单）", 16))
    ['写成 csv、docx', '（职责清单）']
    """
    while width(text) > room:
        most = next(i for i in range(len(text), 0, -1) if width(text[:i]) <= room)
        cut = next((i for i in range(most, most // 2, -1) if _may_break(text[i - 1], text[i])), most)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _may_break(before: str, after: str) -> bool:
    if " " in (before, after):
        return True
    return width(before + after) > 2 and after not in _CLOSING and before not in _OPENING


def _show_aligned(headings: Sequence[str], rows: Sequence[Row]) -> None:
    bold = manner.is_colored(sys.stdout)
    for number, line in enumerate(aligned(headings, rows)):
        click.echo(f"\x1b[1m{line}\x1b[0m" if bold and number == 0 else line, color=bold)


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
    if least > console_width():
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
    colored = manner.is_colored(sys.stdout)
    Console(no_color=not colored, force_terminal=colored or None, highlight=False).print(table)


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
        if not page:
            note(f"{self._label} {done}/{total} {name}")
        if (
            manner.quiet
            or not sys.stderr.isatty()
            or (self._bar is None and time.monotonic() - self._since < _PATIENCE)
        ):
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
    note(text)
    if manner.quiet or not sys.stderr.isatty():
        yield
        note("✓")
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(text):
        yield
