for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const says = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    // The same text once more is read out only if it was gone.
    says.replaceChildren();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Pages without TLS have no clipboard.
      document.execCommand("copy");
    }
    setTimeout(() => (says.textContent = button.dataset.done), 100);
  });
}
