// What was not understood, per document: what the picture leaves out.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const SHOWN = 40, PAGE = 40;

  Guitu.addWords({
    "gaps.intro": ["下列内容像是事实，但没有读懂，因此不在图谱里。",
      "These look like facts but were not understood, so the graph leaves them out."],
    "gaps.none": ["没有未读出的内容。", "Nothing was left out."],
    "gaps.count": ["{n} 处", "{n}"],
    "gaps.read": ["读出任务 {tasks} 项、责任 {duties} 条、数值 {figures} 个",
      "{tasks} tasks, {duties} duties, {figures} figures were read"],
    "gaps.elsewhere": ["不属于任何文件", "Of no document"],
  });

  function ofDocument(app, document, places) {
    const { make, link, shortly, index } = { ...Guitu, index: app.index };
    const tasks = document === null ? [] : index.tasksOfDocument(document);
    const numbers = { tasks: tasks.length, duties: tasks.reduce((sum, at) => sum + index.dutiesOfTask(at).length, 0),
      figures: document === null ? 0 : index.figuresOfDocument(document).length };
    return make("section", { class: "gaps" },
      make("h3", {}, document === null ? app.t("gaps.elsewhere") : link(app, "document", document),
        make("small", {}, ` ${app.t("gaps.count", { n: places.length })}`)),
      document !== null && make("p", { class: "note" }, app.t("gaps.read", numbers)),
      places.length > 0 && shortly(app, places, (at) => {
        const gap = app.data.gaps[at];
        return [make("span", { class: "kind gap" }, app.code("gap", gap.kind)), " ", link(app, "gap", at, app.reason(gap.reason)), Guitu.proof(app, gap.proof)];
      }, SHOWN));
  }

  Guitu.views.gaps = function (app, room) {
    const { make, refill } = Guitu, chosen = app.selection(), found = new Map([...chosen.documents].map((document) => [document, []]));
    for (const at of chosen.gaps) {
      const { document } = app.data.gaps[at];
      if (!found.has(document)) found.set(document, []);
      found.get(document).push(at);
    }
    const { rows, bar } = Guitu.paged(app, [...found].sort(([, a], [, b]) => b.length - a.length), app.printing ? found.size : PAGE);
    refill(room, make("p", {}, app.t(chosen.gaps.length ? "gaps.intro" : "gaps.none")), bar, rows.map(([document, places]) => ofDocument(app, document, places)));
  };
})((globalThis.Guitu ??= {}));
