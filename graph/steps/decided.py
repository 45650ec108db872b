"""Whose decisions are whose: one shard of the graph of decisions for each document that has any, one for the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guitu.graph.copies.works import Work, letters
from guitu.graph.corrections.decision import Decision, encode_log
from guitu.graph.quads.names import Names
from guitu.ontology import terms as gt

if TYPE_CHECKING:
    from guitu.graph.corrections.apply import Unused

REST = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The decisions of one document; `work` is None for those on names, or on no document that is there."""

    key: str
    work: Work | None
    decisions: tuple[Decision, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Its decisions as they are kept."""
        return encode_log(self.decisions)

    @property
    def on_suggestions(self) -> bool:
        """Whether it needs the suggestions of the graph, which are no part of a document."""
        return self.work is not None and any(one.matter == "suggestion" for one in self.decisions)


def parts(decisions: Iterable[Decision], works: Sequence[Work]) -> tuple[Part, ...]:
    """The decisions by document, sorted by key; a document is known by its key, else by its title or number alone."""
    if not (decisions := tuple(decisions)):
        return ()
    by_key = {work.key: work for work in works}
    called: dict[str, set[str]] = defaultdict(set)
    for work in works:
        for name in (work.key, work.primary.document.title, work.primary.document.number or ""):
            called[letters(name)].add(work.key)
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        keys = {one.document} if one.document in by_key else called.get(letters(one.document), set())
        found[next(iter(keys)) if len(keys) == 1 and one.matter != "names" else REST].append(one)
    return tuple(Part(key, by_key.get(key), tuple(of)) for key, of in sorted(found.items()))


def lines(
    part: Part, stated: Iterable[str], names: Names, unnamed: Sequence[Decision] = ()
) -> tuple[list[str], list[Unused]]:
    """What a part puts into the graph, and what of it is not applied.

    `stated`: the lines of its document, and the suggestions of the graph where it is about some; `unnamed`: its
    decisions on names that the graph does not have.
    """
    wanted = (line for line in stated if not line.endswith(_NEVER))
    from guitu.graph.corrections import apply  # noqa: PLC0415 - only where somebody has decided something

    return apply.lines(part.decisions, wanted, names, unnamed)


_NEVER = "/graph/alignments> .\n"


def unused(part: Part, made: Iterable[str]) -> list[Unused]:
    """What could not be applied, by the lines that were made of a part."""
    reasons = {}
    for line in made:
        if f" <{gt.idleReason}> " in line:
            subject, _, rest = line.partition("> ")
            reasons[subject.rpartition("/")[2]] = rest.partition('"')[2].rpartition('"')[0]
    from guitu.graph.corrections.apply import Unused  # noqa: PLC0415 - as above

    return [Unused(one, reasons[one.id]) for one in part.decisions if one.id in reasons]
