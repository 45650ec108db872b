"""Wrong usage in Chinese: what click says of a command line, and what our own commands say, as patterns."""

from __future__ import annotations

import re
from functools import cache

_CHINESE = {
    # of click
    r"Missing argument '(.+?)'": r"缺少参数 \1",
    r"Missing option '(.+?)'": r"缺少选项 \1",
    r"Missing command": "缺少命令",
    r"No such option '(.+?)'": r"没有选项 \1",
    r"No such command '(.+?)'": r"没有命令 \1",
    r"Did you mean '(.+?)'\?": r"是否要写 \1？",
    r"\(Did you mean one of: (.+)\?\)": r"是否要写其一：\1？",
    r"Invalid value for '(.+?)': (.+)": r"\1 的值不合：\2",
    r"Invalid value: (.+)": r"值不合：\1",
    r"'(.*)' is not (?:one of )?('.+')": r"没有 \1 这一种，可选 \2",
    r"(.+) is not in the range (.+)": r"\1 不在范围 \2 之内",
    r"'(.*)' is not a valid integer(?: range)?": r"\1 不是整数",
    r"'(.*)' is not a valid float(?: range)?": r"\1 不是数值",
    r"'(.*)' is not a valid boolean\. Recognized values: (.+)": r"\1 不是是非值，可写 \2",
    r"(?:File|Path) '(.+)' does not exist": r"没有文件 \1",
    r"Directory '(.+)' does not exist": r"没有文件夹 \1",
    r"(?:Path|File|Directory) '(.+)' is a file": r"\1 是文件，不是文件夹",
    r"(?:Path|File|Directory) '(.+)' is a directory": r"\1 是文件夹，不是文件",
    r"(?:Path|File|Directory) '(.+)' is not readable": r"\1 读不了",
    r"(?:Path|File|Directory) '(.+)' is not writable": r"\1 写不了",
    r"(?:Path|File|Directory) '(.+)' is not executable": r"\1 不能执行",
    r"Could not open file '(.+)': (.+)": r"打不开 \1：\2",
    r"Got unexpected extra arguments? \((.+)\)": r"多了参数：\1",
    r"Option '(.+?)' requires an argument": r"选项 \1 后面要写值",
    r"Option '(.+?)' requires (\d+) arguments": r"选项 \1 后面要写 \2 个值",
    r"Option '(.+?)' does not take a value": r"选项 \1 不带值",
    r"Argument '(.+?)' takes (\d+) values": r"参数 \1 要写 \2 个值",
    # of our own
    r"no question (.+?)": r"没有“\1”这个问题",
    r"did you mean (.+)": r"是否要问：\1",
    r"all of them: (.+)": r"全部问题：\1",
    r"nothing to explain: (.+) answers with what documents state": r"\1 答的是文件写明的，没有建议可解释",
    r"--store (.+) is a reserved word: a folder of that name is (.+)": r"--store \1 是保留词，同名文件夹请写作 \2",
    r"--repair is for a store on disk": "--repair 只用于磁盘上的图谱",
    r"--agency NAME goes with docx, and docx with it": "docx 要写 --agency 单位名称，别的格式不写",
    r"pyvis may have it": "pyvis 可写可不写",
    r"--sparql goes with html, and --engine with --sparql": "--sparql 只用于 html，--engine 要与 --sparql 同用",
    r"--quotes goes with turtle, trig, nquads, jsonld, rdfxml": "--quotes 只用于 turtle、trig、nquads、jsonld、rdfxml",
    r"--scheduler needs --engine dask": "--scheduler 要与 --engine=dask 同用",
    r"--document, --topic and --depth go with pyvis": "--document、--topic、--depth 只用于 pyvis",
    r"'(.+)' is not HEADING=ROLE": r"“\1”不是“列名=角色”的写法",
    r"'(.+)' names no role": r"“\1”没有写明角色",
    r"'(.+)' is given two roles": r"“\1”写了两种角色",
    r"roles: (.+)": r"角色有：\1",
}
_PARTS = re.compile(r"; |\. (?=\(?Did you mean)")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), chinese) for pattern, chinese in _CHINESE.items())


def chinese(said: str) -> str:
    """A complaint about a command line in Chinese; a part of it that the table lacks stays as it is.

    >>> chinese("No such option '--stor'. Did you mean '--store'?")
    '没有选项 --stor；是否要写 --store？'
    """
    return "；".join(_part(part) for part in _PARTS.split(said.removesuffix(".")))


def _part(said: str) -> str:
    for pattern, template in _patterns():
        if found := pattern.fullmatch(said):
            whole = found.expand(template)
            held = found.groups()[-1] if found.groups() else None
            # what a complaint holds at its end may be a complaint of its own: Invalid value for '--x': …
            return whole if not held or held not in whole else whole.replace(held, _plain(held))
    return said


def _plain(held: str) -> str:
    inner = _part(held)
    return inner if inner != held else re.sub(r"'([^']*)'", r"\1", held)
