"""How long each named question takes on a store of many documents: `make bench-questions`.

The documents are the sample plans, told again for other cities, counties and fields, as in `bench_align`; each question
is asked as its example says, where it cannot do without.
"""

from __future__ import annotations

import re
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


def main(count: int) -> None:
    """Builds a store of so many documents and prints the rows and seconds of each question, the slowest last."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        for name, text in islice(plans(), count):
            (place / "in" / name).write_text(text, "utf-8")
        start = time.monotonic()
        report = build([place / "in"], place / "store")
        store = Store.open(place / "store")
        print(f"{report.documents} documents, {len(store)} quads, built in {time.monotonic() - start:.0f} s")
        times = []
        for name, question in questions().items():
            needed = sum(not parameter.optional for parameter in question.parameters)
            start = time.monotonic()
            rows = ask(store, name, question.example[:needed]).rows
            times.append((time.monotonic() - start, len(rows), name))
        for seconds, rows_found, name in sorted(times):
            print(f"{name:18}{rows_found:8} rows{seconds:9.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
