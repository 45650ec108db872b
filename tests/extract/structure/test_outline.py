"""Blocks to headings, items and paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guitu.extract.structure.outline.headings import enumerated, item_title
from guitu.extract.structure.outline.outline import outline
from guitu.extract.text import Text

Page = Callable[..., Text]


def sections(text: Text) -> list[tuple[str | None, str, int, str | None]]:
    """Number, title, depth and title of the parent."""
    found = outline(text, text.blocks).sections
    return [(s.number, s.title, s.depth, found[s.parent].title if s.parent is not None else None) for s in found]


def kinds(text: Text) -> list[str]:
    return [e.kind for e in outline(text, text.blocks).elements]


def test_headings_nest_by_their_numbers(page: Page) -> None:
    """A heading lies under the last one of an outer number."""
    text = page(
        "一、总体要求",
        "（一）指导思想",
        "坚持绿色发展。",
        "（二）主要目标",
        "二、主要任务",
        "1.智慧水利",
        "推进数字孪生。",
    )

    assert sections(text) == [
        ("一", "总体要求", 1, None),
        ("（一）", "指导思想", 2, "总体要求"),
        ("（二）", "主要目标", 2, "总体要求"),
        ("二", "主要任务", 1, None),
        ("1", "智慧水利", 2, "主要任务"),
    ]


def test_clauses_lie_under_the_heading_that_is_open(page: Page) -> None:
    """第一条 counts on through the headings where it comes inside one."""
    text = page(
        "一、政策支持",
        "第1条 设立资金。给予支持。",
        "二、范围",
        "（一）投资奖励",
        "第2条 奖励投资。给予补助。",
        "（二）绩效奖励",
    )
    elements = outline(text, text.blocks).elements

    assert [(e.kind, e.section) for e in elements] == [
        ("heading", None),
        ("item", 0),
        ("heading", None),
        ("heading", 1),
        ("item", 2),
        ("heading", 1),
    ]


def test_chapters_hold_sections(page: Page) -> None:
    """第一章 holds 第一节, which holds 一、."""
    text = page("第一章 发展基础", "第一节 主要成效", "一、规模扩大", "第二章 主要任务")

    assert [depth for _, _, depth, _ in sections(text)] == [1, 2, 3, 1]


def test_a_number_alone_takes_the_next_line_as_title(page: Page) -> None:
    """附表 on a line of its own is titled by the line after it."""
    assert sections(page("附表", "青岚县养老服务主要指标")) == [("附表", "青岚县养老服务主要指标", 1, None)]


def test_an_item_that_runs_on_is_no_heading(page: Page) -> None:
    """A numbered item with its text behind its title is an item."""
    text = page(
        "二、主要任务",
        "（一）发展智慧养老。建设二十个社区食堂。（县民政局负责）",
        "（二）完善设施，方便老人出行，改造公交站点一批。",
    )

    assert kinds(text) == ["heading", "item", "item"]


def test_a_duty_clause_at_the_end_of_a_heading_is_not_its_title(page: Page) -> None:
    """The clause in brackets is the heading's body."""
    text = page("（一）推进港口智慧化改造（市交通运输局牵头，市口岸办配合）")
    heading = outline(text, text.blocks).elements[0]

    assert sections(text) == [("（一）", "推进港口智慧化改造", 1, None)]
    assert heading.body is not None
    assert text.quote(heading.body) == "（市交通运输局牵头，市口岸办配合）"


def test_a_framed_box_ends_with_its_frame(page: Page) -> None:
    """What follows the frame belongs to the section around."""
    lines = ("二、主要任务", "（一）兴修水利", "专栏1 重点工程", "水库工程。新建两座。", "节水灌溉。推广滴灌。")
    text = page(*lines, framed=frozenset({2, 3}))
    elements = outline(text, text.blocks).elements

    assert [e.boxed for e in elements] == [False, False, True, True, False]
    assert [e.section for e in elements] == [None, 0, 1, 2, 1]


def test_an_unframed_box_ends_where_the_style_of_titles_returns(page: Page) -> None:
    """Verbs open the titles around the box, nouns those in it."""
    text = page(
        "（一）提升产业水平",
        "加快发展种业。建设基地。",
        "专栏1 种业工程",
        "玉米。选育品种。",
        "大豆。扩大面积。",
        "积极发展冷链。建设冷库。",
    )

    assert [e.boxed for e in outline(text, text.blocks).elements] == [False, False, True, True, True, False]


