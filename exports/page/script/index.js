// Who refers to whom, looked up once: `index.dutiesOfTask(3)` are the places of the duties of task 3.
(function (Guitu) {
  "use strict";
  const NONE = Object.freeze([]);

  function grouped(rows, keys) {
    const found = [], add = (key, i) => key !== null && key !== undefined && (found[key] ??= []).push(i);
    rows.forEach((row, i) => {
      const key = keys(row);
      if (Array.isArray(key)) for (const one of key) add(one, i);
      else add(key, i);
    });
    return found;
  }

  // Grouped when first asked for: a first look needs few of them
  const by = (rows, keys) => {
    let found = null;
    return (key) => (found ??= grouped(typeof rows === "function" ? rows() : rows, keys))[key] ?? NONE;
  };

  // What was found once is not looked for again
  const kept = (find) => {
    const known = new Map();
    return (at) => {
      if (!known.has(at)) known.set(at, find(at));
      return known.get(at);
    };
  };

  // The rows by their key, and by those of the names that they stand for: a link may have been made before two became one
  const keysOf = (rows) => new Map([...rows.flatMap((row, i) => (row.was ?? []).map((key) => [key, i])), ...rows.map((row, i) => [row.key, i])]);

  Guitu.index = function (data) {
    const task = (row) => row.task, agency = (row) => row.agency, document = (row) => row.document;
    const index = {
      tasksOfDocument: by(data.tasks, document),
      tasksOfSection: by(data.tasks, (row) => row.section),
      tasksOfTopic: by(data.tasks, (row) => row.topics),
      partsOfTask: by(data.tasks, (row) => row.parent),
      dutiesOfTask: by(data.duties, task),
      dutiesOfAgency: by(data.duties, agency),
      suggestionsOfTask: by(data.suggestions, task),
      suggestionsOfAgency: by(data.suggestions, agency),
      relatedOfTask: by(data.alignments, (row) => (row.relation === "identical" ? null : [row.a, row.b])),
      sameTask: by(data.alignments, (row) => (row.relation === "identical" ? [row.a, row.b] : null)),
      figuresOfTask: by(data.figures, task),
      figuresOfDocument: by(data.figures, document),
      figuresOfIndicator: by(data.figures, (row) => row.indicator),
      mentionsOfTask: by(data.mentions, task),
      mentionsOfPlace: by(data.mentions, (row) => (row.district === row.place ? row.place : [row.place, row.district])),
      mentionsOfTopic: by(data.mentions, (row) => row.focus),
      mentionsOfDocument: by(data.mentions, document),
      incentivesOfTask: by(data.incentives, task),
      referencesOfDocument: by(data.references, document),
      gapsOfDocument: by(data.gaps, document),
      issuedBy: by(data.documents, (row) => row.issuers),
    };
    // Where the annex of the document lists a task again, with the owners that the body does not name
    const annexes = by(data.alignments, (row) => (row.relation === "identical" ? row.a : null));
    const inAnnex = (at) => annexes(at).map((one) => data.alignments[one].b).find((one) => index.dutiesOfTask(one).length);
    // Owners of a task; where it names none itself those of the same task in an annex, or of the task around it (`of`)
    index.ownersOfTask = kept((at) => {
      const seen = new Set();
      for (let task = at; task !== null && !seen.has(task); task = data.tasks[task].parent) {
        const own = task === at, annexed = inAnnex(task);
        if (index.dutiesOfTask(task).length) return { duties: index.dutiesOfTask(task), of: task, basis: own ? "stated" : "inherited" };
        if (annexed !== undefined) return { duties: index.dutiesOfTask(annexed), of: own ? annexed : task, basis: own ? "annex" : "inherited" };
        seen.add(task);
      }
      return { duties: NONE, of: at, basis: "stated" };
    });
    // Duties that the annex alone names, as rows of the task of the body: { …duty, task, annex }
    let annexed = null;
    index.annexed = () => (annexed ??= data.tasks.flatMap((_, at) => {
      const { duties, basis } = index.ownersOfTask(at);
      return basis === "annex" ? duties.map((one) => ({ ...data.duties[one], task: at, annex: true })) : [];
    }));
    const annexedOfAgency = by(index.annexed, agency);
    index.ownedByAgency = (at) => [...index.dutiesOfAgency(at).map((one) => data.duties[one]), ...annexedOfAgency(at).map((one) => index.annexed()[one])];
    index.dueOfTask = kept((at) => Guitu.dueOf(data, index, at));
    index.byKey = {};
    for (const list of new Set(Object.values(Guitu.lists))) {
      let keys = null;
      Object.defineProperty(index.byKey, list, { get: () => (keys ??= keysOf(data[list])) });
    }
    return index;
  };
})((globalThis.Guitu ??= {}));
