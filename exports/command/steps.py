"""The commands that change a store, and those that tell and forget its steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guitu.exports.command.engines import at_work, engine_options
from guitu.exports.command.reading import Reading, reading, registry_option
from guitu.exports.command.shared import (
    AT_FAULT,
    DONE,
    lang,
    lang_option,
    steps,
    store_option,
    told,
    written,
)
from guitu.exports.speech import terminal
from guitu.exports.speech.errors import told_error

if TYPE_CHECKING:
    from guitu.graph.keep.generations import Generation
    from guitu.graph.steps.step import BuildReport

SHOWN = 12  # titles that one line names


@click.command(short_help="读文件建图谱。 Read documents into a graph: exactly these.")
@store_option
@click.option("--base", metavar="IRI", help="实体 IRI 的前缀。 Base of the IRIs of entities.")
@reading
@click.option("--replace", is_flag=True, help="没有给的文件可以离开图谱。 Documents that are not given may go.")
@lang_option
def build(*, reading: Reading, store: str, base: str | None, replace: bool) -> int:
    """读文件、文件夹、压缩包（.zip）、网址或标准输入（-），建成图谱：恰好是这些文件。

    没有变化的不再读。原有文件这次没有给的，先列出来，加 --replace 才去掉；只是添加请用 guitu add。
    读不了的来源各占一行说明（原来有的保留上次读到的内容），其余照建，退出码为 1。不给网址就不联网。

    Reads files, folders, .zip archives, http(s) URLs or standard input (-) into a graph of exactly these; only what
    changed is read again. Documents that would go are named, and go only with --replace; to add some, see guitu add.
    A source that cannot be read is told in one line (a known one keeps its last reading), the rest is built, and the
    exit code is 1. No network is used unless a URL is given.

    \b
    例 Examples:  guitu build 规划/ 措施.docx 附件.zip --store 图谱
                  guitu build https://www.example.gov.cn/plan.html --attachments
                  guitu build 分工表.xlsx --columns "实施主体甲=责任，经办处室=忽略"
                  guitu build --list 清单.txt
    """
    return tell(reading.into(store, steps().build, base=base, replaced=replace), store)


@click.command(short_help="加文件进图谱。 Add documents to a graph.")
@store_option
@reading
@lang_option
def add(*, reading: Reading, store: str) -> int:
    """读文件加进图谱，原有的都留着；放在原处的同名文件算新版本，替换旧的。

    Reads documents into a graph; what stands there stays. A file that lies where a known one lay takes its place.

    \b
    例 Examples:  guitu add 新措施.docx
                  guitu add 2026年文件/ https://www.example.gov.cn/plan.html --store 图谱
    """
    return tell(reading.into(store, steps().add), store)


@click.command(short_help="重读变化了的文件。 Read again what has changed.")
@store_option
@engine_options
@registry_option
@lang_option
def update(*, store: str, workers: int, engine: str, scheduler: str | None) -> int:
    """到图谱记得的各处（文件、文件夹、网址）再看一遍：变了的重读，新来的加入。

    不在原处的文件保留上次读到的内容，并逐一说明；要去掉请用 guitu remove。

    Looks again at every place that the graph knows: what changed is read again, what is new is added. A source that
    is no longer there keeps its last reading and is told; guitu remove takes it out.

    \b
    例 Example:  guitu update --store 图谱
    """
    with at_work(engine, scheduler, workers) as done_by, terminal.Bar(told("reading"), told("pages")) as bar:
        report = steps().update(written(store), workers=workers, engine=done_by, progress=bar)
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
    with terminal.working(told("working")):
        report = steps().remove(what, written(store))
    return tell(report, store)


def tell(report: BuildReport, store: str) -> int:
    """What a step did, and its exit code."""
    if report.idle:
        from guitu.exports.command.decisions import described  # noqa: PLC0415 - only where somebody decided something

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
    """逐代列出图谱：何时、哪个命令、来了去了哪些文件；--since 说明从某一代起有何变化：
    任务新增、取消，责任变更，目标提高。

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
    """只留当前一代，删去先前各代和只有它们用到的文件。

    Keeps the current generation only; what earlier ones alone needed is deleted.

    \b
    例 Example:  guitu forget --store 图谱
    """
    from guitu.graph.keep.forget import forget as let_go  # noqa: PLC0415

    gone, freed = let_go(written(store))
    terminal.say(told("forgotten", count=gone, size=f"{freed / 1e6:.1f}"))
    return DONE


COMMANDS = (build, add, update, remove, log, forget)
