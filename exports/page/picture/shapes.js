// The outline of each kind of mark as path data around its middle: one geometry for canvas and SVG.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  // [width of a line of text in ems, lines at most, size of letters, bold]
  const TEXT = {
    document: [14, 3, 14, true], section: [13, 2, 13, false], agency: [12, 2, 13, false], task: [16, 2, 13, false],
    place: [11, 2, 13, false], figure: [12, 2, 13, false], indicator: [12, 2, 13, true], topic: [10, 2, 13, false], more: [12, 2, 13, false],
  };
  const PAD_X = 13, PAD_Y = 8;

  const round = (n) => Math.round(n * 10) / 10;
  const d = (...parts) => parts.map((part) => (typeof part === "number" ? round(part) : part)).join(" ");

  function rounded(w, h, r) {
    const [x, y] = [w / 2, h / 2];
    return d("M", -x + r, -y, "H", x - r, "Q", x, -y, x, -y + r, "V", y - r, "Q", x, y, x - r, y, "H", -x + r, "Q", -x, y, -x, y - r, "V", -y + r, "Q", -x, -y, -x + r, -y, "Z");
  }

  P.box = rounded;

  const OUTLINES = {
    document: (x, y) => d("M", -x, -y, "H", x - 12, "L", x, -y + 12, "V", y, "H", -x, "Z", "M", x - 12, -y, "V", -y + 12, "H", x),
    section: (x, y) => d("M", -x, -y, "H", -x / 3, "L", -x / 3 + 5, -y + 5, "H", x, "V", y, "H", -x, "Z"),
    agency: (x, y) => rounded(2 * x, 2 * y, Math.min(y, 15)),
    task: (x, y) => rounded(2 * x, 2 * y, 3),
    place: (x, y) => d("M", -x + 10, -y, "H", x - 10, "L", x, 0, "L", x - 10, y, "H", -x + 10, "L", -x, 0, "Z"),
    figure: (x, y) => d("M", -x + 8, -y, "H", x, "L", x - 8, y, "H", -x, "Z"),
    indicator: (x, y) => d("M", -x + 8, -y, "H", x, "L", x - 8, y, "H", -x, "Z"),
    topic: (x, y) => d("M", -x, -y, "H", x - 10, "L", x, 0, "L", x - 10, y, "H", -x, "Z"),
    more: (x, y) => rounded(2 * x, 2 * y, 8),
  };

  P.outline = (mark) => (mark.d ??= OUTLINES[mark.kind](mark.w / 2, mark.h / 2));

  // Sets lines and size of a mark from its label and the words under it; `ems`, `most`: where it has its own measure.
  P.measure = function (mark, narrow) {
    const [ems, most, size, bold] = TEXT[mark.kind];
    const wide = narrow ? Math.min(mark.ems ?? ems, 9) : mark.ems ?? ems;
    mark.size = size;
    mark.bold = bold || mark.focal === true;
    mark.lines = P.wrap(mark.label, wide, mark.most ?? most);
    mark.under = mark.note ? P.wrap(mark.note, wide * 1.15, 2) : [];
    const widest = Math.max(...mark.lines.map((line) => P.ems(line) * size), ...mark.under.map((line) => P.ems(line) * 11), 3 * size);
    mark.w = Math.ceil(widest) + 2 * PAD_X;
    mark.h = mark.lines.length * (size + 4) + mark.under.length * 15 + 2 * PAD_Y;
  };
})((globalThis.Guitu ??= {}));
