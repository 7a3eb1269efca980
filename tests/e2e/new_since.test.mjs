// What is new since the last visit: an editor adds two publications and moves the date of the content, and a reader
// comes back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readFiles } from "../report/server.mjs";
import { edited } from "./edited.mjs";
import { sentenceBecomes, started, useSite, visit } from "./support.mjs";

const added = edited((write) => {
  write("content/site.json", (text) => text.replace("2026-11-23", "2026-12-01"));
  write("content/publications.csv", (text) => {
    const lines = text.trimEnd().split(/\r?\n/);
    for (const [at, day] of [[5, "2026-11-30"], [9, "2026-12-01"]]) {
      assert.ok(lines[at].endsWith(","));
      lines[at] += day;
    }
    return lines.join("\n") + "\n";
  });
});
const titles = readFileSync("content/publications.csv", "utf8").split(/\r?\n/);

const files = readFiles("dist");
const before = new Map(files);
const site = useSite(() => files);
const serve = (content) => {
  for (const [path, bytes] of content) if (path.startsWith("/data/")) files.set(path, bytes);
};
const note = (page) => page.locator(".new-since");
const seen = (page) => page.evaluate(() => [localStorage.getItem("seen"), sessionStorage.getItem("since")]);

test("who comes back is told what is new, and only until the next visit", () => {
  serve(before);
  return visit(site, "/en/publications", async (page, context) => {
    await sentenceBecomes(page, /^309/);
    assert.equal(await note(page).count(), 0);
    assert.deepEqual(await seen(page), ["2026-11-23", "2026-11-23"]);
    serve(added);
    const comeBack = async () => {
      const again = await context.newPage();
      await again.goto(`${site.server.url}/en/publications`);
      await started(again);
      await sentenceBecomes(again, /^309/);
      return again;
    };
    const back = await comeBack();
    await note(back).getByText("2 publications are new since your last visit").click();
    const rows = note(back).locator(".publication__title a");
    assert.equal(await rows.count(), 2);
    // The last to come in is the first.
    for (const [at, line] of [[0, 9], [1, 5]]) assert.equal(await rows.nth(at).getAttribute("href"), `/en/publications/${titles[line].split(",")[0]}`);
    await rows.first().press("Enter");
    await back.getByRole("heading", { level: 1 }).waitFor();
    await back.goBack();
    // The visit goes on, so the same is new.
    await note(back).getByText("2 publications are new").waitFor();
    await back.reload();
    await note(back).getByText("2 publications are new").waitFor();
    await back.close();
    const later = await comeBack();
    assert.deepEqual(await seen(later), ["2026-12-01", "2026-12-01"]);
    assert.equal(await note(later).count(), 0);
  });
});

test("a first visit, a closed storage and nonsense in it tell nothing", async () => {
  serve(added);
  for (const prepare of [
    async () => {},
    (page) => page.addInitScript(() => Object.defineProperty(window, "sessionStorage", { get: () => { throw new DOMException("closed", "SecurityError"); } })),
    (page) => page.addInitScript(() => localStorage.setItem("seen", "yesterday")),
  ]) {
    await visit(site, "/en/publications", async (page) => {
      await sentenceBecomes(page, /^309/);
      assert.equal(await note(page).count(), 0);
    }, { prepare });
  }
});

test("if the new ones cannot be had, the list is there without them", () => {
  serve(added);
  const prepare = async (page) => {
    await page.addInitScript(() => localStorage.setItem("seen", "2026-11-23"));
    await page.route("**/added.*.json", (route) => route.fulfill({ status: 404, body: "" }));
  };
  return visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309/);
    assert.equal(await note(page).count(), 0);
  }, { prepare, faults: true });
});

test("nothing leaves the device: the visit asks for no more than the file of the new ones", () => {
  serve(added);
  const asked = [];
  const prepare = async (page) => {
    await page.addInitScript(() => localStorage.setItem("seen", "2026-11-23"));
    page.on("request", (request) => asked.push(request));
  };
  return visit(site, "/en/publications", async (page) => {
    await note(page).getByText("2 publications are new").waitFor();
    const told = asked.filter((request) => `${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`.includes("2026-11"));
    assert.deepEqual(told.map((request) => request.url()), []);
    assert.equal(asked.filter((request) => /\/added\./.test(request.url())).length, 1);
    assert.ok(asked.every((request) => request.method() === "GET" && request.url().startsWith(site.server.url)));
  }, { prepare });
});

test("every page names the feed of its language", () =>
  visit(site, "/fr/countries", async (page, context) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    const feed = page.locator('head link[rel="alternate"][type="application/atom+xml"]');
    assert.equal(await feed.getAttribute("href"), "/feeds/fr/publications.xml");
    assert.match(await feed.getAttribute("title"), /publications/);
    assert.match(await (await context.request.get(`${site.server.url}/feeds/fr/publications.xml`)).text(), /<feed[^>]* xml:lang="fr"/);
  }));
