"""`guitu verify`: whether a store is whole, its graph true to its documents, and every proof in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guitu.exports.command.shared import AT_FAULT, DONE, RESERVED, lang, lang_option, store_option, told
from guitu.exports.speech import terminal
from guitu.exports.speech.errors import chinese, told_error
from guitu.extract.errors import SourceError

if TYPE_CHECKING:
    from guitu.graph.keep.store import Store


@click.command(short_help="核对出处与存储。 Replay every proof; look for damage.")
@store_option
@click.option(
    "--sources", multiple=True, metavar="SOURCE", help="重读这些文件，逐条比对事实。 Compare with these, read anew."
)
@click.option("--repair", "mend", is_flag=True, help="能修复的修复。 Make again what can be made again.")
@lang_option
def verify(*, store: str, sources: tuple[str, ...], mend: bool) -> int:
    """逐条核对出处：原文的字符与图谱所引完全一致。对一个图谱文件夹还核对每个文件的校验和，并由读到的内容重新得出图谱：与现有的相同。

    损坏之处逐条说明；--repair 把能重做的重做：查询库由分片，分片由读取结果，读取结果由原文件。

    Replays every proof: the characters of the text are those that the graph quotes. Of a store it rehashes every file
    too, and makes the graph again from what was read: it is the same. Damage is told line by line; --repair makes
    again what can be made: the engine from shards, shards from readings, readings from sources.

    \b
    例 Examples:  guitu verify
                  guitu verify --repair
                  guitu verify --store published --sources 规划文件夹
    """
    from guitu.graph.audit import damage, repair  # noqa: PLC0415

    on_disk = store != RESERVED and not Path(store).is_file()
    if mend:
        if not on_disk:
            raise click.UsageError("--repair is for a store on disk")
        with terminal.working(told("working")):
            done = repair(Path(store))
        for line in done.lost:
            terminal.complain(_said(line))
        for line in done.mended:
            terminal.say(told("mended", what=_said(line)))
    if on_disk:
        with terminal.working(told("working")):
            found = list(damage(Path(store)))
        for line in found:
            terminal.complain(_said(line))
        if found:
            terminal.say(told("damaged", count=len(found)))
            return AT_FAULT
    return _replay(store, sources)


def _replay(store: str, sources: tuple[str, ...]) -> int:
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415
    from guitu.graph.audit import differing  # noqa: PLC0415
    from guitu.graph.checks.verify import verify as replay  # noqa: PLC0415

    with terminal.working(told("working")):
        graph = open_store(store)
        report = replay(graph, sources or None)
        other = list(differing(graph, sources, told=_told(report.quoted))) if sources else []
    problems = {str(problem) for problem in report.problems}
    for line in (*report.problems, *report.failures, *(one for one in other if str(one) not in problems)):
        terminal.complain(told_error(line, lang()) if isinstance(line, SourceError) else _said(line))
    proved = report.proved and not other
    terminal.say(
        told(
            "proved" if proved else "unproved",
            evidences=report.evidences,
            texts=report.texts,
            failed=report.failed + len(other),
            unread=report.unread,
        )
    )
    if report.quoted < report.evidences:
        terminal.say(told("unquoted", count=report.evidences - report.quoted))
    return DONE if proved else AT_FAULT


def _told(quoted: int) -> Callable[[Store], Iterable[str]]:
    """The lines that two graphs are compared by: of a graph without quotes those of the facts profile."""
    from guitu.exports.rdf.profile import select  # noqa: PLC0415
    from guitu.exports.rdf.statements import quads_of  # noqa: PLC0415

    profile = "full" if quoted else "facts"
    return lambda store: (f"{quad} .\n" for quad in select(quads_of(store.quads()), profile))


def _said(line: str) -> str:
    return chinese(line) if lang() == "zh" else line
