"""Which agency took over from which in a reform (`registry/successions.ttl`), as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.districts import Region
from guitu.ontology.registry_file import Entry, entries

PLACE = "{place}"
Where = Literal["", "province", "local", "city"]


@dataclass(frozen=True, slots=True)
class Succession:
    """An agency of old and what took over from it, with {place} in the names of local ones.

    `short`: how both are written, 编办; `year`: of the reform; `possible`: those that took over in some places;
    `at`: only in a province, only below one (`local`: also in the four municipalities; `city`: not there).
    """

    former: str
    successors: tuple[str, ...]
    possible: tuple[str, ...]
    year: int
    at: Where = ""
    short: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All that took over or may have."""
        return (*self.successors, *self.possible)

    def holds_at(self, place: Region | None) -> bool:
        """Whether it is told of a place of this kind."""
        if not self.at or place is None:
            return not self.at
        provincial = place.level == "provincial"
        if self.at == "city":
            return not provincial and not (place.known and place.parent is None)
        return provincial == (self.at == "province")


@cache
def successions() -> Mapping[str, tuple[Succession, ...]]:
    """The successions by the name of old, {place} for its place.

    >>> [(found.successors, found.year) for found in successions()["信息产业部"]]
    [(('工业和信息化部',), 2008)]
    """
    found: dict[str, list[Succession]] = {}
    for entry in entries("successions").values():
        for told in _read(entry):
            found.setdefault(told.former, []).append(told)
    return MappingProxyType({former: tuple(told) for former, told in found.items()})


@cache
def under_one_short_name() -> tuple[Succession, ...]:
    """The successions in which the old body and the new are written alike.

    >>> [told.former for told in under_one_short_name() if "编办" in told.short]
    ['{place}机构编制委员会办公室']
    """
    return tuple(told for every in successions().values() for told in every if told.short)


def _read(entry: Entry) -> Iterator[Succession]:
    """One for each former name and each ending; a name without {ending} has none."""
    for former in entry["former"]:
        for ending in entry.get("ending", ("",)):
            yield Succession(
                former.replace("{ending}", ending),
                tuple(name.replace("{ending}", ending) for name in entry.get("successor", ())),
                tuple(name.replace("{ending}", ending) for name in entry.get("possibleSuccessor", ())),
                int(entry["year"][0]),
                _where(entry.get("at", ("",))[0]),
                tuple(entry.get("short", ())),
            )


def _where(told: str) -> Where:
    every: tuple[Where, ...] = ("", "province", "local", "city")
    for where in every:
        if where == told:
            return where
    raise ValueError(f"registry/successions.ttl: no such place: {told}")
