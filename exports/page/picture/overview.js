// The first picture: documents and agencies, one link for all tasks between two of them, the rest behind marks that open.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  // How many marks of each kind a screen of this size shows with readable names, 40 at most.
  P.room = function (width, height) {
    const narrow = width < 0.95 * height || width < 560;
    const rows = Math.max(7, Math.min(12, Math.floor(height / (narrow ? 70 : 54))));
    return { narrow, width, height, agencies: narrow ? rows : 2 * rows - 1, documents: Math.max(4, Math.min(rows - 2, Math.floor(height / 70))) };
  };

  // Tasks between each document and agency of the selection, stated and suggested apart.
  function pairs(model, selection) {
    const held = new Map();
    const count = (row, suggested) => {
      const rows = held.get(row.agency) ?? held.set(row.agency, { duties: [], suggestions: [] }).get(row.agency);
      rows[suggested ? "suggestions" : "duties"].push(row);
    };
    selection.duties.forEach((row) => count(row, false));
    selection.suggestions.forEach((row) => count(row, true));
    const sums = new Map([...held].map(([agency, rows]) => [agency, Guitu.owned(rows.duties, rows.suggestions)]));
    return { sums, agencies: [...sums.keys()].sort((a, b) => Guitu.byOwned(sums.get(a), sums.get(b)) || a - b) };
  }

  function documentsOf(model, selection) {
    const tasks = new Map([...selection.documents].map((document) => [document, [0, 0, 0, 0]]));
    for (const task of selection.tasks) {
      const document = model.documentOf(task);
      if (!tasks.has(document)) tasks.set(document, [0, 0, 0, 0]);
      tasks.get(document)[selection.by?.get(task) ?? 0] += 1;
    }
    const weight = (document) => tasks.get(document).reduce((sum, n, i) => sum + n / 1e6 ** Math.max(i - 2, 0), 0);
    return { tasks, documents: [...tasks.keys()].sort((a, b) => weight(b) - weight(a) || a - b) };
  }

  // Sides of the documents by turns, so that both are equally long and the order of neither is lost.
  const side = (narrow, i) => (narrow || i % 2 ? 4 : 0);

  P.overview = function (model, selection, open, room) {
    const { t } = model.app, scene = new P.Scene(model, open);
    const { sums, agencies } = pairs(model, selection), { tasks, documents } = documentsOf(model, selection);
    const cutDocuments = scene.cut(documents, "documents", room.documents), cutAgencies = scene.cut(agencies, "agencies", room.agencies);

    for (const document of cutDocuments.shown) {
      scene.thing("document", document, 2, 0, { note: P.counted(model.app, tasks.get(document)), order: model.levelRank(document) * 1e5 + document });
    }
    P.alignDocuments(scene, P.alignedDocuments(model, selection, new Set(cutDocuments.shown)), { aside: true });
    const restOfDocuments = scene.rest("documents", "picture.documents", cutDocuments, 2);
    cutAgencies.shown.forEach((agency, i) => {
      const sum = sums.get(agency);
      scene.thing("agency", agency, side(room.narrow, i), 0, { note: P.counted(model.app, sum), suggested: !sum[0] && !sum[1] });
    });
    const restOfAgencies = scene.rest("agencies", "picture.agencies", cutAgencies, room.narrow ? 4 : side(false, cutAgencies.shown.length));

    const shownDocuments = new Set(cutDocuments.shown), shownAgencies = new Set(cutAgencies.shown);
    const opened = new Map();
    const connect = (row, suggested) => {
      const document = model.documentOf(row.task);
      const from = shownDocuments.has(document) ? `document:${document}` : restOfDocuments;
      const to = shownAgencies.has(row.agency) ? `agency:${row.agency}` : restOfAgencies;
      if (!from || !to || (from === restOfDocuments && to === restOfAgencies)) return;
      const key = `${from}>${to}`;
      if (scene.open.has(key)) (opened.get(key) ?? opened.set(key, []).get(key)).push({ row, from, to, suggested });
      else scene.link(from, to, { role: row.role, task: row.task, annex: row.annex, suggested, score: suggested ? row.score : undefined, counted: true, aside: from === restOfDocuments || to === restOfAgencies, opens: key });
    };
    selection.duties.forEach((row) => connect(row, false));
    selection.suggestions.forEach((row) => connect(row, true));
    if (opened.size) for (const link of scene.links.values()) link.faint = true;
    [...opened].forEach(([key, rows], i) => between(scene, rows, key, 3 * i));
    return scene.finish(room);
  };

  // A link that was opened: its tasks stand between its document and its agency.
  function between(scene, rows, key, band) {
    const column = scene.marks.get(rows[0].to).column === 4 ? 3 : 1;
    const cut = scene.cut(rows, key, 14);
    for (const { row, from, to, suggested } of cut.shown) {
      const task = scene.thing("task", row.task, column, band);
      scene.link(from, task, { role: "part" });
      scene.link(task, to, { role: row.role, task: row.task, annex: row.annex, suggested, score: suggested ? row.score : undefined });
    }
    scene.rest(key, "picture.ofTasks", cut, column, band + 1);
    scene.closing(key, column, band + 2, rows.length);
  }
})((globalThis.Guitu ??= {}));
