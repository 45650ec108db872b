"""From the words around a number to the noun phrase that it measures."""

from __future__ import annotations

import re

from guitu.extract.years import year_marks

# ---- words taken off ----

_BUILD = (
    "建设并优化|建成并投运|建成投用|建成|建设|新建|改建|扩建|改扩建|打造|培育|培养|引进|引育|创建|争创|设立|建立|组建|成立|布局|形成|"
    "推出|制定|制修订|发布|出台|编制|举办|开展|实施|推进|推动|完成|实现|认定|遴选|评选|选树|选派|树立|固化|集聚|聚集|汇聚|"
    "孵化|壮大|做强|做优|做大|发展|落地|吸引|招引|突破|攻克|开发|研发|开通|开辟|开工|投用|配备|配置|部署|构建|搭建|储备|"
    "有|拥有|共有|现有|已有|建有|设有|配有|配齐|设置|设|配|支持|鼓励|组织|创作|推广|"
    "命名|入选|获批|获评|获得|取得|荣获|诞生|涌现出?|签约|申报|承办|改造|提升改造|升级改造|修复|治理|整治|改良|种植|栽植|"
    "增加|新增|减少|压减|淘汰|达到|达|超过|突破|力争|超"
)
_ACT = (
    f"{_BUILD}|赋能|惠及|服务|培训|覆盖|救助|资助|帮扶|帮助|带动|扶持|发放|投入|筹集|募集|招募|招收|吸纳|安置|安排|转移|选聘|聘用|"
    "接待|生产|供应|供给|提供|回收|利用|节约|节省|保有|占用|使用|收集|办理|受理|化解|核减|完善|优化|提升|创办|创新|举行|召开|"
    "更新|整合|盘活|收储|出让|贡献|保护|抢救|修缮|拓展|扩大|新开|加密|开行|运营|投放|推送|接入|连接|联通|采集|归集|汇集|共享|开放"
)
ACTION_BEFORE = re.compile(rf"(?:{_ACT})(?:了|出|起|到|至|各|一批|共|约|近)?$")
ACTION_AHEAD = re.compile(rf"(?:{_ACT})")
_BUILDERS = (
    *_BUILD.replace("涌现出?", "涌现出|涌现").split("|"),
    "力争", "努力", "争取", "全面", "加快", "高标准", "高水平", "高质量", "高起点", "累计", "总计", "共计", "合计", "已经", "已", "目前",
    "共", "将", "再", "重点", "积极", "先后", "每年", "年均", "至少", "全年", "逐步", "着力", "规划", "计划", "新", "分批", "继续", "统筹",
    "到", "了", "出", "起", "各", "确保", "基本", "都",
)  # fmt: skip
_REACHERS = (
    "力争", "努力", "争取", "确保", "将", "要", "已经", "已", "预计", "基本", "均", "都", "总体", "各", "分别", "再", "累计", "共计", "合计",
    "总计", "全部", "平均", "达到了", "达到", "达成", "达", "到", "实现", "完成", "突破", "超过", "控制在", "稳定在", "保持在", "维持在",
    "保持", "为", "至", "有", "共有", "约为", "在", "的", "约", "共", "是", "发展到", "发展至", "仅为", "仅", "各有", "增至", "升至", "扩至",
    "降至", "减至", "总体保持", "达到约",
    *(verb + to for verb in (
        "增加", "增长", "提高", "提升", "上升", "扩大", "扩展", "拓展", "降低", "下降", "减少", "缩短", "压缩", "压减", "缩小", "控制", "恢复",
    ) for to in "到至在"),
)  # fmt: skip
_OPENING = re.compile(
    r"^(?:其中|其(?!他|它|余)|[、，；：。和及与并且而则以]|即(?!办)|以及|同时|此外|另外|力争|努力|争取|确保|保证|保障|落实|推动|推进|促进|使得?|让|带动|引导|实现|完成|达到|"
    r"目前|当前|全面|基本|预计|已|共|累计(?=建|培育|引进|新建)|"
    r"我省|我市|我县|我区|我州|我国(?=[一-鿿]{4})|本市|本省|本区|本县|全部|原则上|按照?(?=每)|[一二三四五六七八九十\d]{1,2}年内|[一二三四五六七八九十]是|到|至|年底前|年末|期末|——|--)+"
)
_LEADING_IN = re.compile(
    r"^在(?=.{2,12}(?:领域|方面|行业|市场|环节))|"
    r"^在[^，、]{2,14}?(?:基础上|前提下|情况下|过程中|范围内|期间内?)|^“十[一二三四五六七]五”(?:期间|时期|期末|末|以来)?"
)
_FOR_YEARS = re.compile(r"连续(?:\d{1,2}|[一二三四五六七八九十]{1,2})年(?=$)|(?<=在)(?:19|20)\d\d年基础上")
_HOLDING = re.compile(r"(?<=^全[市省县区国州])(?:共有|现有|已有|拥有|共|累计建成|建成)(?=[一-鿿]{2})")
_QUOTED_REMARK = re.compile(r"[〔\[][^〕\]]{0,20}[〕\]]")
_ENDING = re.compile(r"(?:[、，；：。的和及与并且等]|总布局|以及|目标|其中)+$")
_AVERAGED = ("年均", "人均", "户均", "月均", "日均", "亩均", "平均")
_PLACE_PHRASE = re.compile(
    r"^(?:在|依托|围绕|聚焦|面向|针对|通过|按照|以|自|从|由|将|对|为|每年|力争|争取|加快|推进|积极|大力)"
)

