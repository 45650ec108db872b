// The state of the page as the fragment of its address: things by the end of their IRI, places by the hash of their text,
// so that a page of more plans opens the same. What is not there any more is told.
(function (Guitu) {
  "use strict";
  const PLAIN = { view: "graph", find: "", lang: "", theme: "", sort: "", words: "", across: "", one: "", two: "", ask: "", columns: "" };
  const SWITCHES = ["whole", "flow"]; // of the picture
  const HASH = 12, SHORTEST = 8; // signs of a text's hash that an address writes, and needs

  Guitu.addWords({
    "lost.focus": ["此链接所指的{kind}已不在本页", "The {kind} of this link is no longer in this page"],
    "lost.at": ["此链接所指的原文已不在本页，或已改动", "The passage of this link is no longer in this page, or has changed"],
    "lost.filter": ["本页没有“{name}：{value}”，未按它筛选", "This page has no “{name}: {value}”; it was not filtered by it"],
    "lost.close": ["知道了", "Dismiss"],
  });

  Guitu.start = () => ({ ...PLAIN, focus: null, at: null, filters: {}, narrow: {}, steps: 1, open: [], whole: false, flow: false, page: 0, lost: [] });

  Guitu.address = function (state, data) {
    const found = new URLSearchParams();
    for (const [name, standard] of Object.entries(PLAIN)) if (state[name] !== standard) found.set(name, state[name]);
    if (state.focus) found.set("focus", `${state.focus.kind}:${data[Guitu.lists[state.focus.kind]][state.focus.index].key}`);
    if (state.steps === 2) found.set("steps", "2");
    for (const name of SWITCHES) if (state[name]) found.set(name, "1");
    if (state.page) found.set("page", String(state.page));
    for (const id of state.open) found.append("open", Guitu.markKey(id, data));
    if (state.at) found.set("at", [data.texts[state.at[0]].hash.slice(0, HASH), ...state.at.slice(1, 3)].join(","));
    for (const [facet, values] of Object.entries(state.filters)) for (const value of values) found.append(`only.${facet}`, value);
    for (const [facet, words] of Object.entries(state.narrow)) found.set(`in.${facet}`, words);
    return found.toString();
  };

  // A mark of the picture by what it shows, and back: "document:3>agency:5" has positions, "document:云政发>agency:市水利局" none
  const NAMED = /(document|section|agency|task|figure|indicator|place|topic):([^>+]*)/g;
  const swapped = (id, to) => id.replace(NAMED, (whole, kind, name) => `${kind}:${to(kind, name)}`);
  Guitu.markKey = (id, data) => swapped(id, (kind, name) => encodeURIComponent(data[Guitu.lists[kind]][name]?.key ?? ""));
  Guitu.markId = (words, index) => swapped(words, (kind, name) => index.byKey[Guitu.lists[kind]].get(decoded(name)) ?? "");

  function decoded(words) {
    try {
      return decodeURIComponent(words);
    } catch {
      return words;
    }
  }

  function readFocus(words, data, index, lost) {
    const [, kind, key] = /^(\w+):(.*)$/s.exec(words ?? "") ?? [];
    const list = Object.hasOwn(Guitu.lists, kind ?? "") ? Guitu.lists[kind] : null, place = list && index.byKey[list].get(key);
    if (place !== undefined && place !== null) return { kind, index: place };
    if (words) lost.push({ words: "lost.focus", kind: list ? kind : "" });
    return null;
  }

  function readAt(words, data, lost) {
    if (!words) return null;
    const [hash, ...ends] = words.split(","), [start, end] = ends.map(Number);
    const text = hash.length < SHORTEST ? -1 : data.texts.findIndex((one) => one.hash.startsWith(hash));
    if (text >= 0 && ends.length === 2 && ends.every((one) => /^\d{1,9}$/.test(one)) && start < end) return [text, start, end];
    lost.push({ words: "lost.at" });
    return null;
  }

  function readFilters(given, data, index, lost) {
    const filters = {};
    for (const [name, value] of given) {
      const facet = name.startsWith("only.") ? name.slice(5) : null;
      if (facet === null) continue;
      const known = Guitu.facetNames.includes(facet) ? Guitu.facetKnown(data, index, facet, value) : undefined;
      if (known !== undefined) {
        if (!(filters[facet] ??= []).includes(known)) filters[facet].push(known);
      } else lost.push({ words: "lost.filter", facet, value });
    }
    return filters;
  }

  // What an address says; what it says of things that this page does not have is left out, and told in `lost`.
  Guitu.readAddress = function (fragment, data, index) {
    const given = new URLSearchParams(fragment.replace(/^#/, "")), state = Guitu.start();
    for (const name of Object.keys(PLAIN)) if (given.has(name)) state[name] = given.get(name);
    if (!Guitu.viewNames.includes(state.view) || (state.view === "sparql" && !Guitu.asks())) state.view = PLAIN.view;
    state.focus = readFocus(given.get("focus"), data, index, state.lost);
    state.at = readAt(given.get("at"), data, state.lost);
    state.filters = readFilters(given, data, index, state.lost);
    state.steps = given.get("steps") === "2" ? 2 : 1;
    for (const name of SWITCHES) state[name] = given.get(name) === "1";
    state.page = Math.max(0, Math.trunc(Number(given.get("page") ?? 0)) || 0);
    state.open = given.getAll("open").map((words) => Guitu.markId(words, index));
    for (const name of Guitu.facetNames) if (given.get(`in.${name}`)) state.narrow[name] = given.get(`in.${name}`);
    return state;
  };

  // Sentences about what has gone, in the language of now
  Guitu.lostWords = (app) => app.state.lost.map((one) => app.t(one.words, {
    kind: one.kind ? app.t(`kind.${one.kind}`) : app.t("kind.thing"),
    name: Guitu.facetNames.includes(one.facet) ? app.t(`facet.${one.facet}`) : one.facet, value: one.value }));
})((globalThis.Guitu ??= {}));
