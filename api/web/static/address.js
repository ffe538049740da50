// What the page shows, as it stands in its own address: `?q=`, or `?of=`, and `opened=`.

import { addressOf } from "./service.js";

export function read() {
  const search = new URLSearchParams(location.search);
  return { q: search.get("q") ?? "", of: search.get("of") ?? "", opened: search.getAll("opened") };
}

export function write(seen) {
  const address = addressOf("/", seen);
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
}
