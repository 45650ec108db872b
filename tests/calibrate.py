"""Fits the weights of `graph/align/model.py` on annotated pairs, and tells how far the scores can be trusted.

    make calibrate PAIRS="../shared/gold/alignment.json ../shared/gold/alignment-2.json"

A file is a list of the form of `alignment.json`: exhaustive for each two documents that it names, but for pairs marked
`maybe`, which count neither way. `tests/graph/align/annotated.json` has further pairs, by the IRIs of their tasks, with
the field of the documents and what is said of each: by the first reader, by the second, and, where they differ, how it
was settled (`-`: no pair). `earlier`: what two readers before them said, who settle where these differ. Printed are how
far the two agree, the weights, and what weights that were fitted on the other fields (for the files, on the other pairs
of documents) find: so that no pair is judged by itself.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from guitu.extract.errors import SourceError
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.sources.find import find
from guitu.graph.align.compare import best_of_document
from guitu.graph.align.evidence import COLUMNS, DIRECT, MEANT, SAID, TOPICS, Pairs, evidence
from guitu.graph.align.model import DIGITS, LEAST
from guitu.graph.align.vectors import Floats, Vectors
from guitu.graph.copies.works import Copy, Work, gather, letters
from guitu.graph.quads.identity import Identities
from guitu.graph.quads.names import Names

ANNOTATED = Path(__file__).parent / "graph" / "align" / "annotated.json"
SAMPLES = Path(__file__).resolve().parents[1] / "extract" / "samples"
STRENGTH = 0.3  # of the regression, of columns of one spread: the inverse of its penalty on great weights
STRENGTH_SAME = 0.25
FIRST, FILES = 6, 4  # times that the first file and the others count: more readers have agreed on them
TURNED = 0.1  # times that a pair counts with its documents in each other's places
ALIKE = (*DIRECT, "full_beside", *TOPICS, *MEANT, *SAID, "row", "rank", "fit", "fit_object", "meant", "meant_object")
"""What tells how alike two tasks are: it may not count against a pair, however few pairs would have it so."""
BINS = (0.2, 0.3, 0.4, 0.6, 0.8, 1.01)
RIGHT = ("same", "partial")
PRECISION, RECALL = 0.80, 0.55  # asked
LIGHTEST = 0.0005  # a weight that is 0 when rounded is none
_BRACKETS = re.compile(r"[（）()]")


@dataclass(frozen=True)
class Annotated:
    """All pairs of two documents that are candidates, with what readers call them: same, partial, maybe, or nothing.

    `turned`, `turned_told`: the same were the lower document the higher one.
    """

    name: str
    field: str
    vectors: tuple[Vectors, Vectors]
    pairs: Pairs
    told: NDArray[np.str_]
    turned: Floats
    turned_told: NDArray[np.str_]
    annotated: int  # pairs that readers call same or partial, candidates or not
    same: int
    times: int = 1  # that its pairs count in fitting

    @property
    def sure(self) -> NDArray[np.bool_]:
        """Pairs that count."""
        return np.asarray(self.told != "maybe")

    @property
    def right(self) -> NDArray[np.bool_]:
        """Pairs that readers call one subject."""
        return np.isin(self.told, RIGHT)


def main() -> None:
    """Reads the command line, fits, prints."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("pairs", nargs="+", type=Path)
    cli.add_argument("--sources", nargs="+", type=Path, required=True)
    args = cli.parse_args()
    works = works_in(*args.sources, SAMPLES)
    annotated = json.loads(ANNOTATED.read_text("utf-8"))
    sets = [*from_files(args.pairs, works), *from_iris(annotated, works)]
    print("\n".join(agreement(annotated)))
    print(weights("_ALIGNED", aligned_model(sets)))
    print(weights("_SAME", same_model(sets)))
    found = [held_out(sets, one) for one in sets]
    print("\n".join((HEADER, *(row(*one) for one in found), *totals(found))))
    print("\n".join(trade(found)))
    print(table(found))


# ---- what is annotated ----


