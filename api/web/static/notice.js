// What cannot be shown, said plainly, with what to do about it.

import { byId, element } from "./element.js";

const box = byId("notice");

export function clear() {
  box.hidden = true;
  box.replaceChildren();
}

function say(heading, ...rest) {
  box.replaceChildren(element("h2", {}, heading), ...rest);
  box.hidden = false;
}

// `retry` tries again; `choose(choice)` takes one of the names that the service offers.
export function failed(error, { retry, choose }) {
  const offered = error.choices ?? [];
  if (offered.length) {
    const button = (choice) =>
      element("button", { type: "button", on: { click: () => choose(choice) } }, choice.name);
    say(
      "Whom do you mean?",
      element("p", {}, error.message),
      element("p", { class: "actions" }, ...offered.map(button)),
    );
    return;
  }
  const again = element("button", { type: "button", on: { click: retry } }, "Try again");
  const down = error.status === 503 || error.status === 0;
  say(
    down ? "The graph cannot be reached" : "That did not work",
    element("p", {}, error.message),
    element("p", { class: "actions" }, again),
  );
}

export function empty() {
  say(
    "The graph is empty",
    element("p", {}, "Load articles, then look again:"),
    element("pre", {}, "whobacks load FOLDER-OR-FILE …"),
    element(
      "p",
      {},
      "It takes plain text, HTML, Markdown and JSON Lines. The bundled articles come with",
    ),
    element("pre", {}, "whobacks serve --sample"),
  );
}
