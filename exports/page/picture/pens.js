// Two pens with the same strokes: one draws on a canvas, one writes SVG with every text escaped.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

  P.escaped = (text) => String(text).replace(NOT_XML, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

  P.canvasPen = (ctx) => ({
    path(d, x, y, { fill, stroke, width = 1, dash = [], opacity = 1 }) {
      ctx.save();
      ctx.globalAlpha *= opacity;
      ctx.translate(x, y);
      const path = new Path2D(d);
      if (fill) {
        ctx.fillStyle = fill;
        ctx.fill(path);
      }
      if (stroke) {
        ctx.strokeStyle = stroke;
        ctx.lineWidth = width;
        ctx.setLineDash(dash);
        ctx.stroke(path);
      }
      ctx.restore();
    },
    text(words, x, y, { size, bold = false, fill, halo, anchor = "middle" }) {
      ctx.save();
      ctx.font = `${bold ? "600 " : ""}${size}px ${P.FONT}`;
      ctx.textAlign = anchor === "middle" ? "center" : "left";
      ctx.textBaseline = "middle";
      if (halo) {
        ctx.strokeStyle = halo;
        ctx.lineWidth = 4;
        ctx.lineJoin = "round";
        ctx.strokeText(words, x, y);
      }
      ctx.fillStyle = fill;
      ctx.fillText(words, x, y);
      ctx.restore();
    },
  });

  P.svgPen = function () {
    const out = [];
    const told = (names) =>
      Object.entries(names).map(([name, value]) => (value === undefined || value === "" ? "" : ` ${name}="${P.escaped(value)}"`)).join("");
    return {
      out,
      path(d, x, y, { fill, stroke, width = 1, dash = [], opacity }) {
        const moved = x || y ? `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})` : undefined;
        out.push(`<path${told({
          d, transform: moved, fill: fill ?? "none", stroke, "stroke-width": stroke && Math.round(width * 100) / 100, "stroke-dasharray": dash.join(" "), opacity,
        })}/>`);
      },
      text(words, x, y, { size, bold, fill, halo, anchor = "middle" }) {
        const at = { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, "font-size": size, "font-weight": bold ? 600 : undefined, "text-anchor": anchor };
        const behind = halo ? { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
        out.push(`<text${told({ ...at, fill, "dominant-baseline": "central", ...behind })}>${P.escaped(words)}</text>`);
      },
    };
  };
})((globalThis.Guitu ??= {}));