def works_in(*places: Path) -> tuple[Work, ...]:
    """The documents of some folders that can be read, copies joined."""
    copies = []
    for source in find(places):
        if isinstance(source, Source):
            try:
                reading = read(source)
            except SourceError as error:
                print(error)
                continue
            copies += [Copy.of(source.sha256, source.name, reading, number) for number in range(len(reading.documents))]
    return gather(copies)


def from_files(files: Iterable[Path], works: Sequence[Work]) -> Iterator[Annotated]:
    """The pairs of files by titles; fails loudly where a task is not found."""
    by_title = {letters(work.primary.document.title): work for work in works}
    for number, file in enumerate(files):
        by_documents = defaultdict[tuple[str, str], dict[tuple[str, ...], str]](dict)
        for pair in json.loads(file.read_text("utf-8")):
            told = "maybe" if pair.get("maybe") else pair["strength"]
            by_documents[pair["lower_doc"], pair["higher_doc"]][_bare(pair["lower"]), _bare(pair["higher"])] = told
        for (lower, higher), pairs in by_documents.items():
            both = by_title[letters(lower)], by_title[letters(higher)]
            titles = [[_bare(task.title) for task in work.primary.facts.tasks] for work in both]
            name = f"{file.stem}: {both[0].primary.name} > {both[1].primary.name}"
            yield replace(_annotated(name, name, both, titles, pairs), times=FILES if number else FIRST)


def from_iris(sets: Iterable[Mapping[str, Any]], works: Sequence[Work]) -> Iterator[Annotated]:
    """The pairs of `annotated.json`: hashes of the keys of documents, and the last parts of the IRIs of tasks."""
    by_key = {hashlib.sha256(work.key.encode("utf-8")).hexdigest()[:16]: work for work in works}
    for one in sets:
        both = by_key[one["lower"]], by_key[one["higher"]]
        iris = [[iri.rsplit("/", 1)[-1] for iri in Identities.of(w.primary.facts, w.key, Names()).tasks] for w in both]
        pairs = {tuple(pair.split()[:2]): pair.split()[-1] for pair in one["pairs"]}
        yield _annotated(f"{both[0].primary.name} > {both[1].primary.name}", one["field"], both, iris, pairs)


def _annotated(
    name: str, field: str, both: tuple[Work, Work], tasks: Sequence[Sequence[str]], told: Mapping[Any, str]
) -> Annotated:
    if missing := {pair for pair in told if pair[0] not in tasks[0] or pair[1] not in tasks[1]}:
        raise SystemExit(f"{name}: no such tasks: {sorted(missing)}")
    lower, higher = (Vectors.of(work.primary.facts, work.key) for work in both)
    pairs, turned = (evidence(*one, np.ones((1, 1), dtype=bool)) for one in ((lower, higher), (higher, lower)))
    found, turned_found = (
        np.array([told.get((tasks[0][i], tasks[1][j]), "") for i, j in zip(mine, theirs, strict=True)], dtype=np.str_)
        for mine, theirs in ((pairs.subjects, pairs.objects), (turned.objects, turned.subjects))
    )
    counted = [sum(value in kinds for value in told.values()) for kinds in (RIGHT, ("same",))]
    return Annotated(name, field, (lower, higher), pairs, found, turned.evidence, turned_found, *counted)


def _bare(title: str) -> str:
    return _BRACKETS.sub("", letters(title))


# ---- fitting ----


@dataclass(frozen=True)
class Model:
    """A logistic regression: weights of the columns of `evidence` and where it starts."""

    weights: Floats
    start: float

    def odds(self, evidence: Floats) -> Floats:
        """(pairs,): logarithms of odds."""
        return np.asarray(evidence @ self.weights + self.start)

    def share(self, evidence: Floats) -> Floats:
        """(pairs,): of pairs of such evidence the share that is right."""
        return np.asarray(1 / (1 + np.exp(-self.odds(evidence))))

    def stretched(self, by: float, start: float) -> Model:
        """With odds that are `by` times these and `start`."""
        return Model(self.weights * by, self.start * by + start)


