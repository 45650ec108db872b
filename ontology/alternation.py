"""Lists of words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern, in a group of its own, for any of some words; of those at one place the longest is found.

    Words are grouped by the signs that they begin with, so that a place is given up at the first sign that no word has:
    hundreds of words cost little more than one.

    >>> alternation(["县", "市", "县级市"])
    '(?:县(?:级市)?|市)'
    """
    return _grouped(sorted(set(words)))


def _grouped(words: list[str]) -> str:
    """The pattern of sorted words; the empty one among them makes all others optional."""
    optional = bool(words) and words[0] == ""
    rest = words[1:] if optional else words
    branches: list[str] = []
    ends: list[str] = []
    i = 0
    while i < len(rest):
        first = rest[i][0]
        j = i
        while j < len(rest) and rest[j][0] == first:
            j += 1
        tails = [word[1:] for word in rest[i:j]]
        if tails == [""]:
            ends.append(first)
        else:
            branches.append(re.escape(first) + (re.escape(tails[0]) if len(tails) == 1 else _grouped(tails)))
        i = j
    if len(ends) > 1:
        branches.append("[" + "".join(re.escape(sign) for sign in ends) + "]")
    else:
        branches += [re.escape(sign) for sign in ends]
    return "(?:" + "|".join(branches) + ")" + ("?" if optional and branches else "")


def names_in_text(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds names in running text, the longest first; 5G and AI not inside longer words of letters.

    >>> names_in_text(["AI", "养老", "养老服务"]).findall("AI养老服务，不是AIDS")
    ['AI', '养老服务']
    """
    every = set(names)
    letters = {name for name in every if name.isascii()}
    signs = [alternation(every - letters)] if every - letters else []
    return re.compile("|".join([*signs, *([rf"(?<![A-Za-z]){alternation(letters)}(?![A-Za-z])"] if letters else [])]))
