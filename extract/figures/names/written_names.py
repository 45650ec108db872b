"""The name of an indicator in the characters of its document: 資源回收率, which is read as 资源回收率."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guitu.extract.facts import Figure
from guitu.extract.figures.numbers.compact import Compact, compact
from guitu.extract.text import Text

_REACH = 400  # characters before a figure in which the words of its name stand


def as_written(figures: Iterable[Figure], text: Text) -> tuple[Figure, ...]:
    """The figures, those of a text in traditional characters with their names as written."""
    if not text.is_traditional:
        return tuple(figures)
    return tuple(replace(one, written=_written(one, text)) for one in figures)


def _written(figure: Figure, text: Text) -> str:
    """The longest parts of a name that stand before its number or in its row, each as the document writes it."""
    start = max(0, figure.span.start - _REACH)
    near = compact(text.folded[start : figure.span.end], start)
    name, made, at = figure.indicator, "", 0
    while at < len(name):
        size = _common(name, at, near)
        place = near.text.rfind(name[at : at + size]) if size else -1
        made += _own(near, place, size, text) if size else name[at]
        at += max(1, size)
    return made


def _common(name: str, at: int, near: Compact) -> int:
    """How many characters of a name from one place on stand together in some words; 0 for none."""
    size = 0
    while at + size < len(name) and name[at : at + size + 1] in near.text:
        size += 1
    return size


def _own(near: Compact, place: int, size: int, text: Text) -> str:
    return "".join(text.value[near.span(i, i + 1).start] for i in range(place, place + size))
