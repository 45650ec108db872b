"""Decisions that a person took on two names, as `links` asks for them; `corrections` reads and keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from guitu.graph.copies.works import letters
from guitu.graph.links.clusters import BY_HAND
from guitu.graph.links.decision import Decision, Judgement
from guitu.graph.links.things import Kind, Thing
from guitu.ontology import standards as std

KINDS: Mapping[str, Kind] = {
    "机构": "agency", "地点": "place", "主题": "topic", "指标": "indicator", "文件": "document",
    **{kind: kind for kind in get_args(Kind)},
}  # fmt: skip
"""How a table calls the kinds of named things."""
JUDGEMENTS: Mapping[str, Judgement] = {
    "同一": "same", "same": "same", "不同": "not", "not": "not", "not the same": "not",
    "未定": "unsure", "unsure": "unsure",
}  # fmt: skip
"""How a table calls the judgements."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether two names of a kind mean one thing; `remark`: why, by whom."""

    kind: Kind
    one: str
    other: str
    judgement: Judgement
    remark: str = ""


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
