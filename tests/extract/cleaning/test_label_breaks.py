"""Pages saved as text that has lost its breaks: labels, items behind names, measures; zones of their own."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.owners.names.no_bodies import names_none
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.ontology.districts import region


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


def owners(found: Facts, title: str) -> list[tuple[str, str]]:
    task = next(one for one in found.tasks if one.title == title)
    return [(one.agency.name, one.role) for one in found.responsibilities if one.task == task.order]


ITEMS = (
    "（一）更换管网。对使用年限超过三十年的管网逐段检测，分批更换漏损严重的管段，同步改造阀门和计量设施，完善压力调控。"
    "完成时限：2027年6月底前牵头单位：{a}责任单位：{b}"
    "（二）整治泵站。对全部加压泵站开展安全评估，更换老旧机组，建设远程监控系统，实行统一调度和定期巡检。"
    "完成时限：长期坚持牵头单位：{b}责任单位：{a}"
    "（三）回用中水。在新建园区同步敷设中水管线，鼓励洗车、绿化、道路浇洒优先使用中水，健全计量和价格办法。"
    "完成时限：2028年12月底前牵头单位：{a}责任单位：{b}"
    "二、保障措施（一）加强统筹。建立会商制度，定期研究解决重点难点问题，及时总结推广经验做法。"
)


@pytest.mark.parametrize(
    ("title", "a", "b", "names"),
    [
        ("云州市供水方案", "市水务局", "市财政局、各区政府", ["云州市水务局", "云州市财政局", "云州市各区人民政府"]),
        ("青岚县养老方案", "县民政局", "县卫生健康局", ["青岚县民政局", "青岚县卫生健康局"]),
        ("临江省港口方案", "省交通运输厅", "省发展改革委", ["临江省交通运输厅", "临江省发展和改革委员会"]),
    ],
)
def test_labels_and_items_behind_names_are_lines_again(title: str, a: str, b: str, names: list[str]) -> None:
    found = facts(f"{title}\n一、主要任务{ITEMS.format(a=a, b=b)}")
    assert [task.title for task in found.tasks] == ["更换管网", "整治泵站", "回用中水", "加强统筹"]
    assert [section.title for section in found.sections] == ["主要任务", "保障措施"]
    assert owners(found, "更换管网") == [(names[0], "lead"), *((name, "responsible") for name in names[1:])]
    assert owners(found, "整治泵站")[-1] == (names[0], "responsible")
    assert next(task.deadline for task in found.tasks) == "2027年6月底前"


def test_an_item_that_was_left_out_leaves_no_owners_to_the_one_before() -> None:
    whole = ITEMS.format(a="市水务局", b="市财政局")
    cut = whole[: whole.index("（二）")] + whole[whole.index("（三）") :]
    found = facts(f"云州市供水方案\n一、主要任务{cut}（四）培训人员。按年度培训。完成时限：长期牵头单位：市水务局")
    assert [task.title for task in found.tasks][:2] == ["更换管网", "回用中水"]
    assert owners(found, "更换管网") == [("云州市水务局", "lead"), ("云州市财政局", "responsible")]


def test_labels_with_their_own_lines_or_in_brackets_stay() -> None:
    found = facts(
        "云州市供水方案\n一、主要任务\n（一）更换管网。分批更换。（牵头单位：市水务局；责任单位：市财政局）\n"
        "（二）整治泵站。各乡镇责任单位：按季度报送进度。"
    )
    assert owners(found, "更换管网") == [("云州市水务局", "lead"), ("云州市财政局", "responsible")]
    assert [task.title for task in found.tasks] == ["更换管网", "整治泵站"]


def test_measures_under_a_label_are_those_of_the_item_that_is_owned() -> None:
    found = facts(
        "青岚县搬迁方案\n一、风险化解\n（一）群众出行不便的风险\n应对措施：\n1.加密公交班次，延长首末班时间。\n2.完善候车亭。\n"
        "完成时限：2027年底前\n牵头单位：县交通运输局\n责任单位：县财政局\n（二）就学距离变远的风险\n"
        "应对措施：开通校车，增加寄宿床位，做好过渡期安排。\n牵头单位：县教育局"
    )
    assert [task.title for task in found.tasks] == ["群众出行不便的风险", "就学距离变远的风险"]
    assert owners(found, "群众出行不便的风险") == [("青岚县交通运输局", "lead"), ("青岚县财政局", "responsible")]


@pytest.mark.parametrize(
    ("chapter", "expected"),
    [("二、基本情况平潭县地处沿海，岛屿众多。", "基本情况"), ("二、风险应对平潭县群众支持，工作平稳。", "风险应对")],
)
def test_a_chapter_ends_before_the_place_that_its_text_begins_with(chapter: str, expected: str) -> None:
    items = ITEMS.format(a="县水利局", b="县财政局").partition("二、")[0]
    found = facts(f"平潭县供水方案\n一、主要任务{items}{chapter}（一）摸清底数。逐户登记，建立台账。")
    assert expected in [section.title for section in found.sections]


def test_the_signs_of_a_zone_are_its_own() -> None:
    found = facts(
        "长乐综合实验区管委会关于印发《长乐区旅游方案》的通知\n各单位：\n现印发给你们。\n长乐综合实验区管委会\n2026年3月2日\n"
        "长乐区旅游方案\n一、主要任务\n（一）修建步道。修建环岛步道。（区社会事业局牵头，区办公室、行政服务中心、区人大工委配合）"
    )
    assert owners(found, "修建步道") == [
        ("长乐综合实验区社会事业局", "lead"),
        ("长乐综合实验区办公室", "support"),
        ("长乐综合实验区行政服务中心", "support"),
        ("长乐综合实验区人大工委", "support"),
    ]


@pytest.mark.parametrize("words", ["加大对现有医院", "巩固试验区", "扩大定点学校", "督促各街道", "群众对新设乡镇"])
def test_what_is_done_is_no_owner_but_a_gap(words: str) -> None:
    found = facts(f"云州市服务方案\n一、主要任务\n（一）改进服务。优化流程。\n责任单位：市民政局、{words}、市财政局")
    assert [one.agency.name for one in found.responsibilities] == ["云州市民政局", "云州市财政局"]
    assert any(words in gap.reason for gap in found.gaps if gap.kind == "unread-duty")


@pytest.mark.parametrize(
    "words", ["优化营商环境专班", "市对口支援办公室", "深化改革领导小组", "推进办", "建设投资公司"]
)
def test_bodies_set_up_for_work_are_owners(words: str) -> None:
    assert not names_none(words, region("云州市"))


def test_areas_behind_a_group_are_of_its_name() -> None:
    found = facts(
        "云州市服务方案\n一、主要任务\n（一）改进服务。优化流程。\n责任单位：各片区管理局（乡、镇、街），市民政局（牵头）"
    )
    assert owners(found, "改进服务") == [
        ("云州市各片区管理局（乡、镇、街）", "responsible"),
        ("云州市民政局", "lead"),
    ]
