// Colours for light and dark: the server gives those for light paper.

const dark = matchMedia("(prefers-color-scheme: dark)");
const ON_DARK = {
  "#33475b": "#a9bfd6",
  "#6b5836": "#d3b980",
  "#ffffff": "#12181f",
  "#000000": "#ffffff",
  "#16202b": "#e8edf2",
  "#0072b2": "#4ba6e0",
  "#009e73": "#22b98d",
  "#d55e00": "#f07a26",
  "rgba(200, 30, 30, 0.22)": "rgba(255, 90, 80, 0.3)",
};

export function painted(drawn) {
  return dark.matches ? repainted(drawn) : drawn;
}

function repainted(value) {
  if (typeof value === "string") return ON_DARK[value] ?? value;
  if (Array.isArray(value)) return value.map(repainted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, TEXTS.has(name) ? one : repainted(one)]),
  );
}

// Names and titles are not colours, whatever they say.
const TEXTS = new Set(["id", "label", "title", "name", "from", "to"]);

export function paper() {
  return dark.matches ? ON_DARK["#ffffff"] : "#ffffff";
}

export function onChange(handler) {
  dark.addEventListener("change", handler);
}
