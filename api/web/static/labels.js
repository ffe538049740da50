// Labels keep a readable size on the screen. Where there is no room, those of the best connected
// are written; what is chosen always is.

const SMALLEST = 12; // pixels on the screen
const LINE = 1.18;
const MARGIN = 5; // pixels
const NEAR = 0.6; // from this scale there is room for badges

export class Labels {
  constructor(network, font) {
    this.network = network;
    this.font = font;
    this.nodes = [];
    this.first = new Set();
    this.more = {};
    this.written = [];
    network.on("afterDrawing", (context) => this.write(context));
  }

  set(nodes, more) {
    this.nodes = [...nodes].sort((one, other) => other.degree - one.degree);
    this.more = more;
  }

  write(context) {
    const scale = this.network.getScale();
    const size = Math.max(this.font.size, SMALLEST / scale);
    this.written = [];
    const taken = this.nodes.map((node) => this.shape(node)).filter(Boolean);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round" });
    const order = [
      ...this.nodes.filter((node) => this.first.has(node.id)),
      ...this.nodes.filter((node) => !this.first.has(node.id)),
    ];
    for (const node of order) this.place(context, node, size, taken);
    if (scale < NEAR) return;
    for (const node of this.nodes) this.badge(context, node, size * 0.8, taken);
  }

  shape(node) {
    const position = this.network.body.nodes[node.id];
    if (!position) return null;
    const half = node.size * 0.8;
    const { x, y } = position;
    return { id: node.id, area: [x - half, y - half, x + half, y + half] };
  }

  place(context, node, size, taken) {
    const position = this.network.body.nodes[node.id];
    if (!position) return;
    const chosen = this.first.has(node.id);
    context.font = `${chosen ? "bold " : ""}${size}px ${this.font.face}`;
    const lines = node.label.split("\n");
    const top = position.y + node.size + 4;
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const x = this.inSight(position.x, half);
    const area = [x - half, top, x + half, top + size * LINE * lines.length];
    if (!chosen && taken.some((one) => one.id !== node.id && overlap(area, one.area))) return;
    taken.push({ id: "", area });
    this.written.push({ id: node.id, area });
    lines.forEach((line, at) => this.text(context, line, x, top + at * size * LINE, size));
  }

  // Moves a label that the edge would cut, as long as its node is in sight.
  inSight(x, half) {
    const middle = this.network.getViewPosition().x;
    const width = this.network.canvas.frame.clientWidth / 2 - MARGIN;
    const reach = width / this.network.getScale();
    if (Math.abs(x - middle) > reach || half > reach) return x;
    return Math.min(Math.max(x, middle - reach + half), middle + reach - half);
  }

  // How many ties it has that are not shown: there is something to expand.
  badge(context, node, size, taken) {
    const position = this.network.body.nodes[node.id];
    if (!position || !this.more[node.id]) return;
    context.font = `${size}px ${this.font.face}`;
    const [x, y] = [position.x + node.size + size * 0.9, position.y - node.size - size * 0.4];
    const area = [x - size, y, x + size, y + size];
    if (taken.some((one) => overlap(area, one.area))) return;
    context.globalAlpha = 0.75;
    this.text(context, `+${this.more[node.id]}`, x, y, size);
    context.globalAlpha = 1;
  }

  // Returns the id of the node whose label is written there, if any.
  at({ x, y }) {
    const hit = this.written.find(({ area }) => overlap([x, y, x, y], area));
    return hit?.id;
  }

  text(context, line, x, y, size) {
    context.strokeStyle = this.font.strokeColor;
    context.lineWidth = size / 3.5;
    context.strokeText(line, x, y);
    context.fillStyle = this.font.color;
    context.fillText(line, x, y);
  }
}

function overlap(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
