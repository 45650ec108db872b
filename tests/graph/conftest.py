"""A toy reader, so that the graph is tested without the grammar, and the graph of one toy document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guitu.extract.errors import SourceError
from guitu.extract.facts import (
    Agency,
    Document,
    Facts,
    Figure,
    Gap,
    Incentive,
    PlaceMention,
    Reading,
    Reference,
    Responsibility,
    Section,
    Task,
)
from guitu.extract.raw import Tell, silent
from guitu.extract.source import Source
from guitu.extract.text import Paragraph, Span, Text
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read

PLAN = """云州市水利发展“十四五”规划
文号 云府发〔2021〕7号
任务 加固沿江堤防 由市水务局负责
任务 建设智慧水文平台 由市大数据中心负责
目标 水库数量 12 座
引用 临江省水安全规划
支持 50 万元
园区 云州水利产业园
缺口 责任单位待定
各单位要认真组织实施，确保各项任务落到实处，按时完成年度工作目标。
"""


LATER = """云州市防汛行动方案（2024年）
任务 加固沿江堤防
任务 开展汛前检查
"""


def toy_read(source: Source, tell: Tell = silent) -> Reading:
    """Reads the toy form: a title, then lines that begin with a word for a kind of fact; 附件 begins an annex."""
    value = source.data.decode("utf-8")
    if "坏" in value:
        raise SourceError(source.name, "the file cannot be read")
    if "崩" in value:
        raise ZeroDivisionError("a bug")
    starts = [0, *(i for i in range(len(value)) if value.startswith("附件\n", i))]
    ends = [*starts[1:], len(value)]
    paragraphs, at = [], 0
    for line in value.splitlines():
        paragraphs.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    titles = [value[start:end].removeprefix("附件\n").split("\n")[0] for start, end in zip(starts, ends, strict=True)]
    documents = [
        _facts(value, Span(start, end), title, titles[0] if i else None)
        for i, (start, end, title) in enumerate(zip(starts, ends, titles, strict=True))
    ]
    return Reading(Text(value, tuple(paragraphs)), tuple(documents), "text/plain", "toy", "utf-8")


def _facts(value: str, extent: Span, title: str, whole: str | None) -> Facts:
    found: dict[str, list[tuple[list[str], Span]]] = {}
    at = extent.start
    for line in value[extent.start : extent.end].split("\n"):
        word, _, rest = line.partition(" ")
        found.setdefault(word, []).append((rest.split(" "), Span(at, at + len(line))))
        at += len(line) + 1
    own = Span(value.index(title, extent.start), value.index(title, extent.start) + len(title))
    tasks, duties = [], []
    for order, ((name, *owner), span) in enumerate(found.get("任务", [])):
        tasks.append(Task(name, "measure", order, 0, body="".join(owner), span=span, extent=span))
        if owner:
            written = owner[0].removeprefix("由").removesuffix("负责")
            agency = Agency("云州" + written, written, jurisdiction="云州市")
            duties.append(Responsibility(order, agency, "lead" if order == 0 else "support", 0, span))
    first = found.get("文号", [([None], own)])[0]
    return Facts(
        Document(
            title,
            "municipal",
            "plan",
            (Agency("云州市人民政府", "市政府", jurisdiction="云州市"),) if first[0][0] else (),
            first[0][0],
            date(2021, 5, 1) if first[0][0] else None,
            period="十四五" if "十四五" in title else None,
            part_of=whole,
            jurisdiction="云州市" if "云州市" in title else None,
            span=own,
            extent=extent,
        ),
        (Section(title, None, 1, 0, span=own),),
        tuple(tasks),
        tuple(duties),
        tuple(
            Figure("target", name, Decimal(number), unit, ">=", year=2025, periodicity="annual", task=None, span=span)
            for (name, number, unit), span in found.get("目标", [])
        ),
        tuple(PlaceMention(name, name, "park", focus=("水利",), span=span) for (name,), span in found.get("园区", [])),
        tuple(Incentive(0, Decimal(n), unit, True, "企业", None, span) for (n, unit), span in found.get("支持", [])),
        tuple(Reference(name, "based_on", span) for (name,), span in found.get("引用", [])),
        tuple(Gap("unread-duty", reason, span) for (reason,), span in found.get("缺口", [])),
    )


@pytest.fixture
def read() -> Read:
    return toy_read


@pytest.fixture
def plan() -> str:
    return PLAN


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes files into a folder and gives its path."""

    def written(folder: str, **texts: str) -> Path:
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        for name, text in texts.items():
            (place / f"{name}.txt").write_text(text, encoding="utf-8")
        return place

    return written


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Builds a store of a folder with the toy reader."""

    def built(places: Sequence[Path] | Path, name: str = "store") -> Path:
        build([places] if isinstance(places, Path) else places, tmp_path / name, read=toy_read)
        return tmp_path / name

    return built


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of one toy plan, the plan that it cites, and a later one whose task it owns."""
    place = tmp_path_factory.mktemp("toy")
    for name, text in (("a.txt", PLAN), ("b.txt", "临江省水安全规划\n任务 保护水源地\n"), ("c.txt", LATER)):
        (place / name).write_text(text, encoding="utf-8")
    build([place / "a.txt", place / "b.txt", place / "c.txt"], place / "store", read=toy_read)
    return Store.open(place / "store")
