"""Who leads where a document tells it by the order of names: the first-named, or those before the comma."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import or_
from typing import Literal

from guitu.extract.owners.duties import Owner
from guitu.extract.owners.order_words import LEADS_BY_ORDER
from guitu.extract.structure.draft import Draft

Order = Literal["first", "comma"]
_CUE = re.compile("第一|首[位列个]|最前|逗号")


def order_of(draft: Draft) -> Order | None:
    """What the document says in a passage, above a table or in its head: 责任单位（列第一位的为牵头单位）."""
    if not _CUE.search(draft.text.folded):
        return None
    heads = (cell.span for placed in draft.tables for row in placed.table.rows[:2] for cell in row)
    captions = (placed.caption for placed in draft.tables)
    spans = (*(passage.span for passage in draft.passages), *captions, *heads)
    for words in map(draft.text.read, spans):
        if _CUE.search(words) and (told := LEADS_BY_ORDER.search(words)):
            return "comma" if told["comma"] else "first"
    return None


def led(owners: Sequence[Owner], order: Order | None, words: str) -> Sequence[Owner]:
    """The owners of one clause with the roles that their order gives, where nothing else gives one.

    `words`: the text that their spans are of. Without a comma all lead, as the words before a comma do. A group named
    alone (各县级人民政府负责) has no first.
    """
    if order == "first" and len(owners) == 1 and owners[0].agency.group:
        return owners
    if order == "first" and not any(owner.role == "lead" for owner in owners):
        first = next((owner for owner in owners if owner.role == "responsible"), None)
        return [owner._replace(role="lead") if owner is first else owner for owner in owners]
    if order == "comma" and all(owner.role == "responsible" for owner in owners):
        commas = ("，" in words[before.span.end : owner.span.start] for before, owner in pairwise(owners))
        behind = [False, *accumulate(commas, or_)]
        return [
            owner._replace(role="support" if after else "lead") for owner, after in zip(owners, behind, strict=False)
        ]
    return owners
