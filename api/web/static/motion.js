// From one drawing to the next: turned so that what stays moves little, and moved in sight.

const TIME = 450; // milliseconds
const LINE_HEIGHT = 17; // of the drawing, as the server lays it out
const LABEL_GAP = 6;
const still = matchMedia("(prefers-reduced-motion: reduce)");

// Returns the nodes, mirrored where that brings those that stay nearer to where they are.
export function aligned(nodes, before) {
  const stay = nodes.filter((node) => before[node.id]);
  if (stay.length < 2) return nodes;
  const left = together(stay, before, "x") < 0;
  const up = together(stay, before, "y") < 0;
  const turned = nodes.map((node) => ({
    ...node,
    x: left ? -node.x : node.x,
    y: up ? mirrored(node) : node.y,
  }));
  return moved(turned, before);
}

// Labels stay below their shapes: it is the box of both that is mirrored.
function mirrored(node) {
  return -node.y - LABEL_GAP - LINE_HEIGHT * node.label.split("\n").length;
}

function moved(nodes, before) {
  const stay = nodes.filter((node) => before[node.id]);
  const shift = (axis) => mean(stay.map((node) => before[node.id][axis] - node[axis]));
  const [x, y] = [shift("x"), shift("y")];
  return nodes.map((node) => ({ ...node, x: node.x + x, y: node.y + y }));
}

function together(stay, before, axis) {
  const [now, then] = [mean(stay.map((n) => n[axis])), mean(stay.map((n) => before[n.id][axis]))];
  return mean(stay.map((n) => (n[axis] - now) * (before[n.id][axis] - then)));
}

function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

// Calls `place(id, x, y)` for each node until all are where they belong, then `done`.
export function move(nodes, before, start, place, done) {
  const from = (node) => before[node.id] ?? start ?? node;
  if (still.matches || !Object.keys(before).length) return done();
  const began = performance.now();
  const step = (now) => {
    const part = Math.min(1, Math.max(0, (now - began) / TIME));
    const eased = 1 - (1 - part) ** 3;
    for (const node of nodes) {
      const { x, y } = from(node);
      place(node.id, x + (node.x - x) * eased, y + (node.y - y) * eased);
    }
    if (part < 1) requestAnimationFrame(step);
    else done();
  };
  step(began);
}
