import * as part from "SCRIPT";
await part.default({ module_or_path: "WASM" });
part.hydrate();
for (const island of document.querySelectorAll("leptos-island")) part[island.dataset.component]?.(island);
// A live region is read out when it changes, and not when the page is loaded with it.
for (const status of document.querySelectorAll("[data-announce]")) setTimeout(() => status.replaceChildren(status.textContent), 500);
