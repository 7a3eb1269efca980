// Filters, search, order, pages: by mouse and keyboard, with Back, reload and shared addresses.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, addressBecomes, heading, main, sentenceBecomes, useSite, visit } from "./support.mjs";

const site = useSite();

const visible = (page) => page.locator(".country:visible").count();
const rows = (page) => page.waitForFunction(() => document.querySelectorAll(".country:not([hidden]), .publication, .cycles__item").length > 0);
const box = (page, group, name) => main(page).getByRole("group", { name: group }).getByRole("checkbox", { name });

test("a region filter narrows the list, is one history entry, and Back undoes it", () =>
  visit(site, "/en/countries", async (page) => {
    await rows(page);
    await sentenceBecomes(page, /^223 countries, territories and areas: 194 Member States, 2 Associate Members,? and 27 territories or areas$/);
    await box(page, "WHO region", /Western Pacific/).check();
    await addressBecomes(page, "/en/countries?region=WPR");
    await sentenceBecomes(page, /^38 countries, territories and areas of the Western Pacific Region: 28 Member States, 1 Associate Member,? and 9 territories or areas$/);
    assert.equal(await visible(page), 38);
    await box(page, "WHO region", /African/).check();
    await addressBecomes(page, "/en/countries?region=AFR,WPR");
    assert.equal(await visible(page), 85);
    await page.goBack();
    await addressBecomes(page, "/en/countries?region=WPR");
    await page.goBack();
    await sentenceBecomes(page, /^223 /);
    await page.goForward();
    await sentenceBecomes(page, /^38 /);
    assert.equal(await box(page, "WHO region", /Western Pacific/).isChecked(), true);
  }));

test("what is asked in one moment is still entry by entry in the history", () =>
  visit(site, "/en/countries", async (page) => {
    await rows(page);
    await page.evaluate(async () => {
      const tick = (value) => document.querySelector(`main input[value="${value}"]`).click();
      const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      tick("WPR");
      await drawn();
      tick("AFR");
      await drawn();
      document.querySelector('.country a[href$="/countries/KEN"]').click();
    });
    await heading(page, "Kenya");
    await page.goBack();
    await addressBecomes(page, "/en/countries?region=AFR,WPR");
    await sentenceBecomes(page, /^85 /);
    await page.goBack();
    await addressBecomes(page, "/en/countries?region=WPR");
    await sentenceBecomes(page, /^38 /);
    await page.goBack();
    await addressBecomes(page, "/en/countries");
  }));

test("Back before the address is written leads to where one was, and nothing is written after", () =>
  visit(site, "/en/countries?region=WPR", async (page) => {
    await sentenceBecomes(page, /^38 /);
    await box(page, "WHO region", /Western Pacific/).uncheck();
    await addressBecomes(page, "/en/countries");
    await page.evaluate(() => {
      document.querySelector('main input[value="AFR"]').click();
      history.back();
    });
    await addressBecomes(page, "/en/countries?region=WPR");
    await sentenceBecomes(page, /^38 /);
    await page.waitForTimeout(400); // longer than an address waits to be written
    assert.equal(await address(page), "/en/countries?region=WPR");
    assert.equal(await visible(page), 38);
  }));

test("counts say what a click gives, for every value of every filter", () =>
  visit(site, "/en/countries?membership=member_state&office=in_country", async (page) => {
    await rows(page);
    const boxes = main(page).locator(".filters__option");
    for (let at = 0; at < (await boxes.count()); at += 1) {
      const option = boxes.nth(at);
      const input = option.locator("input");
      if ((await input.isChecked()) || (await input.isDisabled())) continue;
      const siblings = await option.locator("xpath=..").locator("input:checked").count();
      if (siblings > 0) continue; // OR within a facet: the count is for the value alone
      const promised = Number(await option.locator(".filters__count").textContent());
      await input.check();
      await page.waitForFunction((count) => document.querySelectorAll(".country:not([hidden])").length === count, promised);
      await input.uncheck();
      await page.waitForFunction(() => location.search === "?membership=member_state&office=in_country");
    }
  }));

test("the keyboard alone filters and removes", () =>
  visit(site, "/en/countries", async (page) => {
    await rows(page);
    await box(page, "WHO region", /South-East Asia/).focus();
    await page.keyboard.press("Space");
    await sentenceBecomes(page, /^10 /);
    const chip = main(page).getByRole("button", { name: "Remove WHO region: South-East Asia Region" });
    await chip.focus();
    await page.keyboard.press("Enter");
    await sentenceBecomes(page, /^223 /);
    await page.waitForFunction(() => document.activeElement?.id === "result-sentence");
  }));

