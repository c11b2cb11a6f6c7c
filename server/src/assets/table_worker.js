// Keeps the page of a table on the device, so that a phone without a connection can load it again. It answers for
// nothing but the pages of tables and their style sheet, whose address names the version of both.
const STYLE = "STYLE_SHEET";
const CACHE = `table ${STYLE}`;
const isPage = (url) => url.origin === location.origin && /^\/table\/[^/]+$/.test(url.pathname);
const isGone = ({ status }) => status === 404 || status === 410;
const roundOf = (url) => (url.searchParams.has("round") ? `?round=${url.searchParams.get("round")}` : "");
// Without what a form was sent for, or what is changed.
const isKept = (url) => [...url.searchParams.keys()].every((name) => name === "round");

addEventListener("install", (event) => {
  const keepStyle = async () => (await caches.open(CACHE)).add(STYLE);
  event.waitUntil(Promise.all([keepStyle(), skipWaiting()]));
});

addEventListener("activate", (event) => {
  const takeOver = async () => {
    for (const name of await caches.keys()) if (name.startsWith("table ") && name !== CACHE) await caches.delete(name);
    await clients.claim();
    // Pages that are open were loaded past this worker.
    for (const { url } of await clients.matchAll({ type: "window" }))
      if (isPage(new URL(url))) await keep(new URL(url), await fetch(url)).catch(() => {});
  };
  event.waitUntil(takeOver());
});

async function keep(url, response) {
  if (isGone(response)) await forget(url.pathname);
  else if (response.ok && !response.redirected && isKept(url)) await (await caches.open(CACHE)).put(url.pathname + roundOf(url), response);
}

// A link that does not work any more leaves nothing behind. Without a page there is nothing to work for.
async function forget(path) {
  const cache = await caches.open(CACHE);
  const pages = (await cache.keys()).filter(({ url }) => isPage(new URL(url)));
  const gone = pages.filter(({ url }) => new URL(url).pathname === path);
  for (const page of gone) await cache.delete(page, { ignoreVary: true });
  if (gone.length < pages.length) return;
  await caches.delete(CACHE);
  await registration.unregister();
}

async function page(event, url) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(url, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    // The page's own script has to learn that there is no connection.
    if (event.request.mode !== "navigate") throw error;
    const cache = await caches.open(CACHE);
    const match = (address, ignoreSearch) => cache.match(address, { ignoreSearch, ignoreVary: true });
    const kept = (await match(url.pathname + roundOf(url), false)) ?? (await match(url.pathname, true));
    if (!kept) throw error;
    return kept;
  }
}

async function style(request) {
  const kept = await caches.match(STYLE, { ignoreVary: true });
  return kept ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === STYLE) event.respondWith(style(event.request));
  else if (isPage(url)) event.respondWith(page(event, url));
});

// The page learns from what it sends, too, that its link does not work any more.
addEventListener("message", (event) => {
  if (event.data === "gone" && event.source) event.waitUntil(forget(new URL(event.source.url).pathname));
});
