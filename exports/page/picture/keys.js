// The picture by keys: a list with one option for each mark, of which the active one is marked in the picture.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The nearest mark in a direction: what lies aside counts twice, what lies behind does not count.
  P.next = function (marks, from, [dx, dy]) {
    let best = null, least = Infinity;
    for (const mark of marks) {
      const [along, across] = [(mark.x - from.x) * dx + (mark.y - from.y) * dy, Math.abs((mark.x - from.x) * dy) + Math.abs((mark.y - from.y) * dx)];
      if (along > 1 && along + 2 * across < least) [best, least] = [mark, along + 2 * across];
    }
    return best;
  };

  // Options in reading order: by column, from the top.
  P.fillMarks = function (list, marks, links, t) {
    const near = new Map();
    for (const { from, to } of links) for (const id of [from, to]) near.set(id, (near.get(id) ?? 0) + 1);
    const ordered = [...marks].sort((a, b) => a.x - b.x || a.y - b.y);
    list.replaceChildren(...ordered.map((mark, i) => {
      const words = [mark.said, near.has(mark.id) ? t("picture.linked").replace("{n}", near.get(mark.id)) : ""].filter(Boolean).join(" · ");
      const option = P.element("div", { id: `picture-mark-${i}`, textContent: words, attributes: { role: "option", "aria-selected": "false" } });
      option.dataset.mark = mark.id;
      return option;
    }));
  };

  P.activate = function (list, id) {
    for (const option of list.children) {
      const active = option.dataset.mark === id;
      option.setAttribute("aria-selected", String(active));
      if (active) list.setAttribute("aria-activedescendant", option.id);
    }
    if (id === null) list.removeAttribute("aria-activedescendant");
  };

  // `picture`: marks(), cursor, moveTo(mark), choose(mark, withShift), zoom(times), fit()
  P.listen = function (list, picture) {
    list.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event, marks = picture.marks(), at = picture.cursor();
      if (key in WAYS) picture.moveTo(at ? P.next(marks, at, WAYS[key]) : picture.first());
      else if (key === "Enter" || key === " ") at && picture.choose(at, event.shiftKey);
      else if (key === "+" || key === "=") picture.zoom(1);
      else if (key === "-" || key === "_") picture.zoom(-1);
      else if (key === "0") picture.fit();
      else if (key === "Home") picture.moveTo(picture.first());
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    list.addEventListener("focus", () => picture.cursor() || picture.moveTo(picture.first()));
  };
})((globalThis.Guitu ??= {}));
