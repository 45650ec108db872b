// A grid of words as a workbook of one sheet (ECMA-376): heading bold and frozen, cells wrapped, every cell a string.
(function (Guitu) {
  "use strict";
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006", TYPE = "application/vnd.openxmlformats";
  const SHEET = `${TYPE}-officedocument.spreadsheetml`, HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const LONGEST = 32767; // characters of a cell
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // XML has no place for them
  Guitu.XLSX = `${SHEET}.sheet`;

  const plain = (words) => String(words).slice(0, LONGEST).toWellFormed().replace(UNWRITABLE, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);
  const letter = (column) => String.fromCharCode(65 + column);
  const element = (name, attributes, inside = "") =>
    `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`).join("")}>${inside}</${name}>`;

  function cell(words, row, column) {
    if (words === "") return "";
    const text = element("is", {}, element("t", { "xml:space": "preserve" }, plain(words)));
    return element("c", { r: `${letter(column)}${row + 1}`, s: row ? 1 : 2, t: "inlineStr" }, text);
  }

  function sheet(grid, widths, hidden) {
    const columns = widths.map((width, i) => element("col", { min: i + 1, max: i + 1, width, customWidth: 1, ...(hidden[i] ? { hidden: 1 } : {}) }));
    const rows = grid.map((row, i) => element("row", { r: i + 1 }, row.map((words, j) => cell(words, i, j)).join("")));
    const frozen = element("pane", { ySplit: 1, topLeftCell: "A2", activePane: "bottomLeft", state: "frozen" });
    return HEAD + element("worksheet", { xmlns: MAIN }, [
      element("sheetViews", {}, element("sheetView", { workbookViewId: 0 }, frozen)),
      element("cols", {}, columns.join("")),
      element("sheetData", {}, rows.join("")),
      element("autoFilter", { ref: `A1:${letter(widths.length - 1)}${grid.length}` }),
    ].join(""));
  }

  // Cell formats by place: 0 plain, 1 wrapped, 2 bold
  function styles() {
    const face = '<sz val="11"/><name val="宋体"/>', wrapped = (vertical) => `<alignment vertical="${vertical}" wrapText="1"/>`;
    return HEAD + element("styleSheet", { xmlns: MAIN }, [
      `<fonts count="2"><font>${face}</font><font><b/>${face}</font></fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
      `<cellXfs count="3"><xf/><xf fontId="0" applyAlignment="1">${wrapped("top")}</xf>`,
      `<xf fontId="1" applyFont="1" applyAlignment="1">${wrapped("center")}</xf></cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    ].join(""));
  }

  function types() {
    const part = (PartName, kind) => element("Override", { PartName, ContentType: `${SHEET}.${kind}+xml` });
    return HEAD + element("Types", { xmlns: `${PACKAGE}/content-types` }, [
      element("Default", { Extension: "rels", ContentType: `${TYPE}-package.relationships+xml` }),
      part("/xl/workbook.xml", "sheet.main"), part("/xl/worksheets/sheet1.xml", "worksheet"), part("/xl/styles.xml", "styles"),
    ].join(""));
  }

  function relations(targets) {
    const found = Object.entries(targets).map(([kind, Target], i) => element("Relationship", { Id: `r${i + 1}`, Type: `${OFFICE}/${kind}`, Target }));
    return HEAD + element("Relationships", { xmlns: `${PACKAGE}/relationships` }, found.join(""));
  }

  function workbook(name) {
    const one = element("sheet", { name: plain(name), sheetId: 1, "r:id": "r1" });
    return HEAD + element("workbook", { xmlns: MAIN, "xmlns:r": OFFICE }, element("sheets", {}, one));
  }

  // The parts of a Blob. name: of the sheet; widths: of the columns, in characters; hidden: which of them are
  Guitu.xlsx = (name, grid, widths, hidden = []) => Guitu.zip([
    ["[Content_Types].xml", types()],
    ["_rels/.rels", relations({ officeDocument: "xl/workbook.xml" })],
    ["xl/workbook.xml", workbook(name)],
    ["xl/_rels/workbook.xml.rels", relations({ worksheet: "worksheets/sheet1.xml", styles: "styles.xml" })],
    ["xl/worksheets/sheet1.xml", sheet(grid, widths, hidden)],
    ["xl/styles.xml", styles()],
  ]);
})((globalThis.Guitu ??= {}));
