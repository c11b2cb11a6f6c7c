// Takes over points as they arrive. The server names no point: the page is asked for.
const part = document.querySelector("[data-follow]");
let asking = false;
let again = false;

async function take() {
  const response = await fetch(location, { cache: "no-store", signal: AbortSignal.timeout(15_000) });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const other = fresh.querySelector("[data-follow]");
  if (!other || other.dataset.follow === part.dataset.follow) return;
  const focused = part.contains(document.activeElement) && document.activeElement.id;
  // What is in use and cannot be found again stays as it is, until it is left.
  if (focused === "") return void document.activeElement.addEventListener("blur", show, { once: true });
  part.dataset.follow = other.dataset.follow;
  part.replaceChildren(...other.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  document.querySelector("[data-points-count]").replaceWith(fresh.querySelector("[data-points-count]"));
}

// Points that arrive at once are taken over together.
async function show() {
  if (asking) return void (again = true);
  asking = true;
  do {
    again = false;
    // A connection that breaks is opened again, and begins with an event.
    await take().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
  } while (again);
  asking = false;
}

function follow() {
  const source = new EventSource(part.dataset.events);
  source.onmessage = () => {
    part.dataset.followed = "";
    show();
  };
  // The browser opens a lost connection again, except after an answer that is an error.
  source.onerror = () => source.readyState === EventSource.CLOSED && setTimeout(follow, 5_000);
}

if (part) {
  document.querySelector(".without-script").hidden = true;
  follow();
}
