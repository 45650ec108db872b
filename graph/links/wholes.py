"""Annexes with the documents around them, and the files that hold a further copy of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guitu.graph.links.decision import Decision
from guitu.graph.links.record import LinkRecord
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std


def annexes(records: Sequence[LinkRecord], wholes: Mapping[tuple[str, int], str], names: Names) -> Iterator[Decision]:
    """An annex of any copy, also where the copy that is read stands alone."""
    for one in records:
        for file in one.files:
            if whole := wholes.get((file.source, file.number)):
                reason = "二者同在一个来源文件，后者列为附件"
                around, annex = names.document(whole), names.document(one.key)
                yield Decision(around, std.ELI_HAS_ANNEX, annex, "resolved", "annex", Decimal(1), reason)


def copied(records: Sequence[LinkRecord], names: Names) -> Iterator[Decision]:
    """Every file but the one that is read, with the document that it is a copy of."""
    for one in records:
        for other in one.copies:
            document, file = names.document(one.key), names.file(other.source)
            yield Decision(document, std.PROV_WAS_DERIVED_FROM, file, "resolved", "copy", other.score, other.reason)
