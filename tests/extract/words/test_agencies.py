"""Names of agencies: abbreviation and jurisdiction to official name, for any place."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Document
from guitu.extract.owners.names.rooms import of_office, office
from guitu.extract.owners.names.times import of_time, year_of
from guitu.extract.words.agencies import is_agency_like, match, read
from guitu.extract.words.agency_groups import governments_at
from guitu.extract.words.agency_writings import writings
from guitu.ontology.districts import region

LOCAL = [
    ("市发改委", "云州市", "云州市发展和改革委员会"),
    ("市发展和改革委", "云州市", "云州市发展和改革委员会"),
    ("市经信局", "云州市", "云州市经济和信息化局"),
    ("市工信局", "云州市", "云州市工业和信息化局"),
    ("省工业和信息化厅", "临江省", "临江省工业和信息化厅"),
    ("市教委", "云州市", "云州市教育委员会"),
    ("县教育和体育局", "青岚县", "青岚县教育和体育局"),
    ("县教育体育局", "青岚县", "青岚县教育体育局"),
    ("省人社厅", "临江省", "临江省人力资源和社会保障厅"),
    ("县住建局", "青岚县", "青岚县住房和城乡建设局"),
    ("市住房城乡建委", "云州市", "云州市住房和城乡建设委员会"),
    ("市城乡建委", "云州市", "云州市城乡建设委员会"),
    ("市建设局", "云州市", "云州市建设局"),
    ("省建设厅", "临江省", "临江省住房和城乡建设厅"),
    ("省外汇管理局", "江苏省", "国家外汇管理局江苏省分局"),
    ("市城管局", "云州市", "云州市城市管理局"),
    ("市文化广电旅游局", "云州市", "云州市文化广电旅游局"),
    ("市文化广电和旅游局", "云州市", "云州市文化广电和旅游局"),
    ("市资源规划局", "云州市", "云州市自然资源和规划局"),
    ("市规划资源局", "云州市", "云州市规划和自然资源局"),
    ("市绿化市容局", "云州市", "云州市绿化和市容管理局"),
    ("县林草局", "青岚县", "青岚县林业和草原局"),
    ("市政务服务局", "云州市", "云州市政务服务管理局"),
    ("市退役军人局", "云州市", "云州市退役军人事务局"),
    ("市国资委", "云州市", "云州市人民政府国有资产监督管理委员会"),
    ("市国资委", "上海市", "上海市国有资产监督管理委员会"),
    ("省供销社", "临江省", "临江省供销合作社联合社"),
    ("市残联", "云州市", "云州市残疾人联合会"),
    ("市双拥办", "云州市", "云州市双拥工作领导小组办公室"),
    ("市民族宗教局", "上海市", "上海市民族和宗教事务局"),
    ("市民族宗教局", "南京市", "南京市民族宗教事务局"),
    ("市精神文明办", "上海市", "上海市精神文明建设委员会办公室"),
    ("市城管执法局", "浏阳市", "浏阳市城市管理和综合执法局"),
    ("区城管执法局", "徐汇区", "上海市徐汇区城市管理行政执法局"),
    ("公安徐汇分局", "徐汇区", "上海市公安局徐汇分局"),
    ("规划资源徐汇分局", "徐汇区", "上海市规划和自然资源局徐汇分局"),
    ("区公安分局", "徐汇区", "上海市公安局徐汇分局"),
    ("区自然资源分局", "岳麓区", "长沙市自然资源局岳麓分局"),
    ("县生态环境分局", "安化县", "益阳市生态环境局安化分局"),
    ("省红十字会", "临江省", "临江省红十字会"),
    ("市中级法院", "云州市", "云州市中级人民法院"),
    ("市政府", "云州市", "云州市人民政府"),
    ("县府办", "青岚县", "青岚县人民政府办公室"),
    ("发展改革局", "青岚县", "青岚县发展和改革局"),
    ("市环保局", "云州市", "云州市环境保护局"),
    ("市农业局", "云州市", "云州市农业局"),
    ("市旅游局", "云州市", "云州市旅游局"),
    ("市经济信息委", "云州市", "云州市经济和信息化委员会"),
    ("市法院", "云州市", "云州市中级人民法院"),
    ("县法院", "青岚县", "青岚县人民法院"),
    ("省法院", "临江省", "临江省高级人民法院"),
    ("市法院", "重庆市", "重庆市高级人民法院"),
    ("市政府外事办公室", "云州市", "云州市人民政府外事办公室"),
    ("省政府侨务办公室", "临江省", "临江省人民政府侨务办公室"),
]
PARTY = [
    ("市委宣传部", "云州市", "中共云州市委宣传部"),
    ("省委编办", "临江省", "中共临江省委机构编制委员会办公室"),
    ("县委统战部", "青岚县", "中共青岚县委统一战线工作部"),
    ("市网信办", "云州市", "中共云州市委网络安全和信息化委员会办公室"),
    ("团市委", "云州市", "共青团云州市委员会"),
    ("团省委", "临江省", "共青团临江省委员会"),
    ("共青团青岚县委", "云州市", "共青团青岚县委员会"),
    ("市委", "云州市", "中共云州市委员会"),
]
VERTICAL = [
    ("云州金融监管局", "云州市", "国家金融监督管理总局云州监管局"),
    ("云州银保监分局", "云州市", "中国银行保险监督管理委员会云州监管分局"),
    ("市税务局", "云州市", "国家税务总局云州市税务局"),
    ("人民银行云州市分行", "云州市", "中国人民银行云州市分行"),
    ("人民银行临江省分行", "临江省", "中国人民银行临江省分行"),
    ("人行云州分行", "云州市", "中国人民银行云州分行"),
    ("国网青岚县供电公司", "青岚县", "国网青岚县供电公司"),
    ("云州供电公司", "云州市", "国网云州供电公司"),
    ("国网临江省电力有限公司", "临江省", "国网临江省电力有限公司"),
    ("云州海事局", "云州市", "中华人民共和国云州海事局"),
    ("云州军分区", "云州市", "云州军分区"),
    ("武警云州支队", "云州市", "中国人民武装警察部队云州支队"),
    ("省贸促会", "临江省", "中国国际贸易促进委员会临江省委员会"),
    ("中国民航临江监管局", "临江省", "中国民用航空临江监管局"),
    ("国家税务总局云州市税务局", "云州市", "国家税务总局云州市税务局"),
    ("人民银行成都分行", "四川省", "中国人民银行成都分行"),
    ("云州海关", "云州市", "中华人民共和国云州海关"),
    ("省通信管理局", "临江省", "临江省通信管理局"),
    ("国网临江省电力公司", "临江省", "国网临江省电力公司"),
    ("民航云州监管局", "云州市", "中国民用航空云州安全监督管理局"),
]
NATIONAL = [
    ("国家发展改革委", "云州市", "国家发展和改革委员会"),
    ("发展改革委", None, "国家发展和改革委员会"),
    ("工信部", None, "工业和信息化部"),
    ("中央网信办", "云州市", "中央网络安全和信息化委员会办公室"),
    ("市场监管总局", None, "国家市场监督管理总局"),
    ("人民银行", "云州市", "中国人民银行"),
    ("疾控局", None, "国家疾病预防控制局"),
    ("中国铁路总公司", None, "中国铁路总公司"),
    ("国务院扶贫办", "云州市", "国务院扶贫开发领导小组办公室"),
    ("国家卫生计生委", None, "国家卫生和计划生育委员会"),
]
PLACES = [
    ("市教育局", "浦东新区", "上海市教育局"),
    ("区教育局", "浦东新区", "上海市浦东新区教育局"),
    ("省水利厅", "成都市", "四川省水利厅"),
    ("自治区教育厅", "南宁市", "广西壮族自治区教育厅"),
    ("州农业农村局", "恩施土家族苗族自治州", "恩施土家族苗族自治州农业农村局"),
    ("徐汇区政府", "上海市", "上海市徐汇区人民政府"),
    ("广州市教育局", "上海市", "广州市教育局"),
    ("青岚县政府", "云州市", "青岚县人民政府"),
    ("云州市浮山区民政局", "云州市", "云州市浮山区民政局"),
]
GROUPS = [
    ("各区政府", "云州市", "云州市各区人民政府"),
    ("省政府各部门", "临江省", "临江省人民政府各部门"),
    ("市政府有关部门", "云州市", "云州市人民政府有关部门"),
    ("县政府各有关部门", "青岚县", "青岚县人民政府各有关部门"),
    ("市各有关部门", "云州市", "云州市各有关部门"),
    ("相关区政府", "云州市", "云州市相关区人民政府"),
    ("区政府", "云州市", "云州市各区人民政府"),
    ("各区县政府", "云州市", "云州市各区县人民政府"),
    ("各县（市、区）人民政府", "云州市", "云州市各县（市、区）人民政府"),
    ("各市、县（区）政府", "临江省", "临江省各市、县（区）人民政府"),
    ("各镇（街道）", "青岚县", "青岚县各镇（街道）"),
    ("各有关部门", "云州市", "云州市各有关部门"),
    ("市级有关部门", "云州市", "云州市市级有关部门"),
    ("各部门各单位", "云州市", "云州市各部门各单位"),
    ("国务院相关部门", None, "国务院相关部门"),
    ("国务院有关部门", "云州市", "国务院有关部门"),
    ("各地区", None, "各地区"),
    ("各级财政部门", "临江省", "临江省各级财政部门"),
    ("各省级能源（电力）主管部门", None, "各省级能源（电力）主管部门"),
    ("省级有关部门", "云州市", "省级有关部门"),
    ("市安委会成员单位", "云州市", "云州市安全生产委员会成员单位"),
    ("各行业主管部门", "临江省", "临江省各行业主管部门"),
    ("各区教育局", "云州市", "云州市各区教育局"),
    ("各县（市、区）卫健局", "云州市", "云州市各县（市、区）卫生健康局"),
    ("各市州发展改革委", "临江省", "临江省各市州发展和改革委员会"),
    ("各区妇联", "云州市", "云州市各区妇女联合会"),
    ("各级党委宣传部", "云州市", "云州市各级党委宣传部"),
    ("各省（区、市）发展改革委", None, "各省（区、市）发展和改革委员会"),
    ("各乡镇中心校", "青岚县", "青岚县各乡镇中心校"),
    ("各社区居委会", "青岚县", "青岚县各社区居委会"),
    ("中省直有关单位", "云州市", "云州市中省直有关单位"),
]


def test_a_branch_of_the_city_is_no_bureau_of_the_county() -> None:
    """公安青岚分局 is of a city that is not told; a room of a known body carries its name."""
    told = [("公安青岚分局", "青岚县"), ("公安分局", "青岚县"), ("市公积金中心徐汇管理部", "徐汇区")]
    assert [(read(*one).name, read(*one).settled) for one in told] == [
        ("公安青岚分局", False),
        ("青岚县公安分局", True),
        ("上海市住房公积金管理中心徐汇管理部", True),
    ]


@pytest.mark.parametrize(("written", "jurisdiction", "name"), [*LOCAL, *PARTY, *VERTICAL, *NATIONAL, *PLACES])
def test_official_name(written: str, jurisdiction: str | None, name: str) -> None:
    """An abbreviation becomes the official name in the jurisdiction that it means."""
    agency = read(written, jurisdiction)
    assert (agency.name, agency.known, agency.group) == (name, True, False)
    assert agency.written == written


@pytest.mark.parametrize(("written", "jurisdiction", "name"), GROUPS)
def test_groups(written: str, jurisdiction: str | None, name: str) -> None:
    """A group stays a group, with its jurisdiction before it."""
    agency = read(written, jurisdiction)
    assert (agency.name, agency.group) == (name, True)


@pytest.mark.parametrize(
    ("written", "name", "jurisdiction"),
    [
        ("市城投集团", "云州市城投集团", "云州市"),
        ("云州师范大学", "云州师范大学", None),
        ("市留交办", "云州市留交办", "云州市"),
        ("市夜间经济推进办", "云州市夜间经济推进办公室", "云州市"),
    ],
)
def test_outside_the_registry(written: str, name: str, jurisdiction: str | None) -> None:
    """What the registry does not have is an agency all the same, marked as unknown."""
    agency = read(written, "云州市")
    assert (agency.name, agency.known, agency.jurisdiction) == (name, False, jurisdiction)


def test_committees_and_towns_need_no_entry() -> None:
    """Park committees, towns and streets get their full form by rule."""
    assert read("滨江新城管委会", "云州市").name == read("滨江新城管委", "云州市").name == "滨江新城管理委员会"
    assert read("高新区管委", "云州市").name == "云州市高新区管理委员会"
    assert read("石桥镇政府", "青岚县").name == "青岚县石桥镇人民政府"
    assert read("石桥镇政府", "临江省").name == "石桥镇人民政府"
    assert read("北门街道办", "青岚县").name == "青岚县北门街道办事处"


def test_the_city_of_an_unknown_county_is_not_guessed() -> None:
    """市教育局 in a county whose city is not known stays as written, of this document alone."""
    agency = read("市教育局", "青岚县")
    assert (agency.name, agency.settled, agency.jurisdiction) == ("市教育局", False, None)


def test_longest_match() -> None:
    """A name ends where the registry says: 和 inside a name does not end it."""
    found = match("市文化和旅游局和市体育局", 0, region("云州市"))
    assert found is not None and (found[0].name, found[1]) == ("云州市文化和旅游局", 7)


def test_writings_of_a_known_agency() -> None:
    """All abbreviations of a known agency, with its place; none for a group or an unknown one."""
    assert {"云州市经信委", "云州市经济信息化委"} <= set(writings(read("市经信委", "云州市")))
    assert "工信部" in writings(read("工业和信息化部", None))
    assert writings(read("各区政府", "云州市")) == ()
    assert writings(read("市城投集团", "云州市")) == ()


@pytest.mark.parametrize(
    ("written", "jurisdiction", "name", "settled"),
    [
        ("石桥镇", "青岚县", "青岚县石桥镇人民政府", True),
        ("北门街道", "青岚县", "青岚县北门街道办事处", True),
        ("云州职业学院", "云州市", "云州职业学院", True),
        ("经开区", "云州市", "经开区", False),
        ("省委组织部", None, "省委组织部", False),
        ("团市委", None, "团市委", False),
        ("市税务局", None, "市税务局", False),
        ("省发改委", None, "省发展和改革委员会", False),
        ("各级工会", "云州市", "各级工会", False),
        ("生态保护局", "青岚县", "青岚县生态保护局", True),
        ("工会", "青岚县", "青岚县总工会", True),
        ("铁路局", "青岚县", "铁路局", False),
        ("市人民政府各相关部门", "云州市", "云州市人民政府各相关部门", True),
    ],
)
def test_whose_a_name_is(written: str, jurisdiction: str | None, name: str, settled: bool) -> None:
    """A town is its government; what is not settled stays as written where its full name begins with another body."""
    agency = read(written, jurisdiction, None)
    assert (agency.name, agency.settled) == (name, settled)


def test_the_governments_of_regions_that_share_a_word() -> None:
    """内蒙古、陕西等省（区）人民政府; places that no registry has are none."""
    found = governments_at("内蒙古、陕西和甘肃三省（区）人民政府负责", 0)
    assert found is not None
    assert [agency.name for agency, _ in found[0]] == ["内蒙古自治区人民政府", "陕西省人民政府", "甘肃省人民政府"]
    assert governments_at("陕西、临江等省人民政府负责", 0) is None
    assert governments_at("陕西、甘肃等省的企业", 0) is None


@pytest.mark.parametrize(("words", "is_one"), [("市数字集团", True), ("各类企业的发展", False), ("局", False)])
def test_agency_like(words: str, is_one: bool) -> None:
    """Words that end as names of agencies do."""
    assert is_agency_like(words) is is_one


@pytest.mark.parametrize(
    ("title", "written", "name"),
    [
        ("云州市人才规划（2012—2015年）", "市编办", "云州市机构编制委员会办公室"),
        ("云州市人才“十二五”规划", "市农委", "云州市农业委员会"),
        ("云州市网络安全2016年工作要点", "市网信办", "中共云州市委网络安全和信息化领导小组办公室"),
        ("云州市人才规划（2021—2025年）", "市编办", "中共云州市委机构编制委员会办公室"),
        ("云州市人才规划（2012—2015年）", "市委编办", "中共云州市委机构编制委员会办公室"),
        ("云州市人才规划", "市编办", "中共云州市委机构编制委员会办公室"),
    ],
)
def test_names_are_those_of_the_documents_time(title: str, written: str, name: str) -> None:
    """A short name that a reform left alike means the body of the document's time."""
    agency = read(written, "云州市")
    year = year_of(Document(title, period="十二五" if "十二五" in title else None), [agency])
    assert of_time(agency, year).name == name


