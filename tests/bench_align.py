"""How linking and aligning grow with the number of documents: `make bench-align`.

The documents are those of the samples, told again for other cities, counties and fields: the words of their tasks
differ, as those of real plans do, and every city has its own line. For each size a process of its own is measured.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from guitu.extract.facts import Reading
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.align import lines as align
from guitu.graph.copies.works import Copy, Work
from guitu.graph.keep.cache import decoder, encode
from guitu.graph.links.citations import carried_out
from guitu.graph.links.lines import lines as links
from guitu.graph.quads.names import Names

ROOT = Path(__file__).resolve().parents[1]
SIZES = (100, 1_000, 10_000)
CITIES = "安宝昌常潮德定东丰福富广桂海汉和衡惠吉嘉江金景靖开乐丽临龙泸茂梅绵南宁平"
FIELDS = [
    "数字乡村",
    "绿色港口",
    "智慧校园",
    "健康社区",
    "文化古镇",
    "清洁河湖",
    "安全矿山",
    "法治街区",
    "低碳工厂",
    "科普场馆",
]


def documents() -> Iterator[Work]:
    """The samples over and over, each time of another city and another field."""
    readings = [read(Source(file.name, file.read_bytes())) for file in sorted((ROOT / "extract" / "samples").iterdir())]
    cities = (one + other for one in CITIES for other in CITIES if one != other)
    for number, city in enumerate(cities):
        for field in FIELDS:
            words = {"云州": city, "青岚": city[::-1], "数字": field[:2], "乡村": field[2:]}
            for reading in readings:
                told = _told(reading, words)
                title = told.documents[0].document.title
                if "云州" not in reading.documents[0].document.title and number % 20 and "青岚" not in title:
                    continue  # the state has fewer plans than its cities
                yield Work(f"{number}{field}{title}", Copy.of(f"{number}{field}{title}", title, told, 0))


def _told(reading: Reading, words: dict[str, str]) -> Reading:
    """A reading with other words of the same length, so that every range stays."""
    kind: Any = Reading
    text = json.dumps(encode(reading), ensure_ascii=False)
    for word, other in words.items():
        text = text.replace(word, other)
    told: Reading = decoder(kind)(json.loads(text))
    return replace(told, documents=told.documents[:1])


def measure(count: int) -> None:
    """Links and aligns so many documents; prints seconds of both, lines, and the peak of memory in MB."""
    works = sorted(islice(documents(), count), key=lambda work: work.key)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    linked = len(links(works, {}, Names())[0])
    middle = time.process_time()
    aligned = sum(1 for _ in align.lines(works, carried_out(works), Names()))
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tasks = sum(len(work.primary.facts.tasks) for work in works)
    print(json.dumps([count, tasks, middle - start, end - middle, linked, aligned, before / 1024, peak / 1024]))


def main() -> None:
    """Each size in a process of its own, and how the times grow beside n·log n."""
    print(f"{'documents':>10}{'tasks':>9}{'link s':>9}{'align s':>9}{'lines':>11}{'MB':>7}   per n·log n, of the first")
    first = None
    for size in SIZES:
        command = [sys.executable, "-m", "tests.bench_align", str(size)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        count, tasks, linking, aligning, linked, aligned, _, peak = json.loads(done.stdout)
        steps = count * math.log(count)
        first = first or (linking / steps, aligning / steps)
        grown = f"link {linking / steps / first[0]:.2f}, align {aligning / steps / first[1]:.2f}"
        print(f"{count:10}{tasks:9}{linking:9.1f}{aligning:9.1f}{linked + aligned:11}{peak:7.0f}   {grown}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
    else:
        main()
