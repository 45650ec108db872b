"""Duty clauses of every form to agencies with roles: a table of sentences about invented places."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Document, Section, Task
from guitu.extract.owners.responsibilities import find
from guitu.extract.recognise import read as read_source
from guitu.extract.source import Source
from guitu.extract.structure.draft import Draft, Passage, PlacedTable
from guitu.extract.structure.tables.division import read
from guitu.extract.text import Cell, Paragraph, Span, Table, Text

Expected = list[tuple[str, str]]


def draft(*paragraphs: str, jurisdiction: str | None = "云州市", tasks: bool = True) -> Draft:
    """Each paragraph is a task with its passage."""
    value, blocks, passages, made = "", [], [], []
    for order, words in enumerate(paragraphs):
        span = Span(len(value), len(value) + len(words))
        value += words + "\n"
        blocks.append(Paragraph(span))
        passages.append(Passage(span, "work", None, order if tasks else None))
        if tasks:
            made.append(Task(words[:8], "measure", order, span=span, extent=span))
    about = Document("方案", "municipal", "plan", jurisdiction=jurisdiction)
    return Draft(Text(value, tuple(blocks)), about, (), tuple(made), tuple(passages), ())


def owners(*paragraphs: str, jurisdiction: str | None = "云州市") -> Expected:
    """Names without the jurisdiction, with roles."""
    facts, _ = find(draft(*paragraphs, jurisdiction=jurisdiction))
    place = jurisdiction or "全国"
    return [(fact.agency.name.removeprefix(place), fact.role) for fact in facts]


BRACKETS: list[tuple[str, Expected]] = [
    ("扩建泵站。（责任单位：市水务局、市财政局）", [("水务局", "responsible"), ("财政局", "responsible")]),
    ("扩建泵站(责任部门:市水务局、各区政府等)。", [("水务局", "responsible"), ("各区人民政府", "responsible")]),
    ("扩建泵站（市水务局、市财政局负责）。", [("水务局", "responsible"), ("财政局", "responsible")]),
    ("修订目录。（市体育局、市教育局按职责分工负责）", [("体育局", "responsible"), ("教育局", "responsible")]),
    ("修订目录。（市体育局牵头，市教育局配合）", [("体育局", "lead"), ("教育局", "support")]),
    (
        "修订目录。（市体育局牵头，市教育局、市文化和旅游局按职责分工负责）",
        [("体育局", "lead"), ("教育局", "responsible"), ("文化和旅游局", "responsible")],
    ),
    (
        "修订目录。（牵头单位：市体育局；配合单位：市教育局、各县（市、区）人民政府）",
        [("体育局", "lead"), ("教育局", "support"), ("各县（市、区）人民政府", "support")],
    ),
    ("开放口岸。（负责部门：市商务局，适用范围：云州保税区）", [("商务局", "responsible")]),
    ("开放口岸。（完成时限：2027年；责任单位：市商务局）", [("商务局", "responsible")]),
    ("开放口岸。（市商务局会同市财政局负责）", [("商务局", "lead"), ("财政局", "support")]),
    ("开放口岸。（市商务局牵头，会同市财政局组织实施）", [("商务局", "lead"), ("财政局", "support")]),
    ("开放口岸。（市商务局（牵头）、市财政局）", [("商务局", "lead"), ("财政局", "support")]),
    ("开放口岸。（市商务局、各有关部门）", [("商务局", "responsible"), ("各有关部门", "responsible")]),
    ("开放口岸。〔牵头单位：市商务局，责任单位：市财政局〕", [("商务局", "lead"), ("财政局", "responsible")]),
    ("开放口岸。（牵头单位：市商务局 配合单位：市财政局）", [("商务局", "lead"), ("财政局", "support")]),
    (
        "培训护理员（市民政局牵头），新建食堂（市商务局负责）。",
        [("民政局", "lead"), ("商务局", "responsible")],
    ),
    (
        "培训护理员。（市民政局、市卫生健康委负责，2027年6月底前完成）",
        [("民政局", "responsible"), ("卫生健康委员会", "responsible")],
    ),
    (
        "培训护理员。（责任单位：市民政局、市残联，列第一位的为牵头单位）",
        [("民政局", "lead"), ("残疾人联合会", "responsible")],
    ),
]
BRACKETS += [
    ("修渠。（市水务局、市财政局，年内完成）", [("水务局", "responsible"), ("财政局", "responsible")]),
    ("修渠。（市水务局；2027年6月底前）", [("水务局", "responsible")]),
    ("办展。（市商务局、各区；持续推进）", [("商务局", "responsible"), ("各区", "responsible")]),
    ("完善应急预案。（2027年底前完成）", []),
    ("修渠引水灌溉农田工程（市水务局）", [("水务局", "responsible")]),
    ("组建云州市教育体育局（市体育局）。", []),
    ("办展。（市商务局为主，市财政局配合）", [("商务局", "lead"), ("财政局", "support")]),
    ("引资。（市投资促进局、市招商中心负责）", [("投资促进局", "responsible"), ("招商中心", "responsible")]),
    (
        "治超。（交通运输部门牵头，公安、保险监管部门配合）",
        [("交通运输部门", "lead"), ("公安部门", "support"), ("保险监管部门", "support")],
    ),
    (
        "用好机制。（市住建局等政府各有关部门、功能区管委会负责）",
        [
            ("住房和城乡建设局", "responsible"),
            ("政府各有关部门", "responsible"),
            ("功能区管理委员会", "responsible"),
        ],
    ),
    ("办园。责任科室：基础教育科、市教科院", [("基础教育科", "responsible"), ("教科院", "responsible")]),
]
LINES: list[tuple[str, Expected]] = [
    ("牵头单位：市水务局", [("水务局", "lead")]),
    ("配合单位：市水务局、各区", [("水务局", "support"), ("各区", "support")]),
    ("总牵头单位：市水务局", [("水务局", "lead")]),
    ("疏浚河道。牵头单位：市水务局；责任单位：市城管局。", [("水务局", "lead"), ("城市管理局", "responsible")]),
    ("牵头领导：王五", []),
    ("●责任单位为市水务局、市城管局。", [("水务局", "responsible"), ("城市管理局", "responsible")]),
    ("责任单位：市水务局，各区政府", [("水务局", "responsible"), ("各区人民政府", "responsible")]),
]
NAMES: list[tuple[str, Expected]] = [
    ("（市、区教育局负责）", [("教育局", "responsible"), ("各区教育局", "responsible")]),
    ("（责任单位：市教育局市财政局）", [("教育局", "responsible"), ("财政局", "responsible")]),
    ("（市教育局等11个部门负责）", [("教育局", "responsible")]),
    (
        "（市委宣传部（市新闻办）、团市委负责）",
        [("中共云州市委宣传部", "responsible"), ("共青团云州市委员会", "responsible")],
    ),
    (
        "（市水利局、国网云州供电公司、云州学院、各县区）",
        [
            ("水利局", "responsible"),
            ("国网云州供电公司", "responsible"),
            ("云州学院", "responsible"),
            ("各县区", "responsible"),
        ],
    ),
    ("（市公安局牵头，经开区管委会配合）", [("公安局", "lead"), ("经开区管理委员会", "support")]),
    ("（责任单位：各功能区管委会）", [("各功能区管理委员会", "responsible")]),
    ("（责任单位：市高新区、各有关区政府）", [("高新区", "responsible"), ("各有关区人民政府", "responsible")]),
]
RUNNING: list[tuple[str, Expected]] = [
    ("由市交通运输局牵头，各有关部门配合，年内建成。", [("交通运输局", "lead"), ("各有关部门", "support")]),
    ("各区政府是第一责任单位，市教育局督促。", [("各区人民政府", "lead")]),
    ("市教育局会同市财政局制定细则。", [("教育局", "lead"), ("财政局", "support")]),
    (
        "市生态环境局负责监测，市公安局交警支队配合。",
        [("生态环境局", "responsible"), ("公安局交通警察支队", "support")],
    ),
    ("建立市统计局牵头、市税务局参与的机制。", [("统计局", "lead"), ("国家税务总局云州市税务局", "support")]),
    ("鼓励各区参与试点，支持企业牵头组建联盟。", []),
    ("在市委、市政府统筹领导下，发挥各区作用。", []),
    ("成立由市领导牵头的专班，明确负责人。", []),
    ("本办法由市教育局负责解释。", []),
    ("用人单位负责缴费（个人负责部分除外）。", []),
    ("各区、各部门要加强协同配合，落实责任。", []),
    ("各乡镇（街道）负责巡查，市水务局配合。", [("各乡镇（街道）", "responsible"), ("水务局", "support")]),
    ("由市碳汇交易中心负责核算，市林业局配合。", [("碳汇交易中心", "responsible"), ("林业局", "support")]),
    ("由第三方机构负责评估，专家负责验收。", []),
    ("由市长牵头，明确负责同志。", []),
    (
        "各区政府要切实承担主体责任，市住建局负责指导。",
        [("各区人民政府", "responsible"), ("住房和城乡建设局", "responsible")],
    ),
    ("各县（市、区）政府要加强调度，承担起组织本地区清淤的责任。", [("各县（市、区）人民政府", "responsible")]),
    (
        "各县（市、区）政府要精心组织，会同供水企业改造管网。",
        [("各县（市、区）人民政府", "lead"), ("供水企业", "support")],
    ),
    (
        "各级教育、民政、卫生健康等部门要密切配合。",
        [("各级教育部门", "support"), ("各级民政部门", "support"), ("各级卫生健康部门", "support")],
    ),
    ("财政部门负责资金保障。", [("财政部门", "responsible")]),
    ("坚持党委统一领导、组织部门牵头、社会参与、齐抓共管的格局。", []),
    ("市食安委各成员单位配合，市教育局要负起牵头责任。", [("食品安全委员会各成员单位", "support"), ("教育局", "lead")]),
    ("讲好云州故事（共三集），完善云州新区（一期）路网。", []),
]


@pytest.mark.parametrize(("words", "expected"), [*BRACKETS, *LINES, *NAMES, *RUNNING])
def test_clauses(words: str, expected: Expected) -> None:
    """A clause in brackets, on its own line or in running text gives its agencies with their roles, or nothing."""
    assert owners(words) == expected


@pytest.mark.parametrize(
    ("words", "jurisdiction", "expected"),
    [
        (
            "清理收费。（财政部牵头，国务院相关部门及各地区按职责分工负责）",
            None,
            [("财政部", "lead"), ("国务院相关部门", "responsible"), ("各地区", "responsible")],
        ),
        (
            "清理收费。（商务部、文化和旅游部等国务院相关部门负责）",
            None,
            [("商务部", "responsible"), ("文化和旅游部", "responsible"), ("国务院相关部门", "responsible")],
        ),
        (
            "由湿地修复部牵头，各有关部门配合。",
            None,
            [("湿地修复部", "lead"), ("各有关部门", "support")],
        ),
        (
            "清淤。（水利部、国家能源局负责。列第一位者为牵头部门，其他部门和单位按职责分工负责，下同）",
            None,
            [("水利部", "lead"), ("国家能源局", "responsible")],
        ),
        (
            "由县茶旅融合中心牵头，县文旅局配合。",
            "青岚县",
            [("茶旅融合中心", "lead"), ("文旅局", "support")],
        ),
        (
            "改造农房。（责任单位：县农业农村局、县住建局，各乡镇（街道））",
            "青岚县",
            [("农业农村局", "responsible"), ("住房和城乡建设局", "responsible"), ("各乡镇（街道）", "responsible")],
        ),
        (
            "推广良种。（省农业农村厅牵头，团省委、省科协参与）",
            "临江省",
            [("农业农村厅", "lead"), ("共青团临江省委员会", "support"), ("科学技术协会", "support")],
        ),
    ],
)
def test_other_levels(words: str, jurisdiction: str | None, expected: Expected) -> None:
    """National, provincial and county documents."""
    assert owners(words, jurisdiction=jurisdiction) == expected


def test_span_is_the_agency() -> None:
    """The proof of a responsibility is the agency's own characters, and the order that of the list."""
    made = draft("扩建泵站。（市水务局牵头，市财政局配合）")
    facts, _ = find(made)
    assert [(made.text.quote(fact.span), fact.order) for fact in facts] == [("市水务局", 0), ("市财政局", 1)]


