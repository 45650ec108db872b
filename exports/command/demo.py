"""The demonstration: the sample plans as a graph, a page and Turtle; and the making of the published graph."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from guitu.exports.command.files import Wish, write_export
from guitu.exports.command.shared import AT_FAULT, DONE, lang, told, typed
from guitu.exports.rdf.published import is_published, open_published, publish
from guitu.exports.rdf.statements import quads_of
from guitu.exports.speech import terminal
from guitu.exports.speech.errors import told_error
from guitu.extract.errors import SourceError
from guitu.graph.build import build
from guitu.graph.keep.store import Store


def run_demo(folder: Path, opened: bool) -> int:
    """Builds the samples below the folder and says where everything is; the exit code."""
    samples, store = Path(str(files("guitu.extract"))) / "samples", folder / "store"
    with terminal.Bar(told("reading")) as bar:
        report = build([samples], store, progress=bar)
    code = _complain(report.problems)
    graph = Store.open(store)
    pages = [_page(graph, folder / "samples.html", "demo sample")]
    turtle = folder / "turtle"
    write_export(graph.quads(), "turtle", str(turtle))
    terminal.say("  " + told("demo turtle", path=turtle.resolve()))
    if is_published():
        pages.append(_page(open_published(), folder / "published.html", "demo published"))
    quoted = f'"{store}"' if " " in str(store) else str(store)
    for line in told("demo next", guitu=typed(), store=quoted).splitlines():
        terminal.say(line)
    if opened:
        import webbrowser  # noqa: PLC0415

        for page in pages:
            webbrowser.open(page.resolve().as_uri())
    return code


def _page(graph: Store, path: Path, name: str) -> Path:
    write_export(graph.quads(), "html", str(path), Wish(texts=graph.text))
    terminal.say(told(name))
    terminal.say("  " + told("demo page", path=path.resolve()))
    return path


def run_publish(sources: Sequence[str], folder: Path) -> int:
    """Builds the sources aside and writes their facts into the folder; nothing where a source could not be read."""
    with tempfile.TemporaryDirectory() as aside, terminal.Bar(told("reading")) as bar:
        report = build(sources, Path(aside) / "store", progress=bar)
        if report.problems:
            return _complain(report.problems)
        for path in publish(quads_of(Store.open(Path(aside) / "store").quads()), folder):
            terminal.say(told("wrote", path=path))
    return DONE


def _complain(problems: Sequence[SourceError]) -> int:
    for problem in problems:
        terminal.complain(told_error(problem, lang()))
    return AT_FAULT if problems else DONE
