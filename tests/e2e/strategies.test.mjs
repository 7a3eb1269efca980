// The strategies as a timeline: it shows what the list shows, in the same words, and on paper too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { parse } from "csv-parse/sync";

import { address, addressBecomes, heading, main, sentenceBecomes, started, useSite, visit } from "./support.mjs";

const site = useSite();
const TIMELINE = "/en/strategies?view=timeline";
const ROWS = parse(readFileSync(new URL("../../content/strategies.csv", import.meta.url), "utf8"), { columns: true });

const box = (page, group, name) => main(page).getByRole("group", { name: group }).getByRole("checkbox", { name });
const table = (page) => main(page).getByRole("table", { name: "Strategies and briefs" });

/** The countries that the rows in sight name, each with its periods as they are read. */
const shown = (page) =>
  page.locator(".lanes__row:visible").evaluateAll((rows) =>
    rows.map((row) => [
      row.querySelector("th a").getAttribute("href").slice(-3),
      [...row.querySelectorAll(".lanes__words > li:not([hidden])")].map((item) => item.querySelector("bdi").textContent).sort(),
    ]),
  );

/** The same, from the file. */
function counted(meets) {
  const countries = new Map();
  for (const row of ROWS.filter(meets)) {
    const { period_start: start, period_end: end } = row;
    const period = start && end ? `${start}–${end}` : start ? `from ${start}` : end ? `until ${end}` : "Period not found";
    countries.set(row.iso3, [...(countries.get(row.iso3) ?? []), period].sort());
  }
  return [...countries].sort(([a], [b]) => (a < b ? -1 : 1));
}
const byCode = (rows) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
const status = ({ status: word, period_end: end }) => (end && end < "2026" ? "ended" : word === "in development" ? word : end ? "current" : "period not found");

test("the timeline has a row for each country and every cycle in words, and says how many documents these are", () =>
  visit(site, TIMELINE, async (page) => {
    await sentenceBecomes(page, /^155 strategy documents, for 133 countries and areas$/);
    assert.deepEqual(byCode(await shown(page)), counted(() => true));
    // Each cycle with a year is drawn; the one that is open at an end by a sign of its own.
    const drawn = ROWS.filter((row) => row.period_start || row.period_end);
    assert.equal(await page.locator(".lanes__row .lanes__bar").count(), drawn.length);
    assert.equal(await page.locator(".lanes__row .lanes__bar--open").count(), drawn.filter((row) => !row.period_start || !row.period_end).length);
    const tuvalu = table(page).getByRole("row", { name: /^Tuvalu/ });
    await tuvalu.getByText("2024–2029 current (shared with 20 others)").waitFor();
  }));

test("strategies are found by the names of their countries in every language, which are fetched when somebody is about to type", () =>
  visit(site, "/fr/strategies", async (page) => {
    await started(page);
    const names = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/data\/names\./.test(name)).length);
    const found = () => page.locator(".cycles__item:visible").count();
    const field = page.locator("#q");
    assert.equal(await names(), 0);
    await field.fill("Éthiopie");
    await sentenceBecomes(page, /^[1-9]\d?\D/);
    const own = await found();
    for (const name of ["Эфиопия", "埃塞俄比亚", "Ethiopia"]) {
      await field.fill(name);
      await sentenceBecomes(page, /^[1-9]\d?\D/);
      assert.equal(await found(), own, name);
    }
    assert.equal(await names(), 1);
    await page.goto(`${site.server.url}/fr/strategies?q=${encodeURIComponent("Эфиопия")}`);
    await sentenceBecomes(page, /^[1-9]\d?\D/);
    assert.equal(await found(), own);
  }));

