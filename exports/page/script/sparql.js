// Questions in SPARQL to the graph that a page may hold: the named ones as buttons, an editor, answers as a table.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const SHOWN = 200;
  const GROUPS = { owners: ["责任", "Owners"], figures: ["指标", "Figures"], places: ["地点", "Places"], documents: ["文件", "Documents"],
    network: ["关系", "Network"], quality: ["质量", "Quality"] };

  Guitu.addWords({
    "view.sparql": ["提问", "SPARQL"],
    "sparql.intro": ["图谱就在本页里，提问不联网。点一个问题，或自己写 SPARQL。", "The graph is in this page; no query leaves it. Choose a question or write SPARQL."],
    "sparql.text": ["查询（Ctrl+回车执行）", "Query (Ctrl+Enter runs it)"],
    "sparql.run": ["执行", "Run"],
    "sparql.opening": ["正在装入图谱…", "Loading the graph…"],
    "sparql.rows": ["{n} 行，{ms} 毫秒", "{n} rows, {ms} ms"],
    "sparql.cut": ["显示前 {shown} 行；CSV 有全部", "The first {shown} rows; CSV has all"],
    "sparql.fault": ["查询不能执行：{why}", "The query does not run: {why}"],
    "sparql.yes": ["是", "yes"],
    "sparql.no": ["否", "no"],
    "sparql.answer": ["答案", "Answer"],
  });
  for (const [name, words] of Object.entries(GROUPS)) Guitu.addWords({ [`sparql.group.${name}`]: words });

  Guitu.asks = () => Boolean(Guitu.at("quads"));

  const unpacked = async (id) => {
    return new Response(new Blob([Guitu.bytes(Guitu.at(id).textContent)]).stream().pipeThrough(new DecompressionStream("deflate")));
  };
  let questions = null, store = null, asked = { name: "", text: "", values: {} }, answer = null;

  async function opened() {
    const { Oxigraph } = globalThis;
    await Oxigraph.start(await (await unpacked("program")).arrayBuffer());
    const held = new Oxigraph.Store();
    held.load(await (await unpacked("quads")).text(), { format: "application/n-quads", no_transaction: true });
    return held;
  }

  // Names and rows of an answer; a CONSTRUCT gives its statements
  function answered(text) {
    const union = { use_default_graph_as_union: true };
    if (/^\s*(?:(?:#.*|PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>)\s*)*(?:CONSTRUCT|DESCRIBE)\b/i.test(text)) {
      return { names: ["?s", "?p", "?o"], rows: store.query(text, union).map((one) => [one.subject, one.predicate, one.object].map((term) => term.value)) };
    }
    const { head, results, boolean } = JSON.parse(store.query(text, { ...union, results_format: "json" }));
    if (boolean !== undefined) return { names: [], rows: [], boolean };
    return { names: head.vars, rows: results.bindings.map((row) => head.vars.map((name) => row[name]?.value ?? "")) };
  }

  async function run(app, box, room) {
    asked.text = box.value;
    const out = room.querySelector("#answer");
    try {
      if (!store) Guitu.refill(out, app.t("sparql.opening"));
      store = await (store ?? opened());
      const from = performance.now(), found = answered(asked.text);
      answer = { ...found, ms: Math.round(performance.now() - from), name: asked.name };
    } catch (error) {
      answer = { fault: String(error.message ?? error) };
    }
    if (out.isConnected) show(app, out);
  }

  const known = (name) => questions.find((one) => one.name === name);
  // The arguments in their blanks: VALUES ?text { "" }
  const bound = (app, question, values) => question.parameters.reduce((text, { name }) =>
    text.replaceAll(`VALUES ?${name} { "" }`, () => `VALUES ?${name} { ${JSON.stringify((values[name] ?? "").trim())} }`), question.query[app.lang]);

  function heads(app) {
    const told = known(answer.name)?.headings[app.lang];
    return told?.length === answer.names.length ? told : answer.names;
  }

  // A thing of the page by its name, anything else as it is
  function cell(app, value) {
    const [, kind, key] = /\/(\w+)\/([^/#]+)$/.exec(value) ?? [], list = Object.hasOwn(Guitu.lists, kind ?? "") ? Guitu.lists[kind] : null;
    const at = list && app.index.byKey[list].get(key);
    return at === undefined || at === null ? value : Guitu.link(app, kind, at);
  }

  function show(app, out) {
    const { make, refill, say } = Guitu;
    if (!answer) return;
    if (answer.fault) return refill(out, make("p", { class: "warn", role: "alert" }, app.t("sparql.fault", { why: answer.fault })));
    if (answer.boolean !== undefined) return refill(out, make("p", {}, app.t(answer.boolean ? "sparql.yes" : "sparql.no")));
    const told = app.t("sparql.rows", { n: answer.rows.length, ms: answer.ms }), most = app.printing ? answer.rows.length : SHOWN;
    refill(out, make("div", { class: "tools" }, make("span", {}, told), answer.rows.length > most && make("small", {}, app.t("sparql.cut", { shown: most })),
      make("button", { type: "button", onclick: () => Guitu.save(`${answer.name || "sparql"}.csv`, "text/csv", [Guitu.csv([heads(app), ...answer.rows])]) }, "CSV")),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": app.t("sparql.answer") }, make("table", { class: "answer" },
      make("thead", {}, make("tr", {}, heads(app).map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, answer.rows.slice(0, most).map((row) => make("tr", {}, row.map((value) => make("td", {}, cell(app, value)))))))));
    say(told);
  }

  function choices(app, box, room) {
    const { make } = Guitu, question = known(asked.name), choose = (one) => {
      [asked, answer] = [{ name: one.name, text: bound(app, one, {}), values: {} }, null];
      app.change({ ask: one.name });
      if (one.parameters.every(({ optional }) => optional)) run(app, Guitu.at("query"), Guitu.at("view"));
      else Guitu.at("view").querySelector(".arguments input").focus();
    };
    const fill = (name) => (event) => {
      asked.values[name] = event.target.value;
      box.value = asked.text = bound(app, question, asked.values);
    };
    return [
      make("div", { class: "questions" }, Object.keys(GROUPS).map((group) => {
        const own = questions.filter((one) => one.group === group);
        return own.length > 0 && make("p", {}, make("b", {}, app.t(`sparql.group.${group}`)), own.map((one) => make("button", { type: "button",
          title: one.asks[app.lang], "data-keep": `ask-${one.name}`, "aria-pressed": String(one.name === asked.name), onclick: () => choose(one) }, one.said[app.lang])));
      })),
      question && make("div", { class: "arguments tools" }, make("span", {}, question.asks[app.lang]), question.parameters.map(({ name }) => make("label", {}, `${name} `,
        make("input", { type: "text", value: asked.values[name] ?? "", oninput: fill(name), onkeydown: (event) => event.key === "Enter" && run(app, box, room) })))),
    ];
  }

  Guitu.views.sparql = async function (app, room) {
    const { make, refill } = Guitu;
    questions ??= await (await unpacked("questions")).json();
    if (app.state.view !== "sparql") return;
    if (app.state.ask !== asked.name && known(app.state.ask)) asked = { name: app.state.ask, text: bound(app, known(app.state.ask), {}), values: {} };
    const box = make("textarea", { id: "query", rows: "10", spellcheck: "false", "data-keep": "query", "aria-label": app.t("sparql.text"),
      oninput: () => { asked.text = box.value; }, onkeydown: (event) => event.key === "Enter" && event.ctrlKey && run(app, box, room) });
    box.value = asked.text || "SELECT ?class (COUNT(*) AS ?n) WHERE { ?s a ?class } GROUP BY ?class ORDER BY DESC(?n)";
    const out = make("div", { id: "answer" });
    refill(room, make("p", {}, app.t("sparql.intro")), choices(app, box, room),
      make("label", { class: "query" }, app.t("sparql.text"), box),
      make("div", { class: "tools" }, make("button", { type: "button", id: "run", "data-keep": "run", onclick: () => run(app, box, room) }, app.t("sparql.run"))), out);
    show(app, out);
  };
})((globalThis.Guitu ??= {}));
