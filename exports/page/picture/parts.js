// The parts around the picture: toolbar, legend, tip, and the list of marks that keys and screen readers use.
(function (Guitu) {
  "use strict";
  const P = (Guitu.picture ??= {});

  P.element = function (name, properties = {}, ...children) {
    const { attributes = {}, ...rest } = properties;
    const made = Object.assign(document.createElement(name), rest);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // name, sign (null: its word is shown), what it does; those with `pressed` are switches
  const TOOLS = [
    ["overview", null], ["step1", null], ["step2", null], ["collapse", null], ["flow", null], ["whole", null],
    ["zoomOut", "−"], ["zoomIn", "＋"], ["fit", null], ["png", "PNG"], ["svg", "SVG"],
  ];

  P.parts = function (root, actions) {
    const buttons = {};
    for (const [name, sign] of TOOLS) buttons[name] = P.element("button", { type: "button", className: `picture-${name}`, textContent: sign ?? "", onclick: actions[name] });
    const tools = P.element("div", { className: "picture-tools", attributes: { role: "toolbar" } }, ...Object.values(buttons));
    const marks = P.element("div", { className: "picture-marks", tabIndex: 0, attributes: { role: "listbox" } });
    const stage = P.element("div", { className: "picture-stage", attributes: { "aria-hidden": "true" } });
    const whole = P.element("div", { className: "picture-stage", hidden: true, attributes: { "aria-hidden": "true" } });
    const tip = P.element("p", { className: "picture-tip", hidden: true, attributes: { "aria-hidden": "true" } });
    const empty = P.element("p", { className: "picture-empty", hidden: true });
    const entries = P.element("ul"), summary = P.element("summary");
    const legend = P.element("details", { className: "picture-legend", open: root.clientWidth > 700 }, summary, entries);
    const frame = P.element("div", { className: "picture-frame" }, marks, stage, whole, empty, tip);
    root.classList.add("picture");
    root.replaceChildren(tools, frame, legend);
    return { root, tools, buttons, marks, stage, whole, frame, tip, empty, legend, entries, summary };
  };

  const press = (button, on) => button.setAttribute("aria-pressed", String(on));

  // Words in the language of now, and which tools there are for what is shown.
  P.dress = function (parts, t, { focus, steps, whole, flow, opened }) {
    for (const [name, sign] of TOOLS) {
      const button = parts.buttons[name], words = t(`picture.${name}`);
      if (sign === null) button.textContent = words;
      else button.setAttribute("aria-label", words);
      button.title = ["whole", "flow"].includes(name) ? t(`picture.${name}Hint`) : words;
    }
    parts.tools.setAttribute("aria-label", t("picture.tools"));
    parts.marks.setAttribute("aria-label", t("picture.label"));
    parts.summary.textContent = t("picture.legend");
    parts.empty.textContent = t("picture.empty");
    parts.buttons.overview.hidden = !focus;
    parts.buttons.step1.hidden = parts.buttons.step2.hidden = !focus || whole || flow;
    parts.buttons.flow.hidden = whole || (focus !== null && focus.kind !== "task");
    parts.buttons.collapse.hidden = !opened || whole;
    press(parts.buttons.step1, steps < 2);
    press(parts.buttons.step2, steps > 1);
    press(parts.buttons.whole, whole);
    press(parts.buttons.flow, flow);
  };

  // The tip beside the pointer, kept inside the frame.
  P.tell = function (parts, words, event) {
    parts.tip.hidden = !words;
    if (!words) return;
    parts.tip.textContent = words;
    const box = parts.frame.getBoundingClientRect(), { x, y } = event ? { x: event.clientX - box.left, y: event.clientY - box.top } : { x: 12, y: 12 };
    parts.tip.style.left = `${Math.max(4, Math.min(x + 14, box.width - parts.tip.offsetWidth - 4))}px`;
    parts.tip.style.top = `${Math.max(4, Math.min(y + 16, box.height - parts.tip.offsetHeight - 4))}px`;
  };
})((globalThis.Guitu ??= {}));
