// Keeps the draft and what is not sent yet on the device, and the page up to date.
const root = document.querySelector("[data-table]");
const form = document.querySelector("#write form");
const { area, fields } = form
  ? { area: form.elements.text, fields: form.elements }
  : { area: undefined, fields: undefined };
const KEY = `table ${location.pathname}`;
const read = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(`${KEY} ${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
};
// False where the device keeps nothing: the browser then sends the form itself.
const keep = (name, value) => {
  try {
    localStorage.setItem(`${KEY} ${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};
// Pages without TLS have no randomUUID.
const uuid = () =>
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16),
  );
const say = (text) => (root.querySelector("[data-said]").textContent = text);
const kinds = () => root.querySelector("[data-kinds]").content;
const kindName = (kind) => kinds().querySelector(`[value="${kind}"]`)?.textContent ?? "";

// The points as the server has them, with what waits on this device.
function show() {
  const list = root.querySelector("[data-round]");
  const queue = read("queue", []);
  for (const write of queue.filter(({ draft }) => !draft)) {
    let item = document.getElementById(`point-${write.point}`);
    if (write.remove) {
      item?.remove();
      continue;
    }
    if (!item && String(write.round) !== list.dataset.round) continue;
    if (!item) {
      item = root.querySelector("[data-point-template]").content.firstElementChild.cloneNode(true);
      item.id = `point-${write.point}`;
      item.dataset.point = write.point;
      item.dataset.revision = write.seen;
      list.append(item);
    }
    item.dataset.kind = write.kind;
    item.querySelector(".kindof").textContent = kindName(write.kind);
    item.querySelector(".words").textContent = write.text;
    const waits = item.querySelector("[data-waits]");
    waits.hidden = false;
    if (write.refused) waits.textContent = root.dataset.refused;
  }
  // What is typed here stands in the form.
  const own = form && (isEdit() ? copy?.point : fields.point.value);
  if (own) document.querySelector(`#point-${own}[data-is-draft]`)?.remove();
  root.querySelector("[data-count]").textContent = list.children.length;
  root.querySelector("[data-none]").hidden = list.children.length > 0;
  const { trouble, since } = status;
  const n = queue.filter(({ draft }) => !draft).length;
  const notice = root.querySelector("[data-offline-notice]");
  notice.hidden = !trouble;
  const waiting = n === 1 ? root.dataset.waitsOne : root.dataset.waitsOther.replace("{n}", n);
  const time = new Date(since ?? 0).toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
  const text = trouble ? `${root.dataset[trouble].replace("{time}", time)}${n ? ` ${waiting}` : ""}` : "";
  const line = notice.firstElementChild;
  if (line.textContent !== text) line.textContent = text;
}
const status = { trouble: undefined, since: undefined };
function troubled(trouble) {
  if (trouble !== status.trouble) status.since = Date.now();
  status.trouble = trouble;
}

// The draft of a change: a point of its own, until the change is kept or left.
let copy;
const isEdit = () => !form.querySelector("[data-edits]").hidden;
function keepDraft() {
  const { point, seen, kind } = fields;
  const kept = keep("draft", { text: area.value, kind: kind.value, point: point.value, seen: seen.value, isEdit: isEdit(), copy });
  const says = form.querySelector("[data-draft]");
  const text = kept && area.value.trim() ? says.dataset.says : "";
  if (says.textContent !== text) says.textContent = text;
}

// Something to send. It takes the place of what waits about the same point and was refused, or is an earlier draft.
function enqueue(write) {
  const isReplaced = ({ point, draft, tried, refused }) => point === write.point && ((draft && !tried) || refused);
  const others = read("queue", []).filter((other) => !isReplaced(other));
  return keep("queue", [...others, { id: uuid(), ...write }]);
}
const written = (more) => ({
  point: fields.point.value,
  seen: +fields.seen.value,
  round: +fields.round.value,
  kind: fields.kind.value,
  text: area.value.trim(),
  ...more,
});

// Points are saved as they are typed: after a pause, and not too often for a hall full of tables.
const drafts = { timer: 0, sent: 0, pause: 2000, apart: 10000 };
function draftSoon() {
  clearTimeout(drafts.timer);
  drafts.timer = setTimeout(sendDraft, Math.max(drafts.pause, drafts.sent + drafts.apart - Date.now()));
}
function sendDraft() {
  const write = written({ draft: true });
  write.remove = !write.text;
  if (isEdit()) {
    copy ??= { point: uuid(), seen: 0 };
    Object.assign(write, copy);
    keepDraft();
  }
  if ((write.remove && !write.seen) || [...write.text].length > 1000) return;
  drafts.sent = Date.now();
  if (!enqueue(write)) return;
  // Whoever goes on after taking everything out begins another point.
  if (write.remove && isEdit()) copy = undefined;
  else if (write.remove) edit();
  send();
}
// Takes back the draft of a change that was kept or left.
function discardCopy() {
  clearTimeout(drafts.timer);
  if (copy && form) enqueue(written({ ...copy, draft: true, remove: true }));
  copy = undefined;
}

// Takes the result of what was sent, and names it in what is still to be sent about the same point.
function settle(write, result) {
  const queue = read("queue", []).filter(({ id }) => id !== write.id);
  if (result.refused && !write.draft) queue.unshift({ ...write, refused: true });
  else if (!result.refused)
    for (const later of queue)
      if (later.point === write.point) Object.assign(later, { point: result.point, seen: result.revision });
  keep("queue", queue);
  if (result.result === "kept both") say(root.dataset.both);
  if (result.result === "not removed" && !write.draft) say(root.dataset.notRemoved);
  if (result.refused) return;
  // Whoever has begun to change the point, or begins before the page is loaded again, changes what was saved.
  const item = document.getElementById(`point-${write.point}`);
  if (item) Object.assign(item.dataset, { point: result.point, revision: result.revision });
  if (copy?.point === write.point) {
    copy = { point: result.point, seen: result.revision };
    keepDraft();
  } else if (fields?.point.value === write.point) {
    fields.point.value = result.point;
    fields.seen.value = result.revision;
    keepDraft();
  }
}

