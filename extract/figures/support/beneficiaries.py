"""Who gets a grant and on what condition; of a ladder (国家级、省级, 1亿元、5亿元) the step of each amount."""

from __future__ import annotations

import re
from itertools import pairwise

from guitu.extract.figures.numbers.quantities import quantities
from guitu.ontology.figure_words import any_of

_HEAD = any_of("beneficiary")
_REACH = 300  # characters before an amount in which the words on it stand
_GIFT = "按|给予|予以|给付|一次性|(?:奖励|补助|补贴|资助)(?!的|项目|金额|资金的)|每|根据|可|由"
_THEN = "专项安排|安排|贴息|补偿|减免|返还|提供|发放|实行|实施"  # only where a comma parts them from whom they are for
_FOR = re.compile(
    r"(?:^|[，；：]|(?<=资金)|(?<=财政)|(?<=基金)|(?<=公司)|(?<=银行)|(?<=部门)|(?<=机构)|(?<=集团))(?:其中)?对(?:于)?(?P<all>[^；。]{2,160}?)"
    rf"(?=，?(?:分别|再|最高){{0,3}}(?:{_GIFT})|，[市县区省]?(?:级?财政)?(?:{_THEN})|"
    r"提供(?:最高|不超过|\d|[^，；。的]{2,12}(?:，|$)|$)|(?:发放|投放|推出)[^，。；\d]{0,12}[贷贴补金券]|$)"
)
_SERVED = re.compile(
    r"(?:(?<![认定评成作视列升变改称授选确])为(?P<all>[^，。；\d]{2,40}?)(?:提供|发放|给予|办理)|"
    r"(?:面向|(?<=银行|机构|公司|集团|基金)向)(?P<to>[^，。；\d]{2,24}?)(?:提供|发放|给予|办理|开发|推出|推广|投放|开展|创新))"
)
# a clause that only says what the amount is of: 单户贷款额度不超过, 贷款最高额度提高至
_OF_AMOUNT = re.compile(
    r"(?:，|的(?=单[户笔个家]))(?:[单每][户笔个人家项年亩]|个人|年度?|其|且){0,3}[^，。；、\d的]{0,10}(?:额度?|限额|上限|标准|比例)"
    r"(?:最高|上限|原则上|一般|可|提高|控制|调整|增加|放宽|到|至|在|为|不得?超过)*$"
)
# 个人最高额度30万元，小微企业最高额度400万元
_OWN_LIMIT = re.compile(
    rf"(?:^|[，；]|贷款|担保)(?P<whom>(?![单每各其])(?:(?!贷款|担保)[^，。；\d的]){{0,8}}?{_HEAD})(?:申请)?(?:贷款|担保|授信)?"
    r"(?:最高)?(?:额度|限额|金额)[^，。；\d]{0,8}$"
)
_TO = re.compile(
    r"(?:给予|予以|(?<=分别)(?:奖励|补助|资助))(?:其)?(?P<whom>(?!每[^个家户名])[^，；。\d最不一]{2,16}?)"
    r"(?:累计|最高|不|一次性|每|按|奖励|补助|补贴|资助|\d|[一二三四五六七八九十]+[百千万]|$)"
)
_WORDS = re.compile(rf"(?:{any_of('aim', 'support')}|累计|分别|适当|最高|再)+")
_EACH = re.compile(r"^(?:每[个家户名村所座台亩张项位]|单个|单家|单户|单项|各|该|其|上述|以上|符合条件的)+")
_YEARLY = re.compile(r"(?:年度|每年|全年|当年|分别|再|的|减免|减收|免收)+$")
_ENDS = re.compile("企业|公司|机构|单位")
# 引进人才团队, 新建托育机构: what was done with them is the condition
_DONE = re.compile(
    "(?P<done>(?:首次|全职|新)?(?:引进|认定|获批|获评|评定|设立|成立|入选|迁入|备案|(?<=新)建成?))(?P<whom>[^的]{3,})"
)
_TEAM = re.compile(r"(?:团队|负责人|经营者|管理层|高管|骨干|班子)(?:成员)?$")
_MONEY_OF = re.compile(r"(?:投资|投入|费用|支出|成本|贷款|金额|利息|部分|额|款|服务)$")
# 企业使用…, 单位新建…: who does something, not 企业技术中心
_DOES = re.compile(
    rf"^(?P<whom>(?!每|由|按|获|新|首|经|通过|入选|列入|被|在|采购|购买|引进|承担|建设|使用|开展|参与|符合|认定)[^，；的]{{0,12}}?{_HEAD})等?"
    r"(?=使用|承担|申报|申请|取得|开发|采购|购买|租用|获得|获评|开展|举办|"
    rf"通过|参与|参加|招用|吸纳|聘用|首次|新(?:建|增|设|引)|在|与|将|{any_of('build', 'act')})"
)
_NOUN = re.compile(rf"(?:^|[的，])(?P<whom>(?:[^的，；：、\d]|\d[GAD]){{0,16}}{_HEAD})$")
_NAMED_LATER = re.compile("的[^，]{2,}|，(?!每|再|最高)")
_THOSE = re.compile(
    rf"的{_HEAD}(?:[或和、]{_HEAD})*$"
)  # 提供检测服务的企业或机构: they get it, the words before are the condition
_BY_RATE = re.compile("(?:^|，)(?:按照?[^，]*|[省市县区]?级?财政|单[^，]{1,5})$")
_GIVER = re.compile(
    "[^，]{0,6}(?:部门|财政|政府|(?<=[一-鿿])局|委员会)(?:[^，]{0,6}(?:遴选|评选|评定|认定|选树)不?[^，]{0,4}\\d[^，]*)?"
)  # 区商务部门: who gives says nothing on whom it is for
_ITSELF = re.compile("(?:本(?:条款?|项|措施)|其中|单.[^，]{0,6})")
_NO_CASE = re.compile(rf"{_GIVER.pattern}|{_ITSELF.pattern}")
_ENCOURAGED = re.compile("^(?:支持|鼓励|引导|推动)")
_GIVES = re.compile("给予|予以|给付")
_OPENS = re.compile(rf"，?(?:分别|再|可|市?财政|最高){{0,3}}(?:{_GIFT}|{_THEN})")
_SEPARATOR = re.compile("[、和或及]|以及")
_GRADE = re.compile(
    "(?:国家|省部|省|市|区|县|自治区|部|世界|国际|[一二三四五1-5]星)级|(?:[1-5]?A{1,5}|[特一二三四五甲乙丙BCDS])[级等类档]奖?|[金银铜]奖|[ABCDS]{1,4}(?![A-Za-z])"
)
_SHORT_GRADE = re.compile("(?:国家|省|市|区|县)(?=(?:[、和或][省市区县]){0,3}[、和或][省市区县]级)")  # 国家、省、市级
_GRADED = re.compile("(?:[一二三四五]星级?|" + _GRADE.pattern + ")")
_SAID_OF = re.compile(
    r"^(?:.*(?:的|为|获评|获得|获|达到|对|是|入选|被评为|取得|新增|认定|制定|制订|修订|主导|牵头|参与|承担|通过|发布|举办|承办))?(?P<item>(?:\dG)?[一-鿿A-Za-z]{1,8})$"
)
_COMPARES = re.compile("(?:超过|突破|大于|高于|达到|在|不足|不低于|不少于|满)")
_CHOSEN = re.compile(
    r"(?:遴选|评选|评定|认定|选树)(?:不超过|最多|至多)?\d{1,4}[个家条项名](?P<what>[^，；。\d的]{2,16})，(?=单?[个家条项名每对给按予])"
)
_ENCOURAGES = re.compile(
    rf"(?:支持|鼓励|引导)(?P<whom>[^，；。的]{{0,10}}?{_HEAD})等?"
    rf"(?P<does>(?:基于|围绕|依托|利用|运用|开发|使用|{any_of('build', 'act')})[^。]{{2,160}})。"
)
_BY_WHAT = re.compile("基于|围绕|依托|利用|运用|按照|通过|结合")
_PICKED = re.compile("遴选|评选|评定|认定|选树")
_MOST_DOES = 3  # clauses of what one is encouraged to do
_BOUND = re.compile("(?:之间|以上|以下|以内|及以上|（含）|\\(含\\))*")


