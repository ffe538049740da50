// Names that fit what is typed, under an input, by mouse and by keyboard.

import { element } from "./element.js";
import { ask } from "./service.js";

const PAUSE = 120; // milliseconds after the last letter

export class Suggestions {
  constructor(input, list, { family = "", chosen }) {
    Object.assign(this, { input, list, family, chosen, hits: [], at: -1, turn: 0, timer: 0 });
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const q = this.input.value.trim();
    const turn = ++this.turn;
    const { hits } = q
      ? await ask("/search", { q, family: this.family, limit: 8 }).catch(() => ({ hits: [] }))
      : { hits: [] };
    if (turn === this.turn && document.activeElement === this.input) this.open(hits);
    return hits;
  }

  open(hits) {
    this.hits = hits;
    this.at = -1;
    this.list.replaceChildren(...hits.map((hit, at) => this.row(hit, at)));
    this.list.hidden = hits.length === 0;
    this.input.setAttribute("aria-expanded", String(hits.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  row(hit, at) {
    const also = hit.matched === hit.name ? "" : ` (${hit.matched})`;
    const kind = hit.kind.replaceAll("-", " ");
    const ties = hit.ties === 1 ? "1 tie" : `${hit.ties} ties`;
    return element(
      "li",
      {
        role: "option",
        id: `${this.list.id}-${at}`,
        "aria-selected": "false",
        on: { mousedown: (event) => event.preventDefault(), click: () => this.choose(hit) },
      },
      element("span", {}, hit.name + also),
      element("small", {}, `${kind}, ${ties}`),
    );
  }

  choose(hit) {
    this.close();
    this.chosen(hit);
  }

  close() {
    this.turn += 1;
    clearTimeout(this.timer);
    this.open([]);
  }

  // Enter without a choice is left to the form.
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.hits.length) {
      event.preventDefault();
      this.point((this.at + step + this.hits.length) % this.hits.length);
    } else if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.choose(this.hits[this.at]);
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  point(at) {
    this.at = at;
    [...this.list.children].forEach((row, index) =>
      row.setAttribute("aria-selected", String(index === at)),
    );
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
    this.list.children[at].scrollIntoView({ block: "nearest" });
  }
}