# ---- words that tell what a phrase is ----

BUILD_ALONE = re.compile("新建|改建|新增|建成|改造|培育|引进|创建|打造")  # 2024年新建学校3所，2025年新建4所

BARE_MEASURE = re.compile(
    r"^(?:年|年度|全年|总)?(?:经营收入|营业收入|业务收入|主营业务收入|销售收入|总收入|收入|营收|增加值|总产值|工业总产值|产值|产业规模|总规模|规模|"
    r"市场规模|利润总额|利润|税收|从业人员(?:数量|总数|总量|规模)?|就业人数|从业人数|企业数量|企业总数|市场主体(?:总量|数量)?|总量|总产量|产量|销售额|交易额|研发投入|"
    r"投资额|总投资|固定资产投资|出口额|进出口额|(?:年)?均?增长(?:率|速度)?|增速|年均增速|占比|比重|覆盖率|普及率|贡献率)$"
)
_MEASURE_TAIL = re.compile(
    r"(?:经营收入|营业收入|业务收入|主营业务收入|销售收入|总收入|收入|营收|增加值|总产值|工业总产值|产值|产业规模|总规模|规模|市场规模|利润总额|"
    r"从业人员|总量|产量|销售额|交易额|研发投入|研发经费支出|投资额)$"
)
ELIDED = re.compile(
    r"^(?:占|较|比(?![例重率])|同比|环比|年均|年平均|平均每年|增长|增速|增幅|提高|提升|降低|下降|减少|增加(?!值)|其占|所占|位居|涨幅|平均增长|累计增长|"
    r"相比|总体增长|高于|低于|高出|快于|好于|优于|再增加|再减少|净增|缩短|翻)"
)
CHANGE = re.compile(
    r"(?:增长|提高|提升|降低|下降|减少|增加|缩短|压减|上升|下调|扩大|缩小|增速|增幅|降幅|翻番|减排|削减)(?:率|幅度)?$"
)
_CHANGE_PART = re.compile(
    r"(?:较|(?<!占)比(?![例重率])|同比|环比|年均|年平均|累计增|增长|占[^比]).*$|(?:再|继续|进一步)?(?:提高|降低|下降|减少|提升|压缩)$"
)
_BEARER = re.compile(
    r"^.{0,12}?(?:儿童|青少年|学生|居民|人口|企业|孕产妇|妇女|老年人|残疾人|群众|家庭|农村|城镇|城市|行业|产业|园区|医院|学校|乡镇|村|社区|工业|建筑|用水|能源)"
)
_MEASURED = re.compile(
    r"(?:占[一-鿿]{0,8}(?:比重|比例)|占比|比重|比例|[一-鿿]{2}率|数量?|总量|产量|[一-鿿]?收入|增加值|总?产值|面积|里程|规模|浓度|水平|时间|支出|投入|[一-鿿]?额|"
    r"寿命|长度|能力|密度|指数|率)$"
)
# what is counted and yet no figure: ten key fields, three systems
NO_THINGS = re.compile(r"^[^，：；。、]{0,14}?(?:领域|方面|方向|环节|阶段|维度|层面)(?:$|[，、：；。])")
NO_FEW = re.compile(
    r"^[^，：；。、]{0,14}?(?:体系|工程|行动|格局|机制|板块|关系|任务|要素|层次|统筹|结合|作用|优势|功能|定位|战略|计划)(?:$|[，、：；。])"
)
NO_FIGURE = re.compile(
    r"^(?:方面|大局|维护|自信|意识|确保|毫不|循环|阶段|层面|环节|一批|统筹|层次|关系|问题|原则|导向|坚持|维度|过程|转变|文明|面|方向|轮|角度|领域|行业|之间|"
    r"工程|行动|结合|到位|融合|必须|市场|资源|大|更|重要|关键|主要|核心|基本|重点(?:领域|任务|方向|方面|工作)|抓手|突出|着力|体系|专栏|板块|分之)"
)


