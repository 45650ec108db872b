"""Read damaged documents in watched processes: `python -m tests.fuzz.run --count 100000 --seed 1`.

A document fails where reading raises anything but a SourceError, takes more than a second of CPU, or ends or stops its
process; a slice fails where its process ever holds more than 500 MB. Each is named by seed and number, to be read
again: `--seed S --first N --count 1`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from guitu.extract import formats
from guitu.extract.errors import SourceError
from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.fuzz.mutations import damaged, seeds

SLICE = 500
LONGEST = 1.0  # seconds of CPU
LARGEST = 500  # MB
PATIENCE = 30  # seconds without a word, then the process hangs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a slice: documents read and refused, the longest time, the memory of its process, failures."""

    read: int
    refused: int
    slowest: float
    memory: float
    failures: tuple[str, ...]


def run(seed: int, first: int, count: int) -> Outcome:
    """Read one slice in a process of its own."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_work, args=(theirs, seed, first, count))
    child.start()
    theirs.close()
    told: list[tuple[str, float, str]] = []
    memory, failures = 0.0, []
    try:
        while ours.poll(PATIENCE + (0 if told else 30)):
            word = ours.recv()
            if isinstance(word, float):
                memory = word
                break
            told.append(word)
        else:
            failures.append(f"{seed}:{first + len(told)} hangs")
    except EOFError:
        failures.append(f"{seed}:{first + len(told)} ended its process")
    child.kill()
    child.join()
    failures += [f"{seed}:{first + i} {said}" for i, (_, _, said) in enumerate(told) if said]
    failures += [f"{seed}:{first + i} took {took:.1f} s" for i, (_, took, _) in enumerate(told) if took > LONGEST]
    failures += [f"{seed}:{first}+{count} held {memory:.0f} MB"] if memory > LARGEST else []
    refused = sum(what == "refused" for what, _, _ in told)
    return Outcome(len(told) - refused, refused, max((took for _, took, _ in told), default=0), memory, tuple(failures))


def _work(pipe: Connection, seed: int, first: int, count: int) -> None:
    formats.reads_scans = lambda: False  # recognising words in pictures takes seconds by its nature
    read(Source(*seeds()[0]))  # what a process loads once is no document's own time
    for number in range(first, first + count):
        name, data = damaged(seed, number)
        start, what, said = time.process_time(), "read", ""
        try:
            read(Source(name, data))
        except SourceError:
            what = "refused"
        except Exception:
            said = " | ".join(traceback.format_exc().split("\n")[-4:])
        pipe.send((what, time.process_time() - start, said))
    pipe.send(_peak())


def _peak() -> float:
    """The most memory that this process held, in MB; what `getrusage` tells includes the process that started it."""
    status = Path("/proc/self/status")
    held = re.search(r"VmHWM:\s*(\d+) kB", status.read_text("ascii")) if status.exists() else None
    return (int(held[1]) if held else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def slices(first: int, count: int) -> Iterator[tuple[int, int]]:
    """Numbers of the first document and how many, slice by slice."""
    yield from ((at, min(SLICE, first + count - at)) for at in range(first, first + count, SLICE))


def main() -> int:
    """Run all slices, tell each failure at once and the sums at the end; exit code 1 where anything failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--count", type=int, default=SLICE)
    given = options.parse_args()
    outcomes: list[Outcome] = []
    for at, size in slices(given.first, given.count):
        outcomes.append(run(given.seed, at, size))
        for failure in outcomes[-1].failures:
            print(failure, flush=True)
    print(
        f"seed {given.seed}: {sum(one.read for one in outcomes)} read, {sum(one.refused for one in outcomes)} refused, "
        f"{sum(len(one.failures) for one in outcomes)} failures; slowest {max(one.slowest for one in outcomes):.2f} s, "
        f"largest process {max(one.memory for one in outcomes):.0f} MB"
    )
    return int(any(one.failures for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
