// One box over everything: results by kind, chosen by keys or by hand; all of them on a page of their own.
(function (Guitu) {
  "use strict";
  const SHOWN = 6;

  Guitu.addWords({
    "kind.passage": ["原文", "Text"],
    "find.all": ["查看全部 {n} 个", "Show all {n}"],
    "find.inText": ["《{title}》", "“{title}”"],
  });

  // What a result opens: a thing with its neighbourhood in the graph, a passage in its text
  Guitu.openFound = function (app, kind, hit, more) {
    if (kind === "passage") return app.change({ view: "text", at: hit.at, focus: hit.document >= 0 ? { kind: "document", index: hit.document } : null, ...more });
    return app.focus(kind, hit.index, { view: "graph", at: null, ...more });
  };

  // What a result says: its name, the other name that was met, where it stands
  Guitu.foundWords = function (app, kind, hit) {
    const { make } = Guitu, { documents, tasks, figures } = app.data;
    if (kind === "passage") return [make("span", {}, Guitu.snippet(hit)), make("small", {}, app.t("find.inText", { title: documents[hit.document]?.title ?? "" }))];
    const name = app.name(kind, hit.index), row = kind === "task" ? tasks[hit.index] : kind === "figure" ? figures[hit.index] : null;
    return [make("span", {}, name), hit.name !== name && make("small", {}, hit.name),
      row && row.document !== null && make("small", {}, kind === "task" && `${row.written ?? row.number} · `, documents[row.document].title)];
  };

  Guitu.search = function (app) {
    const { make, refill, at } = Guitu, box = at("find"), list = at("found"), find = (app.find = Guitu.finder(app));
    let cursor = -1, results = [];

    function show() {
      const groups = find(box.value), total = groups.reduce((sum, { hits }) => sum + hits.length, 0), typed = Boolean(box.value.trim());
      results = [];
      refill(list, groups.map(({ kind, hits }) =>
        make("div", { role: "group", "aria-label": `${app.t(`kind.${kind}`)} ${hits.length}` },
          make("div", { class: "group", "aria-hidden": "true" }, app.t(`kind.${kind}`), make("b", {}, hits.length)),
          hits.slice(0, SHOWN).map((hit) => option(() => choose(kind, hit), Guitu.foundWords(app, kind, hit))),
          hits.length > SHOWN && option(() => app.change({ view: "find", find: box.value, page: 0 }), app.t("find.all", { n: hits.length }), "rest"))));
      if (!results.length && typed) refill(list, make("div", { class: "rest", role: "option", "aria-selected": "false", "aria-disabled": "true" }, app.t("find.none")));
      open(typed);
      move(results.length ? 0 : -1);
      Guitu.say(typed ? app.t("find.count", { n: total }) : "");
    }

    function option(choose, words, name) {
      const number = results.push(choose) - 1;
      return make("div", { role: "option", id: `found-${number}`, class: name, "aria-selected": "false", onmousedown: (event) => event.preventDefault(),
        onclick: () => { open(false); choose(); } }, words);
    }

    function open(on) {
      list.hidden = !on;
      box.setAttribute("aria-expanded", String(on));
      if (!on) box.removeAttribute("aria-activedescendant");
    }

    function move(to) {
      at(`found-${cursor}`)?.setAttribute("aria-selected", "false");
      cursor = to;
      const chosen = at(`found-${cursor}`);
      if (!chosen) return box.removeAttribute("aria-activedescendant");
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", chosen.id);
    }

    const choose = (kind, hit) => Guitu.openFound(app, kind, hit, { find: box.value });

    box.addEventListener("input", () => { app.state.find = box.value; show(); });
    box.addEventListener("focus", () => box.value.trim() && show());
    box.addEventListener("blur", () => setTimeout(() => open(false), 150));
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return show();
        if (results.length) move((cursor + (event.key === "ArrowDown" ? 1 : results.length - 1)) % results.length);
      } else if (event.key === "Enter" && results[cursor] && !list.hidden) {
        event.preventDefault();
        open(false);
        results[cursor]();
      } else if (event.key === "Escape" && !list.hidden) {
        open(false);
        event.stopPropagation();
        event.preventDefault();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
    return { find, set: (words) => { if (box.value !== words) box.value = words; } };
  };
})((globalThis.Guitu ??= {}));
