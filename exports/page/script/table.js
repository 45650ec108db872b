// The view of the 任务分工表: sort by a heading, narrow by words, copy, download.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const PAGE = 100, FEW = 3, OWNERS = 6, PRINTED = 3000, WIDTHS = [8, 36, 24, 24, 24, 40, 10, 14, 18, 30, 28, 28, 48];

  Guitu.addWords({
    "table.words": ["在表中筛选", "Narrow the table"],
    "table.copy": ["复制", "Copy"],
    "table.copied": ["已复制 {n} 行", "{n} rows copied"],
    "table.notCopied": ["浏览器不允许复制，请下载 CSV", "The browser does not allow copying; download the CSV"],
    "table.csv": ["下载 CSV", "Download CSV"],
    "table.xlsx": ["下载 XLSX", "Download XLSX"],
    "table.name": ["任务分工表", "Tasks and owners"],
    "table.blank": ["各行均为空、未印的列：{names}", "Columns left out, empty in every row: {names}"],
    "table.unowned": ["无责任单位，{suggested}", "Unowned; {suggested}"],
    "table.sort": ["按{name}排序", "Sort by {name}"],
  });

  const rowsOf = (app) => Guitu.sorted(app, [...app.selection().tasks], app.state.sort);

  function heading(app, column) {
    const { make } = Guitu, { sort } = app.state, name = app.t(`column.${column}`);
    if (app.printing) return make("th", { scope: "col", class: column }, name); // a head that repeats on each sheet keeps words, not buttons
    const way = sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";
    const next = { none: column, ascending: `-${column}`, descending: "" }[way];
    return make("th", { scope: "col", "aria-sort": way, class: column },
      make("button", { type: "button", "data-keep": `sort-${column}`, title: app.t("table.sort", { name }),
        onclick: () => app.change({ sort: next, page: 0 }) }, name, make("span", { "aria-hidden": "true" },
        { none: "", ascending: " ▲", descending: " ▼" }[way])));
  }

  // What a cell shows is what its words say in the files
  function cell(app, at, column) {
    const { make, link } = Guitu, task = app.data.tasks[at];
    if (column === "task") return [link(app, "task", at), Guitu.corrected(app, task)];
    if (app.printing && column !== "suggested") return Guitu.cell(app, at, column); // words break where they must; buttons do not
    if (column === "document") return link(app, "document", task.document);
    if (column === "suggested") return suggested(app, at);
    if (["lead", "responsible", "support"].includes(column)) return Guitu.few(app, Guitu.inRole(app, at, column).map((duty) => make("div", {}, Guitu.ownerLink(app, duty))), OWNERS);
    if (column === "source") return source(app, at);
    if (column === "figures") return Guitu.few(app, Guitu.targetsOf(app, at).map((one) => make("div", {}, link(app, "figure", one))));
    if (column === "proof") return Guitu.few(app, Guitu.proofsOf(app, at).map((proof) => Guitu.proofShort(app, proof)));
    return Guitu.cell(app, at, column);
  }

  // The first ones of a long cell, so that a row stays low; the rest on demand
  Guitu.few = function (app, nodes, most = FEW) {
    if (app.printing || nodes.length <= most + 1) return nodes;
    return [nodes.slice(0, most), Guitu.make("button", { type: "button", class: "more", onclick: (event) => event.target.replaceWith(...nodes.slice(most)) },
      app.t("panel.more", { n: nodes.length - most }))];
  };

  // The columns of a sheet of paper: those with words in any row, as wide as their longer cells ask for
  function printed(app, rows) {
    const { make, sized } = Guitu, LEAST = { number: 3, task: 6, lead: 5, responsible: 6.5, support: 5 }, shown = Guitu.columnsShown(app), lengths = new Map(shown.map((column) =>
      [column, rows.map((at) => Guitu.cell(app, at, column).length).sort((a, b) => a - b)]));
    const columns = shown.filter((column) => !rows.length || lengths.get(column).at(-1) > 0);
    const side = (column, share) => Math.sqrt(lengths.get(column)[Math.floor(rows.length * share)] ?? 0);
    const asked = columns.map((column) => Math.min(column === "suggested" ? 5 : 10, Math.max(LEAST[column] ?? 3.9, (side(column, 0.8) + side(column, 0.97)) / 2)));
    const sum = asked.reduce((a, b) => a + b, 0);
    return { columns, group: make("colgroup", {}, asked.map((width) => sized(make("col"), (100 * width) / sum))) };
  }

  function source(app, at) {
    const { make, link } = Guitu;
    return [Guitu.sources(app, at).map((one) => make("div", {}, app.t(`source.${one}`))),
      Guitu.inherited(app, at).map((duty) => make("div", {}, Guitu.ownerLink(app, duty), ` ${app.t(`role.${duty.role}`)}`))];
  }

  function suggested(app, at) {
    const found = app.index.suggestionsOfTask(at).map((one) => app.data.suggestions[one]), none = Guitu.cell(app, at, "suggested");
    return found.length ? found.map((one) => Guitu.maybe(app, one)) : none && Guitu.make("small", {}, none);
  }

  // Owners of a task in few lines; those that are only suggested stand apart from those stated, and count as none
  Guitu.ownersShort = function (app, task) {
    const { make } = Guitu, { duties, basis } = app.index.ownersOfTask(task), found = duties.map((at) => app.data.duties[at]), maybe = app.index.suggestionsOfTask(task).map((at) => app.data.suggestions[at]);
    const none = maybe.length ? app.t("table.unowned", { suggested: app.t("count.suggested", { n: maybe.length }) }) : app.t("unowned");
    return make("div", { class: "owners" },
      found.length ? [basis !== "stated" && make("small", {}, app.t(`source.${basis}`)), found.map((duty) => [Guitu.role(app, duty.role), Guitu.ownerLink(app, duty), " "])] : make("small", {}, none),
      maybe.map((row) => Guitu.maybe(app, row)));
  };

  // A suggested owner in one line, its reason at hand
  Guitu.maybe = (app, row) => Guitu.make("div", { class: "maybe", title: app.reason(row.reason) }, Guitu.role(app, row.role, true),
    Guitu.link(app, "agency", row.agency), Guitu.make("small", {}, ` ${app.t("task.score", { score: Guitu.percent(row.score) })}`));

  async function copy(app, rows) {
    try {
      await navigator.clipboard.writeText(Guitu.tabbed(Guitu.grid(app, rows, Guitu.columnsShown(app))));
      Guitu.say(app.t("table.copied", { n: rows.length }));
    } catch {
      Guitu.say(app.t("table.notCopied"));
    }
  }

  Guitu.views.table = function (app, room) {
    const { make, refill } = Guitu, rows = rowsOf(app), { rows: shown, bar } = Guitu.paged(app, rows, app.printing ? PRINTED : PAGE), name = app.t("table.name"),
      asked = Guitu.columnsShown(app), { columns, group } = app.printing ? printed(app, shown) : { columns: asked }, blank = asked.filter((column) => !columns.includes(column)),
      hidden = Guitu.columns.map((column) => !asked.includes(column)), table = make("table", { class: "division" }, group, make("thead", {}, make("tr", {}, columns.map((column) => heading(app, column)))),
        make("tbody", {}, shown.map((at) => make("tr", { "data-task": at }, columns.map((column) => make(column === "task" ? "th" : "td",
          { class: column, scope: column === "task" && "row", "data-name": app.t(`column.${column}`) }, cell(app, at, column)))))));
    const head = make("div", { class: "tools" },
      make("input", { type: "search", value: app.state.words, "data-keep": "words", placeholder: app.t("table.words"),
        "aria-label": app.t("table.words"), oninput: (event) => app.change({ words: event.target.value, page: 0 }) }),
      make("button", { type: "button", id: "copy", onclick: () => copy(app, rowsOf(app)) }, app.t("table.copy")),
      make("button", { type: "button", id: "csv", onclick: () => Guitu.save(`${name}.csv`, "text/csv", [Guitu.csv(Guitu.grid(app, rowsOf(app)))]) },
        app.t("table.csv")),
      make("button", { type: "button", id: "xlsx", onclick: () => Guitu.save(`${name}.xlsx`, Guitu.XLSX,
        Guitu.xlsx(name, Guitu.grid(app, rowsOf(app)), WIDTHS, hidden)) }, app.t("table.xlsx")), Guitu.columnChoice(app));
    if (!app.printing) table.style.setProperty("--least", `${Guitu.columnsWide(columns)}px`);
    refill(room, head, bar,
      blank.length > 0 && make("p", { class: "note blank" }, app.t("table.blank", { names: blank.map((column) => app.t(`column.${column}`)).join("、") })),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name },
        table,
        rows.length === 0 && make("p", { class: "empty" }, app.t("empty"))));
  };
})((globalThis.Guitu ??= {}));
