// Keeps the site readable without a connection: a service worker for the whole site, never for the widget.
//
// - A page comes from the network; from here if that fails or takes too long.
// - A file with a hash in its name never changes: it comes from here, once it is here.
// - Each release of the site has a cache of its own, which is there whole or not at all. That of the release before stays for
//   pages that are still open.
// - What is no page, no such file and not the index of the content is none of this worker's business.
//
// To switch it off for good, publish worker-off.js under the name of this file (docs/offline.md).

// The build writes the next two lines: files are pairs of a path below the site's folder and a number of bytes.
const RELEASE = "";
const FILES = { start: [], later: [] };

const PATIENCE_MS = 4_000; // for a page; whoever has it here waits no longer for the network
const MOST_PAGES = 80; // kept of one release
const SITE = registration.scope;
const INDEX = new URL("data/index.json", SITE).href;
const SHELL = new URL("404.html", SITE).href; // starts the app at any address
const NOW = `release-${RELEASE}`;
const SAVED = "saved-"; // and a language: what a reader has saved for offline
const HASHED = /(\/search[-/][0-9a-f]{8,}\/[^/]+|[-.][0-9a-f]{8,}(_bg)?\.(?!html$)\w+)$/;

const isPage = (response) => /^text\/html/.test(response.headers.get("Content-Type") ?? "");
const whole = (path) => new URL(path, SITE).href;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(SITE) || url.pathname.includes("/embed/")) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (url.href === INDEX) event.respondWith(index(event));
  else if (HASHED.test(url.pathname) && !url.pathname.includes("/cite/")) event.respondWith(file(event, url));
});
addEventListener("message", (event) => event.waitUntil(answer(event)));

// Fails as a whole if one file is missing or there is no room, and then the release before goes on: of this one nothing stays.
async function install() {
  const isFirst = !(await caches.has(NOW));
  const cache = await caches.open(NOW);
  const taken = await Promise.allSettled([...FILES.start.map(([path]) => takeOnce(cache, whole(path))), take(cache, SHELL, { cache: "reload" })]);
  const failed = taken.find(({ reason }) => reason);
  if (failed && isFirst) await caches.delete(NOW);
  if (failed) throw failed.reason;
  await skipWaiting();
}

// A file that never changes into a cache, from another one where it is.
async function takeOnce(cache, url) {
  const known = await caches.match(url);
  if (known) await cache.put(url, known);
  else await take(cache, url);
}

// A file into a cache; a fault if it is not what was asked for.
async function take(cache, url, options) {
  const response = await fetch(url, options);
  if (!response.ok || (isPage(response) && url !== SHELL)) throw new Error(`${url}: ${response.status}`);
  await cache.put(url, response);
}

// Caches are listed in the order in which they were made: the newest before this one stays.
async function activate() {
  const before = (await caches.keys()).filter((name) => name.startsWith("release-") && name !== NOW);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
  for (const client of await clients.matchAll()) client.postMessage({ release: RELEASE });
}

// Where space runs out, the release before goes first; the reader notices nothing.
async function keep(request, response) {
  try {
    const cache = await caches.open(NOW);
    await cache.put(request, response);
    const pages = (await cache.keys()).filter(({ url }) => !/\.\w+$/.test(new URL(url).pathname));
    await Promise.all(pages.slice(0, -MOST_PAGES).map((old) => cache.delete(old)));
  } catch {
    const before = (await caches.keys()).filter((name) => name.startsWith("release-") && name !== NOW);
    await Promise.all(before.map((name) => caches.delete(name)));
  }
}

// An answer that is late is still kept for the next time.
function inTime(event, fetched) {
  event.waitUntil(fetched.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  return Promise.race([fetched.catch(() => null), late]);
}

// The newest release first: it was made last.
async function find(url) {
  for (const name of (await caches.keys()).reverse()) {
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
  return undefined;
}

async function page(event) {
  const address = event.request.url.split(/[?#]/)[0]; // one page, whatever is asked of it
  const fetched = fetch(event.request).then(async (response) => {
    if (response.ok && isPage(response) && !response.redirected) await keep(address, response.clone());
    return response;
  });
  const response = await inTime(event, fetched);
  if (response && response.status < 500) return response;
  return (await find(address)) ?? (await find(SHELL)) ?? response ?? fetched;
}

// boot/offline.js keeps an index when the app could use it: the last good one.
async function index(event) {
  const fetched = fetch(event.request);
  const response = await inTime(event, fetched);
  if (response?.ok) return response;
  const kept = await (await caches.open("good")).match(INDEX);
  if (!kept) return response ?? fetched;
  const headers = new Headers(kept.headers);
  headers.set("X-Kept", "yes");
  return new Response(kept.body, { status: 200, headers });
}

async function file(event, url) {
  const isFresh = event.request.cache === "reload" || url.search !== ""; // a new try after a damaged one
  const kept = isFresh ? null : await caches.match(url.href);
  if (kept) return kept;
  const response = await fetch(event.request);
  // Some hosts send a page for whatever is missing. It would be taken for the file, here for ever.
  if (response.ok && isPage(response)) return new Response("", { status: 404 });
  if (response.ok) event.waitUntil(keep(url.origin + url.pathname, response.clone()));
  return response;
}

// What a page asks through a port: the release, the bytes that a language needs, or to save it.
async function answer({ data, ports: [port] }) {
  try {
    if (data.ask === "release") port.postMessage(RELEASE);
    if (data.ask === "saved") port.postMessage(await isSaved(data.language));
    if (data.ask === "bytes") port.postMessage((await filesOf(data.language)).reduce((sum, [, bytes]) => sum + bytes, 0));
    if (data.ask === "save") port.postMessage(await save(data.language));
  } catch {
    port.postMessage(null);
  }
}

// Everything that the app asks for in a language.
async function filesOf(language) {
  const response = (await (await caches.open("good")).match(INDEX)) ?? (await fetch(INDEX));
  const { parts } = await response.json();
  const isOther = (name) => /\.(en|fr|es|ar|zh|ru)$/.test(name) && !name.endsWith(`.${language}`);
  const wanted = Object.entries(parts).filter(([name]) => !isOther(name) && name !== "search");
  return [...FILES.start, ...FILES.later, ...wanted.map(([, { file, bytes }]) => [`data/${file}`, Number(bytes)])];
}

const isSaved = async (language) => (await caches.has(SAVED + language)) && Boolean(await (await caches.open(SAVED + language)).match(whole(RELEASE)));

// Saves into the cache of a language. The mark that it is whole comes last; files of a former release go then. What has come
// before the connection is lost is there for the next try; where space runs out, it makes room for what is read now.
async function save(language) {
  const cache = await caches.open(SAVED + language);
  const wanted = (await filesOf(language)).map(([path]) => whole(path));
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const added = [];
  try {
    for (const url of wanted.filter((url) => !here.has(url))) {
      await takeOnce(cache, url);
      added.push(url);
    }
    await cache.put(whole(RELEASE), new Response(RELEASE));
  } catch (error) {
    if (error.name === "QuotaExceededError") await Promise.all(added.map((url) => cache.delete(url)));
    throw error;
  }
  const useful = new Set([...wanted, whole(RELEASE)]);
  await Promise.all((await cache.keys()).filter(({ url }) => !useful.has(url)).map((old) => cache.delete(old)));
  return true;
}
