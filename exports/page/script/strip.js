// What this page is made of: the strip above a first look, and the line at the foot of every sheet of paper.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "strip.documents": ["{n} 份文件", "{n} documents"],
    "strip.stated": ["写明责任 {n}", "owners stated: {n}"],
    "strip.suggested": ["只有建议 {n}", "{n} only suggested"],
    "strip.none": ["无责任单位也无建议 {n}", "{n} with neither"],
    "strip.gaps": ["未读出 {n}", "{n} not understood"],
    "foot.documents": ["据 {n} 份文件：{titles}", "From {n} documents: {titles}"],
    "foot.newest": ["最新文件 {date}", "newest document {date}"],
    "foot.filters": ["条件：{words}", "filters: {words}"],
    "foot.graph": ["本页数据 {hash}", "data of this page {hash}"],
    "foot.made": ["规图 Guitu", "Guitu"],
  });

  // The day of the newest document, never that of the clock
  Guitu.newest = (data) => data.documents.map((row) => row.issued).filter(Boolean).sort().at(-1) ?? "";

  // What the selection holds, each number a way to it
  Guitu.strip = function (app) {
    const { make } = Guitu, { data, index } = app, { tasks, documents, gaps } = app.selection();
    const count = { stated: 0, annex: 0, inherited: 0, suggested: 0, none: 0 };
    for (const at of tasks) {
      const { duties, basis } = index.ownersOfTask(at);
      count[duties.length ? basis : index.suggestionsOfTask(at).length ? "suggested" : "none"] += 1;
    }
    const only = (filters) => ({ view: "table", filters: { ...app.state.filters, ...filters } });
    const owned = [count.stated, count.annex, count.inherited];
    const entry = (name, n, patch, told = n) => make("button", { type: "button", class: "link", "data-keep": `strip-${name}`, disabled: n === 0, onclick: () => app.change(patch) }, app.t(`strip.${name}`, { n: told }));
    return make("span", { class: "strip" },
      make("span", {}, app.t("strip.documents", { n: documents.size })), entry("stated", Math.max(...owned), only({ owned: ["owned"] }), Guitu.tell(app, owned)),
      entry("suggested", count.suggested, only({ owned: ["unowned"], basis: ["suggested"] })), entry("none", count.none, only({ owned: ["unowned"], unsuggested: Object.keys(data.codes.unsuggested ?? {}) })),
      entry("gaps", gaps.length, { view: "gaps" }), Guitu.newest(data) && make("span", {}, app.t("foot.newest", { date: Guitu.newest(data) })));
  };

  // What a picture, a sheet of paper or a file is made of, in one line
  Guitu.footWords = function (app) {
    const { data } = app, titles = [...app.selection().documents].sort((a, b) => a - b).map((at) => data.documents[at].title), few = titles.slice(0, 6);
    const between = app.lang === "en" ? "; " : "；";
    return [
      app.t("foot.made"), Guitu.filterWords(app) && app.t("foot.filters", { words: Guitu.filterWords(app) }),
      Guitu.newest(data) && app.t("foot.newest", { date: Guitu.newest(data) }), app.t("foot.graph", { hash: data.name }),
      app.t("foot.documents", { n: titles.length, titles: few.join("、") + (titles.length > few.length ? "…" : "") }),
    ].filter(Boolean).join(between);
  };

  Guitu.foot = (app) => Guitu.refill(Guitu.at("foot"), Guitu.footWords(app));
})((globalThis.Guitu ??= {}));
