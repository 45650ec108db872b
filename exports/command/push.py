"""`guitu push`: the graph sent to a store of another maker."""

from __future__ import annotations

import click

from guitu.exports.command.shared import DONE, lang_option, stated_option, store_option, told
from guitu.exports.speech import terminal


@click.command(short_help="送到别的图数据库。 Send the graph to another store.")
@click.argument("url", metavar="URL")
@store_option
@click.option(
    "--query", "query_url", metavar="URL",
    help="改用 SPARQL Update 发往 URL，从这个网址查询。 Send by SPARQL Update, and read from this address.",
)  # fmt: skip
@click.option("--again", is_flag=True, help="全部重送。 All graphs, whatever it is said to have.")
@click.option("--insecure", is_flag=True, help="允许经 http 发送密码。 Let a password go over http.")
@stated_option
@lang_option
def push(  # noqa: PLR0913 - the options of the command
    *, url: str, store: str, query_url: str | None, again: bool, insecure: bool, stated: bool
) -> int:
    """把图谱送到支持 SPARQL 1.1 Graph Store Protocol 的数据库（Oxigraph、Fuseki、Virtuoso、RDF4J、GraphDB）。

    只送有变化的命名图，每个整体替换；中断后再送一次即可，不会重复；最后取回核对。别人的图不动。登录名和密码取自
    GUITU_PUSH_USER、GUITU_PUSH_PASSWORD，没有则取自 netrc。不支持该协议的数据库用 SPARQL Update：URL 写更新的网址，
    --query 写查询的网址。

    Sends the graph to a store that speaks the SPARQL 1.1 Graph Store Protocol (Oxigraph, Fuseki, Virtuoso, RDF4J,
    GraphDB): only the named graphs that changed, each replaced whole. Cut off and run again it ends complete, nothing
    doubled; at the end what was sent is fetched and compared. Graphs of others are left alone. The login is taken from
    GUITU_PUSH_USER and GUITU_PUSH_PASSWORD, else from netrc. A store without that protocol takes SPARQL Update: URL is
    then its address of updates, --query that of its queries.

    \b
    例 Examples:  guitu push http://127.0.0.1:7878/store
                  guitu push https://kg.example.cn/rdf-graph-store --store my-store
                  guitu push http://127.0.0.1:7878/update --query http://127.0.0.1:7878/query
    """
    from guitu.exports.rdf.published import open_store  # noqa: PLC0415
    from guitu.exports.stores.graph_store import GraphStore  # noqa: PLC0415
    from guitu.exports.stores.push import push as send  # noqa: PLC0415
    from guitu.exports.stores.update_store import UpdateStore  # noqa: PLC0415
    from guitu.graph.keep.transport import login_for  # noqa: PLC0415

    login = login_for(url)
    other: GraphStore | UpdateStore = (
        UpdateStore(url, query_url, login, insecure=insecure)
        if query_url
        else GraphStore(url, login, insecure=insecure)
    )
    with terminal.Bar(told("working")) as bar:
        done = send(open_store(store, stated=stated), other, bar, again=again)
    terminal.say(
        told(
            "pushed", url=url, sent=len(done.sent), removed=len(done.removed), graphs=done.graphs, triples=done.triples
        )
    )
    if done.rewritten:
        terminal.say(told("rewritten", count=len(done.rewritten)))
    return DONE
