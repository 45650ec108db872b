"""Where a document holds, and what it does not tell: no place comes from signs or from words across word borders."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.structure.document.jurisdiction import jurisdiction
from guitu.ontology.districts import leading

BECOMES = "我市努力，把宁波建设成为滨海名城。", "全市用五年将常州打造成制造名城。", "我市要把绵阳建成科技城。"
WORK = "一、重点任务\n（一）改造管网。更新老旧管网。"

Told = tuple[str, tuple[str, ...], tuple[str, ...], str, str | None, str]
SETTLED: list[Told] = [
    # title, issuers, lines of the head, all words; place and level
    ("云州市节水规划", (), (), "", "云州市", "municipal"),
    ("松林市节水规划", (), (), "", "松林市", "municipal"),
    ("潼关市节水规划", (), (), "", "潼关市", "municipal"),  # not 潼关县
    ("2026年云州市水务工作要点", (), (), "青岚区政府、市财政局", "云州市", "municipal"),
    ("关于加快青岚县冷链物流建设的意见", (), (), "", "青岚县", "county"),
    ("石屏彝族自治州旅游规划", (), (), "全州", "石屏彝族自治州", "municipal"),
    ("节水行动方案", ("云州市水利局",), (), "", "云州市", "municipal"),
    ("青岚县石桥镇村庄规划", ("青岚县石桥镇人民政府",), (), "", "青岚县石桥镇", "township"),
    ("石桥镇村庄规划", ("青岚县自然资源局",), (), "", "青岚县", "county"),
    ("节水行动方案", (), ("粤府办〔2024〕3号",), "全省", "广东省", "provincial"),
    ("节水行动方案", (), ("甘政发〔2024〕3号",), "全县各乡镇", None, "county"),  # the 甘 of a county
    ("政府工作报告", (), ("在云州市第九届人民代表大会第六次会议上",), "落实省委部署", "云州市", "municipal"),
    ("节水行动方案", (), (), "立足云州市实际，全市上下", "云州市", "municipal"),
    ("节水行动方案", (), (), "为推进青岚县节水，制定本方案。\n全县联动", "青岚县", "county"),
    ("节水指导意见", (), (), "各省、自治区、直辖市水利厅：\n省级水利部门", None, "national"),
    ("节水指导意见", (), (), "由水利部、财政部负责", None, "national"),
    ("节水方案", (), ("沪水务〔2025〕3号",), "（市水务局牵头）", "上海市", "municipal"),
    ("节水方案", (), ("国办发〔2025〕3号",), "", None, "national"),
    ("节水方案", (), ("云州市各区人民政府：",), "", "云州市", "municipal"),
    ("大洋市节水方案", (), (), "", "大洋市", "municipal"),
    ("合肥高新区节水方案", (), (), "", "合肥高新区", "county"),
    ("节水方案", (), ("扬州关于印发节水方案的通知",), "（市水务局牵头）", "扬州市", "municipal"),
    ("节水方案", (), ("四川关于印发节水方案的通知",), "（省水利厅牵头）", "四川省", "provincial"),
    ("节水方案", (), ("温州市关于公布节水方案的通知",), "", "温州市", "municipal"),
    ("节水方案", (), ("四川关于印发节水方案的通知",), "（市水务局牵头）", None, "municipal"),  # of a city in it
    ("节水方案", (), ("吉林关于印发节水方案的通知",), "（市水务局牵头）", None, "municipal"),  # two bear the name
    ("节水方案", (), ("通道关于印发节水方案的通知",), "（市水务局牵头）", None, "municipal"),
    ("节水方案", ("合肥高新区管委会",), (), "", "合肥高新区", "county"),
    ("数字四川建设工作要点", (), (), "（省数据局牵头）", "四川省", "provincial"),
    ("平安宁波建设方案", (), (), "", "宁波市", "municipal"),
    ("节水方案", (), (), "（省水利厅牵头，人民银行云南省分行、云南金融监管局配合）", "云南省", "provincial"),
    (
        "节水方案",
        (),
        ("信息来源：衢州市政府",),
        "（市水利局、市财政局、市发改委）争取国家级、省级试点",
        "衢州市",
        "municipal",
    ),
    ("营商政策汇编（2025）- 福建：", (), (), "（省财政厅负责）", "福建省", "provincial"),
    ("公路养护方案（常州市）", (), (), "", "常州市", "municipal"),
    ("节水方案", (), (), "（市水务局、上海金融监管局、上海证监局负责）", "上海市", "municipal"),
    ("助企方案", (), (), "（市财政局、人民银行襄阳市中心支行、国网襄阳供电公司负责）", "襄阳市", "municipal"),
    ("助企方案", (), ("绵府办〔2024〕3号",), "我市企业，在绵阳市推广", "绵阳市", "municipal"),
    (
        "推进节水工程的实施意见",
        (),
        (),
        "根据《中共兰州市委、兰州市人民政府关于节水的决定》，提出以下意见。建设节水兰州。（市水务局，各区、县政府）",
        "兰州市",
        "municipal",
    ),
    (
        "文旅融合若干措施",
        (),
        (),
        "按照《国务院关于旅游的意见》和《洛阳市人民政府关于旅游业的意见》，制定本措施。我市做强洛阳牡丹。（各县区政府）",
        "洛阳市",
        "municipal",
    ),
    (
        "养老服务实施意见",
        (),
        (),
        "依据《中共绵阳市委 绵阳市人民政府关于养老的决定》制定。我市落实市、县（市、区）两级财政，打造颐养绵阳。",
        "绵阳市",
        "municipal",
    ),
]
UNSETTLED: list[tuple[str, str, str | None]] = [
    ("助企方案", "我市企业。（市财政局、南京海关、南京海事局负责）", "municipal"),  # of the whole province
    ("深化合作方案——支持新疆", "（省财政厅负责）", "provincial"),
    ("助企方案", "绵府办〔2024〕3号\n我市学习成都市做法。（市财政局负责）", "municipal"),
    ("创新发展行动方案", "全省推广新技术、新产品，扩大库藏。", "provincial"),
    ("公厕管护办法", "全县各乡镇和县级部门，乡镇和县级两级检查。", "county"),
    ("消防工作方案", "全县打通消防通道，保持通道畅通。", "county"),
    ("养老服务工作方案", "全市学习杭州市经验，对标苏州市。", "municipal"),
    ("节水行动方案", "全省落实国家部署。根据《国务院关于节水的意见》，制定本方案。", "provincial"),
    ("制造强市建设意见", "全市", "municipal"),
    ("有关县（市、区）名单公告", "", None),
    ("节水方案", "（市水利局牵头，市财政局配合）", "municipal"),
    ("节水方案", "（市水利局牵头，县财政局配合）", None),
    ("国家卫生城市创建方案", "全市动员，市直部门负责，我市", "municipal"),
    ("节水方案", "（省水利厅、云南证监局、昆明海关、贵州金融监管局）", "provincial"),  # two provinces
    ("节水方案", "省级统筹。（省水利厅、昆明海关配合）", "provincial"),  # one sign of one province is too few
    ("节水方案", "争取国家级、省级示范3个。", None),
    ("节水方案", "力争全国领先。", None),
    ("节水行动方案", "根据《苏州市节水条例》，制定本方案。\n全市", "municipal"),  # a county-level city cites it too
    ("防汛工作方案", "按照福建省水利厅《关于防汛工作的通知》精神，为做好全省防汛工作，制定本方案。", "provincial"),
    ("养老工作方案", "根据云州市委部署，为发展全市养老服务，制定本方案。", "municipal"),
    ("关于落实《云州市养老规划》的实施意见", "全市", "municipal"),
    ("关于贯彻执行〈青岚县供水办法〉的意见", "", None),
    ("革命老区振兴方案", "", None),
    # a city with towns and no districts may carry out what the city above it decides
    (
        "节水意见",
        "根据《中共金华市委关于节水的决定》，我市对接金华规划。（市水务局，各镇政府、街道办事处）",
        "municipal",
    ),
    ("节水意见", "根据《中共兰州市委关于节水的决定》，我区建设节水兰州。（区水务局，各街道办事处）", "county"),
    ("节水意见", "根据《中共兰州市委关于节水的决定》，我市改造管网。（市水务局，各区、县政府）", "municipal"),
    (
        "节水意见",
        "根据《兰州市人民政府关于节水的意见》《天水市人民政府关于节水的意见》，我市对接兰州。（各县区）",
        "municipal",
    ),
]
CITED = "根据粤府办〔2024〕3号文件精神", "《临江省办法》（粤府办〔2024〕3号）", "转发省里文件 （粤府办〔2024〕3号）"
OWN_NEWS: list[tuple[str, str, str, str]] = [
    ("近日，云州市青岚区印发《养老服务方案》，部署全年工作。", "养老服务方案", "云州市青岚区", "county"),
    ("日前，内蒙古满洲里市印发《口岸节水计划》和《供水计划》。", "口岸节水计划", "满洲里市", "county"),
    ("6月3日，松林市正式发布《智慧交通方案》。", "智慧交通方案", "松林市", "municipal"),
]


@pytest.mark.parametrize("told", SETTLED)
def test_a_place_is_settled_by_what_names_it(told: Told) -> None:
    """Issuer, title, number, a line of the head, or words that tie the text to a place."""
    title, issuers, lines, words, place, level = told
    assert jurisdiction(title, issuers, lines, words) == (place, level)


@pytest.mark.parametrize(("title", "words", "level"), UNSETTLED)
def test_no_place_is_guessed(title: str, words: str, level: str | None) -> None:
    """Signs inside words, words across borders and places that are only spoken of settle nothing."""
    assert jurisdiction(title, (), (), words) == (None, level)


@pytest.mark.parametrize("line", CITED)
def test_a_number_that_is_cited_is_of_another_document(line: str) -> None:
    """The sign in it settles nothing."""
    assert jurisdiction("节水行动方案", (), (line,), "全省")[0] is None


@pytest.mark.parametrize(("line", "title", "place", "level"), OWN_NEWS)
def test_a_news_line_settles_the_place_of_the_document_that_it_names(
    line: str, title: str, place: str, level: str
) -> None:
    """The line tells who issued it; what the document cites is another's."""
    words = f"{line}\n根据锡林郭勒盟《关于计划的通知》，为推进工作，制定本方案。" if place == "满洲里市" else line
    assert jurisdiction(title, (), (line,), words) == (place, level)
    assert jurisdiction("绿化方案", (), (line,), line)[0] is None


