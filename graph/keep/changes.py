"""What steps put into the engine of a graph and took out of it: by it, what was worked out of an earlier graph is
brought up to date.

What questions have worked out lies beside the engine (`graph.ask.kept`). A step that brings the engine up to date takes
that along, with the lines that differ in one file more. A file is named by its number and begins with its own hash and
the name of the graph before it; where one is missing or damaged, what is older is worked out anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from guitu.graph.keep import hashed

KEPT, SUFFIX = ".kept", ".changes"
_MOST = 64  # steps that are taken along
_SHARE = 10  # of a graph of which more has changed nothing is taken along


def carry(old: Path, new: Path, before: str, size: int, lines: tuple[Sequence[str], Sequence[str]]) -> None:
    """Take along what lies in one folder to another. `before`, `size`: of the older graph; `lines`: added, removed."""
    added, removed = lines
    if not old.is_dir() or (len(added) + len(removed)) * _SHARE > size:
        return
    steps = sorted(old.glob(f"*{SUFFIX}"))
    new.mkdir()
    for file in (*old.glob(f"*{KEPT}"), *steps[-_MOST + 1 :]):
        _linked(file, new / file.name)
    number = int(steps[-1].stem) + 1 if steps else 1
    told = (f"{before}\n", *(f"+{line}" for line in added), *(f"-{line}" for line in removed))
    hashed.keep_beside(new / f"{number:06}{SUFFIX}", "".join(told).encode("utf-8"))


def _linked(file: Path, other: Path) -> None:
    """None of these files is ever written in place."""
    try:
        os.link(file, other)
    except OSError:  # a disk without links
        shutil.copyfile(file, other)


def since(place: Path, graph: str) -> list[str] | None:
    """The lines of all steps since a graph, each after a sign, + or -; None where they are not known."""
    found: list[str] = []
    for file in sorted(place.glob(f"*{SUFFIX}"), reverse=True):
        data = hashed.beside(file)
        if data is None:
            return None
        before, _, lines = data.decode("utf-8").partition("\n")
        found += lines.split("\n")[:-1]
        if before == graph:
            return found
    return None
