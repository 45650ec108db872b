"""Bodies that a sentence sets up with what they do: 成立市节水委员会，具体负责…; what only leads has no duty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.owners.clauses.duties import Owner
from guitu.extract.text import Span
from guitu.extract.words.agencies import of_name
from guitu.ontology.districts import Region, leading
from guitu.ontology.knowledge import duty_words

PLACED = re.compile(
    r"国家|中国|全国|中央|国务院|自治区|兵团|[市省区县州盟旗](?![场属级域])|[镇乡](?![场属级域镇村区街企])"
)
# 成立市节水委员会，具体负责…; 市节水委员会办公室设在市水利局，负责…; 领导小组下设办公室，负责…
_SET_UP = re.compile(
    r"(?:(?:成立|设立|组建|下设)了?(?P<body>(?:(?![的由，])[一-鿿“”]){3,28}?"
    r"(?:委员会|办公室|指挥部|专班|专家组|工作组|中心|领导小组|联席会议))(?:（ *）)?"
    r"|(?:^|(?<=，))(?P<office>[一-鿿“”]{4,28}?办公室)设在[^，。；]{2,24}"
    r"|(?:^|(?<=，))(?P<inner>(?P<group>(?:工作)?领导小组|指挥部|联席会议)(?:下设|内设|设立?)办公室)(?:（ *）)?)"
    r"，(?:具体|主要|专门|统一)?(?P<verb>负责|牵头)(?![人制])"
)
_OF_LEVEL = re.compile("[省市区县州]级(?=..)")  # 市级医疗救治专家组
_OF_ALL = re.compile("全(?=[省市区县州旗](?!域).{4})")  # 全市节水整治办公室
# over everything: 领导小组负责全市工作的统筹协调, that is no duty for a task
_LEADING = re.compile(r"领导小组|联席会议")
_LEADERSHIP = re.compile(
    r"[^，；]{0,24}?(?:统筹协调|宏观指导|组织领导|统一领导|统筹领导|总体统筹|顶层设计|全面领导|总体协调|统筹推动(?!落实))"
)


def set_up(text: str, here: Region | None) -> Iterator[tuple[Owner, Span]]:
    """Each body that a sentence sets up with what it does, where its name says whose it is; and the words that say it.

    领导小组下设办公室 is left as written: `short_names` says whose it is where the document names one such group.
    """
    for said in _SET_UP.finditer(text):
        what = next(name for name in ("body", "office", "inner") if said[name])
        name: str = said[what]
        if what == "inner":
            agency = Agency(f"{said['group']}办公室", name, settled=False)
        elif here and here.name and (whole := _OF_ALL.match(name)):
            agency = replace(of_name(name[whole.end() :], here), written=name)
        elif is_own(name, 0, here) or PLACED.match(name) or _OF_LEVEL.match(name) or leading(name, unlisted=False):
            agency = of_name(name, here)
        else:
            continue
        if not leads_all(text, [agency], said.end("verb")):
            role = duty_words().running[said["verb"]]
            if role != "none":
                yield Owner(agency, role, 0, Span(*said.span(what))), Span(said.start(what), said.end())


def is_own(text: str, at: int, here: Region | None) -> bool:
    """Whether the name of the document's own place stands at `at`."""
    return here is not None and here.name != "" and text.startswith((here.full, here.short), at)


def leads_all(text: str, listed: Sequence[Agency], at: int) -> bool:
    """Whether a body set up to lead does no more than that: 领导小组负责统筹协调; a known commission works."""
    agency = listed[0]
    leads = _LEADING.search(agency.written) or (not agency.known and "委员会" in agency.written)
    return len(listed) == 1 and bool(leads) and bool(_LEADERSHIP.match(text, at))
