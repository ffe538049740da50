// Asks the service. What goes wrong is thrown as a Problem, with the choices that it offers.

export class Problem extends Error {
  constructor(status, { detail, nearest = [], candidates = [] }) {
    super(detail);
    this.status = status;
    this.choices = [...candidates, ...nearest];
  }
}

export async function ask(path, parameters = {}) {
  const address = addressOf(path, parameters);
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => {
    throw new Problem(0, { detail: "The service does not answer. Is it still running?" });
  });
  const body = await answer.json().catch(() => ({ detail: `The service answered ${answer.status}.` }));
  if (!answer.ok) throw new Problem(answer.status, body);
  return body;
}

export function addressOf(path, parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "") search.append(name, one);
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
