"""Division tables in bars of which a copy has left out merged cells: the time settles their columns."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEAD = (
    "# 青岚县水环境治理2027年行动计划\n\n青岚县人民政府\n\n2027年2月1日\n\n"
    f"|{'  |' * 7}\n|{' --- |' * 7}\n"
    "| 序号 | 重点任务 | 工作措施 | 完成时限 | 牵头部门 | 责任单位 | 配合单位 |\n"
)


def facts(rows: str) -> Facts:
    (found,) = read(Source("方案.md", (HEAD + rows).encode())).documents
    return found


def owners(found: Facts) -> list[tuple[str, str]]:
    return [(one.agency.name.removeprefix("青岚县"), str(one.role)) for one in found.responsibilities]


@pytest.mark.parametrize(
    ("rows", "targets", "expected"),
    [
        (
            "| 一、清水行动 |\n| 1 | 河道治理 | 清淤河道18公里。 | 年底前 | 县水利局 | 县住房城乡建设局 | 县财政局 |\n"
            "| 建设护岸6公里。 | 11月底前 | 县水利局 | 县交通运输局 | 各镇 |\n",
            ["清淤河道", "护岸"],
            [
                ("水利局", "lead"), ("住房和城乡建设局", "responsible"), ("财政局", "support"),
                ("水利局", "lead"), ("交通运输局", "responsible"), ("各镇", "support"),
            ],
        ),
        (
            "| 1 | 管网改造 | 新建污水管网30公里。 | 6月底前 | 县住房城乡建设局 | 县水利局<br>县财政局 | 各镇 |\n"
            "| 更换老旧水表900只。 | 长期实施 | 县水利局 | 县财政局 | 各镇 |\n",
            ["新建污水管网", "更换老旧水表"],
            [
                ("住房和城乡建设局", "lead"), ("水利局", "responsible"), ("财政局", "responsible"), ("各镇", "support"),
                ("水利局", "lead"), ("财政局", "responsible"), ("各镇", "support"),
            ],
        ),
        # cells lack behind the time as well: the work is read, the agencies are not
        (
            "| 1 | 农业面源 | 建设生态沟渠12公里。 | 年底前 | 县农业农村局 | 县水利局 | 各镇 |\n"
            "| 推广配方肥3万亩。 | 9月底前 | 县农业农村局 | 各镇 |\n",
            ["生态沟渠", "推广配方肥"],
            [("农业农村局", "lead"), ("水利局", "responsible"), ("各镇", "support")],
        ),
    ],
)  # fmt: skip
def test_rows_that_lack_merged_cells(rows: str, targets: list[str], expected: list[tuple[str, str]]) -> None:
    found = facts(rows)

    assert [one.indicator for one in found.figures] == targets
    assert owners(found) == expected
    told = [gap.reason for gap in found.gaps if "合并的单元格丢失" in gap.reason]
    assert len(told) == (len(expected) == 3)


def test_whole_rows_stay_as_they_are() -> None:
    found = facts("| 1 | 河道治理 | 清淤河道18公里。 | 年底前 | 县水利局 | 县住房城乡建设局 | 县财政局 |\n")
    assert owners(found) == [("水利局", "lead"), ("住房和城乡建设局", "responsible"), ("财政局", "support")]
