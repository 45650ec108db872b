// What the filters leave. Values of one facet are alternatives, facets add up; agency, role and basis speak of one and
// the same owner. Every count follows the other active facets, and tells apart tasks whose owner is stated, in an
// annex, taken over from the task around them, or only suggested: they are never added.
(function (Guitu) {
  "use strict";
  const OF_OWNERS = ["agency", "role", "basis"];
  const OF_TASKS = ["document", "level", "topic", "district", "due", "year", "owned", "unsuggested", "related"];
  const LISTS = { document: "documents", agency: "agencies", topic: "topics", district: "places" };
  const VALUES = { role: ["lead", "responsible", "support"], basis: ["stated", "annex", "inherited", "suggested"], owned: ["owned", "unowned"],
    related: ["related", "unrelated"] };
  const YEARS = ["due", "year"], WIDTH = VALUES.basis.length + 1; // numbers of a value: tasks by basis, those due by the plan's end

  Guitu.facetNames = ["document", "level", "agency", "role", "basis", "owned", "unsuggested", "related", "topic", "district", "due", "year"];

  // A value of a facet as this page has it, an entity by what stands for it; undefined where the page has none
  Guitu.facetKnown = function (data, index, facet, value) {
    if (LISTS[facet]) return data[LISTS[facet]][index.byKey[LISTS[facet]].get(value)]?.key;
    const known = YEARS.includes(facet) ? /^(19|20)\d\d$/.test(value) : (VALUES[facet] ?? Object.keys(data.codes[facet] ?? {})).includes(value);
    return known ? value : undefined;
  };

  // The values of one facet as small numbers, in the order in which they are met
  function coded() {
    const values = [], codes = new Map();
    return { values, code(value) {
      if (!codes.has(value)) codes.set(value, values.push(value) - 1);
      return codes.get(value);
    } };
  }

  // values: facet -> its values; of: facet -> codes of each task; owners: of each task [agency, role, basis, …]
  function described(data, index) {
    const coding = Object.fromEntries(Guitu.facetNames.map((name) => [name, coded()])), of = {}, owners = [];
    VALUES.basis.forEach(coding.basis.code);
    const each = (name, values) => { of[name] = data.tasks.map((task, i) => values(task, i).map(coding[name].code)); };
    each("document", (task) => [data.documents[task.document].key]);
    each("level", ({ document }) => (data.documents[document].level ? [data.documents[document].level] : []));
    each("topic", (task) => task.topics.map((at) => data.topics[at].key));
    each("district", (task, i) => [...new Set(index.mentionsOfTask(i).map((at) => data.mentions[at].district).filter((at) => at !== null))]
      .map((at) => data.places[at].key));
    each("due", (task, i) => { const due = index.dueOfTask(i); return due ? [String(due.year)] : []; });
    each("year", (task, i) => Guitu.yearsOf(data, index, i).map(String));
    each("owned", (task, i) => [index.ownersOfTask(i).duties.length ? "owned" : "unowned"]);
    each("unsuggested", (task) => (task.unsuggested ? [task.unsuggested] : []));
    each("related", (task, i) => [index.relatedOfTask(i).length ? "related" : "unrelated"]);
    data.tasks.forEach((task, i) => {
      const found = (owners[i] = []), { agency, role, basis } = coding;
      const add = (row, kind) => found.push(agency.code(data.agencies[row.agency].key), role.code(row.role), basis.code(kind));
      const { duties, basis: from } = index.ownersOfTask(i);
      duties.forEach((at) => add(data.duties[at], from));
      index.suggestionsOfTask(i).forEach((at) => add(data.suggestions[at], "suggested"));
    });
    return { of, owners, values: Object.fromEntries(Guitu.facetNames.map((name) => [name, coding[name].values])) };
  }

  // Which codes of a facet are asked for; null where none is
  function asked({ values }, filters, name) {
    if (!filters[name]?.length) return null;
    const until = Math.max(...filters[name].map(Number));
    return values[name].map((value) => (name === "due" ? Number(value) <= until : filters[name].includes(value)));
  }

  // counts: facet -> value -> tasks by basis of their owner (stated, or none asked for; annex; inherited; suggested), and of those
  // the ones due by nothing but the end of the plan. by: task -> place of its basis
  function count(facts, filters, hasWords, periods) {
    const names = Guitu.facetNames, want = Object.fromEntries(names.map((name) => [name, asked(facts, filters, name)]));
    const sums = Object.fromEntries(names.map((name) => [name, new Int32Array(WIDTH * facts.values[name].length)]));
    const tasks = new Map(), asksOwner = OF_OWNERS.some((name) => want[name]), askedOwners = OF_OWNERS.map((name) => want[name]),
      marks = OF_OWNERS.map((name) => ({ of: sums[name], seen: new Int32Array(facts.values[name].length).fill(-1), by: new Uint8Array(facts.values[name].length) }));
    facts.owners.forEach((owners, i) => {
      if (!hasWords(i)) return;
      let failed = 0, one = "";
      for (const name of OF_TASKS) {
        if (!want[name] || facts.of[name][i].some((code) => want[name][code])) continue;
        failed += 1;
        one = name;
      }
      if (failed > 1) return;
      const by = asksOwner ? ownedBy(owners, askedOwners) : 0;
      if (failed === 0 && by >= 0) tasks.set(i, by);
      if (by >= 0) for (const name of failed ? [one] : OF_TASKS) for (const code of facts.of[name][i]) add(sums[name], code, by, name === "due" && periods[i]);
      if (failed === 0 && owners.length) countOwners(owners, askedOwners, marks, i);
    });
    return { counts: told(facts, sums), by: tasks };
  }

  function add(sums, code, by, ofPeriod) {
    sums[WIDTH * code + by] += 1;
    if (ofPeriod) sums[WIDTH * code + WIDTH - 1] += 1;
  }

  function meets(owners, at, wanted, but) {
    for (let place = 0; place < wanted.length; place += 1) if (place !== but && wanted[place] && !wanted[place][owners[at + place]]) return false;
    return true;
  }

  // The place of the best basis of the owners that are asked for; -1 for none
  function ownedBy(owners, wanted) {
    let by = -1;
    for (let at = 0; at < owners.length; at += 3) if (meets(owners, at, wanted) && (by < 0 || owners[at + 2] < by)) by = owners[at + 2];
    return by;
  }

  // Each value of the owners of one task once, by its best basis
  function countOwners(owners, wanted, marks, task) {
    for (let place = 0; place < marks.length; place += 1) {
      const { of, seen, by } = marks[place];
      for (let at = 0; at < owners.length; at += 3) {
        if (!meets(owners, at, wanted, place)) continue;
        const code = owners[at + place], basis = owners[at + 2];
        if (seen[code] !== task) {
          [seen[code], by[code]] = [task, basis];
          of[WIDTH * code + basis] += 1;
        } else if (basis < by[code]) {
          of[WIDTH * code + by[code]] -= 1;
          of[WIDTH * code + basis] += 1;
          by[code] = basis;
        }
      }
    }
  }

  // Those of 0 are left out; of "due until", years add up
  function told(facts, sums) {
    return Object.fromEntries(Guitu.facetNames.map((name) => {
      let rows = facts.values[name].map((value, code) => [value, Array.from(sums[name].subarray(WIDTH * code, WIDTH * (code + 1)))]);
      if (name === "due") {
        const sum = Array(WIDTH).fill(0);
        rows = rows.sort(([a], [b]) => a - b).map(([value, more]) => [value, more.map((n, i) => (sum[i] += n))]);
      }
      return [name, new Map(rows.filter(([, of]) => Guitu.tasksIn(of) > 0))];
    }));
  }

  // Facts that stand in no task answer to what they have of their own: document, level, year, topic, district.
  function beside(data, filters, tasks) {
    const has = (name, values) => values.some((value) => filters[name].includes(value));
    const active = Guitu.facetNames.filter((name) => filters[name]?.length), others = active.filter((name) => !["document", "level"].includes(name));
    return (row, own) => {
      const document = data.documents[row.document];
      if (document && filters.document?.length && !has("document", [document.key])) return false;
      if (document && filters.level?.length && !has("level", [document.level])) return false;
      return others.every((name) => (own[name] ? has(name, own[name]) : row.task !== null && tasks.has(row.task)));
    };
  }

  Guitu.facets = function (data, index) {
    const facts = described(data, index), periods = data.tasks.map((task, i) => index.dueOfTask(i)?.basis === "period");
    const keys = (list, places) => places.filter((at) => at !== null).map((at) => data[list][at].key);
    let whole = null; // what no filter narrows, found once
    return function (filters, hasWords) {
      if (!hasWords && !Object.keys(filters).length) return (whole ??= left(filters, hasWords));
      return left(filters, hasWords);
    };

    function left(filters, hasWords) {
      const { counts, by } = count(facts, filters, hasWords ?? (() => true), periods), tasks = new Set(by.keys());
      const none = !hasWords && !Guitu.facetNames.some((name) => filters[name]?.length), stands = beside(data, filters, tasks);
      const kept = (row, basis) => tasks.has(row.task) && (!filters.role?.length || filters.role.includes(row.role)) &&
        (!filters.basis?.length || filters.basis.includes(basis));
      const indices = (rows, test) => rows.flatMap((row, i) => (test(row) ? [i] : []));
      const due = (row) => (row.kind !== "target" || !row.year ? [] : filters.due?.filter((until) => row.year <= Number(until)).length ? filters.due : []);
      const lazy = {
        figures: () => indices(data.figures, (row) => none || (hasWords ? tasks.has(row.task)
          : stands(row, { year: row.kind === "target" ? [String(row.year)] : [], due: due(row) }))),
        mentions: () => indices(data.mentions, (row) => none || (hasWords ? tasks.has(row.task)
          : stands(row, { topic: keys("topics", row.focus), district: keys("places", [row.district]) }))),
        gaps: () => indices(data.gaps, (row) => none || (!hasWords && stands({ ...row, task: null }, {}))),
      };
      const found = {
        counts, by, tasks,
        duties: [...data.duties, ...index.annexed()].filter((row) => none || kept(row, row.annex ? "annex" : "stated")),
        suggestions: none ? data.suggestions : data.suggestions.filter((row) => kept(row, "suggested")),
        documents: none ? new Set(data.documents.keys()) : new Set([...tasks].map((task) => data.tasks[task].document)),
      };
      found.agencies = new Set();
      for (const rows of [found.duties, found.suggestions]) for (const row of rows) found.agencies.add(row.agency);
      for (const [name, make] of Object.entries(lazy)) {
        let made = null;
        Object.defineProperty(found, name, { enumerable: true, get: () => (made ??= make()) });
      }
      return found;
    }
  };
})((globalThis.Guitu ??= {}));
