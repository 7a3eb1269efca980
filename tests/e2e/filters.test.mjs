// The filters of the publications, as a panel and as a sheet, and what can be taken along of a list.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse } from "csv-parse/sync";

import { addressBecomes, main, sentence, sentenceBecomes, useSite, visit } from "./support.mjs";

const site = useSite();
const PHONE = { viewport: { width: 360, height: 740 } };
const toggle = (page) => page.locator(".filters__toggle");
const sheet = (page) => page.getByRole("dialog", { name: "Filters" });
const evaluation = (place) => place.getByRole("group", { name: "Type" }).getByRole("checkbox", { name: "Evaluation" });
const findCountry = (page) => page.getByRole("group", { name: "Country or area" }).getByRole("searchbox");

test("on a phone the bar with filters and results stays in sight", () =>
  visit(site, "/en/publications?type=ccs", async (page) => {
    await sentenceBecomes(page, /^95 publications/);
    assert.match(await toggle(page).textContent(), /Filters \(1\)95 results/);
    await page.locator(".pagination").scrollIntoViewIfNeeded();
    const bar = await toggle(page).boundingBox();
    assert.ok(bar.y >= 0 && bar.y < 100 && bar.height >= 44, JSON.stringify(bar));
  }, PHONE));

test("the sheet keeps the focus, counts while it is open, and gives the focus back: by keyboard", () =>
  visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309/);
    await toggle(page).focus();
    await page.keyboard.press("Enter");
    await sheet(page).waitFor();
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      const place = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
      assert.ok(place, `after ${i + 1} tabs the focus is behind the sheet`);
    }
    await evaluation(sheet(page)).focus();
    await page.keyboard.press("Space");
    await sheet(page).getByRole("button", { name: "Show 30 results" }).waitFor();
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "hidden" });
    assert.ok(await toggle(page).evaluate((button) => button === document.activeElement));
    await sentenceBecomes(page, /^30 publications: Evaluation/);
    // What was chosen is still chosen when it opens again.
    await toggle(page).click();
    assert.ok(await evaluation(sheet(page)).isChecked());
    await sheet(page).getByRole("button", { name: "Close filters" }).click();
    await page.getByRole("button", { name: /Remove Type: Evaluation/ }).click();
    await sentenceBecomes(page, /^309/);
  }, PHONE));

test("Back leaves no sheet behind", () =>
  visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309/);
    await toggle(page).click();
    await evaluation(sheet(page)).check();
    await addressBecomes(page, "/en/publications?type=evaluation");
    await page.goBack();
    await addressBecomes(page, "/en/publications");
    await sheet(page).getByRole("button", { name: "Show 309 results" }).click();
    await sentenceBecomes(page, /^309/);
  }, PHONE));

for (const [width, open] of [[1280, async () => {}], [360, (page) => toggle(page).click()]]) {
  test(`a country of a long facet is found by another name and with a slip, ${width} px`, () =>
    visit(site, "/en/publications", async (page) => {
      await sentenceBecomes(page, /^309/);
      await open(page);
      const group = page.getByRole("group", { name: "Country or area" });
      await findCountry(page).focus();
      await page.waitForTimeout(600);
      for (const [text, name] of [["ivory coast", "Côte d'Ivoire"], ["tanznia", /Tanzania/], ["كينيا", "Kenya"]]) {
        await findCountry(page).fill(text);
        await group.getByText("Found: 1", { exact: true }).waitFor();
        assert.equal(await group.getByRole("checkbox").filter({ visible: true }).count(), 1);
        await group.getByRole("checkbox", { name }).waitFor();
      }
      await findCountry(page).press("Enter");
      await group.getByRole("checkbox", { name: "Kenya" }).check();
      await addressBecomes(page, "/en/publications?country=KEN");
      // What is chosen stays in sight whatever is looked for.
      await findCountry(page).fill("zzzz");
      await group.getByText("Found: 0", { exact: true }).waitFor();
      assert.ok(await group.getByRole("checkbox", { name: "Kenya" }).isVisible());
      await findCountry(page).fill("");
      assert.ok((await group.getByRole("checkbox").filter({ visible: true }).count()) >= 8);
    }, { viewport: { width, height: 800 } }));
}

test("the sentence, the title and the address say the same", () =>
  visit(site, "/en/publications?q=health&type=ccs,evaluation&from=2015&to=2019", async (page) => {
    await sentenceBecomes(page, /^\d+ publications: Evaluation or Country cooperation strategy|^\d+ publications: Country cooperation strategy or Evaluation/);
    const told = await sentence(page).textContent();
    assert.match(told, /2015–2019/);
    assert.match(told, /“health”/);
    await page.waitForFunction((told) => document.title === `${told} – Publications – Country Cooperation`, told);
  }));

async function saved(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("group", { name: "Cite this whole list:" }).getByRole("button", { name, exact: true }).click(),
  ]);
  return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")];
}

