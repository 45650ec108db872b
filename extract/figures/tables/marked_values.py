"""Values of a table that a note under it explains by a sign: 注：带*为年均增速。"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from guitu.extract.figures.tables.cells import Value

_REACH = 200  # characters behind a table in which its note stands
_NOTE = re.compile(r"\s*(?:\*{0,2}|（|〔)?(?:备?注|说明)\d?[:：]?[^\n]*")
# 带*为年均增速, 标★的指标为五年累计数, *号表示年均值
_SIGN = re.compile(
    r"(?P<sign>[*＊※★▲△#])[”号标]?的?(?:指标|数据|数值)?(?:为|是|表示|指)[^，。；*＊※★▲△#\n]{0,8}?(?P<how>年均|累计)"
)


def marks(folded: str, end: int) -> Mapping[str, str]:
    """What each sign says by the note behind a table that ends at `end`: 年均 or 累计.

    >>> marks("……注：带“—”为暂无数据，带*为年均增速。", 2)
    {'*': '年均'}
    """
    note = _NOTE.match(folded, end, end + _REACH)
    return {found["sign"]: found["how"] for found in _SIGN.finditer(note[0])} if note else {}


def told(said: Value, words: str, signs: Mapping[str, str]) -> Value:
    """A value as the sign beside it or at the name of its row tells it."""
    how = next((how for sign, how in signs.items() if sign in words), None) if signs else None
    if how is None:
        return said
    return replace(said, annual=True) if how == "年均" else replace(said, total=True)
