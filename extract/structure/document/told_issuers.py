"""Who issued a document where neither title, page nor signature says it: a sentence, the title's head, the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from guitu.extract.structure.document.jurisdiction import of_title
from guitu.extract.words.titles import bare
from guitu.ontology.districts import leading

# 云州市人民政府印发《云州市节水方案》，…; 按照部署，市发展改革委、市水利局制定云州市节水方案。
_SENTENCE = re.compile(
    r"(?:^|[，。；])(?:近日|日前|(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日)?(?P<who>[一-鿿、]{4,80}?)(?:近日|日前|联合|正式|共同|研究)*"
    r"(?:印发|出台|发布|公布|下发|制[定订])了?"
    r"(?:《(?P<named>[^》]{4,100})》|(?P<plain>[^，。；《》]{4,80}?(?:规划|方案|计划|意见|措施|办法|细则))(?=[，。；]))"
)
_VERB = re.compile("印发|出台|[发公]布|下发|制[定订]")
_YEAR = re.compile("(?:19|20)\\d\\d年")  # behind the body that opens a title: 云州市教育局2026年工作要点
_BODY = re.compile("(?![全各本我])[一-鿿]{2,12}?[省市区县州旗盟](?!级|属|直)[一-鿿]{1,14}[局委办厅府会]")
Names = Callable[[str], tuple[str, ...]]


def of_sentence(lines: Iterable[str], title: str, names: Names) -> tuple[str, ...]:
    """Those of whom a sentence of the head says that they issued or drew up the document of this very title."""
    for line in lines:
        for said in _SENTENCE.finditer(line) if _VERB.search(line) else ():
            if bare(said["named"] or said["plain"]) == bare(title):
                pieces = said["who"].split("、")
                found = tuple(name for piece in pieces for name in names(piece))
                return tuple(pieces) if len(found) > 1 else found  # a company among bodies is one of them
    return ()


def at_head(title: str, names: Names) -> tuple[str, ...]:
    """The body that opens a title before its year: 云州市教育局2026年工作要点."""
    year = _YEAR.search(title)
    head = title[: year.start()] if year else ""
    return (head,) if _BODY.fullmatch(head) and names(head) == (head,) else ()


def of_source(source: Sequence[str], title: str) -> tuple[str, ...]:
    """The one body that a page gives as its source, where the title is of the same place."""
    titled = of_title(title)
    own = leading(source[0]) if len(source) == 1 else None
    return tuple(source) if titled and own and titled == own[0] else ()
