// The chain of one task: the tasks of other documents that correspond to it, and on from these, up to the nation and down
// to the measures, step by step.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  P.STAGES = 12;

  // Where a document stands on the way down: by its level, measures behind the plans of it
  P.stageOf = (model, document) => 2 * model.levelRank(document) + (model.list("document")[document].type === "measures" ? 1 : 0);

  // Each pair once, from whichever side it was met
  const once = (steps) => [...new Map(steps.map((step) => [step.row, step])).values()];
  const by = (a, b) => b.row.score - a.row.score || a.from - b.from || a.to - b.to;

  // Steps from one task: [{ row, from, to }], `from` nearer to the first task; the surest first, those of each stage as many
  // as `most(stage)` allows; `left`: stage -> tasks that found no room. The first step may stay on its stage, later ones
  // lead on up, or on down.
  P.chain = function (model, tasks, focal, most = () => Infinity) {
    const stage = (task) => P.stageOf(model, model.documentOf(task)), ways = new Map([[focal, 0]]), count = new Map(), steps = [], left = new Map();
    const leads = (from, to) => (from === focal ? true : Math.sign(stage(to) - stage(from)) === ways.get(from) && ways.get(from) !== 0);
    let edge = [focal];
    while (edge.length) {
      const found = edge.flatMap((from) => model.alignmentsOfTask(from).map((row) => ({ row, from, to: row.a === from ? row.b : row.a })))
        .filter(({ from, to }) => tasks.has(to) && to !== focal && leads(from, to)).sort(by), next = [];
      for (const step of found) {
        const { from, to } = step, at = stage(to), room = (count.get(at) ?? 0) < most(at);
        if (!ways.has(to) && !room) (left.get(at) ?? left.set(at, new Set()).get(at)).add(to);
        if (!ways.has(to) && room) {
          ways.set(to, Math.sign(at - stage(from)));
          count.set(at, (count.get(at) ?? 0) + 1);
          next.push(to);
        }
        if (ways.has(to) && (from === focal || stage(to) !== stage(from))) steps.push(step);
      }
      edge = next;
    }
    return { steps: once(steps), tasks: [...ways.keys()], left };
  };
})((globalThis.Guitu ??= {}));
