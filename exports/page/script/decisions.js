// What a reader decides on the spot: kept in this browser, listed, and saved as the file that `guitu correct` reads.
(function (Guitu) {
  "use strict";
  const PLACE = "guitu.decisions", BY = "guitu.by";
  const MATTERS = { lead: "牵头单位", responsible: "责任单位", support: "配合单位" };
  const SUGGESTED = ["采纳建议", "不采纳"];
  const COLUMNS = ["文件", "任务", "更正", "原值", "新值", "理由", "更正人", "日期"], NAMES = ["种类", "名称一", "名称二", "判定", "备注"];

  // The heads of the files in the language of the reader; in the files they are Chinese
  const HEADS = { 文件: "document", 任务: "task", 更正: "correction", 原值: "old", 新值: "new", 理由: "reason", 更正人: "by", 日期: "date",
    种类: "kind", 名称一: "one name", 名称二: "other name", 判定: "judgement", 备注: "remark" };
  Guitu.addWords(Object.fromEntries(Object.entries(HEADS).map(([name, english]) => [`decisions.head.${name}`, [name, english]])));

  Guitu.addWords({
    "view.decisions": ["更正", "Corrections"],
    "decide.judge": ["核对", "Check"],
    "decide.confirmed": ["确认", "Confirm"],
    "decide.rejected": ["否认", "Refuse"],
    "decide.accepted": ["采纳", "Accept"],
    "decide.refused": ["不采纳", "Do not accept"],
    "decide.change": ["改为", "Change to"],
    "decide.agency": ["单位名称", "Name of the agency"],
    "decide.role": ["角色", "Role"],
    "decide.add": ["补充责任单位", "Add an owner"],
    "decide.why": ["理由（可不填）", "Reason (optional)"],
    "decide.same": ["是同一单位", "The same agency"],
    "decide.not": ["不是同一单位", "Not the same"],
    "decide.other": ["另一个名称", "Another name"],
    "decide.made": ["已记下，见“更正”", "Noted; see “Corrections”"],
    "decided.确认": ["已确认", "Confirmed"],
    "decided.否认": ["已否认", "Refused"],
    "decided.采纳建议": ["已采纳", "Accepted"],
    "decided.不采纳": ["已决定不采纳", "Not accepted"],
    "decided.changed": ["改为 {agency}（{role}）", "Changed to {agency} ({role})"],
    "decided.added": ["补充 {agency}（{role}）", "Added: {agency} ({role})"],
    "decided.同一": ["已判定：{one}与{other}是同一单位", "Judged: {one} and {other} are the same agency"],
    "decided.不同": ["已判定：{one}与{other}不是同一单位", "Judged: {one} and {other} are not the same agency"],
    "decisions.none": ["还没有更正。打开一项任务，在责任单位或建议后面点“核对”。", "Nothing yet. Open a task and choose “Check” beside an owner or a suggestion."],
    "decisions.note": ["更正只存在这个浏览器里。存为文件，交给 guitu correct 读入图谱后，对所有人生效。",
      "They are kept in this browser only. Save them as a file and give it to guitu correct: then they hold for everyone."],
    "decisions.others": ["另有 {n} 条是在其他网页记下的，文件不在本页", "{n} more were noted in other pages, about documents that are not in this one"],
    "decisions.by": ["更正人", "Decided by"],
    "decisions.save": ["存为 更正.csv（{n} 条）", "Save 更正.csv ({n})"],
    "decisions.saveNames": ["存为 名称.csv（{n} 条）", "Save 名称.csv ({n})"],
    "decisions.remove": ["撤回", "Take back"],
    "doubts.title": ["这两个名称是一个吗（{n}）", "One thing or two ({n})"],
    "doubts.note": ["规图不能断定，因此分开算。", "Guitu cannot tell, and counts them apart."],
    "doubts.same": ["是同一个", "One thing"],
    "doubts.not": ["不是", "Two things"],
  });

  // What a row decides on. On one owner, one suggestion or one pair of names only the latest decision holds
  function subject(row) {
    if (row.kind === "names") return JSON.stringify(["names", row.种类, ...[row.名称一, row.名称二].sort()]);
    const matter = SUGGESTED.includes(row.更正) ? "suggestion" : row.原值 ? "owner" : "added";
    return JSON.stringify([matter, row.文件, row.任务, row.原值 || row.新值]);
  }

  const latest = (rows) => rows.filter((row, at) => !rows.slice(at + 1).some((later) => subject(later) === subject(row)));

  let known = null;
  Guitu.decisions = () => (known ??= Array.isArray(Guitu.kept(PLACE)) ? latest(Guitu.kept(PLACE)) : []);
  Guitu.decider = () => String(Guitu.kept(BY) ?? "");

  function keep(app, rows) {
    known = latest(rows);
    Guitu.keep(PLACE, known);
    app.change({ decided: known }); // every view shows how many there are, the panel which
  }

  const today = () => new Date().toLocaleDateString("sv"); // 2026-03-01

  const fact = (app, task, matter, old, value, why = "") => ({ kind: "fact", 文件: app.data.documents[app.data.tasks[task].document].title,
    任务: app.data.tasks[task].title, 更正: matter, 原值: old, 新值: value, 理由: why, 日期: today() });

  function decide(app, ...decision) {
    keep(app, [...Guitu.decisions(), fact(app, ...decision)]);
    Guitu.say(app.t("decide.made"));
  }

  // What was decided here on the subject of a row, beside it
  function mark(app, row) {
    const made = Guitu.decisions().find((other) => subject(other) === subject(row));
    return made && Guitu.make("strong", { class: "decided" }, marked(app, made));
  }

  function marked(app, { kind, 更正: matter, 原值: old, 新值: value, 判定: judgement, 名称一: one, 名称二: other }) {
    if (kind === "names") return app.t(judgement === "同一" ? "decided.同一" : "decided.不同", { one, other });
    const role = Object.keys(MATTERS).find((name) => MATTERS[name] === matter);
    return role ? app.t(old ? "decided.changed" : "decided.added", { agency: value, role: app.t(`role.${role}`) }) : app.t(`decided.${matter}`);
  }

  const button = (app, name, act) => Guitu.make("button", { type: "button", onclick: act }, app.t(`decide.${name}`));

  function fields(app, role) {
    const { make } = Guitu;
    return {
      agency: make("input", { type: "text", list: "agency-names", "aria-label": app.t("decide.agency"), placeholder: app.t("decide.agency") }),
      role: make("select", { "aria-label": app.t("decide.role") }, Object.keys(MATTERS).map((name) => make("option", { value: name, selected: name === role }, app.t(`role.${name}`)))),
      why: make("input", { type: "text", "aria-label": app.t("decide.why"), placeholder: app.t("decide.why") }),
    };
  }

  const folded = (app, ...inside) => Guitu.make("details", { class: "decide" }, Guitu.make("summary", {}, app.t("decide.judge")), inside);

  // Beside a stated owner: right, wrong, or another
  Guitu.judgeDuty = function (app, at) {
    const duty = app.data.duties[at], name = Guitu.ownerName(app, duty), { agency, role, why } = fields(app, duty.role), act = (...args) => decide(app, duty.task, ...args, why.value);
    return [mark(app, fact(app, duty.task, "确认", name, "")), folded(app, Guitu.make("div", { class: "tools" }, button(app, "confirmed", () => act("确认", name, "")), button(app, "rejected", () => act("否认", name, ""))),
      Guitu.make("div", { class: "tools" }, role, agency, why, button(app, "change", () => act(MATTERS[role.value], name, agency.value.trim() || name))))];
  };

  // Beside a suggestion
  Guitu.judgeSuggestion = function (app, at) {
    const row = app.data.suggestions[at], name = app.name("agency", row.agency), { why } = fields(app, row.role);
    return [mark(app, fact(app, row.task, "采纳建议", name, "")), folded(app, Guitu.make("div", { class: "tools" }, why, button(app, "accepted", () => decide(app, row.task, "采纳建议", name, "", why.value)),
      button(app, "refused", () => decide(app, row.task, "不采纳", name, "", why.value))))];
  };

  // An owner that the document has and the graph has not
  Guitu.addOwner = function (app, task) {
    const { agency, role, why } = fields(app, "responsible");
    const added = Guitu.decisions().filter((row) => subject(row) === subject(fact(app, task, "", "", row.新值)));
    return [added.map((row) => Guitu.make("p", {}, mark(app, row))),
      Guitu.make("details", { class: "decide" }, Guitu.make("summary", {}, app.t("decide.add")), Guitu.make("div", { class: "tools" }, role, agency, why,
        button(app, "add", () => agency.value.trim() && decide(app, task, MATTERS[role.value], "", agency.value.trim(), why.value))))];
  };

  // Two names of agencies: one or two
  Guitu.judgeNames = function (app, at) {
    const { agency, why } = fields(app, ""), name = app.name("agency", at);
    const judge = (judgement) => () => agency.value.trim() && keep(app, [...Guitu.decisions(), { kind: "names", 种类: "机构", 名称一: name, 名称二: agency.value.trim(), 判定: judgement, 备注: why.value }]);
    agency.setAttribute("placeholder", app.t("decide.other"));
    const judged = Guitu.decisions().filter((row) => row.kind === "names" && row.种类 === "机构" && [row.名称一, row.名称二].includes(name));
    return [judged.map((row) => Guitu.make("p", {}, mark(app, row))),
      folded(app, Guitu.make("div", { class: "tools" }, agency, why, button(app, "same", judge("同一")), button(app, "not", judge("不同"))))];
  };

  // The names that the fields offer, once in the page
  Guitu.agencyNames = (app) => Guitu.make("datalist", { id: "agency-names" }, app.data.agencies.map((row) => Guitu.make("option", { value: row.name })));

  // Pairs that nothing settles, each with why it is asked; a judgement takes the place of an earlier one
  const KINDS = { agency: "机构", place: "地点", indicator: "指标", topic: "主题" };
  function doubts(app) {
    const { make, link, shortly } = Guitu, rows = app.data.doubts;
    const pair = ({ kind, one, other }) => ({ kind: "names", 种类: KINDS[kind], 名称一: app.name(kind, one), 名称二: app.name(kind, other) });
    const is = (row) => (made) => subject(made) === subject(pair(row));
    const choice = (row, name, judgement) => make("button", { type: "button", "data-keep": `doubt-${name}-${row.kind}-${row.one}-${row.other}`,
      "aria-pressed": String(Guitu.decisions().some((made) => is(row)(made) && made.判定 === judgement)),
      onclick: () => keep(app, [...Guitu.decisions(), { ...pair(row), 判定: judgement, 备注: "" }]) }, app.t(`doubts.${name}`));
    return rows.length > 0 && make("section", { class: "doubts" }, make("h3", {}, app.t("doubts.title", { n: rows.length })), make("p", { class: "note" }, app.t("doubts.note")),
      shortly(app, rows, (row) => [make("span", { class: "kind" }, app.t(`kind.${row.kind}`)), " ", link(app, row.kind, row.one), " — ", link(app, row.kind, row.other),
        make("small", {}, `${app.reason(row.reason)} ${app.t("task.score", { score: Guitu.percent(row.score) })}`),
        make("div", { class: "tools" }, choice(row, "same", "同一"), choice(row, "not", "不同"))], 20));
  }

  const grid = (columns, rows) => [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))];

  Guitu.views.decisions = function (app, room) {
    const { make, refill } = Guitu, rows = Guitu.decisions(), titles = new Set(app.data.documents.map((row) => row.title)),
      facts = rows.filter((row) => row.kind === "fact" && titles.has(row.文件)), others = rows.filter((row) => row.kind === "fact").length - facts.length, names = rows.filter((row) => row.kind === "names");
    const signed = () => facts.map((row) => ({ ...row, 更正人: Guitu.decider() }));
    const save = (words, file, columns, found, id) => found().length > 0 && make("button", { type: "button", id, onclick: () =>
      Guitu.save(file, "text/csv", [Guitu.csv(grid(columns, found()))]) }, app.t(words, { n: found().length }));
    const table = (columns, found) => found.length > 0 && make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": app.t("view.decisions") },
      make("table", {}, make("thead", {}, make("tr", {}, columns.map((name) => make("th", { scope: "col" }, app.t(`decisions.head.${name}`))), make("td", {}))),
        make("tbody", {}, found.map((row) => make("tr", {}, columns.map((name) => make("td", {}, row[name] ?? "")), make("td", {}, make("button",
          { type: "button", onclick: () => keep(app, Guitu.decisions().filter((other) => other !== row)) }, app.t("decisions.remove"))))))));
    refill(room, make("p", { class: "note" }, app.t(rows.length ? "decisions.note" : "decisions.none")),
      rows.length > 0 && make("div", { class: "tools" },
        make("label", {}, app.t("decisions.by"), " ", make("input", { type: "text", value: Guitu.decider(), "data-keep": "decider", onchange: (event) => Guitu.keep(BY, event.target.value.trim()) })),
        save("decisions.save", "更正.csv", COLUMNS, signed, "save-decisions"), save("decisions.saveNames", "名称.csv", NAMES, () => names, "save-names")),
      others > 0 && make("p", { class: "note" }, app.t("decisions.others", { n: others })),
      table(COLUMNS.filter((name) => name !== "更正人"), facts), table(NAMES, names), doubts(app));
  };
})((globalThis.Guitu ??= {}));
