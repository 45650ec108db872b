"""Sentences that name agencies and give them no duty, beside those alike that do: one wrong owner costs most."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEAD = "云州市湿地保护规划\n一、主要任务\n（一）恢复水面。退出围垦。{}\n（二）培训护林员。每年两期。\n"


def facts(text: str, name: str = "plan.txt") -> Facts:
    """What the one document of a file states."""
    (found,) = read(Source(name, text.encode())).documents
    return found


def owners(found: Facts) -> set[tuple[str, str]]:
    """Agencies without their city, with their roles."""
    return {(one.agency.name.replace("云州市", ""), one.role) for one in found.responsibilities}


@pytest.mark.parametrize(
    "sentence",
    [
        "推广由市水利局牵头、村镇出工的做法。",
        "借鉴邻市由市林业局牵头管护的办法。",
        "例如，市财政局牵头设立了补偿基金。",
        "总结“市林业局牵头、林场管护”的经验。",
        "参照国家林草局牵头制定的分级办法。",
        "省生态环境厅牵头编制的名录已经发布，各地遵照执行。",
        "目前，全市已建成市水务局负责运行的泵站9座。",
        "2024年，市林业局会同市财政局出台了补助办法。",
        "提高林业、水利等部门协同能力。",
        "管护单位向市财政局申请补助，报市政府批准。",
        "领导小组办公室设在市林业局，由该局局长兼任主任。",
        "养护由企业负责，结果在市林业局网站公布。",
        "市林业局工作人员负责现场登记。",
        "（原由市农业农村局负责）",
        "（不含市水利局负责的堤防）",
        "（参考东海市林业局牵头的做法）",
    ],
)
def test_agencies_without_a_duty(sentence: str) -> None:
    """What is told of others, of the past, of a rule or of those who only receive is no duty."""
    assert owners(facts(HEAD.format(sentence))) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("学习宣传工作由市林业局牵头。", {("林业局", "lead")}),
        ("建立由市林业局牵头，市水利局参与的机制。", {("林业局", "lead"), ("水利局", "support")}),
        ("市监测院会同市水利部门抽查。", {("监测院", "lead"), ("水利部门", "support")}),
        ("市林业局会同市市场监管部门巡查。", {("林业局", "lead"), ("市场监管部门", "support")}),
        ("技术指导组和市林业局负责。", {("技术指导组", "responsible"), ("林业局", "responsible")}),
        ("全市各级各部门按职责分工负责。", {("各级各部门", "responsible")}),
        ("责任单位：市林业局（主）、市水利局（协）", {("林业局", "lead"), ("水利局", "support")}),
        ("责任单位：1市林业局2市水利局3各乡镇", {(n, "responsible") for n in ("林业局", "水利局", "各乡镇")}),
        ("牵头单位：市林业局配合单位：市水利局完成时限：2027年", {("林业局", "lead"), ("水利局", "support")}),
        ("市级牵头单位：市林业局；市级责任单位：市水利局", {("林业局", "lead"), ("水利局", "responsible")}),
        ("责任单位（部门）：市林业局、市水利局", {("林业局", "responsible"), ("水利局", "responsible")}),
        ("牵头部门——市林业局，配合部门——市水利局。", {("林业局", "lead"), ("水利局", "support")}),
        ("（各乡镇，市林业局指导）", {("各乡镇", "responsible"), ("林业局", "responsible")}),
        ("（市林业局（牵头）、各区（配合））", {("林业局", "lead"), ("各区", "support")}),
    ],
)
def test_duties_that_look_alike(sentence: str, expected: set[tuple[str, str]]) -> None:
    """The same words where they tie an agency to the work."""
    assert owners(facts(HEAD.format(sentence))) == expected


def test_rooms_by_labels_and_by_the_heading_of_their_column() -> None:
    """配合处室 is a label; 市林业局内牵头处室 names the bureau of the rooms below it."""
    labels = (
        "云州市林业局2026年工作安排\n一、主要任务\n（一）清查林地。更新台账。（责任处室：资源处，配合处室：法规处）\n"
    )
    assert owners(facts(labels)) == {("林业局资源处", "responsible"), ("林业局法规处", "support")}
    rows = "| 任务 | 市林业局内牵头处室 | 参与单位 |\n|---|---|---|\n| 清查林地 | 资源处 | 市财政局 |\n"
    table = f"# 云州市湿地规划\n\n{rows}"
    assert owners(facts(table, "plan.md")) == {("林业局资源处", "lead"), ("财政局", "support")}


@pytest.mark.parametrize(
    ("headings", "row", "task"),
    [
        ("序号 | 实事内容 | 责任单位", "1 | 改造公厕 | 市城管局", "改造公厕"),
        ("问题 | 整改措施 | 责任单位", "雨污混接 | 改造管网 | 市水务局", "改造管网"),
        ("应用场景 | 建设内容 | 实施主体", "智慧停车 | 联网泊位 | 市公安局", "智慧停车"),
        ("项目名称 | 实施内容 | 主办单位", "口袋公园 | 新建3座 | 市园林局", "口袋公园"),
        ("演练科目 | 责任单位 | 时间", "扑救山火 | 市林业局 | 三月", "扑救山火"),
    ],
)
def test_what_a_column_calls_the_task(headings: str, row: str, task: str) -> None:
    """Tables of other fields call their tasks 实事, 措施, 场景, 项目, 科目."""
    rule = "|".join("---" for _ in headings.split("|"))
    found = facts(f"# 云州市年度任务分工\n\n| {headings} |\n|{rule}|\n| {row} |\n", "plan.md")
    assert [found.tasks[one.task].title for one in found.responsibilities] == [task]


def test_tasks_before_the_sentence_that_names_their_owners() -> None:
    """以上任务由… is for every task before it in its section."""
    found = facts(
        "云州市双拥方案\n一、主要任务\n（一）抚恤。落实标准。\n（二）安置。拓宽门路。\n以上任务由市民政局牵头。\n"
    )
    assert {(found.tasks[one.task].title, one.role) for one in found.responsibilities} == {
        ("抚恤", "lead"),
        ("安置", "lead"),
    }


def test_items_that_say_who_does_what() -> None:
    """Each of 县水利局牵头制定…, 县林业局负责… is a task of its own."""
    items = "1.县水利局牵头制定方案，县财政局配合。\n2.县林业局负责巡护。\n"
    found = facts(f"青岚县护林方案\n一、保障措施\n（一）明确分工。各尽其责。\n{items}")
    assert {found.tasks[one.task].title for one in found.responsibilities} == {
        "县水利局牵头制定方案",
        "县林业局负责巡护",
    }


@pytest.mark.parametrize(
    ("title", "owner", "level"),
    [
        ("平和市养老规划", "平和市民政局", "municipal"),
        ("2026年临江市爱国卫生工作要点", "临江市民政局", "municipal"),
        ("云州市民营经济方案", "云州市民政局", "municipal"),
    ],
)
def test_cities_that_bear_the_words_of_others(title: str, owner: str, level: str) -> None:
    """A stem of a county, a county-level city's name with districts under it, and 市 before 民营."""
    found = facts(f"{title}\n一、主要任务\n（一）建站。增加站点。（北湖区政府、市民政局负责）\n")
    assert (found.document.level, owner in {one.agency.name for one in found.responsibilities}) == (level, True)


