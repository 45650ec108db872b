// Figures of each indicator from the nation down, by year, with bars; what each is to the others.
(function (Guitu) {
  "use strict";
  Guitu.views ??= {};
  const PAGE = 15, ROWS = 12, LEVELS = ["national", "provincial", "municipal", "county", "township"];

  Guitu.addWords({
    "targets.year": ["年份", "Year"],
    "targets.level": ["层级", "Level"],
    "targets.kind": ["性质", "Kind"],
    "targets.value": ["数值", "Value"],
    "targets.document": ["文件", "Document"],
    "targets.proof": ["依据", "Proof"],
    "targets.agree": ["一致", "agree"],
    "targets.comparator": ["数值相同，口径不同", "same value, other comparator"],
    "targets.compatible": ["数值相近或相容", "near or compatible"],
    "targets.conflict": ["不一致", "differ"],
    "targets.apart": ["不可比", "not comparable"],
    "targets.noYear": ["未写", "none"],
    "targets.unnamed": ["未归入指标", "Without an indicator"],
    "targets.rest": ["再显示 {n} 行", "{n} more rows"],
    "targets.shared": ["多份文件", "Several documents"],
  });

  const rank = (app, figure) => (LEVELS.indexOf(app.data.documents[figure.document]?.level) + 9) % 9;

  // Figures by indicator; those that several documents speak of first
  function groups(app) {
    const found = new Map();
    for (const at of app.selection().figures) {
      const { indicator, text } = app.data.figures[at], key = indicator ?? `text ${text}`;
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(at);
    }
    const documents = (places) => new Set(places.map((at) => app.data.figures[at].document)).size;
    return [...found.values()]
      .map((places) => ({ places, documents: documents(places) }))
      .sort((a, b) => b.documents - a.documents || b.places.length - a.places.length || a.places[0] - b.places[0]);
  }

  function line(app, at, largest) {
    const { make, link, sized } = Guitu, figure = app.data.figures[at], value = figure.normal ?? figure.value,
      scale = largest.get(figure.normalUnit || figure.unit);
    const cell = (name, ...inside) => make("td", { class: name === "value" && name, "data-name": app.t(`targets.${name}`) }, inside);
    return make("tr", { class: figure.kind },
      cell("year", figure.year ?? app.t("targets.noYear")), cell("level", app.code("level", app.data.documents[figure.document]?.level)),
      cell("kind", app.t(`kind.${figure.kind}`)),
      cell("value", link(app, "figure", at, Guitu.amount(figure)),
        figure.bindingness && make("small", {}, ` ${app.code("bindingness", figure.bindingness)}`),
        figure.agreement && make("span", { class: `verdict ${figure.manner}` }, app.t(`targets.${figure.manner}`)),
        figure.agreement && make("small", { class: "why" }, figure.why[app.lang]), Guitu.corrected(app, figure),
        value > 0 && scale > 0 && make("span", { class: "bar", "aria-hidden": "true" },
          sized(make("span", { class: figure.kind }), (100 * value) / scale))),
      cell("document", figure.document !== null && link(app, "document", figure.document)), cell("proof", Guitu.proof(app, figure.proof)));
  }

  function group(app, { places, documents }) {
    const { make, link } = Guitu, { figures } = app.data, first = figures[places[0]], largest = new Map();
    for (const at of places) {
      const unit = figures[at].normalUnit || figures[at].unit;
      largest.set(unit, Math.max(largest.get(unit) ?? 0, figures[at].normal ?? figures[at].value ?? 0));
    }
    const ordered = [...places].sort((a, b) => (figures[a].year ?? 9999) - (figures[b].year ?? 9999) || rank(app, figures[a]) - rank(app,
      figures[b]) || figures[a].kind.localeCompare(figures[b].kind));
    const most = app.printing ? ordered.length : ROWS, body = make("tbody", {}, ordered.slice(0, most).map((at) => line(app, at, largest)));
    return make("section", { class: "indicator" },
      make("h3", {}, first.indicator === null ? first.text : link(app, "indicator", first.indicator),
        documents > 1 && make("small", {}, ` ${app.t("targets.shared")} ${documents}`)),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": first.indicator === null ? first.text : app.name("indicator",
        first.indicator) },
        make("table", { class: "cards" }, make("thead", {}, make("tr", {}, ["year", "level", "kind", "value", "document",
          "proof"].map((name) => make("th", { scope: "col" }, app.t(`targets.${name}`))))),
          body)),
      ordered.length > most && make("button", { type: "button", class: "more", onclick: (event) => {
        event.target.remove();
        Guitu.fill(body, ordered.slice(most).map((at) => line(app, at, largest)));
      } }, app.t("targets.rest", { n: ordered.length - most })));
  }

  Guitu.views.targets = function (app, room) {
    const { rows, bar } = Guitu.paged(app, groups(app), PAGE);
    Guitu.refill(room, bar, rows.map((one) => group(app, one)), rows.length === 0 && Guitu.make("p", { class: "empty" }, app.t("empty")));
  };
})((globalThis.Guitu ??= {}));
