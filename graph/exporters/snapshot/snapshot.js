"use strict";
(() => {
  const drawn = JSON.parse(document.getElementById("drawn").textContent);
  const box = document.getElementById("network");
  const font = drawn.options.nodes.font;
  const nodes = drawn.nodes.map((node) => ({ ...node, label: undefined }));
  const network = new vis.Network(
    box,
    { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(drawn.edges) },
    drawn.options,
  );
  const rows = new Map(
    [...document.querySelectorAll("[data-tie]")].map((row) => [row.dataset.tie, row]),
  );
  const byDegree = [...drawn.nodes].sort((one, other) => other.degree - one.degree);

  // Labels keep a readable size on the screen; where there is no room, those of the best
  // connected are shown. At full size the positions leave room for all.
  function writeLabels(context) {
    const scale = network.getScale();
    const size = Math.max(font.size, 11 / scale);
    const positions = network.getPositions();
    const taken = [];
    context.font = `${size}px ${font.face}`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    for (const node of byDegree) {
      const lines = node.label.split("\n");
      const { x, y } = positions[node.id];
      const top = y + node.size + 5;
      const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
      const area = [x - half, top, x + half, top + size * 1.15 * lines.length];
      if (taken.some((other) => overlap(area, other))) continue;
      taken.push(area);
      lines.forEach((line, at) => write(context, line, x, top + at * size * 1.15, size));
    }
  }

  function overlap(one, other) {
    return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  }

  function write(context, line, x, y, size) {
    context.strokeStyle = font.strokeColor;
    context.lineWidth = size / 4;
    context.strokeText(line, x, y);
    context.fillStyle = font.color;
    context.fillText(line, x, y);
  }

  function choose(keys) {
    for (const [key, row] of rows) row.classList.toggle("chosen", keys.has(key));
    const first = [...rows].find(([key]) => keys.has(key));
    if (first) first[1].scrollIntoView({ block: "nearest" });
  }

  function fit() {
    network.fit({ animation: false, maxZoomLevel: 1.3 });
  }

  network.once("afterDrawing", () => {
    fit();
    box.dataset.drawn = "true";
  });
  network.on("afterDrawing", writeLabels);
  network.on("click", (event) => choose(new Set(event.edges)));
  network.on("doubleClick", fit);
  window.addEventListener("resize", fit);
})();
