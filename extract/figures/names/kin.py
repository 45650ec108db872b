"""What the first of a list says for one more of its kind: 水产领域高新企业, 实际使用外资, 农村改厕, 500千伏线路."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.carry import Carry

# 新认定水产领域龙头企业3家、高新企业5家: the field that the first of a list is said to be of
_FIELD = re.compile(
    "(?:培育形成|培育|引进|认定|(?=新))(?P<of>(?:新(?:认定|增|培育|引进))?[一-鿿]{2,10}领域)(?=[一-鿿“]{2})"
)
# of what voltage: 新建500千伏变电站6座、线路610公里，新增变电容量450万千伏安
_VOLTAGE = re.compile(
    rf"(?P<made>(?:{names.BUILD_LEAD}|[及和、])*)(?P<of>(?:\d[\d.]{{0,4}}(?:千伏|kV)、)*\d[\d.]{{0,4}}(?:千伏|kV)(?:及其?以[上下])?)(?=[一-鿿]{{2}})"
)
_ELECTRIC = re.compile(
    "[一-鿿]{0,6}?(?:线路|变电站|变电容量|配变|配变容量|电缆|变压器|开关站|主变|输电|配电)[一-鿿]{0,6}"
)
# “银龄”服务点670个、中转站12座: what has a name of its own
_NAMED = re.compile(rf"(?:{names.BUILD_LEAD})*(?P<of>“[^“”]{{2,12}}”)(?=[一-鿿]{{2}})")
_SHORT = 4  # characters of a thing that needs what the first of its list is said to be of
# 城区污水管网5公里、雨水管网3公里: where the first of two that end alike lies
_PLACED = re.compile(
    rf"(?P<of>(?:{names.BUILD_LEAD})*(?:城区|镇区|市区|城镇|农村|乡村|城乡|县城|园区|老城|新城|城市))(?=[一-鿿]{{4}})"
)

_OPPOSED = {"外资": "内资", "内资": "外资", "出口": "进口", "贷款": "存款", "排水": "供水", "农村": "城镇"}


def of_field(name: str, head: str, carry: Carry) -> str:
    """The name of one more of the same kind in a list, with the field that the first has: 水产领域高新企业."""
    listed = head.startswith("、")
    if listed and len(name) == 2 < len(carry.last) and name[0] == carry.last[-2] and name[0] in "改建修":
        return carry.last[:-2] + name  # 村居改水3万户、改灶800个
    if listed and (other := _OPPOSED.get(name)) and carry.last.endswith(other) and carry.last != other:
        return carry.last.removesuffix(other) + name  # 实际使用内资26亿元、外资2亿元
    if listed and names.BARE_RATE.match(name) and (rate := _RATE.search(carry.last)) and rate.start() > 1:
        return carry.last[: rate.start()] + name  # 电子运单使用率达到95%、准确率达到100%
    if (voltage := _VOLTAGE.match(carry.last)) and _ELECTRIC.search(name):
        return (voltage[0] if listed else voltage["of"]) + name
    said = _FIELD.match(carry.last) if "领域" in carry.last and "领域" not in name else None
    alone = head.lstrip("、和及与") in ("", name) and len(name) > 1
    if said and alone and name[-2:] == carry.last[-2:]:
        return said["of"] + name
    return _of_first(name, carry.last) if listed and alone else name


# 毕业生就业率达到95%、市场就业率达到70%; 矫正人员安置率达到95%，帮教率达到98%
_RATE_OF_PERSONS = re.compile(
    "(?P<who>[^，；。]{0,20}(?:人员|对象|毕业生|学生|儿童|老年人|残疾人|患者|职工|居民|劳动力|青年))(?P<rate>[一-鿿]{2}率)"
)


def of_persons(name: str, head: str, last: str) -> str:
    """A second rate of the persons that the one before is of; any other name as it is.

    >>> of_persons("市场就业率", "、市场就业率", "毕业生就业率"), of_persons("城镇化率", "城镇化率", "毕业生就业率")
    ('毕业生市场就业率', '城镇化率')
    """
    said = _RATE_OF_PERSONS.fullmatch(last) if name.endswith("率") else None
    if said is None or _RATE_OF_PERSONS.fullmatch(name):
        return name
    same = name.endswith(said["rate"]) and len(name) <= _SHORT_RATE and head.startswith("、")
    return said["who"] + name if same or _HELPED.fullmatch(name) else name


_SHORT_RATE = 6  # characters
_HELPED = re.compile("(?:安置|帮教|帮扶|救助|签约|体检|筛查|随访|回访|建档|矫正|转介|续保|复学|劝返|参训|受训)率")
_RATE = re.compile("[一-鿿]{2}率$")


def _of_first(name: str, first: str) -> str:
    """A thing of a list with the name or the place that the first is said to be of; any other as it is."""
    if named := _NAMED.match(first):
        return named["of"] + name if len(name) <= _SHORT and "“" not in name else name
    placed = _PLACED.match(first)
    alike = len(name) > 2 and name[-2:] == first[-2:] and not _PLACED.match(name)
    return placed["of"] + name if placed and alike else name
