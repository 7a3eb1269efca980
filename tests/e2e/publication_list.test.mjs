// The list of publications as a reader uses it: each thing by mouse and by keyboard, on a desk and on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HANDS, SCREENS, address, addressBecomes, main, sentence, sentenceBecomes, useSite, visit } from "./support.mjs";

const site = useSite();
const rows = (page) => page.locator(".publications > .publication");
const titles = (page) => page.locator(".publications .publication__title a").allTextContents();
const group = (place, name) => place.getByRole("group", { name, exact: true });
const field = (page) => page.getByRole("searchbox", { name: /^Search titles/ });
const button = (page, name) => main(page).getByRole("button", { name });

for (const [hand, use] of Object.entries(HANDS)) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const isPhone = viewport.width < 800;
    const list = (query, act, options) => visit(site, `/en/publications${query}`, act, { viewport, ...options });

    /** Opens the filters: on a phone they are a sheet. */
    async function openFilters(page) {
      if (!isPhone) return main(page);
      await use(page, page.locator(".filters__toggle"));
      return page.getByRole("dialog", { name: "Filters" });
    }
    async function closeFilters(page, results) {
      if (isPhone) await use(page, page.getByRole("button", { name: `Show ${results} results` }));
    }

    test(`${hand}, ${screen}: a filter, its chip, and back without it`, () =>
      list("", async (page) => {
        await sentenceBecomes(page, /^309 publications/);
        const evaluation = group(await openFilters(page), "Type").getByRole("checkbox", { name: /^Evaluation/ });
        await use(page, evaluation, "Space");
        await closeFilters(page, 30);
        await sentenceBecomes(page, /^30 publications: Evaluation/);
        await addressBecomes(page, "/en/publications?type=evaluation");
        await page.waitForFunction(() => document.title.startsWith("30 publications: Evaluation"));
        if (isPhone) assert.match(await page.locator(".filters__toggle").textContent(), /Filters \(1\)30 results/);
        await use(page, page.getByRole("button", { name: "Remove Type: Evaluation" }));
        await sentenceBecomes(page, /^309/);
        assert.ok(await sentence(page).evaluate((node) => node === document.activeElement), "the focus is lost");
        await addressBecomes(page, "/en/publications");
        await page.goBack();
        await sentenceBecomes(page, /^30 publications: Evaluation/);
      }));

    test(`${hand}, ${screen}: a country of the long facet is found by what it is called elsewhere`, () =>
      list("", async (page) => {
        await sentenceBecomes(page, /^309/);
        const countries = group(await openFilters(page), "Country or area");
        await use(page, countries.getByRole("searchbox"));
        await page.keyboard.type("Birmanie");
        const found = countries.getByRole("checkbox", { name: /^Myanmar/ });
        await found.waitFor();
        assert.equal(await countries.locator(".filters__option:visible").count(), 1);
        await use(page, found, "Space");
        const count = await countries.locator(".filters__option:visible .filters__count").textContent();
        await closeFilters(page, count);
        await sentenceBecomes(page, new RegExp(`^${count} publications?: Myanmar`));
        await addressBecomes(page, "/en/publications?country=MMR");
      }));

    test(`${hand}, ${screen}: results tell title, type, year, countries, languages and a summary, with what was looked for marked`, () =>
      list("", async (page) => {
        await sentenceBecomes(page, /^309/);
        await use(page, field(page));
        await page.keyboard.type("bangladesh strateg");
        await page.keyboard.press("Enter");
        // While it is typed, answers to the beginning of the words are shown.
        await page.locator(".publication mark").getByText("Strateg", { exact: true }).first().waitFor();
        assert.equal(await page.locator("ol.publications > li").count(), await rows(page).count());
        const row = rows(page).first();
        assert.deepEqual(await row.locator(".publication__title mark").allTextContents(), ["Bangladesh", "Strateg"]);
        assert.match(await row.locator(".publication__year").textContent(), /^\d{4}|Undated/);
        assert.ok((await row.locator(".publication__text").textContent()).length > 10);
        assert.equal(await row.locator(".tag").textContent(), "Country cooperation strategy");
        assert.match(await row.locator(".publication__meta").textContent(), /South-East Asia Region.*Bangladesh.*English/);
      }));

    test(`${hand}, ${screen}: pages of twenty, each with its address, and Back through them`, () =>
      list("?type=ccs", async (page) => {
        await sentenceBecomes(page, /^95 publications.*page 1 of 5/);
        assert.equal(await rows(page).count(), 20);
        const first = await titles(page);
        const pages = page.getByRole("navigation", { name: "Pages" });
        await use(page, pages.getByRole("link", { name: "Next" }));
        await addressBecomes(page, "/en/publications?type=ccs&page=2");
        await sentenceBecomes(page, /page 2 of 5/);
        const second = await titles(page);
        assert.ok(second.every((title) => !first.includes(title)));
        await use(page, pages.getByRole("link", { name: "Page 5" }));
        await sentenceBecomes(page, /page 5 of 5/);
        assert.equal(await rows(page).count(), 15);
        const evaluation = group(await openFilters(page), "Type").getByRole("checkbox", { name: /^Evaluation/ });
        await use(page, evaluation, "Space");
        await closeFilters(page, 125);
        // Another question begins at its first page.
        await addressBecomes(page, "/en/publications?type=ccs,evaluation");
        await page.goBack();
        await sentenceBecomes(page, /^95 .*page 5 of 5/);
        await page.goBack();
        await sentenceBecomes(page, /page 2 of 5/);
        assert.deepEqual(await titles(page), second);
        await page.goForward();
        await sentenceBecomes(page, /page 5 of 5/);
      }));

    test(`${hand}, ${screen}: an empty list says which filter to do without, and what that gives`, () =>
      list("?q=kenya&type=ccs&from=2021", async (page) => {
        await sentenceBecomes(page, /^No publication/);
        const ways = main(page).locator(".ways-out");
        await ways.getByText("Nothing fits all of this. One filter less gives:").waitFor();
        const way = ways.getByRole("button").first();
        const promised = (await way.textContent()).match(/\((\d+)\)$/)[1];
        await use(page, way);
        await sentenceBecomes(page, new RegExp(`^${promised} publication`));
        assert.ok(await sentence(page).evaluate((node) => node === document.activeElement));
      }));

    test(`${hand}, ${screen}: a slip of the finger still finds, says so, and can be undone`, () =>
      list("", async (page) => {
        await sentenceBecomes(page, /^309/);
        await use(page, field(page));
        await page.keyboard.type("evalution");
        await page.keyboard.press("Enter");
        const exact = button(page, "Search only for “evalution”");
        await exact.waitFor();
        assert.ok((await rows(page).count()) > 0);
        await use(page, exact);
        await sentenceBecomes(page, /^No publication/);
      }));

    test(`${hand}, ${screen}: a list is taken along: citations, address, feed`, () =>
      list("?type=evaluation&region=AFR", async (page, context) => {
        await sentenceBecomes(page, /^\d+ publications: Evaluation/);
        const total = Number((await sentence(page).textContent()).match(/^\d+/)[0]);
        for (const [name, one] of [["RIS", /^TY {2}- /gm], ["BibTeX", /^@\w+\{/gm], ["CSL-JSON", /"id"/g]]) {
          const download = page.waitForEvent("download");
          await use(page, button(page, name).first());
          const text = (await (await (await download).createReadStream()).toArray()).join("");
          assert.equal(text.match(one).length, total, name);
        }
        await use(page, button(page, "Copy this list’s address"));
        await button(page, "Copied").waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied, `${site.server.url}/en/publications?type=evaluation&region=AFR`);
        const feed = page.getByRole("link", { name: /^News feed: / });
        assert.equal((await context.request.get(site.server.url + (await feed.getAttribute("href")))).status(), 200);
      }, { permissions: ["clipboard-read", "clipboard-write"] }));
  }
}

