"""How a number stands in its clause: at its end, before the things it counts, as a share of them, or as no figure."""

from __future__ import annotations

import re
from typing import Literal

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.bare_verbs import INVESTS
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.setting import Setting
from guitu.extract.figures.roles import acted_on, examples, no_counts
from guitu.extract.figures.roles.doings import DID, HOLD, LAND, WHOLE
from guitu.extract.figures.roles.sized_things import sized
from guitu.ontology.figure_words import any_of
from guitu.ontology.units import units

Role = Literal["end", "things", "part", "size"]
"""end: 覆盖率达到95%, 园区3个；things: 建设3个园区；part: 全市90%的乡村；size: 总投资5亿元的临湖水厂项目."""

_STOP = re.compile(
    rf"(?:$|(?:共|合|总)计?(?=\d)|[、及与并或”,/]|{names.AND}|以及|(?:全线|全部|全面|顺利)(?:贯通|通车|完工|竣工|建成|开工|投用|投产)(?=$|[，。；、])|新?(?:台阶|大关|关口|门槛)(?=$|[，。；、])|的?(?:[一-鿿]{{0,4}}(?:目标|水平|要求|高位|低位))?$|的?(?:规模|任务|标准)?$|(?:持续|稳步|平稳)增长$|用于|建设(?!用地|工程|项目|单位)|支持|推动|打造|，)"
)
_REACH = re.compile(
    r"(?:提前|达到?|到|至|为|在|进入|实现|完成|突破|超过|增长|提高|提升|降低|下降|减少|增加|缩短|压减|净增|新增|压缩|不少于|有|建成|占|是|率|量|数)$"
)
TIME = frozenset(u.label for u in units().values() if u.use == "span")
_SPAN_OF_TIME = re.compile(
    r"提前|寿命|住院日|时间|时长|时限|期限|年限|周期|时延|工期|用时|活动|学时|天数|日数|年龄|睡眠|锻炼|运动|培训|自然光|响应|通达"
)
# 14纳米工艺, 500千伏变电站: sizes that name a thing
_TECHNICAL = frozenset(u.label for u in units().values() if u.use == "size")
# 30万千瓦以上机组, 500吨以上船舶: sizes of a class of things
_CAPACITY = frozenset(["千瓦", "万千瓦", "千伏安", "万千伏安", "兆瓦", "千伏", "蒸吨", "吨", "总吨", "升", "米"])
CAPACITY = ("千瓦", "千伏安", "兆瓦", "蒸吨")
"""Units in which only boilers and machines are measured."""
_HANDLED = ("将", "把", "对", "让", "使")  # 将30公里道路纳入规划
# 3万 needs no counter before people and behind their number
_PEOPLE = re.compile(
    "[一-鿿]{0,8}?(?:人口|群众|居民|农民|牧民|农户|市民|学生|职工|老人|老年人|儿童|用户|家庭|劳动力|游客|(?:监测|困难|救助|低保|服务|培训|帮扶)对象|人)"
)
_COUNT_NAMED = re.compile(
    "(?:人次|人数|户数|人口|总数|总量|数量|用户|游客|件数)(?:数|量)?(?:达到?|为|至|到|突破|超过?)?$"
)
_CHANGES = re.compile(
    "(?:提升|提高|改善|解决|带动|惠及|帮助|保障|引导|吸引|吸纳|转移|安置|培训|覆盖|服务)了?(?:农村|城镇|城乡|全[省市县区])?$"
)
_RATE = re.compile(r"(?:率|比重|比例|占比|增速|增幅|份额|增长|收入|提高|达到?|到|至|超过|为)$")
_SIZED = re.compile(r"(?:设立|组建|成立|建设|新建|打造|建成)[^，；。]{0,8}(?:规模|面积|总额|总投资)$")
_ONE_NOUN = re.compile("^[一-鿿]{2,12}(?<![和及与并])$")
_GIVEN_OUT = re.compile("[^，。；\\d]{0,16}(?:予以|进行|现予|现)?(?:分解|印发|下达|细化)")
_DONE_TO = re.compile("(?:消除|整改|压降|减排|削减|缩减|改造|治理)(?:率|完成)?$")
# 出台46项改革举措 count what was done; four measures are a manner of speaking
_SAYS_WHICH = re.compile("(?:实施|开展|完成|纳入|列入|参与)[^，；。]{2,24}的[一-鿿]{2,6}(?:可|将|能|预计)")
_SHORTENED = re.compile("(?:缩短|压缩|压减|减|降|提速|控制)(?:至|到|为|在)$")
_STEPS = re.compile("[^，；。、]{0,14}(?:措施|举措)(?:$|[，、；。])")
_OF_ALL = re.compile("(?<=[一-鿿]{2})了?全[国省市县区州]$")  # 实现了全市50个村通客车
_MANY = 20
_LISTED = re.compile(r"^(?:、|和|及|与|以及|以及其他|，)$")
_AMID = re.compile(r"在|围绕|聚焦|面向|针对")  # 围绕养老、托育等5个领域
_AROUND = re.compile("(?:紧扣|紧盯|围绕|聚焦|面向|针对|瞄准|立足)")
# 围绕全市20万亩果园建设: what is to be made, though it is said aside
_AROUND_ALL = re.compile("(?:围绕|聚焦|结合|对接)(?:全|我|本)[省市县区国州]")
_TO_BE_BUILT = re.compile(r"[^，。；：\d的]{2,20}(?:建设|改造|创建)(?=$|[，。；])")
_DESCRIBED = re.compile(
    "(?:紧扣|紧盯|围绕|聚焦|面向|立足|联动布局|统筹规划|依托)(?:发展|建设|打造)?(?:[一-鿿]{2,8}(?:地区|片区|新区))?$"
)
_AND_SUCH = re.compile(r"、(?![新建培引增])[^，；。：、\d]{2,20}的[^，；。：、\d的]{2,16}")
_REST_OF_NAMED = re.compile(r"等\d{1,4}[个家所座项][一-鿿]{0,4}[和及与、]$")  # 青岚、白石等3个国家级和9个省级试点
_DEVELOPS = re.compile("做大做强|做强做优|做优做强|做强|做大|做优|壮大|发展|提升|巩固")
_CLASS_OF_INDUSTRY = re.compile("^[十百千万]{0,2}亿元?级(?:[一-鿿]{0,8})(?:产业|集群|产业链|行业)")
_REPRESENTED = re.compile("以[^，。；]{2,30}为(?:代表|引领|主导|支撑)的")
_FROM = re.compile(
    r"(?P<subject>[^，：；。]{0,60}?)(?:从|由)(?P<year>[^，：；。从由]{0,12}?的|(?:19|20)\d\d年[末底初]?|(?<=由)平均|年初的?|上年的?|去年的?|目前的?|"
    rf"(?<=[一-鿿]{{2}}由)[^，：；。从由\d]{{2,16}}{any_of('measure')}|每[人户亩生名床件吨斤度](?:每[年月天日])?)?$"
    # 低保标准由家庭月人均收入800元提高到900元
)
_TO = re.compile(r"^[^，：；。]{0,14}(?:到|至|为)(?:[^，：；。]{0,12}的)?$")


