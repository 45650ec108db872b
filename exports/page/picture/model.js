// The page's data as the picture reads it: who is linked with whom, looked up once. The only file that knows the names of its fields.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const LISTS = {
    document: "documents", section: "sections", agency: "agencies", task: "tasks",
    figure: "figures", indicator: "indicators", place: "places", topic: "topics", alignment: "alignments",
  };
  const LEVELS = ["national", "provincial", "municipal", "county", "township"];
  const ROLES = ["lead", "responsible", "support"];
  const NONE = Object.freeze([]);

  // Index of `rows` by a number that each has: `by(duties, (d) => d.task)[3]` are the duties of task 3; made when first
  // asked for, as are the rows where they have to be made.
  function by(rows, key) {
    let found = null;
    return (k) => (found ??= grouped(typeof rows === "function" ? rows() : rows, key))[k] ?? NONE;
  }

  function grouped(rows, key) {
    const found = [], add = (k, row) => k !== null && k !== undefined && k >= 0 && (found[k] ??= []).push(row);
    rows.forEach((row, i) => {
      const keys = key(row, i);
      if (Array.isArray(keys)) for (const k of keys) add(k, row);
      else add(keys, row);
    });
    return found;
  }

  const numbered = (rows) => {
    let found = null;
    return () => (found ??= (rows ?? []).map((row, index) => ({ index, ...row })));
  };

  P.ROLES = ROLES;

  // The strongest role first; what is not known comes last.
  P.roleRank = (role) => (ROLES.indexOf(role) + ROLES.length + 1) % (ROLES.length + 1);

  P.model = function (app) {
    const { data } = app;
    const alignments = (data.alignments ?? NONE).filter((row) => row.relation !== "identical");
    const figures = numbered(data.figures), mentions = numbered(data.mentions), sections = data.sections ?? [];
    const parts = numbered(data.tasks);
    return {
      app,
      list: (kind) => data[LISTS[kind]] ?? NONE,
      name: (kind, index) => String(app.name(kind, index) ?? ""),
      levelRank: (document) => (LEVELS.indexOf(data.documents[document]?.level) + LEVELS.length + 1) % (LEVELS.length + 1),
      rows: { get figures() { return figures(); }, get mentions() { return mentions(); } },
      documentOf: (task) => data.tasks[task].document,
      // the sections around a task, outermost first
      sectionsOf(task) {
        const path = [];
        for (let at = data.tasks[task].section ?? -1; at >= 0; at = sections[at].parent ?? -1) path.unshift(at);
        return path;
      },
      // duties and suggestions that the filters leave, by task and by agency
      within: (selection) => ({
        dutiesOfTask: by(selection.duties, (d) => d.task),
        dutiesOfAgency: by(selection.duties, (d) => d.agency),
        suggestionsOfTask: by(selection.suggestions, (s) => s.task),
        suggestionsOfAgency: by(selection.suggestions, (s) => s.agency),
      }),
      alignmentsOfTask: by(alignments, (a) => [a.a, a.b]),
      tasksOfDocument: by(parts, (t) => t.document),
      tasksOfTopic: by(parts, (t) => t.topics ?? NONE),
      // documents that one names or that name it
      citedWith: by(() => (data.documents ?? []).flatMap((row, i) => (row.links ?? NONE).filter(([, other]) => Number.isInteger(other)).flatMap(([, other]) => [{ at: i, other }, { at: other, other: i }])), (row) => row.at),
      subtasks: by(parts, (t) => t.parent),
      figuresOfTask: by(figures, (f) => f.task),
      figuresOfDocument: by(figures, (f) => f.document),
      figuresOfIndicator: by(figures, (f) => f.indicator),
      mentionsOfTask: by(mentions, (m) => m.task),
      mentionsOfDocument: by(mentions, (m) => m.document),
      mentionsOfPlace: by(mentions, (m) => m.place),
      mentionsOfTopic: by(mentions, (m) => m.focus ?? NONE),
    };
  };
})((globalThis.Guitu ??= {}));
