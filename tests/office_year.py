"""What an office gets in a year: 60 invented documents in the formats of offices, and new versions of some."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

import docx
import openpyxl

PROVINCE = "临江省"
FIELDS = ("节水", "节能", "治沙", "养老", "育苗", "防汛", "供热", "绿化", "河湖", "公交", "托育", "防火")
PLANS: dict[str, str] = {"云州市": ".docx", "青岚市": ".html", "白石市": ".txt"}
SHEETS = "沙湾市"
ROLES = ("牵头单位", "配合单位", "完成时限")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the year. `name`: of its file; `lines`: its title first, those with a sign (＃) are headings."""

    name: str
    title: str
    number: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def data(self) -> bytes:
        """The file."""
        return _WRITERS[Path(self.name).suffix](self)


def papers(version: int = 1) -> Iterator[Paper]:
    """All 60: for each field the plan of the province, of three cities, and the table of a fourth."""
    for order, field in enumerate(FIELDS, 1):
        yield _province(order, field, version)
        for place, (city, suffix) in enumerate(PLANS.items()):
            yield _city(order + place, city, field, suffix, version)
        yield _sheet(city=SHEETS, field=field, suffix=".xlsx" if order % 2 else ".csv", version=version)


def _province(order: int, field: str, version: int) -> Paper:
    title, number = f"{PROVINCE}{field}规划", f"临政发〔2024〕{order}号"
    return Paper(
        f"{title}.md",
        title,
        number,
        (
            title,
            number,
            "＃一、发展目标",
            f"到2027年，全省{field}设施达到{100 * version + order}处。",
            "＃二、主要任务",
            f"（一）改造{field}设施。分批改造老旧{field}设施，完善管护制度。（责任单位：省水利厅、省财政厅）",
            f"（二）开展{field}宣传。每年组织{field}宣传周。（责任单位：省教育厅）",
        ),
    )


def _city(order: int, city: str, field: str, suffix: str, version: int) -> Paper:
    title = f"{city}{field}行动方案（2024—2026年）"
    leads = "市水利局" if version == 1 else "市应急局"
    return Paper(
        f"{city}{field}行动方案{suffix}",
        title,
        "",
        (
            title,
            f"为落实《{PROVINCE}{field}规划》，制定本方案。",
            "＃一、主要任务",
            f"（一）改造{field}设施。到2026年，改造{field}设施{10 * version + order}处。2026年底前完成。"
            f"（{leads}牵头，市财政局、市发展改革委配合）",
            f"（二）推广{field}器具。（责任单位：市工业和信息化局、市商务局）",
            f"（三）开展{field}宣传。",
        ),
    )


def _sheet(city: str, field: str, suffix: str, version: int) -> Paper:
    title = f"{city}{field}重点任务分工表"
    return Paper(
        f"{title}{suffix}",
        title,
        "",
        (title,),
        (
            ("序号", "重点任务", *ROLES),
            ("1", f"新建{field}站点{4 * version}个", "市水利局", "市财政局、市发展改革委", "2024年11月底前"),
            ("2", f"制定{field}办法", "市司法局", "市水利局", "2025年6月底前"),
        ),
    )


def zipped(members: Sequence[Paper]) -> bytes:
    """Several documents in one archive, the same bytes every time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for paper in members:
            archive.writestr(zipfile.ZipInfo(paper.name, (2024, 1, 1, 0, 0, 0)), paper.data)
    return out.getvalue()


# ---- the formats ----


def _plain(line: str) -> str:
    return line.removeprefix("＃")


def _txt(paper: Paper) -> bytes:
    return "\n".join(map(_plain, paper.lines)).encode("gb18030" if len(paper.title) % 2 else "utf-8")


def _md(paper: Paper) -> bytes:
    title, *rest = paper.lines
    return "\n\n".join((f"# {title}", *(line.replace("＃", "## ") for line in rest))).encode()


def _html(paper: Paper) -> bytes:
    title, *rest = paper.lines
    told = "".join(f"<h2>{_plain(line)}</h2>" if line.startswith("＃") else f"<p>{line}</p>" for line in rest)
    return f"<!DOCTYPE html><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{told}".encode()


def _docx(paper: Paper) -> bytes:
    document, out = docx.Document(), BytesIO()
    for line in paper.lines:
        document.add_paragraph(_plain(line), style="Heading 1" if line.startswith("＃") else None)
    document.save(out)
    return out.getvalue()


def _xlsx(paper: Paper) -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in (paper.lines, *paper.rows):
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def _csv(paper: Paper) -> bytes:
    out = StringIO()
    csv.writer(out).writerows((paper.lines, *paper.rows))
    return out.getvalue().encode("gb18030")


_WRITERS: dict[str, Callable[[Paper], bytes]] = {
    ".txt": _txt, ".md": _md, ".html": _html, ".docx": _docx, ".xlsx": _xlsx, ".csv": _csv,
}  # fmt: skip
