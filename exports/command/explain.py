"""The chain behind each suggested owner, in words: task, alignment with both quotes, stated duty."""

from __future__ import annotations

from collections.abc import Sequence

from guitu.exports.command.shared import told
from guitu.exports.speech import terminal
from guitu.graph.keep.store import Row


def show_explained(rows: Sequence[Row]) -> None:
    """Some lines for each suggestion. `rows`: of `queries/owners-explained.rq`."""
    if not rows:
        terminal.say(told("no suggestions"))
    for row in rows:
        title, task, agency, role, score, title2, task2, how, alignment, reason, *quotes = (cell or "" for cell in row)
        terminal.say("")
        terminal.say(told("suggested", title=title, task=task, agency=agency, role=role, score=score))
        terminal.say(told("because aligned", title=title2, task=task2, how=how, score=alignment, reason=reason))
        for name, quote in zip(("quote here", "quote there", "quote duty"), quotes, strict=True):
            if quote:
                terminal.say(told(name, quote=quote))
