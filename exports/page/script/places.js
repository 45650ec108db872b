// Places by district, what each is for, and the tasks that concern the same.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const PAGE = 60, ACROSS = 104; // px of a column

  Guitu.addWords({
    "places.matrix": ["区县 × 领域", "Districts × topics"],
    "places.whole": ["全区（县）", "the whole district"],
    "places.more": ["再显示 {n} 个领域（另有 {districts} 个区县只在这些领域）", "{n} more topics ({districts} districts have only these)"],
    "places.none": ["未写明区县", "No district told"],
    "places.place": ["地点", "Place"],
    "places.type": ["类型", "Type"],
    "places.focus": ["聚焦领域", "Focus"],
    "places.tasks": ["同领域的任务", "Tasks of that focus"],
    "places.proof": ["依据", "Proof"],
  });

  // One row per place: its mentions together
  function rowsOf(app) {
    const found = new Map();
    for (const at of app.selection().mentions) {
      const { place } = app.data.mentions[at];
      if (!found.has(place)) found.set(place, []);
      found.get(place).push(at);
    }
    const rows = [...found].map(([place, mentions]) => {
      const own = mentions.map((at) => app.data.mentions[at]);
      return { place, mentions, district: own.map((one) => one.district).find((at) => at !== null) ?? (own.some((one) => one.type === "district") ? place : null),
        focus: [...new Set(own.flatMap((one) => one.focus))], types: [...new Set(own.map((one) => one.type))] };
    });
    const name = (at) => (at === null ? "\uffff" : app.data.places[at].name);
    return rows.sort((a, b) => name(a.district).localeCompare(name(b.district), "zh") || b.focus.length - a.focus.length || a.place - b.place);
  }

  function tasksOf(app, row) {
    const found = [...new Set([...row.mentions.map((at) => app.data.mentions[at].task).filter((at) => at !== null),
      ...row.focus.flatMap((topic) => app.index.tasksOfTopic(topic))])];
    const chosen = app.selection().tasks;
    return found.filter((at) => chosen.has(at));
  }

  function line(app, row) {
    const { make, link, shortly } = Guitu, tasks = tasksOf(app, row);
    return make("tr", {},
      make("th", { scope: "row" }, link(app, "place", row.place)), make("td", {}, row.types.map((type) => app.code("place", type)).join("、")),
      make("td", {}, row.focus.map((at) => [link(app, "topic", at), " "])),
        make("td", {}, tasks.length > 0 && shortly(app, tasks, (at) => link(app, "task", at), 4)),
      make("td", {}, Guitu.proof(app, app.data.mentions[row.mentions[0]].proof)));
  }

  // Districts against the topics that places in them focus on, the places in the cells; as many topics as are seen at once
  function matrix(app, rows, room) {
    const { make, link } = Guitu, focused = rows.filter((row) => row.focus.length), often = new Map(), least = Math.max(3, Math.floor(room.clientWidth / ACROSS) - 2);
    for (const row of focused) for (const topic of row.focus) often.set(topic, (often.get(topic) ?? 0) + 1);
    const topics = [...often.keys()].sort((a, b) => often.get(b) - often.get(a) || a - b), most = app.printing ? topics.length : least * Number(room.dataset.topics ?? 1), shown = topics.slice(0, most),
      districts = (of) => [...new Set(focused.filter((row) => row.focus.some((topic) => of.includes(topic))).map((row) => row.district))], seen = districts(shown);
    const name = (row) => link(app, "place", row.place, row.place === row.district ? app.t("places.whole") : undefined);
    return topics.length > 0 && make("section", { class: "district" }, make("h3", {}, app.t("places.matrix")),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": app.t("places.matrix") },
        make("table", { class: "crossed" }, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, app.t("facet.district")), shown.map((at) => make("th", { scope: "col" }, app.printing ? app.name("topic", at) : link(app, "topic", at))))),
          make("tbody", {}, seen.map((district) => make("tr", {}, make("th", { scope: "row" }, district === null ? app.t("places.none") : link(app, "place", district)),
            shown.map((topic) => make("td", {}, focused.filter((row) => row.district === district && row.focus.includes(topic)).map((row) => make("div", {}, name(row)))))))))),
      topics.length > shown.length && make("button", { type: "button", class: "more", "data-keep": "topics", onclick: () => {
        room.dataset.topics = Number(room.dataset.topics ?? 1) + 1;
        Guitu.views.places(app, room);
      } }, app.t("places.more", { n: topics.length - shown.length, districts: districts(topics).length - seen.length })));
  }

  Guitu.views.places = function (app, room) {
    const { make, refill, link } = Guitu, all = rowsOf(app), { rows, bar } = Guitu.paged(app, all, PAGE),
      districts = [...new Set(rows.map((row) => row.district))];
    refill(room, app.state.page === 0 && matrix(app, all, room), bar, districts.map((district) => make("section", { class: "district" },
      make("h3", {}, district === null ? app.t("places.none") : link(app, "place", district)),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": district === null ? app.t("places.none") : app.name("place",
        district) },
        make("table", {}, make("thead", {}, make("tr", {}, ["place", "type", "focus", "tasks",
          "proof"].map((name) => make("th", { scope: "col" }, app.t(`places.${name}`))))),
          make("tbody", {}, rows.filter((row) => row.district === district).map((row) => line(app, row))))))),
    rows.length === 0 && make("p", { class: "empty" }, app.t("empty")));
  };
})((globalThis.Guitu ??= {}));
