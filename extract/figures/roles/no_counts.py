"""Numbers that tell a kind, how many parts there are or a rate of law, and set nothing to be reached."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.setting import Setting

# 占地30亩以上、床位100张以上的养老机构: the first of several bounds of a class
_ONE_OF_BOUNDS = re.compile(
    r"(?:、|且|或|并且)[^，。；\d]{0,12}\d[\d.]{0,8}[^，。；、\d]{0,8}(?:以上|以下|以内)的(?!目标|水平|要求|标准|任务)|"
    r"(?:、|且)[^，。；\d]{2,16}(?:[不高低优]于|不低于|不高于)[^，。；\d]{2,16}的[一-鿿]{2,8}(?:项目|企业|机构|园区|主体)"
)
_EACH_MORE = re.compile(
    r"每(?:增加|增长|新增|超过|提高|减少|满|多)$|每新?(?:引进|培育|招引|建成|认定|创建|入选|孵化|转化|吸纳|招用|举办|承办|制定|促成|介绍|推广)(?:[和或、]?(?:引进|培育|新增|招引))*$"
)  # 每引进1家奖励2万元
_WITH = re.compile(
    "^[一-鿿]{1,20}为(?:重点|主|基础|核心|中心|支撑|抓手|载体|依托|突破口|试点|单位|代表|引领|龙头|标志|牵引)(?:体|线)?(?:$|的)"
)
_WITH_ALL = re.compile(r"[^，。；：\d]{1,60}为(?:重点|主|抓手|突破口|引领|代表)(?:$|的)")
_OR_GRADE = re.compile("或者|或[一二三四五六七八九十]级")
_PARTS = re.compile("(?:下设|内设|分设|(?:分成|分为|共分)(?:“[^“”]{2,60}”)*|分)$")  # 分3批推进, 下设5个工作组
_FOR_EACH_MORE = re.compile(r"每(?:增加|增长|新增|超过|减少|满)\d")  # 每增加1个班级配备2名教师
_AT_A_RATE = re.compile(
    r"的[^，。；\d]{0,16}(?:税率|费率|利率|征收率)|即征即退|先征后[返退]"
)  # 落实15%的企业所得税优惠税率


# 8万吨水厂: a size that names a works
_NAMES_A_WORKS = re.compile("(?:级|/日)?[一-鿿]{0,3}(?:水厂|处理厂|净化厂)")


def names_a_works(unit: str, tail: str) -> bool:
    """Whether a weight says of what size one works is: 8万吨水厂, 3万吨污水处理厂."""
    return unit.endswith("吨") and _NAMES_A_WORKS.match(tail) is not None


# 推进60万千瓦热电示范机组, which says of what class a machine is; not 新增60万千瓦机组
_NAMES_A_MACHINE = re.compile(r"[^，。；、\d]{1,14}(?:机组|锅炉|风机)")
_ADDED = re.compile("新增|增加|建成|投产|并网|完成|累计|达到?|关停|淘汰|退出|拆除|改造")
_POWER = ("千瓦", "千伏安", "兆瓦", "蒸吨")


def names_a_machine(unit: str, head: str, tail: str) -> bool:
    """Whether a power says of what class a machine is that is built or tried.

    >>> names_a_machine("万千瓦", "推进", "热电示范机组建设"), names_a_machine("万千瓦", "新增", "煤电机组")
    (True, False)
    """
    return unit.endswith(_POWER) and _ADDED.search(head) is None and _NAMES_A_MACHINE.match(tail) is not None


_MOTTO = re.compile("[一-鿿]{1,3}[十百千万][一-鿿](?:[一-鿿]{0,3})(?:行动|工程|计划|活动|$|[，。；、”])")


def is_motto(value: int, tail: str) -> bool:
    """Whether a round number opens a saying of two: 万项技改万企转型, 百园千企行动.

    >>> is_motto(1, "技改万企转型"), is_motto(100, "园千企行动"), is_motto(3, "千伏变电站")
    (True, True, False)
    """
    return value in _ROUND and _MOTTO.match(tail) is not None


# 12米公交车: cars and boats are counted by other words
_CAR = re.compile(
    r"[^，。；、\d的]{0,8}?(?:(?<![停通洗修存])车|飞机|客机|[客游渡轮渔快][船轮]|游艇)"
    "(?![^，。；、]{0,8}?(?:[站场库厂城馆楼园桥位间棚道桩港塔段区店所]|中心|[基营]地|码头))"
)
# 7座以下小客车, 9座商务车; not 5座客车服务区, nor 5座客车、货车停车场
_SEATED = re.compile(
    r"[^，。；、\d的]{0,6}?(?:(?:商务|面包|[小大中]?客|轿|乘用|校|越野|小汽|网约|出租|公交|观光|旅游)车|[大中]巴车?|客机|游艇|[客游][船轮])"
    r"(?=$|[，。；）\d]|超员|超载|违[法规]|定制|更新|报废|安全座椅)"
)
_WHEELED = re.compile(r"[^，。；、\d的]{0,4}?(?:电动|摩托|自行|机动|代步)(?:自行|摩托)?车")  # 2轮电动车
_SEATS = re.compile(
    r"[^，。；、\d的]{0,6}?(?:剧[场院]|影[厅院]|礼堂|会堂|报告厅|演播厅|音乐厅|会议[室厅]|餐厅|体育[场馆])(?P<counted>\d)?"
)
_MANY_SEATS = 50  # 50座以上剧场; 5座以上剧场 may be so many
# 200人以上企业, 20户以上自然村: of what size those meant are
_OF_SIZE = re.compile(
    r"(?:的)?[^，。；、\d的]{0,6}?(?:企业|单位|家庭|公司|机构|聚餐|集会|聚集|自然村|村[组寨落庄屯]|居民点|聚居点|场所|宿舍|班额|班级|工地|用户|供水工程|饮水工程|水厂|供水点)"
)
_HEADS = ("人", "名", "户")


def tells_a_kind(q: Quantity, tail: str) -> bool:
    """Whether a number tells of what size or kind things are: 7座商务车, 50座以下小剧场, 200人以上企业.

    >>> from guitu.extract.figures.numbers.quantities import quantities
    >>> [tells_a_kind(q, tail) for q, tail in ((next(quantities("7座")), "商务车"), (next(quantities("2座")), "剧场"))]
    [True, False]
    """
    bound = q.trail > q.end  # 以上, 以下
    cars = {"座": _SEATED, "轮": _WHEELED, "米": _CAR}.get(q.unit)
    if (cars and cars.match(tail)) or (q.unit == "座" and bound and _CAR.match(tail)):
        return True
    if q.unit == "座" and (halls := _SEATS.match(tail)):
        return bool(halls["counted"]) or (bound and (q.comparator == "<=" or q.value >= _MANY_SEATS))
    return bound and q.unit in _HEADS and _OF_SIZE.match(tail) is not None


_ROUND = (1, 10, 100, 1000, 10000)  # 万项 is 1 of the unit 万项
_WHERE = re.compile("[在沿从][一-鿿]{2,8}")
_LISTED = ("、", "等地")


def in_place_name(value: int, head: str, tail: str) -> bool:
    """Whether a round number in words ends the name of a place in a list: 在青岚百发、湖滨; not 在东桥百家企业.

    >>> in_place_name(100, "在青岚", "、湖滨"), in_place_name(100, "在青岚", "企业"), in_place_name(35, "在青岚", "、")
    (True, False, False)
    """
    where = value in _ROUND and tail.startswith(_LISTED) and _WHERE.fullmatch(head)
    return bool(where) and not names.ACTION_AHEAD.search(head)


_ORDERED = re.compile("(?:排[名位序]|退出|全[国省市县区州])(?:的|中)?后?$")


def is_place_in_order(head: str, sign: str, unit: str) -> bool:
    """Whether a number counts places from the end of a list; `sign`: what stands before it.

    >>> is_place_in_order("退出全省后", "后", "位"), is_place_in_order("改制后", "后", "名")
    (True, False)
    """
    return sign == "后" and unit in ("位", "名") and _ORDERED.search(head) is not None


def names_one(at: Setting) -> bool:
    """Whether a number is part of a name or a place in an order."""
    q = at.quantity
    if is_place_in_order(at.head, at.sign, q.unit):
        return True
    return q.chinese and not q.compared and in_place_name(int(q.value), at.head, at.tail)


def bounds(tail: str) -> bool:
    """Whether a bound is the first of several that say which are meant; `tail`: the words behind it.

    >>> bounds("、床位100张以上的养老机构"), bounds("、床位达到100张")
    (True, False)
    """
    return _ONE_OF_BOUNDS.match(tail) is not None


# 支持12个县率先发展, 组织6个乡镇召开会议, 其余4个: those who are spoken to, or left
_ADDRESSED = re.compile(r"(?:支持|鼓励|引导|助力|指导|督促|推动|组织|召集|要求)(?:[^，。；\d]{1,8}的)?$")
_WHOLES = ("全国", "全省", "全市", "全区", "全球", "世界", "在")
_DO = re.compile(
    r"[^，。；：\d]{1,16}?(?:率先|错位|争先|跨越|高质量|加快|协同|抱团)(?:发展|突破|崛起|建设|实现)|[^，。；：\d]{1,16}?召开"
)
_AMONG = re.compile(
    r"[^，。；：\d]{0,8}(?:项目|工程|企业|任务|事项|工作|问题|单位|部门|机构|乡镇|村|户|县|点|处)(?:当|之)?中"
)  # 签约的45个项目中，开工31个
# 在全国60个重点城市中排名末位: among whom something has a place
_RANKED_AMONG = re.compile(r"[^，。；：\d]{1,10}中(?:仍|均|位次|综合)?(?:排名?|排第|位[居列]|居|名列)")
_REST = re.compile("(?<!完成)(?<!改造)(?<!治理)(?<!整治)(?<!推进)(?<!实施)(?:其余|其他|其它|剩余|余下|另外)的?$")


def addressed(head: str, tail: str) -> bool:
    """Whether a number counts those who are to do something, or the rest of those counted before.

    >>> addressed("支持", "扩权县率先发展"), addressed("支持", "企业上云"), addressed("做好其余", "风险点工作")
    (True, False, True)
    """
    if _AMONG.fullmatch(tail) or (head.endswith(_WHOLES) and _RANKED_AMONG.match(tail)):
        return True
    return bool(_REST.search(head) or (_ADDRESSED.search(head) and _DO.match(tail)))


def supposes(head: str, tail: str) -> bool:
    """Whether a number is supposed, for each more of it, or one of law: 每引进1家, 1人以上或二级, 15%的优惠税率."""
    aside = _WITH.match(tail) or ("以" in head and _WITH_ALL.match(tail))
    return bool(_EACH_MORE.search(head) or _OR_GRADE.match(tail) or aside or _AT_A_RATE.match(tail))


def arranges(head: str) -> bool:
    """Whether a count tells in how many parts something is done or set up, or what goes with one more of another.

    >>> arranges("领导小组下设"), arranges("每增加1个班级配备"), arranges("新建")
    (True, True, False)
    """
    return bool(_PARTS.search(head) or _FOR_EACH_MORE.search(head))


# 推进5项改革任务率先突破, 落实20条措施: how many parts the work has; 16条道路治理任务 counts roads
_WORK = re.compile(
    r"(?:(?!完成|实现|达到|开展)[^，；。、的\d]){0,14}?(?:任务|行动|措施|举措|机制|政策|制度|清单|体系)(?:$|[，。；、]|率先|落[实地]|取得|完成|实施|推进)"
)
_PAPERS = re.compile(r"[^，；。、的\d]{0,10}?(?:措施|举措|政策|意见)(?:$|[，。；、]|落[实地])")


def parts_of_work(unit: str, tail: str) -> bool:
    """Whether a count tells how many parts some work has.

    >>> parts_of_work("项", "改革任务率先突破"), parts_of_work("条", "道路治理任务"), parts_of_work("条", "惠企措施")
    (True, False, True)
    """
    if unit == "条":
        return _PAPERS.match(tail) is not None
    return unit in ("个", "项", "大") and _WORK.match(tail) is not None


# 青岚、白石2个街道率先完成: those that are named do it
_ADMINISTRATIVE = re.compile("(?:离岛|沿海|山区|中心|重点)?(?:街道|镇|乡|县|区|市|村|社区)(?!级|域|内|间|容)")


def named_places(tail: str) -> bool:
    """Whether those counted are parts of a place, which the names before the number are."""
    return _ADMINISTRATIVE.match(tail) is not None


def takes_part(unit: str, head: str) -> bool:
    """Whether a number counts persons with whom or by whom something is done: 由3名志愿者协助."""
    return unit in ("名", "位") and head.endswith(("由", "与"))


# a scale on which something is measured; else a grade is a title that somebody holds
_SCALE = re.compile(r"(?:等级|级别|水平|烈度|震级|风力|程度|质量|成熟度|得分)[^，。；：、\d]{0,6}$")
_BARE_GRADE = re.compile(
    "$|[，。；、）]|(?:及?以上)(?=$|[，。；、）])|左右|的?(?:标准|水平|目标|要求)(?=$|[，。；、）])"
)


def ranks(head: str, tail: str) -> bool:
    """Whether a number before 级 is part of a rank: 达到三级甲等, 力争达省一级以上; not 服务质量等级达到4级.

    >>> ranks("乡镇文化站达到省", "以上"), ranks("服务质量等级达到", "以上"), ranks("水平达到", "甲等")
    (True, False, True)
    """
    return _SCALE.search(head) is None or _BARE_GRADE.match(tail) is None


_STAIR = re.compile("[十百千万亿]{0,3}元?级?新?(?:台阶|大关|关口|门槛)(?=$|[，。；、])")
_STAIRS = ("个", "级", "道")  # in which stairs themselves are counted


def is_stair(unit: str, tail: str, *, spelt: bool) -> bool:
    """Whether a number counts stairs, or is one that only sounds round; `spelt`: it is written in words.

    >>> is_stair("个", "千亿元台阶", spelt=False), is_stair("亿笔", "大关", spelt=False)
    (True, False)
    """
    return (spelt or unit in _STAIRS) and _STAIR.match(tail) is not None


_AND_THOSE = re.compile(f"[一-鿿]{{2,10}}(?:[、及与]|{names.AND}|以及)")


def and_those(head: str) -> bool:
    """Whether words only name others of whom the same is said: 行政村和 of 行政村和20户以上自然村全部通硬化路.

    >>> and_those("行政村和"), and_those("新建学校和")
    (True, False)
    """
    return _AND_THOSE.fullmatch(head) is not None and not names.ACTION_AHEAD.match(head)
