// How marks and links look, said once for the screen, the PNG and the SVG.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  P.BEND = 0.7; // of the way across, where a link bends: the same number vis-network gets

  // How far a link leaves its ends sideways; in one column it goes round what stands between them, never through it.
  function bends(from, to) {
    if (Math.abs(to.x - from.x) > 1) return [(to.x - from.x) * P.BEND, (from.x - to.x) * P.BEND];
    const round = (Math.max(from.w ?? 0, to.w ?? 0) / 2 + 34) / 0.75;
    return [round, round];
  }

  // From mark to mark; a way is passed on one height
  const curve = (from, to) => {
    const [out, into] = bends(from, to);
    return `C${from.x + out} ${from.y} ${to.x + into} ${to.y} ${to.x} ${to.y}`;
  };
  // Links of a flow end at the edge of a mark
  const end = (stop, side) => (stop.way || stop.port ? { x: stop.x + side * stop.w / 2, y: stop.y } : stop);
  const ends = (from, to) => (from.x === to.x ? [from, to] : [end(from, from.x < to.x ? 1 : -1), end(to, from.x < to.x ? -1 : 1)]);

  P.course = (stretches) => stretches.map((stretch, i) => {
    const [from, to] = ends(...stretch);
    return `${i ? "L" : "M"}${from.x} ${from.y}${curve(from, to)}`;
  }).join("");

  // The point on that course at 0 ≤ t ≤ 1.
  P.along = function (one, two, t) {
    const [from, to] = ends(one, two);
    const [out, into] = bends(from, to), u = 1 - t;
    const mix = (a, b, c, e) => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * e;
    return { x: mix(from.x, from.x + out, to.x + into, to.x), y: mix(from.y, from.y, to.y, to.y) };
  };

  // Links beside what was just opened step back, and those to marks that stand for the rest.
  P.opacity = (link) => (link.faint ? 0.16 : link.aside ? 0.3 : link.suggested ? (link.counted ? 0.5 : 0.75) : 0.75);

  P.middle = (link, byId) => P.along(...P.stretches(link, byId).at(-1), 0.5);

  P.paintLink = function (pen, link, stretches, palette) {
    for (const { manner, width, dash, shift } of P.strands(link)) {
      pen.path(P.course(stretches), 0, shift, { stroke: palette[manner], width, dash, opacity: P.opacity(link) });
    }
  };

  // What stands behind marks and links: frames of documents, names of columns
  P.paintGround = function (pen, scene, palette) {
    for (const { x, y, w, h } of scene.frames) pen.path(P.box(w, h, 6), x, y, { fill: palette.document.fill, stroke: palette.document.stroke, width: 0.8, opacity: 0.55 });
    for (const { words, x, y } of scene.heads) pen.text(words, x, y, { size: 14, bold: true, fill: palette.text });
  };

  P.paintCount = (pen, link, palette) =>
    pen.text(link.words, link.at.x, link.at.y, { size: 11, fill: P.rolesOf(link).length > 1 ? palette.text : palette[P.manner(link)], halo: palette.halo, bold: true });

  P.paintMark = function (pen, mark, palette, state = {}) {
    const look = palette[mark.kind], shape = P.outline(mark), { x, y } = mark;
    const emphasis = state.selected || state.hover;
    const stroke = state.selected ? palette.cursor : look.stroke;
    const width = mark.focal ? 2.6 : emphasis ? 2.4 : 1.3;
    const dash = mark.kind === "more" ? [5, 3] : mark.suggested ? [2, 3] : [];
    if (mark.group && !mark.isOpen) pen.path(shape, x + 4, y + 4, { fill: look.fill, stroke: look.stroke, width: 1 }); // a pile
    pen.path(shape, x, y, { fill: look.fill, stroke, width, dash });
    const step = mark.size + 4;
    let line = y - (mark.lines.length * step + mark.under.length * 15) / 2 + step / 2;
    for (const words of mark.lines) {
      pen.text(words, x, line, { size: mark.size, bold: mark.bold, fill: look.text });
      line += step;
    }
    for (const words of mark.under) {
      pen.text(words, x, line - 2, { size: 11, fill: look.text });
      line += 15;
    }
  };
})((globalThis.Guitu ??= {}));