def test_bodies_long_abolished_tell_the_time() -> None:
    """A document without a date that names 环境保护局 is from before 2018."""
    named = [read("市环保局", "云州市"), read("市编办", "云州市")]
    assert of_time(named[1], year_of(Document("云州市人才意见"), named)).name == "云州市机构编制委员会办公室"


@pytest.mark.parametrize(
    ("written", "jurisdiction", "name"),
    [
        ("交通运输部云州海事局", "云州市", "交通运输部云州海事局"),
        ("自然资源部东海局", "云州市", "自然资源部东海局"),
        ("应急管理部临江消防救援总队", "云州市", "应急管理部临江消防救援总队"),
        ("海关总署云江分署", "云州市", "海关总署云江分署"),
        ("水利部长江水利委员会", "临江省", "水利部长江水利委员会"),
        ("市公安局东桥分局", "云州市", "云州市公安局东桥分局"),
        ("市城管局执法支队", "云州市", "云州市城市管理局执法支队"),
        ("东桥区", "云州市", "云州市东桥区人民政府"),
        ("青岚县", "云州市", "青岚县人民政府"),
        ("鼓楼区", "南京市", "南京市鼓楼区人民政府"),
        ("市供电局", "云州市", "云州市供电局"),
        ("镇政府", "青岚县石桥镇", "青岚县石桥镇人民政府"),
        ("县水利局", "青岚县石桥镇", "青岚县水利局"),
        ("区科技局", "合肥高新区", "合肥高新区科学技术局"),
    ],
)
def test_branches_regions_and_places_below(written: str, jurisdiction: str, name: str) -> None:
    """A branch is one body with that above it, a region is its government, towns and zones have bodies of their own."""
    assert read(written, jurisdiction).name == name


