"""Titles of other documents and how the document stands to each, in invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guitu.extract.recognise import read as recognised
from guitu.extract.references.references import find
from guitu.extract.source import Source
from guitu.extract.text import Span
from tests.extract.factories import draft


def read(*paragraphs: str, title: str = "云州市养老服务发展“十四五”规划") -> list[tuple[str, str]]:
    found, _ = find(draft(*paragraphs, title=title, chapter="front"))
    return [(reference.title, reference.relation) for reference in found]


SENTENCES = [
    ("根据《临江省养老服务条例》《云州市城市总体规划》及《云州市老龄事业纲要》，编制本规划。",
     [("临江省养老服务条例", "based_on"), ("云州市城市总体规划", "based_on"), ("云州市老龄事业纲要", "based_on")]),
    ("为深入贯彻国务院印发的《全国节水行动方案》，按照《临江省水资源规划》要求，制定本方案。",
     [("全国节水行动方案", "implements"), ("临江省水资源规划", "based_on")]),
    ("落实《云州市数据条例》，出台公共停车资源共享管理办法，完善配套政策。",
     [("云州市数据条例", "implements"), ("公共停车资源共享管理办法", "cites")]),
    ("依据《关于加强乡村医生队伍建设的意见》（临政发〔2021〕3号）编制。",
     [("关于加强乡村医生队伍建设的意见", "based_on")]),
    ("发布《智能水表通用规范（T/YZ 0001-2020）》和《水务人才评价标准》。",
     [("智能水表通用规范（T/YZ0001-2020）", "cites"), ("水务人才评价标准", "cites")]),
    ("印发《关于转发〈云州市消防规定〉的通知》。", [("关于转发〈云州市消防规定〉的通知", "cites")]),
    ("以《中华人民共和国森林法》为依据，推动林长制。", [("中华人民共和国森林法", "based_on")]),
    ("推动《云州市河道条例》实施，加强巡查。", [("云州市河道条例", "implements")]),
    ("不再执行《云州市摊贩管理规定》的限制。", [("云州市摊贩管理规定", "cites")]),
    ("顺利完成“十三五”规划各项任务，深入实施国家节水战略。", [("国家节水战略", "implements")]),
    ("衔接国家“十四五”规划纲要和云州市“十四五”民政事业规划。",
     [("国家“十四五”规划纲要", "cites"), ("云州市“十四五”民政事业规划", "cites")]),
    ("本规划以省委决策部署和临江省《“十四五”文旅规划》、《云州市文旅专项规划》为主要编制依据。",
     [("“十四五”文旅规划", "based_on"), ("云州市文旅专项规划", "based_on")]),
    ("以养老院为重点，学习《临江省养老服务条例》。", [("临江省养老服务条例", "cites")]),
    ("优化并实施农村集中供水管网改造工作方案、云州乡村供水发展规划、泵站及管网设施规划等专项规划。",
     [("农村集中供水管网改造工作方案", "implements"), ("云州乡村供水发展规划", "implements"),
      ("泵站及管网设施规划", "implements")]),
    ("实施管网更新、泵站改造等重点规划。", []),
    ("编制“十五五”消防事业规划。明确在国家安全大局中的战略地位。", []),
    ("持续推进校园午餐提质三年行动计划。", [("校园午餐提质三年行动计划", "implements")]),
    ("落实中国—东海合作升级议定书。", [("中国—东海合作升级议定书", "implements")]),
    ("推出“夜间经济12条”，实施县域商业振兴行动计划。",
     [("夜间经济12条", "cites"), ("县域商业振兴行动计划", "implements")]),
    ("认真贯彻落实国务院关于加快乡村医疗发展的决定和省委、省政府关于深化托育改革的意见，",
     [("国务院关于加快乡村医疗发展的决定", "implements"), ("省委、省政府关于深化托育改革的意见", "implements")]),
    ("衔接青岚县城市总体规划，预留用地。", [("青岚县城市总体规划", "cites")]),
    ("严格遵守统计法、会计法和青岚县财政资金管理办法等规定。",
     [("统计法", "cites"), ("会计法", "cites"), ("青岚县财政资金管理办法", "cites")]),
    ("落实《中华人民共和国统计法》，违反统计法的依法查处。", [("中华人民共和国统计法", "implements")]),
    ("先后制定了《云州市托育机构管理办法》，参照《框架协议》办理。",
     [("云州市托育机构管理办法", "cites"), ("框架协议", "cites")]),
    ("参照野生动物保护法管理，2020年，森林法施行。", [("野生动物保护法", "cites"), ("森林法", "cites")]),
    ("对标“健康云州2035”规划纲要，完善急救网。", [("“健康云州2035”规划纲要", "cites")]),
    ("贯彻落实“数字云州”建设整体布局规划，推进“多规合一”规划管理。", [("“数字云州”建设整体布局规划", "implements")]),
    ("实施“春芽护苗”三年行动计划，推进文旅强县战略。", [("“春芽护苗”三年行动计划", "implements")]),
    ("衔接《云州市发展规划和二〇三五年远景目标纲要》与《云州市发展规划和2035年远景目标纲要》。",
     [("云州市发展规划和2035年远景目标纲要", "cites")]),
    ("圆满完成“十四五”规划目标任务，落实中长期青年发展规划。", [("中长期青年发展规划", "implements")]),
    ("根据中共青岚县委关于制定青岚县第十五个五年规划的《建议》，编制本纲要。",
     [("中共青岚县委关于制定青岚县第十五个五年规划的建议", "based_on")]),
    ("适时修订河道采砂管理办法，推动修订《云州市渔业条例》。", [("云州市渔业条例", "cites")]),
    ("学生国家体能测验标准达标率提高。", [("国家体能测验标准", "cites")]),
    ("特编制《云州市养老服务发展“十四五”规划（2020年）》，落实《云州市养老条例》。",
     [("云州市养老条例", "implements")]),
    ("国有渔场改革方案及渔业转型指导意见印发实施，采砂管理办法等文件陆续出台。",
     [("国有渔场改革方案", "cites"), ("渔业转型指导意见", "cites"), ("采砂管理办法", "cites")]),
    ("各县实施方案出台实施，相关配套办法等文件先后出台。", []),
    ("渔业法、渔港安全管理条例、渔港环境质量标准等完成修订。",
     [("渔业法", "cites"), ("渔港安全管理条例", "cites"), ("渔港环境质量标准", "cites")]),
    ("深入开展《渔业法》实施年活动。", [("渔业法", "cites")]),
    ("推动《临江省托育通知》（临政办发〔2023〕4号）文件落地见效。", [("临江省托育通知", "implements")]),
    ("根据《云州市养老目标责任书》，制定本规划。", [("云州市养老目标责任书", "based_on")]),
    ("本规划为临江省“十三五”规划纲要的专项规划。", [("临江省“十三五”规划纲要", "cites")]),
    ("依据国务院《养老服务发展“十四五”规划》，编制本规划。", [("养老服务发展“十四五”规划", "based_on")]),
    ("现将《2023年县〈工作报告〉分解》《2023年十件养老实事安排》《县重点托育任务分解》印发给你们。"
     "《2023年县重点托育任务分解》明确40项任务。", []),
    ("《云州市护理分工》《云州市托育分工》已经市政府同意，现印发给你们。", []),
    ("本县范围内的取水，按照《临江省取水许可条例》规定办理。", [("临江省取水许可条例", "cites")]),
    ("村庄的分类，依照《村庄分类》标准。", [("村庄分类", "cites")]),
    ("根据《临江省取水许可条例》规定，制定本办法。", [("临江省取水许可条例", "based_on")]),
    ("严格执行《青岚县消防规定》，参照《云州市消防条例》设置通道。",
     [("青岚县消防规定", "implements"), ("云州市消防条例", "cites")]),
    ("落实“十六五”规划《建议》要求，建设平台。", [("建议", "implements")]),
    ("落实《中共中央关于制定第十六个五年规划的建议》，按照“十六五”规划《建议》推进。",
     [("中共中央关于制定第十六个五年规划的建议", "implements")]),
    ("设备应符合国家给水系统应用技术标准和供水节能与余热利用通用规范等文件的要求。",
     [("国家给水系统应用技术标准", "cites"), ("供水节能与余热利用通用规范", "cites")]),
    ("管壁厚度应按现行国家标准给水管道荷载规范等文件计算。", [("给水管道荷载规范", "cites")]),
    ("落实国家托育机构建设导则和我市相关标准，合理布点。", [("国家托育机构建设导则", "implements")]),
    ("贯彻落实县委关于加强镇、村水务队伍建设的意见，充实力量。",
     [("县委关于加强镇、村水务队伍建设的意见", "implements")]),
    ("根据全省水利工作会议精神，《临江省供水意见》（临水〔2026〕5号）、《云州市供水条例》，结合实际，制定本方案。",
     [("临江省供水意见", "based_on"), ("云州市供水条例", "based_on")]),
    ("根据全省水利工作会议精神，《临江省供水意见》已经修订。", [("临江省供水意见", "cites")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_titles_and_relations(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Each title once, with the relation of the verb that governs it or its list."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "完善相关标准，制定配套实施方案，做好本规划与总体规划、专项规划的衔接。",
        "按照国家战略要求，加快制定有关行动方案或计划。",
        "国家规划布局内重点企业增多，战略性新兴产业壮大，标准化水平提高。",
        "实施“百校千课”计划，推广家政服务3.0工程。",
        "健全安全规范体系，参与国际标准制定，严格执行国家标准。",
        "《云州市养老服务发展“十四五”规划》（以下简称《规划》）已印发，请落实《规划》。",
        "健全护理人员管理制度和护理人员考核办法，制定餐饮行业标准，编制村庄规划。",
        "落实“四好农村路”的发展战略，完善执法办法，推广新疗法。",
        "“十四五”规划期间，持续增加床位。",
        "圆满完成“十三五”规划确定的任务，深入实施乡村振兴战略、健康云州战略和“三步走”战略。",
        "服务乡村振兴战略，主动融入全省汀河经济带发展战略。",
        "研究出台古桥修缮管理办法，推动制定古树保护条例，编制县（县级市）幼儿园布点规划。",
        "2027年底前，发布土地整治责任追究办法；加快出台数据条例，制定实施儿童防护行动计划。",
        "加强国家级专项规划衔接，完善国家经济社会发展规划体系，依规划建设管网。",
        "填写《入托申请表》，签订《照护承诺书》，公布《推荐产品目录》。",
        "明确僵尸苗圃的认定标准和管理办法，健全评价流程和考核管理办法，完善准入条件及监督管理办法。",
        "实现全市审批流程规范统一，推动国家粮食质量标准创新中心落地，提升服务规范高效水平。",
        "办事依法、遇事找法、解决问题用法、化解矛盾靠法，推广好做法，培训书法和算法。",
        "围绕“绿色社区行动计划”，组织志愿者。",
        "旧桥按照国家和云州市现行规范复核，参照公务员法管理的事业单位、依照公务员法管理人员先行试点。",
        "维护国家水安全的战略屏障，鼓励参与国家相关行业数据标准制订工作，在《云州时报》刊登，制定防汛应急预案。",
        "今年是全省“十五五”规划开局之年，也是临江省“十四五”规划收官之后的第一年。",
        "完善工程质量考核方式办法，参加国家标准制定和行业标准化规范管理。",
    ],
)
def test_what_names_no_other_document(sentence: str) -> None:
    """Generic words, programmes, the document itself and its short name are no references."""
    assert read(sentence) == []


def test_a_title_is_one_line_with_the_relation_that_tells_most() -> None:
    """A title cited first and carried out later is carried out."""
    found = find(draft("参考《云州市绿化条例》。", "全面落实《云州市绿化条例》。"))[0]
    assert [(r.title, r.relation) for r in found] == [("云州市绿化条例", "implements")]


def test_a_plan_of_the_level_above_may_bear_the_same_title() -> None:
    title = "云州市危房改造行动方案"
    above = [("危房改造行动方案", "based_on")]
    assert read("根据省《危房改造行动方案》，制定本方案。", title=title) == above
    assert read("根据《危房改造行动方案》，制定本方案。", title=title) == []


def test_a_five_year_plan_of_a_ministry_has_its_name() -> None:
    said = "根据国家发展改革委“十四五”现代流通规划，制定本规划。"
    assert read(said) == [("国家发展改革委“十四五”现代流通规划", "based_on")]


def test_a_standard_is_one_title_with_and_without_its_number() -> None:
    said = ("符合《养老机构评价GB/T 37276-2018》的给予补助。", "《养老机构评价》（GB/T 37276-2018）二级以上。")
    assert len(read(*said)) == 1


def test_the_span_quotes_the_title_with_its_marks() -> None:
    """The quote of a title is what stands in the text."""
    made = draft("落实《云州市绿化条例》。")
    [reference] = find(made)[0]
    assert made.text.quote(reference.span) == "《云州市绿化条例》"


def test_the_own_annexes_are_no_other_documents() -> None:
    """The list of annexes under a document names parts of it."""
    lines = ("附件：", "1.云州市农村养老服务规划", "2.云州市社区养老服务规划", "3.重点项目清单")
    assert read(*lines) == []
    assert read("附件：云州市养老服务发展“十四五”规划") == []
    assert read("完善评估办法。（附件2：云州市老年健康促进行动计划；附件3：云州市护理能力提升行动计划）") == []


def test_what_is_to_be_drawn_up_inside_the_work_is_no_document() -> None:
    """Also in 《》, unless it was drawn up before."""
    made = draft("研究制定《云州市助餐管理办法》。", "已制定《云州市护理分级标准》。", chapter="work")
    assert [r.title for r in find(made)[0]] == ["云州市护理分级标准"]


NOTES = [
    ("本数据集由爬虫自动采集，仅供研究。", "依据《云州市网页保护条例》处理版权。"),
    ("编者按：按《云州市著作条例》可予引用，转载自网络。",),
]


@pytest.mark.parametrize("notes", NOTES)
def test_a_note_before_the_title_is_not_the_documents(notes: tuple[str, ...]) -> None:
    """Who copied the text says it; what the letter of a notice rests on is the document's."""
    made = draft(*notes, "云州市养老方案", "落实《云州市养老条例》。", chapter="front")
    title = Span(sum(len(note) + 1 for note in notes), sum(len(note) + 1 for note in notes) + 7)
    found = find(replace(made, document=replace(made.document, span=title)))[0]
    assert [r.title for r in found] == ["云州市养老条例"]
    letter = draft("各县区人民政府：", "根据《云州市养老条例》，市政府制定了方案。", chapter="front")
    assert [r.title for r in find(letter)[0]] == ["云州市养老条例"]


