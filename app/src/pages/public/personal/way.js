// Takes over the way when another plan is published, and as rounds begin and end. Without an answer the page stays as it
// is.
const INTERVAL = 15_000;
// Beside a stream only what it has missed.
const INTERVAL_BESIDE_EVENTS = 60_000;
// Phones that hear of one change ask one after the other.
const SPREAD = 400;
let asked = performance.now(), waiting, events;

async function take() {
  const response = await fetch(location, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const [part, other] = [document, fresh].map((page) => page.querySelector("[data-way]"));
  if (part.contains(document.activeElement)) return;
  // Without a published plan nobody has a way.
  if (!other) part.replaceChildren();
  else if (other.innerHTML !== part.innerHTML) part.replaceWith(other);
}

function ask() {
  clearTimeout(waiting);
  waiting = undefined;
  if (document.hidden) return;
  asked = performance.now();
  take().catch(() => {});
}

const askSoon = () => (waiting ??= setTimeout(ask, Math.random() * SPREAD));

function listen() {
  events = new EventSource(`${location.pathname}/events`);
  events.onmessage = ({ data }) => (data === "full" ? events.close() : askSoon());
}

if (document.querySelector("[data-way=follows]")) {
  listen();
  setInterval(() => {
    const isOpen = events.readyState === EventSource.OPEN;
    if (performance.now() - asked >= (isOpen ? INTERVAL_BESIDE_EVENTS : INTERVAL)) ask();
  }, 1_000);
  document.addEventListener("visibilitychange", () => document.hidden || askSoon());
}