test("a name that has not arrived yet when it is typed finds its country as soon as it has", () => {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  const prepare = (page) => page.route("**/spellings.*.json", async (route) => {
    await released;
    await route.continue();
  });
  return visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309/);
    const countries = group(main(page), "Country or area");
    await countries.getByRole("searchbox").fill("Birmanie");
    await countries.getByText("Found: 0").waitFor();
    release();
    await countries.getByText("Found: 1").waitFor();
    await countries.getByRole("checkbox", { name: /^Myanmar/ }).waitFor();
  }, { prepare });
});

test("a shared address gives the same list in a fresh browser, on either screen", async () => {
  const path = "/en/publications?q=strategy&type=ccs,evaluation&sort=oldest&page=2";
  const seen = [];
  for (const viewport of Object.values(SCREENS)) {
    await visit(site, path, async (page) => {
      await sentenceBecomes(page, /page 2 of/);
      assert.equal(address(page), path);
      seen.push([await sentence(page).textContent(), ...(await titles(page))]);
    }, { viewport });
  }
  assert.deepEqual(seen[0], seen[1]);
  assert.equal(seen[0].length, 21);
});

for (const [query, cleaned, told, note] of [
  ["?page=0", "", /^309/, "page=0"],
  ["?page=9999", "?page=16", /^309 .*page 16 of 16/, "There is no page 9,999."],
  ["?from=1066&to=30000", "", /^309/, "from=1066, to=30000"],
  ["?type=ccs,poem&country=ZZZ&region=MARS", "?type=ccs", /^95/, "region=MARS, country=ZZZ, type=poem"],
  ["?from=2020&to=2010&page=2", "?from=2020&page=2", /^60 publications: from 2020, page 2 of 3/, "to=2010"],
]) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    test(`${screen}: ${query} is cleaned, and told`, () =>
      visit(site, `/en/publications${query}`, async (page) => {
        await sentenceBecomes(page, told);
        await addressBecomes(page, `/en/publications${cleaned}`);
        await main(page).locator(".notice:visible, .results__hint:visible").getByText(note).waitFor();
        // What was left out is told of this question only.
        await field(page).fill("a");
        await main(page).locator(".notice:visible, .results__hint:visible").getByText(note).waitFor({ state: "detached" });
      }, { viewport }));
  }
}
