"""The command `teach`: an office's own words for its store, and the list of those that are not known."""

from __future__ import annotations

from pathlib import Path

import click

from guitu.exports.command.shared import DONE, cores, lang, lang_option, steps, store_option, told, written
from guitu.exports.command.steps import tell
from guitu.exports.speech import terminal


@click.command(short_help="教它认本单位的词。 Teach it words of your office.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE…]")
@store_option
@click.option("-o", "--output", default="名录.xlsx", show_default=True, metavar="FILE", help="清单写到哪里。 The list.")
@lang_option
def teach(*, files: tuple[Path, ...], store: str, output: str) -> int:
    """不给文件时，把图谱里没认出的机构、表头、计量单位和没有主题的任务列成一张表；填好“名称”再交回来。

    给文件时，读入本单位的词（填好的表、CSV，或与自带名录同名的 Turtle 文件，也可以是放着它们的文件夹），
    存进图谱，随图谱走，并马上按它重读。列名：类型（机构、行政区划、主题、计量单位、表头、指标）、名称、
    简称（用、分开）、辖区、上位、用途。有误则指明文件和行，一条不取。

    Without files, the agencies, headings of columns, units and tasks without a topic that were not understood are
    written as a table; fill in 名称 and hand it back. With files (that table, CSV, or Turtle under the name of a file
    of the registry; also folders of them) their words are kept in the store, laid over the registry, and what the
    store knows is read again with them. A slip names file and line, and nothing is taken. See docs/teaching.md.

    \b
    例 Examples:  guitu teach -o 名录.xlsx
                  guitu teach 名录.xlsx --store 图谱
    """
    return _list(store, Path(output)) if not files else _take(files, store)


def _list(store: str, path: Path) -> int:
    from guitu.exports.office import package, teaching, workbook  # noqa: PLC0415
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415
    from guitu.graph.checks.unknown import unknown  # noqa: PLC0415

    with terminal.working(told("working")):
        found = unknown(open_store(store))
        package.write(workbook.workbook((teaching.table(found, lang()),), lang()), path)
    terminal.say(told("unknown words", count=len(found), path=path))
    return DONE


def _take(files: tuple[Path, ...], store: str) -> int:
    from guitu.graph.steps.teaching import take  # noqa: PLC0415

    place = written(store)
    count = take(files, place)
    terminal.say(told("taught", count=count, store=store))
    if not (place / "current").exists():
        return DONE
    with terminal.Bar(told("reading"), told("pages")) as bar:
        report = steps().update(place, workers=cores(), progress=bar)
    return tell(report, store)
