// One browser and one server for each test file; one fresh context for each test.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { beginUse, launchBrowser, quiet, started } from "../report/browser.mjs";
import { startServer } from "../report/server.mjs";

/** Starts what a file's tests share. `files` gives what is served: a folder, or files by their paths. */
export function useSite(files = () => "dist") {
  const site = {};
  before(async () => {
    site.server = await startServer(files());
    site.browser = await launchBrowser();
    // Chromium ends when its last page closes, so one stays open.
    site.keeper = await site.browser.newPage();
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.close();
  });
  return site;
}

/**
 * Opens a page in a fresh context, begins to use it unless it is `untouched`, runs `act` and closes it. Unless `faults` is set,
 * the app is waited for, and the test fails on any console error, uncaught exception or failed request.
 */
export async function visit(site, path, act, { faults = false, untouched = false, prepare = async () => {}, ...options } = {}) {
  const context = await site.browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, serviceWorkers: "block", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.setDefaultNavigationTimeout(60_000); // a machine that is busy with something else loads late, and that is no fault of the page
  const complaints = [];
  // That a page is not there is told by its status too, which Chromium writes down.
  const isOfPage = (message) => message.location().url.split("?")[0] === page.url().split("?")[0];
  page.on("console", (message) => message.type() === "error" && !isOfPage(message) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    // A request that the page itself gave up by leaving is no fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  try {
    await prepare(page, context);
    if (!untouched) for (const name of ["goto", "reload"]) doAfter(page, name, faults ? (shown) => beginUse(shown).catch(() => {}) : started);
    await page.goto(site.server.url + path);
    await act(page, context);
    if (!faults) assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Does something after each way to a page. */
function doAfter(page, name, act) {
  const go = page[name].bind(page);
  page[name] = async (...given) => {
    const response = await go(...given);
    await act(page);
    return response;
  };
}

export { beginUse, quiet, started };

/** Waits for the heading of a view. */
export async function heading(page, name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** The part of the address after the host. */
export function address(page) {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
}

/** Waits until the address is this one. */
export async function addressBecomes(page, expected) {
  await page.waitForFunction((wanted) => location.pathname + location.search === wanted, expected).catch(() => {});
  assert.equal(address(page), expected);
}

/** The sentence above a list's results. */
export function sentence(page) {
  return page.locator(".results__sentence");
}

/** Waits until the sentence begins with a text. */
export async function sentenceBecomes(page, pattern) {
  await page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector(".results__sentence")?.textContent ?? ""),
    pattern.source,
  ).catch(() => {});
  assert.match(await sentence(page).textContent(), pattern);
}

export const main = (page) => page.getByRole("main");

/** Follows a link that stands nowhere else on the page. */
export const followInjected = (page, path) =>
  page.evaluate((href) => {
    const link = document.createElement("a");
    link.href = href;
    document.querySelector("main").append(link);
    link.click();
    link.remove();
  }, path);

/** Ways to use a control, each as a reader would. `key` is what the keyboard presses on it. */
export const HANDS = {
  mouse: (page, control) => control.click(),
  async keyboard(page, control, key = "Enter") {
    for (let presses = 0; presses < 160; presses += 1) {
      await page.keyboard.press("Tab");
      if (await control.evaluate((node) => node === document.activeElement)) return page.keyboard.press(key);
    }
    throw new Error("the Tab key does not lead there");
  },
};

/** A desk and a phone. */
export const SCREENS = { "1280 px": { width: 1280, height: 900 }, "360 px": { width: 360, height: 780 } };
