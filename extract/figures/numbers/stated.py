"""What a stretch of text says: a quantity with what it measures, or a number that was not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from guitu.extract.figures.numbers.quantities import Quantity
from guitu.ontology.units import units

_FIRST_SIGNS = "".join(sorted({re.escape(label[0]) for label in units()}))
MAY_COUNT = re.compile(  # its first sign is looked for, and no more
    r"[\d翻半分一二两三四五六七八九十百千〇零万亿]"
    rf"(?:(?<=[\d翻半])|(?<=分)之|(?<=[一二两三四五六七八九十百千〇零万亿])[余多来]?[{_FIRST_SIGNS}])"
)
"""A cue without which a text holds no figure: a digit, a numeral before a unit, a doubling, a fraction."""


class Statement(NamedTuple):
    """A quantity and what it measures; [start, end) is the stretch of the text that says so.

    `former`: the lower end of 从60%提高到80%, a value of the past; `lead_in`: the words between clause and number;
    `year`: its own of the years that a sentence shares out, 到2025年和2030年，…分别达到60%和80%.
    """

    indicator: str
    quantity: Quantity
    start: int
    end: int
    lead_in: str
    former: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that looked like a figure, and why it was not read."""

    reason: str
    start: int
    end: int
