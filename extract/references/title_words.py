"""The words that names of documents are made of, with and without 《》."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words


@dataclass(frozen=True, slots=True)
class Naming:
    """A title in its passage: `start` and `end` are in the passage, brackets included."""

    title: str
    start: int
    end: int


_SIGN = re.compile(r"[\W_]+")
SPACES = re.compile(r"\s+")


@lru_cache(maxsize=1024)
def key(title: str) -> str:
    """What two spellings of a title share: its letters and digits, years of one writing."""
    return _SIGN.sub("", title)


_NEVER_BARE = ("法", "意见", "措施", "规定", "决定", "协定", "公约")
_GOES_ON = (
    "[化性体内期局布引格院师处上型库目条委支高任需部机件馆署]|[新改扩拟]建|新增|预留|选址"
    "|规定|方案|计划|纲要|编制|研究|管理|资源|设计|咨询|草案|验证|制[定订]|制修订|制度|体系|机制|疫苗|(?<=的规划)建设|(?<=规划)工作|衔接|融合|创新|中心|(?<=[规标]范)(?:统一|有序|运行|健康|透明|高效)|(?<=标准)统一|(?<=战略)(?:定位|地位|意义|机遇|支点|纵深|腹地|思维|方向|屏障|通道|基地|高地|资源|储备)"
)


@cache
def last_words() -> re.Pattern[str]:
    """A last word of documents that ends there: never 规划布局, 标准化, 规范体系, 战略性, 办法和标准."""
    last = alternation(w for w in document_words()["type"] if w not in _NEVER_BARE)
    return re.compile(rf"(?P<last>{last})(?!{_GOES_ON}|[和及与](?:规范|标准|制度|政策(?!规定|要求)|办法|规则))")


@cache
def generic() -> re.Pattern[str]:
    """Words that name no document in particular."""
    return re.compile(rf"(?:{alternation(document_words()['generic'])}|[的]){{0,12}}")


@cache
def cue() -> re.Pattern[str]:
    """Verbs and particles after which a name begins."""
    return re.compile(rf"(?:{alternation(document_words()['cue'])})了?")


VAGUE = re.compile(
    r"适当|调整|新一轮|下一轮|新版|相关|有关|各类|该|其|此|本|我|上述|一批|若干(?!措施)|一系列|系列|现行|全?[省市县区](?:相关|有关|现行)"
)
"""What singles out no document: 相关规划, 新一轮规划."""

# 衔接云州市城市总体规划: a kind of plan of which each place has one
MASTER = re.compile("(?:城市|城乡|城镇|国土空间|土地利用)?总体|国土空间|国民经济和社会发展|(?:城镇|村镇)体系")
"""The matter of a kind of plan of which each place has one."""
