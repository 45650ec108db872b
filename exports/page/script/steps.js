// The steps of the browser's history: each keeps where its reader was, so that Back gives the same place, not only the same view.
(function (Guitu) {
  "use strict";
  const SCROLLED = ["view", "panel"];
  const HELD = "[data-keep], [data-to], [id]";

  // How to find the control again that has the keys
  function held() {
    const node = document.activeElement?.closest?.(HELD), room = node?.closest("#view, #panel, #facets, #chips")?.id ?? "";
    if (!node || node === document.body) return null;
    if (node.dataset.keep) return { room, name: "keep", value: node.dataset.keep };
    return node.dataset.to ? { room, name: "to", value: node.dataset.to } : { room: "", name: "", value: node.id };
  }

  function heldAgain(found) {
    if (!found) return null;
    if (!found.name) return Guitu.at(found.value);
    const room = found.room ? Guitu.at(found.room) : document;
    return [...room.querySelectorAll(`[data-${found.name}]`)].find((node) => node.dataset[found.name] === found.value) ?? null;
  }

  const here = () => ({ scrolled: SCROLLED.map((id) => Guitu.at(id).scrollTop), window: scrollY, held: held(), picture: Guitu.picture.viewpoint() });

  function goTo(place) {
    if (!place) return;
    SCROLLED.forEach((id, i) => { Guitu.at(id).scrollTop = place.scrolled[i]; });
    scrollTo(0, place.window);
    Guitu.picture.goTo(place.picture);
    heldAgain(place.held)?.focus({ preventScroll: true });
  }

  Guitu.steps = function () {
    const places = new Map();
    let now = history.state?.step ?? 0, last = now;
    history.scrollRestoration = "manual";

    function write(fragment, quietly) {
      if (fragment === (location.hash || "#")) return;
      if (quietly) return history.replaceState({ step: now }, "", fragment);
      places.set(now, here());
      last = Math.max(last, now) + 1;
      now = last;
      history.pushState({ step: now }, "", fragment);
    }

    function listen(reopen) {
      addEventListener("popstate", (event) => {
        places.set(now, here());
        now = event.state?.step ?? 0;
        reopen();
        goTo(places.get(now));
      });
    }
    return { write, listen };
  };
})((globalThis.Guitu ??= {}));
