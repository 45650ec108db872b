"""Lists of words as one pattern: a trie, so that a matcher looks at each character once and not at each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise


def alternation(words: Iterable[str]) -> str:
    """A pattern, in a group of its own, for any of some words; the longest that fits is tried first.

    >>> alternation(["县", "市", "县级市"])
    '(?:县(?:级市)?|市)'
    """
    known = sorted({*words} - {""})
    every = f"(?:{'|'.join(_branches(known))})"
    signs = dict.fromkeys(word[0] for word in known)
    # one look at a class refuses what many branches would refuse one after the other
    return f"(?:(?=[{''.join(map(_escaped, signs))}]){every})" if len(signs) > _MANY else every


_MANY = 24  # signs that words begin with


def han_but(signs: str) -> str:
    """The Chinese signs without some of them, to stand in a class: one look at each, where (?![…]) takes two.

    >>> re.findall(f"[{han_but('和与')}A-Z]+", "甲园和A区与丙园")
    ['甲园', 'A区', '丙园']
    """
    bounds = [ord("一") - 1, *sorted(map(ord, signs)), ord("龥") + 1]
    return "".join(f"{chr(one + 1)}-{chr(other - 1)}" for one, other in pairwise(bounds) if other - one > 1)


def names_in_text(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds names in running text, the longest first; 5G and AI not inside longer words of letters.

    >>> names_in_text(["AI", "养老", "养老服务"]).findall("AI养老服务，不是AIDS")
    ['AI', '养老服务']
    """
    every = sorted(names)
    signs = [alternation(found)] if (found := [name for name in every if not name.isascii()]) else []
    letters = (
        [rf"(?<![A-Za-z]){alternation(found)}(?![A-Za-z])"] if (found := [n for n in every if n.isascii()]) else []
    )
    return re.compile("|".join([*signs, *letters]))


def _branches(words: Sequence[str]) -> list[str]:
    """What sorted words begin with and how these go on; single signs at the end, since longer words are tried first."""
    by_sign: dict[str, list[str]] = {}
    for word in words:
        by_sign.setdefault(word[0], []).append(word)
    single = [_escaped(sign) for sign, begun in by_sign.items() if begun == [sign]]
    found = [_of_one(begun) for sign, begun in by_sign.items() if begun != [sign]]
    return [*found, f"[{''.join(single)}]"] if len(single) > 1 else [*found, *single]


def _of_one(words: Sequence[str]) -> str:
    """The same of words that begin alike."""
    first, last, same = words[0], words[-1], 1
    if first is last:
        return _escaped(first)
    while first[same : same + 1] == last[same]:
        same += 1
    whole = len(first) == same  # the first ends where the others go on
    after = _branches([word[same:] for word in words[whole:]])
    told = _escaped(first[:same])
    if whole or len(after) > 1:
        return f"{told}(?:{'|'.join(after)}){'?' if whole else ''}"
    return told + after[0]


def _escaped(word: str) -> str:
    return word if word.isalnum() else re.escape(word)
