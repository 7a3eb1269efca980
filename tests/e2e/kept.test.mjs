// Days of content that are kept for embeds: `pin=` shows the day that was asked for, also after later releases.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { launchBrowser } from "../report/browser.mjs";
import { readFiles, startServer } from "../report/server.mjs";

const DIST = process.env.SITE ?? "dist";
const CARD = "embed/v1/en/country/KEN.html";

/** A build whose content is of another day and says so. */
function release(folder, day) {
  cpSync(join(DIST, "embed"), join(folder, "embed"), { recursive: true });
  const page = readFileSync(join(folder, "embed/v1/en/countries.html"), "utf8");
  const [now] = page.match(/(?<=data-date=")[^"]+/);
  for (const file of readdirSync(join(folder, "embed/v1/en"), { recursive: true }).filter((name) => name.endsWith(".html"))) {
    const path = join(folder, "embed/v1/en", file);
    writeFileSync(path, readFileSync(path, "utf8").replace(`data-date="${now}"`, `data-date="${day}"`).replace("</h1>", ` ${day}</h1>`));
  }
}

test("a day that was kept is shown, the first form of it; any other day is the newest content with a note", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-"));
  const kept = join(folder, "kept");
  const build = (name, day) => {
    release(join(folder, name), day);
    execFileSync("scripts/keep-embed", [join(folder, name), kept]);
    return join(folder, name);
  };
  let server;
  let browser;
  try {
    build("first", "2026-01-02");
    const again = build("again", "2026-01-02");
    assert.equal(readFileSync(join(again, "embed/v1/kept/2026-01-02/en/country/KEN.html"), "utf8"), readFileSync(join(folder, "first", CARD), "utf8"));
    server = await startServer(new Map([...readFiles(build("second", "2026-03-04"))].filter(([path]) => !/\.(br|gz)$/.test(path))));
    browser = await launchBrowser();
    const page = await browser.newPage();
    for (const [pin, path, heading, notes] of [
      ["2026-01-02", "/embed/v1/kept/2026-01-02/en/country/KEN", "Kenya KEN 2026-01-02", 0],
      ["2026-03-04", "/embed/v1/kept/2026-03-04/en/country/KEN", "Kenya KEN 2026-03-04", 0],
      ["2026-02-03", "/embed/v1/en/country/KEN", "Kenya KEN 2026-03-04", 1],
    ]) {
      await page.goto(`${server.url}/embed/v1/?country=KEN&pin=${pin}&debug=1`);
      await page.waitForURL(`${server.url}${path}?*`);
      assert.equal((await page.locator("h1").textContent()).trim(), heading);
      assert.equal(await page.locator(".embed__notes li").count(), notes, pin);
      assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector(".embed__main")).borderBlockStartStyle), "none", "its style is there");
    }
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  }
});
