"""What a clause leaves to the next one, and the indicator of a number with what its own clause leaves out."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.bare_verbs import rate_of_deed
from guitu.extract.figures.names.bearers import bare as is_bare
from guitu.extract.figures.names.bearers import bearer, of_this
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.clause_objects import LONGEST_OBJECT, WORKS, deed_of, object_of
from guitu.extract.figures.names.part_areas import PLACE_ENDS, is_part, is_place
from guitu.extract.figures.names.programmes import worked_on
from guitu.extract.figures.names.trades import deed_on, measure_of
from guitu.extract.figures.names.wholes import is_size, without_size
from guitu.extract.figures.names.works_named import owner, size_of
from guitu.ontology.figure_words import any_of

SCALES = "万亿"  # 8000户 and 1.2万户 count alike
_INNER_VERB = re.compile(r"^(?:超过?|突破|大于|拥有|具有|具备|达到|获得|取得|持有)")
_SUBJECT_OF_TREND = re.compile(
    r"^(.{2,18}?)(?:成为|跃升为|跃居|[跨迈站跃再][上越过]|保持|逆势|企稳|连年|持续|不断|明显|显著|进一步|稳步|全面|基本|大幅|快速|加快|继续|健康|平稳|稳定|巩固|有所|逐步|逐年)"
)
TRADE = re.compile(r"(?:业|经济|贸易|事业|制造|物流|旅游|电商)$")
_PER = re.compile(
    r"每[^，、]{1,8}?(?:人口|人|平方公里|名(?:老年人|儿童|学生|残疾人)|户居民)(?:拥有)?"
)  # 每千人口拥有医师3人、护士4人
_RATE_END = re.compile(r"(?:率|比重|比例|占比|份额|水平|占|增长|提高|提升|下降|降低)$")
# those who can have staff, sales, costs: 合作社达到50家，从业人数达到2万人
_HOLDERS = re.compile(r"(?:企业|机构|单位|主体|合作社|农场|园区|平台|学校|医院)(?:数量|总数|总量|数)?$")
_HOLDERS_COUNT = re.compile(r"(?:数量|总数|总量|数)$")
_SHORT_PART = 3  # characters
_SELF_NAMING = ("所", "家", "座", "条", "艘", "辆", "台", "名", "支", "幢")  # of parts that are things themselves
_PLACE_PARTS = (*PLACE_ENDS, "城", "农村", "内", "外")
_ONLY = re.compile("^[仅只](?=[一-鿿]{2})")
_OWNED = re.compile("[公民]办|社会办|[公私]立|[民国]营|国有|外资|[省市县区]属")  # whose a thing is, no thing itself
_MEASURE_WORD = re.compile("(?:率|量|额|数|值|面积|收入|里程|规模|比重|占比|占|人口)$")
_OF_SIZE = re.compile(r"(?:超过?|突破|达到?|过)\d{1,6}(?:\.\d{1,3})?[十百千万亿]{0,3}元(?:以上)?")
_INVESTED = re.compile("^(?:新增|完成)?投资$")
_LEVEL = re.compile(r"[十百千]?[万亿]级|[十百千]亿级|[十百千]?[万亿]元(?=[一-鿿])(?!以)")
_ALL_OF_AREA = re.compile(r"^(?:全(?:省|市|县|区|国|州|旗|镇)|市区|城区)")
_GRADE_ALONE = re.compile(r"^(?:国家|部|省|市|州|县|区|乡|镇|村)级$")
_GRADE_AHEAD = re.compile("(?:国家|部|省|市|州|县|区|乡|镇|村)级(?:及?以上)?|^国家")
_STATE = re.compile("(?:签约|开工|完工|竣工|投用|投产|投运|交付|入住|封顶|通车|达产)$")
# 产值1000万元以上的企业30家、500万元以上的50家
_BOUND = re.compile(r"\d[\d.]{0,8}[百千万亿]{0,2}(?:元|亩|人|吨|张|头|平方米|公里)以上")
_LETTERS_ALONE = re.compile("[1-5]A级?$")  # A级景区120家，其中5A级3家
_GRADED_PART = re.compile("(?:[1-5]?A|[A-E]|[一二三四五]星|[甲乙丙]|[一二三])级(?P<noun>[一-鿿]{2,6})")
_LETTERS_AHEAD = re.compile("(?:[1-5]?A级|[1-5]A)(?:及?以上)?")
_YIELDS = ("产量", "总产量", "总产", "存栏", "出栏")  # of what grows: 蔬菜连年增收，产量达到…
_SOWN = re.compile("(?<=[一-鿿]{2})(?:种植|播种|栽培|养殖)(?:总?面积)?$")
_ATTENDED = re.compile("(?:受训|参训|参[加与会]|受益|受教育|参赛|观演|到场|服务|惠及)(?:总?人数|总?人次|群众|师生)")
_COUNT_AT_END = re.compile(r"\d[\d.]{0,8}[^\d]{0,4}$")
_TIMES_OF = ("是", "相当于", "为")
_HERD = re.compile("(?:全?年)?(?:出栏|存栏|饲养|屠宰)([一-鿿]{1,6})")
_HERDS = re.compile("(?:年末?|期末|全年)?(?:出栏|存栏|饲养)量?")
_STEM_LENGTH = 4  # characters of a measure that may stand for a longer one
_OF_TASK = re.compile(
    r"(?:占|完成)?(?:全年|年度|年初|年|[省市州县]|上级|下达)*(?:目标|计划|考核){0,2}(?:任务|计划|目标)(?:总?数|总?量)?(?:\d[\d.]{0,8}[^\d，。；]{1,4})?"
)
_TASK = re.compile("(?:目标|计划|考核)*(?:任务|指标)$")
_GROWTH = ("增幅", "增速", "增长率", "涨幅")
_GROWS = ("投资", "收入", "产值", "增加值", "产量", "销售额", "零售额", "出口额", "交易额")
_AVERAGE = re.compile(  # 远低于全国平均50%的水平: the value of the whole, not of what is spoken of
    r"^(?:远|均|略|稍|大幅|明显|显著)*(?:低于|高于|超过|优于|好于)(?P<whole>(?:同期)?[全我本世][国省市县州区界](?:同期)?平均)(?:水平)?$"
)
_COMPARED = re.compile(
    r"^(?:远|均|略|稍|大幅|明显|显著)*(?:低于|高于|优于|好于)(?P<whole>[全我本世][国省市县州区界](?!平均)[^，]{2,20})$"
)
_MEASURE_OF_PLACE = re.compile("(?<=[一-鿿]{2})(?:面积|里程|人口|人数|数量|总数|总量)$")
_CLASS = re.compile(
    r"劣?[ⅠⅡⅢⅣⅤA-E一二三四五六](?:[—–~至-]{1,2}[ⅠⅡⅢⅣⅤA-E一二三四五六])?[类级等](?:以上|以下)?(?P<measure>[一-鿿]{0,4}(?:比例|占比|比重|率))"
)
_CLASS_AT_END = re.compile(rf"(?:{_CLASS.pattern}|优良(?P<plain>比例|占比|率))$")
# 年均增加造林面积: what grows is named
_GROWN_THING = re.compile(
    "(?:(?:年均|每年|年平均|平均每年)(?=新增|增加|减少|净增|增长)|再?(?=净增|增加|减少))"
    "(?P<verb>新增|增加|减少|净增|增长)(?![值额到至率幅速为了约近超])(?P<what>[一-鿿“][一-鿿A-Za-z0-9、和“”]{1,24})"
)
_PART_OF_YEAR = re.compile("第?[一二三四]季度|前三季度|[上下]半年|全年|年底")
_OF_WORKS = re.compile("[^，；。]{0,20}(?:项目|工程)")
_PER_ALONE = re.compile("每[百千万十]{1,2}(?:人口?|名?(?:老年人|儿童|学生))$")
_PER_SAID = re.compile("[一-鿿]{0,8}?每[百千万十]{1,2}(?:人口?|名?(?:老年人|儿童|学生))")
_STEM = re.compile(r"^([一-鿿]{2})率$")
_TOTAL_VERB = re.compile(r"^累计(?:培育|培养|引进|引育|孵化|招引|认定|新增|培训|支持|服务)|^年(?:推广|繁育)")
_TOTAL = re.compile("总[数量额]|总金额|总人数|总户数")
_SIZE = re.compile("(?:总规模|规模|总数量?|总量|数量)")  # of things counted before in the same unit
_SIZED = re.compile(r"(?:超过?|突破|达到?|过)\d{0,6}[十百千万亿]{0,3}元")
_SHARE_OF_THOSE = re.compile("的占$")
_SPREAD = re.compile(rf"^(?:每年|年均|累计)?({any_of('spread')}+)(?=[一-鿿“]{{2}})")
_FREQUENCY = re.compile(r"^(?:每年|年均|每月|全年|累计)")
# what was spent on projects: 年内完成投资300亿元
_SPENT = re.compile(
    "(?P<when>年内|年度|全年|当年|累计|计划|预计|力争)?(?:完成投资|投资完成|(?<=年度)投资)额?(?:达到?|为|超过?|突破)?$"
)
_SPENT_ENDS = ("投资", "完成", "额", "达", "到", "为", "超", "过", "突破")
_STRIVEN = re.compile("力争|预计")
_WHEN_SPENT = re.compile("年内|年度|全年|当年|累计|计划|预计|力争|年内力争")
_REACHED = re.compile(
    "覆盖(?:居民|群众|人口|农户|村民|家庭)|(?:惠及|受益|受惠)(?:居民|群众|人口|农户|村民|职工|学生|老年人|市民|百姓|家庭)?(?:户数|人数|人口)?"
)
_RAISED = re.compile(
    "(?:提高|提升|降低|压减|缩短|扩大|增加(?!值)|减少)(?P<what>(?!了|到|至)[一-鿿A-Za-z0-9“”]{2,30}?(?:率|比例|占比|比重|水平|面积|规模|时间|时长|里程|能力|浓度|强度))"
)
# 其中市本级增长10%, of the revenue before
_OF_LEVEL = re.compile(
    "(?P<area>[省市县区乡镇]本?级|地方级)(?P<change>(?:同比|年均)?(?:增长|提高|下降|降低|减少|增加))"
)


def measured(head: str, carry: Carry, unit: str = "") -> str:
    """The indicator of a number at the end of its clause, with what it leaves out taken from the clauses before."""
    name, unit = names.subject(head), unit.lstrip(SCALES) or unit
    if not head and carry.unit and carry.unit != unit and not unit.endswith("%"):
        return carry.last  # 抢险队3支150人
    if not name and carry.base and carry.unit == unit:
        return _of_other_part(head, carry.base)  # 到2027年床位数达到5张，到2030年达到6张
    name = _part(name, head, carry, unit) or _cost(head, carry) or benefit(_full_name(head, carry, unit), carry)
    carry.holders = _HOLDERS_COUNT.sub("", name) if _HOLDERS.search(name) and not unit.endswith("%") else carry.holders
    carry.measure(name, unit)
    return name


def _of_other_part(head: str, base: str) -> str:
    """The indicator of a part of the year, for the one before: 上半年开工率 after 一季度开工率达到60%."""
    own, said = _PART_OF_YEAR.search(head), _PART_OF_YEAR.match(base)
    return own[0] + base[said.end() :] if own and said else base


def _cost(head: str, carry: Carry) -> str:
    """The money spent on the projects of the words before: 重点项目完成投资; "" for another measure."""
    spent = _SPENT.search(head) if head.endswith(_SPENT_ENDS) else None
    if spent is None:
        return ""
    own = names.tidy(names.without_years(head[: spent.start()]))
    if own and not (alone := _WHEN_SPENT.fullmatch(own)):
        return ""
    found = next((works for said in (*reversed(carry.said), carry.before) if (works := WORKS.match(said))), None)
    when = _STRIVEN.sub("", own if own and alone else spent["when"] or "")
    return f"{found['what'] if found else ''}{when}{'完成' if '完成' in spent[0] else ''}投资"


def benefit(name: str, carry: Carry) -> str:
    """Those whom something reaches with what reaches them: 老旧小区改造惠及居民; any other name as it is."""
    if not carry.last or not _REACHED.fullmatch(name):
        return name
    if len({names.without_doing(level_name) for level_name in map(names.level_of, carry.said)}) > 1:
        return name  # of several works nobody says which of them reaches whom
    by = names.without_doing(without_size(carry.last))
    return by + name if len(by) <= LONGEST_OBJECT and not _REACHED.search(by) else name


def _full_name(head: str, carry: Carry, unit: str) -> str:  # noqa: PLR0911, PLR0912 - one return for each kind of ellipsis
    name = names.subject(head)
    inner = head.lstrip("，、；：").startswith("其中")
    if done := deed_on(head, unit, carry.trade, carry.last):
        return done  # 海上风电 above 开工20万千瓦、建成并网10万千瓦
    sized = _OF_SIZE.match(name) if _SIZED.search(carry.last) else None
    if (inner or _OF_SIZE.fullmatch(name) or sized) and (found := _inner(name, carry)):
        return found
    if carry.last.startswith(name) and names.BUILD_ALONE.fullmatch(name):
        return carry.last
    if names.BUILD_ALONE.fullmatch(name) and not carry.last and (made := object_of(carry.clause)):
        return made if (worked := worked_on(made)) == made else name + worked
    alone = names.VERB_ALONE.fullmatch(name) and not names.BARE_MEASURE.match(name)
    alone = alone and not names.CHANGE.search(name)
    if alone and carry.last and carry.unit == unit and not carry.last.startswith(name):
        return name + names.without_doing(carry.last)  # 抢救古树60株、复壮30株
    if alone and not carry.last and (done := deed_of(carry.clause)):  # 农村学校实施改厕，计划安排200所
        return _remembered(head, done, carry)
    if _SIZE.fullmatch(name) and carry.base and unit and unit in (carry.counts, carry.unit):
        return names.without_doing(carry.base) + name  # 新建停靠点30个，总规模达到80个
    if is_size(name) and name not in _YIELDS and (whole := size_of(name, carry)):
        return whole  # 新建孵化器5家，面积20万平方米
    if _TOTAL.fullmatch(name) and carry.base:  # 新增企业500家，总数达到2000家
        return names.without_doing(carry.base) + name
    if (bare := _FREQUENCY.sub("", name)) in ("", *names.KEPT) and (done := object_of(carry.clause)):
        return done if done.endswith(bare) else worked_on(done) + bare
    if (of := _RATE_OF_NOUN.fullmatch(name)) and (whole := _in_full(of["noun"], carry.before)):
        return whole + name  # 养老服务体系健全，服务覆盖率达到90%
    deed = rate_of_deed(name, carry.before, carry.last) if name.endswith("率") else ""
    if found := _by_the_last(name, carry, unit) or deed:
        return found
    if raised := _RAISED.fullmatch(name):  # 提高机顶盒占比至75%
        return _remembered(head, raised["what"], carry)
    if (share := _OF_LEVEL.fullmatch(name)) and inner and carry.base and share["area"] not in carry.base:
        return share["area"] + _ALL_OF_AREA.sub("", carry.base) + share["change"]
    if grown := _GROWN_THING.fullmatch(name):
        return _remembered(head, name[grown.start("verb") :], carry)
    if (stem := names.level_of(name)) and len(stem) <= _STEM_LENGTH and (whose := _trend_of(stem, carry)):
        return _remembered(head, whose + name, carry)  # 油茶单产稳步提高，单产提升4%
    if unit == "%" and carry.base and _OF_TASK.fullmatch(name):
        plan = _COUNT_AT_END.sub("", name)
        return carry.base + (plan if plan.startswith("占") else "完成" + plan)  # 完成年度任务80亿元的46%
    if unit.endswith("倍") and carry.base and name.startswith(_TIMES_OF):
        return carry.base + name  # 生产总值49亿元，是2010年的1.7倍
    if (herd := _HERD.fullmatch(carry.last)) and _HERDS.fullmatch(name):
        return _remembered(head, herd[1] + name, carry)  # 年出栏生猪31万头，存栏12万头
    if of_it := of_this(name, carry.before) or measure_of(name, carry.trade):
        return _remembered(head, of_it, carry)
    if is_bare(names.level_of(name) or name) and carry.before == carry.clause and (whose := bearer(carry.clause)):
        return _remembered(head, whose + name, carry)
    if names.ACTED_ON.fullmatch(name):
        return _remembered(head, name, carry)
    if not name and unit == "%" and carry.rate and carry.before == carry.clause:
        return _remembered("", carry.rate, carry)  # 过夜游客占比偏低，2025年仅为12%
    if not name or names.ELIDED.match(name):
        return _elided(name, carry, unit)
    if (per := _PER_ALONE.search(name)) and (said := _PER_SAID.match(carry.last)) and per[0] in said[0]:
        return name + carry.last[said.end() :]  # 每万人拥有球场1块，山区每万人达到2块
    if name.startswith(("拥有", "占据", "占有")) and carry.clause:
        return _subject_before(carry) + name
    if unit == "%" and carry.rate and not _RATE_END.search(name) and names.level_of(name) in ("", name):
        place = _ONLY.sub("", name)
        if not carry.judged or "其中" in head or is_place(place) or place.endswith(_PLACE_PARTS):
            return _remembered("", place + carry.rate, carry)
    if carry.unit == unit and is_part(name, carry.last, unit) and not names.BARE_MEASURE.match(name):
        carry.whole = carry.whole or _ALL_OF_AREA.sub("", carry.last)
        return name + carry.whole
    level, series = _LEVEL.match(name), _LEVEL.search(carry.last)
    if level and series and series.start():
        return carry.last[: series.start()] + name
    name = _SHARE_OF_THOSE.sub("占比", name)  # 得到保护的占90%
    if name.endswith("占") and "占" in carry.last:  # 甲占全国份额的5%，乙占3%
        name = name[:-1] + carry.last[carry.last.index("占") :]
    elif names.BARE_MEASURE.match(names.level_of(name) or name):
        name = _owner(name, carry) + name
    return _remembered(head, name, carry)


def _by_the_last(name: str, carry: Carry, unit: str) -> str:  # noqa: PLR0911, PLR0912 - one return for each kind
    """The name of a grade, an average or a rate that leaves out what the last indicator says; "" for another."""
    part, whole = _CLASS.fullmatch(name), _CLASS_AT_END.search(carry.last)
    if part and whole and whole.start() and whole["measure"] == part["measure"]:
        return carry.last[: whole.start()] + name  # 断面Ⅰ—Ⅲ类比例达到80%，劣Ⅴ类比例降到1%
    if _INVESTED.match(name) and carry.last.endswith(("新增", "新增装机")):
        return carry.last.removesuffix("装机").removesuffix("新增") + name  # 风电新增90万千瓦，新增投资50亿元
    if grade := _GRADE_ALONE.match(name):  # 国家级示范县4个、省级8个
        if _GRADE_AHEAD.search(carry.last):
            return _GRADE_AHEAD.sub(grade[0], carry.last, count=1)
        return (
            grade[0] + _ALL_OF_AREA.sub("", names.without_doing(carry.last))
            if unit == carry.unit and carry.last
            else ""
        )
    if _ATTENDED.fullmatch(name) and carry.last:
        return names.without_doing(carry.last) + name  # 组织防溺水演练50场，参训人数达到2000人
    if _STATE.fullmatch(name) and carry.unit == unit and carry.last:
        works = _STATE.sub("", names.without_doing(carry.last)) or object_of(carry.clause)
        return (works if len(works) > 1 else object_of(carry.clause)) + name  # 加装电梯签约300台、完工200台
    if _BOUND.fullmatch(name) and _BOUND.search(carry.last):
        return _BOUND.sub(name, carry.last, count=1)
    if _LETTERS_ALONE.match(name) and _LETTERS_AHEAD.search(carry.last):
        return _LETTERS_AHEAD.sub(name, carry.last, count=1)
    if average := _AVERAGE.match(name):
        return average["whole"] + _without_bearer(carry) if carry.base and not unit.endswith("百分点") else ""
    if compared := _COMPARED.match(name):
        return compared["whole"]
    if (stem := _STEM.match(name)) and stem[1] in carry.last and names.BARE_RATE.match(name):
        return carry.last[: carry.last.index(stem[1])] + name  # 广播覆盖人口30万人，覆盖率96%
    if name in ("完成率", "任务完成率") and carry.base:
        return _TASK.sub("", carry.base) + "完成率"  # 改厕任务3万座，完成率101%
    if name in _GROWTH and carry.last.endswith(_GROWS):
        return carry.last + name  # 项目完成投资14亿元，增幅达40%
    if names.BARE_RATE.match(name) and carry.last and (owner := _MEASURE_OF_PLACE.sub("", carry.last)) != carry.last:
        return owner + name  # 林网面积30万亩，控制率90%
    return ""


def _remembered(head: str, name: str, carry: Carry) -> str:
    if head.startswith("、") and not name.startswith("每"):
        if per := _PER.match(carry.last):
            name = per[0] + name
        elif carry.total and not names.ACTION_AHEAD.match(name) and not _MEASURE_WORD.search(name):
            name = carry.total + name
        elif carry.spread and not names.ACTION_AHEAD.match(name):
            name = carry.spread + name
    spread = _SPREAD.match(name)
    carry.spread = spread[1] if spread else ""
    total = _TOTAL_VERB.match(name)
    carry.total = total[0] if total else ""
    if carry.aspect and "领域" in name and not name.startswith(carry.aspect):
        name = carry.aspect + name
    level = names.level_of(name) or name
    carry.base = level
    carry.share = name if not names.CHANGE.search(name) else ""
    whose = "" if name.endswith("投资") else names.topic_of(name) or names.topic_of(level)
    carry.topic = names.without_doing(whose) or carry.topic
    return name


def _part(name: str, head: str, carry: Carry, unit: str) -> str:
    """The name of a short part of what was counted: 小学新增学位 of 新增学位3000个，其中小学2000个、初中1000个."""
    short = 1 < len(name) <= _SHORT_PART and not _MEASURE_WORD.search(name) and not _INNER_VERB.match(name)
    goes_on = head.startswith("、") or (short and carry.unit == unit and head == name)
    if head.lstrip("，、；：").startswith("其中") or carry.before.strip("，：") == "其中":
        if carry.unit != unit and is_place(name):  # 种植9万亩、产量3万吨，其中东桥县4万亩
            carry.last, carry.unit = carry.by_unit.get(unit, ""), unit
        carry.whole = _ALL_OF_AREA.sub("", carry.last)
    elif not goes_on:
        carry.whole = ""
    thing = not name.endswith(_PLACE_PARTS) and not _OWNED.fullmatch(name)
    itself = unit.endswith(_SELF_NAMING) and thing  # 新建学校12所，其中小学8所
    itself = itself or name[-1:] == carry.whole[-1:]  # 新增特色产业90亩，其中果业40亩
    return name + carry.whole if carry.whole and carry.unit == unit and short and not itself else ""


def _inner(name: str, carry: Carry) -> str:
    """The name of a part of what was said last: 其中超100家, 其中廉租房占20%."""
    if not carry.last:
        return ""
    if verb := _INNER_VERB.match(name):
        at = max(carry.last.find(verb[0]), carry.last.find(verb[0][0]))
        return carry.last[:at] + name if at > 0 else ""
    graded = _GRADED_PART.fullmatch(name)
    if graded and carry.last.endswith(graded["noun"]) and carry.last != graded["noun"]:
        return carry.last.removesuffix(graded["noun"]) + name  # 网络货运企业200家，其中A级企业20家
    if len(name) > 2 and name.endswith("占") and "占" not in carry.last:
        return f"{names.without_doing(carry.last)}中{name}比"
    return ""


def _elided(name: str, carry: Carry, unit: str) -> str:
    base = (carry.share if unit.endswith("百分点") else "") or carry.base
    if not name and (told := _told_of(carry)):
        base = told  # 产量60万吨，安全利用率稳步提升，达到93%
    base = base or _subject_before(carry) or (carry.topic if name else object_of(carry.clause))
    if name == "占" or (name.endswith("占") and len(name) > 1):
        return name
    if name.startswith("均") and carry.names:
        base = "、".join(carry.names)  # 甲、乙分别降到3和4，均比2020年下降
    if base and name.startswith("占"):
        carry.share = base + name
    carry.base = carry.base or base  # for 占全国8%, clauses after 旅游收入稳步增长，年均增长5%
    return base + name if base else ""


def _told_of(carry: Carry) -> str:
    """The measure of which the clause right before tells a trend, with the level in the next one; "" for another."""
    trend = _SUBJECT_OF_TREND.match(names.tidy(carry.clause)) if carry.before == carry.clause else None
    return trend[1] if trend and _MEASURE_WORD.search(trend[1]) else ""


def _trend_of(level: str, carry: Carry) -> str:
    """Whose measure the clause before tells a trend of, where this one names the measure alone; "" for another."""
    trend = _SUBJECT_OF_TREND.match(names.tidy(carry.clause)) if carry.before == carry.clause else None
    at = trend[1].find(level) if trend else -1
    return trend[1][:at] if trend and at > 1 else ""


def _without_bearer(carry: Carry) -> str:
    """The measure alone: 城镇化率 of 全县城镇化率."""
    return _ALL_OF_AREA.sub("", carry.base)


def _owner(name: str, carry: Carry) -> str:
    """Whose measure a bare measure is: of those counted last, of the trade of the clause before, else of the topic."""
    trend = _SUBJECT_OF_TREND.match(names.tidy(carry.clause))
    if name.startswith("总投资") and (works := next((s for s in carry.said if _OF_WORKS.fullmatch(s)), "")):
        return works  # 规划项目30个，其中水利项目9个，总投资50亿元
    if carry.holders and carry.holders == carry.last:
        return carry.holders
    if name in _YIELDS and (sown := _SOWN.search(carry.last)):
        return carry.last[: sown.start()]  # 高粱种植150万亩、产量45万吨
    if (scheme := object_of(carry.clause)).endswith("制度"):
        return scheme.removesuffix("制度")
    of_it = trend is not None and (TRADE.search(trend[1]) or name in _YIELDS)
    whose = owner(name, carry.works) or carry.firm or carry.trade or ("" if name.endswith("总投资") else carry.topic)
    return trend[1] if trend and of_it else whose


def _subject_before(carry: Carry) -> str:
    """The subject of the clause before: of a trend (旅游业持续壮大), else its last noun phrase."""
    if trend := _SUBJECT_OF_TREND.match(names.tidy(carry.clause)):
        return trend[1]
    return re.split(r"[的、]|等", carry.clause)[-1] if "的" in carry.clause else ""


_RATE_OF_NOUN = re.compile(rf"(?P<noun>[一-鿿]{{2}})(?:{any_of('rate')}|[一-鿿]{{2}}(?:比例|率))")


# 健全养老服务体系, 交接断面水质改善: a noun with what stands before it, as the subject or the object of a clause
_WHOLE_NOUN = re.compile(
    rf"(?:{any_of('build', 'act')}|加快|全面|健全|加强|强化|推行){{0,4}}(?P<whole>[^，；。：、的和与及\d]{{2,12}}?)"
)
_SIDE_OF_NOUN = re.compile(
    r"(?:体系|机制|网络|制度|设施|能力|供给|保障|工作|质量|监测|管理|考核|级别|状况)[^，；。：\d]{0,10}，?$"
)


def _in_full(noun: str, clause: str) -> str:
    """What stands before a noun of a clause that names it once in full: 养老 of 健全养老服务体系."""
    at = clause.find(noun)
    if at < 0 or clause.count(noun) != 1 or not _SIDE_OF_NOUN.match(clause, at + len(noun)):
        return ""
    found = _WHOLE_NOUN.fullmatch(clause, 0, at)
    return found["whole"] if found else ""
