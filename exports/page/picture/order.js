// The order of marks in their columns: each near the marks it is linked with; what belongs to one document stays together;
// links over several columns keep a way free in each; at last neighbours change places while that takes crossings away.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const SWEEPS = 6, WAY = 8, EXCHANGED = 160; // more links than these are not looked through for crossings

  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

  // Where links pass columns between their ends, a way of their own: one for all that leave the same mark
  P.layWays = function (scene, columns) {
    const places = columns.map((column) => column[0].column), ways = new Map();
    for (const link of scene.links) {
      const [from, to] = [scene.byId.get(link.from), scene.byId.get(link.to)];
      link.ways = places.filter((place) => place > from.column && place < to.column).map((place) => {
        const id = `${from.id}@${place}`, way = ways.get(id) ?? { id, kind: "way", way: true, column: place, band: 0, w: 0, h: WAY };
        if (!ways.has(id)) columns[places.indexOf(place)].push(way);
        ways.set(id, way);
        return way;
      });
    }
    return [...ways.values()];
  };

  // The stretches of a link from column to column: pairs of marks and ways
  P.stretches = function (link, byId) {
    const stops = [byId.get(link.from), ...(link.ways ?? []), byId.get(link.to)];
    return stops.slice(1).map((stop, i) => [stops[i], stop]);
  };

  // The links that run through a mark, to both ends of the flow
  P.thread = function (links, id) {
    const found = new Set();
    for (const [side, other] of [["from", "to"], ["to", "from"]]) {
      const reached = new Set([id]);
      for (const at of reached) for (const link of links) if (link[side] === at) found.add(link) && reached.add(link[other]);
    }
    return found;
  };

  function neighboursOf(scene) {
    const near = new Map();
    const add = (mark, other) => (near.get(mark) ?? near.set(mark, []).get(mark)).push(other);
    for (const link of scene.links) {
      for (const [from, to] of P.stretches(link, scene.byId)) {
        if (from.column === to.column) continue;
        add(from, to);
        add(to, from);
      }
    }
    return near;
  }

  // The marks of a column in groups that stay together, each in the order of its wishes
  function groupsOf(column, wish) {
    const found = new Map(), order = (mark) => mark.order ?? -1;
    for (const mark of column) (found.get(mark.cluster ?? mark.id) ?? found.set(mark.cluster ?? mark.id, []).get(mark.cluster ?? mark.id)).push(mark);
    const groups = [...found.values()].map((marks) => {
      const inside = marks.filter((mark) => mark.id !== mark.cluster);
      return { marks: marks.sort((a, b) => (b.id === b.cluster) - (a.id === a.cluster) || order(a) - order(b) || wish.get(a) - wish.get(b) || (a.id < b.id ? -1 : 1)),
        band: marks[0].band, order: order(marks[0]), wish: mean((inside.length ? inside : marks).map((mark) => wish.get(mark))), id: marks[0].id };
    });
    return groups.sort((a, b) => a.band - b.band || a.order - b.order || a.wish - b.wish || (a.id < b.id ? -1 : 1));
  }

  const put = (column, groups) => column.splice(0, column.length, ...groups.flatMap(({ marks }) => marks));

  function crosses([a, b], [c, d]) {
    const left = Math.max(a.x, c.x), right = Math.min(b.x, d.x);
    if (left >= right) return false;
    const at = (from, to, x) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
    return (at(a, b, left) - at(c, d, left)) * (at(a, b, right) - at(c, d, right)) < -1e-6;
  }

  function crossings(lines) {
    let sum = 0;
    for (let i = 0; i < lines.length; i += 1) for (let j = 0; j < i; j += 1) if (crosses(lines[i], lines[j])) sum += 1;
    return sum;
  }

  // Neighbours change places where fewer lines cross then: groups in a column, and marks inside a group
  function exchange(scene, columns, stack) {
    const lines = scene.links.flatMap((link) => P.stretches(link, scene.byId)).map(([a, b]) => (a.x <= b.x ? [a, b] : [b, a]));
    if (lines.length > EXCHANGED) return;
    let least = crossings(lines);
    for (const column of columns) {
      const groups = groupsOf(column, new Map(column.map((mark, i) => [mark, i])));
      const tried = (rows, from) => {
        for (let i = from; i + 1 < rows.length && least > 0; i += 1) {
          if ((rows[i].band ?? 0) !== (rows[i + 1].band ?? 0)) continue;
          const swap = () => ([rows[i], rows[i + 1]] = [rows[i + 1], rows[i]]);
          swap();
          put(column, groups);
          stack(column);
          const now = crossings(lines);
          if (now < least) least = now;
          else {
            swap();
            put(column, groups);
            stack(column);
          }
        }
      };
      tried(groups, 0);
      for (const { marks } of groups) tried(marks, marks[0].id === marks[0].cluster ? 1 : 0);
    }
  }

  // `stack`: gives the marks of a column their heights in its order
  P.order = function (scene, columns, stack) {
    const near = neighboursOf(scene);
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      for (const column of sweep % 2 ? [...columns].reverse() : columns) {
        put(column, groupsOf(column, new Map(column.map((mark) => [mark, near.has(mark) ? mean(near.get(mark).map((other) => other.y)) : mark.y]))));
        stack(column);
      }
    }
    if (scene.routed) for (let round = 0; round < 3; round += 1) exchange(scene, columns, stack);
  };
})((globalThis.Guitu ??= {}));
