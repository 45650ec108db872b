"""The command `correct`: a file of a person's decisions into a store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from guitu.exports.command.shared import AT_FAULT, DONE, lang_option, steps, store_option, told, written
from guitu.exports.speech import terminal


@click.command(short_help="人工更正。 A person's corrections.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@store_option
@click.option("--by", default="", metavar="NAME", help="更正人，表中没有写的用它。 Who decided, where no row says it.")
@click.option("--why", default="", metavar="TEXT", help="理由，表中没有写的用它。 Why, where no row says it.")
@lang_option
def correct(*, file: Path, store: str, by: str, why: str) -> int:
    """读一份更正表，记入图谱：以后每次重建都在，各处都用，文件所述原样留存。

    可以是：改过的任务分工表（guitu export xlsx 写出的，总表、分表、另存的 CSV 都可以）；
    手写的表，首行列名（次序随意，后四列可省）：文件、任务、更正、原值、新值、理由、更正人、日期，其中“更正”写
    牵头单位、责任单位、配合单位、期限、标题、指标、否认、确认、采纳建议、不采纳之一；
    判定过的建议（文件、任务、机构、判定：采纳或不采纳）；名称表（种类、名称一、名称二、
    判定：同一、不同、未定；种类“副本”判两个来源文件是否同为一份文件）。
    整份读入，有误则一条不取；图谱中没有所指的，逐一列出，留待以后。Excel 存的 GBK、UTF-8 都能读。

    Reads a table of corrections into a graph: they hold in every rebuild, answer and export; what the documents
    state stays as it is. It is an edited 任务分工表 (of guitu export xlsx, any sheet, or saved as CSV); a table
    written by hand with the columns document, task, correction, old, new, and, if wanted, why, by, date, in any order,
    where a correction is lead, responsible, support, deadline, title, target, rejected, confirmed, accepted or
    refused; suggestions judged (document, task, agency, judgement: accepted or refused); or names (kind, one, other,
    judgement: same, not, unsure; the kind copy judges whether two files hold one document). A file is taken whole or
    not at all; what means nothing in the graph is listed and kept.

    \b
    例 Examples:  guitu correct 任务分工表.xlsx --by 张三
                  guitu correct 更正.csv --why 机构改革 --store 图谱
    """
    from guitu.exports.command.decisions import described  # noqa: PLC0415
    from guitu.graph.corrections.decide import decide  # noqa: PLC0415
    from guitu.graph.corrections.held import Held  # noqa: PLC0415
    from guitu.graph.corrections.wishes import Signature  # noqa: PLC0415
    from guitu.graph.keep.store import Store  # noqa: PLC0415

    place = written(store)
    with terminal.working(told("working")):
        signature = Signature(by, date.today(), why, file.name)
        names, log = steps().log_of(place)
        found = decide(file, Held(Store.open(place), names), log, signature)
        report = steps().correct(place, found.new)
    new, idle = set(found.new), [one for one in report.idle if one.decision in set(found.new)]
    for one in idle:
        terminal.complain(told("idle decision", what=described(one.decision), reason=one.reason))
    terminal.say(told("corrected", store=store, count=len(new) - len(idle), idle=len(idle), known=found.known))
    return AT_FAULT if idle else DONE
