// Numbers of tasks by what says who owns them: stated, taken over and suggested are told one beside the other, never added.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "count.stated": ["{n}", "{n}"],
    "count.inherited": ["沿用上级 {n}", "{n} taken over"],
    "count.suggested": ["另建议 {n}", "{n} suggested"],
    "count.between": ["，", "; "],
  });

  // 15，另建议 7
  Guitu.tell = function (app, [stated, inherited = 0, suggested = 0]) {
    return [app.t("count.stated", { n: stated }), inherited > 0 && app.t("count.inherited", { n: inherited }),
      suggested > 0 && app.t("count.suggested", { n: suggested })].filter(Boolean).join(app.t("count.between"));
  };

  // Tasks of a selection by the basis on which it has them
  Guitu.byBasis = function (selection, tasks) {
    const sum = [0, 0, 0];
    for (const task of tasks) sum[selection.by.get(task) ?? 0] += 1;
    return sum;
  };

  // Tasks that an agency owns by its duties, and further ones that are suggested: numbers of tasks, not of rows
  Guitu.owned = function (duties, suggestions) {
    const stated = new Set(duties.map((row) => row.task));
    return [stated.size, 0, new Set(suggestions.map((row) => row.task).filter((task) => !stated.has(task))).size];
  };

  Guitu.ownedByAgency = function (app, at) {
    const { data, index } = app;
    return Guitu.owned(index.dutiesOfAgency(at).map((one) => data.duties[one]), index.suggestionsOfAgency(at).map((one) => data.suggestions[one]));
  };
})((globalThis.Guitu ??= {}));
