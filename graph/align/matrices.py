"""The words of all tasks as sparse matrices, a row per task, so that whole lists of pairs are compared at once.

Words are pairs of letters, words in Latin letters, and the topics and instruments that the registry knows by several
names. A word weighs the less the more tasks use it: what every plan says (推进, 体系) weighs next to nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from guitu.graph.align.subjects import concepts, subjects
from guitu.graph.align.units import Unit, bigrams

CONCEPT = 2  # a topic or instrument counts as two words
TITLE = 4  # a word of the title counts as often as in the body
IN_TITLE, IN_HEAD, IN_BODY = 1.0, 0.6, 0.3  # how strongly a task names what stands there
LONGEST = 12  # letters of a subject that is looked for in other tasks
DIGITS = 6  # of weights: enough to tell apart, and the same on every machine

# 智慧港口 is words of two letters; 5G, EDA and CAE are words
_RUN = re.compile(r"[\u4e00-\u9fff]+|[a-z][a-z0-9+]*|[0-9]+[a-z]+")

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matrices:
    """Rows by unit. `full`, `head`: words, each row of length 1; `names`: the subjects that a unit has;
    `named`: the subjects of any unit that it names, weighed by where it does and by how telling they are."""

    full: csr_array
    head: csr_array
    names: csr_array
    named: csr_array


def words(text: str) -> list[str]:
    """The words of a text, each as often as it has them, topics and instruments behind the others.

    >>> words("发展5G")
    ['发展', '5g', '#第五代移动通信', '#第五代移动通信']
    """
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        found += bigrams(run) if run[0] >= "\u4e00" else [run]
    return found + CONCEPT * sorted(_labels(text))


def _labels(text: str) -> list[str]:
    return [f"#{label}" for label in concepts(text)]


def matrices(units: Sequence[Unit]) -> Matrices:
    """The matrices of some units."""
    bodies = [words(f"{unit.title}。{unit.body}") for unit in units]
    column = {word: i for i, word in enumerate(sorted({word for found in bodies for word in found}))}
    counts = _counted(bodies, column)
    titles = _counted([words(unit.title) for unit in units], column)
    heads = _counted([words(f"{unit.title}。{unit.head}") for unit in units], column)
    rarity = _rarity(counts)
    names, named = _naming(units)
    return Matrices(
        full=_weighed(csr_array(counts + (TITLE - 1) * titles), rarity),
        head=_weighed(heads, rarity),
        names=names,
        named=named,
    )


def _counted(texts: Sequence[Sequence[str]], column: Mapping[str, int]) -> csr_array:
    counts = (Counter(word for word in text if word in column) for text in texts)
    return _rows([{column[word]: float(count) for word, count in found.items()} for found in counts], len(column))


def _rarity(counts: csr_array) -> Floats:
    """The inverse document frequency of each column, natural logarithm; never negative."""
    rows, used = counts.shape[0], np.bincount(counts.indices, minlength=counts.shape[1])
    rarity: Floats = np.log((rows + 1) / (used + 0.5)).clip(min=0.05)
    return np.round(rarity, DIGITS)


def _weighed(counts: csr_array, rarity: Floats) -> csr_array:
    weighed = csr_array(counts)
    weighed.data = np.round(1 + np.log(weighed.data), DIGITS)
    weighed = csr_array(weighed @ diags_array(rarity))
    lengths = np.sqrt(weighed.multiply(weighed).sum(axis=1))
    return csr_array(diags_array(1 / np.where(lengths > 0, lengths, 1)) @ weighed)


# ---- subjects ----


def _naming(units: Sequence[Unit]) -> tuple[csr_array, csr_array]:
    """Which subjects each unit has, and which it names. A unit whose title tells none has those of its context."""
    own = [_own(unit) for unit in units]
    column = {subject: i for i, subject in enumerate(sorted({subject for found in own for subject in found}))}
    names = _rows([{column[subject]: 1.0 for subject in found} for found in own], len(column))
    named = _rows([dict(_named(unit, column)) for unit in units], len(column))
    rarity = _rarity(named)
    telling = rarity / np.log(len(units) + 1) if len(units) else rarity
    return names, csr_array(named @ diags_array(np.round(telling.clip(max=1), DIGITS)))


def _own(unit: Unit) -> tuple[str, ...]:
    above = unit.context.split("。")[0]
    told = subjects(unit.title) or subjects(above)
    return (*(subject[:LONGEST].lower() for subject in told), *(_labels(unit.title) or _labels(above)))


def _named(unit: Unit, column: dict[str, int]) -> Iterator[tuple[int, float]]:
    for text, weight in ((unit.body, IN_BODY), (unit.head, IN_HEAD), (unit.title, IN_TITLE)):
        for part in (*_parts(text.lower()), *_labels(text)):
            if part in column:
                yield column[part], weight


def _parts(text: str) -> Iterable[str]:
    return (text[i : i + n] for i in range(len(text) - 1) for n in range(2, min(LONGEST, len(text) - i) + 1))


def _rows(rows: Sequence[dict[int, float]], width: int) -> csr_array:
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.fromiter((i for row in rows for i in sorted(row)), dtype=np.int64)
    values = np.fromiter((row[i] for row in rows for i in sorted(row)), dtype=np.float64)
    return csr_array((values, columns, ends), shape=(len(rows), width))


# ---- comparing ----


def products(one: csr_array, other: csr_array, left: Places, right: Places) -> Floats:
    """Of each pair of rows the sum of products: for rows of length 1 the cosine."""
    return np.asarray(one[left].multiply(other[right]).sum(axis=1)).ravel()


def strongest(one: csr_array, other: csr_array, left: Places, right: Places) -> Floats:
    """Of each pair of rows the greatest product; 0 where they share nothing."""
    found = one[left].multiply(other[right]).tocsr()
    return np.asarray(found.max(axis=1).todense()).ravel() if found.nnz else np.zeros(len(left))