_IN_ORDER = re.compile(r"[一-鿿]届$|第\d{1,3}[、和及至-]$|[^占][按以]$|按照$")  # 第2、3条, 按50%比例分配
# 政府14次常务会议审议通过: which meeting it was; 二次污染
_WHICH_MEETING = re.compile(
    "(?:污染|供水|创业|分配|加压)|[一-鿿]{0,6}?(?:会议|全会)[，]?(?:已经?)?(?:审议|讨论|研究|通过|决定|同意|审定|精神)"
)
# 每5万人拥有一座图书馆: one is a number there
_PER_HEAD = re.compile(
    r"每年(?:至少|力争)?(?:创建|新建|建成|培育|打造|举办|新增|实施)$|"
    r"每[\d.]{0,6}(?:[—~-]\d{1,4})?[百千万]{0,2}(?:名|个|户|人|公里|平方公里|公顷)[^，；。\d]{0,8}(?:拥有|建有|设有|配备|配有|至少有|有)$"
)
# 选址新建一座变电站 counts what is built; 建设一座宜居新城 is a manner of speaking
_BUILT = re.compile("(?:新建|改建|扩建|兴建|增建|建设|建成|建)$")
_BUILDING = re.compile(
    "[一-鿿A-Za-z0-9]{1,12}(?:站|馆|医院|学院|学校|中学|小学|幼儿园|厂|仓?库|桥|公园|[泊船体牧渔]场)"
)
_ALL_OF_THEM = re.compile(r"^[^，。；]{1,30}(?:都|均|全部)(?:要|应|须|能|已)?(?:建|有|设|配|达|实|通|纳)")

