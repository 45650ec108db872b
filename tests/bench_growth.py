"""How the time of reading grows with one long line: twice the line, about twice the time; run by `bench`.

A pattern that looks ahead from every sign of a line takes the square of its length, and one such line would hold a
build. Each line is read in two lengths by turns; the ratio of their CPU seconds is near 2 where time is linear.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from guitu.extract.figures import figures
from guitu.extract.places import places
from guitu.extract.recognise import read
from guitu.extract.references import references
from guitu.extract.source import Source
from guitu.extract.sources.attachments import attached
from guitu.extract.structure.outline.headings import enumerated
from tests.extract.factories import draft

Reads = Callable[[str], object]

LINES: dict[str, tuple[Reads, int, tuple[str, ...]]] = {
    "figures": (
        lambda line: figures.find(draft(line)), 1_500,
        ("从10提高到20，", "覆盖率从10%提高到20%，", "建设3个园区、", "对3个站"),
    ),
    "places": (
        lambda line: places.find(draft(line)), 5_000,
        ("推动甲和乙与丙", "建设园区", "东桥、西浦、", "在东桥工业园", "两轴：东桥产业轴、", "千盘湖",
         "发展园区和建设东桥新城等", "A1", "和、与", "“东”"),
    ),
    "references": (
        lambda line: references.find(draft(line)), 5_000, ("《甲", "推进标准和规划及办法", "“十三五”"),
    ),
    "numbers": (lambda line: enumerated(line, 2), 50_000, ("1.修渠（1）",)),
    "document": (
        lambda line: read(Source("x.txt", f"{line}完".encode())), 20_000,
        ("云州市水利局负责，", "（一）修渠。", "          ", "\t甲\n\n"),
    ),
    "links": (
        lambda line: attached(line.encode(), "https://www.yunzhou.gov.cn/a/", 50), 10_000,
        ("<a href=x.doc>", "<div>y<a href=x.doc>y</a>"),
    ),
}  # fmt: skip


def bench_growth(best: Callable[[Callable[[], object]], float]) -> None:
    """Prints a line for each kind of line. `best`: the least CPU seconds of some runs."""
    for name, (reads, times, units) in LINES.items():
        for unit in units:
            short, long = (best(partial(reads, unit * many)) for many in (times, 2 * times))
            print(f"grows {name:12}{short * 1e3:7.0f} ms, twice as long x {long / max(short, 1e-3):.1f} {unit.strip()}")
