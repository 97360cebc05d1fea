/// <reference lib="webworker" />
// Keeps the app itself on the phone. Never touches what belongs to people: requests to the API go past it.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
// Filled in by the build.
const files: string[] = JSON.parse('__FILES__');
const cacheName = 'jangkau-field-__EDITION__';
const page = '/field/index.html';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      // All or nothing: half an app would not open offline.
      await cache.addAll(files.map((url) => new Request(url, { cache: 'reload' })));
      if (!worker.registration.active) await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith('jangkau-field-') && name !== cacheName) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

// The page asks when nobody is in the middle of a form.
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (!url.pathname.startsWith('/field')) return;
  const wanted = event.request.mode === 'navigate' ? page : url.pathname;
  event.respondWith(
    (async () => (await caches.match(wanted, { cacheName })) ?? (await fetch(event.request)))(),
  );
});
