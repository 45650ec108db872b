"""What stands around the words of a document: its signature, the labels of a data base, files to load, the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from guitu.extract.structure.document.dates import DATE
from guitu.extract.structure.document.documents import Part
from guitu.extract.structure.document.issuers import is_signature, without_notes
from guitu.extract.structure.document.labels import is_listing
from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words.lines import is_shelf, way
from guitu.extract.words.numbering import Rank, numbered
from guitu.extract.words.titles import is_title
from guitu.ontology import structure

MOST = 40  # blocks of a foot
_LONGEST = 120
_Kind = Literal["site", "operator", "date", "signature", "label", ""]

_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|et|ofd|rtf|zip|rar|jpe?g|png|mp4)(?:（[^（）]{1,20}）)?$", re.IGNORECASE)
_MARK = re.compile("ICP备|公网安备|网站标识码|版权所有|All Rights Reserved|建议使用.{1,30}(?:浏览|分辨率)")
# who keeps a site with who made it, on one line; 技术支持： and 微信公众号 alone stand under events too
_KEPT = re.compile("(?:运维|运行维护|维护)(?:单位)?：[^：]{2,40}技术支持：")
_BUTTON = "(?:收藏|打印|关闭|分享)(?:本页|窗口|页面)?"
# lines that only a site writes, and the names of what it says of a document
_OF_SITE = re.compile(
    r"扫一扫|扫码(?:分享|查看|阅读|浏览|关注)|扫描二维码|您是第 ?\d|Copyright|(?:官方|政务)?微信公众号(?:二维码)?$"
    rf"|(?:[〔〕 ]*{_BUTTON})+[〔〕 ]*$"
    r"|一图(?:读懂|看懂|解读)|图解[：《]|《[^》]{4,80}》(?:的)?(?:政策|文字|图文|视频)?(?:解读|图解|问答)$"
)
_DUTY = re.compile("（[^（）]*(?:牵头|负责|配合|责任(?!编辑))[^（）]*）$")  # 扫码关注…（市水利局负责）: work
_HOST = re.compile("(?:主管|主办|承办|协办|运维|维护|运行维护|承建|制作)(?:单位)?(?=[：| ])")  # of a site, or of work
_RUN_BY = re.compile("人民政府|办公[厅室]|中心|政务")
_PATH = re.compile(r"[\u4e00-\u9fff]{2,12} ?(?:>{1,2}|›|») ?[\u4e00-\u9fff]{2,12}")  # 首页>政务公开
_PRINTED = re.compile(rf"抄送：|主送：|（?此件|{DATE.pattern} ?印发$")


def read(text: Text, part: Part, head: Sequence[Block]) -> tuple[Block, ...]:
    """The last blocks of a part that state no fact of it, in order."""
    above = set(head)
    found: list[tuple[Block, _Kind]] = []
    for block in reversed(part.blocks[-MOST:]):
        if not isinstance(block, Paragraph) or block in above:
            break
        below = found[-1][1] if found else ""
        kind = "site" if block.aside else _kind(text.read(block.span).strip(), below)
        if not kind:
            break
        found.append((block, kind))
    return tuple(block for block, _ in _sure(text, part, found[::-1]))


def files(text: Text, part: Part) -> list[Block]:
    """The lines that name files to load, 附件2：云州市节水办法.docx, and those that go on with their numbers."""
    found: list[Block] = []
    going = False
    for block in part.blocks:
        words = text.read(block.span).strip() if isinstance(block, Paragraph) and len(block.span) <= _LONGEST else ""
        if words and _FILE.search(words):
            going = going or words.startswith("附件")
        elif going:
            number = numbered(words)
            going = bool(number and number.rank is Rank.ARABIC) and "。" not in words and is_title(words[2:].strip())
        if going or (words and _FILE.search(words)):
            found.append(block)
    return found


def is_site(words: str) -> bool:
    """Whether a line in canonical signs is furniture of a site: a path, a shelf, 相关解读：…, 网站地图 | 关于我们.

    >>> [is_site(t) for t in ("首页>政务公开", "公开年报", "相关解读：问答", "网站地图 | 关于我们", "打印机产业")]
    [True, True, True, True, False]
    """
    if len(words) > _LONGEST or "。" in words or _DUTY.search(words):
        return False
    return (
        is_shelf(words)
        or bool(way(words))
        or bool(_openers()[0].match(words) or _PATH.search(words) or _MARK.search(words) or _OF_SITE.match(words))
    )


@cache
def _openers() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"[〔（]?(?:{'|'.join(sorted(sorted(words), key=len, reverse=True))})[〕）]?(?: ?[：|>〔]| |$)")
        for words in structure.site_words()
    )


def _kind(words: str, below: _Kind) -> _Kind:
    if is_listing(words):
        return "label"
    if len(words) > _LONGEST or "。" in words:
        return ""
    if is_site(words) or _FILE.search(words):
        return "site"
    if _openers()[1].match(words):
        return "operator"
    if _PRINTED.match(words):
        return "date"
    return _signed(without_notes(words), below)


def _signed(words: str, below: _Kind) -> _Kind:
    dated = DATE.search(words)
    if dated and dated.end() == len(words) and (not dated.start() or is_signature(words[: dated.start()].strip())):
        return "date"
    return "signature" if below in ("date", "signature") and is_signature(words) else ""


def _sure(text: Text, part: Part, found: Sequence[tuple[Block, _Kind]]) -> list[tuple[Block, _Kind]]:
    """The foot without lines on its top that may be duties: 主办单位：市水利局 is of a site only beside its marks, and
    where it says who runs one or, beside a true mark, no line of the text opens so.
    """
    marked = any(_MARK.search(text.read(block.span)) for block, _ in found)
    kept = any(_KEPT.match(text.read(block.span).strip()) for block, _ in found)
    above = [block for block in part.blocks if not found or block.span.start < found[0][0].span.start]
    used = {label[0] for block in above if (label := _HOST.match(text.read(block.span)[:_LONGEST].strip()))}

    def doubtful(one: tuple[Block, _Kind]) -> bool:
        words = text.read(one[0].span).strip()
        host = _HOST.match(words) if one[1] == "operator" else None
        if host is None or ((marked or kept) and _RUN_BY.search(words)):
            return False
        return not marked or host[0] in used

    first = next((i for i, (_, kind) in enumerate(found) if kind in ("site", "label")), len(found))
    top = max((i for i in range(first) if doubtful(found[i])), default=-1)
    return list(found[top + 1 :])
