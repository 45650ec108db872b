"""Names that hold a word that joins or introduces others, a bracket, or share their last word: none is cut."""

from __future__ import annotations

import pytest

from guitu.extract.owners.clauses.duties import parse
from guitu.extract.words.agencies import read
from guitu.ontology.districts import region


def named(said: str, place: str = "云州市") -> list[tuple[str, str]]:
    return [(one.agency.name, one.role) for one in parse(said, 0, len(said), region(place)).owners]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("东桥区政府、侨商区管委会", ["云州市东桥区人民政府", "侨商区管理委员会"]),
        ("责任单位：市水利局、华商新城管委会", ["云州市水利局", "华商新城管理委员会"]),
        ("市财政局、将军山管委会", ["云州市财政局", "将军山管理委员会"]),
        ("市财政局、须江镇政府", ["云州市财政局", "须江镇人民政府"]),
        ("市财政局、共同富裕示范区管委会", ["云州市财政局", "共同富裕示范区管理委员会"]),
        ("应城市政府、应城经开区管委会", ["应城市人民政府", "应城经开区管理委员会"]),
        ("市财政局、将军路街道办事处", ["云州市财政局", "将军路街道办事处"]),
        ("市财政局、为民服务中心", ["云州市财政局", "为民服务中心"]),
        ("市财政局、联合征信公司", ["云州市财政局", "联合征信公司"]),
        ("市财政局、商河开发区管委会", ["云州市财政局", "商河开发区管理委员会"]),
        ("市财政局、台商区管委会", ["云州市财政局", "台商区管理委员会"]),
        ("市财政局，和静县、和硕县人民政府", ["云州市财政局", "和静县人民政府", "和硕县人民政府"]),
        ("和平县、连平县政府", ["和平县人民政府", "连平县人民政府"]),
        ("市财政局，和林格尔县、武川县", ["云州市财政局", "和林格尔县人民政府", "武川县人民政府"]),
        ("市财政局，和青岚县、白石县政府", ["云州市财政局", "青岚县人民政府", "白石县人民政府"]),
        ("喀什地区、和田地区", ["喀什地区行政公署", "和田地区行政公署"]),
    ],
)
def test_a_word_inside_a_name_joins_nobody(said: str, names: list[str]) -> None:
    assert named(said) == [(name, "responsible") for name in names]


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("市财政局商市水利局", [("云州市财政局", "lead"), ("云州市水利局", "support")]),
        ("市财政局牵头，由滨江新城管委会配合", [("云州市财政局", "lead"), ("滨江新城管理委员会", "support")]),
        ("市财政局、及滨江新城管委会", [("云州市财政局", "responsible"), ("滨江新城管理委员会", "responsible")]),
        ("市商务局、会商财政局", [("云州市商务局", "lead"), ("云州市财政局", "support")]),
        ("市商务局、商财政局", [("云州市商务局", "lead"), ("云州市财政局", "support")]),
        (
            "市商务局、会同财政局、市教育局",
            [("云州市商务局", "lead"), ("云州市财政局", "support"), ("云州市教育局", "support")],
        ),
        ("市教育局、联合公安交警支队", [("云州市教育局", "lead"), ("公安交警支队", "support")]),
        ("市教育局、联合水务集团", [("云州市教育局", "lead"), ("水务集团", "support")]),
        ("市教育局、主要由水务集团负责", [("云州市教育局", "responsible"), ("水务集团", "responsible")]),
        ("市教育局、具体由水务集团负责", [("云州市教育局", "responsible"), ("水务集团", "responsible")]),
        ("市教育局、同时水务集团", [("云州市教育局", "responsible"), ("水务集团", "responsible")]),
        ("市教育局、须城投公司", [("云州市教育局", "responsible"), ("城投公司", "responsible")]),
        ("市教育局、应城投公司", [("云州市教育局", "responsible"), ("城投公司", "responsible")]),
        ("市教育局、由水务集团负责", [("云州市教育局", "responsible"), ("水务集团", "responsible")]),
        ("市财政局、和市教育局", [("云州市财政局", "responsible"), ("云州市教育局", "responsible")]),
    ],
)
def test_words_between_names_are_none_of_them(said: str, owners: list[tuple[str, str]]) -> None:
    assert named(said) == owners


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("高新区（石桥）管委会", "云州市高新区（石桥）管理委员会"),
        ("高新区〔石桥〕管委会", "云州市高新区（石桥）管理委员会"),
        ("东桥开发区（青岚新城）管委会", "东桥开发区（青岚新城）管理委员会"),
    ],
)
def test_a_committee_with_a_bracket_is_one(said: str, name: str) -> None:
    assert named(f"责任单位：{said}、市财政局") == [(name, "responsible"), ("云州市财政局", "responsible")]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("经开区（试行）管委会", "云州市经开区管理委员会"),
        ("经开区（筹）管委会", "云州市经开区管理委员会"),
        ("经开区〔筹建〕管委会", "云州市经开区管理委员会"),
        ("云州经开区（筹建）管委会", "云州经开区管理委员会"),
        ("开发区（排名不分先后）管委会", "云州市开发区管理委员会"),
        ("示范区（市自然资源局代管）管委会", "云州市示范区管理委员会"),
        ("示范区（共三个）管委会", "云州市示范区管理委员会"),
        ("开发区（国家级）管委会", "云州市开发区管理委员会"),
        ("新区（五个）管委会", "云州市新区管理委员会"),
        ("度假区（挂牌）管委会", "云州市度假区管理委员会"),
        ("高新区（滨江）管委会", "云州市高新区（滨江）管理委员会"),
        ("经开区（科技城）管委会", "云州市经开区（科技城）管理委员会"),
    ],
)
def test_a_remark_is_no_part_of_a_name(said: str, name: str) -> None:
    assert named(f"责任单位：市财政局、{said}") == [("云州市财政局", "responsible"), (name, "responsible")]


