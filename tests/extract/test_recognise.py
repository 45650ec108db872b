"""All recognisers together: the sample plans as a whole, and texts that somebody damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guitu.extract.errors import SourceError
from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.text import Text

SAMPLES = Path(__file__).resolve().parents[2] / "extract" / "samples"
TEXTS = sorted(path.read_text("utf-8") for path in SAMPLES.iterdir())
SCRAPS = (
    "\n",
    "（",
    "）",
    "《",
    "》",
    "。",
    "1.",
    "（一）",
    "一、",
    "\t",
    "“",
    "专栏",
    "附件",
    "2025年",
    "|",
    "<table><td>",
    "万",
    "第一条",
)


def sample(name: str) -> Facts:
    (path,) = SAMPLES.glob(f"*{name}*")
    (facts,) = read(Source(path.name, path.read_bytes())).documents
    return facts


def check(text: Text, facts: Facts) -> None:
    """What the graph relies on: places inside the text, orders that count, titles with words."""
    kinds = (facts.sections, facts.tasks, facts.responsibilities, facts.figures, facts.places, facts.incentives)
    for fact in (*(f for kind in kinds for f in kind), *facts.references, *facts.gaps):
        assert len(fact.span) > 0
        assert fact.span.end <= len(text.value)
    assert [task.order for task in facts.tasks] == list(range(len(facts.tasks)))
    assert [section.order for section in facts.sections] == list(range(len(facts.sections)))
    assert all(title.strip() for title in (*(t.title for t in facts.tasks), *(s.title for s in facts.sections)))
    owned = (*(r.task for r in facts.responsibilities), *(i.task for i in facts.incentives))
    assert all(task < len(facts.tasks) for task in owned)


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.stem)
def test_a_sample_gives_sound_facts(path: Path) -> None:
    """Each sample plan has a title of its kind, tasks and owners."""
    reading = read(Source(path.name, path.read_bytes()))

    for facts in reading.documents:
        check(reading.text, facts)
        assert facts.document.type
        assert facts.tasks
        assert facts.responsibilities


def test_who_owns_a_row_of_the_division_table() -> None:
    """Lead, support and deadline of a row are facts of its task; 无 names nobody."""
    facts = sample("任务分工表")
    task = next(t for t in facts.tasks if t.title == "推广政务服务村级代办")
    owners = [(r.agency.name, r.role) for r in facts.responsibilities if r.task == task.order]

    assert owners == [("云州市政务服务管理局", "lead")]
    assert task.deadline == "2024年6月底前"


def test_text_and_table_give_the_same_target() -> None:
    """The share of digital production stands in the goals and in the table of the box."""
    figures = [
        f for f in sample("数字乡村“十四五”规划").figures if f.indicator == "农业生产数字化率" and f.kind == "target"
    ]

    assert {(f.source, str(f.value), f.unit, f.year) for f in figures} == {
        ("text", "36", "%", 2025),
        ("table", "36", "%", 2025),
    }


@settings(max_examples=120, print_blob=True)
@given(st.sampled_from(TEXTS), st.integers(0, 3000), st.lists(st.tuples(st.integers(0, 600), st.sampled_from(SCRAPS))))
def test_a_damaged_text_is_read(text: str, start: int, damage: list[tuple[int, str]]) -> None:
    """Whatever was cut or put in between, there are facts with places and no error."""
    words = text[start % len(text) :][:800]
    for at, scrap in damage:
        words = words[:at] + scrap + words[at + 7 :]
    for name in ("plan.txt", "plan.md", "plan.html"):
        try:
            reading = read(Source(name, words.encode()))
        except SourceError:
            assert not words.strip() or len(words) < 20
            continue
        for facts in reading.documents:
            check(reading.text, facts)


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("新建公办幼儿园12所", [("新建公办幼儿园", "12", "所")]),
        ("改造农村危桥35座。", [("改造农村危桥", "35", "座")]),
        ("培育规上工业企业200家", [("规上工业企业", "200", "家")]),
        ("五个卫星城", []),
        ("生态保护方面6项", []),
    ],
)
def test_how_much_the_title_of_a_task_commits_to(heading: str, told: list[tuple[str, str, str]]) -> None:
    """The number in a title that says what is done is a target; a name with a number and a count of items are none."""
    text = (
        f"云州市2026年民生实事实施方案\n一、重点任务\n（一）{heading}\n各县要抓好落实。\n（二）加强调度\n按月通报。\n"
    )

    (facts,) = read(Source("plan.txt", text.encode())).documents

    assert [(f.indicator, str(f.value), f.unit) for f in facts.figures] == told
    assert all(figure.task == 0 for figure in facts.figures)


def test_how_much_the_rows_of_a_table_commit_to() -> None:
    """Task and content of a row are read for targets of that row."""
    rows = (
        "<tr><th>重点任务</th><th>牵头单位</th></tr>"
        "<tr><td>建设高标准农田8万亩</td><td>县农业农村局</td></tr>"
        "<tr><td>防治林业病虫害。无公害防治率达到90%以上</td><td>县林业局</td></tr>"
    )
    page = f"<p>青岚县2026年重点任务分工表</p><table border=1>{rows}</table>"

    (facts,) = read(Source("plan.html", page.encode())).documents

    assert [(f.indicator, str(f.value), f.unit, f.task) for f in facts.figures] == [
        ("高标准农田", "8", "万亩", 0),
        ("无公害防治率", "90", "%", 1),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("加大培养，每年选拔资助不少于100名青年教师，连续3年每年给予经费资助。", [("100", "名")]),
        ("完善机制，5年内引进扶持20名种业专家，给予每人10万元资助。", [("20", "名")]),
        ("优化布局，每年培育支持30家示范农场，给予每家5万元奖补。", [("30", "家")]),
        ("对引进10名以上专家的企业，给予20万元奖励。", []),
    ],
)
def test_how_many_are_supported(sentence: str, told: list[tuple[str, str]]) -> None:
    """How many a plan supports is a target, wherever in its sentence; a condition of support is none."""
    text = f"云州市人才工作实施意见\n一、重点任务\n（一）加强培养。{sentence}\n"

    (facts,) = read(Source("plan.txt", text.encode())).documents

    assert [(str(figure.value), figure.unit) for figure in facts.figures] == told


MARKED = (
    "# 云州市水网建设实施方案",
    "## 重点任务",
    "### 修建渠道",
    "加快渠道施工进度，确保按期通水。（市水利局负责）",
    "### 改造管网",
    "降低管网漏损，更新老旧管道30公里。（市住建局负责）",
    "## 保障措施",
    "### 强化调度",
    "按月通报进展，及时协调解决问题。",
)


def test_marked_headings_without_numbers() -> None:
    """Headings that only Markdown marks are sections and tasks, one in the other by their level."""
    (facts,) = read(Source("plan.md", "\n\n".join(MARKED).encode())).documents

    assert facts.document.title == "云州市水网建设实施方案"
    assert [(section.title, section.depth) for section in facts.sections] == [
        ("重点任务", 1),
        ("修建渠道", 2),
        ("改造管网", 2),
        ("保障措施", 1),
        ("强化调度", 2),
    ]
    assert [task.title for task in facts.tasks] == ["修建渠道", "改造管网", "强化调度"]


@pytest.mark.parametrize("number", ["5.5", "3.25", "10.8"])
def test_a_decimal_ends_no_title(number: str) -> None:
    """The point of a number is no stop behind a run-in title."""
    text = f"云州市2026年工作方案\n一、重点任务\n（一）稳定增长\n地区生产总值增长{number}%左右。各县要抓好落实。\n"

    (facts,) = read(Source("plan.txt", text.encode())).documents

    assert [task.title for task in facts.tasks] == ["稳定增长"]
    assert [str(figure.value) for figure in facts.figures] == [number]


@pytest.mark.parametrize(
    ("item", "is_task"),
    [
        ("（一）营商环境方面5项：一窗受理、限时办结等。", False),
        ("（一）社会治理领域共12项：网格管理、矛盾调处等。", False),
        ("（一）人才服务类3项：落户、住房等。", False),
        ("（一）推进12项重点改革：明确分工，限期完成。", True),
    ],
)
def test_a_count_of_what_is_listed_elsewhere(item: str, *, is_task: bool) -> None:
    """An item that only counts what an annex lists prescribes nothing."""
    text = f"云州市改革举措推广工作方案\n一、推广的举措\n{item}\n（二）加强统筹。按月调度。\n"

    (facts,) = read(Source("plan.txt", text.encode())).documents

    assert (len(facts.tasks) == 2) is is_task
