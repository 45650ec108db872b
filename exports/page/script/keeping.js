// What the browser keeps for its reader. It may refuse to keep anything for a file: then that lasts as long as the page is open.
(function (Guitu) {
  "use strict";
  const here = new Map();

  Guitu.kept = function (name) {
    if (here.has(name)) return here.get(name);
    try {
      return JSON.parse(localStorage.getItem(name) ?? "null");
    } catch {
      return null;
    }
  };

  Guitu.keep = function (name, value) {
    here.set(name, value);
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // kept here
    }
  };
})((globalThis.Guitu ??= {}));