let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  try {
    for (;;) {
      const points = new Set();
      // What is about the same point waits for the revision that the first one makes.
      const writes = read("queue", [])
        .filter(({ refused }) => !refused)
        .slice(0, 20)
        .filter(({ point }) => !points.has(point) && points.add(point));
      if (!writes.length) break;
      const ids = new Set(writes.map(({ id }) => id));
      keep("queue", read("queue", []).map((write) => (ids.has(write.id) ? { ...write, tried: true } : write)));
      const response = await fetch(root.dataset.table, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ writes }),
        signal: AbortSignal.timeout(15000),
      });
      if (!response.ok) {
        // A link that was revoked, or a café that is long over, takes nothing more.
        troubled([404, 409].includes(response.status) ? "gone" : "busy");
        if (response.status === 404) navigator.serviceWorker?.controller?.postMessage("gone");
        return;
      }
      const { results } = await response.json();
      writes.forEach((write, place) => settle(write, results[place]));
      troubled(undefined);
    }
    await refresh();
  } catch {
    troubled("offline");
  } finally {
    sending = false;
    show();
  }
}

// Loads the page again and takes over what others have written.
async function refresh() {
  const here = new URL(location);
  for (const name of ["edit", "done"]) here.searchParams.delete(name);
  // Whoever writes stays in the round in which the writing began.
  if (area?.value.trim()) here.searchParams.set("round", fields.round.value);
  const response = await fetch(here, { cache: "no-store", signal: AbortSignal.timeout(15000) });
  if (!response.ok) return troubled(response.status === 404 ? "gone" : "busy");
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  troubled(undefined);
  const isOpen = root.querySelector("details.before")?.open ?? true;
  const focused = document.activeElement?.closest("[data-point]")?.id;
  for (const part of root.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (other && part.innerHTML !== other.innerHTML) part.replaceChildren(...other.childNodes);
  }
  const before = root.querySelector("details.before");
  if (before && !isOpen) before.open = false;
  if (focused && document.activeElement === document.body)
    (document.getElementById(focused)?.querySelector("a") ?? document.getElementById(focused))?.focus();
  const round = fresh.querySelector("#write [name=round]");
  if (round && fields && !area.value.trim()) fields.round.value = round.value;
}

function fault(text) {
  const line = form.querySelector("[data-error-for=text]");
  line.textContent = text;
  line.hidden = !text;
  if (text) area.setAttribute("aria-invalid", "true");
  else area.removeAttribute("aria-invalid");
}

// The form for a point that exists, or for a new one.
function edit(point, seen, kind, text) {
  Object.assign(fields.point, { value: point ?? uuid() });
  fields.seen.value = seen ?? "0";
  if (kind) fields.kind.value = kind;
  area.value = text ?? "";
  const labels = form.querySelector("[data-label-new]");
  const label = labels.querySelector("label");
  label.textContent = point ? labels.dataset.labelChange : labels.dataset.labelNew;
  for (const button of form.querySelectorAll("[data-edits]")) button.hidden = !point;
  fault("");
}

if (form) {
  const draft = read("draft");
  // A page that was kept on the device names a point that may be written already.
  if (!isEdit()) fields.point.value = uuid();
  if (draft?.text && !area.value) {
    const { point, seen, kind, text, isEdit } = draft;
    if (isEdit) edit(point, seen, kind, text);
    else edit(undefined, undefined, kind, text);
    copy = draft.copy;
  }
  if (draft?.text && !draft.isEdit) {
    fields.point.value = draft.point;
    fields.seen.value = draft.seen;
  }
  form.addEventListener("input", () => {
    fault("");
    keepDraft();
    draftSoon();
  });
  form.addEventListener("submit", (event) => {
    const remove = event.submitter?.value === "remove";
    const text = area.value.trim();
    const wrong = text ? [...text].length > 1000 && root.dataset.tooLong : root.dataset.missing;
    if (wrong && !remove) {
      event.preventDefault();
      fault(wrong);
      area.focus();
      return;
    }
    clearTimeout(drafts.timer);
    if (!enqueue(written({ remove }))) return;
    event.preventDefault();
    discardCopy();
    edit();
    keepDraft();
    show();
    area.focus();
    say(remove ? root.dataset.removed : root.dataset.saved);
    send();
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-change], [data-leave]");
    if (!link) return;
    event.preventDefault();
    discardCopy();
    if (link.matches("[data-leave]")) edit();
    else {
      const item = link.closest("[data-point]");
      const { point, revision, kind } = item.dataset;
      edit(point, revision, kind, item.querySelector(".words").textContent);
    }
    keepDraft();
    area.focus();
  });
}
addEventListener("online", send);
addEventListener("offline", () => {
  troubled("offline");
  show();
});
document.addEventListener("visibilitychange", () => document.hidden || send());
// A revoked link is not asked for again: wrong links are counted for everybody behind the same address.
setInterval(() => document.hidden || status.trouble === "gone" || send(), 5000);
// Without TLS there is none.
navigator.serviceWorker?.register("/table/worker.js").catch(() => {});
if (!navigator.onLine) troubled("offline");
show();
if (read("queue", []).length) send();