def test_a_disclaimer_of_the_site_is_not_the_documents() -> None:
    """It can stand anywhere."""
    assert read("落实《云州市养老条例》。", "免责声明：本站依《云州市网页保护条例》转载，如有侵权请联系删除。") == [
        ("云州市养老条例", "implements")
    ]


def test_a_rule_for_one_step_is_cited() -> None:
    """按照 tells a basis where a document is drawn up; inside the work it tells the rule of one step."""
    made = draft("按照《云州市护理站设计标准》改造护理站。", "依据《云州市医疗规划》编制村级规划。", chapter="work")
    assert [r.relation for r in find(made)[0]] == ["cites", "based_on"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("根据《供水责任制实施办法》，推动制定《青岚县供水责任制管理办法》等配套文件。", "based_on"),
        ("按照《临江省托育条例》（临人发〔2026〕3号）规定，结合我县实际，研究出台托育机构扶持办法。", "based_on"),
        ("依据《云州市古树名录办法》要求，组织编制青岚县古树保护规划。", "based_on"),
        ("按照《临江省节水条例》规定，对超计划用水户加价收费，健全管理办法。", "cites"),
        ("按照《云州市护理站设计标准》，改造护理站，方便居民。", "cites"),
    ],
)
def test_what_is_drawn_up_after_a_rule_rests_on_it(sentence: str, expected: str) -> None:
    made, *_ = find(draft(sentence, title="青岚县供水工作要点", chapter="work"))[0]
    assert made.relation == expected


