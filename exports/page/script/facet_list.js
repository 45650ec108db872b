// The filters beside the views, with their counts; and the active ones as chips above.
(function (Guitu) {
  "use strict";
  const SHOWN = 8, FIND_FROM = 12; // values before "more"; a long list has a box that narrows it

  Guitu.addWords({
    "facet.document": ["文件", "Document"],
    "facet.level": ["层级", "Level"],
    "facet.agency": ["单位", "Agency"],
    "facet.role": ["角色", "Role"],
    "facet.basis": ["依据", "Basis"],
    "facet.owned": ["责任单位", "Owner"],
    "facet.related": ["其他文件", "Other documents"],
    "facet.topic": ["领域", "Topic"],
    "facet.district": ["区县", "District"],
    "facet.year": ["年份", "Year"],
    "facet.find": ["在{name}中查找", "Find in {name}"],
  });

  const LEVELS = ["national", "provincial", "municipal", "county", "township"];
  const ORDERED = { level: LEVELS, role: ["lead", "responsible", "support"], basis: ["stated", "suggested"], owned: ["owned", "unowned"],
    related: ["related", "unrelated"] };

  Guitu.facetValue = (app, name, value) => {
    const list = { document: "documents", agency: "agencies", topic: "topics", district: "places" }[name];
    if (list) {
      const row = app.data[list][app.index.byKey[list].get(value)];
      return row ? row.title ?? row.name : value;
    }
    if (name === "level") return app.code("level", value);
    if (name === "role") return app.t(`role.${value}`);
    return name === "year" ? value : app.t(value);
  };

  Guitu.facetList = function (app) {
    const { make, refill, at } = Guitu, room = at("facets"), all = new Set(), narrowed = {}, collator = new Intl.Collator("zh", { numeric: true });
    const named = (name, [a], [b]) => collator.compare(Guitu.facetValue(app, name, a), Guitu.facetValue(app, name, b));

    function values(name) {
      const counts = app.selection().counts[name], chosen = app.state.filters[name] ?? [];
      for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
      const order = ORDERED[name];
      return [...counts].sort(
        name === "year" ? (a, b) => a[0].localeCompare(b[0])
        : order ? (a, b) => order.indexOf(a[0]) - order.indexOf(b[0])
        : (a, b) => chosen.includes(b[0]) - chosen.includes(a[0]) || b[1] - a[1] || named(name, a, b));
    }

    function facet(name) {
      const found = values(name), title = app.t(`facet.${name}`);
      if (!found.length) return null;
      const words = narrowed[name] ?? "", kept = words ? found.filter(([value]) => Guitu.facetValue(app, name, value).includes(words)) : found;
      const shown = all.has(name) ? kept : kept.slice(0, SHOWN);
      return make("fieldset", { "data-facet": name },
        make("legend", {}, title),
        found.length > FIND_FROM && make("input", { type: "search", "aria-label": app.t("facet.find", { name: title }),
          placeholder: app.t("facet.find", { name: title }), value: words, "data-keep": `facet-${name}`,
          oninput: (event) => { narrowed[name] = event.target.value; show(); } }),
        shown.map(([value, count]) => line(name, value, count)),
        kept.length > shown.length && make("button", { type: "button", class: "more", "data-keep": `more-${name}`,
          onclick: () => { all.add(name); show(); } }, app.t("more", { n: kept.length - shown.length })));
    }

    function line(name, value, count) {
      const on = (app.state.filters[name] ?? []).includes(value);
      return make("label", { class: count ? null : "zero" },
        make("input", { type: "checkbox", checked: on, value, "data-keep": `${name}=${value}`,
          onchange: (event) => app.filter(name, value, event.target.checked) }),
        make("span", { class: "value" }, Guitu.facetValue(app, name, value)),
        make("span", { class: "count" }, count));
    }

    // The control that had the keys keeps them when the list is made anew
    function show() {
      const kept = document.activeElement?.dataset?.keep, from = document.activeElement?.selectionStart;
      refill(room, Guitu.facetNames.map(facet));
      if (!kept) return;
      const again = [...room.querySelectorAll("[data-keep]")].find((node) => node.dataset.keep === kept);
      again?.focus();
      if (again?.type === "search") again.setSelectionRange(from, from);
    }

    function chips() {
      const found = Object.entries(app.state.filters).flatMap(([name, values]) => values.map((value) => [name, value]));
      const tasks = app.selection().tasks.size, whole = app.data.tasks.length;
      refill(at("chips"),
        make("span", { class: "sum" }, tasks === whole ? app.t("chips.tasks", { n: whole }) : app.t("chips.of", { n: tasks, all: whole })),
        found.map(([name, value]) => {
          const words = `${app.t(`facet.${name}`)}：${Guitu.facetValue(app, name, value)}`;
          return make("button", { type: "button", class: "chip", "aria-label": app.t("chips.remove", { name: words }),
            onclick: () => { app.filter(name, value, false); at("chips").querySelector("button")?.focus(); } },
            words, make("span", { "aria-hidden": "true" }, " ×"));
        }),
        found.length > 1 && make("button", { type: "button", class: "clear", onclick: () => app.change({ filters: {} }) }, app.t("chips.clear")));
    }
    return { show: () => { show(); chips(); } };
  };
})((globalThis.Guitu ??= {}));
