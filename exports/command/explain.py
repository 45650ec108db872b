"""The chain behind each owner of an annex or suggested, in words: task, alignment with both quotes, stated duty."""

from __future__ import annotations

from collections.abc import Sequence

from guitu.exports.command.shared import lang, told
from guitu.exports.speech import terminal
from guitu.exports.speech.reasons import in_language
from guitu.graph.keep.store import Row


def show_explained(rows: Sequence[Row]) -> None:
    """Some lines for each owner. `rows`: of `queries/owners-explained.rq`."""
    if not rows:
        terminal.answer(told("no suggestions"))
    for row in rows:
        title, task, agency, role, basis, score, title2, task2, how, alignment, reason, *quotes = (
            cell or "" for cell in row
        )
        terminal.answer("")
        _say(told("explained", title=title, task=task, basis=basis, agency=agency, role=role, score=score))
        _say(
            told(
                "because aligned",
                title=title2,
                task=task2,
                how=how,
                score=alignment,
                reason=in_language(reason, lang()),
            )
        )
        for name, quote in zip(("quote here", "quote there", "quote duty"), quotes, strict=True):
            if quote:
                _say(told(name, quote=quote))


def _say(line: str) -> None:
    """A line that keeps its indent where a console folds it."""
    text = line.lstrip()
    terminal.say_beside(line[: len(line) - len(text)], text)
