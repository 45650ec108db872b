"""Lines of a table that lost its form as cells: names of agencies below each other, by the columns they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.tables.lost_rows import is_names
from guitu.extract.cleaning.tables.table_heads import Heads
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_SIGN = re.compile("[省市区县州盟旗镇乡各]")
_ENDING = re.compile("(?:[局委办厅院会府部处科室]|集团|公司|街道|[镇乡])等?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell, and where the first of them stands."""

    at: int
    lines: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Its words in canonical signs."""
        return fold(without_spaces("".join(self.lines)))

    @property
    def names(self) -> bool:
        """Whether it holds agencies and nothing else."""
        return bool(self.lines) and all(map(names, self.lines))


def names(line: str) -> bool:
    """Whether a line holds agencies and nothing else, told by a sign of their level or an ending of bureaus.

    >>> names("市水利局、各区政府"), names("财政局"), names("培育龙头企业")
    (True, True, False)
    """
    words = fold(without_spaces(line))
    return bool(_SIGN.match(words) or _ENDING.search(words)) and is_names(words)


def cells(lines: Sequence[str], heads: Heads) -> list[Cell]:
    """The lines as cells: names of agencies on lines below each other are one cell for each column of agencies.

    One for each line where there are as many; else they are told apart by who leads (the first line) or by the sign of
    their level, where each column has its own in the other rows (县农业农村局, 市农业农村局); else they stay apart.
    """
    found: list[Cell | tuple[Cell, ...]] = [Cell(at, (line,)) for at, line in enumerate(lines[: heads.width])]
    at = heads.width
    while at < len(lines):
        run = [Cell(at, (lines[at],))]
        while heads.agencies and run[-1].names and at + len(run) < len(lines):
            after = Cell(at + len(run), (lines[at + len(run)],))
            if not after.names:
                break
            run.append(after)
        found.append(tuple(run) if heads.agencies and run[0].names else run[0])
        at += len(run)
    signs = _signs([run for run in found if isinstance(run, tuple)], len(heads.agencies))
    apart: list[Cell] = []
    for run_ in found:
        apart += _by_column(run_, heads, signs) if isinstance(run_, tuple) else [run_]
    return apart


def _signs(runs: Sequence[tuple[Cell, ...]], width: int) -> tuple[frozenset[str], ...]:
    """The signs of level that names bear in each column, by the rows that have a line for each; empty where shared."""
    whole = [run for run in runs if len(run) == width]
    found = tuple(frozenset(run[column].shown[0] for run in whole) for column in range(width))
    signed = all(signs and all(map(_SIGN.match, signs)) for signs in found)
    apart = len(frozenset().union(*found)) == sum(map(len, found))
    return found if signed and apart else ()


def _by_column(run: tuple[Cell, ...], heads: Heads, signs: tuple[frozenset[str], ...]) -> Sequence[Cell]:
    width = len(heads.agencies)
    if len(run) == width or heads.agencies[-1] - heads.agencies[0] != width - 1:
        return run
    if width == 1:
        return [_joined(run, run[0].at)]
    if heads.led and width == 2:
        return [run[0], _joined(run[1:], run[0].at + 1)]
    of_column = [tuple(cell for cell in run if cell.shown[0] in one) for one in signs]
    if sum(of_column, ()) != run or not signs:
        return run
    starts = [run[0].at + sum(map(len, of_column[:column])) for column in range(width)]
    return [_joined(own, start) for own, start in zip(of_column, starts, strict=True)]


def _joined(run: Sequence[Cell], at: int) -> Cell:
    return Cell(at, tuple(line for cell in run for line in cell.lines))
