"""Numbers that are no figures of the matter: those that count the paper itself or name a programme, and ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.ontology.figure_words import any_of

# what a paper holds: 本方案明确28项措施, 《云州市工作要点》细化15项任务，涉及10个责任单位
_PAPER = re.compile(
    r"(?:《[^《》\n]{2,60}》|(?:本|该|此)(?:方案|计划|规划|意见|措施|办法|清单|要点|纲要|通知|文件))"
    rf"(?:中|还|主要|总共|一共|共|分别|从[^，。；]{{2,20}})*{any_of('contains')}(?:了|出)?(?P<held>[^。；\n]{{1,120}})"
)
_HELD = re.compile(
    r"\d{1,4}[项条个款章家]?(?:具体|重点|主要|工作|改革|创新|民生|实事|政策|年度|目标|牵头|责任|配合|成员|参与)*"
    r"(?:任务|措施|举措|事项|条款|内容|单位|部门|要求|意见|专项|清单)(?=$|[，、和及。；])"
)
# what was set out: 确定了10个方面44项重点工作, 梳理出6大类30项任务
_SET_OUT = re.compile(
    r"(?:确定|明确|提出|部署|梳理|列出|细化|分解|形成)(?:了|出|为)?(?P<held>(?:\d{1,3}大?[个类](?:方面|领域|类|大类|板块)?(?:的|共|、|，)?)?\d{1,4}[项件条]"
    r"(?:具体|重点|主要|年度|目标|工作|改革|民生)*(?:工作|任务|事项|措施|举措|实事))(?=$|[，、。；])"
)
# a size in the name of a programme: 千万亩森林增长工程, 百万亩造林行动
_NAMED_BY_SIZE = re.compile(
    r"(?<![\d.一二三四五六七八九两数几])[十百千]?[百千万亿](?:亩|吨|公?斤|人|名|户|株|头|只|千瓦|平方米|公里|立方米)(?!以)(?:[一-鿿]|“[一-鿿]{1,8}”、?){2,12}?(?:工程|行动|计划|活动)(?!量|师)"
)
# 110千伏、35千伏变电站: the first of several classes of one thing
_CLASSES = re.compile(r"(?<![\d.])\d[\d.]{0,4}(?:千伏|kV)(?=[、和及/]\d[\d.]{0,4}(?:千伏|kV))")
# “1236”重大项目，即1个机场、2条高铁…: the digits of a watchword, spelt out
_WATCHWORD = re.compile(r"“(?P<code>[1-9]{2,6})”[^。；\n]{0,24}?(?:，即|：|，包括|，也就是)(?P<spelt>[^。；\n]{4,200})")
_DIGIT = re.compile(r"(?<![\d.十百千万亿第])(?P<digit>[1-9一二三四五六七八九两])(?=[一-鿿])(?![十百千万亿点年月日])")
_DIGITS = {"两": "2"} | {sign: str(i) for i, sign in enumerate("一二三四五六七八九", 1)}
_NAMED_BY_SIZE_CUE = re.compile("[百千万亿][亩吨斤人名户株头只千平公立]")
_SET_OUT_CUE = re.compile(r"[项件条](?<=\d.)(?:具体|重点|主要|年度|目标|工作|任务|改革|民生)")
# 提出20项主要指标，其中8项约束性指标
_INDICATORS = re.compile(
    r"(?<!完成)(?<!实现)(?<!达到)(?<!达成)(?<![通超]过)(?:\d{1,3}大?[类个项](?:方面|领域)?(?:的|共)?)?\d{1,3}[个项](?:[一-鿿]{1,3}性|主要|核心|具体|重点|评价|考核|量化|体检|统计|关键|基础|特色|发展|监测|规划|一级|二级|三级|定量|定性|类){0,3}指标(?=$|[，、；。：和及])|"
    r"(?<=性指标)\d{1,3}[个项](?=$|[，、；。])"
)
_OWNERS = re.compile(r"\d{1,3}个(?:牵头|责任|配合|成员)(?:单位|部门)")  # 涉及34个牵头单位
_OWNERS_CUE = re.compile("个[牵责配成]")
# 闲置用地是指投资额占比不足25%的用地: what a word means
_DEFINED = re.compile(
    r"(?:^|(?<=[。；]))(?:\d[.．]|（[一二三四五六七八九十]）)?(?:[^，。；：\d]{2,24}?(?:[，：。]?(?:是|系)|[，：。]))?指(?![标导数出挥定南引战示明向令派望认责环])[^。\n]{8,}"
)
_PAPER_CUE = re.compile(
    "[》本该此](?:(?<=》)[^，。；]{0,6}[明提细涉包分列梳确部安制推形共有]"
    "|(?<!》)(?:方案|计划|规划|意见|措施|办法|清单|要点|纲要|通知|文件))"
)
# 位列全国19个城市第7位: among how many, no figure
_AMONG = re.compile(
    r"(?:位列|位居|排名|排在|列|居)[^，。；\d]{0,10}(?P<all>\d{1,4}(?:余|多)?[个家座][^，。；\d]{1,24}?)(?:中的?)?第[\d一二三四五六七八九十]{1,3}[位名]|"
    r"在[^，。；\d]{0,8}(?P<those>\d{1,4}(?:余|多)?[个家座][^，。；\d]{1,16}?)中[^，。；\d]{0,8}(?:排名?|位列|位居|名列|居)第?[一二三四五六七八九十\d首前]"
)
# 全面落实九次、十次全会精神: which meeting it was, and not how many were held
_MEETING = re.compile(
    "(?<!召开)(?<!举行)(?<!举办)(?<![召举]开了)(?:[一二三四五六七八九十]{1,3}次(?:、|和|及|至)){0,3}[一二三四五六七八九十]{1,3}次(?:全会|全体会议|代表大会|党代会|党代表大会)"
)
# 云溪湿地是首批3个湿地城市之一: among how many
_ONE_OF = re.compile(r"\d{1,4}(?:余|多)?[个家座所处条项大][^，。；\d]{1,30}之一(?=$|[，。；、])")
# 年产20万吨油料等项目, 百万千瓦级风电项目: by what it turns out a project is named
_OUTPUT = re.compile(
    r"(?:年|日)(?:产|加工|处理|屠宰|生产)能?力?(?P<much>\d[\d.]{0,6}[十百千万亿]{0,2}[一-鿿]{1,3}?)(?:[一-鿿A-Za-z]{2,16})(?:项目|工程)(?=$|[，。；、和及与]|建设|投产|开工|落地|建成|竣工|达产|释放)"
)
_SET_PHRASE = re.compile(any_of("set_phrase"))
_CODE = re.compile(r"“[1-9]{2,6}”")


def _spelt_out(text: str) -> Iterator[tuple[int, int]]:
    """The numbers that a watchword of digits stands for."""
    for word in _WATCHWORD.finditer(text):
        for m in _DIGIT.finditer(text, *word.span("spelt")):
            if _DIGITS.get(m["digit"], m["digit"]) in word["code"]:
                yield m.span()


def no_figures(text: str) -> list[tuple[int, int]]:
    """The stretches of a compact paragraph whose numbers measure nothing, in their order.

    >>> no_figures("本方案明确28项措施，涉及9个牵头单位。"), no_figures("建设9个责任田")
    ([(5, 10), (13, 19)], [])
    """
    found: list[tuple[int, int]] = []
    if "第" in text and ("位" in text or "名" in text or "居" in text):
        found += [m.span("all" if m["all"] else "those") for m in _AMONG.finditer(text)]
    if _OWNERS_CUE.search(text):
        found += [m.span() for m in _OWNERS.finditer(text)]
    if _SET_OUT_CUE.search(text):
        found += [m.span("held") for m in _SET_OUT.finditer(text)]
    if "指标" in text:
        found += [m.span() for m in _INDICATORS.finditer(text)]
    if "指" in text:
        found += [m.span() for m in _DEFINED.finditer(text)]
    if _NAMED_BY_SIZE_CUE.search(text):
        found += [m.span() for m in _NAMED_BY_SIZE.finditer(text)]
    if "“" in text and _CODE.search(text):
        found += _spelt_out(text)
    if "次" in text and "会" in text:
        found += [m.span() for m in _MEETING.finditer(text)]
    if "之一" in text:
        found += [m.span() for m in _ONE_OF.finditer(text)]
    if "项目" in text or "工程" in text:
        found += [m.span("much") for m in _OUTPUT.finditer(text)]
    found += [m.span() for m in _SET_PHRASE.finditer(text)]
    if "千伏" in text or "kV" in text:
        found += [m.span() for m in _CLASSES.finditer(text)]
    if _PAPER_CUE.search(text):
        found += [m.span() for paper in _PAPER.finditer(text) for m in _HELD.finditer(text, *paper.span("held"))]
    return sorted(set(found))
