"""A text in traditional characters is read like its simplified form; quotes stay as written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.traditional import is_traditional, simplified

PLAN = """雲州市節水行動計劃
一、主要任務
（一）改造管網。到2030年，更新老舊管網不少於50公里，漏損率降至8%以下。（市水利局牽頭，市財政局、各區政府配合）
（二）推廣器具。為學校更換節水龍頭，完善制度。（責任單位：市教育局、市發展改革委）
"""


def test_the_same_facts_in_both_forms() -> None:
    """Every fact but its place is that of the simplified text, and a quote is what the document says."""
    written, plain = (read(Source("a.txt", text.encode())) for text in (PLAN, simplified(PLAN)))
    (one,), (other,) = written.documents, plain.documents

    assert tuple(replace(task, body=simplified(task.body)) for task in one.tasks) == other.tasks  # a body is a quote
    assert (one.figures, one.sections) == (other.figures, other.sections)
    assert [duty.agency.name for duty in one.responsibilities] == [duty.agency.name for duty in other.responsibilities]
    assert one.responsibilities[0].agency.name == "云州市水利局"
    assert one.document.title == "云州市节水行动计划"
    assert written.text.quote(one.responsibilities[0].span) == "市水利局"
    assert "牽頭" in written.text.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN, True),
        (simplified(PLAN), False),
        ("云州市档案保护计划\n修复古籍《論語》《說文》，改造庫房。" + "完善制度，建立台账，推进数字化。" * 20, False),
        ("", False),
        ("Plan 2030", False),
    ],
)
def test_which_texts_are(text: str, expected: bool) -> None:
    """A few such characters in a text, a name or a book, change nothing."""
    assert is_traditional(text) is expected


def test_length_stays() -> None:
    text = "著作、乾旱、覆蓋、憑藉、衞生、瞭解𠀋" + PLAN

    assert len(simplified(text)) == len(text)
    assert simplified("覆蓋") == "覆盖"
