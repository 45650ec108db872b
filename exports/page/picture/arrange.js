// Places marks in their columns, each near the marks it is linked with, and numbers on links where they hide nothing.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const GAP = 12, BAND_GAP = 26, ACROSS = 84, WIDEST = 250, ACROSS_NARROW = 44, STRETCHED = 46, FRAME = 8, HEAD = 34, FAN = 1.8;

  function columnsOf(marks) {
    const columns = new Map();
    for (const mark of marks) (columns.get(mark.column) ?? columns.set(mark.column, []).get(mark.column)).push(mark);
    return [...columns].sort(([a], [b]) => a - b).map(([, members]) => members);
  }

  // Between two marks of a column: more between bands, and between frames
  function gap(mark, before) {
    if (mark.band !== before.band) return BAND_GAP;
    return mark.cluster !== before.cluster ? GAP + 2 * FRAME : GAP;
  }

  // From the top down, centred on 0; a short column beside a tall one is spread a little.
  function stack(column, tallest) {
    const bare = column.reduce((sum, mark, i) => sum + mark.h + (i ? gap(mark, column[i - 1]) : 0), 0);
    const spare = column.length > 1 ? Math.min((tallest * 0.9 - bare) / (column.length - 1), STRETCHED) : 0;
    const more = Math.max(spare, 0);
    let y = -(bare + more * (column.length - 1)) / 2;
    column.forEach((mark, i) => {
      if (i) y += more + gap(mark, column[i - 1]);
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

  // From left to right, as far apart as the frame's shape has room for; the fan of owners at the end of a flow takes more.
  function spread(columns, tallest, { narrow, width, height }, fan) {
    const widths = columns.map((column) => Math.max(...column.map((mark) => mark.w)));
    const bare = widths.reduce((sum, width) => sum + width, 0);
    const wide = Math.min((tallest * width) / height, width / P.READABLE);
    const across = narrow ? ACROSS_NARROW : Math.max(ACROSS, Math.min(WIDEST, (wide - bare) / Math.max(columns.length - 1 + (fan ? FAN - 1 : 0), 1)));
    let x = 0;
    columns.forEach((column, i) => {
      for (const mark of column) mark.x = Math.round(x + widths[i] / 2);
      x += widths[i] + across * (fan && i === columns.length - 2 ? FAN : 1);
    });
  }

  // `room`: size of the frame, and whether it is narrow; `stretch`: short columns are spread beside tall ones.
  P.arrange = function (scene, room, stretch) {
    const columns = columnsOf(scene.marks);
    columns.forEach(evenWidths);
    scene.ways = scene.routed ? P.layWays(scene, columns) : [];
    if (scene.routed) for (const mark of scene.marks) mark.port = true;
    columns.forEach((column) => column.sort((a, b) => a.band - b.band || (a.order ?? 0) - (b.order ?? 0)));
    const tallest = Math.max(...columns.map((column) => stack(column, 0)), 0);
    spread(columns, tallest, room, scene.routed);
    for (const way of scene.ways) way.w = columns.find((column) => column.includes(way)).reduce((widest, mark) => Math.max(widest, mark.way ? 0 : mark.w), 0) + 2 * FRAME;
    P.order(scene, columns, (column) => stack(column, stretch ? tallest : 0));
    scene.frames = framesOf(scene.marks);
    scene.heads = headsOf(scene.heads ?? [], columns);
  };

  // Around a document and its tasks
  function framesOf(marks) {
    const found = new Map();
    for (const mark of marks) if (mark.cluster) (found.get(mark.cluster) ?? found.set(mark.cluster, []).get(mark.cluster)).push(mark);
    return [...found.values()].map(P.boxOf).map(({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2, w: w + 2 * FRAME, h: h + 2 * FRAME }));
  }

  // Above each column that has a name, all on one line; one name for neighbours that share it
  function headsOf(heads, columns) {
    const top = Math.min(...columns.flatMap((column) => column.map((mark) => mark.y - mark.h / 2))), x = new Map(columns.map(([mark]) => [mark.column, mark.x])), found = new Map();
    for (const { column, words } of heads) (found.get(words) ?? found.set(words, []).get(words)).push(x.get(column));
    return [...found].map(([words, at]) => ({ words, x: (Math.min(...at) + Math.max(...at)) / 2, y: top - HEAD, w: P.ems(words) * 14, h: 20 }));
  }

  const apart = (a, b) => Math.abs(a.x - b.x) * 2 >= a.w + b.w || Math.abs(a.y - b.y) * 2 >= a.h + b.h;

  // The largest numbers first; one that finds no free place on its link is shown only where the link is pointed at.
  P.placeCounts = function (scene) {
    const taken = scene.marks.map((mark) => ({ x: mark.x, y: mark.y, w: mark.w + 6, h: mark.h + 6 }));
    for (const link of [...scene.links].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))) {
      link.at = null;
      if (!link.words || link.faint) continue;
      const [from, to] = P.stretches(link, scene.byId).at(-1);
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
