"""Words that a spreadsheet would run as a formula: marked in CSV that is written, unmarked when it is read."""

from __future__ import annotations

import re

# =1+1, +1, -1, @SUM, and the same after a tab or a line break; with marks that were there before
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")  # the one harmless thing that begins with a minus: -3.5
_MARK = "'"


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula.

    >>> guarded("=1+1"), guarded("-3.5"), guarded("水务局")
    ("'=1+1", '-3.5', '水务局')
    """
    return _MARK + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before it was guarded.

    >>> unguarded("'=1+1"), unguarded("'十四五'"), unguarded(guarded("'=1"))
    ('=1+1', "'十四五'", "'=1")
    """
    bare = cell.removeprefix(_MARK)
    return bare if guarded(bare) == cell else cell
