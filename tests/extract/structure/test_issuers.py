"""Who issued a document: who signs or speaks for it; never a cell of a table, a shelf of a site or who copied it."""

from __future__ import annotations

from datetime import date

import pytest

from guitu.extract.facts import Document
from guitu.extract.recognise import read
from guitu.extract.source import Source

WORK = "一、重点任务\n（一）改造管网。更新老旧管网。（市水利局牵头）\n"


def document(text: str, name: str = "a.txt") -> Document:
    return read(Source(name, text.encode())).documents[0].document


def issuers(text: str) -> list[str]:
    return [agency.name for agency in document(text).issuers]


def test_the_cells_of_a_table_are_no_issuers() -> None:
    """Owners that stand one a line behind the first item, and the headings of their columns."""
    text = (
        "《临江省节水规划》目标责任分解书\n\n领域\n\n主要目标\n\n主要责任单位\n\n责任单位\n\n1.完善供水体系。\n\n省水利厅\n\n"
        "省财政厅\n\n临江海事局\n\n2.建设灌区。\n\n省农业农村厅\n"
    )
    found = document(text)
    assert (found.title, found.issuers) == ("《临江省节水规划》目标责任分解书", ())
    assert (found.level, found.jurisdiction) == ("provincial", "临江省")


@pytest.mark.parametrize(
    "record",
    [
        "序号：1002 索引号：Y01-2 公开方式：主动公开 发布机构：市水利局 网站发布：2024/8/17",
        "索引号：Y01-2 主题分类：水利 发布机构：市水利局 发布时间：2024-08-17 09:20:11浏览次数：45",
        "公开类别：主动公开 发布机构：云州市水利局 发布日期：2024-08-17",
    ],
)
def test_a_line_of_a_record_is_not_glued_to_the_next(record: str) -> None:
    """The body on the line below is the issuer, and its notice brings the plan."""
    text = (
        f"{record}\n云州市人民政府\n关于印发云州市节水实施方案的通知\n\n云政〔2024〕11号\n\n各县区人民政府：\n\n{WORK}"
    )
    assert issuers(text) == ["云州市人民政府"]


@pytest.mark.parametrize(
    ("label", "signed"),
    [
        ("发布机构：青岚县人民政府办公室", "青岚县人民政府"),
        ("发布机构：云州市政务服务中心办公室", "云州市教育局"),
        ("发布单位：云州市青岚区民政局", "云州市青岚区人民政府"),
    ],
)
def test_who_signs_has_issued_it(label: str, signed: str) -> None:
    """The label of the page names whose shelf it stands on."""
    notice = "各镇政府：\n现将《养老服务工作分工》印发给你们。"
    text = f"{label} 成文日期：2025-02-28\n{notice}\n{signed}\n2025年2月28日\n养老服务工作分工\n{WORK}"
    assert issuers(text) == [signed]


@pytest.mark.parametrize(
    ("city", "province"), [("榆林市卫生健康局", "陕西省"), ("常州市水利局", "江苏省"), ("宁波市财政局", "浙江省")]
)
def test_a_city_that_has_a_copy_of_the_province_s_plan_is_not_its_issuer(city: str, province: str) -> None:
    """Neither is the plan's level that of the city; a day without its signs is read where it is plain."""
    page = f"索引号：012 来源：本网 发布机构：{city} 发布时间：2017-09-22\n\n"
    work = WORK.replace("市水利局", "省水利厅")
    text = f"{page}{province}节水实施方案\n\n各设区市人民政府：\n\n{province}人民政府 2017821\n\n{work}"
    found = document(text)
    assert [agency.name for agency in found.issuers] == [f"{province}人民政府"]
    assert (found.level, found.jurisdiction, found.issued) == ("provincial", province, date(2017, 8, 21))


@pytest.mark.parametrize(
    ("city", "province"), [("榆林市卫生健康局", "陕西省"), ("常州市水利局", "江苏省"), ("宁波市财政局", "浙江省")]
)
def test_a_site_of_a_city_that_heads_the_province_s_plan_is_not_its_issuer(city: str, province: str) -> None:
    """Its own measures, which name the city, are the city's."""
    byline = f"# {city}\n\n{city}2025-01-09 08:36\n来源：本网\n\n"
    found = document(f"{byline}{province}节水补贴实施细则\n\n{WORK}")
    assert (found.issuers, found.level, found.jurisdiction) == ((), "provincial", province)
    place = city[:3]
    assert document(f"{byline}{place}节水补贴实施细则\n\n{WORK}").jurisdiction == place


def test_a_city_s_own_page_still_gives_its_issuer() -> None:
    """Where nobody signs and the title names no place around it."""
    text = f"索引号：012 发布机构：常州市水利局 发布时间：2017-09-22\n\n常州市节水实施方案\n\n{WORK}"
    assert issuers(text) == ["常州市水利局"]


@pytest.mark.parametrize("government", ["青岚县人民政府", "云州市人民政府", "云州市青岚区人民政府"])
def test_whoever_speaks_for_a_government_names_it(government: str) -> None:
    """我代表…人民政府 in its report."""
    speech = f"各位代表：\n\n现在，我代表{government}，向大会报告工作，请予审议。"
    text = f"政府工作报告\n\n{speech}\n\n一、2018年工作回顾\n\n建成道路。\n"
    assert issuers(text) == [government]


