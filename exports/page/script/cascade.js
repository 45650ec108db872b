// From state to bureau in words: each step of the chain of a task with both sentences, its score and reason, and owners.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "cascade.title": ["逐级衔接（{n} 步）", "Step by step ({n})"],
    "cascade.none": ["其他文件没有相应的任务。", "No other document has a corresponding task."],
    "cascade.step": ["{from} → {to}", "{from} → {to}"],
  });

  function side(app, task, other, ...owned) {
    const { make, link } = Guitu;
    return make("div", { class: "side" }, link(app, "task", task), make("small", {}, app.data.documents[app.data.tasks[task].document].title),
      Guitu.proofShort(app, Guitu.matter(app, task, other)), owned);
  }

  const levelOf = (app, task) => {
    const { level, type } = app.data.documents[app.data.tasks[task].document], name = app.code("level", level);
    return type === "measures" ? `${name}${app.t("picture.head.measures")}` : name;
  };

  function owners(app, task) {
    const { make } = Guitu, { duties } = app.index.ownersOfTask(task);
    if (!duties.length) return make("p", { class: "note" }, app.t("task.unowned"));
    return duties.map((at) => app.data.duties[at]).map((duty) => make("div", { "data-duty": `${task}:${duty.agency}`, tabindex: "-1" }, Guitu.role(app, duty.role), Guitu.ownerLink(app, duty),
      duty.proof && Guitu.proofShort(app, duty.proof)));
  }

  let model = null; // made once
  Guitu.cascade = function (app, index) {
    const { make, shortly, part, picture } = Guitu;
    model ??= picture.model(app);
    const { steps } = picture.chain(model, app.selection().tasks, index), stage = (task) => picture.stageOf(model, app.data.tasks[task].document);
    const row = ({ row: { a, b, score, relation, reason }, to }) => {
      const [upper, lower] = stage(a) < stage(b) ? [a, b] : [b, a], told = (task, other) => side(app, task, other, task === to && owners(app, task));
      return make("div", { "data-step": `${a} ${b}`, tabindex: "-1" },
        make("p", { class: "score" }, app.t("cascade.step", { from: levelOf(app, upper), to: levelOf(app, lower) }), ` · ${app.code("alignment", relation)} ${Guitu.percent(score)}`),
        told(upper, lower), told(lower, upper), make("p", { class: "reason" }, app.reason(reason)));
    };
    return part(app.t("cascade.title", { n: steps.length }), steps.length ? shortly(app, steps, row, 20) : make("p", { class: "note" }, app.t("cascade.none")));
  };

  // A step, or an owner, that was chosen in the picture: shown in the panel, which unfolds for it
  Guitu.showStep = function (name, value) {
    const room = Guitu.at("panel"), find = () => [...room.querySelectorAll(`[data-${name}]`)].find((node) => node.dataset[name] === value);
    if (!find()) room.querySelector("section:has([data-step]) > .more")?.click();
    for (const node of room.querySelectorAll(".chosen")) node.classList.remove("chosen");
    find()?.classList.add("chosen");
    find()?.scrollIntoView({ block: "nearest" });
  };
})((globalThis.Guitu ??= {}));
