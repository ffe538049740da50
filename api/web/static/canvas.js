// The drawing: vis-network with what the server laid out, and what is hidden left out.

import { Labels } from "./labels.js";
import { aligned, move } from "./motion.js";
import { paper, painted } from "./theme.js";

const CLOSEST = 1.15; // a small drawing is not blown up
const ROOM = { aside: 60, above: 26, below: 56 }; // pixels for labels and tools about a drawing
const THICKEST = 2; // times, so that lines of a drawing seen from afar stay visible

export class Canvas {
  constructor(box, handlers) {
    this.box = box;
    this.handlers = handlers;
    this.scene = null;
    this.filter = null;
    this.network = null;
    this.turn = 0;
    addEventListener("resize", () => this.network && this.fit());
  }

  // `from` is the id of the node that was expanded, from which new ones come out.
  show(scene, filter, from = null) {
    const before = this.network?.getPositions() ?? {};
    const keep = from !== null && this.network !== null;
    const drawn = painted(scene.drawing);
    const placed = keep ? aligned(drawn.nodes, before) : drawn.nodes;
    const nodes = placed.map((node) => ({ ...node, label: undefined }));
    this.scene = scene;
    this.drawn = drawn;
    this.times = 1;
    this.filter = filter;
    this.nodes = new vis.DataSet(nodes);
    this.edges = new vis.DataSet(drawn.edges);
    this.visible = {
      nodes: new vis.DataView(this.nodes, { filter: (node) => this.filter.shows(node.id) }),
      edges: new vis.DataView(this.edges, { filter: (edge) => this.filter.shows(edge.id) }),
    };
    if (!this.network) this.make(drawn.options);
    else this.network.setOptions(drawn.options);
    Object.assign(this.labels.font, drawn.options.nodes.font);
    this.labels.set(placed, scene.hidden_ties);
    this.network.setData(this.visible);
    this.settle(placed, keep ? before : {}, before[from]);
  }

  make(options) {
    this.network = new vis.Network(this.box, this.visibleAtFirst(), options);
    this.labels = new Labels(this.network, { ...options.nodes.font });
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", (event) => {
      const id = this.under(event);
      if (id) this.handlers.expand(id);
    });
    for (const name of ["hoverNode", "hoverEdge"]) {
      this.network.on(name, () => this.box.classList.add("over"));
    }
    for (const name of ["blurNode", "blurEdge"]) {
      this.network.on(name, () => this.box.classList.remove("over"));
    }
  }

  visibleAtFirst() {
    return { nodes: new vis.DataSet(), edges: new vis.DataSet() };
  }

  settle(placed, before, start) {
    const turn = ++this.turn;
    delete this.box.dataset.drawn;
    const place = (id, x, y) => turn === this.turn && this.at(id, x, y);
    this.fit();
    move(placed, before, start, place, () => {
      if (turn !== this.turn) return;
      for (const node of placed) this.at(node.id, node.x, node.y);
      this.fit();
      this.box.dataset.drawn = "true";
    });
  }

  at(id, x, y) {
    if (this.network.body.nodes[id]) this.network.moveNode(id, x, y);
  }

  // A label is part of its node.
  under({ nodes, pointer }) {
    return nodes[0] ?? this.labels.at(pointer.canvas);
  }

  clicked(event) {
    const id = this.under(event);
    if (id) this.handlers.node(id);
    else if (event.edges.length) this.handlers.edge(event.edges[0]);
    else this.handlers.nothing();
  }

  refilter() {
    this.visible.nodes.refresh();
    this.visible.edges.refresh();
    this.labels.set(this.labels.nodes, this.labels.more);
  }

  fit() {
    const shown = Object.values(this.network.getPositions(this.visible.nodes.getIds()));
    if (!shown.length) return;
    const [left, right] = ends(shown.map(({ x }) => x));
    const [top, bottom] = ends(shown.map(({ y }) => y));
    const scale = Math.min(
      CLOSEST,
      (this.box.clientWidth - 2 * Math.min(ROOM.aside, this.box.clientWidth / 9)) / Math.max(1, right - left),
      Math.max(40, this.box.clientHeight - ROOM.above - ROOM.below) / Math.max(1, bottom - top),
    );
    const lower = (ROOM.below - ROOM.above) / 2 / scale;
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 + lower };
    this.network.moveTo({ position, scale, animation: false });
    this.thicken(scale);
  }

  thicken(scale) {
    const times = Math.min(THICKEST, Math.max(1, 0.9 / scale));
    if (times === this.times) return;
    this.times = times;
    this.edges.update(
      this.drawn.edges.map(({ id, width, background }) => ({
        id,
        width: width * times,
        background: { ...background, size: background.size * times },
      })),
    );
  }

  choose({ nodes = [], edges = [] }) {
    const known = (set, ids) => ids.filter((id) => set.get(id));
    const chosen = { nodes: known(this.visible.nodes, nodes), edges: known(this.visible.edges, edges) };
    this.labels.first = new Set(chosen.nodes);
    for (const id of chosen.edges) {
      const { from, to } = this.edges.get(id);
      this.labels.first.add(from).add(to);
    }
    this.network.setSelection(chosen, { highlightEdges: true });
  }

  centre(id) {
    const scale = Math.max(1, this.network.getScale());
    this.network.focus(id, { scale, animation: false });
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: false });
  }

  // The drawing on paper, as a PNG blob.
  picture() {
    const drawn = this.box.querySelector("canvas");
    const copy = document.createElement("canvas");
    Object.assign(copy, { width: drawn.width, height: drawn.height });
    const context = copy.getContext("2d");
    context.fillStyle = paper();
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(drawn, 0, 0);
    return new Promise((resolve) => copy.toBlob(resolve, "image/png"));
  }
}

function ends(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}
