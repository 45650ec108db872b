"""From the words around a number to the noun phrase that it measures."""

from __future__ import annotations

import re
from functools import lru_cache

from guitu.extract.figures.names.lead_words import without_lead, without_maker
from guitu.extract.figures.numbers.quantities import compared_each
from guitu.extract.figures.years.years import year_marks
from guitu.ontology.figure_words import any_of, figure_words

# ---- words taken off ----

ACTION_BEFORE = re.compile(rf"{any_of('build', 'act')}(?:了|出|起|到|至|各|一批|共|约|近)?$")  # …培育
# 贯通并美化35公里绿道, 新创或复排60部剧目: the second verb of two need not be known
JOINED_DOING = re.compile(
    rf"(?:{any_of('build', 'act')}(?:或者|以及|[和或并及与、])|[一-鿿]{{2}}并(?!非|存|列|入))[一-鿿]{{2,4}}(?:了|出)?$"
)
ACTION_AHEAD = re.compile(any_of("build", "act"))
BUILD_LEAD = any_of("build", "act", "adverb")
AND = "和(?!谐|美[乡村家城社庭县镇]|睦|平[路区县村镇])"
"""和 that joins two names, and is no part of one: not 和美乡村."""
KEPT = figure_words()["kept"]
_BUILDERS = frozenset((*figure_words()["build"], *figure_words()["adverb"]))
_REACHERS = frozenset((*figure_words()["reach"], *(verb + to for verb in figure_words()["change"] for to in "到至在")))
_ENDS = _BUILDERS | _REACHERS
_LONGEST_END = max(map(len, _ENDS))
_OPENING = re.compile(
    rf"^(?:(?!{any_of('opening_noun')})(?:"
    r"其中|(?:台阶|大关|关口|门槛)(?=[、，和及并])|正常年景下?|建议(?=[一-鿿]{4})|(?:这?当中|这其中)(?=[一-鿿])|进一步(?=[一-鿿]{4})|具备(?![^，。；]{2,16}的)(?=[一-鿿]{4})|[今明后]明?[两二三]年(?=投资|完成|新|建|改|培)|其(?!他|它|余)|[、，；：。和及与并且而则]|以(?![^，；。]{1,16}为[^，；。]{1,6}的)|即(?!办)|以及|同时|此外|另外|约(?=占)|力争|努力|争取|确保|保证|保障|落实|(?:实行|坚持|探索在?|抓[好实紧]|做[好实优强]|[办搞]好)(?=[一-鿿“]{4})|创新(?=出台|推[出行]|实施|开展|打造|建立)|(?:坚持|探索在?)$|"
    r"目标(?:是|为)?(?=[在于](?:未来|今后)?[一二三四五六七八九十\d]{1,2}年)|推动|推进|促进|包含|包括|使得?|让|带动(?!就业|创业|增收|农户|农民|脱贫|消费|投资|社会|居民|群众)|引导|实现|完成(?!投资$)|达到(?![^，；。：\d]{2,12}的[^，；。：\d]{2,8}(?:比例|比重|占比|率|数量|面积))|(?<!项)目前|当前|全面|基本|预计|已|共|累计(?=建|新建|完成)|共计(?=[一-鿿])|"
    r"将(?!乐县|军|来)(?=[^，]{4})|我[省市县区州](?:的(?=[一-鿿]{2}))?|我国(?=[一-鿿]{4})|本[市省区县]|[本该](?:方案|规划|计划|纲要|意见|措施|办法)(?:提出|明确|要求|确定)|全部|原则上|按照?(?=每)|要求(?=[每各])|"
    r"[一二三四五六七八九十\d]{1,2}年(?:内|(?=新增|新建|改造|培训|培育|建成|引进|投入|投资|定向|培养|招聘|补充|选派|轮训))|拟(?=统筹|安排|投入|投资|新增|新建|筹集|筹措|引进|培训|培育|改造|实施|开展|完成)|规划(?=[一-鿿]{2,8}投资$)|[一二三四五六七八九十]是|到|至(?!少)|年内(?=新|建|引|完)|重点(?=扶持|引进|培训|支持|培养|建设|打造)|(?:[省市区县乡镇]、)+[省市区县乡镇村](?:[两三四]级)?|(?:今年|明年|本年度?|去年(?!同期))(?:以来|[上下]半年|第?[一二三四]季度|年?[底末]之?前?|年?[初内])?|(?:1[0-2]|[1-9])(?:[-—~至到]1?\d)?月(?:\d{1,2}日)?(?:份|[底末初]|[上中下]旬)?(?:之?前|以?前)?|[上下]半年|年底前?|年末|期末|——|-{1,2}(?=[一-鿿])|"
    r"进行(?=[一-鿿]{4})|约\d{1,6}[个家项处座条所名](?=[一-鿿]{4})|(?:[于在自]?(?:未来|今后|接下来的?)|[于在](?=[一二三四五六七八九十\d]{1,2}年内))[一二三四五六七八九十\d]{1,2}年(?:之?内|里|间)?))+"
)  # 其中, 二是, 到
_LEADING_IN = re.compile(
    r"^依托[^，；：\d]{2,60}?等[一-鿿]{1,10}?(?=(?:建设|新建|打造|培育|发展|设立|新设|组建|布局|开设|开展|挖掘)[一-鿿、])|"
    r"^依托[^，；：\d]{2,24}?(?:(?:建设|打造|组建|设立|布局)(?!提升|升级)(?=[一-鿿]{3})|(?=(?:新建|改造)(?!提升|升级)[一-鿿]{3}))|"
    r"^结合[^，；：\d]{2,30}?同步(?:建设|配建|设置|配置|(?=新建|改造))(?=[一-鿿]{2})|"
    r"^[^，；：\d的]{2,30}?等(?:企业|公司|集团|高校|院校|院所|单位|机构)(?:建设|打造|组建|设立|布局|建成|(?=新建))(?!单位|项目)(?=[一-鿿]{3})|"
    r"^(?!新增|增加|减少|压减|削减|降低|提高|提升|压缩|缩减|调减)[^，；：\d的]{2,24}?、[^，；：\d的]{2,24}?等地(?=[一-鿿]{4})|^规划期[内间](?=[一-鿿]{4})|"
    r"^在(?=.{2,12}(?:领域|方面|行业|市场|环节))|"
    r"^(?:优先|重点|主要|率先)在[^，；\d]{2,24}?(?=(?:新建|建设|打造|培育|布局|开展)[一-鿿]{2})|"
    r"^在[^，；]{2,40}?(?=(?:建设|新建|打造|培育|发展|配备|配置|设置|设立|安装|布设|增设|增补|开设|布局|推广|调减|扩种)[一-鿿]{2})|^在[^，、]{2,14}?(?:基础上|前提下|情况下|过程中|范围内|期间内?)|^“十[一二三四五六七]五”(?:期间|时期|期末|末|以来)?"
)
_REACHES_WITHIN = re.compile(
    r"(?<=[一-鿿]{2})(?:要|将|应|须|力争|确保)?实现(?=[一-鿿]{2})(?!率|程度|值|度)"
)  # 全市要实现增加值
_FOR_YEARS = re.compile(
    r"连续(?:\d{1,2}|[一二三四五六七八九十]{1,2})年(?=$)|(?<=[一-鿿]{2})(?<![每第满近超])[两三四五]年(?=$)|在(?:19|20)\d\d年的?基础上"
)
_IN_TOTAL = re.compile("累计(?!建|形成)")
_DONE_BEFORE = re.compile("^[^，；：]{2,40}(?:翻一番|翻两番|翻番|倍增)、(?=[一-鿿]{2})")  # 收入比2010年翻番、覆盖率
# 全县园区完成全口径税收, 全区各镇共签约项目: that a whole place reaches it
_ATTAINED = re.compile(
    "^全[国省市县区州镇](?:上半年|全年|[一-鿿]{0,3}|前三季度)(?:累计|共)?完成(?=[一-鿿]{4,})|"
    "^[^，；。：]{2,24}(?<![公一总])共(?=(?:签约|引进|完成|开展|举办|建成|新建|培育|实施|争取|接待|发放|办理|受理|查处|化解|培训|投入|筹集)[一-鿿])"
)
_HOLDING = re.compile(r"(?<=^全[市省县区国州])(?:共有|现有|已有|拥有|共|累计建成|已建成|建成)(?=[一-鿿]{2})")
_ADVERBS_AHEAD = re.compile(
    rf"^(?:全年(?!{any_of('kept')})|滚动|分区分类|分类分区|分级分类|整县|整村|整镇|连片|一体|全域|限期|择优|跟踪|分期|分批|集中|有序|稳步|扎实|深入|大力|全力|切实|持续|年内|同步|优先|按期|如期|依时|按时)+"
    rf"(?={any_of('build', 'act')})"
)
_BEFORE_COUNT = re.compile(r"^[全我](?:国|省|市|县|区|州|自治区)(?=\d)")
_QUOTED_REMARK = re.compile(r"[〔\[][^〕\]]{0,20}[〕\]]")
_ENDING = re.compile(
    r"(?:[、，；：。的并且等]|(?<=[一-鿿]{2})(?<![反响供效感适对回呼因])应|(?<!参)与|(?<![普涉惠顾])及|(?<![总调饱温])和|总布局|以及|目标|其中|一般|大约|原则上|通常|总体平均|总体)+$"
)
_ENDS_SO = frozenset("、，；：。的并且等应与及和局标中般约上常均体")  # the last signs of those
_WHOLE_WORDS = ("年均", "人均", "户均", "月均", "日均", "亩均", "平均", "签约", "节约", "预约", "履约")
_PLACE_PHRASE = re.compile(
    r"^(?:在|依托|围绕|聚焦|面向|针对|通过|按照|以|自|从|由|将|对|为|每年|力争|争取|加快|推进|积极|大力)"
)

