"""What bodies carry out within their duties, what is no body before their names, and offices of the party."""

from __future__ import annotations

import pytest

from guitu.extract.owners.forms.running_duties import running
from guitu.extract.words.agencies import read
from guitu.ontology.districts import region


def owners(text: str, place: str = "云州市") -> list[tuple[str, str]]:
    """Who has which role in a sentence, without the place."""
    told = running(text, region(place))
    return [(owner.agency.name.removeprefix(place), owner.role) for one in told for owner in one.owners]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市水利局、市财政局按职责负责配套。", ["水利局", "财政局"]),
        ("市气象局和市林业局按职责分工组织实施。", ["气象局", "林业局"]),
    ],
)
def test_within_their_duties(text: str, names: list[str]) -> None:
    """Each is responsible."""
    assert owners(text) == [(name, "responsible") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "市民政局按职责开展的检查不计入考核。",
        "市民政局按职责落实情况纳入考核。",
        "企业按照职责承担安全责任。",
        "推进工作专班、市水利局牵头的机制。",
        "市直各部门按职责推进各项任务。",
        "市审计局依据职责开展专项监督。",
        "督促市民政局按职责落实到位。",
        "省水利厅按职责推进调水。",
        "海州市水利局按职责推进调水，值得借鉴。",
        "市水利局不按职责推进工作的，予以通报。",
        "“十三五”期间，市水利局按职责推进治河，新增堤防30公里。",
    ],
)
def test_what_is_only_told_of(text: str) -> None:
    """Neither what was done within duties nor a manner of working gives an owner."""
    assert owners(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "企业注销一窗办、市税务局负责简化。",
        "仓储布局、县商务局牵头编制。",
        "外资企业总部、市商务局牵头引进。",
        "康养医疗集团、市民政局牵头组建。",
        "退役青年干部、市人社局负责培训。",
        "县级经济开发区管委会、市商务局牵头考核。",
        "专家咨询组、市水利局牵头论证。",
    ],
)
def test_what_stands_before_a_name_is_no_body_by_its_last_sign(text: str) -> None:
    """Objects of the work end as bodies do."""
    assert not {"一窗办公室", "布局", "总部", "集团", "干部", "管委会", "组"} & {
        ending for name, _ in owners(text) for ending in (name[-2:], name[-3:], name[-4:], name[-5:], name[-1:])
    }


@pytest.mark.parametrize(
    ("written", "place", "name"),
    [
        ("市委人才发展局", "云州市", "中共云州市委人才发展局"),
        ("县委目标绩效办", "青岚县", "中共青岚县委目标绩效办公室"),
        ("市委市政府督查室", "云州市", "市委市政府督查室"),
        ("县委托管办", "青岚县", "县委托管办公室"),
        ("县委督查办", "青岚县", "中共青岚县委督查办公室"),
        ("县委办督查室", "青岚县", "县委办督查室"),
        ("市委各部室", "云州市", "市委各部室"),
        ("市委有关部办", "云州市", "市委有关部办公室"),
        ("市边检站", "云州市", "云州市边检站"),
        ("市旅游委", "云州市", "云州市旅游发展委员会"),
    ],
)
def test_full_names(written: str, place: str, name: str) -> None:
    """A name is completed as far as its words settle it."""
    assert read(written, place, "county" if place.endswith("县") else "municipal").name == name
