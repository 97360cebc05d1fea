/// <reference lib="webworker" />
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** What an app for phones consists of; the precache plugin fills it in. */
interface KeptApp {
  /** Folder of the app, '/field/'. */
  prefix: string;
  /** Addresses of all its files. */
  files: string[];
  /** Another one with every change. */
  edition: string;
}

/** Keeps an app itself on the phone. Never touches what belongs to people: requests to the API go past it. */
export function keepApp({ prefix, files, edition }: KeptApp): void {
  const family = `jangkau-${prefix.replaceAll('/', '')}-`;
  const cacheName = family + edition;

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
          if (name.startsWith(family) && name !== cacheName) await caches.delete(name);
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
    if (!url.pathname.startsWith(prefix.slice(0, -1))) return;
    const wanted = event.request.mode === 'navigate' ? `${prefix}index.html` : url.pathname;
    event.respondWith(
      (async () => (await caches.match(wanted, { cacheName })) ?? (await fetch(event.request)))(),
    );
  });
}
