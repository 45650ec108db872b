// The neighbourhood of one thing, one or two steps wide, in columns: documents, chapters, tasks, agencies, targets and places.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const FOCAL = { focal: true };
  const MOST = 6; // targets, places and aligned tasks that are shown at once

  const unique = (items) => [...new Set(items)];

  // Things of one kind beside what is shown, each linked with the marks that it belongs to: pairs of [from, index].
  function beside(scene, kind, all, column, band, words, role = "part") {
    const pairs = all.filter(([, index]) => Number.isInteger(index)); // a place without a name has no mark
    const cut = scene.cut(unique(pairs.map(([, index]) => index)), kind, MOST);
    const shown = new Set(cut.shown);
    cut.shown.forEach((index) => scene.thing(kind, index, column, band));
    const rest = scene.rest(kind, words, cut, column, band + 0.1);
    for (const [from, index] of pairs) {
      const to = shown.has(index) ? `${kind}:${index}` : rest;
      if (to) scene.link(from, to, { role });
    }
  }

  function targetsAndPlaces(scene, at, column) {
    const figures = [], places = [];
    for (const [task, id] of at) {
      for (const figure of scene.model.figuresOfTask(task)) figures.push([id, figure.index]);
      for (const mention of scene.model.mentionsOfTask(task)) places.push([id, mention.place]);
    }
    beside(scene, "figure", figures, column, 3, "picture.figures");
    beside(scene, "place", places, column, 4, "picture.places");
  }

  // Tasks of other documents that say the same, the surest first, each with its document.
  function alignedTasks(scene, at) {
    const { model } = scene, rows = [];
    for (const [task, id] of at) {
      for (const row of model.alignmentsOfTask(task)) rows.push({ row, id, other: row.a === task ? row.b : row.a });
    }
    rows.sort((a, b) => b.row.score - a.row.score || a.other - b.other);
    const cut = scene.cut(rows, "aligned", MOST);
    for (const { row, id, other } of cut.shown) {
      const to = at.get(other) ?? scene.thing("task", other, 1, 2);
      const document = model.documentOf(other);
      if (!at.has(other)) scene.link(scene.thing("document", document, 0, 0, { order: model.levelRank(document) * 1e5 + document }), to, { role: "part" });
      scene.link(to, id, { role: "aligned", task: null, score: row.score });
    }
    scene.rest("aligned", "picture.alignedTasks", cut, 1, 3);
  }

  const SCENES = {
    agency(scene, index, { lookup, steps }) {
      scene.thing("agency", index, 3, 0, FOCAL);
      const duties = lookup.dutiesOfAgency(index), suggestions = lookup.suggestionsOfAgency(index);
      const tasks = unique([...duties, ...suggestions].map((row) => row.task)).sort((a, b) => a - b);
      const at = P.showTasks(scene, tasks, (some) => {
        const inside = new Set(some), among = (rows) => rows.filter((row) => inside.has(row.task));
        return Guitu.owned(among(duties), among(suggestions));
      });
      if (steps > 1) {
        P.showOwners(scene, at, lookup, { without: index });
        targetsAndPlaces(scene, at, 4);
        alignedTasks(scene, at);
      } else {
        for (const row of duties) scene.link(at.get(row.task), `agency:${index}`, { role: row.role, task: row.task, annex: row.annex });
        for (const row of suggestions) scene.link(at.get(row.task), `agency:${index}`, { role: row.role, task: row.task, suggested: true, score: row.score });
      }
    },

    task(scene, index, { lookup, steps }) {
      const { model } = scene, at = new Map([[index, scene.thing("task", index, 2, 0, FOCAL)]]);
      const around = model.list("task")[index].parent ?? -1; // its own document stands beside it: no line passes behind tasks of others
      const document = scene.thing("document", model.documentOf(index), around >= 0 ? 0 : 1, 0, { order: model.levelRank(model.documentOf(index)) * 1e5 });
      if (around >= 0) {
        scene.link(document, scene.thing("task", around, 1), { role: "part" });
        scene.link(`task:${around}`, `task:${index}`, { role: "part" });
      } else scene.link(document, `task:${index}`, { role: "part" });
      P.showOwners(scene, at, lookup);
      targetsAndPlaces(scene, at, 3);
      alignedTasks(scene, at);
      beside(scene, "task", model.subtasks(index).map((task) => [`task:${index}`, task.index]), 3, 2, "picture.ofTasks");
      if (steps > 1) secondStep(scene, lookup);
    },

    document(scene, index, { lookup, steps, selection }) {
      const { model } = scene, id = scene.thing("document", index, 0, 0, FOCAL);
      const at = P.showTasks(scene, model.tasksOfDocument(index).map((task) => task.index).filter((task) => selection.tasks.has(task)));
      P.showOwners(scene, at, lookup);
      beside(scene, "document", model.citedWith(index).map(({ other }) => [id, other]), -1, 0, "picture.documents", "cites");
      if (steps < 2) return;
      for (const [task] of at) {
        for (const row of model.alignmentsOfTask(task)) {
          const other = model.documentOf(row.a === task ? row.b : row.a);
          if (other !== index) scene.link(scene.thing("document", other, -1), id, { role: "aligned", task, counted: true });
        }
      }
      beside(scene, "figure", model.figuresOfDocument(index).map((row) => [at.get(row.task) ?? id, row.index]), 4, 3, "picture.figures");
      beside(scene, "place", model.mentionsOfDocument(index).map((row) => [at.get(row.task) ?? id, row.place]), 4, 4, "picture.places");
    },

    section(scene, index, { lookup, selection }) {
      const { model } = scene, { document } = model.list("section")[index];
      const id = scene.thing("section", index, 1, 0, FOCAL);
      scene.link(scene.thing("document", document, 0), id, { role: "part" });
      const inside = model.tasksOfDocument(document).map((task) => task.index).filter((task) => selection.tasks.has(task) && model.sectionsOf(task).includes(index));
      P.showOwners(scene, P.showTasksUnder(scene, id, inside), lookup);
    },

    place(scene, index, { lookup, steps }) {
      const { model } = scene, id = scene.thing("place", index, 3, 0, FOCAL), at = new Map();
      for (const mention of model.mentionsOfPlace(index)) {
        const document = scene.thing("document", mention.document, 0, 0, { order: model.levelRank(mention.document) * 1e5 + mention.document });
        const task = mention.task ?? -1;
        if (task < 0) scene.link(document, id, { role: "part" });
        else {
          at.set(task, scene.thing("task", task, 2));
          scene.link(document, `task:${task}`, { role: "part" });
          scene.link(`task:${task}`, id, { role: "part" });
        }
      }
      const topics = unique(model.mentionsOfPlace(index).flatMap((mention) => mention.focus ?? []));
      beside(scene, "topic", topics.map((topic) => [id, topic]), 4, 0, "picture.topics");
      if (steps < 2) return;
      P.showOwners(scene, at, lookup, { column: 3, band: 2 });
      const alike = topics.flatMap((topic) => model.mentionsOfTopic(topic).filter((row) => row.place !== index).map((row) => [`topic:${topic}`, row.place]));
      beside(scene, "place", alike.filter(([from]) => scene.marks.has(from)), 5, 0, "picture.places");
    },

    topic(scene, index, { steps, selection, lookup }) {
      const { model } = scene, id = scene.thing("topic", index, 4, 0, FOCAL);
      const at = P.showTasks(scene, model.tasksOfTopic(index).map((task) => task.index).filter((task) => selection.tasks.has(task)));
      at.forEach((mark, task) => scene.link(mark, id, { role: "part", task }));
      if (steps > 1) P.showOwners(scene, at, lookup);
      for (const mention of model.mentionsOfTopic(index)) {
        if (mention.place === null) continue;
        scene.link(scene.thing("place", mention.place, 3, 2), id, { role: "part" });
        if (steps > 1) scene.link(scene.thing("document", mention.document, 0), `place:${mention.place}`, { role: "part" });
      }
    },

    indicator(scene, index, { lookup, steps }) {
      scene.thing("indicator", index, 3, 0, FOCAL);
      targets(scene, scene.model.figuresOfIndicator(index), lookup, steps);
    },

    figure(scene, index, { lookup, steps }) {
      scene.thing("figure", index, 2, 0, FOCAL);
      targets(scene, [scene.model.rows.figures[index]], lookup, steps);
    },
  };

  function targets(scene, figures, lookup, steps) {
    const { model } = scene, at = new Map();
    for (const figure of figures) {
      const id = scene.thing("figure", figure.index, 2, 0, { order: model.levelRank(figure.document) * 1e5 + figure.index });
      const document = scene.thing("document", figure.document, 0, 0, { order: model.levelRank(figure.document) * 1e5 + figure.document });
      const task = figure.task ?? -1;
      if ((figure.indicator ?? -1) >= 0) scene.link(id, scene.thing("indicator", figure.indicator, 3), { role: "part" });
      if (task >= 0) {
        at.set(task, scene.thing("task", task, 1));
        scene.link(document, `task:${task}`, { role: "part" });
        scene.link(`task:${task}`, id, { role: "part" });
      } else scene.link(document, id, { role: "part" });
    }
    if (steps > 1) P.showOwners(scene, at, lookup, { column: 4, band: 0 });
  }

  // What else the agencies around a task do, as numbers: opening one is going to that agency.
  function secondStep(scene, lookup) {
    for (const mark of [...scene.marks.values()].filter((other) => other.kind === "agency")) {
      const tasks = new Set(lookup.dutiesOfAgency(mark.index).map((row) => row.task));
      const others = [...tasks].filter((task) => !scene.marks.has(`task:${task}`));
      const cut = scene.cut(others, mark.id, others.length > 3 ? 0 : 3);
      cut.shown.forEach((task) => scene.link(mark.id, scene.thing("task", task, 4), { role: lookup.dutiesOfAgency(mark.index).find((row) => row.task === task).role }));
      const rest = scene.rest(mark.id, "picture.ofTasks", cut, 4, 0);
      if (rest) scene.link(mark.id, rest, { role: "part" });
    }
  }

  P.focusScene = function (model, selection, { focus, steps, open }, room) {
    const scene = new P.Scene(model, open);
    scene.selection = selection;
    SCENES[focus.kind](scene, focus.index, { lookup: model.within(selection), selection, steps });
    return scene.finish(room, { stretch: false });
  };

  P.hasScene = (kind) => kind in SCENES;
})((globalThis.Guitu ??= {}));
