"""What an office teaches a store: files of words, checked before the store takes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.extract.text import Text
from guitu.graph.corrections.grids import Row, grids
from guitu.graph.keep import folder as layout
from guitu.graph.keep import generations, hashed
from guitu.graph.keep.cache import Cache
from guitu.graph.keep.folder import Folder
from guitu.ontology import taught

_FORM = "see guitu teach --help"


def take(files: Sequence[Path], store: Path, *, only: bool = False) -> int:
    """Lay files of words over the registry of a store; how many words were taken.

    A file takes the place of an earlier one of its name; `only`: the others go. Nothing is taken where one of them
    cannot be understood: SourceError with file and line.
    """
    made = [_turtle(path) if path.suffix == ".ttl" else _table(path) for path in _listed(files)]
    folder = layout.prepare(store)
    with layout.locked(folder):
        old, before = taught.digest_of(folder.registry), taught.read(folder.registry)
        folder.registry.mkdir(exist_ok=True)
        for name, data, _ in made:
            part = folder.registry / (name + layout.PART)
            part.write_bytes(data)
            part.replace(folder.registry / name)
        for other in folder.registry.iterdir() if only else ():
            if other.name not in {name for name, _, _ in made}:
                other.unlink()
        _carry(folder, old, taught.leads(before, taught.read(folder.registry)))
    layout.use_registry(folder)
    return sum(count for _, _, count in made)


def _carry(folder: Folder, old: str, leads: frozenset[str] | None) -> None:
    """Let the readings of documents that hold no word that was taught stand; the others are read again."""
    current, new = generations.current(folder), taught.digest_of(folder.registry)
    if current is None or leads is None or new == old:
        return
    cache = Cache(folder.readings)
    for one in generations.ledger_of(folder, current).sources:
        text = Text(one.name + hashed.get(folder.texts, one.text, ".txt").decode("utf-8"), ())
        held = "".join(text.folded.split())
        if not any(lead in held for lead in leads):
            cache.again(cache.name(one.sha256, one.columns, old), cache.name(one.sha256, one.columns, new))


def _listed(files: Iterable[Path]) -> Iterator[Path]:
    for path in files:
        if not path.exists():
            raise SourceError(str(path), "there is no such file or folder")
        yield from sorted(filter(_is_of_words, path.iterdir())) if path.is_dir() else (path,)


def _is_of_words(path: Path) -> bool:
    """Whether a file of a folder is read; Excel keeps ~$ files beside an open one."""
    return path.suffix in (*taught.ENDINGS, ".xlsx") and not path.name.startswith("~$")


Made = tuple[str, bytes, int]
"""Name of the file in the store, what it holds, and how many words."""


def _turtle(path: Path) -> Made:
    try:
        data = path.read_bytes()
        return path.name, data, len({key for _, key, _ in taught.turtle(path.name, data)})
    except OSError as error:
        raise SourceError(str(path), f"the file cannot be read ({error.strerror})") from error
    except taught.Slip as slip:
        raise SourceError(f"{path}:{slip.line}", slip.reason, _FORM) from slip


def _table(path: Path) -> Made:
    """The rows of a table that somebody has filled in, as CSV in UTF-8."""
    rows = [row for grid in grids(path) for row in _filled(grid.rows)]
    if not rows:
        raise SourceError(str(path), "no word is taught in it: no row has 类型 and 名称", _FORM)
    written = io.StringIO(newline="")
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(taught.HEADINGS)
    lines.writerows([row.get(name, "") for name in taught.HEADINGS.values()] for row in rows)
    return f"{path.stem}.csv", written.getvalue().encode(), len(rows)


def _filled(rows: Sequence[Row]) -> Iterator[Mapping[str, str]]:
    """The rows below the headings, wherever those stand, whose name is written; SourceError for a wrong one."""
    names: list[str] = []
    for row in rows:
        if not names:
            found = [taught.HEADINGS.get(cell, "") for cell in row.cells]
            names = found if {"kind", "name"} <= {*found} else []
            continue
        told = {name: cell for name, cell in zip(names, row.cells, strict=False) if name}
        if told.get("name"):
            try:
                tuple(taught.entry(told))
            except ValueError as error:
                raise SourceError(row.where, f"this word cannot be taught ({error})", _FORM) from error
            yield told
