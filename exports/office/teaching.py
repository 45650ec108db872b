"""The list of what the registry does not know, as a workbook to fill in; `guitu teach` reads it back."""

from __future__ import annotations

from collections.abc import Sequence

from guitu.exports.office.sheet import Column, Table, Value
from guitu.exports.speech.messages import message
from guitu.graph.checks.unknown import Unknown
from guitu.ontology.taught import COLUMNS, HEADINGS, UNITS

_WIDTHS = (9, 30, 24, 12, 12, 12)
_TOLD = ("原文写法", "读作", "次数", "文件", "原文")
_TOLD_WIDTHS = (20, 24, 6, 30, 50)


def table(found: Sequence[Unknown], lang: str) -> Table:
    """One row for each word that is not known; 名称 and 用途 are left to whoever knows them."""
    columns = (
        *(Column(heading, width) for heading, width in zip(HEADINGS, _WIDTHS, strict=True)),
        *(Column(heading, width) for heading, width in zip(_TOLD, _TOLD_WIDTHS, strict=True)),
    )
    uses = "、".join((*COLUMNS, *filter(None, UNITS)))
    return Table(
        "名录", message(lang, "teach title"), message(lang, "teach note", uses=uses), columns, tuple(map(_row, found))
    )


def _row(one: Unknown) -> tuple[Value, ...]:
    name = one.written if one.kind in ("表头", "计量单位") else ""
    short = one.written if one.kind == "机构" else ""
    use = "个数" if one.kind == "计量单位" else ""
    return (one.kind, name, short, one.place, "", use, one.written, one.read, one.count, one.document, one.quote)
