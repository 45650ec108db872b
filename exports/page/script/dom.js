// Elements from plain values. Words of documents only ever become text nodes or attributes that run nothing.
(function (Guitu) {
  "use strict";

  // Marks that turn the direction of what follows, shown as what they are: U+202E
  const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  Guitu.visible = (words) => String(words).replace(TURNING, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

  // make("button", { class: "chip", onclick }, "words", node, [nodes]): functions become handlers, false and null nothing.
  Guitu.make = function (tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === "function") node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : Guitu.visible(value));
    }
    Guitu.fill(node, children);
    return node;
  };

  Guitu.fill = function (node, ...children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false || child === "") continue;
      node.append(child instanceof Node ? child : Guitu.visible(child));
    }
    return node;
  };

  Guitu.refill = (node, ...children) => {
    node.replaceChildren();
    return Guitu.fill(node, ...children);
  };

  Guitu.at = (id) => document.getElementById(id);

  // A length in per cent, as the style rules of the page allow it: through the object model.
  Guitu.sized = (node, percent) => {
    node.style.inlineSize = `${Math.max(0, Math.min(100, percent)).toFixed(1)}%`;
    return node;
  };

  Guitu.say = (words) => {
    Guitu.at("said").textContent = Guitu.visible(words);
  };

  // Hands a file to the reader.
  Guitu.save = function (name, type, parts) {
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = Guitu.make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
})((globalThis.Guitu ??= {}));
