// What this page is made of: the strip above a first look, and the line at the foot of every sheet of paper.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "foot.documents": ["据 {n} 份文件：{titles}", "From {n} documents: {titles}"],
    "foot.newest": ["最新文件 {date}", "newest document {date}"],
    "foot.filters": ["条件：{words}", "filters: {words}"],
    "foot.graph": ["本页数据 {hash}", "data of this page {hash}"],
    "foot.made": ["规图 Guitu", "Guitu"],
  });

  // The day of the newest document, never that of the clock
  Guitu.newest = (data) => data.documents.map((row) => row.issued).filter(Boolean).sort().at(-1) ?? "";

  Guitu.foot = function (app) {
    const { data } = app, titles = [...app.selection().documents].sort((a, b) => a - b).map((at) => data.documents[at].title), few = titles.slice(0, 6);
    const between = app.lang === "en" ? "; " : "；";
    Guitu.refill(Guitu.at("foot"), [
      app.t("foot.made"), app.t("foot.documents", { n: titles.length, titles: few.join("、") + (titles.length > few.length ? "…" : "") }),
      Guitu.newest(data) && app.t("foot.newest", { date: Guitu.newest(data) }), app.t("foot.graph", { hash: data.name }),
      Guitu.filterWords(app) && app.t("foot.filters", { words: Guitu.filterWords(app) }),
    ].filter(Boolean).join(between));
  };
})((globalThis.Guitu ??= {}));