_OF_YEAR = re.compile("^度(?![假汛过夏冬量])(?=的|[一-鿿]{4})")  # 2026年度的缴费标准

MAY_NAME_YEAR = re.compile("(?:19|20)\\d\\d|1[0-3]\\d年|二[〇零O]|五")

# ---- words that tell what a phrase is ----

BUILD_ALONE = re.compile("新建|改建|新增|建成|改造|培育|引进|创建|打造")  # 2024年新建学校3所，2025年新建4所

VERB_ALONE = re.compile(
    rf"(?:计划|规划|全年|年内|重点|集中|分批|同步)?{any_of('build', 'act', 'kept')}{{1,2}}"
)  # 计划安排, 开工建设
BARE_MEASURE = re.compile(rf"^(?:年度?|全年|总)?{any_of('measure', 'rate')}$")  # 年营业收入
BARE_RATE = re.compile(rf"^{any_of('rate')}$")
_MEASURE_TAIL = re.compile(rf"{any_of('measure')}$")
ELIDED = re.compile(
    r"^(?:相当于|(?:按|以)?(?:同口径|可比口径|可比价格?|不变价格?)(?:计算)?(?=比|较|增|同|下|$)|占(?!地(?![区方级市]))|均?较|均?比(?![例重率])|均(?:增长|提高|提升|下降|降低|减少)|同比|环比|同期(?=增|提|下|降|减|上)|(?:年均|年平均|平均每年|每年)(?=增(?![殖设建开补购配印绿发派播挂])|提(?![供请出名交])|下(?![拨达放派沉乡])|降(?!解)|减(?!免)|递|复合|投入|$)|自然(?=增)|增长|增速|增幅|提高|提升|降低|下降|减少|增加(?!值)|"
    r"(?:[近这前]|过去)?(?:\d{1,2}|[两二三四五])年(?:来|间)?(?:累计|共)?(?=增长|提高|提升|降低|下降|减少|增加(?!值))|超过(?=全[国省市县]平均)|其占|所占|位居|涨幅|超出|低出|领先(?=[一-鿿])|平均增长|累计增长|相比|总体增长|高于|低于|高出|快于|好于|优于|再增加|再减少|净增|缩短|翻)"
)
# a verb of change with what it changes: 提升美丽公路, 减少碳排放; not 提高幅度, 增加到
ACTED_ON = re.compile(
    r"(?:再|累计|年均|每年|平均|进一步)?(?:提高|提升|降低|减少|增加|缩短|压减|压缩|扩大)"
    r"(?![了到至约近超值率幅额量速为]|百分|幅度|程度|水平|比例|比重)[一-鿿“][一-鿿A-Za-z0-9“”（）、和及]{1,24}"
)
CHANGE = re.compile(
    r"(?:增长|提高|提升|降低|下降|减少|增加|缩短|压减|上升|下调|扩大|缩小|增速|增幅|降幅|翻番|减排|削减)(?:率|幅度)?$"
)
_CHANGE_PART = re.compile(
    r"(?:较|(?<![占可])比(?![例重率])|同比|环比|年均|年平均|累计增|增长|占[^比]).*$|"
    r"(?:再|继续|进一步)?(?:提高|降低|下降|减少|提升|压缩|增加|增长|净增)$"
)
# what is counted and yet no figure: ten key fields, three systems
NO_THINGS = re.compile(
    rf"^[^，：；。、]{{0,14}}?{any_of('manner')}(?:如下|$|[，、：；。]|(?:开展|进行|入手|发力|着手|展开))"
)
NO_FEW = re.compile(rf"^[^，：；。、]{{0,14}}?{any_of('few')}(?:$|[，、：；。])")
NO_FIGURE = re.compile(f"^{any_of('phrase')}")