# a number in the name of a thing: 2人间, 5人制足球, 10公里救援圈
_IN_A_NOUN = re.compile(
    r"阶|(?:常务|全体|专题|党组|办公|工作)?会议(?:审议|讨论|研究|通过)|间(?!接|断|隔|距|歇)|制(?![造定止约度作])|座(?=[^，。；]{0,4}[车客机船])|[^，。；、\d]{0,8}?(?:生活|服务|经济|交通|出行|救援|健身|通勤|物流|文化|阅读|就业|养老|医疗|急救|便民|产业|上学|消费)圈"
)
_NEXT_IN_LIST = re.compile("[一-鿿]{2}(?:[、和及与]|以及)$")  # 30公里河道清淤和12座水闸改造
_PROGRAMME = re.compile(rf"^[^，：；。、]{{0,10}}?{any_of('programme')}$")
# which of a class are meant, by what is measured of them: 含硫量大于3.5%的烟气, 坡度25度以上的耕地
_MEASURE_OF_ONE = re.compile(
    r"[一-鿿](?:[量度率额值数比径龄积入资高长宽重]|规模|里程|比例|能力|年限|期限|时间)(?:达到?|超过?|突破|大于|高于|为|在)?$"
)


def may_be_figure(q: Quantity) -> bool:
    """Whether a number outside a sentence may measure something: with a unit, no span of time, not spelt out."""
    return q.kind in ("counter", "measure", "money", "ratio") and q.unit not in TIME and not q.chinese


def starts_range(head: str, between: str | None) -> re.Match[str] | None:
    """Whether a number is the lower end of 从60%提高到80%; the match has the words on what it measures."""
    found = _FROM.search(head) if "从" in head or "由" in head else None
    return found if found and between is not None and _TO.match(between) else None


def role(at: Setting) -> Role | None:  # noqa: PLR0911, PLR0912 - one return for each case
    """None where the number is no figure: a threshold, a set phrase, an age, a size that names a thing."""
    q = at.quantity
    if starts_range(at.head, at.between):
        return "end"
    if _then_named(at) or no_counts.is_stair(q.unit, at.tail, spelt=q.chinese) or no_counts.names_one(at):
        return None
    if q.kind != "ratio" and (_IN_A_NOUN.match(at.tail) or no_counts.tells_a_kind(q, at.tail)):
        return None
    if q.kind == "money" and at.between == "" and at.head.endswith("投资"):
        return "end"  # 投资59亿元8个项目
    if q.kind in ("money", "measure") and q.trail == q.end and sized(at.head, at.tail):
        return "size"
    stop = bool(_STOP.match(at.tail)) or (
        q.kind == "money" and at.head.endswith("投资") and bool(INVESTS.match(at.tail))
    )
    reached = bool(_REACH.search(at.head)) or q.compared
    if q.kind == "ratio" and at.tail.startswith("建设") and not reached:
        stop = False  # 固定车位100%建设充电设施
    stop = stop or (reached and at.tail.startswith("×"))  # 分辨率小于1公里×1公里
    if (
        at.sign in ("每", "第", "前", "×")
        or _IN_ORDER.search(at.head)
        or (q.unit == "次" and _WHICH_MEETING.match(at.tail))
        or (q.unit.endswith("成") and not stop)
        or _conditional(at)
    ):
        return None
    if q.kind is None:
        return _bare(at, stop)
    if q.unit in TIME:
        if at.minimum and acted_on.lasts(at.head, at.tail, acts=_acts(at)):
            return "things"
        shortened = not q.chinese and _SHORTENED.search(at.head)  # 居民用户压缩至3个工作日
        return "end" if stop and (shortened or (reached and _SPAN_OF_TIME.search(at.head))) else None
    if q.unit in _TECHNICAL:
        return "end" if stop and _REACH.search(at.head) else None
    if q.kind == "grade":
        return "end" if stop and reached else None
    if q.chinese and _few(at, stop, reached):
        return None
    motto = q.chinese and not stop and no_counts.is_motto(int(q.value), at.tail)
    class_of = q.chinese and q.value == 1 and q.unit.startswith(("万", "亿")) and not stop
    if motto or (class_of and (q.kind == "money" or (not q.compared and not _acts(at)))):
        return None  # 万人治安, 引进亿元以上项目投资
    if stop:
        return "end" if at.head or q.compared else None
    return _before_words(at)


