"""A decision of a person, kept as one line of JSON; the log of all decisions, and the latest about each thing.

A decision knows its fact by what a new reading leaves alone: document, titles around the task, what was stated, and the
hash of the quote; never by a position or an IRI.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, get_args

from guitu.extract.errors import StoreError
from guitu.graph.copies.works import letters

Matter = Literal[
    "owner", "target", "deadline", "title", "task", "place", "incentive", "reference", "suggestion", "names", "fact"
]  # fmt: skip
Verdict = Literal["changed", "added", "rejected", "confirmed", "accepted", "refused", "same", "not", "unsure"]
Words = tuple[str, ...]
_OF_TASK = ("deadline", "title", "task")  # a task has one of each
_DIGITS = 16  # of a hash in hexadecimal


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    `document`: its key; title or number where the graph did not have it. `task`: titles from the outermost to its own.
    `stated`: what stood there, `value`: what is to stand: of an owner (name, role), of a target (indicator, comparator,
    value, maximum, unit, year) and (words,), else (words,); of names `stated` is (kind, one, other).
    `sentence`: hash of the quote; `by`, `on`, `why`, `file`: who, when, why, in which file; `turn`: one more than those
    of earlier decisions about the same thing; `order`: of an owner that comes, among those that come with it.
    """

    matter: Matter
    verdict: Verdict
    on: date
    document: str = ""
    task: Words = ()
    stated: Words = ()
    value: Words = ()
    sentence: str = ""
    by: str = ""
    why: str = ""
    file: str = ""
    turn: int = 0
    order: int = 0

    @property
    def id(self) -> str:
        """A hash of the content."""
        return _hash(encode(self))

    @property
    def thing(self) -> Words:
        """What is decided on: of two decisions about one thing the later is in force."""
        if self.matter == "names":
            kind, *pair = self.stated
            return (self.matter, kind, *sorted(pair))
        about = () if self.matter in _OF_TASK else self.stated or self.value
        return (self.matter, letters(self.document), *map(letters, self.task), "", *map(_same, about))

    @property
    def says(self) -> tuple[str, Words]:
        """What is decided, without who, when and why."""
        return self.verdict, self.value


def _same(words: str) -> str:
    return letters(words) or words  # >= has no letters


def sentence_hash(quote: str) -> str:
    """The hash by which a decision knows the quote of its fact again; empty for none."""
    return _hash(quote) if quote else ""


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


# ---- lines ----


def encode(decision: Decision) -> str:
    """A decision as one line of JSON without its line end; what is empty is left out.

    >>> encode(Decision("deadline", "changed", date(2026, 3, 1), "节水规划", ("改造管网",), value=("2027年底",)))
    '{"document":"节水规划","matter":"deadline","on":"2026-03-01","task":["改造管网"],"value":["2027年底"],"verdict":"changed"}'
    """
    told = {name: value for name, value in asdict(decision).items() if value}
    told["on"] = decision.on.isoformat()
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_LINE_ENDS)


_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}  # some readers of lines would end one there


def decode(line: str) -> Decision:
    """The decision of a line; StoreError for a line that holds none."""
    try:
        told = json.loads(line)
        return _checked(told)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError("", f"the decisions are damaged ({str(error)[:80]})") from error


def _checked(told: Mapping[str, Any]) -> Decision:
    known = {field.name: field.type for field in fields(Decision)}
    if unknown := sorted(set(told) - set(known)):
        raise ValueError(f"unknown: {', '.join(unknown)}")
    if told["matter"] not in get_args(Matter) or told["verdict"] not in get_args(Verdict):
        raise ValueError("no matter or verdict that is known")
    values: dict[str, Any] = {}
    for name, value in told.items():
        if known[name] == "Words":
            values[name] = tuple(_words(part) for part in value) if isinstance(value, list) else _words(None)
        elif name in ("turn", "order"):
            values[name] = int(value)
        else:
            values[name] = date.fromisoformat(value) if name == "on" else _words(value)
    if values["matter"] == "names" and len(values.get("stated", ())) != 3:
        raise ValueError("not two names")
    return Decision(**values)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no words")
    return value


def encode_log(log: Iterable[Decision]) -> tuple[str, ...]:
    """The lines of all decisions, each once, sorted: the same for the same decisions in any order."""
    return tuple(sorted({encode(one) for one in log}))


def decode_log(lines: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions of such lines, in their order; StoreError with the line that holds none."""
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(decode(line))
        except StoreError as error:
            raise StoreError(f"decisions:{number}", error.reason) from error
    return tuple(found)


# ---- the latest ----


def latest(
    log: Iterable[Decision], thing: Callable[[Decision], Words] = lambda one: one.thing
) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
    """Of each thing the latest decision, and the others; each sorted by thing and time.

    Later is the later day; of one day what was decided knowing the other; then the greater hash. `thing`: what a
    decision is about, where more is known than its words.
    """
    ordered = sorted(set(log), key=lambda one: (thing(one), one.on, one.turn, one.id))
    last = {thing(one): one for one in ordered}
    return tuple(last.values()), tuple(one for one in ordered if last[thing(one)] is not one)


def added(log: Iterable[Decision], new: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those of new decisions that say what the log does not say yet, each with its turn."""
    log = tuple(log)
    standing = {one.thing: one for one in latest(log)[0]}
    turns: dict[Words, int] = {}
    for one in log:
        turns[one.thing] = max(turns.get(one.thing, 0), one.turn + 1)
    found: dict[Words, Decision] = {}
    for one in new:
        before = standing.get(one.thing)
        if before is None or before.says != one.says:
            told = {field.name: getattr(one, field.name) for field in fields(one)} | {"turn": turns.get(one.thing, 0)}
            found[one.thing] = Decision(**told)
    return tuple(found[thing] for thing in sorted(found))
