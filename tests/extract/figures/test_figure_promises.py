"""Numbers whose subject stands elsewhere in the sentence, numbers that promise nothing, and terms that do."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from guitu.extract.figures.support import incentives
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市民生实施方案", "tasks": ["建设"]}


def read(sentence: str, **settings: object) -> list[tuple[str, str, str]]:
    """Indicator, value and unit of each figure of a paragraph."""
    found, _ = figures.find(draft(sentence, **(WORK | settings)))  # type: ignore[arg-type]
    return [(f.indicator, str(f.value), f.unit) for f in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建46个公交站点，总规模达到90个。", [("公交站点", "46", "个"), ("公交站点总规模", "90", "个")]),
        (
            "新建乡村书屋12家，总数量达61家，方便借阅。",
            [("新建乡村书屋", "12", "家"), ("乡村书屋总数量", "61", "家")],
        ),
        ("增设起降点30处，总规模达到52处。", [("增设起降点", "30", "处"), ("起降点总规模", "52", "处")]),
        # another unit: nobody says of what
        ("新建渔港3座，总规模达到20万平方米。", [("新建渔港", "3", "座")]),
    ],
)
def test_a_total_is_of_the_things_counted_before_it(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """总规模 behind 新建N个 in the same unit counts those things; alone it is a gap."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("加快山区公路建设，今明两年投资12亿元。", [("山区公路建设投资", "12", "亿元")]),
        ("抢抓国家推进水网建设机遇，三年投资8亿元。", [("水网建设投资", "8", "亿元")]),
        ("实施老旧管网改造，今明两年投资6亿元。", [("老旧管网改造投资", "6", "亿元")]),
        ("全市经济平稳增长，今明两年投资27亿元。", []),
    ],
)
def test_money_is_invested_in_what_the_clause_before_makes(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """投资 alone takes the work of the clause before it; where none is named it is a gap."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("助残服务体系不断完善，服务覆盖率达到88%。", [("助残服务覆盖率", "88", "%")]),
        ("健全社区养老服务网络，服务覆盖率达到90%。", [("社区养老服务覆盖率", "90", "%")]),
        ("加强农村饮水监测，饮水合格率达到95%。", [("农村饮水合格率", "95", "%")]),
        # the noun before it is the subject of another figure
        ("全市大专以上学历人才达到30万人，人才贡献率达到40%。",
         [("全市大专以上学历人才", "30", "万人"), ("人才贡献率", "40", "%")]),
    ],
)  # fmt: skip
def test_the_noun_of_a_rate_is_taken_in_full(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """服务覆盖率 behind a clause about X服务体系 is the rate of X服务."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新认定水产领域龙头企业6家以上、高新技术企业9家以上。",
         [("新认定水产领域龙头企业", "6", "家"), ("新认定水产领域高新技术企业", "9", "家")]),
        ("培育形成文旅领域20家骨干企业，30家小微企业。",
         [("培育形成文旅领域骨干企业", "20", "家"), ("文旅领域小微企业", "30", "家")]),
        ("新增康养领域实训机构3家、托育机构8家。",
         [("新增康养领域实训机构", "3", "家"), ("新增康养领域托育机构", "8", "家")]),
        # another kind of thing
        ("新认定水产领域龙头企业15家、渔港2座。", [("新认定水产领域龙头企业", "15", "家"), ("渔港", "2", "座")]),
    ],
)  # fmt: skip
def test_a_field_holds_for_the_next_of_a_kind(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """The field of the first in a list is that of the others of its kind."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("引进4家以上具有深海养殖能力的骨干企业。", [("具有深海养殖能力的骨干企业", "4", "家")]),
        ("打造具有节水效应的40个样板村。", [("具有节水效应的样板村", "40", "个")]),
        ("建成8个具有国际影响力的文创园。", [("文创园", "8", "个")]),
        ("打造2-3个工艺流程较为成熟的果品加工基地。", [("果品加工基地", "2", "个")]),
        ("培育3-5个采收和冷链一体化的产销联合体。", [("采收和冷链一体化的产销联合体", "3", "个")]),
        ("筛选30个抗旱性强、产量高的品种进行重点推广。", [("重点推广的品种", "30", "个")]),
        ("引导各镇集中力量培育2个特色产业。", [("各镇特色产业", "2", "个")]),
        ("鼓励各校结合实际开设3门劳动课程。", [("各校劳动课程", "3", "门")]),
    ],
)
def test_what_is_said_of_things_stands_where_it_tells_which(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    """An ability or a use tells which things are counted; praise and ways of doing do not."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("培育年产值超50亿元、带动能力强的龙头企业2家。", [("年产值超50亿元、带动能力强的龙头企业", "2", "家")]),
        ("打造规模面积200亩以上的果品示范园8个。", [("规模面积200亩以上的果品示范园", "8", "个")]),
        ("做大做强家具、皮革、钟表3个千亿级产业。", []),
        ("加快发展灯饰、乐器等12个百亿级产业。", []),
        ("推进青岚、白石等3个国家级和9个省级节水城市试点。", []),
        ("打造100G/200G光传输网。", []),
        ("新区总规划面积约60平方公里，规划面积约30平方公里。", [("新区总规划面积", "60", "平方公里")]),
        ("偏远县中央财政负担70%，省级和市县财政各负担15%。", []),
        ("将培训补贴标准由学费的40%提高到80%。", []),
    ],
)
def test_what_describes_or_exists_is_no_target(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """Sizes that say which things are meant, industries that exist, shares that finance bears: no targets."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公立学校应于名录公布后20天内，组织入校评估。", [("公立学校于名录公布后组织入校评估", "20", "天")]),
        ("各景区须在通知下发之日起15日内完成整改。", [("各景区于通知下发之日起完成整改", "15", "日")]),
        (
            "市级主管部门应自受理申诉后10个工作日内作出答复。",
            [("市级主管部门于受理申诉后作出答复", "10", "个工作日")],
        ),
        ("接到报修后20分钟内到达小区。", [("接到报修后到达小区", "20", "分钟")]),
        ("申请人应于通知发出后15日内，提交补正材料。", []),  # what others have to do is no promise
    ],
)
def test_a_time_within_which_an_office_acts_is_a_target(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """Who has to act within how many days after what."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("为每户免费提供1次土壤检测、2次农技指导。",
         [("为每户免费提供土壤检测", "1", "次"), ("为每户免费提供农技指导", "2", "次")]),
        ("为每户养殖户提供2次检测。", [("为每户养殖户提供检测", "2", "次")]),
        ("为每名新生儿提供3次筛查。", [("为每名新生儿提供筛查", "3", "次")]),
        ("为各县提供30次筛查。", [("各县提供筛查", "30", "次")]),  # all of them together
    ],
)  # fmt: skip
def test_a_number_for_each_says_for_whom(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """为每户提供N次… is so many for each, and the list goes on with it."""
    assert read(sentence) == expected


def test_reviews_say_what_has_grown() -> None:
    """The yield behind a clause about what grows, and what all have done, without the words of manner."""
    said = {"chapter": "review", "tasks": [], "title": "云州市农业“十四五”规划", "period": "十四五"}
    assert read("蔬菜连年增收，产量连续保持在13万吨以上。", **said) == [("蔬菜产量", "13", "万吨")]
    assert read("46个低收入村全部摘帽。", **said) == [("低收入村摘帽", "46", "个")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建成“1+3”（深水码头1座、渔业试验区3个）总体格局。",
         [("深水码头", "1", "座"), ("渔业试验区", "3", "个")]),
        ("构建“1+2+4”（市级中心1家、片区分中心2家、乡镇站点4家）服务网络。",
         [("市级中心", "1", "家"), ("片区分中心", "2", "家"), ("乡镇站点", "4", "家")]),
        ("形成“2+5”（物流枢纽2座、配送中心5座）格局。", [("物流枢纽", "2", "座"), ("配送中心", "5", "座")]),
        ("构建“1+3”（1个平台、3个中心）体系。", []),
    ],
)  # fmt: skip
def test_a_remark_says_what_sums_in_quotes_count(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """“1+3” with the things counted in the remark behind it is read; a bare count of what is named is a gap."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "figure", "support"),
    [
        ("发放渔船改造贷款18亿元。", [("发放渔船改造贷款", "18", "亿元")], []),
        ("全年投放涉农贷款60亿元。", [("投放涉农贷款", "60", "亿元")], []),
        ("新增普惠小微贷款余额30亿元。", [("新增普惠小微贷款余额", "30", "亿元")], []),
        ("为返乡青年提供最高30万元的创业担保贷款。", [], ["30"]),
        ("两年安排6亿元支持种业创新。", [], ["6"]),
    ],
)
def test_loans_in_all_are_a_target_and_money_set_aside_is_support(
    sentence: str, figure: list[tuple[str, str, str]], support: list[str]
) -> None:
    """How much is lent in all is a commitment; what one firm gets, and what a budget sets aside, is support."""
    assert read(sentence) == figure
    found, _ = incentives.find(draft(sentence, **WORK))  # type: ignore[arg-type]
    assert [str(grant.value) for grant in found] == support
