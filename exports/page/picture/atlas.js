// Everything at once: one raster of the whole graph, moved as a picture while panning and drawn anew when the hand rests.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  const MARGIN = 0.3; // of the screen, drawn beyond each edge so that panning has something to show
  const REST = 140; // ms without a movement before the raster is made anew
  const REACH = 12; // px around the pointer
  const STEP = 1.25;

  P.Atlas = class {
    constructor(element, { chosen, pointed }) {
      this.canvas = element.appendChild(document.createElement("canvas"));
      this.canvas.className = "picture-atlas";
      this.ctx = this.canvas.getContext("2d", { alpha: false });
      this.sheet = document.createElement("canvas");
      Object.assign(this, { element, chosen, pointed, view: { x: 0, y: 0, scale: 1 }, drawn: null, timer: 0, frame: 0, cursor: -1, near: [] });
      this.#listen();
    }

    // `fitted`: all of it in the frame; else the view stays where it is.
    draw(points, palette, name, fitted) {
      Object.assign(this, { points, palette, name });
      this.density = Math.min(devicePixelRatio || 1, 2);
      this.width = this.element.clientWidth;
      this.height = this.element.clientHeight;
      [this.canvas.width, this.canvas.height] = [this.width * this.density, this.height * this.density];
      if (fitted) this.fit();
      else this.#raster();
    }

    fit() {
      const { left, right, top, bottom } = this.points.grid;
      const scale = Math.min(this.width / (right - left + 80), this.height / (bottom - top + 80), 1.5);
      this.view = { scale, x: (left + right) / 2 - this.width / 2 / scale, y: (top + bottom) / 2 - this.height / 2 / scale };
      this.#raster();
    }

    goTo(view) {
      this.view = { ...view };
      this.#raster();
    }

    zoom(times, { px = this.width / 2, py = this.height / 2 } = {}) {
      const { view } = this, scale = Math.min(Math.max(view.scale * STEP ** times, 0.01), 4);
      this.view = { scale, x: view.x + px / view.scale - px / scale, y: view.y + py / view.scale - py / scale };
      this.#soon();
    }

    // Marks a thing and its neighbours, and moves there where it is out of sight.
    select(kind, index) {
      this.cursor = kind === null ? -1 : this.points.pointOf(kind, index);
      this.near = [];
      for (const ends of Object.values(this.cursor < 0 ? {} : this.points.lines)) {
        for (let i = 0; i < ends.length; i += 2) if ((ends[i] === this.cursor || ends[i + 1] === this.cursor) && this.points.shown[ends[i]] && this.points.shown[ends[i + 1]]) this.near.push(ends[i] === this.cursor ? ends[i + 1] : ends[i]);
      }
      if (this.cursor >= 0) {
        const [px, py] = this.#at(this.cursor);
        if (px < 20 || py < 20 || px > this.width - 20 || py > this.height - 20) {
          this.view.x = this.points.x[this.cursor] - this.width / 2 / this.view.scale;
          this.view.y = this.points.y[this.cursor] - this.height / 2 / this.view.scale;
        }
      }
      this.#soon();
    }

    // Where a point is in the frame.
    where(at) {
      const [x, y] = this.#at(at);
      return { x, y };
    }

    png(words) {
      return P.pngOfCanvas(this.canvas, this.density, this.palette, words);
    }

    svg(title, words) {
      return P.svgOfPoints(this.points, this.palette, this.name, title, words);
    }

    #at = (at) => [(this.points.x[at] - this.view.x) * this.view.scale, (this.points.y[at] - this.view.y) * this.view.scale];

    #raster() {
      clearTimeout(this.timer);
      if (!this.points || !this.width) return;
      const { scale } = this.view, mx = Math.round(this.width * MARGIN), my = Math.round(this.height * MARGIN);
      const [width, height] = [this.width + 2 * mx, this.height + 2 * my];
      [this.sheet.width, this.sheet.height] = [width * this.density, height * this.density];
      const ctx = this.sheet.getContext("2d", { alpha: false });
      ctx.setTransform(this.density, 0, 0, this.density, 0, 0);
      this.drawn = { x: this.view.x - mx / scale, y: this.view.y - my / scale, scale, width, height };
      P.raster(ctx, this.points, this.drawn, width, height, this.palette, this.name);
      this.#paint();
    }

    // The raster where it now belongs, stretched while zooming, and the marked thing above it.
    #paint() {
      const { ctx, drawn, view, density } = this, times = view.scale / drawn.scale;
      ctx.setTransform(density, 0, 0, density, 0, 0);
      ctx.fillStyle = this.palette.ground;
      ctx.fillRect(0, 0, this.width, this.height);
      ctx.drawImage(this.sheet, (drawn.x - view.x) * view.scale, (drawn.y - view.y) * view.scale, drawn.width * times, drawn.height * times);
      if (this.cursor >= 0) this.#paintCursor();
    }

    #paintCursor() {
      const { ctx, points, palette } = this, [cx, cy] = this.#at(this.cursor), pen = P.canvasPen(ctx);
      ctx.strokeStyle = palette.cursor;
      ctx.lineWidth = 1.2;
      ctx.beginPath();
      for (const other of this.near) {
        ctx.moveTo(cx, cy);
        ctx.lineTo(...this.#at(other));
      }
      ctx.stroke();
      ctx.lineWidth = 3;
      ctx.beginPath();
      ctx.arc(cx, cy, P.radius(points, this.cursor, this.view.scale) + 5, 0, 2 * Math.PI);
      ctx.stroke();
      const [words] = P.wrap(this.name(this.cursor), 20, 1);
      pen.text(words, cx, cy - P.radius(points, this.cursor, this.view.scale) - 16, { size: 14, bold: true, fill: palette.text, halo: palette.halo });
    }

    #soon() {
      if (!this.drawn) return;
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        this.#paint();
      });
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#raster(), REST);
    }

    #under(event) {
      const box = this.canvas.getBoundingClientRect(), { view } = this;
      return this.points.grid.nearest((event.clientX - box.left) / view.scale + view.x, (event.clientY - box.top) / view.scale + view.y, REACH / view.scale);
    }

    #listen() {
      const { canvas } = this, fingers = new Map();
      let moved = 0;
      canvas.addEventListener("pointerdown", (event) => {
        canvas.setPointerCapture(event.pointerId);
        fingers.set(event.pointerId, event);
        moved = 0;
      });
      canvas.addEventListener("pointermove", (event) => {
        const before = fingers.get(event.pointerId);
        if (!before) return this.pointed(this.#under(event), event);
        if (fingers.size === 2) this.#pinch(fingers, event);
        else {
          this.view.x -= (event.clientX - before.clientX) / this.view.scale;
          this.view.y -= (event.clientY - before.clientY) / this.view.scale;
          this.#soon();
        }
        moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
        fingers.set(event.pointerId, event);
      });
      for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, (event) => {
        if (fingers.delete(event.pointerId) && name === "pointerup" && moved < 5) this.chosen(this.#under(event));
      });
      canvas.addEventListener("pointerleave", () => this.pointed(-1, null));
      canvas.addEventListener("wheel", (event) => {
        event.preventDefault();
        this.zoom(-Math.sign(event.deltaY), { px: event.offsetX, py: event.offsetY });
      }, { passive: false });
    }

    #pinch(fingers, event) {
      const [other] = [...fingers.values()].filter((finger) => finger.pointerId !== event.pointerId), before = fingers.get(event.pointerId);
      const apart = (finger) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY) || 1;
      const box = this.canvas.getBoundingClientRect();
      this.zoom(Math.log(apart(event) / apart(before)) / Math.log(STEP), { px: other.clientX - box.left, py: other.clientY - box.top });
    }
  };
})((globalThis.Guitu ??= {}));
