// How what is typed meets names: full-width, capitals, traditional characters, pinyin and its initials.
(function (Guitu) {
  "use strict";
  const MOST = 60; // letters of pinyin that are tried

  Guitu.folding = function ({ readings, simplified }) {
    const said = new Map(Object.entries(readings).map(([sign, words]) => [sign, words.split(" ")]));
    const fold = (words) => Array.from(words.normalize("NFKC").toLowerCase(), (sign) => simplified[sign] ?? sign).join("");

    // How far letters from `at` on spell the signs from `from` on; a sign is spelt whole, or by its first letter; the last one as far as typed.
    function spells(letters, at, signs, from) {
      if (at === letters.length) return true;
      if (from === signs.length) return false;
      const sign = signs[from];
      if (sign === letters[at] && spells(letters, at + 1, signs, from + 1)) return true;
      for (const reading of said.get(sign) ?? []) {
        if (reading[0] !== letters[at]) continue;
        const rest = letters.slice(at);
        if (reading.startsWith(rest)) return true;
        if (rest.startsWith(reading) && spells(letters, at + reading.length, signs, from + 1)) return true;
        if (spells(letters, at + 1, signs, from + 1)) return true;
      }
      return false;
    }

    // 0 the very name, 1 begins with it, 2 has it inside, 3 and 4 the same by pinyin, -1 not at all
    function rank(query, name) {
      const place = name.indexOf(query);
      if (place >= 0) return name === query ? 0 : place === 0 ? 1 : 2;
      const letters = query.replace(/[\s']/g, "");
      if (!/^[a-z0-9]*[a-z][a-z0-9]*$/.test(letters) || letters.length > MOST) return -1;
      const signs = Array.from(name);
      for (let from = 0; from < signs.length; from += 1) if (spells(letters, 0, signs, from)) return from === 0 ? 3 : 4;
      return -1;
    }
    return { fold, rank };
  };
})((globalThis.Guitu ??= {}));
