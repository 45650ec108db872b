"""What opens a clause, what a size is of, what stands amid place and deed, and what a list says once for all of it."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    return figures.find(draft(text, chapter="work", period=None, title="云州市城市更新实施方案", tasks=["建设"]))


def told(text: str) -> list[tuple[str, str]]:
    return [(one.indicator, f"{one.value}{one.unit}") for one in read(text)[0]]


def names(text: str) -> list[str]:
    return [name for name, _ in told(text)]


def gaps(text: str) -> list[Gap]:
    return list(read(text)[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市今年计划新建敬老院8所。", ["新建敬老院"]),
        ("还将在全县设立12个护林站。", ["护林站"]),
        ("我省初步计划完成造林90万亩，力争使湿地面积稳定在30万亩以上。", ["造林", "湿地面积"]),
        ("全年预计将新增航线9条。", ["新增航线"]),
        ("我州的森林覆盖率达到60%，这当中柏木林20万亩。", ["森林覆盖率", "柏木林"]),
        ("全镇建设排水系统24公顷。", ["排水系统"]),
        ("水厂建成后可惠及居民2万户。", ["水厂惠及居民"]),
        ("项目投产后，可实现年产值20亿元。", ["年产值"]),
        ("在石桥镇实施公路防护工程31公里，在柳林乡新建渠道9公里。", ["石桥镇公路防护工程", "柳林乡渠道"]),
        ("避难场所面积应不少于总量的30%。", ["避难场所面积占总量"]),
        # a noun that one of the words opens, and how much of a thing is reckoned
        ("计划生育率达到95%以上。", ["计划生育率"]),
        ("全县在园幼儿达到3万人。", ["全县在园幼儿"]),
        ("继续教育参与率达到60%。", ["继续教育参与率"]),
    ],
)
def test_an_opening_is_no_part_of_what_is_counted(text: str, expected: list[str]) -> None:
    """Who acts, when and where, and that it is planned, stand before the verb of doing; a noun keeps its first word."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施省道改造工程3条，总里程51公里。", ["实施省道改造工程", "省道改造工程总里程"]),
        ("实施滨河路改造工程，总里程6公里。", ["滨河路改造工程总里程"]),
        ("北环路绿化工程，实施面积15公顷。", ["北环路绿化工程实施面积"]),
        ("临湖水厂项目总投资3亿元，占地面积60亩。", ["临湖水厂项目总投资", "临湖水厂项目占地面积"]),
        (
            "新建公厕20座，其中：城区8座，乡镇12座，总投资500万元。",
            ["新建公厕", "城区新建公厕", "乡镇新建公厕", "公厕总投资"],
        ),
        ("在校舍改造方面，总投资8400万元。", ["校舍改造总投资"]),
        ("扶持种植户80户，面积300亩。", ["扶持种植户"]),  # they have no size
        ("新区总规划面积约60平方公里，规划面积约30平方公里。", ["新区总规划面积"]),  # of what, nobody says
    ],
)
def test_a_size_is_of_what_was_made_or_counted(text: str, expected: list[str]) -> None:
    """Of the works of the clause before, of those counted (not of a part of them), of the field that opens it."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成青岚河东岸3.4公里河道治理工程。", [("青岚河东岸河道治理工程", "3.4公里")]),
        ("推进北岸片区12个老旧小区改造。", [("北岸片区老旧小区改造", "12个")]),
        ("完成云溪桥至柳树渡5公里道路拓宽。", [("云溪桥至柳树渡道路拓宽", "5公里")]),
        ("推进旧城区、8个老厂区改造。", [("老厂区改造", "8个")]),
        ("解决石桥镇4万人的饮水不安全问题。", [("解决饮水不安全问题", "4万人")]),
        ("对临河街、北新路等25条群众反映强烈的小巷进行整治。", [("群众反映强烈的小巷整治", "25条")]),
        ("对全县900名村医进行轮训。", [("村医轮训", "900名")]),
        ("提升乡村公路10公里，减少碳排放5万吨。", [("提升乡村公路", "10公里"), ("减少碳排放", "5万吨")]),
        ("推进老旧码头、600总吨以上货船改造。", []),  # which ships, not how many
        ("推进沿江千万吨炼化基地建设。", []),
    ],
)
def test_a_number_amid_a_deed(text: str, expected: list[tuple[str, str]]) -> None:
    """Between the place and the work, behind what has no number, before what is solved; a class of size is none."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("亩均用水量、亩均化肥用量比2020年下降5%。", ["亩均用水量比2020年下降", "亩均化肥用量比2020年下降"]),
        ("秸秆综合利用率、农膜回收利用率达到80%以上。", ["秸秆综合利用率", "农膜回收利用率"]),
        ("城镇居民收入、农村居民收入年均增长6%。", ["城镇居民收入年均增长", "农村居民收入年均增长"]),
        (
            "鱼类、虾蟹、贝藻类产地初加工率分别达到85%、30%、60%。",
            ["鱼类产地初加工率", "虾蟹产地初加工率", "贝藻类产地初加工率"],
        ),
        ("主要农作物良种、良机覆盖率均达到90%。", ["主要农作物良种覆盖率", "主要农作物良机覆盖率"]),
        ("树木成活率和保存率达到95%和90%以上。", ["树木成活率", "树木保存率"]),
        ("果园面积、产量分别稳定在30万亩、90万吨。", ["果园面积", "果园产量"]),
        ("每村至少有1处卫生室、2名护士。", ["每村卫生室", "每村护士"]),
        ("A级景区达到40家，其中5A级2家。", ["A级景区", "5A级景区"]),
        (
            "培育年销售额1000万元以上的网店30家、500万元以上的50家。",
            ["年销售额1000万元以上的网店", "年销售额500万元以上的网店"],
        ),
        ("新建5个、提升10个水产市场。", ["水产市场", "提升水产市场"]),
        ("新建学校12所，其中小学8所、初中4所。", ["新建学校", "小学", "初中"]),
        ("组建抢险队3支150人、巡查队8支。", ["组建抢险队", "组建抢险队", "巡查队"]),
        ("肉、蛋产量达到20万吨。", ["肉、蛋产量"]),  # the sum of both
        ("农药、化肥利用率达到40%。", ["农药、化肥利用率"]),  # only the last has its measure
    ],
)
def test_what_a_list_says_once(text: str, expected: list[str]) -> None:
    """Names that are whole share a number; a measure, a bearer and a bound that stand once hold for all."""
    assert sorted(names(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老楼加装电梯签约300台、完工200台。", ["老楼加装电梯签约", "老楼加装电梯完工"]),
        ("助餐场所供餐能力达到1万客/日。", ["助餐场所供餐能力"]),
        ("产量达到60万吨，耕地利用率巩固提升，达到93%左右。", ["产量", "耕地利用率"]),
        ("每千名儿童拥有医生1名、床位3张。", ["每千名儿童拥有医生", "每千名儿童拥有床位"]),
        ("1型、2型果品合格率均达到60%以上。", ["1型果品合格率", "2型果品合格率"]),
        ("帮扶成功创业600人。", ["帮扶成功创业"]),
        ("改造管网20公里，保持平稳，达到95%。", ["改造管网"]),  # what keeps even, nobody says
    ],
)
def test_what_the_clause_before_leaves(text: str, expected: list[str]) -> None:
    """A state of what was counted, the measure whose trend was told, those of whom each number is."""
    assert names(text)[: len(expected)] == expected


