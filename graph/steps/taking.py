"""From what lies at the places of a store today to the sources that it knows: what is new or has changed is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.graph.keep.ledger import Known, Place
from guitu.graph.reading.reading import Progress, Wanted
from guitu.graph.steps.catalogue import kept
from guitu.graph.steps.looking import Found, Missed, look
from guitu.graph.steps.step import Step


def looked(places: Sequence[Place], given: Sequence[str | Path] = ()) -> list[Found | Missed]:
    """The sources of places; `given`: the places as a person wrote them."""
    return [item for place, told in zip_longest(places, given) for item in look(place, told)]


def remembered(found: Sequence[Found | Missed], before: Sequence[Place] = ()) -> tuple[Place, ...]:
    """The places where something was found, told anew or as before."""
    places = {place.where: place for place in before}
    places |= {item.place.where: item.place for item in found if isinstance(item, Found)}
    return tuple(places[where] for where in sorted(places))


def taken(
    step: Step, found: Sequence[Found | Missed], known: Sequence[Known], progress: Progress | None
) -> tuple[Known, ...]:
    """All sources after those that were found are read; those that cannot be read keep what they had."""
    sources = {one.origin: one for one in known}
    here = sorted((item for item in found if isinstance(item, Found)), key=lambda item: item.source.name)
    wanted = _wanted(step, here, known)
    bar, of_reading = _Bar(progress, len(here)), defaultdict[str, list[Found]](list)
    for item in here:
        of_reading[_reading(step, item)].append(item)
        if _reading(step, item) not in wanted:
            bar.step(item.source.name)

    failed: set[str] = set()
    for one, told in step.workers.read(step.folder, list(wanted.values()), kept, bar.page):
        name = step.catalogue.name(one.source.sha256, one.columns)
        if isinstance(told, SourceError):
            failed.add(name)
            step.problems.append(told)
        else:
            step.read += 1
            step.catalogue.put(name, told)
        for item in of_reading[name]:
            bar.step(item.source.name)
    for seen in found:
        if isinstance(seen, Found) and _reading(step, seen) not in failed:
            sources[seen.origin] = _known(step, seen)
            continue
        if isinstance(seen, Missed):
            step.problems.append(seen.error)
        if seen.origin in sources:
            step.kept.append(sources[seen.origin].name)
    return tuple(sources[origin] for origin in sorted(sources))


def _wanted(step: Step, here: Sequence[Found], known: Sequence[Known]) -> dict[str, Wanted]:
    """What has to be read, by the name of its reading; of sources of one content the first by name is read."""
    named: list[Known | Source] = [*known, *(item.source for item in here)]
    first = {one.sha256: one for one in sorted(named, key=lambda one: one.name, reverse=True)}
    wanted: dict[str, Wanted] = {}
    reused: set[str] = set()
    for item in here:
        named_as = first[item.source.sha256]
        source = replace(item.source, name=named_as.name, url=named_as.url, archive=named_as.archive)
        reading = _reading(step, item)
        if step.catalogue.has(reading, source.stem):
            reused.add(reading)
        else:
            wanted.setdefault(reading, Wanted(source, item.place.columns))
    step.reused = len(reused)
    return wanted


def _reading(step: Step, item: Found) -> str:
    return step.catalogue.name(item.source.sha256, item.place.columns)


@dataclass(slots=True)
class _Bar:
    """Tells how many of the sources are done."""

    progress: Progress | None
    total: int
    done: int = 0

    def step(self, name: str) -> None:
        """One more is done."""
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total, name)

    def page(self, name: str, page: int, pages: int) -> None:
        """A page of one that is being read."""
        if self.progress:
            self.progress(self.done, self.total, name, page, pages)


def _known(step: Step, item: Found) -> Known:
    source, reading = item.source, _reading(step, item)
    return Known(
        item.origin,
        item.place.where,
        source.name,
        source.sha256,
        len(source.data),
        reading,
        step.catalogue.record(reading).text,
        source.url,
        source.archive,
        item.place.columns,
    )
