"""The shapes of headings, items and run-in titles, each seen with the paragraphs around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from guitu.extract.structure.draft import Chapter
from guitu.extract.structure.outline import attachment_lists, layout_labels
from guitu.extract.structure.outline.chapters import is_action, is_chapter, is_container, is_work
from guitu.extract.structure.outline.element import Element
from guitu.extract.structure.outline.headed_items import headed_items
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.lines import LONGEST_HEADING, STOPS, is_heading
from guitu.extract.words.numbering import CIRCLED, Numbered, Rank, numbered, sign_value

LONGEST_RUN_IN = 26
LONGEST_WITH_COMMA = 22
LONGEST_PAIR = 32  # characters of a heading in two clauses that ends in a full stop
BELOW = 9  # a sub-number beyond all of its rank
_STOP = re.compile(f"[{STOPS}：]")
_ANY_STOP = re.compile(f"[，{STOPS}：]")
_QUOTED = re.compile("“[^“”。；]{2,40}”")

# a duty clause at the end of a heading: （市水利局牵头）, （责任单位：各县（市、区）政府）
CLAUSE = re.compile(
    r"（(?:[^（）]|（[^（）]*）){0,400}?(?:牵头|负责|责任|配合|主办|协办|单位：|部门：)(?:[^（）]|（[^（）]*）){0,400}）$"
)
# a sentence that says who does what, and no title: 县审计局负责跟踪审计, 由市住房城乡建设局、市水利局牵头推进工程设计
_DUTY_SENTENCE = re.compile(
    r"[^，。；：（）]{1,40}?[局委办厅部院府会社处科站所校镇乡心司位门团道](?:（[^（）]{1,20}）)?(?:等(?:部门|单位))?"
    r"(?:要|应|须|具体|主要|共同|分别){0,2}(?:负责|牵头|会同|组织实施)(?!人|制(?![定订作])|任(?!务)|机制|体系|部门|单位|能力|工作机制)"
)
# what only says when or where, and what only names who: the title goes on to the next stop
_WHEN = re.compile(
    "(?:(?<![平临及])时|(?<![地线天])下|(?<![高初其当集])中|(?<!售)后|(?<![目面])前|期间|基础上|^从.{2,24}(?:出发|开始|起)"
    r"|^[到自从至]?(?:19|20)\d\d(?:年?[—–~～至到-]+(?:19|20)\d\d)?年(?:[底末前起]|年?底前|以前)?)$"
)
# a title that begins with what it rests on: 以水网建设为重点，加快推动水利现代化。
_ON_BASIS = re.compile(
    f"以[^，{STOPS}：]{{2,24}}为(?:重点|抓手|突破口?|核心|引领|主线|牵引|目标|载体|依托|契机|支撑|基础|导向|统领|关键|纽带|龙头|着力点|切入点|方向|根本|中心|主体)"
    f"，(?P<work>[^，{STOPS}：]{{4,20}})。"
)
_WHO = re.compile(r"(?:局|委|厅|部门|单位|政府|机构|企业|学校|医院|协会|银行|公司)$")
# a number of things, money or people in what would be a title: 更新管网30公里
ALL_ABOVE = "(?:以上|上述|前述)[^，。；]{0,10}?(?:任务|措施|事项|工作|举措|项目)"
"""What closes a list speaks of: 以上各项任务."""
_OF_ALL = re.compile(rf"\s*{ALL_ABOVE}")
_FIGURE = re.compile(
    r"\d[\d.]*[多余]?[万亿千百]*(?:[%％个家项条座处所名人位台套件场次户亩吨米元倍种批辆]|公里|平方|立方)"
)
PRESCRIBES = re.compile("(?<![主重必首])要(?![求点素])|[应须把将]|按照")  # 各县要按照属地管理原则: no chapter's name
# 各园区要当好主力: what somebody must do is no title
MUST = re.compile("(?<=[一-鿿”]{2})(?<![主重必首需纪概摘紧简])要(?![求点素道塞害件闻约领旨])")
# 我县是水稻制种大县, 对建设提出了更高要求: no title
STATES = re.compile("(?<![求都凡于正还])是(?![非否])|(?<=[出得成现立了展到来造定供进])了(?![解结])")
_RULES = re.compile(r"(?<=..)(?:不应|不得|不宜|应当|(?:不超过|不低于|不少于|不大于|不小于)\d)")  # 管线不应穿越房屋。
# where the text of a box begins behind its title: the heads of a table, or a sentence
_BOX_TEXT = re.compile(
    "(?<=指标)(?=指标)|(?=序号|指标名称)|(?<=[一-鿿]{4})(?=加大|加快|加强|推进|实施|开展|完善|围绕|到20)"
)
_FRAMED = re.compile(r"\s*〔([^〔〕：]{2,40})〕[。\s]*")  # 【支持研发】
_FRAMED_OPENER = re.compile(r"\s*〔([^〔〕：]{2,40})〕(?=[^。\s])")
_SHORTEST_BODY = 4
_LONGEST_PART, _UNEVEN = 8, 2  # characters of the parts of a title, and by how many they differ
_ROUND = str.maketrans("〔〕", "（）")
_BEHIND_CLAUSE = " 。；"
_ENDED = re.compile(r"[。；）：]\s*$")  # before the number of a part
_INLINE = (re.compile(r"（ ?(\d{1,2}) ?）"), re.compile(f"([{CIRCLED}])"))  # the numbers of a list inside a paragraph
_LONG_TITLE = re.compile(rf"[^{STOPS}，：]{{2,42}}：(?=.{{{_SHORTEST_BODY}}})")  # with its number
# a title that opens a paragraph: 智慧农业。…, 补短板、强弱项：…
RUN_IN = re.compile(
    rf"(?:[—-]{{1,2}} ?)?([^{STOPS}，：.]{{2,{LONGEST_RUN_IN}}}(?:，[^{STOPS}，：.]{{2,16}})?)"
    r"([。：]|(?<!\d)\.|\.(?!\d))(?=.)"
)
# openers of a sentence that is no title: 到2025年…, 对符合条件的企业…, 一是…
SENTENCE = re.compile(
    r"到|在(?!线)|为(?!民|老|农|企)|以|由|对(?!外|口|接|标|台)|按|经(?!济|营|典)|把|凡|如(?!何)|围绕|面向|通过|依托|根据|按照|其中|同时|此外"
    r"|反映|衡量|是指|当前|目前|近年来|今后|本(?!土|地)|各|[一二三四五六七八九十][是要]|第[一二三四五六七八九十]|注|[*《]|自\d|\d+(?:\.\d+)?(?:[年月%万亿个家]|$)"
)


def with_titles(
    text: Text, blocks: Sequence[Block], lone: Mapping[int, Numbered]
) -> Iterator[tuple[Block, Paragraph | None]]:
    """Each block; with a number that stands alone (附表, 专栏1, 第二章) comes the paragraph that is its title.

    `lone`: the numbers that have no stop, by their place.
    """
    rest = iter(range(len(blocks)))
    for i in rest:
        block = blocks[i]
        follower = blocks[i + 1] if i + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and isinstance(follower, Paragraph) and not block.aside and not follower.aside:
            words = text.read(block.span).strip(" ：")
            number = numbered(words) or lone.get(block.span.start)
            told = text.read(follower.span)
            if number and number.length >= len(words) and is_heading(told) and not numbered(told):
                next(rest)
                yield block, follower
                continue
        yield block, None


def opening(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The paragraphs that end in a title of their own, with its text in the paragraph after them.

    One short sentence alone (推广主动办电服务。) or behind the title of an item; a number with two even parts
    (（一）加强领导，落实责任。). The text after one could itself begin with a title, unless they stand in a row.
    """
    found: set[Block] = set()
    for i, (block, follower) in enumerate(pairwise(blocks)):
        if isinstance(block, Paragraph) and isinstance(follower, Paragraph) and not block.aside:
            words, after = text.read(block.span).strip(), text.read(follower.span)
            if len(words) > 2 * LONGEST_RUN_IN or not words.endswith("。") or len(after) <= len(words):
                continue
            number = numbered(words)
            pair = number is not None and is_pair(words[number.length :].strip(" 。"))
            short = "，" not in words or pair
            runs_on = not numbered(after) and not _OF_ALL.match(after)
            opener = RUN_IN.match(after)  # 各园区要当好主力。… is a sentence of a text
            in_row = (i > 1 and blocks[i - 2] in found) or (opener and MUST.search(opener[1]))
            told = after.rstrip().endswith(("。", "）")) and (in_row or not opener)
            if short and runs_on and (told or (pair and len(after) > 2 * len(words))):
                found.add(block)
    return frozenset(found)


