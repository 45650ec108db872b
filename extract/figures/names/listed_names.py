"""The names of a list, each made whole: 种植、收获机械化率 says 种植机械化率 and 收获机械化率."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names import shared_heads
from guitu.ontology.common_words import common_words
from guitu.ontology.figure_words import any_of, figure_words

_BEARER = re.compile(rf"^.{{0,12}}?{any_of('bearer')}")  # 5岁以下儿童
_AND = "以及|(?<![普涉以])及(?!以[上下]|其)|(?<![共饱调])和(?!谐)|(?<!参)与"  # not the 及 of 普及率
_MEASURED = re.compile(
    r"(?:占[一-鿿]{0,8}(?:比重|比例)|占比|比重|比例|[一-鿿]{2}率|数量?|排放总?量|生产总值|资产投资|(?!需氧)(?![一-鿿](?:产|总|数|销|存|容|用|储)量)[一-鿿]{2}量|总量|产量|销量|存量|容量|用量|储量|[一-鿿]?收入|增加值|总?产值|面积|里程|规模|(?:[A-Za-z][A-Za-z0-9.]{0,8})?浓度|[一-鿿]{2}强度|能耗|水耗|电耗|物耗|经费|费用|成本|水平|时间|时限|支出|投入|"
    r"[一-鿿]?额|人次|[存出]栏|年龄|学历|寿命|长度|能力|密度|指数|率)$"
)
_TAIL = re.compile(rf"{any_of('measure_tail')}$")
_ASPECT = re.compile(rf"{any_of('aspect')}$")
_OF_ALL = re.compile(r"^(?:全[国省市县区州]|[本我][国省市县区州]|其中)")
_PER_UNIT = re.compile(
    r"^(?:单位[^，、]{2,10}?(?=[能水电物碳煤地用二])|万元[^，、]{2,8}?(?=[能水电物碳煤用二])|人均|户均|亩均|地均)"
)
# the class that a list gives examples of: 小麦、玉米等主要粮食作物产量
_GENERIC = re.compile(
    r"^(?:[0-9二两三四五六七八九十]{1,2}[种类项个大])?(?:主要|重点|各类|大宗|关键|骨干)[一-鿿]{0,6}?"
    r"(?:作物|污染物|产品|品种|传染病|疾病|人群|学段|阶段|群体|资源|能源|农产品)(?=[一-鿿]{2})"
)
# 一、二级医院: numbers of one noun, which part no names
_NUMBERED = "一二三四五六七八九十ⅠⅡⅢⅣⅤ"
_COMMA = f"(?<![{_NUMBERED}])、|、(?![{_NUMBERED}])"
# kinds of places, and of persons: names of one list that end so are of one kind
_SETTLED = re.compile("(?:县城|城区|市区|镇区|老城|新城|建成区|建制镇|农村|乡村|村庄)$")
_PLACED = re.compile("[一-鿿]{2}[市县区旗州镇乡]$")  # 左安旗、右川县|存栏
_STAFF = re.compile("(?:人员|负责人|经办人|干部|[一-鿿][员师工长医])$")
_NEVER_CUT = re.compile("设区市|地级市|县级市|城区|市区|建成区|建制镇|人员|负责人")
_SCALED = ("万", "百", "十", "千", "亿")
_TORN = 6  # what a cut amid a word costs
_GENERIC_OWN = 2  # characters of a name that its neighbour may exceed by one
_LEAST = 4  # characters that a whole name has more than
_LONGEST_ONE = 10  # characters of a name that may lack what the last one says


def is_of_two(subjects: str) -> bool:
    """Whether a word among some tells two measures: 城乡居民收入, 存贷款余额."""
    return any(both.split()[0] in subjects for both in figure_words()["two"])


def split_list(subjects: str, count: int) -> list[str]:
    """`count` names out of A、B和C, the shared head of the first given to the others; empty where they do not fit.

    >>> split_list("农村自来水普及率和规模化供水率", 2)
    ['农村自来水普及率', '农村规模化供水率']
    """
    if count == 2 and "、" not in subjects:
        for both in figure_words()["two"]:  # 城乡居民收入, 存贷款余额
            said, *parts = both.split()
            if subjects.count(said) == 1:
                return [subjects.replace(said, part) for part in parts]
    for signs in (_COMMA, "、", "、|以及|和", f"、|{_AND}", _AND):
        parts = [p for p in re.split(signs, subjects) if p]
        if len(parts) == count:
            return _with_bearer(parts)
    parts = subjects.split("、")
    tail = re.split(_AND, parts[-1])
    if len(tail) == 2 and all(tail) and len(parts) + 1 == count:
        return _with_bearer([*parts[:-1], *tail])
    return []


# 工业产值、工业税收占全县的比重: a share of the whole for each
_SHARE = re.compile("(?<=[一-鿿]{2})占[一-鿿（）、]{1,16}的?(?:比重|比例|份额)$")


# 国家级、省级实验室: a grade alone lacks what the last one names
_GRADE = re.compile("(?:国家|部|省|市|州|县|区|厅|[高中初低特][等]?|[一二三四五六甲乙丙]|[1-5]?A)[级类等]")
_GRADED = re.compile(rf"{_GRADE.pattern}(?P<noun>[^，；。、\d]{{2,24}})")
# 全县财政收入、支出: of which of two that belong together
_PAIRED = re.compile("(?:收入|支出|进口|出口|存款|贷款|供水|排水)(?P<size>总?额|总?量|余额)?")
_PAIRED_AT_END = re.compile(f"{_PAIRED.pattern}$")
# 市级公用经费和一般性支出: of what level all money of a list is
_OF_LEVEL = re.compile("(?:[省市县区州]|中央|地方)(?:级|本级)(?=[一-鿿]{2})")
_MONEY = ("经费", "支出", "收入", "投入", "投资", "资金", "费用", "财力", "税收", "债务", "预算")
_TALLY = re.compile("(?:起数|件数|次数|人数|[死伤受]亡?人数|宗数|发案数)$")
_TALLY_ALONE = re.compile("[死伤亡失受]{0,2}(?:起数|件数|次数|人数|宗数)|经济损失|直接经济损失")


def _with_bearer(parts: list[str]) -> list[str]:  # noqa: PLR0911 - one return for each kind of list
    if (share := _SHARE.search(parts[-1])) and not any("占" in p for p in parts[:-1]):
        return [p + share[0] for p in _with_bearer([*parts[:-1], parts[-1][: share.start()]])]
    final, _, of_all = parts[-1].partition("等")
    of_all = _GENERIC.sub("", of_all)
    if len(of_all) > 1 and final:  # 公路、铁路等客运量
        return [*(p + of_all for p in parts[:-1]), final + of_all]
    if whole := _of_one_head(parts):
        return whole
    owner, of, first = parts[0].rpartition("的")
    if of and first and len(owner) > 1 and not any("的" in p for p in parts[1:]):
        return [owner + of + p for p in _with_bearer([first, *parts[1:]])]  # 车辆周转量的能耗和排放
    if (tally := _TALLY.search(parts[0])) and tally.start() > 1 and all(map(_TALLY_ALONE.fullmatch, parts[1:])):
        return [parts[0], *(parts[0][: tally.start()] + p for p in parts[1:])]  # 火灾起数、亡人数
    if (owner := names.topic_of(parts[0])) and all(map(names.BARE_MEASURE.match, parts[1:])):
        return [parts[0], *(owner + p for p in parts[1:])]  # 粮食播种面积、总产量
    if all(map(names.BARE_MEASURE.match, parts[1:])) and (own := _MEASURED.search(parts[0])) and own.start() > 1:
        return [parts[0], *(parts[0][: own.start()] + p for p in parts[1:])]  # 蔬菜面积、产量
    if _RATE_ALONE.fullmatch(parts[-1]) and (own := _RATE_ALONE.search(parts[0])) and own.start() > 1:
        owner = parts[0][: own.start()]  # 树木成活率和保存率
        return [parts[0], *(owner + p if _RATE_ALONE.fullmatch(p) else p for p in parts[1:])]
    if per := _PER_UNIT.match(parts[0]):  # 单位产值能耗、水耗
        return [parts[0], *(p if _PER_UNIT.match(p) or _whole(p, parts[0]) else per[0] + p for p in parts[1:])]
    if not _MEASURED.search(parts[0]):
        return _with_measure(parts)
    bearer = _BEARER.match(parts[0])
    if bearer is None or bearer.end() >= len(parts[0]):
        return parts
    return [parts[0], *(p if _whole(p, parts[0]) else bearer[0] + p for p in parts[1:])]


def _of_one_head(parts: list[str]) -> list[str]:
    """The names of a list that share a grade's noun, one of two that belong together, or a level; empty for others.

    >>> _of_one_head(["国家级", "省级实验室"]), _of_one_head(["全县财政收入", "支出"]), _of_one_head(["公路", "铁路"])
    (['国家级实验室', '省级实验室'], ['全县财政收入', '全县财政支出'], [])
    """
    if (graded := _GRADED.fullmatch(parts[-1])) and all(map(_GRADE.fullmatch, parts[:-1])):
        return [*(p + graded["noun"] for p in parts[:-1]), parts[-1]]  # 国家级、省级实验室
    if all(map(shared_heads.lacks_noun, parts[:-1])) and not _MEASURED.search(parts[-1]):
        whole = [shared_heads.completed(p, parts[-1]) for p in parts]  # 公办、民办幼儿园
        return whole if whole != parts else []
    last = _PAIRED.fullmatch(parts[-1])
    if last and (one := _PAIRED_AT_END.search(parts[0])) and one.start() > 1 and len(parts) == 2:
        size = "" if one["size"] else last["size"] or ""
        return [parts[0] + size, parts[0][: one.start()] + parts[1]]  # 财政收入、支出
    if (level := _OF_LEVEL.match(parts[0])) and all(p.endswith(_MONEY) and "级" not in p for p in parts[1:]):
        whole = _with_bearer([parts[0][level.end() :], *parts[1:]])
        return [level[0] + p for p in whole]
    return []


_PERSONS = re.compile(
    "[一-鿿]{0,6}?(?:儿童|青少年|学生|教师|职工|农民|居民|妇女|孕产妇|新生儿|婴幼儿|老年人|老人|残疾人|失能人员|群众|患者|医务人员|从业人员)"
    "(?=$|[一-鿿]{2})"
)


def _with_measure(parts: list[str]) -> list[str]:
    """The names of a list with the measure that only the last one has."""
    last, tail = _BEARER.match(parts[-1]), _MEASURED.search(parts[-1])
    if last and last.end() < len(parts[-1]) and last.end() - 1 <= len(parts[0]) <= last.end():
        at = last.end() + parts[-1].startswith(parts[0][-1], last.end())  # 工业, 建筑业|增加值
        return [p + parts[-1][at:] for p in parts[:-1]] + [parts[-1]]
    if tail is None:
        return parts
    if (whose := _PERSONS.match(parts[-1])) and all(map(_PERSONS.fullmatch, parts[:-1])):
        return [*(p + parts[-1][whose.end() :] for p in parts[:-1]), parts[-1]]  # 老年人、儿童服务设施覆盖率
    at = _cut(parts[-2], parts[-1], tail.start())
    added, own = parts[-1][at:], parts[-1][:at]
    if len(own) == 1 < len(parts[0]) and not any(_MEASURED.search(p) or len(p) > 1 for p in parts[1:-1]):
        head = parts[0][:-1]  # 上市猪、牛、羊肉合格率
        return [parts[0] + added, *(head + p + added for p in parts[1:-1]), head + parts[-1]]
    head = parts[0].removesuffix(aspect[0]) if (aspect := _ASPECT.search(parts[0])) and _ASPECT.fullmatch(own) else ""
    if not head and (bearer := _BEARER.match(parts[0])) and len(parts[0]) - bearer.end() == len(own):
        head = bearer[0] if len(own) > 1 and not _BEARER.match(own) else ""  # 主要农作物化肥、农药利用率
    whole = [p if _MEASURED.search(p) else p + added for p in parts]
    return [whole[0], *(head + p for p in whole[1:])]  # 花生种植、收获机械化率


def _whole(name: str, first: str) -> bool:
    """Whether a later name says itself whose measure it is: 农村居民收入, 固定资产投资."""
    alike = len(name) > len(first) or name[:2] == first[:2]
    return alike or bool(_BEARER.match(name)) or name.startswith(figure_words()["whole"])


def _cut(name: str, last: str, measured: int) -> int:
    """Where in the last name begins what the name before it lacks; `measured`: where its measure begins.

    Names of one list are built alike: as long as each other, or with a last sign in common, before the same measure.
    """
    known = _TAIL.search(last)
    latest = known.start() if known else measured
    core = _OF_ALL.sub("", name)
    best, found = 0, latest
    for k in range(1, latest + 1):
        own = last[:k]
        if k == 1 < len(core):
            continue  # 氨氮 is no match for the first sign of 氮氧化物
        score = 4 * (len(own) == len(core)) + 3 * min(3, _same_end(core, own)) + 3 * (k == latest)
        score += 2 * (own[0] == core[0] and len(own) == len(core))
        alike = k > _GENERIC_OWN and k != latest and abs(len(own) - len(core)) == 1 and latest - k > 1
        score += 4 * (alike and last[k - 1 : k + 1] not in common_words())  # 肉类、水产品|产地低温处理率
        if k > 1 and k != latest and last[k - 1 : k + 1] in common_words():
            score -= _TORN  # 综|合收入
        if latest - k == 1 < len(core):
            score -= _TORN  # 油菜|籽产量
        if any(word.start() < k < word.end() for word in _NEVER_CUT.finditer(last)):
            score -= _TORN  # 设区|市城区
        score += 5 * any(kind.search(core) and kind.search(own) for kind in (_SETTLED, _STAFF, _PLACED))
        if score > best:
            best, found = score, k
    return found


def _same_end(a: str, b: str) -> int:
    """How many last signs two names have in common."""
    n = 0
    while n < min(len(a), len(b)) and a[-1 - n] == b[-1 - n]:
        n += 1
    return n


def shared_noun(counted: Sequence[str]) -> list[str]:
    """Counted things with the noun that only the last of them has: 农用地, 建设用地治理试点 lack 治理试点 in the first.

    >>> shared_noun(["农用地", "建设用地治理试点"]), shared_noun(["示范县", "示范村"])
    (['农用地治理试点', '建设用地治理试点'], ['示范县', '示范村'])
    """
    last = counted[-1]
    made = list(counted)
    for i, name in enumerate(counted[:-1]):
        if len(name) > _LONGEST_ONE or last.startswith(name):
            continue
        for k in range(len(last) - 2, 1, -1):
            same = _same_end(name, last[:k])
            alike = same >= 2 or (same == 1 and len(name) == k)
            contrast = k > same or last.startswith(_SCALED)
            if alike and contrast and len(name) > same - (last[0] in _SCALED):
                made[i] = name + last[k:]
                break
        if made[i] == name:
            made[i] = shared_heads.completed(name, last)
    return made


_RATE_ALONE = re.compile("[一-鿿]{2}率$")
_FLOW = re.compile("(?:投资|收入|产值|增加值|税收|进出口|出口|消费|产量|销售额)$")  # 工业投资、民间投资
_RATE = ("率", "比例", "比重", "占比")


def each_whole(subjects: str, *, rates: bool) -> bool:
    """Whether every name of a list is a measure by itself (with `rates`, one that no sum can be meant of).

    >>> each_whole("亩均用水量、亩均化肥用量", rates=False), each_whole("化肥、农药使用量", rates=False)
    (True, False)
    """
    parts = _parts(subjects)
    if len(parts) < 2 or "等" in subjects:
        return False
    flow = None if rates else _FLOW.search(parts[-1])
    if flow and all(len(p) >= _LEAST and p.endswith(flow[0]) for p in parts):
        return True
    return all(len(p) > _LEAST and (p.endswith(_RATE) if rates else _MEASURED.search(p)) for p in parts)


def _parts(subjects: str) -> list[str]:
    """The pieces of a list; 和 joins no names where each stretch between commas is a rate by itself.

    >>> _parts("一、二级医院达标率"), _parts("自来水普及率、厂长和班组长培训合格率")
    (['一、二级医院达标率'], ['自来水普及率', '厂长和班组长培训合格率'])
    """
    listed = [p for p in re.split(_COMMA, subjects) if p]
    each_a_rate = len(listed) > 1 and all(len(p) > _LEAST and p.endswith(_RATE) for p in listed)
    joined = (side for p in listed for side in re.split(_AND, p)[:-1])
    if each_a_rate and not any(side.endswith(_RATE) for side in joined):
        return listed
    return [p for p in re.split(f"{_COMMA}|{_AND}", subjects) if p]


def rates_of_one(subjects: str) -> bool:
    """Whether two rates of one thing are joined: 树木成活率和保存率."""
    parts = re.split(_AND, subjects)
    return len(parts) == 2 and all(p.endswith("率") for p in parts) and bool(_RATE_ALONE.fullmatch(parts[1]))


def each_of(things: str) -> list[str]:
    """The things of a list of any length, each with the noun that only the last has; empty where it is none.

    >>> each_of("社区食堂和日间照料中心"), each_of("公办、民办幼儿园"), each_of("社区食堂")
    (['社区食堂', '日间照料中心'], ['公办幼儿园', '民办幼儿园'], [])
    """
    count = len(_parts(things))
    parts = split_list(things, count) if count > 1 else []
    return shared_noun(parts) if parts and all(len(p) > 1 for p in parts) else []


def all_of(subjects: str) -> list[str]:
    """The names of a list of any length, each whole; fewer than two where it is none, or where 等 only gives examples.

    >>> all_of("化肥、农药使用量"), all_of("水泥、化工等行业产量")
    (['化肥使用量', '农药使用量'], [])
    """
    if "等" in subjects:
        return []
    count = len(_parts(subjects))
    parts = split_list(subjects, count) if count > 1 else []
    return (
        parts
        if all(len(p) > 1 for p in parts) and (not parts or _MEASURED.search(parts[-1]) or _FLOW.search(parts[-1]))
        else []
    )
