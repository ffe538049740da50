// Puts the parts together: what is asked for is loaded, drawn, listed, and written to the address.

import * as address from "./address.js";
import { Canvas } from "./canvas.js";
import * as download from "./download.js";
import { byId } from "./element.js";
import * as keyboard from "./keyboard.js";
import { Legend } from "./legend.js";
import * as notice from "./notice.js";
import { Panel } from "./panel.js";
import { ask } from "./service.js";
import { Suggestions } from "./suggestions.js";
import { onChange } from "./theme.js";
import { count, keyOf } from "./words.js";

let seen = { q: "", of: "", opened: [] };
let backs = "";
let scene = null;
let turn = 0;

const handlers = { node: showNode, edge: showEdge, nothing: showAll, tie: showTie, expand, around, backers };
const canvas = new Canvas(byId("network"), handlers);
const legend = new Legend(byId("legend"), filtered);
const panel = new Panel(byId("panel"), handlers);
const pointAt = keyboard.listen(canvas, handlers);
const shows = (id) => legend.shows(id);

// Loads what is wanted; what cannot be is said, and what was there stays.
async function load(wanted, { from = null, push = true, then = showAll } = {}) {
  const mine = ++turn;
  byId("stage").setAttribute("aria-busy", "true");
  try {
    const said = wanted.q ? await ask("/answer", { q: wanted.q }) : null;
    const parameters = { backs: said?.asked.id, of: wanted.of, opened: wanted.opened };
    const found = await ask("/drawing", parameters);
    if (mine !== turn) return;
    [seen, backs, scene] = [wanted, said?.asked.id ?? "", found];
    if (push) address.write(wanted);
    present(said, from);
    then();
  } catch (error) {
    if (mine === turn) refuse(error, wanted);
  } finally {
    if (mine === turn) byId("stage").removeAttribute("aria-busy");
  }
}

function present(said, from) {
  notice.clear();
  byId("answer").hidden = !said;
  byId("sentence").textContent = said?.sentence ?? "";
  byId("asked").value = said?.asked.name ?? "";
  document.title = said ? `Who backs ${said.asked.name}? – whobacks` : `${scene.title} – whobacks`;
  legend.show(scene);
  canvas.show(scene, legend, from);
  tellTotals();
  if (!scene.drawing.nodes.length) notice.empty();
}

function refuse(error, wanted) {
  const choose = ({ id }) => load(wanted.q ? { q: id, of: "", opened: [] } : { q: "", of: id, opened: [] });
  notice.failed(error, { retry: () => load(wanted), choose });
}

function tellTotals() {
  const { nodes, edges } = legend.totals;
  const { actors, places, ties, articles } = scene.whole;
  byId("shown").textContent =
    `${nodes} of ${count(actors + places, "actor and place", "actors and places")}, ` +
    `${edges} of ${count(ties, "tie")}, from ${count(articles, "article")}`;
}

function filtered() {
  if (!scene) return;
  canvas.refilter();
  tellTotals();
  showAll();
}

function showAll() {
  canvas.choose({});
  panel.all(scene, shows);
}

function showNode(id) {
  const node = scene.drawing.nodes.find((one) => one.id === id);
  if (!node) return around(id);
  canvas.choose({ nodes: [id] });
  pointAt(id);
  panel.entity(node, scene, shows);
  panel.reveal();
}

function showEdge(id) {
  showTie(scene.ties.find((tie) => keyOf(tie) === id));
}

function showTie(tie) {
  canvas.choose({ edges: [keyOf(tie)] });
  panel.tie(tie);
  panel.reveal();
}

function expand(id) {
  const opened = seen.opened.includes(id) ? seen.opened : [...seen.opened, id];
  return load({ ...seen, opened }, { from: id, then: () => showNode(id) });
}

function around(id) {
  return load({ q: "", of: id, opened: [] }, { then: () => showNode(id) });
}

function backers(id) {
  return load({ q: id, of: "", opened: [] });
}

function find({ id }) {
  byId("find").value = "";
  if (!scene || !shows(id)) return around(id);
  canvas.centre(id);
  canvas.box.focus({ preventScroll: true });
  return showNode(id);
}

const asking = new Suggestions(byId("asked"), byId("asked-list"), {
  family: "actor",
  chosen: ({ id }) => backers(id),
});
const finding = new Suggestions(byId("find"), byId("find-list"), { chosen: find });

byId("question").addEventListener("submit", (event) => {
  event.preventDefault();
  asking.close();
  const q = byId("asked").value.trim();
  if (q) load({ q, of: "", opened: [] });
});
byId("search").addEventListener("submit", async (event) => {
  event.preventDefault();
  const q = byId("find").value.trim();
  if (!q) return;
  finding.close();
  await ask("/search", { q, limit: 1 })
    .then(({ hits }) => (hits.length ? find(hits[0]) : around(q)))
    .catch((error) => refuse(error, { ...seen, of: q }));
});
byId("home").addEventListener("click", (event) => {
  event.preventDefault();
  load({ q: "", of: "", opened: [] });
});
byId("overview").addEventListener("click", () => load({ q: "", of: "", opened: [] }));
byId("closer").addEventListener("click", () => canvas.zoom(1.25));
byId("farther").addEventListener("click", () => canvas.zoom(0.8));
byId("fit").addEventListener("click", () => canvas.fit());
download.listen(
  byId("download"),
  () => ({ backs, of: seen.of, opened: seen.opened, ...legend.parameters() }),
  () => canvas.picture(),
);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input")) return;
  event.preventDefault();
  byId("find").focus();
});
addEventListener("popstate", () => load(address.read(), { push: false }));
onChange(() => scene && canvas.show(scene, legend));
if (matchMedia("(max-width: 900px)").matches) byId("legend").querySelector("details").open = false;
load(address.read(), { push: false });
