// The page as its parts see it: data, what is chosen, what the filters leave, and how to change that.
(function (Guitu) {
  "use strict";
  const QUIET = ["find", "words", "sort", "page"]; // typing and turning pages leave no step in the history

  Guitu.app = function (data) {
    const index = Guitu.index(data), select = Guitu.facets(data, index), watching = [];
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let state = Guitu.readAddress(location.hash, data, index), chosen = null, chosenFor = "";

    const app = {
      data, index,
      get state() { return state; },
      watch: (watcher) => watching.push(watcher),
      selection() {
        const asked = JSON.stringify(state.filters);
        if (asked !== chosenFor || !chosen) [chosen, chosenFor] = [select(state.filters), asked];
        return chosen;
      },
      change(patch) {
        const before = state;
        state = { ...state, ...patch };
        if (patch.filters || (patch.view && patch.view !== before.view)) state.page = patch.page ?? 0;
        write(Object.keys(patch).every((name) => QUIET.includes(name)));
        for (const watcher of watching) watcher(state, before);
      },
      focus: (kind, at, more) => app.change({ focus: { kind, index: at }, open: [], ...more }),
      filter(name, value, on) {
        const others = (state.filters[name] ?? []).filter((one) => one !== value), values = on ? [...others, value] : others;
        const filters = { ...state.filters, [name]: values };
        if (!values.length) delete filters[name];
        app.change({ filters });
      },
      get lang() { return state.lang === "en" ? "en" : "zh"; },
      theme: () => (state.theme === "dark" || state.theme === "light" ? state.theme : dark.matches ? "dark" : "light"),
      t: (key, values = {}) => (Guitu.words[key]?.[app.lang] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
      code: (kind, notation) => data.codes[kind]?.[notation]?.[app.lang] ?? notation ?? "",
    };
    app.name = Guitu.naming(data, app);

    function write(quietly) {
      const fragment = `#${Guitu.address(state, data)}`;
      if (fragment === (location.hash || "#")) return;
      if (quietly) history.replaceState(null, "", fragment);
      else history.pushState(null, "", fragment);
    }

    const reopen = () => {
      const before = state;
      state = Guitu.readAddress(location.hash, data, index);
      for (const watcher of watching) watcher(state, before);
    };
    addEventListener("popstate", reopen);
    dark.addEventListener("change", () => watching.forEach((watcher) => watcher(state, state)));
    return app;
  };
})((globalThis.Guitu ??= {}));
