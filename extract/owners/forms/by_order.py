"""Who leads where a document tells it by the order of names: the first-named, or those before the comma."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import or_
from typing import Literal

from guitu.extract.facts import Role
from guitu.extract.owners.clauses.duties import Owner
from guitu.extract.owners.clauses.order_words import LEADS_BY_ORDER, ORDER_CUE, others_support
from guitu.extract.structure.draft import Draft

Order = Literal["first", "first of supporters", "comma"]


def order_of(draft: Draft) -> Order | None:
    """What the document says in a passage, above a table or in its head: 责任单位（列第一位的为牵头单位）."""
    if not ORDER_CUE.search(draft.text.folded):
        return None
    heads = (cell.span for placed in draft.tables for row in placed.table.rows[:2] for cell in row)
    captions = (placed.caption for placed in draft.tables)
    spans = (*(passage.span for passage in draft.passages), *captions, *heads)
    for words in map(draft.text.read, spans):
        if ORDER_CUE.search(words) and (told := LEADS_BY_ORDER.search(words)):
            return "comma" if told["comma"] else "first of supporters" if others_support(words, told) else "first"
    return None


def led(owners: Sequence[Owner], order: Order | None, words: str) -> Sequence[Owner]:
    """The owners of one clause with the roles that their order gives, where nothing else gives one.

    `words`: the text that their spans are of. Without a comma all lead, as the words before a comma do. A group named
    alone (各县级人民政府负责) has no first.
    """
    if order and order != "comma":
        return _first_leads(owners, "support" if order == "first of supporters" else "responsible")
    if order == "comma" and all(owner.role == "responsible" for owner in owners):
        commas = ("，" in words[before.span.end : owner.span.start] for before, owner in pairwise(owners))
        behind = [False, *accumulate(commas, or_)]
        return [
            owner._replace(role="support" if after else "lead") for owner, after in zip(owners, behind, strict=False)
        ]
    return owners


def _first_leads(owners: Sequence[Owner], others: Role) -> Sequence[Owner]:
    """The first of those who have no other role leads; `others`: the role of those after it."""
    plain = [owner for owner in owners if owner.role == "responsible"]
    alone = len(owners) == 1 and owners[0].agency.group
    if alone or not plain or any(owner.role == "lead" for owner in owners):
        return owners
    roles: dict[int, Role] = {id(owner): others for owner in plain} | {id(plain[0]): "lead"}
    return [owner._replace(role=roles.get(id(owner), owner.role)) for owner in owners]
