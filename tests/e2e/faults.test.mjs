// What a reader sees when something on the way is missing, cut, wrong, slow or gone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { followInjected, heading, main, started, useSite, visit } from "./support.mjs";

const site = useSite();

const part = (key) => new RegExp(`/data/${key}\\.[0-9a-f]+\\.json`);

/** Answers a part's address in a wrong way; the first `times` times, or always. */
function spoil(pattern, answer, times = Infinity) {
  return async (page) => {
    let count = 0;
    await page.route(pattern, async (route) => {
      count += 1;
      if (count > times) await route.continue();
      else await answer(route);
    });
  };
}

const NOTE = { ar: "يمكن قراءة الصفحة، لكن البحث وعوامل التصفية لا تعمل", en: "The page can be read, but search and filters do not work" };

const SPOILED = {
  missing: [(route) => route.fulfill({ status: 404, body: "" }), /error 404/],
  truncated: [async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, headers: { "content-type": "application/json" }, body: body.subarray(0, body.length - 100) });
  }, /damaged or incomplete/],
  "of the wrong type": [(route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><p>Welcome</p>" }), /damaged or incomplete/],
  "of the wrong hash": [async (route) => {
    const response = await route.fetch();
    const body = Buffer.from(await response.body());
    body[body.length - 20] ^= 1;
    await route.fulfill({ response, headers: { "content-type": "application/json" }, body });
  }, /damaged or incomplete/],
  "answered with 500": [(route) => route.fulfill({ status: 500, body: "oops" }), /error 500/],
  "without a connection": [(route) => route.abort("connectionreset"), /connection failed/],
};

for (const [kind, [answer, words]] of Object.entries(SPOILED)) {
  test(`a part ${kind}: what happened, a button, a plain link; the button helps`, () =>
    visit(
      site,
      "/en/contact",
      async (page) => {
        await started(page);
        await followInjected(page, "/en/strategies");
        await heading(page, /Strateg/);
        const alert = page.getByRole("alert");
        await alert.waitFor({ timeout: 20_000 });
        assert.match(await alert.textContent(), words);
        assert.equal(await alert.getByRole("link").getAttribute("href"), "https://www.who.int/countries");
        assert.equal(await page.getByRole("progressbar").count(), 0);
        await page.unrouteAll();
        await alert.getByRole("button", { name: "Try again" }).click();
        await page.locator(".cycles__item").first().waitFor();
      },
      { faults: true, prepare: spoil(part("strategies"), answer) },
    ));
}

test("a part that is missing at the start: the page stays as it was written, with a note", () =>
  visit(
    site,
    "/en/strategies",
    async (page) => {
      await page.getByRole("heading", { level: 2, name: NOTE.en }).waitFor({ timeout: 20_000 });
      assert.ok((await page.locator(".cycles__item:visible").count()) > 100);
      await page.unrouteAll();
      await page.getByRole("alert").getByRole("button").click();
      await started(page);
    },
    { faults: true, prepare: spoil(part("strategies"), (route) => route.fulfill({ status: 404, body: "" })) },
  ));

for (const status of [500, 503, 429, 408]) {
  test(`${status} twice is overcome without the reader's help`, () =>
    visit(
      site,
      "/en/strategies",
      async (page) => {
        await page.locator(".cycles__item").first().waitFor({ timeout: 20_000 });
        assert.equal(await page.getByRole("alert").count(), 0);
      },
      { faults: true, prepare: spoil(part("strategies"), (route) => route.fulfill({ status, body: "" }), 2) },
    ));
}

test("a slow part shows that it is on its way, and then itself", () =>
  visit(
    site,
    "/en/strategies?status=current",
    async (page) => {
      await main(page).getByRole("progressbar").waitFor();
      await page.locator(".cycles__item").first().waitFor();
      assert.equal(await main(page).getByRole("progressbar").count(), 0);
    },
    {
      prepare: spoil(part("strategies"), async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      }),
    },
  ));


