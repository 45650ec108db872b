// The kinds of things that can be looked at: the list that holds them, and what a reader calls one of them.
(function (Guitu) {
  "use strict";

  Guitu.lists = {
    document: "documents", section: "sections", agency: "agencies", task: "tasks", figure: "figures", indicator: "indicators",
    place: "places", topic: "topics", mention: "mentions", reference: "references", incentive: "incentives", gap: "gaps",
  };

  const SIGNS = { ">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "=": "", "~": "≈" };

  // ≥12.5万亩; 12—15%
  Guitu.amount = (figure) =>
    figure.max === null || figure.max === undefined
      ? `${SIGNS[figure.comparator] ?? ""}${figure.value ?? ""}${figure.unit}`
      : `${figure.value}—${figure.max}${figure.unit}`;

  Guitu.numbered = (section) => {
    const { number, title } = section;
    if (!number || number.endsWith("）")) return number + title;
    return number + (/^[一二三四五六七八九十百]+$/.test(number) ? "、" : /^[\d.]+$/.test(number) ? "." : " ") + title;
  };

  Guitu.naming = (data, app) => (kind, index) => {
    const row = data[Guitu.lists[kind]]?.[index];
    if (!row) return "";
    if (kind === "section") return Guitu.numbered(row);
    if (kind === "figure") return `${row.text} ${Guitu.amount(row)}${row.year ? ` (${row.year})` : ""}`;
    if (kind === "mention") return row.written || data.places[row.place]?.name || "";
    if (kind === "incentive") return `${row.value ?? ""}${row.unit}`;
    if (kind === "gap") return app.code("gap", row.kind);
    return row.title ?? row.name ?? "";
  };

  // How a task meets the number of a term: 0 it is 第九条 itself, 1 its own number is nine, 2 it is the ninth of a document
  // that numbers none so, where 第九条 is not asked for; -1 not at all
  Guitu.numberMet = (app, at, { words, number, article }) => {
    const { tasks } = app.data, { item, written, number: running, document } = tasks[at];
    if (number === null) return running === words ? 2 : -1; // 3.1
    if (item === number) return /^第.*条$/.test(written) ? 0 : 1;
    if (article || running !== String(number)) return -1;
    return app.index.tasksOfDocument(document).some((one) => tasks[one].item === number) ? -1 : 2;
  };

  // Where a task stands, in words: the headings around it and its own number
  Guitu.chapter = ({ sections, tasks }, at) => [...Guitu.path({ sections }, tasks[at].section).map((one) => Guitu.numbered(sections[one])),
    tasks[at].written].filter(Boolean).join(" › ");

  // The headings around a task, the outermost first, as places of sections
  Guitu.path = (data, section) => {
    const found = [];
    for (let at = section; at !== null && at !== undefined && !found.includes(at); at = data.sections[at].parent) found.unshift(at);
    return found;
  };
})((globalThis.Guitu ??= {}));
