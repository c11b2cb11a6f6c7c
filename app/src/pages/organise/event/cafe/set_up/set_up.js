// Shows what a set-up makes possible while it is typed: asks the server and takes over the parts that it computes.
const form = document.querySelector("form#main-form");
if (form) {
  form.classList.add("has-script");
  let timer;
  let asked = 0;
  const update = async () => {
    const number = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.append("do", "reckon");
    // Nothing is saved: the same figures may be asked for again.
    body.delete("shown");
    let html;
    try {
      const response = await fetch(form.action, { method: "POST", body, headers: { "x-island": "1" } });
      html = await response.text();
    } catch {
      // The figures stay as they are. Saving says that the server cannot be reached.
      return;
    }
    const page = new DOMParser().parseFromString(html, "text/html");
    // Something else was typed meanwhile.
    if (number !== asked) return;
    // What cannot be read is named; the figures stay.
    const parts = page.querySelector("[data-is-stale]") ? "#live-stale" : "[data-updates]";
    for (const part of document.querySelectorAll(parts)) {
      const other = page.getElementById(part.id);
      if (!other) continue;
      part.replaceChildren(...other.childNodes);
      part.hidden = other.hidden;
    }
  };
  form.addEventListener("input", (event) => {
    if (event.target.name?.startsWith("rule[") || event.target.name?.startsWith("answer[")) return;
    clearTimeout(timer);
    timer = setTimeout(update, 300);
  });
}
