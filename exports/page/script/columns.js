// Which columns of the table are shown: owners and what a reader looks for first, the others by a choice that the browser keeps.
(function (Guitu) {
  "use strict";
  const PLACE = "guitu.columns", USUAL = ["number", "task", "lead", "responsible", "support", "suggested", "source", "deadline", "document"], ALWAYS = ["task"];
  const WIDTHS = { number: 52, source: 84, deadline: 84, due: 90 }, WIDTH = 126; // px at least

  Guitu.addWords({
    "columns.choose": ["列（{n} / {all}）", "Columns ({n} of {all})"],
    "columns.usual": ["恢复常用列", "The usual columns"],
    "columns.note": ["文件总是含全部列；XLSX 中未选的列隐藏", "Files always hold every column; in XLSX those not chosen are hidden"],
  });

  const known = (names) => Guitu.columns.filter((name) => names.includes(name) || ALWAYS.includes(name));
  let open = false;

  // By the address, else as the reader left it; what a filter is about is shown besides
  Guitu.columnsShown = function (app) {
    const { columns, filters } = app.state, kept = Guitu.kept(PLACE);
    const asked = columns ? columns.split(",") : Array.isArray(kept) ? kept : USUAL, names = asked.some((name) => Guitu.columns.includes(name)) ? asked : USUAL;
    return known(filters.due || filters.year ? [...names, "due"] : names);
  };

  // The least width at which a table of these columns is read without broken words
  Guitu.columnsWide = (columns) => columns.reduce((sum, name) => sum + (WIDTHS[name] ?? WIDTH), 0);

  function choose(app, names) {
    Guitu.keep(PLACE, names);
    app.change({ columns: names ? known(names).join(",") : "" });
  }

  Guitu.columnChoice = function (app) {
    const { make } = Guitu, shown = Guitu.columnsShown(app);
    return make("details", { class: "columns", open, ontoggle: (event) => { open = event.target.open; } },
      make("summary", { "data-keep": "columns" }, app.t("columns.choose", { n: shown.length, all: Guitu.columns.length })),
      make("div", { class: "choice" }, Guitu.columns.map((name) => make("label", {}, make("input", { type: "checkbox", checked: shown.includes(name), disabled: ALWAYS.includes(name), "data-keep": `column-${name}`,
        onchange: (event) => choose(app, event.target.checked ? [...shown, name] : shown.filter((other) => other !== name)) }), app.t(`column.${name}`))),
      make("button", { type: "button", class: "link", "data-keep": "columns-usual", onclick: () => choose(app, null) }, app.t("columns.usual")),
      make("p", { class: "note" }, app.t("columns.note"))));
  };
})((globalThis.Guitu ??= {}));
