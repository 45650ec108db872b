// A scene: the marks and links of one picture, each thing once, and the columns that they stand in.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  // What stands on a link: the tasks of each role (牵1·责9), those of the annex apart (附责2; beside stated ones, of which
  // they are the same work, their number alone: 附2), the number of suggested ones, or how sure one pair of tasks is.
  P.wordsOf = function (link, t) {
    if (link.suggested) return link.named && link.count === 1 ? t("suggested") : String(link.count);
    if (link.score !== undefined && link.count === 1) return `${Math.round(link.score * 100)}%`;
    const counts = P.countsOf(link, P.rolesOf(link)), sign = (annex) => (annex ? t("picture.mark.annex") : "");
    if (link.count < 2 && !link.counted) return sign(counts.some(([, , annex]) => annex));
    const stated = counts.filter(([, , annex]) => !annex), annexed = new Set(Object.values(link.annexed).flatMap((tasks) => [...tasks])).size;
    const words = (stated.length ? stated : counts).map(([role, n, annex]) => `${sign(annex)}${t(`picture.mark.${role}`)}${n}`);
    return [...words, ...(stated.length && annexed ? [`${sign(true)}${annexed}`] : [])].join("·") || String(link.count);
  };

  // The tasks of each role, what is stated first, then those of the annex: [role, n, whether of the annex]
  P.countsOf = function (link, roles) {
    const annexed = (role) => link.annexed[role]?.size ?? 0;
    return [...roles.map((role) => [role, link.roles[role].size - annexed(role), false]), ...roles.map((role) => [role, annexed(role), true])].filter(([, n]) => n > 0);
  };

  // The roles of owners that a stated link has, the strongest first
  P.rolesOf = (link) => (link.suggested ? [] : P.ROLES.filter((role) => link.roles?.[role]));

  P.Scene = class {
    constructor(model, open) {
      this.model = model;
      this.open = new Set(open ?? []);
      this.marks = new Map();
      this.links = new Map();
    }

    // The mark of a thing in a column; the first that adds it says where it stands. `band` orders within the column.
    thing(kind, index, column, band = 0, extra = {}) {
      const id = `${kind}:${index}`;
      if (!this.marks.has(id)) this.add({ id, kind, index, label: this.model.name(kind, index), column, band, ...extra });
      else if (extra.focal) Object.assign(this.marks.get(id), extra);
      return id;
    }

    add(mark) {
      if (!this.marks.has(mark.id)) this.marks.set(mark.id, mark);
      return mark.id;
    }

    // A thing that holds others: opened and closed by its own id.
    group(kind, index, column, band, note, extra = {}) {
      const id = `${kind}:${index}`;
      return this.thing(kind, index, column, band, { note, group: true, toggles: id, isOpen: this.open.has(id), ...extra });
    }

    // Several links between two marks are one, drawn as one strand for each role: the tasks of each are counted.
    link(from, to, { role = "part", task = null, suggested = false, annex = false, ...extra }) {
      if (from === to) return;
      const id = `${from}>${to}${suggested ? "?" : role === "aligned" ? "~" : ""}`;
      const link = this.links.get(id) ?? { id, from, to, role, suggested, roles: {}, annexed: {}, tasks: new Set(), ...extra };
      this.links.set(id, link);
      if (P.roleRank(role) < P.roleRank(link.role)) link.role = role;
      if (extra.score !== undefined) link.score = Math.max(link.score ?? 0, extra.score);
      (link.roles[role] ??= new Set()).add(task);
      if (annex) (link.annexed[role] ??= new Set()).add(task);
      if (task !== null) link.tasks.add(task);
    }

    // The first `most` of the items (40 more for each time that it was opened), and how many are left.
    cut(items, key, most) {
      let shown = most;
      for (let page = 1; this.open.has(`${key}+${page}`); page += 1) shown += 40;
      if (items.length - shown === 1) shown += 1; // a mark that stands for one takes as much room as that one
      return { shown: items.slice(0, shown), left: Math.max(items.length - shown, 0), opened: shown > most + 1 };
    }

    // The mark "其余 N 个机构", and its opposite where more than at first are shown.
    rest(key, words, { left, opened }, column, band = 9) {
      const { t } = this.model.app;
      let page = 1;
      while (this.open.has(`${key}+${page}`)) page += 1;
      if (left) this.add({ id: `more:${key}`, kind: "more", index: -1, column, band, toggles: `${key}+${page}`, group: true, isOpen: false, label: t("picture.rest").replace("{n}", left) + t(words) });
      if (opened) this.add({ id: `less:${key}`, kind: "more", index: -1, column, band: band + 0.5, toggles: `${key}+${page - 1}`, isOpen: true, label: t("picture.less") });
      return left ? `more:${key}` : null;
    }

    // The mark that takes an opened link together again.
    closing(key, column, band, count) {
      this.add({ id: `close:${key}`, kind: "more", index: -1, column, band, toggles: key, isOpen: true, label: this.model.app.t("picture.close").replace("{n}", count) });
    }

    finish(room, { stretch = true } = {}) {
      const { t } = this.model.app;
      for (const link of this.links.values()) {
        link.count = Math.max(link.tasks.size, 1);
        link.words = P.wordsOf(link, t);
      }
      for (const mark of this.marks.values()) {
        if (mark.toggles && mark.kind !== "more") mark.label = `${mark.isOpen ? "▾" : "▸"} ${mark.label}`;
        mark.said = [t(`picture.kind.${mark.kind === "more" ? "more" : mark.kind}`), P.plain(mark.label), mark.note].filter(Boolean).join(" · ");
        P.measure(mark, room.narrow);
      }
      const scene = { marks: [...this.marks.values()], links: [...this.links.values()], byId: this.marks, heads: this.heads, routed: this.routed };
      P.arrange(scene, room, stretch);
      P.placeCounts(scene);
      return scene;
    }
  };
})((globalThis.Guitu ??= {}));