def aligned_model(sets: Sequence[Annotated]) -> Model:
    """Whether a pair has one subject: fitted, then stretched so that scores keep what they say on fields left out.

    A strong penalty on great weights holds best on other fields, but makes odds too small; by how much is learned from
    each field by weights of the others (Platt 1999: a regression on the odds alone).
    """
    odds, right = list[Floats](), list[NDArray[np.bool_]]()
    for field in sorted({one.field for one in sets}):
        model = _plain([one for one in sets if one.field != field])
        for one in sets:
            if one.field == field:
                odds.append(model.odds(one.pairs.evidence[one.sure]))
                right.append(one.right[one.sure])
    platt = LogisticRegression(C=1e6, max_iter=10_000).fit(np.concatenate(odds)[:, None], np.concatenate(right))
    return _plain(sets).stretched(float(platt.coef_[0][0]), float(platt.intercept_[0]))


def _plain(sets: Sequence[Annotated]) -> Model:
    """Fitted, also with the documents in each other's places: a pair is one whichever is the lower."""
    told = [(one.pairs.evidence[one.sure], one.right[one.sure], float(one.times)) for one in sets]
    for one in sets:
        sure = one.turned_told != "maybe"
        told.append((one.turned[sure], np.isin(one.turned_told[sure], RIGHT), one.times * TURNED))
    return _fitted(told, STRENGTH, ALIKE)


def same_model(sets: Sequence[Annotated]) -> Model:
    """Whether an aligned pair is the same."""
    told = [(one.pairs.evidence[one.right], one.told[one.right] == "same", float(one.times)) for one in sets]
    return _fitted(told, STRENGTH_SAME)


def _fitted(
    sets: Sequence[tuple[Floats, NDArray[np.bool_], float]], strength: float, alike: Sequence[str] = ()
) -> Model:
    """The regression on rows of evidence. `alike`: columns whose weights are not below 0."""
    rows, told = (np.concatenate(part) for part in zip(*((one[0], one[1]) for one in sets), strict=True))
    times = np.concatenate([np.full(len(one[1]), one[2]) for one in sets])
    spread = StandardScaler().fit(rows, sample_weight=times)
    columns = np.column_stack((spread.transform(rows), np.ones(len(rows))))
    bounds = [*((0.0 if name in alike else None, None) for name in COLUMNS), (None, None)]
    penalty = np.append(np.full(len(COLUMNS), 1 / strength), 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = columns @ weights
        less = times * (1 / (1 + np.exp(-odds)) - told)
        found = (times * (np.logaddexp(0, odds) - told * odds)).sum() + (penalty * weights**2).sum() / 2
        return float(found), columns.T @ less + penalty * weights

    weights = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, tol=1e-9).x
    found = weights[:-1] / spread.scale_
    return Model(found, float(weights[-1] - spread.mean_ @ found))


def weights(name: str, model: Model) -> str:
    """The weights as they stand in `model.py`."""
    told = zip(COLUMNS, model.weights, strict=True)
    listed = ", ".join(f'"{column}": {weight:.3f}' for column, weight in told if abs(weight) >= LIGHTEST)
    return f"{name} = {{{listed}}}\n{name}_FROM = {model.start:.3f}"


Found = tuple[Annotated, Floats, NDArray[np.int64], NDArray[np.bool_]]
"""Annotated pairs, the score of each, those that are kept, and of these which are called the same."""


def held_out(sets: Sequence[Annotated], one: Annotated) -> Found:
    """What weights fitted on the other fields say of a set, with the caps of the program."""
    others = [other for other in sets if other.field != one.field]
    score = np.round(aligned_model(others).share(one.pairs.evidence), DIGITS)
    kept = np.array(best_of_document(*one.vectors, one.pairs, score), dtype=np.int64)
    same = same_model(others).odds(one.pairs.evidence[kept]) >= 0
    return one, score, kept, same


# ---- telling ----