def test_a_matrix_that_a_page_has_cut() -> None:
    """Agencies as columns go on in a table as wide that holds the same marks; one with other words does not."""
    first = "| 任务 | 市水利局 | 市林业局 |\n|---|---|---|\n| 查险 | ★ | ○ |\n\n注：★为牵头单位，○为配合单位。\n\n"
    second = "| 植树 | {} | ★ |\n|---|---|---|\n| 巡河 | ★ | ○ |\n"
    found = facts(f"# 云州市防汛方案\n\n{first}{second.format('')}", "plan.md")
    assert {found.tasks[one.task].title for one in found.responsibilities} == {"查险", "植树", "巡河"}
    found = facts(f"# 云州市防汛方案\n\n{first}{second.format('50万元')}", "plan.md")
    assert {found.tasks[one.task].title for one in found.responsibilities} == {"查险"}


def test_a_list_that_breaks_off_is_a_gap() -> None:
    """Names behind which the list goes on with words that are no name, before its verb, are told."""
    found = facts(HEAD.format("市林业局、志愿者等力量参与。"))
    assert owners(found) == set()
    assert [gap.kind for gap in found.gaps] == ["unread-duty"]


def test_a_label_that_is_not_known() -> None:
    """It does not take the role of the label before it: what stands behind it is told as a gap."""
    found = facts(HEAD.format("（第一责任单位：市林业局，第二责任单位：市水利局）"))
    assert owners(found) == {("林业局", "lead")}
    assert [gap.kind for gap in found.gaps] == ["unread-duty"]


@pytest.mark.parametrize(
    "last", ["联系电话：0799-6123456 建议使用1024*768以上分辨率浏览", "建议使用火狐浏览器浏览本站"]
)
def test_who_runs_a_site_owns_nothing(last: str) -> None:
    """Whatever line of the site stands last."""
    foot = ("责任编辑：管理员", "下一篇：读书分享会", "主办单位：云州市人民政府办公室 承办单位：云州市数据局", last)
    words = (
        "云州市阅读计划",
        "一、重点任务",
        "（一）完善设施。建设书屋。（市文旅局负责）",
        "（二）培育品牌。举办读书节。",
        *foot,
    )
    (found,) = read(Source("page.txt", "\n".join(words).encode())).documents

    assert [one.agency.name for one in found.responsibilities] == ["云州市文旅局"]
