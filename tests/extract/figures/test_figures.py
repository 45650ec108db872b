"""Targets and observations of running text, read from sentences of invented places."""

from __future__ import annotations

from datetime import date

import pytest

from guitu.extract.facts import Document, Figure
from guitu.extract.figures import figures
from tests.extract.factories import draft


def found(*paragraphs: str, **settings: object) -> list[Figure]:
    return list(figures.find(draft(*paragraphs, **settings))[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the number at the end of its clause
        ("森林覆盖率达到43.5%。", [("森林覆盖率", "43.5", "%")]),
        ("力争全县旅游总收入突破30亿元。", [("全县旅游总收入", "30", "亿元")]),
        ("城市污水处理率不低于97%。", [("城市污水处理率", "97", "%")]),
        ("细颗粒物浓度控制在32微克/立方米以内。", [("细颗粒物浓度", "32", "微克/立方米")]),
        ("单位产值能耗降低13%。", [("单位产值能耗降低", "13", "%")]),
        ("我省产前检查率达90%以上。", [("产前检查率", "90", "%")]),
        ("高中阶段毛入学率提高到95%。", [("高中阶段毛入学率", "95", "%")]),
        ("养老床位累计达到5000张。", [("养老床位", "5000", "张")]),
        ("新增就业10万人。", [("新增就业", "10", "万人")]),
        # the number before the things that it counts
        ("建设5个乡村示范园区。", [("乡村示范园区", "5", "个")]),
        ("引进和培育30家以上种业龙头企业。", [("种业龙头企业", "30", "家")]),
        ("每年培训1万名以上乡村教师。", [("培训乡村教师", "1", "万名")]),
        ("各县至少建成1所特殊教育学校。", [("各县特殊教育学校", "1", "所")]),
        ("打造10个示范县、100个示范村。", [("示范县", "10", "个"), ("示范村", "100", "个")]),
        ("建设3个省级、8个市级重点实验室。", [("省级重点实验室", "3", "个"), ("市级重点实验室", "8", "个")]),
        ("实现80%以上的乡镇通三级公路。", [("乡镇通三级公路", "80", "%")]),
        # thresholds are part of the indicator
        ("年产值超10亿元的药企达到12家。", [("年产值超10亿元的药企", "12", "家")]),
        ("打造6家年收入超百亿元的车企。", [("年收入超百亿元的车企", "6", "家")]),
        ("每千人口拥有3岁以下婴幼儿托位4.6个。", [("每千人口拥有3岁以下婴幼儿托位", "4.6", "个")]),
        # what a clause leaves out
        (
            "文旅产业增加值达到90亿元，占全县生产总值比重达到12%。",
            [("文旅产业增加值", "90", "亿元"), ("文旅产业增加值占全县生产总值比重", "12", "%")],
        ),
        ("粮食产量稳定在50万吨，年均增长2%。", [("粮食产量", "50", "万吨"), ("粮食产量年均增长", "2", "%")]),
        ("营业收入突破80亿元。", [("数字经济营业收入", "80", "亿元")]),
        (
            "每千人口执业医师达到3.2人、注册护士达到3.8人。",
            [("每千人口执业医师", "3.2", "人"), ("每千人口注册护士", "3.8", "人")],
        ),
        (
            "年产值超亿元的茶企达到60家，其中超5亿元茶企8家。",
            [("年产值超亿元的茶企", "60", "家"), ("年产值超5亿元茶企", "8", "家")],
        ),
        # lists in pairs
        (
            "公路、水路货运量分别达到3亿吨、1亿吨。",
            [("公路货运量", "3", "亿吨"), ("水路货运量", "1", "亿吨")],
        ),
        (
            "学龄儿童近视率和肥胖率分别控制在40%和10%以下。",
            [("学龄儿童近视率", "40", "%"), ("学龄儿童肥胖率", "10", "%")],
        ),
        # what the clause before makes or does
        ("建设集仓储、分拣于一体的冷库，到2025年累计建成90座。", [("冷库", "90", "座")]),
        ("建设口袋公园，到2025年建成100个。", [("口袋公园", "100", "个")]),
        ("开展护理员职业技能培训，每年不少于2万人次。", [("护理员职业技能培训", "2", "万人次")]),
        ("累计培育种业企业60家、茶叶企业20家。", [("累计培育种业企业", "60", "家"), ("累计培育茶叶企业", "20", "家")]),
        # those counted before have what is measured next
        (
            "合作社超300家，从业人数达2万人。",
            [("合作社", "300", "家"), ("合作社从业人数", "2", "万人")],
        ),
        (
            "快递进村率稳步提升，其中青岚县超90%、临湖县超85%。",
            [("青岚县快递进村率", "90", "%"), ("临湖县快递进村率", "85", "%")],
        ),
        ("新建公租房5000套，其中小户型占60%以上。", [("新建公租房", "5000", "套"), ("公租房中小户型占比", "60", "%")]),
        # the subject of another number, and as many names as a number says
        (
            "全市26家种业园区贡献了70%的种业产值。",
            [("全市种业园区", "26", "家"), ("全市种业园区贡献的种业产值占比", "70", "%")],
        ),
        ("湿地、草地两个省级实验室落户云州。", [("省级实验室", "2", "个")]),
        # the cost of a named project, no class of projects
        ("推进总投资12亿元的临湖水厂扩建工程。", [("临湖水厂扩建工程总投资", "12", "亿元")]),
        ("推动总投资5亿元以上的项目落地。", []),
        # in other units, of another whole
        ("种子芯片工艺进入7微米及以下。", [("种子芯片工艺", "7", "微米")]),
        ("救助标准不低于上年农民收入的60%。", [("救助标准占上年农民收入", "60", "%")]),
        # conditions
        ("收住人数少于10人的，并入邻近敬老院。", []),
        ("20户以上的村都建有书屋。", []),
        ("年度经费按30%比例分配，按第2、3条执行。", []),
        # no figures
        ("坚持一张蓝图，推动三个阶段、五个统筹。", []),
        ("完善“15分钟”生活圈，推广5G和12英寸产品，打造“3+6”格局。", []),
        ("面向3岁以下婴幼儿和65岁以上老年人服务，办好第3届博览会。", []),
        ("落实云政发〔2024〕8号文件，2025年6月30日前完成。", []),
        ("对年收入5亿元以上企业开展上门服务。", []),
    ],
)
def test_what_is_measured_and_how_much(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """
    A figure has the complete noun phrase that it measures, its value and its unit as written.
    """
    assert [(f.indicator, str(f.value), f.unit) for f in found(sentence)] == expected


def test_shared_comparator_of_a_list() -> None:
    """
    A word behind the last number of a list in pairs holds for all of them.
    """
    made = found("幼儿园覆盖率和巩固率分别达到92%和99%以上。")

    assert [f.comparator for f in made] == [">=", ">="]


@pytest.mark.parametrize(
    ("paragraphs", "years"),
    [
        (("到2027年，绿道里程达到300公里。",), [2027]),
        (("到“十四五”末，环境改善。", "绿道里程达到300公里。"), [2025, 2025][:1]),
        (("到2025年，公园达到30个。到2035年，公园达到60个。",), [2025, 2035]),
        (("公园达到30个。",), [2025]),
    ],
)
def test_years_of_goals_stay_in_force(paragraphs: tuple[str, ...], years: list[int]) -> None:
    """
    In a chapter of goals a year holds for what follows; without one it is the last year of the period.
    """
    assert [f.year for f in found(*paragraphs)] == years


def test_years_of_work_end_with_their_sentence() -> None:
    """
    In a task a year holds for its sentence, or for the paragraph that it opens.
    """
    inside = found("加强建设，到2026年，书屋达到9个。培训教师50名。", chapter="work")
    opening = found("到2026年，书屋达到9个。培训教师50名。", chapter="work")

    assert [f.year for f in inside] == [2026, None]
    assert [f.year for f in opening] == [2026, 2026]


def test_the_past_is_observed() -> None:
    """
    A review reports: its figures are observations of the last year of the period before, or of the year named.
    """
    made = found("“十三五”期间，新建学校36所。2018年，学位达到5万个。", chapter="review")

    assert [(f.kind, f.year, f.task) for f in made] == [("observation", 2020, None), ("observation", 2018, None)]


def test_from_a_value_to_a_value() -> None:
    """
    The lower end of a rise is an observation, the upper end a target of the same indicator.
    """
    low, high = found("到2025年，绿化率由2020年的38%提高到42%。")

    assert (low.kind, str(low.value), low.year) == ("observation", "38", 2020)
    assert (high.kind, str(high.value), high.indicator) == ("target", "42", low.indicator)


def test_a_state_of_today_in_a_task_is_no_target() -> None:
    """
    In a chapter of work, 目前已建成 tells the present.
    """
    (made,) = found("目前已建成书屋9个。", chapter="work", issued=date(2023, 5, 1))

    assert made.kind == "observation"


@pytest.mark.parametrize(
    ("sentence", "periodicity"),
    [
        ("每年新增店铺100家。", "annual"),
        ("出口额年均增长6%。", "annual"),
        ("累计投入8亿元。", "cumulative"),
        ("“十四五”期间，新增绿地50公顷。", "cumulative"),
        ("公园达到30个。", None),
    ],
)
def test_periodicity(sentence: str, periodicity: str | None) -> None:
    """
    A figure is of each year, of the whole period, or of its end.
    """
    assert [f.periodicity for f in found(sentence)] == [periodicity]


def test_bindingness_of_a_remark() -> None:
    """
    A remark behind the number says whether it binds; it is no part of the indicator.
    """
    first, second = found("耕地保有量不低于60万亩（约束性指标），复种指数达到150%。")

    assert (first.bindingness, second.bindingness) == ("约束性", None)


def test_numbers_of_support_are_left_to_incentives() -> None:
    """
    In a task, a sentence that grants support has no figures; the sentence beside it has.
    """
    made = found("对收入首次突破1亿元的企业，给予20万元奖励。培育企业30家。", chapter="work", tasks=["支持企业"])

    assert [(str(f.value), f.task) for f in made] == [("30", 0)]


def test_what_cannot_be_read_is_a_gap() -> None:
    """
    A list whose names and numbers do not pair up, and a proportion of two numbers, become gaps.
    """
    _, gaps = figures.find(draft("各项工作分别达到10%、20%、30%。", "师生比达到1:15。"))

    assert [g.kind for g in gaps] == ["unread-number", "unread-number"]


def test_every_number_is_accounted_for() -> None:
    """
    A number with a unit that is neither figure nor condition, in running text or in a remark, is a gap with its place.
    """
    made = draft("加快建设（含新建学位3000个）。", "乡村的电费60元处处通行。", "对床位40张的养老院开展巡查。")
    found, gaps = figures.find(made)

    assert found == ()
    assert [(g.kind, made.text.quote(g.span)) for g in gaps] == [("unread-number", "3000个"), ("unread-number", "60元")]


def test_a_number_of_years_sums_up() -> None:
    """
    What is to be done within some years is counted over them; a plan of one year aims at that year.
    """
    (first,) = found("5年内培训乡村医生800名。", chapter="work", title="云州市卫生人才实施意见", period=None)
    (second,) = found("新建步道30公里。", chapter="work", title="云州市2024年为民实事工作方案", period=None)

    assert first.periodicity == "cumulative"
    assert second.year == 2024


def test_a_year_holds_over_semicolons() -> None:
    """
    In a task, a year that opens a sentence holds up to its full stop.
    """
    made = found(
        "加强供给，优化布局。完善从城到乡、覆盖全市各街各镇的公共服务网络，方便群众就近读书休闲。到2025年，书屋达到9个；公园达到8个。绿道达到7公里。",
        chapter="work",
    )

    assert [f.year for f in made] == [2025, 2025, None]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        (
            "预测到2030年，供水投资达到8.4亿元。其中，泵站投资约为2.4亿元，约占总投资的29%；管网投资约为6亿元。",
            [2030] * 4,
        ),
        ("经测算，到2029年，全市需要护士达到900名。其中，社区护士达到300名。", [2029] * 2),
        ("初步估算，到2028年，全市绿地面积达到90公顷。其中，公园面积60公顷；街头绿地面积6公顷。", [2028] * 3),
        ("加强供水，预测到2030年，供水投资达到8.4亿元。泵站投资约为2.4亿元。", [2030, None]),
    ],
)
def test_a_year_that_a_forecast_opens_with_holds_for_its_parts(sentence: str, years: list[int | None]) -> None:
    assert [f.year for f in found(sentence, chapter="work")] == years