_ACTOR = re.compile(
    "(?:部门|单位|[一-鿿]{2}(?:[局委厅署]|委员会|办事处))(?:会|将|须|应|要)?$"
)  # who does it, not what is counted: 区工信部门遴选3个园区
# who does it, before a verb: 市教育局新建, 医院管理局会增加
_ACTOR_AHEAD = re.compile(
    r"^(?!各)[一-鿿]{2,14}?(?:[局署厅]|委员会|健康委|改革委|建设委|办事处|部门)(?:会|将|须|应|要|负责)?"
    rf"(?=(?:每年|全年)?(?:{any_of('build', 'act')}|进行|举行|推行)[一-鿿“]{{2}})|"
    "^本[局署厅府委处](?=(?:每年|全年)?[一-鿿]{4})"
)
_ACTOR_CUE = re.compile("[局署厅委处门]")
_FOR_ALL_OF = re.compile("[为在给](各(?!类|种|项|级|有关|相关)[一-鿿]{1,5})")
# 引导各镇集中力量培育2个产业: whose they are, and not how they do it
_ALL_OF_A_KIND = "(各(?!类|种|项|级|有关|相关)[一-鿿]{1,4}?)"
_LEFT_TO_ALL = re.compile(
    f"(?:支持|鼓励|引导|推动|指导|督促|要求)?{_ALL_OF_A_KIND}"
    "(?:集中(?:资源|力量|优势|精力)|结合(?:自身)?(?:实际|优势)|立足[一-鿿]{2,6}|依托[一-鿿]{2,6}|自主|各自|分别|聚力)|"
    f"(?:支持|鼓励|引导|推动|指导|督促|要求){_ALL_OF_A_KIND}"
)
_BY_RULE = re.compile(
    "(?:可|应当?|须|要)?(?:参照|按照|根据|依据)[^，。；]{2,10}?(?:要求|标准|规定|原则|办法|方案)(?:分别|各自)?"
)
_HOW = re.compile("分别|可以?参照|按照|根据|应当?|须")
_OBTAINS = "(?:筹集|筹建|购置|收购|购买|盘活)"  # a verb of doing beside another: 建设和筹集
_DOING = re.compile(rf"^(?:(?!起[降点步])(?:{BUILD_LEAD}))+(?:[和或并、](?:{BUILD_LEAD}|{_OBTAINS})+)*")
_EACH_YEAR = re.compile("每年度?(?![级薪金均人户])(?:力争|至少|各|再|新(?=[培引]))?")
_IN_TURN_CUE = re.compile("相继|陆续|先后|[成顺]")
_IN_TURN = re.compile("(?<=[一-鿿]{2})(?:相继|陆续|先后|成功(?!率|案|创业)|顺利(?!率))(?=[一-鿿]{2})")
_APART = re.compile("(?<=[一-鿿])(?:分别|各自)(?=(?:再|累计|年均)?(?:增长|提高|提升|下降|降低|减少|增加|压减|缩短)$)")
# 20个项目年内将完工投产, 30个项目将于今年实施, 项目计划完成投资
# 对隐患路段进行整治: what is done with what
_DEALT_WITH = re.compile(
    "(?:(?:拟|将|要|再)*对(?P<what>[^，；。]{2,30}?)(?:进行|实施|开展|予以|加以)|(?P<whom>[^，；。对]{2,30}?)进行)(?P<deed>[^，；。的]{2,8})"
)
# 比例力争达到园区总数, 比例提高至合同金额: of what the share is, where its number stands behind 的
_OF_WHOLE = re.compile(
    "(?<=比例|比重|份额)(?:(?:力争|要|应|须|将|逐步)*(?:达到?|提[高升][到至]|增加到|不低于|占)(?!全)[一-鿿]{2,10}|(?:可|均)(?:以)?)$"
)
# 鼓励采购单位将预付款比例提高至, 严格按规定将预留份额: who is asked to, or by what rule
_ASKED = re.compile(
    "^(?:(?:鼓励|支持|引导|要求|推动|督促)+(?:[一-鿿]{2,10}(?:单位|企业|机构|部门|银行|平台|园区))?|(?:严格)?(?:按照?|依)(?:规定|要求|政策|标准|程序))将(?:对(?=[一-鿿]{2,12}的))?(?=[一-鿿]{3})|"
    "^(?:鼓励|支持|引导)+(?:具备|符合|有)条件的(?:项目|企业|单位|地区|地方|园区)(?=[一-鿿]{4}(?:比例|比重|率|份额|[一-鿿]{2,6}(?:比例|比重|率|份额))$)"
)
_AT_ONCE = re.compile("(?<=[一-鿿]{2})同步(?=$|提高|提升|增长|增加|下降|降低|减少|扩大)")
# 裸露地块9月底前全部覆盖: by when, amid what is done
_BY_MONTH = re.compile(
    r"(?<=[一-鿿]{2})[于在]?(?:20\d\d年)?(?:1[0-2]|[1-9])月(?:\d{1,2}日|[底末初]|[上中下]旬)?之?前(?=[一-鿿]{2})"
)
_ALL_OF_THEM = re.compile(
    "(?<=[一-鿿]{2})全部(?=(?:摘帽|出列|脱贫|清零|销号|达标|退出|关停|开工|竣工|投产|通车|完工|整改|还建)$)"
)  # 贫困村全部出列
_WILL = re.compile(
    "(?<=[一-鿿]{2})(?:年内|今年|全年)?(?:将|计划|预计|拟)(?:于)?(?:今年|年内|明年)?(?:内|底前?)?"
    "(?=(?:完工|建成|落成|竣工|投用|投产|交付|通车|开工|动工|启动|实施|完成){1,2}(?:投资|建设)?$)"
)
_WILL_CUE = re.compile("[将拟计预]")
_ENSURED = re.compile("(?<=[一-鿿]{2})(?:要|应|须|将)?确保(?=[一-鿿]{2})")  # 新建小区要确保车位建设充电桩
_STRIVES = re.compile("[争计保可要须应将]")
# 固定资产投资力争增长: that one strives is no part of what is measured
_STRIVEN = re.compile(
    "(?<=[一-鿿）”])(?:力争|争取|确保|预计可?|可(?=新增|增加)|(?<![主重需首纪必])要|须|应|(?<![一-鿿]即)将)(?:再|实现)?"
    "(?=(?:年均|平均|同比|累计)?(?:增长|提高|提升|下降|降低|减少|增加|压减|缩短|新增|净增)|较|比(?![例重率]))"
)
_NO_BUILT = re.compile("[面用区]|(?<=建设)(?:工程|项目|标准|单位)(?![^，。]{0,4}$)")  # 建成区面积, 建设工程合格率
_LESSONS = ("学时", "课时")
_IN_LESSONS = re.compile("[学课][时程]量?$|时间|时长|培训|教育|学习|活动")
_LONGEST_ACTOR = 20  # characters
_BETWEEN_VERBS = ("和", "并", "与", "或", "及", "、")


