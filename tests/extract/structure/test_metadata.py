"""What a document says of itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from guitu.extract import recognise
from guitu.extract.cleaning.clean import assemble
from guitu.extract.facts import Document
from guitu.extract.readers.grids import cell, grid
from guitu.extract.source import Source
from guitu.extract.structure.document.documents import split
from guitu.extract.structure.document.metadata import period, read
from guitu.extract.text import Text

Page = Callable[..., Text]


def document(text: Text) -> Document:
    (part,) = split(text)
    return read(text, part, None).document


def test_a_notice_gives_issuer_number_and_date(page: Page) -> None:
    """The plan that a notice brings has its own title, and the notice's issuer, number and date."""
    found = document(
        page(
            "云州市人民政府办公室关于印发《云州市养老服务发展“十四五”规划》的通知",
            "云政办发〔2022〕17号",
            "各区、县人民政府：",
            "《云州市养老服务发展“十四五”规划》已经市政府同意，现印发给你们。",
            "云州市人民政府办公室",
            "2022年3月5日",
            "云州市养老服务发展“十四五”规划",
            "为应对老龄化，编制本规划。",
            "一、总体要求",
        )
    )

    assert found.title == "云州市养老服务发展“十四五”规划"
    assert (found.level, found.type, found.period) == ("municipal", "plan", "十四五")
    assert [a.name for a in found.issuers] == ["云州市人民政府办公室"]
    assert (found.number, found.issued) == ("云政办发〔2022〕17号", date(2022, 3, 5))
    assert found.jurisdiction == "云州市"


def test_joint_issuers_are_each_an_agency(page: Page) -> None:
    """Names with a space between them are several."""
    found = document(page("青岚县水利局 青岚县财政局关于印发《青岚县节水办法》的通知", "一、总则"))

    assert [a.name for a in found.issuers] == ["青岚县水利局", "青岚县财政局"]
    assert (found.level, found.type) == ("county", "measures")


def test_a_signature_under_the_title_is_the_issuer(page: Page) -> None:
    """A national agency alone on the line after the title makes a national plan."""
    found = document(page("“十四五”卫生健康人才发展规划", "国家卫生健康委", "2022年8月3日", "一、发展基础"))

    assert found.level == "national"
    assert [a.name for a in found.issuers] == ["国家卫生健康委员会"]
    assert found.issued == date(2022, 8, 3)


def test_a_plan_without_issuer_takes_its_level_from_its_words(page: Page) -> None:
    """我省 and 全省 make a provincial one, and nothing is invented for the rest."""
    found = document(
        page("儿童健康促进行动计划", "为保障我省儿童健康，制定本计划。", "一、目标", "全省建成二十家医院。")
    )

    assert (found.level, found.issuers, found.number, found.issued) == ("provincial", (), None, None)


VALIDITY = [
    ("本措施自2024年7月1日起施行，有效期至2027年6月30日。", date(2024, 7, 1), date(2027, 6, 30)),
    ("本办法自 2023年5月1日起实施，有效期5年。", date(2023, 5, 1), date(2028, 4, 30)),
    ("本政策有效期自2024年1月1日至2025年12月31日。", date(2024, 1, 1), date(2025, 12, 31)),
    ("本办法自印发之日起施行。", None, None),
    ("项目自2024年7月1日起实施封闭管理。", None, None),
]


@pytest.mark.parametrize(("sentence", "start", "end"), VALIDITY)
def test_validity_is_what_the_document_says_of_itself(
    page: Page, sentence: str, start: date | None, end: date | None
) -> None:
    """From and until; years of validity count from the start."""
    found = document(page("云州市支持种业若干措施", "一、支持育种", "给予补助。", sentence))

    assert (found.valid_from, found.valid_to) == (start, end)


def test_a_number_cited_in_a_sentence_is_not_the_document_s(page: Page) -> None:
    """Only a number alone or behind the title is its own."""
    found = document(page("云州市种业规划", "根据《国家种业意见》（国发〔2021〕3号）精神，编制本规划。", "一、目标"))

    assert found.number is None