def leading(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """Numbered paragraphs whose next number is of an inner kind; in an annex or a box they are under none before."""
    found: set[Block] = set()
    before: tuple[Block, Rank] | None = None
    for block in blocks:
        number = numbered(text.read(block.span)) if isinstance(block, Paragraph) and not block.aside else None
        if number and number.rank not in (Rank.BOX, Rank.ANNEX, Rank.CLAUSE):
            if before and number.rank > before[1]:
                found.add(before[0])
            before = block, number.rank
        elif number and number.rank in (Rank.ANNEX, Rank.BOX):
            before = None
    return frozenset(found)


def own_title(text: Text, title: Span, number: Numbered) -> Span:
    """The title of a heading alone: of a box without its text, of an annex without its number in the list."""
    if number.rank is Rank.ANNEX:
        return attachment_lists.uncounted(text, title)
    return _box_title(text, title) if number.rank is Rank.BOX else title


def _box_title(text: Text, title: Span) -> Span:
    """The title of a box whose text stands on the same line: up to the heads of its table, or its first sentence."""
    words = text.read(title)
    if len(words) <= LONGEST_HEADING:
        return title
    cut = _BOX_TEXT.search(words, 4) or _ANY_STOP.search(words, 4)
    return Span(title.start, title.start + min(cut.start() if cut else LONGEST_HEADING, LONGEST_HEADING))


def heads(title: str, chapter: Chapter, rank: Rank) -> bool:
    """Whether an item with its text behind its title is a heading: （二）主要目标。到2030年…"""
    if chapter == "work":
        return is_container(title)
    return rank <= Rank.HAN_BRACKET or (chapter == "thought" and is_chapter(title))


def run_in(words: str) -> re.Match[str] | None:
    """The title that opens a paragraph and its stop: 智慧农业。…, 两带：沿江产业带和环湖生态带。…"""
    return layout_labels.opener(words) or RUN_IN.match(words)


def item_title(words: str, start: int, *, whole: bool = False) -> tuple[Span, Span]:
    """Title and body of an item: its own short title, or else its text up to the first of ，。；：.

    `whole`: its first sentence is its title.

    >>> words = "（一）发展智慧农业。建设五个数字农场。"
    >>> [words[s.start:s.end] for s in item_title(words, 3)]
    ['发展智慧农业', '建设五个数字农场。']
    >>> words = "2.鼓励企业开放实验室，面向社会提供检测服务。（市科技局负责）"
    >>> [words[s.start:s.end] for s in item_title(words, 2)]
    ['鼓励企业开放实验室', '鼓励企业开放实验室，面向社会提供检测服务。（市科技局负责）']
    """
    if framed := _FRAMED_OPENER.match(words, start):
        return Span(*framed.span(1)), Span(framed.end(), len(words))
    if label := layout_labels.opener(words, start):
        return Span(*label.span(1)), Span(label.end(), len(words))
    stop = _STOP.search(words, start)
    basis = _ON_BASIS.match(words, start)
    if stop and (whole or (basis and is_action(basis["work"]) and words[stop.end() :].strip(" （"))):
        return Span(start, stop.start()), Span(stop.end(), len(words))
    in_clause = stop and stop[0] == "：" and (owned := closing_clause(words, start)) and owned.start() < stop.start()
    if stop and stop.start() - start <= LONGEST_RUN_IN and not in_clause:
        rest = words[stop.end() :].strip()
        named = words[start : stop.start()]
        short = "，" not in named or (is_action(named) and len(named) <= LONGEST_WITH_COMMA) or is_pair(named)
        if rest and short and stop[0] != "；" and not _is_clause(rest) and not says_who(named):
            return Span(start, stop.start()), Span(stop.end(), len(words))
    first = _first_stop(words, start)
    if first and first[0] == "，" and _goes_on(words[start : first.start()]):
        first = _first_stop(words, first.end()) or first
    clause = closing_clause(words, start)
    end = min(m.start() for m in (first, clause) if m) if first or clause else len(words)
    return Span(start, max(end, start)), Span(start, len(words))


def _first_stop(words: str, start: int) -> re.Match[str] | None:
    """The first stop that stands in no quotation marks: 坚持“一季一检查，一年一评比”，…; one never closed is no bar."""
    at = start
    while stop := _ANY_STOP.search(words, at):
        opened = words.rfind("“", start, stop.start())
        if opened < 0 or "”" in words[opened : stop.start()]:
            return stop
        closed = _QUOTED.match(words, opened)
        if closed is None:
            return stop
        at = closed.end()
    return None


def with_title(text: Text, element: Element, start: int) -> Element:
    """An element with the title and body that its words have behind `start`, as those of an item."""
    title, body = item_title(text.read(element.span), start)
    at = element.span.start
    return element._replace(title=title.shift(at), body=body.shift(at))


def is_pair(words: str) -> bool:
    """Whether words are a title in two or three short parts of about one length: 高度重视，夯实责任."""
    parts = [len(part) for part in words.split("，")]
    even = min(parts) >= 3 and max(parts) <= _LONGEST_PART and max(parts) - min(parts) <= _UNEVEN
    return even and not SENTENCE.match(words) and not _FIGURE.search(words)


def _tells_all(words: str) -> bool:
    """Whether words before a duty clause are the whole sentence of an item: with a figure, in many clauses or long.

    >>> _tells_all("新建水厂2座，更新管网30公里"), _tells_all("修堤防，清河道，补种树木，更换泵站设备")
    (True, True)
    >>> _tells_all("为学生免费提供近视筛查，住校学生在县内各定点医疗机构检查所需的全部费用纳入医保报销")
    True
    >>> _tells_all("聚焦补链强链，壮大制造业"), _tells_all("强基础，补短板，促发展")
    (False, False)
    """
    clauses = words.count("，")
    long = any(len(part) > LONGEST_RUN_IN for part in words.split("，"))
    return clauses > 0 and not is_pair(words) and (clauses > 1 or long or bool(_FIGURE.search(words)))


def _goes_on(clause: str) -> bool:
    """Whether a clause before a comma says no more than when, where or who: 在符合条件的企业中，; 市级财政部门，."""
    who = len(clause) <= LONGEST_RUN_IN and not clause.startswith("对") and _WHO.search(clause)
    return bool(_WHEN.search(clause) or (who and not is_action(clause)))


def runs_on(words: str, owned: Numbered | None = None) -> bool:
    """Whether words behind a number are a sentence or a title with its text, short as they may be.

    `owned`: the number where a duty clause follows the words.
    """
    told = owned is not None and owned.rank >= Rank.ARABIC and _tells_all(words.strip())
    rules = words.rstrip().endswith("。") and _RULES.search(words)
    return bool(told or rules or says_who(words) or _FRAMED_OPENER.match(words))


def says_who(words: str) -> bool:
    """Whether words are a sentence that ties an agency to work, and so no title.

    >>> says_who("县审计局负责跟踪审计"), says_who("加强部门负责人培训"), says_who("健全部门会同机制")
    (True, False, False)
    """
    said = bool(_DUTY_SENTENCE.match(words)) and not is_action(words)
    return said and not headed_items(words)


def only_told(title: str, rest: str) -> bool:
    """Whether what could be a title is the one sentence of a body: a figure, or before nothing but a duty clause.

    >>> only_told("更新管网", "（市水利局牵头）"), only_told("建站30个", "完善。"), only_told("建站点", "完善平台。")
    (True, True, False)
    """
    return bool(_FIGURE.search(title) or _is_clause(rest)) or _only_lists(title, rest)


def _only_lists(title: str, rest: str) -> bool:
    """Whether short sentences of work stand in a row, and none opens the others: 清理河道。修建堤防。绿化河岸。

    A sentence with a list of its own is longer, and carries out what the title says: 改善港口。更换岸桥、吊机。
    """
    others = rest.strip(" 。").split("。")
    return len(others) > 1 and all(is_work(one) and not set(one) & set("，；：、") for one in (title, *others))


def _is_clause(words: str) -> bool:
    """Whether words are a duty clause in round or square brackets and no more."""
    bare = words.strip(" 。")
    return bare.startswith(("（", "〔")) and bool(CLAUSE.fullmatch(bare.translate(_ROUND)))


def counts(words: str) -> bool:
    """Whether words give a number of things, money or people.

    >>> counts("入园率达到98%以上。"), counts("“十五五”主要目标。")
    (True, False)
    """
    return _FIGURE.search(words) is not None


def titled_each(words: str, starts: Sequence[int]) -> bool:
    """Whether each part of a list in a paragraph has a title and a text: （1）清淤工程。清理河道。（2）护岸工程。…"""
    parts = [words[start:end] for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    titled = [_has_title(part) for part in parts]
    alike = titled[:1] == [True] and sum(titled) > 1 and all(map(_LONG_TITLE.match, parts))  # one name may be long
    return len(parts) > 1 and (all(titled) or alike)


def _has_title(part: str) -> bool:
    number = numbered(part)
    title = RUN_IN.match(part, number.length) if number else None
    return bool(title and len(part) - title.end() >= _SHORTEST_BODY and not SENTENCE.match(title[1]))


def closing_clause(words: str, start: int = 0) -> re.Match[str] | None:
    """The duty clause in brackets that ends some words, a stop behind it or not, or None."""
    whole = words.rstrip(_BEHIND_CLAUSE)
    return CLAUSE.search(whole.translate(_ROUND), start) if whole.endswith(("）", "〕")) else None


def one_stop(words: str) -> bool:
    """Whether the only stop is a full stop at the end, with no comma: （一）指导思想。"""
    return words.endswith("。") and not set(words[:-1]) & set(STOPS + "，：")


def one_sentence(words: str) -> bool:
    """Whether the words are one sentence, in two clauses only where it is short: （一）精简审批，提高效能。"""
    longest = LONGEST_PAIR if "，" in words else LONGEST_HEADING
    one = words.endswith("。") and not set(words[:-1]) & set(STOPS + "：")
    return one and 2 <= len(words) <= longest and words.count("，") <= 1


def enumerated(words: str, after: int) -> list[int]:
    """Where the parts of a list inside one paragraph begin, (1)…(2)…(3)… or ①…②…; empty where there is none.

    `after`: the end of the paragraph's own number, which may be the first of the list.
    """
    if "①" not in words and "（1）" not in words and "（ 1" not in words and "（1 ）" not in words:
        return []
    for pattern in _INLINE:
        at: list[int] = []
        for mark in pattern.finditer(words):
            value = int(mark[1]) if mark[1].isdecimal() else sign_value(mark[1])
            here = mark.start()
            if value == len(at) + 1 and (not here or (here >= after and _ENDED.search(words, max(0, here - 3), here))):
                at.append(here)
        if len(at) > 1:
            return at
    return []


def owned_each(words: str, starts: Sequence[int]) -> bool:
    """Whether each part of a list in a paragraph, but perhaps one, has a duty clause of its own."""
    parts = [words[start:end] for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    owned = sum(closing_clause(part) is not None for part in parts)
    return owned > 1 and owned >= len(parts) - 1


def trimmed(text: Text, span: Span) -> Span:
    """The span without stops and spaces around its words."""
    words = text.read(span)
    if framed := _FRAMED.fullmatch(words):
        return Span(*framed.span(1)).shift(span.start)
    left = len(words) - len(words.lstrip(" ：、."))
    right = len(words.rstrip(" ：。、"))
    return Span(span.start + left, span.start + max(right, left))