_BUILT = re.compile(
    r"(?:(?:目前|已|共|累计|新|全市|全省|全县|全区)*(?:培育形成|打造形成|建成|培育|打造|引进|创建|创成|布建|建设|集聚|设立|形成|新建(?:[和或及、])?(?:新改扩建|改扩建)|改扩建))"
    rf"(?![和与及并或]{_OBTAINS})(?=[一-鿿]{{2}}|“|\dA)"
)


# 生产总值增速目标设定为年均增长: that an aim is set is no part of what is measured
_AIM_SET = re.compile(
    "(?:增速|增长|增幅)?(?:预期)?目标(?:值)?(?:初步)?(?:设定|确定|安排|建议|拟定|定)(?:为|在)(?=年均|增长|下降)|(?:预期)?目标(?:值)?(?:初步)?(?:设定|确定|安排|拟定|定)(?:为|在)$"
)
# 提升供水能力、实现管网改造: what is done besides
_DONE_BESIDES = re.compile(
    f"^(?:{BUILD_LEAD}|提高|降低|增强|改善|加强|强化)+[^，；：、\\d]{{2,20}}、(?=(?:实现|完成|确保|力争)[一-鿿]{{2}})"
)


@lru_cache(maxsize=64)  # what is left out is looked for by the same words again
def subject(before: str) -> str:
    """What a number at the end of a clause measures: the words before it without the verb of reaching.

    >>> subject("力争森林覆盖率达到"), subject("其中中药材种植收入增长到"), subject("单位能耗较2020年降低")
    ('森林覆盖率', '中药材种植收入', '单位能耗较2020年降低')
    """
    before = _AIM_SET.sub("", before) if "目标" in before else before
    name = _without_end(without_maker(without_lead(_behind(_OPENING, without_years(before)))), _REACHERS)
    name = _behind(_DONE_BEFORE, name)
    name = _behind(_OPENING, _behind(_DONE_BESIDES, name)) if "、" in name else name
    name = _REACHES_WITHIN.sub("", name) if "实现" in name else name
    built = _BUILT.match(name)
    if built and not _NO_BUILT.match(name, built.end()) and not _IN_TOTAL.match(name):
        name = name[built.end() :]
    return tidy(name)