def test_a_role_in_a_bracket_is_no_part_of_a_name() -> None:
    assert named("东桥区（牵头）、高新区管委会")[0] == ("云州市东桥区人民政府", "lead")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("青岚县、南浦县水利局", ["青岚县水利局", "南浦县水利局"]),
        ("东桥区、西河区和北岸区教育局", ["云州市东桥区教育局", "云州市西河区教育局", "云州市北岸区教育局"]),
        ("沙雅县、新和县林业和草原局", ["沙雅县林业和草原局", "新和县林业和草原局"]),
        ("东桥区、西河区政府", ["云州市东桥区人民政府", "云州市西河区人民政府"]),
        ("青岚县、市水利局", ["青岚县人民政府", "云州市水利局"]),
        ("东桥区，西河区教育局", ["云州市东桥区人民政府", "云州市西河区教育局"]),
        ("东桥区、西河区供电公司", ["云州市东桥区人民政府", "国网云州市西河区供电公司"]),
    ],
)
def test_bureaus_that_share_their_matter(said: str, names: list[str]) -> None:
    """A region before another's bureau has the same one; what is not joined to it, or of another kind, has not."""
    assert [name for name, _ in named(said)] == names


@pytest.mark.parametrize(
    ("said", "name", "gaps"),
    [
        ("广州市、深圳市、珠海市自然资源局", "珠海市自然资源局", ["广州市", "深圳市"]),
        ("上海市、苏州市水利局", "苏州市水利局", ["上海市"]),
        ("苏州市、常熟市水利局", "常熟市水利局", ["苏州市"]),
        ("昆山市、新和县水利局", "新和县水利局", ["昆山市"]),
    ],
)
def test_bureaus_of_cities_share_nothing(said: str, name: str, gaps: list[str]) -> None:
    """What another city calls its bureau is not told, and that it is its government neither."""
    clause = parse(said, 0, len(said), region("云州市"))
    assert [one.agency.name for one in clause.owners] == [name]
    assert [said[span.start : span.end] for span in clause.unread] == gaps


@pytest.mark.parametrize(
    ("written", "place", "name"),
    [
        ("市文旅局", "云州市", "云州市文旅局"),
        ("市文旅局", "武汉市", "武汉市文化和旅游局"),
        ("市文旅局", "郑州市", "郑州市文化广电和旅游局"),
        ("区文旅局", "上海市徐汇区", "上海市徐汇区文化和旅游局"),
        ("省文旅厅", "临江省", "临江省文化和旅游厅"),
        ("市民宗局", "云州市", "云州市民宗局"),
        ("市民宗局", "福州市", "福州市民族与宗教事务局"),
        ("市园林局", "云州市", "云州市园林局"),
        ("市海渔局", "云州市", "云州市海渔局"),
        ("市住建局", "深圳市", "深圳市住房和建设局"),
    ],
)
def test_what_cities_call_differently_stays_as_written(written: str, place: str, name: str) -> None:
    assert read(written, place).name == name
