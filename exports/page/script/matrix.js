// Agencies against documents, or against the tasks of the selection: who does what, at a glance.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const ROLES = ["lead", "responsible", "support"], AGENCIES = 60, TASKS = 40;

  Guitu.addWords({
    "matrix.across": ["横向", "Across"],
    "matrix.document": ["文件", "Documents"],
    "matrix.task": ["任务", "Tasks"],
    "matrix.label": ["单位与{name}", "Agencies and {name}"],
    "matrix.first": ["先显示 {n} 项任务，筛选后可看其余", "The first {n} tasks; filter to see others"],
    "matrix.sum": ["合计", "Sum"],
    "mark.lead": ["牵", "L"],
    "mark.responsible": ["责", "R"],
    "mark.support": ["配", "S"],
  });

  // column -> agency -> role -> count, suggested owners under "lead?"
  function counted(app, across) {
    const { duties, suggestions } = app.selection(), found = new Map(), sums = new Map();
    const add = (row, role) => {
      const column = across === "task" ? row.task : app.data.tasks[row.task].document;
      if (!found.has(row.agency)) found.set(row.agency, new Map());
      const cells = found.get(row.agency);
      if (!cells.has(column)) cells.set(column, {});
      cells.get(column)[role] = (cells.get(column)[role] ?? 0) + 1;
      sums.set(row.agency, (sums.get(row.agency) ?? 0) + 1);
    };
    duties.forEach((row) => add(row, row.role));
    suggestions.forEach((row) => add(row, `${row.role}?`));
    return { found, agencies: [...found.keys()].sort((a, b) => sums.get(b) - sums.get(a) || a - b), sums };
  }

  function marks(app, cell, single) {
    const { make } = Guitu;
    return [...ROLES, ...ROLES.map((role) => `${role}?`)].filter((role) => cell[role]).map((role) => {
      const plain = role.replace("?", ""), suggested = role !== plain, many = cell[role] > 1 ? ` ${cell[role]}` : "";
      const words = `${suggested ? app.t("suggested") : ""}${app.t(`role.${plain}`)}${many}`;
      return make("span", { class: `mark ${plain}${suggested ? " suggested" : ""}`, title: words },
        make("span", { "aria-hidden": "true" }, app.t(`mark.${plain}`), suggested && "?", !single && cell[role]),
        make("span", { class: "unseen" }, words));
    });
  }

  Guitu.views.matrix = function (app, room) {
    const { make, refill, link } = Guitu, across = app.state.across === "task" ? "task" : "document";
    const { found, agencies, sums } = counted(app, across), { rows, bar } = Guitu.paged(app, agencies, AGENCIES);
    const used = new Set(rows.flatMap((agency) => [...found.get(agency).keys()])), columns = [...used].sort((a, b) => a - b),
      shown = across === "task" ? columns.slice(0, TASKS) : columns;
    const label = app.t("matrix.label", { name: app.t(`matrix.${across}`) });
    refill(room,
      make("div", { class: "tools", role: "group", "aria-label": app.t("matrix.across") }, app.t("matrix.across"),
        ["document", "task"].map((name) => make("button", { type: "button", "data-keep": `across-${name}`, "aria-pressed": String(across === name),
          onclick: () => app.change({ across: name === "task" ? "task" : "", page: 0 }) }, app.t(`matrix.${name}`))),
        columns.length > shown.length && make("span", { class: "note" }, app.t("matrix.first", { n: shown.length }))),
      bar,
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
        make("table", { class: "matrix" },
          make("thead", {}, make("tr", {}, make("th", { scope: "col" }, app.t("kind.agency")), make("th", { scope: "col" }, app.t("matrix.sum")),
            shown.map((at) => make("th", { scope: "col" }, link(app, across, at))))),
          make("tbody", {}, rows.map((agency) => make("tr", {}, make("th", { scope: "row" }, link(app, "agency", agency)),
            make("td", { class: "number" }, sums.get(agency)),
            shown.map((at) => make("td", {}, marks(app, found.get(agency).get(at) ?? {}, across === "task"))))))),
        rows.length === 0 && make("p", { class: "empty" }, app.t("empty"))),
      make("p", { class: "legend" }, ROLES.map((role) => [make("span", { class: `mark ${role}` }, app.t(`mark.${role}`)),
        ` ${app.t(`role.${role}`)} `]), make("span", { class: "mark lead suggested" }, `${app.t("mark.lead")}?`), ` ${app.t("suggested")}`));
  };
})((globalThis.Guitu ??= {}));