def test_names_joined_by_and() -> None:
    """和 splits two agencies but not one name."""
    assert owners("（市发展和改革委员会和市文化和旅游局负责）") == [
        ("发展和改革委员会", "responsible"),
        ("文化和旅游局", "responsible"),
    ]


def test_unknown_agency_is_kept_with_a_gap() -> None:
    """An agency outside the registry owns its task and is listed as a gap."""
    facts, gaps = find(draft("建设管网。（责任单位：市水务局、市燃气集团）"))
    assert [fact.agency.name for fact in facts] == ["云州市水务局", "云州市燃气集团"]
    assert [gap.kind for gap in gaps] == ["unknown-agency"]


def test_clause_without_a_task_is_a_gap() -> None:
    """A clause that fits no task is not dropped silently."""
    facts, gaps = find(draft("（责任单位：市水务局）", tasks=False))
    assert facts == () and [gap.kind for gap in gaps] == ["unread-duty"]


def test_clause_without_an_agency_is_a_gap() -> None:
    """A clause that names nothing readable is a gap; 按职责分工 alone is none."""
    assert [gap.kind for gap in find(draft("（责任单位：待定）"))[1]] == ["unread-duty"]
    assert find(draft("（按职责分工负责）"))[1] == ()


def test_a_duty_word_without_a_readable_agency_is_a_gap() -> None:
    """In running text too: who stands between 由 and 牵头 is named in a gap where it gave no agency."""
    facts, gaps = find(draft("由主管部门牵头制定细则。"))
    assert facts == () and [gap.kind for gap in gaps] == ["unread-duty"]


