"""Plans of real size for the whole build, and what it costs: what is fixed, and what each MB adds; run by `bench`.

The texts of cities are told again for other cities, each with its own name, number and a word of its own in every long
paragraph, so that nothing is remembered and no two files are copies of one document; texts of the state stand once, for
it has fewer plans than its cities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from guitu.extract.source import Source
from tests.bench_align import CITIES
from tests.bench_costs import run

LARGE, SMALL = 4_000_000, 400_000  # bytes of text
_NAMED = re.compile("上海|广州|黄埔|邢台|云州|青岚")
_NUMBER = re.compile(r"〕(\d+)号")  # 〔2021〕9号: of a document, so its name
_LONG = 60  # signs of a paragraph that gets a word of its own


def plans(folders: Sequence[Path]) -> Iterator[Source]:
    """Texts of some folders, first as they are, then of other cities without end."""
    yield from (Source(name, text.encode()) for name, text in _texts(folders).items())
    yield from retold(folders)


def retold(folders: Sequence[Path]) -> Iterator[Source]:
    """The texts of cities told again for other cities, city by city, without end."""
    of_cities = {name: text for name, text in _texts(folders).items() if _NAMED.search(_head(text))}
    cities = (one + other for one, other in product(CITIES, repeat=2) if one != other)
    for number, city in enumerate(cities, 1):
        for name, text in of_cities.items():
            told = _NUMBER.sub(rf"〕{number}\1号", _NAMED.sub(city, text)).split("\n")
            lines = (f"{line}{city}第{at}号水文站。" if len(line) > _LONG else line for at, line in enumerate(told))
            yield Source(f"{city}-{name}", "\n".join(lines).encode())


def _texts(folders: Sequence[Path]) -> dict[str, str]:
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    return {path.name: path.read_text("utf-8") for path in files if path.suffix in {".txt", ".md"}}


def _head(text: str) -> str:
    return "".join(text.split("\n")[:10])


def so_many(texts: Iterator[Source], size: int) -> list[Source]:
    """The first of some texts, of so many bytes."""
    found, held = list[Source](), 0
    while held < size:
        found.append(next(texts))
        held += len(found[-1].data)
    return found


def built(sources: Sequence[Source], aside: Path, name: str) -> float:
    """CPU seconds of the command that builds a graph of some texts, in a folder of this name.

    `aside`: where bytecode and patterns are kept as well, so that the first build alone makes them.
    """
    folder = aside / f"{name}-in"
    folder.mkdir()
    for source in sources:
        (folder / source.name).write_bytes(source.data)
    return run(aside, "build", str(folder), "--store", str(aside / name), "--workers", "1").seconds


def parted(small: float, few: float, large: float, many: float) -> tuple[float, float]:
    """What is fixed, and what each MB adds, of the seconds of two builds. `few`, `many`: bytes of their texts."""
    each = (large - small) / (many - few) * 1e6
    return small - each * few / 1e6, each
