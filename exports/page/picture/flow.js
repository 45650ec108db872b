// From state to bureau: how the tasks of one document come down to others, level by level, and to the agencies that own
// them. Without a chosen task it is between documents; with one, the chain of tasks that correspond to it.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const DOCUMENTS = 16, AGENCIES = 14, OWNERS = 2 * P.STAGES; // the last: column of the agencies
  const ACROSS = 138; // px of the screen for a column that can be read, with what parts it from the next
  const ROW = { task: 112, agency: 64 }; // px that a mark takes, with its share of what stands around it
  const TASK = { ems: 11, most: 3 }; // five columns find room side by side

  const order = (model, document) => P.stageOf(model, document) * 1e5 + document;

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
      const faint = scene.marks.get(`document:${one}`).column === scene.marks.get(`document:${two}`).column && !how; // of one level: no step down
      for (const row of rows) scene.link(`document:${one}`, `document:${two}`, { role: "aligned", task: row.a, counted: true, compares: [one, two], ...(faint ? { faint } : how) });
    }
  };

  // Documents by stage, with a line for the tasks of two that correspond; agencies behind them
  function documentsFlow(scene, { selection, lookup }, room) {
    const { model } = scene, among = P.alignedDocuments(model, selection), held = new Map();
    for (const task of selection.tasks) (held.get(model.documentOf(task)) ?? held.set(model.documentOf(task), []).get(model.documentOf(task))).push(task);
    const documents = [...held].sort(([a, x], [b, y]) => y.length - x.length || a - b), cut = scene.cut(documents, "documents", DOCUMENTS), at = new Map();
    const columns = columnsOf(model, cut.shown.map(([document]) => document), among, room);
    for (const [document, tasks] of cut.shown) {
      const id = scene.thing("document", document, columns.get(document), 0, { note: P.counted(model.app, [tasks.length]) });
      for (const task of tasks) at.set(task, id);
    }
    scene.rest("documents", "picture.documents", cut, Math.min(...columns.values()), 5);
    P.alignDocuments(scene, among);
    P.showOwners(scene, at, lookup, { column: OWNERS, most: AGENCIES, counted: true });
  }

  // How many columns of documents a frame shows in letters that can be read; the owners take two more
  const columnsIn = (room) => Math.max(3, Math.floor(room.width / ACROSS) - 2);

  // Documents of one stage that correspond to each other stand in two columns: a line from one to the other is seen. Where
  // these are too many, levels alone have columns
  function columnsOf(model, documents, among, room) {
    const beside = new Set([...among.values()].filter(({ one, two }) => P.stageOf(model, one) === P.stageOf(model, two)).map(({ two }) => two));
    const fine = new Map(documents.map((document) => [document, 2 * P.stageOf(model, document) + (beside.has(document) ? 1 : 0)]));
    return new Set(fine.values()).size <= columnsIn(room) ? fine : new Map(documents.map((document) => [document, 4 * model.levelRank(document)]));
  }

  // The tasks that correspond to one, and those that correspond to these, below the names of their documents
  function tasksFlow(scene, focal, { selection, lookup }, room) {
    const { model } = scene, fit = (row) => Math.max(3, Math.floor(room.height / P.READABLE / row)), stageOf = (task) => P.stageOf(model, model.documentOf(task)), own = stageOf(focal);
    const columnOf = (task) => 2 * stageOf(task) + (task !== focal && stageOf(task) === own ? 1 : 0), opened = (stage) => scene.open.has(`flow ${stage}+1`);
    const chain = (tasks) => P.chain(model, tasks, focal, (stage) => (opened(stage) ? Infinity : fit(ROW.task)));
    const whole = chain(selection.tasks), kept = scene.open.has("flow+1") ? null : columnsKept(whole, columnOf, focal, columnsIn(room));
    const { steps, tasks, left } = kept ? chain({ has: (task) => selection.tasks.has(task) && kept.has(columnOf(task)) }) : whole, at = new Map();
    for (const task of tasks) {
      const document = model.documentOf(task), place = columnOf(task), cluster = `document:${document}@${place}`;
      scene.add({ id: cluster, kind: "document", index: document, label: model.name("document", document), column: place, band: 0, cluster, ems: TASK.ems, most: 2 });
      at.set(task, scene.thing("task", task, place, 0, { cluster, ...TASK, note: unowned(model, task), focal: task === focal }));
    }
    for (const stage of new Set(tasks.map(stageOf))) {
      scene.rest(`flow ${stage}`, "picture.alignedTasks", { left: left.get(stage)?.size ?? 0, opened: opened(stage) }, 2 * stage + (stage === own && tasks.some((task) => columnOf(task) % 2) ? 1 : 0), 6);
    }
    scene.rest("flow", "picture.folded", { left: kept ? folded(whole, columnOf, kept) : 0, opened: scene.open.has("flow+1") }, columnOf(focal), 7);
    for (const { row, from, to } of steps) {
      const [one, two] = columnOf(from) <= columnOf(to) ? [from, to] : [to, from];
      scene.link(at.get(one), at.get(two), { role: "aligned", score: row.score, reason: model.app.reason(row.reason), step: row });
    }
    P.showOwners(scene, at, lookup, { column: OWNERS, most: fit(ROW.agency), named: true });
  }

  // The columns that find room: of the task itself, then those with the surest steps, other documents of its own level last
  function columnsKept({ steps, tasks }, columnOf, focal, most) {
    const all = new Set(tasks.map(columnOf)), sure = new Map([[columnOf(focal), Infinity]]);
    if (all.size <= most) return null;
    for (const { row, to } of steps) if (columnOf(to) % 2 === 0) sure.set(columnOf(to), Math.max(sure.get(columnOf(to)) ?? 0, row.score));
    return new Set([...all].sort((a, b) => (sure.get(b) ?? 0) - (sure.get(a) ?? 0) || a - b).slice(0, most));
  }

  // How many tasks of a chain stand in other columns, those among them that would not find room there, too
  const folded = ({ tasks, left }, columnOf, kept) => new Set([...tasks, ...[...left.values()].flatMap((some) => [...some])].filter((task) => !kept.has(columnOf(task)))).size;

  const unowned = (model, task) => (model.app.index && !model.app.index.ownersOfTask(task).duties.length ? model.app.t("picture.unowned") : "");

  // What stands above a column: the level of its documents, or the owners
  function heads(scene) {
    const { model } = scene, { t } = model.app, focal = [...scene.marks.values()].find((mark) => mark.focal), found = new Map();
    for (const mark of scene.marks.values()) {
      if (mark.kind === "agency") found.set(mark.column, t("picture.head.owners"));
      if (mark.kind !== "document") continue;
      const { level, type } = model.list("document")[mark.index], name = `${level ? model.app.code("level", level) : t("picture.head.unknown")}${type === "measures" && mark.column % 4 > 1 ? t("picture.head.measures") : ""}`;
      found.set(mark.column, focal && focal.column + 1 === mark.column && focal.column % 2 === 0 ? t("picture.head.beside", { level: name }) : name);
    }
    return [...found].map(([column, words]) => ({ column, words }));
  }

  P.flowScene = function (model, selection, { focus, open }, room) {
    const scene = new P.Scene(model, open), given = { selection, lookup: model.within(selection) };
    scene.selection = selection;
    if (focus?.kind === "task") tasksFlow(scene, focus.index, given, room);
    else documentsFlow(scene, given, room);
    Object.assign(scene, { heads: heads(scene), routed: true });
    return scene.finish(room, { stretch: focus?.kind !== "task" });
  };
})((globalThis.Guitu ??= {}));
