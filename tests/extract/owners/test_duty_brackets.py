"""Where a duty bracket stands, and which task it is for: sentences, goals, chapters of other matter, other forms."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    """What the one document of some lines states."""
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


def owned(found: Facts) -> list[tuple[str, str]]:
    """Each task with an owner of it, in the order of the text."""
    return [(found.tasks[one.task].title, one.agency.written) for one in found.responsibilities]


def unread(found: Facts) -> list[str]:
    """The reasons of the gaps of duties."""
    return [gap.reason for gap in found.gaps if gap.kind == "unread-duty"]


@pytest.mark.parametrize(
    ("city", "words", "title", "agency"),
    [
        ("临江市", "一、各区要按照属地管理原则，建立台账。", "各区要按照属地管理原则", "市民政局"),
        ("云州市", "二、应当定期研判安全形势，逐月通报。", "应当定期研判安全形势", "市应急局"),
        ("青岚县", "三、须把节水作为刚性目标，逐户核定水量。", "须把节水作为刚性目标", "县水利局"),
    ],
)
def test_a_sentence_is_not_the_name_of_a_chapter(city: str, words: str, title: str, agency: str) -> None:
    """原则, 形势, 目标 at the end of a clause that says what must be done make no chapter of principles or goals."""
    found = facts(f"{city}工作要点", words, f"四、抓好落实，严格考核。（责任单位：{agency}）")
    assert found.tasks[0].title == title
    found = facts(f"{city}工作要点", f"{words}（责任单位：{agency}）", f"四、抓好落实。（责任单位：{agency}）")
    assert owned(found) == [(title, agency), ("抓好落实", agency)]


def test_a_chapter_of_goals_stays_one_before_a_comma() -> None:
    """A short name before a comma is the chapter: 发展目标，…"""
    found = facts("云州市工作方案", "一、发展目标，到2030年建成体系。", "二、主要任务", "（一）建设泵站。新建泵站3座。")
    assert [task.title for task in found.tasks] == ["建设泵站"]


@pytest.mark.parametrize(
    ("chapter", "words", "title"),
    [
        ("一、基本原则", "（一）坚持属地管理原则。谁主管谁负责。（责任单位：县教育局）", "坚持属地管理原则"),
        ("一、总体要求", "1.划定范围，明确界线。（县教育局牵头，县财政局配合）", "划定范围"),
        ("二、工作目标", "1.建成校舍5处，覆盖全部乡镇。责任单位：县教育局。", "建成校舍5处，覆盖全部乡镇"),
    ],
)
def test_an_item_that_says_who_answers_is_a_task_in_chapters_of_other_matter(
    chapter: str, words: str, title: str
) -> None:
    """Principles and requirements hold no tasks, but what has its own owners is one."""
    found = facts("青岚县校舍安全实施方案", chapter, words, "三、主要任务", "（一）加固校舍。全面排查。")
    assert (title, "县教育局") in owned(found)
    assert not unread(found)


def test_a_bracket_that_only_speaks_of_responsibility_makes_no_task() -> None:
    """坚持（政府负责、社会参与）的格局 and a reference to a list name no owner of the principle."""
    found = facts(
        "云州市养老服务实施方案",
        "一、基本原则",
        "（一）坚持共建共享。形成（政府主导、部门负责、社会参与）的格局。",
        "（二）坚持清单管理。任务逐项分解（见责任清单）。",
        "二、主要任务",
        "（一）建设食堂。新建食堂10个。（市民政局负责）",
    )
    assert [task.title for task in found.tasks] == ["建设食堂"]


@pytest.mark.parametrize(
    "heading",
    ["一、保障措施", "一、产业布局", "一、重点工作", "一、农村供水"],
)
def test_a_bracket_in_the_paragraph_under_a_heading_is_for_the_heading(heading: str) -> None:
    """A heading is a task where the paragraph before its items says who answers for it, whatever its name."""
    found = facts(
        "临江省农村供水工程方案",
        heading,
        "各市要统筹资金，保证水源。（责任单位：省水利厅、省财政厅）",
        "（一）改造水厂。改造水厂30座。（责任单位：省住房城乡建设厅）",
        "（二）铺设管网。铺设管网400公里。（责任单位：省乡村振兴局）",
    )
    title = heading[2:]
    assert owned(found) == [
        (title, "省水利厅"),
        (title, "省财政厅"),
        ("改造水厂", "省住房城乡建设厅"),
        ("铺设管网", "省乡村振兴局"),
    ]


def test_a_heading_over_an_introduction_without_owners_stays_a_section() -> None:
    """What only leads to the items, with a bracket that gives no owner, makes no task of a chapter."""
    found = facts(
        "临江省农村供水工程方案",
        "一、保障措施",
        "各市要抓好落实（任务分解见责任清单）。",
        "（一）改造水厂。改造水厂30座。（责任单位：省水利厅）",
    )
    assert [task.title for task in found.tasks] == ["改造水厂"]


@pytest.mark.parametrize(
    "clause",
    [
        "（责任单位 市水务局、市城管局）",
        "（责任单位、完成时限：市水务局、市城管局，2027年6月底）",
        "（责任单位及完成时限：市水务局、市城管局，长期坚持）",
        "【责任单位：市水务局、市城管局】",
        "（责任单位：市水务局、市城管局）。",
    ],
)
def test_a_label_is_no_agency(clause: str) -> None:
    """责任单位 without its colon, with the term beside it or before a full stop is never read as a name."""
    found = facts(
        "云州市排水防涝方案", "一、加强巡查", f"（一）各区把清淤纳入计划{clause}", "（二）完善预案。及时修订。"
    )
    assert owned(found) == [("各区把清淤纳入计划", "市水务局"), ("各区把清淤纳入计划", "市城管局")]


@pytest.mark.parametrize(
    "clause", ["{责任单位：市水务局}", "｛牵头单位：市水务局｝", "《责任部门：市水务局》", "<配合单位：市水务局>"]
)
def test_a_label_in_an_unknown_form_leaves_a_gap(clause: str) -> None:
    """Owners in brackets of a kind that is not known are told, not passed over."""
    found = facts("云州市排水防涝方案", "一、加强巡查", f"（一）清淤。清理河道。{clause}", "（二）巡查。每日巡查。")
    assert owned(found) or unread(found) == ["责任单位没有读出"]


def test_owners_said_twice_leave_no_gap() -> None:
    """One agency in two clauses of a task is one fact, and both clauses are read."""
    words = "（一）清淤。清理河道。（责任单位：市水务局）每季通报。（责任单位：市水务局）"
    found = facts("云州市排水防涝方案", "一、加强巡查", words)
    assert owned(found) == [("清淤", "市水务局")]
    assert not unread(found)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("提升登记便利度，强化税务、银行等环节协同，让群众少跑腿、好办事。", "提升登记便利度"),
        ("守好用水安全底线，对水源、水厂、管网和二次供水设施实行全天候、全链条监管。", "守好用水安全底线"),
        ("梳理各类证明事项并形成清单，分类推进取消、替代和核验，逐项公布办理指南。", "梳理各类证明事项并形成清单"),
    ],
)
def test_a_sentence_of_several_clauses_is_no_heading(sentence: str, title: str) -> None:
    """Over numbered measures too, an item that is one long sentence is named by its first clause."""
    found = facts(
        "云州市优化服务分工方案",
        "一、放得更活",
        f"（一）{sentence}（市水务局、市财政局负责）",
        "具体措施：1.年底前完成试点。（市水务局负责）",
        "2.建立通报制度。（市财政局负责）",
    )
    assert found.tasks[0].title == title
    assert sentence[:-1] not in [section.title for section in found.sections]


def test_a_heading_of_two_short_clauses_stays_whole() -> None:
    """精简审批，提高效能。 over its measures is a heading."""
    found = facts(
        "云州市优化服务分工方案",
        "一、放得更活",
        "（一）精简审批事项，提高服务效能。（市水务局负责）",
        "1.年底前完成试点。（市水务局负责）",
    )
    assert found.sections[1].title == "精简审批事项，提高服务效能"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("实现新增就业18万人以上，发布岗位50万个以上，培训职工40万人次", "实现新增就业18万人以上"),
        ("新建堤防12公里，加固水库3座", "新建堤防12公里"),
        ("修缮古桥、古塔，清理周边杂物，更换破损的栏杆和照明", "修缮古桥、古塔"),
        ("加快转型升级，壮大优势产业", "加快转型升级，壮大优势产业"),
    ],
)
def test_an_item_that_is_one_sentence_with_its_owner(sentence: str, title: str) -> None:
    """A sentence with a figure or in many clauses is named by its first; a title in two clauses stays whole."""
    found = facts("云州市2027年民生实事", "一、主要任务", f"1.{sentence}（牵头单位：市水务局）。", "2.巡查。每日巡查。")
    assert owned(found) == [(title, "市水务局")]


@pytest.mark.parametrize("label", ["参加单位: ", "配合单位： ", "责任部门: "])
def test_a_space_behind_a_label_divides_no_paragraphs_of_a_text_in_one_line(label: str) -> None:
    """A copy that puts a page into one line keeps a clause whole, with a space behind its label too."""
    body = "坚持标本兼治，健全长效机制，严肃查处各类问题，切实维护群众利益。"
    items = " ".join(
        f"（{sign}）整治{what}。{body} （牵头单位：市水务局；{label}市财政局、市审计局）"
        for sign, what in zip("一二三四", ("水价", "管网", "水厂", "泵站"), strict=True)
    )
    found = facts(f"云州市供水整治实施意见 云州市人民政府 2027年3月1日 一、主要任务 {items} 二、保障措施 {body}")
    assert [agency for title, agency in owned(found) if title == "整治管网"] == ["市水务局", "市财政局", "市审计局"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（一）北部片区（东桥区、西河区）。控制增量，优化存量。", []),
        ("（一）改造沿江老港（东桥区、西河区）。搬迁旧码头。", []),
        ("（一）打造一核（青岚县、白石县）", []),
        ("（一）改造老港。搬迁沿江旧码头。（东桥区、西河区）", ["云州市东桥区人民政府", "云州市西河区人民政府"]),
        ("（一）改造老港（东桥区政府、西河区政府）", ["云州市东桥区人民政府", "云州市西河区人民政府"]),
        ("（一）改造老港（市交通局、市港航局）", ["云州市交通运输局", "云州市港航局"]),
    ],
)
def test_regions_behind_a_title_say_where(line: str, names: list[str]) -> None:
    """Regions named alone in a bracket own what is done only behind a sentence; behind a title they tell the place."""
    found = facts("云州市港口方案", "一、主要任务", line, "（二）疏浚航道。疏浚进港航道。")
    assert [one.agency.name for one in found.responsibilities] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（一）推行电子证照。（市大数据局）", ["云州市大数据局"]),
        ("（一）优化纳税服务。（市税务局）", ["国家税务总局云州市税务局"]),
        ("（一）修缮老街。（东桥区）", []),
        ("（一）下放审批权限，提升园区的服务水平（云州高新区、临港经开区）。", []),
        ("（一）修渠。修缮渠道。（项目主管部门、市水利局负责）", ["云州市水利局"]),
    ],
)
def test_a_bracket_alone_in_a_task(line: str, names: list[str]) -> None:
    """An agency alone behind a title has the task, an area alone is where it is; what a list begins with is told."""
    found = facts("云州市营商环境方案", "一、主要任务", line, "（二）巡查。每日巡查。")
    assert [one.agency.name for one in found.responsibilities] == names
    assert bool(unread(found)) == ("主管部门" in line)
