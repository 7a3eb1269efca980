// The site in a folder of its host: its pages written anew for that folder, and a walk through what must work there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { readFiles } from "../report/server.mjs";
import { address, heading, main, started, useSite, visit } from "./support.mjs";

const FOLDER = "/folder";
const HOST = "https://cooperation.example";
const LINK = /(?<= (?:href|src|data-base|data-glue|data-wasm|data-search)="?)\/(?!folder\/|folder")[^" >]*/g;

/**
 * The files of a build with `TRUNK_BUILD_PUBLIC_URL=/folder/`, without compiling anything: Trunk and `bundle finish` write the folder
 * into one page only, and from that page all others learn it.
 */
function inFolder() {
  const site = mkdtempSync(join(tmpdir(), "folder-"));
  try {
    for (const [path, body] of readFiles("dist")) {
      if (/\.(br|gz)$/.test(path) || (path.endsWith(".html") && path !== "/index.html")) continue;
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), path === "/index.html" ? String(body).replace(LINK, `${FOLDER}$&`) : body);
    }
    const pages = ["run", "--quiet", "--locked", "--no-default-features", "--features", "pages", "--bin", "pages", "--", site, HOST];
    execFileSync("cargo", pages);
    const files = new Map([...readFiles(site)].map(([path, body]) => [path === "/_headers" ? path : FOLDER + path, body]));
    return files.set("/404.html", files.get(`${FOLDER}/404.html`)); // as the host is told to send it
  } finally {
    rmSync(site, { recursive: true });
  }
}

let files;
const site = useSite(() => (files = inFolder()));
const KEN = `${FOLDER}/en/countries/KEN`;

test("no page and no embed names an address outside the folder", () => {
  for (const [path, body] of files) {
    if (path.endsWith(".html")) assert.deepEqual(String(body).match(LINK), null, path);
  }
  const text = (path) => String(files.get(FOLDER + path));
  assert.ok(text("/sitemap-en.xml").includes(`<loc>${HOST}${KEN}</loc>`));
  assert.ok(text("/en/countries/KEN.html").includes(`<link rel="canonical" href="${HOST}${KEN}"`));
  const { scope, start_url: start } = JSON.parse(text("/en.webmanifest"));
  assert.deepEqual([scope, start], [`${FOLDER}/`, `${FOLDER}/en`]);
});

test("pages, lists, the search and the map answer in the folder, and links stay in it", () =>
  visit(site, `${FOLDER}/en`, async (page) => {
    await page.locator(".masthead__link", { hasText: "Countries" }).first().click();
    await heading(page, /Countries/);
    assert.equal(address(page), `${FOLDER}/en/countries`);
    await main(page).locator(`a[href='${KEN}']:visible`).first().click();
    await heading(page, /Kenya/);
    assert.equal(address(page), KEN);
    await page.goto(`${site.server.url}${FOLDER}/en/publications?q=health`);
    await main(page).locator(".publication").first().waitFor();
    await page.goto(`${site.server.url}${FOLDER}/en/countries?view=map`);
    await main(page).locator(".map__area").first().waitFor();
    await page.goto(site.server.url + FOLDER + "/");
    await page.waitForFunction((wanted) => location.pathname === wanted, `${FOLDER}/en`);
    const outside = site.server.requests.filter(({ path }) => !path.startsWith(`${FOLDER}/`) && path !== "/favicon.ico");
    assert.deepEqual(outside, []);
  }));

test("another way of writing an address leads on, and an unknown one says so", () =>
  visit(
    site,
    `${FOLDER}/en/countries/ken`,
    async (page) => {
      await heading(page, /Kenya/);
      await page.waitForFunction((wanted) => location.pathname === wanted, KEN);
      const { status } = await fetch(`${site.server.url}${FOLDER}/en/no-such-page`);
      assert.equal(status, 404);
      await page.goto(`${site.server.url}${FOLDER}/en/no-such-page`);
      await started(page);
      assert.ok((await main(page).locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).some((href) => href === `${FOLDER}/en/countries`));
    },
    { faults: true },
  ));

test("what has been seen can be read without a connection", () =>
  visit(
    site,
    KEN,
    async (page, context) => {
      await started(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.goto(`${site.server.url}${FOLDER}/en/contact`);
      await started(page);
      await context.setOffline(true);
      await page.goto(site.server.url + KEN);
      await started(page);
      await heading(page, /Kenya/);
    },
    { faults: true, serviceWorkers: "allow" },
  ));

test("an embed is led to its document and answers", () =>
  visit(site, `${FOLDER}/embed/v1/?view=countries&region=AFR`, async (page) => {
    await page.waitForURL(/\/embed\/v1\/en\/countries/);
    await page.locator(".embed__operate").click();
    await page.locator(".embed__list").first().waitFor();
    const links = await page.locator("main a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    assert.ok(links.some((path) => path.startsWith(`${FOLDER}/en/countries`)), links.slice(0, 3).join());
  }, { faults: true }));