def test_years_in_brackets_on_a_line_of_their_own_belong_to_the_title(page: Page) -> None:
    """（2023—2025年） under the title is part of it."""
    found = document(page("云州市智慧渔业行动计划", "（2023—2025年）", "为发展渔业，制定本计划。", "一、目标"))

    assert found.title == "云州市智慧渔业行动计划（2023—2025年）"


def test_a_date_in_brackets_under_the_title_is_the_date(page: Page) -> None:
    """（2024年6月2日） is no part of the title of the notice above it."""
    found = document(
        page(
            "云州市人民政府关于印发《云州市种业规划》的通知",
            "（2024年6月2日）",
            "云政发〔2024〕8号",
            "云州市种业规划",
            "一、目标",
        )
    )

    assert (found.title, found.issued, found.number) == ("云州市种业规划", date(2024, 6, 2), "云政发〔2024〕8号")
    assert [a.name for a in found.issuers] == ["云州市人民政府"]


def test_a_document_without_a_place_in_its_title_is_of_the_city_it_names(page: Page) -> None:
    """全市 tells the level, the city that the text names tells the place."""
    found = document(
        page(
            "关于推进养老服务的实施意见",
            "根据《福州市人民政府关于养老服务的决定》，结合福州市实际，制定本意见。",
            "一、目标",
            "全市建成养老中心。",
        )
    )

    assert (found.level, found.jurisdiction) == ("municipal", "福州市")


def test_issuers_that_run_together_are_each_an_agency(page: Page) -> None:
    """A line of two names without a sign between them holds two."""
    found = document(page("中共福州市委福州市人民政府", "关于支持种业发展的实施意见", "（2023年2月8日）", "一、目标"))

    assert [a.name for a in found.issuers] == ["中共福州市委员会", "福州市人民政府"]
    assert (found.title, found.issued) == ("关于支持种业发展的实施意见", date(2023, 2, 8))


def test_a_page_with_nothing_but_the_table_that_lists_it() -> None:
    """The title that the table lists is the title, where no paragraph follows."""
    rows = [
        [cell("发文机关："), cell("云州市水利局")],
        [cell("标题："), cell("云州市关于印发《云州市节水规划》的通知")],
    ]

    found = document(assemble([grid(rows)]))

    assert (found.title, found.type) == ("云州市节水规划", "plan")


def test_a_signature_behind_the_last_sentence_ends_its_line() -> None:
    """The title on the next line is no end of the letter."""
    text = (
        "青岚县人民政府关于印发节水规划的通知\n青政发〔2021〕8号\n"
        "各乡镇人民政府：现将《节水规划》印发给你们，请认真执行。　　青岚县人民政府　　2021年5月6日\n"
        "节水规划\n一、重点任务\n（一）改造管网。更新管网。\n"
    )
    (facts,) = recognise.read(Source("a.txt", text.encode())).documents

    assert (facts.document.title, facts.document.issued) == ("节水规划", date(2021, 5, 6))
    assert not facts.references


RECORDS = [
    (
        "区人民政府办公室关于印发2023年重点工作分解方案的通知",
        [
            "索 引 号 MB15/2023-05 发文日期 2023-01-03",
            "发布机构 云州市东桥区人民政府办公室 文    号 东政办〔2023〕1号",
            "分   类 政务公开 有 效 性 有效",
        ],
        ("云州市东桥区人民政府办公室", "东政办〔2023〕1号", date(2023, 1, 3)),
    ),
    (
        "云州市水利局关于印发节水工作方案的通知",
        ["发文机关 云州市水利局 成文日期 2024年3月5日", "发文字号 云水〔2024〕7号 主题分类 水利"],
        ("云州市水利局", "云水〔2024〕7号", date(2024, 3, 5)),
    ),
]


