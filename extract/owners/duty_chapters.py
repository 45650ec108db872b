"""Owners of a chapter that divides the duties in paragraphs: 市园林局指导公园建设。 under 三、职责分工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guitu.extract.owners.duties import Owner, skip_fillers
from guitu.extract.owners.running_duties import listed_at, running
from guitu.extract.structure.agency_first import are_bodies, divides_duties
from guitu.extract.structure.chapters import is_work
from guitu.extract.structure.draft import Draft, Passage
from guitu.ontology.districts import Region

_SENTENCE_END = re.compile("[。；]|$")
# 依法对违规行为…
_HOW = re.compile(
    "[对将把就按应要须]|根据|依[据照法]|结合|围绕|会同|通过|利用|指导|协调|监督|督促|组织|受理|审核|承担|定期|及时"
)


def find(draft: Draft, here: Region | None) -> Iterator[tuple[int, Sequence[Owner]]]:
    """The bodies that the paragraphs of such a chapter open with, where a verb of work and none of duty follows."""
    for passage in draft.passages:
        if passage.task is None or passage.section is None or passage.heading:
            continue
        if divides_duties(draft.sections[passage.section].title) and (owners := _charged(draft, passage, here)):
            yield passage.task, owners


def _charged(draft: Draft, passage: Passage, here: Region | None) -> Sequence[Owner]:
    words = draft.read(passage)
    listed, after = listed_at(words, 0, here)
    if not listed or not are_bodies(words[: listed[-1][1].end], here):
        return ()
    first = words[: _SENTENCE_END.search(words).start()]  # type: ignore[union-attr]
    if any(owner.span.start == listed[0][1].start for said in running(first, here) for owner in said.owners):
        return ()
    rest = words[skip_fillers(words, after, len(words)) :]
    if not is_work(rest) and not _HOW.match(rest):
        return ()
    owners = [Owner(agency, "responsible", order, span) for order, (agency, span) in enumerate(listed)]
    return [replace(owner, span=owner.span.shift(passage.span.start)) for owner in owners]
