// The state of the page as the fragment of its address, by names that another build of the same plans has, too.
(function (Guitu) {
  "use strict";
  const PLAIN = { view: "graph", find: "", lang: "", theme: "", sort: "", words: "", across: "" };
  const KEYED = ["document", "agency", "task", "place", "indicator", "topic"];

  Guitu.start = () => ({ ...PLAIN, focus: null, at: null, filters: {}, steps: 1, open: [], whole: false, page: 0 });

  Guitu.address = function (state, data) {
    const found = new URLSearchParams();
    for (const [name, standard] of Object.entries(PLAIN)) if (state[name] !== standard) found.set(name, state[name]);
    if (state.focus) {
      const { kind, index } = state.focus, row = data[Guitu.lists[kind]][index];
      found.set("focus", `${kind}:${KEYED.includes(kind) ? row.key : index}`);
    }
    if (state.steps === 2) found.set("steps", "2");
    if (state.whole) found.set("whole", "1");
    if (state.page) found.set("page", String(state.page));
    for (const id of state.open) found.append("open", id);
    if (state.at) found.set("at", state.at.slice(0, 3).join(","));
    for (const [facet, values] of Object.entries(state.filters)) for (const value of values) found.append(`only.${facet}`, value);
    return found.toString();
  };

  // What an address says; what it says of things that this page does not have is left out.
  Guitu.readAddress = function (fragment, data, index) {
    const given = new URLSearchParams(fragment.replace(/^#/, "")), state = Guitu.start();
    for (const name of Object.keys(PLAIN)) if (given.has(name)) state[name] = given.get(name);
    if (!Guitu.viewNames.includes(state.view)) state.view = PLAIN.view;
    const [, kind, key] = /^(\w+):(.*)$/s.exec(given.get("focus") ?? "") ?? [];
    const list = Object.hasOwn(Guitu.lists, kind ?? "") ? Guitu.lists[kind] : null;
    const place = list && (KEYED.includes(kind) ? index.byKey[list].get(key) : Number(key));
    if (list && data[list][place]) state.focus = { kind, index: place };
    state.steps = given.get("steps") === "2" ? 2 : 1;
    state.whole = given.get("whole") === "1";
    state.page = Math.max(0, Math.trunc(Number(given.get("page") ?? 0)) || 0);
    state.open = given.getAll("open");
    const at = (given.get("at") ?? "").split(",").map(Number);
    if (at.length === 3 && at.every(Number.isInteger) && data.texts[at[0]]) state.at = at;
    for (const name of Guitu.facetNames) {
      const values = given.getAll(`only.${name}`);
      if (values.length) state.filters[name] = values;
    }
    return state;
  };
})((globalThis.Guitu ??= {}));
