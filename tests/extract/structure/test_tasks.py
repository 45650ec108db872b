"""Which headings, items and titles are tasks, and what stands under them."""

from __future__ import annotations

from collections.abc import Callable

from guitu.extract.recognise import read as recognised
from guitu.extract.source import Source
from guitu.extract.structure.document.documents import split
from guitu.extract.structure.document.metadata import read
from guitu.extract.structure.draft import Draft
from guitu.extract.structure.outline.outline import outline
from guitu.extract.structure.tasks.tasks import draft
from guitu.extract.text import Text

Page = Callable[..., Text]


def drafted(text: Text) -> Draft:
    (part,) = split(text)
    head = read(text, part, None)
    return draft(text, head.document, outline(text, [b for b in part.blocks if b not in head.naming]))


def tasks(text: Text) -> list[tuple[str, str, str | None]]:
    """Title, form, and title of the section around."""
    found = drafted(text)
    return [(t.title, t.form, found.sections[t.section].title if t.section is not None else None) for t in found.tasks]


def test_chapters_of_review_and_goals_hold_no_tasks(page: Page) -> None:
    """Leaf headings, run-in titles and box items are tasks in chapters of work only."""
    lines = (
        "云州市水利规划",
        "一、发展回顾",
        "（一）工程建设加快",
        "建成水库。",
        "二、主要目标",
        "到2030年建成。",
        "三、主要任务",
        "（一）保障供水",
        "统筹城乡供水，提升能力。",
        "水源工程。新建水库。",
        "管网工程。改造管网。",
        "专栏1 智慧水利",
        "感知网络。布设站点。",
        "调度平台。建设平台。",
        "四、保障措施",
        "（一）加强领导",
        "各区县落实责任。",
    )

    assert tasks(page(*lines, framed=frozenset({11, 12, 13}))) == [
        ("保障供水", "heading", "主要任务"),
        ("水源工程", "runin", "保障供水"),
        ("管网工程", "runin", "保障供水"),
        ("感知网络", "boxitem", "智慧水利"),
        ("调度平台", "boxitem", "智慧水利"),
        ("加强领导", "heading", "保障措施"),
    ]


def test_items_of_measures_are_measures(page: Page) -> None:
    """The chapter around them is no task; the clause on its own line belongs to the item before it."""
    text = page(
        "云州市支持种业若干措施",
        "一、支持育种创新",
        "（一）奖励新品种。对通过审定的品种给予奖励。",
        "（责任单位：市农业农村局）",
        "（二）支持制种基地。建设基地。（责任单位：市财政局）",
        "本措施自2024年7月1日起施行。",
    )
    found = drafted(text)

    assert tasks(text) == [("奖励新品种", "measure", "支持育种创新"), ("支持制种基地", "measure", "支持育种创新")]
    assert "（责任单位：市农业农村局）" in found.tasks[0].body
    assert "起施行" not in found.tasks[1].body


def test_items_under_an_item_are_tasks_with_a_duty_of_their_own(page: Page) -> None:
    """A list of conditions is none."""
    text = page(
        "云州市优化营商环境分工方案",
        "一、简化审批",
        "（一）压减审批环节，推行告知承诺，提高办事效率，方便企业群众。（市政务服务局牵头）具体措施：",
        "1.编制清单，统一标准，年底前公布。（市司法局负责）",
        "2.申请人应当在本市登记；",
    )

    assert [title for title, _, _ in tasks(text)] == ["压减审批环节", "编制清单"]
    assert drafted(text).tasks[1].parent == 0


def test_a_deadline_is_read(page: Page) -> None:
    """年底前 and 月底前 are deadlines; the year of a goal is none."""
    text = page(
        "云州市港口行动计划",
        "一、重点任务",
        "（一）建设平台。2026年6月底前建成数据平台。",
        "（二）推广岸电。到2030年全面使用岸电。",
    )

    assert [t.deadline for t in drafted(text).tasks] == ["2026年6月底前", None]


def test_a_lone_long_sentence_is_no_run_in_title(page: Page) -> None:
    """Under a leaf heading, a first sentence is a title only where it is short or has others beside it."""
    text = page("云州市港口规划", "一、主要任务", "（一）绿色港口", "加快港口岸电设施和清洁能源改造。推进节能。")

    assert [title for title, _, _ in tasks(text)] == ["绿色港口"]


