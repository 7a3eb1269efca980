// Switches the service worker off: published under the name worker.js, it takes the place of the other one in each browser
// at the next visit, removes all it has kept, and removes itself (docs/offline.md).

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (/^(release|saved|good)/.test(name)) await caches.delete(name);
  }
  await registration.unregister();
}
