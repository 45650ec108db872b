// What a thing is, beside the views: one writer per kind, found by name.
(function (Guitu) {
  "use strict";
  Guitu.panels ??= {};

  Guitu.addWords({
    "panel.more": ["再显示 {n} 条", "{n} more"],
    "panel.inGraph": ["在关系图中看", "Show in the graph"],
    "panel.onlyThis": ["只看这个", "Filter by this"],
  });

  // A button that leads to a thing.
  Guitu.link = function (app, kind, index, words) {
    return Guitu.make("button", { type: "button", class: "link", "data-kind": kind, "data-to": `${kind}:${index}`, onclick: () => app.focus(kind, index) },
      words ?? app.name(kind, index));
  };

  // An owner as its document names it; where it leads to another name, that stands beside
  Guitu.ownerLink = (app, duty) => Guitu.link(app, "agency", duty.agency, Guitu.ownerWords(app, duty));

  // A heading and what stands below; nothing where there is nothing.
  Guitu.part = function (title, ...rows) {
    const found = rows.flat(Infinity).filter(Boolean);
    return found.length ? Guitu.make("section", {}, Guitu.make("h3", {}, title), found) : null;
  };

  // The first rows of a long list, the rest on demand.
  Guitu.shortly = function (app, places, row, few = 12) {
    const most = app.printing ? places.length : few;
    const { make } = Guitu, list = make("ul", { class: "rows" }, places.slice(0, most).map((at) => make("li", {}, row(at))));
    const rest = places.length - most;
    return [list, rest > 0 && make("button", { type: "button", class: "more",
      onclick: (event) => { event.target.remove(); Guitu.fill(list, places.slice(most).map((at) => make("li", {}, row(at)))); } },
      app.t("panel.more", { n: rest }))];
  };

  // A name and its value; nothing where there is no value.
  Guitu.field = function (name, ...value) {
    const { make } = Guitu, told = value.flat(Infinity).some((one) => ![null, undefined, false, ""].includes(one));
    return told ? make("div", { class: "field" }, make("dt", {}, name), make("dd", {}, ...value)) : null;
  };

  Guitu.panel = function (app) {
    const { make, refill, at } = Guitu, room = at("panel");
    const drawn = ["document", "section", "agency", "task", "figure", "indicator", "place", "topic"];
    function show(moved) {
      const { focus, view } = app.state;
      room.hidden = !focus;
      document.body.classList.toggle("with-panel", Boolean(focus));
      if (!focus) return refill(room);
      const { kind, index } = focus, row = app.data[Guitu.lists[kind]][index];
      const told = kind === "agency" && row.group ? "group" : kind === "figure" ? row.kind : kind;
      refill(room,
        make("div", { class: "top" }, make("span", { class: `kind ${kind}` }, app.t(`kind.${told}`)),
          make("button", { type: "button", class: "close", "aria-label": app.t("close"), onclick: close }, "×")),
        make("h2", { id: "panel-title", tabindex: "-1" }, app.name(kind, index)),
        view !== "graph" && drawn.includes(kind) && make("p", {}, make("button",
          { type: "button", class: "link", onclick: () => app.change({ view: "graph" }) }, app.t("panel.inGraph"))),
        Guitu.panels[kind](app, index, row));
      room.scrollTop = 0;
      if (moved && !at("graph").contains(document.activeElement)) at("panel-title").focus({ preventScroll: true });
    }

    // The keys go back to what had opened it, where that is still there
    function close() {
      const { kind, index } = app.state.focus;
      app.change({ focus: null });
      (at("view").querySelector(`[data-to="${kind}:${index}"]`) ?? at("main")).focus();
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && app.state.focus) close();
    });
    return { show };
  };
})((globalThis.Guitu ??= {}));
