"""Titles of documents: what they look like, what kind of document they name, and what they are once unwrapped."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.facts import DocumentType
from guitu.ontology import structure

_BRACKETS = re.compile(r"(?:（[^（）]{0,40}）)+$")
_NOT_IN_TITLE = re.compile(r"[。；，？！：]|现将|特此|如下|附件")
_SPACES = re.compile(r"\s+")
# 云州市人民政府办公室关于印发《云州市数字乡村行动方案》的通知, 青岚县水利局关于印发青岚县节水规划的通知
WRAPPER = re.compile(
    r"(?P<issuer>[^《》。，；]{0,80}?)(?:关于)?(?:印发|发布|转发|公布|下发|批转)"
    r"(?:《(?P<named>[^》]{4,100})》|(?P<bare>[^《》。]{4,90}?))的?(?:通知|公告|通告|函|决定)$"
)
# 现将《云州市养老服务规划》印发给你们
_ANNOUNCED = re.compile(
    r"《([^》]{4,100})》[^。]{0,90}?(?:印发|发布|下发|转发|公布)|(?:印发|发布|下发|转发|公布)《([^》]{4,100})》"
)
_BOUNDED = re.compile(r"(?<=[\u4e00-\u9fff])[ ]+(?=[\u4e00-\u9fff“”《》（）])|(?<=[“”《》（）]) +| +(?=[“”《》（）])")


@cache
def _endings() -> tuple[tuple[str, DocumentType], ...]:
    kinds: tuple[DocumentType, ...] = ("plan", "measures", "notice")
    pairs = [(word, kind) for kind in kinds for word in structure.title_words()[kind]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def type_of(title: str) -> DocumentType | None:
    """The kind of document that a title names by its last word; a notice of measures counts as measures.

    >>> type_of("云州市养老服务“十四五”规划"), type_of("青岚县稳就业若干措施（试行）"), type_of("关于开展普查的通知")
    ('plan', 'measures', 'notice')
    >>> type_of("临江省人民政府关于加快种业振兴若干措施的通知"), type_of("养老服务")
    ('measures', None)
    """
    bare = _BRACKETS.sub("", title.strip(" ”》"))
    inner = re.sub(r"的(?:通知|公告|通告|函)$", "", bare)
    for told in (inner, bare) if inner != bare else (bare,):
        for word, kind in _endings():
            if told.endswith(word) and (kind != "notice" or told == bare):
                return kind
    return None


def is_title(words: str) -> bool:
    """Whether a line could be the title of a document."""
    words = words.strip()
    return 4 <= len(words) <= 100 and not _NOT_IN_TITLE.search(_BRACKETS.sub("", words)) and type_of(words) is not None


def unwrapped(words: str) -> tuple[str, str | None]:
    """A notice's title as (issuer, title of what it brings); (..., None) where it brings nothing.

    >>> unwrapped("云州市人民政府关于印发《云州市节水规划》的通知")
    ('云州市人民政府', '云州市节水规划')
    >>> unwrapped("云州市节水规划")
    ('', None)
    """
    if match := WRAPPER.fullmatch(words.strip()) or WRAPPER.fullmatch(tidy(words)):
        return match["issuer"].strip(), tidy(match["named"] or match["bare"])
    return "", None


def announced(words: str) -> str | None:
    """The title that the text of a notice says it brings."""
    match = _ANNOUNCED.search(words)
    return (match[1] or match[2]) if match else None


def tidy(words: str) -> str:
    """A title without the spaces that line breaks and justification leave between Chinese characters."""
    return _BOUNDED.sub("", _SPACES.sub(" ", words)).strip()


def same(one: str, other: str) -> bool:
    """Whether two titles say the same, apart from signs, 关于 and 的, and what a line break doubled.

    >>> same("关于促进种业发展的意见", "促进种业发展意见"), same("云州市2024年要点", "云州市2025年要点")
    (True, False)
    """
    a, b = (re.sub("^关于|的", "", bare(title)) for title in (one, other))
    if re.findall(r"\d+", a) != re.findall(r"\d+", b) and re.search(r"\d", a) and re.search(r"\d", b):
        return False
    return (
        a == b
        or (len(a) >= 8 and (a in b or b in a))
        or (len(a) >= 8 and set(a) == set(b) and abs(len(a) - len(b)) < 4)
    )


def bare(title: str) -> str:
    """A title without signs and spaces."""
    return re.sub(r"[\W_]", "", title)
