// The site without a connection: what has been seen stays, what was saved is there, a new release is told, and the service
// worker can be switched off.

import assert from "node:assert/strict";
import { test } from "node:test";

import { axe } from "../report/axe.mjs";
import { readFiles, startServer } from "../report/server.mjs";
import { heading, main, started, useSite, visit } from "./support.mjs";

const files = readFiles("dist");
const DATE = /23 November 2026/;

/** A server of its own for each test, because it is taken away and what it serves is changed. */
function offlineTest(name, act, prepare = async () => {}) {
  test(name, async (t) => {
    const served = new Map(files);
    const server = await startServer(served);
    const site = { browser: shared.browser, server };
    t.after(() => server.close().catch(() => {}));
    await visit(site, "/en/countries", (page, context) => act({ page, context, server, served, site }), { faults: true, serviceWorkers: "allow", prepare: (page) => prepare({ page, server }) });
  });
}
const shared = useSite();

/** The service worker controls the page. */
const ready = async (page) => {
  await started(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};
const open = async (page, path, server) => {
  await page.goto(server.url + path);
  await started(page);
};
const notice = (page) => page.locator(".update");
const save = (page) => page.locator(".save-strip").getByRole("button");

offlineTest("pages that have been seen can be read, with the date of their content", async ({ page, server }) => {
  await ready(page);
  await open(page, "/en/countries/KEN", server);
  await page.getByRole("link", { name: "Publications", exact: true }).first().click();
  await main(page).locator(".publication").first().waitFor();
  await server.close();
  await open(page, "/en/countries/KEN", server);
  await heading(page, /Kenya/);
  assert.match(await notice(page).textContent(), DATE);
  await save(page).waitFor();
  assert.deepEqual((await axe(page)).violations, []);
  assert.ok((await main(page).textContent()).includes("WHO Country Office"));
  // A page that was never asked for is drawn by the app from content that is there.
  await open(page, "/en/countries/FJI", server);
  await heading(page, /Fiji/);
});

offlineTest("what was saved for offline is whole: every kind of page, the search and the map", async ({ page, server }) => {
  await ready(page);
  const button = save(page);
  await button.waitFor();
  const [, size] = (await button.textContent()).match(/\(([\d.]+) MB\)/) ?? assert.fail("no size is told");
  assert.ok(Number(size) > 1 && Number(size) < 4, size);
  await button.click();
  await page.getByText(/Saved on this device/).waitFor();
  await server.close();
  for (const path of ["/en", "/en/strategies", "/en/at-work", "/en/reform", "/en/un-collaboration", "/en/support", "/en/contact", "/en/about", "/en/countries/TUV", "/en/publications/fensa-handbook-2018"]) {
    await open(page, path, server);
    await main(page).locator("h1").waitFor();
    assert.equal(await main(page).getByRole("alert").count(), 0, path);
    assert.equal(await main(page).getByRole("progressbar").count(), 0, path);
  }
  await open(page, "/en/publications?q=health", server);
  await main(page).locator(".publication").first().waitFor();
  await open(page, "/en/countries?view=map", server);
  await main(page).locator(".map__area").first().waitFor();
});

offlineTest("a language that was saved is said to be saved at the next visit", async ({ page, server }) => {
  await ready(page);
  await save(page).click();
  await page.getByText(/Saved on this device/).waitFor();
  await open(page, "/en/about", server);
  await page.getByText(/Saved on this device/).waitFor();
  await open(page, "/ar/about", server);
  await save(page).waitFor();
});

/** So many bytes, and no more, may be kept of the site on this device; as many as ever without a number. */
async function allow(page, server, bytes) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
}

/** How many files each cache holds, by its name. */
const cached = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(names.map(async (name) => [name, (await (await caches.open(name)).keys()).length]));
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  });

offlineTest("where space runs out, saving says so, keeps no half of it, and the site goes on", async ({ page, server }) => {
  await ready(page);
  await save(page).waitFor();
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await allow(page, server, usage + 400_000);
  const before = await cached(page);
  await save(page).click();
  await page.getByText(/could not be saved.*too little space/i).waitFor();
  assert.deepEqual(await cached(page), before);
  assert.deepEqual((await axe(page)).violations, []);
  await open(page, "/en/countries/KEN", server);
  await heading(page, /Kenya/);
  assert.match(await save(page).textContent(), /MB/, "it is offered again, and not said to be saved");
  // With room for it, the same button saves.
  await allow(page, server);
  await save(page).click();
  await page.getByText(/Saved on this device/).waitFor();
  await server.close();
  await open(page, "/en/strategies", server);
  await main(page).locator(".cycles__item").first().waitFor();
});

offlineTest(
  "a device without any room shows the site as long as there is a connection",
  async ({ page, server }) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await started(page);
    await page.waitForTimeout(1500); // in which the worker would be there
    assert.deepEqual(await cached(page), {});
    assert.equal(await notice(page).count(), 0);
    assert.equal(await page.locator(".save-strip").isHidden(), true);
    await page.getByRole("link", { name: "Strategies", exact: true }).first().click();
    await main(page).locator(".cycles__item").first().waitFor();
    await open(page, "/en/countries/KEN", server);
    await heading(page, /Kenya/);
    assert.deepEqual(faults, []);
  },
  ({ page, server }) => allow(page, server, 1),
);

