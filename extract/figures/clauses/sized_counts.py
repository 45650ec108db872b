"""How many of each size, where one noun at the end serves all: 3家年产值超百亿元、8家超50亿元的龙头企业."""

from __future__ import annotations

import re

from guitu.extract.figures.clauses.distribution import LIST_SIGNS
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement
from guitu.ontology.figure_words import any_of

_SIZE = re.compile(
    rf"(?P<of>(?:年度?|全年)?(?:主营业务|销售|营业|工业)?(?:{any_of('measure')}|营收|[市估]值|总?投资))?(?:达到?|[超过]|超过|突破)?"
)
_NOUN = re.compile(r"的(?P<noun>[^，、；。：的\d]{2,16})(?=$|[，；。])")


def read(text: str, start: int, inside: list[Quantity]) -> list[Statement]:
    """The counts of a clause that gives the size of those counted with each; none for any other clause.

    A size without its measure has that of the one before.
    """
    if len(inside) < 4 or len(inside) % 2 or not names.ACTION_BEFORE.search(text[start : inside[0].lead]):
        return []
    noun = _NOUN.match(text, inside[-1].trail)
    made: list[Statement] = []
    measure, begin = "", start
    for count, size in zip(inside[::2], inside[1::2], strict=True):
        said = _SIZE.fullmatch(text, count.trail, size.lead)
        listed = not made or text[begin : count.lead] in LIST_SIGNS
        if noun is None or said is None or not listed or (count.kind, size.kind) != ("counter", "money"):
            return []
        own = text[count.trail : size.trail]
        measure = said["of"] or measure
        name = f"{own if said['of'] else measure + own}的{noun['noun']}"
        made.append(Statement(name, count, begin, size.trail, text[begin : count.lead]))
        begin = size.trail
    return made if measure else []
