// Tasks by the words that stand in their rows: names folded as in search, several words all of them.
(function (Guitu) {
  "use strict";

  Guitu.wordsFilter = function (app) {
    const { data, index } = app, amounts = Guitu.amounts(app);
    let rows = null;

    // What the table shows of each task, folded, but for where quotes stand
    function prepare() {
      const fold = app.folding.fold, names = data.agencies.map((row) => fold(row.name));
      const documents = data.documents.map((row) => fold(`${row.title} ${row.number}`)), figures = data.figures.map((row, at) => fold(app.name("figure", at)));
      const sections = data.sections.map((row) => fold(Guitu.numbered(row)));
      rows = data.tasks.map((task, at) => [
        fold(task.written ?? ""), fold(task.title), documents[task.document], ...Guitu.path(data, task.section).map((one) => sections[one]), fold(task.deadline),
        ...index.figuresOfTask(at).map((one) => figures[one]), ...Guitu.owners(app, at).flatMap((one) => [names[one.agency], one.named ? fold(one.named) : ""]),
        fold(Guitu.proofsOf(app, at).map((proof) => Guitu.quote(app, proof)).join(" ")),
      ].filter(Boolean).join("\n"));
    }

    // A test of tasks; null for no words
    function filter(words) {
      const terms = app.folding.terms(words);
      if (!terms.length) return null;
      filter.prepare();
      const known = terms.map((number) => ({ number, term: number.words, valued: amounts.test(number.words),
        agencies: meeting(app, data.agencies, number.words), documents: meeting(app, data.documents, number.words) }));
      return (at) => known.every(({ number, term, valued, agencies, documents }) => app.folding.placeIn(term, rows[at]) >= 0 ||
        Guitu.numberMet(app, at, number) >= 0 || (valued && index.figuresOfTask(at).some(valued)) || documents.has(data.tasks[at].document) ||
        (agencies.size > 0 && Guitu.owners(app, at).some((one) => agencies.has(one.agency))) ||
        (/^[a-z]/.test(term) && app.folding.rank(term, app.folding.fold(data.tasks[at].title)) >= 0));
    }
    filter.prepare = () => rows ?? prepare();
    return filter;
  };

  // The places of the rows one of whose names meets a word
  function meeting(app, list, term) {
    const found = new Set();
    list.forEach((row, at) => {
      if (app.foldedNames(row).some((name) => app.folding.rank(term, name) >= 0)) found.add(at);
    });
    return found;
  }
})((globalThis.Guitu ??= {}));