def test_default_clause_counts_for_what_follows() -> None:
    """以下任务均由…负责 counts for the tasks after it in its section, not for those before or elsewhere."""
    lines = ["开头任务。", "以下任务均由市民政局负责。", "助餐。", "助浴。", "其他。"]
    made = draft(*lines)
    sections = (Section("甲", "一", 1, 0), Section("乙", "二", 1, 1))
    passages = tuple(
        Passage(p.span, p.chapter, 1 if i == 4 else 0, None if i == 1 else i) for i, p in enumerate(made.passages)
    )
    tasks = tuple(
        Task(t.title, t.form, t.order, 1 if t.order == 4 else 0, span=t.span, extent=t.extent)
        for t in made.tasks
        if t.order != 1
    )
    facts, gaps = find(Draft(made.text, made.document, sections, tasks, passages, ()))
    assert [(fact.task, fact.agency.name) for fact in facts] == [(2, "云州市民政局"), (3, "云州市民政局")]
    assert gaps == ()


def test_a_default_counts_for_every_agency_of_its_sentence() -> None:
    """下列工作由甲牵头，乙为第一责任单位: both lead what follows."""
    found = owners("下列各项工作由市教育局牵头，各区政府为第一责任单位。", "建校。", "修操场。")
    assert found == [("教育局", "lead")] * 3 + [("各区人民政府", "lead")] * 3


