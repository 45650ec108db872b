"""Whose a bare measure is by the clause right before it: 共建花木交易市场，交易额达到…; 将工伤保险扩大到…，保费由…."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names

_BARE = re.compile(
    r"(?:年|日|月|总|年度|平均|综合|最高|最低|单次|个人)?(?:"
    r"(?:社会公众|公众|群众|用户|居民|游客|服务对象|患者|师生)?(?:满意[率度]|知晓率|覆盖率|普及率|参与率)|"
    r"(?:开发|使用|利用|出租|入驻|空置|周转|开放|完好|投诉|复购|兑付|上座|配建|留存|自给|运行)(?:率|比例|强度)|"
    r"(?:交易|成交|销售|营业|投资|贷款|保险|补助|捐赠)(?:额|金额|规模)|产能|(?:算力|存储|用户|产能|客流|基金|资产|存款|业务)规模|"
    r"(?:收费|缴费|补助|保障|收储|供养|服务)标准|机械化水平|保费|票价|租金|费率|客流量|吞吐量|入驻企业|营业收入|产值|年产值|利润|税收)"
)
# who or what a clause is about: 桥下空间应优先用于健身, 公共泊位实行分时收费
_ABOUT = re.compile(
    r"(?P<who>[^，；。：、\d]{3,16}?)(?:原则上|一般|全部|统一|逐步|全面|继续|基本|已经?)?"
    r"(?:应当?|必须|不得|须|可以?|将|要|实行|实现|完成|建成|投入|投用|启动|开工|竣工|落地|落户|投产|签约|开通|上线|覆盖|纳入|用于|保持|运行|运营)(?P<rest>[^，；。\d]*)"
)
# what it finds better: 预警信息更加及时
_BETTER = re.compile(
    r"(?P<who>[^，；。：、\d]{3,16}?)(?:更加|更为|日益|日趋|不断|持续|显著|明显|稳步|大幅|全面|进一步)+(?!发挥)(?P<how>[一-鿿]{2,6})"
)
# what it makes: 市县共建花木交易市场, 建好现代种业产业园
_MAKES = re.compile(
    r"[^，；。：、\d]{0,10}?(?:共建|共同建设|联合打造|建设|建成|建好|打造|做强|做大|办好|开发|培育|组建|设立|搭建|推出|推进|推动|加快|提升)"
    r"(?P<what>[^，；。：、\d的]{2,16}?(?:中心|市场|平台|基地|园区?|集群|枢纽|景区|街区|商圈|港|码头|综合体|品牌|保险|基金|银行|公司|集团|产业))(?:建设|发展|建设发展)?"
)
# what it brings to an end: 推动青岚渔港重点项目早日投用
_GETS_DONE = re.compile(
    r"(?:推[进动]|加快|促进|确保|力争)(?P<what>[^，；。：、\d的]{2,16}?)(?:重点|重大)?(?:项目|工程)(?:尽快|早日|全面|如期|顺利|按期)*(?:投产|达产|建成|投用|投运|落地|竣工)[一-鿿]{0,4}"
)
# what it extends: 将学生保险从小学扩大到高中
_EXTENDS = re.compile(
    r"将(?P<what>[^，；。：、\d]{2,16}?)(?:[从由][^，；。\d]{2,20})?(?:扩大|扩展|延伸|拓展|推广|提高|覆盖)(?:到|至)[^，；。\d]{2,30}"
)
_NO_BEARER = re.compile(
    "(?:[我本全各该][市省县区镇乡村国级]|加快|推[进动]|加强|强化|深化|完善|健全|优化|提升|提高|力争|确保|坚持|进一步|着力|大力|积极|持续|不断|有效|切实|稳步|通过|依托|按照?|对|把|以|在|到|为|并|其中|重点|[一二三四五]是)"
)

NO_FIRM = re.compile(
    "由|[引招][入进引商]|携手|[借相]助|针对|面向|位于|落户|谋求|辅导|陪|依法|目前|其|境[内外]|链主|头部|外贸|计划|规划|谋划|协[调助同]|对接|洽谈|联[合系]|牵头|推|促|助力|督|指导|扶|跟踪|保障|力|"
    "随|通过|经|依托|围绕|根据|按|为|对|将|把|与|同|和|向|以|从|在|使|让|被|因|如|当|等|"
    "数字|智[能慧]|专精特新|高新|上市|国有|民营|外资|科技型|创新型|绿色|未来|标杆|灯塔|示范|平台|[大中小微新]|[一两三几多数]家"
)
"""How no firm's name opens: what is done with a firm, by whom, or which of a class are meant."""
_NEW = re.compile("新建|改建|扩建|改扩建|续建|新开")  # which ones: 新建桥下空间


_THIS = re.compile("(?:该|此|本)(?:项目|工程|基地|园区|中心|平台|集群|产业)(?P<measure>[一-鿿]{2,10})")


