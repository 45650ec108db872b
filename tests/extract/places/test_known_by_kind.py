"""Places known by their kind, by brackets and quotes in their names, and by the layout that names them."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(text: str, jurisdiction: str = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="发展规划"))
    return {place.name: place.focus for place in made}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cities of science, each by its field, and one that the list shows
        ("加快深海科技城、南繁科技城、科教城基础设施建设。", {"深海科技城", "南繁科技城", "科教城"}),
        ("包含雨岚软件园、中云软件园及科创城。", {"雨岚软件园", "中云软件园", "科创城"}),
        ("企业落户农业科技城。", {"农业科技城"}),
        ("推进世界一流科学城、智慧科技城、绿色科学城建设。", set()),
        ("加强科技城、科学城之间的联系，建设科学城市。", set()),
        # around a station
        ("云州火车站综合枢纽片区加快建设，围绕北站商务中心区招商。", {"云州火车站综合枢纽片区", "北站商务中心区"}),
        ("推进公交站片区、水电站改造。", set()),
        # harbours of fishing
        ("推进礁岚港、云浜港一级渔港提升。", {"礁岚港", "云浜港"}),
        ("建设一级渔港、中心渔港，推进渔港改造。", set()),
        # a name in quotes before its kind, no motto and no title
        ("“云光首照”景区提升完工，推进“云上茶乡”农旅示范带建设。", {"“云光首照”景区", "“云上茶乡”农旅示范带"}),
        ("创建“美丽乡村”示范带，打造“四好农村路”示范带，争创“千村万树”示范带。", set()),
        ("建设“云光山海”旅游环线，打造“乐在云州”环线。", set()),
        ("推进“守信经商”示范带、“支部先行”示范带、“清正乡村”示范带、“礼让出行”示范带建设。", set()),
        ("建设“天眼工程”示范带、“增收路上”共富带，提升“热门打卡”景区、“扫码游”景区。", set()),
        ("推广“云光首照”景区、“白岚人家”小镇，学习“云光首照”景区。", set()),
        # no verb in a city of science, none of any field or of a grade, nor what is named for one
        ("建设未来科技城、智慧科技城，建设南繁科技城。", {"未来科技城", "南繁科技城"}),
        ("建设国家级科学城，打造数字科技城、儿童科教城。", set()),
        ("建设生物科技城、农业科技城和航天城。", {"生物科技城", "农业科技城", "航天城"}),
        ("建设海洋科技城大桥、深海科技城地铁站，在南繁科技城召开会议。", set()),
        # no station or harbour without a name, none that is given up
        ("推进火车站片区、高铁站片区、汽车站片区改造，加快高铁站新城建设。", set()),
        ("取消云州西站片区规划，撤销礁岚港二级渔港认定，取消云浜港一级渔港资格。", set()),
        ("建设人才集结中心、消防车辆集结中心、云州企业家集结中心。", set()),
        ("建设中欧班列云州集结中心。", {"云州集结中心"}),
        ("建设白岚皮革城、东溪橡胶种植基地。", {"白岚皮革城", "东溪橡胶种植基地"}),
        # a seat or a grade in brackets
        ("建设中欧班列（云州）集结中心。", {"中欧班列（云州）集结中心"}),
        (
            "依托云州（国家级）经济技术开发区东岚、白川、甘河工业园区，延伸链条。",
            {"云州（国家级）经济技术开发区", "东岚工业园区", "白川工业园区", "甘河工业园区"},
        ),
        ("培育县级（市级）园区。", set()),
        # an island goes without its city
        ("在青岚县裕云岛布局海水淡化。", {"裕云岛"}),
    ],
)
def test_places_known_by_their_kind(text: str, expected: set[str]) -> None:
    """A city has one of each; what is of any city, a motto or a title is none."""
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两轴：云鹤大道—宁岚路创新服务轴，凤岚大道—龙溪路产业拓展轴。",
         {"云鹤大道—宁岚路创新服务轴", "凤岚大道—龙溪路产业拓展轴"}),
        ("三带：沿201国道城镇产业发展带，包括云溪镇；沿海水产与旅游带，包括白石；北部生态农业带。",
         {"沿201国道城镇产业发展带", "沿海水产与旅游带", "北部生态农业带"}),
        ("一带：沿云河，串联东溪、西溪的茶旅产业带；两环：北环为云门—白石生态茶旅环线（约90公里），南环为木岚—五溪茶旅环线。",
         {"茶旅产业带", "云门—白石生态茶旅环线", "木岚—五溪茶旅环线"}),
        ("三园：\n——北园。东至云河。\n——南园。西至云山。\n——西园。北至云溪。",
         {"北园", "南园", "西园"}),
        # distances and deeds are no parts
        ("三圈：15分钟生活圈、30分钟通勤圈、1小时经济圈。", set()),
        ("五大基地：建设蔬菜基地、水果基地、茶叶基地、药材基地和花卉基地。", set()),
        ("三园：\n——幼儿园。新建两所。\n——北园。东至云河。", set()),
        # words of any town, and districts, are no parts of their own
        ("三园：\n——动物园。扩建。\n——植物园。新建。\n——儿童园。改造。", set()),
        ("三区：\n——养殖区。规范。\n——禁养区。清退。\n——限养区。减量。", set()),
        ("五环：奥运五环。两环：内环快速路、外环快速环。一环：公交专用环。", set()),
    ],
)  # fmt: skip
def test_parts_of_a_layout(text: str, expected: set[str]) -> None:
    """As many names as the layout says, behind a comma, a dash or 为."""
    assert set(found(text)) == expected


def test_parts_of_districts_have_no_zone_of_the_law_each() -> None:
    assert "松江北岚高新区" not in found("在松江北岚、石砚、东溪西及坪岗高新区试点。", "上海市")
