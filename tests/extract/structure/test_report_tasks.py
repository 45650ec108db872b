"""Tasks of work reports: chapters of goals and tasks, rows with dashes, lists with titles, appeals that close."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    (found,) = read(Source("report.txt", "\n".join(lines).encode())).documents
    return found


def titles(*lines: str) -> list[str]:
    return [task.title for task in facts("云州市2026年政府工作报告", *lines).tasks]


CHAPTER = "二、“十五五”时期主要目标任务"
DASHED = [
    (
        "——坚持节水优先，建设节水型城市。加快改造老旧管网，推行分区计量，推广节水器具，漏损率降到8%。",
        "——坚持清污并举，守护一湖碧水。实施入湖河道清淤，建设生态缓冲带，严查偷排漏排，健全湖长制。",
        "——坚持城乡一体，办好每所学校。扩建乡镇中心校，选派骨干教师下乡，完善校车运营，落实营养餐补助。",
    ),
    (
        "——坚持以港兴市。深入推进港口扩能改造，拓展近洋航线，培育航运服务企业，吞吐量达到3000万吨。",
        "——坚持以文润城，让古城焕发生机。修缮历史街区，开放名人故居，举办非遗展演，把古城建成开放的博物馆。",
        "——坚持医防协同，建设健康东桥。健全县乡医联体，组建家庭医生团队，扩大慢病用药目录，加强重点人群筛查。",
    ),
    (
        "——坚持以林养民，做大做强油茶产业。一体推进良种繁育和低产林改造，发展精深加工，打造区域公用品牌。",
        "——坚持安全第一，建设更高水平平安青岚。深化矿山隐患整治，完善应急预案，加强基层救援队伍建设。",
        "——坚持数字赋能，提升治理水平。建设城市运行平台，推动数据归集共享，推广高效办成一件事，优化热线服务。",
    ),
]


@pytest.mark.parametrize("lines", DASHED)
def test_a_row_with_dashes_sets_tasks_under_goals_and_tasks(lines: tuple[str, ...]) -> None:
    """The first sentence is the title, in two clauses as well; what stands under it gives its figures to it."""
    found = facts("云州市2026年政府工作报告", CHAPTER, "今后五年，要办好几件大事。", *lines)
    assert [t.title for t in found.tasks] == [line[2:].partition("。")[0] for line in lines]
    assert {t.form for t in found.tasks} == {"runin"}
    assert {f.task for f in found.figures} <= {t.order for t in found.tasks}
    assert {f.year for f in found.figures} <= {2030}


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        # goals: what is reached
        (
            CHAPTER,
            (
                "——经济实力显著增强，结构更加优化。地区生产总值年均增长6%，财政收入稳步提高，产业体系更加完善。",
                "——创新能力大幅提升，动能加快转换。研发投入年均增长9%，高新技术企业数量翻番，创新生态更加完善。",
                "——生态环境明显改善，家园更加美丽。空气优良天数比例达到92%，森林覆盖率稳步提高，水质持续改善。",
            ),
        ),
        # no tasks by the name of the chapter
        ("二、“十五五”时期发展目标", DASHED[0]),
        ("二、基本原则", DASHED[1]),
        ("二、今后五年工作应当把握的重要要求", DASHED[2]),
    ],
)
def test_a_row_with_dashes_that_sets_none(heading: str, lines: tuple[str, ...]) -> None:
    assert titles(heading, "今后五年，要站在全局谋划发展。", *lines) == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "努力在推进水利现代化中走在前列",
            "加快建设青石水库，推进灌区改造，健全水价机制，让群众喝上放心水。",
        ),
        ("水利现代化", "完善骨干水网，推进灌区改造，建立节水奖励机制，普及智能水表。"),
        ("在文化传承中展现新风貌", "修缮古村落，建设乡村戏台，培养非遗传承人，举办东桥庙会。"),
    ],
)
def test_an_item_of_goals_and_tasks_is_told_by_its_text(title: str, body: str) -> None:
    assert titles(CHAPTER, f"（一）{title}。{body}", "（二）粮食安全。建设高标准农田，推广良种良法。") == [
        title,
        "粮食安全",
    ]


def test_an_item_of_goals_and_tasks_that_tells_a_state_is_none() -> None:
    items = ("（一）供水保障。供水能力显著提升，普及率达到98%，水质持续改善。", "（二）发展目标。建设水网，推进改造。")
    assert titles(CHAPTER, *items) == []


@pytest.mark.parametrize(
    "heading", ["二、“十五五”时期发展应把握的重要要求", "二、做好今年工作的重大要求", "二、必须遵循的原则要求"]
)
def test_what_is_to_be_heeded_sets_no_task(heading: str) -> None:
    lines = ("要把好方向。", "一是始终把节水放在首位。推进计量收费。", "二是始终把安全作为底线。排查水库隐患。")
    assert titles(heading, *lines) == []
    assert titles("二、落实重要要求", "建设水库，修缮堤防。") == ["落实重要要求"]


LIST = [
    "一是坚持依法履职，规范行政行为。健全重大决策程序，推行柔性执法，主动接受群众监督，推进政务公开。",
    "二是坚持干在实处，转变工作作风。大力精简会议文件，深入基层调查研究，建立问题台账，做到件件有回音。",
    "三是坚持过紧日子，守住廉洁底线。压减一般性支出，加强审计监督，查处群众身边的腐败，落实公务卡制度。",
]


@pytest.mark.parametrize(
    ("between", "lead", "following"),
    [
        ("\n", "", "各位代表！实干成就未来，让我们一起努力！"),
        ("", "站在新的起点，对政府自身建设提出了更高要求。", "各位代表！实干成就未来，让我们一起努力！"),
        ("", "全县各级要转变作风。", "各位代表！实干成就未来，让我们一起努力！"),
        ("", "全市各级各部门要切实改进工作：", "本报告经市人民代表大会审议通过后实施。"),
    ],
)
def test_a_list_whose_matters_have_titles_and_texts(between: str, lead: str, following: str) -> None:
    """Each in a paragraph of its own, or all in one behind what leads to them."""
    found = titles("三、2026年重点工作", "（一）改善供水", "改造管网。更换老旧管道，推进分区计量。", *(
        (lead + between.join(LIST)).split("\n")
    ), following)  # fmt: skip
    assert found == ["改善供水", "改造管网", *(one[2:].partition("。")[0] for one in LIST)]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        # a list inside one sentence
        (
            "三、2026年重点工作",
            ["（一）改善供水", "全市要做好几件事：一是改造管网，减少漏损；二是新建水厂，保障供应；三是清淤河道。"],
        ),
        # a run-in title that tells its own list
        ("三、2026年重点工作", ["（一）改善供水", "改造管网。" + "".join(LIST)]),
        # what has been done
        ("一、2025年工作回顾", ["（一）改善供水", "一年来，成效明显。" + "".join(LIST)]),
    ],
)
def test_a_list_that_sets_no_tasks_of_its_own(heading: str, lines: list[str]) -> None:
    assert not any(title.startswith("坚持") for title in titles(heading, *lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["千帆竞发争上游，百舸争流勇者先。让我们更加紧密地团结起来，奋力谱写云州发展新篇章！"],
        ["各位代表！", "长风破浪会有时，直挂云帆济沧海。全市上下要同心同德，创造无愧于时代的业绩。"],
        ["奋进正当时。我们坚信，东桥的明天一定更加美好，群众的生活一定更加幸福！"],
    ],
)
def test_an_appeal_that_closes_a_report_is_no_task(lines: list[str]) -> None:
    assert titles("三、2026年重点工作", "（一）改善供水", "改造管网。更换老旧管道，推进计量。", *lines) == [
        "改善供水",
        "改造管网",
    ]


def test_a_title_of_two_clauses_behind_an_address_is_a_task() -> None:
    lines = ["各位代表！", "强化调度，优化服务。建立值班制度，简化报装手续，公开停水信息，接受群众监督。"]
    assert "强化调度，优化服务" in titles("三、2026年重点工作", "（一）改善供水", *lines)


ROW = (
    "改善农村道路。推进联网公路建设，打通断头路，改造危桥，落实养护经费，定期开展道路检测评定，把农村道路养护资金列入预算。"
    "推行路长制，健全县乡村三级管护队伍，清理占道堆放，整治超限运输，完善农村道路安防设施，补齐桥头护栏。{0}"
    "发展乡村客运。推广镇村公交，优化客运班线，新增乡镇客运站，补贴偏远线路运营，发布客运时刻，让群众出行更加方便舒心。"
    "支持乡村客运企业开展定制服务，更新老旧车辆，落实燃油补贴政策，健全客运安全管理制度。"
    "完善物流网点。建设县级物流中心，改造乡镇快递站点，鼓励物流企业融合发展，降低快递进村成本，推动农产品出村进城销售。"
    "加快物流网点数字化改造，推行统一配送，培训站点人员，规范快件安检。"
)
CLEAN = (
    "扩大文化供给。建设城市书房，开放学校场馆，组织送戏下乡，培育民间社团，发放文化消费券，让群众就近享受文化生活。"
    "保护文化遗产。普查古建筑，修缮古村落，建立传承人名录，开设非遗课堂，推动文物数字化采集，健全文物安全巡查责任体系。"
    "发展乡村旅游。打造精品线路，完善停车场所，培训民宿业主，举办农事节庆，推出季节主题产品，推动农文旅深度融合发展，"
    "健全民宿安全管理办法，建立游客评价体系，加强市场秩序整治，维护游客合法权益，开通旅游直通车，公布服务投诉热线，组织导游培训，"
    "完善旅游标识，提升旅游厕所管护水平，推动景区与周边村庄共建共享，带动农民就业增收，定期发布旅游舒适度指数，引导游客错峰出行，形成口碑。"
)
CLEAN_TOO = CLEAN.replace("文化", "体育").replace("旅游", "研学").replace("古", "老")


@pytest.mark.parametrize(
    "inner",
    [
        "加快东桥至青岚快速路前期工作。",
        "推动货车限行区域动态调整。",
        "建成路网监测平台。",
    ],
)
def test_paragraphs_that_are_rows_of_titles_beside_others_that_are(inner: str) -> None:
    """Other short sentences may stand in a row, where two paragraphs of the text are plainly rows of titles."""
    row = ROW.format(inner)
    lines = [
        "三、2026年重点工作",
        "（一）繁荣文化事业",
        CLEAN,
        "（二）壮大体育产业",
        CLEAN_TOO,
        "（三）畅通城乡交通",
        row,
    ]
    found = titles(*lines)
    assert found[-4:] == ["畅通城乡交通", "改善农村道路", "发展乡村客运", "完善物流网点"]
    assert "发展乡村客运" not in titles(*lines[:1], *lines[-2:])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "（一）统筹水利建设，保障城乡供水。坚持建管并重，补齐短板。",
            "（二）守护生态环境，建设美丽云州。坚持系统治理。",
        ),
        (
            "（一）做强农业产业，促进农民增收。坚持科技兴农。",
            "（二）办好民生实事，增进百姓福祉。坚持尽力而为、量力而行。",
        ),
        (
            "（一）扩大有效投资，增强发展后劲。坚持项目为王。",
            "（二）深化机关改革，提升服务效能。坚持刀刃向内，勇于创新。",
        ),
    ],
)
def test_a_number_with_a_text_heads_one_titled_paragraph_as_those_beside_it_do(first: str, second: str) -> None:
    text = "推进设施更新。更换老旧设备，推广节能产品，完善维护制度。"
    more = "加强日常管护。落实管护责任，建立巡查台账，公开监督电话。"
    found = facts(
        "云州市2026年政府工作报告", "三、2026年重点工作", first, text, more, second, "加强队伍建设。" + text[7:]
    )
    names = [one[3:].partition("。")[0] for one in (first, second)]
    assert [one.title for one in found.sections] == ["2026年重点工作", *names]
    inside = {t.title: found.sections[t.section].title for t in found.tasks if t.section is not None}
    assert inside["加强队伍建设"] == names[1]


def test_a_number_with_a_text_over_plain_paragraphs_is_an_item() -> None:
    lines = ("（一）统筹水利建设。坚持建管并重。", "全市有水库三座。", "（二）守护生态。坚持系统治理。", "河道有五条。")
    found = facts("云州市2026年政府工作报告", "三、2026年重点工作", *lines)
    assert [one.title for one in found.sections] == ["2026年重点工作"]