def terms(  # noqa: PLR0913, PLR0917 - the places of one grant in its text
    text: str, start: int, about: int, begin: int, amount: int, count: int
) -> list[tuple[str | None, str | None]]:
    """For each of `count` amounts who gets it and on what condition, as far as the words before them say.

    `start`, `about`: where the sentence and its part begin; `begin`, `amount`: of the words with the amounts, and of
    the first amount.
    """
    part = text[max(about, begin - _REACH) : amount]
    own_limit, given = _OWN_LIMIT.search(part), _last(_TO, part)
    part = _OF_AMOUNT.sub("", part)
    named = _last(_FOR, part) or _last(_SERVED, part)
    whom, condition = parted(named["all"] or named["to"]) if named else (None, None)
    if named is None:
        own = _own(part)
        noun = _NOUN.search(own)
        if _DOES.match(own):
            whom, condition = parted(own)
        elif noun and not _MONEY_OF.search(noun["whom"]):
            whom, condition = noun["whom"], own[: noun.start("whom")].removesuffix("的").strip("，") or None
        else:
            condition = own or None
        if whom is None and (wider := _last(_FOR, text[max(start, begin - _REACH) : amount])):
            whom, wide = parted(wider["all"])
            condition = condition or wide
    if "：" in text[max(about, begin - _REACH) : begin] and (own := _own(text[begin:amount])):
        condition = own  # 分阶段奖励：完成股改奖励100万元，…
    chosen = _last(_CHOSEN, part)
    head = _head(text[start:about], condition, chosen=bool(chosen)) if named is None and about > start else None
    if head:
        condition = f"{head}，{condition}" if condition and not chosen else head
    if chosen:  # of those chosen each year: 遴选不超过4个示范车间，单个车间奖励150万元
        own = condition if (named or head) and condition else ""
        condition = f"{own}，{chosen['what']}" if own else chosen["what"]
    if whom is None and own_limit:
        whom = own_limit["whom"]
    conditions, people = matched(condition, count), matched(_plain(whom), count)
    told = _given(_YEARLY.sub("", _EACH.sub("", given["whom"].strip("的"))), whom) if given else whom
    if told and whom and whom not in told:  # 电影，给予出品单位: the films are the condition
        whole = [f"{of}的{one}" if of else one for of, one in zip(conditions, people, strict=True)]
        conditions = whole if count > 1 or (whole[0] and whole[0] in part) else conditions
    people = people if told == whom else matched(_plain(told), count)
    return list(zip(people, conditions, strict=True))