test("typing filters at once but makes no history entry", () =>
  visit(site, "/en/countries", async (page) => {
    await rows(page);
    const before = await page.evaluate(() => history.length);
    const field = main(page).getByRole("searchbox");
    const isBusy = () => main(page).getByRole("status").first().getAttribute("aria-busy");
    await field.pressSequentially("cote d");
    assert.equal(await isBusy(), "true", "screen readers wait while somebody types");
    await sentenceBecomes(page, /^1 Member State/);
    await addressBecomes(page, "/en/countries?q=cote+d");
    assert.equal(await isBusy(), "false");
    assert.equal(await page.evaluate(() => history.length), before);
    await page.reload();
    await sentenceBecomes(page, /^1 Member State/);
    assert.equal(await main(page).getByRole("searchbox").inputValue(), "cote d");
    assert.equal(await page.locator(".country:visible .country__name").textContent().then((text) => text.trim()), "Côte d'Ivoire CIV");
  }));

for (const typed of ["kenya", "KEN", "Кения", "肯尼亚", "كينيا", "404"]) {
  test(`"${typed}" finds Kenya in the list`, () =>
    visit(site, `/en/countries?q=${encodeURIComponent(typed)}`, async (page) => {
      await page.locator(".country:visible", { hasText: "KEN" }).waitFor();
    }));
}

test("a filter without any country says so and how to go on", () =>
  visit(site, "/en/countries?q=zzzz", async (page) => {
    await sentenceBecomes(page, /^No country/);
    await main(page).getByRole("button", { name: "Clear all" }).click();
    await sentenceBecomes(page, /^223 /);
  }));

test("countries sort by name, region and end of strategy", () =>
  visit(site, "/en/countries", async (page) => {
    await rows(page);
    const names = () => page.locator(".country__link").allTextContents();
    const byName = await names();
    assert.deepEqual(byName, [...byName].sort(new Intl.Collator("en").compare));
    await main(page).getByLabel("Sort by").selectOption("region");
    await addressBecomes(page, "/en/countries?sort=region");
    assert.equal((await names())[0], "Algeria");
    await main(page).getByLabel("Sort by").selectOption("name");
    await addressBecomes(page, "/en/countries");
  }));

test("publications: OR within a facet, AND across, counts ignore their own choice", () =>
  visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309 publications, page 1 of 16$/);
    const count = async (group, name) => Number(await box(page, group, name).locator("xpath=..").locator(".filters__count").textContent());
    const strategies = await count("Type", /^Country cooperation strateg/i);
    const evaluations = await count("Type", /^Evaluation/);
    await box(page, "Type", /^Country cooperation strateg/i).check();
    await sentenceBecomes(page, new RegExp(`^${strategies} publications`));
    assert.equal(await count("Type", /^Evaluation/), evaluations);
    await box(page, "Type", /^Evaluation/).check();
    await sentenceBecomes(page, new RegExp(`^${strategies + evaluations} publications`));
    const african = await count("WHO region", /African/);
    await box(page, "WHO region", /African/).check();
    await sentenceBecomes(page, new RegExp(`^${african} publication`));
  }));

test("a chosen value stays when nothing is left of it", () =>
  visit(site, "/en/publications?type=ccs_guide&q=zzzz", async (page) => {
    await sentenceBecomes(page, /^No publication/);
    const chosen = main(page).locator("input[value=ccs_guide]");
    assert.equal(await chosen.isVisible(), true);
    assert.equal(await chosen.isDisabled(), false);
    assert.equal(await chosen.isChecked(), true);
  }));

test("pages are links, Back returns to the same place, and no record is repeated or lost", () =>
  visit(site, "/en/publications?sort=title", async (page) => {
    await sentenceBecomes(page, /page 1 of 16$/);
    const seen = new Set();
    for (let number = 1; number <= 16; number += 1) {
      await sentenceBecomes(page, new RegExp(`page ${number} of 16$`));
      for (const href of await page.locator(".publication__title a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))) seen.add(href);
      if (number < 16) await page.getByRole("link", { name: "Next" }).click();
    }
    assert.equal(seen.size, 309);
    assert.equal(address(page), "/en/publications?sort=title&page=16");
    await page.goBack();
    await sentenceBecomes(page, /page 15 of 16$/);
  }));

test("page=9999 shows the last page, says so and cleans the address", () =>
  visit(site, "/en/publications?type=ccs&page=9999", async (page) => {
    await sentenceBecomes(page, /page 5 of 5$/);
    await addressBecomes(page, "/en/publications?type=ccs&page=5");
    await main(page).getByText("There is no page 9,999. This is the last one, page 5.").waitFor();
    // The note goes with the list that it is about.
    await box(page, "Type", "Evaluation").check();
    await page.getByText("There is no page 9,999.").waitFor({ state: "detached" });
  }));

test("years narrow the publications", () =>
  visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309/);
    await main(page).getByLabel("From year").fill("2024");
    await main(page).getByLabel("From year").press("Enter");
    await page.waitForFunction(() => location.search === "?from=2024");
    const years = await page.locator(".publication__year").evaluateAll((items) => items.map((item) => parseInt(item.textContent)));
    assert.ok(years.length > 0 && years.every((year) => year >= 2024), String(years));
  }));

