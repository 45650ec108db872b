"""Bodies of several levels named together, departments of a level above, and what only looks like either."""

from __future__ import annotations

import pytest

from guitu.extract.owners.clauses.duties import parse
from guitu.ontology.districts import region


def _names(clause: str, place: str) -> list[tuple[str, str]]:
    return [(one.agency.name, one.role) for one in parse(clause, 0, len(clause), region(place)).owners]


@pytest.mark.parametrize(
    ("clause", "place", "names"),
    [
        ("市区教育局负责", "云州市", ["云州市教育局", "云州市各区教育局"]),
        ("省市县三级水务局负责", "临江省", ["临江省水务局", "临江省各市水务局", "临江省各县水务局"]),
        ("区县民政局负责", "云水综合实验区", ["云水综合实验区民政局", "县民政局"]),  # of which county nothing tells
        ("市县渔港与码头局负责", "云州市", ["云州市渔港与码头局", "云州市各县渔港与码头局"]),
        ("区、县渔港与码头局负责", "云州市", ["云州市各区渔港与码头局", "云州市各县渔港与码头局"]),
        ("市区公安部门负责", "云州市", ["云州市公安部门", "云州市各区公安部门"]),
        # one body each
        ("区县教育局负责", "云州市", ["云州市各区县教育局"]),
        ("市市场监管局、市政管理局负责", "云州市", ["云州市市场监督管理局", "云州市市政管理局"]),
        ("市区域协调办公室负责", "云州市", ["云州市区域协调办公室"]),
        ("各区、县教育局负责", "云州市", ["云州市各区、县教育局"]),
        ("县乡村振兴局负责", "青岚县", ["青岚县乡村振兴局"]),
    ],
)
def test_levels_that_share_a_name(clause: str, place: str, names: list[str]) -> None:
    """市区教育局 are the city's and its districts'; no body is called 云州市区教育局."""
    assert _names(clause, place) == [(name, "responsible") for name in names]


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("省财政部门负责", ["江苏省财政部门"]),
        ("省、市水务部门负责", ["江苏省水务部门", "南京市水务部门"]),
        ("省教育、交通运输部门负责", ["江苏省教育部门", "江苏省交通运输部门"]),
        ("市教育部门负责", ["南京市教育部门"]),
    ],
)
def test_departments_of_the_level_above_are_not_of_the_city(clause: str, names: list[str]) -> None:
    assert [name for name, _ in _names(clause, "南京市")] == names


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("市水利局、农业农机、公安等部门分工负责", ["水利局", "农业农机部门", "公安部门"]),
        ("市应急局牵头，市水上协同办配合", ["应急管理局", "水上协同办公室"]),
        ("市林业局、渔业部门分工组织实施", ["林业局", "渔业部门"]),
        ("市水利局牵头，协同办理审批", ["水利局"]),
    ],
)
def test_words_of_duty_inside_names_and_beside_them(clause: str, owners: list[str]) -> None:
    """协同办 is an office; 分工负责 is how they do it."""
    assert [name.removeprefix("云州市") for name, _ in _names(clause, "云州市")] == owners


@pytest.mark.parametrize(
    ("clause", "place", "names"),
    [
        ("省教育厅、财政厅、发展改革委负责", "南京市", ["江苏省教育厅", "财政厅", "发展改革委"]),
        ("市教委、财政局负责", "徐汇区", ["上海市教育委员会", "财政局"]),
        ("省水利厅、林业局负责", "云州市", ["省水利厅", "省林业局"]),  # of the province that is not told
        ("财政厅负责", "南京市", ["财政厅"]),  # no city has one
        # the document's own
        ("省教育厅牵头，财政局配合", "南京市", ["江苏省教育厅", "南京市财政局"]),
        ("省教育厅、市财政局、民政局负责", "南京市", ["江苏省教育厅", "南京市财政局", "南京市民政局"]),
        ("市生态环境局徐汇分局、财政局负责", "徐汇区", ["上海市生态环境局徐汇分局", "上海市徐汇区财政局"]),
        ("南京海关、税务局负责", "南京市", ["中华人民共和国南京海关", "国家税务总局南京市税务局"]),
    ],
)
def test_a_bare_name_beside_one_of_another_place_is_not_the_documents_own(
    clause: str, place: str, names: list[str]
) -> None:
    assert [name for name, _ in _names(clause, place)] == names
