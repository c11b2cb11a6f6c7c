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
// A list is filtered as soon as a choice is made; the keyboard stays where it was.
addEventListener("change", ({ target }) => {
  if (!target.matches("form.filters select")) return;
  target.form.requestSubmit();
  sessionStorage.setItem("filter", target.name);
});
if (document.querySelector("[data-print]")) print();
document.querySelector(`form.filters select[name="${sessionStorage.getItem("filter")}"]`)?.focus();
sessionStorage.removeItem("filter");