test("a period that was not found is a gap with a word, and one that is open is no exact bar", () =>
  visit(site, "/en/strategies?status=undated,in_development&view=timeline", async (page) => {
    const row = (country) => table(page).getByRole("row", { name: new RegExp(`^${country}`) });
    await row("Eritrea").waitFor();
    for (const [country, told, bars] of [["Eritrea", "Period not found", 0], ["Iraq", "Period not found in development", 0], ["Switzerland", "from 2013 period not found", 1]]) {
      const words = row(country).locator(".lanes__words > li:visible");
      assert.deepEqual((await words.allTextContents()).map((text) => text.trim()), [told]);
      assert.equal(await row(country).locator(".lanes__bar:not([hidden])").count(), bars, country);
    }
    assert.equal(await row("Switzerland").locator(".lanes__bar--open").count(), 1);
    // The way to those of which nothing was found.
    await main(page).getByRole("link", { name: "The countries and areas without a strategy found (90)" }).click();
    await addressBecomes(page, "/en/countries?strategy=none_found");
    await sentenceBecomes(page, /^90 /);
  }));

test("filters, years and words show in the timeline what they show in the list", () =>
  visit(site, TIMELINE, async (page) => {
    await sentenceBecomes(page, /^155/);
    await box(page, "WHO region", /South-East Asia/).check();
    await addressBecomes(page, "/en/strategies?region=SEAR&view=timeline");
    assert.deepEqual(byCode(await shown(page)), counted((row) => row.who_region === "SEAR"));
    await box(page, "WHO region", /South-East Asia/).uncheck();
    for (const word of ["current", "in development", "period not found", "ended"]) {
      await box(page, "Status", word).check();
      await page.waitForFunction(() => location.search.includes("status="));
      assert.deepEqual(byCode(await shown(page)), counted((row) => status(row) === word), word);
      await box(page, "Status", word).uncheck();
      await addressBecomes(page, TIMELINE);
    }
    const documents = async (path) => {
      await page.goto(site.server.url + path);
      await page.locator(".results__sentence").waitFor();
      return parseInt(await page.locator(".results__sentence").textContent());
    };
    for (const question of ["q=malaria", "from=2010&to=2012", "country=TUV", "region=EUR&status=expired"]) {
      assert.equal(await documents(`/en/strategies?${question}&view=timeline`), await documents(`/en/strategies?${question}`), question);
    }
    await page.goto(`${site.server.url}/en/strategies?country=TUV&view=timeline`);
    await sentenceBecomes(page, /for 1 country or area$/);
    assert.deepEqual((await shown(page)).map(([country]) => country), ["TUV"]);
  }));

test("the timeline sorts as the list does, and Back undoes it", () =>
  visit(site, TIMELINE, async (page) => {
    await sentenceBecomes(page, /^155/);
    const years = async () => (await shown(page)).map(([, periods]) => periods.flatMap((period) => period.match(/\d{4}/) ?? []).sort());
    const newest = (await years()).map((list) => Number(list.at(-1) ?? 0));
    assert.deepEqual(newest, [...newest].sort((a, b) => b - a));
    await main(page).getByLabel("Sort by").selectOption("oldest");
    await addressBecomes(page, "/en/strategies?sort=oldest&view=timeline");
    const oldest = (await years()).map((list) => Number(list[0] ?? 9999));
    assert.deepEqual(oldest, [...oldest].sort((a, b) => a - b));
    await main(page).getByLabel("Sort by").selectOption("country");
    await addressBecomes(page, "/en/strategies?sort=country&view=timeline");
    const names = await page.locator(".lanes__row th").allTextContents();
    assert.deepEqual(names, [...names].sort(new Intl.Collator("en").compare));
    await page.goBack();
    await addressBecomes(page, "/en/strategies?sort=oldest&view=timeline");
  }));

