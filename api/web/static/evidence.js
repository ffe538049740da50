// The claims for and against one tie: quotes with who said it, where, when, and how it is meant.

import { element, link } from "./element.js";
import { ask } from "./service.js";
import { balance, count, spaced, span } from "./words.js";

// Returns the elements that tell of one tie; more claims come when asked for.
export async function evidence(tie) {
  const question = { subject: tie.subject.id, relation: tie.relation, object: tie.object.id };
  const page = await ask("/evidence", question);
  const sides = {
    affirmed: side("Says so", page.tie.claims_for),
    denied: side("Denies it", page.tie.claims_against),
  };
  const more = element("button", { type: "button" }, "More claims");
  let next = null;
  const add = (found) => {
    for (const name of ["affirmed", "denied"]) sides[name].list.append(...found[name].map(claim));
    next = found.next;
    more.hidden = !next;
  };
  more.addEventListener("click", async () => add(await ask("/evidence", { ...question, cursor: next })));
  add(page);
  const order = tie.status === "denied" ? ["denied", "affirmed"] : ["affirmed", "denied"];
  return [...order.map((name) => sides[name].all).filter(Boolean), more];
}

function side(heading, number) {
  const list = element("ol", { class: "claims" });
  const told = `${heading} `;
  const all = element("section", {}, element("h3", {}, told, element("span", {}, String(number))), list);
  return { list, all: number ? all : null };
}

export function summary(tie) {
  return [
    element(
      "p",
      { class: "summary" },
      element("b", { class: `status ${tie.status}` }, tie.status),
      ` ${balance(tie)}`,
    ),
    facts([
      ["How", tie.modes.filter((mode) => mode !== "unspecified").map(spaced).join(", ")],
      ["When", span(tie.first_event, tie.last_event)],
      ["Reported", span(tie.first_report, tie.last_report)],
    ]),
  ];
}

function facts(pairs) {
  const told = pairs.filter(([, value]) => value);
  const rows = told.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
  return rows.length ? element("dl", {}, ...rows) : null;
}

function claim({ id, claim: said, article }) {
  const tags = [said.polarity, said.modality, said.mode].filter((tag) => tag !== "unspecified");
  const when = span(said.event_from, said.event_until);
  return element(
    "li",
    { data: { claim: id } },
    element("blockquote", {}, said.quote),
    element("p", { class: "source" }, ...speaker(said.speaker), ...source(article)),
    element(
      "p",
      { class: "tags" },
      ...tags.map((tag) => element("span", { class: tag }, spaced(tag))),
      when ? element("span", { class: "when" }, when) : null,
    ),
  );
}

function speaker(said) {
  if (!said) return ["In the writer’s words, "];
  const known = said.name ?? said.mention;
  const party = said.party ? ", a party to it" : "";
  return [element("b", {}, known), `${party}, in `];
}

function source(article) {
  const title = article.title ?? article.url;
  return [
    article.publisher ?? "an unknown publisher",
    article.wire ? ` (from ${article.wire})` : "",
    ", ",
    article.published ? element("time", { datetime: article.published }, article.published) : "undated",
    title ? ": " : "",
    title ? link(article.url, title) : null,
  ];
}

export function tieRow(tie, chosen, about = null) {
  const other = about === tie.subject.id ? tie.object : tie.subject;
  const parts = [
    element("span", {}, tie.subject.label),
    element("i", { class: tie.relation }, spaced(tie.relation)),
    element("span", {}, tie.object.label),
  ];
  const quote = about && element("q", {}, tie.best.quote);
  const status = element("b", { class: `status ${tie.status}` }, tie.status);
  const label = `${tie.subject.name} ${spaced(tie.relation)} ${tie.object.name}: ${tie.status}, ${count(
    tie.claims_for + tie.claims_against,
    "claim",
  )}`;
  return element(
    "li",
    {},
    element(
      "button",
      {
        type: "button",
        class: "tie",
        "aria-label": label,
        data: { tie: `${tie.subject.id} ${tie.relation} ${tie.object.id}`, other: other.id },
        on: { click: () => chosen(tie) },
      },
      element("span", { class: "line" }, ...parts, status),
      quote,
    ),
  );
}
