"""The text of a page that a script puts in its place: sites send it as markup inside JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder

from lxml.etree import _Element as Element

_JSON = JSONDecoder(strict=False)  # sites leave line breaks in their strings
_VALUE = re.compile(r'"\s{0,9}:\s{0,9}"')
HAN = re.compile("[\u4e00-\u9fff]")
_MARKUP = re.compile(r"<(?:p|div|table|br|span|section|h[1-6])\b", re.IGNORECASE)
_LEAST = 100  # Chinese characters of a text
_MOST_FAILURES = 50
_SHORTEST = 400  # characters of a value that is looked at


def markup_of(root: Element) -> str:
    """The longest markup with Chinese text that is a value of JSON in the scripts of a page; "" where there is none."""
    best, most = "", _LEAST - 1
    for script in root.iter("script"):
        for value in _values(script.text or ""):
            if len(value) >= _SHORTEST and _MARKUP.search(value) and (count := len(HAN.findall(value))) > most:
                best, most = value, count
    return best


def _values(script: str) -> Iterator[str]:
    """The strings behind a key, one after the other."""
    at = failed = 0
    for match in _VALUE.finditer(script):
        if match.start() < at:
            continue
        try:
            value, at = _JSON.raw_decode(script, match.end() - 1)
        except ValueError:  # no JSON: a string of another language
            failed += 1
            if failed > _MOST_FAILURES:  # each costs as much as the script is long
                return
            continue
        yield value
