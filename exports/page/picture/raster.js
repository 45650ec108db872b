// Draws the whole graph once into a canvas: lines, points by kind, and as many names as find room.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const NAMES = 160; // at most in one raster
  const CANDIDATES = 1500; // looked at for them
  const STROKES = 3000; // lines that are drawn as strokes, smooth and with their width; more are counted by pixel
  const FINE = 0.8; // scale from which tasks are named, too

  // Corners of each kind of point in units of its radius; a circle where there are none.
  const CORNERS = {
    document: [[-0.8, -1], [0.8, -1], [0.8, 1], [-0.8, 1]],
    place: [[-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1], [-1, 0]],
    indicator: [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]],
    task: [[-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]],
  };

  // Radius on the screen: grows more slowly than the scale, so that dots part when one goes nearer.
  P.radius = (points, at, scale) =>
    points.RADIUS[points.KINDS[points.kinds[at]]] * Math.max(0.45, Math.min(1.6, scale ** 0.5)) * (1 + Math.min(Math.log2(1 + points.degree[at]), 10) / (points.kinds[at] === 1 ? 8 : 20));

  // The same as path data.
  P.dot = function (kind, x, y, r) {
    const n = (value) => Math.round(value * 10) / 10;
    if (!CORNERS[kind]) return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
    return `${CORNERS[kind].map(([dx, dy], i) => `${i ? "L" : "M"}${n(x + dx * r)} ${n(y + dy * r)}`).join("")}Z`;
  };

  function drawPoint(ctx, kind, x, y, r) {
    if (kind === "task") return ctx.fillRect(x - 0.8 * r, y - 0.8 * r, 1.6 * r, 1.6 * r); // there are many of them
    ctx.beginPath();
    if (CORNERS[kind]) CORNERS[kind].forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx * r, y + dy * r) : ctx.moveTo(x + dx * r, y + dy * r)));
    else ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fill();
  }

  // `view`: x, y of the graph at the canvas's corner, scale; the canvas is width × height.
  P.raster = function (ctx, points, view, width, height, palette, name) {
    const { x, y, order } = points, { scale } = view;
    const sx = (at) => (x[at] - view.x) * scale, sy = (at) => (y[at] - view.y) * scale;
    const total = Object.values(points.lines).reduce((sum, ends) => sum + ends.length / 2, 0);
    const alpha = Math.max(0.1, Math.min(0.55, 60 / Math.sqrt(total + 1))), times = ctx.canvas.width / width;
    if (total > STROKES) P.densities(ctx, points, (at) => sx(at) * times, (at) => sy(at) * times, palette, alpha);
    else {
      ctx.fillStyle = palette.ground;
      ctx.fillRect(0, 0, width, height);
      ctx.globalAlpha = alpha;
      drawLines(ctx, points, sx, sy, width, height, palette);
      ctx.globalAlpha = 1;
    }
    const inside = (at) => sx(at) > -20 && sx(at) < width + 20 && sy(at) > -20 && sy(at) < height + 20;
    for (let i = order.length - 1, kind = ""; i >= 0; i -= 1) {
      const at = order[i];
      if (!inside(at)) continue;
      if (kind !== points.KINDS[points.kinds[at]]) ctx.fillStyle = palette[(kind = points.KINDS[points.kinds[at]])].stroke;
      drawPoint(ctx, kind, sx(at), sy(at), P.radius(points, at, scale));
    }
    if (name) drawNames(ctx, points, sx, sy, inside, scale, palette, name);
  };

  function drawLines(ctx, { lines, shown }, sx, sy, width, height, palette) {
    for (const [manner, ends] of Object.entries(lines)) {
      ctx.strokeStyle = palette[manner];
      ctx.lineWidth = manner === "lead" ? 1.4 : 0.8;
      ctx.beginPath();
      for (let i = 0; i < ends.length; i += 2) {
        const [a, b] = [ends[i], ends[i + 1]];
        if (!shown[a] || !shown[b]) continue;
        const [ax, ay, bx, by] = [sx(a), sy(a), sx(b), sy(b)];
        if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height)) continue;
        ctx.moveTo(ax, ay);
        ctx.lineTo(bx, by);
      }
      ctx.stroke();
    }
  }

  function drawNames(ctx, points, sx, sy, inside, scale, palette, name) {
    const pen = P.canvasPen(ctx), taken = new Set(), last = points.KINDS.length - 1;
    let drawn = 0, seen = 0;
    for (const at of points.order) {
      if (points.kinds[at] === last && scale < FINE) break;
      if (!inside(at)) continue;
      if ((seen += 1) > CANDIDATES || drawn >= NAMES) break;
      const kind = points.KINDS[points.kinds[at]], size = kind === "document" ? 13 : 12;
      const [words] = P.wrap(name(at), kind === "task" ? 14 : 12, 1), half = (P.ems(words) * size) / 2 + 3, top = sy(at) + P.radius(points, at, scale) + 9;
      const cells = [];
      for (let cx = Math.floor((sx(at) - half) / 12); cx <= (sx(at) + half) / 12; cx += 1) for (const cy of [Math.floor((top - 7) / 12), Math.floor((top + 7) / 12)]) cells.push(cx * 100003 + cy);
      if (cells.some((cell) => taken.has(cell))) continue;
      cells.forEach((cell) => taken.add(cell));
      pen.text(words, sx(at), top, { size, bold: kind === "document", fill: palette[kind].text, halo: palette.halo });
      drawn += 1;
    }
  }
})((globalThis.Guitu ??= {}));
