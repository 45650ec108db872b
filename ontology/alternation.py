"""Lists of words as one pattern: a trie, so that a matcher looks at each character once and not at each word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""
_Trie = dict[str, Any]  # of tries; `_END` where a word ends


def alternation(words: Iterable[str]) -> str:
    """A pattern, in a group of its own, for any of some words; the longest that fits is tried first.

    >>> alternation(["县", "市", "县级市"])
    '(?:县(?:级市)?|市)'
    """
    root: _Trie = {}
    for word in words:
        node = root
        for sign in word:
            node = node.setdefault(sign, {})
        node[_END] = {}
    return f"(?:{_branches(root)})"


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


def _branches(node: _Trie) -> str:
    """What can follow; of words that begin alike the longer is tried first."""
    single = sorted(sign for sign, after in node.items() if after and set(after) == {_END})
    found = [re.escape(sign) + _rest(node[sign]) for sign in sorted(node) if sign != _END and sign not in single]
    if len(single) > 1:
        found.append("[" + "".join(map(re.escape, single)) + "]")
    else:
        found += map(re.escape, single)
    return "|".join(found)


def _rest(node: _Trie) -> str:
    branches = _branches(node)
    if not branches:
        return ""
    if _END in node:
        return f"(?:{branches})?"
    return f"(?:{branches})" if "|" in branches else branches
