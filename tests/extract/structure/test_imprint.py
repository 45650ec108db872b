"""A line of the head that names number, issuer and day together says what it names, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from guitu.extract.facts import Document
from guitu.extract.recognise import read
from guitu.extract.source import Source

BODY = """
为加强管护，制定本方案。
一、主要任务
（一）改造管网。更新老旧管网30公里。（市水利局负责）
（二）强化宣传。开展进校园活动。（市教育局负责）
"""


def document(line: str) -> Document:
    (found,) = read(Source("a.txt", f"云州市节水行动方案\n{line}\n{BODY}".encode())).documents
    assert [task.title for task in found.tasks] == ["改造管网", "强化宣传"]
    return found.document


@pytest.mark.parametrize(
    ("line", "number", "issuers", "issued"),
    [
        (
            "（云州市水利局2024年3月5日印发，云水发〔2024〕3号）",
            "云水发〔2024〕3号",
            ["云州市水利局"],
            date(2024, 3, 5),
        ),
        (
            "云政办发〔2023〕18号  云州市人民政府办公室  2023年6月9日印发",
            "云政办发〔2023〕18号",
            ["云州市人民政府办公室"],
            date(2023, 6, 9),
        ),
        ("云州市林业局云林发〔2022〕7号 2022年4月1日", "云林发〔2022〕7号", ["云州市林业局"], date(2022, 4, 1)),
        (
            "（云州市教育局、云州市财政局 云教发〔2021〕30号）",
            "云教发〔2021〕30号",
            ["云州市教育局", "云州市财政局"],
            None,
        ),
        ("2025年1月6日 云医保发〔2025〕1号", "云医保发〔2025〕1号", [], date(2025, 1, 6)),
    ],
)
def test_a_line_of_number_issuer_and_day(line: str, number: str, issuers: list[str], issued: date | None) -> None:
    found = document(line)

    assert (found.number, [one.name for one in found.issuers], found.issued) == (number, issuers, issued)


@pytest.mark.parametrize(
    "line",
    [
        "（根据云政发〔2023〕3号制定）",
        "云政发〔2020〕3号已于2024年3月5日废止",
        "（云水发〔2024〕3号，自2024年5月5日起施行）",
        "（云政发〔2021〕3号、云水发〔2024〕3号）",
        "（2024年3月5日发布，2024年4月1日修订）",
    ],
)
def test_a_line_with_other_words_tells_nothing(line: str) -> None:
    found = document(line)

    assert (found.number, found.issuers, found.issued) == (None, (), None)


def test_a_number_that_is_cited_is_not_its_own() -> None:
    assert document("（根据云政发〔2024〕3号，云州市水利局2024年3月5日印发）").number is None


@pytest.mark.parametrize("number", ["原政办发〔2024〕3号", "同政发〔2024〕3号"])
def test_a_number_can_begin_like_a_word(number: str) -> None:
    assert document(number).number == number


def test_the_number_of_a_notice_goes_before_that_of_an_annex() -> None:
    assert document("云水〔2024〕3号\n（云水〔2023〕1号 2023年1月5日）").number == "云水〔2024〕3号"
