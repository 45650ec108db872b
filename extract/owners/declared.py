"""What a clause declares for the tasks after it: 以下各项工作均需各区政府落实，不再列出; 以下责任单位均包括…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guitu.extract.facts import Role
from guitu.extract.owners.duties import Owner, parse
from guitu.extract.text import Span
from guitu.ontology.districts import Region

Reach = Literal["own", "following", "rest", "owned"]
"""Which tasks a duty is for: that of its passage; those after it; those that name nobody; those after it that name
somebody, since their lists include it."""

_CUE = re.compile("以下|下列|下述|后面|后续|下面|下同")
_ALL = "(?:均|都|皆|一律|全部|统一)"
_WHAT = "(?P<what>[^，。；：、（）〔〕均都皆]{0,14}?)"
# 以下各项工作均需…, 后面几项任务都由…, 下列责任单位都含有…
_DECLARES = re.compile(
    rf"(?:以下|下列|下述|后面|后续|下面){_WHAT}{_ALL}"
    r"(?:(?P<includes>(?:还)?(?:包括|包含|含有|含|涵盖|涉及|有|为))|(?:还|也)?(?:需要?|须|要|应当?|必须|由|需由|须由|要由|应由))"
    r"(?P<who>[^。；〕]{2,240})"
)
# said behind the owners that it holds for: …各区政府负责，以下不再列出
_NO_MORE = re.compile(r"(?P<who>[^，。；（）〔〕]{2,160})，(?:以下|下面|后面|后续)(?:均?同|(?:不再|不另)[一-鿿]{0,6})")
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
    for pattern in (_DECLARES, _NO_MORE):
        for said in pattern.finditer(text):
            inside = any(said.start() in span for span in brackets)
            everywhere = bool(_EVERYWHERE.search(text, said.start(), min(said.end() + 12, len(text))))
            if not inside and not everywhere:
                continue
            clause = parse(text, *_who(said), here, role=_role(said))
            if clause.owners and not any(unread < clause.owners[0].span for unread in clause.unread):
                reach: Reach = "owned" if said.re is _DECLARES and said["includes"] else "following"
                yield Declared(clause.owners, Span(*_blanked(said)), reach, everywhere)


def _who(said: re.Match[str]) -> tuple[int, int]:
    """Where the agencies stand; a bracket that is closed behind them ends them."""
    words = said["who"]
    depth = 0
    for i, sign in enumerate(words):
        depth += (sign == "（") - (sign == "）")
        if depth < 0:
            return said.start("who"), said.start("who") + i
    return said.span("who")


def _blanked(said: re.Match[str]) -> tuple[int, int]:
    """The words that the clause around is read without; those behind the owners alone where these are its own."""
    if said.re is _NO_MORE:
        return said.end("who"), said.end()
    return said.start(), _who(said)[1]


def _role(said: re.Match[str]) -> Role | None:
    if said.re is _NO_MORE or not said["includes"]:
        return None
    what = said["what"]
    return "lead" if "牵头" in what else "support" if _SUPPORT.search(what) else "responsible"