def of_this(name: str, clause: str) -> str:
    """The measure of 该项目总投资 with the project that the clause before is about; "" for another name.

    >>> of_this("该项目总投资", "青岚电子产业园开工建设，"), of_this("总投资", "青岚电子产业园开工建设，")
    ('青岚电子产业园总投资', '')
    """
    found = _THIS.fullmatch(name)
    whose = bearer(clause) if found else ""
    return whose + found["measure"] if found and whose else ""


def bare(name: str) -> bool:
    """Whether a name is a measure of something that it does not name."""
    return _BARE.fullmatch(name) is not None


def bearer(clause: str) -> str:
    """What a clause without a number is about, extends or makes; "" where none is plain.

    >>> bearer("市县共建青岚花木交易市场，"), bearer("将工伤保险扩大到灵活就业人员，"), bearer("经济稳中向好，")
    ('青岚花木交易市场', '工伤保险', '')
    """
    said = clause.strip("，：；、")
    if extended := _EXTENDS.fullmatch(said):
        return extended["what"]
    if done := _GETS_DONE.fullmatch(said):
        return done["what"]
    if made := _MAKES.fullmatch(said):
        return made["what"]
    about = _ABOUT.fullmatch(said) or _BETTER.fullmatch(said)
    if about is None or _NO_BEARER.match(about["who"]):
        return ""
    if about["who"].endswith(("公司", "集团", "厂")) and NO_FIRM.match(about["who"]):  # 由青岚集团投入建设
        return ""
    does = names.ACTION_AHEAD.match(about["who"]) and not _NEW.match(about["who"])
    return "" if does else about["who"]


_AREA_CUE = re.compile("区|电网")
_AREA = (
    "(?P<area>(?![全我本各]|其中|加快|推[进动]|加强)(?:[一-鿿（）]{2,14}?(?:地区|区域|片区|园区)|"
    "[一-鿿（）]{0,10}?(?:中心城?区|核心区域?|[主老新]?城区|城镇地区|农村地区|山区|[灌库林牧]区|农村电网|城市电网)))"
)
# 城镇地区供电能力显著提升: of what area a clause without a number speaks
_SPEAKS_OF = re.compile(
    rf"{_AREA}(?:[一-鿿、]{{2,24}}?(?:全面|显著|明显|大幅|稳步|持续|基本|进一步|更加|不断|有效|逐步|逐年){{1,2}}"
    r"(?:提升|提高|改善|增强|实现|完成|优化|健全|完善|扩大|补齐)[^，；。：\d]{0,20}|(?:全面|基本)实现[^，；。：\d]{2,24})"
)
# 建成中心城区高可靠性示范区: what area it makes
_MAKES_AREA = re.compile(
    rf"(?:{names.BUILD_LEAD})+(?P<area>[^，；。：、\d]{{2,24}}?(?:示范片?区|片区|园区|社区|街区|试验区|先行区))"
)
_OWN_AREA = re.compile("[全各我本]|城|农村|乡|镇|村|县|市|区|每")
_RATE_OF_AREA = re.compile("[一-鿿A-Za-z]{2,12}?(?:率|时间|时长|水平|比例|占比|容量)|[人户]均[一-鿿]{2,10}")


def area_of(clause: str) -> str:
    """The part of a place that a clause without a number speaks of or makes; "" where it names none.

    >>> area_of("城镇地区供电能力显著提升，"), area_of("建成高可靠性示范区，"), area_of("全市供水能力显著提升")
    ('城镇地区', '高可靠性示范区', '')
    """
    if _AREA_CUE.search(clause) is None:
        return ""
    said = names.without_years(clause.strip("，：；、"))
    found = _SPEAKS_OF.fullmatch(said) or _MAKES_AREA.fullmatch(said)
    return found["area"] if found else ""


def lacks_area(name: str) -> bool:
    """Whether a measure is one that a part of a place has, and names none: 供电可靠率."""
    return _RATE_OF_AREA.fullmatch(name) is not None and _OWN_AREA.match(name) is None


def is_area(name: str) -> bool:
    """Whether things counted are parts of a place that measures are told of: 城市更新示范片区."""
    return name.endswith(("示范区", "片区", "园区", "试验区", "先行区"))


_PART_OF_PLACE = re.compile("建成区|中心城区|主城区|城区|县城|镇区|规划区|核心区|园区|断面|点位")


def placed(name: str, last: str) -> str:
    """A measure of a part of a place, with the place that the measure before it names.

    >>> placed("建成区绿化覆盖率", "全省县城建成区绿地率"), placed("森林覆盖率", "全省县城建成区绿地率")
    ('全省县城建成区绿化覆盖率', '森林覆盖率')
    """
    part = _PART_OF_PLACE.match(name) if last else None
    at = last.find(part[0]) if part else -1
    return last[:at] + name if at > 1 else name