test("a shared address gives the same list in a fresh browser", async () => {
  const path = "/en/publications?q=pacific&type=ccs&sort=oldest";
  const titles = [];
  for (let i = 0; i < 2; i += 1) {
    await visit(site, path, async (page) => {
      await page.locator(".publication").first().waitFor();
      titles.push(await page.locator(".publication__title").allTextContents());
      assert.equal(address(page), path);
    });
  }
  assert.deepEqual(titles[0], titles[1]);
  assert.ok(titles[0].length > 0);
});

test("Back from a publication returns to the place and the link in the list", () =>
  visit(site, "/en/publications?sort=title", async (page) => {
    await page.locator(".publication").first().waitFor();
    const link = page.locator(".publication__title a").nth(12);
    await link.scrollIntoViewIfNeeded();
    const href = await link.getAttribute("href");
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 200);
    await link.click();
    await page.locator(".cite__text").waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.goBack();
    await page.waitForFunction((wanted) => document.activeElement?.getAttribute("href") === wanted, href);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 40);
  }));

test("strategies count a document once, and name what it covers", () =>
  visit(site, "/en/strategies", async (page) => {
    await sentenceBecomes(page, /^155 strategy documents$/);
    await box(page, "Status", /current/).check();
    await addressBecomes(page, "/en/strategies?status=current");
    const promised = Number(await box(page, "Status", /current/).locator("xpath=..").locator(".filters__count").textContent());
    assert.equal(await page.locator(".cycles__item:visible").count(), promised);
    const pacific = page.locator(".cycles__item", { hasText: "Pacific Islands–WHO Multi-country Cooperation Strategy" });
    await pacific.getByText("Covers 21 countries and areas").click();
    await pacific.getByRole("link", { name: "Tuvalu" }).click();
    await heading(page, "Tuvalu");
  }));

test("the finder leads to the office of a country in two steps", () =>
  visit(site, "/en", async (page) => {
    const finder = page.getByRole("combobox", { name: "Find a country, territory or area" });
    await finder.waitFor();
    await finder.fill("tuval");
    await page.getByRole("option", { name: /Tuvalu/ }).waitFor();
    assert.match(await page.getByRole("option").textContent(), /Member State · Served from Suva, Fiji/);
    await finder.press("Enter");
    await heading(page, "Tuvalu");
    await main(page).getByText("WHO serves Tuvalu from Suva, Fiji.").waitFor();
  }));

test("the finder works by mouse, and hands on what it cannot decide", () =>
  visit(site, "/en", async (page) => {
    const finder = page.getByRole("combobox", { name: "Find a country, territory or area" });
    await finder.waitFor();
    await finder.fill("guinea");
    await page.getByRole("option", { name: /Guinea-Bissau/ }).click();
    await heading(page, "Guinea-Bissau");
    await page.goBack();
    await finder.waitFor();
    await finder.fill("korea");
    await finder.press("Enter");
    await addressBecomes(page, "/en/countries?q=korea");
  }));

test("on a phone the filters open by a button that counts them", () =>
  visit(
    site,
    "/en/countries?region=EUR",
    async (page) => {
      await rows(page);
      const button = page.locator(".filters__toggle");
      assert.match(await button.textContent(), /Filters \(1\)55 results/);
      assert.equal(await box(page, "WHO region", /African/).isVisible(), false);
      await button.click();
      await box(page, "WHO region", /African/).check();
      await page.waitForFunction(() => location.search === "?region=AFR,EUR");
      await page.getByRole("button", { name: "Show 102 results" }).click();
      assert.match(await button.textContent(), /Filters \(2\)102 results/);
    },
    { viewport: { width: 360, height: 740 } },
  ));
