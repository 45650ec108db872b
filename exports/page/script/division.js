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
    "column.deadline": ["完成时限", "Deadline"],
    "column.figures": ["指标", "Targets"],
    "column.proof": ["依据", "Proof"],
  });

  Guitu.columns = ["number", "document", "section", "task", "lead", "responsible", "support", "deadline", "figures", "proof"];

  // One cell in words. Owners are those that the document states, by the task around it where it names none itself.
  Guitu.cell = function (app, at, column) {
    const { data, index } = app, task = data.tasks[at];
    switch (column) {
      case "number": return task.number;
      case "document": return data.documents[task.document].title;
      case "section": return Guitu.path(data, task.section).map((one) => Guitu.numbered(data.sections[one])).join(" › ");
      case "task": return task.title;
      case "deadline": return task.deadline;
      case "figures": return index.figuresOfTask(at).map((one) => app.name("figure", one)).join("；");
      case "proof": return proofWords(app, at, task);
      default: return Guitu.inRole(app, at, column).map((one) => data.agencies[one].name).join("、");
    }
  };

  Guitu.inRole = function (app, at, role) {
    const duties = app.index.ownersOfTask(at).duties.map((one) => app.data.duties[one]);
    return [...new Set(duties.filter((duty) => duty.role === role).map((duty) => duty.agency))];
  };

  function proofWords(app, at, task) {
    const duties = app.index.dutiesOfTask(at).map((one) => app.data.duties[one].proof),
      proofs = (duties.length ? duties : [task.proof]).filter(Boolean);
    const told = proofs.map((proof) => {
      const quote = Guitu.quote(app, proof);
      return quote ? `“${quote}”（${Guitu.placeOf(app, proof)}）` : Guitu.placeOf(app, proof);
    });
    return [...new Set(told)].join("；");
  }

  // The rows in a column's order; by number they stay as in the documents. sort: "deadline" or "-deadline"
  Guitu.sorted = function (app, rows, sort) {
    const down = sort.startsWith("-"), column = sort.replace(/^-/, "");
    if (!Guitu.columns.includes(column)) return rows;
    const order = new Intl.Collator("zh", { numeric: true }), words = new Map(rows.map((at) => [at, Guitu.cell(app, at, column)]));
    const by = column === "number" ? (a, b) => a - b : (a, b) => !words.get(a) - !words.get(b) || (down ? -1 : 1) * order.compare(words.get(a),
      words.get(b)) || a - b;
    return [...rows].sort(column === "number" && down ? (a, b) => b - a : by);
  };

  Guitu.grid = (app, rows) => [Guitu.columns.map((column) => app.t(`column.${column}`)),
    ...rows.map((at) => Guitu.columns.map((column) => Guitu.cell(app, at, column)))];
})((globalThis.Guitu ??= {}));
