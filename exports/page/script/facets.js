// What the filters leave. Values of one facet are alternatives, facets add up; agency, role and basis speak of one and
// the same owner. Every count follows the other active facets.
(function (Guitu) {
  "use strict";
  const OF_OWNERS = ["agency", "role", "basis"];
  const OF_TASKS = ["document", "level", "topic", "district", "year", "owned", "related"];

  Guitu.facetNames = ["document", "level", "agency", "role", "basis", "owned", "related", "topic", "district", "year"];

  // The values of each task by facet, and its owners: [{ agency, role, basis }]
  function described(data, index) {
    const year = (words) => (words.match(/(?:19|20)\d\d/g) ?? []);
    return data.tasks.map((task, i) => {
      const document = data.documents[task.document], owners = index.ownersOfTask(i).duties;
      const districts = index.mentionsOfTask(i).map((m) => data.mentions[m].district).filter((at) => at !== null);
      const owner = (row, basis) => ({ agency: data.agencies[row.agency].key, role: row.role, basis });
      return {
        document: [document.key],
        level: document.level ? [document.level] : [],
        topic: task.topics.map((at) => data.topics[at].key),
        district: [...new Set(districts.map((at) => data.places[at].key))],
        year: [...new Set([...year(task.deadline), ...index.figuresOfTask(i).map((at) => data.figures[at].year).filter(Boolean).map(String)])],
        owned: [owners.length ? "owned" : "unowned"],
        related: [index.alignmentsOfTask(i).length ? "related" : "unrelated"],
        owners: [...owners.map((at) => owner(data.duties[at], "stated")),
          ...index.suggestionsOfTask(i).map((at) => owner(data.suggestions[at], "suggested"))],
      };
    });
  }

  const active = (filters, name) => filters[name]?.length > 0;
  const meets = (filters, name, values) => !active(filters, name) || values.some((value) => filters[name].includes(value));
  const owns = (filters, owner, but) => OF_OWNERS.every((name) => name === but || meets(filters, name, [owner[name]]));

  // counts: facet -> value -> tasks that the other facets leave
  function count(facts, filters) {
    const counts = Object.fromEntries(Guitu.facetNames.map((name) => [name, new Map()])), tasks = new Set();
    const add = (name, values) => values.forEach((value) => counts[name].set(value, (counts[name].get(value) ?? 0) + 1));
    const asksOwner = OF_OWNERS.some((name) => active(filters, name));
    facts.forEach((fact, i) => {
      const failed = OF_TASKS.filter((name) => !meets(filters, name, fact[name]));
      const owned = !asksOwner || fact.owners.some((owner) => owns(filters, owner));
      if (failed.length === 0 && owned) tasks.add(i);
      if (owned) for (const name of OF_TASKS) if (failed.every((other) => other === name)) add(name, fact[name]);
      if (failed.length === 0) {
        for (const name of OF_OWNERS) add(name, [...new Set(fact.owners.filter((owner) => owns(filters, owner, name)).map((owner) => owner[name]))]);
      }
    });
    return { counts, tasks };
  }

  // Facts that stand in no task answer to what they have of their own: document, level, year, topic, district.
  function beside(data, filters, tasks, row, own) {
    const document = data.documents[row.document];
    if (document && !(meets(filters, "document", [document.key]) && meets(filters, "level", [document.level]))) return false;
    const others = Guitu.facetNames.filter((name) => active(filters, name) && !["document", "level"].includes(name));
    return others.every((name) => (own[name] ? meets(filters, name, own[name]) : row.task !== null && tasks.has(row.task)));
  }

  Guitu.facets = function (data, index) {
    const facts = described(data, index);
    return (filters) => {
      const { counts, tasks } = count(facts, filters);
      const kept = (row, basis) => tasks.has(row.task) && meets(filters, "role", [row.role]) && meets(filters, "basis", [basis]);
      const duties = data.duties.filter((row) => kept(row, "stated")), suggestions = data.suggestions.filter((row) => kept(row, "suggested"));
      const none = !Guitu.facetNames.some((name) => active(filters, name));
      const keys = (list, places) => places.filter((at) => at !== null).map((at) => data[list][at].key);
      const indices = (rows, test) => rows.flatMap((row, i) => (test(row) ? [i] : []));
      return {
        counts, tasks, duties, suggestions,
        agencies: new Set([...duties, ...suggestions].map((row) => row.agency)),
        documents: none ? new Set(data.documents.keys()) : new Set([...tasks].map((task) => data.tasks[task].document)),
        figures: indices(data.figures, (row) => beside(data, filters, tasks, row, { year: [String(row.year)] })),
        mentions: indices(data.mentions, (row) =>
          beside(data, filters, tasks, row, { topic: keys("topics", row.focus), district: keys("places", [row.district]) })),
        gaps: indices(data.gaps, (row) => none || beside(data, filters, tasks, { ...row, task: null }, {})),
      };
    };
  };
})((globalThis.Guitu ??= {}));
