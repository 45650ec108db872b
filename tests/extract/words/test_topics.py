"""The topics of tasks."""

from __future__ import annotations

import pytest

from guitu.extract.text import Span, Text
from guitu.extract.words.topics import topics


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("发展光伏与储能", "建设机场。", ("新能源", "储能")),
        ("强化组织领导", "完善公交线网，优化公交场站，建设地铁。", ("公共交通",)),
        ("落实各项任务", "扩大托育服务供给。", ("托育服务",)),
        ("加强保障", "统筹推进。", ()),
        ("推进HAIR项目", "", ()),
    ],
)
def test_topics_of_a_task(title: str, body: str, expected: tuple[str, ...]) -> None:
    """The title decides; without it the words that the body repeats."""
    text = Text(f"{title}\n{body}", ())
    after = len(title) + 1

    assert topics(text, Span(0, len(title)), Span(after, after + len(body))) == expected
