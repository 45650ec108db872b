"""How linking and aligning grow with the number of documents, and what one more costs: `make bench-align`.

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
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from guitu.extract.facts import Reading
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.align.compare import Match, compare, compare_all
from guitu.graph.align.scope import standings
from guitu.graph.align.texts import Texts
from guitu.graph.align.vectors import Vectors
from guitu.graph.copies.works import Copy, Work
from guitu.graph.keep.cache import decoder, encode
from guitu.graph.links.citations import carried_out
from guitu.graph.links.lines import lines as links
from guitu.graph.links.record import records
from guitu.graph.quads.names import Names
from tests.graph.align.plans import lines_of

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
    """Links and aligns so many documents; prints what `STEPS` names, and the peak of memory in MB."""
    works = sorted(islice(documents(), count), key=lambda work: work.key)
    by_key, names = {work.key: work for work in works}, Names()
    told: list[float] = [sum(len(work.primary.facts.tasks) for work in works)]

    def done(start: float) -> float:
        told.append(time.process_time() - start)
        return time.process_time()

    now = time.process_time()
    linked = sum(1 for _ in links(records(works), {}, names)[0])
    now = done(now)
    standing = standings({work.key: work.primary.document for work in works}, carried_out(records(works)), names)
    now = done(now)
    rows = {key: Vectors.of(work.primary.facts, key) for key, work in by_key.items()}
    now = done(now)
    stack = Vectors.stacked(list(rows.values()))
    now = done(now)
    matches = compare_all(stack, standing)
    now = done(now)
    of_document = defaultdict[str, list[Match]](list)
    for match in matches:
        of_document[match.subject].append(match)
        of_document[match.object].append(match)
    texts = Texts(by_key.__getitem__, names)
    order = sorted(by_key, key=lambda key: (standing[key].place, key))
    aligned = sum(1 for key in order for _ in lines_of(key, of_document[key], texts, standing))
    now = done(now)
    for level in ("national", "municipal"):
        one = next(key for key, work in by_key.items() if work.primary.document.level == level)
        now = time.process_time()
        found = compare(rows[one], stack, standing)
        done(now)
        assert found == sorted(of_document[one])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([*told, len(matches), linked + aligned, peak]))


OF_ALL = ("standing", "rows", "stack", "compare", "lines")
STEPS = ("tasks", "links", *OF_ALL, "1 of state", "1 of city", "matches", "quads", "MB")


def main() -> None:
    """Each size in a process of its own: CPU seconds of each step, and how linking and aligning grow by n·log n."""
    print(f"{'documents':>10}" + "".join(f"{step:>11}" for step in STEPS) + "   per n·log n, of the first")
    first = None
    for size in SIZES:
        command = [sys.executable, "-m", "tests.bench_align", str(size)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        told = dict(zip(STEPS, json.loads(done.stdout), strict=True))
        linking, aligning = told["links"], sum(told[step] for step in OF_ALL)
        steps = size * math.log(size)
        first = first or (linking / steps, aligning / steps)
        grown = f"link {linking / steps / first[0]:.2f}, align {aligning / steps / first[1]:.2f} ({aligning:.1f} s)"
        figures = (f"{told[step]:11.{0 if told[step] >= 50 else 2}f}" for step in STEPS)
        print(f"{size:10}" + "".join(figures) + f"   {grown}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
    else:
        main()
