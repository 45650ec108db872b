"""Words around the names of a clause: what stands between them, what refers to them, what no duty word is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.ontology.districts import region

# between agencies and their verb or the next agency: 等有关部门 is left to the groups
FILLER = re.compile(
    r"(?:作为[一-鿿]{2,8}(?:单位|主体|部门|业主|法人)，(?=负责|牵头)|以(?=[各省市区县州国])|以上|等(?:部门|单位|市级部门|区级部门|机构|地方|地区|\d{1,2}个?(?:部门|单位))|分工(?=负责|组织实施|落实|牵头|承担)|等|以及|及其|及|和|与|并|由|均由|分别由|其中|同时|均|"
    r"分别|主要|共同|要|应当?|须|将|作为[一-鿿]{2,6}(?:单位|主体|部门|业主)(?![：为是])|作为|为|按要求|按照要求|结合实际|根据各自职责|按照?各自职责|各[司尽]其[职责][、，]|切实|认真|积极|严格|主动|依法|统一|全面|充分|进一步|坚决|自觉|继续|持续|可(?=会同|商请)|按职责(?!分工|负责|落实|推进|配合|参与)|具体)"
)
BETWEEN = re.compile(r"、|等(?=国务院|有关|相关)|以及|及|和|与")
"""What stands between two names of a list."""
# no name begins with these, they refer to one: 参照市水利局牵头的做法, 不含市财政局负责的项目
REFERS = re.compile(
    "参照|参考|依照|按照|根据|依据|学习|借鉴|推广|复制|配合|支持|协助|联系|对接|争取|邀请|征求|听取|接受|会同|报请|商请|提请"
    "|原?由|不?含|包[含括]|除|以下|下列|下述|此后|其后|后续|后面|以上|上述|前述"
    "|[一-鿿]{0,8}(?:责任|牵头|配合|实施|参与)(?:单位|部门|主体)(?:[还均都也另]|一律|全部|同时|包|含|涵)"
)
INCLUDES = "(?:[还也另均都]|同时)*(?:包括|包含|涵盖|含有|(?<=[还也另均都])(?:含|有(?!关)))(?:但不限于)?[：:]?"
"""What makes a label of 责任单位 where more owners follow: 责任单位还包括各区政府."""
NOT_A_DUTY = (  # 负责人, 负责制, 牵头方, but 负责人才引进, 牵头制定; 协同创新
    r"(?!人(?![才口力事防居工])|任(?!务)|解释|同志|制(?![定订作])|方(?!案)|度|者|"
    r"(?:机制|单位|部门|机构|情况|主体)(?![建认改编培监管创汇报收统考评登审备设组]))"
    r"(?![处科股]室?(?:[、，,；;。（）]|$|[和与及等按]|负责|牵头|配合))"  # 登记指导处
    r"(?!(?<=协同)(?:创新|效应|关系|办(?!理|好|案)|平台))(?!(?<=协同|配合|参与)(?:能力|水平|意识|效率|程度|格局|模式))"
)
# names that begin with a word that else stands between names; what it would leave is no name: 须江镇, never 须石桥镇
_OPENS = re.compile(
    "将军|为民|共同富裕|统一战线|[须将应均并为商][一-鿿](?:镇|乡|街道)"
    "|联合(?![市省县区州各]|[一-鿿]{0,4}(?:[城建交水国文旅]投|水务|燃气|公交|供[电水热]|电力|热力|地铁|轨道|建设|投资))"
    "[一-鿿]{2,8}(?:公司|大学)$"
)
_OF_AREA = re.compile("(?:管委会|管理委员会|政府|办事处|街道|[镇乡区园])$")


def opens_name(words: str) -> bool:
    """Whether words begin with a name and not with a word before one.

    >>> [opens_name(words) for words in ("将军山管委会", "应城经开区管委会", "应城投公司", "由水务集团", "会同财政局")]
    [True, True, False, False, False]
    """
    if _OPENS.match(words):
        return True
    places = (region(words[:2] + sign) for sign in "市县区") if _OF_AREA.search(words) else ()
    return any(place is not None and place.known for place in places)


def has_verb(listed: Sequence[tuple[Agency, Span, bool]], commas: Sequence[int], at: int) -> bool:
    """Whether the verb behind a list is that of a name in it: of all where 会同 joins none, else only of a group apart.

    That stands behind a comma: 市工信局会同市财政局，各区政府按职责分工负责. `commas`: how many names are before each.
    """
    behind = any(0 < comma <= at and listed[comma - 1][2] for comma in commas)
    return (listed[at][0].group and behind) or not any(joined for _, _, joined in listed)
