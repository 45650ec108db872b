"""Texts of real size for extraction alone: plain and Markdown, a unique word in each, so that nothing is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guitu.extract.source import Source

COPIES = 2
_UNIQUE = "云州第{}号水文站"


def texts(folders: Sequence[Path], first: int = 0) -> list[Source]:
    """Every text of some folders, in copies that differ by a word in each paragraph. `first`: of these sets."""
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    made = []
    for path in (path for path in files if path.suffix in (".txt", ".md")):
        for copy in range(first * COPIES, first * COPIES + COPIES):
            lines = path.read_text("utf-8").split("\n")
            told = [
                line + _UNIQUE.format(f"{copy}{i}") + "。" if len(line) > 60 else line for i, line in enumerate(lines)
            ]
            made.append(Source(f"{copy}-{path.name}", "\n".join(told).encode()))
    return made