def test_passages_cover_the_text_and_know_their_task(page: Page) -> None:
    """A passage stays inside one paragraph; headings are marked."""
    text = page(
        "云州市港口规划", "一、主要任务", "（一）绿色港口", "推广岸电。", "智慧港口。建设平台。", "数字口岸。联通系统。"
    )
    found = drafted(text)
    told = [(text.quote(p.span), p.heading, p.task) for p in found.passages]

    assert ("推广岸电。", False, 0) in told
    assert ("智慧港口", True, 1) in told
    assert ("建设平台。", False, 1) in told


def owned(text: Text) -> list[tuple[str, str | None]]:
    """Titles of tasks with their deadlines."""
    return [(t.title, t.deadline) for t in drafted(text).tasks]


def test_lists_inside_a_paragraph(page: Page) -> None:
    """Parts with clauses of their own are tasks; parts under one clause, or none, are not."""
    owned_parts = (
        "1.改革登记制度。(1)推行一照通行。减少材料。（市审批局负责）(2)推行全程网办。优化流程。（市数据局负责）",
        "2.改善水质。（1）截污。沿河截污。（市水务局牵头）（2）清淤。清理河道。（市水务局、市城管局负责）",
        "3.建设学校。①新建小学。扩大学位。（市教育局负责）②改造操场。更换草皮。（市体育局负责）",
    )
    text = page(
        "云州市实施方案", "一、重点任务", *owned_parts, "（一）供水", "①换管。②建厂。③检测水质。（市水务局负责）"
    )

    assert [title for title, _ in owned(text)] == [
        *("改革登记制度", "推行一照通行", "推行全程网办"),
        *("改善水质", "截污", "清淤"),
        *("建设学校", "新建小学", "改造操场"),
        "供水",
    ]


def test_a_line_after_several_items_is_for_all_of_them(page: Page) -> None:
    """责任单位 said once after items without owners is the heading's; after one item it is that item's."""
    text = page(
        *("云州市实施方案", "一、重点任务"),
        *("（一）扩学位", "1.新建学校，增加学位。", "2.改造校舍，补足设施。", "责任科室：基础教育科"),
        *(
            "（二）护河湖",
            "1.清理河道，疏浚淤泥。",
            "责任单位：市水务局",
            "2.治理污水，新建管网。",
            "责任单位：市城管局",
        ),
    )

    found = drafted(text)
    titles = [t.title for t in found.tasks]
    assert titles == ["扩学位", "新建学校", "改造校舍", "清理河道", "治理污水"]
    lines = [p.task for p in found.passages if found.read(p).startswith("责任")]
    assert lines == [0, 3, 4]


def test_square_brackets_hold_duties_too(page: Page) -> None:
    """An item under a sentence that is a heading, with its clause in 〔〕."""
    text = page(
        *(
            "云州市实施方案",
            "一、简政",
            "（一）精简审批，提高效能。",
            "1.承接下放事项，评估成效。〔牵头单位：市审批局〕",
        ),
        *(
            "2.规范备案。编制清单。【市司法局负责，年内完成】",
            "（二）加强监管，保障安全。",
            "1.检查市场。（市市场监管局）",
        ),
    )

    assert owned(text) == [("承接下放事项", None), ("规范备案", "年内"), ("检查市场", None)]
    assert [s.title for s in drafted(text).sections][1:] == ["精简审批，提高效能", "加强监管，保障安全"]


ARTICLES = """云州市支持企业发展若干措施
第一条 支持建设示范工厂
（一）对新建示范车间的企业，给予50万元奖励。
（二）对改造示范车间的企业，给予30万元奖励。
第二条 支持数字化应用
（一）支持企业上云。对上云企业，给予5万元补贴。
（二）支持诊断服务。对接受诊断的企业，给予3万元补贴。
"""


def test_an_article_whose_items_are_its_cases_is_the_task() -> None:
    """Items that open with 对 and have no title say for whom; items with titles are measures of their own."""
    (found,) = recognised(Source("a.txt", ARTICLES.encode())).documents

    assert [t.title for t in found.tasks] == ["支持建设示范工厂", "支持企业上云", "支持诊断服务"]
    assert [found.tasks[i.task].title for i in found.incentives][:2] == ["支持建设示范工厂"] * 2


GOALS = """云州市政府工作报告重点任务责任分解（2026年）
一、主要预期目标
1.地区生产总值增长6%。
责任单位：市发展改革委
2.固定资产投资增长8%以上。
完成固定资产投资超过300亿元。（市发展改革委、市统计局）
3.研发投入强度达到2.5%。
二、重点工作
1.改造管网。更换老旧管道30公里。（市水利局）
"""


