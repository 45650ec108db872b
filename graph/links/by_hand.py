"""Decisions that a person took on two names, as `links` asks for them; `corrections` reads and keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from guitu.graph.copies.ruled import Ruled, is_file
from guitu.graph.copies.works import letters
from guitu.graph.links.clusters import BY_HAND
from guitu.graph.links.decision import Decision, Judgement
from guitu.graph.links.record import File
from guitu.graph.links.successions import took_over
from guitu.graph.links.things import Kind, Thing
from guitu.ontology import standards as std
from guitu.ontology.terms import Iri

KINDS: Mapping[str, Kind] = {
    "机构": "agency", "地点": "place", "主题": "topic", "指标": "indicator", "文件": "document", "副本": "copy",
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
    """Whether two names of a kind mean one thing, or two files hold one document; `remark`: why, by whom."""

    kind: Kind
    one: str
    other: str
    judgement: Judgement
    remark: str = ""


def on_files(rulings: Iterable[Ruling]) -> tuple[Ruled, ...]:
    """What they say of files."""
    told = (one for one in rulings if one.kind == "copy" and one.judgement != "unsure")
    return tuple(Ruled(one.one, one.other, one.judgement == "same") for one in told)


def decided(
    rulings: Sequence[Ruling], things: Mapping[Kind, Sequence[Thing]], files: Collection[File] = ()
) -> tuple[list[Decision], list[Ruling]]:
    """The decisions of rulings, and the rulings that name nothing in the graph.

    Those on `files` are done where copies are gathered, and leave nothing to link.
    """
    named = {(kind, one.name): one for kind, found in things.items() for one in found}
    spelt: dict[tuple[Kind, str], list[Thing]] = {}
    for (kind, name), thing in named.items():
        spelt.setdefault((kind, letters(name)), []).append(thing)
    decisions, idle = [], []
    for ruling in rulings:
        if ruling.kind == "copy":
            idle += [ruling] * (not all(_is_there(name, files) for name in (ruling.one, ruling.other)))
            continue
        pair = [_thing(ruling.kind, name, named, spelt) for name in (ruling.one, ruling.other)]
        one, other = pair
        if one is None or other is None or one is other:
            idle.append(ruling)
            continue
        reason = "人工判定" + (f"：{ruling.remark}" if ruling.remark else "")
        decisions.append(Decision(*_triple(one, other, ruling), ruling.judgement, BY_HAND, Decimal(1), reason))
    return decisions, idle


def _triple(one: Thing, other: Thing, ruling: Ruling) -> tuple[Iri, Iri, Iri]:
    """What is judged; of an agency and the one that took over from it, that it did, so that the old stands for none."""
    for former, later in ((one, other), (other, one)):
        if ruling.judgement == "same" and took_over(later, former):
            return former.iri, std.DCTERMS_IS_REPLACED_BY, later.iri
    first, second = sorted((one.iri, other.iri))
    return first, std.SKOS_EXACT_MATCH, second


def _is_there(name: str, files: Collection[File]) -> bool:
    return any(is_file(name, file.name, file.source) for file in files)


def _thing(
    kind: Kind, name: str, named: Mapping[tuple[Kind, str], Thing], spelt: Mapping[tuple[Kind, str], Sequence[Thing]]
) -> Thing | None:
    """By its very name, else by one spelt alike, if it is the only one."""
    alike = spelt.get((kind, letters(name)), ())
    return named.get((kind, name)) or (alike[0] if len(alike) == 1 else None)
