"""Run-in titles inside one paragraph, lists of parts with titles, names under a label, and what is no title."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source

_FILLED = "落实年度计划，明确建设内容，强化过程管理，定期开展评估，并向社会公开进展情况。"


def tasks(text: str) -> list[str]:
    (found,) = read(Source("a.txt", f"云州市供水行动计划\n一、主要任务\n{text}".encode())).documents
    return [task.title for task in found.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "改造管网。更换老旧管道，推进分区计量。推广器具。发放节水器具，落实补贴政策。加强巡查。划定责任网格，建立巡查台账。",
            ["改造管网", "推广器具", "加强巡查"],
        ),
        ("改造管网。更换老旧管道，推进分区计量。加强巡查。划定责任网格，建立巡查台账。", ["改造管网"]),
        ("改造管网。更换管道，推进计量。加强巡查。强化调度。推广器具。发放器具，落实补贴。", ["改造管网"]),
        (
            "（1）水厂工程。新建水厂。（2）管网工程。更换管道。（3）监测工程。布设站点。",
            ["水厂工程", "管网工程", "监测工程"],
        ),
        ("（一）改造管网\n更换管道30公里。（市水利局牵头）", ["改造管网"]),
        ("（一）改造管网\n更换旧管。（责任单位：市水利局）", ["改造管网"]),
        (
            "（一）改造管网。更换管道，推进计量。\n责任单位：\n1.市水利局\n2.市财政局\n（二）巡查。建立台账。",
            ["改造管网", "巡查"],
        ),
        (
            "（一）压实责任。各司其职。\n1.市水利局负责管网改造。\n2.市财政局牵头筹集资金，市审计局配合。",
            ["压实责任", "市水利局负责管网改造", "市财政局牵头筹集资金"],
        ),
        (
            "（一）健全部门会同机制。定期会商。\n（二）加强部门负责人培训。举办培训班。",
            ["健全部门会同机制", "加强部门负责人培训"],
        ),
        ("（一）成立专班。统筹推进。\n组长：王某，市水利局局长\n常务副组长：李某\n成员：赵某", ["成立专班"]),
        (
            "（一）优化审批\n1.在保障安全的前提下，推行承诺制，压减时限。（市水利局负责）",
            ["在保障安全的前提下，推行承诺制"],
        ),
        ("（一）改造管网。更换管道。\n附件列表：1.任务表.xlsx\n附件2 《计划》解读.docx", ["改造管网"]),
        ("第一条 【支持研发】对新建平台给予补助。\n第二条 【支持应用】推广首台套。", ["支持研发", "支持应用"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    """What names work is a task, a sentence that carries it out, names somebody or lists files is none."""
    assert tasks(text) == expected


def test_a_text_that_lost_the_breaks_inside_its_sections() -> None:
    """Where most sections are one long paragraph, one title inside is enough; what carries out another is none."""
    parts = (
        f"（{number}）推进{what}\n完善{what}体系。{_FILLED * 5}加强{what}监管。{_FILLED * 5}支持企业参与。{_FILLED}"
        for number, what in zip("一二三四五六", ("供水", "排水", "节水", "护岸", "清淤", "监测"), strict=True)
    )

    assert tasks("\n".join(parts))[:3] == ["推进供水", "完善供水体系", "加强供水监管"]


_LOST = "（{0}）推进{1}\n完善{1}体系。{2}{3}{2}"
_CARRIED = "加快补齐{0}短板，健全{0}网络，提升{0}水平，定期评估{0}成效。"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("显著降低城区管网漏损水平。实施分区计量，整治老旧管网，漏损水平逐年下降。", ["显著降低城区管网漏损水平"]),
        ("开展水源地保护。划定水源地界限，清理水源地违建，落实保护责任。", ["开展水源地保护"]),
        ("开展水质抽检。加大执法力度，公开处罚结果，畅通举报渠道，形成长效机制。", []),
        ("强化应急供水。建立应急水源调度制度。储备应急供水车，开展应急演练，完善供水预案。", ["强化应急供水"]),
        ("加快移交老旧泵站。鼓励城乡统一运维。压实各方责任，畅通投诉渠道，定期通报结果。", []),
        ("支持企业参与。压实各方责任，畅通投诉渠道，定期通报结果，形成工作闭环。", []),
        # a list that is taken up one by one, under a title that opens with what it is about
        (
            "氟化物、氯化物超标区域实施分质、轮换供水。氟化物超标的乡镇要改用地表水源，制定换水方案，限期达标。"
            "氯化物超标的街道实行轮换供水，公开水质信息，落实分质计价。",
            ["氟化物、氯化物超标区域实施分质、轮换供水"],
        ),
        (
            "加固青石河、白沙河、云溪沿线等堤防体系建设。青石河推进险工险段治理，提高防洪标准。白沙河拆除阻水围堰，"
            "修复岸坡，云溪按期完成达标建设。",
            ["加固青石河、白沙河、云溪沿线等堤防体系建设"],
        ),
        (
            "幼儿园、养老院周边实施限行、降噪治理。幼儿园周边划定接送车位，高峰限行，错时放学。养老院周边铺设降噪路面，设置隔音屏障。",
            ["幼儿园、养老院周边实施限行、降噪治理"],
        ),
        ("配齐巡查车辆、检测仪器、通信终端等执法装备。压实各方责任，畅通投诉渠道，定期通报结果。", []),
        ("更新50万米供水管、排水管。供水管先行更换，压减漏损，排水管同步推进分流，消除错接混接。", []),
    ],
)
def test_what_names_work_in_a_text_without_breaks(inner: str, expected: list[str]) -> None:
    """The words of a title come again in what carries it out; of two together the first is it or none."""
    about = ("排水", "节水", "护岸")
    filled = [_LOST.format(n, w, _CARRIED.format(w) * 8, "") for n, w in zip("二三四", about, strict=True)]
    text = "\n".join([_LOST.format("一", "供电", _CARRIED.format("供电") * 8, inner), *filled])

    assert [t for t in tasks(text) if t in inner] == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "改善农村公路条件。推进农村公路联网，打通断头路，县乡公路三级以上比例提高到六成。实施危桥改造工程。"
            "消除隐患路段，完善安防设施，补齐桥头护栏，落实管养责任，健全路长工作体系，定期开展路况检测评定，"
            "把农村公路养护资金列入预算。构建县乡村客运网络。推广镇村公交，优化客运班线，实现镇村客运网络全覆盖。",
            ["改善农村公路条件", "构建县乡村客运网络"],
        ),
        (
            "我县是劳务输出大县。外出务工人员多，技能等级偏低，培训资源分散，企业用工与培训内容脱节，招工难与就业难并存，"
            "亟需统筹各方资源，把培训办到镇村和园区，让更多人就近学到一技之长。设立实训补贴制度。提升职业院校办学能力。"
            "扩建职业院校校舍，更新实训基地设备，引进技能教师，办学能力达到省定标准。",
            ["提升职业院校办学能力"],
        ),
        (
            "数据中心。新建算力设施，开展节能改造，机架利用率逐年提高，运行能耗稳步下降。发布上云企业名录。"
            "举办供需对接，组织专家上门诊断，降低用云成本，提供免费算力额度，建立服务台账，定期通报使用情况并评估，"
            "把成效列入年度考核，完善激励办法。5G网络。加密城区5G站点，延伸乡镇5G网络，推进共建共享。",
            ["数据中心", "5G网络"],
        ),
        (
            "防治林业有害生物。加密林区监测站点，配齐防治药械，组建专业防治队伍，签订林农管护合同，落实县乡村三级巡查责任，"
            "发现疫情及时处置并逐级上报林业主管部门。实施林长巡护计划。推进生态采伐。推行轮作间种。建立苗木检疫台账，"
            "查验调运证书，开展林区清理，率先实现疫木除治全覆盖。",
            ["防治林业有害生物"],
        ),
    ],
)
def test_titles_and_sentences_of_other_fields(paragraph: str, expected: list[str]) -> None:
    """A title is taken up by what follows and says a field of work; one thing made, or how things stand, is none."""
    about = ("排水", "节水", "护岸")
    filled = [_LOST.format(n, w, _CARRIED.format(w) * 8, "") for n, w in zip("二三四", about, strict=True)]
    text = "\n".join(["（一）夯实基础", paragraph, *filled])

    assert [t for t in tasks(text) if t in paragraph] == expected


def test_a_box_ends_where_its_items_do() -> None:
    """What has no number after numbered items, and a verb after a list of names, belongs to the section."""
    text = (
        "（一）治理河道\n实施分段管控。划定岸线。\n专栏1 重点河段\n（1）东河。清淤。\n（2）西河。护岸。\n"
        "推动综合整治。拆除违建，恢复岸线。\n（二）保护湖泊\n实施退田还湖。恢复湿地。\n专栏2 重点湖泊\n南湖、北湖。\n"
        "推动生态补水。调度水源，稳定水位。"
    )
    (found,) = read(Source("a.txt", f"云州市水利规划\n一、主要任务\n{text}".encode())).documents

    inside = {t.title: found.sections[t.section].title for t in found.tasks if t.section is not None}
    assert inside["推动综合整治"] == "治理河道"
    assert inside["推动生态补水"] == "保护湖泊"
    assert inside["西河"] == "重点河段"


def test_mottos_are_titles_where_all_paragraphs_around_have_one() -> None:
    """Three paragraphs of one section open with a sentence of several clauses; the sections beside it with titles."""
    motto = "提升{0}能力，完善{0}设施，打响{0}品牌。" + _FILLED * 3
    text = "（一）提质\n" + "\n".join(motto.format(what) for what in ("供水", "排水", "节水"))
    for number, title in zip("二三四", ("改造", "监测", "巡查"), strict=True):
        text += f"\n（{number}）{title}\n推进{title}工作。{_FILLED}\n强化{title}保障。{_FILLED}"

    assert tasks(text)[:3] == [
        "提质",
        "提升供水能力，完善供水设施，打响供水品牌",
        "提升排水能力，完善排水设施，打响排水品牌",
    ]
