// Until when a task is due: by its written deadline, else by the last year of its targets, else by the end of its plan.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "due.deadline": ["写明的时限", "written deadline"],
    "due.target": ["目标年份", "year of a target"],
    "due.period": ["规划期末", "end of the plan"],
    "due.until": ["至 {year} 年", "until {year}"],
    "due.derived": ["{year}（{basis}）", "{year} ({basis})"],
  });

  const years = (words) => (words.match(/(?:19|20)\d\d/g) ?? []).map(Number);

  // Years that documents write for a task: of its deadline and its targets; what was observed is not due.
  Guitu.yearsOf = (data, index, at) => [...new Set([...years(data.tasks[at].deadline),
    ...index.figuresOfTask(at).map((one) => data.figures[one]).filter((one) => one.kind === "target" && one.year).map((one) => one.year)])];

  // { year, basis: deadline, target, period }, null where nothing tells
  Guitu.dueOf = function (data, index, at) {
    const written = years(data.tasks[at].deadline);
    if (written.length) return { year: Math.max(...written), basis: "deadline" };
    const targets = Guitu.yearsOf(data, index, at);
    if (targets.length) return { year: Math.max(...targets), basis: "target" };
    const ends = data.documents[data.tasks[at].document].ends ?? null;
    return ends === null ? null : { year: ends, basis: "period" };
  };

  // What is concluded, in words; empty where the document writes a deadline
  Guitu.dueWords = function (app, at) {
    const due = app.index.dueOfTask(at);
    return due && due.basis !== "deadline" ? app.t("due.derived", { year: due.year, basis: app.t(`due.${due.basis}`) }) : "";
  };
})((globalThis.Guitu ??= {}));
