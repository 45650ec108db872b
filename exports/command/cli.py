"""The command: what changes a store is in `steps`; `report`, `export`, `query`, `ask`, `verify`, `check`, `demo` here.

Heavy parts are imported inside the commands, so that help comes at once.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

import click

from guitu.exports.command import completing
from guitu.exports.command.asking import query
from guitu.exports.command.correct import correct
from guitu.exports.command.mcp import mcp
from guitu.exports.command.proving import verify
from guitu.exports.command.push import push
from guitu.exports.command.serve import serve
from guitu.exports.command.shared import (
    DONE,
    RESERVED,
    Commands,
    any_store_option,
    in_time,
    lang,
    lang_option,
    limit_option,
    opened,
    stated_option,
    store_option,
    timeout_option,
    told,
)
from guitu.exports.command.steps import COMMANDS
from guitu.exports.command.teach import teach
from guitu.exports.speech import terminal

RDF_FORMATS = {"turtle": ".ttl", "trig": ".trig", "nquads": ".nq", "jsonld": ".jsonld", "rdfxml": ".rdf"}
EXPORTS = (*RDF_FORMATS, "csv", "html", "xlsx", "docx", "graphml", "gexf", "neo4j", "pyvis", "stratml", "sssom")
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


@click.group("guitu", cls=Commands, context_settings=_SETTINGS)
@click.version_option(package_name="guitu", prog_name="guitu")
@lang_option
def main() -> None:
    """规图：把规划文件读成一张有出处的知识图谱，回答“谁负责哪项任务”；每条事实都能核对到原文。

    Reads plan documents of Chinese government into one knowledge graph that tells who owns which task, with a proof
    for every fact.

    \b
    guitu demo                            示例 sample plans, ready to look at
    guitu build 规划文件夹                建图谱 documents -> ./guitu-store
    guitu add 新措施.docx                 加文件 add; update, remove, log, forget
    guitu report                          读到什么、漏了什么 read and not read
    guitu ask 谁负责 产地仓               谁负责什么 who owns which task
    guitu correct 更正.csv                人工更正 what a person decides, kept
    guitu teach -o 名录.xlsx              没认出的词，填好交回 words to teach it
    guitu export html -o 任务.html        网页 an interactive page
    guitu export xlsx -o 任务分工表.xlsx  工作簿，改后可更正 a workbook, read back
    guitu export turtle -o 图谱           每份文件一个 Turtle, a file per document
    guitu verify                          核对出处 replay every proof
    guitu serve                           网页与 SPARQL 服务 over HTTP

    退出码 Exit codes: 0 完成 done, 1 输入有误 the input is at fault, 2 用法有误 wrong usage.
    """


for step in (*COMMANDS, correct, teach, verify, query, serve, mcp, push):
    main.add_command(step)


@main.command(short_help="读到什么，没读到什么。 What was read, and what was not.")
@click.argument("document", required=False, default="", metavar="[DOCUMENT]")
@store_option
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "html")),
    help="不写则看 -o 的后缀，否则 text。 Default: by the ending of -o, else text.",
)  # fmt: skip
@click.option("-o", "--output", default="-", metavar="FILE", help="写到文件。 Write it to a file.")
@lang_option
def report(document: str, store: str, form: Literal["text", "markdown", "html"] | None, output: str) -> int:
    """逐份文件（或标题含 DOCUMENT 的文件）说明：来源、各字段、章节结构、各类事实、责任单位，
    以及每一处没读出的：在哪里，为什么。

    Tells for each document (or those with DOCUMENT in the title) its sources, its fields, its outline, facts per
    kind, owners, and every gap with place and reason.

    \b
    例 Examples:  guitu report
                  guitu report 智慧渔业 -o 报告.html
                  guitu report --format markdown -o 报告.md
    """
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415
    from guitu.exports.report.write import write_report  # noqa: PLC0415
    from guitu.graph.checks.report import report as gather  # noqa: PLC0415

    with terminal.working(told("working")):
        found = gather(open_store(store), document, lang())
    if path := write_report(found, output, form, lang()):
        terminal.say(told("wrote", path=path))
    return DONE


@main.command(short_help="写出图谱。 Write the graph: RDF, tables, a page, networks.")
@click.argument("form", type=click.Choice(EXPORTS), metavar="FORMAT")
@any_store_option
@click.option(
    "-o", "--output", required=True, metavar="PATH", help="文件、文件夹，或 -。 File, folder, or - for standard output."
)
@click.option(
    "--profile",
    type=click.Choice(("full", "facts")),
    default="full",
    show_default=True,
    help="facts：只留事实，不含原文字句。 Facts without the words of the documents.",
)
@click.option(
    "--quotes", type=click.Choice(("short", "nif", "annotations")), default="short", show_default=True,
    help="RDF 里引文的位置：short 只在 IRI 里，nif 另写成数，annotations 另写成 Web Annotation。"
    " Of RDF, where quotes stand: in their IRI only, as numbers too (NIF), or as Web Annotations.",
)  # fmt: skip
@click.option(
    "--agency",
    default="",
    metavar="NAME",
    help="docx：哪个单位，写全称或简称；pyvis：只画它的任务。 docx: whose duty sheet; pyvis: whose tasks.",
)
@click.option(
    "--document", default="", metavar="TITLE", help="pyvis：只画这份文件的任务。 Tasks of this document only."
)
@click.option("--topic", default="", metavar="NAME", help="pyvis：只画这个领域的任务。 Tasks of this topic only.")
@click.option(
    "--depth", type=click.IntRange(1, 4), default=1, show_default=True,
    help="pyvis：从这些任务起走几步。 Steps from those tasks.",
)  # fmt: skip
@click.option(
    "--license", "licence", default="", metavar="IRI",
    help="数据的使用许可，写网址。 The licence of the data, as an address.",
)  # fmt: skip
@click.option(
    "--describe", "described", is_flag=True,
    help="单个文件旁也写说明（VoID/DCAT）和校验和。 Describe a file that stands alone, too, with its checksum.",
)  # fmt: skip
@click.option(
    "--sparql",
    is_flag=True,
    help="html：网页里可以用 SPARQL 提问，约大 2.3 MB。 With html: the page answers SPARQL; some 2.3 MB more.",
)
@click.option(
    "--engine", default="", metavar="FILE",
    help="引擎（npm 的 oxigraph 包），安装里没有时用。 The npm package oxigraph, where the installation has none.",
)  # fmt: skip
@stated_option
@lang_option
def export(  # noqa: PLR0913 - the options of the command
    *,
    form: str,
    store: str,
    output: str,
    profile: str,
    quotes: str,
    agency: str,
    document: str,
    topic: str,
    depth: int,
    licence: str,
    described: bool,
    sparql: bool,
    engine: str,
    stated: bool,
) -> int:
    """写出图谱，FORMAT 写下列之一。

    Writes the graph; FORMAT is one of these.

    \b
    turtle        到文件夹：每份文件一个，另有 whole.ttl；到 .ttl 文件：全部
                  into a folder: a file per document and whole.ttl; into a .ttl: the whole
    trig nquads jsonld rdfxml
                  全部在一个文件里 the whole in one file
    html          一个网页（工作台），不联网 one page (the workbench), no network
    xlsx          任务分工表，改过之后用 guitu correct 读回
                  the table of tasks and owners, which guitu correct reads back
    docx          一个单位的职责清单（--agency）the duty sheet of one agency
    csv           到文件夹：每类一张表 into a folder: a table per kind
    graphml gexf  机构、任务、文件、地点、主题、指标的网络，供 Gephi、Cytoscape
                  the network of all these things, for Gephi or Cytoscape
    pyvis         谁负责什么，vis-network 的一个网页 who owns what, one page
    neo4j         到文件夹：装入 Neo4j 的 CSV 和装法 CSV to import, and how
    stratml       每份规划一个文件（ISO 17469-2）StratML Part 2, a file per plan
    sssom         任务对应和同物异名 alignments and names of one thing, SSSOM/TSV

    文件夹里附说明（void.ttl：VoID、DCAT、许可、版本）和校验和（SHA256SUMS）。

    A folder has its description (void.ttl: VoID, DCAT, licence, version) and SHA256SUMS beside.

    \b
    例 Examples:  guitu export turtle -o 图谱/
                  guitu export html -o 任务.html
                  guitu export trig --profile facts -o 图谱.trig
                  guitu export jsonld --quotes annotations -o 图谱.jsonld
                  guitu export xlsx -o 任务分工表.xlsx
                  guitu export docx --agency 市农业农村局 -o 职责清单.docx
                  guitu export pyvis --document 若干措施 -o 关系网.html
                  guitu export stratml -o 规划/ --license https://creativecommons.org/licenses/by/4.0/
                  guitu export neo4j -o neo4j/
                  guitu export sssom -o 任务对应.sssom.tsv --describe
    """
    if (form == "docx" and not agency) or (agency and form not in ("docx", "pyvis")):
        raise click.UsageError("--agency NAME goes with docx, and docx with it; pyvis may have it")
    if (sparql or engine) and (form != "html" or not sparql):
        raise click.UsageError("--sparql goes with html, and --engine with --sparql")
    if (document or topic or depth > 1) and form != "pyvis":
        raise click.UsageError("--document, --topic and --depth go with pyvis")
    if quotes != "short" and form not in ("turtle", "trig", "nquads", "jsonld", "rdfxml"):
        raise click.UsageError("--quotes goes with turtle, trig, nquads, jsonld, rdfxml")
    from guitu.exports.command.files import Wish, write_export  # noqa: PLC0415
    from guitu.exports.rdf.description import APACHE  # noqa: PLC0415

    with terminal.working(told("working")):
        graph = opened(store)
        wish = Wish(
            profile, lang(), agency, document, topic, depth, graph.text,
            licence or (APACHE if store == RESERVED else ""), described, sparql, engine, quotes,
        )  # fmt: skip
        written = write_export(partial(graph.quads, stated=stated), form, output, wish, stated=stated)
    for path in written:
        terminal.say(told("wrote", path=path))
    return DONE


@main.command(short_help="提有名字的问题。 Ask a named question.")
@click.argument("question", required=False, shell_complete=completing.question)
@click.argument("args", nargs=-1, metavar="[ARG]…", shell_complete=completing.argument)
@any_store_option
@click.option(
    "--format", "form", type=click.Choice(("table", "csv", "json", "sparql")), default="table", show_default=True,
    help="sparql：写出代入参数的查询，任何引擎可用；有的问题还要规图收尾，会说明。"
    " sparql prints the query with its arguments, for any engine; it tells where Guitu completes the answer.",
)  # fmt: skip
@click.option("--explain", is_flag=True, help="建议从何而来，连同原文。 Where suggestions come from, with quotes.")
@click.option("--all", "whole", is_flag=True, help="全部列出，不分页。 All rows, not a page of them.")
@click.option(
    "--examples",
    metavar="DIR",
    help="把全部问题写成 SPARQL 范例。 Writes all questions as examples of SPARQL, in Turtle.",
)
@click.option(
    "--endpoint", metavar="URL",
    help="范例所用的服务地址，不写则是 guitu serve 的。 Of the examples; default: where guitu serve answers.",
)  # fmt: skip
@timeout_option
@limit_option
@stated_option
@lang_option
def ask(  # noqa: PLR0913 - the options of the command
    *,
    question: str | None,
    args: tuple[str, ...],
    store: str,
    form: str,
    explain: bool,
    whole: bool,
    examples: str | None,
    endpoint: str | None,
    timeout: float,
    limit: int | None,
    stated: bool,
) -> int:
    """提一个有名字的问题（中文名、英文名都可以），或用一句中文问，归到有名字的问题来答；不写问题则列出全部。

    Asks a named question, by its Chinese or English name, or one in a sentence in Chinese, which is led to a named
    one; without one, lists them all.

    \b
    例 Examples:  guitu ask
                  guitu ask 谁负责 产地仓
                  guitu ask 智慧渔业由谁负责？
                  guitu ask owners 智慧渔业 --explain
                  guitu ask duty-sheet 市农业农村局 --format csv
                  guitu ask targets 零售额 --format sparql
    """
    from guitu.exports.command import questions as asking  # noqa: PLC0415

    if examples is not None:
        asking.write_examples(Path(examples), endpoint)
        return DONE
    if question is None:
        asking.show_list()
        return DONE
    graph = None
    if not args and asking.is_asked_freely(question):
        graph = opened(store, stated=stated)
        asked = asking.meant(graph, question, explain)
    else:
        asked = asking.checked(question, args, explain)
    if form == "sparql":
        asking.show_sparql(asked)
        return DONE
    with in_time(timeout):
        limit = None if whole else limit or asking.PAGE.get(form)
        if graph is None:
            graph = opened(store, stated=stated)
        asking.show(graph, asked, form, limit)
    return DONE


@main.command(short_help="检查约束与完整。 Check shapes and completeness.")
@store_option
@click.option(
    "--profile",
    type=click.Choice(("full", "facts")),
    help="按哪套约束检查；随附图谱默认 facts。 Whose shapes; facts is the default for the published graph.",
)
@lang_option
def check(store: str, profile: Literal["full", "facts"] | None) -> int:
    """检查图谱是否符合约束（SHACL），各文件读得是否完整：事实、缺口、没读到的字段。

    Checks the graph against its shapes (SHACL), and how complete each document is: facts, gaps, fields not found.

    \b
    例 Example:  guitu check --store 图谱
    """
    from guitu.exports.command.answers import show_check  # noqa: PLC0415
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415

    with terminal.working(told("working")):
        from guitu.graph.checks.check import check as validate  # noqa: PLC0415

        report = validate(open_store(store), profile or ("facts" if store == RESERVED else "full"), lang())
    return show_check(report)


@main.command(short_help="统计。 Count what the graph holds.")
@store_option
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True)
@stated_option
@lang_option
def stats(*, store: str, form: str, stated: bool) -> int:
    """图谱里各类各有多少：文件、任务、责任、机构……

    How much of each kind the graph holds: documents, tasks, responsibilities, agencies …

    \b
    例 Example:  guitu stats --store published
    """
    from guitu.exports.command.answers import show_stats  # noqa: PLC0415
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415

    show_stats(open_store(store, stated=stated), form)
    return DONE


@main.command(short_help="用示例规划演示。 Build the sample plans.")
@click.option(
    "-o", "--output", default="guitu-demo", show_default=True, metavar="DIR", help="放在哪里。 Where it goes."
)
@click.option("--open", "opened", is_flag=True, help="在浏览器中打开网页。 Open the page in the browser.")
@lang_option
def demo(output: str, opened: bool) -> int:
    """用自带的示例规划建图谱，写出网页和 Turtle；旁边再写出随附图谱（五份真实规划）的网页。

    Builds the sample plans that Guitu brings, and writes their page and Turtle; beside it the page of the
    published graph.

    \b
    例 Example:  guitu demo --open
    """
    from guitu.exports.command.demo import run_demo  # noqa: PLC0415

    return run_demo(Path(output), opened)


@main.command(hidden=True)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", required=True, metavar="DIR", help="写到哪里。 Where the files go.")
@lang_option
def publish(sources: tuple[str, ...], output: str) -> int:
    """把这些文件的事实（不含原文字句）写成随附图谱。

    Writes the facts of these sources, without their words, as the graph that Guitu brings along.

    \b
    例 Example:  guitu publish 规划文件夹 -o exports/published
    """
    from guitu.exports.command.demo import run_publish  # noqa: PLC0415

    return run_publish(sources, Path(output))
