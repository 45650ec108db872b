// All results of a search on a page of their own, by kind.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const FIRST = 30;

  Guitu.addWords({
    "view.find": ["查找结果", "Results"],
    "found.title": ["“{words}”：{n} 个结果", "“{words}”: {n} results"],
    "found.most": ["原文只列出前 {n} 处，请再加词缩小范围", "The first {n} passages; add words to narrow them"],
  });

  Guitu.views.find = function (app, room) {
    const { make, refill } = Guitu, groups = app.find(app.state.find), total = groups.reduce((sum, { hits }) => sum + hits.length, 0);
    refill(room, make("h2", {}, app.t("found.title", { words: app.state.find.trim(), n: total })),
      groups.map(({ kind, hits }) => make("section", { class: "found" }, make("h3", {}, `${app.t(`kind.${kind}`)}（${hits.length}）`),
        kind === "passage" && hits.length >= 1000 && make("p", { class: "note" }, app.t("found.most", { n: hits.length })),
        Guitu.shortly(app, hits, (hit) => make("button", { type: "button", class: "link plain",
          "data-to": kind === "passage" ? `at:${hit.at}` : `${kind}:${hit.index}`, onclick: () => Guitu.openFound(app, kind, hit) },
          Guitu.foundWords(app, kind, hit)), FIRST))),
      total === 0 && make("p", { class: "empty" }, app.t("find.none")));
  };
})((globalThis.Guitu ??= {}));