test("the keyboard alone goes from the list to the timeline, on to a country, and back", () =>
  visit(site, "/en/strategies?region=SEAR", async (page) => {
    await sentenceBecomes(page, /strategy documents$/);
    await main(page).getByRole("link", { name: "Timeline" }).focus();
    await page.keyboard.press("Enter");
    await addressBecomes(page, "/en/strategies?region=SEAR&view=timeline");
    await table(page).waitFor();
    assert.equal(await main(page).getByRole("link", { name: "Timeline" }).getAttribute("aria-current"), "true");
    await table(page).getByRole("rowheader", { name: "Bhutan" }).getByRole("link").focus();
    await page.keyboard.press("Enter");
    await heading(page, "Bhutan");
    await page.goBack();
    await addressBecomes(page, "/en/strategies?region=SEAR&view=timeline");
    await table(page).waitFor();
  }));

test("every word for a state is explained", () =>
  visit(site, TIMELINE, async (page) => {
    const key = main(page).locator("details", { hasText: "What the words mean" });
    assert.equal(await key.evaluate((details) => details.open), true);
    assert.deepEqual(await key.locator("dt").allTextContents(), ["current", "in development", "period not found", "ended"]);
    assert.equal(await key.locator("dd").count(), 4);
  }));

test("time runs with the reading", () =>
  visit(site, "/ar/strategies?view=timeline", async (page) => {
    const first = page.locator(".lanes__years text").first();
    const last = page.locator(".lanes__years text").last();
    await first.waitFor();
    assert.ok(Number(await first.textContent()) < Number(await last.textContent()));
    assert.ok((await first.boundingBox()).x > (await last.boundingBox()).x);
    // The oldest cycle of Bangladesh stands at the right of its newest.
    const bars = await page.locator(".lanes__row", { has: page.locator('a[href$="/BGD"]') }).locator(".lanes__bar").evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().left));
    assert.ok(bars[0] < bars.at(-1));
  }));

for (const width of [320, 360, 1280]) {
  test(`the timeline fits ${width} px`, () =>
    visit(site, TIMELINE, async (page) => {
      await table(page).waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const narrow = await page.locator(".lanes__row svg").first().evaluate((svg) => svg.getBoundingClientRect().width);
      assert.ok(narrow > 120, `${narrow} px for the years`);
    }, { viewport: { width, height: 800 } }));
}

test("the timeline prints on A4 with its head on every sheet", () =>
  visit(site, TIMELINE, async (page) => {
    await table(page).waitFor();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 688, height: 1000 }); // A4 without its margins, at 96 pixels an inch
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.equal(await page.locator(".lanes thead").evaluate((head) => getComputedStyle(head).display), "table-header-group");
    assert.equal(await page.locator(".lanes__head").first().evaluate((head) => getComputedStyle(head).position), "static");
    const pdf = await page.pdf({ format: "A4" });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(sheets <= 12, `${sheets} sheets`);
  }));

test("milestones of the years stand beside each part of a story and lead to their sources", () =>
  visit(site, "/en/reform", async (page) => {
    const part = page.locator(".story__part", { has: page.getByRole("heading", { name: /^2014–2016/ }) });
    const steps = part.getByRole("list", { name: "Milestones of these years" });
    const dates = await steps.locator("time").evaluateAll((all) => all.map((time) => time.dateTime.slice(0, 4)));
    assert.ok(dates.length > 3 && dates.every((year) => year >= "2014" && year <= "2016"), String(dates));
    const all = await page.locator(".steps__item a").evaluateAll((links) => links.map((link) => link.hash));
    assert.equal(new Set(all).size, await page.locator(".timeline__item").count());
    await steps.getByRole("link").first().click();
    const target = page.locator(`.timeline__item${await page.evaluate(() => location.hash)}`);
    await page.waitForFunction(() => scrollY > 1000);
    assert.match(await target.locator(".timeline__source").textContent(), /^Source: /);
    // It goes along with the reading, by the style sheet alone.
    assert.equal(await steps.evaluate((list) => getComputedStyle(list).position), "sticky");
  }));

