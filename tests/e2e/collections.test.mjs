// The list of publications over generated collections of 10 000 and 100 000 records, served as static files.

import assert from "node:assert/strict";
import { test } from "node:test";

import { buildCompiler, indexed, recordsOf, withCollection } from "../report/search/collection.mjs";
import { question } from "../report/search/engine.mjs";
import { FACETS } from "../report/search/facets.mjs";
import { isOneSlip, prepare, rightAnswer } from "../report/search/oracle.mjs";
import { QUERIES } from "../report/search/queries.mjs";
import { readFiles } from "../report/server.mjs";
import { addressBecomes, sentenceBecomes, useSite, visit } from "./support.mjs";

const RECORD = "\u001e";
const FIELD = "\u001f";

buildCompiler();

const rows = (page) => page.locator(".publication__title");

/** What the site's own search replies, in the browser: to a question, and to the one for the values. */
const reply = (page, text) =>
  page.evaluate(async (asked) => {
    const { parts } = await (await fetch("/data/index.json")).json();
    return globalThis.countryCooperation.search(`data/${parts.search.file}`, asked);
  }, text);

for (const size of [10_000, 100_000]) {
  const shown = size.toLocaleString("en");
  const site = useSite(() => withCollection(readFiles("dist"), indexed(size)));

  test(`${shown} records: the list opens, turns pages, filters and takes words`, () =>
    visit(site, "/en/publications", async (page) => {
      await sentenceBecomes(page, new RegExp(`^${shown} publications, page 1 of ${(size / 20).toLocaleString("en")}$`));
      assert.equal(await rows(page).count(), 20);
      const first = await rows(page).allTextContents();
      await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
      await addressBecomes(page, "/en/publications?page=2");
      await sentenceBecomes(page, /, page 2 of /);
      assert.ok((await rows(page).allTextContents()).every((title) => !first.includes(title)));
      await page.getByRole("searchbox", { name: /titles/ }).fill("malaria");
      await page.waitForFunction(() => document.querySelectorAll(".publication__title mark").length > 0);
      const box = page.locator("#filter-region-options label").first();
      const promised = await box.locator(".filters__count").textContent();
      await box.click();
      await sentenceBecomes(page, new RegExp(`^${promised} publications`));
    }));

  test(`${shown} records: a link pressed while the summaries arrive is followed`, () => {
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    const prepare = (page) => page.route("**/summaries-*.bin", async (route) => {
      await released;
      await route.continue();
    });
    return visit(site, "/en/publications", async (page) => {
      const next = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" });
      await next.hover();
      assert.equal(await page.locator(".publication__text:not(:empty)").count(), 0);
      await page.mouse.down();
      release();
      await page.locator(".publication__text:not(:empty)").first().waitFor();
      await page.mouse.up();
      await addressBecomes(page, "/en/publications?page=2");
    }, { prepare });
  });

  test(`${shown} records: all sixty answers of the module that is shipped are right in this browser`, () =>
    visit(site, "/en/publications", async (page) => {
      const records = recordsOf(size);
      const texts = prepare(records);
      const places = new Map(records.map(({ id }, at) => [id, at]));
      const values = (await reply(page, "values")).slice(1).split(RECORD).map((list) => list.split(FIELD));
      for (const query of QUERIES) {
        const parts = (await reply(page, question(query))).slice(1).split(RECORD);
        const replaced = new Map((parts[7].match(/[^\u001f]+\u001f[^\u001f]+/g) ?? []).map((pair) => pair.split(FIELD)));
        const right = rightAnswer(records, texts, query, replaced);
        assert.equal(Number(parts[0].split(FIELD)[0]), right.total, `hits of ${query.text}`);
        const counts = new Map();
        parts.slice(1, 7).forEach((list, facet) => list.split(" ").forEach((count, at) => counts.set(`${facet} ${values[facet][at]}`, Number(count))));
        FACETS.forEach((facet, place) => facet.values.forEach((value, at) => {
          assert.equal(counts.get(`${place} ${value}`) ?? 0, right.counts[place][at], `${value} in ${query.text}`);
        }));
        const order = parts.slice(9).map((row) => right.rank(places.get(row.split(FIELD)[0])));
        assert.deepEqual(order, right.first, `order of ${query.text}`);
        for (const [typed, used] of replaced) assert.ok(isOneSlip(typed, used), `${typed}: ${used}`);
      }
    }));
}