offlineTest("where space runs out, pages that are read take the place of the release before", async ({ page, server }) => {
  await ready(page);
  await page.evaluate(async () => (await caches.open("release-before")).put("/old", new Response("x".repeat(500_000))));
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await allow(page, server, usage + 10_000);
  for (const code of ["KEN", "FJI", "FRA"]) {
    await open(page, `/en/countries/${code}`, server);
    await heading(page, /Kenya|Fiji|France/);
  }
  await page.waitForFunction(async () => !(await caches.has("release-before")));
});

const released = (served) => {
  const text = served.get("/worker.js").toString();
  const [, old] = text.match(/^const RELEASE = "(\w+)";/m);
  served.set("/worker.js", Buffer.from(text.replaceAll(old, "another-release")));
  for (const [path, body] of served) {
    if (path.endsWith(".html")) served.set(path, Buffer.from(body.toString().replace(`data-release="${old}"`, 'data-release="another-release"')));
  }
};

offlineTest("a new release is told politely, to a page that is open, and shown when the reader wants it", async ({ page, served }) => {
  await ready(page);
  assert.equal(await notice(page).count(), 0);
  released(served);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await notice(page).getByText(/new version/).waitFor();
  assert.equal(await notice(page).locator("xpath=..").getAttribute("role"), "status");
  await notice(page).getByRole("button", { name: "Show it" }).click();
  await page.waitForFunction(() => document.querySelector("[data-release]")?.dataset.release === "another-release");
  await ready(page);
  assert.equal(await notice(page).count(), 0);
});

offlineTest("a page that is open goes on when its files are gone from the host", async ({ page, served }) => {
  await ready(page);
  // The content is published anew: the files have other names, and the old ones are not there any more.
  const index = JSON.parse(served.get("/data/index.json"));
  const renamed = index.parts.strategies.file.replace(/[0-9a-f]{8}/, "00000000");
  served.set(`/data/${renamed}`, served.get(`/data/${index.parts.strategies.file}`));
  served.delete(`/data/${index.parts.strategies.file}`);
  index.parts.strategies.file = renamed;
  served.set("/data/index.json", Buffer.from(JSON.stringify(index)));
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (request.url.includes("/data/strategies")) await cache.delete(request);
    }
  });
  await page.getByRole("link", { name: "Strategies", exact: true }).first().click();
  await main(page).locator(".cycles__item").first().waitFor();
});

offlineTest("a release that is not whole on the host is not taken", async ({ page, served, server }) => {
  await ready(page);
  released(served);
  const text = served.get("/worker.js").toString();
  served.set("/worker.js", Buffer.from(text.replace(/app-[0-9a-f]+\.js/, "app-00000000.js")));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  await page.waitForTimeout(1000);
  assert.equal(await notice(page).count(), 0);
  assert.ok(!("release-another-release" in (await cached(page))), "nothing of it stays");
  await server.close();
  await page.reload();
  await started(page);
  await heading(page, /Countries/);
});

offlineTest("a page in the place of a missing file is never taken for the file", async ({ page, server }) => {
  await ready(page);
  const ask = () => page.evaluate(async () => {
    const response = await fetch("/data/nothing.0123abcd.json");
    return [response.status, await response.text(), (await caches.match("/data/nothing.0123abcd.json")) !== undefined];
  });
  const sends = (type, body) => {
    server.fault = (request) => (request.url.includes("nothing") ? { status: 200, headers: { "Content-Type": type }, body: Buffer.from(body) } : null);
  };
  sends("text/html; charset=utf-8", "<!doctype html><p>Welcome");
  assert.deepEqual(await ask(), [404, "", false]);
  sends("application/json", "[]");
  assert.deepEqual((await ask()).slice(0, 2), [200, "[]"]);
  server.fault = () => ({ status: 503 });
  assert.deepEqual(await ask(), [200, "[]", true]);
});

offlineTest("a host that answers with errors or never is no blank page", async ({ page, server }) => {
  await ready(page);
  await open(page, "/en/contact", server);
  server.fault = () => ({ status: 503 });
  await open(page, "/en/contact", server);
  await heading(page, /Contact/);
  assert.match(await notice(page).textContent(), DATE);
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  server.fault = () => gate;
  await open(page, "/en/contact", server);
  await heading(page, /Contact/);
  server.fault = null;
  release({ status: 503 }); // the browser keeps few lines open to one host, and all were waiting
  await open(page, "/en/contact", server);
  assert.equal(await notice(page).count(), 0);
});

offlineTest("worker-off.js in its place removes the service worker and all it has kept", async ({ page, served }) => {
  await ready(page);
  served.set("/worker.js", served.get("/worker-off.js"));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).every((name) => !/^(release|saved|good)/.test(name)));
});