test("all results of a list are cited, in its order, in four formats", () =>
  visit(site, "/en/publications?type=evaluation&sort=title", async (page) => {
    await sentenceBecomes(page, /^30 publications/);
    const first = await page.locator(".publication__title").first().textContent();
    for (const [name, ending, read] of [
      ["RIS", /\.ris$/, (text) => new Cite(text).data],
      ["BibTeX", /\.bib$/, (text) => new Cite(text).data],
      ["CSL-JSON", /\.json$/, (text) => JSON.parse(text)],
      ["CSV", /\.csv$/, (text) => parse(text, { columns: true, bom: true })],
    ]) {
      const [file, text] = await saved(page, name);
      assert.match(file, ending);
      const records = read(text);
      assert.equal(records.length, 30, name);
      const title = records[0].title ?? records[0].Title;
      assert.ok(title.startsWith(first.split(/[:–]/)[0].trim()), `${name}: ${title} is not ${first}`);
    }
  }));

test("a list that cannot be cited says so", () =>
  visit(
    site,
    "/en/publications?type=evaluation",
    async (page) => {
      await sentenceBecomes(page, /^30/);
      await page.getByRole("button", { name: "RIS", exact: true }).click();
      await page.getByText("The citations could not be fetched. Please try again.").waitFor();
    },
    { faults: true, prepare: (page) => page.route(/citations\.ris/, (route) => route.fulfill({ status: 404, body: "" })) },
  ));

test("the feed of the closest set is offered, and is there", () =>
  visit(site, "/en/publications?type=evaluation", async (page, context) => {
    const feed = page.getByRole("link", { name: "News feed: Evaluation (Atom)" });
    assert.equal(await feed.getAttribute("href"), "/feeds/en/type/evaluation.xml");
    const response = await context.request.get(site.server.url + (await feed.getAttribute("href")));
    assert.match(await response.text(), /<feed/);
    await evaluation(page).uncheck();
    await page.getByRole("link", { name: "News feed of all publications (Atom)" }).waitFor();
  }));

for (const [kind, spoil] of [
  ["missing", (route) => route.fulfill({ status: 404, body: "" })],
  ["damaged", async (route) => {
    const response = await route.fetch();
    const body = Buffer.from(await response.body());
    body[Math.floor(body.length / 2)] ^= 0xff;
    await route.fulfill({ response, body });
  }],
]) {
  test(`with a ${kind} index the filters still work, and a note says what does not`, () =>
    visit(
      site,
      "/en/publications?q=kenya",
      async (page) => {
        await sentenceBecomes(page, /^309 publications, page 1 of 16/);
        await main(page).getByText("The search is not at hand, so no words were looked for. The filters work.").waitFor();
        await evaluation(page).check();
        await sentenceBecomes(page, /^30 publications: Evaluation/);
        await page.getByLabel("From year").fill("2020");
        await page.getByLabel("From year").press("Enter");
        await page.waitForFunction(() => [...document.querySelectorAll(".publication__year")].every((year) => parseInt(year.textContent) >= 2020));
        await page.unrouteAll();
        await page.getByRole("button", { name: "Try again" }).click();
        await page.getByText("The search is not at hand").waitFor({ state: "detached" });
      },
      { faults: true, prepare: (page) => page.route(/\/data\/search\/.*\.bin/, spoil) },
    ));
}

// A generator with a seed, so that a failure can be repeated.
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

test("every count is the number of results that clicking gives: 200 random states", { timeout: 300_000 }, () =>
  visit(site, "/en/publications", async (page) => {
    await sentenceBecomes(page, /^309/);
    for (const more of await page.locator(".filters__more").all()) await more.click();
    const next = random(20261126);
    let checked = 0;
    while (checked < 200) {
      // Values of a group in which nothing is chosen: there the count is what the whole list will have.
      const offers = await page.locator(".filters__group").evaluateAll((groups) =>
        groups.flatMap((group) =>
          group.querySelector("input:checked")
            ? []
            : [...group.querySelectorAll("input[type=checkbox]:enabled")].map((input) => ({
                value: input.value,
                group: group.querySelector("legend").textContent,
                count: Number(input.closest("label").querySelector(".filters__count").textContent.replace(/\D/g, "")),
              })),
        ),
      );
      if (offers.length === 0 || next(6) === 0) {
        await page.getByRole("button", { name: "Clear all" }).click();
        await sentenceBecomes(page, /^309/);
        continue;
      }
      const offer = offers[next(offers.length)];
      await page.getByRole("group", { name: offer.group }).locator(`input[value="${offer.value}"]`).evaluate((box) => box.click());
      await page.waitForFunction(
        ([count]) => Number(/^[\d,]+/.exec(document.querySelector(".results__sentence").textContent)?.[0].replace(",", "")) === count,
        [offer.count],
        { timeout: 5000, polling: 20 },
      ).catch(async () => assert.fail(`${offer.group} ${offer.value}: ${offer.count} offered, ${await sentence(page).textContent()}`));
      checked += 1;
    }
  }));