def test_goals_with_owners_are_tasks_with_their_targets() -> None:
    """A goal that is a heading of its own is read; with owners in brackets or below it is a task."""
    (found,) = recognised(Source("a.txt", GOALS.encode())).documents

    assert [t.title for t in found.tasks] == ["地区生产总值增长6%", "固定资产投资增长8%以上", "改造管网"]
    assert [(f.indicator, str(f.value), f.task) for f in found.figures] == [
        ("地区生产总值增长", "6", 0),
        ("固定资产投资增长", "8", 1),
        ("固定资产投资", "300", 1),
        ("研发投入强度", "2.5", None),
        ("更换老旧管道", "30", 2),
    ]


def test_an_item_beside_a_task_is_no_part_of_it() -> None:
    """The second goal has no owner: it is no task, and what it aims at is no target of the first."""
    goals = "1.推进各项工作。（市政府各部门负责）\n2.稳定就业，新增就业9万人；失业率6%左右。"
    facts = recognised(Source("plan.txt", f"云州市工作分工意见\n一、主要目标\n{goals}".encode())).documents[0]

    assert [(figure.indicator, figure.task) for figure in facts.figures] == [("新增就业", None), ("失业率", None)]


def test_a_text_without_headings_holds_tasks() -> None:
    """A run-in title of action makes a task of a paragraph where no heading tells that work begins."""
    text = "2026年云州市能源工作意见\n积极服务绿色出行。建设充电桩。到2026年底，充电桩达到2万台。"

    facts = recognised(Source("plan.txt", text.encode())).documents[0]

    assert [task.title for task in facts.tasks] == ["积极服务绿色出行"]
    assert [figure.task for figure in facts.figures] == [0]


def test_a_title_above_sentences_with_a_list_is_one() -> None:
    """Where the sentences after a run-in title list things they carry it out."""
    lines = [
        "提升港口服务能力。推动引航、拖轮、理货等专业机构建设。鼓励发展面向小船东的服务平台。",
        "改善村庄供水条件。建设水厂、泵站和管网。推广智能水表。",
        "提高博物馆开放水平。支持夜场、讲座和巡展。鼓励志愿者讲解。",
    ]
    text = "云州市公共服务规划\n一、主要任务\n" + "\n".join(lines)

    facts = recognised(Source("plan.txt", text.encode())).documents[0]

    assert [t.title for t in facts.tasks if "能力" in t.title or "条件" in t.title or "水平" in t.title] == [
        "提升港口服务能力",
        "改善村庄供水条件",
        "提高博物馆开放水平",
    ]


def test_the_layout_of_the_territory_is_no_task() -> None:
    """空间布局 with its paragraphs is no task by itself; what its parts are to do, or who answers for it, is one."""
    lines = "\n".join((
        "云州市海洋产业建设方案",
        "一、空间布局", "新区主要分为策源区、融合区两个功能区。",
        "二、总体布局", "（一）打造临港制造区", "建设码头两座。",
        "三、功能分区", "整合岸线。（责任单位：市海洋局）",
        "四、优化空间布局", "调整岸线。",
    ))  # fmt: skip
    (facts,) = recognised(Source("方案.txt", lines.encode())).documents
    assert [task.title for task in facts.tasks] == ["打造临港制造区", "功能分区", "优化空间布局"]


def test_stages_are_items_and_forms_to_fill_in_set_no_tasks(page: Page) -> None:
    """第一阶段：…, with its days or without; what follows an annexed form is none."""
    lines = (
        "青岚县排查整治行动方案",
        "一、主要任务",
        "（一）排查管网。查清底数。",
        "二、实施步骤",
        "第一阶段：动员部署阶段（即日起至4月30日）。制定方案，召开会议。",
        "第二阶段（5月1日至8月31日）：集中整治。对照台账逐项整改。",
        "第三阶段：总结提升。推广经验，建立长效机制。",
        "附件1",
        "青岚县问题整改台账",
        "填报人：　联系方式：",
        "备注：1.类型：老旧管网、私接管网等；",
        "2.整改措施：更换、封堵等；",
    )
    assert [title for title, _, _ in tasks(page(*lines))] == [
        "排查管网",
        "动员部署阶段（即日起至4月30日）",
        "集中整治",
        "总结提升",
    ]
