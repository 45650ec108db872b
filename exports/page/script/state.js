// The page as its parts see it: data, what is chosen, what the filters leave, and how to change that.
(function (Guitu) {
  "use strict";
  const ONE = /(?<![\d.,])1 (task|document|figure|row|result|link|target|place|gap)s\b/g; // 1 tasks
  const QUIET = ["find", "words", "sort", "page", "narrow", "columns"]; // typing, turning pages and choosing columns leave no step in the history

  Guitu.app = function (data) {
    const index = Guitu.index(data), watching = [], steps = Guitu.steps();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let state = Guitu.readAddress(location.hash, data, index), chosen = null, chosenFor = "", select = null, folding = null, filter = null;
    const names = new WeakMap(); // of a row, folded

    const app = {
      data, index,
      get state() { return state; },
      watch: (watcher) => watching.push(watcher),
      get folding() { return (folding ??= Guitu.folding(data.characters)); },
      foldedNames(row) {
        if (!names.has(row)) names.set(row, [row.title ?? row.name, ...(row.other ?? []), ...("issued" in row && row.number ? [row.number] : [])].map(app.folding.fold));
        return names.get(row);
      },
      // The tasks with the words of the table's box
      get withWords() { return (filter ??= Guitu.wordsFilter(app)); },
      selection() {
        const asked = JSON.stringify([state.filters, state.words.trim()]);
        if (asked !== chosenFor || !chosen) [chosen, chosenFor] = [(select ??= Guitu.facets(data, index))(state.filters, state.words.trim() ? app.withWords(state.words) : null), asked];
        return chosen;
      },
      change(patch) {
        const before = state, quiet = Object.keys(patch).every((name) => QUIET.includes(name));
        state = { ...state, ...(quiet ? {} : { lost: [] }), ...patch };
        if (patch.filters || (patch.view && patch.view !== before.view)) state.page = patch.page ?? 0;
        steps.write(`#${Guitu.address(state, data)}`, quiet);
        for (const watcher of watching) watcher(state, before);
      },
      focus: (kind, at, more) => app.change({ focus: { kind, index: at }, open: [], ...more }),
      filter(name, value, on) {
        const others = (state.filters[name] ?? []).filter((one) => one !== value), values = on ? [...(name === "due" ? [] : others), value] : others;
        const filters = { ...state.filters, [name]: values };
        if (!values.length) delete filters[name];
        app.change({ filters });
      },
      get lang() { return state.lang === "en" ? "en" : "zh"; },
      theme: () => (state.theme === "dark" || state.theme === "light" ? state.theme : dark.matches ? "dark" : "light"),
      t(key, values = {}) {
        const told = (Guitu.words[key]?.[app.lang] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
        return app.lang === "en" ? told.replace(ONE, "1 $1") : told;
      },
      code: (kind, notation) => data.codes[kind]?.[notation]?.[app.lang] ?? notation ?? "",
    };
    app.name = Guitu.naming(data, app);
    app.reason = Guitu.reasons(data, app);

    steps.listen(() => {
      const before = state;
      state = Guitu.readAddress(location.hash, data, index);
      for (const watcher of watching) watcher(state, before);
    });
    dark.addEventListener("change", () => watching.forEach((watcher) => watcher(state, state)));
    return app;
  };
})((globalThis.Guitu ??= {}));
