"""Names whose proper noun the document shows elsewhere: with 白沙经济开发区, 白沙服务业聚集区 is a place too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guitu.extract.places.industries import industrial
from guitu.extract.places.place_names import PlaceName, untitled
from guitu.extract.places.place_words import kind_words, last_word, last_words, never_inside
from guitu.extract.places.regions import at_head
from guitu.extract.places.word_borders import divides
from guitu.ontology.alternation import alternation

_SHORTEST, _WINDOW = 2, 20


def proper_nouns(places: Iterable[PlaceName], place: str | None) -> frozenset[str]:
    """The proper nouns of names that were read, but regions, which need no showing."""
    heads = {p.name[: p.head] for p in places if p.head >= _SHORTEST and p.name[p.head :]}
    return frozenset(head for head in heads if at_head(head, place) is None)


@cache
def _any_of(heads: frozenset[str]) -> re.Pattern[str]:
    return re.compile(alternation(heads))


def with_known_head(words: str, heads: frozenset[str]) -> Iterator[PlaceName]:
    """The names in a passage that one of the proper nouns and words of kind make."""
    if not heads:
        return
    words = untitled(words)
    for m in _any_of(heads).finditer(words):
        last = last_word().search(words, m.end(), m.end() + _WINDOW)
        kind = words[m.end() : last.end("last")] if last else ""
        if last is None or never_inside().search(kind) or not kind_words().fullmatch(kind):
            continue
        start, end = m.start(), last.end("last")
        if not divides(words, start, end, len(m[0])):
            middle = words[m.end() : last.start()]
            yield PlaceName(
                words[start:end],
                last_words()[last["last"]],
                start,
                end,
                industrial(middle, last["last"]),
                head=len(m[0]),
            )
