// The legend: what there is of each in the drawing, and what is ticked off is hidden.

export class Legend {
  constructor(root, changed) {
    this.root = root;
    this.scene = null;
    this.shown = new Set();
    root.addEventListener("change", () => {
      this.refresh();
      changed();
    });
  }

  show(scene) {
    this.scene = scene;
    const { nodes, edges } = scene.drawing;
    this.count("kind", nodes.map((node) => node.kind));
    this.count("relation", edges.map((edge) => edge.relation));
    this.count("status", edges.map((edge) => edge.status));
    this.refresh();
  }

  count(group, values) {
    const fieldset = this.root.querySelector(`[data-group="${group}"]`);
    let any = false;
    for (const row of fieldset.querySelectorAll("[data-value]")) {
      const count = values.filter((value) => value === row.dataset.value).length;
      // What is hidden stays there to be shown again.
      row.hidden = count === 0 && row.querySelector("input").checked;
      row.querySelector(".count").textContent = count;
      any ||= !row.hidden;
    }
    fieldset.hidden = !any;
  }

  hidden(group) {
    const boxes = this.root.querySelectorAll(`[data-group="${group}"] input:not(:checked)`);
    return [...boxes].map((box) => box.value);
  }

  // The ids of nodes and edges that are left. One who loses all ties goes, unless asked for:
  // the same rule as that of the files, in api/web/seen.py.
  refresh() {
    const { drawing, asked } = this.scene;
    const [kinds, relations, statuses] = ["kind", "relation", "status"].map((g) => this.hidden(g));
    const kept = new Set(drawing.nodes.filter((n) => !kinds.includes(n.kind)).map((n) => n.id));
    const edges = drawing.edges.filter(
      (edge) =>
        !relations.includes(edge.relation) &&
        !statuses.includes(edge.status) &&
        kept.has(edge.from) &&
        kept.has(edge.to),
    );
    const tied = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    const stays = (node) => tied.has(node.id) || node.degree === 0 || node.id === asked?.id;
    const nodes = drawing.nodes.filter((node) => kept.has(node.id) && stays(node));
    this.shown = new Set([...nodes, ...edges].map((one) => one.id));
    this.totals = { nodes: nodes.length, edges: edges.length };
  }

  shows(id) {
    return this.shown.has(id);
  }

  parameters() {
    return {
      hidden_relations: this.hidden("relation"),
      hidden_statuses: this.hidden("status"),
      hidden_kinds: this.hidden("kind"),
    };
  }
}
