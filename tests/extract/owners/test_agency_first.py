"""Items that open with who has the duty: the agency owns; it is the title where the duties are divided."""

from __future__ import annotations

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str, title: str = "云州市环境整治方案", chapter: str = "主要任务") -> Facts:
    text = "\n".join([title, f"一、{chapter}", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


def owned(found: Facts) -> list[tuple[str, str, str]]:
    return [
        (found.tasks[one.task].title, one.agency.name.removeprefix("云州市"), one.role)
        for one in found.responsibilities
    ]


def test_the_sentence_that_an_agency_opens_is_the_task() -> None:
    """With 负责 or without it among others that have it; bodies outside the registry too; up to the first stop."""
    found = facts(
        "1.市卫生局：负责诊所周边环境的整治；查处非法行医。",
        "2.市商务局：负责查处占道经营行为。",
        "3.市园林绿化局：依据职能做好绿地管护方面的工作。",
        "4.市社会办：指导社区做好宣传工作，发动居民参与。",
        "5.各区政府：落实属地责任，制定工作方案。",
    )
    assert owned(found) == [
        ("市卫生局：负责诊所周边环境的整治", "卫生局", "responsible"),
        ("市商务局：负责查处占道经营行为", "商务局", "responsible"),
        ("市园林绿化局：依据职能做好绿地管护方面的工作", "园林绿化局", "responsible"),
        ("市社会办：指导社区做好宣传工作", "社会办", "responsible"),
        ("各区政府：落实属地责任", "各区人民政府", "responsible"),
    ]


def test_where_the_duties_are_divided_the_body_is_the_title() -> None:
    """Numbered or not, by any name that such a chapter has."""
    for chapter, lines in (
        ("职责分工", ("市水利局：负责清淤；牵头编制规划。", "市财政局：保障经费，监督使用。")),
        ("部门任务分工", ("1.市水利局：牵头清淤工作。", "2.市财政局：负责筹措资金。")),
        ("成员单位工作职责", ("市水利局：负责巡查，建立台账。", "市财政局：按照程序，安排经费。")),
    ):
        found = facts(*lines, chapter=chapter)
        assert [(title, name) for title, name, _ in owned(found)] == [("市水利局", "水利局"), ("市财政局", "财政局")]
    plain = facts("1.水利设施：负责人每周巡查。", chapter="职责分工")
    assert not plain.responsibilities


def test_whom_it_has_beside_it_supports() -> None:
    """负责会同公安、城管部门."""
    found = facts("1.市文化局：负责会同公安、城管部门查处盗版图书。", "2.市教育局：负责维护校园周边秩序。")
    title = "市文化局：负责会同公安、城管部门查处盗版图书"
    assert owned(found)[:3] == [
        (title, "文化局", "lead"),
        (title, "公安部门", "support"),
        (title, "城管部门", "support"),
    ]


def test_a_title_that_is_no_agency_stays() -> None:
    """A label, a kind of business, a subject; nobody owns what no word of duty ties to an agency."""
    found = facts(
        "1.乡村公路：负责路段的养护工作要做细。", "2.政府采购：扩大服务采购的范围。", "3.数字政府：建设一体化平台。"
    )
    assert [task.title for task in found.tasks] == ["乡村公路", "政府采购", "数字政府"]
    assert not found.responsibilities
    alone = facts("1.市卫生局：诊所要保持周边环境整洁。", "2.供水：改造老旧管网。")
    assert not alone.responsibilities


def test_a_level_alone_that_is_charged_is_a_gap() -> None:
    """市负责…: its government, or all its bodies."""
    found = facts("（一）理顺体制。市负责本行政区域学前教育工作，县级部门执行。")
    assert not found.responsibilities
    assert [gap.kind for gap in found.gaps if "责任词前" in gap.reason] == ["unread-duty"]


def test_a_body_that_says_not_whose_it_is_owns_beside_others_that_do() -> None:
    """云桥集团。负责… is one more of a list of bodies; a matter with 负责 behind it is none."""
    beside = ("（一）市房管局。负责房屋排查。", "（二）市安监局。负责监督整改。")
    for body in ("云桥集团", "消防救援支队", "房屋急修中心"):
        found = facts(*beside, f"（三）{body}。负责组织对受托管理的公房进行排查，并落实整改。")
        assert [found.responsibilities[-1].agency.written, len(found.responsibilities)] == [body, 3]
    found = facts(*beside, "（三）防汛值守。负责人到岗到位，负责的路段逐一巡查。", "（四）完善机制。负责落实会商。")
    assert len(found.responsibilities) == 2


def test_an_office_of_streets_owns_what_it_answers_for() -> None:
    """Also where its street bears the name of a province: 四川路街道 is no town of 四川."""
    for street in ("石桥街道", "四川路街道", "岳阳街道", "北门街道"):
        text = f"青岚县房屋排查方案\n一、主要任务\n（一）排查房屋。{street}办事处负责老街一带房屋的排查。\n"
        found = read(Source("a.txt", text.encode())).documents[0]
        assert [one.agency.name for one in found.responsibilities] == [f"青岚县{street}办事处"]
    text = "青岚县房屋排查方案\n一、主要任务\n（一）排查房屋。方便群众到街道办事处办理，负责人要公示。\n"
    assert not read(Source("a.txt", text.encode())).documents[0].responsibilities


def test_words_that_sum_bodies_up_are_no_body() -> None:
    """县水利局、县住建局等建设主管部门 over what they do are two; 经开区 beside towns is one more."""
    for title, names in (
        ("县水利局、县住建局等建设主管部门", ["县水利局", "县住建局"]),
        ("县教育局、县民政局等有关部门", ["县教育局", "县民政局"]),
        ("县公安局、县交通局等部门", ["县公安局", "县交通局"]),
        ("各乡镇、经开区", ["各乡镇", "经开区"]),
    ):
        text = (
            f"青岚县清淤方案\n一、职责分工\n（一）{title}\n压实清淤责任，每周开展检查。\n（二）县财政局\n保障经费。\n"
        )
        found = read(Source("a.txt", text.encode())).documents[0]
        assert [one.agency.written for one in found.responsibilities] == [*names, "县财政局"]
    text = "青岚县清淤方案\n一、职责分工\n（一）水利、供水等基础部门\n压实清淤责任。\n（二）县财政局\n保障经费。\n"
    found = read(Source("a.txt", text.encode())).documents[0]
    assert [one.agency.written for one in found.responsibilities] == ["县财政局"]


def test_where_the_duties_are_divided_firms_have_theirs_and_a_later_clause_names_who_helps() -> None:
    """Companies and associations head their items too, however long the list; 会同 stands behind other clauses."""
    found = facts(
        "市水利局：负责编制规划；会同财政部门落实资金；配合市公安局巡查。",
        "云州供水有限责任公司第一分公司、云州排水有限责任公司第二分公司及有关供水企业：负责抢修管网，保障供水。",
        "市供水协会：开展培训，引导企业守法经营。",
        chapter="责任分工",
    )
    assert owned(found) == [
        ("市水利局", "水利局", "responsible"),
        ("市水利局", "财政部门", "support"),
        *(
            ("云州供水有限责任公司第一分公司、云州排水有限责任公司第二分公司及有关供水企业", name, "responsible")
            for name in ("云州供水有限责任公司第一分公司", "云州排水有限责任公司第二分公司", "有关供水企业")
        ),
        ("市供水协会", "供水协会", "responsible"),
    ]
    bracketed = facts("市城管局（市分类办）：负责督导；负责会同市商务局推进回收。", chapter="职责分工")
    assert [role for _, _, role in owned(bracketed)] == ["responsible", "support"]
