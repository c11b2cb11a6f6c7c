const close = (menu) => menu?.removeAttribute("open");
addEventListener("keydown", ({ key }) => {
  const menu = document.querySelector("details.menu[open]");
  if (key !== "Escape" || !menu) return;
  close(menu);
  menu.querySelector("summary").focus();
});
addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) close(menu);
});
// A list is filtered as soon as a choice is made with a pointer. Arrow keys change a choice step by step, so with the
// keyboard the button applies it.
const FILTER = "form.filters select";
let typedIn;
addEventListener("keydown", ({ target }) => (typedIn = target));
addEventListener("pointerdown", () => (typedIn = undefined));
addEventListener("change", ({ target }) => {
  if (!target.matches(FILTER) || target === typedIn) return;
  target.form.requestSubmit();
  sessionStorage.setItem("filter", target.name);
});
// The server reads no more than a limit. Beyond it, what was typed beside the files would be lost.
addEventListener("submit", (event) => {
  for (const input of event.target.querySelectorAll("input[data-most-bytes]")) {
    const bytes = [...input.files].reduce((sum, { size }) => sum + size, 0);
    if (bytes <= input.dataset.mostBytes) continue;
    event.preventDefault();
    const fault = document.getElementById(`${input.id}-fault`);
    fault.textContent = input.dataset.tooLarge;
    fault.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }
}, true);
if (document.querySelector("[data-print]")) print();
// A live region is read out when it changes, and not when the page is loaded with it.
for (const status of document.querySelectorAll("p[role=status]")) setTimeout(() => status.append(...status.childNodes), 500);
document.querySelector(`${FILTER}[name="${sessionStorage.getItem("filter")}"]`)?.focus();
sessionStorage.removeItem("filter");
