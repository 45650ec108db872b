"""Made-up blocks for Hypothesis: lines of plans, put together at random, with tables and unread parts between them."""

from __future__ import annotations

from hypothesis import strategies as st

from guitu.extract.raw import RawParagraph, RawUnread
from guitu.extract.readers.grids import cell, grid

IDEAS = (
    "一、总体要求",
    "（二）建设目标",
    "1．推进灌区改造。到2027年，改造灌区3处",
    "（责任单位：市",
    "水利局）",
    "目　录",
    "— 3 —",
    "5",
    "第4页",
    "云州市水网规划",
    "青岚县人民政府",
    "关于推进",
    "若干措施",
    "附件2",
    "2025年3月1日",
    "到2027年，全县",
    "率达到 90 %。",
    "专栏1 水网",
    "5G + AI",
    "",
    "  ",
    "\t",
    "a b",
    "\u200b\ufeff",
    "。",
    "（",
    "》",
    "云政发〔2024〕7号",
    "各县人民政府：",
    "目标......3",
    "\x07",
    "1 2",
    "第一条 为了",
    "责任单位：甲　　配合单位：乙",
    "$30\\%$",
    "相关解读",
    "网站标识码：0000000000 临ICP备1号",
    "同一行，没有结束的一句很长的话一直说下去",
)
words = st.lists(st.sampled_from(IDEAS), max_size=5).map("".join)
paragraphs = st.builds(RawParagraph, words, level=st.sampled_from((0, 0, 0, 1)), box=st.booleans())
tables = st.lists(st.lists(words.map(cell), min_size=1, max_size=3), min_size=1, max_size=3).map(grid)
unread = st.just(RawUnread("第2页是图像，没有文字可读"))
documents = st.lists(st.one_of(paragraphs, paragraphs, paragraphs, paragraphs, tables, unread), max_size=14)
