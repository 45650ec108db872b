// The views as tabs: one is shown, all of them from the same selection.
(function (Guitu) {
  "use strict";
  Guitu.viewNames = ["graph", "table", "matrix", "targets", "places", "timeline", "compare", "text", "agency", "find", "decisions", "gaps", "sparql"];
  // The page of results is a tab while it is open; only some pages answer SPARQL
  const shown = (app) => Guitu.viewNames.filter((name) => (name !== "find" || app.state.view === "find") && (name !== "sparql" || Guitu.asks()));

  Guitu.tabs = function (app) {
    const { make, refill, at } = Guitu;
    const count = (name) => ({ gaps: app.data.gaps, decisions: Guitu.decisions(app) }[name]?.length ?? 0);
    let mounted = false, last = "";

    function bar() {
      const held = document.activeElement?.getAttribute("role") === "tab";
      refill(at("tabs"), shown(app).map((name) => {
        const on = app.state.view === name;
        return make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(on),
          "aria-controls": name === "graph" ? "graph" : "view", tabindex: on ? "0" : "-1",
          onclick: () => app.change({ view: name }), onkeydown: move }, app.t(`view.${name}`),
            count(name) > 0 && make("span", { class: "count" }, count(name)));
      }));
      const chosen = at(`tab-${app.state.view}`);
      if (held) chosen.focus();
      const bar = at("tabs").parentElement, end = chosen.offsetLeft + chosen.offsetWidth; // on a phone: in view
      if (chosen.offsetLeft < bar.scrollLeft || end > bar.scrollLeft + bar.clientWidth) bar.scrollLeft = end - bar.clientWidth / 2;
    }

    function move(event) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], names = shown(app);
      const to = step ? (names.indexOf(app.state.view) + step + names.length) % names.length : { Home: 0, End: names.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      app.change({ view: names[to] });
    }

    function view() {
      const { view: name } = app.state, graph = name === "graph", room = at("view"), kept = document.activeElement?.dataset?.keep,
        from = document.activeElement?.selectionStart;
      room.hidden = graph;
      at("graph").hidden = !graph;
      document.body.dataset.view = name;
      if (graph) last = name;
      if (graph) {
        if (!mounted) Guitu.picture.mount(at("graph"), app);
        mounted = true;
        Guitu.picture.show();
        return;
      }
      room.className = `view-${name}`;
      room.setAttribute("aria-labelledby", `tab-${name}`);
      Guitu.views[name](app, room);
      if (name !== last) room.scrollTop = 0;
      last = name;
      if (!kept) return;
      const again = [...room.querySelectorAll("[data-keep]")].find((node) => node.dataset.keep === kept);
      again?.focus({ preventScroll: true });
      if (again?.type === "search") again.setSelectionRange(from, from);
    }
    return { show: () => { bar(); view(); } };
  };
})((globalThis.Guitu ??= {}));