@pytest.mark.parametrize("written", ["市公安局会同消防支队", "市教育局市公安局交警支队"])
def test_no_branch_across_words(written: str) -> None:
    """What stands behind a bureau is a branch only where no other word stands between."""
    found = match(written, 0, region("云州市"))
    assert found is not None and found[1] == 4


@pytest.mark.parametrize(
    ("title", "written", "name"),
    [
        ("云州市交通运输局2026年工作要点", "规划处", "云州市交通运输局规划处"),
        ("青岚县教育局工作方案", "办公室", "青岚县教育局办公室"),
        ("云州市节水规划", "规划处", "规划处"),
        ("云州市人民政府2026年工作要点", "规划处", "规划处"),
    ],
)
def test_rooms_carry_the_name_of_the_documents_office(title: str, written: str, name: str) -> None:
    """A government has no rooms of that kind: then the name stays as written."""
    place = title[:3]
    own = office(Document(title, "municipal", jurisdiction=place))
    assert of_office(read(written, place), own).name == name


@pytest.mark.parametrize(
    ("written", "place", "first"),
    [
        ("各街镇、县财政局", "青岚县", "青岚县各街镇"),
        ("各街道、县土储中心", "青岚县", "青岚县各街道"),
        ("各乡镇、市教育局", "云州市", "云州市各乡镇"),
        ("各区、县教育局", "云州市", "云州市各区、县教育局"),
    ],
)
def test_places_named_with_one_bureau_are_of_one_grade(written: str, place: str, first: str) -> None:
    found = match(written, 0, region(place))
    assert found is not None
    assert found[0].name == first


