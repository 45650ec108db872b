// The reading text of a document with every fact of it marked by kind; a mark leads to its fact, a proof to its mark.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const KINDS = ["document", "section", "task", "duty", "figure", "mention", "reference", "incentive",
    "gap"]; // where marks lie over each other, the later one gives the colour

  Guitu.addWords({
    "text.document": ["文件", "Document"],
    "text.none": ["这份文件没有带原文（只有事实与位置）。", "This file does not hold the text, only facts and their positions."],
    "text.here": ["同一处的事实", "Facts at this place"],
  });

  // All facts that stand in a text: { kind, index, start, end, duty? }, in the order of the text
  function factsOf(app, text) {
    const found = [];
    for (const kind of KINDS) {
      app.data[kind === "duty" ? "duties" : Guitu.lists[kind]].forEach((row, index) => {
        if (row.proof && row.proof[0] === text && row.proof[2] > row.proof[1]) found.push({ kind, index, start: row.proof[1], end: row.proof[2] });
      });
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  // What a mark opens: a duty opens its agency
  const opened = (app, fact) => (fact.kind === "duty" ? ["agency", app.data.duties[fact.index].agency] : [fact.kind, fact.index]);
  function nameOf(app, fact) {
    if (fact.kind !== "duty") return app.name(fact.kind, fact.index);
    const duty = app.data.duties[fact.index];
    return `${app.t(`role.${duty.role}`)} ${Guitu.ownerWords(app, duty)}`;
  }

  // A stretch of a paragraph cut wherever a fact begins or ends, so that facts may lie over each other
  function pieces(facts, start, end) {
    const cuts = new Set([start, end]);
    for (const fact of facts) for (const at of [fact.start, fact.end]) if (at > start && at < end) cuts.add(at);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, i) => ({ from, to: places[i + 1],
      facts: facts.filter((fact) => fact.start <= from && fact.end >= places[i + 1]) }));
  }

  function mark(app, piece, words, at) {
    const { make } = Guitu, aimed = at && piece.from >= at[1] && piece.to <= at[2];
    const facts = [...piece.facts].sort((a, b) => (b.end - b.start) - (a.end - a.start) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    if (!facts.length) return aimed ? make("mark", { class: "aimed" }, words) : words;
    const top = facts.at(-1), title = facts.map((fact) => `${app.t(`kind.${fact.kind}`)}：${nameOf(app, fact)}`).join("\n");
    const open = () => choose(app, facts);
    return make("mark", { class: `${top.kind}${facts.length > 1 ? " over" : ""}${aimed ? " aimed" : ""}`, role: "button", tabindex: "0", title,
      "data-facts": facts.map((fact) => `${fact.kind}:${fact.index}`).join(" "),
      onclick: open, onkeydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), open()) }, words);
  }

  // The smallest fact of a place opens; the others are offered below it
  function choose(app, facts) {
    app.focus(...opened(app, facts.at(-1)));
    if (facts.length > 1) {
      Guitu.fill(Guitu.at("panel"), Guitu.part(app.t("text.here"), Guitu.make("ul", { class: "rows" }, facts.map((fact) =>
        Guitu.make("li", {}, Guitu.make("span", { class: `kind ${fact.kind}` }, app.t(`kind.${fact.kind}`)), " ",
          Guitu.link(app, ...opened(app, fact), nameOf(app, fact)))))));
    }
  }

  // Where each paragraph of a text begins and ends, in code points
  function paragraphs(text) {
    let start = 0;
    return text.split("\n").map((words) => {
      const end = start + (/[\ud800-\udbff]/.test(words) ? Array.from(words).length : words.length), found = [start, end];
      start = end + 1;
      return found;
    });
  }

  function body(app, place, at) {
    const { make } = Guitu, { text } = app.data.texts[place], facts = factsOf(app, place);
    let first = 0;
    return paragraphs(text).map(([start, end]) => {
      if (start === end) return null;
      while (first < facts.length && facts[first].end <= start) first += 1; // a fact rarely spans paragraphs; those that end before are done
      const here = [];
      for (let i = first; i < facts.length && facts[i].start < end; i += 1) if (facts[i].end > start) here.push(facts[i]);
      const cut = at ? [...here, { start: at[1], end: at[2], kind: "" }] : here;
      return make("p", {}, pieces(cut, start, end).map((piece) => mark(app, { ...piece, facts: piece.facts.filter((fact) => fact.kind) },
        Guitu.cut(text, piece.from, piece.to), at)));
    });
  }

  // The document that the view shows: of the proof, else of what is chosen, else the first of the selection
  function shownDocument(app) {
    const { at, focus } = app.state, { documents, texts } = app.data;
    const row = focus && app.data[Guitu.lists[focus.kind]][focus.index], own = focus && (focus.kind === "document" ? focus.index : row?.document);
    if (at && !(typeof own === "number" && documents[own].text === at[0])) return documents.findIndex((one) => one.text === at[0]);
    if (typeof own === "number") return own;
    return [...app.selection().documents].sort((a, b) => a - b).find((one) => texts[documents[one].text]?.text) ?? 0;
  }

  let drawn = "", shown = null; // the text that stands in the view: opening a mark leaves it as it is

  Guitu.views.text = function (app, room) {
    const { make, refill } = Guitu, document = shownDocument(app), row = app.data.documents[document], place = row?.text ?? null;
    const at = app.state.at?.[0] === place ? app.state.at : null, wanted = JSON.stringify([place, at, app.lang]);
    if (wanted === drawn && shown?.isConnected) return;
    drawn = wanted;
    const text = place === null ? null : app.data.texts[place]?.text ?? null;
    shown = make("article", { class: "text", lang: "zh", "aria-label": row?.title },
      text === null ? make("p", { class: "empty" }, app.t("text.none")) : body(app, place, at));
    refill(room,
      make("div", { class: "tools" },
        make("label", {}, app.t("text.document"), " ", make("select", { "data-keep": "text-document",
          onchange: (event) => { const to = Number(event.target.value); app.focus("document", to, { at: null }); } },
          app.data.documents.map((one, i) => make("option", { value: i, selected: i === document }, one.title)))),
        make("span", { class: "legend" }, KINDS.slice(1).map((kind) => make("mark", { class: kind }, app.t(`kind.${kind}`))))),
      shown);
    const aim = shown.querySelector(".aimed");
    if (aim) requestAnimationFrame(() => aim.scrollIntoView({ block: "center" }));
  };
})((globalThis.Guitu ??= {}));
