"""What a chapter is about, by its heading and the chapter around it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from guitu.extract.structure.draft import Chapter
from guitu.ontology import structure
from guitu.ontology.alternation import alternation
from guitu.ontology.knowledge import duty_words

_REMARK = re.compile(r"（[^（）]*）$")
_WITH_TASKS = "任务"  # 目标任务, 目标与任务
_LONGEST_PERSON = 10
_SITUATION = re.compile("(?:意义|形势|机遇|挑战)$")  # 充分认识…的重要意义
_REACHES = re.compile("[一-鿿]{2}(?:落实|完成|实现|分解|执行)(?=..).*目标$")  # 认真落实房价控制目标: work
_SEIZES = re.compile("(?:抓住|抢抓|紧抓|把握|用好|抓好)[^，。]{2,}(?:机遇|契机)$")  # 抢抓国家推进水网建设机遇: work
_WATCHES = re.compile("(?:定期|及时|科学|动态|精准)?(?:研判|分析|跟踪|监测|会商|预判)[^，。]{2,}形势$")  # work, too
# 以数字技术赋能产业升级: work by what it is done with, where a chapter of goals also sets tasks
_BY_MEANS = re.compile(
    "[以用靠][^，。：]{2,16}?(?:引领|推[动进]|促进?|赋能|支撑|驱动|带动|构建|打造|建设|增强|提升|夯实|保障|激发|培育|筑牢)"
)

# a title that says what is held to is no name of a chapter, though it ends as one: 坚持扩大内需发展战略
_HOLDS_TO = re.compile(
    "(?:坚持|紧紧|牢牢|坚定|深入|扎实|持续)*(?:坚持|围绕|紧扣|贯彻|服务|对接|融入|执行|践行)(?=..).*战略$"
)


_PRINCIPLE = re.compile("(?:坚持|遵循|秉持)(?!的|以下|基本).{2,}原则$")  # one measure among others: 坚持应收尽收的原则


# a title that ends as the name of such a chapter does is none where its verb governs that: 落实省委的重要要求
_GOVERNS = re.compile(
    "(?:全面|认真|深入|坚决)*(?:落实|贯彻|坚持|践行|遵循|把握|牢记|执行|领会|符合|对照|体现|明确|完善|健全)"
)


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(alternation(structure.action_openers()))


# a part of a plan, named by the work that it is of: 改革目标, 建设方式; not 明确目标, 创新方式
_OF_WORK = re.compile(
    "(?:改革|建设|实施|整治|治理|推进|创建|培育|试点|保护|修复|改造|提升|推广|组织|开发|利用|防治|攻坚|转型|扶持|清理|排查)"
    "(?:[和与、](?:管理|建设|维护|养护|运行))?(?:工作|行动|任务)?(?:总?目标|方式|要求|范围|原则|步骤|程序|流程|对象|内容|重点|标准|时间|期限|条件)"
)


@lru_cache(maxsize=1024)  # each step asks for the same titles
def is_action(title: str) -> bool:
    """Whether a heading opens with a verb of work.

    >>> is_action("加快建设智慧港口"), is_action("发展形势"), is_action("基本原则")
    (True, False, False)
    >>> is_action("整治目标"), is_action("实施步骤"), is_action("创新治理方式")
    (False, False, True)
    """
    return bool(_openers().match(title)) and title not in _names() and not _OF_WORK.fullmatch(title)


def is_part(title: str) -> bool:
    """Whether words name a part of a plan by the work that it is of.

    >>> is_part("整治时间"), is_part("治理重点"), is_part("整治违法建设")
    (True, True, False)
    """
    return _OF_WORK.fullmatch(title) is not None


# a chapter of goals headed as if it were work; 明确目标任务 may set tasks
_SETS_GOALS = re.compile("(?:明确|确定|锚定)(?:总体|主要|发展|工作|行动|建设)(?:发展|工作|行动|建设)?目标")
_MANNER = re.compile(
    "(?:显著|明显|大幅|优先|继续|扎实|大规模)(?=..)|(?:综合|系统)(?=治理|整治|维护|修复|保护|利用|推进)"
)


def is_work(title: str) -> bool:
    """Whether a short sentence opens with a verb of work, or with how it is done.

    >>> is_work("显著降低漏损"), is_work("加强巡查"), is_work("水源工程"), is_work("治理河道"), is_work("治理方式")
    (True, True, False, True, False)
    """
    if title in _names() or _OF_WORK.fullmatch(title):
        return False
    return is_action(title) or bool(_MANNER.match(title) or _broad_openers().match(title))


@cache
def _broad_openers() -> re.Pattern[str]:
    return re.compile(alternation(structure.words_beside_subjects()[0]))


def is_container(title: str) -> bool:
    """Whether a heading only holds work: 主要任务, 保障措施, “十四五”时期重点任务和保障措施."""
    return not is_action(title) and _ends_in(title, "container") > _ends_in(title, "goals")


def is_layout(title: str) -> bool:
    """Whether a heading says what lies where, which is no work by itself.

    >>> is_layout("空间布局"), is_layout("优化空间布局"), is_layout("产业布局")
    (True, False, False)
    """
    return bool(_ends_in(title, "territory")) and not is_action(title)


def is_chapter(title: str) -> bool:
    """Whether a title is nothing but the name of a chapter: 指导思想, 发展目标, 主要任务."""
    return title in _names(frozenset({"label", "person"}))


@cache
def _names(without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of all kinds of chapters but some."""
    return frozenset().union(*(words for kind, words in structure.chapter_words().items() if kind not in without))


