"""Decisions that a person took, in a table of comma- or tab-separated values: kind, one, other, judgement, remark."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import get_args

from guitu.extract.errors import OptionError
from guitu.extract.formulas import unguarded
from guitu.graph.copies.works import letters
from guitu.graph.links.clusters import BY_HAND
from guitu.graph.links.decision import Decision, Judgement
from guitu.graph.links.things import Kind, Thing
from guitu.ontology import standards as std

_COLUMNS = {
    "kind": "kind", "种类": "kind", "one": "one", "名称一": "one", "other": "other", "名称二": "other",
    "judgement": "judgement", "判定": "judgement", "remark": "remark", "备注": "remark",
}  # fmt: skip
_KINDS: Mapping[str, Kind] = {
    "机构": "agency", "地点": "place", "主题": "topic", "指标": "indicator", "文件": "document",
    **{kind: kind for kind in get_args(Kind)},
}  # fmt: skip
_JUDGEMENTS: Mapping[str, Judgement] = {
    "同一": "same", "same": "same", "不同": "not", "not": "not", "not the same": "not",
    "未定": "unsure", "unsure": "unsure",
}  # fmt: skip
_NEEDED = ("kind", "one", "other", "judgement")
_LONGEST = 400  # characters of a field
_MOST = 10_000_000  # bytes of a file


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line of the file."""

    kind: Kind
    one: str
    other: str
    judgement: Judgement
    remark: str
    line: int


def read(path: Path) -> tuple[Ruling, ...]:
    """The rulings of a file. OptionError with the line for what is none, or contradicts one before.

    Further columns are left alone, so that the answer of `guitu ask decisions` is such a file.
    """
    try:
        data = path.read_bytes()
        if len(data) > _MOST:
            raise OptionError(str(path), "the file of decisions is larger than 10 MB")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise OptionError(str(path), f"the decisions cannot be read ({error.strerror})") from error
    except UnicodeDecodeError:
        raise OptionError(str(path), "the decisions are not in UTF-8", "save the table as CSV UTF-8") from None
    return _unique(path, list(_rulings(path, text)))


def dumped(rulings: Sequence[Ruling]) -> tuple[str, ...]:
    """Rulings as a store keeps them, one JSON list each."""
    return tuple(json.dumps([*astuple(one)], ensure_ascii=False) for one in rulings)


def loaded(decisions: Sequence[str]) -> tuple[Ruling, ...]:
    """The inverse of `dumped`."""
    return tuple(Ruling(*json.loads(one)) for one in decisions)


def _rulings(path: Path, text: str) -> Iterator[Ruling]:
    rows = csv.reader(StringIO(text, newline=""), delimiter="\t" if "\t" in text.split("\n", 1)[0] else ",")
    names = [_COLUMNS.get(cell.strip().lower(), "") for cell in next(rows, [])]
    if missing := [name for name in _NEEDED if name not in names]:
        told = "种类, 名称一, 名称二, 判定, 备注 or kind, one, other, judgement, remark"
        raise OptionError(f"{path}:1", f"no column {', '.join(missing)}", f"the first line names the columns: {told}")
    for row in rows:
        line = rows.line_num
        if not any(cell.strip() for cell in row):
            continue
        cells = {name: unguarded(cell.strip()) for name, cell in zip(names, row, strict=False) if name}
        kind, judgement = _KINDS.get(cells["kind"].lower()), _JUDGEMENTS.get(cells.get("judgement", "").lower())
        one, other = cells.get("one", ""), cells.get("other", "")
        if kind is None:
            raise OptionError(f"{path}:{line}", f"no kind: {cells['kind']!r}", f"one of {', '.join(_KINDS)}")
        if judgement is None:
            raise OptionError(f"{path}:{line}", "no judgement", f"one of {', '.join(_JUDGEMENTS)}")
        if not one or not other or one == other or max(len(one), len(other)) > _LONGEST:
            raise OptionError(f"{path}:{line}", "two different names are needed")
        yield Ruling(kind, one, other, judgement, cells.get("remark", ""), line)


def _unique(path: Path, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    found: dict[tuple[str, frozenset[str]], Ruling] = {}
    for ruling in rulings:
        before = found.setdefault((ruling.kind, frozenset((ruling.one, ruling.other))), ruling)
        if before.judgement != ruling.judgement:
            raise OptionError(f"{path}:{ruling.line}", f"judged otherwise than in line {before.line}")
    return tuple(found.values())


def decided(rulings: Sequence[Ruling], things: Mapping[Kind, Sequence[Thing]]) -> tuple[list[Decision], list[Ruling]]:
    """The decisions of rulings, and the rulings that name nothing in the graph."""
    named = {(kind, one.name): one for kind, found in things.items() for one in found}
    spelt: dict[tuple[Kind, str], list[Thing]] = {}
    for (kind, name), thing in named.items():
        spelt.setdefault((kind, letters(name)), []).append(thing)
    decisions, idle = [], []
    for ruling in rulings:
        pair = [_thing(ruling.kind, name, named, spelt) for name in (ruling.one, ruling.other)]
        one, other = pair
        if one is None or other is None or one is other:
            idle.append(ruling)
            continue
        first, second = sorted((one.iri, other.iri))
        reason = "人工判定" + (f"：{ruling.remark}" if ruling.remark else "")
        decisions.append(Decision(first, std.SKOS_EXACT_MATCH, second, ruling.judgement, BY_HAND, Decimal(1), reason))
    return decisions, idle


def _thing(
    kind: Kind, name: str, named: Mapping[tuple[Kind, str], Thing], spelt: Mapping[tuple[Kind, str], Sequence[Thing]]
) -> Thing | None:
    """By its very name, else by one spelt alike, if it is the only one."""
    alike = spelt.get((kind, letters(name)), ())
    return named.get((kind, name)) or (alike[0] if len(alike) == 1 else None)
