// The panel at the right: all ties shown, or one actor or place, or one tie and its evidence.

import { element } from "./element.js";
import { evidence, summary, tieRow } from "./evidence.js";
import { count, keyOf, spaced } from "./words.js";

const MOST = 300; // rows

export class Panel {
  constructor(root, handlers) {
    this.root = root;
    this.handlers = handlers;
    this.turn = 0;
  }

  all(scene, shows) {
    const ties = scene.ties.filter((tie) => shows(keyOf(tie)));
    this.set("Ties shown", [
      element("p", { class: "hint" }, "Choose a tie, an actor or a place to read its evidence."),
      this.list(ties),
    ]);
  }

  // What is told of one actor or place, as far as it is shown.
  entity(node, scene, shows) {
    const ties = scene.ties.filter(
      (tie) => shows(keyOf(tie)) && (tie.subject.id === node.id || tie.object.id === node.id),
    );
    const more = scene.hidden_ties[node.id] ?? 0;
    this.set(node.name, [
      element(
        "p",
        { class: "summary" },
        `${spaced(node.kind)}, ${count(ties.length, "tie")} shown`,
        more ? `, ${more} more in the graph` : "",
      ),
      element("p", { class: "actions" }, ...this.actions(node)),
      this.list(ties, node.id),
    ], this.back());
  }

  actions(node) {
    const { expand, around, backers } = this.handlers;
    const button = (text, act) =>
      element("button", { type: "button", on: { click: () => act(node.id) } }, text);
    return [
      button("Expand", expand),
      button("Only its surroundings", around),
      node.id.startsWith("actor:") ? button("Who backs it?", backers) : null,
    ];
  }

  async tie(tie) {
    const heading = [
      element("button", { ...this.entityLink(tie.subject) }, tie.subject.name),
      element("i", { class: tie.relation }, ` ${spaced(tie.relation)} `),
      element("button", { ...this.entityLink(tie.object) }, tie.object.name),
    ];
    const waiting = element("p", { class: "hint" }, "Reading the claims …");
    const turn = this.set(heading, [...summary(tie), waiting], this.back());
    const told = await evidence(tie).catch((error) => [
      element("p", { class: "notice" }, error.message),
    ]);
    if (turn === this.turn) waiting.replaceWith(...told);
  }

  entityLink({ id }) {
    return { type: "button", class: "plain", on: { click: () => this.handlers.node(id) } };
  }

  back() {
    const { nothing } = this.handlers;
    return element("button", { type: "button", class: "back", on: { click: nothing } }, "← All ties");
  }

  list(ties, about = null) {
    const rows = ties.slice(0, MOST).map((tie) => tieRow(tie, this.handlers.tie, about));
    const rest = ties.length - rows.length;
    if (!rows.length) return element("p", { class: "hint" }, "None is shown.");
    if (rest) rows.push(element("li", { class: "hint" }, `and ${rest} more`));
    return element("ul", { class: "ties" }, ...rows);
  }

  set(heading, children, back = null) {
    const title = element("h2", { tabindex: "-1" }, ...[heading].flat());
    const inside = this.root.contains(document.activeElement);
    this.root.replaceChildren(...[back, title].filter(Boolean), ...children.filter(Boolean));
    this.root.scrollTop = 0;
    if (inside) title.focus({ preventScroll: true });
    return ++this.turn;
  }

  // On a narrow screen the panel is below the drawing.
  reveal() {
    const { top } = this.root.getBoundingClientRect();
    if (top > innerHeight - 120) this.root.scrollIntoView({ block: "start", behavior: "smooth" });
  }
}
