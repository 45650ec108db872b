// One box over everything that has a name; results by kind, chosen by keys or by hand.
(function (Guitu) {
  "use strict";
  const KINDS = ["agency", "task", "document", "place", "indicator", "topic"], SHOWN = 6;

  Guitu.search = function (app) {
    const { make, refill, at } = Guitu, box = at("find"), list = at("found");
    let names = null, folding = null, cursor = -1, results = [];

    // Every name of every thing, folded once
    function prepare() {
      folding = Guitu.folding(app.data.characters);
      names = KINDS.map((kind) => ({
        kind,
        rows: app.data[Guitu.lists[kind]].map((row, index) => ({ index,
          names: [row.title ?? row.name, ...(row.other ?? []), ...(row.number && kind === "document" ? [row.number] : [])] })),
      }));
      for (const { rows } of names) for (const row of rows) row.folded = row.names.map(folding.fold);
    }

    // Groups of hits, the best first: { kind, hits: [{ index, rank, name }] }
    function find(words) {
      if (!names) prepare();
      const query = folding.fold(words.trim());
      if (!query) return [];
      return names
        .map(({ kind, rows }) => ({ kind, hits: rows.map((row) => hit(query, row)).filter(Boolean).sort((a,
          b) => a.rank - b.rank || a.length - b.length || a.index - b.index) }))
        .filter(({ hits }) => hits.length)
        .sort((a, b) => Math.floor(a.hits[0].rank) - Math.floor(b.hits[0].rank));
    }

    function hit(query, row) {
      let best = null;
      row.folded.forEach((name, i) => {
        const rank = folding.rank(query, name);
        if (rank >= 0 && (!best || rank < best.rank)) best = { index: row.index, rank, name: row.names[i], length: name.length };
      });
      return best;
    }

    function show() {
      const groups = find(box.value), total = groups.reduce((sum, { hits }) => sum + hits.length, 0);
      results = groups.flatMap(({ kind, hits }) => hits.slice(0, SHOWN).map((one) => ({ kind, ...one })));
      let number = 0;
      refill(list, groups.map(({ kind, hits }) =>
        make("div", { role: "group", "aria-label": `${app.t(`kind.${kind}`)} ${hits.length}` },
          make("div", { class: "group", "aria-hidden": "true" }, app.t(`kind.${kind}`), make("b", {}, hits.length)),
          hits.slice(0, SHOWN).map((one) => option({ kind, ...one }, number++)),
          hits.length > SHOWN && make("div", { class: "rest", "aria-hidden": "true" }, app.t("find.more", { n: hits.length - SHOWN })),
        )));
      if (!results.length && box.value.trim()) refill(list, make("div",
        { class: "rest", role: "option", "aria-selected": "false", "aria-disabled": "true" }, app.t("find.none")));
      open(Boolean(box.value.trim()));
      move(results.length ? 0 : -1);
      Guitu.say(box.value.trim() ? app.t("find.count", { n: total }) : "");
    }

    function option(one, number) {
      const name = app.name(one.kind, one.index), task = one.kind === "task" ? app.data.tasks[one.index] : null;
      return make("div", { role: "option", id: `found-${number}`, "aria-selected": "false", onmousedown: (event) => event.preventDefault(),
        onclick: () => choose(one) },
        make("span", {}, name),
        one.name !== name && make("small", {}, one.name),
        task && make("small", {}, app.data.documents[task.document].title));
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

    // What is found becomes the focus, in the graph with its neighbourhood
    function choose({ kind, index }) {
      open(false);
      app.focus(kind, index, { view: "graph", find: box.value, at: null });
    }

    box.addEventListener("input", () => { app.state.find = box.value; show(); });
    box.addEventListener("focus", () => box.value.trim() && show());
    box.addEventListener("blur", () => setTimeout(() => open(false), 150));
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return show();
        if (results.length) move((cursor + (event.key === "ArrowDown" ? 1 : results.length - 1)) % results.length);
      } else if (event.key === "Enter" && results[cursor] && !list.hidden) choose(results[cursor]);
      else if (event.key === "Escape" && !list.hidden) {
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
