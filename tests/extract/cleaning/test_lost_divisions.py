"""Divisions of tasks whose paragraphs a copy has put into one: every item and its line of owners again."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

WATER = (
    "云州市节水行动任务分工方案{}为落实节水要求，制定本方案。{}一、任务分工{}（一）夯实节水基础，为发展减压力{}"
    "1.完善供水管网，更换老旧阀门，减少漏损，逐步建立分区计量，健全供水调度机制，做到有问题随时处置。{}"
    "责任单位：市水务局牵头，市直相关部门按职责分工负责{}"
    "2.在更大范围推进中水回用试点，扩大绿化、道路浇洒使用中水的比例，支持园区建设再生水厂。{}"
    "责任单位：市住房城乡建设局、城市管理局{}"
    "3.对高耗水的行业要严格定额管理，能改造的尽量改造、能关停的尽量关停，分类处置。{}"
    "责任单位：市工业和信息化局牵头，各县区政府按职责分工负责{}"
    "（二）强化节水宣传，让节水成为习惯{}4.开展节水进校园活动，编写节水读本，每学期不少于两课时。{}责任单位：市教育局{}"
    "5.放宽用水市场准入，清理不合理限制，鼓励供暖、供气等公用事业单位及银行参与合同节水。{}责任单位：市发展改革委、市水务局"
)
CARE = (
    "青岚县养老服务任务分工方案{}为做好养老服务，制定本方案。{}一、重点任务{}（一）补齐设施短板{}"
    "1.按照人均标准配建社区用房，新建小区同步规划、同步建设、同步验收、同步交付，老旧小区通过置换等方式补足。{}"
    "责任单位：县民政局牵头，县自然资源局、县住房城乡建设局配合{}"
    "2.将居家适老化改造纳入年度计划，对失能、高龄、残疾等老年人家庭给予补助，逐户建档，按期验收。{}"
    "责任单位：县民政局、县残联{}"
    "3.把医养结合作为重点，支持乡镇卫生院转型，开设老年护理床位，推动医疗机构与养老机构签约。{}"
    "责任单位：县卫生健康局牵头，各乡镇政府按职责分工负责{}"
    "（二）提升服务质量{}4.对养老机构实行等级评定，结果向社会公布，与补贴挂钩，严禁以养老名义非法集资、违规收费。{}"
    "责任单位：县民政局、县市场监管局"
)
FOREST = (
    "临江省林业重点任务分工方案{}为落实林业改革要求，制定本方案。{}一、任务分工{}（一）守牢生态底线{}"
    "1.在全省范围内开展古树名木普查，逐株建立档案，明确养护单位，落实养护经费，严厉惩处破坏行为。{}"
    "责任单位：省林业局{}"
    "2.对松材线虫病疫区实行网格化监测，压实防控责任，疫木就地除害，严防流失扩散，做到早发现、早处置。{}"
    "责任单位：省林业局牵头，省交通运输厅、省邮政管理局配合{}"
    "3.凡涉及占用林地的项目，一律先批后建，执法部门要公开查处典型案件，加大曝光力度。{}"
    "责任单位：省林业局、省公安厅{}"
    "（二）做强林业产业{}4.支持油茶、竹木等产业发展，扩大良种供给，推广机械采收，降低用工、运输、仓储等各方面成本。{}"
    "责任单位：省林业局牵头，省科技厅、省财政厅按职责分工负责"
)


def _facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


def _owned(found: Facts) -> list[tuple[str, list[tuple[str, str]]]]:
    owners = [(one.task, one.agency.name, one.role) for one in found.responsibilities]
    return [(task.title, [(name, role) for of, name, role in owners if of == task.order]) for task in found.tasks]


@pytest.mark.parametrize("between", [" ", ""])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WATER,
            [
                ("完善供水管网", [("云州市水务局", "lead"), ("云州市直相关部门", "responsible")]),
                (
                    "在更大范围推进中水回用试点",
                    [("云州市住房和城乡建设局", "responsible"), ("云州市城市管理局", "responsible")],
                ),
                (
                    "对高耗水的行业要严格定额管理",
                    [("云州市工业和信息化局", "lead"), ("云州市各县区人民政府", "responsible")],
                ),
                ("开展节水进校园活动", [("云州市教育局", "responsible")]),
                ("放宽用水市场准入", [("云州市发展和改革委员会", "responsible"), ("云州市水务局", "responsible")]),
            ],
        ),
        (
            CARE,
            [
                (
                    "按照人均标准配建社区用房",
                    [
                        ("青岚县民政局", "lead"),
                        ("青岚县自然资源局", "support"),
                        ("青岚县住房和城乡建设局", "support"),
                    ],
                ),
                (
                    "将居家适老化改造纳入年度计划",
                    [("青岚县民政局", "responsible"), ("青岚县残疾人联合会", "responsible")],
                ),
                (
                    "把医养结合作为重点",
                    [("青岚县卫生健康局", "lead"), ("青岚县各乡镇人民政府", "responsible")],
                ),
                (
                    "对养老机构实行等级评定",
                    [("青岚县民政局", "responsible"), ("青岚县市场监督管理局", "responsible")],
                ),
            ],
        ),
        (
            FOREST,
            [
                ("在全省范围内开展古树名木普查", [("临江省林业局", "responsible")]),
                (
                    "对松材线虫病疫区实行网格化监测",
                    [("临江省林业局", "lead"), ("临江省交通运输厅", "support"), ("临江省邮政管理局", "support")],
                ),
                (
                    "凡涉及占用林地的项目",
                    [("临江省林业局", "responsible"), ("临江省公安厅", "responsible")],
                ),
                (
                    "支持油茶、竹木等产业发展",
                    [
                        ("临江省林业局", "lead"),
                        ("临江省科学技术厅", "responsible"),
                        ("临江省财政厅", "responsible"),
                    ],
                ),
            ],
        ),
    ],
)
def test_items_of_one_paragraph_have_the_owners_of_their_own_line(
    text: str, between: str, expected: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    """The paragraphs stand with a space between them or with none; no word of an item is an owner."""
    assert _owned(_facts(text.format(*[between] * text.count("{}")))) == expected


def test_numbers_of_owners_in_one_line_divide_no_items() -> None:
    """责任单位：1.市水利局负责2.市财政局配合 is one list: behind its numbers stand names."""
    found = _facts(
        "云州市堤防方案\n一、主要任务\n（一）加固堤防。完成险段治理。责任单位：1.市水利局负责2.市财政局配合3.市应急局配合\n（二）清淤。实施清淤。"
    )
    assert _owned(found) == [
        (
            "加固堤防",
            [("云州市水利局", "responsible"), ("云州市财政局", "support"), ("云州市应急管理局", "support")],
        ),
        ("清淤", []),
    ]


def test_labels_on_lines_of_their_own_show_that_spaces_divide_paragraphs() -> None:
    """Short lines under labels do not speak against it, so the titles of the items end where their lines did."""
    text = (
        "云州市政务服务措施 为深化改革，制定以下措施。 一、实施档案电子化，构建审批一张网 "
        "为实现信息共享，推进档案电子化工程，形成数字化档案，通过扫描仪等设备，按批次完成归集和查询。 "
        "牵头单位：市数据局、市档案局 配合单位：市财政局 完成时间：2026年3月底前完成 "
        "二、加快医保结算，实施多卡融合 进一步加大沟通力度，引入自助结算机，解决报销材料多、等候久等问题。 "
        "牵头单位：市医保局 配合单位：市卫生健康委 完成时间：2026年6月底前完成 "
        "三、开启智能服务，打造自助区 引进智能终端机，实现全天候服务，对户籍、出入境等业务开放自助办理。 "
        "牵头单位：市公安局 配合单位：市数据局 完成时间：2026年9月底前完成"
    )
    assert _owned(_facts(text)) == [
        (
            "实施档案电子化，构建审批一张网",
            [("云州市数据局", "lead"), ("云州市档案局", "lead"), ("云州市财政局", "support")],
        ),
        ("加快医保结算，实施多卡融合", [("云州市医疗保障局", "lead"), ("云州市卫生健康委员会", "support")]),
        ("开启智能服务，打造自助区", [("云州市公安局", "lead"), ("云州市数据局", "support")]),
    ]