def test_the_title_names_other_documents_too() -> None:
    """云州市贯彻落实《…》实施方案."""
    title = "云州市贯彻落实《临江省渔业纲要》实施方案"
    page = draft(title, title=title, chapter="front")
    page = replace(page, passages=(), document=replace(page.document, span=Span(0, len(title))))
    assert [(one.title, one.relation) for one in find(page)[0]] == [("临江省渔业纲要", "implements")]


def test_what_a_notice_brings_in_a_file_of_its_own_is_issued() -> None:
    """现将…印发给你们: the verb stands behind the title."""
    notice = replace(draft("现将《云州市渔业规划》印发给你们，请遵照执行。", chapter="front").document, type="notice")
    page = replace(draft("现将《云州市渔业规划》印发给你们，请遵照执行。", chapter="front"), document=notice)
    assert [(one.title, one.relation) for one in find(page)[0]] == [("云州市渔业规划", "issues")]


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [("衔接《青岚县志，整理史料。", True), ("落实《青岚县渔业条例，清理网箱。", False), ("衔接《青岚县志》。", False)],
)  # fmt: skip
def test_a_title_that_is_not_closed_and_not_read_is_a_gap(paragraph: str, told: bool) -> None:
    """None where a last word of documents tells where it ends."""
    _, gaps = find(draft(paragraph, chapter="front"))
    assert [gap.kind for gap in gaps] == ["unread-reference"] * told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("出台《云州市数字乡村2027年行动方案》。", []),
        ("年内出台《云州市绿道管理办法》，推动云州市数据条例立法工作。", []),
        ("加快青岚县河道条例立法进程。", []),
        ("发布《云州市居民健身积分指南》，推行积分制度。", []),
        ("省政府出台《临江省水网规划》，要抓好落实。", ["临江省水网规划"]),
        ("落实省政府出台的《临江省水网规划》。", ["临江省水网规划"]),
    ],
)
def test_what_a_work_chapter_is_still_to_issue_is_no_reference(sentence: str, expected: list[str]) -> None:
    found, _ = find(draft(sentence, title="云州市数字工作要点", chapter="work"))
    assert [reference.title for reference in found] == expected


