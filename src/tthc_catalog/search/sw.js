// Offline reading: pages that were read and the search, once it was used.
//
// Pages come from the network while there is one, so nobody reads old law without need; files of the
// search come from the store at once and are fetched anew behind it.

const STORE = "tthc-1";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The page says which files its search needs.
self.addEventListener("message", (event) => {
  const files = event.data.filter((each) => new URL(each).origin === self.location.origin);
  event.waitUntil(
    caches.open(STORE).then((store) => Promise.all(files.map((each) => store.add(each).catch(() => {})))),
  );
});

async function fresh(request, store) {
  const answer = await fetch(request);
  if (answer.ok) await store.put(request, answer.clone());
  return answer;
}

async function page(request) {
  const store = await caches.open(STORE);
  try {
    return await fresh(request, store);
  } catch (problem) {
    const kept = await store.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw problem;
  }
}

async function file(request, event) {
  const store = await caches.open(STORE);
  const kept = await store.match(request);
  const coming = fresh(request, store);
  if (!kept) return coming;
  event.waitUntil(coming.catch(() => {}));
  return kept;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request, event));
});
