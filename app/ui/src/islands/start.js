import * as part from "SCRIPT";
await part.default({ module_or_path: "WASM" });
part.hydrate();
for (const island of document.querySelectorAll("leptos-island")) part[island.dataset.component]?.(island);