def _head(before: str, own: str | None, *, chosen: bool) -> str | None:
    """What the first part of a sentence says of all: 开发软件 of 对企业开发软件，以产品销售的，…；以服务销售的."""
    first = _FOR.search(before)
    if first is None:
        return None
    pieces = [piece for piece in first["all"].strip("，").split("，") if not _GIVER.fullmatch(piece)]
    if not chosen and (len(pieces) < 2 or not own or pieces[-1][:1] != own[:1]):
        return None  # each part is a case of its own
    return parted("，".join(pieces if chosen else pieces[:-1]))[1]


def encouraged(text: str, start: int) -> tuple[str | None, str | None]:
    """Who is encouraged to do what in the sentence before a grant that names neither: 支持医院建设专科。给予80万元。

    >>> encouraged("鼓励园区围绕节能，打造智慧园区。每年评选3个园区，给予80万元补助。", 28)
    ('园区', '打造智慧园区，经评选')
    """
    opens = text.rfind("。", 0, start) + 1
    said = _ENCOURAGES.match(text, text.rfind("。", 0, max(0, opens - 1)) + 1, opens)
    if said is None:
        return None, None
    does = [piece for piece in said["does"].split("，") if not _BY_WHAT.match(piece)]
    if chosen := _PICKED.search(text, opens, start):
        does.append("经" + chosen[0])
    return said["whom"], "，".join(does[-_MOST_DOES:]) or None


def parted(words: str) -> tuple[str | None, str | None]:
    """The words behind 对 as who and on what condition.

    >>> parted("新设立的检测平台，经市级备案"), parted("企业承担国家专项"), parted("营业收入超过1亿元的")
    (('检测平台', '新设立，经市级备案'), ('企业', '承担国家专项'), (None, '营业收入超过1亿元'))
    """
    plain = words.strip("，")
    if does := _DOES.match(plain):
        return does["whom"], _condition(plain[does.end() :].strip("，").split("，"))
    pieces = plain.split("，")
    named = (i for i, piece in enumerate(pieces) if _NOUN.search(piece))
    at = next(named, next((i for i in range(len(pieces) - 1, -1, -1) if "的" in pieces[i]), 0))
    modifier, _, whom = pieces[at].rpartition("的")
    if _MONEY_OF.search(whom) and not _NOUN.search(whom):
        modifier, whom = pieces[at], ""
    if done := _DONE.fullmatch(whom):
        modifier, whom = modifier + done["done"], done["whom"]
    others = [*pieces[:at], modifier, *pieces[at + 1 :]]
    return _YEARLY.sub("", whom) or None, _condition(others)


def _condition(pieces: list[str]) -> str | None:
    kept = (_YEARLY.sub("", _THOSE.sub("", piece)) for piece in pieces if not _NO_CASE.fullmatch(piece))
    return "，".join(filter(None, kept)) or None


