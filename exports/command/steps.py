"""The commands that change a store, and those that tell and forget its steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from guitu.exports.command.columns import columns_option
from guitu.exports.command.engines import at_work, engine_options
from guitu.exports.command.shared import (
    AT_FAULT,
    DONE,
    RESERVED,
    lang,
    lang_option,
    store_option,
    told,
)
from guitu.exports.speech import terminal
from guitu.exports.speech.errors import told_error

if TYPE_CHECKING:
    from guitu.extract.facts import Columns
    from guitu.graph.keep.generations import Generation
    from guitu.graph.steps.step import BuildReport

_Command = TypeVar("_Command", bound=Callable[..., Any])
SHOWN = 12  # titles that one line names


def _taught(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    """Lays the words of a folder over the registry before anything is read."""
    if value:
        from guitu.graph.steps.teaching import take  # noqa: PLC0415

        take((value,), written(context.params["store"]), only=True)


def _registry_option(command: _Command) -> _Command:
    return click.option(
        "--registry",
        type=click.Path(exists=True, path_type=Path),
        callback=_taught,
        expose_value=False,
        metavar="DIR",
        help="本单位的名录，见 guitu teach。 Words of your office, see guitu teach.",
    )(command)


def _reading_options(command: _Command) -> _Command:
    """How sources are read: the same for build, add and update."""
    for option in (
        engine_options,
        click.option("--attachments", is_flag=True, help="网页的附件也读。 Of a URL also the attachments of the page."),
        click.option(
            "--allow-private", is_flag=True, help="允许访问内网地址。 URLs may lead to machines of the own network."
        ),
        click.option(
            "--follow-links",
            is_flag=True,
            help="文件夹里指向外面的链接也读。 Links that lead out of a folder are followed.",
        ),
        columns_option,
        _registry_option,
    ):
        command = option(command)
    return command


def written(store: str) -> Path:
    """The folder of a store that is changed; UsageError for the graph that Guitu brings."""
    if store == RESERVED:
        raise click.UsageError(f"--store {RESERVED} is a reserved word: a folder of that name is ./{RESERVED}")
    return Path(store)


@click.command(short_help="读文件建图谱。 Read documents into a graph: exactly these.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@store_option
@click.option("--base", metavar="IRI", help="实体 IRI 的前缀。 Base of the IRIs of entities.")
@_reading_options
@click.option("--replace", is_flag=True, help="没有给的文件可以离开图谱。 Documents that are not given may go.")
@lang_option
def build(  # noqa: PLR0913 - the options of the command
    *,
    sources: tuple[str, ...],
    store: str,
    base: str | None,
    workers: int,
    engine: str,
    scheduler: str | None,
    attachments: bool,
    allow_private: bool,
    follow_links: bool,
    columns: Columns,
    replace: bool,
) -> int:
    """读文件、文件夹、压缩包（.zip）、网址或标准输入（-），建成图谱：恰好是这些文件。

    没有变化的不再读。原有文件这次没有给的，先列出来，加 --replace 才去掉；只是添加请用 guitu add。

    Reads files, folders, .zip archives, http(s) URLs or standard input (-) into a graph of exactly these; only what
    changed is read again. Documents that would go are named, and go only with --replace; to add some, see guitu add.
    A source that cannot be read is told in one line (a known one keeps its last reading), the rest is built, and the
    exit code is 1. No network is used unless a URL is given.

    \b
    例 Examples:  guitu build 规划/ 措施.docx 附件.zip --store 图谱
                  guitu build https://www.example.gov.cn/plan.html --attachments
                  guitu build 分工表.xlsx --columns "实施主体甲=责任，经办处室=忽略"
    """
    from guitu.extract.sources.addresses import Web  # noqa: PLC0415
    from guitu.graph.build import build as make  # noqa: PLC0415

    web = Web(attachments=attachments, allow_private=allow_private)
    with at_work(engine, scheduler, workers) as done_by, terminal.Bar(told("reading"), told("pages")) as bar:
        report = make(
            sources,
            written(store),
            base=base,
            workers=workers,
            engine=done_by,
            progress=bar,
            web=web,
            links=follow_links,
            columns=columns,
            replaced=replace,
        )
    return tell(report, store)


@click.command(short_help="加文件进图谱。 Add documents to a graph.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@store_option
@_reading_options
@lang_option
def add(  # noqa: PLR0913 - the options of the command
    *,
    sources: tuple[str, ...],
    store: str,
    workers: int,
    engine: str,
    scheduler: str | None,
    attachments: bool,
    allow_private: bool,
    follow_links: bool,
    columns: Columns,
) -> int:
    """读文件加进图谱，原有的都留着；同一处的新版本替换旧版本。

    Reads documents into a graph; what stands there stays. A file that lies where a known one lay takes its place.

    \b
    例 Examples:  guitu add 新措施.docx
                  guitu add 2026年文件/ https://www.example.gov.cn/plan.html --store 图谱
    """
    from guitu.extract.sources.addresses import Web  # noqa: PLC0415
    from guitu.graph.build import add as make  # noqa: PLC0415

    web = Web(attachments=attachments, allow_private=allow_private)
    with at_work(engine, scheduler, workers) as done_by, terminal.Bar(told("reading"), told("pages")) as bar:
        report = make(
            sources,
            written(store),
            workers=workers,
            engine=done_by,
            progress=bar,
            web=web,
            links=follow_links,
            columns=columns,
        )
    return tell(report, store)


@click.command(short_help="重读变化了的文件。 Read again what has changed.")
@store_option
@engine_options
@_registry_option
@lang_option
def update(*, store: str, workers: int, engine: str, scheduler: str | None) -> int:
    """到图谱记得的各处（文件、文件夹、网址）再看一遍：变了的重读，新来的加入。

    不在原处的文件保留上次读到的内容，并逐一说明；要去掉请用 guitu remove。

    Looks again at every place that the graph knows: what changed is read again, what is new is added. A source that
    is no longer there keeps its last reading and is told; guitu remove takes it out.

    \b
    例 Example:  guitu update --store 图谱
    """
    from guitu.graph.build import update as make  # noqa: PLC0415

    with at_work(engine, scheduler, workers) as done_by, terminal.Bar(told("reading"), told("pages")) as bar:
        report = make(written(store), workers=workers, engine=done_by, progress=bar)
    return tell(report, store)


@click.command(short_help="从图谱去掉文件。 Take documents out of a graph.")
@click.argument("what", nargs=-1, required=True, metavar="DOCUMENT_OR_SOURCE…")
@store_option
@lang_option
def remove(*, what: tuple[str, ...], store: str) -> int:
    """去掉文件：写标题（或其一部分）、文号，或来源的文件名、路径、网址。

    Takes documents out: by title (or a part of it that means one), number, or the name, path or address of a source.

    \b
    例 Examples:  guitu remove 云政发〔2016〕21号
                  guitu remove 旧方案.docx --store 图谱
    """
    from guitu.graph.build import remove as make  # noqa: PLC0415

    with terminal.working(told("working")):
        report = make(what, written(store))
    return tell(report, store)


def tell(report: BuildReport, store: str) -> int:
    """What a step did, and its exit code."""
    from guitu.exports.command.decisions import described  # noqa: PLC0415

    for unused in report.idle:
        terminal.complain(told("idle decision", what=described(unused.decision), reason=unused.reason))
    for problem in report.problems:
        terminal.complain(told_error(problem, lang()))
    for name in ("came", "changed", "went"):
        if keys := getattr(report, name):
            terminal.say(told(f"documents {name}", count=len(keys), names=_shown(keys)))
    if report.documents or not report.problems:
        counts = {name: getattr(report, name) for name in ("documents", "facts", "gaps", "read", "reused")}
        terminal.say(told("built", store=store, **counts))
    if report.problems:
        terminal.say(told("unreadable", count=len(report.problems)))
    return AT_FAULT if report.problems else DONE


def _shown(keys: tuple[str, ...]) -> str:
    rest = len(keys) - SHOWN
    return "、".join(keys[:SHOWN]) + (told("and more", count=rest) if rest > 0 else "")


@click.command(short_help="图谱的来历。 What made a graph what it is.")
@store_option
@click.option("--since", type=click.IntRange(1), metavar="GENERATION", help="从哪一代起有何变化。 What changed since.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True)
@lang_option
def log(*, store: str, since: int | None, form: str) -> int:
    """逐代列出：何时、哪个命令、来了去了哪些文件；--since 说明此后任务、责任、目标有何变化。

    Lists the generations of a graph: when, which command, what came and went. --since says what changed in it since
    one of them: tasks new or gone, owners changed, targets raised.

    \b
    例 Examples:  guitu log
                  guitu log --since 3 --format csv
    """
    from guitu.graph.keep import folder, generations  # noqa: PLC0415

    kept = folder.find(Path(store))
    if since is not None:
        from guitu.graph.ask.history import changes  # noqa: PLC0415

        with terminal.working(told("working")):
            found = changes(kept, since, lang())
        terminal.show_rows(found.headings, found.rows, form)
        return DONE
    terminal.show_rows(tuple(told("log headings").split(" | ")), tuple(map(_row, generations.history(kept))), form)
    return DONE


def _row(one: Generation) -> tuple[str, ...]:
    parts = (("+", one.came), ("~", one.changed), ("-", one.went))
    names = "；".join(f"{sign}{_shown(keys)}" for sign, keys in parts if keys)
    return str(one.number), one.when, one.command, str(one.documents), str(one.facts), str(one.quads), names


@click.command(short_help="忘掉先前各代。 Forget earlier generations.")
@store_option
@lang_option
def forget(*, store: str) -> int:
    """只留当前一代，删去先前各代及其独有的文件。

    Keeps the current generation only; what earlier ones alone needed is deleted.

    \b
    例 Example:  guitu forget --store 图谱
    """
    from guitu.graph.keep.forget import forget as let_go  # noqa: PLC0415

    gone, freed = let_go(written(store))
    terminal.say(told("forgotten", count=gone, size=f"{freed / 1e6:.1f}"))
    return DONE


COMMANDS = (build, add, update, remove, log, forget)
