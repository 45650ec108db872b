// Where a fact stands: its quote, its place, and the way to its paragraph.
(function (Guitu) {
  "use strict";
  const astral = new Map(); // texts with signs outside the first plane, as lists of code points

  Guitu.addWords({
    "proof.open": ["在原文中查看", "Show in the text"],
    "proof.place": ["字符 {start}–{end}", "characters {start}–{end}"],
    "proof.hash": ["正文哈希 {hash}", "text hash {hash}"],
  });

  // Characters start to end of a text, counted in code points as the graph counts them.
  Guitu.cut = function (text, start, end) {
    if (!/[\ud800-\udbff]/.test(text)) return text.slice(start, end);
    if (!astral.has(text)) astral.set(text, Array.from(text));
    return astral.get(text).slice(start, end).join("");
  };

  Guitu.quote = function (app, proof) {
    if (!proof) return "";
    const text = app.data.texts[proof[0]]?.text;
    return text === null || text === undefined ? proof[3] ?? "" : Guitu.cut(text, proof[1], proof[2]);
  };

  Guitu.placeOf = (app, proof) => app.t("proof.place", { start: proof[1], end: proof[2] });

  // A quote that leads to its paragraph; without a text the place alone.
  Guitu.proof = function (app, proof) {
    const { make } = Guitu;
    if (!proof) return null;
    const quote = Guitu.quote(app, proof), { hash, text } = app.data.texts[proof[0]];
    return make("div", { class: "proof" },
      quote && make("blockquote", {}, quote),
      make("div", { class: "where" }, make("span", { title: app.t("proof.hash", { hash }) }, Guitu.placeOf(app, proof)),
        text !== null && make("button", { type: "button", class: "link", "data-proof": proof.slice(0, 3).join(","),
          onclick: () => Guitu.showInText(app, proof) }, app.t("proof.open"))));
  };

  // The same in one line, for cells
  Guitu.proofShort = function (app, proof) {
    const quote = Guitu.quote(app, proof), place = Guitu.placeOf(app, proof), words = quote ? `“${quote}”（${place}）` : place;
    if (app.data.texts[proof[0]].text === null) return Guitu.make("div", {}, words);
    return Guitu.make("div", {}, Guitu.make("button", { type: "button", class: "link", "data-proof": proof.slice(0, 3).join(","),
      title: app.t("proof.open"), onclick: () => Guitu.showInText(app, proof) }, words));
  };

  Guitu.showInText = (app, proof) => app.change({ view: "text", at: proof.slice(0, 3) });
})((globalThis.Guitu ??= {}));