def _bare(at: Setting, stop: bool) -> Role | None:
    """The role of a number without a unit: 3万 before people, 达到1200."""
    q = at.quantity
    if q.unit and not at.head and not stop and at.between is None and _PEOPLE.match(at.tail):
        return "things"  # 1.2亿农村人口受益
    if q.unit and (_PEOPLE.match(at.tail) if not stop else _COUNT_NAMED.search(at.head)):
        return "end" if stop else "things" if _acts(at) or _acts_on(at) else None
    told = at.head.endswith(("占", "率", "数")) and not q.unit and not q.compared
    reached = _REACH.search(at.head) or (q.unit and q.compared)  # 超过五千亿
    return "end" if stop and reached and not told else None


def _conditional(at: Setting) -> bool:
    """Whether the number is a condition: 床位少于10张的, 每增加1人, 10户以上的村都建有书屋, 30张床位以上的养老院."""
    if (
        _describes(at)
        or (at.quantity.trail > at.quantity.end and no_counts.bounds(at.tail))
        or at.tail == "的"
        or no_counts.supposes(at.head, at.tail)
    ):
        return True
    behind = at.quantity.trail > at.quantity.end
    if at.inside and at.quantity.kind != "ratio":
        return True
    return behind and (not at.head or no_counts.and_those(at.head)) and bool(_ALL_OF_THEM.match(at.tail))


def _describes(at: Setting) -> bool:
    """Whether a measure says which of the things counted next are meant: 年产值超5亿元、带动力强的合作社3家."""
    if not at.counted or not at.between or at.quantity.kind not in ("money", "measure", "ratio"):
        return False
    if at.between.startswith("的") and (at.quantity.compared or at.quantity.kind != "ratio"):
        return True  # 打造规模200亩以上的示范园8个, 面积不少于300平方米的食堂20个
    return at.quantity.compared and bool(_AND_SUCH.fullmatch(at.between))


def _before_words(at: Setting) -> Role | None:  # noqa: PLR0911 - one return for each case
    """The role of a number that words follow."""
    q = at.quantity
    action = _acts(at)
    if q.kind == "counter":
        return _counted(at, action)
    if q.kind == "ratio":
        if _of_a_class(at):
            return None
        held = _RATE.search(at.head) or (q.trail > q.end and at.tail.startswith("的企业"))
        return None if held and not action else "part"
    if _SIZED.search(at.head) and at.tail.startswith("的"):
        return "part"  # 设立规模10亿元的基金
    least = at.minimum and action and not at.counted and at.tail.startswith("的")  # 建设不低于10万平方米的体育公园
    if no_counts.names_a_works(q.unit, at.tail) or no_counts.names_a_machine(q.unit, at.head, at.tail):
        return None
    if q.kind == "measure" and (least or (_AROUND_ALL.fullmatch(at.head) and _TO_BE_BUILT.match(at.tail))):
        return "things"
    if q.kind in ("measure", "money") and acted_on.attains(at.head, at.tail):
        return "things"  # 形成10万吨的处理能力
    listed = action and at.between is not None and _NEXT_IN_LIST.search(at.between)
    threshold = (
        (at.counted and not listed)
        or at.tail.startswith(("的", "级", "及"))
        or (q.trail > q.end and q.unit.partition("/")[0] in _CAPACITY)
        or _DESCRIBED.match(at.head)  # 聚焦发展120平方公里核心区域
    )
    done = q.trail == q.end and WHOLE.match(names.without_years(at.head).strip("，度")) and acted_on.completed(at.tail)
    return "things" if (action or done or at.head.endswith(_HANDLED)) and not threshold else None


def _of_a_class(at: Setting) -> bool:
    """Whether a number says which things are meant: 对含硫量大于3.5%的烟气采取…."""
    return at.quantity.compared and at.tail.startswith("的") and bool(_MEASURE_OF_ONE.search(at.head))


