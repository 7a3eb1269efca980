// The list of publications is there before its search, which comes when somebody is about to ask.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readFiles, startServer } from "../report/server.mjs";
import { sentenceBecomes, started, useSite, visit } from "./support.mjs";

const site = useSite();

const field = (page) => page.getByRole("searchbox", { name: /^Search titles/ });
const ofSearch = () => site.server.requests.map(({ path }) => path).filter((path) => /^\/(search-|data\/search\/)/.test(path));
const written = () => site.server.requests.filter(({ path }) => path.startsWith("/data/first_replies.")).length;
const quietly = (page) => page.waitForTimeout(800);

// What somebody does who is about to ask, as a mouse, a finger and a keyboard do it.
const SIGNS = {
  "a pointer over the filters": (page) => page.locator(".filters__group").first().hover(),
  "a finger in the field for words": (page) => field(page).tap(),
  "a key that goes into the filters": (page) => page.locator(".filters__check").first().focus(),
};

for (const [name, sign] of Object.entries(SIGNS)) {
  test(`the search is fetched at ${name}, once and not before`, () => {
    site.server.requests.length = 0;
    return visit(site, "/en/publications", async (page) => {
      await started(page);
      await quietly(page);
      assert.equal(await page.locator(".publication").count(), 20);
      assert.deepEqual(ofSearch(), []);
      assert.equal(written(), 1);
      await sign(page);
      await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("search-host")));
      await quietly(page);
      const fetched = ofSearch();
      assert.ok(fetched.some((path) => path.endsWith("/works.bin")), String(fetched));
      assert.equal(new Set(fetched).size, fetched.length, String(fetched));
      await field(page).fill("malaria");
      await sentenceBecomes(page, /“malaria”/);
      assert.deepEqual(ofSearch(), fetched, "the question needs nothing more");
    }, { hasTouch: true });
  });
}

test("a list that is asked something has its search at once, and no written replies", () => {
  site.server.requests.length = 0;
  return visit(site, "/en/publications?type=annual_report", async (page) => {
    await sentenceBecomes(page, /Annual report/);
    assert.ok(ofSearch().some((path) => path.endsWith("/works.bin")));
    assert.equal(written(), 0);
    // Whoever takes the filter away gets all from the search, which is here.
    await page.locator(".chip").first().click();
    await sentenceBecomes(page, /^\d+ publications, page 1/);
    assert.equal(written(), 0);
  });
});

test("where the written replies cannot be had, the search answers", async (t) => {
  const served = new Map(readFiles("dist"));
  for (const path of served.keys()) if (path.startsWith("/data/first_replies.")) served.delete(path);
  const server = await startServer(served);
  t.after(() => server.close());
  await visit({ browser: site.browser, server }, "/en/publications", async (page) => {
    await started(page);
    assert.equal(await page.locator(".publication").count(), 20);
    assert.ok(server.requests.some(({ path }) => path.endsWith("/works.bin")));
  }, { faults: true });
});
