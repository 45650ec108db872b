// A grid of words as CSV that spreadsheets open as words: byte order mark, quotes doubled, nothing that runs as a formula, marks that were there doubled.
(function (Guitu) {
  "use strict";
  const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/, NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;

  const cell = (words) => {
    const safe = FORMULA.test(words) && !NUMBER.test(words) ? `'${words}` : words;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };

  Guitu.csv = (grid) => `\ufeff${grid.map((row) => row.map((words) => cell(String(words))).join(",")).join("\r\n")}\r\n`;

  // Between tabs, for pasting into a sheet
  Guitu.tabbed = (grid) => grid.map((row) => row.map((words) => cell(String(words).replace(/[\t\r\n]+/g, " "))).join("\t")).join("\r\n");
})((globalThis.Guitu ??= {}));
