"""Annexes with the documents around them, and the files that hold a further copy of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guitu.graph.copies import works
from guitu.graph.copies.works import Copy, Work
from guitu.graph.links.decision import Decision
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std


def annexes(works: Sequence[Work], wholes: Mapping[tuple[str, int], str], names: Names) -> Iterator[Decision]:
    """An annex of any copy, also where the copy that is read stands alone."""
    for work in works:
        for copy in work.copies:
            if copy.identity in wholes:
                whole, annex = names.document(wholes[copy.identity]), names.document(work.key)
                reason = "二者同在一个来源文件，后者列为附件"
                yield Decision(whole, std.ELI_HAS_ANNEX, annex, "same", "annex", Decimal(1), reason)


def copied(works: Sequence[Work], names: Names) -> Iterator[Decision]:
    """Every file but the one that is read, with the document that it is a copy of."""
    for work in works:
        for other in work.others:
            if other.source == work.primary.source:
                continue
            score, reason = _ground(work.primary, other)
            yield Decision(
                names.document(work.key),
                std.PROV_WAS_DERIVED_FROM,
                names.file(other.source),
                "same",
                "copy",
                score,
                reason,
            )


def _ground(read: Copy, other: Copy) -> tuple[Decimal, str]:
    """What `works.same` rests on, with the share of words in common."""
    strength = works.same(read, other)
    if not strength:
        return Decimal("0.8"), "与另一副本相同，经其归为同一文件"
    if read.document.number and other.document.number:
        told, score, ground = "文号相同", Decimal(1), 3
    elif read.title == other.title:
        told, score, ground = "标题相同", Decimal("0.95"), 2
    else:
        told, score, ground = "标题相近", Decimal("0.9"), 1
    return score, f"{told}，文字重合{round((strength - ground) * 100)}%"
