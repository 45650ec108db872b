"""The part of a page that is the document: its main text, and the table that says what the document is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from guitu.extract.text import fold
from guitu.extract.words.titles import is_title, page_title

# ids and classes that sites of Chinese government give to the main text
_KNOWN = re.compile(
    r"(?:^|\s)(?:UCAP-CONTENT|zoom|TRS_Editor|TRS_UEDITOR|pages_content|article-content|article_content|articleContent"
    r"|Custom_UnionStyle|rich_media_content|news_content|js_content)(?:\s|$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumb|crumbs?|share|sharebox|bdsharebuttonbox|sidebar|copyright|qr"
    r"|qrcode|appendqr|ewm|toolbar|related|recommend|banner|comments?|print|search|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
SKIPPED_NAMES = (
    "script style iframe canvas svg object embed head title template input button select option textarea"
    " nav footer aside audio video map math"
)
SKIPPED = frozenset(SKIPPED_NAMES.split())
_NO_SCRIPT = re.compile(r"java\s?script|浏览器|脚本", re.IGNORECASE)
_LONGEST_NO_SCRIPT = 200  # characters of a notice to those whose browser runs no scripts
_INLINE_OR_LEAF = frozenset(("p", "span", "table", "ul", "ol", "a", "b", "strong", "font", "h1", "h2", "h3", "pre"))
_LABELS_NAMES = (
    "索引号 主题分类 信息分类 发文机关 发布机构 发文单位 制发机关 成文日期 生成日期 发文日期 标题 名称 信息名称"
    " 发文字号 文号 文件编号 发布日期 公开日期 有效性 时效性 是否有效 主题词"
)
_LABELS = frozenset(_LABELS_NAMES.split())
_NAMES = "|".join(r"\s{0,9}".join(name) for name in sorted(sorted(_LABELS), key=len, reverse=True))
_LABEL = re.compile(f"【?({_NAMES})[：:】]")  # 文号：…, 【文 号】 …
_LONGEST_DESCRIPTION = 1000  # characters
_LEAST_LABELS = 3
_LEAST_LINKS = 2
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|et|ofd|rtf|zip|rar|7z|txt|csv|jpe?g|png)(?:$|[?#])", re.IGNORECASE)
_TITLE_METAS = frozenset(("articletitle", "og:title", "title"))
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:\w{0,12}title|bt|biaoti|tit|headline)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_TITLE = 160
_PADDING = re.compile(r"[\s\u3000\xa0：:]+")
_PROSE = re.compile("[，。；、：]")
_SHARE = 0.9
_COVERED = 4  # times the prose that a page shows, in what it hides until it has loaded
_MOSTLY = 0.6
Weigh = Callable[[str | None, bool], int]


def is_left_out(element: Element) -> bool:
    """Whether an element is no text of the document: a script, furniture of the page, hidden."""
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return True
    if tag == "noscript":
        return _is_notice(element)
    if not element.attrib or tag in ("body", "html"):  # a page that a script shows when it has loaded
        return False
    if is_hidden(element):
        return True
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return bool(_FURNITURE.search(names)) and not _KNOWN.search(names)


def is_hidden(element: Element) -> bool:
    """Whether a style or an attribute hides an element; a whole page is hidden only until it has loaded."""
    if element.tag in ("body", "html"):
        return False
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def uncover(root: Element) -> None:
    """Show the element that a page hides until it has loaded: the one that holds nearly all the prose, if there is one.

    A hidden copy of what is shown, a dialogue or a menu stays hidden.
    """
    hidden = [one for one in root.iter() if isinstance(one.tag, str) and one.tag not in SKIPPED and is_hidden(one)]
    if not hidden:
        return
    shown = _prose(root, _weight).get(root, 0)
    within = {one: _prose(one, _weight, top=one).get(one, 0) for one in hidden}
    best = max(hidden, key=lambda one: within[one])
    if within[best] > _COVERED * shown:
        for one in (best, *best.iterancestors()):
            if "hidden" in one.attrib:
                del one.attrib["hidden"]
            if style := one.get("style"):
                one.set("style", _HIDDEN.sub("", style))


def _is_notice(element: Element) -> bool:
    """Whether a <noscript> only asks for a browser that runs scripts, or holds no words; else it is the text itself."""
    text = words(element).strip()
    return not text or (len(text) <= _LONGEST_NO_SCRIPT and bool(_NO_SCRIPT.search(text)))


def is_navigation(element: Element) -> bool:
    """Whether a list holds nothing but links to other pages; links to files are what the document attaches."""
    if element.tag not in ("ul", "ol"):
        return False
    links = list(element.iterdescendants("a"))
    linked = sum(len(words(one).strip()) for one in links)
    date_room = 12 * len(links)  # 2025-03-01 beside each
    paged = not any(_FILE.search(one.get("href", "")) for one in links)
    return len(links) >= _LEAST_LINKS and paged and len("".join(words(element).split())) <= linked + date_room


def words(element: Element) -> str:
    """All the characters inside an element."""
    return "".join(str(text) for text in element.itertext())


def main(root: Element) -> Element:
    """The element that holds the document: one with a known name, else the smallest one with nearly all the prose."""
    weights = _prose(root, _weight)
    whole = weights.get(root, 0)
    if not whole:
        return root
    known = [one for one in root.iter() if weights.get(one, 0) * 2 > whole and _is_known(one)]
    if known:
        return known[-1]
    best = root
    while True:
        inner = [one for one in best if weights.get(one, 0) >= _SHARE * whole]
        ends = not inner or (inner[0].tag in _INLINE_OR_LEAF and not _is_layout(inner[0]))
        if ends or (best.tag not in ("body", "html") and _has_own_text(best)):
            return _with_sentences_around(root, best, weights)
        best = inner[0]


def _with_sentences_around(root: Element, best: Element, weights: dict[Element, int]) -> Element:
    """The part itself; where it is mostly a table, the part around it that holds its sentences, too."""
    tables = (one for one in best.iter("table") if not _is_layout(one))
    if sum(weights.get(one, 0) for one in tables) < _MOSTLY * weights.get(best, 0):
        return best
    sentences = _prose(root, _sentence)
    for around in best.iterancestors():
        if sentences.get(around, 0) > sentences.get(best, 0):
            best = around
    return best


def title_before(root: Element, chosen: Element) -> str:
    """The title that a page gives outside of its main text, empty where the text has its own top heading.

    The top heading, what the head tells of the article, a line marked as the title, else the title of the page; the
    first that can name a document, without the name of the site. A path (首页>政策) names none.
    """
    inside = False
    for one in root.iter("h1"):
        if chosen in one.iterancestors() or one in chosen.iterancestors():
            inside = True
        elif is_title(told := _told(words(one))):
            return told
    if inside:
        return ""
    for meta in root.iter("meta"):
        if meta.get("name", meta.get("property", "")).lower() in _TITLE_METAS and is_title(
            told := _told(meta.get("content", ""))
        ):
            return told
    for one in root.iter("p", "div", "span", "h2", "h3", "td"):
        if _TITLE_CLASS.search(f"{one.get('id', '')} {one.get('class', '')}") and chosen not in one.iterdescendants():
            beginning = _beginning(one)
            if len(beginning) < _LONGEST_TITLE and is_title(told := _told(beginning)):
                return told
    named = root.find(".//title")
    return _told(words(named)) if named is not None else ""


def _told(words: str) -> str:
    """The words of a title with one sign for every sign and space, without the name of the site behind them."""
    return page_title(fold(" ".join(words.split())))


def description(root: Element) -> Iterator[Element]:
    """The tables in which a site says what the document is: 索引号, 发文机关, 成文日期 …"""
    for table in root.iter("table"):
        if next(table.iterdescendants("table"), None) is None:
            cells = (_PADDING.sub("", words(cell)[:40]) for cell in table.iterdescendants("td", "th"))
            if sum(text in _LABELS for text in cells) >= 2:
                yield table


def listing(root: Element, chosen: Element) -> list[tuple[str, str]]:
    """What a site says of the document in a list outside of the main text, as pairs of label and value."""
    apart = {*chosen.iter(), *chosen.iterancestors()}
    for one in root.iter("ul", "dl", "div", "section", "p"):
        if one not in apart and len(found := _pairs(_beginning(one))) >= _LEAST_LABELS:
            return found
    return []


def _beginning(element: Element) -> str:
    """The characters inside an element; nothing where they are too many for a description."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > _LONGEST_DESCRIPTION:
            return ""
    return text


