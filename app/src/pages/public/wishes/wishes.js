// Wishes without loading the page again. Every form works without this script; it sends the same forms, shows the part
// of the page that comes back, and moves a wish that is dragged by its title.
const wishes = document.querySelector("#wishes");
let turn = 0;
let sending = Promise.resolve();

const again = (button) => {
  if (!button?.name) return "#order";
  const id = button.value.split(" ")[0];
  if (button.name === "add") return `#offer-${button.value.split(" ")[1]} .rank`;
  if (button.name === "place") return `[data-wish="${id}"] [aria-label="${CSS.escape(button.ariaLabel ?? "")}"]`;
  return button.name === "remove" ? "#order" : `#slot-${id} button`;
};

async function send(form, button) {
  const mine = ++turn;
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.append(button.name, button.value);
  let page;
  try {
    const response = await fetch(form.action, { method: "POST", body });
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {}
  const next = page?.querySelector("#wishes");
  // Without an answer that can be shown, the browser sends the form itself and says what is wrong.
  if (!next) return button?.name ? click(button) : form.submit();
  if (mine !== turn) return;
  const typed = wishes.querySelector("[type=search]").value;
  wishes.replaceChildren(...next.childNodes);
  wishes.querySelector("[type=search]").value = typed;
  filter();
  const wrong = wishes.querySelector('.offers .fault, [aria-invalid="true"]');
  const focus = wrong ?? wishes.querySelector(again(button));
  focus?.focus({ preventScroll: focus !== wrong });
  const news = wishes.querySelector("#wish-news");
  news.append(...news.childNodes);
}
const click = (button) => {
  button.dataset.plain = "yes";
  button.click();
};

addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!wishes.contains(form) || submitter?.dataset.plain) return;
  event.preventDefault();
  if (form.method === "get") return filter();
  if (submitter?.ariaDisabled === "true") return;
  // One after the other: the second tap is made on what the first one saved.
  sending = sending.then(() => send(form, submitter));
});

// Without accents; an umlaut may be typed as two letters.
const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
const asUmlauts = (word) => word.replace(/([aou])e/g, "$1");

// The programme is filtered while somebody types.
function filter() {
  const words = folded(wishes.querySelector("[type=search]").value).split(/\s+/);
  for (const offer of wishes.querySelectorAll(".offers > li")) {
    const text = folded(offer.textContent);
    offer.hidden = !words.every((word) => text.includes(word) || text.includes(asUmlauts(word)));
  }
}
addEventListener("input", ({ target }) => target.matches?.("#wishes [type=search]") && filter());

// Dragging by mouse or finger: the handle is the title of the wish.
addEventListener("pointerdown", (event) => {
  const handle = event.target.closest?.("li[data-wish] > .what");
  if (!handle || event.button) return;
  const item = handle.parentElement;
  const list = item.parentElement;
  const before = [...list.children].indexOf(item);
  const move = ({ clientY }) => {
    item.dataset.dragged = "yes";
    const others = [...list.children].filter((other) => other !== item);
    const next = others.find((other) => {
      const box = other.getBoundingClientRect();
      return clientY < box.top + box.height / 2;
    });
    if (next !== item.nextElementSibling) list.insertBefore(item, next ?? null);
  };
  const end = ({ type }) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    delete item.dataset.dragged;
    const after = [...list.children].indexOf(item);
    if (after === before) return;
    if (type === "pointercancel") return list.insertBefore(item, list.children[before + (before > after ? 1 : 0)]);
    const button = item.querySelector("[name=place]");
    button.value = `${item.dataset.wish} ${after + 1}`;
    button.ariaDisabled = null;
    sending = sending.then(() => send(button.form, button));
  };
  // An item that moves in the list would lose the capture of the pointer.
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
});
