"""What a clause leaves to the next one: whose measures follow, what was counted, what a list says once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names import trades
from guitu.extract.figures.names.bearers import area_of
from guitu.extract.figures.names.part_areas import is_place
from guitu.extract.figures.names.wholes import counts_things
from guitu.extract.figures.numbers.quantities import counted_in

_OPENS_PARTS = ("其中", "包括", "含")
# the rate of a clause without a number: 快递进村率稳步提升，其中青岚县达到95%; 过夜游客占比偏低，仅为12%
_RATE_OF_TREND = re.compile(
    r"^(.{0,12}?[一-鿿](?:率|比重|占比|份额))(?:表现|位居|领先|逐年|处于|居于|保持|持续|不断|明显|显著|进一步|稳步|全面|大幅|快速|"
    r"(?P<judged>总体|整体|普遍|相对|仍然?|还|偏|较|过[低高]|不高))"
)
_ALL_OF_AREA = re.compile("^全[国省市县区州旗镇]")
_RATE_CUE = re.compile("率|比重|占比|份额")


@dataclass(slots=True)
class Carry:
    """What a clause leaves to the next one."""

    topic: str  # whose measures a bare measure is: 云州软件业
    trade: str = ""  # the one trade that the paragraph speaks of
    works: str = ""  # the one work that the part of the paragraph is about
    firm: str = ""  # the firm that the sentence opens with
    base: str = ""  # the last indicator that stood for itself
    last: str = ""  # the last indicator
    unit: str = ""  # the unit of the last indicator
    counts: str = ""  # the unit of the things counted last
    counted: str = ""  # what was counted last and may have a size
    share: str = ""  # the last indicator with its share: 旅游业收入占全市比重
    aspect: str = ""  # 工业软件 of 工业软件方面
    names: tuple[str, ...] = ()  # those of the last A和B分别
    earlier: tuple[str, ...] = ()  # the indicators before the semicolon
    clause: str = ""  # the last clause without a number
    rate: str = ""  # the rate that such a clause speaks of
    judged: bool = False  # whether it is only judged, 占比偏低: only a place has that rate too
    holders: str = ""  # the last that were counted and can hold what is measured next: 规模以上企业
    before: str = ""  # the clause before
    said: list[str] = field(default_factory=list)  # the indicators of the sentence
    each: str = ""  # 每村 of 每村配备医生1名、护士1名
    verb: str = ""  # 培训 of 培训3万名教师, for the rest of a list
    spread: str = ""  # 选拔认定, for the rest of a list
    total: str = ""  # 累计培育, for the rest of a list
    part: str = ""  # 设施覆盖 of 设施覆盖90%的乡镇和60%的村
    by_unit: dict[str, str] = field(default_factory=dict)  # the last indicator in each unit of the sentence
    whole: str = ""  # 新增学位, for 其中小学2000个、初中1000个
    area: str = ""  # 城镇地区 of 城镇地区供电能力显著提升，供电可靠率达到…
    named: str = ""  # the last indicator as it is told
    told: dict[str, str] = field(default_factory=dict)  # by its unit what the sentence counts; "" for two of one unit
    told_before: dict[str, str] = field(default_factory=dict)  # what the sentence before counts
    of_before: bool = False  # whether the sentence tells parts of those: …。其中：东桥区14所
    parts: bool = False  # whether those counted are parts of what was counted before: 其中…, 包括…

    def count(self, name: str, head: str, unit: str) -> None:
        """Take note of things counted, whose size may be told next; of those in 其中… and 包括… the whole is."""
        opened = self.before if self.before in _OPENS_PARTS else head.lstrip("，、")
        if opened.startswith(_OPENS_PARTS):
            self.parts = True
        elif names.ACTION_AHEAD.match(opened):
            self.parts = False
        if counts_things(unit) and not self.parts:
            self.counted = name

    def go_on(self, before: Carry) -> None:
        """Speak of the one measure of the sentence before: 到2028年达到20亿元。到2030年，达到30亿元."""
        if len({names.level_of(name) for name in before.said}) == 1:
            self.base, self.last, self.unit, self.topic = before.base, before.last, before.unit, before.topic

    def tell(self, name: str, unit: str) -> None:
        """Take note of what is counted, which a part of a place may then have its share of; not of such a part."""
        whole = self.whole_in(unit)
        if not self.of_before and (not whole or name == whole or not name.endswith(whole)):
            unit = counted_in(unit)
            self.told[unit] = name if self.told.get(unit, name) == name else ""

    def whole_in(self, unit: str) -> str:
        """What is counted in a unit by this sentence or else by the one before, of no place; "" for two or none."""
        told = self.told if self.told and not self.of_before else self.told_before
        return _ALL_OF_AREA.sub("", told.get(counted_in(unit), ""))

    def measure(self, name: str, unit: str) -> None:
        """Take note of a measure; a place that is told alone is of the measure before it."""
        self.unit = unit
        if not is_place(name):
            self.by_unit[unit] = name

    def leave(self, clause: str) -> None:
        """Take note of the clause that ends; one with a subject of its own speaks no more of the trade."""
        self.before = clause
        of_it = clause.startswith(self.trade) or self.last.startswith(self.trade) or trades.of_its_goods(self.last)
        told = self.trade and of_it
        self.trade = self.trade if told or trades.speaks_on(clause) else ""

    def pass_by(self, clause: str) -> None:
        """Take note of a clause without a number."""
        self.clause = clause
        self.area = area_of(clause)
        if _RATE_CUE.search(clause) and (found := _RATE_OF_TREND.match(names.tidy(clause))):
            self.rate, self.judged = found[1], found["judged"] is not None
