"""Numbers whose phrase says how often, what part, of what size or from what: the name holds it, minimal and whole."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.figures import figures
from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市乡村振兴实施方案", "tasks": ["建设"]}


def found(*paragraphs: str) -> list[Figure]:
    return list(figures.find(draft(*paragraphs, **WORK))[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one noun for several sizes
        (
            "培育3家年营收超百亿元、8家超50亿元的链主企业。",
            [("年营收超百亿元的链主企业", "3"), ("年营收超50亿元的链主企业", "8")],
        ),
        (
            "到2028年，引进2家以上年产值过20亿元和5家以上年产值达10亿元的食品企业。",
            [("年产值过20亿元的食品企业", "2"), ("年产值达10亿元的食品企业", "5")],
        ),
        (
            "打造1个销售额突破30亿元、4个突破10亿元的市场，新建仓库6座。",
            [("销售额突破30亿元的市场", "1"), ("销售额突破10亿元的市场", "4"), ("新建仓库", "6")],
        ),
        (
            "培育年产值超10亿元的企业5家、年产值超亿元的企业20家。",
            [("年产值超10亿元的企业", "5"), ("年产值超亿元的企业", "20")],
        ),
        (
            "力争培育1家市值超千亿元、3家市值超百亿元的上市公司。",
            [("市值超千亿元的上市公司", "1"), ("市值超百亿元的上市公司", "3")],
        ),
        # how often
        ("农技站每季度举办1次田间课、2次观摩会。", [("农技站每季度举办田间课", "1"), ("每季度举办观摩会", "2")]),
        ("坚持每三年集中开展1次河道普查。", [("每三年集中开展河道普查", "1")]),
        ("各乡镇每两个月至少组织2次巡查。", [("各乡镇每两个月组织巡查", "2")]),
        ("每年培训村医200名。", [("培训村医", "200")]),
        # which part
        ("60%以上的课题由企业牵头，形成联合体。", [("由企业牵头的课题", "60")]),
        ("75%的乡镇达到省级卫生乡镇创建标准。", [("达到省级卫生乡镇创建标准的乡镇", "75")]),
        ("90%的村通公交。", [("村通公交", "90")]),
        ("70%的资金由市财政承担。", []),
        # from what measure it is raised
        ("将低保准入标准由家庭月人均收入800元提高到950元。", [("低保准入标准", "800"), ("低保准入标准", "950")]),
        ("将供养标准由每户2000元提高到3000元以上。", [("供养标准", "2000"), ("供养标准", "3000")]),
        ("将乐县企业总数达到300家。", [("将乐县企业总数", "300")]),
        ("养老金标准由每人每月120元提高到150元。", [("养老金标准", "120"), ("养老金标准", "150")]),
        # one for each stretch
        ("每10—15公里河道配备不少于一名巡河员。", [("每10—15公里河道巡河员", "1")]),
        ("每平方公里绿地至少配备一名养护员。", [("每平方公里绿地养护员", "1")]),
        ("沿10公里河道有一名热心人。", []),
        # one that is built, and one that is said so
        ("在河东片区选址新建一座变电站。", [("变电站", "1")]),
        ("在青岚县建成一所特殊教育学校。", [("青岚县特殊教育学校", "1")]),
        ("建设一座滨水宜居新城。", []),
        ("打造一座永不落幕的文化场馆。", []),
        # the area of what has rooms, not of who works
        ("新建孵化器5家，建筑面积20万平方米。", [("新建孵化器", "5"), ("新建孵化器建筑面积", "20")]),
        ("扶持种植户80户，面积300亩。", [("扶持种植户", "80")]),
        # verbs of doing beside another
        (
            "建设和筹集人才公寓500套，其中青年公寓占40%。",
            [("建设和筹集人才公寓", "500"), ("人才公寓中青年公寓占比", "40")],
        ),
        ("到2027年，物流业营收在300亿元以上持续增长。", [("物流业营收", "300")]),
        # the number of a programme
        ("实施百名教授引才工程和百名青年教师“走出去”、“请进来”工程。", []),
        ("引进百名青年教师。", [("青年教师", "100")]),
    ],
)
def test_a_phrase_names_what_its_number_measures(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.indicator, str(f.value)) for f in found(text)] == expected


def test_a_remark_that_is_the_kind_of_place_stays_in_the_name() -> None:
    (share,) = found("到2027年，各区（县级市）公共图书馆占比达到60%。")

    assert share.indicator == "各区（县级市）公共图书馆占比"


def test_support_that_grows_without_an_amount_hides_no_figure() -> None:
    read_ = found("特困供养补助标准逐步提高，护理床位占比总体平均达到60%左右。")

    assert [(f.indicator, str(f.value), f.comparator) for f in read_] == [("护理床位占比", "60", "~")]
    assert found("特困供养补助标准逐步提高到每月900元。") == []


def test_a_yearly_supply_is_of_each_year() -> None:
    (share,) = found("2026—2030年，保障房用地的年度土地供应量不低于居住用地的30%。")

    assert share.periodicity == "annual"


def test_a_heading_that_sets_goals_is_no_task() -> None:
    text = (
        "云州市会展业行动方案\n\n一、明确发展目标\n\n到2028年，会展业收入达到90亿元。\n\n"
        "二、建设会展场馆\n\n1.建设国际会展中心。新建展厅3个。\n"
    )
    facts = read(Source("plan.txt", text.encode())).documents[0]

    assert "明确发展目标" not in {task.title for task in facts.tasks}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("推进急救站建设", "落实“3分钟出车、8分钟到场”要求。", [("急救站出车", "3"), ("急救站到场", "8")]),
        (
            "推进抢险队伍建设",
            "执行“15分钟内响应、1小时内到达现场”标准。",
            [("抢险队伍响应", "15"), ("抢险队伍到达现场", "1")],
        ),
        ("推进社区服务驿站建设", "达到“5分钟接单”工作目标。", [("社区服务驿站接单", "5")]),
        ("推进急救站建设", "打造“15分钟生活圈”，完善“3分钟出车”宣传。", []),
        ("提升急救能力", "落实“3分钟出车、8分钟到场”要求。", []),
    ],
)
def test_a_quoted_rule_says_how_soon_those_of_the_task_act(
    title: str, text: str, expected: list[tuple[str, str]]
) -> None:
    read_, gaps = figures.find(draft(text, **WORK | {"tasks": [title]}))  # type: ignore[arg-type]

    assert [(f.indicator, str(f.value)) for f in read_] == expected
    assert len(gaps) == (2 if "能力" in title else 0)