def test_numbers_shared_out_behind_a_semicolon() -> None:
    """The indicators, or the years, of the part before it."""
    text = "6月底前清扫率达到80%，保洁率达到90%；12月底前分别达到85%和100%。"
    assert told(text)[2:] == [("清扫率", "85%"), ("保洁率", "100%")]
    text = "到2022年和2030年，吸烟率分别低于24%和20%；无烟单位比例分别达到30%及以上和80%及以上。"
    figure = {(f.indicator, f.year): str(f.value) for f in read(text)[0]}
    assert figure["无烟单位比例", 2022] == "30"
    assert figure["无烟单位比例", 2030] == "80"
    text = "到2022年和2030年，吸烟率分别低于24%和20%；城镇、农村供水率分别达到90%和80%。"
    assert ("城镇供水率", "90%") in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("堤防标准达到50年一遇。", [("堤防标准", "50年一遇")]),
        ("抵御50年一遇洪水。", []),
        ("花卉展摆不少于50万盆，举办培训班12期。", [("花卉展摆", "50万盆"), ("举办培训班", "12期")]),
        ("实施水厂二期工程。", []),
        ("低压用户接电压缩至15个工作日以内。", [("低压用户接电", "15个工作日")]),
        ("绿地面积不得少于公园总面积的65%。", [("绿地面积占公园总面积", "65%")]),
    ],
)
def test_units_and_limits(text: str, expected: list[tuple[str, str]]) -> None:
    """A flood is named by its years, a standard is reached; what a second stage is called counts nothing."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "按照绿地面积不少于总面积的80%、乔木不少于树木总量70%的指标要求，建设镇区广场。",
        "按照每500户配备1辆清运车的标准配齐设备。",
        "参照不低于每床20平方米的规定改造旧房。",
    ],
)
def test_the_numbers_of_a_rule_are_no_targets_and_are_told(text: str) -> None:
    """What is done by a rule does not make the rule's numbers its own."""
    assert told(text) == []
    assert gaps(text)


