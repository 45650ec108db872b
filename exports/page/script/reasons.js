// What the graph says in Chinese why something is so, in the language of the reader: by the table of patterns in the data.
(function (Guitu) {
  "use strict";

  Guitu.reasons = function (data, app) {
    const known = new Map(), { between, sheet, patterns } = data.reasons;
    const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "s");
    let table = null;

    function one(words) {
      const inSheet = whole(sheet).exec(words);
      if (inSheet) {
        const said = one(inSheet[2]);
        return said === inSheet[2] ? words : `sheet “${inSheet[1]}”: ${said}`;
      }
      const [pattern, english] = table.find(([pattern]) => pattern.test(words)) ?? [];
      return pattern ? words.replace(pattern, english) : words;
    }

    function english(words) {
      table ??= patterns.map(([pattern, template]) => [whole(pattern), template]);
      const parts = words.split(between), told = parts.map(one);
      return told.some((said) => parts.includes(said)) ? one(words) : told.join("; ");
    }

    return (words) => {
      if (app.lang !== "en" || !words) return words;
      if (!known.has(words)) known.set(words, english(words));
      return known.get(words);
    };
  };
})((globalThis.Guitu ??= {}));