def scope(before: str) -> str:
    """What stands before the verb of a clause such as 各县至少建成3个…: 各县; empty where it is a mere adverbial."""
    whole = without_lead(_behind(_OPENING, without_years(before)))
    name = _without_end(_BY_RULE.sub("", whole), _ENDS)
    if name != whole and VERB_ALONE.fullmatch(name):
        return ""  # 启动 of 启动建设
    if of_all := _FOR_ALL_OF.fullmatch(name) or _LEFT_TO_ALL.fullmatch(name):
        return str(of_all[of_all.lastindex or 1])  # 为各区至少培育1家
    if _PLACE_PHRASE.match(name) or len(name) > 14 or _HOW.search(name) or _ACTOR.search(name):
        return ""
    return tidy(name)


def _without_end(name: str, words: frozenset[str]) -> str:
    """The longest word first, so that 达到 goes whole; each turn shortens the name."""
    while (end := _ending(name, words)) and not name.endswith(_WHOLE_WORDS):
        name = name[:-end]
        if name.endswith(_BETWEEN_VERBS) and _ending(name[:-1], words):
            name = name[:-1]  # 引进和培育
    return name


def _ending(name: str, words: frozenset[str]) -> int:
    """How long the longest of the words is with which a name ends; 0 where it ends with none."""
    for length in range(min(_LONGEST_END, len(name)), 0, -1):
        if name[-length:] in words:
            return length
    return 0


