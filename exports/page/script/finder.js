// What is found for some words: things by their names, tasks by number and words too, and passages of the texts.
(function (Guitu) {
  "use strict";
  const KINDS = ["agency", "task", "document", "place", "indicator", "figure", "topic"], MOST_PASSAGES = 1000, AROUND = 24;

  Guitu.finder = function (app) {
    const { data, index } = app;
    const amounts = Guitu.amounts(app);
    let things = null, texts = null;

    // Everything with a name: folded names, how much stands behind it, and for tasks what else may be meant
    function prepare() {
      const { fold } = app.folding, documents = data.documents.map((row) => fold(`${row.title}\n${row.number}`));
      const weight = {
        agency: (at) => index.dutiesOfAgency(at).length, document: (at) => index.tasksOfDocument(at).length, task: (at) => index.dutiesOfTask(at).length,
        place: (at) => index.mentionsOfPlace(at).length, topic: (at) => index.tasksOfTopic(at).length, figure: () => 0,
        indicator: (at) => new Set(index.figuresOfIndicator(at).map((one) => data.figures[one].document)).size * 100 + index.figuresOfIndicator(at).length,
      };
      things = KINDS.map((kind) => ({ kind, rows: data[Guitu.lists[kind]].map((row, at) => {
        const names = kind === "figure" ? [app.name("figure", at)] : [row.title ?? row.name, ...(row.other ?? []), ...(kind === "document" && row.number ? [row.number] : [])];
        return { kind, index: at, names, folded: names.map(fold), weight: Math.round(Math.log2(1 + weight[kind](at))),
          around: kind === "task" || kind === "figure" ? documents[row.document] ?? "" : "" };
      }) }));
      texts = data.texts.map(({ text }) => ({ folded: (text ?? "").split("\n").map(fold).join("\n"), places: null }));
    }

    // How well a row meets every term: the name by its rank, a number as the number of the measure, a value as that of the
    // figure, the rest by its document. numbered: 0 and 1 by its own number, 2 by name, 3 by the running number
    function hit(terms, row) {
      let worst = 0, named = row.names[0], own = false, numbered = 2;
      for (const { term, valued } of terms) {
        const { words } = term, met = row.kind === "task" ? Guitu.numberMet(app, row.index, term) : -1;
        let best = met >= 0 ? [0, 0, 2][met] : row.kind === "figure" && valued?.(row.index) ? 0 : -1;
        if (best >= 0) own = true;
        if (met >= 0) numbered = met < 2 ? Math.min(met, numbered) : 3;
        for (let i = 0; i < row.folded.length && best !== 0; i += 1) {
          const rank = app.folding.rank(words, row.folded[i]);
          if (rank < 0 || (best >= 0 && rank >= best)) continue;
          if (met === 2) numbered = 2;
          [best, named, own] = [rank, row.names[i], true];
        }
        if (best < 0 && row.around && terms.length > 1 && app.folding.placeIn(words, row.around) >= 0) best = 2;
        if (best < 0) return null;
        worst = Math.max(worst, best);
      }
      return own ? { index: row.index, rank: worst, name: named, numbered, weight: row.weight, length: row.folded[0].length } : null;
    }

    // The very name, then those that have it, then those that are spelt so; among these by number, then what stands for more before the rare, then the shorter
    const manner = ({ rank }) => (rank === 0 ? 0 : rank <= 2 ? 1 : 2);
    const better = (a, b) => manner(a) - manner(b) || a.numbered - b.numbered || b.weight - a.weight || a.rank - b.rank || a.length - b.length || a.index - b.index;

    // Paragraphs that have every term: where the longest of them stands, in code points of the text
    function passages(terms) {
      const found = [];
      if (terms.every(({ words }) => words.length < 2)) return found;
      const rarest = terms.reduce((a, b) => (b.words.length > a.words.length ? b : a)).words;
      texts.forEach(({ folded }, at) => {
        for (let from = folded.indexOf(rarest); from >= 0 && found.length < MOST_PASSAGES;) {
          const start = folded.lastIndexOf("\n", from) + 1, stop = folded.indexOf("\n", from), end = stop < 0 ? folded.length : stop;
          const paragraph = folded.slice(start, end);
          if (terms.every(({ words }) => app.folding.placeIn(words, paragraph) >= 0)) found.push(passage(at, start, paragraph, rarest));
          from = folded.indexOf(rarest, end);
        }
      });
      return found;
    }

    // The same place in the text as it is: folding may change the length of a paragraph, never their number
    function passage(at, start, folded, words) {
      const { lines, starts, begins } = (texts[at].places ??= placesIn(texts[at].folded, data.texts[at].text)), line = starts.get(start);
      const paragraph = lines[line], same = folded.length === paragraph.length, place = app.folding.placeIn(words, folded);
      const [from, to] = same ? [place, place + words.length] : [0, paragraph.length];
      return { at: [at, begins[line] + length(paragraph.slice(0, from)), begins[line] + length(paragraph.slice(0, to))], paragraph, from, to,
        document: data.documents.findIndex((row) => row.text === at) };
    }

    // The paragraphs of a text; where each starts in the folded one, and in code points of its own
    function placesIn(folded, text) {
      const lines = text.split("\n"), starts = new Map(), begins = [];
      let place = 0, begin = 0;
      folded.split("\n").forEach((words, line) => {
        starts.set(place, line);
        begins.push(begin);
        place += words.length + 1;
        begin += length(lines[line]) + 1;
      });
      return { lines, starts, begins };
    }

    const length = (words) => (/[\ud800-\udbff]/.test(words) ? Array.from(words).length : words.length);

    // Groups of hits, the best first: { kind, hits }; kind "passage" has passages and comes last
    function find(query) {
      const terms = app.folding.terms(query);
      if (!terms.length) return [];
      find.prepare();
      const asked = terms.map((term) => ({ term, valued: amounts.test(term.words) }));
      const groups = things.map(({ kind, rows }) => ({ kind, hits: rows.map((row) => hit(asked, row)).filter(Boolean).sort(better) }))
        .filter(({ hits }) => hits.length).sort((a, b) => manner(a.hits[0]) - manner(b.hits[0]));
      const found = passages(terms);
      return found.length ? [...groups, { kind: "passage", hits: found }] : groups;
    }
    find.prepare = () => things ?? prepare(); // once; best while nobody waits
    return find;
  };

  // A passage around its hit, the hit marked
  Guitu.snippet = function ({ paragraph, from, to }) {
    const start = Math.max(0, from - AROUND), end = Math.min(paragraph.length, to + 2 * AROUND);
    return [start > 0 && "…", paragraph.slice(start, from), Guitu.make("mark", { class: "hit" }, paragraph.slice(from, to)), paragraph.slice(to, end), end < paragraph.length && "…"];
  };
})((globalThis.Guitu ??= {}));
