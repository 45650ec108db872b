"""Counts what words mean from plans: writes `ontology/registry/word-meanings.ttl` anew.

    make meanings PLANS="FOLDER…" APART="FOLDER…"

Words are used alike that stand in the same tasks and sentences more often than chance would have it (positive pointwise
mutual information; Levy, Goldberg, Dagan 2015). Of the table of all words beside all words the strongest directions are
kept, each word at the same length, rounded. Documents of `APART` are left out: what is measured on them is not learned
from them.
"""

from __future__ import annotations

import argparse
import base64
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from sklearn.utils.extmath import randomized_svd

from guitu.graph.align.units import units_of
from guitu.graph.align.vectors import Floats
from guitu.graph.align.words import words
from guitu.graph.copies.works import Work, letters
from guitu.ontology.word_meanings import DIMENSIONS, GREATEST, MIDDLE
from tests.calibrate import works_in

FILE = Path(__file__).resolve().parents[1] / "ontology" / "registry" / "word-meanings.ttl"
RARE = 8  # a word that fewer passages hold has no meaning of its own
SHORTEST = 6  # letters of a sentence that counts
SMOOTHED = 0.75  # what stands beside a word: rare words count as a little less rare
CUT = 0.995  # the few greatest numbers of all are rounded down to this one
_SENTENCE = re.compile(r"[^。；！？\n]+")


def main() -> None:
    """Reads the command line, counts, writes."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("plans", nargs="+", type=Path)
    cli.add_argument("--apart", nargs="*", type=Path, default=[])
    args = cli.parse_args()
    apart = {letters(work.primary.document.title) for work in works_in(*args.apart)}
    works = [work for work in works_in(*args.plans) if letters(work.primary.document.title) not in apart]
    found = [*passages(works)]
    vocabulary, vectors = meanings(found)
    FILE.write_text("\n".join((_head(), *_entries(vocabulary, vectors), "")), "utf-8")
    print(f"{len(works)} documents, {len(found)} passages, {len(vocabulary)} words")


def passages(works: Iterable[Work]) -> Iterator[str]:
    """The tasks of some documents, and the sentences of each, every one once."""
    found = set[str]()
    for work in works:
        for unit in units_of(work.primary.facts, work.key):
            found |= {f"{unit.title}。{unit.body}", unit.title, *_SENTENCE.findall(unit.body)}
    yield from sorted(one for one in found if len(one) >= SHORTEST)


def meanings(texts: Sequence[str]) -> tuple[list[str], Floats]:
    """The words that enough passages hold, and a vector of each."""
    held = [set(words(text)) for text in texts]
    counted = Counter(word for some in held for word in some)
    vocabulary = sorted(word for word, count in counted.items() if count >= RARE)
    place = {word: i for i, word in enumerate(vocabulary)}
    cells = [(row, place[word]) for row, some in enumerate(held) for word in sorted(some & place.keys())]
    rows, columns = np.array(cells, dtype=np.int64).T
    shape = len(texts), len(vocabulary)
    strongest, strength, _ = randomized_svd(
        _more_than_chance(csr_matrix((np.ones(len(cells)), (rows, columns)), shape=shape)),
        DIMENSIONS,
        n_iter=8,
        random_state=0,
    )
    found = strongest * np.sqrt(strength)
    return vocabulary, found / np.linalg.norm(found, axis=1)[:, None]


def _more_than_chance(held: csr_matrix) -> csr_matrix:
    """(words, words) how much more often two stand in one passage than chance would have it; 0 where they do not."""
    pairs, count = (held.T @ held).tocoo(), np.asarray(held.sum(axis=0)).ravel()
    smooth = count**SMOOTHED * (count.sum() / (count**SMOOTHED).sum())
    more = np.log(pairs.data * held.shape[0] / (count[pairs.row] * smooth[pairs.col]))
    kept = (pairs.row != pairs.col) & (more > 0)
    return coo_matrix((more[kept], (pairs.row[kept], pairs.col[kept])), shape=pairs.shape).tocsr()


def _head() -> str:
    """What stands before the entries of the file: its remarks and prefixes."""
    return FILE.read_text("utf-8").split("\nwords:", 1)[0]


def _entries(vocabulary: Sequence[str], vectors: Floats) -> Iterator[str]:
    unit = np.quantile(np.abs(vectors), CUT) / GREATEST
    halves = np.rint(vectors / unit).clip(-GREATEST, GREATEST).astype(np.int64) + MIDDLE
    topical = np.array([word[0] == "#" for word in vocabulary])
    for name, which in (("pair", ~topical), ("topic", topical)):
        packed = (halves[which, ::2] << 4 | halves[which, 1::2]).astype(np.uint8).tobytes()
        told = " ".join(word for word, one in zip(vocabulary, which, strict=True) if one)
        yield f'words:{name} skos:hiddenLabel "{told}" ;'
        yield f'    reg:vectors "{base64.b64encode(packed).decode()}"^^xsd:base64Binary .'


if __name__ == "__main__":
    main()
