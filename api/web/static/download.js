// What is seen as a file: made by the server from the same parameters, the picture from the canvas.

import { byId, element } from "./element.js";
import { addressOf } from "./service.js";

const FREED = 10_000; // milliseconds after which a picture is let go of

export function listen(menu, parameters, picture) {
  for (const anchor of menu.querySelectorAll("[data-format]")) {
    anchor.addEventListener("click", () => {
      const asked = { ...parameters(), format: anchor.dataset.format };
      anchor.href = addressOf("/drawing/file", asked);
      menu.open = false;
    });
  }
  byId("png").addEventListener("click", async () => {
    menu.open = false;
    save(await picture(), "whobacks.png");
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menu.open = false;
  });
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), FREED);
}