@pytest.mark.parametrize(
    ("written", "place", "name"),
    [
        ("各市〔州〕人民政府", "临江省", "临江省各市（州）人民政府"),
        ("各市（地、州、盟）人民政府", "临江省", "临江省各市（地、州、盟）人民政府"),
        ("各乡〔镇、街道〕", "青岚县", "青岚县各乡（镇、街道）"),
        ("各县级以上人民政府", "临江省", "临江省各县级以上人民政府"),
        ("县级以上人民政府水行政主管部门", "临江省", "临江省县级以上人民政府水行政主管部门"),
        ("省地方铁路集团有限公司", "临江省", "临江省地方铁路集团有限公司"),
        ("市地方电力有限公司", "云州市", "云州市地方电力有限公司"),
        ("省地方有关部门", "临江省", "临江省地方有关部门"),
        ("市总工会机关", "云州市", "云州市总工会机关"),
        ("团县委机关", "青岚县", "共青团青岚县委员会机关"),
        ("省妇联机关", "临江省", "临江省妇女联合会机关"),
        ("市教育局机关党委", "云州市", "云州市教育局机关党委"),
        ("民航临江安全监管局", "临江省", "中国民用航空临江安全监督管理局"),
        ("市政管局", "云州市", "云州市政务服务管理局"),
        ("市政管理局", "云州市", "云州市市政管理局"),
        ("区管委会办公室法规处", "云水综合实验区", "云水综合实验区管理委员会办公室法规处"),
        ("党群工作部", "云水综合实验区", "云水综合实验区党群工作部"),
    ],
)
def test_forms_of_one_name(written: str, place: str, name: str) -> None:
    """Brackets, levels, local firms, staff offices of a body: the place stands before the name once."""
    found = read(written, place)
    assert (found.name, found.settled) == (name, True)


def test_whose_part_in_a_task_is_not_a_name() -> None:
    """责任单位 says what a body is for a task; with 各 it is a group."""
    here = region("云州市")
    assert match("责任单位配合", 0, here) is None
    found = match("各责任单位配合", 0, here)
    assert found is not None and found[0].name == "云州市各责任单位"
