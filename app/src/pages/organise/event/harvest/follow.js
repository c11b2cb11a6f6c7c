// Takes over new points as they arrive.
const part = document.querySelector("[data-follow]");
if (part) {
  document.querySelector(".without-script").hidden = true;
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const response = await fetch(location, { cache: "no-store", signal: AbortSignal.timeout(15000) });
      if (!response.ok) return;
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
      const other = fresh.querySelector("[data-follow]");
      if (!other || other.dataset.follow === part.dataset.follow) return;
      const focused = part.contains(document.activeElement) && document.activeElement.id;
      // What is in use and cannot be found again stays as it is.
      if (focused === "") return;
      part.dataset.follow = other.dataset.follow;
      part.replaceChildren(...other.childNodes);
      if (focused) document.getElementById(focused)?.focus();
      const count = document.querySelector("[data-points-count]");
      count.textContent = fresh.querySelector("[data-points-count]").textContent;
    } catch {
      // The next one may get through.
    }
  }, 4000);
}
