// Numbers of tasks by what says who owns them: stated, in an annex, taken over and suggested are told one beside the other, never added.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "count.stated": ["{n}", "{n}"],
    "count.annex": ["附件写明 {n}", "{n} in the annex"],
    "count.inherited": ["沿用上级 {n}", "{n} taken over"],
    "count.suggested": ["另建议 {n}", "{n} suggested"],
    "count.between": ["，", "; "],
  });

  // 15，另建议 7
  Guitu.tell = function (app, [stated, annex = 0, inherited = 0, suggested = 0]) {
    return [app.t("count.stated", { n: stated }), annex > 0 && app.t("count.annex", { n: annex }), inherited > 0 && app.t("count.inherited", { n: inherited }),
      suggested > 0 && app.t("count.suggested", { n: suggested })].filter(Boolean).join(app.t("count.between"));
  };

  // Tasks of a value of a facet, whatever their basis; the last number is none of them
  Guitu.tasksIn = (count) => count.slice(0, -1).reduce((sum, n) => sum + n, 0);

  // Tasks of a selection by the basis on which it has them
  Guitu.byBasis = function (selection, tasks) {
    const sum = [0, 0, 0, 0];
    for (const task of tasks) sum[selection.by.get(task) ?? 0] += 1;
    return sum;
  };

  // Tasks that an agency owns by its duties, and further ones that are suggested: numbers of tasks, not of rows
  Guitu.owned = function (duties, suggestions) {
    const stated = new Set(), annex = new Set();
    for (const row of duties) (row.annex ? annex : stated).add(row.task);
    return [stated.size, annex.size, 0, new Set(suggestions.map((row) => row.task).filter((task) => !stated.has(task) && !annex.has(task))).size];
  };

  // Those with more owned tasks first, then with more suggested ones
  Guitu.byOwned = ([a, b, c, d], [e, f, g, h]) => e + f + g - (a + b + c) || h - d;

  Guitu.ownedByAgency = function (app, at) {
    const { data, index } = app;
    return Guitu.owned(index.ownedByAgency(at), index.suggestionsOfAgency(at).map((one) => data.suggestions[one]));
  };
})((globalThis.Guitu ??= {}));