def test_what_is_printed_by_a_news_page_is_the_title() -> None:
    """海南印发《…》, and a collection's X印发Y: the plan that they name."""
    for line in (
        "临江印发《临江省节水规划》",
        "《临江省政府印发临江省节水规划》",
        "临江省人民政府办公厅印发《临江省节水规划》",
    ):
        assert document(f"{line}\n为节约用水，制定本规划。\n{WORK}").title == "临江省节水规划"
    assert document(f"云州市供水规划\n市水利局印发供水手册\n{WORK}").title == "云州市供水规划"


@pytest.mark.parametrize("shelf", ["首页 > 纲要规划", "首页 > 政策 > 规划计划", "网站 > 工作方案"])
def test_a_shelf_of_a_site_is_no_title(shelf: str) -> None:
    """The path above a text ends with the name of its kind."""
    assert document(f"{shelf}\n\n{WORK}", "云州节水.txt").title not in shelf
    assert document(f"首页 > 政策 > 云州市节水工作方案\n\n{WORK}").title == "云州市节水工作方案"


@pytest.mark.parametrize(
    "salutation",
    [
        "各市、州、县人民政府，省政府各部门：",
        "县开发区管委会，各乡、镇人民政府，县直各单位：",
        "各区教育局，市属各学校：",
    ],
)
def test_a_salutation_is_no_title(salutation: str) -> None:
    """The title is that of the first annex, or the name of the file."""
    body = "为进一步加强管理，提出如下要求。\n"
    annexed = f"{salutation}\n{body}附件1\n2025年政府工作任务清单\n{WORK}"
    assert document(annexed).title == "2025年政府工作任务清单"
    assert document(f"{salutation}\n{body}{WORK}", "节水.txt").title == "节水"


def test_the_second_line_of_a_title_is_not_the_whole() -> None:
    """The notice names both."""
    text = (
        "云州市人民政府办公室关于印发2021年政府工作报告重点工作责任分解的通知\n各区人民政府：\n现印发给你们。\n"
        f"云州市人民政府办公室\n2021年3月24日\n政府工作报告“十四五”时期\n重点工作责任分解\n{WORK}"
    )
    assert document(text).title == "2021年政府工作报告重点工作责任分解"


MENUS = (
    "中国政府网 临江省政府网 English 市人大 市政协 市纪委监委\n首     页 政 务 公 开 网 上 办 事 走 进 云 州",
    "首页 新闻 公开 服务 互动",
    "省政府 市政府 Русская версия 市人大 信息公开",
)


@pytest.mark.parametrize("menu", MENUS)
def test_a_menu_above_the_title_names_no_issuer(menu: str) -> None:
    """The lines of a site's menu are no part of the title under them."""
    text = f"{menu}\n云州市人民政府办公室关于印发云州市节水实施方案的通知\n\n{WORK}"
    (document,) = read(Source("a.txt", text.encode())).documents

    assert document.document.title == "云州市节水实施方案"
    assert [issuer.name for issuer in document.document.issuers] == ["云州市人民政府办公室"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # a sentence that tells of this very title
        ("云州市人民政府印发《云州市节水方案》，推动节水。\n云州市节水方案", ["云州市人民政府"]),
        (
            "云州市节水方案\n按照部署，市发展改革委、市水利局制定云州市节水方案。",
            ["云州市发展和改革委员会", "云州市水利局"],
        ),
        ("云州市节水奖励办法\n3月12日，市节水工作领导小组出台了《云州市节水奖励办法》。", ["云州市节水工作领导小组"]),
        # the body that opens a title
        ("云州市水利局2026年工作要点", ["云州市水利局"]),
        ("青岚县教育局2025年幼儿园改造实施方案", ["青岚县教育局"]),
        # the source, of the same place
        ("福州市节水方案\n来源：www.yunzhou.gov.cn\n来源：福州市水利局", ["福州市水利局"]),
        # another document, another place, a newspaper, a place that is no body
        ("云州市节水方案\n水利部印发《节水方案》，推动节水。", []),
        ("福州市节水方案\n来源：厦门市水利局", []),
        ("福州市节水方案\n来源：福州日报", []),
        ("云州市重点工作2026年计划", []),
    ],
)
def test_who_issued_it_by_other_words(head: str, expected: list[str]) -> None:
    """Where neither notice, page nor signature says it."""
    assert issuers(f"{head}\n{WORK}") == expected


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("福州市水利局　市财政局", ["福州市水利局", "福州市财政局"]),
        ("福州市教育局、市民政局、市财政局", ["福州市教育局", "福州市民政局", "福州市财政局"]),
        ("福州市鼓楼区水利局\u3000区财政局", ["福州市鼓楼区水利局", "福州市鼓楼区财政局"]),
        # of another rank; alone on its line
        ("福州市水利局　县财政局", ["福州市水利局"]),
        ("福州市水利局\n市财政局", ["福州市水利局"]),
    ],
)
def test_a_signature_leaves_the_place_out_that_it_has_named(signed: str, expected: list[str]) -> None:
    """Behind the first of joint issuers, in the same line."""
    assert issuers(f"各单位：\n现将方案印发给你们。\n{signed}\n2025年3月4日\n福州市节水方案\n{WORK}") == expected