def subject(before: str) -> str:
    """What a number at the end of a clause measures: the words before it without the verb of reaching.

    >>> subject("力争森林覆盖率达到"), subject("其中中药材种植收入增长到"), subject("单位能耗较2020年降低")
    ('森林覆盖率', '中药材种植收入', '单位能耗较2020年降低')
    """
    name = _without_end(_OPENING.sub("", _without_years(before)), _REACHERS)
    name = re.sub(r"(?<=[一-鿿]{2})实现(?=[一-鿿]{2})(?!率)", "", name)
    built = re.match(
        r"(?:(?:目前|已|共|累计|新|全市|全省|全县|全区)*(?:建成|培育|打造|引进|创建|建设|集聚|设立|形成))(?=[一-鿿]{2}|“)",
        name,
    )
    if built and not re.match(r"[面用区]", name[built.end() :]):
        name = name[built.end() :]
    return tidy(name)


def scope(before: str) -> str:
    """What stands before the verb of a clause such as 各县至少建成3个…: 各县; empty where it is a mere adverbial."""
    name = _without_end(_without_end(_OPENING.sub("", _without_years(before)), _BUILDERS), _REACHERS)
    if _PLACE_PHRASE.match(name) or len(name) > 14:
        return ""
    return tidy(name)


def _without_end(name: str, words: tuple[str, ...]) -> str:
    """The longest word first, so that 达到 goes whole; each turn shortens the name."""
    while not name.endswith(_AVERAGED) and (found := max((w for w in words if name.endswith(w)), key=len, default="")):
        name = name[: -len(found)]
    return name


def _without_years(words: str) -> str:
    """Without the years that say when (到2025年), with those that something is compared with (较2020年)."""
    for mark in reversed([m for m in year_marks(words) if not m.base]):
        words = words[: mark.start] + words[mark.end :].lstrip("，、的")
    return words


def tidy(name: str) -> str:
    """A name without openings, endings and remarks."""
    name = _QUOTED_REMARK.sub("", name)
    name = _OPENING.sub("", _LEADING_IN.sub("", _OPENING.sub("", name)))
    name = _HOLDING.sub("", _FOR_YEARS.sub("", name))
    return _ENDING.sub("", name).strip(" ，、：；*＊")


def topic_of(name: str) -> str:
    """Whose measure it is: 云州软件业 of 云州软件业营业收入; empty where the name does not end with a plain measure."""
    found = _MEASURE_TAIL.search(name)
    return name[: found.start()] if found and found.start() >= 2 else ""


def level_of(name: str) -> str:
    """The name without its change or share: 软件业收入 of 软件业收入较2020年增长.

    >>> level_of("软件业收入年均增长"), level_of("软件累计研发投入")
    ('软件业收入', '软件研发投入')
    """
    return _CHANGE_PART.sub("", name.replace("累计", ""))


def split_list(subjects: str, count: int) -> list[str]:
    """`count` names out of A、B和C, the shared head of the first given to the others; empty where they do not fit.

    >>> split_list("农村自来水普及率和规模化供水率", 2)
    ['农村自来水普及率', '农村规模化供水率']
    """
    for signs in ("、", "、|以及|及|和|与", "以及|及|和|与"):
        parts = [p for p in re.split(signs, subjects) if p]
        if len(parts) == count:
            return _with_bearer(parts)
    parts = subjects.split("、")
    tail = re.split("以及|及|和|与", parts[-1])
    if len(tail) == 2 and all(tail) and len(parts) + 1 == count:
        return _with_bearer([*parts[:-1], *tail])
    return []


def _with_bearer(parts: list[str]) -> list[str]:
    if not _MEASURED.search(parts[0]):
        last, tail = _BEARER.match(parts[-1]), _MEASURED.search(parts[-1])
        if last and last.end() < len(parts[-1]) and len(parts[0]) <= last.end():
            return [p + parts[-1][last.end() :] for p in parts[:-1]] + [parts[-1]]
        return [p if _MEASURED.search(p) else p + tail[0] for p in parts] if tail else parts
    bearer = _BEARER.match(parts[0])
    if bearer is None or bearer.end() >= len(parts[0]):
        return parts
    return [parts[0], *(p if _BEARER.match(p) or len(p) > len(parts[0]) else bearer[0] + p for p in parts[1:])]
