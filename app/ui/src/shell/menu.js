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
