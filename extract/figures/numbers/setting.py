"""A number with the words of its clause around it."""

from __future__ import annotations

from typing import NamedTuple

from guitu.extract.figures.numbers.quantities import Quantity


class Setting(NamedTuple):
    """A number with the words of its clause: before it from the last figure on, after it, and up to the next number.

    `sign`: the character right before it; `counted`: a counter stands among the later numbers of the clause;
    `inside`: the number stands right behind one that counts things (1所200张床位以上的养老院);
    `minimum`: 不低于 and the like stand before it; `named`: a colon follows the clause.
    """

    quantity: Quantity
    head: str
    tail: str
    between: str | None = None
    sign: str = ""
    counted: bool = False
    inside: bool = False
    minimum: bool = False
    named: bool = False
