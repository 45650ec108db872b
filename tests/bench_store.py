"""What a step of a store costs: `make bench-store COUNTS="100 1000"`.

The documents are the sample plans, told again for other cities and fields (`bench_questions.plans`). Each step is a
command of its own; CPU seconds are of it and of the processes that read for it, memory is the largest that one of them
held. Shares are of the full build in the same run. What is measured is printed at once, since many documents take long.
Commands find their bytecode, as those of an installed package do: each has been run once before, on a small store.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.bench_questions import plans

FIRST = 12  # documents of the store that only lets every command write its bytecode
COMMAND = [sys.executable, "-c", "from guitu.exports.command.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, and the peak of memory in MB."""

    seconds: float
    memory: float


def run(bytecode: Path, *args: str) -> Cost:
    """The cost of a command that ends well. `bytecode`: where that is kept."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [*COMMAND, *args, "--lang", "en"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**env, "PYTHONPYCACHEPREFIX": str(bytecode)},
    )
    _, status, used = os.wait4(process.pid, 0)
    assert process.stderr
    if status:
        raise SystemExit(process.stderr.read().decode())
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(count: int, place: Path, bytecode: Path) -> None:
    """Prints one line of the table, cell by cell; that of the first small store says nothing."""
    made, store = place / "in", str(place / "store")
    made.mkdir()
    for name, text in islice(plans(), count + 1):
        (made / name).write_text(text, "utf-8")
    files = sorted(made.iterdir())
    extra = files[-1].rename(place / files[-1].name)
    _cell(str(count), first=True)
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
    files[0].write_text(files[0].read_text("utf-8") + "\n（一）推广智慧停车。由市公安局负责。\n", "utf-8")
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
