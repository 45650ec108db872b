// From state to bureau: how the tasks of one document come down to others, level by level, and to the agencies that own
// them. Without a chosen task it is between documents; with one, the chain of tasks that correspond to it.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const STEPS = 4, MOST = 36, AGENCIES = 14, LAST = 9; // column of the agencies, after that of every level

  const order = (model, document) => model.levelRank(document) * 1e5 + document;

  // Pairs of documents with tasks that correspond, of the selection: the higher level first; `shown`: of these documents
  P.alignedDocuments = function (model, selection, shown = null) {
    const among = new Map();
    for (const row of model.list("alignment")) {
      if (shown && !(shown.has(model.documentOf(row.a)) && shown.has(model.documentOf(row.b)))) continue;
      if (!selection.tasks.has(row.a) || !selection.tasks.has(row.b)) continue;
      const [one, two] = [model.documentOf(row.a), model.documentOf(row.b)].sort((a, b) => order(model, a) - order(model, b)), key = `${one} ${two}`;
      (among.get(key) ?? among.set(key, { one, two, rows: [] }).get(key)).rows.push(row);
    }
    return among;
  };

  // A line between two documents that are shown for each pair of theirs; a click compares them
  P.alignDocuments = function (scene, among, how) {
    for (const { one, two, rows } of among.values()) {
      if (!scene.marks.has(`document:${one}`) || !scene.marks.has(`document:${two}`)) continue;
      for (const row of rows) scene.link(`document:${one}`, `document:${two}`, { role: "aligned", task: row.a, counted: true, compares: [one, two], ...how });
    }
  };

  // Documents by level, with a line for the tasks of two that correspond; agencies behind them
  function documentsFlow(scene, { selection, lookup }) {
    const { model } = scene, among = P.alignedDocuments(model, selection), held = new Map();
    for (const task of selection.tasks) (held.get(model.documentOf(task)) ?? held.set(model.documentOf(task), []).get(model.documentOf(task))).push(task);
    const documents = [...held].sort(([a, x], [b, y]) => y.length - x.length || a - b), cut = scene.cut(documents, "documents", 16), at = new Map();
    for (const [document, tasks] of cut.shown) {
      const id = scene.thing("document", document, column(model, document, among), 0, { order: order(model, document), note: P.counted(model.app, [tasks.length]) });
      for (const task of tasks) at.set(task, id);
    }
    scene.rest("documents", "picture.documents", cut, 0, 5);
    P.alignDocuments(scene, among);
    P.showOwners(scene, at, lookup, { column: LAST, most: AGENCIES, counted: true });
  }

  // Documents of one level that correspond to each other stand in two columns: a line from one to the other is seen
  function column(model, document, among) {
    const level = 2 * model.levelRank(document);
    return [...among.values()].some(({ one, two }) => two === document && model.levelRank(one) === model.levelRank(two)) ? level + 1 : level;
  }

  // The tasks that correspond to one, and those that correspond to these, up and down
  function tasksFlow(scene, focal, { selection, lookup }) {
    const { model } = scene, at = new Map([[focal, show(scene, focal, true)]]), rows = new Set();
    let edge = [focal], left = 0;
    for (let step = 0; step < STEPS && edge.length; step += 1) {
      const next = [];
      for (const task of edge) {
        for (const row of [...model.alignmentsOfTask(task)].sort((a, b) => b.score - a.score)) {
          const other = row.a === task ? row.b : row.a;
          if (!selection.tasks.has(other) || (step > 0 && !away(model, focal, task, other))) continue;
          if (!at.has(other) && at.size >= MOST * pages(scene)) { left += 1; continue; }
          if (!at.has(other)) { at.set(other, show(scene, other)); next.push(other); }
          rows.add(row);
        }
      }
      edge = next;
    }
    scene.rest("flow", "picture.alignedTasks", { left, opened: pages(scene) > 1 }, 0, 6);
    for (const row of rows) {
      const [one, two] = [row.a, row.b].sort((a, b) => order(model, model.documentOf(a)) - order(model, model.documentOf(b)));
      scene.link(at.get(one), at.get(two), { role: "aligned", score: row.score, reason: model.app.reason(row.reason) });
    }
    P.showOwners(scene, at, lookup, { column: LAST, most: AGENCIES });
  }

  const pages = (scene) => 1 + [...scene.open].filter((id) => id.startsWith("flow+")).length;

  // Farther steps lead away from the level of the first task, never back to it
  function away(model, focal, from, to) {
    const rank = (task) => model.levelRank(model.documentOf(task)), way = Math.sign(rank(from) - rank(focal)) || 1;
    return way > 0 ? rank(to) >= rank(from) : rank(to) <= rank(from);
  }

  function show(scene, task, focal = false) {
    const { model } = scene, document = model.documentOf(task);
    return scene.thing("task", task, 2 * model.levelRank(document), 0, { order: order(model, document), note: model.name("document", document), ...(focal ? { focal: true } : {}) });
  }

  P.flowScene = function (model, selection, { focus, open }, room) {
    const scene = new P.Scene(model, open), given = { selection, lookup: model.within(selection) };
    scene.selection = selection;
    if (focus?.kind === "task") tasksFlow(scene, focus.index, given);
    else documentsFlow(scene, given);
    return scene.finish(room, { stretch: true });
  };
})((globalThis.Guitu ??= {}));
