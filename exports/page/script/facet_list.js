// The filters beside the views, with their counts; and everything that narrows the selection as chips above.
(function (Guitu) {
  "use strict";
  const SHOWN = 8, FIND_FROM = 12; // values before "more"; a long list has a box that narrows it

  Guitu.addWords({
    "facet.document": ["文件", "Document"],
    "facet.level": ["层级", "Level"],
    "facet.agency": ["单位", "Agency"],
    "facet.role": ["角色", "Role"],
    "facet.basis": ["责任来源", "Source of owners"],
    "facet.owned": ["有无责任单位", "Has an owner"],
    "facet.unsuggested": ["为何没有建议", "Why none is suggested"],
    "facet.related": ["其他文件", "Other documents"],
    "facet.topic": ["领域", "Topic"],
    "facet.district": ["区县", "District"],
    "facet.due": ["最晚完成", "Due by"],
    "facet.year": ["写明的年份", "Years stated"],
    "facet.find": ["在{name}中查找", "Find in {name}"],
    "facet.none": ["没有匹配的值", "No such value"],
    "facet.ofPeriod": ["其中 {n} 项按规划期末", "{n} by the end of the plan"],
    "chip.words": ["表中含有", "Rows with"],
    "chips.unused": ["“{view}”不受这些条件限制，显示全部内容", "{view} does not follow these filters and shows everything"],
  });

  const LEVELS = ["national", "provincial", "municipal", "county", "township"];
  const ORDERED = { level: LEVELS, role: ["lead", "responsible", "support"], basis: ["stated", "annex", "inherited", "suggested"], owned: ["owned", "unowned"],
    related: ["related", "unrelated"] };
  const LISTS = { document: "documents", agency: "agencies", topic: "topics", district: "places" };
  const WHOLE = ["compare", "find", "decisions", "sparql"]; // views of what they were asked for, whatever the filters

  const rowOf = (app, name, value) => LISTS[name] && app.data[LISTS[name]][app.index.byKey[LISTS[name]].get(value)];

  Guitu.facetValue = (app, name, value) => {
    if (LISTS[name]) {
      const row = rowOf(app, name, value);
      return row ? row.title ?? row.name : value;
    }
    if (name === "level" || name === "unsuggested") return app.code(name, value);
    if (name === "role") return app.t(`role.${value}`);
    if (name === "due") return app.t("due.until", { year: value });
    return name === "year" ? value : app.t(value);
  };

  Guitu.facetList = function (app) {
    const { make, refill, at } = Guitu, room = at("facets"), all = new Set(), collator = new Intl.Collator("zh", { numeric: true }), places = new Map();

    // The place of each value by its name: found once, since there may be thousands
    function placesOf(name) {
      const key = `${name} ${app.lang}`;
      if (!places.has(key)) {
        const rows = app.data[LISTS[name]].map((row) => [row.key, row.title ?? row.name]).sort((a, b) => collator.compare(a[1], b[1]));
        places.set(key, new Map(rows.map(([value], i) => [value, i])));
      }
      return places.get(key);
    }

    function values(name) {
      const counts = app.selection().counts[name], chosen = app.state.filters[name] ?? [], order = ORDERED[name];
      const rows = [...counts, ...chosen.filter((value) => !counts.has(value)).map((value) => [value, [0, 0, 0, 0]])];
      if (!LISTS[name]) return rows.sort(order ? (a, b) => order.indexOf(a[0]) - order.indexOf(b[0]) : (a, b) => a[0].localeCompare(b[0]));
      const place = placesOf(name), on = new Set(chosen);
      return rows.sort(([a, x], [b, y]) => on.has(b) - on.has(a) || Guitu.byOwned(x, y) || place.get(a) - place.get(b));
    }

    // The values whose names meet the words of the facet's own box, chosen ones always
    function narrowed(name, found) {
      const terms = app.folding.terms(app.state.narrow[name] ?? ""), chosen = app.state.filters[name] ?? [];
      if (!terms.length) return found;
      return found.filter(([value]) => chosen.includes(value) || app.folding.met(terms, rowOf(app, name, value) ? app.foldedNames(rowOf(app, name, value))
        : [app.folding.fold(Guitu.facetValue(app, name, value))]) >= 0);
    }

    // Of many values the first ones; of many years those from the time of the newest document on
    function first(name, kept) {
      const now = Number(Guitu.newest(app.data).slice(0, 4)) - 1, years = ["due", "year"].includes(name), on = app.state.filters[name] ?? [];
      const from = years && now > 0 ? Math.max(0, Math.min(kept.findIndex(([value]) => Number(value) >= now), kept.length - SHOWN)) : 0;
      return kept.filter(([value], at) => (at >= from && at < from + SHOWN) || on.includes(value));
    }

    function facet(name) {
      const found = values(name), title = app.t(`facet.${name}`), words = app.state.narrow[name] ?? "";
      if (!found.length) return null;
      const kept = narrowed(name, found), shown = all.has(name) ? kept : first(name, kept);
      return make("fieldset", { "data-facet": name },
        make("legend", {}, title),
        (found.length > FIND_FROM || words) && make("input", { type: "search", "aria-label": app.t("facet.find", { name: title }),
          placeholder: app.t("facet.find", { name: title }), value: words, "data-keep": `facet-${name}`,
          oninput: (event) => narrow(name, event.target.value) }),
        shown.map(([value, count]) => line(name, value, count)), !kept.length && make("p", { class: "note" }, app.t("facet.none")),
        kept.length > shown.length && make("button", { type: "button", class: "more", "data-keep": `more-${name}`,
          onclick: () => { all.add(name); show(); } }, app.t("more", { n: kept.length - shown.length })));
    }

    function narrow(name, words) {
      const others = { ...app.state.narrow };
      delete others[name];
      app.change({ narrow: words.trim() ? { ...others, [name]: words } : others });
    }

    function line(name, value, count) {
      const on = (app.state.filters[name] ?? []).includes(value), every = Guitu.tasksIn(count), ofPeriod = count.at(-1);
      const told = name === "basis" ? String(every) : Guitu.tell(app, count); // each basis has tasks of its own kind alone
      return make("label", { class: every ? null : "zero" },
        make("input", { type: "checkbox", checked: on, value, "data-keep": `${name}=${value}`,
          onchange: (event) => app.filter(name, value, event.target.checked) }),
        make("span", { class: "value" }, Guitu.facetValue(app, name, value), ofPeriod > 0 && make("small", {}, app.t("facet.ofPeriod", { n: ofPeriod }))),
        make("span", { class: "count" }, told));
    }

    // The control that had the keys keeps them when the list is made anew
    function show() {
      const kept = document.activeElement?.dataset?.keep, from = document.activeElement?.selectionStart;
      refill(room, Guitu.facetNames.map(facet));
      if (!kept || at("view").contains(document.activeElement)) return;
      const again = [...room.querySelectorAll("[data-keep]")].find((node) => node.dataset.keep === kept);
      again?.focus({ preventScroll: true });
      if (again?.type === "search") again.setSelectionRange(from, from);
    }

    const chip = (words, remove) => make("button", { type: "button", class: "chip", "aria-label": app.t("chips.remove", { name: words }),
      onclick: () => { remove(); at("chips").querySelector("button")?.focus(); } }, words, make("span", { "aria-hidden": "true" }, " ×"));

    function chips() {
      const { filters, narrow: boxes, words } = app.state, selection = app.selection(), whole = app.data.tasks.length;
      const sum = Guitu.tell(app, Guitu.byBasis(selection, selection.tasks)), found = [
        ...Object.entries(filters).flatMap(([name, values]) => values.map((value) =>
          chip(`${app.t(`facet.${name}`)}：${Guitu.facetValue(app, name, value)}`, () => app.filter(name, value, false)))),
        ...(words.trim() ? [chip(`${app.t("chip.words")}：${words.trim()}`, () => app.change({ words: "", page: 0 }))] : []),
        ...Object.entries(boxes).map(([name, typed]) => chip(`${app.t("facet.find", { name: app.t(`facet.${name}`) })}：${typed}`, () => narrow(name, ""))),
      ];
      refill(at("chips"),
        make("span", { class: "sum" }, selection.tasks.size === whole ? app.t("chips.tasks", { n: sum }) : app.t("chips.of", { n: sum, all: whole })),
        !found.length && Guitu.strip(app),
        found, found.length > 1 && make("button", { type: "button", class: "clear",
          onclick: () => app.change({ filters: {}, narrow: {}, words: "", page: 0 }) }, app.t("chips.clear")),
        Guitu.filterWords(app) && WHOLE.includes(app.state.view) && make("span", { class: "note unused" }, app.t("chips.unused", { view: app.t(`view.${app.state.view}`) })),
        lost());
    }

    // What an address asked for and is not there
    const lost = () => app.state.lost.length > 0 && make("div", { class: "lost", role: "alert" }, Guitu.lostWords(app).map((words) => make("p", {}, words)),
      make("button", { type: "button", onclick: () => app.change({ lost: [] }) }, app.t("lost.close")));

    return { chips, show: () => { show(); chips(); } };
  };

  // The filters in words, for what is saved and printed
  Guitu.filterWords = (app) => [...Object.entries(app.state.filters).map(([name, values]) =>
    `${app.t(`facet.${name}`)}：${values.map((value) => Guitu.facetValue(app, name, value)).join("、")}`),
  ...(app.state.words.trim() ? [`${app.t("chip.words")}：${app.state.words.trim()}`] : [])].join("；");
})((globalThis.Guitu ??= {}));
