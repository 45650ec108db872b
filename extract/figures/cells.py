"""The cells of an indicator table: a name with its unit, a value, and several of both in one cell, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guitu.extract.figures.quantities import Quantity, number, quantities
from guitu.extract.text import Cell, Span, Text
from guitu.ontology.units import units

_UNIT_REMARK = re.compile(r"[（〔](?:单位[：:]?)?([^（）〔〕]{1,12})[）〕]")
_EMPTY = re.compile(r"^[-—–/\\、*＊·.…]*$|^(?:无|暂无|——)$")
_ROW_NUMBER = re.compile(r"^(?:\d{1,3}[.、．]|[（〔]\d{1,3}[）〕]|[①-⑳])\s*(?=[^\d%])")
_MARKS = re.compile(r"[*＊△▲★☆#※]|注\d?$")
INNER = re.compile(r"^[—–-]*其中[，：:、]?")
_THRESHOLD = re.compile(r"(?:超过?|突破|大于|达到?)[\d.百千万亿]+(?:元|人|吨|家)?(?:以上)?的?")
HELD = re.compile(r"^[〔\[【](.*)[〕\]】]$")  # 〔500〕, [4]: counted over the whole period
_FOREWORDS = 8  # characters of words before the number of a cell: 力争达到80
_REMARKS = re.compile(r"（[^（）]*）|\s+")
_ENDS = re.compile(r"\d{1,9}(?:\.\d{1,6})?[-~—至]{1,2}(\d{1,9}(?:\.\d{1,6})?)")
_LINE = re.compile(r"[^\n]+")
_MEASURE = re.compile("(?:率|比例|比重|占比|数|量|额|值|水平|面积|收入|里程)$")


def lines(text: Text, cell: Cell) -> list[tuple[str, Span]]:
    """The lines of a cell without their spaces, each with its place."""
    whole = text.read(cell.span)
    found = ((re.sub(r"\s+", "", m[0]), m.span()) for m in _LINE.finditer(whole))
    return [(words, Span(cell.span.start + a, cell.span.start + b)) for words, (a, b) in found if words]


def parted(text: Text, at: Cell, cell: Cell) -> Iterator[tuple[str, str, Span, Span]]:
    """Names and values of two cells, with their places: one of each, or one for each line where a cell has several.

    初中、小学 under 巩固率（%） are 初中巩固率（%） and 小学巩固率（%）. Empty where lines and values do not fit.
    """
    named, valued = lines(text, at), lines(text, cell)
    if len(valued) < 2 or any(value_of(words) is None for words, _ in valued):
        joined = ["".join(words for words, _ in one) for one in (named, valued)]
        yield joined[0], joined[1], at.span, cell.span
        return
    head = named[0][0] if len(named) == len(valued) + 1 else ""
    if len(named) - bool(head) != len(valued):
        return
    for (name, name_place), (value, place) in zip(named[bool(head) :], valued, strict=True):
        yield (_below(name, head) if head else name), value, name_place, place


def _below(name: str, head: str) -> str:
    """The name of a line below one that says what is measured."""
    name = INNER.sub("", name)
    plain = _ROW_NUMBER.sub("", head)
    return name if _MEASURE.search(_UNIT_REMARK.sub("", name)) else name + plain


def name_of(raw: str, above: str) -> tuple[str, str]:
    """The indicator of a row and the unit behind its name; 其中 takes what it leaves out from the row above."""
    name = _MARKS.sub("", _ROW_NUMBER.sub("", raw))
    unit = unit_in(name)
    name = _UNIT_REMARK.sub(lambda m: "" if is_unit(m[1]) else m[0], name).strip("：:，、")
    if not INNER.match(name):
        return name, unit
    name = INNER.sub("", name)
    own, outer = _THRESHOLD.match(name), _THRESHOLD.search(above)
    if own and outer and outer.start():
        rest, rest_above = name[own.end() :], above[outer.end() :]
        of = "的" if outer[0].endswith("的") and not own[0].endswith("的") else ""
        return above[: outer.start()] + own[0] + of + (rest_above if rest_above.endswith(rest) else rest), unit
    return name, unit


def unit_in(words: str) -> str:
    """The unit in the brackets of a name or a heading; "" for none."""
    return next((m[1] for m in _UNIT_REMARK.finditer(words) if is_unit(m[1])), "")


def is_unit(words: str) -> bool:
    """Whether words in brackets are a unit, with or without a scale."""
    return words in units() or re.sub(r"^[百千]?[万亿]{1,2}|^[百千]", "", words) in units() or "/" in words


def value_of(words: str, bare: bool = False) -> Quantity | None:
    """The one number of a cell; None for an empty cell, a year or words; `bare`: only where there is nothing else."""
    held = HELD.match(words)
    plain = _REMARKS.sub("", held[1] if held else words).strip("〔〕[]【】*＊")
    if not plain or _EMPTY.match(plain) or len(plain) > 30:
        return None
    found = next(quantities(plain), None)
    if found and (ends := _ENDS.fullmatch(plain)) and number(ends[1]) > found.value:  # 98~100
        found = replace(found, maximum=number(ends[1]), trail=len(plain))
    if found is None or found.lead > (0 if bare else _FOREWORDS) or (bare and found.trail < len(plain)):
        return None
    return found


def written_unit(q: Quantity, unit: str) -> str:
    """The unit of a cell, with its own scale; else that of the row or the column."""
    return q.unit if q.kind or not unit else q.unit + unit