def test_a_rule_with_a_year_is_an_aim() -> None:
    """按照到某年达到的要求 sets what is to be reached."""
    assert [value for _, value in told("按照到2027年供水率达到95%的要求推进建设。")] == ["95%"]


def test_what_support_does_not_reach() -> None:
    """Behind the semicolon stands what is done; lessons that are paid for are no support."""
    assert told("对达标企业给予奖励10万元；新建实训基地5个。") == [("新建实训基地", "5个")]
    lessons = told("组织补贴性技能培训4000人次，发放担保贷款5000万元，扶持创业300人。")
    assert [value for _, value in lessons] == ["4000人次", "5000万元", "300人"]
    assert told("对达标企业给予奖励10万元；产值超5亿元的奖励20万元。") == []


@pytest.mark.parametrize(
    "text",
    [
        "占地30亩以上、床位100张以上的养老院应设医务室。",
        "年用电50万千瓦时以上、职工100人以上的工厂应开展诊断。",
        "领导小组下设5个工作组。",
        "分3批推进整治。",
        "每增加1个班级配备2名教师。",
        "落实15%的所得税优惠税率。",
    ],
)
def test_bounds_parts_and_rates_of_law_are_no_targets(text: str) -> None:
    """They say which are meant, in how many parts it is done, or what the law takes."""
    assert told(text) == []


def test_bounds_before_a_count() -> None:
    """What the bounds describe is counted; rates that an aim sums up are aims."""
    assert told("实现筛查率90%以上、随访率95%以上的目标。") == [("筛查率", "90%"), ("随访率", "95%")]
    assert told("建成床位50张以上、餐位80个以上的服务中心3个。")[-1][1] == "3个"


def test_what_is_paid_for_each_insured_person_is_a_level() -> None:
    """It is to be reached like any other; what a body gets by head is support."""
    text = "城乡居民医疗保险人均财政补助标准提高30元，达到580元。"
    assert [value for _, value in told(text)] == ["30元", "580元"]
    assert told("人均公共卫生服务经费补助标准达到84元。") == [("人均公共卫生服务经费补助标准", "84元")]
    assert told("人均基本养老服务补贴标准不低于60元。") == [("人均基本养老服务补贴标准", "60元")]
    assert told("对达标机构按人均补助标准100元给予补助。") == []