def test_a_short_name_between_titles_does_not_part_their_list() -> None:
    """
    根据 governs all titles of its list, also behind （以下简称《…》）; 结合 begins one that is only cited.
    """
    text = (
        "根据《临江省科普纲要（2021—2035年）》（以下简称《科普纲要》）《云州市科普条例》，"
        "结合《云州市绿色园区行动方案》，制定本方案。"
    )

    assert read(text) == [
        ("临江省科普纲要（2021—2035年）", "based_on"),
        ("云州市科普条例", "based_on"),
        ("云州市绿色园区行动方案", "cites"),
    ]


@pytest.mark.parametrize(
    "text", ["完成《白湖景区旅游总体规划》初步论证；", "出台实施新一轮托育三年行动计划，扩大供给。"]
)
def test_a_plan_that_is_being_drawn_up_is_no_reference(text: str) -> None:
    """
    A plan whose draft is discussed, and the next round of one, are no documents yet.
    """
    assert find(draft(text, title="云州市旅游要点", chapter="work"))[0] == ()


def test_the_news_of_a_plan_names_what_came_out() -> None:
    """
    A text that is no plan by its title and says that one was issued names it as issued.
    """
    news = draft("日前，省政府办公厅印发《临江省清洁水源实施方案》，部署工程。", chapter="front")
    (cited,) = find(replace(news, document=replace(news.document, title="临江：推进清洁水源", type=None)))[0]

    assert (cited.title, cited.relation) == ("临江省清洁水源实施方案", "issues")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("考察各县贯彻落实《云州市节水条例》情况", [("云州市节水条例", "implements")]),
        ("按《社区食堂服务规范》验收的食堂占比", [("社区食堂服务规范", "cites")]),
        ("落实《临江省防汛预案》，预案修订率达到100%", [("临江省防汛预案", "implements")]),
        ("漏损率不高于8%", []),
    ],
)
def test_a_table_of_indicators_names_documents_in_marks(cell: str, expected: list[tuple[str, str]]) -> None:
    table = f"| 序号 | 指标 | 目标值 |\n| --- | --- | --- |\n| 1 | {cell} | 90% |\n"
    (found,) = recognised(Source("plan.md", f"# 云州市水务行动计划\n\n## 一、主要指标\n\n{table}".encode())).documents
    assert [(one.title, one.relation) for one in found.references] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据云州市城市总体规划、临江省河道条例、《云州市养老条例》和渔业水质环境标准（GB 1-2020），编制。",
         ["云州市城市总体规划", "临江省河道条例", "云州市养老条例", "渔业水质环境标准"]),
        ("贯彻国家林产业调整和振兴规划，落实青岚县老渔港调整改造规划。",
         ["国家林产业调整和振兴规划", "青岚县老渔港调整改造规划"]),
        ("对接临江省生态保护“十四五”规划和云州市水网建设方案。",
         ["临江省生态保护“十四五”规划", "云州市水网建设方案"]),
        ("落实《云州市数据条例》、省政府关于支持云州建设文化名城的若干政策，推进项目。",
         ["云州市数据条例", "省政府关于支持云州建设文化名城的若干政策"]),
        ("执行内河船闸通航标准、渔船污水排放控制标准。", ["内河船闸通航标准", "渔船污水排放控制标准"]),
        ("根据云州市河湖整治三年行动工作方案（2024—2026），开展巡查。",
         ["云州市河湖整治三年行动工作方案（2024—2026）"]),
        ("落实云州市“制造业十条”。", ["制造业十条"]),
        # what singles out no document
        ("按照国家和省有关规划、行业发展标准，落实城市更新行动和空间布局方案。", []),
        ("落实生态环境整治方案，执行收费标准。", []),
        ("符合各类专项规划和配套建设标准。", []),
    ],
)  # fmt: skip
def test_names_that_a_verb_governs(text: str, expected: list[str]) -> None:
    """Each of a list, with or without 《》, to its own end; a name without a head needs another document beside it."""
    assert sorted(title for title, _ in read(text, title="青岚县渔业方案")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("严格对照《林业产业结构调整指导目录（2024年本）》，淘汰老旧设备。", ["林业产业结构调整指导目录（2024年本）"]),
        ("推广《先进节水灌溉装备（推荐）目录》。", ["先进节水灌溉装备（推荐）目录"]),
        ("认真落实我省《政府核准的水利项目目录》。", ["政府核准的水利项目目录"]),
        ("落实省“好粮油”产业发展指导意见。", ["“好粮油”产业发展指导意见"]),
        ("贯彻省“放水养鱼”改革实施意见，落实市“慢病同防”服务指导意见。",
         ["“放水养鱼”改革实施意见", "“慢病同防”服务指导意见"]),
        ("公布《推荐产品目录》。", []),  # a list of one's own
        ("研究制定“好粮油”产业发展指导意见。", []),  # still to be drawn up
    ],
)  # fmt: skip
def test_catalogues_that_say_of_what_they_are_and_opinions_that_begin_with_quotes(
    text: str, expected: list[str]
) -> None:
    assert [title for title, _ in read(text)] == expected


