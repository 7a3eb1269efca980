// Lists in an embed that answer: what they do in a sandbox on another host, that the page around stays as it was, and that what was
// written stays whatever goes wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { axe } from "../report/axe.mjs";
import { startServer } from "../report/server.mjs";
import { openPage, useHosts } from "./hosts.mjs";


let hub;
let host;
let browser;
let files;
useHosts((shared) => ({ hub, host, browser, files } = shared));

/** Opens a partner's page with a frame in a sandbox that has no origin. */
const open = (path, act, { server = hub, ...options } = {}) =>
  openPage(
    browser,
    async (page, context) => {
      const frame = `<iframe src="${server.url}/embed/v1/${path}" sandbox="allow-scripts" title="WHO" width="700" height="700"></iframe>`;
      await page.goto(host.page(`<div style="height:300px"></div>${frame}<div style="height:2000px"></div>`));
      const inner = page.frameLocator("iframe");
      await inner.locator(".embed__operate:visible, .embed__list").first().waitFor();
      await act(page, inner, context);
    },
    { viewport: { width: 800, height: 800 }, patience: 20_000, ...options },
  );

const press = (inner) => inner.locator(".embed__operate").click();
const shown = (inner, row) => inner.locator(`${row}:visible`);
const count = async (inner, row) => shown(inner, row).count();
const stateOf = (page) => page.evaluate(() => [history.length, location.href, document.title, scrollY, localStorage.length, sessionStorage.length]);

for (const { path, row, filter } of [
  { path: "en/countries", row: ".country", filter: "AFR" },
  { path: "en/strategies", row: ".cycles__item", filter: "AFR" },
  { path: "en/publications", row: ".publication", filter: null },
]) {
  test(`in a sandbox, ${path} has filters that change it, and the page around stays as it was`, () =>
    open(path, async (page, inner, context) => {
      await press(inner);
      await inner.locator(".embed__list").waitFor();
      const before = await stateOf(page);
      const sentence = inner.locator("#result-sentence");
      const first = await sentence.textContent();
      const rows = await count(inner, row);
      await inner.locator(".embed__summary").click();
      const box = filter ? inner.locator(`input[value=${filter}]`) : inner.locator(".filters__check").first();
      // By the script of the frame: a pointer would have to scroll the page around to get there.
      await box.evaluate((node) => node.click());
      await inner.locator(".chip").waitFor();
      assert.notEqual(await sentence.textContent(), first);
      if (filter) assert.ok((await count(inner, row)) < rows);
      assert.match(await inner.locator("[data-site]").getAttribute("href"), new RegExp(`/${path}\\?`));
      await inner.locator(".chip").evaluate((node) => node.click());
      await inner.locator(".chip").waitFor({ state: "hidden" });
      assert.equal(await sentence.textContent(), first);
      assert.deepEqual(await stateOf(page), before);
      const { origins } = await context.storageState({ indexedDB: true });
      assert.deepEqual([origins, await context.cookies(), page.complaints], [[], [], []]);
    }));
}

test("words that are typed narrow the list, and the link leads to the same", () =>
  open("en/countries", async (page, inner) => {
    await press(inner);
    const field = inner.getByRole("searchbox").first();
    await field.waitFor();
    assert.ok(await field.evaluate((node) => node === document.activeElement));
    const before = await stateOf(page);
    await field.pressSequentially("keny");
    await inner.locator("#result-sentence", { hasText: /\b1\b/ }).waitFor();
    assert.equal(await shown(inner, ".country").count(), 1);
    await inner.locator('[data-site][href$="q=keny"]').waitFor();
    assert.deepEqual(await stateOf(page), before);
  }));

test("the map answers too", () =>
  open("en/map", async (page, inner) => {
    await press(inner);
    await inner.locator(".embed__list .map").waitFor();
    assert.deepEqual(page.complaints, []);
  }));

test("a document that was asked for filters applies them without a press", () =>
  open("en/countries/AFR?income=low", async (page, inner) => {
    await inner.locator(".embed__list").waitFor();
    await inner.locator(".embed__unmet").waitFor({ state: "hidden" });
    assert.equal(await inner.locator(".chip").count(), 2);
    assert.match(await inner.locator("[data-site]").getAttribute("href"), /income=low/);
  }));

test("words for publications are looked for in their titles, in the address too", () =>
  open("en/publications?q=evaluation", async (page, inner) => {
    await inner.locator(".embed__list").waitFor();
    const titles = inner.locator(".publication__title");
    await titles.first().waitFor();
    for (const title of await titles.allTextContents()) assert.match(title, /\bevaluation/i);
    assert.equal(await inner.locator(".embed__unmet").isVisible(), false);
    assert.match(await inner.locator("[data-site]").first().getAttribute("href"), /q=evaluation/);
  }));

for (const [path, filters] of [
  ["en/countries", "q=kenya&income=high"],
  ["en/strategies", "q=zzz&region=AFR"],
  ["en/publications", "q=zzz&region=AFR"],
]) {
  test(`where nothing fits, ${path} offers what to do without`, () =>
    open(`${path}?${filters}`, async (page, inner) => {
      const way = inner.locator(".ways-out button").first();
      await way.waitFor();
      const [, count] = (await way.textContent()).match(/\((\d+)\)$/);
      await way.click();
      await inner.locator(".ways-out").waitFor({ state: "hidden" });
      assert.match(await inner.locator("#result-sentence").textContent(), new RegExp(`^${count} `));
      assert.deepEqual(page.complaints, []);
    }));
}

test("nothing of it is fetched before it is wanted, and never by a card", async () => {
  const isOfShell = ({ path }) => /wasm|\/shell-|\/glue-|\/data\//.test(path);
  hub.requests.length = 0;
  await open("en/countries", () => wait(1000));
  const page = await browser.newPage();
  await page.goto(`${hub.url}/embed/v1/en/country/KEN`);
  await wait(1000);
  await page.close();
  assert.deepEqual(hub.requests.filter(isOfShell), []);
});

const KINDS = { starter: /\/shell-.*\.js$/, glue: /\/glue-/, WebAssembly: /\.wasm$/, style: /\/shell-.*\.css$/, index: /\/index-/, data: /\/data\/countries/ };
for (const [kind, path] of Object.entries(KINDS)) {
  for (const [fault, answer] of Object.entries({ missing: { status: 404, body: Buffer.from("") }, damaged: { status: 200, headers: { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*" }, body: Buffer.from("{") } })) {
    test(`where the ${kind} is ${fault}, what was written stays`, { timeout: 60_000 }, async () => {
      const server = await startServer(files);
      server.fault = ({ url }) => (path.test(url.split("?")[0]) ? answer : null);
      try {
        await open("en/countries", async (page, inner) => {
          const rows = await count(inner, ".country");
          await press(inner);
          await inner.locator(".embed__fault:visible").waitFor({ timeout: 40_000 });
          assert.equal(await count(inner, ".country"), rows);
          assert.ok(await inner.locator("[data-site]").isVisible());
          assert.equal(await inner.locator(".embed__operate").isVisible(), false);
        }, { server });
      } finally {
        await server.close();
      }
    });
  }
}

test("axe finds nothing in a list that answers", () =>
  open("ar/countries", async (page, inner) => {
    await press(inner);
    await inner.locator(".embed__summary").click();
    const [, frame] = page.frames();
    await frame.waitForSelector(".filters__check");
    assert.deepEqual((await axe(frame)).violations, []);
  }));