def _pairs(text: str) -> list[tuple[str, str]]:
    pieces = _LABEL.split(text)  # before, label, value, label, value …
    return [
        (_PADDING.sub("", label) + "：", " ".join(value.split()))
        for label, value in zip(pieces[1::2], pieces[2::2], strict=True)
    ]


def _is_known(element: Element) -> bool:
    return bool(_KNOWN.search(f"{element.get('id', '')} {element.get('class', '')}"))


def _is_layout(element: Element) -> bool:
    return element.tag == "table" and next(element.iterdescendants("table"), None) is not None


def _has_own_text(element: Element) -> bool:
    """Whether text stands in the element itself or in a paragraph of its own beside the big part."""
    if (element.text or "").strip() or any((one.tail or "").strip() for one in element):
        return True
    return any(one.tag in ("p", "h1", "h2", "h3") and words(one).strip() for one in element)


def _prose(root: Element, weigh: Weigh, top: Element | None = None) -> dict[Element, int]:
    """What the texts inside every element weigh; those in a link and in what is left out weigh nothing.

    `top`: an element that counts though it is hidden.
    """
    weights: dict[Element, int] = {}
    skipped: set[Element] = set()
    celled: set[Element] = set()
    for one in root.iter():
        parent = one.getparent()
        if one.tag in ("td", "th") or parent in celled:
            celled.add(one)
        if one is not top and (is_left_out(one) or one.tag == "a" or parent in skipped):
            skipped.add(one)
        else:
            weights[one] = weigh(one.text, one in celled)
        if parent is not None and parent in weights:
            weights[parent] += weigh(one.tail, parent in celled)
    for one in reversed(list(weights)):
        parent = one.getparent()
        if parent is not None and parent in weights:
            weights[parent] += weights[one]
    return weights


def _sentence(text: str | None, in_cell: bool) -> int:
    return len(text) if text and not in_cell and "。" in text else 0


def _weight(text: str | None, in_cell: bool) -> int:
    """The characters of prose: of a text with a sign of a sentence, or in a cell."""
    if not text:
        return 0
    return len(text.strip()) if in_cell else len(text) if _PROSE.search(text) else 0