def test_same_owner_twice_is_one_fact() -> None:
    """Two clauses of one task that name an agency in one role say one thing."""
    assert owners("助餐（市民政局负责）。助浴（市民政局负责）。") == [("民政局", "responsible")]


def test_a_long_line_is_read_in_seconds() -> None:
    """A line of a million characters with brackets and verbs does not stop the reading."""
    facts, _ = find(draft("推进建设（其中市教育局、" * 40000 + "各部门配合。" * 40000))
    assert isinstance(facts, tuple)


def test_division_table_rows() -> None:
    """The owners of a division table belong to the task whose title stands in the row."""
    value, rows, spans = "", [], []
    for words in ("重点任务", "牵头单位", "配合单位", "扩建泵站。到2027年建成。", "市水务局", "市财政局、各区政府"):
        span = Span(len(value), len(value) + len(words))
        value += words + "\n"
        spans.append(span)
    rows = [tuple(Cell(s) for s in spans[:3]), tuple(Cell(s) for s in spans[3:])]
    table = Table(Span(0, len(value)), tuple(rows))
    task = Task("扩建泵站", "measure", 0, span=Span(spans[3].start, spans[3].start + 4), extent=spans[3])
    text = Text(value, (table,))
    made = Draft(
        text,
        Document("分工方案", jurisdiction="云州市"),
        (),
        (task,),
        (),
        (PlacedTable(table, Span(0, 0), "work", division=read(text, table)),),
    )
    facts, _ = find(made)
    assert [(fact.agency.name, fact.role) for fact in facts] == [
        ("云州市水务局", "lead"),
        ("云州市财政局", "support"),
        ("云州市各区人民政府", "support"),
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("未注明责任单位的，由各县人民政府负责。", "云州市各县人民政府"),
        ("没有明确责任部门的任务，均由市教育局牵头。", "云州市教育局"),
        ("其余未列明的事项，由市民政局负责组织实施。", "云州市民政局"),
    ],
)
def test_owners_of_the_tasks_that_name_nobody(said: str, name: str) -> None:
    """What is said for tasks without owners holds for these and for no others."""
    tasks = "（一）改造校舍。（市财政局负责）\n（二）新建食堂。"
    text = f"云州市2026年工作方案\n一、重点任务\n{tasks}\n二、保障措施\n{said}\n"

    (facts,) = read_source(Source("plan.txt", text.encode())).documents

    owned = {facts.tasks[one.task].title: one.agency.name for one in facts.responsibilities}
    assert owned["改造校舍"] == "云州市财政局"
    assert owned["新建食堂"] == name


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("责任单位：（市水利局、市财政局）", [("水利局", "responsible"), ("财政局", "responsible")]),
        ("——市教育局、市民政局负责", [("教育局", "responsible"), ("民政局", "responsible")]),
        ("（市水利局，6月底前完成，市财政局配合）", [("水利局", "responsible"), ("财政局", "support")]),
        (
            "（市民政局、市教育局，2027年底前完成，市公安局参与）",
            [("民政局", "responsible"), ("教育局", "responsible"), ("公安局", "support")],
        ),
        (
            "（责任单位：开发区、高新区、经开区管委会）",
            [
                ("开发区管理委员会", "responsible"),
                ("高新区管理委员会", "responsible"),
                ("经开区管理委员会", "responsible"),
            ],
        ),
        (
            "（各县〔含直管县，下同〕人民政府，市水利局按职责分工负责）",
            [("各县人民政府", "responsible"), ("水利局", "responsible")],
        ),
        (
            "（市水利局，示范区、临港区管委会）",
            [("水利局", "responsible"), ("示范区管理委员会", "responsible"), ("临港区管理委员会", "responsible")],
        ),
        ("（预计投资2亿元，6月底前完成）", []),
    ],
)
def test_clauses_with_brackets_terms_and_shared_endings(clause: str, owners: list[tuple[str, str]]) -> None:
    """Brackets behind a label, a dash, a term between two lists, an ending that several areas share."""
    text = f"云州市2026年工作方案\n一、重点任务\n（一）修建渠道。加快工程施工进度。{clause}\n"

    (facts,) = read_source(Source("plan.txt", text.encode())).documents

    assert [(one.agency.name, one.role) for one in facts.responsibilities] == [(f"云州市{n}", r) for n, r in owners]
