"""Tables that stand side by side in one sheet: where the header begins again, a new table does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guitu.extract.text import fold

_NUMBERS = frozenset(("序号", "编号", "项次", "No.", "NO."))  # headings of the column that counts the rows
_HEAD = 8  # rows in which a header is looked for
_LEAST = 2  # headings of a table
_BLANK = re.compile(r"\s+")

Rows = Mapping[int, Mapping[int, str]]


def first_columns(rows: Rows, numbers: Sequence[int], columns: Sequence[int]) -> list[int]:
    """The columns in which the tables begin, the first of all among them; only that one where there is one table.

    A header is taken for two where the heading of its first column stands in it again and, where it does not count the
    rows, the next heading too. A heading over several columns does not repeat: it stands in the first.
    """
    for row in numbers[:_HEAD]:
        written = [(column, _BLANK.sub("", fold(rows[row].get(column, "")))) for column in columns]
        headings = [(column, words) for column, words in written if words]
        if len(headings) < 2 * _LEAST:
            continue
        labels = [words for _, words in headings]
        again = [i for i in range(_LEAST, len(labels)) if labels[i] == labels[0]]
        if labels[0] not in _NUMBERS:
            again = [i for i in again if labels[i : i + _LEAST] == labels[:_LEAST]]
        starts = [0, *again]
        if again and all(b - a >= _LEAST for a, b in zip(starts, [*again, len(labels)], strict=True)):
            return [columns[0], *(headings[i][0] for i in again)]
        if labels[0] in _NUMBERS:  # the header of one table
            break
    return [columns[0]]
