// By when: tasks and targets by year. A task is due by its written deadline, else its targets, else the end of its plan.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const BASES = ["deadline", "target", "period"], FIRST = 8;

  Guitu.addWords({
    "view.timeline": ["时间线", "Timeline"],
    "timeline.year": ["{year} 年", "{year}"],
    "timeline.none": ["没有任何时限", "No date at all"],
    "timeline.tasks": ["任务 {n} 项", "{n} tasks"],
    "timeline.targets": ["目标 {n} 个", "{n} targets"],
    "timeline.note": ["现状数值不算到期。没有写明时限的任务，按目标年份；也没有目标的，按规划期末，用浅色标出。",
      "What was observed is never due. A task without a written deadline is due by its targets, else by the end of its plan, shown paler."],
    "timeline.only": ["只看至 {year} 年的", "Only those due by {year}"],
  });

  // year -> { tasks: basis -> tasks, targets }; the year of tasks without any is null
  function byYear(app) {
    const found = new Map(), { tasks, figures } = app.selection();
    const of = (year) => found.get(year) ?? found.set(year, { deadline: [], target: [], period: [], none: [], targets: [] }).get(year);
    for (const at of tasks) {
      const due = app.index.dueOfTask(at);
      of(due?.year ?? null)[due?.basis ?? "none"].push(at);
    }
    for (const at of figures) if (app.data.figures[at].kind === "target" && app.data.figures[at].year) of(app.data.figures[at].year).targets.push(at);
    return [...found].sort(([a], [b]) => (a ?? 9999) - (b ?? 9999));
  }

  const count = (row) => [...BASES, "none"].reduce((sum, basis) => sum + row[basis].length, 0);

  function bars(app, row, most) {
    const { make, sized } = Guitu;
    return make("span", { class: "bar stacked", "aria-hidden": "true" }, BASES.map((basis) => row[basis].length > 0 &&
      sized(make("span", { class: basis }), (100 * row[basis].length) / most)));
  }

  // The years as one picture, each a way to what is due in it
  function line(app, rows, most) {
    const { make } = Guitu;
    return make("ol", { class: "years" }, rows.map(([year, row]) => make("li", {}, make("button", { type: "button", class: "link", onclick: () => Guitu.at(`year-${year}`).scrollIntoView() },
      year === null ? app.t("timeline.none") : String(year)), bars(app, row, most), make("span", { class: "count" }, [count(row) > 0 && app.t("timeline.tasks", { n: count(row) }),
        row.targets.length > 0 && app.t("timeline.targets", { n: row.targets.length })].filter(Boolean).join(" · ")))));
  }

  function section(app, [year, row]) {
    const { make, link, shortly } = Guitu, told = BASES.filter((basis) => row[basis].length).map((basis) => `${app.t(`due.${basis}`)} ${row[basis].length}`);
    return make("section", { class: "year", id: `year-${year}` },
      make("h3", {}, year === null ? app.t("timeline.none") : app.t("timeline.year", { year }), " ",
        make("small", {}, [app.t("timeline.tasks", { n: count(row) }), ...told, row.targets.length > 0 && app.t("timeline.targets", { n: row.targets.length })]
          .filter(Boolean).join(" · "))),
      year !== null && make("button", { type: "button", class: "link", "data-keep": `until-${year}`, onclick: () => app.filter("due", String(year), true) },
        app.t("timeline.only", { year })),
      [...BASES, "none"].map((basis) => row[basis].length > 0 && make("div", { class: `due ${basis}` }, make("h4", {}, `${app.t(basis === "none" ? "timeline.none" : `due.${basis}`)}（${row[basis].length}）`),
        shortly(app, row[basis], (at) => [link(app, "task", at), app.data.tasks[at].deadline && ` ${app.data.tasks[at].deadline}`, Guitu.ownersShort(app, at)], basis === "period" ? 6 : FIRST))),
      row.targets.length > 0 && make("div", { class: "due targets" }, make("h4", {}, `${app.t("kind.target")}（${row.targets.length}）`),
        shortly(app, row.targets, (at) => [link(app, "figure", at), make("small", {}, app.data.documents[app.data.figures[at].document]?.title)], FIRST)));
  }

  Guitu.views.timeline = function (app, room) {
    const { make, refill } = Guitu, rows = byYear(app), most = Math.max(1, ...rows.map(([, row]) => count(row)));
    refill(room, make("p", { class: "note" }, app.t("timeline.note")),
      make("p", { class: "legend" }, BASES.map((basis) => [make("span", { class: `swatch ${basis}` }), ` ${app.t(`due.${basis}`)} `])), rows.length > 1 && line(app, rows, most),
      rows.map((one) => section(app, one)), rows.length === 0 && make("p", { class: "empty" }, app.t("empty")));
  };
})((globalThis.Guitu ??= {}));