@pytest.mark.parametrize(("title", "record", "expected"), RECORDS)
def test_two_fields_of_a_record_on_one_line(title: str, record: list[str], expected: tuple[str, str, date]) -> None:
    """Labels that have lost their signs: each value ends where the next label begins, and none is part of a name."""
    lines = [title, *record, "各单位：", "现印发给你们。", "一、重点任务", "（一）改造管网。改造老旧管网。"]
    (facts,) = recognise.read(Source("a.txt", "\n".join(lines).encode())).documents
    found = facts.document
    assert ([one.name for one in found.issuers], found.number, found.issued) == ([expected[0]], *expected[1:])


def test_a_label_s_words_in_a_sentence_are_no_record(page: Page) -> None:
    lines = ["云州市档案工作方案", "名称变更的档案重新分类", "标题和文号应当写明", "一、重点任务", "（一）整理档案。"]
    assert document(page(*lines)).number is None


def test_the_signature_above_what_a_notice_brings() -> None:
    """Far from the end of the file, and before no annex: it settles whose 区 it is."""
    lines = [
        "区人民政府办公室关于印发2023年区《政府工作报告》任务分解方案的通知",
        "",
        "各街道办事处：",
        "现印发给你们。",
    ]
    lines += [
        "一、各单位要加强领导。",
        "云州市东桥区人民政府办公室",
        "2023年1月3日",
        "2023年区《政府工作报告》任务分解方案",
    ]
    lines += ["一、重点任务", *(f"（{n}）改造管网{n}条\n责任单位：区水务局" for n in "一二三四五六")]
    (facts,) = recognise.read(Source("a.txt", "\n".join(lines).encode())).documents
    assert facts.document.title == "2023年区《政府工作报告》任务分解方案"
    assert {one.agency.name for one in facts.responsibilities} == {"云州市东桥区水务局"}


def test_a_site_s_record_under_the_first_heading() -> None:
    """What its source says tells the place, where the text speaks of that level."""
    lines = [
        "首页 > 民生 > 2024年",
        "三、养老院建设",
        "发布日期：2024-09-17  来源：南京市政府  阅读：次",
        "建设1所覆盖全市、以市级养老院为中心的服务体系。",
    ]
    (facts,) = recognise.read(Source("a.txt", "\n".join([*lines, "责任单位：市民政局"]).encode())).documents
    assert [one.agency.name for one in facts.responsibilities] == ["南京市民政局"]


def test_words_of_a_search_form_are_no_title() -> None:
    lines = ["精确检索", "开始检索", "云州市人民政府关于加快发展养老服务业的实施意见", "一、主要目标", "到2026年建成。"]
    (facts,) = recognise.read(Source("a.txt", "\n".join(lines).encode())).documents
    assert [one.name for one in facts.document.issuers] == ["云州市人民政府"]


TITLES = [
    ["首页 > 通知公告 > 政策法规", "", "云州市人民政府关于加快节水工作的实施意见"],
    ["重点领域信息公开", "政府信息公开年报", "南京市“十三五”林业建设规划"],
    ["云州政发〔2023〕2号云州市人民政府关于加快节水工作的实施意见.pdf"],
]


@pytest.mark.parametrize("lines", TITLES)
def test_what_a_site_has_put_before_a_title_is_none_of_it(lines: list[str]) -> None:
    """Nor is the number of a document, nor the ending of a file."""
    text = "\n".join([*lines, "一、重点任务", "（一）改造管网。改造老旧管网。"])
    (facts,) = recognise.read(Source("a.txt", text.encode())).documents
    assert facts.document.title in ("云州市人民政府关于加快节水工作的实施意见", "南京市“十三五”林业建设规划")
    assert [one.name for one in facts.document.issuers] in ([], ["云州市人民政府"])


@pytest.mark.parametrize(
    ("title", "period_"),
    [
        ("临江省十四五绿色低碳发展规划", "十四五"),
        ("云州市十五五养老服务体系建设规划", "十五五"),
        ("青岚县十四五水网建设实施方案", "十四五"),
        ("云州市第十五中学建设规划", None),
    ],
)
def test_the_five_years_of_a_title_need_no_quotes_behind_a_place(title: str, period_: str | None) -> None:
    assert period(title) == period_
