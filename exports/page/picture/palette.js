// Colours and line styles of the picture in both themes; no meaning is carried by colour alone.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const LIGHT = {
    ground: "#ffffff", text: "#1b2430", halo: "#ffffff", cursor: "#b45309",
    document: { fill: "#e3ecf8", stroke: "#2b5c9e", text: "#15355f" },
    section: { fill: "#eff4fb", stroke: "#6d8fbd", text: "#1d3f6c" },
    agency: { fill: "#dff1ec", stroke: "#1b7a64", text: "#0c4a3c" },
    task: { fill: "#ffffff", stroke: "#8a94a0", text: "#1d2630" },
    place: { fill: "#eaf3d8", stroke: "#5f7d1e", text: "#3a4f0c" },
    figure: { fill: "#fdeed6", stroke: "#b26a00", text: "#6b3f00" },
    indicator: { fill: "#fbe3c0", stroke: "#8f5400", text: "#5a3400" },
    topic: { fill: "#f1e7f6", stroke: "#84519d", text: "#4f2a63" },
    more: { fill: "#f3f1ec", stroke: "#7c7668", text: "#4a463c" },
    lead: "#17548a", responsible: "#1c6b59", support: "#5d6772", suggested: "#9063b0", part: "#9aa4ae", aligned: "#b26a00", cites: "#5b6672",
  };
  const DARK = {
    ground: "#1d242d", text: "#e6ebf1", halo: "#1d242d", cursor: "#fbbf24",
    document: { fill: "#1e3350", stroke: "#7fadea", text: "#d9e7fb" },
    section: { fill: "#1b2839", stroke: "#6487b5", text: "#cfdef3" },
    agency: { fill: "#153b33", stroke: "#57c2a6", text: "#d3f3ea" },
    task: { fill: "#262e38", stroke: "#8a96a3", text: "#e8ecf0" },
    place: { fill: "#2b3617", stroke: "#a5c75a", text: "#e6f2c9" },
    figure: { fill: "#41300f", stroke: "#e5a540", text: "#fbe6bf" },
    indicator: { fill: "#4a360f", stroke: "#f0b658", text: "#fbe6bf" },
    topic: { fill: "#35233f", stroke: "#c08fdb", text: "#efdcf8" },
    more: { fill: "#272725", stroke: "#a9a294", text: "#e3ddd0" },
    lead: "#8cc3f5", responsible: "#7fd3bb", support: "#b5bfca", suggested: "#c3a0dd", part: "#6c7783", aligned: "#e5a540", cites: "#a3adb8",
  };
  // width in units of the drawing, dashes as the canvas takes them
  const LINES = {
    lead: { width: 3, dash: [] },
    responsible: { width: 1.6, dash: [] },
    support: { width: 1.6, dash: [8, 5] },
    suggested: { width: 1.4, dash: [2, 4] },
    part: { width: 1, dash: [] },
    aligned: { width: 1.6, dash: [9, 3, 2, 3] },
    cites: { width: 1.4, dash: [14, 4] },
  };

  const BETWEEN = 1.6; // two strands of one link

  P.palette = function (app) {
    const told = app.state.theme;
    const dark = told === "dark" || (told !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    return dark ? DARK : LIGHT;
  };

  // What a link is drawn as: suggested and aligned links have a style of their own whatever their role.
  P.manner = (link) => (link.suggested ? "suggested" : link.role in LINES ? link.role : "part");

  // Many tasks in one link make it wider, never more than three times; not where it leads to a mark for the rest.
  P.lineOf = function (link, manner = P.manner(link), count = link.count ?? 1) {
    const line = LINES[manner];
    if (link.aside) return line;
    return { ...line, width: line.width * Math.min(1 + Math.log2(Math.max(count, 1)) / 3, 3) };
  };

  // The lines side by side that a link is drawn as: one for each role, as wide as its tasks are many. { manner, width, dash, shift }
  P.strands = function (link) {
    const roles = P.rolesOf(link);
    if (roles.length < 2) return [{ manner: P.manner(link), ...P.lineOf(link), shift: 0 }];
    const lines = roles.map((manner) => ({ manner, ...P.lineOf(link, manner, link.roles[manner].size) }));
    const wide = lines.reduce((sum, { width }) => sum + width, 0) + BETWEEN * (lines.length - 1);
    let top = -wide / 2;
    return lines.map((line) => {
      const shift = top + line.width / 2;
      top += line.width + BETWEEN;
      return { ...line, shift };
    });
  };
})((globalThis.Guitu ??= {}));