def agreement(sets: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """How far the two readers agree: F1 of one against the other, by all, then without what either left open."""
    told = [pair.split()[2:4] for one in sets for pair in one["pairs"]]
    both = [readers for readers in told if set(readers) <= set(RIGHT)]
    for name, counted in ("all", told), ("none open", [readers for readers in told if "maybe" not in readers]):
        either = sum(reader in RIGHT for readers in counted for reader in readers)
        yield f"readers, {name}: F1 {2 * len(both) / either:.2f}"
    yield f"readers, relation: {sum(one == other for one, other in both) / len(both):.2f} of {len(both)}"


HEADER = "| lower > higher document | pairs | kept | precision | recall | of same | relation |\n" + "| --- " * 7 + "|"


def row(one: Annotated, _: Floats, kept: NDArray[np.int64], same: NDArray[np.bool_]) -> str:
    """Precision and recall of one set."""
    return _row(one.name, _counts(one, kept, same))


def totals(found: Sequence[Found]) -> Iterator[str]:
    """Of all sets together."""
    counts = [_counts(one, kept, same) for one, _, kept, same in found]
    yield _row("all", [sum(column) for column in zip(*counts, strict=True)])


def _counts(one: Annotated, kept: NDArray[np.int64], same: NDArray[np.bool_]) -> list[int]:
    told = one.told[kept]
    right = np.isin(told, RIGHT)
    return [
        one.annotated,
        int((told != "maybe").sum()),
        int(right.sum()),
        one.same,
        int((told == "same").sum()),
        int(((told == "same") == same)[right].sum()),
    ]


def _row(name: str, counts: Sequence[int]) -> str:
    annotated, kept, right, same, found, relation = counts
    shares = [(right, kept), (right, annotated), (found, same), (relation, right)]
    told = " | ".join(f"{part / whole:.2f}" if whole else "-" for part, whole in shares)
    return f"| {name} | {annotated} | {kept} | {told} |"


def trade(found: Sequence[Found]) -> Iterator[str]:
    """What another least score would give, by field: the precision where recall is enough, and the other way round."""
    yield f"| field | precision at recall {RECALL:.2f} | recall at precision {PRECISION:.2f} |"
    yield "| --- " * 3 + "|"
    by_field = defaultdict[str, list[Found]](list)
    for one in found:
        by_field[one[0].field if one[0].times == 1 else "files"].append(one)
    for name, some in (*sorted(by_field.items()), ("all", list(found))):
        shares = [at_least(some, step / 10**DIGITS) for step in range(1, 10**DIGITS)]
        precise = max((precision for precision, recall in shares if recall >= RECALL), default=None)
        recalled = max((recall for precision, recall in shares if precision >= PRECISION), default=None)
        told = ("-" if share is None else f"{share:.2f}" for share in (precise, recalled))
        yield f"| {name} | {' | '.join(told)} |"


def at_least(found: Iterable[Found], least: float) -> tuple[float, float]:
    """Precision and recall of sets if what scores less were no alignment; nothing kept is nothing precise."""
    annotated, kept, right = 0, 0, 0
    for one, score, _, _ in found:
        told = one.told[best_of_document(*one.vectors, one.pairs, score, least)]
        annotated += one.annotated
        kept += int((told != "maybe").sum())
        right += int(np.isin(told, RIGHT).sum())
    return right / max(kept, 1), right / annotated


def table(found: Sequence[Found]) -> str:
    """Of the pairs of each range of scores, the share that is right; maybes left aside."""
    score = np.concatenate([score[one.sure] for one, score, _, _ in found])
    right = np.concatenate([one.right[one.sure] for one, _, _, _ in found])
    lines = [f"least score {LEAST}", "| score | pairs | right |", "| --- | --- | --- |"]
    for low, high in zip((0.0, *BINS), BINS, strict=False):
        within = (score >= low) & (score < high)
        share = f"{right[within].mean():.2f}" if within.any() else "-"
        lines.append(f"| {low:.1f} to {min(high, 1):.1f} | {within.sum()} | {share} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