def without_years(words: str) -> str:
    """Without the years that say when (到2025年), with those that something is compared with (较2020年)."""
    if not MAY_NAME_YEAR.search(words):
        return words
    for mark in reversed([m for m in year_marks(words) if m.begins or not m.base]):
        led = words[: mark.start].removesuffix("自") if mark.begins else words[: mark.start]
        words = led + _OF_YEAR.sub("", words[mark.end :]).lstrip("，、的")
    return words


def tidy(name: str) -> str:
    """A name without openings, endings and remarks; 全省 before a count of those measured adds nothing.

    >>> tidy("全省11个设区市污水处理率")
    '11个设区市污水处理率'
    """
    name = _behind(_ADVERBS_AHEAD, _QUOTED_REMARK.sub("", name))
    name = _behind(_OPENING, _behind(_LEADING_IN, _behind(_OPENING, name)))
    name = _ATTAINED.sub("", name) if "完成" in name or "共" in name else name
    name = name[:-1] if name.endswith("了") and len(name) > 3 else name
    name = _HOLDING.sub("", _FOR_YEARS.sub("", name)).removesuffix("连续")
    name = _ACTOR_AHEAD.sub("", name) if _ACTOR_CUE.search(name, 0, _LONGEST_ACTOR) else name
    name = _ENDING.sub("", name) if name[-1:] in _ENDS_SO else name
    return _behind(_BEFORE_COUNT, name.strip(" ，、：；*＊★☆▲△◆●■"))


