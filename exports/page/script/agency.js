// "My duties": everything that one agency owns, in one sheet for A4.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const ROLES = ["lead", "responsible", "support"], MOST = 100, WITH = 4;

  Guitu.addWords({
    "agency.choose": ["单位", "Agency"],
    "agency.title": ["{name}职责清单", "Duties of {name}"],
    "agency.sum": ["任务 {n} 项（牵头 {lead}，责任 {responsible}，配合 {support}）",
      "Tasks: {n} (lead {lead}, responsible {responsible}, support {support})"],
    "agency.number": ["序号", "No."],
    "agency.task": ["任务", "Task"],
    "agency.from": ["文件与章节", "Document and section"],
    "agency.named": ["文件写明：{name}", "The document names {name}"],
    "agency.with": ["共同承担", "With"],
    "agency.deadline": ["完成时限", "Deadline"],
    "agency.figures": ["指标", "Targets"],
    "agency.proof": ["依据", "Proof"],
    "agency.annex": ["附件写明：{role}（{n}）", "In the annex: {role} ({n})"],
    "agency.annexed": ["{n}·附{more}", "{n}·annex {more}"],
    "agency.suggested": ["建议由本单位承担的任务（非文件写明，{n} 项）", "Suggested, not stated ({n} tasks)"],
    "agency.reason": ["理由", "Reason"],
    "agency.rest": ["再显示 {n} 项", "{n} more"],
    "agency.filtered": ["按当前筛选条件", "With the active filters"],
  });

  function chosen(app) {
    const { focus, filters } = app.state;
    if (focus?.kind === "agency") return focus.index;
    const only = filters.agency?.length === 1 ? app.index.byKey.agencies.get(filters.agency[0]) : undefined;
    return only ?? ordered(app)[0] ?? null;
  }

  // Those with most duties first; groups (各地区) come last
  function ordered(app) {
    const most = (at) => app.index.dutiesOfAgency(at).length, { agencies } = app.data;
    return [...agencies.keys()].sort((a, b) => Boolean(agencies[a].group) - Boolean(agencies[b].group) || most(b) - most(a) || a - b);
  }

  // The other owners of a task, by role
  function others(app, duty) {
    const { make } = Guitu, found = app.index.ownersOfTask(duty.task).duties.map((at) => app.data.duties[at]).filter((one) => one.agency !== duty.agency);
    return ROLES.map((role) => [role, found.filter((one) => one.role === role)]).filter(([, rows]) => rows.length)
      .map(([role, rows]) => [make("small", {}, app.t(`role.${role}`)), Guitu.few(app, rows.map((one) => make("div", {}, Guitu.ownerLink(app, one))), WITH)]);
  }

  function line(app, duty, number) {
    const { make, link } = Guitu, { data, index } = app, task = data.tasks[duty.task];
    const named = (name) => ({ "data-name": app.t(`agency.${name}`) });
    return make("tr", {},
      make("td", { class: "number" }, number), make("th", { scope: "row", ...named("task") }, link(app, "task", duty.task), Guitu.corrected(app, task)),
      make("td", named("from"), link(app, "document", task.document), make("small", {},
        Guitu.chapter(data, duty.task)),
        duty.named && make("small", {}, app.t("agency.named", { name: Guitu.ownerWords(app, duty) }))),
      make("td", named("with"), others(app, duty)),
      make("td", named("deadline"), task.deadline), make("td", named("figures"), index.figuresOfTask(duty.task).map((at) => make("div", {}, app.name("figure", at)))),
      make("td", named("proof"), Guitu.corrected(app, duty), Guitu.proof(app, duty.proof)));
  }

  // What the documents state, by role; then the tasks of which only the annex names the agency
  function stated(app, duties) {
    const { make } = Guitu, columns = ["number", "task", "from", "with", "deadline", "figures", "proof"];
    let number = 0;
    return [false, true].flatMap((annex) => ROLES.map((role) => {
      const found = duties.filter((duty) => duty.role === role && annex === Boolean(duty.annex)), n = found.length, most = app.printing ? found.length : MOST, first = number;
      number += found.length;
      const rows = make("tbody", {}, found.slice(0, most).map((duty, i) => line(app, duty, first + i + 1)));
      return found.length > 0 && make("section", {}, make("h3", {}, annex ? app.t("agency.annex", { role: app.t(`role.${role}`), n }) : `${app.t(`role.${role}`)}（${n}）`),
        make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": app.t(`role.${role}`) },
          make("table", { class: "duties cards" }, make("thead", {}, make("tr", {},
            columns.map((name) => make("th", { scope: "col" }, app.t(`agency.${name}`))))), rows)),
        found.length > most && make("button", { type: "button", class: "more", onclick: (event) => {
          event.target.remove();
          Guitu.fill(rows, found.slice(most).map((duty, i) => line(app, duty, first + most + i + 1)));
        } }, app.t("agency.rest", { n: n - most })));
    }));
  }

  // By task: one may be suggested in several roles, or for several reasons
  function suggested(app, rows) {
    const { make, link } = Guitu, byTask = new Map();
    for (const row of rows) byTask.set(row.task, [...(byTask.get(row.task) ?? []), row]);
    return byTask.size > 0 && make("section", { class: "maybe" }, make("h3", {}, app.t("agency.suggested", { n: byTask.size })),
      Guitu.shortly(app, [...byTask], ([task, found]) => [link(app, "task", task), found.map((row) => make("p", { class: "reason" },
        Guitu.role(app, row.role, true), app.t("task.score", { score: Guitu.percent(row.score) }), " ", app.reason(row.reason)))], MOST));
  }

  Guitu.views.agency = function (app, room) {
    const { make, refill } = Guitu, agency = chosen(app);
    if (agency === null) return refill(room, make("p", { class: "empty" }, app.t("empty")));
    const { duties: every, suggestions } = app.selection(), own = (row) => row.agency === agency, duties = every.filter(own), maybe = suggestions.filter(own),
      count = (role) => {
        const [n, more] = Guitu.owned(duties.filter((row) => row.role === role), []);
        return more ? app.t("agency.annexed", { n, more }) : n;
      };
    refill(room,
      make("div", { class: "tools" },
        make("label", {}, app.t("agency.choose"), " ", make("select", { "data-keep": "agency",
          onchange: (event) => app.focus("agency", Number(event.target.value)) },
          ordered(app).map((at) => make("option", { value: at, selected: at === agency },
            `${app.data.agencies[at].name}（${Guitu.tell(app, Guitu.ownedByAgency(app, at))}）`)))),
        make("button", { type: "button", id: "print", onclick: () => print() }, app.t("print"))),
      make("article", { class: "sheet" },
        make("h2", {}, app.t("agency.title", { name: app.data.agencies[agency].name })),
        make("p", {}, app.t("agency.sum", { n: Guitu.tell(app, Guitu.owned(duties, maybe)), lead: count("lead"), responsible: count("responsible"), support: count("support") }),
          Guitu.filterWords(app) && `（${app.t("agency.filtered")}：${Guitu.filterWords(app)}）`),
        stated(app, duties), suggested(app, maybe)));
  };
})((globalThis.Guitu ??= {}));
