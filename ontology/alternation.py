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