def _behind(opening: re.Pattern[str], name: str) -> str:
    """A name without what it opens with."""
    found = opening.match(name)
    return name[found.end() :] if found else name


def final(name: str) -> str:
    """A name without the words on how often, in what order or how compared, which are no part of what is measured.

    >>> final("每年培训教师"), final("覆盖率每年提升"), final("泉眼相继复涌"), final("每年级")
    ('培训教师', '覆盖率提升', '泉眼复涌', '每年级')
    >>> final("投资强度不低于每亩"), final("单位能耗较2020年降低"), final("较2020年降低")
    ('投资强度每亩', '单位能耗较2020年降低', '较2020年降低')
    >>> final("鼓励采购单位将小微企业份额"), final("绿色园区比例力争达到园区总数")
    ('小微企业份额', '绿色园区比例')
    """
    name = compared_each().sub("", name) if "每" in name else name
    if "每年" in name and (len(bare := _EACH_YEAR.sub("", name)) > 2 or bare in KEPT):
        name = bare
    if dealt := _DEALT_WITH.fullmatch(name):
        name = (dealt["what"] or dealt["whom"]) + dealt["deed"]
    name = _OF_WHOLE.sub("", name) if "比" in name or "份额" in name else name
    name = _ASKED.sub("", name) if "将" in name or "条件" in name else name
    name = _BY_MONTH.sub("", name) if "月" in name and "前" in name else name
    name = _APART.sub("", name) if "分别" in name or "各自" in name else name
    name = _AT_ONCE.sub("", name) if "同步" in name else name
    name = _ALL_OF_THEM.sub("", name) if "全部" in name else name
    name = _WILL.sub("", name) if _WILL_CUE.search(name) else name
    name = _STRIVEN.sub("", name) if _STRIVES.search(name) else name
    name = _ENSURED.sub("", name) if "确保" in name else name
    return _IN_TURN.sub("", name) if _IN_TURN_CUE.search(name) else name


def with_lessons(name: str, unit: str) -> str:
    """A name that only the unit makes whole: 考试学时 of 考试2个学时; a course and a training are told in lessons.

    >>> with_lessons("考试", "个学时"), with_lessons("体育课程", "学时"), with_lessons("学校", "所")
    ('考试学时', '体育课程', '学校')
    """
    return name + unit[-2:] if name and unit.endswith(_LESSONS) and not _IN_LESSONS.search(name) else name


def without_doing(name: str) -> str:
    """What is made, without the verbs of making: 高新技术企业 of 新增高新技术企业."""
    bare = _DOING.sub("", name)
    return bare if len(bare) > 1 else name


_GROWN = re.compile("(?<=[一-鿿]{2})(?:年度|收获)$")  # 夏粮 of 夏粮收获面积


def topic_of(name: str) -> str:
    """Whose measure it is: 云州软件业 of 云州软件业营业收入; empty where the name does not end with a plain measure."""
    found = _MEASURE_TAIL.search(name)
    return _GROWN.sub("", name[: found.start()]) if found and found.start() >= 2 else ""


def level_of(name: str) -> str:
    """The name without its change or share: 软件业收入 of 软件业收入较2020年增长.

    >>> level_of("软件业收入年均增长"), level_of("软件累计研发投入")
    ('软件业收入', '软件研发投入')
    """
    return _CHANGE_PART.sub("", name.replace("累计", ""))
