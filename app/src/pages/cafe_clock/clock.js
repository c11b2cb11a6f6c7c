// Counts on from the state of a café's clock by the server's time, also without the server. All pages that know one state
// agree on phase and time; what has changed arrives by server-sent events, or by asking.
const POLL = 4_000;
const POLL_BESIDE_EVENTS = 20_000;
const TIMEOUT = 4_000;
const PRESS_TIMEOUT = 12_000;
// How long it is said that a press has failed.
const STAYS = 10_000;
const SLOW = 1_500;
const PAGE = 10_000;
const NAMES_BEFORE = 3_600_000;
const WARNING = 120_000;
let root, state, shown, events, audio, since, last, asked = 0, takenOver = 0, replacing = false, again = false, pressing = false, sent, waiting = [], failedAt = -Infinity;
// A page that is replaced between pressing and releasing a button loses the click.
let released = Promise.resolve();
// The server's time at a reading of the page's own clock, which no setting of the computer moves.
let known = { server: 0, at: 0, error: Infinity };

const now = () => known.server + performance.now() - known.at;
const all = (name) => root.querySelectorAll(`[data-${name}]`);
const say = (element, text) => element.textContent === text || (element.textContent = text);
const clock = (time) => new Intl.DateTimeFormat(root.dataset.lang, { timeZone: root.dataset.zone, hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(time);
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function remaining(left) {
  const seconds = Math.ceil(left / 1_000);
  const [value, sign] = seconds < 0 ? [-seconds, "+"] : [seconds, ""];
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(value / 3_600);
  const minutes = Math.floor(value / 60) % 60;
  return `${sign}${hours ? `${hours}:${two(minutes)}` : minutes}:${two(value % 60)}`;
}

function position(time) {
  const at = state.paused ?? time;
  let index = 0;
  while (state.automatic && index + 1 < state.phases.length && at >= state.phases[index].ends) index += 1;
  const phase = state.phases[index];
  const left = phase.name === "over" ? 0 : phase.ends - at;
  const order = { before: 0, talk: 2 * phase.round + 1, change: 2 * phase.round, over: Infinity }[phase.name];
  return { phase, next: state.phases[index + 1], left, order, key: keyOf(phase) };
}

// As the server names phases.
function keyOf({ name, round }) {
  if (name === "talk") return `talk-${round}`;
  return name === "change" ? `change-${round - 1}` : name;
}

function viewOf({ phase, left }) {
  if (phase.name !== "before") return phase.name;
  return left > NAMES_BEFORE || !root.querySelector("[data-tables]") ? "calm" : "soon";
}

function show() {
  const time = now();
  const place = position(time);
  const { phase, next, left } = place;
  if (root.dataset.clock === "screen") {
    root.dataset.view = viewOf(place);
    root.dataset.phase = place.key;
  } else if (root.dataset.phase !== place.key) {
    replace();
  }
  const counts = phase.name === "before" ? left <= NAMES_BEFORE * 24 : phase.name !== "over";
  for (const element of all("remaining")) say(element, counts ? remaining(left) : "");
  for (const element of all("time")) say(element, fill(element.dataset.time, { time: clock(time) }));
  for (const element of all("until")) {
    element.hidden = !next || state.paused !== null || left < 0;
    say(element, fill(element.dataset.until, { time: clock(phase.ends) }));
  }
  for (const element of all("paused")) element.hidden = state.paused === null;
  if (phase.round) for (const element of all("round")) say(element, String(phase.round));
  for (const element of all("begins")) {
    const round = phase.name === "before" ? 1 : phase.round;
    const template = state.paused === null && left >= 0 && (state.automatic || phase.name === "before") ? element.dataset.begins : element.dataset.soon;
    say(element, fill(template, { round, time: clock(phase.ends) }));
  }
  for (const element of all("then")) {
    const { dataset } = element;
    const byClock = state.automatic && state.paused === null;
    if (next) say(element, byClock ? fill(dataset[next.name], { round: next.round, time: clock(phase.ends) }) : dataset.hand);
  }
  for (const element of all("bar")) {
    const round = Number(element.dataset.bar);
    const bar = element.querySelector("progress");
    const isNow = phase.name === "talk" && phase.round === round;
    element.toggleAttribute("data-now", isNow);
    const begun = phase.name === "over" || (phase.round && round < phase.round);
    bar.value = isNow ? Math.min(1, Math.max(0, 1 - left / (phase.ends - phase.begins))) : begun ? 1 : 0;
  }
  names(time, phase);
  bells(place);
  for (const element of all("alone")) say(element, since === undefined ? "" : fill(element.dataset.alone, { time: clock(since) }));
}

// The page of names depends on the time alone, so all screens show the same.
function names(time, phase) {
  const list = root.querySelector("[data-pages]");
  if (!list) return;
  const pages = JSON.parse(list.dataset.pages);
  const page = Math.floor(time / PAGE) % pages.length;
  const round = phase.name === "before" ? 1 : phase.round;
  for (const entry of list.children) {
    entry.toggleAttribute("data-turned", Number(entry.dataset.page) !== page);
    if (round) say(entry.lastElementChild, entry.dataset.tables.split("\n")[round - 1] || "–");
  }
  for (const element of all("letters")) say(element, pages.length > 1 ? pages[page] : "");
}

function bells(place) {
  const before = last;
  last = { ...place, isTalk: place.phase.name === "talk", rung: state.rung, at: performance.now() };
  // After a computer has slept there is nothing to ring for.
  if (!before || last.at - before.at > 3_000) return;
  const byHand = state.rung !== null && state.rung !== before.rung && now() - state.rung < 5_000;
  const isTalk = place.phase.name === "talk" && before.key === place.key;
  const warns = isTalk && before.left > WARNING && place.left <= WARNING;
  const ends = before.isTalk && place.order > before.order;
  const timeUp = isTalk && !state.automatic && before.left > 0 && place.left <= 0;
  if (byHand || (state.bells && (warns || ends || timeUp))) ring();
}

function ring() {
  root.dataset.bell = "";
  setTimeout(() => delete root.dataset.bell, 4_000);
  if (!audio) return;
  const strike = (delay) => {
    const at = audio.currentTime + delay;
    for (const [frequency, volume, length] of [[587, 0.5, 2.8], [1_174, 0.25, 1.8], [1_761, 0.12, 1]]) {
      const tone = audio.createOscillator();
      const gain = audio.createGain();
      tone.frequency.value = frequency;
      gain.gain.setValueAtTime(0.0001, at);
      gain.gain.exponentialRampToValueAtTime(volume, at + 0.01);
      gain.gain.exponentialRampToValueAtTime(0.0001, at + length);
      tone.connect(gain).connect(audio.destination);
      tone.start(at);
      tone.stop(at + length);
    }
  };
  strike(0);
  strike(1.2);
}

function adopt(fresh, began, ended) {
  const error = (ended - began) / 2;
  // An exact reading is kept; clocks of computers drift, so it is worth less after a while.
  if (error <= known.error + (ended - known.at) / 1_000) known = { server: fresh.now + error, at: ended, error };
  // What is shown counts: a page that could not be loaded is asked for again.
  const wasBefore = position(now()).phase.name === "before";
  state = fresh;
  // When it begins is part of what the server renders.
  const isBefore = wasBefore || position(now()).phase.name === "before";
  const follows = root.dataset.clock === "remote" || isBefore;
  const changed = fresh.version !== shown.version || (follows && fresh.revision !== shown.revision);
  if (changed) {
    // What is being loaded may be older than this.
    again = replacing;
    replace();
  }
  show();
}

async function ask() {
  asked = performance.now();
  const began = asked;
  try {
    const response = await fetch(`${root.dataset.source}/clock`, { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
    // The link was revoked, or the session is over: the page says so.
    if ([401, 403, 404].includes(response.status)) return location.reload();
    if (!response.ok) throw new Error(response.status);
    const fresh = await response.json();
    since = undefined;
    // The server answers again.
    if (!pressing && began - failedAt > STAYS) tell("");
    adopt(fresh, began, performance.now());
  } catch {
    since ??= now();
    show();
  }
}

// Takes over what the server renders now: other names, other buttons.
async function replace() {
  if (replacing) return;
  replacing = true;
  again = false;
  const before = takenOver;
  try {
    const response = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) {
      const page = await parsed(response);
      await released;
      // The answer to a button that was pressed meanwhile is newer.
      if (takenOver === before) takeOver(page);
    }
  } catch {
    since ??= now();
  }
  // A phase that the server has not reached yet is asked for again.
  setTimeout(() => {
    replacing = false;
    if (again) replace();
  }, again ? 0 : 500);
}

const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

// Whether a page has a clock, which is shown then.
function takeOver(page) {
  const fresh = page.querySelector("[data-clock]");
  if (!fresh) return false;
  const focused = root.contains(document.activeElement) && document.activeElement.textContent;
  // A bell is not over because something else changes.
  if ("bell" in root.dataset) fresh.dataset.bell = "";
  root.replaceWith(fresh);
  takenOver += 1;
  begin(fresh);
  // Where the button is gone, the keyboard goes on before the next step: to press again must not make it.
  if (focused) (named(fresh, focused) ?? fresh.querySelector("[data-steps]"))?.focus();
  return true;
}

const named = (part, text) => [...part.querySelectorAll("form button")].find((button) => button.textContent === text);

const tell = (text) => all("answer").forEach((element) => say(element, element.dataset[text] ?? ""));

// Sends a step of the remote control. Without an answer the buttons stay, and are pressed again: the server makes a step
// that arrives twice once. A button that is pressed before the answer to another is sent after it, where it is still there.
async function press(form, button) {
  // A step that is pressed again is on the way; minutes and the bell may be wanted twice.
  const isRepeated = button.textContent === sent && !button.closest(".thirds");
  if (pressing) return void (isRepeated || waiting.push(button.textContent));
  pressing = true;
  sent = button.textContent;
  tell("");
  const slow = setTimeout(tell, SLOW, "waiting");
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const response = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PRESS_TIMEOUT) });
    if (response.status >= 500) throw new Error(response.status);
    const page = await parsed(response);
    await released;
    // Another page says why: the session is over, or the café is gone.
    if (!takeOver(page)) return form.submit();
    const outcome = page.querySelector("#outcome");
    if (outcome) document.querySelector("#outcome")?.replaceWith(outcome);
    ask();
  } catch {
    waiting = [];
    failedAt = performance.now();
    tell("failed");
  } finally {
    clearTimeout(slow);
    pressing = false;
    pressNext();
  }
}

