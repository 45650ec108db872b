"""Who bears a duty in running text: bodies entrusted with a role, bodies said to be responsible, firms, offices."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Responsibility
from guitu.extract.recognise import read
from guitu.extract.source import Source


def owners(title: str, said: str) -> list[tuple[str, str]]:
    """The owners, with their roles, of a task whose body says so."""
    text = f"{title}\n一、总体要求\n坚持统筹推进。\n二、重点任务\n（一）推进建设。{said}\n（二）做好收尾。清理现场。\n"
    (facts,) = read(Source("a.txt", text.encode())).documents
    found: tuple[Responsibility, ...] = facts.responsibilities
    return [(one.agency.name, one.role) for one in found]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("由市政府授权云州城市更新有限公司作为项目业主，负责资金筹措。", [("云州城市更新有限公司", "responsible")]),
        ("委托云州农业发展有限公司作为运营单位，负责日常管护。", [("云州农业发展有限公司", "responsible")]),
        ("由云州水务（集团）有限公司负责施工。", [("云州水务（集团）有限公司", "responsible")]),
        ("各区县（市）政府为本地征地和要素保障责任主体。", [("云州市各区县（市）人民政府", "responsible")]),
        ("市教育局是校园周边饮食安全监管责任单位。", [("云州市教育局", "responsible")]),
        ("库区各镇政府负责清理漂浮物。", [("云州市库区各镇人民政府", "responsible")]),
        ("市教育局为强化学校责任主体意识开展培训。", []),
        ("市交通局为切实压实建设责任主体，建立清单。", []),
        ("引进云州能源（集团）有限公司，落户园区。", []),
        ("市农投集团作为示范单位，负责人作了介绍。", []),
        ("市民政局是养老院作为消防安全责任主体的督查单位。", []),
        ("市城管局是推动商户成为门前三包责任主体的部门。", []),
        ("市民政局是企业为职工安全责任主体的宣讲单位。", []),
        ("市公安局是追究火灾事故责任单位的机关。", []),
        ("各县区政府是落实耕地保护的责任主体。", [("云州市各县区人民政府", "responsible")]),
        ("市住建局是落实噪声监管的责任部门。", [("云州市住房和城乡建设局", "responsible")]),
        ("县区政府是明确堤防安全管理的责任主体。", [("云州市县区人民政府", "responsible")]),
        ("委托中交（云州）工程有限公司负责勘察。", [("中交（云州）工程有限公司", "responsible")]),
        ("监督云州热电（集团）有限公司负责到底。", []),
        ("因云州热电（集团）有限公司负责不力造成停供的，严肃追责。", []),
        ("对云州热电（集团）有限公司负责的管道开展检查。", []),
        ("不再由市水利局作为项目业主，负责筹资。", []),
    ],
)
def test_what_running_text_says_of_who_answers(said: str, names: list[tuple[str, str]]) -> None:
    """A purpose or a person in charge is no duty."""
    assert owners("云州市老旧街区改造实施方案", said) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("由办公室牵头。", [("云州市水利局办公室", "lead")]),
        ("由规划处、办公室负责。", [("云州市水利局规划处", "responsible"), ("云州市水利局办公室", "responsible")]),
        ("由办公室牵头。领导小组每季度会商。", []),
        ("各县要由办公室负责数据汇总。", []),
        ("进展情况报办公室备案。", []),
    ],
)
def test_the_office_of_a_bureau_is_a_room_of_it(said: str, names: list[tuple[str, str]]) -> None:
    """Unless a group of the text may have one too."""
    assert owners("云州市水利局2026年节水工作方案", said) == names


@pytest.mark.parametrize(
    ("title", "said", "names"),
    [
        (
            "白石县环卫方案",
            "建成的公厕由白石县环境卫生中心承担日常管养责任，定时清扫。",
            [("白石县环境卫生中心", "responsible")],
        ),
        ("云州市应急方案", "市应急局承担预案编制、物资调度、队伍管理等职责。", [("云州市应急管理局", "responsible")]),
        ("云州市河长方案", "各区政府要把治河作为头等大事，切实承担主体责任。", [("云州市各区人民政府", "responsible")]),
        (
            "云州市河长方案",
            "市水利局、市财政局按照职责分工抓好落实。",
            [("云州市水利局", "responsible"), ("云州市财政局", "responsible")],
        ),
        (
            "云州市供水方案",
            "各县（区）人民政府为第一责任人，市水利局负责指导。",
            [("云州市各县（区）人民政府", "lead"), ("云州市水利局", "responsible")],
        ),
        ("云州市供水方案", "企业法定代表人为第一责任人，各级政府主要负责人是第一责任人。", []),
        ("云州市应急方案", "市应急局承担重要任务，按职责分工推进。", []),
        ("云州市河长方案", "区级河长承担责任制考核。", []),
        (
            "云州市医保方案",
            "由医疗保障局会同卫生健康委员会评审定点机构。",
            [("云州市医疗保障局", "lead"), ("云州市卫生健康委员会", "support")],
        ),
        (
            "云州市科普方案",
            "教育局会同科学技术委员会编写读本。",
            [("云州市教育局", "lead"), ("云州市科学技术委员会", "support")],
        ),
        (
            "云州市矿山方案",
            "应急管理、矿山安监部门负责指导协调。",
            [("应急管理部门", "responsible"), ("矿山安监部门", "responsible")],
        ),
    ],
)
def test_what_bodies_bear(title: str, said: str, names: list[tuple[str, str]]) -> None:
    """A responsibility or tasks of theirs with a word of duty; bare names that end in 委员会 too."""
    assert [
        (name.removeprefix("云州市") if "部门" in name else name, role) for name, role in owners(title, said)
    ] == names


@pytest.mark.parametrize("leader", ["教育部", "人力资源社会保障部", "水利部"])
def test_with_the_departments_of_the_state(leader: str) -> None:
    (facts,) = read(
        Source(
            "a.txt",
            f"国务院办公厅关于灌溉的意见\n一、主要任务\n（一）修建水渠，扩大灌溉。（{leader}会同国务院有关部门）\n".encode(),
        )
    ).documents
    assert [one.role for one in facts.responsibilities] == ["lead", "support"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("县级党委和政府负主体责任，抓好落实。", [("云州市县级党委和政府", "responsible")]),
        ("地方党委、政府负责筹集资金。", [("云州市地方党委、政府", "responsible")]),
        ("乡镇党委和政府负责发动群众。", [("云州市乡镇党委和政府", "responsible")]),
        ("由市属国企牵头，各有关部门配合。", [("云州市市属国有企业", "lead"), ("云州市各有关部门", "support")]),
        ("在县级党委和政府领导下推进。", []),
    ],
)
def test_committees_and_governments_of_a_level(said: str, names: list[tuple[str, str]]) -> None:
    """Those of one level are a group; firms of the State have their name in full."""
    assert owners("云州市治水方案", said) == names


@pytest.mark.parametrize(
    ("title", "said", "names"),
    [
        ("衡水市水网实施方案", "由市委农村工作领导小组牵头。", [("中共衡水市委农村工作领导小组", "lead")]),
        (
            "百色市农业方案",
            "由市委农村工作（乡村振兴）领导小组办公室负责。",
            [("中共百色市委农村工作（乡村振兴）领导小组办公室", "responsible")],
        ),
        (
            "西宁市河湖方案",
            "各县（区）政府、管委会负责保洁。",
            [("西宁市各县（区）人民政府", "responsible"), ("西宁市各管理委员会", "responsible")],
        ),
        (
            "德阳市电网方案",
            "（国网四川省电力公司德阳供电公司负责）",
            [("国网四川省电力公司德阳供电公司", "responsible")],
        ),
        ("凤鸣市城建方案", "责任单位还包括各区政府。", [("凤鸣市各区人民政府", "responsible")]),
        ("凤鸣市城建方案", "（责任单位包括但不限于市财政局）", [("凤鸣市财政局", "responsible")]),
        ("凤鸣市城建方案", "由市委主要领导任组长的领导小组负责。", []),
        ("凤鸣市城建方案", "由市城乡建设（城市更新）领导小组办公室牵头。", []),
        ("凤鸣市城建方案", "（市委常委、副市长负责）", []),
        ("凤鸣市城建方案", "市水利局牵头编制的规划由市财政局保障资金。", []),
        ("滨州市司法方案", "（滨州仲裁委负责）", [("滨州仲裁委员会", "responsible")]),
    ],
)
def test_names_are_read_whole(title: str, said: str, names: list[tuple[str, str]]) -> None:
    """No part of a name is an owner of its own, and persons are none."""
    assert owners(title, said) == names


@pytest.mark.parametrize(
    ("title", "said", "names"),
    [
        (
            "无锡市产业方案",
            "（市工信局会同市科技局，各市（县）、区政府按职责分工负责）",
            [
                ("无锡市工业和信息化局", "lead"),
                ("无锡市科学技术局", "support"),
                ("无锡市各市（县）、区人民政府", "responsible"),
            ],
        ),
        (
            "益阳市水利方案",
            "（市水利局会同市财政局、各县市区政府负责）",
            [
                ("益阳市水利局", "lead"),
                ("益阳市财政局", "support"),
                ("益阳市各县市区人民政府", "support"),
            ],
        ),
        ("景宁畲族自治县方案", "（县委县政府督考办负责）", [("县委县政府督考办", "responsible")]),
        ("兰州新区产业方案", "（新区管委会负责）", [("兰州新区管理委员会", "responsible")]),
        (
            "阿勒泰地区方案",
            "（地委农办、行署办公室、各县（市）党委政府负责）",
            [
                ("地委农办", "responsible"),
                ("行署办公室", "responsible"),
                ("阿勒泰地区各县（市）党委", "responsible"),
                ("阿勒泰地区各县（市）人民政府", "responsible"),
            ],
        ),
    ],
)
def test_lists_of_names(title: str, said: str, names: list[tuple[str, str]]) -> None:
    """A comma behind those of 会同 gives a group the verb; no name takes in the one before, and none is doubled."""
    assert owners(title, said) == names