@pytest.mark.parametrize(
    ("notice", "is_own"),
    [
        ("水利部等五部门关于印发推动小水电更新实施方案的通知", False),
        ("国务院办公厅关于印发推动小水电更新实施方案的通知", False),
        ("青岚县人民政府关于印发推动小水电更新实施方案的通知", False),
        ("临江省水利厅关于印发推动小水电更新实施方案的通知", True),
        ("关于印发推动小水电更新实施方案的通知", True),
    ],
)
def test_a_notice_of_another_body_is_another_document(notice: str, *, is_own: bool) -> None:
    """What a ministry issued under the same title is no notice of the document itself."""
    words = (
        f"临江省水利厅关于印发《临江省推动小水电更新实施方案》的通知\n各市水利局：\n现印发给你们。\n临江省水利厅\n2024年5月6日\n"
        f"临江省推动小水电更新实施方案\n根据《{notice}》，制定本方案。\n一、主要任务\n（一）更新机组。完成更新。\n"
    )
    (found,) = recognised(Source("plan.txt", words.encode())).documents
    assert (notice not in {one.title for one in found.references}) is is_own


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("出台促进乡村民宿若干措施，打造一批民宿。", []),
        ("完善政策。年内出台湿地补偿管理办法。", []),
        ("适时发布促进渔船更新若干措施。", []),
        ("落实省促进渔船更新若干措施。", ["省促进渔船更新若干措施"]),
    ],
)
def test_what_a_task_is_to_bring_out_is_no_document_yet(sentence: str, expected: list[str]) -> None:
    words = f"云州市旅居行动方案\n一、主要任务\n（一）完善政策。优化环境。{sentence}\n（二）加强宣传。开展宣传。\n"
    (found,) = recognised(Source("plan.txt", words.encode())).documents
    assert [one.title for one in found.references] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("落实全市城乡配送体系建设方案，优化线路。", ["全市城乡配送体系建设方案"]),
        ("认真执行全省古树名木保护规划要求。", ["全省古树名木保护规划"]),
        ("贯彻落实全县冷链物流三年行动计划，增设冷库。", ["全县冷链物流三年行动计划"]),
        ("严格落实国家造纸产业布局规划和政策规定。", ["国家造纸产业布局规划"]),
        ("落实全市统一的冷库管理方案，落实全市有关方案。", []),
        ("结合国家电网输电通道的规划建设，新建变电站。", []),
        ("开展临江省2026—2028年停车设施规划工作。", []),
    ],
)
def test_a_plan_of_all_the_place_is_named_and_planning_is_not(sentence: str, expected: list[str]) -> None:
    """全市…方案 behind 落实; 规划建设 and 规划工作 are what is done."""
    words = f"云州市旅居行动方案\n一、主要任务\n（一）完善政策。优化环境。{sentence}\n（二）加强宣传。开展宣传。\n"
    (found,) = recognised(Source("plan.txt", words.encode())).documents
    assert [one.title for one in found.references] == expected
