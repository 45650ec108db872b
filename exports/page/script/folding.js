// How what is typed meets names: full-width, capitals, traditional characters, pinyin and its initials, numbers of measures.
(function (Guitu) {
  "use strict";
  const MOST = 60; // letters of pinyin that are tried
  const DIGITS = "〇一二三四五六七八九";

  // 九, 十二, 二十, 9 as a number; null where it is none
  function numberOf(words) {
    if (/^\d{1,4}$/.test(words)) return Number(words);
    const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(words);
    if (!words || !found || (!found[2] && found[1] && found[3])) return null;
    const [, tens, ten, ones] = found, value = (sign) => (sign ? DIGITS.indexOf(sign) : 0);
    return ten ? (tens ? value(tens) : 1) * 10 + value(ones) : value(tens) + value(ones);
  }

  // Words that must all be met: "措施9" are two of them. number: of 第九条, 9, (九); article: told as 第九条. 1,000 is one value
  function terms(query) {
    return query.replace(/(\d),(?=\d{3}(?!\d))/g, "$1").split(/[\s,，、]+/).filter(Boolean).flatMap((words) => {
      const article = /^(.*[^第])?(第[\d一二三四五六七八九十]{1,4}条)$/.exec(words);
      if (article) return article.slice(1).filter(Boolean);
      const parted = /^(\D*[^\d.\s])第?(\d{1,3})[条项]?$/.exec(words);
      return parted && !/^[a-z]+$/.test(parted[1]) ? [parted[1].replace(/第$/, ""), parted[2]].filter(Boolean) : [words];
    }).map((words) => ({ words, number: numberOf(words.replace(/^[第(（]|[条项)）]$/g, "")), article: /^第.*条$/.test(words) }));
  }

  const digits = (words) => /^[\d.]+$/.test(words);

  // Where words stand in a text: a number never inside a longer one. -1: nowhere
  function placeIn(words, text) {
    if (!digits(words)) return text.indexOf(words);
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (!/[\d.]/.test(text[at - 1] ?? "") && !/\d/.test(text[at + words.length] ?? "")) return at;
    }
    return -1;
  }

  Guitu.folding = function ({ readings, simplified }) {
    const said = new Map(Object.entries(readings).map(([sign, words]) => [sign, words.split(" ")]));
    const initials = new Uint32Array(65536); // of each sign, the letters that its readings begin with, as bits
    for (const [sign, found] of said) for (const reading of found) initials[sign.charCodeAt(0)] |= 1 << (reading.charCodeAt(0) - 97);
    const signs = Object.keys(simplified), traditional = signs.length ? new RegExp(`[${signs.join("")}]`, "gu") : null;

    function fold(words) {
      const plain = words.normalize("NFKC").toLowerCase();
      return traditional ? plain.replace(traditional, (sign) => simplified[sign]) : plain;
    }

    // How far letters from `at` on spell the name from `from` on; a sign is spelt whole, or by its first letter; the last one as far as typed.
    function spells(letters, at, name, from) {
      if (at === letters.length) return true;
      if (from === name.length) return false;
      if (name[from] === letters[at] && spells(letters, at + 1, name, from + 1)) return true;
      if (!begins(letters.charCodeAt(at), name.charCodeAt(from))) return false;
      for (const reading of said.get(name[from])) {
        if (reading[0] !== letters[at]) continue;
        const rest = letters.slice(at);
        if (reading.startsWith(rest)) return true;
        if (rest.startsWith(reading) && spells(letters, at + reading.length, name, from + 1)) return true;
        if (spells(letters, at + 1, name, from + 1)) return true;
      }
      return false;
    }

    const begins = (letter, sign) => letter >= 97 && ((initials[sign] >>> (letter - 97)) & 1) === 1;

    // 0 the very name, 1 begins with it, 2 has it inside, 3 and 4 the same by pinyin, -1 not at all
    function rank(query, name) {
      const place = placeIn(query, name);
      if (place >= 0) return name === query ? 0 : place === 0 ? 1 : 2;
      const letters = query.replace(/[\s']/g, "");
      if (letters.length > MOST || !/^[a-z0-9]*[a-z][a-z0-9]*$/.test(letters)) return -1;
      const first = letters.charCodeAt(0);
      for (let from = 0; from < name.length; from += 1) {
        const sign = name.charCodeAt(from);
        if ((sign === first || begins(first, sign)) && spells(letters, 0, name, from)) return from === 0 ? 3 : 4;
      }
      return -1;
    }

    // The worst of the best ranks of all terms among some names; -1 where one meets none
    function met(found, names) {
      let worst = 0;
      for (const { words } of found) {
        let best = -1;
        for (const name of names) {
          const at = rank(words, name);
          if (at >= 0 && (best < 0 || at < best)) best = at;
        }
        if (best < 0) return -1;
        worst = Math.max(worst, best);
      }
      return worst;
    }
    return { fold, rank, met, terms: (query) => terms(fold(query)), placeIn };
  };
})((globalThis.Guitu ??= {}));
