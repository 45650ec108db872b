"""How long each named question takes on a store of many documents: `make bench-questions`.

The documents are the sample plans, told again for other cities, counties and fields, as in `bench_align`; each question
is asked as its example says, where it cannot do without, for the first page of its answer. Three times are told: in a
store of which nothing was asked yet, in one opened anew after that, as by the next command, and asked again there. A
second argument names a store to ask instead of building one; what was kept beside its engine is removed.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from guitu.graph.ask.query import ask, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.bench_align import CITIES, FIELDS, ROOT

SAMPLES = sorted((ROOT / "extract" / "samples").iterdir())
NATIONAL = 20  # cities to one national plan: the state has fewer plans than its cities
PAGE = 200  # rows
ARGS = {"path": ("农谷产业园", "云州市农业农村局")}  # where an example means too much among so many
CITY, FIELD = "云州", "数字乡村"


def plans() -> Iterator[tuple[str, str]]:
    """Names and texts; the first ones are the samples themselves, so that every example has an answer."""
    cities = [CITY, *(one + other for one, other in product(CITIES, repeat=2) if one != other)]
    for (place, city), field in product(enumerate(cities), [FIELD, *FIELDS[1:]]):
        words = {"云州": city, "青岚": "青岚" if city == CITY else city[::-1], "数字": field[:2], "乡村": field[2:]}
        for file in SAMPLES:
            text = file.read_text("utf-8")
            if CITY not in file.name and "青岚" not in file.name and place % NATIONAL:
                continue
            for word, other in words.items():
                text = text.replace(word, other)
            if (city, field) != (CITY, FIELD):  # numbers of documents are their names
                text = re.sub(r"〕(\d+)号", rf"〕{place + 1}{FIELDS.index(field)}\1号", text)
            yield f"{city}{field}{file.name}", text


def asked(store: Store, name: str) -> tuple[str, float]:
    """How much the first page of the answer of a question has, and the milliseconds of CPU that it takes."""
    question = questions()[name]
    needed = sum(not parameter.optional for parameter in question.parameters)
    start = time.process_time()
    answer = ask(store, name, ARGS.get(name, question.example[:needed]), limit=PAGE)
    taken = (time.process_time() - start) * 1_000
    return f"{len(answer.rows)}{'+' if answer.rows_left or answer.groups_left else ''}", taken


def table(place: Path) -> None:
    """Prints milliseconds of CPU: of opening a store, and of the questions of it."""
    times = []
    print(f"| question | rows | first, ms | next, ms | again, ms |\n| {'-' * 16} | ----: | ----: | ----: | ----: |")
    for name in questions():
        forget(place)
        rows, first = asked(Store.open(place), name)
        store = Store.open(place)
        times.append((first, asked(store, name)[1], asked(store, name)[1]))
        print(f"| {name:16} | {rows:>5} |" + "".join(f" {one:5.0f} |" for one in times[-1]))
    for name, of in (("median", statistics.median), ("slowest", max)):
        print(f"| {name:16} |       |" + "".join(f" {of(column):5.0f} |" for column in zip(*times, strict=True)))
    start = time.process_time()
    Store.open(place)
    print(f"opened in {(time.process_time() - start) * 1_000:.0f} ms; a loop of 2,000,000 products: {loop():.0f} ms")


def forget(place: Path) -> None:
    """Removes what was kept of answers."""
    aside = Store.open(place).aside
    if aside is not None:
        shutil.rmtree(aside, ignore_errors=True)


def loop() -> float:
    """The milliseconds of a fixed piece of work, by which times of two machines, or of a busy one, compare."""
    start, total = time.process_time(), 0
    for number in range(2_000_000):
        total += number * number
    return (time.process_time() - start) * 1_000


def main(count: int, kept: Path | None = None) -> None:
    """Builds a store of so many documents, or takes one that is there, and prints how long each question takes."""
    if kept is not None:
        table(kept)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        for name, text in islice(plans(), count):
            (place / "in" / name).write_text(text, "utf-8")
        start = time.monotonic()
        report = build([place / "in"], place / "store")
        print(f"{report.documents} documents, built in {time.monotonic() - start:.0f} s")
        table(place / "store")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
