// Agencies against documents, or against the tasks of the selection: who does what, at a glance.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const ROLES = ["lead", "responsible", "support"], AGENCIES = 60, COLUMNS = 40, BLOCK = 8; // columns side by side on paper

  Guitu.addWords({
    "matrix.across": ["横向", "Across"],
    "matrix.document": ["文件", "Documents"],
    "matrix.task": ["任务", "Tasks"],
    "matrix.label": ["单位与{name}", "Agencies and {name}"],
    "matrix.first": ["先显示 {n} 列，再显示 {more} 列", "The first {n} columns; show {more} more"],
    "matrix.sum": ["合计", "Sum"],
    "matrix.block": ["第 {from}–{to} 列，共 {n} 列；在这些列中没有任务的单位不列，合计为全部列", "Columns {from} to {to} of {n}; agencies without tasks in them are left out, sums are of all columns"],
    "mark.lead": ["牵", "L"],
    "mark.responsible": ["责", "R"],
    "mark.support": ["配", "S"],
    "mark.annex": ["附", "A"],
  });

  // agency -> column -> role -> tasks, those of the annex under "lead+", suggested ones under "lead?"; agencies with most stated tasks first
  function counted(app, across) {
    const { duties, suggestions } = app.selection(), found = new Map(), own = new Map();
    const add = (row, role, list) => {
      const column = across === "task" ? row.task : app.data.tasks[row.task].document;
      if (!found.has(row.agency)) [found, own].forEach((map, i) => map.set(row.agency, i ? { duties: [], suggestions: [] } : new Map()));
      own.get(row.agency)[list].push(row);
      const cells = found.get(row.agency);
      if (!cells.has(column)) cells.set(column, {});
      (cells.get(column)[role] ??= new Set()).add(row.task);
    };
    duties.forEach((row) => add(row, row.annex ? `${row.role}+` : row.role, "duties"));
    suggestions.forEach((row) => add(row, `${row.role}?`, "suggestions"));
    const sums = new Map([...own].map(([agency, rows]) => [agency, Guitu.owned(rows.duties, rows.suggestions)]));
    return { found, agencies: [...found.keys()].sort((a, b) => Guitu.byOwned(sums.get(a), sums.get(b)) || a - b), sums };
  }

  function marks(app, cell, single) {
    const { make } = Guitu;
    return ["", "+", "?"].flatMap((sign) => ROLES.map((role) => role + sign)).filter((role) => cell[role]).map((role) => {
      const plain = role.replace(/[+?]$/, ""), suggested = role.endsWith("?"), annex = role.endsWith("+"), n = cell[role].size, many = n > 1 ? ` ${n}` : "";
      const words = `${suggested ? app.t("suggested") : annex ? `${app.t("annex")} ` : ""}${app.t(`role.${plain}`)}${many}`;
      return make("span", { class: `mark ${plain}${suggested ? " suggested" : ""}`, title: words },
        make("span", { "aria-hidden": "true" }, annex && app.t("mark.annex"), app.t(`mark.${plain}`), suggested && "?", !single && n),
        make("span", { class: "unseen" }, words));
    });
  }

  function table(app, across, { found, sums }, rows, columns, caption) {
    const { make, link } = Guitu;
    return make("table", { class: "matrix cards" }, caption && make("caption", {}, caption),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, app.t("kind.agency")), make("th", { scope: "col" }, app.t("matrix.sum")),
        columns.map((at) => make("th", { scope: "col" }, app.printing ? app.name(across, at) : link(app, across, at))))), // a head that repeats keeps no buttons
      make("tbody", {}, rows.map((agency) => make("tr", {}, make("th", { scope: "row" }, link(app, "agency", agency)),
        make("td", { class: "number", "data-name": app.t("matrix.sum") }, Guitu.tell(app, sums.get(agency))),
        columns.map((at) => make("td", { "data-name": app.name(across, at) }, marks(app, found.get(agency).get(at) ?? {}, across === "task")))))));
  }

  // Columns that find no room on a sheet of paper stand below, beside their agencies once more
  function blocks(app, across, sum, rows, columns) {
    if (columns.length <= BLOCK) return [table(app, across, sum, rows, columns)];
    return Array.from({ length: Math.ceil(columns.length / BLOCK) }, (_, i) => columns.slice(i * BLOCK, (i + 1) * BLOCK)).map((part, i) =>
      table(app, across, sum, rows.filter((agency) => part.some((at) => sum.found.get(agency).has(at))), part,
        app.t("matrix.block", { from: i * BLOCK + 1, to: i * BLOCK + part.length, n: columns.length })));
  }

  Guitu.views.matrix = function (app, room) {
    const { make, refill } = Guitu, across = app.state.across === "task" ? "task" : "document";
    const sum = counted(app, across), { found, agencies } = sum, { rows, bar } = Guitu.paged(app, agencies, app.printing ? agencies.length : AGENCIES);
    const used = new Set(rows.flatMap((agency) => [...found.get(agency).keys()])), often = (column) => rows.filter((agency) => found.get(agency).has(column)).length,
      weight = new Map([...used].map((column) => [column, often(column)])), columns = [...used].sort((a, b) => weight.get(b) - weight.get(a) || a - b),
      most = app.printing ? columns.length : COLUMNS * Number(room.dataset.columns ?? 1), shown = columns.slice(0, most);
    const label = app.t("matrix.label", { name: app.t(`matrix.${across}`) });
    refill(room,
      make("div", { class: "tools", role: "group", "aria-label": app.t("matrix.across") }, app.t("matrix.across"),
        ["document", "task"].map((name) => make("button", { type: "button", "data-keep": `across-${name}`, "aria-pressed": String(across === name),
          onclick: () => app.change({ across: name === "task" ? "task" : "", page: 0 }) }, app.t(`matrix.${name}`))),
        columns.length > shown.length && make("button", { type: "button", class: "more", "data-keep": "columns", onclick: () => {
          room.dataset.columns = Number(room.dataset.columns ?? 1) + 1;
          Guitu.views.matrix(app, room);
        } }, app.t("matrix.first", { n: shown.length, more: Math.min(COLUMNS, columns.length - shown.length) }))),
      bar,
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
        app.printing ? blocks(app, across, sum, rows, shown) : table(app, across, sum, rows, shown),
        rows.length === 0 && make("p", { class: "empty" }, app.t("empty"))),
      make("p", { class: "legend" }, ROLES.map((role) => [make("span", { class: `mark ${role}` }, app.t(`mark.${role}`)),
        ` ${app.t(`role.${role}`)} `]), make("span", { class: "mark lead" }, app.t("mark.annex"), app.t("mark.lead")), ` ${app.t("annex")} `,
        make("span", { class: "mark lead suggested" }, `${app.t("mark.lead")}?`), ` ${app.t("suggested")}`));
  };
})((globalThis.Guitu ??= {}));
