/**
 * Serves the page from what the browser keeps: files with a hash in their names never change, and
 * index.html belongs to the version of this worker. A new version is fetched beside the old one
 * and shown at the next opening; what a page of the old one may still ask for stays till then.
 */
declare const FILES: string[];
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerScope;
const PARTS = "gpar-lint"; // shared by all versions: most parts stay the same from one to the next
const PAGE = `gpar-lint-page-${VERSION}`;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  const isPage = event.request.mode === "navigate";
  if (isPage) event.waitUntil(tidy());
  event.respondWith(isPage ? page(event.request) : part(event.request));
});

async function install(): Promise<void> {
  const pages = await caches.open(PAGE);
  const response = await fetch("index.html", { cache: "no-cache" });
  if (!response.ok) throw new Error(`index.html: ${response.status}`);
  await pages.put("index.html", response);
  const parts = await caches.open(PARTS);
  for (const file of FILES) if (!(await parts.match(file))) await parts.add(file);
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith("gpar-lint-page-") && name !== PAGE) await caches.delete(name);
  }
  await worker.clients.claim();
}

/** Take away the parts of other versions, unless a page that may ask for them is open. */
async function tidy(): Promise<void> {
  if ((await worker.clients.matchAll()).length) return;
  const parts = await caches.open(PARTS);
  const wanted = new Set(FILES.map((file) => new URL(file, location.href).href));
  for (const request of await parts.keys()) {
    if (!wanted.has(request.url)) await parts.delete(request);
  }
}

async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(PAGE)).match("index.html");
  return kept ?? fetch(request);
}

async function part(request: Request): Promise<Response> {
  const kept = await (await caches.open(PARTS)).match(request);
  return kept ?? fetch(request);
}
