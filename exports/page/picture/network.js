// vis-network as the canvas of a scene: positions given, physics off; it pans, zooms, and tells what is pointed at.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  P.READABLE = 0.72; // scale under which letters of 13 px are too small to read

  const SMALL = 0.6; // the same where a hand holds the screen nearer to the eye
  const MANY_LINKS = 150; // more of them are not drawn while a hand drags: the picture would stutter
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
    constructor(element, { chosen, pointed }) {
      this.scene = { marks: [], links: [], byId: new Map() };
      this.net = new vis.Network(element, { nodes: [], edges: [] }, options());
      this.net.on("click", ({ nodes, edges }) => {
        if (nodes.length) chosen(this.scene.byId.get(nodes[0]), null);
        else if (edges.length) chosen(null, this.links.get(edges[0]));
      });
      this.net.on("dragStart", () => (this.dragged = true));
      this.net.on("dragEnd", () => (this.dragged = false));
      this.net.on("hoverNode", ({ node }) => pointed(this.scene.byId.get(node), null));
      this.net.on("hoverEdge", ({ edge }) => pointed(null, this.links.get(edge)));
      this.net.on("blurNode", () => pointed(null, null));
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
      [this.scene, this.palette] = [scene, palette];
      this.resize();
      this.links = new Map(scene.links.map((link) => [link.id, link]));
      this.net.setOptions({ interaction: { hideEdgesOnDrag: scene.links.length > MANY_LINKS } });
      this.net.setData({ nodes: scene.marks.map((mark) => this.#node(mark)), edges: scene.links.map((link) => this.#edge(link)) });
    }

    // Links are painted here, as in the files: vis-network's own lines, unseen, only feel the pointer
    #links(ctx) {
      const { links, byId } = this.scene, pen = P.canvasPen(ctx);
      if (this.dragged && links.length > MANY_LINKS) return;
      for (const link of links) P.paintLink(pen, link, byId.get(link.from), byId.get(link.to), this.palette);
    }

    #node(mark) {
      const drawn = ({ ctx, state }) => ({
        drawNode: () => P.paintMark(P.canvasPen(ctx), mark, this.palette, state),
        nodeDimensions: { width: mark.w, height: mark.h },
      });
      return { id: mark.id, x: mark.x, y: mark.y, ctxRenderer: drawn };
    }

    #edge(link) {
      const width = P.strands(link).reduce((sum, strand) => sum + strand.width, 0), unseen = "rgba(0,0,0,0)";
      return { id: link.id, from: link.from, to: link.to, width, color: { color: unseen, hover: unseen, highlight: unseen, inherit: false } };
    }

    select(id) {
      this.net.setSelection({ nodes: id === null ? [] : [id], edges: id === null ? [] : this.net.getConnectedEdges(id) });
    }

    box() {
      const { marks } = this.scene;
      return P.boxOf(marks);
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

    // After a change: the mark that stood under the hand stays under the hand.
    keep(before, cursor) {
      const [old, now] = [before?.byId.get(cursor?.id), this.scene.byId.get(cursor?.id)];
      if (!old || !now) return;
      const { x, y } = this.net.getViewPosition();
      this.net.moveTo({ position: { x: x + now.x - old.x, y: y + now.y - old.y }, animation: false });
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

  // The box around marks: x, y of its corner, width, height.
  P.boxOf = function (marks) {
    if (!marks.length) return { x: -100, y: -100, w: 200, h: 200 };
    const left = Math.min(...marks.map((mark) => mark.x - mark.w / 2)), top = Math.min(...marks.map((mark) => mark.y - mark.h / 2));
    const right = Math.max(...marks.map((mark) => mark.x + mark.w / 2)), bottom = Math.max(...marks.map((mark) => mark.y + mark.h / 2));
    return { x: left, y: top, w: right - left, h: bottom - top };
  };
})((globalThis.Guitu ??= {}));
