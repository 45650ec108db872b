"""Names of some of those counted, which a number behind them counts with others: 打通环城路、滨河路等断头路7条."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.numbers.quantities import Quantity

_EXAMPLES = re.compile(
    rf"(?P<does>(?:{names.BUILD_LEAD})*)(?P<some>[^，。；：\d]*、[^，。；：]*?)(?<![一二三四五甲乙丙高中初头同平])等(?!级|各类|其他|地|县|市|区|(?:重点|主要|特色|优势)?(?:行业|领域|产业|产品|事项|业务|服务|方面|环节))(?P<all>[一-鿿“”]{{3,16}})"
)
# what has a name of its own; 钢铁, 家电 are fields, and a number tells of none beside them
_NAMED = re.compile("[一-鿿]{2,}(?:[路街桥河湖线]|大道|[东西南北中]段|[东西南北]延)")


def without_examples(name: str, q: Quantity) -> str:
    """A name of things counted without those of them that it names; one that names all or their field stays whole.

    >>> from decimal import Decimal
    >>> seven = Quantity(0, 2, 0, 2, Decimal(7), None, "条", "counter", "=")
    >>> without_examples("打通环城路、滨河路等断头路", seven), without_examples("水厂、泵站等", seven)
    ('打通断头路', '水厂、泵站等')
    """
    found = _EXAMPLES.fullmatch(name)
    if found is None or "的" in found["all"]:
        return name
    some = found["some"].split("、")
    if len(some) >= q.value or not all(map(_NAMED.fullmatch, some)):
        return name  # 水产、蔬菜等种植基地: their field, and none of those counted
    return found["does"] + found["all"]
