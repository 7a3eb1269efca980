// The browser that the reports and the end-to-end tests use.

import { chromium } from "playwright-core";

/** Starts the Chromium that `CHROMIUM` names; scripts/env sets it. */
export function launchBrowser(options = {}) {
  if (!process.env.CHROMIUM) throw new Error("No browser is named. First run, in bash: . scripts/env");
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    // Where tests run as root, as in containers, Chromium starts only without its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    ...options,
  });
}

/** Gives a sign that somebody uses the page: the app comes then (docs/decisions/0021-first-use.md). */
export const beginUse = (page) => page.evaluate(() => void dispatchEvent(new Event("pointermove")));

/** Nothing has arrived for half a second. (What Playwright calls idle never comes where a frame went while it was loading.) */
export const quiet = (page) =>
  page.waitForFunction(() => {
    const last = Math.max(0, ...performance.getEntriesByType("resource").map(({ responseEnd }) => responseEnd));
    return document.readyState === "complete" && performance.now() - last > 500;
  });

/** Begins to use the page, and waits until the app has taken it over. */
export async function started(page) {
  // Asked again for a page that goes on to another address by itself.
  await page.waitForFunction(() => document.documentElement.dataset.app === "started" || void dispatchEvent(new Event("pointermove")));
}
