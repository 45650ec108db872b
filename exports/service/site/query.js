// The page of queries: questions as buttons, completion of our terms, the answer as table, graph and files.
// Whatever comes from the graph or from the address is put in as text, never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const place = document.querySelector(".ask");
  const root = place.dataset.root, zh = place.dataset.lang === "zh";
  const say = (chinese, english) => (zh ? chinese : english);
  const at = (id) => document.getElementById(id);
  const text = at("text"), offers = at("offers");
  const spaces = Object.entries(data.prefixes).sort((a, b) => b[1].length - a[1].length);
  const MOST = 1000;
  let drawn = null, answer = null;

  const short = (iri) => {
    const found = spaces.find(([, space]) => iri.startsWith(space) && iri.length > space.length);
    const local = found && iri.slice(found[1].length);
    return found && !/[\s/#?&<>"]/.test(local) ? `${found[0]}:${local}` : iri;
  };

  // ---- questions ----
  for (const one of data.questions) {
    const item = document.createElement("li"), button = document.createElement("button");
    button.append(zh ? one.zh : one.en);
    if (one.needs) {
      const note = document.createElement("small");
      note.append(say("由程序分析作答；右边是取其数据的查询", "answered by an analysis; beside is the query of its data"));
      button.append(note);
    }
    button.addEventListener("click", () => choose(one));
    item.append(button);
    at("questions").append(item);
  }
  const choose = (one) => {
    text.value = one.sparql.replace(/^# (needs|headings|parameters|group|pieces|example|analysis).*\n/gm, "");
    const fields = one.parameters.map((name, number) => {
      const label = document.createElement("label"), input = document.createElement("input");
      input.name = name; input.value = one.example[number] || "";
      label.append(name, " ", input);
      return label;
    });
    const button = document.createElement("button");
    button.append(say("提问", "Ask"));
    at("form").replaceChildren(...fields, button);
    at("form").hidden = false;
    at("form").onsubmit = (event) => { event.preventDefault(); ask(one); };
    ask(one);
  };

  // ---- completion ----
  const words = data.terms.map(short).filter((word) => !word.includes("://")).sort();
  const KEYS = ["SELECT", "DISTINCT", "WHERE", "OPTIONAL", "FILTER", "UNION", "GRAPH", "VALUES", "BIND", "ORDER BY", "GROUP BY", "LIMIT", "CONSTRUCT", "DESCRIBE", "ASK", "COUNT", "CONTAINS", "NOT EXISTS"];
  const current = () => /[\p{L}\p{N}_:.-]*$/u.exec(text.value.slice(0, text.selectionStart))[0];
  const close = () => { offers.hidden = true; offers.replaceChildren(); };
  const offer = (asked) => {
    const word = current();
    if (!word && !asked) return close();
    const low = word.toLowerCase();
    const local = (one) => one.slice(one.indexOf(":") + 1).toLowerCase();
    const all = [...words, ...KEYS, ...Object.keys(data.prefixes).map((name) => `${name}:`)];
    const found = all.filter((one) => one.toLowerCase().startsWith(low) || (low.length > 1 && local(one).startsWith(low)));
    if (!found.length || (found.length === 1 && found[0] === word) || (!asked && word.length < 2)) return close();
    offers.replaceChildren(...found.slice(0, 40).map((one, number) => {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(number === 0));
      item.append(one);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(one); });
      return item;
    }));
    offers.hidden = false;
  };
  const take = (word) => {
    const end = text.selectionStart, start = end - current().length;
    text.setRangeText(word, start, end, "end");
    close();
  };
  const move = (step) => {
    const items = [...offers.children], now = items.findIndex((one) => one.ariaSelected === "true");
    const next = (now + step + items.length) % items.length;
    items.forEach((one, number) => one.setAttribute("aria-selected", String(number === next)));
    items[next].scrollIntoView({ block: "nearest" });
  };
  text.addEventListener("input", () => offer(false));
  text.addEventListener("blur", close);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); close(); return run(); }
    if (event.key === " " && event.ctrlKey) { event.preventDefault(); return offer(true); }
    if (offers.hidden) return undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); return move(event.key === "ArrowDown" ? 1 : -1); }
    if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); return take([...offers.children].find((one) => one.ariaSelected === "true").textContent); }
    if (event.key === "Escape") close();
    return undefined;
  });

  // ---- asking ----
  const isRows = (query) => {
    const bare = query.replace(/<[^>\s]*>|"(?:[^"\\\n]|\\.)*"|#.*$/gm, " ");
    return !/\b(CONSTRUCT|DESCRIBE)\b/i.test(bare);
  };
  const address = (query, form) => `${root}/sparql?${new URLSearchParams({ query, ...(form && { format: form }) })}`;
  const fail = (line) => { at("fault").textContent = line; at("fault").hidden = !line; };
  const clear = () => {
    fail(""); answer = null; at("table").replaceChildren(); at("views").hidden = true; show("table"); at("files").replaceChildren();
    at("state").textContent = say("正在查询…", "asking…");
  };
  async function run() {
    const query = text.value;
    clear();
    at("form").hidden = true;
    const started = performance.now(), rows = isRows(query);
    try {
      const response = await fetch(`${root}/sparql?format=${rows ? "json" : "nt"}`, {
        method: "POST", body: query,
        headers: { "Content-Type": "application/sparql-query", "Accept-Language": zh ? "zh" : "en" },
      });
      if (!response.ok) { at("state").textContent = ""; return fail((await response.text()).trim()); }
      answer = rows ? table(await response.json()) : triples(await response.text());
      const time = ((performance.now() - started) / 1000).toFixed(2);
      at("state").textContent = `${answer.rows.length} ${say("行", "rows")}，${time} ${say("秒", "s")}`;
      fill(); files(query, rows); at("views").hidden = !answer.rows.length;
      history.replaceState(null, "", `#query=${encodeURIComponent(query)}`);
    } catch (error) {
      at("state").textContent = ""; fail(say("没有连上服务。", "The service cannot be reached."));
    }
    return undefined;
  }
  // a named question: its headings in the language of the page, its things as links
  async function ask(one) {
    clear();
    const given = new URLSearchParams([...new FormData(at("form"))].filter(([, value]) => value));
    given.set("lang", zh ? "zh" : "en");
    try {
      const response = await fetch(`${root}/ask/${one.name}?${given}`);
      if (!response.ok) { at("state").textContent = ""; return fail((await response.text()).trim()); }
      const found = await response.json(), shown = found.columns.slice(0, found.headings.length);
      answer = { names: found.headings, rows: found.rows.map((row) => shown.map((name) => {
        const value = row[name], iri = row[`${name}_iri`] || (name === "iri" || name === "identifier" ? value : null);
        return value === null ? undefined : { type: iri ? "uri" : "literal", value: iri || String(value), shown: String(value) };
      })) };
      const left = found.rows_left || found.things_left;
      at("state").textContent = `${answer.rows.length} ${say("行", "rows")}${left ? say("，还有更多未列出", ", and more that are not listed") : ""}`;
      fill(); at("files").replaceChildren(say("文件：", "File: "), spreadsheet());
      history.replaceState(null, "", `#${one.name}?${new URLSearchParams(new FormData(at("form")))}`);
    } catch { at("state").textContent = ""; fail(say("没有连上服务。", "The service cannot be reached.")); }
    return undefined;
  }
  const table = (found) => "boolean" in found
    ? { names: ["answer"], rows: [[{ type: "literal", value: String(found.boolean) }]] }
    : { names: found.head.vars, rows: found.results.bindings.map((row) => found.head.vars.map((name) => row[name])) };
  const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/g;
  const plain = (word) => word.replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/g, (all, sign) =>
    sign.length > 1 ? String.fromCodePoint(parseInt(sign.slice(1), 16)) : ({ n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" }[sign] || sign));
  const triples = (lines) => ({
    names: ["subject", "predicate", "object"],
    rows: lines.split("\n").filter(Boolean).map((line) => [...line.matchAll(TERM)].slice(0, 3).map((term) =>
      term[3] === undefined ? { type: term[2] ? "bnode" : "uri", value: plain(term[1] ?? term[2]) } : { type: "literal", value: plain(term[3]) })),
  });
  const fill = () => {
    const made = document.createElement("table"), head = made.createTHead().insertRow(), body = made.createTBody();
    for (const name of answer.names) { const cell = document.createElement("th"); cell.scope = "col"; cell.append(name); head.append(cell); }
    for (const row of answer.rows.slice(0, MOST)) {
      const line = body.insertRow();
      for (const term of row) {
        const cell = line.insertCell();
        if (!term) continue;
        if (term.type === "uri") { const link = document.createElement("a"); link.href = `${root}/thing?iri=${encodeURIComponent(term.value)}`; link.append(term.shown || short(term.value)); cell.append(link); } else cell.append(term.value);
      }
    }
    at("table").replaceChildren(made);
    if (answer.rows.length > MOST) at("table").append(say(`只列出前 ${MOST} 行；全部见文件。`, `The first ${MOST} rows; all of them are in the files.`));
  };
  // for a spreadsheet: with a byte order mark, and nothing in it runs as a formula; the standard forms are for programs
  let sheet = "";
  const spreadsheet = () => {
    URL.revokeObjectURL(sheet);
    const grid = [answer.names, ...answer.rows.map((row) => row.map((term) => term ? term.shown || term.value : ""))];
    sheet = URL.createObjectURL(new Blob([Guitu.csv(grid)], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = sheet; link.download = say("查询结果.csv", "answer.csv"); link.append(say("电子表格", "spreadsheet"));
    return link;
  };
  const files = (query, rows) => {
    const forms = rows ? ["csv", "tsv", "json", "xml"] : ["turtle", "nt", "jsonld", "rdfxml"];
    at("files").replaceChildren(say("文件：", "Files: "), spreadsheet(), ...forms.map((form) => { const link = document.createElement("a"); link.href = address(query, form); link.download = ""; link.append(form); return link; }));
  };

  // ---- the answer as a graph: IRIs are nodes; those of one row hang together ----
  const show = (view) => {
    at("table").hidden = view !== "table"; at("graph").hidden = view !== "graph";
    for (const button of at("views").children) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    if (view === "graph") draw();
  };
  for (const button of at("views").children) button.addEventListener("click", () => show(button.dataset.view));
  const draw = async () => {
    if (!window.vis) await new Promise((done, failed) => { const script = document.createElement("script"); script.src = `${root}/static/vis-network.js`; script.onload = done; script.onerror = failed; document.head.append(script); });
    const nodes = new Map(), edges = [], triple = answer.names.join() === "subject,predicate,object";
    const node = (term) => { const id = `${term.type} ${term.value}`; nodes.set(id, { id, label: [...(term.type === "uri" ? short(term.value) : term.value)].slice(0, 40).join(""), shape: term.type === "uri" ? "dot" : "box", size: 10 }); return id; };
    for (const row of answer.rows.slice(0, 300)) {
      if (triple) edges.push({ from: node(row[0]), to: node(row[2]), label: short(row[1].value), arrows: "to" });
      else { const ends = row.map((term, number) => term && [node(term), answer.names[number]]).filter(Boolean); for (let i = 1; i < ends.length; i += 1) edges.push({ from: ends[0][0], to: ends[i][0], label: ends[i][1], arrows: "to" }); }
    }
    if (drawn) drawn.destroy();
    drawn = new window.vis.Network(at("graph"), { nodes: [...nodes.values()], edges }, { layout: { randomSeed: 1 }, edges: { font: { size: 10 }, color: "#9aa5b1" }, nodes: { color: "#9fc5e8" }, physics: { stabilization: { iterations: 150 } } });
    drawn.once("stabilizationIterationsDone", () => drawn.setOptions({ physics: false }));
  };

  // ---- links ----
  at("run").addEventListener("click", run);
  at("link").addEventListener("click", async () => {
    const url = new URL(location.href);
    url.hash = `query=${encodeURIComponent(text.value)}`;
    history.replaceState(null, "", url);
    try { await navigator.clipboard.writeText(url.href); at("state").textContent = say("已复制", "copied"); } catch { at("state").textContent = say("链接在地址栏", "the link is in the address bar"); }
  });
  const start = () => {
    const hash = location.hash.slice(1), [name, given] = hash.split("?"), known = data.questions.find((one) => one.name === name);
    if (known) {
      const values = new URLSearchParams(given || "");
      return choose(given === undefined ? known : { ...known, example: known.parameters.map((one) => values.get(one) || "") });
    }
    text.value = hash.startsWith("query=") ? decodeURIComponent(hash.slice(6)) : "SELECT ?document ?task ?agency {\n  ?duty a gt:Responsibility ;\n    gt:ofTask ?t ; gt:agency/skos:prefLabel ?agency .\n  ?t dcterms:title ?task ; gt:inDocument/dcterms:title ?document\n} LIMIT 20";
    return undefined;
  };
  start();
})();