def _acts(at: Setting) -> bool:
    if (
        names.ACTION_BEFORE.search(_OF_ALL.sub("", at.head))
        or names.JOINED_DOING.search(at.head)
        or _LISTED.match(at.head)
        or acted_on.TURNS_OUT.search(at.head)
    ):
        return True
    q = at.quantity
    if examples.some_named(at.head, at.tail, int(q.value)):
        return True
    if not acted_on.opens(at.head):
        return False
    if _as_many(at.head, q):
        return True  # 形成了水产、蔬菜、花卉3个产业
    plain = not q.chinese and q.trail == q.end
    return plain and (acted_on.amid(at.head, at.tail) or (q.kind == "counter" and acted_on.goes_on(at.head)))


def _acts_on(at: Setting) -> bool:
    """Whether a verb of change stands before: 提升5万农村人口饮水质量, 带动3000多万农民增收."""
    return bool(_CHANGES.search(at.head))


def _then_named(at: Setting) -> bool:  # noqa: PLR0911 - one return for each case
    """Whether a number only counts what is named beside it: 开展4个专项行动：…, 清河、净滩等4项工程."""
    if at.quantity.kind == "counter" and examples.only_named(at.head, at.tail, int(at.quantity.value)):
        return True
    if at.quantity.kind != "counter" or (at.between is not None and not _CLASS_OF_INDUSTRY.match(at.tail)):
        return False
    if examples.within_works(at.head, at.tail):
        return True
    if not at.named and examples.some_named(at.head, at.tail, int(at.quantity.value)):
        return False
    if _REST_OF_NAMED.search(at.head) and not names.ACTION_BEFORE.search(at.head):
        return True
    if _CLASS_OF_INDUSTRY.match(at.tail) and at.head.endswith("等") and not acted_on.opens(at.head):
        listed = at.head.removeprefix("以及").count("、") + 1
        if listed >= at.quantity.value or _REPRESENTED.search(at.head):
            return True
    if _CLASS_OF_INDUSTRY.match(at.tail) and _DEVELOPS.search(at.head):
        return at.head.endswith("等") or "、" in at.head
    if at.named:
        return True
    return bool(_PROGRAMME.match(at.tail)) and (at.head.endswith("等") or _names_them(at.head, at.quantity))


def _names_them(head: str, q: Quantity) -> bool:
    return _as_many(head, q) or (head.endswith("”") and head.count("“") == q.value)


def _few(at: Setting, stop: bool, reached: bool) -> bool:
    """Whether one to nine in Chinese numerals is a manner of speaking: 三个阶段, 一个窗口, 两个循环."""
    q = at.quantity
    if q.value >= 10 or q.kind == "ratio" or q.unit.startswith(("万", "亿")):
        return False
    if q.value == 1 and q.unit in ("人", "名") and not _PER_HEAD.search(at.head):
        return True  # 至少一人实现就业
    if q.value == 1 and q.comparator == "=":
        one_built = q.unit in ("座", "所") and _BUILT.search(at.head) and _BUILDING.fullmatch(at.tail)
        return not one_built and not _PER_HEAD.search(at.head)
    if names.NO_FIGURE.match(at.tail) or names.NO_FEW.match(at.tail):
        return True
    named = (
        at.head.endswith("”")
        or not at.head
        or (lists(at.head, q) and bool(LAND.match(at.tail)))
        or bool(names.ACTION_BEFORE.search(at.head))
    )
    return not reached if stop else not (named or q.compared)


