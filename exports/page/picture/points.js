// The whole graph as flat arrays for the layer that draws everything: points, lines by manner, and a grid to find them again.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  // From the most to the least important: who is labelled first where there is no room for all.
  const KINDS = ["document", "agency", "place", "indicator", "task"];
  const LISTS = { document: "documents", agency: "agencies", place: "places", indicator: "indicators", task: "tasks" };
  const RADIUS = { document: 9, agency: 6, place: 4, indicator: 4, task: 3 };
  const CELLS = 128;

  P.points = function (app, selection) {
    const { data } = app, first = {}, visible = { document: selection.documents, agency: selection.agencies, task: selection.tasks };
    let count = 0;
    for (const kind of KINDS) {
      first[kind] = count;
      count += (data[LISTS[kind]] ?? []).length;
    }
    const x = new Float32Array(count), y = new Float32Array(count), kinds = new Uint8Array(count), shown = new Uint8Array(count), degree = new Uint32Array(count);
    KINDS.forEach((kind, code) => {
      const places = data.positions[LISTS[kind]] ?? [], size = (data[LISTS[kind]] ?? []).length, only = visible[kind];
      for (let i = 0, at = first[kind]; i < size; i += 1, at += 1) {
        x[at] = places[2 * i];
        y[at] = places[2 * i + 1];
        kinds[at] = code;
        shown[at] = !only || only.has(i) ? 1 : 0;
      }
    });
    const lines = linesOf(data, selection, first);
    for (const ends of Object.values(lines)) {
      for (let i = 0; i < ends.length; i += 2) {
        if (!shown[ends[i]] || !shown[ends[i + 1]]) continue;
        degree[ends[i]] += 1;
        degree[ends[i + 1]] += 1;
      }
    }
    for (let at = 0; at < count; at += 1) if (!visible[KINDS[kinds[at]]] && !degree[at]) shown[at] = 0; // places and targets of nothing shown
    const order = [...degree.keys()].filter((at) => shown[at]).sort((a, b) => kinds[a] - kinds[b] || degree[b] - degree[a] || a - b);
    return { KINDS, RADIUS, x, y, kinds, shown, degree, lines, order, first, grid: gridOf(x, y, order), ...lookups(first, kinds) };
  };

  const lookups = (first, kinds) => ({
    pointOf: (kind, index) => (kind in first ? first[kind] + index : -1),
    thingOf: (at) => ({ kind: KINDS[kinds[at]], index: at - first[KINDS[kinds[at]]] }),
  });

  function linesOf(data, { duties, suggestions, tasks }, first) {
    const lines = { part: [], suggested: [], support: [], responsible: [], lead: [] };
    for (const task of tasks) lines.part.push(first.document + data.tasks[task].document, first.task + task);
    for (const row of suggestions) lines.suggested.push(first.task + row.task, first.agency + row.agency);
    for (const row of duties) (lines[row.role] ?? lines.responsible).push(first.task + row.task, first.agency + row.agency);
    const beside = (row, kind, index) => {
      const known = Number.isInteger;
      if (!known(index)) return;
      const owner = known(row.task) ? first.task + row.task : known(row.document) ? first.document + row.document : -1;
      if (owner >= 0) lines.part.push(owner, first[kind] + index);
    };
    for (const row of data.mentions ?? []) beside(row, "place", row.place);
    for (const row of data.figures ?? []) beside(row, "indicator", row.indicator);
    return lines;
  }

  // Points by cell of a square grid, to find the one under the pointer without looking at all.
  function gridOf(x, y, order) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const at of order) {
      left = Math.min(left, x[at]);
      right = Math.max(right, x[at]);
      top = Math.min(top, y[at]);
      bottom = Math.max(bottom, y[at]);
    }
    if (!order.length) [left, top, right, bottom] = [-1, -1, 1, 1];
    const size = Math.max(right - left, bottom - top, 1) / CELLS, cells = new Map();
    const cell = (px, py) => Math.floor((py - top) / size) * (CELLS + 1) + Math.floor((px - left) / size);
    for (const at of order) (cells.get(cell(x[at], y[at])) ?? cells.set(cell(x[at], y[at]), []).get(cell(x[at], y[at]))).push(at);
    const nearest = function (px, py, reach) {
      let best = -1, least = reach * reach;
      for (let cy = py - reach; cy <= py + reach + size; cy += size) {
        for (let cx = px - reach; cx <= px + reach + size; cx += size) {
          for (const at of cells.get(cell(cx, cy)) ?? []) {
            const distance = (x[at] - px) ** 2 + (y[at] - py) ** 2;
            if (distance < least) [best, least] = [at, distance];
          }
        }
      }
      return best;
    };
    return { left, top, right, bottom, nearest };
  }
})((globalThis.Guitu ??= {}));
