// A grid of words as a workbook of one sheet (ECMA-376): heading bold and frozen, cells wrapped, every cell a string.
(function (Guitu) {
  "use strict";
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const LONGEST = 32767; // characters of a cell
  Guitu.XLSX = `${SHEET}.sheet`;

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // XML has no place for control characters and halves of pairs
  const plain = (words) => String(words).slice(0, LONGEST).toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);
  const letter = (column) => String.fromCharCode(65 + column);

  const cell = (words, row, column) => (words === "" ? "" : `<c r="${letter(column)}${row + 1}" s="${row ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${plain(words)}</t></is></c>`);

  function sheet(grid, widths) {
    const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("");
    const rows = grid.map((row, i) => `<row r="${i + 1}">${row.map((words, j) => cell(words, i, j)).join("")}</row>`).join("");
    return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
      + `<cols>${columns}</cols><sheetData>${rows}</sheetData><autoFilter ref="A1:${letter(widths.length - 1)}${grid.length}"/></worksheet>`;
  }

  const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>`
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    + '<cellXfs count="3"><xf/><xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

  // The parts of a Blob. name: of the sheet; widths: of the columns, in characters
  Guitu.xlsx = (name, grid, widths) => Guitu.zip([
    ["[Content_Types].xml", `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${plain(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`],
    ["xl/worksheets/sheet1.xml", sheet(grid, widths)],
    ["xl/styles.xml", STYLES],
  ]);
})((globalThis.Guitu ??= {}));
