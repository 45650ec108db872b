"""Whose a bare measure is: the clause before makes, extends or is about it; what a programme works on."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市民生实施方案", "tasks": ["建设"]}
REVIEW = WORK | {"chapter": "review"}


def read(sentence: str, settings: dict[str, object] = WORK) -> list[tuple[str, str]]:  # type: ignore[assignment]
    """Indicator and value of each figure of a paragraph."""
    found, _ = figures.find(draft(sentence, **settings))  # type: ignore[arg-type]
    return [(figure.indicator, str(figure.value)) for figure in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市县共建青岚花木交易市场，力争交易额达到20亿元。", [("青岚花木交易市场交易额", "20")]),
        (
            "将工伤保险从正式职工扩大到灵活就业人员，保费由每人每年30元提高至50元。",
            [("工伤保险保费", "30"), ("工伤保险保费", "50")],
        ),
        ("桥下空间应优先用于健身，利用率不低于70%。", [("桥下空间利用率", "70")]),
        ("青岚电子产业园开工建设，该项目总投资9亿元。", [("青岚电子产业园总投资", "9")]),
        ("推动青岚渔港重点项目早日投用，吞吐量突破8万吨。", [("青岚渔港吞吐量", "8")]),
        # nobody says whose
        ("加快经济发展，利用率不低于70%。", [("利用率", "70")]),
        ("项目投产后，可实现年产值20亿元。", [("年产值", "20")]),
    ],
)
def test_a_bare_measure_is_of_the_clause_before(sentence: str, expected: list[tuple[str, str]]) -> None:
    """What a clause makes, extends or is about bears the measure of the next one."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("开展新一轮农村公路提升行动，新建800公里。", [("新建农村公路", "800")]),
        ("实施背街小巷整治工程，治理30条。", [("背街小巷治理", "30")]),
        ("实施农田灌渠修复工程，改造46公里。", [("改造农田灌渠", "46")]),
        # a programme that only has a name
        ("实施“青岚英才”计划，引进30名。", [("“青岚英才”计划", "30")]),
    ],
)
def test_a_bare_verb_is_of_what_a_programme_works_on(sentence: str, expected: list[tuple[str, str]]) -> None:
    """提升行动, 整治工程 are no part of what is counted."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("油茶单产水平稳步提高，单产提升4%。", [("油茶单产提升", "4")]),
        ("组织防溺水演练50场，参训人数达到2000人。", [("组织防溺水演练", "50"), ("防溺水演练参训人数", "2000")]),
        ("推动老楼电梯加装建设，新开工36台，完工18台。", [("老楼电梯加装", "36"), ("老楼电梯加装完工", "18")]),
        ("新增积分账户小区36个，覆盖居民2万户。", [("新增积分账户小区", "36"), ("积分账户小区覆盖居民", "2")]),
        ("出境断面水质考核优良，水质达标率达到92%。", [("出境断面水质达标率", "92")]),
        ("全县地下水监测井水质级别总体稳定，水质较差比例控制在7%以内。", [("全县地下水监测井水质较差比例", "7")]),
        ("完成村居改水3万户、改灶800个、改厕5万户。", [("村居改水", "3"), ("村居改灶", "800"), ("村居改厕", "5")]),
        ("新建旅游公路35公里，重点养护70公里。", [("新建旅游公路", "35"), ("重点养护旅游公路", "70")]),
        (
            "区属企业资产总额达到27亿元，工业总产值突破10亿元。",
            [("区属企业资产总额", "27"), ("区属企业工业总产值", "10")],
        ),
        # a whole of its own
        ("森林质量提升明显，森林覆盖率达到30%。", [("森林覆盖率", "30")]),
        ("油茶单产水平稳步提高，茶叶单产提升4%。", [("茶叶单产提升", "4")]),
    ],
)
def test_what_the_clause_before_says_once(sentence: str, expected: list[tuple[str, str]]) -> None:
    """The measure whose trend was told, the deed that people attend, the works that are begun and done."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "完成客运量40万人，旅客周转量12万人公里，同比增长8%、5%。",
            [("客运量", "40"), ("旅客周转量", "12"), ("客运量同比增长", "8"), ("旅客周转量同比增长", "5")],
        ),
        (
            "新增高速公路30公里、国道50公里，总里程分别达到90公里和210公里。",
            [("新增高速公路", "30"), ("国道", "50"), ("高速公路总里程", "90"), ("国道总里程", "210")],
        ),
        (
            "火灾起数、亡人数、伤人数分别下降3%、4%、5%。",
            [("火灾起数下降", "3"), ("火灾亡人数下降", "4"), ("火灾伤人数下降", "5")],
        ),
        (
            "化学需氧量、氨氮排放量分别累计下降10%、11%。",
            [("化学需氧量排放量累计下降", "10"), ("氨氮排放量累计下降", "11")],
        ),
        (
            "单位产值用水量和单位面积用水量降幅不低于18%和12%。",
            [("单位产值用水量降幅", "18"), ("单位面积用水量降幅", "12")],
        ),
        ("工业投资、民间投资年均增长7%。", [("工业投资年均增长", "7"), ("民间投资年均增长", "7")]),
        ("引进种业企业、种苗基地分别达到15家以上。", [("种业企业", "15"), ("种苗基地", "15")]),
        (
            "客运量、货运量年均分别增长4%、9%。",
            [("客运量年均增长", "4"), ("货运量年均增长", "9")],
        ),
        (
            "5个省级项目、6个市级项目分别完成投资3亿元、2亿元。",
            [("省级项目完成投资", "3"), ("市级项目完成投资", "2")],
        ),
        ("实际使用内资26亿元、外资2亿元。", [("实际使用内资", "26"), ("实际使用外资", "2")]),
        # one sum of both
        ("肉、蛋产量达到20万吨。", [("肉、蛋产量", "20")]),
    ],
)
def test_several_names_with_their_changes(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Each of several measures with its number, wherever a clause leaves out what another one said."""
    assert read(sentence, REVIEW) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到位资金30亿元，完成年度任务80亿元的46%，同比增长8%。",
            ["到位资金", "到位资金完成年度任务", "到位资金同比增长"],
        ),
        ("改厕任务2万座，完成2.1万座，完成率105%。", ["改厕任务", "改厕任务", "改厕完成率"]),
        ("地区生产总值达到73亿元，首次突破70亿元大关。", ["地区生产总值", "地区生产总值"]),
        ("全县园区完成全口径税收6亿元。", ["全口径税收"]),
        ("全区各镇共签约项目47个。", ["签约项目"]),
        ("1—6月累计完成工业产值24亿元。", ["工业产值"]),
        ("36个重点项目进展顺利。", ["重点项目"]),
        ("区属企业投资36亿元9个重点项目。", ["区属企业投资", "重点项目"]),
        ("仍存在5个方面薄弱点。", ["薄弱点"]),
        ("财政收入8亿元，占计划的105%，同比增长3%。", ["财政收入", "财政收入占计划", "财政收入同比增长"]),
        ("生产总值49亿元，是2010年的1.7倍，年均增长9%。", ["生产总值", "生产总值是2010年", "生产总值年均增长"]),
        ("年出栏生猪31万头，存栏12万头。", ["年出栏生猪", "生猪存栏"]),
        ("全县现有龙头企业31家，其中省级4家。", ["全县龙头企业", "省级龙头企业"]),
        ("新增特色产业90亩，其中果业40亩、渔业50亩。", ["新增特色产业", "果业", "渔业"]),
        ("水果种植面积2万亩，产量8万吨，同比减少2%。", ["水果种植面积", "水果产量", "水果产量同比减少"]),
        ("食品加工业逆势增长，完成产值38亿元。", ["食品加工业产值"]),
        # a stretch of a road is told by its name
        ("滨河大道段完成投资2亿元。", ["滨河大道段完成投资"]),
    ],
)
def test_reports_of_work(sentence: str, expected: list[str]) -> None:
    """What a report says around its numbers is no part of what is measured."""
    assert [name for name, _ in read(sentence, REVIEW)] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建议今年全市生产总值增速目标设定为6%左右。", ["全市生产总值增速"]),
        ("建议一般公共预算收入增长目标确定为年均增长5%。", ["一般公共预算收入年均增长"]),
        ("分类分区建设口袋公园30个。", ["建设口袋公园"]),
        ("提升排涝能力、完成城区雨污管网改造46公里。", ["城区雨污管网改造"]),
        ("改善灌溉条件、实现渠系衬砌120公里。", ["渠系衬砌"]),
        ("积分账户要新增覆盖9万户。", ["积分账户新增覆盖"]),
        ("碳排放强度将较2021年降低7%。", ["碳排放强度较2021年降低"]),
        ("绿道里程增加了36公里。", ["绿道里程增加"]),
        ("对中亚国家出口增长18%，对东盟贸易占全市比重达到25%。", ["对中亚国家出口增长", "对东盟贸易占全市比重"]),
        ("各村配备1辆功能齐全的巡护车。", ["各村巡护车"]),
        ("形成年产3000台农机、50万套零件的制造能力。", ["年产农机", "年产零件"]),
        ("生产托管大豆面积20万亩以上。", ["生产托管大豆面积"]),
        # a condition, and a list of what is built together
        ("对实际投资3亿元的项目给予奖励。", []),
        ("推进水厂、泵站建设6座。", ["水厂、泵站建设"]),
    ],
)
def test_what_stands_around_a_name(sentence: str, expected: list[str]) -> None:
    """That an aim is set, how it is done, what is done besides: no part of what is measured."""
    assert [name for name, _ in read(sentence)] == expected


def test_treatment_done_beside_money_that_is_given_is_a_target() -> None:
    """免费手术200例 is done; 每人1万元 is given."""
    assert read("为低收入患者实施免费手术200例、困难妇女给予每人1万元救助。") == [("为低收入患者实施免费手术", "200")]
