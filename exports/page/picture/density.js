// Many thousand lines at once: how many cross each pixel is counted and shown as shade, ten times as fast as strokes.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  // The part 0..1 of a line that lies in the rectangle 0,0 to width,height (Liang and Barsky); null where none does.
  function clip(ax, ay, dx, dy, width, height) {
    let from = 0, to = 1;
    for (const [p, q] of [[-dx, ax], [dx, width - ax], [-dy, ay], [dy, height - ay]]) {
      if (p === 0 && q < 0) return null;
      if (p < 0) from = Math.max(from, q / p);
      if (p > 0) to = Math.min(to, q / p);
    }
    return from < to ? [from, to] : null;
  }

  function count(counts, width, height, ends, shown, sx, sy) {
    for (let i = 0; i < ends.length; i += 2) {
      const [a, b] = [ends[i], ends[i + 1]];
      if (!shown[a] || !shown[b]) continue;
      let x = sx(a), y = sy(a);
      const dx = sx(b) - x, dy = sy(b) - y;
      const part = x >= 0 && y >= 0 && x < width && y < height && x + dx >= 0 && y + dy >= 0 && x + dx < width && y + dy < height ? [0, 1] : clip(x, y, dx, dy, width - 1, height - 1);
      if (!part) continue;
      const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (part[1] - part[0])) || 1;
      const [stepX, stepY] = [(dx * (part[1] - part[0])) / steps, (dy * (part[1] - part[0])) / steps];
      [x, y] = [x + dx * part[0], y + dy * part[0]];
      for (let k = 0; k < steps; k += 1, x += stepX, y += stepY) counts[(y | 0) * width + (x | 0)] += 1;
    }
  }

  const rgb = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

  // Fills the canvas with the ground and the lines of each manner over it, each line as dark as `alpha`.
  P.densities = function (ctx, { lines, shown }, sx, sy, palette, alpha) {
    const { width, height } = ctx.canvas, image = ctx.createImageData(width, height), { data } = image;
    const [r, g, b] = rgb(palette.ground);
    new Uint32Array(data.buffer).fill((255 << 24) | (b << 16) | (g << 8) | r);
    const shade = Float32Array.from({ length: 256 }, (_, n) => 1 - (1 - alpha) ** n);
    for (const [manner, ends] of Object.entries(lines)) {
      if (!ends.length) continue;
      const counts = new Uint16Array(width * height), color = rgb(palette[manner]);
      count(counts, width, height, ends, shown, sx, sy);
      for (let at = 0; at < counts.length; at += 1) {
        if (!counts[at]) continue;
        const share = shade[Math.min(counts[at], 255)];
        for (let channel = 0; channel < 3; channel += 1) data[4 * at + channel] += (color[channel] - data[4 * at + channel]) * share;
      }
    }
    ctx.putImageData(image, 0, 0);
  };
})((globalThis.Guitu ??= {}));
