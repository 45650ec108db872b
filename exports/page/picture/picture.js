// The graph view: mount once, show whenever the state changes; overview, focus and everything at once in one frame.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const MOST = 1500; // marks that vis-network draws smoothly; more go to the layer of our own
  let app, model, parts, network, atlas; // one picture in a page
  let scene = null, points = null, mode = "", cursor = null, framed = "", drawn = "";
  let held = null, moved = false; // what the hand was on last; whether the reader has moved or opened anything in this picture

  const opened = () => app.state.open ?? [];
  const change = (patch) => app.change(patch);
  const toggle = (id) => change({ open: opened().includes(id) ? opened().filter((other) => other !== id) : [...opened(), id] });

  P.mount = function (element, its) {
    app = its;
    model = P.model(app);
    parts = P.parts(element, {
      overview: () => change({ focus: null, open: [] }),
      step1: () => change({ steps: 1 }),
      step2: () => change({ steps: 2 }),
      collapse: () => change({ open: [] }),
      whole: () => change({ whole: !app.state.whole }),
      flow: () => change({ flow: !app.state.flow, open: [] }),
      zoomIn: () => P.zoom(1),
      zoomOut: () => P.zoom(-1),
      fit: () => P.fit(),
      png: async () => P.save(await P.png(), "guitu.png"),
      svg: () => P.save(new Blob([P.svg()], { type: "image/svg+xml" }), "guitu.svg"),
    });
    network = new P.Network(parts.stage, { chosen: choose, pointed, moved: () => (moved = true) });
    atlas = new P.Atlas(parts.whole, {
      chosen: (at) => at >= 0 && app.focus(...Object.values(points.thingOf(at))),
      pointed: (at, event) => P.tell(parts, at >= 0 ? nameOf(at) : "", event),
    });
    P.listen(parts.marks, { marks: markList, cursor: () => cursor, first, moveTo, choose: (mark, plain) => choose(mark, null, plain), zoom: P.zoom, fit: P.fit });
    parts.stage.addEventListener("pointermove", (event) => (parts.pointer = event));
    parts.frame.addEventListener("pointerup", () => parts.marks.focus({ preventScroll: true }));
    new ResizeObserver(resized).observe(parts.frame);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => scene && P.show());
  };

  const nameOf = (at) => model.name(...Object.values(points.thingOf(at)));
  const room = () => P.room(parts.frame.clientWidth, parts.frame.clientHeight);

  P.show = function () {
    if (!app || !parts.frame.clientWidth) return;
    const { focus, steps = 1 } = app.state, selection = app.selection();
    const focused = focus && P.hasScene(focus.kind) ? focus : null, palette = P.palette(app), before = scene;
    P.tell(parts, "");
    const { flow = false } = app.state, flowing = flow && (!focused || focused.kind === "task");
    const build = () => (scene = flowing ? P.flowScene(model, selection, { focus: focused, open: opened() }, room()) : focused ? P.focusScene(model, selection, { focus: focused, steps, open: opened() }, room()) : P.overview(model, selection, opened(), room()));
    const whole = app.state.whole === true || build().marks.length > MOST;
    parts.root.style.setProperty("--ground", palette.ground);
    parts.stage.hidden = whole;
    parts.whole.hidden = !whole;
    P.dress(parts, app.t, { focus: focused, steps, whole, flow: flowing, opened: opened().length });
    drawn = size();
    if (whole) showWhole(selection, palette, focused);
    else {
      P.fillLegend(parts.entries, scene, palette, app.t);
      if (size() !== drawn) build(); // a longer legend leaves less room
      showScene(before, palette, { focused, steps, flowing });
    }
    drawn = size();
    performance.mark("picture"); // when it stood, for whoever measures
  };

  function showScene(before, palette, { focused, steps, flowing }) {
    const frame = `scene ${app.state.flow === true} ${focused ? `${focused.kind} ${focused.index} ${steps}` : ""} ${room().narrow}`;
    mode = "scene";
    network.draw(scene, palette);
    parts.empty.hidden = scene.marks.length > 0;
    P.fillMarks(parts.marks, scene.marks, scene.links, app.t);
    if (frame !== framed) {
      network.fit(flowing && !room().narrow && !opened().length);
      [moved, cursor] = [false, scene.marks.find((mark) => mark.focal) ?? null];
    } else {
      network.keep(before, held);
      cursor = cursor && (scene.byId.get(cursor.id) ?? null);
    }
    held = null;
    framed = frame;
    moveTo(cursor, false);
  }

  function showWhole(selection, palette, focused) {
    mode = "whole";
    points = P.points(app, selection);
    wholeLegend(palette);
    atlas.draw(points, palette, nameOf, framed !== "whole");
    parts.empty.hidden = points.order.length > 0;
    framed = "whole";
    const at = focused ? points.pointOf(focused.kind, focused.index) : -1;
    if (at >= 0) moveTo(markOf(at));
    else if (cursor) moveTo(null);
  }

  function wholeLegend(palette) {
    const used = new Set(points.order.map((at) => points.kinds[at])), { KINDS, lines } = points;
    const links = Object.keys(lines).filter((manner) => lines[manner].length).map((role) => ({ role, suggested: role === "suggested" }));
    P.fillLegend(parts.entries, { marks: [...used].map((code) => ({ kind: KINDS[code] })), links }, palette, app.t);
  }

  // ---- pointing and moving ----

  const markOf = (at) => ({ at, id: String(at), x: points.x[at], y: points.y[at], ...points.thingOf(at), get said() { return [app.t(`picture.kind.${this.kind}`), nameOf(at)].join(" · "); } });
  const markList = () => (mode === "whole" ? points.order.map((at) => ({ at, x: points.x[at], y: points.y[at] })) : scene.marks);
  const first = () => (mode === "whole" ? markOf(points.order[0]) : scene.marks.find((mark) => mark.focal) ?? scene.marks[0]);

  function moveTo(mark, reveal = true) {
    if (mark && mark.at >= 0) {
      cursor = markOf(mark.at);
      P.fillMarks(parts.marks, [cursor], [], app.t); // one option of many thousand is enough for a reader
      atlas.select(cursor.kind, cursor.index);
    } else if (mark) {
      cursor = mark;
      network.select(mark.id);
      if (reveal) network.reveal(mark);
    } else {
      cursor = null;
      if (parts.whole.hidden) network.select(null);
      else atlas.select(null);
    }
    P.activate(parts.marks, cursor ? cursor.id : null);
  }

  // What opens and closes does so; anything else becomes the focus (with Shift what opens does, too).
  function choose(mark, link, plain = false) {
    held = mark ?? P.middle(link, scene.byId);
    moved ||= Boolean(mark?.toggles || link?.opens);
    if (mark) {
      cursor = mark;
      if (mark.toggles && !(plain && mark.index >= 0)) toggle(mark.toggles);
      else app.focus(mark.kind, mark.index);
    } else if (link?.step) Guitu.showStep("step", `${link.step.a} ${link.step.b}`);
    else if (link?.named) Guitu.showStep("duty", `${scene.byId.get(link.from).index}:${scene.byId.get(link.to).index}`);
    else if (link?.opens) toggle(link.opens);
    else if (link?.compares) change({ view: "compare", one: app.data.documents[link.compares[0]].key, two: app.data.documents[link.compares[1]].key });
  }

  function pointed(mark, link) {
    P.tell(parts, mark ? mark.said : link ? linkWords(link) : "", parts.pointer);
    parts.stage.style.cursor = mark || link?.opens || link?.compares || link?.step || link?.named ? "pointer" : "";
  }

  function linkWords(link) {
    const [from, to] = [scene.byId.get(link.from), scene.byId.get(link.to)];
    const roles = link.suggested ? [`${app.t("picture.suggested")}${link.count > 1 ? ` ${link.count}` : ""}`] : P.countsOf(link, Object.keys(link.roles)).map(([role, n, annex]) => `${annex ? `${app.t("annex")} ` : ""}${app.t(`picture.${role}`)}${n > 1 ? ` ${n}` : ""}`);
    const score = link.score === undefined ? "" : ` ${Math.round(link.score * 100)}%`;
    return `${P.plain(from.label)} — ${P.plain(to.label)}：${roles.join("、")}${score}${link.reason ? `（${link.reason}）` : ""}${link.compares ? app.t("picture.compare") : ""}${link.opens ? `（${app.t("picture.open").replace("{n}", link.count)}）` : ""}`;
  }

  const size = () => `${parts.frame.clientWidth} ${parts.frame.clientHeight}`;

  // In a frame of another size there is room for more or less; what the reader has moved stays where it is.
  function resized() {
    if (!mode || size() === drawn || !parts.frame.clientWidth) return;
    if (mode === "scene" && !moved) framed = "";
    P.show();
  }

  // ---- what others call ----

  P.fit = () => (mode === "whole" ? atlas.fit() : network.fit(true));
  P.zoom = (times) => (moved = true, mode === "whole" ? atlas.zoom(times) : network.zoom(times, { animated: !matchMedia("(prefers-reduced-motion: reduce)").matches }));
  const foot = () => Guitu.footWords?.(app) ?? "";
  P.png = () => (mode === "whole" ? atlas.png(foot()) : P.pngOf(scene, P.palette(app), foot()));
  P.svg = () => (mode === "whole" ? atlas.svg(app.t("picture.title"), foot()) : P.svgOf(scene, P.palette(app), app.t("picture.title"), foot()));
  P.scale = () => (mode === "whole" ? atlas.view.scale : network.net.getScale());
  P.scene = () => (mode === "scene" ? scene : null);
  P.everything = () => (mode === "whole" ? points : null);

  // Where the reader is in the picture, for the way back to it; only in the picture that it was of
  P.viewpoint = () => (mode === "" ? null : { framed, at: mode === "whole" ? { ...atlas.view } : network.viewpoint() });
  P.goTo = function (place) {
    if (!place || place.framed !== framed || !parts.frame.clientWidth) return;
    if (mode === "whole") atlas.goTo(place.at);
    else network.goTo(place.at);
  };

  // The middle of a mark in the window: x, y in px.
  P.whereIs = function (id) {
    const box = parts.frame.getBoundingClientRect(), [kind, index] = id.split(":");
    const { x, y } = mode === "whole" ? atlas.where(points.pointOf(kind, Number(index))) : network.net.canvasToDOM(scene.byId.get(id));
    return [box.left + x, box.top + y];
  };
})((globalThis.Guitu ??= {}));
