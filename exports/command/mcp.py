"""`guitu mcp`: the graph for assistants, over standard input and output."""

from __future__ import annotations

import click

from guitu.exports.command.shared import DONE, any_store_option, cores, lang_option, opened, stated_option
from guitu.extract.errors import OptionError


@click.command(short_help="供智能助手提问（MCP）。 Tools for assistants (MCP).")
@any_store_option
@stated_option
@lang_option
def mcp(*, store: str, stated: bool) -> int:
    """让智能助手经标准输入输出向图谱提问（MCP）：查找、谁负责、职责、目标、比较、出处、有名字的问题、SPARQL。只读。

    每一行都说明是文件写明的还是规图推断的，附引文、文件和位置。要先装：pip install 'guitu[mcp]'

    Lets an assistant ask the graph over standard input and output, by the Model Context Protocol: find, owners, duties,
    targets, compare, proof, named questions, SPARQL. It only reads. Every row says whether a document states it or
    Guitu concludes it, with quote, document and position. Needs: pip install 'guitu[mcp]'

    \b
    例 Example, in the settings of an assistant:
      {"mcpServers": {"guitu": {"command": "guitu", "args": ["mcp", "--store", "/data/my-store"]}}}
    """
    try:
        from guitu.exports.assistant.tools import server  # noqa: PLC0415
    except ImportError as error:
        raise OptionError("mcp", "the package mcp is not installed", "pip install 'guitu[mcp]'") from error
    from guitu.exports.service.asking import Bounds  # noqa: PLC0415
    from guitu.exports.service.current import place_of  # noqa: PLC0415

    server(place_of(opened(store, stated=stated)), Bounds(processes=max(2, cores()))).run("stdio")
    return DONE
