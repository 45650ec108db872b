"""The line of a head that names number, issuer and day together: （云州市水利局2024年3月5日印发，云水〔2024〕3号）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guitu.extract.structure.document.dates import DATE, day
from guitu.extract.structure.document.head import NUMBER, Head, Line
from guitu.extract.structure.document.issuers import is_signature, names
from guitu.extract.structure.document.numbers_and_days import OF_ANOTHER
from guitu.extract.text import Block

_DAY = re.compile(rf"(?P<day>{DATE.pattern}) ?(?:印发|发布|公布|颁布|成文)?")
_BETWEEN = " ，、；/|"
_LONGEST = 120
_SHORTEST_WORD, _LONGEST_WORD = 3, 9  # characters before the year of a number: 云政发
_FEWEST = 2  # of number, issuer and day; one alone may be of anything


@dataclass(frozen=True, slots=True)
class Imprint:
    """What such a line says, and the line."""

    number: str | None = None
    names: tuple[str, ...] = ()
    issued: date | None = None
    blocks: tuple[Block, ...] = ()


def read(head: Head) -> Imprint:
    """The first such line; an empty one where none stands. A line with any other word is none."""
    listed = {span.start for span in head.listed.values()}  # the record of a site has labels
    lines = (line for line in head.shown if not any(at in line.block.span for at in listed))
    return next((found for line in lines if (found := _imprint(line))), Imprint())


def _imprint(line: Line) -> Imprint | None:
    words = line.text.strip()
    if len(words) > _LONGEST or not set(words) & set("年〔"):
        return None
    if words[:1] in "（(" and words[-1:] in "）)":
        words = words[1:-1]
    dated = _DAY.search(words)
    left = words[: dated.start()] + "，" + words[dated.end() :] if dated else words
    for number, rest in _numbers(left):
        signs = rest.strip(_BETWEEN)
        signed = names(signs) if signs and is_signature(signs) else ()
        told = bool(number) + bool(signed) + bool(dated)
        if told >= _FEWEST and bool(signs) == bool(signed) and (number or signed):
            issued = day(dated["day"]) if dated else None
            return Imprint(_plain(number) if number else None, signed, issued, (line.block,))
    return None


def _numbers(words: str) -> Iterator[tuple[str, str]]:
    """The ways to take the number out, each with what is left: a name that runs into its word is not of it."""
    found = NUMBER.search(words)
    if not found:
        yield "", words
        return
    before, behind = words[: found.start()], words[found.end() :]
    word = re.split("[〔（{﹝]", found[0])[0].rstrip()
    for at in range(len(word) - _SHORTEST_WORD, 0, -1):  # 云州市水利局云水发〔2024〕3号
        yield found[0][at:], f"{before}{found[0][:at]}，{behind}"
    if len(word) <= _LONGEST_WORD and not OF_ANOTHER.match(word):
        yield found[0], f"{before}，{behind}"


def _plain(number: str) -> str:
    return re.sub(r"\s", "", number).translate(str.maketrans("（{﹝）}﹞", "〔〔〔〕〕〕")).replace("〕第", "〕")
