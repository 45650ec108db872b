"""The report of a reading in a file or on a console: as text, as Markdown, or as one HTML file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from guitu.exports.report.page import render
from guitu.exports.report.parts import parts
from guitu.exports.report.text import as_markdown, as_text, show
from guitu.exports.speech import terminal
from guitu.extract.errors import OptionError
from guitu.graph.checks.report import DocumentReport

Form = Literal["text", "markdown", "html"]
_ENDINGS: dict[str, Form] = {
    ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".txt": "text", "": "text",
}  # fmt: skip


def write_report(reports: Sequence[DocumentReport], output: str, form: Form | None, lang: str) -> Path | None:
    """Writes the report in UTF-8 and gives its path; None for `-`, standard output.

    OptionError where no form is given and the ending of the path is that of none.
    """
    ending = "" if output == "-" else Path(output).suffix.lower()
    if form is None and ending not in _ENDINGS:
        raise OptionError(output, f"a report is not written into {ending}", "give a name that ends in .html, .md, .txt")
    form = form or _ENDINGS[ending]
    if output == "-" and form == "text" and sys.stdout.isatty():
        show(parts(reports, lang))
        return None
    if form == "html":
        words = render(reports, lang)
    else:
        words = (as_markdown if form == "markdown" else as_text)(parts(reports, lang))
    if output == "-":
        terminal.emit(words)
        return None
    path = Path(output)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="\n")
    return path
