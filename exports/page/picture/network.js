// vis-network as the canvas of a scene: positions given, physics off; it pans, zooms, and tells what is pointed at.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  P.READABLE = 0.72; // scale under which letters of 13 px are too small to read

  const SMALL = 0.6; // the same where a hand holds the screen nearer to the eye
  const MANY_LINKS = 150; // more of them are not drawn while a hand drags: the picture would stutter
  const PALE = 0.25; // of the lines beside those that run through what is pointed at
  const LARGEST = 1.25;
  const STEP = 1.25;

  const options = () => ({
    physics: false,
    autoResize: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: true, hoverConnectedEdges: true, selectConnectedEdges: true, dragNodes: false, keyboard: false, tooltipDelay: 1e6, multiselect: false },
    nodes: { shape: "custom", chosen: false },
    edges: { smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: P.BEND }, arrows: { to: false }, selectionWidth: 1, hoverWidth: 1 },
  });

  P.Network = class {
    constructor(element, { chosen, pointed, moved }) {
      this.scene = { marks: [], links: [], byId: new Map(), ways: [], frames: [], heads: [] };
      this.net = new vis.Network(element, { nodes: [], edges: [] }, options());
      this.net.on("click", ({ nodes, edges }) => {
        if (this.scene.byId.has(nodes[0])) chosen(this.scene.byId.get(nodes[0]), null);
        else if (edges.length) chosen(null, this.links.get(edges[0]));
      });
      this.net.on("dragStart", () => (this.dragged = true));
      this.net.on("dragEnd", () => {
        this.dragged = false;
        moved();
      });
      this.net.on("zoom", moved);
      this.net.on("hoverNode", ({ node }) => {
        if (!this.scene.byId.has(node)) return;
        this.hovered = node;
        pointed(this.scene.byId.get(node), null);
      });
      this.net.on("hoverEdge", ({ edge }) => pointed(null, this.links.get(edge)));
      this.net.on("blurNode", () => {
        this.hovered = null;
        pointed(null, null);
      });
      this.net.on("blurEdge", () => pointed(null, null));
      this.net.on("beforeDrawing", (ctx) => {
        ctx.save();
        ctx.setTransform(1, 0, 0, 1, 0, 0);
        ctx.fillStyle = this.palette?.ground ?? "transparent"; // to the very edge: vis-network leaves what is less than a pixel
        ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
        ctx.restore();
        this.#links(ctx);
      });
      this.net.on("afterDrawing", (ctx) => {
        const pen = P.canvasPen(ctx);
        if (this.dragged && this.scene.links.length > MANY_LINKS) return;
        for (const link of this.scene.links) if (link.at) P.paintCount(pen, link, this.palette);
      });
      element.querySelectorAll("[tabindex]").forEach((part) => part.setAttribute("tabindex", "-1"));
    }

    draw(scene, palette) {
      [this.scene, this.palette, this.hovered, this.before] = [scene, palette, null, this.viewpoint()]; // vis-network fits what it is given
      this.resize();
      const edges = scene.links.flatMap((link) => this.#edges(link));
      this.links = new Map(edges.map(({ id, link }) => [id, link]));
      this.net.setOptions({ interaction: { hideEdgesOnDrag: scene.links.length > MANY_LINKS } });
      this.net.setData({ nodes: [...scene.marks, ...scene.ways].map((mark) => this.#node(mark)), edges });
    }

    // Links are painted here, as in the files: vis-network's own lines, unseen, only feel the pointer
    #links(ctx) {
      const { links, byId } = this.scene, pen = P.canvasPen(ctx);
      if (!this.palette || (this.dragged && links.length > MANY_LINKS)) return;
      P.paintGround(pen, this.scene, this.palette);
      const lit = this.scene.routed && this.hovered ? P.thread(links, this.hovered) : null;
      for (const link of links) {
        ctx.save();
        if (lit && !lit.has(link)) ctx.globalAlpha = PALE;
        P.paintLink(pen, link, P.stretches(link, byId), this.palette);
        ctx.restore();
      }
    }

    #node(mark) {
      const drawn = ({ ctx, state }) => ({
        drawNode: () => mark.way || P.paintMark(P.canvasPen(ctx), mark, this.palette, state),
        nodeDimensions: { width: mark.way ? 1 : mark.w, height: mark.way ? 1 : mark.h },
      });
      return { id: mark.id, x: mark.x, y: mark.y, ctxRenderer: drawn };
    }

    // One for each stretch of a link
    #edges(link) {
      const width = P.strands(link).reduce((sum, strand) => sum + strand.width, 0), unseen = "rgba(0,0,0,0)";
      return P.stretches(link, this.scene.byId).map(([from, to], i) => ({ id: `${link.id}#${i}`, link, from: from.id, to: to.id, width,
        color: { color: unseen, hover: unseen, highlight: unseen, inherit: false } }));
    }

    select(id) {
      this.net.setSelection({ nodes: id === null ? [] : [id], edges: id === null ? [] : this.net.getConnectedEdges(id) });
    }

    box() {
      return P.extent(this.scene);
    }

    // The whole scene where that is readable; else as much of it as is, with the focused mark in the middle.
    fit(whole = false) {
      const { clientWidth: width, clientHeight: height } = this.net.body.container;
      const box = this.box(), pad = 16;
      const scale = Math.min((width - 2 * pad) / box.w, (height - 2 * pad) / box.h, LARGEST);
      const focal = this.scene.marks.find((mark) => mark.focal);
      const shown = whole || !focal ? scale : Math.max(scale, width < 560 ? SMALL : P.READABLE);
      const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
      const at = (axis, size, room) => {
        if (size * shown <= room || !focal) return middle[axis];
        const half = room / shown / 2, low = middle[axis] - size / 2 + half - pad, high = middle[axis] + size / 2 - half + pad;
        return Math.min(Math.max(focal[axis], low), high);
      };
      this.net.moveTo({ position: { x: at("x", box.w, width), y: at("y", box.h, height) }, scale: shown, animation: false });
    }

    // After a change: of the marks that are still there, the one next to the hand (else to the middle) stays where it was.
    keep(before, hand) {
      const { position: view, scale } = this.before, at = hand ?? view, far = (mark) => Math.hypot(mark.x - at.x, mark.y - at.y);
      const [next] = (before?.marks ?? []).filter((mark) => this.scene.byId.has(mark.id)).sort((a, b) => far(a) - far(b));
      const now = next ? this.scene.byId.get(next.id) : { x: 0, y: 0 }, { x, y } = next ?? now;
      this.net.moveTo({ position: { x: view.x + now.x - x, y: view.y + now.y - y }, scale, animation: false });
    }

    // Where the view is, and back there
    viewpoint() {
      return { position: this.net.getViewPosition(), scale: this.net.getScale() };
    }

    goTo({ position, scale }) {
      this.net.moveTo({ position, scale, animation: false });
    }

    zoom(times, { animated = false } = {}) {
      this.net.moveTo({ scale: Math.min(Math.max(this.net.getScale() * STEP ** times, 0.05), 4), animation: animated && { duration: 150, easingFunction: "easeOutQuad" } });
    }

    // Moves the view only where the mark would be out of sight.
    reveal(mark) {
      const { clientWidth: width, clientHeight: height } = this.net.body.container;
      const at = this.net.canvasToDOM({ x: mark.x, y: mark.y });
      if (at.x < 60 || at.y < 30 || at.x > width - 60 || at.y > height - 30) this.net.moveTo({ position: { x: mark.x, y: mark.y }, animation: false });
    }

    // Takes the size of its element, which vis-network does not watch.
    resize() {
      const { clientWidth: width, clientHeight: height } = this.net.body.container;
      const { frame } = this.net.canvas;
      if (frame.clientWidth !== width || frame.clientHeight !== height) this.net.setSize(`${width}px`, `${height}px`);
    }
  };

  // All that a scene has
  P.extent = ({ marks, frames, heads }) => P.boxOf([...marks, ...frames, ...heads]);

  // The box around marks: x, y of its corner, width, height.
  P.boxOf = function (marks) {
    if (!marks.length) return { x: -100, y: -100, w: 200, h: 200 };
    const left = Math.min(...marks.map((mark) => mark.x - mark.w / 2)), top = Math.min(...marks.map((mark) => mark.y - mark.h / 2));
    const right = Math.max(...marks.map((mark) => mark.x + mark.w / 2)), bottom = Math.max(...marks.map((mark) => mark.y + mark.h / 2));
    return { x: left, y: top, w: right - left, h: bottom - top };
  };
})((globalThis.Guitu ??= {}));