def is_label(title: str) -> bool:
    """Whether a run-in opener only labels what follows: 发展目标：, 责任单位：."""
    words = title.strip("“”（）: ：*")
    duty = words in duty_words().labels or words in duty_words().listings
    return duty or words in structure.chapter_words()["label"]


def names_person(label: str) -> bool:
    """Whether the label of a line announces a person or several: 副组长：, 成员：.

    >>> [names_person(words) for words in ("常务副组长", "办公室主任", "壮大骨干成员", "各校指定1名负责人")]
    [True, True, False, False]
    """
    sentence = is_action(label) or _NAMES_ONE.search(label)
    return len(label) <= _LONGEST_PERSON and label.endswith(_persons()) and not sentence


_NAMES_ONE = re.compile("指定|选派|配备|明确|确定|委派")  # 各校指定1名负责人


@cache
def _persons() -> tuple[str, ...]:
    return tuple(structure.chapter_words()["person"])


def holds_tasks(title: str) -> bool:
    """Whether a chapter of goals also sets tasks by its name: 目标任务, 总体目标与任务."""
    return _WITH_TASKS in title


# what is to be filled in, and sets no task: 问题整改台账, 情况月报表
_BLANK_FORM = re.compile(r"(?:台账|[周月季年]报表|登记表|申[请报]表|回执|反馈表|承诺书|样表)(?:（[^（）]{1,20}）)?$")


def about(title: str, around: Chapter | None, *, tasks: bool = False) -> Chapter:
    """The matter of a chapter. `around`: that of the chapter it lies in, or None at the top; `tasks`: goals around it
    also set tasks.

    >>> [about(t, None) for t in ("“十三五”发展回顾", "面临的形势", "总体要求", "发展目标", "推进乡村建设")]
    ['review', 'situation', 'thought', 'goals', 'work']
    >>> about("产业规模持续扩大", "review"), about("发展目标", "work"), about("加强统筹", "goals")
    ('review', 'goals', 'goals')
    >>> about("加强统筹", "goals", tasks=True), about("“十五五”时期目标任务", None), about("确定目标", "work")
    ('work', 'goals', 'work')
    >>> about("明确发展目标", None), about("明确发展目标", "work"), about("明确目标任务", None)
    ('goals', 'work', 'work')
    >>> about("抢抓国家推进水网建设机遇", "work"), about("面临的机遇", "work")
    ('work', 'situation')
    >>> about("改革目标", None), about("坚持应收尽收的原则", "work"), about("遵循以下原则", "work")
    ('goals', 'work', 'thought')
    >>> about("坚持扩大内需发展战略", "work"), about("产业发展战略", "work"), about("坚持节水发展战略", "thought")
    ('work', 'thought', 'thought')
    >>> about("节水情况月报表", None), about("任务分工表", None)
    ('situation', 'work')
    >>> about("做好今年工作的总体要求", None), about("落实省委的重要要求", None), about("推进水利改革", None)
    ('thought', 'work', 'work')
    >>> [about(t, "goals", tasks=True) for t in ("以绿色理念引领转型", "综合实力迈上新台阶")]
    ['work', 'goals']
    """
    around = "situation" if around is None and _BLANK_FORM.search(title) else around
    if around in ("review", "situation") or (around == "work" and _governed(title)):
        return around
    named_so = around is None and (_SETS_GOALS.fullmatch(title) or _names_thought(title))
    if not named_so and (is_action(title) or (tasks and _BY_MEANS.match(title))) and not _SITUATION.search(title):
        return around if around == "thought" or (around == "goals" and not tasks) else "work"
    held = _ends_in(title, "container")
    if held > _ends_in(title, "goals") and not (around == "thought" and _ends_in(title, "layout")):
        return "work"
    named: tuple[Chapter, ...] = ("goals", "thought", "review", "situation")
    holds = _HOLDS_TO.match(title) or (around == "work" and _PRINCIPLE.match(title))
    for chapter in () if holds else named:
        if _ends_in(title, chapter):
            return chapter
    if around is None and re.search("面临|形势|机遇|挑战", title):
        return "situation"
    return around or "work"


def _governed(title: str) -> bool:
    """Whether a title of work only ends as the name of such a chapter does: 抢抓发展机遇, 研判供需形势."""
    return any(form.match(title) for form in (_SEIZES, _REACHES, _WATCHES))


def _names_thought(title: str) -> bool:
    """Whether a title opens with a verb of work and yet names what is to be heeded in it: 做好今年工作的总体要求."""
    held = _ends_in(title, "thought")
    return bool(held) and title[:-held].endswith("的") and not _GOVERNS.match(title)


def _ends_in(title: str, kind: str) -> int:
    """The length of the longest word of a kind at the end of a title, or 0."""
    bare = _REMARK.sub("", title) if title.endswith("）") else title
    words = _ends(kind)
    return max(len(word) for word in words if bare.endswith(word)) if bare.endswith(words) else 0


@cache
def _ends(kind: str) -> tuple[str, ...]:
    return tuple(sorted(structure.chapter_words()[kind]))
