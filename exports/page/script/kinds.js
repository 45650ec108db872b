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

  // The headings around a task, the outermost first, as places of sections
  Guitu.path = (data, section) => {
    const found = [];
    for (let at = section; at !== null && at !== undefined && !found.includes(at); at = data.sections[at].parent) found.unshift(at);
    return found;
  };
})((globalThis.Guitu ??= {}));
