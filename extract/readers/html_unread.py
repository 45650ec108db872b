"""What of a page is not read: text that stands in pictures, in other files, or that a script would put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from guitu.extract.raw import RawBlock, RawParagraph, RawTable, RawUnread
from guitu.extract.readers.html_scripts import HAN
from guitu.extract.sources.main_text import is_left_out, words
from guitu.extract.text import fold
from guitu.extract.words.titles import is_title

_ESCAPED = re.compile(r"\\u[4-9][0-9a-fA-F]{3}")
_LITTLE = 200  # Chinese characters: a page that has fewer beside its pictures may have its text in them
_LEAST = 30  # Chinese characters of a template that are told
_LEAST_SCRIPT = 50
_WIDEST_ICON, _HIGHEST_ICON = 120, 40  # px
_NARROWEST = 300  # px: a picture beside text that may hold text itself
_ICON = re.compile(r"logo|icon|qrcode|ewm|erweima|guohui|banner|sprite|loading|blank|spacer|btn|button", re.IGNORECASE)
_SIZE = re.compile(r"(?:^|;)\s{0,9}(width|height)\s{0,9}:\s{0,9}(\d{1,5})(?:\.\d{1,4})?px", re.IGNORECASE)
_IN_PLACE = {"iframe": "src", "embed": "src", "object": "data"}
_NOT_SHOWN = {"template": "页面模板（template）里的文字没有读出", "textarea": "文本框（textarea）里的文字没有读出"}


def unread(root: Element, chosen: Element, blocks: Sequence[RawBlock], *, scripted: bool = False) -> list[RawUnread]:
    """The gaps of a page. `chosen`: its main part; `blocks`: what was read there; `scripted`: out of its scripts."""
    texts = list(_texts(blocks))
    read = _read(texts)
    found = [*_pictures(chosen, read), *_elsewhere(root, read), *_not_shown(root)]
    if not scripted and read < _LITTLE:  # else the scripts may hold the same text again
        found += _scripted(root, read)
    if not found and texts and all(is_title(fold(text.strip())) for text in texts):
        found.append("页面里除标题外没有文字，正文可能由脚本载入")
    return [RawUnread(reason) for reason in found]


def is_little(blocks: Sequence[RawBlock]) -> bool:
    """Whether a page shows so few words that its text may be elsewhere."""
    return _read(_texts(blocks)) < _LITTLE


def _read(texts: Iterable[str]) -> int:
    """How many Chinese characters were read."""
    return sum(len(HAN.findall(text)) for text in texts)


def _texts(blocks: Sequence[RawBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block.text
        elif isinstance(block, RawTable):
            yield from ("".join(one.paragraphs) for one in {id(one): one for row in block.rows for one in row}.values())


def _pictures(chosen: Element, read: int) -> Iterator[str]:
    """Pictures of a page with hardly any text; else large ones, or such that stand in a paragraph of their own."""
    found = [one for one in _shown_pictures(chosen) if not _is_icon(one)]
    if read < _LITTLE:
        if found:
            yield f"页面文字很少，正文可能在图片里（{len(found)}张），图片没有文字可读"
        return
    worded: dict[Element, bool] = {}
    beside = sum(_width(one) >= _NARROWEST or (not _width(one) and _is_alone(one, worded)) for one in found)
    if beside:
        yield f"正文里有{beside}张图片，其中的文字没有读出"


def _is_icon(picture: Element) -> bool:
    named = f"{picture.get('src', '').rpartition('/')[2]} {picture.get('class', '')} {picture.get('id', '')}"
    width, height = _width(picture), _length(picture, "height")
    return bool(0 < width < _WIDEST_ICON or 0 < height < _HIGHEST_ICON or _ICON.search(named))


def _width(picture: Element) -> int:
    return _length(picture, "width")


def _length(picture: Element, name: str) -> int:
    """A length in pixels, 0 where it is not told."""
    given = picture.get(name, "").strip().removesuffix("px")
    if given.isdecimal() and len(given) < 6:
        return int(given)
    return next((int(size) for told, size in _SIZE.findall(picture.get("style", "")) if told.lower() == name), 0)


def _shown_pictures(chosen: Element) -> Iterator[Element]:
    """The pictures outside of what is left out."""
    skipping: Element | None = None
    for event, one in etree.iterwalk(chosen, events=("start", "end")):
        if skipping is not None:
            skipping = None if event == "end" and one is skipping else skipping
        elif event == "start":
            if one is not chosen and is_left_out(one):
                skipping = one
            elif one.tag == "img":
                yield one


def _is_alone(picture: Element, worded: dict[Element, bool]) -> bool:
    """Whether the paragraph of a picture has no words. `worded`: what is known of paragraphs."""
    around = next((one for one in picture.iterancestors() if one.tag not in ("a", "span", "b", "font", "strong")), None)
    if around is None or around.tag not in ("p", "center", "figure", "td"):
        return False
    if around not in worded:
        worded[around] = bool(words(around).strip())
    return not worded[around]


def _elsewhere(root: Element, read: int) -> Iterator[str]:
    for one in root.iter(*_IN_PLACE):
        address = one.get(_IN_PLACE[str(one.tag)], "")
        if read < _LITTLE and address and "display:none" not in one.get("style", "").replace(" ", ""):
            yield "页面的正文在嵌入的文件或页面里，没有读出"
            return


def _not_shown(root: Element) -> Iterator[str]:
    for tag, told in _NOT_SHOWN.items():
        if any(len(HAN.findall(words(one))) >= _LEAST for one in root.iter(tag)):
            yield told


def _scripted(root: Element, read: int) -> Iterator[str]:
    """A script that holds more of Chinese than the page shows."""
    held = 0
    for one in root.iter("script"):
        text = one.text or ""
        held = max(held, len(HAN.findall(text)) + len(_ESCAPED.findall(text)))
    if held >= _LEAST_SCRIPT and held > read:
        yield "页面脚本（script）里的文字没有读出"
