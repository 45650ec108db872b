"""What a stretch of text says: a quantity with what it measures, or a number that was not read."""

from __future__ import annotations

from dataclasses import dataclass

from guitu.extract.figures.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Statement:
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
