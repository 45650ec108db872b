"""`guitu serve`: the graph over HTTP."""

from __future__ import annotations

import click

from guitu.exports.command.shared import DONE, any_store_option, cores, lang_option, opened, stated_option, told
from guitu.exports.speech import terminal

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(short_help="启动网页与查询服务。 Pages, SPARQL and JSON over HTTP.")
@any_store_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
    help="监听的地址；默认只有本机能访问。 Where it listens; by default for this machine alone.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, metavar="PORT",
    help="端口；0 为任选一个空的。 The port; 0 takes any that is free.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST",
    help="别人用来访问的主机名；可写多次。 The host name by which others reach it; may be given again.")  # fmt: skip
@click.option("--public", default="", metavar="URL",
    help="经反向代理时的对外网址。 Its address as others see it, behind a reverse proxy.")  # fmt: skip
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN",
    help="哪些网站的网页可以读取，* 为全部；默认无。 Sites whose pages may read it, * for all.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, metavar="SECONDS",
    help="每个查询最多用多少秒处理器时间，按钟点不超过两倍。"
    " Seconds of work that a question may take; twice that by the clock.")  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), default=100_000, show_default=True, metavar="ROWS",
    help="每个查询结果最多多少行，超出则拒绝。 Rows of an answer; longer ones are refused.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64), default=None, metavar="N",
    help="同时回答几个问题；不写则为处理器数。 Questions answered at once; by default the processors.")  # fmt: skip
@stated_option
@lang_option
def serve(  # noqa: PLR0913 - the options of the command
    *,
    store: str,
    host: str,
    port: int,
    names: tuple[str, ...],
    public: str,
    origins: tuple[str, ...],
    timeout: float,
    limit: int,
    workers: int | None,
    stated: bool,
) -> int:
    """启动服务：工作台，写查询的网页，每个事物一页（附出处），SPARQL 1.1 端点 /sparql，以 JSON 提问和查找（/ask、
    /search、/openapi.json），VoID 说明 /.well-known/void。只读；其间图谱有变化，此后就按新的答。每个问题在单独的进程里
    答，时间、内存、行数都有上限。Ctrl-C 结束。

    Serves the workbench, a page to write queries in, a page for every thing with its proof, a SPARQL 1.1 endpoint at
    /sparql, named questions and search as JSON (/ask, /search, /openapi.json), and VoID at /.well-known/void. It only
    reads; what a build makes meanwhile is answered from then on. Questions run in processes of their own, each within
    bounds of time, memory and rows. Ctrl-C ends it.

    \b
    例 Examples:  guitu serve
                  guitu serve --store published --port 8000
                  guitu serve --host 0.0.0.0 --name plans.example.cn --public https://plans.example.cn/
    """
    if host not in _LOOPBACK and not names:
        raise click.UsageError(told("name needed", host=host))
    from guitu.exports.service.asking import Bounds, Options  # noqa: PLC0415
    from guitu.exports.service.current import place_of  # noqa: PLC0415
    from guitu.exports.service.run import listening  # noqa: PLC0415
    from guitu.exports.service.run import serve as run  # noqa: PLC0415

    place = place_of(opened(store, stated=stated))
    hosts = (*(("127.0.0.1", "localhost", "[::1]") if host in _LOOPBACK else ()), *names)
    bounds = Bounds(seconds=timeout, rows=limit, processes=workers or max(2, cores()))
    at = listening(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{at.getsockname()[1]}/"
    run(place, Options(bounds, hosts, origins, public), at, lambda: terminal.say(told("serving", address=address)))
    terminal.say(told("served"))
    return DONE
