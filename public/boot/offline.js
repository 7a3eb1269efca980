// The site without a connection, and another release of it: the page's side of the service worker (worker.js).

const canWork = "serviceWorker" in navigator && script.dataset.worker && self === top;
const KEPT = "good"; // the cache of the last index that the app could use
const INDEX = `${site}data/index.json`;
let isKept = false; // the index came from there
let known = ""; // the index that is in use
let isNew = false; // another release is here
let listener = null; // what the app wants to be told

// The worker is asked for when the page is there; it needs the network, and the page comes first.
async function work() {
  if (!canWork) return;
  try {
    navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data.release));
    const worker = await navigator.serviceWorker.register(ownScript(script.dataset.worker), { updateViaCache: "none" });
    addEventListener("online", () => worker.update().catch(() => {}));
  } catch {
    // Storage or workers are forbidden here: then the site works as long as there is a connection.
  }
}

function heard(release) {
  isNew = isNew || release !== script.dataset.release;
  listener?.(state());
}

const state = () => (isNew ? "new" : isKept || !navigator.onLine ? "offline" : "");

// Tells now and whenever it changes: "" for all well, "offline" without a connection, "new" if another release is here.
function watch(told) {
  listener = told;
  addEventListener("online", () => {
    isKept = false;
    told(state());
  });
  addEventListener("offline", () => told(state()));
  told(state());
}

const offline = (ask, language = null) => askWorker({ ask, language }).catch(() => null);

// Asks the worker something; null if it does not answer.
async function askWorker(question) {
  if (!canWork) return null;
  const worker = (await navigator.serviceWorker.ready).active;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}

// The index was of use, so it is the one to fall back on.
async function keep(text) {
  known = text;
  work();
  try {
    if (canWork && !isKept) await (await caches.open(KEPT)).put(INDEX, new Response(text, { headers: { "Content-Type": "application/json" } }));
  } catch {
    // No room, or none allowed.
  }
}

// The last index that was of use, where there is one.
async function kept() {
  try {
    const response = canWork && (await (await caches.open(KEPT)).match(INDEX));
    if (response) isKept = true;
    return response ? response.text() : null;
  } catch {
    return null;
  }
}

// A part is not there. If there is another release by now, the page is asked for again, once for each release.
async function missing() {
  try {
    const text = await (await fetch(INDEX, { cache: "no-cache" })).text();
    if (!JSON.parse(text).parts || text === known || sessionStorage.getItem("asked") === text) return;
    sessionStorage.setItem("asked", text);
    location.reload();
  } catch {
    // No connection, no index or no storage: the reader decides.
  }
}
