// The sentence of a task that carries the matter: of its body what shares most with another task, not its heading.
(function (Guitu) {
  "use strict";
  const ENDS = /[^。；;！？!?\n]+[。；;！？!?]*/g, SIGNS = /[\p{L}\p{N}]/u, LOOKED = 2000;
  const OWNERS = /^(?:[（(【][^。]*[）)】]$|(?:责任|牵头|配合|主办|协办)(?:单位|部门)?[：:])/; // who, not what

  // Pairs of signs beside each other
  function pairs(words) {
    const found = new Set(), signs = [...words];
    for (let i = 0; i + 1 < signs.length; i += 1) if (SIGNS.test(signs[i]) && SIGNS.test(signs[i + 1])) found.add(signs[i] + signs[i + 1]);
    return found;
  }

  // How seldom tasks have a pair: 推进 tells nothing. Of many tasks some tell as much as all
  let rarity = null;
  function weights(app) {
    if (rarity) return rarity;
    const often = new Map(), { tasks } = app.data, step = Math.ceil(tasks.length / LOOKED), asked = tasks.filter((_, at) => at % step === 0);
    for (const { title, body, proof } of asked) {
      const words = Array.isArray(body) ? Guitu.quote(app, [proof[0], ...body]) : body ?? "";
      for (const pair of pairs(title + words)) often.set(pair, (often.get(pair) ?? 0) + 1);
    }
    return (rarity = (pair) => Math.log((Math.max(asked.length, 20) + 1) / ((often.get(pair) ?? 0) + 1)) + 0.1);
  }

  // The sentences of its body, with their ranges in the text; none where the text is not at hand
  function sentences(app, at) {
    const { body, proof } = app.data.tasks[at];
    if (!Array.isArray(body)) return [];
    const words = Guitu.quote(app, [proof[0], ...body]), wide = /[\ud800-\udbff]/.test(words);
    return [...words.matchAll(ENDS)].flatMap(({ 0: told, index }) => {
      const bare = told.trim(), before = words.slice(0, index + told.indexOf(bare)), start = body[0] + (wide ? [...before].length : before.length);
      return bare && !OWNERS.test(bare) ? [{ proof: [proof[0], start, start + (wide ? [...bare].length : bare.length)], pairs: pairs(bare) }] : [];
    });
  }

  function shared(app, one, two) {
    const weigh = weights(app);
    let sum = 0;
    for (const pair of one) if (two.has(pair)) sum += weigh(pair);
    return sum / Math.sqrt(Math.max(one.size, 8)); // a long sentence shares more without saying more
  }

  // The proof that shows best what a task has in common with another; without another, what says its title at length
  Guitu.matter = function (app, at, other = null) {
    const own = sentences(app, at), { title, proof } = app.data.tasks[at];
    if (!own.length) return proof;
    const titles = pairs(other === null ? title : app.data.tasks[other].title), beside = other === null ? [] : sentences(app, other);
    const worth = (one) => 2 * shared(app, one.pairs, titles) + shared(app, one.pairs, pairs(title)) + Math.max(0, ...beside.map((two) => shared(app, one.pairs, two.pairs)));
    return own.map((one) => [one, worth(one)]).reduce((best, found) => (found[1] > best[1] ? found : best))[0].proof;
  };
})((globalThis.Guitu ??= {}));