@pytest.mark.parametrize(
    ("around", "names", "after", "boxed"),
    [
        ("疏浚航道。整治浅滩。", "白水河上段、青溪城区段。", "建设公用码头。迁移小码头。", False),
        ("古道修复。补植行道树。", "石门驿站、云岭关城", "推进古村保护。修缮民居。", False),
        ("口袋公园。利用边角地。", "北门广场、湖滨步道、青桥绿地。", "立体绿化。鼓励屋顶种植。", False),
        ("口袋公园。利用边角地。", "北门广场、湖滨步道、青桥绿地。", "北门广场。增设座椅。", True),
        ("口袋公园。利用边角地。", "到2030年建成下列公园。", "儿童公园。增设沙坑。", True),
        ("推进植树造林。增加色叶树种。", "北门广场、湖滨步道。", "儿童公园。增设沙坑。", True),
    ],
)
def test_an_unframed_box_of_names_ends_with_them(page: Page, around: str, names: str, after: str, boxed: bool) -> None:
    """A title with its text behind a list of bare names stands after the box, unless it is one of them or a noun among
    titles that open with verbs."""
    text = page("（一）提升设施", around, "专栏1 建设点位", names, after)

    assert [e.boxed for e in outline(text, text.blocks).elements] == [False, False, True, True, boxed]


@pytest.mark.parametrize(
    ("before", "inside", "after", "boxed"),
    [
        ("（一）建设水源。新建水库。", "新建青岚水库和云溪水库。", "（二）修复河湖。清理淤泥。", False),
        ("3.培育船员。开办学校。", "①实训船：年底前下水；②教学楼：尽快开工。", "4.繁荣渡口。修缮码头。", False),
        ("（三）古道提质。补植树木。", "石门驿站、云岭关城", "（四）古村提质。修缮民居。", False),
        # the box counts so too, or the number does not go on
        ("1.建设水源。新建水库。", "1.青岚水库。开工。", "2.云溪水库。竣工。", True),
        ("（一）建设水源。新建水库。", "新建青岚水库。", "（四）云溪水库。竣工。", True),
    ],
)
def test_an_unframed_box_ends_where_the_items_around_go_on(
    page: Page, before: str, inside: str, after: str, boxed: bool
) -> None:
    """By their numbers."""
    text = page("二、主要任务", before, "专栏1 重点工程", inside, after)

    last = outline(text, text.blocks).elements[-1]
    assert (last.boxed, last.section) == ((True, 1) if boxed else (False, 0))


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("①实训船：年底前下水；②教学楼：尽快开工。", ["实训船", "教学楼"]),
        (
            "①渡口泵站：建成投用；②云溪流域水文水质自动监测与山洪灾害预警系统、东桥分中心：投入运行；③引水渠：开工建设。",
            ["渡口泵站", "云溪流域水文水质自动监测与山洪灾害预警系统、东桥分中心", "引水渠"],
        ),
        ("①修渠；②建站；③清淤。", []),
        ("①渡口泵站：建成投用；②其余按计划推进。", []),
    ],
)
def test_what_a_box_lists_in_one_paragraph(page: Page, line: str, titles: list[str]) -> None:
    """Each with its name and a text, one of which may be long."""
    text = page("二、主要任务", "（一）建设水源。新建水库。", "专栏1 重点工程", line)

    found = [e for e in outline(text, text.blocks).elements if e.kind == "item" and e.boxed]
    assert [text.read(e.title) for e in found if e.title] == titles


RUN_INS = [
    ("智慧教育。建设数字校园。", "智慧教育"),
    ("——绿色港口。推广岸电。", "绿色港口"),
    ("补齐短板，提升县域医疗能力。建设医共体。", "补齐短板，提升县域医疗能力"),
    ("5G+智慧矿山。推广无人驾驶。", "5G+智慧矿山"),
    ("在线教育。发展名师课堂。", "在线教育"),
    ("经济林提质。改造老果园。", "经济林提质"),
]


@pytest.mark.parametrize(("line", "title"), RUN_INS)
def test_a_run_in_title_opens_its_paragraph(page: Page, line: str, title: str) -> None:
    """Short words before the first stop are a title."""
    text = page("二、主要任务", line)
    element = outline(text, text.blocks).elements[1]

    assert element.kind == "titled"
    assert element.title is not None
    assert text.quote(element.title) == title


@pytest.mark.parametrize(
    "line",
    [
        "到2030年建成。此后继续。",
        "对符合条件的企业给予奖励。奖励一次拨付。",
        "发展目标：建成两个园区。",
        "各县区要加强领导。要落实责任。",
        "坚持问题导向，聚焦群众急难愁盼，扎实推进各项民生工程。年内完成。",
    ],
)
def test_a_sentence_is_no_run_in_title(page: Page, line: str) -> None:
    """Openers of sentences, labels and long sentences name nothing."""
    text = page("二、主要任务", line)

    assert kinds(text)[1] == "plain"


