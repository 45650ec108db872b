// Two documents side by side: what both set, what only one does, and what their figures are to each other.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const FIRST = 30;

  Guitu.addWords({
    "view.compare": ["对照", "Compare"],
    "compare.one": ["甲", "A"],
    "compare.two": ["乙", "B"],
    "compare.swap": ["甲乙互换", "Swap"],
    "compare.sum": ["共同的任务 {both} 对；只在甲 {one} 项；只在乙 {two} 项；共同的指标 {figures} 个",
      "{both} pairs of common tasks; {one} only in A; {two} only in B; {figures} common indicators"],
    "compare.both": ["两份都有（{n}）", "In both ({n})"],
    "compare.onlyOne": ["只在甲（{n}）", "Only in A ({n})"],
    "compare.onlyTwo": ["只在乙（{n}）", "Only in B ({n})"],
    "compare.figures": ["共同的指标（{n}）", "Common indicators ({n})"],
    "compare.how": ["关系", "Relation"],
    "compare.raised": ["乙提高", "B asks more"],
    "compare.lowered": ["乙降低", "B asks less"],
    "compare.same": ["相同", "the same"],
    "compare.apart": ["不能直接比", "not to be compared"],
    "compare.fewer": ["至少要有两份文件。", "There must be two documents."],
  });

  const key = (a, b) => `${Math.min(a, b)} ${Math.max(a, b)}`;

  // Pairs of documents -> alignments between their tasks
  function pairs(app) {
    const found = new Map(), { alignments, tasks } = app.data;
    alignments.forEach((row, at) => {
      if (row.relation === "identical") return; // of one document
      const id = key(tasks[row.a].document, tasks[row.b].document);
      (found.get(id) ?? found.set(id, []).get(id)).push(at);
    });
    return found;
  }

  let kept = null; // found once
  const between = (app, one, two) => (kept ??= pairs(app)).get(key(one, two)) ?? [];

  // The two that the address names, else the two with most in common
  function chosen(app) {
    const { documents } = app.data, of = (name) => app.index.byKey.documents.get(app.state[name]);
    const best = [...(kept ??= pairs(app))].sort(([, a], [, b]) => b.length - a.length)[0]?.[0].split(" ").map(Number) ?? [0, 1];
    const one = of("one") ?? best.find((at) => at !== of("two")) ?? 0, two = of("two") ?? best.find((at) => at !== one) ?? documents.findIndex((row, at) => at !== one);
    return [one, two];
  }

  function side(app, task, other = null) {
    const { deadline } = app.data.tasks[task], proof = Guitu.matter(app, task, other);
    return [Guitu.link(app, "task", task), Guitu.ownersShort(app, task), deadline && Guitu.make("small", {}, deadline), proof && Guitu.proofShort(app, proof)];
  }

  function table(app, one, two, rows) {
    const { make } = Guitu;
    return make("table", { class: "compare" }, make("thead", {}, make("tr", {}, [app.name("document", one), app.t("compare.how"), app.name("document", two)]
      .map((words) => make("th", { scope: "col" }, words)))), make("tbody", {}, rows));
  }

  // The rows of a long table: the first ones, the rest on demand
  function shortTable(app, one, two, items, row) {
    const { make } = Guitu, most = app.printing ? items.length : FIRST, made = table(app, one, two, items.slice(0, most).map(row));
    return [made, items.length > most && make("button", { type: "button", class: "more", onclick: (event) => {
      event.target.remove();
      Guitu.fill(made.tBodies[0], items.slice(most).map(row));
    } }, app.t("panel.more", { n: items.length - most }))];
  }

  function pairRow(app, one) {
    const { make } = Guitu;
    return (at) => {
      const row = app.data.alignments[at], [left, right] = app.data.tasks[row.a].document === one ? [row.a, row.b] : [row.b, row.a];
      return make("tr", {}, make("td", {}, side(app, left, right)), make("td", { class: "how" }, `${app.code("alignment", row.relation)} ${Guitu.percent(row.score)}`,
        make("small", {}, app.reason(row.reason))), make("td", {}, side(app, right, left)));
    };
  }

  // Targets of the latest year of both, by indicator
  function commonFigures(app, one, two) {
    const { figures } = app.data, of = (document) => {
      const found = new Map();
      for (const at of app.index.figuresOfDocument(document)) if (figures[at].indicator !== null && figures[at].kind === "target") {
        found.set(figures[at].indicator, [...(found.get(figures[at].indicator) ?? []), at]);
      }
      return found;
    };
    const [left, right] = [of(one), of(two)];
    return [...left.keys()].filter((indicator) => right.has(indicator)).map((indicator) => ({ indicator, left: left.get(indicator), right: right.get(indicator) }));
  }

  const UP = [">=", ">", "="], DOWN = ["<=", "<"];

  // What the second asks beside the first: only where unit, direction and kind of value let it be said
  function how(app, left, right) {
    if (left.length !== 1 || right.length !== 1) return "apart";
    const [a, b] = [left[0], right[0]].map((at) => app.data.figures[at]), alike = a.normalUnit && a.normalUnit === b.normalUnit;
    const way = [UP, DOWN].find((signs) => signs.includes(a.comparator) && signs.includes(b.comparator));
    if (!alike || !way || a.normal === null || b.normal === null || a.max !== null || b.max !== null || a.periodicity !== b.periodicity) return "apart";
    if (a.normal === b.normal) return a.comparator === b.comparator ? "same" : "apart";
    return (b.normal > a.normal) === (way === UP) ? "raised" : "lowered";
  }

  function figureRow(app) {
    const { make, link } = Guitu, cell = (places) => make("td", {}, places.map((at) => make("div", {}, link(app, "figure", at),
      app.data.figures[at].proof && Guitu.proofShort(app, app.data.figures[at].proof))));
    return ({ indicator, left, right }) => make("tr", {}, cell(left), make("td", { class: "how" }, link(app, "indicator", indicator),
      make("small", {}, app.t(`compare.${how(app, left, right)}`))), cell(right));
  }

  function choice(app, name, at) {
    const { make } = Guitu;
    return make("label", {}, app.t(`compare.${name}`), " ", make("select", { "data-keep": `compare-${name}`,
      onchange: (event) => app.change({ [name]: app.data.documents[Number(event.target.value)].key }) },
      app.data.documents.map((row, i) => make("option", { value: i, selected: i === at }, row.title))));
  }

  Guitu.views.compare = function (app, room) {
    const { make, refill, shortly, index } = { ...Guitu, index: app.index };
    if (app.data.documents.length < 2) return refill(room, make("p", { class: "empty" }, app.t("compare.fewer")));
    const [one, two] = chosen(app), both = between(app, one, two), met = new Set(both.flatMap((at) => [app.data.alignments[at].a, app.data.alignments[at].b]));
    const only = (document) => index.tasksOfDocument(document).filter((task) => !met.has(task)), figures = commonFigures(app, one, two), { key: first } = app.data.documents[one];
    const part = (words, n, inside) => n > 0 && make("section", {}, make("h3", {}, app.t(words, { n })), inside);
    refill(room,
      make("div", { class: "tools" }, choice(app, "one", one), choice(app, "two", two),
        make("button", { type: "button", "data-keep": "swap", onclick: () => app.change({ one: app.data.documents[two].key, two: first }) }, app.t("compare.swap"))),
      make("p", { class: "sum" }, app.t("compare.sum", { both: both.length, one: only(one).length, two: only(two).length, figures: figures.length })),
      part("compare.both", both.length, shortTable(app, one, two, both, pairRow(app, one))),
      part("compare.figures", figures.length, shortTable(app, one, two, figures, figureRow(app))),
      part("compare.onlyOne", only(one).length, shortly(app, only(one), (task) => side(app, task), FIRST)),
      part("compare.onlyTwo", only(two).length, shortly(app, only(two), (task) => side(app, task), FIRST)));
  };
})((globalThis.Guitu ??= {}));
