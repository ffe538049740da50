// The drawing by keyboard: arrows go from one to the next, letters do what the mouse does.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NARROW = 0.35; // cosine: what lies farther aside is not in that direction

export function listen(canvas, { node, expand }) {
  let at = null;
  const keys = {
    Enter: () => at && node(at),
    e: () => at && expand(at),
    f: () => canvas.fit(),
    "+": () => canvas.zoom(1.25),
    "-": () => canvas.zoom(0.8),
  };
  canvas.box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !canvas.network) return;
    const way = WAYS[event.key];
    if (!way && !keys[event.key]) return;
    event.preventDefault();
    if (!way) return keys[event.key]();
    at = next(canvas, at, way);
    if (!at) return;
    canvas.choose({ nodes: [at] });
    inSight(canvas, at);
  });
  return (id) => (at = id);
}

function next(canvas, at, [right, down]) {
  const positions = canvas.network.getPositions(canvas.visible.nodes.getIds());
  if (!at || !positions[at]) return canvas.labels.nodes.find(({ id }) => positions[id])?.id ?? null;
  let best = at;
  let nearest = Infinity;
  for (const [id, { x, y }] of Object.entries(positions)) {
    const [aside, below] = [x - positions[at].x, y - positions[at].y];
    const distance = Math.hypot(aside, below);
    const cosine = (aside * right + below * down) / distance;
    if (id === at || !(cosine > NARROW) || distance / cosine ** 2 >= nearest) continue;
    [best, nearest] = [id, distance / cosine ** 2];
  }
  return best;
}

function inSight(canvas, id) {
  const { x, y } = canvas.network.canvasToDOM(canvas.network.getPosition(id));
  const { clientWidth, clientHeight } = canvas.box;
  const margin = 50;
  if (x > margin && y > margin && x < clientWidth - margin && y < clientHeight - margin) return;
  canvas.network.moveTo({ position: canvas.network.getPosition(id), animation: false });
}
