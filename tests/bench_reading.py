"""Extraction alone, bytes to facts on one core, beside `jieba.cut` on the same bytes; run by `bench`.

The peer only cuts words. Texts of real size, plain and Markdown, a unique word in each, so that nothing is remembered.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import jieba

from guitu.extract.recognise import read
from guitu.extract.source import Source

COPIES = 2
_UNIQUE = "云州第{}号水文站"


def texts(folders: Sequence[Path]) -> list[Source]:
    """Every text of some folders, in copies that differ by a word in each paragraph."""
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    made = []
    for path in (path for path in files if path.suffix in (".txt", ".md")):
        for copy in range(COPIES):
            lines = path.read_text("utf-8").split("\n")
            told = [
                line + _UNIQUE.format(f"{copy}{i}") + "。" if len(line) > 60 else line for i, line in enumerate(lines)
            ]
            made.append(Source(f"{copy}-{path.name}", "\n".join(told).encode()))
    return made


def bench_reading(best: Callable[[Callable[[], object]], float], folders: Sequence[Path]) -> None:
    """Print MB/s of both and the ratio; start-up of neither counts."""
    sources = texts(folders)
    size = sum(len(source.data) for source in sources) / 1e6
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    read(sources[0])
    ours = best(lambda: [read(source) for source in sources])
    peer = best(lambda: [sum(1 for _ in jieba.cut(source.data.decode())) for source in sources])
    rates = f"{size / ours:.2f} MB/s, jieba.cut {size / peer:.2f} MB/s"
    print(f"read {size:.1f} MB of text: {rates}, speed ratio {peer / ours:.2f}")
