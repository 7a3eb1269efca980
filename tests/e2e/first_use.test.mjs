// When the app comes: at the first sign that somebody does more than read, and no sooner.

import assert from "node:assert/strict";
import { test } from "node:test";

import { axe } from "../report/axe.mjs";
import { main, started, useSite, visit } from "./support.mjs";

const site = useSite();
const PAGES = ["/en", "/en/countries", "/ar/countries/KEN", "/fr/publications", "/en/publications/afro-work-2008", "/en/strategies", "/zh/at-work", "/ru/reform", "/en/contact", "/en/embed"];
const REST_MS = 700;

const isOfApp = (path) => /\.wasm$|\/app-|\/code-|\/data\//.test(path);
const asked = () => site.server.requests.filter(({ path }) => isOfApp(path)).length;

/** Opens a page, leaves it alone until all is quiet, and tells that nothing of the app was asked for. */
function left(path, act, options = {}) {
  return visit(site, path, async (page, context) => {
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(REST_MS);
    assert.equal(asked(), 0, `${path} ${site.server.requests.map((request) => request.path)}`);
    await act?.(page, context);
  }, { untouched: true, faults: true, prepare: async (...given) => {
    site.server.requests.length = 0;
    await options.prepare?.(...given);
  }, ...("touch" in options ? { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } } : {}) });
}

const appComes = (page) => page.waitForFunction(() => document.documentElement.dataset.app === "started");
const field = (page) => main(page).getByRole("search").getByRole("searchbox");

for (const path of PAGES) {
  test(`${path} that is only read asks for nothing but page, style and starter`, () =>
    left(path, () => {
      // The page for web editors shows an embed, which has a style and scripts of its own.
      const kinds = site.server.requests.filter((request) => !request.path.startsWith("/embed/")).map((request) => request.path.replace(/^.*\.(css|js|svg|png|webmanifest)$/, "$1"));
      assert.equal(kinds.filter((kind) => kind === "js").length, 1, `${kinds}`);
      assert.equal(kinds.filter((kind) => kind === "css").length, 1, `${kinds}`);
      assert.ok(kinds.length <= 5, `${kinds}`);
    }));
}

for (const [sign, give] of Object.entries({
  "a mouse that moves": (page) => page.mouse.move(300, 300),
  "a wheel that turns": (page) => page.mouse.wheel(0, 400),
  "a key": (page) => page.keyboard.press("Tab"),
  "a focus that no key has moved": (page) => field(page).focus(),
})) {
  test(`${sign} brings the app`, () => left("/en/countries", async (page) => {
    await give(page);
    await appComes(page);
  }));
}

test("a finger on the text brings the app; on a link it follows the link, without the app", async () => {
  await left("/en/countries", async (page) => {
    await main(page).getByRole("heading", { level: 1 }).tap();
    await appComes(page);
  }, { touch: true });
  await left("/en/countries", async (page) => {
    // It is in sight: to scroll to it would be a sign too.
    await page.locator('.masthead a[href="/en"]').first().tap();
    await page.waitForURL("**/en");
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(REST_MS);
    assert.equal(asked(), 0);
    assert.equal(site.server.requests.filter(({ path }) => path === "/en").length, 1);
  }, { touch: true });
});

test("what is the first use is not lost: a press, a choice, words", async () => {
  await left("/en/countries", async (page) => {
    await page.evaluate(() => document.querySelector(".masthead__find").click());
    await appComes(page);
    assert.equal(await page.locator(".masthead__find").getAttribute("aria-expanded"), "true");
  });
  await left("/en/countries", async (page) => {
    await field(page).fill("kenya");
    await appComes(page);
    await page.waitForURL("**/en/countries?q=kenya");
    assert.equal(await field(page).inputValue(), "kenya");
  });
  await left("/en/strategies", async (page) => {
    await main(page).getByRole("combobox").first().selectOption({ index: 1 });
    await appComes(page);
    await page.waitForURL("**/en/strategies?sort=*");
  });
});

test("who uses a control hears that the app is on its way, and no more when it is there", async () => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const prepare = (page) => page.route(/\.wasm/, async (route) => {
    await gate;
    await route.continue();
  });
  await left("/en/countries", async (page) => {
    const bar = page.getByRole("status").getByRole("progressbar");
    await page.mouse.move(300, 300);
    await page.waitForTimeout(REST_MS);
    assert.equal(await bar.count(), 0, "who only reads is not told");
    const before = await main(page).boundingBox();
    await page.evaluate(() => document.querySelector(".masthead__find").click());
    await bar.waitFor();
    assert.deepEqual(await main(page).boundingBox(), before, "nothing moves");
    release();
    await appComes(page);
    assert.equal(await page.locator("#boot:visible").count(), 0);
  }, { prepare });
});

test("an address that asks for more than its page brings the app at once, and so does coming back to a page", async () => {
  await visit(site, "/en/countries?region=AFR", (page) => appComes(page), { untouched: true, faults: true });
  await visit(site, "/en/nothing", (page) => appComes(page), { untouched: true, faults: true });
  await left("/en/contact", async (page) => {
    await page.reload();
    await appComes(page);
  });
});

test("who has the app's files already gets it at once", () =>
  visit(site, "/en/contact", async (page) => {
    await started(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${site.server.url}/en/reform`);
    await appComes(page);
  }, { untouched: true, faults: true, serviceWorkers: "allow" }));

test("who saves data gets the app only with a control", () =>
  left("/en/countries", async (page) => {
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 200);
    await page.keyboard.press("Shift");
    await page.waitForTimeout(REST_MS);
    assert.equal(asked(), 0);
    await field(page).focus();
    await appComes(page);
  }, { prepare: (page) => page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } })) }));

test("a long list that is only read is laid out to its end, and axe finds nothing in it", () =>
  left("/en/strategies", async (page) => {
    await page.waitForFunction(() => document.documentElement.dataset.whole === "");
    assert.equal(await page.locator(".cycles__item:not([data-laid])").count(), 0);
    assert.deepEqual((await axe(page)).violations, []);
    assert.equal(asked(), 0);
  }));
