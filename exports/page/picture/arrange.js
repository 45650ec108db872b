// Places marks in their columns, each near the marks it is linked with, and numbers on links where they hide nothing.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const GAP = 12, BAND_GAP = 26, ACROSS = 84, WIDEST = 250, ACROSS_NARROW = 44, SWEEPS = 6, STRETCHED = 46;

  function columnsOf(marks) {
    const columns = new Map();
    for (const mark of marks) (columns.get(mark.column) ?? columns.set(mark.column, []).get(mark.column)).push(mark);
    return [...columns].sort(([a], [b]) => a - b).map(([, members]) => members);
  }

  function neighboursOf(scene) {
    const near = new Map(scene.marks.map((mark) => [mark, []]));
    for (const link of scene.links) {
      const [from, to] = [scene.byId.get(link.from), scene.byId.get(link.to)];
      if (from.column === to.column) continue;
      near.get(from).push(to);
      near.get(to).push(from);
    }
    return near;
  }

  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

  // From the top down, centred on 0; a short column beside a tall one is spread a little.
  function stack(column, tallest) {
    const bands = column.filter((mark, i) => i && mark.band !== column[i - 1].band).length;
    const bare = column.reduce((sum, mark) => sum + mark.h, 0) + (column.length - 1 - bands) * GAP + bands * BAND_GAP;
    const spare = column.length > 1 ? Math.min((tallest * 0.9 - bare) / (column.length - 1), STRETCHED) : 0;
    const more = Math.max(spare, 0);
    let y = -(bare + more * (column.length - 1)) / 2;
    column.forEach((mark, i) => {
      if (i) y += more + (mark.band !== column[i - 1].band ? BAND_GAP : GAP);
      mark.y = Math.round(y + mark.h / 2);
      y += mark.h;
    });
    return bare;
  }

  // Marks of one kind in one column are equally wide: their links begin on one line.
  function evenWidths(column) {
    const widest = {};
    for (const mark of column) widest[mark.kind] = Math.max(widest[mark.kind] ?? 0, mark.w);
    for (const mark of column) mark.w = widest[mark.kind];
  }

  // From left to right, as far apart as the frame's shape has room for.
  function spread(columns, tallest, { narrow, width, height }) {
    const widths = columns.map((column) => Math.max(...column.map((mark) => mark.w)));
    const bare = widths.reduce((sum, width) => sum + width, 0);
    const wide = Math.min((tallest * width) / height, width / P.READABLE);
    const across = narrow ? ACROSS_NARROW : Math.max(ACROSS, Math.min(WIDEST, (wide - bare) / Math.max(columns.length - 1, 1)));
    let x = 0;
    columns.forEach((column, i) => {
      for (const mark of column) mark.x = Math.round(x + widths[i] / 2);
      x += widths[i] + across;
    });
  }

  // `room`: size of the frame, and whether it is narrow; `stretch`: short columns are spread beside tall ones.
  P.arrange = function (scene, room, stretch) {
    const columns = columnsOf(scene.marks), near = neighboursOf(scene);
    columns.forEach(evenWidths);
    columns.forEach((column) => column.sort((a, b) => a.band - b.band || (a.order ?? 0) - (b.order ?? 0)));
    const tallest = Math.max(...columns.map((column) => stack(column, 0)), 0);
    spread(columns, tallest, room);
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      for (const column of sweep % 2 ? [...columns].reverse() : columns) {
        const wish = new Map(column.map((mark) => [mark, near.get(mark).length ? mean(near.get(mark).map((other) => other.y)) : mark.y]));
        column.sort((a, b) => a.band - b.band || (a.order ?? -1) - (b.order ?? -1) || wish.get(a) - wish.get(b) || (a.id < b.id ? -1 : 1));
        stack(column, stretch ? tallest : 0);
      }
    }
  };

  const apart = (a, b) => Math.abs(a.x - b.x) * 2 >= a.w + b.w || Math.abs(a.y - b.y) * 2 >= a.h + b.h;

  // The largest numbers first; one that finds no free place on its link is shown only where the link is pointed at.
  P.placeCounts = function (scene) {
    const taken = scene.marks.map((mark) => ({ x: mark.x, y: mark.y, w: mark.w + 6, h: mark.h + 6 }));
    for (const link of [...scene.links].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))) {
      link.at = null;
      if (!link.words || link.faint) continue;
      const [from, to] = [scene.byId.get(link.from), scene.byId.get(link.to)];
      for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
        const box = { ...P.along(from, to, t), w: P.ems(link.words) * 11 + 6, h: 15 };
        if (!taken.every((other) => apart(box, other))) continue;
        taken.push(box);
        link.at = { x: Math.round(box.x), y: Math.round(box.y) };
        break;
      }
    }
  };
})((globalThis.Guitu ??= {}));
