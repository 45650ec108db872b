"""Fits the weights of `graph/align/model.py` on annotated pairs, and tells how far the scores can be trusted.

    make calibrate PAIRS="../shared/gold/alignment.json more.json"

Each file is a list of the form of `alignment.json`, exhaustive for the two documents that it names; the first counts
several times, for more than one reader has agreed on it. Printed are the weights, and a table of scores against the
share that annotators call right: of each file by weights that were fitted on the others (where there are others), so
that no pair is judged by itself.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.sources.find import find
from guitu.graph.align.evidence import COLUMNS, Pairs, evidence
from guitu.graph.align.matrices import Floats, matrices
from guitu.graph.align.units import units
from guitu.graph.copies.works import Copy, Work, gather, letters
from guitu.graph.quads.names import Names

FIRST = 4  # times that the first file counts
STRENGTH = 1.0  # of the regression: the inverse of its penalty on great weights
BINS = (0.2, 0.4, 0.6, 0.8, 0.9, 1.01)
_BRACKETS = re.compile(r"[（）()]")


@dataclass(frozen=True)
class Annotated:
    """All pairs of two documents: their evidence, whether readers call them one subject, and whether the same."""

    name: str
    rows: Floats
    aligned: np.ndarray[tuple[int], np.dtype[np.bool_]]
    same: np.ndarray[tuple[int], np.dtype[np.bool_]]


def main() -> None:
    """Reads the command line, fits, prints."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("pairs", nargs="+", type=Path)
    cli.add_argument("--corpus", type=Path, required=True)
    args = cli.parse_args()
    sets = annotated(args.pairs, works_in(args.corpus))
    weighed = [*FIRST * sets[:1], *sets[1:]]
    print(weights("_ALIGNED", fit([one.rows for one in weighed], [one.aligned for one in weighed])))
    print(weights("_SAME", fit([one.rows[one.aligned] for one in weighed], [one.same[one.aligned] for one in weighed])))
    scored = [(score(fit_without(weighed, one), one.rows), one) for one in sets]
    for found, one in scored:
        print(measure(one.name, found, one.aligned))
    print(table(np.concatenate([found for found, _ in scored]), np.concatenate([one.aligned for one in sets])))


def works_in(folder: Path) -> tuple[Work, ...]:
    """The documents of a folder, copies joined."""
    sources = [one for one in find([folder]) if isinstance(one, Source)]
    readings = [(source, read(source)) for source in sources]
    return gather(
        Copy.of(source.sha256, source.name, reading, number)
        for source, reading in readings
        for number in range(len(reading.documents))
    )


def annotated(files: Iterable[Path], works: Sequence[Work]) -> list[Annotated]:
    """Each file with the evidence of all pairs of its documents; fails loudly where a pair of it is not found."""
    found = units(works, Names())
    of = matrices(found)
    number = {letters(work.primary.document.title): i for i, work in enumerate(works)}
    sets = []
    for file in files:
        pairs = json.loads(file.read_text("utf-8"))
        told = {(_bare(pair["lower"]), _bare(pair["higher"])): pair["strength"] for pair in pairs}
        lower, higher = number[letters(pairs[0]["lower_doc"])], number[letters(pairs[0]["higher_doc"])]
        mine = [i for i, unit in enumerate(found) if unit.document == lower]
        theirs = [i for i, unit in enumerate(found) if unit.document == higher]
        held = Pairs(found, np.repeat(mine, len(theirs)), np.tile(theirs, len(mine)))
        titles = [
            (_bare(found[i].title), _bare(found[j].title)) for i, j in zip(held.subjects, held.objects, strict=True)
        ]
        if missing := set(told) - set(titles):
            raise SystemExit(f"{file}: no such tasks: {sorted(missing)}")
        strength = np.array([told.get(pair, "") for pair in titles])
        sets.append(Annotated(file.stem, evidence(held, of), strength != "", strength == "same"))
    return sets


def _bare(title: str) -> str:
    return _BRACKETS.sub("", letters(title))


def fit(rows: Sequence[Floats], told: Sequence[np.ndarray[tuple[int], np.dtype[np.bool_]]]) -> LogisticRegression:
    """The regression of a judgement on evidence."""
    return LogisticRegression(C=STRENGTH, max_iter=10_000).fit(np.vstack(rows), np.concatenate(told))


def fit_without(sets: Sequence[Annotated], left_out: Annotated) -> LogisticRegression:
    """Fitted on all sets but one; on that one where there is no other."""
    used = [one for one in sets if one is not left_out] or [left_out]
    return fit([one.rows for one in used], [one.aligned for one in used])


def score(model: LogisticRegression, rows: Floats) -> Floats:
    """The probability of each row."""
    return np.asarray(model.predict_proba(rows)[:, 1])


def weights(name: str, model: LogisticRegression) -> str:
    """The weights as they stand in `model.py`."""
    listed = ", ".join(f'"{column}": {weight:.2f}' for column, weight in zip(COLUMNS, model.coef_[0], strict=True))
    return f"{name} = {{{listed}}}\n{name}_FROM = {model.intercept_[0]:.2f}"


def measure(name: str, found: Floats, right: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> str:
    """Precision and recall at each least score."""
    told = []
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        taken = found >= least
        precision = right[taken].mean() if taken.any() else 1.0
        told.append(f"{least}: P {precision:.2f} R {right[taken].sum() / right.sum():.2f}")
    return f"{name} ({right.sum()} pairs)  " + "  ".join(told)


def table(found: Floats, right: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> str:
    """Of the pairs of each range of scores, the share that is right."""
    lines = ["| score | pairs | right |", "| --- | --- | --- |"]
    for low, high in zip((0.0, *BINS), BINS, strict=False):
        within = (found >= low) & (found < high)
        share = f"{right[within].mean():.2f}" if within.any() else "-"
        lines.append(f"| {low:.1f} to {min(high, 1):.1f} | {within.sum()} | {share} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
