// Unpacks the data and brings the parts together.
(async function (Guitu) {
  "use strict";
  const { at } = Guitu;

  const tell = (key) => Guitu.refill(at("main"), Guitu.make("p", { class: "empty", role: "alert" }, Guitu.words[key].zh, Guitu.make("br"),
    Guitu.words[key].en));
  let data = null;
  try {
    data = await Guitu.decode(at("data").textContent);
  } catch {
    return tell("broken");
  }
  if (!data) return tell("unread");

  const app = (Guitu.page = Guitu.app(data));
  const facets = Guitu.facetList(app), panel = Guitu.panel(app), tabs = Guitu.tabs(app), search = Guitu.search(app);

  // The words that stand in the page itself
  function dress() {
    document.documentElement.lang = app.lang === "en" ? "en" : "zh-CN";
    document.documentElement.dataset.theme = app.theme();
    for (const node of document.querySelectorAll("[data-word]")) node.textContent = app.t(node.dataset.word);
    for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", app.t(node.dataset.label));
    for (const node of document.querySelectorAll("[data-hint]")) node.placeholder = app.t(node.dataset.hint);
    at("lang").textContent = app.t("lang.other");
    at("theme").textContent = app.t(app.theme() === "dark" ? "theme.light" : "theme.dark");
    document.title = `规图 Guitu · ${app.t("title")}`;
  }

  at("lang").addEventListener("click", () => app.change({ lang: app.lang === "en" ? "" : "en" }));
  at("theme").addEventListener("click", () => app.change({ theme: app.theme() === "dark" ? "light" : "dark" }));
  at("skip").addEventListener("click", (event) => { // the fragment of the address belongs to the state
    event.preventDefault();
    at("main").focus();
  });

  function show(state, before) {
    const other = (...names) => !before || names.some((name) => state[name] !== before[name]) || state === before;
    if (other("lang", "theme")) dress();
    makeRoom(state, before);
    if (other("filters", "words", "narrow", "lost", "lang")) facets.show();
    else if (other("view")) facets.chips();
    if (other("focus", "view", "lang", "flow")) panel.show(before && state.focus && state.focus !== before.focus);
    else if (other("decided")) panel.again();
    if (other("filters", "words", "lang")) Guitu.foot(app);
    search.set(state.find);
    tabs.show();
  }
  // The flow of a task is wide: the filters fold up beside it, and open again after it
  function makeRoom({ view, flow, focus }, before) {
    const wide = (state) => Boolean(state?.flow && state.view === "graph" && state.focus?.kind === "task"), now = wide({ view, flow, focus });
    if (now !== wide(before) && innerWidth > 900) at("side").open = !now;
  }
  // Paper has no button to show the rest: what is printed is all of the selection
  for (const [event, printing] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      app.printing = printing;
      tabs.show();
    });
  }

  Guitu.help(app);
  document.body.append(Guitu.agencyNames(app));
  app.watch(show);
  at("side").open = innerWidth > 900;
  show(app.state, null);
  document.body.classList.add("ready");
  performance.mark("ready");
  // What search and the table's box look into is folded while nobody waits for it
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 200));
  idle(() => {
    search.find.prepare();
    idle(() => app.withWords.prepare());
  });
})((globalThis.Guitu ??= {}));
