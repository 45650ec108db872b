// The words of the picture in both languages.
(function (Guitu) {
  "use strict";
  const words = {
    "picture.label": ["关系图：方向键移动，回车打开", "Graph: arrow keys move, Enter opens"],
    "picture.tools": ["图的工具", "Tools of the graph"],
    "picture.overview": ["返回总览", "Overview"],
    "picture.step1": ["一步", "1 step"],
    "picture.step2": ["两步", "2 steps"],
    "picture.whole": ["全景", "Everything"],
    "picture.wholeHint": ["一次画出全部内容", "Draw everything at once"],
    "picture.flow": ["上下衔接", "From state to bureau"],
    "picture.flowHint": ["各级文件的任务怎样逐级衔接到单位；选中一项任务时，只看它的一条线", "How tasks come down from level to level to the agencies; of one task its own chain"],
    "picture.compare": ["（点开对照）", " (click to compare)"],
    "picture.collapse": ["全部收起", "Collapse all"],
    "picture.fit": ["适合窗口", "Fit"],
    "picture.zoomIn": ["放大", "Zoom in"],
    "picture.zoomOut": ["缩小", "Zoom out"],
    "picture.png": ["保存为 PNG 图片", "Save as PNG"],
    "picture.svg": ["保存为 SVG 矢量图", "Save as SVG"],
    "picture.legend": ["图例", "Legend"],
    "picture.title": ["规图 关系图", "Guitu graph"],
    "picture.empty": ["没有符合筛选条件的内容", "Nothing matches the filters"],
    "picture.rest": ["其余 {n} ", "{n} more "],
    "picture.less": ["▾ 收起一页", "▾ Show fewer"],
    "picture.close": ["▾ 收起 {n} 项", "▾ Collapse {n}"],
    "picture.tasks": ["{n} 项任务", "{n} tasks"],
    "picture.mark.lead": ["牵", "L"],
    "picture.mark.responsible": ["责", "R"],
    "picture.mark.support": ["配", "S"],
    "picture.mark.annex": ["附", "A"],
    "picture.linked": ["相连 {n}", "{n} links"],
    "picture.open": ["展开 {n} 项任务", "open {n} tasks"],
    "picture.documents": ["份文件", "documents"],
    "picture.agencies": ["个机构", "agencies"],
    "picture.ofTasks": ["项任务", "tasks"],
    "picture.figures": ["项指标值", "figures"],
    "picture.places": ["处载体", "places"],
    "picture.topics": ["个领域", "topics"],
    "picture.alignedTasks": ["项相近任务", "related tasks"],
    "picture.kind.document": ["文件", "Document"],
    "picture.kind.section": ["章节", "Section"],
    "picture.kind.agency": ["机构", "Agency"],
    "picture.kind.task": ["任务", "Task"],
    "picture.kind.figure": ["目标", "Target"],
    "picture.kind.indicator": ["指标", "Indicator"],
    "picture.kind.place": ["载体", "Place"],
    "picture.kind.topic": ["领域", "Topic"],
    "picture.kind.more": ["点开可看其余", "Opens the rest"],
    "picture.lead": ["牵头", "Lead"],
    "picture.responsible": ["责任", "Responsible"],
    "picture.support": ["配合", "Support"],
    "picture.suggested": ["建议（非文件所写）", "Suggested (not stated)"],
    "picture.aligned": ["相近任务", "Related task"],
    "picture.cites": ["文件引用", "Names the document"],
    "picture.part": ["包含", "Contains"],
  };
  const P = (Guitu.picture ??= {});

  // 15 项任务，另建议 7
  P.counted = (app, [stated, ...others]) => Guitu.tell(app, [app.t("picture.tasks", { n: stated }), ...others]);

  Guitu.words = Object.assign(Guitu.words ?? {}, Object.fromEntries(Object.entries(words).map(([key, [zh, en]]) => [key, { zh, en }])));
})((globalThis.Guitu ??= {}));
