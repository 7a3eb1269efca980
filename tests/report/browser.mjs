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
