"""What one line looks like by itself: a heading, an entry of a table of contents, a line cut in mid-sentence."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters

from guitu.extract.words.numbering import numbered
from guitu.ontology.alternation import alternation
from guitu.ontology.structure import label_words, shelf_words, site_words

ENDS = "。！？；：…）〕》”."
STOPS = "。；！？"
LONGEST_HEADING = 60  # characters; the longest headings of the corpus have about 45
NUMBER = r"[\u4e00-\u9fffA-Z]{1,12}〔\d{4}〕(?:第)?\d{1,5}号"  # 云政发〔2024〕7号
UNFINISHED = re.compile(r"[的和与及、，]$")
BRACKETS = {"（": "）", "《": "》"}  # quotation marks are too often typed wrong
_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST_WAYS = 4
_SHORTEST_CUT = 20  # a shorter line without a sign of a sentence is a title or a name
_FULL_LINE = 45
_LONGEST_ENTRY = 70
_ENDS_IN_NUMBER = re.compile(rf"{NUMBER}$")
# a signature behind the last sentence: 请遵照执行。云州市水利局2025年3月1日
_ENDS_SIGNED = re.compile(r"[。！][^，。；！]{0,60}\d{4}年\d{1,2}月\d{1,2}日$")
_STEP = re.compile(r"\s*(?:[>＞›»→/／|｜\\_·]+|[-－—–]{1,2})\s*|\s{2,}")
# 位置 alone is that of a page only before its home or steps: 位置：东桥区石桥镇 is where a work stands
_PLACE_OF_PAGE = re.compile(
    r"^\s*[〔（]?(?:您?(?:当前|现在|目前)(?:的|所在的?)?位置|您(?:的|所在的?)位置|位置(?=[：:][^：:]*(?:首页|[>＞›»]))|当前页面)"
    r"(?:是|为)?(?P<colon>[：:])?\s*[〕）]?[：:]?\s*"
)
_HOME = re.compile("[\u4e00-\u9fff]{0,10}(?:首页|主页)|(?i:home)")
_ENDS_OF_WAYS = frozenset(("正文", "详情", "内容", "文章", "正文内容", "详细内容"))
_LONGEST_WAY = 160
_TITLE_WORD = (
    "(?:规划|纲要|计划|方案|措施|意见|办法|通知|通告|公告|决定|细则|规定|条例|政策|清单|要点|指南|目标|分工|举措|任务|任务分解|分解[书表]"
    "|行动|报告)"
)
TITLE_END = re.compile(rf"{_TITLE_WORD}(?:（[^（）]{{1,30}}）)?的?(?:{_TITLE_WORD}|函|批复)?(?:（[^（）]{{1,30}}）)?$")


def is_heading(words: str) -> bool:
    """Whether words can stand as a heading: short and without a stop."""
    return 2 <= len(words.strip()) <= LONGEST_HEADING and not set(words) & set(STOPS) and not words.endswith("：")


def is_entry(text: str) -> bool:
    """Whether a line, without stray spaces, can stand in a table of contents."""
    return (
        len(text) <= _LONGEST_ENTRY
        and "。" not in text.rstrip("。.0123456789")[3:]
        and not text.endswith(("。", "：", "；"))
    )


def is_cut(line: str) -> bool:
    """Whether a line in canonical signs stops in the middle of a sentence.

    >>> [is_cut(t) for t in ("到2025年，全市建成高标准农田，粮食产", "（二）加快转型，做强主业", "云州市人民政府")]
    [True, False, False]
    """
    if line[-1] in "，、" or open_bracket(line):
        return True
    if line[-1] in ENDS or (TITLE_END.search(line) and "。" not in line):
        return False
    if _ENDS_IN_NUMBER.search(line) or _ENDS_SIGNED.search(line):
        return False
    if numbered(line) or line.startswith("专栏"):
        stops = "。" in line or "；" in line or len(line) > LONGEST_HEADING
        return stops or bool(UNFINISHED.search(line))  # a heading that goes on: （三）推进供水和 / 排水设施建设
    return len(line) >= (_SHORTEST_CUT if any(sign in line for sign in "，。；、") else _FULL_LINE)


def is_record(line: str) -> bool:
    """Whether a line in canonical signs lists a page's metadata under two labels at least; it goes on in no other.

    >>> is_record("索引号：012 发布机构：云州市水利局"), is_record("发布机构：云州市水利局"), is_record("一、目标")
    (True, False, False)
    """
    return "：" in line and "。" not in line and len(set(_label().findall(line))) > 1


@cache
def _label() -> re.Pattern[str]:
    return re.compile(f"({alternation(label_words())}) ?：")


def is_shelf(line: str) -> bool:
    """Whether a line is nothing but the name of a site's shelf, with the name of a picture behind it.

    >>> is_shelf("公开年报"), is_shelf("首页banner"), is_shelf("政策法规汇编")
    (True, True, False)
    """
    return line in site_words()[0] or line.rstrip(ascii_letters) in shelf_words()


def is_menu(line: str) -> bool:
    """Whether a line is the menu of a site: the ways to its other parts, and to its other languages.

    >>> is_menu("首     页 政 务 公 开 网 上 办 事"), is_menu("中国政府网 临江省政府网 English 市人大 市政协")
    (True, True)
    >>> is_menu("关 于 推 进 节 水 的 意 见"), is_menu("云州市教育局 云州市财政局 云州市民政局 云州市水利局")
    (False, False)
    """
    ways = line.split()
    foreign = any(way.isalpha() and not _HAN.search(way) for way in ways)
    return len(ways) >= _FEWEST_WAYS and (foreign or "".join(ways).startswith("首页"))


def way(line: str) -> list[str]:
    """The steps of a way through a site, 首页-政务公开-专项规划, from its home or over its shelves; else none.

    >>> way("当前位置：首页 - 政务公开 - 专项规划"), way("信息公开/规划计划/正文")
    (['首页', '政务公开', '专项规划'], ['信息公开', '规划计划', '正文'])
    >>> way("首页建设工作方案"), way("云州市-东桥区快速路规划"), way("位置：东桥区石桥镇")
    ([], [], [])
    """
    if len(line) > _LONGEST_WAY or "。" in line:
        return []
    place = _PLACE_OF_PAGE.match(line)
    steps = [step.strip() for step in _STEP.split(line[place.end() if place else 0 :]) if step.strip()]
    if len(steps) < 2 and place and place["colon"]:
        return steps
    from_home = bool(_HOME.fullmatch(re.sub(r"\s", "", steps[0]))) if steps else False
    over_shelves = all(step in shelf_words() or step in _ENDS_OF_WAYS for step in steps)
    return steps if len(steps) > 1 and (from_home or over_shelves) else []


def open_bracket(line: str) -> str:
    """The bracket that a line leaves open, or nothing."""
    return next((opening for opening, closing in BRACKETS.items() if line.rfind(opening) > line.rfind(closing)), "")
