"""One pass over a text that marks every word of every lexicon (Aho-Corasick, so linear whatever the lexicons hold)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from guitu.extract.text import Span
from guitu.extract.words.lexicons import GOES_ON, Lexicon, lexicons, made_last_words


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the words of each lexicon stand in a text: their starts, in order, and their ends beside them."""

    starts: dict[Lexicon, list[int]]
    ends: dict[Lexicon, list[int]]

    def has(self, lexicon: Lexicon, span: Span) -> bool:
        """Whether a word of a lexicon stands within a span.

        >>> marks("建设软件园。").has("place", Span(0, 4))
        False
        """
        starts, ends = self.starts[lexicon], self.ends[lexicon]
        i = bisect_left(starts, span.start)
        while i < len(starts) and starts[i] < span.end:
            if ends[i] <= span.end:
                return True
            i += 1
        return False

    def starts_in(self, lexicon: Lexicon, span: Span) -> list[int]:
        """Where the words of a lexicon within a span begin, counted from its start.

        >>> marks("建设软件园。").starts_in("place", Span(2, 6)), marks("建设软件园。").starts_in("place", Span(0, 4))
        ([0], [])
        """
        starts, ends = self.starts[lexicon], self.ends[lexicon]
        inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        return [starts[i] - span.start for i in inside if ends[i] <= span.end]

    def longest(self, lexicon: Lexicon, span: Span) -> Iterator[tuple[int, int]]:
        """The words of a lexicon within a span from left to right, the longest at each place, none over another.

        >>> said = "发展智能网联汽车"
        >>> [said[start:end] for start, end in marks(said).longest("topic", Span(0, len(said)))]
        ['智能网联汽车']
        """
        starts, ends = self.starts[lexicon], self.ends[lexicon]
        i, at = bisect_left(starts, span.start), span.start
        while i < len(starts) and starts[i] < span.end:
            start, best = starts[i], 0
            while i < len(starts) and starts[i] == start:
                if ends[i] <= span.end:
                    best = max(best, ends[i])
                i += 1
            if start >= at and best:
                yield start, best
                at = best


@lru_cache(maxsize=2)  # the documents of one file share its text
def marks(text: str) -> Marks:
    """Every word of every lexicon in a text of canonical signs, also those that overlap.

    Words of letters count only by themselves: AI, but not in AIDS.
    """
    automaton, kinds, letters, made = _automaton()
    found: dict[Lexicon, list[tuple[int, int]]] = {lexicon: [] for lexicon in lexicons()}
    for word, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if word in letters and (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
            continue
        if word in made and text[end : end + 1] in GOES_ON:
            continue
        for lexicon in kinds[word]:
            found[lexicon].append((start, end))
    for places in found.values():
        places.sort()
    return Marks(
        {lexicon: [start for start, _ in places] for lexicon, places in found.items()},
        {lexicon: [end for _, end in places] for lexicon, places in found.items()},
    )


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Lexicon, ...], ...], frozenset[int], frozenset[int]]:
    """The matcher, for each of its words the lexicons that hold it, and which are of letters, which made."""
    kinds: dict[str, list[Lexicon]] = {}
    for lexicon, words in lexicons().items():
        for word in words:
            kinds.setdefault(word, []).append(lexicon)
    ordered = sorted(kinds)
    letters = frozenset(i for i, word in enumerate(ordered) if word.isascii())
    made = frozenset(i for i, word in enumerate(ordered) if word in made_last_words())
    return AhoCorasick(ordered), tuple(tuple(kinds[word]) for word in ordered), letters, made
