// The legend: the shape of every kind of mark and the line of every kind of link that the picture shows.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const KINDS = ["document", "section", "agency", "task", "figure", "indicator", "place", "topic", "more"];
  const MANNERS = ["lead", "responsible", "support", "suggested", "aligned", "cites"];

  // The pen's own SVG as an element; its texts are escaped, and this legend has none.
  function drawing(width, height, paint) {
    const pen = P.svgPen();
    paint(pen);
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-width / 2} ${-height / 2} ${width} ${height}" aria-hidden="true">${pen.out.join("")}</svg>`;
    return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
  }

  function entry(picture, words) {
    const item = document.createElement("li");
    item.append(picture, document.createTextNode(words));
    return item;
  }

  const sample = (kind) => ({ kind, x: 0, y: 0, w: 30, h: 17, lines: [], under: [], size: 1 });

  P.fillLegend = function (list, scene, palette, t) {
    const kinds = new Set(scene.marks.map((mark) => mark.kind)), manners = new Set(scene.links.flatMap((link) => P.strands(link).map(({ manner }) => manner)));
    list.replaceChildren(
      ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => entry(drawing(36, 22, (pen) => P.paintMark(pen, sample(kind), palette)), t(`picture.kind.${kind}`))),
      ...MANNERS.filter((manner) => manners.has(manner)).map((manner) => {
        const line = { role: manner, suggested: manner === "suggested" };
        return entry(drawing(36, 22, (pen) => P.paintLink(pen, line, [[{ x: -17, y: 0 }, { x: 17, y: 0 }]], palette)), t(`picture.${manner}`));
      }),
    );
  };
})((globalThis.Guitu ??= {}));
