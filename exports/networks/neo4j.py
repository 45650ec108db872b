"""The typed whole graph as CSV that Neo4j imports: one file per label of nodes and per type of relationships.

The form of `neo4j-admin database import`: headings with `:ID`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE` and types of
values. What is suggested has types of its own (`SUGGESTED_LEAD`), so that no pattern takes it for what is stated.
UTF-8 without a byte order mark; text that a spreadsheet would run as a formula is marked as in every CSV.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import networkx as nx
from pyoxigraph import Quad

from guitu.exports.networks.graphml import network
from guitu.extract.formulas import guarded

GUIDE = "IMPORT.md"
LABELS: Mapping[str, str] = {
    "agency": "Agency",
    "group": "AgencyGroup",
    "task": "Task",
    "document": "Document",
    "place": "Place",
    "indicator": "Indicator",
    "topic": "Topic",
}
_CITED = "CitedDocument"
_TYPES: Mapping[str, str] = {
    "role-lead": "LEADS",
    "role-support": "SUPPORTS",
    "role-responsible": "RESPONSIBLE_FOR",
    "place": "NAMES_PLACE",
    "focus": "HAS_FOCUS",
    "indicator": "MEASURES",
    "passed_by": "PASSED_BY",
    "jurisdiction": "HAS_JURISDICTION",
    "relation-annex": "HAS_ANNEX",
    "alignment-same": "SAME_SUBJECT_AS",
    "alignment-partial": "PARTLY_CORRESPONDS_TO",
}
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|[-_]")  # partOfTask, relation-based_on
_NODE_IDS, _EDGE_IDS = ("iri:ID",), (":START_ID", ":END_ID")
_KINDS: Mapping[type, str] = {str: "", bool: ":boolean", int: ":long", float: ":double"}
_DATES = frozenset(("date", "due_date", "valid_from", "valid_to"))
_Row = dict[str, Any]


def write_neo4j(quads: Iterable[Quad], folder: Path, lang: str = "zh") -> tuple[Path, ...]:
    """Writes the CSV files of a graph and a guide to loading them into a folder; the paths written."""
    graph = network(quads, lang)
    folder.mkdir(parents=True, exist_ok=True)
    nodes, relationships = _nodes(graph), _relationships(graph)
    written = [_write(folder / f"nodes-{name}.csv", _NODE_IDS, ":LABEL", rows) for name, rows in nodes.items()]
    written += [
        _write(folder / f"relationships-{name}.csv", _EDGE_IDS, ":TYPE", rows) for name, rows in relationships.items()
    ]
    guide = folder / GUIDE
    guide.write_text(_guide(sorted(nodes), sorted(relationships)), encoding="utf-8", newline="\n")
    return (*written, guide)


def relationship_type(relation: str, ground: str) -> str:
    """The type of a relationship, by the name of its relation and whether it is stated or inferred.

    >>> relationship_type("role-lead", "stated"), relationship_type("role-lead", "inferred")
    ('LEADS', 'SUGGESTED_LEAD')
    >>> relationship_type("partOfTask", "stated"), relationship_type("relation-based_on", "inferred")
    ('PART_OF_TASK', 'BASED_ON')
    """
    if relation.startswith("role-") and ground == "inferred":
        return "SUGGESTED_" + relation.removeprefix("role-").upper()
    return _TYPES.get(relation) or _WORD.sub("_", relation.removeprefix("relation-")).upper()


def _nodes(graph: nx.MultiDiGraph[Any]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for iri, data in graph.nodes(data=True):
        label = LABELS[data["kind"]] if data.get("in_graph", True) else _CITED
        told = {name: value for name, value in data.items() if name not in ("kind", "label", "in_graph")}
        found.setdefault(label, []).append({"iri:ID": iri, "name": data["label"], **told, ":LABEL": label})
    return dict(sorted(found.items()))


def _relationships(graph: nx.MultiDiGraph[Any]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for source, target, data in graph.edges(data=True):
        kind = relationship_type(data["relation"], data["ground"])
        told = {name: value for name, value in data.items() if name not in ("relation", "role")}
        found.setdefault(kind, []).append({":START_ID": source, ":END_ID": target, **told, ":TYPE": kind})
    return dict(sorted(found.items()))


def _write(path: Path, first: Sequence[str], last: str, rows: Sequence[_Row]) -> Path:
    """One file; a column stands where a row has a value for it, with the type of the values."""
    types = {name: type(value) for row in rows for name, value in row.items() if name not in (*first, last)}
    told = (f"{name}{':date' if name in _DATES else _KINDS[of]}" for name, of in types.items())
    headings = [*first, *told, last]
    with path.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.writer(out, lineterminator="\n")
        sheet.writerow(headings)
        sheet.writerows([_cell(row.get(name, "")) for name in (*first, *types, last)] for row in rows)
    return path


def _cell(value: object) -> str:
    if isinstance(value, str):
        return guarded(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _guide(labels: Sequence[str], types: Sequence[str]) -> str:
    def files(option: str, names: Iterable[str]) -> Iterator[str]:
        return (f"    --{option}s={option}s-{name}.csv \\" for name in names)

    given = "\n".join((*files("node", labels), *files("relationship", types)))
    return f"""# 装入 Neo4j · Loading into Neo4j

在本文件夹中运行（Neo4j 5 以上；目标库须为空）。 In this folder, with Neo4j 5 or later, into an empty database:

```sh
neo4j-admin database import full \\
    --id-type=string --multiline-fields=true \\
{given}
    --overwrite-destination neo4j
```

标签 Labels: {"、".join(labels)}
关系 Relationship types: {"、".join(types)}

`SUGGESTED_…`、`ground: "inferred"` 的是推断，附 `score`；其余为文件写明，附 `quote`（原文）、`text`、`start`、`end`。
What is inferred says so (`SUGGESTED_…`, `ground`), with a `score`; what is stated has its `quote` and position.
单元格开头的 `'`：原文以 = + - @ 开头，防表格软件当公式。 A leading `'` guards text that a spreadsheet would run.

```cypher
MATCH (a:Agency)-[r:LEADS]->(t:Task) RETURN a.name, t.name, r.quote, r.document LIMIT 20;
MATCH ()-[m:MEASURES {{figure: 'target'}}]->(i) RETURN i.name, m.value, m.unit, m.year ORDER BY m.year;
```
"""
