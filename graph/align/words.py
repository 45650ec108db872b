"""The words of tasks: pairs of letters, words in Latin letters, topics and instruments.

All those of a document are numbers, so that they are found and counted as arrays: of a pair its two letters, of a
single letter itself, of any other word a hash.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.sparse import WIDTH
from guitu.graph.align.subjects import REMEMBERED, concepts, topic_labels
from guitu.graph.align.units import bigrams
from guitu.ontology.plan_words import rarity
from guitu.ontology.word_meanings import numbered

CONCEPT = 2  # a topic or instrument counts as two words

Places = NDArray[np.int64]

_RUN = re.compile(r"[\u4e00-\u9fff]+|[a-z][a-z0-9+]*|[0-9]+[a-z]+")  # 智慧港口 is words of two letters
_LATIN = re.compile(r"[a-z][a-z0-9+]*|[0-9]+[a-z]+")  # 5G, EDA and CAE are words
_FIRST, _LAST = 0x4E00, 0x9FFF  # letters of Chinese
_LETTER = 16  # bits
_HASHED = 1 << 62  # numbers from here on are no letters


class Word(NamedTuple):
    """What is known of a word: its column, how rare it is, its row in the table of meanings, whether it is a topic."""

    column: int
    rarity: float
    meaning: int
    topical: bool


def words(text: str) -> list[str]:
    """The words of a text, each as often as it has them, topics and instruments behind the others.

    >>> words("发展5G")
    ['发展', '5g', '#第五代移动通信', '#第五代移动通信']
    """
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        found += bigrams(run) if run[0] >= "\u4e00" else [run]
    return found + CONCEPT * sorted(f"#{label}" for label in concepts(text))


def numbers(texts: Sequence[str]) -> tuple[Places, Places, dict[int, str]]:
    """The `words` of some texts as numbers, and the text of each, in no order; and those words that are no letters.

    >>> found, text, others = numbers(["发展5G", "港"])
    >>> [spelt(word, others) for word in found.tolist()], text.tolist()
    (['发展', '港', '5g', '#第五代移动通信', '#第五代移动通信'], [0, 1, 0, 0, 0])
    """
    low = [text.lower() for text in texts]
    whole, starts = "\n".join(low), np.array([0, *accumulate(len(text) + 1 for text in low)], dtype=np.int64)
    letters, places = _letters(whole)
    others = dict[int, str]()
    found, at = list[int](), list[int]()
    for place, word in ((match.start(), match[0]) for match in _LATIN.finditer(whole)):
        found.append(_number(word))
        at.append(place)
        others[found[-1]] = word
    text = np.searchsorted(starts, np.concatenate([places, np.array(at, dtype=np.int64)]), side="right") - 1
    named, of_text = list[int](), list[int]()
    for i, label in _named(texts):
        number = _number(label)
        named += CONCEPT * [number]
        of_text += CONCEPT * [i]
        others[number] = label
    rest = np.array([*found, *named], dtype=np.int64)
    return np.concatenate([letters, rest]), np.concatenate([text, np.array(of_text, dtype=np.int64)]), others


def _letters(whole: str) -> tuple[Places, Places]:
    """Every two letters in a row, and letters that stand alone, with their places."""
    signs = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    ours = np.zeros(len(signs) + 2, dtype=bool)
    ours[1:-1] = (signs >= _FIRST) & (signs <= _LAST)
    here, before, behind = ours[1:-1], ours[:-2], ours[2:]
    places = np.flatnonzero(here & (behind | ~before))
    second = np.append(signs[1:], 0)
    return np.where(behind[places], signs[places] << _LETTER | second[places], signs[places]), places


def _named(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((i, f"#{label}") for i, text in enumerate(texts) for label in concepts(text))


@lru_cache(REMEMBERED)
def _number(word: str) -> int:
    return _HASHED | int.from_bytes(hashlib.blake2b(word.encode("utf-8"), digest_size=8).digest()) >> 2


def spelt(number: int, others: Mapping[int, str]) -> str:
    """The word of a number; `others`: as `numbers` gives them."""
    if number >= _HASHED:
        return others[number]
    return chr(number) if number < 1 << _LETTER else chr(number >> _LETTER) + chr(number & ((1 << _LETTER) - 1))


def known(found: Places, others: Mapping[int, str]) -> list[Word]:
    """What is known of some words, by ascending numbers."""
    letters = int(np.searchsorted(found, _HASHED))
    every: list[int] = found.tolist()
    return [*map(_of_letters, every[:letters]), *map(_of, map(others.__getitem__, every[letters:]))]


@lru_cache(REMEMBERED)
def _of_letters(number: int) -> Word:
    return _of(spelt(number, {}))


@lru_cache(REMEMBERED)
def _of(word: str) -> Word:
    rows, table = numbered()
    topical = word[0] == "#" and word[1:] in topic_labels()
    return Word(zlib.crc32(word.encode("utf-8")) % WIDTH, rarity(word), rows.get(word, len(table) - 1), topical)
