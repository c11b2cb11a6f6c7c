// While a PDF is written, the page says so. Without this script the browser loads the file itself.
let writing = false;

addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  if (!action.endsWith("/paper.pdf")) return;
  event.preventDefault();
  if (writing) return;
  writing = true;
  const news = form.querySelector("[data-writing]");
  news.textContent = news.dataset.writing;
  let said = "";
  try {
    const response = await fetch(`${action}?${new URLSearchParams(new FormData(form, submitter))}`);
    const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition"))?.[1];
    if (!response.ok || !name) throw new Error(response.status);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
  } catch {
    said = news.dataset.failed;
  }
  news.textContent = said;
  writing = false;
});
