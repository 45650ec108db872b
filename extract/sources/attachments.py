"""The attachments of a page: links to documents in its main text, or in a place that says 附件."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from guitu.extract.encoding import decode
from guitu.extract.errors import SourceError
from guitu.extract.sources.main_text import is_left_out, main

_ENDINGS = re.compile(r"\.(?:docx?|wps|rtf|odt|pdf|ofd|xlsx?|et|ods|csv|tsv|txt|md|pptx?|zip|rar|7z)$", re.IGNORECASE)
_SAYS = re.compile(r"附\s{0,3}[件表：:]|相关附件")  # 附件1：…；附：…
_ABOUT = 500  # characters, and pieces of text, of a place that says what its links are
_ABOVE = 4  # elements around a link that are such a place
_NOT_SEEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def attached(page: bytes, address: str, most: int) -> list[str]:
    """The addresses of a page's attachments, in order, each once, absolute, at most `most`; `address`: of the page.

    A link is one where its own words say 附件 or name a file, or where it leads to a document and stands in the main
    text or in a place that says 附件. Furniture of the page, ways inside the page and mail are none. An attachment
    that only a script can fetch is one, so that it is told.
    """
    root = _parsed(page)
    if root is None:
        return []
    base = _joined(address, next((one.get("href", "") for one in root.iter("base")), ""))
    within = set(main(root).iter("a"))
    found: dict[str, None] = {}
    skipped: set[Element] = set()
    for one in root.iter():
        if is_left_out(one) or one.getparent() in skipped:
            skipped.add(one)
        elif one.tag == "a" and len(found) < most:
            target = _target(one, base)
            if target and target != urldefrag(address)[0] and _is_attachment(one, target, one in within):
                found[target] = None
    return list(found)


def _parsed(page: bytes) -> Element | None:
    try:
        text = decode(page).text
    except SourceError:  # told where the page itself is read
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.feed(_NOT_SEEN.sub(" ", text).encode("utf-8"))
    try:
        return parser.close()
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _target(link: Element, base: str) -> str:
    given = (link.get("href") or "").strip()
    if not given or given.startswith("#") or given.lower().startswith(("mailto:", "tel:")):
        return ""
    return urldefrag(_joined(base, given))[0]


@lru_cache(maxsize=4096)  # pages repeat their links
def _joined(base: str, given: str) -> str:
    try:
        return urljoin(base, given)
    except ValueError:  # a malformed address
        return base


def _is_attachment(link: Element, target: str, in_main_text: bool) -> bool:
    own = _first_words(link)
    if _SAYS.search(own) or _SAYS.search(link.get("title") or ""):
        return True
    if _ENDINGS.search(own.strip()):  # a name of a file to read
        return True
    return _is_document(target) and (in_main_text or _is_told(link))


@lru_cache(maxsize=4096)
def _is_document(target: str) -> bool:
    """Whether a way ends like a document, or a name in the question does: down.jsp?name=附件.docx."""
    try:
        parts = urlsplit(target)
        named = [unquote(parts.path), *(value for _, value in parse_qsl(parts.query, max_num_fields=50))]
    except ValueError:
        return False
    return any(_ENDINGS.search(name) for name in named)


def _is_told(link: Element) -> bool:
    """Whether a small place around the link says that it lists attachments."""
    for one in islice(link.iterancestors(), _ABOVE):
        about = _first_words(one)
        if len(about) >= _ABOUT or one.tag == "body":
            return False
        if _SAYS.search(about):
            return True
    return False


def _first_words(element: Element) -> str:
    return "".join(str(text)[:_ABOUT] for text in islice(element.itertext(), _ABOUT))[:_ABOUT]
