"""What a document says of itself, in the forms in which offices and sites hand it on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

BODY = "\n一、重点任务\n（一）改造管网。更新管网30公里。\n（二）加强监测。建成监测点12个。\n"


def facts(words: str, name: str = "plan.txt") -> Facts:
    """The first document of a text."""
    return read(Source(name, words.encode())).documents[0]


FORMS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "a.txt",
        "发文机关中共福建省水利厅党组\n发文日期2025年3月2日\n发文字号闽水委〔2025〕6号\n效力级别地方文件\n"
        "关于加强灌区管理的实施意见\n" + BODY,
        {"issuers": ["中共福建省水利厅党组"], "number": "闽水委〔2025〕6号", "issued": date(2025, 3, 2)},
    ),
    (
        "plan.md",
        "---\n标题：青岚县“十四五”供水规划\n发文单位：青岚县水利局\n发布日期：2022年3月8日\n文号：青水〔2022〕9号\n---\n\n"
        "# 青岚县“十四五”供水规划\n" + BODY,
        {"title": "青岚县“十四五”供水规划", "issuers": ["青岚县水利局"], "number": "青水〔2022〕9号"}
        | {"issued": date(2022, 3, 8), "level": "county"},
    ),
    (
        "plan.md",
        '---\ntitle: "临江省海洋牧场规划"\nissuer: 临江省农业农村厅\ndate: 2023-05-06\n---\n' + BODY,
        {"title": "临江省海洋牧场规划", "issuers": ["临江省农业农村厅"], "issued": date(2023, 5, 6)},
    ),
    (
        "plan.txt",
        "【法规标题】云州市烟花爆竹管理规定\n【发布单位】云州市人民政府\n【发布文号】云政发〔2019〕7号\n【发布日期】2019-01-15\n"
        "【实施日期】2019-02-01\n【法规正文】\n第一章 总则\n第一条 为加强管理，制定本规定。",
        {"title": "云州市烟花爆竹管理规定", "issuers": ["云州市人民政府"], "number": "云政发〔2019〕7号"}
        | {"issued": date(2019, 1, 15), "valid_from": date(2019, 2, 1)},
    ),
    (
        "plan.txt",
        "青岚县人民政府关于加快林下经济发展的意见\n各乡镇人民政府："
        + BODY
        + "【发文字号】青政发[2021]14号\n【颁布时间】20210930\n【法规分类】意见【关键词】林业",
        {"number": "青政发〔2021〕14号", "issued": date(2021, 9, 30), "issuers": ["青岚县人民政府"]},
    ),
    (
        "plan.txt",
        "关于加强校园安全的意见"
        + BODY
        + "临江省教育厅　临江省公安厅\n临江省卫生健康委员会\n2024年9月2日\n（此件公开发布）",
        {"issuers": ["临江省教育厅", "临江省公安厅", "临江省卫生健康委员会"], "issued": date(2024, 9, 2)},
    ),
    (
        "plan.txt",
        "临江省科学技术厅等三部门关于印发《临江省科技金融方案》的通知\n现将《临江省科技金融方案》印发给你们。\n"
        "临江省科学技术厅临江省财政厅国家税务总局临江省税务局\n2024年11月2日\n临江省科技金融方案" + BODY,
        {"title": "临江省科技金融方案"} | {"issuers": ["临江省科学技术厅", "临江省财政厅", "国家税务总局临江省税务局"]},
    ),
    (
        "plan.txt",
        "云州市城市更新方案" + BODY + "现予发布，请遵照执行。云州市人民政府二〇二一年十月十一日（此件有删减）",
        {"issuers": ["云州市人民政府"], "issued": date(2021, 10, 11)},
    ),
    (
        "plan.txt",
        "政府工作报告\n——2025年1月8日在青岚县第十八届人民代表大会第五次会议上\n青岚县人民政府县长 赵丙\n各位代表：\n"
        "一、2024年工作回顾\n省委、省政府和市委关心支持，全省领先。\n二、2025年工作\n（一）做强产业。建成园区3个。",
        {"level": "county", "issuers": ["青岚县人民政府"], "type": "plan"},
    ),
    (
        "plan.txt",
        "云州市绿化条例\n（2022年8月26日云州市第十五届人民代表大会常务委员会第三次会议通过）\n第一章 总则\n"
        "第一条 制定本条例。\n第二章 附则\n第二条 本条例自2023年1月1日起施行。",
        {"issuers": ["云州市人民代表大会常务委员会"], "issued": date(2022, 8, 26), "valid_from": date(2023, 1, 1)},
    ),
    (
        "plan.txt",
        "石桥镇人居环境整治方案\n青岚县石桥镇人民政府\n2024年4月8日" + BODY,
        {"level": "township", "issuers": ["青岚县石桥镇人民政府"]},
    ),
    (
        "plan.txt",
        "青岚县国土空间规划（2021—2035年）\n青岚县人民政府\n东海城乡规划设计有限公司\n二〇二三年十二月" + BODY,
        {"issuers": ["青岚县人民政府"], "issued": None, "level": "county"},
    ),
    ("plan.txt", "云州市供热规划\n东海市政工程设计研究院\n2021年9月" + BODY, {"issuers": []}),
    (
        "plan.txt",
        "教育部基础教育司关于印发《中小学阅读工作要点》的通知\n现印发给你们。\n教育部基础教育司\n2024年2月28日\n中小学阅读工作要点"
        + BODY,
        {"level": "national", "issuers": ["教育部基础教育司"], "title": "中小学阅读工作要点"},
    ),
    (
        "plan.txt",
        "当前位置：首页 > 政务公开 > 规划计划\n云州市体育规划_云州市体育局网站\n发布时间：2022-01-20 10:00 来源：体育局"
        + BODY,
        {"title": "云州市体育规划", "issued": date(2022, 1, 20)},
    ),
    ("plan.txt", "本报讯（记者 李丁）云州市海绵城市建设计划" + BODY, {"title": "云州市海绵城市建设计划"}),
    (
        "plan.txt",
        "中共云州市委办公室、云州市人民政府办公室印发《关于推进城市更新的意见》\n各地请认真落实。" + BODY,
        {"title": "关于推进城市更新的意见", "type": "measures"},
    ),
    (
        "plan.txt",
        "青岚县人民政府办公室转发云州市人民政府办公室关于印发《云州市消防规划》的通知\n青政办〔2024〕2号\n各乡镇人民政府：\n"
        "现将《云州市消防规划》转发给你们，请抓好落实。\n青岚县人民政府办公室\n2024年1月5日",
        {"type": "notice", "issuers": ["青岚县人民政府办公室"], "number": "青政办〔2024〕2号"},
    ),
    (
        "plan.txt",
        "关于公开征求《云州市商业规划（征求意见稿）》意见的公告\n请于9月30日前反馈。\n云州市商务局\n2024年9月1日\n"
        "云州市商业规划（征求意见稿）" + BODY,
        {"title": "云州市商业规划（征求意见稿）", "type": "plan", "issuers": ["云州市商务局"]},
    ),
    (
        "plan.txt",
        "云州市水网规划" + BODY + "云州市水利局　国家税务总局云州市税务局　云州市民政局\n2022年9月1日",
        {"issuers": ["云州市水利局", "国家税务总局云州市税务局", "云州市民政局"], "issued": date(2022, 9, 1)},
    ),
    (
        "plan.txt",
        "云州市科技任务清单\n序号\n任务\n责任单位\n完成时限\n1\n建设基地\n云州市科技局\n2025年12月31日\n2\n培育企业\n"
        "云州市财政局\n2025年12月31日",
        {"issuers": [], "issued": None},
    ),
    ("plan.md", "# 首页 > 政策文件 > 青岚县供热方案\n" + BODY, {"title": "青岚县供热方案"}),
]


@pytest.mark.parametrize(("name", "words", "expected"), FORMS)
def test_metadata_is_read_in_every_form(name: str, words: str, expected: dict[str, Any]) -> None:
    """Front matter, records of data bases, signatures, covers, congresses, sites, newspapers, drafts."""
    found = facts(words, name).document

    told = {key: getattr(found, key) for key in expected}
    if "issuers" in told:
        told["issuers"] = [agency.name for agency in found.issuers]
    assert told == expected


NAMED = [
    (
        "青岚县2025年民生实事任务分解表.csv",
        "序号,任务,牵头单位\n1,改造管网,市住建局\n",
        "青岚县2025年民生实事任务分解表",
    ),
    (
        "云州市节水任务分工表（定稿）(1).md",
        "| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | 改造管网 | 市水利局 |\n",
        "云州市节水任务分工表",
    ),
    ("云州市重点项目清单.csv", "单位：万元,,\n序号,任务,牵头单位\n1,改造管网,市住建局\n", "云州市重点项目清单"),
    ("table1.csv", "序号,任务,牵头单位\n1,改造管网,市住建局\n", "无标题（table1）"),
]


@pytest.mark.parametrize(("name", "words", "title"), NAMED)
def test_a_table_without_a_title_has_the_name_of_its_file(name: str, words: str, title: str) -> None:
    """Without what tells copies apart, and a gap says where the title came from."""
    found = facts(words, name)

    assert found.document.title == title
    assert any("文件名" in gap.reason for gap in found.gaps)


def test_the_name_of_the_file_names_no_document_that_has_a_title() -> None:
    """The title in the text counts, and the reading does not depend on the name."""
    reading = read(Source("青岚县供热规划.txt", ("云州市节水规划" + BODY).encode()))

    assert (reading.documents[0].document.title, reading.named) == ("云州市节水规划", None)


def test_a_document_with_nothing_but_a_title_is_told() -> None:
    """A gap says that there is no body."""
    assert any("没有正文" in gap.reason for gap in facts("云州市节水规划\n").gaps)


def test_the_site_around_a_document_is_no_task() -> None:
    """Links, files to load, and who runs the site come after the last word of the plan."""
    found = facts(
        "云州市节水方案"
        + BODY
        + "云州市水利局\n2022年3月15日\n相关解读：一图读懂节水方案\n附件列表：附件1：任务表.docx\n"
        "附件2：云州市供水规划.docx\n【打印】【关闭】\n主办单位：云州市人民政府办公室\n网站标识码：3300000001"
    )

    assert [task.title for task in found.tasks] == ["改造管网", "加强监测"]
    assert [section.title for section in found.sections] == ["重点任务"]


def test_a_list_of_files_goes_on_with_its_numbers() -> None:
    """What is named to be loaded is no item of the document, though its second line bears its title."""
    plan = "青岚县养老服务工作方案（征求意见稿）"
    text = f"关于征求意见的通知\n附件：1. 《{plan}》起草说明.pdf\n2. {plan}\n{plan}\n{BODY}"
    assert [task.title for task in facts(text).tasks] == ["改造管网", "加强监测"]


def test_a_duty_at_the_end_is_no_site() -> None:
    """主办单位 and 协办单位 under the last task are its owners."""
    found = facts("云州市节水方案" + BODY + "主办单位：云州市水利局\n协办单位：云州市财政局")

    assert [one.agency.name for one in found.responsibilities] == ["云州市水利局", "云州市财政局"]


HIDDEN = [
    '<body style="visibility: hidden"><div class="article-content">{}</div></body>',
    '<body><div class="top">欢迎访问</div><div id="app" style="display:none">{}</div></body>',
    "<body><div hidden>{}</div></body>",
]


@pytest.mark.parametrize("page", HIDDEN)
def test_a_page_that_is_hidden_until_it_has_loaded_is_read(page: str) -> None:
    """A style that a script takes away hides nothing from a reader."""
    inner = "".join(f"<p>{line}</p>" for line in ("云州市节水方案" + BODY).split("\n") if line)

    found = facts(f"<html>{page.format(inner)}</html>", "plan.html")

    assert [task.title for task in found.tasks] == ["改造管网", "加强监测"]


def test_what_a_page_hides_beside_its_text_stays_hidden() -> None:
    """A dialogue and a copy for phones are not read."""
    inner = "".join(f"<p>{line}</p>" for line in ("云州市节水方案" + BODY).split("\n") if line)
    hidden = '<div style="display:none"><p>（三）删去此项。本项，已删去；不再执行。</p></div>'

    found = facts(f"<html><body><div>{inner}</div>{hidden}</body></html>", "plan.html")

    assert [task.title for task in found.tasks] == ["改造管网", "加强监测"]


TITLED: list[tuple[str, str, dict[str, Any]]] = [
    # the title ends with a stop and the text goes on behind it
    (
        "p.txt",
        "关于支持种业发展的十条意见。为落实部署，提出如下意见。" + BODY,
        {"title": "关于支持种业发展的十条意见", "type": "measures"},
    ),
    # labels of a page that look like a notice
    (
        "p.txt",
        "索引号: 0113/2015 发布机构: 青岚县人民政府(办公室) 主题分类: 综合政务 / 其他 / 通知\n"
        "青岚县人民政府关于分解落实节水任务的通知\n各乡镇人民政府：" + BODY,
        {"title": "青岚县人民政府关于分解落实节水任务的通知"},
    ),
    ("p.txt", "2023年重点工作责任分解" + BODY, {"type": "plan"}),
    ("road-plan.txt", BODY.strip(), {"title": "road-plan", "level": None}),
    ("p.txt", "白石镇扶持渔业发展办法" + BODY, {"level": "township"}),
    # the day of a page years after the number
    ("p.txt", "生成日期：2019-11-18\n云政发〔2015〕16号\n云州市渔业规划" + BODY, {"issued": None}),
    ("p.txt", "生成日期：2016-01-18\n云政发〔2015〕16号\n云州市渔业规划" + BODY, {"issued": date(2016, 1, 18)}),
    (
        "a.txt",
        "云州市节水工作方案（送审稿）二〇二五年三月为加强节约用水，制定本方案。" + BODY,
        {"title": "云州市节水工作方案（送审稿）", "type": "plan"},
    ),
    (
        "a.txt",
        "青岚县2025年国民经济和社会发展\n\n计划执行情况与2026年国民经济和\n\n社会发展计划草案的报告\n" + BODY,
        {"title": "青岚县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告"},
    ),
    (
        "a.txt",
        "云政办字〔2025〕3号\n各区人民政府：\n现将《云州市灌区管理方案》（以下简称《方案》）印发给你们。\n" + BODY,
        {"title": "云州市灌区管理方案", "number": "云政办字〔2025〕3号"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "expected"), TITLED)
def test_titles_levels_and_days_of_odd_texts(name: str, words: str, expected: dict[str, Any]) -> None:
    """What a page or a copier left around the text is not taken for what the document says."""
    found = read(Source(name, words.encode())).documents[0].document
    assert {key: getattr(found, key) for key in expected} == expected
