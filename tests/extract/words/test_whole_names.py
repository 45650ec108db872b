"""Names that a text has in full stay as they are, and those of one grid, one region and one party."""

import pytest

from guitu.extract.owners.names.times import of_time
from guitu.extract.words.agencies import read


@pytest.mark.parametrize(
    ("place", "written", "name"),
    [
        ("珠海市", "市政务服务数据管理局", "珠海市政务服务数据管理局"),
        ("珠海市", "市政务服务和数据管理局", "珠海市政务服务和数据管理局"),
        ("绵阳市", "绵阳住房公积金管理中心", "绵阳住房公积金管理中心"),
        ("绵阳市", "市公积金中心", "绵阳市住房公积金管理中心"),
        ("宁夏回族自治区", "宁夏日报社", "宁夏日报社"),
        ("湖南省", "湖南广播电视台", "湖南广播电视台"),
        ("绵阳市", "绵阳城管局", "绵阳市城市管理局"),
        ("宝鸡市", "市城市管理执法局", "宝鸡市城市管理执法局"),
        ("宝鸡市", "市城管执法局", "宝鸡市城管执法局"),  # 行政执法局, 综合执法局 or another
        ("上海市", "市城管执法局", "上海市城市管理行政执法局"),
        ("重庆市", "市口岸和物流办公室", "重庆市口岸和物流办公室"),
        ("衢州市", "市政务服务和数字化局", "衢州市政务服务和数字化局"),
        ("浏阳市", "市中医医院", "浏阳市中医医院"),
        ("浏阳市", "市中医院", "浏阳市中医院"),
    ],
)
def test_names_in_full(place: str, written: str, name: str) -> None:
    """A name in full is not changed into that of another place or time; a bureau has its place in full."""
    assert read(written, place).name == name


@pytest.mark.parametrize(
    ("place", "written", "name"),
    [
        ("包头市", "包头供电公司", "包头供电公司"),
        ("桂林市", "桂林供电公司", "桂林供电公司"),
        ("曲靖市", "市供电公司", "曲靖市供电公司"),
        ("通辽市", "通辽供电公司", "国网通辽供电公司"),
        ("芜湖市", "芜湖供电公司", "国网芜湖供电公司"),
        ("云南省", "云南电网公司", "云南电网有限责任公司"),
    ],
)
def test_grids(place: str, written: str, name: str) -> None:
    """Where the grid is not that of the State no name says 国网."""
    assert read(written, place).name == name


@pytest.mark.parametrize(
    ("place", "written", "name"),
    [
        ("宁夏回族自治区", "自治区党委宣传部", "中共宁夏回族自治区委员会宣传部"),
        ("西藏自治区", "自治区党委督查室", "中共西藏自治区委员会督查室"),
        ("新疆维吾尔自治区", "自治区党委农办", "中共新疆维吾尔自治区委员会农办"),
        ("烟台市", "市委党史研究院", "中共烟台市委党史研究院"),
        ("烟台市", "市委农村工作领导小组", "中共烟台市委农村工作领导小组"),
        ("长丰县", "县委国防动员委员会", "中共长丰县委国防动员委员会"),
        ("烟台市", "市委托管院", "市委托管院"),
    ],
)
def test_party(place: str, written: str, name: str) -> None:
    """A body of the party's committee of a place; that of an autonomous region has no short form of its name."""
    assert read(written, place).name == name


@pytest.mark.parametrize(
    ("written", "year", "name"),
    [
        ("市地方金融监管局", 2023, "无锡市地方金融监督管理局"),
        ("市地方金融监管局", 2021, "无锡市地方金融监督管理局"),
        ("市地方金融监督管理局", 2024, "无锡市地方金融监督管理局"),
    ],
)
def test_short_form_inside_another(written: str, year: int, name: str) -> None:
    """金融监管局, which means a body up to a year, is no part of 地方金融监管局."""
    assert of_time(read(written, "无锡市"), year).name == name


@pytest.mark.parametrize(
    ("place", "written", "name"),
    [
        ("烟台市", "市外汇管理局中心支局", "国家外汇管理局烟台市中心支局"),
        ("桂林市", "外汇局桂林市中心支局", "国家外汇管理局桂林市中心支局"),
        ("兰州市", "高新区管委会", "兰州高新技术产业开发区管理委员会"),
    ],
)
def test_bodies_of_the_state(place: str, written: str, name: str) -> None:
    """Branches and zones of the State by what they are called in their city."""
    assert read(written, place).name == name


@pytest.mark.parametrize(
    ("place", "written", "name"),
    [
        ("德阳市", "国网四川省电力公司德阳供电公司", "国网四川省电力公司德阳供电公司"),
        ("曲靖市", "云南电网公司曲靖供电局", "云南电网有限责任公司曲靖供电局"),
        ("梅州市", "南方电网梅州供电局", "南方电网梅州供电局"),
        ("梧州市", "广西电网公司梧州供电局", "广西电网有限责任公司梧州供电局"),
        ("商丘市", "中国移动河南公司郑州分公司", "中国移动河南公司郑州分公司"),
        ("内蒙古自治区", "内蒙古电力公司", "内蒙古电力公司"),
        ("通辽市", "通辽电力公司", "国网通辽市电力公司"),
    ],
)
def test_companies_of_a_grid_in_a_place(place: str, written: str, name: str) -> None:
    """A company of a grid in a place is one body with it, and that of western Inner Mongolia is no 国网."""
    assert read(written, place).name == name


@pytest.mark.parametrize(
    ("place", "written", "name"),
    [
        ("衡水市", "市委农村工作领导小组", "中共衡水市委农村工作领导小组"),
        ("遂昌县", "县委实施乡村振兴战略领导小组办公室", "中共遂昌县委实施乡村振兴战略领导小组办公室"),
        ("海淀区", "区委科技委", "中共北京市海淀区委科技委员会"),
        ("新疆生产建设兵团", "兵团党委宣传部", "中共新疆生产建设兵团委员会宣传部"),
        ("衡水市", "市委、市政府督查室", "市委、市政府督查室"),
        ("衡水市", "市委市政府办公室", "市委市政府办公室"),
        ("衡水市", "市委全面依法治市办", "中共衡水市委全面依法治市委员会办公室"),
    ],
)
def test_bodies_of_the_party(place: str, written: str, name: str) -> None:
    """The whole of their name is one body; an office of two bodies stays as it is written."""
    assert read(written, place).name == name
