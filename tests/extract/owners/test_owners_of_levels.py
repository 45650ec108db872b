"""Owners of two levels, of a level below the document's, of a town, and departments in one list with bodies."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(place: str, *lines: str) -> Facts:
    """What a plan of a place with one chapter of work states."""
    text = "\n\n".join([f"{place}河湖治理工作方案", f"{place}人民政府", "一、主要任务", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


def owners(place: str, clause: str) -> list[tuple[str, str]]:
    """The owners in the clause behind an item, each with its role."""
    found = facts(place, f"（一）整治河道。清淤河道，加固堤防，更新泵站设备。（{clause}）")
    return [(one.agency.name, one.role) for one in found.responsibilities]


@pytest.mark.parametrize(
    ("place", "clause", "expected"),
    [
        (
            "云州市",
            "牵头单位：市水利局（县水务局）；配合单位：市财政局",
            [("云州市水利局", "lead"), ("云州市各县水务局", "lead"), ("云州市财政局", "support")],
        ),
        ("临江省", "省教育厅（市教育局）负责", [("临江省教育厅", "responsible"), ("临江省各市教育局", "responsible")]),
        (
            "云州市",
            "责任单位：市住建局（县住房和建设局）、市城管局",
            [
                ("云州市住房和城乡建设局", "responsible"),
                ("云州市各县住房和建设局", "responsible"),
                ("云州市城市管理局", "responsible"),
            ],
        ),
        # of one level it is a second name
        ("云州市", "市新闻出版局（市版权局）负责", [("云州市新闻出版局", "responsible")]),
        ("青岚县", "县委宣传部（县文明办）牵头", [("中共青岚县委宣传部", "lead")]),
    ],
)
def test_a_note_of_another_level_is_another_body(place: str, clause: str, expected: list[tuple[str, str]]) -> None:
    assert owners(place, clause) == expected


@pytest.mark.parametrize(
    ("place", "clause", "expected"),
    [
        (
            "云州市",
            "市水利局牵头，县教育局、财政局、城乡与建设局配合",
            ["云州市水利局", "云州市各县教育局", "云州市各县财政局", "云州市各县城乡与建设局"],
        ),
        ("临江省", "县水利局、民政局负责", ["临江省各县水利局", "临江省各县民政局"]),
        ("云州市", "区教育局、体育局配合，市财政局负责", ["云州市各区教育局", "云州市各区体育局", "云州市财政局"]),
        # a group and a name of its own level end the row; one of a level above is of a place that is not told
        ("云州市", "各县政府、财政局负责", ["云州市各县人民政府", "云州市财政局"]),
        ("云州市", "县水利局、市政协办公室负责", ["云州市各县水利局", "云州市政协办公室"]),
        ("青岚县", "市公安局、财政局负责", ["市公安局", "市财政局"]),
        (
            "临江省",
            "省水利厅、市场监管局、税务局负责",
            ["临江省水利厅", "临江省市场监督管理局", "国家税务总局临江省税务局"],
        ),
        ("云州市", "县教育局、市水利局、财政局负责", ["云州市各县教育局", "云州市水利局", "云州市财政局"]),
    ],
)
def test_a_bare_name_is_of_the_lower_level_of_its_row(place: str, clause: str, expected: list[str]) -> None:
    assert [name for name, _ in owners(place, clause)] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("公安、应急、道安办等部门配合", ["公安部门", "应急部门", "道安办"]),
        ("监察、总工会、财政等部门负责", ["监察部门", "总工会", "财政部门"]),
        ("水利、农业农机、市残联等有关部门负责", ["水利部门", "农业农机部门", "残疾人联合会"]),
        ("市、县山塘与堤防局负责", ["山塘与堤防局", "各县山塘与堤防局"]),
        ("市内各相关行政审批部门负责", ["各相关行政审批部门"]),
        # 校园安全 is no field and no body: nothing is made up for the list
        ("公安、校园安全等部门负责", []),
    ],
)
def test_departments_stand_in_one_list_with_bodies(clause: str, expected: list[str]) -> None:
    assert [name.removeprefix("云州市") for name, _ in owners("云州市", clause)] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("广州、深圳市人民政府负责", ["广州市人民政府", "深圳市人民政府"]),
        (
            "省水利厅，合肥、芜湖、黄山市人民政府负责",
            ["临江省水利厅", "合肥市人民政府", "芜湖市人民政府", "黄山市人民政府"],
        ),
        ("陕西、甘肃省人民政府配合", ["陕西省人民政府", "甘肃省人民政府"]),
        ("供水、排水市政府部门负责", []),
    ],
)
def test_the_last_government_of_a_list_may_have_the_sign_of_all(clause: str, expected: list[str]) -> None:
    found = [name for name, _ in owners("临江省", clause)]
    assert [name for name in found if name.endswith(("人民政府", "厅"))] == expected


def test_both_levels_in_one_name_are_nobodys_own() -> None:
    """区县水务局 of a city are those of its districts; of a county nothing tells which two are meant."""
    assert owners("云州市", "区县水务局负责") == [("云州市各区县水务局", "responsible")]
    assert owners("云州市东桥区", "区县水务局负责")[0][0] == "区县水务局"
    assert owners("云州市东桥区", "区县水务部门负责") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("镇财政所负责对修渠资金的使用情况进行监管。", ["青岚县石桥镇财政所"]),
        ("镇监测室负责对河道清淤的质量逐段核验。", ["青岚县石桥镇监测室"]),
        ("镇水管中心负责渠道沿线的巡查监督。", ["青岚县石桥镇水管中心"]),
        ("乡镇企业负责的渠段另行核验。", []),
        ("镇属学校教室内外由物业清扫。", []),
    ],
)
def test_bodies_of_a_town(said: str, expected: list[str]) -> None:
    found = facts("青岚县石桥镇", f"（一）落实管护。{said}")
    assert [one.agency.name for one in found.responsibilities] == expected


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("市级各职能部门负责", "云州市市级各职能部门"),
        ("市属企业负责", "云州市市属企业"),
        ("市级有关部门配合", "云州市市级有关部门"),
        ("市直有关部门配合", "云州市直有关部门"),
    ],
)
def test_a_level_stays_as_written_behind_the_place(clause: str, name: str) -> None:
    assert [one for one, _ in owners("云州市", clause)] == [name]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("市级各职能部门各司其职、密切配合，加快推进。", [("云州市市级各职能部门", "support")]),
        ("各有关单位要各尽其责、协同配合。", [("云州市各有关单位", "support")]),
        ("市水利局、市财政局各司其职，密切配合。", [("云州市水利局", "support"), ("云州市财政局", "support")]),
        ("各部门各司其职、齐抓共管，形成密切配合的工作格局。", []),
    ],
)
def test_each_in_its_office_may_stand_before_the_verb(said: str, expected: list[tuple[str, str]]) -> None:
    found = facts("云州市", f"（一）加强统筹。建立调度机制，定期会商研判。{said}")
    assert [(one.agency.name, one.role) for one in found.responsibilities] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("市财政局、各区（县）政府、管委会", ["云州市财政局", "云州市各区（县）人民政府", "云州市各管理委员会"]),
        ("各区县人民政府、管委会按职责分工负责", ["云州市各区县人民政府", "云州市各管理委员会"]),
        ("各县（市）人民政府、管理委员会负责", ["云州市各县（市）人民政府", "云州市各管理委员会"]),
        ("市财政局、管委会负责", ["云州市财政局", "管委会"]),
    ],
)
def test_governments_and_committees_of_all_areas_are_two_groups(clause: str, expected: list[str]) -> None:
    assert [name for name, _ in owners("云州市", clause)] == expected
