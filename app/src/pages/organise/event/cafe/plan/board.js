// The board without loading the page again: a chip is chosen in place, and changes of others appear by themselves.
// Everything works without this script, as links. `planchange` tells an island that the markup is another one.
const plan = document.querySelector("#plan");
let state = plan.dataset.state;
let asked = 0;

const place = (element) => {
  const cell = element?.closest("[data-round]");
  return cell && `[data-round="${cell.dataset.round}"] [data-person="${element.dataset.person}"]`;
};

// The page at an address, if it has a board.
async function load(address) {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return response.ok && page.querySelector("#plan") ? page : undefined;
}

// Shows what somebody asked for. If it is no board, the browser shows what it is.
async function visit(address, focus) {
  const turn = ++asked;
  const page = await load(address).catch(() => undefined);
  if (turn !== asked) return;
  if (page) show(page, focus);
  else location.assign(address);
}

// Shows what others changed. If the server is away, the board stays, and the change is asked for again.
async function update(changed) {
  if (changed === state) return;
  const turn = ++asked;
  // The page says what others have changed since the version that it shows now.
  const address = new URL(location.href);
  const version = plan.querySelector("[data-version]")?.dataset.version;
  if (version) address.searchParams.set("since", version);
  const page = await load(address).catch(() => undefined);
  if (turn !== asked) return;
  if (!page) return void setTimeout(update, 5_000, changed);
  const active = document.activeElement;
  // Whoever is choosing a target goes on with it on the new version.
  show(page, plan.contains(active) ? (place(active) ?? (active.id && `#${active.id}`)) : undefined);
}

function show(page, focus) {
  const next = page.querySelector("#plan");
  const folds = () => [...plan.querySelectorAll("details:not(.make-rule)")];
  const open = folds().map((details) => details.open);
  const scroll = plan.querySelector(".board-scroll")?.scrollLeft;
  plan.replaceChildren(...next.childNodes);
  folds().forEach((details, index) => (details.open = open[index] ?? false));
  if (scroll) plan.querySelector(".board-scroll").scrollLeft = scroll;
  state = plan.dataset.state = next.dataset.state;
  document.querySelector(".head .kind")?.replaceWith(...page.querySelectorAll(".head .kind"));
  if (focus) plan.querySelector(focus)?.focus({ preventScroll: true });
  document.querySelector("#plan-news").textContent = plan.querySelector("[data-say]")?.textContent ?? "";
  document.dispatchEvent(new CustomEvent("planchange"));
}

addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) {
    event.preventDefault();
    return event.target.closest(".plan-news").remove();
  }
  const link = event.target.closest("a[data-person], .here, .seat-bar a[href*='?'], .rounds a");
  if (event.defaultPrevented || !link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.href);
  if (address.pathname !== location.pathname || address.search === location.search) return;
  event.preventDefault();
  history.pushState(null, "", address.pathname + address.search);
  visit(address, place(link) ?? (link.closest(".rounds") ? `.rounds [href="${link.getAttribute("href")}"]` : "#seat-bar"));
});
addEventListener("keydown", (event) => {
  const close = event.key === "Escape" && !event.defaultPrevented && plan.querySelector("#seat-bar [data-close]");
  if (close && !event.target.closest("input, select, textarea")) close.click();
});
// After a change the page is another one: the keyboard goes on at the seat that was chosen.
const KEPT = "board-focus";
addEventListener("submit", () => {
  const chosen = plan.querySelector("a.seat.moved") ?? plan.querySelector("a.seat.mine");
  if (chosen) sessionStorage.setItem(KEPT, place(chosen));
});
const kept = sessionStorage.getItem(KEPT);
sessionStorage.removeItem(KEPT);
if (kept) plan.querySelector(kept)?.focus({ preventScroll: true });

addEventListener("popstate", () => visit(location.href));

const follow = () => {
  const source = new EventSource(plan.dataset.events);
  source.onmessage = ({ data }) => update(data);
  // The browser opens a lost connection again, except after an answer that is an error.
  source.onerror = () => source.readyState === EventSource.CLOSED && setTimeout(follow, 5000);
};
follow();
