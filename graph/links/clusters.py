"""Nodes that are one thing: joined over what is judged same, never across what is judged not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from guitu.graph.links.decision import MERGING, Decision
from guitu.graph.links.successions import replaced
from guitu.graph.links.things import Thing
from guitu.ontology import standards as std
from guitu.ontology.synonyms import indicator_words
from guitu.ontology.terms import Iri

BY_HAND = "by-hand"


def clusters(decisions: Iterable[Decision]) -> tuple[list[Decision], list[list[Iri]]]:
    """The decisions, those withdrawn to unsure that would join what is not one, and the clusters of two or more.

    By hand before by rule, surer before less sure: the same whatever the order they come in.
    """
    ordered = sorted(
        decisions, key=lambda one: (one.rule != BY_HAND, -one.score, one.subject, one.object, one.predicate)
    )
    apart: dict[Iri, set[Iri]] = defaultdict(set)
    for one in ordered:
        if one.judgement == "not":
            apart[one.subject].add(one.object)
            apart[one.object].add(one.subject)
    of: dict[Iri, list[Iri]] = {}
    kept: list[Decision] = []
    for one in ordered:
        if one.judgement == "same" and one.predicate in MERGING:
            a, b = of.setdefault(one.subject, [one.subject]), of.setdefault(one.object, [one.object])
            if a is not b and _parted(a, b, apart):
                kept.append(replace(one, judgement="unsure", reason=one.reason + "；但与判为不同者相连，不合并"))
                continue
            if a is not b:
                small, large = sorted((a, b), key=len)
                large += small
                of.update((iri, large) for iri in small)
        kept.append(one)
    groups = {id(group): group for group in of.values() if len(group) > 1}
    return kept, [sorted(group) for group in groups.values()]


def _parted(a: Sequence[Iri], b: Sequence[Iri], apart: Mapping[Iri, set[Iri]]) -> bool:
    small, large = sorted((a, b), key=len)
    inside = set(large)
    return any(not inside.isdisjoint(apart[iri]) for iri in small if iri in apart)


def representative(group: Sequence[Iri], things: Mapping[Iri, Thing], decisions: Iterable[Decision]) -> Iri:
    """The one that stands for a cluster: the last successor, of the registry, without its place, the longest name.

    What a person joined need be no successor of the other: there no body stands that a reform took away.
    """
    same = [one for one in decisions if one.judgement == "same"]
    gone = {one.subject for one in same if one.predicate == std.DCTERMS_IS_REPLACED_BY}
    joined = {iri for one in same if one.rule == BY_HAND for iri in one.pair}
    if not joined.isdisjoint(group):
        gone |= {iri for iri in group if (one := things.get(iri)) and _abolished(one)}
    return min(group, key=lambda iri: (iri in gone, *_rank(iri, things)))


def _abolished(thing: Thing) -> bool:
    return thing.kind == "agency" and bool(replaced(thing.name, thing.homes))


def _rank(iri: Iri, things: Mapping[Iri, Thing]) -> tuple[bool, bool, int, Iri]:
    thing = things.get(iri)
    if thing is None:
        return False, False, 0, iri
    heads = (*(home[:2] for home in thing.homes), *(word for word, _ in indicator_words()["scope"]))
    placed = thing.kind == "indicator" and thing.name.startswith(heads)  # 全市粮食产量, 云州粮食产量
    return not thing.known, placed, -len(thing.name), iri