test("each claim of a story with a number or a year names its source", () =>
  visit(site, "/en/reform", async (page) => {
    for (const path of ["/en/reform", "/en/un-collaboration"]) {
      await page.goto(site.server.url + path);
      const paragraphs = await page.locator(".story .prose p, .story .prose li").evaluateAll((all) =>
        all.map((one) => ({ text: one.textContent, hasPublication: one.querySelector("a[href*='/publications/']") !== null })));
      assert.ok(paragraphs.length > 10);
      // What a story says of itself has no other source than its own facts.
      const isSourced = ({ text, hasPublication }) => hasPublication || /source|rifnote\.com|About this site|fact files of this site|We /i.test(text);
      const bare = paragraphs.filter((paragraph) => /\d/.test(paragraph.text) && !isSourced(paragraph));
      assert.deepEqual(bare.map(({ text }) => text), [], path);
    }
  }));

test("a story names each publication once, by its title", () =>
  visit(site, "/en/reform", async (page) => {
    const named = page.getByRole("region", { name: "Named in this text" });
    const links = await named.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const inText = await page.locator('.story a[href*="/publications/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual(links, [...new Set(inText)]);
    await named.getByRole("link", { name: "Twelfth General Programme of Work" }).first().waitFor();
  }));

test("without a script a story has its milestones, and its links lead to them", () =>
  visit(
    site,
    "/fr/reform",
    async (page) => {
      await page.locator(".steps__item a").nth(4).click();
      assert.match(address(page), /^\/fr\/reform#milestone-\d+$/);
      assert.ok((await page.evaluate(() => scrollY).catch(() => 1)) >= 0);
      await page.locator(".timeline__item").nth(4).waitFor();
    },
    { javaScriptEnabled: false, faults: true },
  ));

for (const language of ["en", "fr", "es", "ar", "zh", "ru"]) {
  test(`the steps of a strategy are a loop, and a list that says what each is (${language})`, () =>
    visit(site, `/${language}/support`, async (page) => {
      const steps = page.locator(".story .prose > ol > li");
      await steps.first().waitFor();
      assert.equal(await page.locator(".loop__point").count(), await steps.count());
      const labels = await page.locator(".loop__label").allTextContents();
      const names = await steps.locator("strong:first-child").allTextContents();
      assert.deepEqual(labels, names.map((name) => name.replace(/\.$/, "")));
      assert.equal(await page.locator(".loop").getAttribute("aria-hidden"), "true");
      // No word lies on another, or outside the drawing.
      const boxes = await page.locator(".loop__label, .loop__point").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      const drawing = await page.locator(".loop").boundingBox();
      for (const [at, one] of boxes.entries()) {
        assert.ok(one.left >= drawing.x - 1 && one.right <= drawing.x + drawing.width + 1, `${at} is outside`);
        for (const other of boxes.slice(at + 1)) {
          assert.ok(one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top, `${at} is covered`);
        }
      }
    }));
}

test("the chart of the overview adds up, and each bar leads to the countries it counts", () =>
  visit(site, "/en", async (page) => {
    const chart = page.getByRole("region", { name: /^For \d+ of 194 Member States/ });
    await chart.waitFor();
    const rows = await chart.locator("tbody tr").evaluateAll((all) => all.map((row) => [row.querySelector("a").getAttribute("href"), Number(row.querySelector(".bars__value").textContent)]));
    assert.equal(rows.reduce((sum, [, count]) => sum + count, 0), 194);
    assert.equal(Number((await chart.getByRole("heading").textContent()).match(/\d+/)[0]), rows[0][1]);
    for (const [href, count] of rows) {
      await page.goto(site.server.url + href);
      await started(page);
      await sentenceBecomes(page, new RegExp(`^${count} Member State`));
    }
  }));

test("the overview tells what is new and leads to a story", () =>
  visit(site, "/en", async (page) => {
    await page.getByRole("region", { name: "New in the content" }).getByText("first release of the content").waitFor();
    await page.getByRole("region", { name: "The story of WHO reform" }).getByRole("link", { name: "Read the story" }).click();
    await heading(page, /reform/i);
  }));
