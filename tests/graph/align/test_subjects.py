"""What titles are about, in several fields."""

from __future__ import annotations

import pytest

from guitu.graph.align.subjects import concepts, subjects


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("加快建设智慧港口和绿色航道工程", ("智慧港口", "绿色航道")),
        ("提升医养结合能力", ("医养结合",)),
        ("实施老旧小区改造行动", ("老旧小区改造",)),
        ("数据库", ("数据库",)),
        ("优化信息技术服务", ("信息技术",)),
        ("推进信息消费升级行动", ("信息消费",)),
        ("大力发展服务贸易", ("服务贸易",)),
        ("节水型社会", ("节水型社会",)),
    ],
)
def test_subjects(title: str, found: tuple[str, ...]) -> None:
    """Verbs before and general nouns behind are no subject; names that the registry knows stay whole."""
    assert subjects(title) == found


@pytest.mark.parametrize("title", ["强化统筹推进", "推广应用", "完善体系", ""])
def test_titles_that_only_say_how(title: str) -> None:
    """A title of verbs and general nouns has no subject."""
    assert subjects(title) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("拓宽投融资渠道", ("资金支持",)),
        ("打造高素质教师人才队伍", ("人才", "人才队伍")),
        ("推广信创产品", ("信息技术应用创新",)),
        ("在县城东侧", ()),
    ],
)
def test_concepts(text: str, found: tuple[str, ...]) -> None:
    """Topics and instruments by any of their names; a word may name one of both."""
    assert tuple(dict.fromkeys(concepts(text))) == found