def _counted(at: Setting, action: bool) -> Role | None:  # noqa: PLR0911, PLR0912 - one return for each case
    q = at.quantity
    if acted_on.troubled(at.head, at.tail) or (not at.counted and acted_on.tried_at(at.head, at.tail)):
        return "things"
    if no_counts.arranges(at.head) or no_counts.addressed(at.head, at.tail) or _is_no_count(at, action):
        return None
    manner = names.NO_THINGS.match(at.tail) and not (q.value >= _MANY and action and _STEPS.match(at.tail))
    if at.tail.startswith(("以上", "级", "百分点")) or manner or _GIVEN_OUT.match(at.tail):
        return None
    if not at.head and at.between and _SAYS_WHICH.match(at.between):
        return None  # 24处实施改造的灌区可新增灌溉面积8万亩
    if _AROUND.match(at.head) and not action and not q.compared:
        return None  # 围绕八条重点产业链, 聚焦“双碳”等5个主题
    if (lists(at.head, q) and LAND.match(at.tail) and not _AMID.match(at.head)) or holds(at):
        return "things"
    if q.value == 1 and not action and at.head and at.between is None and not q.compared:
        return None  # 指定1名联络员
    if at.between == "" and at.head and not action and not q.chinese:
        return "end"  # 达到11类37项, 抢险队3支150人
    if not action and at.head and at.tail.startswith("的"):
        return None  # 对收住人数少于10人的养老院
    if (
        not action
        and at.between
        and not at.counted
        and WHOLE.match(at.head.strip("-—，"))
        and _DONE_TO.search(at.between)
    ):
        return None  # 60个黑点消除75%以上
    threshold = q.trail > q.end or at.tail.startswith("的") or (at.between and _REACH.search(at.between))
    if at.counted and at.between and (q.trail > q.end or q.maximum) and _ONE_NOUN.match(at.between):
        return None  # 新建50只以上养殖户47个
    if not action and at.between is not None and threshold:
        return None  # 50户以上的村通路率达到100%
    if at.head.endswith("等") and not _AMID.search(at.head) and at.between is None and DID.match(at.tail):
        return "things"  # 教育、民政等20个部门出台规定
    if at.head.startswith(("对", "将")) and "进行" in at.tail:
        return "things"  # 对临河街、北新路等25条小巷进行整治
    if at.head.endswith("等") and not action and (_AMID.search(at.head) or not names.ACTION_AHEAD.search(at.head)):
        return None  # 青岚、临江等8个县
    return "things" if action or not at.head or at.between is None or q.compared else None


def _is_no_count(at: Setting, action: bool) -> bool:
    """Whether a number counts parts of some work, those who do it, or what is being built already."""
    q = at.quantity
    many = q.value >= _MANY and action and q.unit != "条" and _STEPS.match(at.tail)  # 出台46项改革举措
    if (not many and no_counts.parts_of_work(q.unit, at.tail)) or no_counts.takes_part(q.unit, at.head):
        return True
    return at.tail.startswith("在建") or (lists(at.head, q) and no_counts.named_places(at.tail))


def lists(head: str, q: Quantity) -> bool:
    """Whether as many names stand before a number as it says: 青岚、临江 before 2个."""
    return _as_many(head, q) and not names.ACTION_AHEAD.match(head)


def _as_many(head: str, q: Quantity) -> bool:
    named = re.split(r"、|和|及|与|(?<=”)(?=“)", head.strip("，"))
    return len(named) == q.value and q.value > 1 and all(named)


def holds(at: Setting) -> bool:
    """Whether a counted number opens its clause as the subject of another one: 全市26家园区贡献了八成产值."""
    whole = at.quantity.kind == "counter" and not at.quantity.chinese
    return whole and bool(WHOLE.match(at.head)) and at.between is not None and bool(HOLD.match(at.between))


def unsaid(at: Setting) -> bool:
    """Whether a number that is no figure may yet be one: it has a unit, and is none of the kinds that never are.

    Those are spans of time, ages and grades, ordinals, few things in Chinese numerals, areas of work, sizes that name
    a thing, thresholds and conditions.
    """
    q = at.quantity
    if q.unit in TIME:
        return bool(_SHORTENED.search(at.head)) and not q.chinese
    if q.kind is None or q.kind == "grade" or q.unit in _TECHNICAL or (q.chinese and q.value < 10):
        return False
    if at.sign in ("每", "第", "前", "×") or _IN_ORDER.search(at.head) or _conditional(at) or _then_named(at):
        return False
    if at.tail.startswith(("的", "级", "以上", "及")) or q.trail > q.end or names.NO_THINGS.match(at.tail):
        return False  # 年收入5亿元以上企业, 50户的村
    threshold = at.between is not None and bool(_REACH.search(at.between))
    threshold = threshold or no_counts.tells_a_kind(q, at.tail) or no_counts.names_one(at)
    return not (at.counted and q.kind != "counter") and not threshold
