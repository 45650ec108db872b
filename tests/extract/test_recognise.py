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


@settings(max_examples=120, deadline=None, print_blob=True)
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
