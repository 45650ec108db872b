"""Where the five real plans can be had, and whether those at hand are the ones that the tests know.

    python -m tests.corpus FOLDER

They are public documents, and no part of this project: their sentences are not copied into it. Of each are told the
name, the SHA-256 of the file, and where it was published; the exit code is 1 where one is missing or another.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

KNOWN = Path(__file__).with_name("corpus.tsv")


class Plan(NamedTuple):
    """A real plan: the name of its file, its SHA-256, its title and who published it."""

    file: str
    sha256: str
    title: str
    publisher: str


def plans() -> tuple[Plan, ...]:
    """The plans that the tests know."""
    return tuple(Plan(*line.split("\t")) for line in KNOWN.read_text("utf-8").splitlines()[1:])


def missing(folder: Path) -> Iterator[tuple[Plan, str]]:
    """The plans that are not in a folder, and those that are others there."""
    for plan in plans():
        path = folder / plan.file
        if not path.is_file():
            yield plan, "absent"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != plan.sha256:
            yield plan, "another file"


def main(args: Sequence[str]) -> int:
    """Tells of each plan whether it is there; the exit code."""
    folder = Path(args[0])
    wrong = dict(missing(folder))
    for plan in plans():
        print(
            f"{wrong.get(plan, 'here'):13}{plan.file}\n{'':13}《{plan.title}》 {plan.publisher}\n{'':13}{plan.sha256}"
        )
    if wrong:
        print(f"\nLook for the title on the site of its publisher, and save its text as {folder}/NAME.")
        print("A text saved in another way has another hash: it can be read, but what the tests count may differ.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
