"""`guitu query`: SPARQL from the command line."""

from __future__ import annotations

import click

from guitu.exports.command.shared import (
    DONE,
    any_store_option,
    in_time,
    lang_option,
    limit_option,
    opened,
    stated_option,
    timeout_option,
)

_FORMS = ("table", "csv", "json", "tsv", "xml", "turtle", "nt", "jsonld")


@click.command(short_help="用 SPARQL 查询。 Ask in SPARQL.")
@click.argument("query", metavar="FILE_OR_TEXT")
@any_store_option
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="table", show_default=True,
    help="csv 供电子表格打开；json、tsv、xml 是 SPARQL 标准格式；turtle、nt、jsonld 用于 CONSTRUCT、DESCRIBE。"
    " csv is for spreadsheets, json, tsv and xml are the standard forms; turtle, nt and jsonld are of CONSTRUCT and"
    " DESCRIBE.",
)  # fmt: skip
@timeout_option
@limit_option
@stated_option
@lang_option
def query(  # noqa: PLR0913 - the options of the command
    *, query: str, store: str, form: str, timeout: float, limit: int | None, stated: bool
) -> int:
    """用 SPARQL 查询：写在文件里，直接写出，或用 - 从标准输入读。

    图谱所用的前缀（gt、dcterms、skos、eli、org、prov、nif、qudt 等；agency、doc、task、place 等指各种事物）不必声明。
    默认图是各命名图的合并；不接受更新和 SERVICE。

    Asks in SPARQL, in a file, in the text itself, or - for standard input. The prefixes of our Turtle (gt, dcterms,
    skos, eli, org, prov, nif, qudt, …; agency, doc, task, place, … for things) need not be declared. The default
    graph is the union of the named graphs; updates and SERVICE are refused.

    \b
    例 Examples:  guitu query "SELECT ?title { ?task a gt:Task ; dcterms:title ?title } LIMIT 5"
                  guitu query "DESCRIBE agency:云州市农业农村局" --format turtle
                  guitu query 问题.rq --format json
    """
    from guitu.exports.command.answers import show_answer, sparql  # noqa: PLC0415

    text, where = sparql(query)
    with in_time(timeout):
        show_answer(opened(store, stated=stated), text, form, limit, where)
    return DONE
