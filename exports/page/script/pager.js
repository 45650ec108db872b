// Long lists a page at a time, so that twenty thousand rows open as fast as a hundred.
(function (Guitu) {
  "use strict";

  // The places of the page that is open, and the bar to turn it.
  Guitu.paged = function (app, rows, size) {
    const { make } = Guitu, pages = Math.max(1, Math.ceil(rows.length / size)), page = Math.min(app.state.page, pages - 1);
    const turn = (to) => () => {
      app.change({ page: to });
      Guitu.at("view").focus();
    };
    const bar = pages > 1 && make("div", { class: "pager", role: "group" },
      make("button", { type: "button", disabled: page === 0, onclick: turn(page - 1) }, app.t("previous")),
      make("span", {}, app.t("pages", { page: page + 1, pages, n: rows.length })),
      make("button", { type: "button", disabled: page === pages - 1, onclick: turn(page + 1) }, app.t("next")));
    return { rows: rows.slice(page * size, (page + 1) * size), bar, first: page * size };
  };
})((globalThis.Guitu ??= {}));
