"""Terms in and beside duty clauses, and what only looks like one."""

from __future__ import annotations

import pytest

from guitu.extract.owners.deadlines import deadline


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("修渠。（市水务局负责，2027年6月底前完成）", "2027年6月底前"),
        ("建校。（县教育局、县财政局；年内完成）", "年内"),
        ("办展。〔省商务厅牵头，持续推进〕", "持续推进"),
        ("巡山。（县林草局负责，长期坚持）", "长期坚持"),
        ("修路。（县交通运输局，2026年—2028年）", "2026年—2028年"),
        ("修路。牵头单位：县交通运输局；完成时限：2026年12月", "2026年12月"),
        ("时间节点：2027年", "2027年"),
        ("2028年底前建成泵站3座。", "2028年底前"),
        ("到2028年底，泵站覆盖率达到80%。", None),
        ("2027年，云州新建学校。", None),
        ("建设港口（2026年）。", None),
        ("持续推进港口建设。", None),
    ],
)
def test_deadline(words: str, expected: str | None) -> None:
    """A term is read beside a label, in a clause with agencies and before …前; a year in running text is none."""
    assert deadline(words) == expected
