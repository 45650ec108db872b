"""Names of documents without 《》: by their last word, and by the verb or the head that singles one out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from guitu.extract.facts import Document
from guitu.extract.references.governed_names import governed
from guitu.extract.references.title_words import MASTER, SPACES, VAGUE, Naming, cue, generic, key, last_words
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words, laws

_FIVE_YEARS = "“[一二三四五六七八九十]{1,3}五”"
_NAME = r"[^，。；：！？、“”《》（）〈〉\n]"


# “十三五”规划, “十四五”规划纲要, “十三五”卫生健康发展规划; the head stands before: 国家
_FIVE_YEAR = re.compile(
    rf"{_FIVE_YEARS}(?P<middle>[一-龥]{{0,16}}?)规划(?:纲要)?(?!期|编制|(?:实施)?的?(?:开局|收官)|(?:顺利|圆满)?收官)"
)
_OF_KIND = re.compile("(?:相关|有关|各类|配套|专项)$")
_FIVE_YEAR_HEAD = re.compile(
    r"(?:国家(?:(?![和与及])[一-龥]){2,6}[部委局署]|国家|全国|(?:(?![和与及对接照据落实为是在把将以按由发]|[纳列融编]入|[本我该][省市县区])[一-龥]){2,4}?[省市县区](?<!全省)(?<!全市)(?<!全县)(?<!全区))$"
)


_LONGEST_HEAD = 10  # characters of whose five-year plan it is: 国家发展改革委
_PROGRAMMES = ("标准", "规范", "战略", "措施", "行动计划", "行动方案", "规定", "决定", "意见", "公约")


@cache
def _quoted() -> re.Pattern[str]:
    """“夜间经济12条”, “云州养老条例”; a quoted 行动计划 is the name of a programme."""
    last = alternation(w for w in document_words()["type"] if len(w) > 1 and w not in _PROGRAMMES)
    return re.compile(rf"“(?P<title>(?![第\d]){_NAME}{{1,30}}?(?:\d{{1,3}}条|[一二三四五六七八九十]{{1,3}}条|{last}))”")


_DELIMITER = re.compile(r"[，。；：！？、“”《》（）〈〉\n]")


_HEAD = re.compile(
    r"(?:国家(?!级)|中国|全国|中华人民共和国|中长期(?=青年|教育|人才|科技|科学)|[一-龥]{2,4}?(?<!强)[省市县](?!场|级|域))"
)
_INNER_HEAD = re.compile(r"(?:国家|中国)(?!.*(?:国家|中国))")
_UPKEEP = re.compile("建立|健全|完善|探索|形成|构建")  # what an office keeps for itself: 健全值班人员考核办法
_NOUNS = frozenset({"服务", "组织", "研究", "宣传", "学习"})  # verbs that are nouns inside a name: 养老服务机构用地规划
_AND = ("和", "与", "及", "以及")
_LONG_ENOUGH = 4
_STRONG = frozenset({"行动计划", "条例", "办法", "管理办法", "暂行办法", "若干措施", "规划纲要"})


def unmarked(words: str, document: Document, heading: bool) -> Iterator[Naming]:
    """The documents that a passage names without 《》; a heading names them only in quotes or by a five-year period."""
    plain = _KINDS_OF_DISTRICT.sub(lambda m: "区" * len(m[0]), words) if "（" in words else words
    yield from () if heading else (_titled(words, one) for one in governed(plain, document))
    yield from _of_periods(words, document)
    yield from _in_quotes(words)
    if heading:
        return
    if "法" in words:
        yield from _laws(words)
    if "关于" in words:
        yield from _on(words)
    if "落实" in words or "贯彻" in words:
        yield from _carried_out(words)
    yield from _of_all(words)
    yield from _came_out(words)
    yield from _of_the_state(words)
    for m in last_words().finditer(plain):
        if m["last"] == "规划" and (plain[m.start() - 1 : m.start()] in _DONE or plain.startswith(_OF_PLACE, m.end())):
            continue
        if naming := _governed(plain, m, document):
            yield _titled(words, naming)


def _titled(words: str, naming: Naming) -> Naming:
    return Naming(SPACES.sub("", words[naming.start : naming.end]), naming.start, naming.end)


def _of_periods(words: str, document: Document) -> Iterator[Naming]:
    """Plans of five years, by their period."""
    for m in _FIVE_YEAR.finditer(words) if "五”" in words else ():
        head = _FIVE_YEAR_HEAD.search(words, max(0, m.start() - _LONGEST_HEAD), m.start())
        if not m["middle"] and not head:
            continue  # a bare period
        own = document.period is not None and f"“{document.period}”" in m[0] and not head
        if not own and not cue().search(m["middle"]) and not _OF_KIND.search(m["middle"]):
            start = head.start() if head else m.start()
            if to_be_drawn_up(words, start):
                continue
            yield Naming(SPACES.sub("", words[start : m.end()]), start, m.end())


def _in_quotes(words: str) -> Iterator[Naming]:
    """Names in quotes, and names that begin with quotes."""
    for m in (*_quoted().finditer(words), *_QUOTED_HEAD.finditer(words)) if "“" in words else ():
        if not to_be_drawn_up(words, m.start()):
            yield Naming(SPACES.sub("", m["title"]), m.start(), m.end())


_DONE = tuple("依按经待被拟未应需")  # 依规划建设: the verb
_OF_PLACE = ("定位", "选址", "用地", "红线", "指标")  # what planning gives a place: 把握物流基地的规划定位

# 编制县（县级市）中小学布点规划: brackets that belong to the name
_KINDS_OF_DISTRICT = re.compile("（(?<=[区县市]（)(?:县级市|[市县区镇乡旗](?:、[市县区镇乡旗]){0,2})）")

# 贯彻落实国务院关于…的决定, 按照省委、省政府关于…的意见
_ISSUERS = (
    r"(?:(?:中共|党)?中央|国务院|自治区(?:党委|(?:人民)?政府)?|[省市县区州]委|[省市县区州]政府"
    r"|[一-龥]{2,7}(?:人民政府|委员会|[部委局厅办]))"
)
_LISTED_BEFORE = "(?:(?<=[》）])|(?<=规划)|(?<=条例)|(?<=办法)|(?<=方案)|(?<=意见)|(?<=标准))、"
_ON = re.compile(
    rf"(?:贯彻落实|贯彻执行|贯彻|落实|按照|根据|依据|遵照|参照|对照|执行|实施|学习|以及|[和与及]|{_LISTED_BEFORE})了?"
    rf"(?P<name>(?:{_ISSUERS}(?:办公厅)?[、和]?){{0,3}}关于"
    r"(?:(?!关于)(?:[^，。；：！？、“”《》\n]|“[^“”，。\n]{1,14}”|(?<=[省市县区镇乡])、(?=[省市县区镇乡村]))){4,40}?"
    r"的?(?:决定|意见|决议|通知|办法|规定|若干[^，。；、“”《》\n]{0,4}(?:措施|政策)|实施方案|行动方案|行动计划))"
    r"(?=[，。；、和与及]|精神|要求|部署|制[定订]|编制|推进|等|$)"
)


def _on(words: str) -> Iterator[Naming]:
    for m in _ON.finditer(words):
        yield Naming(SPACES.sub("", m["name"]), m.start("name"), m.end("name"))


_OPENS = "(?:支持|促进|鼓励|扶持|加快|推[进动]|加强|深化|进一步|规范)"
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:政策)?(?:措施|举措|意见)"


# 落实支持新城高质量发展的意见, 贯彻鼓励企业开展专利质押工作办法文件精神, 落实金融支持就业20条措施
@cache
def _carried() -> re.Pattern[str]:
    field = alternation(document_words()["field"])
    return re.compile(
        rf"(?:贯彻落实|贯彻执行|贯彻|落实)(?:[^，。；：“”《》\n]{{0,8}}?)(?P<name>{_OPENS}[^，。；：、“”《》\n]{{4,36}}?"
        r"(?:(?:发展|建设|改革|工作|振兴|保护)的(?:若干)?(?:实施)?意见(?=[，。；、]|精神|要求|$)|(?:办法|方案|意见|措施|规定)(?=等?文件)))"
        rf"|(?:贯彻|落实)[^，。；：《》\n]{{0,30}}?(?P<counted>(?:{field})?{_OPENS}[^，。；：、“”《》\n]{{4,24}}?{_COUNT})"
    )


def _carried_out(words: str) -> Iterator[Naming]:
    for m in _carried().finditer(words):
        span = m.span("name" if m["name"] else "counted")
        yield _titled(words, Naming("", *span))


# 落实全市交通运输结构调整方案: that of the place around, or of all of it; 全市统一的标准 is none
_OF_ALL = re.compile(
    r"(?:落实|执行|贯彻)(?P<name>全[省市区县州盟旗](?:(?![、的]|统一|统筹|各|相关|有关)[一-龥]){6,24}?"
    r"(?:规划|方案|行动计划|实施计划|实施意见|管理办法))(?=[，。；、]|要求|部署|确定|明确|$)"
)


def _of_all(words: str) -> Iterator[Naming]:
    for m in _OF_ALL.finditer(words) if any(said in words for said in ("落实全", "执行全", "贯彻全")) else ():
        yield Naming(SPACES.sub("", m["name"]), *m.span("name"))


# 实施“春芽护苗”三年行动计划; a campaign or a programme of that form is no document
_QUOTED_HEAD = re.compile(
    rf"(?P<title>“(?!{_FIVE_YEARS[1:-1]}”)[^“”\n]{{2,20}}”(?:[一二三四五六七八九十\d]{{1,2}}年)?(?:(?!的)[一-龥]){{0,6}}?(?:行动计划|行动方案|(?:规划|行动|发展)纲要|(?:整体|总体|专项)(?:布局)?规划|条例|若干措施|指导意见|实施意见)(?![化性]|布局|部署|支点|目标|任务|定位|机遇))"
)


_LAW_ENDS = re.compile("法典?(?![律规院制治人学定庭警医官典])")
_STAFF = re.compile("管理的?(?:[事机]|单位|人员|群团|社团)")
_COUNTRY = "中华人民共和国"


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(law) for law in laws()}, reverse=True))


def _laws(words: str) -> Iterator[Naming]:
    """森林法 and its full name; a law that has a short name in a longer word is not meant: 监督法律."""
    for m in _LAW_ENDS.finditer(words):
        end = m.end()
        start = next((end - n for n in _lengths() if n <= end and words[end - n : end] in laws()), end)
        if start < end:
            if _STAFF.match(words, end) and words.endswith(("参照", "依照"), 0, start):
                continue  # 参照公务员法管理: a class of staff
            start -= len(_COUNTRY) if words.endswith(_COUNTRY, 0, start) else 0
            yield Naming(words[start:end], start, end)


_PAPER = r"(?:(?![、，和与及等的])[一-龥]){4,24}?(?:方案|意见|办法|条例|规定|细则)"
# 按照现行国家标准住宅厨房设计规范等文件: the name stands behind its kind, without marks
_STATE_STANDARD = re.compile(
    r"(?:国家|行业|地方)(?:强制性|推荐性)?标准(?P<name>(?![化体制规和与及的])(?:(?![、，和及等的])[一-龥]){4,24}?(?:规范|标准|规程))"
    r"(?=等|[，。；、]|的|要求|规定|执行|$)"
)


def _of_the_state(words: str) -> Iterator[Naming]:
    for m in _STATE_STANDARD.finditer(words) if "标准" in words else ():
        if _can_name(m["name"]):
            yield Naming(SPACES.sub("", m["name"]), m.start("name"), m.end("name"))


def _can_name(name: str) -> bool:
    """Whether the words of a standard tell its matter, and no verb begins them."""
    return cue().match(name) is None and VAGUE.match(name) is None and generic().fullmatch(name[:-2]) is None


# 国有林场改革方案和林区改革指导意见印发实施; 生态损害责任追究办法等文件
_OUT = re.compile(
    rf"(?:^|[，。；、])(?P<one>{_PAPER})(?:(?:[、和与及]|以及)(?P<two>{_PAPER}))?(?:正式|先后|相继|陆续)?(?:印发|颁布|发布|出台)(?:并)?(?:实施|施行)(?=[，。；])"
    rf"|(?:^|[，。；、])(?P<last>{_PAPER})等(?:一?系列|重要|政策性?|规范性|指导性|配套)*文件(?=[，。；先相陆已])"
)
# 古窑遗址保护规划获省政府批准公布
_APPROVED = re.compile(
    r"(?:^|[，。；、])(?P<name>(?:(?![、，和与及等的])[一-龥]){4,24}?(?:规划|条例|方案(?=已)))(?:已?获|已经)"
    r"(?:[国省市县区州][一-龥]{1,6}|[一-龥]{2,6}[省市县区州](?:人民)?政府)(?:批复|批准|审批|审议通过|核准)(?!后|前)"
)
_OUT_CUE = re.compile("[发布台文](?:(?<!文)并?[实施]|(?<=文)件)")
_NOT_OUT = re.compile(
    "年内|年底|将|力争|推动|推进|加快|适时|研究|制定|编制|起草|各|一批|出台|印发|发布|修订|完善|落实|贯彻"
)


def _came_out(words: str) -> Iterator[Naming]:
    """The documents that are said to have come out or been approved, without a verb before them."""
    for m in _APPROVED.finditer(words) if "批" in words or "审议通过" in words else ():
        if not (_NOT_OUT.match(m["name"]) or VAGUE.match(m["name"]) or generic().fullmatch(m["name"][:4])):
            yield Naming(SPACES.sub("", m["name"]), *m.span("name"))
    for m in _OUT.finditer(words) if _OUT_CUE.search(words) else ():
        for group in ("one", "two", "last"):
            name = m[group]
            if name and not (_NOT_OUT.match(name) or VAGUE.match(name) or generic().fullmatch(name[:4])):
                yield Naming(SPACES.sub("", name), *m.span(group))


# 统计法、数据安全管理条例等: what stands in one list with a document
_IN_LIST = re.compile(
    r"[、和与及](?P<name>(?:(?![、和与及等的])[一-龥]){4,26}?(?:条例|管理办法|暂行办法|标准|法))(?=[、，。；和与及等])"
)

# …技术标准和供水节能与余热利用通用规范等文件: 与 stands inside the name of a standard
_STANDARD_IN_LIST = re.compile(
    r"[、和及](?P<name>(?:(?![、和及等的])[一-龥]){4,26}?(?:通用|技术|设计|验收|施工|检测|工程)(?:规范|标准|规程))"
    r"(?=等(?:国家|行业)?(?:文件|标准|规范|规定))"
)


def listed(words: str, found: list[Naming]) -> Iterator[Naming]:
    """The documents without marks that follow another in its list."""
    for naming in found:
        end = naming.end
        while m := _IN_LIST.match(words, end) or _STANDARD_IN_LIST.match(words, end):
            name = m["name"]
            if (name.endswith("法") and name not in laws() and not name.endswith("办法")) or cue().match(name):
                break
            if VAGUE.match(name):
                break
            end = m.end()
            yield Naming(name, m.start("name"), end)


# 制定数据条例, 研究出台护理管理办法: what is still to be drawn up is work, not a document
_DRAWING = re.compile(
    r"(?P<draft>(?:制定|制订|编制|研制|起草|拟订|拟定|修编|草拟"
    r"|(?:研究|推动|推进|加快|尽快|抓紧|适时|探索|组织|及时|逐步|积极)(?:研究)?(?:出台|发布|印发|制修订|推出))"
    r"(?:出台|印发|发布|公布|颁布|建立|完善|推出|实施|执行|落实|和|并|或|、|好)*)(?P<past>了)?"
    r"|(?P<revised>(?:适时|启动|推动|推进|加快|抓紧|研究)(?:启动|研究)?(?:修订|修改)(?!了))"
    r"|(?:出台|发布|印发|公布|颁布|推出)(?P<out>了)?|修订|修改|落实|贯彻|执行|实施|按照|根据|依据|遵守|对照|符合|参照|依照"
)
_STOP = re.compile("[，。；：\n]")
_SENTENCE_END = re.compile("[。；\n]")
_DUE = re.compile(r"\d{1,4}[年月](?:底|末)?前")


def to_be_drawn_up(words: str, start: int, *, marked: bool = False) -> bool:
    """Whether the words before a title tell that somebody is still to write it.

    `marked`: the title stands in 《》; what was drawn up (制定了《…》) is a document then.

    >>> to_be_drawn_up("研究出台护理管理办法", 4), to_be_drawn_up("落实护理管理办法", 2)
    (True, False)
    """
    begin = max([max(0, start - 60), *(m.end() for m in _STOP.finditer(words, max(0, start - 60), start))])
    verbs = [*_DRAWING.finditer(words, begin, start)]
    if not verbs:
        return False
    last = verbs[-1]
    if last["revised"]:  # a title in 《》 is that of the document in force
        return not marked
    if last["draft"]:
        return not (marked and (last["past"] or _PAST.search(words, begin, last.start())))
    sentence = max([0, *(m.end() for m in _SENTENCE_END.finditer(words, max(0, start - 80), start))])
    issued = last[0][:2] in ("出台", "发布", "印发", "公布", "颁布", "推出") and not last["out"]
    return issued and _DUE.search(words, sentence, start) is not None


_PAST = re.compile("已|先后|相继|曾|率先")


# words that hold the sign of a particle: 国家积极应对人口老龄化战略
_WHOLE_WORDS = re.compile(
    "应对|面对|相对|针对(?=性)|绝对|共和|和平|和谐|平等|高等|中等|初等|参与|目的|行为|潜在|存在|健全(?=人格)"
)


def _governed(words: str, m: re.Match[str], document: Document) -> Naming | None:
    """The title that ends in a last word: from the verb that governs it, or from 国家."""
    begin = max(0, m.start() - 40)
    begin = max([begin, *(d.end() for d in _DELIMITER.finditer(words, begin, m.start()))])
    before, start, governed = words[begin : m.start()], 0, False
    within = [word.span() for word in _WHOLE_WORDS.finditer(before)]
    for verb in cue().finditer(before):
        if any(first <= verb.start() and verb.end() <= last for first, last in within):
            continue
        if verb.end() == len(before) and len(verb[0]) > 1 and verb[0] not in _NOUNS | {"推广", "实施", "支持"}:
            return None  # 融入规划: no name between
        of_state = before.startswith("国家", verb.end())  # 全面服务国家乡村振兴战略
        if verb.end() < len(before) and (of_state or not (governed and verb[0] in _NOUNS)):
            start, governed = (
                verb.end(),
                not _UPKEEP.fullmatch(verb[0]) and (governed or start == 0 or verb[0] not in _AND),
            )
    if not governed and (inner := _INNER_HEAD.search(before)):  # 学生国家体质标准: the name begins at 国家
        start = inner.start()
    name = before[start:]
    own = key(name + m["last"]) in key(document.title)
    if own or _TWO_KINDS.search(name) or not _is_name(name.strip(), m["last"], governed):
        return None
    start += begin + len(name) - len(name.lstrip())
    for before_it in (_LED_BY.search(words, begin, start), _PERIOD.search(words, max(0, start - 6), start)):
        start = before_it.start() if before_it else start
    if to_be_drawn_up(words, start):
        return None
    return _titled(words, Naming("", start, m.end()))


# 实施以节水为核心的水网建设行动计划: a part of the name
_LED_BY = re.compile("(?<=[施实行动进])以(?:(?!以)[一-龥]){2,16}?为(?:引领|核心|重点|主导|导向|主线|统领|抓手)的$")
_PERIOD = re.compile(rf"{_FIVE_YEARS}$")  # “十五五”国家水网建设规划
# 认定标准和管理办法: two kinds that work has
_TWO_KINDS = re.compile(
    "(?:标准|规范|流程|程序|规则|制度|条件|机制|意见|措施|办法|规定|决定|方案|政策)(?:[和与及]|以及)$"
)
_OF_ONE = re.compile("(?!全|国家|中国|中华|中长期|本|各|所在|地方).")


def _is_name(name: str, last: str, governed: bool) -> bool:
    """Whether the words before the last word single out one document.

    >>> _is_name("国家节水", "战略", True), _is_name("相关", "行动计划", True)
    (True, False)
    """
    if VAGUE.match(name):
        return False
    head = _HEAD.match(name)
    rest = name[head.end() :] if head else name
    if generic().fullmatch(rest) or MASTER.fullmatch(rest):
        of_one = head and governed and _OF_ONE.match(head[0])
        return bool(of_one and MASTER.fullmatch(rest) and last in ("规划", "规划纲要", "纲要"))
    if last == "条例" and governed and len(name) >= 2:
        return True
    if last in _STRONG:
        return bool(head or governed) and len(name) >= _LONG_ENOUGH
    if last in ("战略", "标准", "规范", "规划"):  # other strategies are policies: 乡村振兴战略
        return bool(head) and len(rest) >= 2 and (last != "战略" or name.startswith(("国家", "中国")))
    return bool(head) and len(name) >= _LONG_ENOUGH + 2
