// The picture as a file: SVG written from the marks themselves, PNG painted from them at twice the size.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const FOOT = 22; // the line below a picture: what it is made of, and by which filters
  const MARGIN = 24, TWICE = 2, MOST_PIXELS = 4096 * 4096;

  function paintScene(pen, scene, palette) {
    P.paintGround(pen, scene, palette);
    for (const link of scene.links) P.paintLink(pen, link, P.stretches(link, scene.byId), palette);
    for (const mark of scene.marks) P.paintMark(pen, mark, palette);
    for (const link of scene.links) if (link.at) P.paintCount(pen, link, palette);
  }

  function framed(scene) {
    const { x, y, w, h } = P.extent(scene);
    return { x: Math.floor(x) - MARGIN, y: Math.floor(y) - MARGIN, w: Math.ceil(w) + 2 * MARGIN, h: Math.ceil(h) + 2 * MARGIN };
  }

  // In as many letters as there is room for
  function paintFoot(pen, { x, y, w, h }, palette, words) {
    if (words) pen.text(P.wrap(words, (w - 2 * MARGIN) / 11, 1)[0], x + MARGIN, y + h + FOOT / 2, { size: 11, fill: palette.text, anchor: "start" });
  }

  function svg(box, palette, title, out, words) {
    const pen = P.svgPen(), { x, y, w } = box, h = box.h + (words ? FOOT : 0);
    paintFoot(pen, box, palette, words);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}" font-family="${P.escaped(P.FONT)}">`,
      `<title>${P.escaped(title)}</title>`,
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${palette.ground}"/>`,
      ...out, ...pen.out,
      "</svg>\n",
    ].join("\n");
  }

  P.svgOf = function (scene, palette, title, words) {
    const pen = P.svgPen();
    paintScene(pen, scene, palette);
    return svg(framed(scene), palette, title, pen.out, words);
  };

  // Everything: lines of one manner and points of one kind are one path each; documents and agencies are named.
  P.svgOfPoints = function (points, palette, name, title, words) {
    const pen = P.svgPen(), { x, y, shown, order, kinds, KINDS, grid } = points;
    for (const [manner, ends] of Object.entries(points.lines)) {
      let d = "";
      for (let i = 0; i < ends.length; i += 2) if (shown[ends[i]] && shown[ends[i + 1]]) d += `M${x[ends[i]]} ${y[ends[i]]}L${x[ends[i + 1]]} ${y[ends[i + 1]]}`;
      if (d) pen.path(d, 0, 0, { stroke: palette[manner], ...P.lineOf({ role: manner }), opacity: 0.35 });
    }
    KINDS.forEach((kind, code) => {
      const d = order.filter((at) => kinds[at] === code).map((at) => P.dot(kind, x[at], y[at], P.radius(points, at, 1))).join("");
      if (d) pen.path(d, 0, 0, { fill: palette[kind].stroke });
    });
    for (const at of order) {
      const kind = KINDS[kinds[at]];
      if (kind === "document" || kind === "agency") pen.text(P.wrap(name(at), 14, 1)[0], x[at], y[at] + P.radius(points, at, 1) + 9, { size: 12, fill: palette[kind].text, halo: palette.halo });
    }
    return svg({ x: grid.left - MARGIN, y: grid.top - MARGIN, w: grid.right - grid.left + 2 * MARGIN, h: grid.bottom - grid.top + 2 * MARGIN }, palette, title, pen.out, words);
  };

  P.pngOf = function (scene, palette, words) {
    const box = framed(scene), { x, y, w } = box, h = box.h + (words ? FOOT : 0), scale = Math.min(TWICE, Math.sqrt(MOST_PIXELS / (w * h)));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.ceil(w * scale), height: Math.ceil(h * scale) });
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = palette.ground;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.scale(scale, scale);
    ctx.translate(-x, -y);
    paintScene(P.canvasPen(ctx), scene, palette);
    paintFoot(P.canvasPen(ctx), box, palette, words);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  // What stands on a canvas, with the line below it
  P.pngOfCanvas = function (canvas, density, palette, words) {
    const sheet = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height + FOOT * density }), ctx = sheet.getContext("2d");
    ctx.fillStyle = palette.ground;
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(canvas, 0, 0);
    ctx.scale(density, density);
    paintFoot(P.canvasPen(ctx), { x: 0, y: 0, w: canvas.width / density, h: canvas.height / density }, palette, words);
    return new Promise((done) => sheet.toBlob(done, "image/png"));
  };

  P.save = function (blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
})((globalThis.Guitu ??= {}));
