"""What a title in 《》 is, and names without marks: works of art, kinds joined, counted measures, plans of regions."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def titles(sentence: str) -> list[str]:
    words = f"云州市旅居行动方案\n一、主要任务\n（一）完善政策。优化环境。{sentence}\n（二）加强宣传。开展宣传。\n"
    (found,) = read(Source("plan.txt", words.encode())).documents
    return [one.title for one in found.references]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("推动舞剧《青石渡》全国巡演。", []),
        ("越剧《东桥春晓》、电影《汀河边》入选全国展演。", []),
        ("《云水谣》《渔光》等剧目走进校园，唱响《汀河组歌》。", []),
        ("办好《丝路东桥》专题展览。", []),
        ("落实《云州市电影产业规划》，扶持影院建设。", ["云州市电影产业规划"]),
        ("用好《云州市渔业资源调查》等成果。", ["云州市渔业资源调查"]),
        ("《白鹭湾》《盐场姑娘》收视率居同时段前列。", []),  # nothing beside them: short titles of no kind of document
        ("以《水乡十日》为媒，带火乡村旅游。", []),
        ("讲好《东桥往事》里的移民故事。", []),
        ("推动《云州共识》转化为项目。", ["云州共识"]),
        ("落实《双拥十条》，优化服务。", ["双拥十条"]),
        ("宣传《民法典》《在线经济23条》。", ["民法典", "在线经济23条"]),
    ],
)
def test_works_of_art_are_no_documents(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全面落实意见和条例，构建工作体系。", []),
        ("执行措施及管理办法，健全办法和条例。", []),
        ("贯彻落实规定与条例精神。", []),
        ("贯彻落实云州市湿地保护条例。", ["云州市湿地保护条例"]),
    ],
)
def test_kinds_that_are_joined_name_none(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("争取将白湖园区纳入本市“十六五”航运中心发展规划。", ["“十六五”航运中心发展规划"]),
        ("推动冷链项目列入我省“十六五”物流发展规划。", ["“十六五”物流发展规划"]),
        ("加快把渔港融入全省“十六五”海洋经济规划。", ["“十六五”海洋经济规划"]),
        ("对接临江省“十六五”养老服务规划。", ["临江省“十六五”养老服务规划"]),
    ],
)
def test_the_words_before_a_plan_of_five_years(sentence: str, expected: list[str]) -> None:
    """A verb of putting in, 本市 and 全省 are no part of the name; a place is."""
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("出台促进渔民转产办法，扩大就业。", []),
        ("政策更优。出台鼓励社会办医管理办法。", []),
        ("出台引导返乡创业实施办法。", []),
        ("落实出台的古桥保护管理办法。", ["古桥保护管理办法"]),
    ],
)
def test_what_is_to_come_out_with_its_matter_alone_is_no_document(sentence: str, expected: list[str]) -> None:
    assert titles(f"完善制度。{sentence}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("落实金融支持渔业高质量发展十八条措施，扩大信贷投放。", ["金融支持渔业高质量发展十八条措施"]),
        ("认真落实税收支持科技创新26条措施。", ["税收支持科技创新26条措施"]),
        ("贯彻落实促进民宿集聚发展二十条举措。", ["促进民宿集聚发展二十条举措"]),
        ("落实各项措施，实施五条措施。", []),
    ],
)
def test_counted_measures(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("落实现代化东桥都市圈交通协同规划，建设环线。", ["现代化东桥都市圈交通协同规划"]),
        ("全面落实云溪流域综合治理规划。", ["云溪流域综合治理规划"]),
        ("对接汀河经济带国土空间规划，布局码头。", ["汀河经济带国土空间规划"]),
        ("落实各经济区产业规划，落实国家级示范区建设规划，落实流域综合规划。", []),
    ],
)
def test_plans_of_named_regions(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("根据市委“十六五”规划《建议》，推进改革。", ["建议"]),
        ("落实中共临江省委“十六五”规划《建议》部署。", ["建议"]),
        ("对照“十六五”规划《纲要》，逐项落实。", ["纲要"]),
        ("按照《纲要》要求，逐项落实。", []),
    ],
)
def test_the_title_is_what_stands_in_the_marks(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


STRATEGIES = [
    ("以主动融入国家积极应对人口老龄化战略、改善生活品质为主线。", "国家积极应对人口老龄化战略"),
    ("全面服务国家乡村振兴战略，培育产业。", "国家乡村振兴战略"),
    ("深入对接国家参与全球海洋治理战略，发展航运。", "国家参与全球海洋治理战略"),
    ("扎实落实国家高等教育强国战略，建设学科。", "国家高等教育强国战略"),
]


@pytest.mark.parametrize(("text", "title"), STRATEGIES)
def test_a_particle_inside_a_word_ends_no_title(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize("text", ["应对人口老龄化战略风险。", "积极对接国家区域重大战略。", "全面服务相关战略。"])
def test_a_policy_or_no_name_is_no_title(text: str) -> None:
    assert not titles(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("对接省级专项规划和县级详细规划。", []),
        ("执行现行行业标准，落实各级财政资金管理办法。", []),
        ("对照上级有关考核办法。", []),
        ("加快拟定养老机构准入退出管理办法。", []),
        ("推动古树名木保护条例列入立法计划。", []),
        ("落实市级储备粮管理办法。", ["市级储备粮管理办法"]),
        ("落实云州市古树名木保护条例，列出清单。", ["云州市古树名木保护条例"]),
    ],
)
def test_kinds_of_a_level_and_what_is_to_come(sentence: str, expected: list[str]) -> None:
    """A level and words of kind name none; one that has a matter does, unless it is still to be drawn up."""
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("古窑遗址保护规划获省政府批准公布。", ["古窑遗址保护规划"]),
        ("白砚湖流域综合治理方案已经市政府批复，工程开工。", ["白砚湖流域综合治理方案"]),
        ("推动《云州市黑土地保护条例》尽快颁布实施。", []),
        ("落实《云州市黑土地保护条例》，尽快发布名录。", ["云州市黑土地保护条例"]),
        ("优化方案获市政府批准。", []),
        ("推动各类专项规划经市政府批准。", []),
    ],
)
def test_what_was_approved_and_what_is_still_to_come_out(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    ["重大工程方案经市政府批准后实施。", "补偿安置方案经县政府批准公布。", "要求新建项目方案经市政府批准。"],
)
def test_a_procedure_of_approval_is_no_document(sentence: str) -> None:
    assert titles(sentence) == []
