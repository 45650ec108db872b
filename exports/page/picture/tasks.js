// Many tasks in few marks: by document, then by chapter, until somebody opens them; and the owners of what is shown.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const FEW = 14; // tasks that are shown one by one at once
  const SOME = 24; // tasks of one opened document that need no chapters
  const DOCUMENTS = 14;
  const PAGE = 40;

  function grouped(items, key) {
    const groups = new Map();
    for (const item of items) (groups.get(key(item)) ?? groups.set(key(item), []).get(key(item))).push(item);
    return groups;
  }

  // Tasks by the basis on which the selection has them
  function byBasis(scene, tasks) {
    const sum = [0, 0, 0, 0];
    for (const task of tasks) sum[scene.selection?.by?.get(task) ?? 0] += 1;
    return sum;
  }

  // Where every task of the list is shown: task -> id of its mark. `sum`: numbers of some of them by basis
  P.showTasks = function (scene, tasks, sum = (some) => byBasis(scene, some)) {
    const { model } = scene, at = new Map(), byDocument = grouped(tasks, model.documentOf);
    const cut = scene.cut([...byDocument].sort(([, a], [, b]) => b.length - a.length), "documents", DOCUMENTS);
    for (const [document, members] of cut.shown) {
      const order = model.levelRank(document) * 1e5 + document, id = `document:${document}`;
      if (tasks.length <= FEW || scene.marks.get(id)?.focal) scene.thing("document", document, 0, 0, { order });
      else scene.group("document", document, 0, 0, P.counted(model.app, sum(members)), { order });
      const mark = scene.marks.get(id);
      if (!mark.group || mark.isOpen) chapters(scene, id, members, at, sum);
      else members.forEach((task) => at.set(task, id));
    }
    const rest = scene.rest("documents", "picture.documents", cut, 0);
    if (rest) for (const [, members] of [...byDocument].filter(([document]) => !scene.marks.has(`document:${document}`))) members.forEach((task) => at.set(task, rest));
    return at;
  };

  function chapters(scene, from, tasks, at, sum) {
    if (tasks.length <= SOME) return oneByOne(scene, from, tasks, at);
    for (const [section, members] of grouped(tasks, dividing(scene.model, tasks))) {
      if (section < 0) {
        oneByOne(scene, from, members, at);
        continue;
      }
      const id = scene.group("section", section, 1, 0, P.counted(scene.model.app, sum(members)), { order: section });
      scene.link(from, id, { role: "part" });
      if (scene.marks.get(id).isOpen) oneByOne(scene, id, members, at);
      else members.forEach((task) => at.set(task, id));
    }
  }

  // The outermost sections that tell the tasks apart: "三、主要任务" around all of them tells nothing.
  function dividing(model, tasks) {
    const paths = new Map(tasks.map((task) => [task, model.sectionsOf(task)]));
    const deepest = Math.max(...[...paths.values()].map((path) => path.length), 1);
    let depth = 0;
    while (depth < deepest - 1 && new Set(tasks.map((task) => paths.get(task)[depth] ?? -1)).size < 2) depth += 1;
    return (task) => paths.get(task)[depth] ?? -1;
  }

  // The same under one mark that is there already.
  P.showTasksUnder = function (scene, from, tasks) {
    const at = new Map();
    oneByOne(scene, from, tasks, at);
    return at;
  };

  function oneByOne(scene, from, tasks, at) {
    const cut = scene.cut(tasks, from, PAGE);
    for (const task of cut.shown) {
      const id = scene.thing("task", task, 2, 0, { order: task });
      scene.link(from, id, { role: "part" });
      at.set(task, id);
    }
    const rest = scene.rest(from, "picture.ofTasks", cut, 2, 1);
    if (rest) {
      scene.link(from, rest, { role: "part" });
      tasks.slice(cut.shown.length).forEach((task) => at.set(task, rest));
    }
  }

  // Agencies of shown tasks, those with most tasks first, stated and suggested.
  P.showOwners = function (scene, at, lookup, { column = 3, band = 1, most = 14, without = -1, counted = false, named = false } = {}) {
    const weight = new Map(), rows = [];
    for (const task of at.keys()) {
      for (const row of lookup.dutiesOfTask(task)) rows.push({ row, suggested: false });
      for (const row of lookup.suggestionsOfTask(task)) rows.push({ row, suggested: true });
    }
    for (const { row, suggested } of rows) if (row.agency !== without) weight.set(row.agency, (weight.get(row.agency) ?? 0) + (suggested ? 1e-6 : 1));
    const agencies = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || a - b);
    const cut = scene.cut(agencies, "owners", most);
    cut.shown.forEach((agency) => scene.thing("agency", agency, column, band, { suggested: weight.get(agency) < 1 }));
    const shown = new Set(cut.shown), rest = scene.rest("owners", "picture.agencies", cut, column, band + 0.1);
    for (const { row, suggested } of rows) {
      const to = row.agency === without || shown.has(row.agency) ? `agency:${row.agency}` : rest;
      if (to) scene.link(at.get(row.task), to, { role: row.role, task: row.task, annex: row.annex, suggested, score: suggested ? row.score : undefined, ...(counted ? { counted } : {}), ...(named ? { named } : {}) });
    }
  };
})((globalThis.Guitu ??= {}));
