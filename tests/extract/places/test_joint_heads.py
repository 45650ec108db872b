"""Names that share a head, with the list summed up, joined, or each member with words of kind of its own."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(text: str, jurisdiction: str | None = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place.focus for place in made}


SUMMED = [
    ("推进酒泉、张掖、武威三个百万千瓦级光热基地建设。", "甘肃省",
     {f"{name}百万千瓦级光热基地": ("光热",) for name in ("酒泉", "张掖", "武威")}),
    ("建设襄江、白鹭河、云溪江三大水风光可再生能源综合基地。", "临江省",
     {f"{name}水风光可再生能源综合基地": ("水风光可再生能源",) for name in ("襄江", "白鹭河", "云溪江")}),
    ("支持赣州、九江等市（州）跨境电商综合试验区扩围。", "江西省",
     {"赣州跨境电商综合试验区": ("跨境电商",), "九江跨境电商综合试验区": ("跨境电商",)}),
    ("打造半岛东、半岛西两大片区千万千瓦级海上风电基地。", "临江省",
     {"半岛东千万千瓦级海上风电基地": ("海上风电",), "半岛西千万千瓦级海上风电基地": ("海上风电",)}),
    ("建成酒泉、张掖等无人机检测与应用示范区。", "甘肃省",
     {"酒泉无人机检测与应用示范区": ("无人机检测",), "张掖无人机检测与应用示范区": ("无人机检测",)}),
    # which of them a grade says: each has its own
    ("实施瑞丽、河口等重点口岸提升工程。", "云南省", {"瑞丽口岸": (), "河口口岸": ()}),
    ("推进腾冲、芒市等主要商务区提质。", "云南省", {"腾冲商务区": (), "芒市商务区": ()}),
    ("更新凭祥、东兴、百色等骨干港区设施。", "广西壮族自治区", {"凭祥港区": (), "东兴港区": (), "百色港区": ()}),
    ("推动机场、铁路等重点口岸扩大开放。", "云南省", {}),
    # not as many as the list says; areas of no one name; clusters; classes
    ("推进酒泉、张掖等4个百万千瓦级光热基地建设。", "甘肃省", {}),
    ("推进酒泉、张掖等地零碳园区建设。", "甘肃省", {}),
    ("依托白鹭河、襄江等市级生态廊道建设绿道。", "云州市", {}),
    ("打造技术、人才、资本等特色产业基地。", "云州市", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "jurisdiction", "expected"), SUMMED)
def test_a_list_that_a_word_or_a_count_sums_up(
    text: str, jurisdiction: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert found(text, jurisdiction) == expected


JOINED = [
    ("加快银川、石嘴山、固原（西吉）国家骨干粮食储备基地建设。", "宁夏回族自治区",
     {"银川国家骨干粮食储备基地", "石嘴山国家骨干粮食储备基地", "固原（西吉）国家骨干粮食储备基地"}),
    ("布局襄江上游、白河流域风光储一体化综合开发基地，", "临江省",
     {"襄江上游风光储一体化综合开发基地", "白河流域风光储一体化综合开发基地"}),
    ("建设包头、鄂尔多斯稀土产业示范区。", "内蒙古自治区", {"包头稀土产业示范区", "鄂尔多斯稀土产业示范区"}),
    ("打造银川、吴忠、中卫葡萄酒产业带。", "宁夏回族自治区", {"银川、吴忠、中卫葡萄酒产业带"}),  # a belt runs through
    ("支持凭祥、东兴、百色沿边产业园区提质。", "广西壮族自治区",
     {"凭祥沿边产业园区", "东兴沿边产业园区", "百色沿边产业园区"}),
    ("推进凭祥、东兴、百色一体化示范区建设。", "广西壮族自治区", {"凭祥、东兴、百色一体化示范区"}),
    ("联合包头、鄂尔多斯建设稀土产业示范区。", "内蒙古自治区", set()),
    ("推动松江区、嘉定新城错位发展。", "上海市", {"嘉定新城"}),  # a district beside a zone
    # areas of a town, a park beside them, one that begins like a word; never kinds of areas
    ("推进张马、梁王、大桥片区路网建设。", "济南市", {"张马片区", "梁王片区", "大桥片区"}),
    ("加快铁北、红花、迈皋桥等片区有机更新。", "南京市", {"铁北片区", "红花片区", "迈皋桥片区"}),
    ("白石工业园区（含鲁班、苍龙、盐津片区）承接退城企业。", "遵义市",
     {"白石工业园区", "鲁班片区", "苍龙片区", "盐津片区"}),
    ("在云创园、高林—金林、枋湖—钟宅、后坑片区新建中学。", "厦门市", {"高林—金林片区", "枋湖—钟宅片区", "后坑片区"}),
    ("推进城中村、老旧小区、棚户区等片区改造。", "杭州市", set()),
    ("支持山区、库区、老区等片区发展，加快高铁站、机场、港口片区开发。", "杭州市", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "jurisdiction", "expected"), JOINED)
def test_known_names_joined_before_one_head(text: str, jurisdiction: str, expected: set[str]) -> None:
    assert {*found(text, jurisdiction)} == expected


OWN = [
    ("打造沿江高端轴承、包头稀土材料、鄂尔多斯煤化工基地。", "内蒙古自治区",
     {"沿江高端轴承基地": ("高端轴承",), "包头稀土材料基地": ("稀土材料",), "鄂尔多斯煤化工基地": ("煤化工",)}),
    ("提升赣州-吉安内陆精品钢、九江-景德镇沿江石化等基地。", "江西省",
     {"赣州-吉安内陆精品钢基地": ("精品钢",), "九江-景德镇沿江石化基地": ("石化",)}),
    ("做强赣州稀土、九江石化等产业基地。", "江西省", {"赣州稀土产业基地": ("稀土",), "九江石化产业基地": ("石化",)}),
    ("发展湖南家具、广东轴承、海南水泵产业集聚区。", "湖南省",
     {"湖南家具产业集聚区": ("家具",), "广东轴承产业集聚区": ("轴承",), "海南水泵产业集聚区": ("水泵",)}),
    ("建设技术研发、人才培训、成果转化基地。", "江西省", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "jurisdiction", "expected"), OWN)
def test_members_with_an_industry_each(text: str, jurisdiction: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert found(text, jurisdiction) == expected