def test_spans_hold_the_numbers() -> None:
    """
    The span of a figure is a stretch of the reading text with its number, stray spaces and all.
    """
    made = draft("  到 2025 年， 湿地保护率达到 60 %以上。")
    (figure,) = figures.find(made)[0]

    assert "60" in made.text.quote(figure.span)
    assert figure.indicator == "湿地保护率"


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("云州市文化和旅游业发展“十四五”规划", "文化和旅游业"),
        ("“十四五”软件业发展规划", "软件业"),
        ("云州市促进家政服务业高质量发展的若干措施", "家政服务业"),
        ("青岚县教育事业发展规划（2024-2027年）", "教育"),
    ],
)
def test_topic_of_a_title(title: str, topic: str) -> None:
    """
    A title says whose measures the document speaks of.
    """
    assert figures.topic_of_title(Document(title)) == topic


def test_a_long_paragraph_is_read_in_time() -> None:
    """
    A paragraph of many thousand figures is read in time that grows with its length.
    """
    assert len(found("公园达到30个，" * 8000)) == 8000


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a remark right behind a figure
        ("新增水浇地20万亩（1.33万公顷）。", [("新增水浇地", "20"), ("新增水浇地", "1.33")]),
        ("湿地保护率60%（其中河流湿地保护率72%）。", [("湿地保护率", "60"), ("河流湿地保护率", "72")]),
        ("优良天数比例达到85%（全省平均80.1%）。", [("优良天数比例", "85"), ("全省平均优良天数比例", "80.1")]),
        ("改造村卫生室40所（含山区12所）。", [("改造村卫生室", "40")]),
        # those counted with what they have done
        ("86个乡镇、920个行政村全部通客车。", [("通客车的乡镇", "86"), ("通客车的行政村", "920")]),
        ("全市已有31个社区达到绿色社区标准。", [("达到绿色社区标准的社区", "31")]),
        ("司法、民政等9个部门出台配套办法。", [("出台配套办法的部门", "9")]),
        # what the last figure leaves to the next one
        ("建成国家级工坊3个、省级12个。", [("国家级工坊", "3"), ("省级工坊", "12")]),
        ("发生事故32起，造成2人死亡、5人受伤。", [("发生事故", "32"), ("造成死亡", "2"), ("造成受伤", "5")]),
        ("林网面积30万亩，控制率达91%。", [("林网面积", "30"), ("林网控制率", "91")]),
        ("有线广播覆盖人口60万人，覆盖率95%。", [("有线广播覆盖人口", "60"), ("有线广播覆盖率", "95")]),
        ("毛入园率92%，远高于全省平均85%的水平。", [("毛入园率", "92"), ("全省平均毛入园率", "85")]),
        ("货运量3亿吨，远低于全省货运量40亿吨。", [("货运量", "3"), ("全省货运量", "40")]),
        (
            "铁路320公里、国道90公里，分别占总里程的3%和1%。",
            [("铁路", "320"), ("国道", "90"), ("铁路占总里程", "3"), ("国道占总里程", "1")],
        ),
        (
            "接待游客90万人次，门票收入2亿元，年均分别增长12%和15%。",
            [("接待游客", "90"), ("门票收入", "2"), ("接待游客年均增长", "12"), ("门票收入年均增长", "15")],
        ),
        # lists in pairs
        ("城乡居民收入分别增长6%、8%。", [("城镇居民收入增长", "6"), ("农村居民收入增长", "8")]),
        (
            "货车单位运量的能耗和碳排放分别下降6%和8%。",
            [("货车单位运量的能耗下降", "6"), ("货车单位运量的碳排放下降", "8")],
        ),
        (
            "50万人口以上的县和50万人口以下的县，公交车拥有量分别达到12和9标台。",
            [("50万人口以上的县公交车拥有量", "12"), ("50万人口以下的县公交车拥有量", "9")],
        ),
        # units in signs, thresholds, classes
        ("用水总量控制在6亿m3以内，水面达到120km2。", [("用水总量", "6"), ("水面", "120")]),
        ("新建30头以上规模牛场12个。", [("新建30头以上规模牛场", "12")]),
        ("三次产业结构更加合理，工业产值突破90亿元大关。", [("工业产值", "90")]),
    ],
)
def test_forms_of_reviews(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Remarks, those counted by what they did, and what a clause takes from the figure before it."""
    assert [(f.indicator, str(f.value)) for f in found(sentence, chapter="review")] == expected


def test_a_share_said_to_be_about() -> None:
    """约 before 占 holds for the number behind."""
    assert [f.comparator for f in found("茶园面积12万亩，约占全省茶园面积的9%。", chapter="review")] == ["=", "~"]


def test_goals_before_the_first_heading() -> None:
    """A plan of one year says its goals in front: by 目标 they are its targets, by 完成 of the past."""
    year = {"title": "云州市2024年国民经济和社会发展计划", "period": None, "chapter": "front"}

    for goal in ("主要预期目标是：粮食产量保持在90万吨以上。", "全年工作目标为：城镇新增就业3万人。"):
        assert [(f.kind, f.year) for f in found(goal, **year)] == [("target", 2024)]
    assert [(f.kind, f.year) for f in found("2023年粮食产量完成92万吨。", **year)] == [("observation", 2023)]


def test_a_paragraph_that_opens_with_a_state_to_reach() -> None:
    """Whatever its chapter, it holds goals of the period and belongs to no task."""
    sentence = "——公交服务水平明显提升。公交分担率达到30%。"

    for chapter in ("front", "work"):
        [figure] = found(sentence, chapter=chapter)
        assert (figure.kind, figure.year, figure.task) == ("target", 2025, None)
    assert found("提升公交服务水平。公交分担率达到30%。", chapter="work")[0].year is None


def test_what_a_place_is_like_has_no_year() -> None:
    """Under 基本情况 and the like a number is no result of the period."""
    sentence = "全县林地面积30万亩。"

    assert found(sentence, chapter="review", heading="基本情况")[0].year is None
    assert found(sentence, chapter="review", heading="“十三五”基本情况")[0].year == 2020
    assert found(sentence, chapter="review", heading="发展成效")[0].year == 2020


def test_numbers_in_quotation_marks() -> None:
    """A quoted rule that sets a limit is read; a number with a unit inside a quoted name is a gap."""
    [limit] = found("按“每月断水次数不超过2次”的要求管护管网。", chapter="work")
    assert (limit.indicator, str(limit.value), limit.comparator) == ("每月断水次数", "2", "<=")
    figures_, gaps = figures.find(draft("实施“50万亩良田”工程。", chapter="work"))
    assert not figures_
    assert [gap.kind for gap in gaps] == ["unread-number"]
