// Offline reading: pages that were read, the search, and the lists that lead to everything.
//
// Pages come from the network while there is one, so nobody reads old law without need; files of the
// search come from the store at once and are fetched anew behind it.

const STORE = "tthc-1";
const OFFLINE = "ngoai-tuyen.html";
const A_DAY = 86400000;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** Keep a file; what was fetched within a day is not fetched again for it. */
async function keep(address, store) {
  const kept = await store.match(address);
  if (kept && Date.now() - Date.parse(kept.headers.get("date")) < A_DAY) return;
  await store.add(address);
}

// The page says which files its search needs, and which pages lead to the rest.
self.addEventListener("message", (event) => {
  const files = event.data.filter((each) => new URL(each).origin === self.location.origin);
  event.waitUntil(
    caches.open(STORE).then((store) => Promise.all(files.map((each) => keep(each, store).catch(() => {})))),
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
    // Links of that page start where it stands, so it is gone to, not shown at the wanted address.
    const offline = new URL(OFFLINE, self.registration.scope);
    if (!(await store.match(offline.href))) throw problem;
    offline.searchParams.set("trang", request.url);
    return Response.redirect(offline.href);
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