def _given(words: str, whom: str | None) -> str | None:
    """Who stands behind 给予: the team of a firm is that of the firm named before; 企业 alone says less."""
    if len(words) < 2 or _WORDS.fullmatch(words) or _MONEY_OF.search(words) or _GRADED.fullmatch(words):
        return whom
    if whom and _TEAM.search(words):
        named = _last(_ENDS, whom)
        return whom + (words.removeprefix(named[0]) if named else words)  # 茶企 and 企业管理团队
    return whom if whom and re.fullmatch(_HEAD, words) else words


def _own(part: str) -> str:
    """The words of a part of a sentence before what it gives."""
    if gives := _last(_GIVES, part):
        at = gives.start()
    else:  # the first word of giving behind which nobody is named: not 获得奖励的企业
        at = next((m.start() for m in _OPENS.finditer(part) if not _NAMED_LATER.search(part, m.end())), 0)
    own = _BY_RATE.sub("", part[:at].rstrip("，")).removesuffix("的").strip("，；：")
    return "" if _ITSELF.fullmatch(own) else _ENCOURAGED.sub("", own)


def _plain(whom: str | None) -> str | None:
    return _EACH.sub("", whom) or None if whom else None


def matched(words: str | None, count: int) -> list[str | None]:
    """The step of a ladder for each amount; the same words for all where they list nothing, or not as many.

    >>> matched("首次突破1亿元、5亿元", 2), matched("国家级、省级绿色工厂", 2)
    (['首次突破1亿元', '首次突破5亿元'], ['国家级绿色工厂', '省级绿色工厂'])
    >>> matched("年产值在1000万元至5000万元之间、超过5000万元", 2)
    ['年产值在1000万元至5000万元之间', '年产值超过5000万元']
    """
    if words is None or count == 1:
        return [words] * count
    words = _SHORT_GRADE.sub(r"\g<0>级", words)
    return list(_by_numbers(words, count) or _by_grades(words, count) or [words] * count)


def _by_numbers(words: str, count: int) -> list[str] | None:
    steps: list[tuple[int, int, int]] = []  # from the first number of a step (1000万元以上5000万元以下) to its end
    for q in quantities(words):
        bound = _BOUND.match(words, q.trail)
        end = bound.end() if bound else q.trail
        if steps and q.lead - steps[-1][2] <= 1 and not _SEPARATOR.match(words, steps[-1][2]):
            steps[-1] = (*steps[-1][:2], end)
        else:
            steps.append((q.lead, q.start, end))
    for first in range(len(steps) - count + 1):
        row = steps[first : first + count]
        if all(_SEPARATOR.fullmatch(words[a[2] : b[0]].strip("，")) for a, b in pairwise(row)):
            shared = any(lead == start for lead, start, _ in row[1:])  # 突破1亿元、5亿元: 突破 is said of both
            begins = [row[0][1] if shared else row[0][0], *(lead for lead, _, _ in row[1:])]
            head, tail = words[: begins[0]], words[row[-1][2] :]
            return [_joined(head, words[a : b[2]]) + tail for a, b in zip(begins, row, strict=True)]
    return None


def _joined(head: str, step: str) -> str:
    return head.removesuffix("在") + step if _COMPARES.match(step) else head + step


def _by_grades(words: str, count: int) -> list[str] | None:
    """Of 首次认定的国家级、省级、市级中心 each with the words that all share."""
    pieces = [p for p in _SEPARATOR.split(words) if p]
    for first in range(len(pieces) - count + 1):
        row = pieces[first : first + count]
        last = _GRADE.match(row[-1])
        opens = [m for m in _GRADE.finditer(row[0]) if m.end() == len(row[0])]
        if last and opens and all(_GRADE.fullmatch(p) for p in row[1:-1]):
            before = words[: words.index(row[0])] + row[0][: opens[-1].start()]
            behind = row[-1][last.end() :] + words[words.rindex(row[-1]) + len(row[-1]) :]
            return [before + p + behind for p in (opens[-1][0], *row[1:-1], last[0])]
    if len(pieces) != count and (own := words.rfind("的") + 1):  # 经认定、备案的示范产线和示范车间
        of = words[:own]
        return [of + p for p in rest] if len(rest := _SEPARATOR.split(words[own:])) == count else None
    if len(pieces) != count or (said := _SAID_OF.match(pieces[0])) is None:
        return None
    alike = pieces[-1][:2] == pieces[-2][:2]  # 示范车间、示范工厂: built alike, each is whole
    shared = None if alike else re.search(rf"{_HEAD}$", pieces[-1])
    tail = (
        shared[0] if shared and shared[0] != pieces[-1] and not any(p.endswith(shared[0]) for p in pieces[:-1]) else ""
    )
    before = pieces[0][: said.start("item")]
    return [before + p + tail for p in (said["item"], *pieces[1:-1])] + [before + pieces[-1]]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
