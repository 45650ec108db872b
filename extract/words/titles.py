"""Titles of documents: what they look like, what kind of document they name, and what they are once unwrapped."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.facts import DocumentType
from guitu.extract.words.lines import way
from guitu.ontology import structure

_BRACKETS = re.compile(r"(?:（[^（）]{0,40}）)+$")
# what follows a title without brackets: 2021—2035年, 征求意见稿
_BEHIND = re.compile(
    r"[ ·]*(?:(?:19|20)\d\d年?(?: ?[-—~至]+ ?(?:(?:19|20)\d\d)?年?)?"
    r"|(?:公开)?(?:征求意见|送审|讨论|修订|修改|公示|报批|试行|初|审议|批前公示|报审)稿"
    r"|草案|修订版|修编|[^（）]{0,4}文本|〔[^〔〕]{1,16}〕)$"
)
EDITION = re.compile(
    r"（(?!\d{4}年\d{1,2}月）)(?:(?:19|20)\d\d[^（）日]{0,30}|试行|暂行|修订|征求意见稿|草案|送审稿|[^（）]{0,10}[版稿])）"
)
REPORT = re.compile("政府工作报告")
# what a newspaper puts before the first word: 新华社北京3月13日电, 本报讯（记者 张三）
_DATELINE = re.compile(
    r"^ ?(?:本报(?:[\u4e00-\u9fff]{2,6})?讯|(?:[\u4e00-\u9fff]{2,14}?)\d{1,2}月\d{1,2}日(?:电|讯|消息)"
    r"|[\u4e00-\u9fff]{2,20}公报 ?(?:19|20)\d\d年 ?第 ?\d{1,3} ?[期号])"
    r"(?: ?（[^（）]{1,24}）)?[ ：—-]*"
)
_SITE_NAME = re.compile(r"(?:网|网站|门户|平台|频道|政府|信息公开|专栏|公报|[局厅委办]|委员会|办公室)$")
# a name of a site before or behind a sign; never the years of a plan: 2026—2030年
_PIECES = re.compile(r" ?[_|] ?|(?<![\d年]) ?[-—–]{1,2} ?| ?[-—–]{1,2} ?(?![\d ])")
# a kind of papers, as a site names its shelves: 专项规划, 国民经济和社会发展规划
_KIND = re.compile(
    "(?:国民经济和社会发展|专项|发展|总体|综合|区域|中长期|五年|年度|工作|行业|部门|城乡|国土空间|城市|政府|重要|公开)*"
    "(?:规划|计划|方案|措施|意见|办法|政策|文件|通知|公告|公示|要点|纲要|总结)*"
)
_NOT_IN_TITLE = re.compile(r"[。；，？！：]|现将|特此|如下|附件")
_SPACES = re.compile(r"\s+")
# 云州市人民政府办公室关于印发《云州市数字乡村行动方案》的通知, 青岚县水利局关于印发青岚县节水规划的通知,
# 转发市水利局制定的《云州市节水规划》的通知, 批转市水利局《云州市节水规划》的通知
WRAPPER = re.compile(
    r"(?P<issuer>[^《》。，；]{0,80}?)(?:关于)?(?:印发|发布|转发|公布|下发|批转)"
    r"(?:(?:[^《》。，；]{2,40}?(?:(?:制[定订]|编制|拟[定订]|起草|修订)的|[局委办厅会部]))?《(?P<named>[^》]{4,100})》"
    r"|(?P<bare>(?!《)(?:[^《》。]|《[^《》]{1,60}》){4,90}?))的?(?:通知|公告|通告|函|决定)$"
)
# 关于公开征求《云州市节水条例（征求意见稿）》意见的公告, 关于《青岚县供水办法》公开征求意见的通知
_DRAFTED = re.compile(
    r"(?P<issuer>[^《》。，；]{0,60}?)关于(?:再次|面?向社会|公开|征[求集]|对){0,4}《(?P<named>[^》]{4,100})》(?:[^《》。，；]{0,16}意见|公示)"
    r"[^《》。，；]{0,8}(?:通知|公告|通告|函|公示|启事)$"
)
# 中共云州市委办公室、云州市人民政府办公室印发《云州市养老规划》
_NEWS = re.compile(
    r"(?P<issuer>[^《》。；：]{2,60}?)(?:近日)?(?:联合)?(?:印发|发布|出台|公布)了?《(?P<named>[^》]{4,100})》$"
)
# 云州市人民政府印发云州市节水行动计划, as a collection names what it holds
_REPORTED = re.compile(
    r"《?(?P<issuer>[^《》。；：，]{2,30}?(?:政府|办公[厅室]|[省市县区厅局委]))(?:近日)?(?:联合)?印发(?P<named>[^《》。，；：]{6,80})》?$"
)
_PASSED_ON = re.compile("关于|转发|批转")
# 现将《云州市养老服务规划》印发给你们
_ANNOUNCED = re.compile(
    r"(?:(?:现|兹|特)(?:将|把)|^|[。，；])《([^》]{4,100})》(?:（[^（）]{2,24}）)?(?:(?:已|业)?经|现)?[^。《]{0,90}?(?:印发|发布|下发|转发|公布|发给)"
    r"|现(?:予以?)?(?:印发|发布|下发|转发|公布)《([^》]{4,100})》"
)
_BOUNDED = re.compile(r"(?<=[\u4e00-\u9fff])[ ]+(?=[\u4e00-\u9fff“”《》（）])|(?<=[“”《》（）]) +| +(?=[“”《》（）])")


_BEHIND_ENDS = "年稿案版编本〕0123456789"


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
    if bare[-1:] in _BEHIND_ENDS:
        bare = _BRACKETS.sub("", _BEHIND.sub("", bare))
    if REPORT.match(bare) or (bare.endswith("会议上") and REPORT.search(bare)):
        return "plan"
    inner = re.sub(r"的(?:通知|公告|通告|函)$", "", bare)
    for told in (inner, bare) if inner != bare else (bare,):
        for word, kind in _endings():
            if told.endswith(word) and (kind != "notice" or told == bare):
                return kind
    return None


def is_title(words: str) -> bool:
    """Whether a line could be the title of a document."""
    words = words.strip()
    if not 4 <= len(words) <= 100 or ">" in words or _NOT_IN_TITLE.search(_BRACKETS.sub("", words)):
        return False
    return type_of(words) is not None


def unwrapped(words: str) -> tuple[str, str | None]:
    """A notice's title as (issuer, title of what it brings); (..., None) where it brings nothing.

    >>> unwrapped("云州市人民政府关于印发《云州市节水规划》的通知")
    ('云州市人民政府', '云州市节水规划')
    >>> unwrapped("云州市节水规划")
    ('', None)
    """
    for form in (words.strip(), tidy(words)):
        if match := WRAPPER.fullmatch(form):
            return _PASSED_ON.split(match["issuer"])[0].strip(), tidy(match["named"] or match["bare"])
        if match := _DRAFTED.fullmatch(form) or _NEWS.fullmatch(form) or _reported(form):
            return match["issuer"].strip(), tidy(match["named"])
    return "", None


def page_title(words: str) -> str:
    """A title without what a site puts behind it in the title of its page; other lines as they are.

    >>> page_title("云州市节水规划_云州市人民政府网"), page_title("青岚县养老规划（2021-2035年）")
    ('云州市节水规划', '青岚县养老规划（2021-2035年）')
    >>> page_title("规划计划-云州市节水规划-云州市水利局网站")
    '云州市节水规划'
    """
    if len(words) > 160 or not (set("_|-—–/") & set(words)):
        return words
    if steps := way(words):
        return next((step for step in reversed(steps) if is_title(step) and not _KIND.fullmatch(step)), words)
    *pieces, last = [piece.strip() for piece in _PIECES.split(words)]
    if not pieces or not (_SITE_NAME.search(last) or set("_|") & set(words)):
        return words
    titles = [piece for piece in (*pieces, last) if is_title(piece)]
    return max(titles, key=len, default=words)


def names_shelf(words: str) -> bool:
    """Whether the title of a page says only where in its site it stands.

    >>> names_shelf("云州市人民政府 - 专项规划"), names_shelf("首页 / 规划计划"), names_shelf("云州市专项规划")
    (True, True, False)
    """
    titles = [piece for piece in _PIECES.split(words) if is_title(piece.strip())]
    return bool(way(words)) or (bool(titles) and all(_KIND.fullmatch(piece.strip()) for piece in titles))


def without_dateline(words: str) -> str:
    """A line without the dateline of a newspaper before its first word.

    >>> without_dateline("新华社北京3月13日电云州市节水规划"), without_dateline("3月13日前完成")
    ('云州市节水规划', '3月13日前完成')
    """
    return _DATELINE.sub("", words) if set(words[:40]) & set("电讯消报") else words


def wraps(words: str) -> bool:
    """Whether a line is the title of a notice that brings a document."""
    found = WRAPPER.fullmatch(words) or _DRAFTED.fullmatch(words) or _NEWS.fullmatch(words)
    return bool(found or _reported(words))


def _reported(words: str) -> re.Match[str] | None:
    found = _REPORTED.fullmatch(words) if "印发" in words else None
    return found if found and is_title(found["named"]) else None


def announced(words: str) -> str | None:
    """The title that the text of a notice says it brings."""
    match = _ANNOUNCED.search(words)
    return (match[1] or match[2]) if match else None


_PART = re.compile(r"(?<=[一-鿿）)])[-—–－]{1,2}(?:规划)?(?:文本|说明书|正文)$")


def tidy(words: str) -> str:
    """A title without the spaces that line breaks and justification leave between Chinese characters, nor the name of
    the part that follows it: 云州市加油站规划（2026—2030年）-文本."""
    return _PART.sub("", _BOUNDED.sub("", _SPACES.sub(" ", words)).strip())


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