function pressNext() {
  const wanted = waiting.shift();
  if (!wanted) return;
  const button = named(root, wanted);
  if (button) press(button.form, button);
  else pressNext();
}

addEventListener("submit", (event) => {
  if (root.dataset.clock !== "remote" || !root.contains(event.target)) return;
  event.preventDefault();
  press(event.target, event.submitter);
});

let release = () => {};
addEventListener("pointerdown", ({ button }) => {
  if (button) return;
  released = new Promise((resolve) => (release = resolve));
  // A pointer of which nothing more is heard holds nothing up.
  setTimeout(release, 1_000);
});
for (const name of ["pointerup", "pointercancel", "contextmenu", "blur"]) addEventListener(name, () => setTimeout(release));

function listen() {
  events = new EventSource(`${root.dataset.source}/events`);
  events.onmessage = ask;
  events.onerror = () => setTimeout(ask, 300);
}

function begin(fresh) {
  root = fresh;
  shown = state = JSON.parse(root.dataset.state);
  if (known.error === Infinity) known = { server: state.now, at: performance.now(), error: Infinity };
  for (const button of all("sound")) {
    button.hidden = Boolean(audio);
    button.addEventListener("click", () => {
      audio = new AudioContext();
      button.hidden = true;
      ring();
    });
  }
  show();
}

begin(document.querySelector("[data-clock]"));
ask();
listen();
addEventListener("online", ask);
addEventListener("offline", ask);
document.addEventListener("visibilitychange", () => document.hidden || ask());
let before = Date.now() - performance.now();
setInterval(() => {
  const after = Date.now() - performance.now();
  // The computer has slept or its clock was set.
  if (Math.abs(after - before) > 1_000) {
    known.error = Infinity;
    ask();
  }
  before = after;
  if (events.readyState === EventSource.CLOSED && performance.now() - asked > POLL) listen();
  const pause = events.readyState === EventSource.OPEN && since === undefined ? POLL_BESIDE_EVENTS : POLL;
  if (performance.now() - asked > pause) ask();
  show();
}, 200);
