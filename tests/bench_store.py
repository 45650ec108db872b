"""What a step of a store costs: `make bench-store COUNTS="100 1000"`.

The documents are the sample plans, told again for other cities and fields (`bench_questions.plans`), and one in ten is
a real plan of 30 KB and more, told again for other cities: of four such by turns, so that counts that 40 divides have
the same mix. Without the real plans at hand all are small; those that come and change are. Each step is a command of
its own; CPU seconds are of it and of the processes that read for it, memory is the largest that one of them held.
Shares are of the full build in the same run. What is measured is printed at once, since many documents take long.
Commands find their bytecode, as those of an installed package do: each has been run once before, on a small store.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.bench_align import ROOT
from tests.bench_building import retold
from tests.bench_costs import run
from tests.bench_questions import plans

SHARED = ROOT.parent / "shared"
LARGE, EACH = 30_000, 10  # bytes of a large text, of which there is one in so many
FIRST = 12  # documents of the store that only lets every command write its bytecode


def mixed() -> Iterator[tuple[str, bytes]]:
    """Names and texts without end."""
    small = plans()
    for large in retold([SHARED / "corpus", SHARED / "more"]):
        if len(large.data) >= LARGE:
            yield large.name, large.data
            yield from ((name, text.encode()) for name, text in islice(small, EACH - 1))
    yield from ((name, text.encode()) for name, text in small)


def measure(count: int, place: Path, bytecode: Path) -> None:
    """Prints one line of the table, cell by cell; that of the first small store says nothing."""
    made, store = place / "in", str(place / "store")
    made.mkdir()
    texts = mixed()
    for name, text in islice(texts, count):
        (made / name).write_bytes(text)
    name, text = next(one for one in texts if len(one[1]) < LARGE)
    extra, changed = place / name, min(made.iterdir(), key=lambda file: file.stat().st_size)
    extra.write_bytes(text)
    _cell(f"{count} of {sum(file.stat().st_size for file in made.iterdir()) / count / 1e3:.2f} KB", first=True)
    full = run(bytecode, "build", str(made), "--store", store, "--workers", "1")
    _cell(f"{full.seconds:.1f} s, {full.memory:.0f} MB")
    size = sum(file.stat().st_size for file in Path(store).rglob("*") if file.is_file()) / 1e6
    _cell(f"{size:.0f} MB")

    def step(*args: str) -> None:
        cost = run(bytecode, *args, "--store", store)
        _cell(f"{cost.seconds:.2f} s ({cost.seconds / full.seconds:.1%}), {cost.memory:.0f} MB")

    step("build", str(made), "--workers", "1")
    step("add", str(extra), "--workers", "1")
    step("remove", str(extra))
    changed.write_text(changed.read_text("utf-8") + "\n（一）推广智慧停车。由市公安局负责。\n", "utf-8")
    step("update", "--workers", "1")
    print(flush=True)


def _cell(told: str, *, first: bool = False) -> None:
    print(f"| {told} |" if first else f" {told} |", end="", flush=True)


def main() -> None:
    """The table for the counts that are given."""
    with tempfile.TemporaryDirectory() as bytecode:
        print("| documents | full build | store | nothing changed | one added | one removed | one changed |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for count in (FIRST, *map(int, sys.argv[1:] or ["100"])):
            with tempfile.TemporaryDirectory() as place:
                measure(count, Path(place), Path(bytecode))


if __name__ == "__main__":
    main()
