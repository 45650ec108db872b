"use strict";
// The page: lists, tables and the graph over one block of data. Words of documents only ever become text nodes.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { documents, agencies, tasks, duties, gaps, roles } = data;
  const $ = (id) => document.getElementById(id);
  const state = { query: "", document: "", role: "", unowned: false, tab: "agencies", focus: { kind: "overview" } };
  const LISTED = 500;  // entries of a list that are drawn; the search narrows the rest
  const DRAWN = 14;  // tasks that the graph shows at once, so that their titles can be read
  const COLOURS = { lead: "#1d4f80", responsible: "#23705f", support: "#6d7883" };

  const ofTask = tasks.map(() => []), ofAgency = agencies.map(() => []), ofDocument = documents.map(() => []);
  duties.forEach((duty) => { ofTask[duty.task].push(duty); ofAgency[duty.agency].push(duty); });
  tasks.forEach((task, i) => { task.index = i; ofDocument[task.document].push(task); });

  // The task whose owners answer for a task: itself, or the nearest task around it that has any; else null.
  function answerable(task) {
    for (let at = task, steps = 0; at && steps < 20; at = tasks[at.parent], steps += 1) if (ofTask[at.index].length) return at;
    return null;
  }
  const isUnowned = (task) => answerable(task) === null;

  // ---- making elements ----

  function el(name, properties = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "class") node.className = value;
      else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else node.setAttribute(key, value);
    }
    node.append(...children.filter((child) => child !== null && child !== ""));
    return node;
  }
  const en = (text) => el("span", { lang: "en" }, text);
  const both = (zh, english) => [zh, " ", en(english)];
  const link = (text, kind, index) => el("button", { type: "button", class: "link", onclick: () => choose(kind, index) }, text);
  const roleOf = (role) => el("span", { class: `role ${role}`, title: roles[role].en }, roles[role].zh);
  function proof(of) {
    if (of.start === null) return el("span", {}, "—");
    const place = el("small", { title: `正文 ${of.text}` }, `字符 ${of.start}–${of.end}`);
    return of.quote ? el("div", {}, el("q", {}, of.quote), place) : el("div", {}, place);
  }
  function table(caption, headings, rows) {
    const deadline = headings.findIndex(([zh]) => zh === "时限");
    if (deadline >= 0 && rows.every((cells) => cells[deadline] === "—")) {  // an empty column only takes room
      headings = headings.filter((_, i) => i !== deadline);
      rows = rows.map((cells) => cells.filter((_, i) => i !== deadline));
    }
    const head = el("tr", {}, ...headings.map(([zh, english, kind]) => el("th", { scope: "col", class: kind || "" }, ...both(zh, english))));
    const body = rows.map((cells) => el("tr", {}, ...cells.map((cell, i) => el("td", { class: headings[i][2] || "" }, cell))));
    return el("table", {}, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...body));
  }
  const meta = (pairs) => el("dl", { class: "meta" }, ...pairs.filter(([, , value]) => value).flatMap(
    ([zh, english, value]) => [el("dt", {}, ...both(zh, english)), el("dd", {}, value)]));
  const inTask = (task) => el("div", {}, link(task.title, "task", task.index),
    el("small", {}, [documents[task.document].title, task.section].filter(Boolean).join(" · ")));

  // ---- what the filters let through ----

  const plain = (text) => text.toLowerCase().replace(/\s+/g, "");
  const inDocument = (index) => state.document === "" || index === Number(state.document);
  const passes = (duty) => inDocument(tasks[duty.task].document) && (state.role === "" || duty.role === state.role);
  const taskPasses = (task) => inDocument(task.document) && (state.unowned ? isUnowned(task)
    : state.role === "" || ofTask[task.index].some((duty) => duty.role === state.role));
  const shownTasks = () => tasks.filter((task) => taskPasses(task) && plain(task.title).includes(plain(state.query)));
  function shownAgencies() {
    if (state.unowned) return [];
    const query = plain(state.query);
    return agencies.map((agency, index) => ({ agency, index, count: new Set(ofAgency[index].filter(passes).map((d) => d.task)).size }))
      .filter(({ agency, count }) => count && [agency.name, ...agency.other].some((name) => plain(name).includes(query)));
  }

  // ---- the list ----

  function showList() {
    const found = { agencies: shownAgencies(), tasks: shownTasks() };
    for (const [tab, zh, english] of [["agencies", "机构", "Agencies"], ["tasks", "任务", "Tasks"]]) {
      const button = $(`tab-${tab}`), on = state.tab === tab;
      button.replaceChildren(`${zh} ${found[tab].length} `, en(english));
      button.setAttribute("aria-selected", on);
      button.tabIndex = on ? 0 : -1;
    }
    $("panel").setAttribute("aria-labelledby", `tab-${state.tab}`);
    const entries = state.tab === "agencies"
      ? found.agencies.map(({ agency, index, count }) => ["agency", index, agency.name, "", count])
      : found.tasks.map((task) => ["task", task.index, task.title, documents[task.document].title, ofTask[task.index].length || (isUnowned(task) ? "无" : "上级")]);
    const items = entries.slice(0, LISTED).map(([kind, index, name, under, number]) => {
      const current = state.focus.kind === kind && state.focus.index === index;
      return el("li", {}, el("button", { type: "button", "aria-current": current, onclick: () => choose(kind, index) },
        el("span", {}, name, under && el("small", {}, under)), el("span", { class: "number" }, String(number))));
    });
    if (entries.length > LISTED) items.push(el("li", { class: "none" }, `还有 ${entries.length - LISTED} 条，请缩小查找范围`));
    if (!entries.length) items.push(el("li", { class: "none" }, ...both("没有符合的条目。", "Nothing matches.")));
    $("list").replaceChildren(...items);
  }

  // ---- the table beside the graph ----

  const details = {
    overview() {
      const rows = documents.map((of, i) => {
        const unowned = ofDocument[i].filter(isUnowned).length;
        return [el("div", {}, link(of.title, "document", i), el("small", {}, [of.level, of.number].filter(Boolean).join(" · "))),
          String(ofDocument[i].length), String(unowned), String(gaps.filter((gap) => gap.document === i).length)];
      });
      const shown = rows.filter((_, i) => inDocument(i));
      return [el("h2", {}, ...both("全部文件", "All documents")),
        el("p", { class: "kind" }, "点选机构、任务或文件，查看责任分工与出处。 ", en("Choose an agency, a task or a document to see duties with their proof.")),
        table(`${shown.length} 份文件`, [["文件", "Document"], ["任务", "Tasks", "number"], ["无责任单位", "Unowned", "number"], ["未读出", "Gaps", "number"]], shown)];
    },
    agency(index) {
      const held = ofAgency[index].filter(passes);
      const tally = Object.keys(roles).map((role) => [role, held.filter((duty) => duty.role === role).length]).filter(([, n]) => n);
      return [el("div", { class: "kind" }, ...both("机构", "Agency")), el("h2", {}, agencies[index].name),
        el("div", { class: "kind" }, tally.map(([role, n]) => `${roles[role].zh} ${n}`).join(" · ") || "按当前筛选没有任务"),
        table(`${held.length} 条责任`, [["角色", "Role", "narrow"], ["任务", "Task"], ["时限", "Deadline"], ["出处", "Proof", "proof"]],
          held.map((duty) => [roleOf(duty.role), inTask(tasks[duty.task]), tasks[duty.task].deadline || "—", proof(duty)]))];
    },
    task(index) {
      const task = tasks[index], owners = ofTask[index];
      const head = [el("div", { class: "kind" }, ...both("任务", "Task")), el("h2", {}, task.title), meta([
        ["文件", "Document", link(documents[task.document].title, "document", task.document)], ["章节", "Section", task.section],
        ["时限", "Deadline", task.deadline], ["出处", "Proof", proof(task)]])];
      const above = answerable(task);
      if (!owners.length && above) return [...head, el("p", { class: "kind" }, "由上级任务的责任机构负责： ", en("Owned through the task around it: "), link(above.title, "task", above.index))];
      if (!owners.length) return [...head, el("p", { class: "note" }, "文件没有写明由谁负责这项任务。 ", en("The document names no owner of this task."))];
      return [...head, table(`${owners.length} 个责任机构`, [["角色", "Role", "narrow"], ["机构", "Agency"], ["原文写法", "As written"], ["出处", "Proof", "proof"]],
        owners.map((duty) => [roleOf(duty.role), link(agencies[duty.agency].name, "agency", duty.agency), duty.written || "—", proof(duty)]))];
    },
    document(index) {
      const of = documents[index], held = ofDocument[index].filter(taskPasses);
      return [el("div", { class: "kind" }, ...both("文件", "Document")), el("h2", {}, of.title), meta([
        ["发文字号", "Number", of.number], ["发布机构", "Issuer", of.issuer], ["级别", "Level", of.level], ["类型", "Type", of.type],
        ["成文日期", "Issued", of.issued]]), taskTable(held, false)];
    },
    unowned() {
      const held = tasks.filter((task) => inDocument(task.document) && isUnowned(task));
      return [el("h2", {}, ...both("无责任单位的任务", "Tasks without a stated owner")), taskTable(held, true)];
    },
    gaps() {
      const shown = gaps.filter((gap) => inDocument(gap.document));
      return [el("h2", {}, ...both("未读出", "Gaps")),
        el("p", { class: "kind" }, "看似事实而未能读出的内容，逐条列出，供人工核对。 ", en("What looked like a fact and was not read: for a person to check.")),
        table(`${shown.length} 处`, [["种类", "Kind"], ["文件", "Document"], ["原因", "Reason"], ["出处", "Proof", "proof"]],
          shown.map((gap) => [gap.kind, documents[gap.document] ? documents[gap.document].title : "—", gap.reason || "—", proof(gap)]))];
    },
  };
  function taskTable(held, named) {
    return table(`${held.length} 项任务`, [["任务", "Task"], ["责任机构", "Owners"], ["时限", "Deadline"]], held.map((task) => [
      named ? inTask(task) : el("div", {}, link(task.title, "task", task.index), el("small", {}, task.section)),
      ofTask[task.index].length ? el("div", { class: "owners" }, ...ofTask[task.index].map((duty) => el("span", {}, roleOf(duty.role), " ", link(agencies[duty.agency].name, "agency", duty.agency))))
        : answerable(task) ? el("span", {}, "见上级任务：", link(answerable(task).title, "task", answerable(task).index))
          : el("span", { class: "absent" }, ...both("未写明", "not stated")), task.deadline || "—"]));
  }

  // ---- the graph: positions come with the data, or in three columns around what is chosen ----

  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const network = new vis.Network($("graph"), { nodes, edges }, {
    physics: false, layout: { improvedLayout: false },
    interaction: { dragNodes: false, selectConnectedEdges: false, hoverConnectedEdges: true, hover: true, keyboard: false, zoomSpeed: 0.6 },
    nodes: { shape: "box", margin: 7, borderWidth: 1, borderWidthSelected: 3, labelHighlightBold: false, shapeProperties: { borderRadius: 3 }, font: { size: 16, face: "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif" } },
    edges: { smooth: { type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 }, color: { color: "#b4bec9", highlight: "#1d4f80", hover: "#6d7883" }, hoverWidth: 0, selectionWidth: 1 },
  });
  const style = (background, border, ink) => ({
    color: { background, border, highlight: { background, border: "#c8721a" }, hover: { background, border: "#c8721a" } },
    font: { color: ink },
  });
  const STYLES = { d: style("#1d4f80", "#1d4f80", "#ffffff"), t: style("#ffffff", "#9aa6b2", "#1c2530"), a: style("#e9f0ee", "#8fb3aa", "#1c2530") };
  const short = (text, most = 36) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const wrap = (text, width) => {  // lines of about equal length: no sign stands alone on the last one, no number is cut
    const most = [...short(text)].length, per = Math.ceil(most / Math.ceil(most / width));
    const lines = [""];
    for (const piece of short(text).match(/[0-9]+|./gsu) || []) {
      if ([...lines.at(-1)].length + piece.length / 2 > per) lines.push("");
      lines.push(lines.pop() + piece);
    }
    return lines.join("\n");
  };
  const labels = { d: (i) => wrap(documents[i].title, 10), t: (i) => wrap(tasks[i].title, 12), a: (i) => wrap(agencies[i].name, 11) };
  function column(kind, indexes, x, step) {
    return indexes.map((i, row) => ({ id: `${kind}${i}`, label: labels[kind](i), x, y: (row - (indexes.length - 1) / 2) * step, ...STYLES[kind] }));
  }
  const dutyEdge = (duty) => ({ from: `t${duty.task}`, to: `a${duty.agency}`, width: duty.role === "support" ? 1.5 : 2.5, dashes: duty.role === "support", color: { color: COLOURS[duty.role], highlight: COLOURS[duty.role], hover: COLOURS[duty.role] } });
  function around(shown, owners) {
    const drawn = shown.slice(0, DRAWN), from = [...new Set(drawn.map((i) => tasks[i].document))];
    const held = drawn.flatMap((i) => ofTask[i].filter((duty) => owners.includes(duty.agency)));
    const step = 62;
    return { nodes: [...column("d", from, -245, 2 * step), ...column("t", drawn, 0, step), ...column("a", owners, 255, step)],
      edges: [...drawn.map((i) => ({ from: `d${tasks[i].document}`, to: `t${i}` })), ...held.map(dutyEdge)],
      caption: shown.length > drawn.length ? `图中为前 ${drawn.length} 项任务，共 ${shown.length} 项，其余见右表` : `共 ${shown.length} 项任务` };
  }
  function summary() {
    const counts = new Map();
    if (!state.unowned) duties.filter(passes).forEach((duty) => {
      const key = `d${tasks[duty.task].document} a${duty.agency}`;
      counts.set(key, (counts.get(key) || new Set()).add(duty.task));
    });
    const lines = data.graph.edges.filter((edge) => counts.has(`${edge.from} ${edge.to}`)).map((edge) => {
      const count = counts.get(`${edge.from} ${edge.to}`).size;
      return { ...edge, width: Math.min(Math.sqrt(count), 6), color: { color: "#8fa1b3", opacity: 0.65 }, title: `${count} 项任务` };
    });
    const used = new Set(lines.flatMap((edge) => [edge.from, edge.to]));
    const kept = data.graph.nodes.filter((node) => (node.id[0] === "d" ? inDocument(Number(node.id.slice(1))) : used.has(node.id)));
    const drawn = data.graph.nodes.filter((node) => node.id[0] === "a").length;
    return { nodes: kept.map((node) => ({ ...node, label: labels[node.id[0]](node.id.slice(1)), ...STYLES[node.id[0]] })), edges: lines,
      caption: agencies.length > drawn ? `文件与机构：图中为任务最多的 ${drawn} 个机构，其余见左表；线越粗任务越多` : "文件与机构：线越粗任务越多" };
  }
  function picture() {
    const { kind, index } = state.focus;
    if (kind === "agency") return around([...new Set(ofAgency[index].filter(passes).map((duty) => duty.task))], [index]);
    if (kind === "task") return around([index], [...new Set(ofTask[index].map((duty) => duty.agency))]);
    if (kind === "document") {
      const shown = ofDocument[index].filter(taskPasses).map((task) => task.index);
      return around(shown, [...new Set(shown.slice(0, DRAWN).flatMap((i) => ofTask[i].filter(passes).map((duty) => duty.agency)))]);
    }
    if (kind === "unowned") return around(tasks.filter((task) => inDocument(task.document) && isUnowned(task)).map((task) => task.index), []);
    return summary();
  }
  function showGraph() {
    const shown = picture();
    edges.clear(); nodes.clear();
    nodes.add(shown.nodes); edges.add(shown.edges);
    $("caption").textContent = shown.caption;
    if (state.focus.index !== undefined && nodes.get(state.focus.kind[0] + state.focus.index)) network.selectNodes([state.focus.kind[0] + state.focus.index], false);
    fit();
  }
  const fit = () => network.fit({ animation: false, maxZoomLevel: 1 });
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by });

  // ---- choosing, and the address that keeps the choice ----

  const KINDS = { agency: [agencies, "name"], task: [tasks, "title"], document: [documents, "title"] };
  function choose(kind, index) {
    const [of, name] = KINDS[kind] || [];
    const key = of ? `${kind}=${encodeURIComponent(of[index][name])}` + (kind === "task" ? `&document=${encodeURIComponent(documents[tasks[index].document].title)}` : "") : kind;
    state.focus = { kind, index };
    if (kind === "unowned" || kind === "overview") onlyUnowned(kind === "unowned");
    if (kind === "agency") state.tab = "agencies";
    if (kind === "task") state.tab = "tasks";
    history.replaceState(null, "", `#${key}`);
    show();
    $("detail").scrollTop = 0;
  }
  function onlyUnowned(wished) {
    state.unowned = $("unowned").checked = wished;
    if (wished) state.tab = "tasks";
  }
  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1)), [kind] = asked.keys();
    if (!(kind in details)) return;
    const [of, name] = KINDS[kind] || [];
    const index = of && of.findIndex((item) => item[name] === asked.get(kind) && (kind !== "task" || !asked.has("document") || documents[item.document].title === asked.get("document")));
    if (index === -1) return;
    state.focus = { kind, index };
    state.tab = kind === "task" ? "tasks" : "agencies";
    onlyUnowned(kind === "unowned");
  }
  function show() {
    showList();
    $("list").querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
    $("detail").replaceChildren(...details[state.focus.kind](state.focus.index));
    showGraph();
  }

  // ---- setting up ----

  const unowned = tasks.filter(isUnowned).length;
  const count = (number, zh, english, kind) => el(kind ? "button" : "span", kind ? { type: "button", class: kind === "overview" ? "" : "warn", onclick: () => choose(kind) } : {},
    el("b", {}, String(number)), zh, " ", en(english));
  $("counts").append(count(documents.length, "份文件", "documents", "overview"), count(tasks.length, "项任务", "tasks"), count(agencies.length, "个机构", "agencies"),
    count(unowned, "项无责任单位", "unowned", "unowned"), count(gaps.length, "处未读出", "gaps", "gaps"));
  documents.forEach((of, i) => $("document").append(el("option", { value: i }, of.title)));
  Object.entries(roles).forEach(([role, name]) => {
    $("role").append(el("option", { value: role }, `${name.zh} ${name.en}`));
    $("legend").append(el("span", {}, el("i", { class: role, style: `color: ${COLOURS[role]}` }), `${name.zh} `, en(name.en)));
  });
  $("search").addEventListener("input", (event) => { state.query = event.target.value; showList(); });
  for (const [id, of] of [["document", "value"], ["role", "value"], ["unowned", "checked"]]) {
    $(id).addEventListener("change", (event) => {
      state[id] = event.target[of];
      if (state.unowned) { state.tab = "tasks"; state.focus = { kind: "unowned" }; } else if (state.focus.kind === "unowned") state.focus = { kind: "overview" };
      show();
    });
  }
  $("tools").addEventListener("submit", (event) => { event.preventDefault(); $("list").querySelector("button")?.click(); });
  function reset() {
    $("tools").reset();
    Object.assign(state, { query: "", document: "", role: "", unowned: false });
    choose("overview");
  }
  $("clear").addEventListener("click", reset);
  $("tabs").addEventListener("click", (event) => { const tab = event.target.closest("button"); if (tab) { state.tab = tab.dataset.tab; showList(); } });
  $("tabs").addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    state.tab = state.tab === "tasks" ? "agencies" : "tasks";
    showList();
    $(`tab-${state.tab}`).focus();
  });
  $("list").addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const next = step && document.activeElement.closest("li")?.[step]?.querySelector("button");
    if (next) { event.preventDefault(); next.focus(); }
  });
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT"].includes(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); $("search").focus(); }
    if (event.key === "Escape") reset();
    if (event.key === "ArrowDown" && document.activeElement === $("search")) { event.preventDefault(); $("list").querySelector("button")?.focus(); }
  });
  network.on("click", ({ nodes: [id] }) => {
    if (id) choose({ d: "document", t: "task", a: "agency" }[id[0]], Number(id.slice(1)));
  });
  $("closer").addEventListener("click", () => zoom(1.25));
  $("farther").addEventListener("click", () => zoom(0.8));
  $("fit").addEventListener("click", fit);
  window.addEventListener("resize", fit);
  window.addEventListener("hashchange", () => { fromAddress(); show(); });
  fromAddress();
  show();
})();
