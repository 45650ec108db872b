"""Labels of owners that no recogniser has read: whatever form they stand in, they leave a gap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from guitu.extract.facts import Gap
from guitu.extract.text import Span, Text

_LABEL = re.compile(
    r"(?:责任|主责|牵头|配合|主办|协办|负责|落实|实施|参与|协同|协助)(?:单位|部门|科室|处室|机构|主体)[：∶]"
    r"(?=[ \n]?[一-鿿][^。；\n]{2})[^。；\n]{2,80}"
)


def unread(text: Text, extent: Span, read: Iterable[Span], gaps: Iterable[Gap]) -> Iterator[Gap]:
    """A gap for each label of owners in a document with no owner and no gap in what follows it.

    `read`: the places of the owners.
    """
    known = sorted((*read, *(gap.span for gap in gaps)))
    for label in _LABEL.finditer(text.folded, extent.start, extent.end):
        at = bisect_left(known, Span(label.end(), label.end()))
        near = known[max(0, at - 8) : at]
        if not any(span.end > label.start() for span in near):
            yield Gap("unread-duty", "责任单位没有读出", Span(*label.span()))
