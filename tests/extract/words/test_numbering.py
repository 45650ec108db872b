"""Numbers of headings and items."""

from __future__ import annotations

import pytest

from guitu.extract.words.numbering import Rank, integer, numbered

OPENERS = [
    ("一、总体要求", Rank.HAN, "一", "总体要求"),
    ("三 、重点任务", Rank.HAN, "三", "重点任务"),
    ("十二、保障措施", Rank.HAN, "十二", "保障措施"),
    ("第三章 建设智慧港口", Rank.CHAPTER, "第三章", "建设智慧港口"),
    ("第二节 提升服务能力", Rank.ARTICLE, "第二节", "提升服务能力"),
    ("（一）指导思想", Rank.HAN_BRACKET, "（一）", "指导思想"),
    ("（ 十 ）完善机制", Rank.HAN_BRACKET, "（十）", "完善机制"),
    ("1.智慧农业。建设数字农场。", Rank.ARABIC, "1", "智慧农业。建设数字农场。"),
    ("2、智慧医疗", Rank.ARABIC, "2", "智慧医疗"),
    ("3.5G网络建设", Rank.ARABIC, "3", "5G网络建设"),
    ("1.2 产业基础", Rank.ARABIC, "1.2", "产业基础"),
    ("（3）强化监管", Rank.ARABIC_BRACKET, "（3）", "强化监管"),
    ("①开展培训", Rank.CIRCLE, "①", "开展培训"),
    ("㉓开展演练", Rank.CIRCLE, "㉓", "开展演练"),
    ("㊱.开展演练", Rank.CIRCLE, "㊱", "开展演练"),
    ("⒊开展演练", Rank.ARABIC, "3", "开展演练"),
    ("⑶开展演练", Rank.ARABIC_BRACKET, "（3）", "开展演练"),
    ("㈡开展演练", Rank.HAN_BRACKET, "（二）", "开展演练"),
    ("廿二、完善机制", Rank.HAN, "廿二", "完善机制"),
    ("卅、完善机制", Rank.HAN, "卅", "完善机制"),
    ("（二十一）完善机制", Rank.HAN_BRACKET, "（二十一）", "完善机制"),
    ("1.1.2 完善机制", Rank.ARABIC, "1.1.2", "完善机制"),
    ("B.升级平台", Rank.LETTER, "B", "升级平台"),
    ("专栏2 重点水利工程", Rank.BOX, "专栏2", "重点水利工程"),
    ("专栏：重点水利工程", Rank.BOX, "专栏", "重点水利工程"),
    ("第一阶段：动员部署", Rank.CLAUSE, "第一阶段", "动员部署"),
    ("第二阶段（3月至5月）：集中整治", Rank.CLAUSE, "第二阶段", "集中整治"),
    ("附件3：", Rank.ANNEX, "附件3", ""),
    ("附表", Rank.ANNEX, "附表", ""),
]


@pytest.mark.parametrize(("text", "rank", "label", "rest"), OPENERS)
def test_a_number_is_read_with_its_label(text: str, rank: Rank, label: str, rest: str) -> None:
    """The number of a heading gives its rank, its label without stop, and where the title begins."""
    found = numbered(text)

    assert found
    assert (rank, label, rest) == (found.rank, found.label, text[found.length :])


@pytest.mark.parametrize(
    "text",
    [
        "3.5万亩高标准农田",
        "12.5%以上",
        "5G网络",
        "四大工程",
        "一是加强统筹",
        "十四五期间",
        "2025年底前",
        "附件所列单位",
        "第一阶段任务已完成",
        "第二阶段（攻坚期）要提速",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    """Quantities, ordinals in a sentence and set phrases number nothing."""
    assert numbered(text) is None


def test_chinese_numerals_count() -> None:
    """Chinese digits below a thousand are read."""
    assert [integer(t) for t in ("三", "十", "十四", "二十", "三十五", "一百零五")] == [3, 10, 14, 20, 35, 105]


@pytest.mark.parametrize("line", ["18.36/10万，婴儿死亡率下降", "5.21‰，比上年下降", "36.5℃以上"])
def test_a_figure_at_the_start_of_a_line_is_no_number(line: str) -> None:
    assert numbered(line) is None
