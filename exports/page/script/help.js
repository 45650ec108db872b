// Help in place: what the page holds, how to read it, which keys there are, and one walk through it.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    help: ["说明", "Help"],
    "help.title": ["怎样用这个网页", "How to use this page"],
    "help.what": ["它由规划文件生成，不联网。每条责任、指标都能点到原文里的那句话。", "It is made of plan documents and needs no network. Every owner and figure leads to its words in the text."],
    "help.line": ["粗实线是牵头，细实线是责任，虚线是配合，点线是建议；线上“牵1·责5”是各角色的任务数。", "Thick lines lead, thin ones are responsible, dashed ones support, dotted ones are suggested; “L1·R5” counts the tasks of each role."],
    "help.apart": ["“15，另建议 4”：15 项由文件写明，另有 4 项是按其他文件推出的建议，从不相加。", "“15; 4 suggested”: documents state 15; 4 more are concluded from other documents and never added."],
    "help.annex": ["“附件写明”：正文没有写这项任务由谁负责，同一文件的附件（或分工表）写了；正文的任务和附件的那一行是同一项任务，所以分开计数，不相加。", "“In the annex”: the body does not say who owns the task, the annex or table of the document does; the task of the body and the row of the annex are one task, so they are counted apart and never added."],
    "help.due": ["“最晚完成”先看写明的时限，再看目标年份，最后看规划期末；现状数值不算。", "“Due by” takes the written deadline, else the year of targets, else the end of the plan; observations never count."],
    "help.decide": ["看到不对的，在任务详情里点“核对”；记下的更正在“更正”里存成文件，交给 guitu correct。", "Choose “Check” in a task to correct it; save what you noted under “Corrections” for guitu correct."],
    "help.keys": ["按键：/ 查找，方向键选择，回车打开，Esc 关闭，图中方向键移动。地址栏 # 之后就是当前画面，可以发给别人。", "Keys: / searches, arrows choose, Enter opens, Esc closes; arrows move in the graph. The address after # is what you see: send it."],
    "help.walk": ["走一遍", "One walk"],
    "help.step1": ["1 看全部文件和单位", "1 All documents and agencies"],
    "help.step2": ["2 看任务最多的单位", "2 The agency with most tasks"],
    "help.step3": ["3 打印它的职责清单", "3 Its duty sheet, to print"],
    "help.step4": ["4 找没有责任单位的任务", "4 Tasks without an owner"],
    "help.step5": ["5 看各级怎样衔接", "5 From state to bureau"],
  });

  function most(app) {
    const counts = [...app.data.agencies.keys()].map((at) => app.index.dutiesOfAgency(at).length);
    return counts.length ? { kind: "agency", index: counts.indexOf(Math.max(...counts)) } : null;
  }

  Guitu.help = function (app) {
    const { make, refill, at } = Guitu, room = at("guide");
    const plain = { filters: {}, narrow: {}, words: "", open: [], focus: null, whole: false, flow: false };
    const steps = () => [{ ...plain, view: "graph" }, { ...plain, view: "graph", focus: most(app) }, { ...plain, view: "agency", focus: most(app) },
      { ...plain, view: "table", filters: { owned: ["unowned"] } }, { ...plain, view: "graph", flow: true }];
    function fill() {
      refill(room, make("h2", { id: "guide-title" }, app.t("help.title")),
        ["what", "line", "apart", "annex", "due", "decide", "keys"].map((name) => make("p", {}, app.t(`help.${name}`))),
        make("h3", {}, app.t("help.walk")), make("div", { class: "tools" }, steps().map((step, i) => make("button", { type: "button", onclick: () => { room.close(); app.change(step); } },
          app.t(`help.step${i + 1}`)))),
        make("button", { type: "button", class: "closing", onclick: () => room.close() }, app.t("close")));
    }
    at("help").addEventListener("click", () => {
      fill();
      room.showModal();
    });
  };
})((globalThis.Guitu ??= {}));
