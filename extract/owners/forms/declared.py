"""What a clause declares for the tasks after it: 以下各项工作均需各区政府落实，不再列出; 以下责任单位均包括…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guitu.extract.facts import Role
from guitu.extract.owners.clauses.borne_duties import LEADS_AS
from guitu.extract.owners.clauses.duties import Owner, parse
from guitu.extract.structure.outline.headed_items import headed_items
from guitu.extract.text import Span
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

Reach = Literal["own", "following", "preceding", "rest", "owned", "under", "every"]
"""Which tasks a duty is for: that of its passage; those after it; those before it; those that name nobody; those after
it that name somebody, since their lists include it; those under its heading that nobody else leads; all."""

_CUE = re.compile("以下|此后|其后|下列|下述|后面|后续|下面|下同|不再|不另|以上|上述|前述")
_ALL = "(?:均|都|皆|一律|全部|统一)"
_WHAT = "(?P<what>[^，。；：、（）〔〕均都皆]{0,14}?)"
# 以下各项工作均需…, 后面几项任务都由…, 下列责任单位都含有…; where it is not said again also 各项任务均需…
_DECLARES = re.compile(
    rf"(?:(?:以下|此后|其后|下列|下述|后面|后续|下面){_WHAT}|(?P<every>各项|所有|全部)(?:重点)?(?:任务|工作|措施|事项|举措)){_ALL}"
    r"(?:(?P<includes>(?:还)?(?:包括|包含|含有|含|涵盖|涉及|有))|(?:还|也)?(?:需要?|须|要|应当?|必须|由|需由|须由|要由|应由))"
    r"(?P<who>[^。；]{2,240})"
)
_MATTERS = r"(?:各|几|[一二三四五六七八九十\d]{1,2})?[项类个条]?(?:重点)?(?:任务|工作|事项|措施|举措)"
_OTHERS = rf"(?<![级模额限])(?P<which>以下|下列|下述|后面|后续|下面|以上|上述|前述)(?:{_MATTERS}的?)?"
_LABEL = (
    "(?P<label>(?:第一责任|首要责任|总?牵头|主体责任|主要责任|责任|主责|实施|落实|配合|协办|参与)"
    "(?:单位|主体|部门|机构))"
)
# 各区政府为以下各项任务的责任单位, and the other way round: 以下各项任务的责任单位为各区政府
_ARE_FOR = re.compile(rf"{_ALL}?(?:作?为|是){_OTHERS}{_LABEL}(?:，(?:不再|不另|不一一)[^，。；（）]{{0,8}})?")
# 以下各项任务，市水务局均为责任单位
_ALL_HAVE = re.compile(
    rf"(?P<which>以下|下列|下述|上述|前述){_MATTERS}[，：]?(?P<who>[^。；]{{2,120}}?){_ALL}(?:作?为|是){_LABEL}(?=[，。；）]|$)"
)
_WHO_IS_FOR = re.compile(rf"{_OTHERS}{_LABEL}{_ALL}?(?:为|是)(?P<who>[^。；]{{2,240}})")
# said behind the owners that it holds for: …各区政府负责，以下不再列出
_NO_MORE = re.compile(r"，(?:以下|下面|后面|后续)(?:均?同|(?:不再|不另)[一-鿿]{0,6})")
_LONGEST = 160
_EVERYWHERE = re.compile(r"(?:不再|不另|不一一|下同)")
_SUPPORT = re.compile("配合|协办|参与|协同|支持|协助")


@dataclass(frozen=True, slots=True)
class Declared:
    """Owners that hold for later tasks; `span`: the declaring words; `everywhere`: to the end of the document."""

    owners: tuple[Owner, ...]
    span: Span
    reach: Reach
    everywhere: bool


def declared(text: str, brackets: Sequence[Span], here: Region | None) -> Iterator[Declared]:
    """What a passage declares inside its brackets, or as a sentence that says that it is not said again.

    >>> from guitu.ontology.districts import region
    >>> said = "（市水务局牵头。以下各项工作均需各区政府落实，不再列出）"
    >>> [(o.agency.name, o.role) for one in declared(said, [Span(1, 27)], region("云州市")) for o in one.owners]
    [('云州市各区人民政府', 'responsible')]
    """
    if not _CUE.search(text):
        return
    for said in _DECLARES.finditer(text):
        yield from _said(text, said, _who(said), brackets, here)
    for said in _ARE_FOR.finditer(text):
        yield from _given(text, said, (_begin(text, said.start()), said.start()), brackets, here)
    for said in _ALL_HAVE.finditer(text):
        yield from _given(text, said, said.span("who"), brackets, here)
    for said in _WHO_IS_FOR.finditer(text):
        yield from _given(text, said, _who(said), brackets, here)
    for said in _NO_MORE.finditer(text):
        yield from _said(text, said, (_begin(text, said.start()), said.start()), brackets, here)


def heads(title: str, here: Region | None) -> Declared | None:
    """What a heading says of the items under it: who leads or does them all.

    >>> from guitu.ontology.districts import region
    >>> [(o.agency.name, o.role) for o in heads("市水务局牵头工作（8项）", region("云州市")).owners]
    [('云州市水务局', 'lead')]
    """
    said = headed_items(title)
    if said is None:
        return None
    clause = parse(title, said.who.start, said.who.end, here, role=said.role)
    if not clause.owners or clause.unread or any(owner.agency.name.endswith("单位") for owner in clause.owners):
        return None
    return Declared(clause.owners, Span(0, len(title)), "under", everywhere=False)


def _said(
    text: str, said: re.Match[str], who: tuple[int, int], brackets: Sequence[Span], here: Region | None
) -> Iterator[Declared]:
    """What the words `who` name, where they name somebody and stand in a bracket or are not said again."""
    everywhere = bool(_EVERYWHERE.search(text, said.start(), min(said.end() + 12, len(text))))
    before = said.re is _DECLARES
    every, includes = (before and bool(said[what]) for what in ("every", "includes"))
    if not everywhere and (every or not any(said.start() in span for span in brackets)):
        return
    clause = parse(text, *who, here, role=_role(said["what"] or "") if includes else None)
    if clause.owners and not any(unread < clause.owners[0].span for unread in clause.unread):
        span = Span(said.start(), who[1]) if before else Span(*said.span())
        yield Declared(clause.owners, span, "owned" if includes else "every" if every else "following", everywhere)


def _given(
    text: str, said: re.Match[str], who: tuple[int, int], brackets: Sequence[Span], here: Region | None
) -> Iterator[Declared]:
    """What a label says of the tasks after or before, where every word of `who` is read; 为市级部门的 is a case.

    A sentence of a chapter is of that chapter; what a bracket says and does not say again is of all that follows.
    """
    role = duty_words().labels.get(said["label"])
    clause = parse(text, *who, here, role=role if role != "none" else None)
    if not clause.owners or clause.unread or text.startswith("的", max(owner.span.end for owner in clause.owners)):
        return
    back = said["which"] in ("以上", "上述", "前述")
    everywhere = not back and bool(_EVERYWHERE.search(text, *said.span()))
    everywhere = everywhere and any(said.start() in one for one in brackets)
    span = Span(min(who[0], said.start()), max(who[1], said.end()))
    yield Declared(clause.owners, span, "preceding" if back else "following", everywhere)


def _who(said: re.Match[str]) -> tuple[int, int]:
    """Where the agencies stand; a bracket that is closed behind them ends them."""
    depth = 0
    for i, sign in enumerate(said["who"]):
        depth += (sign in "（〔") - (sign in "）〕")
        if depth < 0:
            return said.start("who"), said.start("who") + i
    return said.span("who")


def _begin(text: str, end: int) -> int:
    """Where the clause that ends at `end` begins: behind a sign, or in a bracket that is still open."""
    depth = 0
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        depth += (text[at] in "）〕") - (text[at] in "（〔")
        if depth < 0 or (depth == 0 and text[at] in "，。；"):
            return at + 1
    return max(0, end - _LONGEST)


def _role(what: str) -> Role:
    """Of those whom every list of owners includes."""
    leads = any(word in what for word in LEADS_AS)
    return "lead" if leads else "support" if _SUPPORT.search(what) else "responsible"
