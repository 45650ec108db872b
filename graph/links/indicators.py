"""Indicators whose names differ in words that do not change what is measured; a name is free of the place it is of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.fuzz import ratio

from guitu.graph.copies.works import letters
from guitu.graph.links.decision import Decision, Judgement
from guitu.graph.links.record import dimension
from guitu.graph.links.things import Thing
from guitu.ontology import standards as std
from guitu.ontology.districts import region
from guitu.ontology.synonyms import indicator_words
from guitu.ontology.topics import place_words

_NUMBER = re.compile(r"[\d.]+|[一二三四五六七八九十百千万亿两]+")
_COUNTED = dimension("个")
_ALIKE = 90  # of 100, of rapidfuzz
_NEAR = 6  # names before and after in the order that are compared: near-linear
_SHORTEST = 3  # letters that a name keeps


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the words that measure, the numbers and words in it that never differ between two of one meaning."""

    form: str
    unit: str
    matters: tuple[str, ...]
    thing: Thing


def indicators(things: Sequence[Thing]) -> Iterator[Decision]:
    """Each name with the first that says the same; names that are only alike are left to a person."""
    groups: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    for thing in things:
        if len(thing.units) == 1:
            (unit,) = thing.units
            form = plain_form(thing)
            groups[form, unit].append(_Name(form, unit, _matters(form), thing))
    for group in groups.values():
        first, *others = sorted(group, key=lambda one: one.thing.iri)
        for other in others:
            if letters(first.thing.name) != letters(other.thing.name):
                yield _decision(first, other, "same", Decimal("0.9"), "名称只差不改变所度量内容的用词，计量单位同类")
    yield from _fuzzy([group[0] for _, group in sorted(groups.items())])


def plain_form(thing: Thing) -> str:
    """The name of an indicator without its place, in the words that stand for their synonyms."""
    name = _unplaced(letters(thing.name), thing)
    words = indicator_words()
    for word, plain in words["anywhere"]:
        name = name.replace(word, plain)
    name = _ending(name, words["end"])
    if _ending(name, words["revenue"]) != name:
        before, after = name, _ending(name, words["revenue"])
        name = after if after.endswith("业收入") else before
    if thing.units == {_COUNTED}:
        name = _ending(name, words["count"])
    subject, of, whole = name.rpartition("占")
    if of and len(subject) > 1:
        name = subject + of + _local(_ending(whole, words["share"]))
    return name


def _ending(name: str, words: Sequence[tuple[str, str]]) -> str:
    for word, plain in words:
        if name.endswith(word) and len(name) - len(word) >= _SHORTEST:
            return name.removesuffix(word) + plain
    return name


def _unplaced(name: str, thing: Thing) -> str:
    """Without the place of the document or a word for it at its head; a park's output keeps the name of the park."""
    heads = [word for word, _ in indicator_words()["scope"]]
    for home in thing.homes:
        at = region(home)
        heads += sorted({home, *((at.name, at.short) if at else ())}, key=len, reverse=True)
    for head in heads:
        rest = name.removeprefix(head)
        if rest != name and len(rest) >= _SHORTEST and not _is_place(rest):
            return rest
    return name


def _is_place(rest: str) -> bool:
    return rest[0] in "市省区县港湾" or any(
        word in rest for kind in ("park", "zone", "base") for word in place_words()[kind]
    )


def _local(whole: str) -> str:
    """占全市生产总值 is 占生产总值; 占全国… is something else."""
    for word, _ in indicator_words()["scope"]:
        if whole.startswith(word) and not word.endswith("国"):
            return whole.removeprefix(word)
    return whole


def _matters(form: str) -> tuple[str, ...]:
    words = [word for word, _ in indicator_words()["matter"] if word in form]
    return (*sorted(words), *_NUMBER.findall(form))


def _fuzzy(names: Sequence[_Name]) -> Iterator[Decision]:
    """Near names in the order of the names, and in that of the names read backwards."""
    blocks: dict[tuple[str, tuple[str, ...]], list[_Name]] = defaultdict(list)
    for name in names:
        blocks[name.unit, name.matters].append(name)
    for block in blocks.values():
        told: set[frozenset[str]] = set()
        for order in (sorted(block, key=lambda one: one.form), sorted(block, key=lambda one: one.form[::-1])):
            for i, one in enumerate(order):
                for other in order[i + 1 : i + 1 + _NEAR]:
                    pair = frozenset((one.form, other.form))
                    alike = ratio(one.form, other.form)
                    if pair not in told and alike >= _ALIKE:
                        told.add(pair)
                        first, second = sorted((one, other), key=lambda name: name.thing.iri)
                        score = Decimal(round(alike)) / 200
                        yield _decision(
                            first, second, "unsure", score, "名称相近、计量单位同类，是否同一指标须人工判定"
                        )


def _decision(one: _Name, other: _Name, judgement: Judgement, score: Decimal, reason: str) -> Decision:
    rule = "indicator-words" if judgement == "same" else "similar"
    return Decision(one.thing.iri, std.SKOS_EXACT_MATCH, other.thing.iri, judgement, rule, score, reason)
