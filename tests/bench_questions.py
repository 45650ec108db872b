"""How long each named question takes on a store of many documents: `make bench-questions`.

The documents are the sample plans, told again for other cities, counties and fields, as in `bench_align`. Each question
is asked with arguments that the graph has, and without any where it can do without, for the first page of its answer,
quotes included. Four times are told, in milliseconds of CPU: of a question that was never asked of this store, of the
first one after a step that added a document, of the first in a process after others have asked, and of the same again
(the median of five). Each is asked in a process of its own that opens the store. A second argument names a store of so
many documents to ask instead of building one; it is copied.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, product
from multiprocessing import get_context
from pathlib import Path

from guitu.graph.ask.query import ask, questions
from guitu.graph.build import add, build
from guitu.graph.keep.store import Store
from tests.bench_align import CITIES, FIELDS, ROOT

SAMPLES = sorted((ROOT / "extract" / "samples").iterdir())
NATIONAL = 20  # cities to one national plan: the state has fewer plans than its cities
PAGE = 200  # rows
AGAIN = 5
BOUNDS = (50, 300)  # milliseconds
CITY, FIELD = "云州", "数字乡村"
ARGS: Mapping[str, Sequence[Sequence[str]]] = {
    **dict.fromkeys(
        ("duty-sheet", "load", "partners", "supports", "tasks-of"), (("云州市农业农村局",), ("市农业农村局",))
    ),
    **dict.fromkeys(
        ("coverage", "gaps", "outline", "overview", "references", "timetable", "unowned"),
        (("云州市数字乡村发展“十四五”规划",), ("三年行动计划",)),
    ),
    **dict.fromkeys(("alignments", "overlaps", "owners", "owners-explained"), (("产地仓",), ("网络基础设施",))),
    **dict.fromkeys(("parks", "places"), (("农谷产业园",), ("青岚县",))),
    "corrections": (("产地仓",),),
    "due": (("2024",), ("2025",)),
    "path": (("农谷产业园", "云州市农业农村局"), ("云州市财政局", "产地仓")),
}
"""What is asked where the example of a question is too little: of one thing, and of what hundreds are called."""


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


@dataclass(frozen=True, slots=True)
class Times:
    """How much the first page of an answer has, and milliseconds of CPU."""

    rows: str
    first: float
    again: float


def cases() -> Iterator[tuple[str, Sequence[str]]]:
    """The questions with their arguments."""
    for name, question in questions().items():
        for args in ARGS.get(name, (question.example,) if question.example else ()):
            yield name, args
        if question.takes(0):
            yield name, ()


def asked(place: Path, name: str, args: Sequence[str]) -> Times:
    """The times of a question to a store that is opened here."""
    store = Store.open(place)

    def once() -> tuple[str, float]:
        start = time.process_time()
        answer = ask(store, name, args, limit=PAGE)
        taken = (time.process_time() - start) * 1_000
        return f"{len(answer.rows)}{'+' if answer.rows_left or answer.groups_left else ''}", taken

    rows, first = once()
    return Times(rows, first, statistics.median(once()[1] for _ in range(AGAIN)))


def elsewhere(place: Path, name: str, args: Sequence[str]) -> Times:
    """The same, in a process of its own."""
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        return pool.submit(asked, place, name, args).result()


def table(place: Path, extra: Path) -> None:
    """Prints milliseconds of CPU: of opening a store, and of the questions of it. `extra`: a document to add."""
    columns = ("never asked, ms", "after a step, ms", "next process, ms", "again, ms")
    times, never = [], []
    forget(place)
    for name, args in cases():
        never.append(elsewhere(place, name, args).first)
        forget(place)
    for name, args in cases():
        elsewhere(place, name, args)
    add([extra], place)
    kept = aside(place)
    shutil.copytree(kept, place / "kept")
    print(f"| question | argument | rows | {' | '.join(columns)} |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for (name, args), cold in zip(cases(), never, strict=True):
        shutil.rmtree(kept)
        shutil.copytree(place / "kept", kept)
        new = elsewhere(place, name, args)
        later = elsewhere(place, name, args)
        times.append((cold, new.first, later.first, later.again))
        print(
            f"| {name} | {' · '.join(args)} | {later.rows} |" + "".join(f" {one:.0f} |" for one in times[-1]),
            flush=True,
        )
    for title, of in zip(columns, zip(*times, strict=True), strict=True):
        over = ", ".join(f"{sum(one > bound for one in of)} over {bound}" for bound in BOUNDS)
        print(f"{title}: median {statistics.median(of):.0f}, largest {max(of):.0f}; of {len(of)}, {over}")
    start = time.process_time()
    Store.open(place)
    print(f"opened in {(time.process_time() - start) * 1_000:.0f} ms; a loop of 2,000,000 products: {loop():.0f} ms")


def aside(place: Path) -> Path:
    """Where the current graph keeps what was worked out of it."""
    found = Store.open(place).aside
    assert found
    return found


def forget(place: Path) -> None:
    """Removes what was kept of answers."""
    shutil.rmtree(aside(place), ignore_errors=True)


def loop() -> float:
    """The milliseconds of a fixed piece of work, by which times of two machines, or of a busy one, compare."""
    start, total = time.process_time(), 0
    for number in range(2_000_000):
        total += number * number
    return (time.process_time() - start) * 1_000


def main(count: int, kept: Path | None = None) -> None:
    """Builds a store of so many documents, or takes one that is there, and prints how long each question takes."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        *texts, (extra, more) = islice(plans(), count + 1)
        (place / extra).write_text(more, "utf-8")
        if kept is not None:
            shutil.copytree(kept, place / "store")
        else:
            for name, text in texts:
                (place / "in" / name).write_text(text, "utf-8")
            start = time.monotonic()
            report = build([place / "in"], place / "store")
            print(f"{report.documents} documents, built in {time.monotonic() - start:.0f} s")
        table(place / "store", place / extra)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