@pytest.mark.parametrize("words", BECOMES)
def test_what_the_city_is_to_become_tells_whose_text_it_is(words: str) -> None:
    """Of a text that speaks of a city; never of one that speaks of a province."""
    place, level = jurisdiction("人才工作方案", (), (), words)
    assert place in ("宁波市", "常州市", "绵阳市") and level == "municipal"
    assert jurisdiction("人才工作方案", (), (), "全省支持，" + words.replace("我市", "").replace("全市", ""))[0] is None


def test_a_known_city_has_no_district_that_is_a_housing_estate() -> None:
    """老旧小区 behind the name of a city is what the plan is about."""
    for city in ("天津市", "宁波市", "云州市"):
        assert jurisdiction(f"{city}城镇老旧小区改造方案", (), (), "") == (city, "municipal")


@pytest.mark.parametrize("label", ["发布机构", "发文单位", "索引号"])
def test_a_label_of_a_record_is_no_part_of_a_name(label: str) -> None:
    """发布机构区人民政府 of a record whose stops are lost names no district of that name."""
    assert leading(f"{label}区人民政府办公室") is None
    assert leading("青岚区人民政府办公室") is not None


def test_the_words_that_settle_the_place_are_told() -> None:
    """In the text of the document, so that they can be shown beside an owner whose name they complete."""
    reading = read(Source("a.txt", f"节水行动方案\n为推进云州市节水，制定本方案。\n{WORK}（市水利局负责）\n".encode()))
    (facts,) = reading.documents
    assert facts.document.jurisdiction == "云州市"
    assert reading.text.quote(facts.document.jurisdiction_span) == "云州市"
    assert [one.agency.name for one in facts.responsibilities] == ["云州市水利局"]


def test_an_agency_of_an_unnamed_place_stays_as_written_with_one_gap_for_its_sign() -> None:
    """省财政厅 of a document that names no province."""
    text = f"省级有关部门托养职责清单\n{WORK}（省民政厅牵头，省财政厅、省妇联配合）\n"
    (facts,) = read(Source("a.txt", text.encode())).documents
    assert [(one.agency.name, one.agency.settled) for one in facts.responsibilities] == [
        ("省民政厅", False),
        ("省财政厅", False),
        ("省妇女联合会", False),
    ]
    (gap,) = (gap for gap in facts.gaps if gap.kind == "unsettled-place")
    assert "省民政厅" in gap.reason and gap.span == facts.responsibilities[0].span