for (const [what, pattern, answer] of [
  ["the index is missing", /\/data\/index\.json/, (route) => route.fulfill({ status: 404, body: "" })],
  ["the index is not JSON", /\/data\/index\.json/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html>" })],
  ["the messages are damaged", part("messages\\.\\w+"), (route) => route.fulfill({ status: 200, body: "{}" })],
  ["the WebAssembly is missing", /\.wasm/, (route) => route.fulfill({ status: 404, body: "" })],
  ["the WebAssembly is cut", /\.wasm/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, headers: { "content-type": "application/wasm" }, body: body.subarray(0, 5000) });
  }],
  ["the WebAssembly never comes", /\.wasm/, (route) => route.abort("connectionreset")],
  ["the glue is missing", /app-[0-9a-f]+\.js/, (route) => route.abort("connectionreset")],
]) {
  for (const language of ["en", "ar"]) {
    test(`${what}: the page stays, with a note in the reader's language (${language})`, () =>
      visit(
        site,
        `/${language}/countries`,
        async (page) => {
          const alert = page.getByRole("alert");
          await alert.waitFor({ timeout: 30_000 });
          await page.getByRole("heading", { level: 2, name: NOTE[language] }).waitFor();
          assert.equal(await alert.getByRole("link").first().getAttribute("href"), "https://www.who.int/countries");
          assert.equal(await page.locator(".country:visible").count(), 223);
          assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
          await page.unrouteAll();
          await alert.getByRole("button").click();
          await started(page);
          assert.equal(await page.locator(".country:visible").count(), 223);
        },
        { faults: true, prepare: spoil(pattern, answer) },
      ));
  }
}

test("a slow start shows progress after a moment, where the written page is not what was asked for", () =>
  visit(
    site,
    "/en/countries?region=SEAR",
    async (page) => {
      await page.getByRole("progressbar", { name: "Loading…" }).waitFor();
      assert.equal(await page.locator(".country:visible").count(), 0);
      await started(page);
      await page.locator(".country:visible").first().waitFor();
      assert.equal(await page.locator(".country:visible").count(), 10);
      assert.equal(await page.locator("#boot").isVisible(), false);
    },
    {
      faults: true,
      prepare: spoil(/\.wasm/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1200));
        await route.continue();
      }),
    },
  ));

test("a crash reloads once by itself, and then leaves a panel standing", () =>
  visit(
    site,
    "/en/countries",
    async (page) => {
      await started(page);
      // A trap of the WebAssembly machine, as a panic ends in one.
      const crash = () => page.evaluate(() => setTimeout(() => {
        const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
        new WebAssembly.Instance(new WebAssembly.Module(trap)).exports.f();
      }));
      await crash();
      await page.getByRole("alert").waitFor();
      await page.waitForEvent("load");
      // The page is there before the app, which is what crashes.
      await started(page);
      await crash();
      await page.getByRole("alert").waitFor();
      const reloaded = await page.waitForEvent("load", { timeout: 4000 }).then(() => true, () => false);
      assert.equal(reloaded, false, "no loop");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".country").first().waitFor();
    },
    { faults: true },
  ));

test("going offline after the start keeps what is there and says what is not", () =>
  visit(
    site,
    "/en/countries",
    async (page, context) => {
      await page.locator(".country").first().waitFor();
      await context.setOffline(true);
      await main(page).getByRole("search").getByRole("searchbox").fill("kenya");
      await page.waitForFunction(() => document.querySelectorAll(".country:not([hidden])").length === 1);
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reform" }).click();
      const alert = page.getByRole("alert");
      await alert.waitFor({ timeout: 20_000 });
      assert.match(await alert.textContent(), /connection failed/i);
      await context.setOffline(false);
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.locator(".timeline__item").first().waitFor();
    },
    { faults: true },
  ));

test("closed storage costs nothing but the memory of choices", () =>
  visit(
    site,
    "/en/countries",
    async (page) => {
      await page.locator(".country").first().waitFor();
      await page.getByRole("button", { name: /^Colours/ }).click();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
    },
    {
      prepare: (page) => page.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, { get() { throw new DOMException("closed", "SecurityError"); } });
        }
      }),
    },
  ));
