"""Lists of words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern, in a group of its own, for any of some words; the longest comes first, so that it is found whole.

    >>> alternation(["县", "市", "县级市"])
    '(?:县级市|县|市)'
    """
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def names_in_text(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds names in running text, the longest first; 5G and AI not inside longer words of letters.

    >>> names_in_text(["AI", "养老", "养老服务"]).findall("AI养老服务，不是AIDS")
    ['AI', '养老服务']
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    found = (rf"(?<![A-Za-z]){re.escape(n)}(?![A-Za-z])" if n.isascii() else re.escape(n) for n in ordered)
    return re.compile("|".join(found))