TITLES = [
    ("（一）开展巡查。组织专班，逐村走访。", 3, "开展巡查"),
    ("1.支持农户扩大种植，推广良种。（县农业农村局负责）", 2, "支持农户扩大种植"),
    ("3.推广电子证照。（市政务服务局负责）", 2, "推广电子证照"),
    (
        "（三）以做强清洁能源为重点，加快推动工业绿色转型。扩大装机规模，改造老旧电厂。",
        3,
        "以做强清洁能源为重点，加快推动工业绿色转型",
    ),
    ("2.以名优茶种植为抓手，推进农业绿色发展。保护茶树种质。", 2, "以名优茶种植为抓手，推进农业绿色发展"),
    ("（五）以创建无障碍城市为突破口，提升公共服务水平。改造坡道。", 3, "以创建无障碍城市为突破口，提升公共服务水平"),
    ("（六）以清洁村庄创建为抓手，开展环境整治，清理积存垃圾，疏通沟渠。", 3, "以清洁村庄创建为抓手"),  # a sentence
    ("（二）补短板、强弱项，改造老旧管网三十公里，新建泵站。", 3, "补短板、强弱项"),
]


@pytest.mark.parametrize(("words", "start", "title"), TITLES)
def test_an_item_without_a_title_is_named_by_its_first_words(words: str, start: int, title: str) -> None:
    """An own title counts where text follows it; else the words up to the first stop."""
    found, _ = item_title(words, start)

    assert words[found.start : found.end] == title


def test_lines_that_list_attachments_are_no_headings(page: Page) -> None:
    """附件： with numbered names after it opens nothing."""
    assert kinds(page("附件：", "1.任务分工表", "2.指标表")) == ["plain", "plain", "plain"]
    assert kinds(page("附件：云州市任务分工表", "云州市人民政府")) == ["plain", "plain"]


@given(
    st.lists(
        st.sampled_from(
            [
                "一、甲乙",
                "（一）丙丁",
                "1.戊己。庚辛。",
                "专栏1 壬癸",
                "甲。乙丙丁。",
                "子丑寅卯，辰巳。",
                "附表",
                "①午未",
            ]
        ),
        max_size=20,
    )
)
def test_every_block_is_in_one_element_and_parents_come_first(page: Page, lines: list[str]) -> None:
    """No block is lost, whatever the order of numbers."""
    text = page(*lines)
    found = outline(text, text.blocks)
    covered = [b for b in text.blocks if any(b.span in e.span for e in found.elements)]

    assert list(text.blocks) == covered
    assert all(s.parent is None or s.parent < s.order for s in found.sections)
    assert all(e.section is None or e.section < len(found.sections) for e in found.elements)


def test_a_short_item_with_a_colon_is_no_heading(page: Page) -> None:
    """What stands before the colon is the title, what follows its text."""
    text = page("专栏2 重点工程", "1.储备库工程：改建储备库。", "2.指挥中心工程：建设平台，联通县区。")
    elements = outline(text, text.blocks).elements

    assert [e.kind for e in elements] == ["heading", "item", "item"]
    assert [e.boxed for e in elements] == [True, True, True]


def test_numbered_words_are_headings(page: Page) -> None:
    """行动一, 任务2 and 工程三 stand under the open heading; a count (项目50个) or 工程一期 is no number."""
    text = page(
        *("一、主要行动", "行动一：助老行动", "（一）助餐", "推进。", "行动二：扶幼行动", "新建。"),
        *("二、主要任务", "任务1：修渠", "推进。", "重点工程三、治沙", "推进。", "工程一期建设港口。", "项目50 个。"),
    )

    assert [(number, title, depth) for number, title, depth, _ in sections(text)] == [
        ("一", "主要行动", 1),
        ("行动一", "助老行动", 2),
        ("（一）", "助餐", 3),
        ("行动二", "扶幼行动", 2),
        ("二", "主要任务", 1),
        ("任务1", "修渠", 2),
        ("重点工程三", "治沙", 2),
    ]


def test_many_numbers_inside_a_paragraph_begin_no_list() -> None:
    """However many they are."""
    assert enumerated("1.修渠（1）" * 1_500, 2) == []


@pytest.mark.parametrize(
    "list_", [("附件：1.戏台清单", "2.演员名单"), ("附件：1.林地台账", "2.苗圃名录", "3.护林员表")]
)
def test_a_list_of_annexes_lies_in_no_item(page: Page, list_: tuple[str, ...]) -> None:
    """The item before it has its text behind its title as the others."""
    text = page("一、主要任务", "（一）修缮戏台。修缮十二座。", "（二）培训演员。培训二百人。", *list_)

    assert [title for _, title, _, _ in sections(text)] == ["主要任务"]
