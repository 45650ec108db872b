// Labels broken into lines by the widths of Chinese and Latin letters, the same on every machine.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  P.FONT = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","Hiragino Sans GB",sans-serif';

  const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u2014\u2018-\u201d\u2026]|[\ud800-\udbff][\udc00-\udfff]/u;
  const NOT_FIRST = /[，。、；：？！）》」』】”’%,.;:?!)\]]/; // signs that no line begins with
  const NOT_LAST = /[（《「『【“‘(\[]$/;
  const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

  // Width of a text in ems.
  P.ems = (text) => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : /[A-Z\d%]/.test(letter) ? 0.62 : 0.52), 0);

  P.plain = (text) => String(text).replace(INVISIBLE, "");

  // Letters in lines of `ems` at most; a sign that no line begins with may hang over.
  function broken(letters, ems) {
    const lines = [];
    let line = "", width = 0;
    for (const letter of letters) {
      const wide = P.ems(letter);
      if (line && width + wide > ems && !(NOT_FIRST.test(letter) && width <= ems)) {
        const hanging = NOT_LAST.test(line) ? line.slice(-1) : ""; // “ belongs to the next line
        lines.push(line.slice(0, line.length - hanging.length));
        [line, width] = [hanging, P.ems(hanging)];
      }
      line += letter;
      width += wide;
    }
    return line ? [...lines, line] : lines;
  }

  // At most `most` lines of at most `ems` each, about equally long; what is too long ends in "…".
  P.wrap = function (text, ems, most) {
    const letters = [...P.plain(text)], total = P.ems(P.plain(text)), count = Math.ceil(total / ems);
    const lines = broken(letters, count > most ? ems : Math.min(ems, total / count + 0.8));
    if (lines.length <= most) return lines;
    const full = broken(letters, ems);
    if (full.length <= most) return full;
    const last = [...full[most - 1]];
    while (last.length > 1 && P.ems(last.join("")) + 1 > ems) last.pop();
    return [...full.slice(0, most - 1), `${last.join("")}…`];
  };
})((globalThis.Guitu ??= {}));
