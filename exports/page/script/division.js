// The 任务分工表: tasks as rows of words, the same on the screen, in CSV and in XLSX.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "column.number": ["序号", "No."],
    "column.document": ["文件", "Document"],
    "column.section": ["章节", "Section"],
    "column.task": ["重点任务", "Task"],
    "column.lead": ["牵头单位", "Lead"],
    "column.responsible": ["责任单位", "Responsible"],
    "column.support": ["配合单位", "Support"],
    "column.suggested": ["建议单位", "Suggested owners"],
    "column.source": ["责任来源", "Source of owners"],
    "column.deadline": ["完成时限", "Deadline"],
    "column.due": ["推定时限", "Derived due year"],
    "column.figures": ["指标", "Targets"],
    "column.proof": ["依据", "Proof"],
    "source.stated": ["写明", "stated"],
    "source.annex": ["附件写明", "stated in the annex"],
    "source.inherited": ["沿用上级", "taken over from the task around"],
    "source.suggested": ["建议", "suggested"],
    "source.corrected": ["更正", "corrected"],
    "suggested.one": ["{agency}（{role}，可信度 {score}：{reason}）", "{agency} ({role}, score {score}: {reason})"],
    "owner.former": ["{name}（现 {now}）", "{name}（now {now}）"],
    "owner.same": ["{name}（即 {now}）", "{name}（that is {now}）"],
    "suggested.none": ["无：{reason}", "none: {reason}"],
  });

  Guitu.columns = ["number", "task", "lead", "responsible", "support", "suggested", "source", "deadline", "due", "figures", "document", "section", "proof"];

  // One cell in words, so that guitu correct reads an unchanged table as no change. Owners in a role are those that the
  // document states for this very task, in the body or only in the annex; those of the task around it stand with the source.
  Guitu.cell = function (app, at, column) {
    const { data, index } = app, task = data.tasks[at];
    switch (column) {
      case "number": return task.number;
      case "document": return data.documents[task.document].title;
      case "section": return Guitu.chapter(data, at);
      case "task": return task.title;
      case "deadline": return task.deadline;
      case "due": return Guitu.dueWords(app, at);
      case "suggested": return suggestedWords(app, at);
      case "source": return Guitu.sources(app, at).map((one) => app.t(`source.${one}`) + (one === "inherited" ? takenOver(app, at) : "")).join("、");
      case "figures": return Guitu.targetsOf(app, at).map((one) => figureWords(data.figures[one])).join("\n");
      case "proof": return proofWords(app, at);
      default: return Guitu.inRole(app, at, column).map((duty) => Guitu.ownerWords(app, duty)).join("、");
    }
  };

  Guitu.targetsOf = (app, at) => app.index.figuresOfTask(at).filter((one) => app.data.figures[one].kind === "target");

  const figureWords = (row) => `${row.text} ${Guitu.amount(row)}${row.year ? `（${row.year}年）` : ""}`.trim();

  // Duties of the task around, where the task has none of its own
  Guitu.inherited = (app, at) => {
    const { duties, basis } = app.index.ownersOfTask(at);
    return basis !== "inherited" ? [] : duties.map((one) => app.data.duties[one]);
  };

  const takenOver = (app, at) => `（${Guitu.inherited(app, at).map((duty) => `${Guitu.ownerWords(app, duty)} ${app.t(`role.${duty.role}`)}`).join("、")}）`;

  Guitu.inRole = function (app, at, role) {
    const { duties: places, basis } = app.index.ownersOfTask(at), duties = basis === "inherited" ? [] : places.map((one) => app.data.duties[one]);
    return [...new Map(duties.filter((duty) => duty.role === role).map((duty) => [Guitu.ownerName(app, duty), duty])).values()];
  };

  // An owner under the name that the document gives it, though the graph holds it to be the same as another
  Guitu.ownerName = (app, duty) => duty.named ?? app.data.agencies[duty.agency].name;

  // The same for a reader, with the name that stands for it here beside; guitu correct reads it back
  Guitu.ownerWords = (app, duty) => (duty.named
    ? app.t(duty.former ? "owner.former" : "owner.same", { name: duty.named, now: app.data.agencies[duty.agency].name }) : Guitu.ownerName(app, duty));

  // Every owner of a task, stated, taken over or suggested: rows of duties and of suggestions
  Guitu.owners = (app, at) => [...app.index.ownersOfTask(at).duties.map((one) => app.data.duties[one]),
    ...app.index.suggestionsOfTask(at).map((one) => app.data.suggestions[one])];

  // Where the owners of a row come from: stated, stated in an annex or inherited, suggested, corrected
  Guitu.sources = function (app, at) {
    const { data, index } = app, { duties, basis } = index.ownersOfTask(at);
    return [
      duties.length > 0 && basis, index.suggestionsOfTask(at).length > 0 && "suggested",
      (data.tasks[at].corrected || duties.some((one) => data.duties[one].corrected)) && "corrected",
    ].filter(Boolean);
  };

  // Why nobody is suggested, either; empty where a task has an owner or a suggestion
  Guitu.whyNone = (app, at) => {
    const { unsuggested } = app.data.tasks[at];
    return unsuggested ? app.code("unsuggested", unsuggested) : "";
  };

  function suggestedWords(app, at) {
    const found = app.index.suggestionsOfTask(at).map((one) => app.data.suggestions[one]), why = Guitu.whyNone(app, at);
    if (!found.length) return why && app.t("suggested.none", { reason: why });
    return found.map((one) => app.t("suggested.one", { agency: app.data.agencies[one.agency].name, role: app.t(`role.${one.role}`),
      score: Guitu.percent(one.score), reason: app.reason(one.reason) })).join("；");
  }

  Guitu.percent = (score) => `${Math.round(score * 100)}%`;

  // What proves a row: where its owners are named, its own or those taken over, else its title. Of those in an annex both,
  // the title first: by its place guitu correct knows the row from that of the annex
  Guitu.proofsOf = function (app, at) {
    const { duties, basis } = app.index.ownersOfTask(at), own = app.data.tasks[at].proof, named = duties.map((one) => app.data.duties[one].proof);
    return (basis === "annex" ? [own, ...named] : named.length ? named : [own]).filter(Boolean);
  };

  function proofWords(app, at) {
    const told = Guitu.proofsOf(app, at).map((proof) => {
      const quote = Guitu.quote(app, proof);
      return quote ? `“${quote}”（${Guitu.placeOf(app, proof)}）` : Guitu.placeOf(app, proof);
    });
    return [...new Set(told)].join("；");
  }

  // Documents that state owners for more of their tasks come first; within one as in its text
  function ownedFirst(app, rows) {
    const { data, index } = app, shares = new Map();
    for (const at of rows) {
      const share = shares.get(data.tasks[at].document) ?? shares.set(data.tasks[at].document, [0, 0]).get(data.tasks[at].document);
      share[0] += index.dutiesOfTask(at).length ? 1 : 0;
      share[1] += 1;
    }
    const rank = new Map([...shares].sort(([a, [n, of]], [b, [m, from]]) => m / from - n / of || a - b).map(([document], i) => [document, i]));
    return [...rows].sort((a, b) => rank.get(data.tasks[a].document) - rank.get(data.tasks[b].document) || a - b);
  }

  // The rows in a column's order; by number they stay as in the documents. sort: "deadline" or "-deadline"
  Guitu.sorted = function (app, rows, sort) {
    const down = sort.startsWith("-"), column = sort.replace(/^-/, "");
    if (!Guitu.columns.includes(column)) return ownedFirst(app, rows);
    const order = new Intl.Collator("zh", { numeric: true }), words = new Map(rows.map((at) => [at, Guitu.cell(app, at, column)]));
    const by = column === "number" ? (a, b) => a - b : (a, b) => !words.get(a) - !words.get(b) || (down ? -1 : 1) * order.compare(words.get(a),
      words.get(b)) || a - b;
    return [...rows].sort(column === "number" && down ? (a, b) => b - a : by);
  };

  Guitu.grid = (app, rows, columns = Guitu.columns) => [columns.map((column) => app.t(`column.${column}`)),
    ...rows.map((at) => columns.map((column) => Guitu.cell(app, at, column)))];
})((globalThis.Guitu ??= {}));
