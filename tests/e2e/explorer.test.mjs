// The explorer: one question as a list, a table and a map; export, comparison, letters, ways out of nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { addressBecomes, heading, main, sentenceBecomes, started, useSite, visit } from "./support.mjs";

const site = useSite();

const ready = (page) => page.locator(".results__sentence").waitFor();
const shown = (page) => page.locator(".country:visible").count();
const view = (page, name) => main(page).getByRole("navigation", { name: "Show as" }).getByRole("link", { name, exact: true });

/** Reads CSV by the rules of RFC 4180. */
function readCsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const char = text[at];
    const row = rows.at(-1);
    if (quoted && char === '"' && text[at + 1] === '"') row[row.length - 1] += text[++at];
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") row.push("");
    else if (!quoted && char === "\r" && text[at + 1] === "\n") {
      at += 1;
      rows.push([""]);
    } else row[row.length - 1] += char;
  }
  rows.pop();
  const [head, ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at]])));
}

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("a sentence says what is shown: as heading, as title and to screen readers", () =>
  visit(site, "/en/countries?region=WPR&membership=member_state&strategy=none_found", async (page) => {
    const sentence = "7 Member States of the Western Pacific Region without a strategy found";
    await page.getByRole("heading", { level: 2, name: sentence }).waitFor();
    assert.equal(await shown(page), 7);
    await page.waitForFunction((title) => document.title === title, `${sentence} – Countries – Country Cooperation`);
    assert.equal(await page.locator("[role=status] .results__sentence").count(), 1);
  }));

for (const [language, sentence] of [
  ["fr", "28 États Membres de la Région du Pacifique occidental"],
  ["es", "28 Estados Miembros de la Región del Pacífico Occidental"],
  ["ru", "28 государств-членов Региона Западной части Тихого океана"],
  ["ar", "28 دولة عضوًا في إقليم غرب المحيط الهادئ"],
  ["zh", "西太平洋区域的28个会员国"],
]) {
  test(`the sentence is built as ${language} builds it`, () =>
    visit(site, `/${language}/countries?region=WPR&membership=member_state`, (page) =>
      page.getByRole("heading", { level: 2, name: sentence, exact: true }).waitFor(),
    ));
}

test("list, table and map show one question, and Back goes through them", () =>
  visit(site, "/en/countries?region=SEAR", async (page) => {
    await sentenceBecomes(page, /^10 Member States/);
    const names = await page.locator(".country:visible .country__link").allTextContents();
    await view(page, "Table").click();
    await addressBecomes(page, "/en/countries?region=SEAR&view=table");
    const rows = page.locator(".country-table__row:visible");
    assert.deepEqual(await rows.locator("th a").allTextContents(), names);
    assert.equal(await page.getByRole("columnheader", { name: "Country or area" }).getAttribute("aria-sort"), "ascending");
    await page.getByRole("button", { name: "Strategy", exact: true }).click();
    await addressBecomes(page, "/en/countries?region=SEAR&sort=strategy_end&view=table");
    assert.equal(await page.getByRole("columnheader", { name: "Strategy" }).getAttribute("aria-sort"), "descending");
    assert.equal(await rows.count(), 10);
    await view(page, "Map").click();
    await page.locator(".map__svg").waitFor();
    const inside = await page.locator(".map__area, .map__mark").evaluateAll((parts) =>
      [...new Set(parts.filter((part) => part.dataset.fill !== "outside").map((part) => part.dataset.key))].length);
    assert.equal(inside, 10);
    await page.goBack();
    await rows.first().waitFor();
    await page.goBack();
    await page.goBack();
    assert.equal(await shown(page), 10);
  }));

test("what is shown can be taken along as CSV and JSON, whole and in order", () =>
  visit(site, "/en/countries?region=WPR&sort=strategy_end", async (page) => {
    await ready(page);
    const codes = await page.locator(".country:visible .code").allTextContents();
    const csv = await download(page, "Download as CSV");
    const json = await download(page, "Download as JSON");
    assert.deepEqual([csv.name, json.name], ["countries.csv", "countries.json"]);
    const rows = readCsv(csv.text);
    assert.deepEqual(rows.map((row) => row.iso3), codes);
    assert.equal(rows.length, 38);
    const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")));
    assert.deepEqual(JSON.parse(json.text), filled);
    const tuvalu = rows.find((row) => row.iso3 === "TUV");
    assert.equal(tuvalu.iso2, "TV");
    assert.equal(tuvalu.m49, "798");
    assert.equal(tuvalu.name_ar, "توفالو");
    assert.equal(tuvalu.who_region, "WPR");
    assert.equal(tuvalu.office_presence, "served_from_elsewhere");
    assert.equal(tuvalu.office_country_iso3, "FJI");
    assert.deepEqual([tuvalu.strategy_status, tuvalu.strategy_start, tuvalu.strategy_end], ["current", "2024", "2029"]);
    assert.equal(tuvalu.content_date, "2026-11-23");
    assert.match(tuvalu.licence, /PDDL.*CC BY 4\.0/);
    assert.ok(tuvalu.source.length > 10);
    assert.equal(tuvalu.address, `${site.server.url}/en/countries?region=WPR&sort=strategy_end`);
  }));

test("names for a file that cannot be had are told of, and the next try gives the file", () =>
  visit(site, "/fr/countries?region=WPR", async (page) => {
    await started(page);
    await ready(page);
    await page.getByRole("button", { name: "CSV" }).click();
    const told = page.locator(".export [role=status]");
    await page.waitForFunction(() => document.querySelector(".export [role=status]").textContent !== "");
    assert.match(await told.textContent(), /connexion/);
    await page.unrouteAll();
    const csv = await download(page, "CSV");
    assert.equal(readCsv(csv.text).find(({ iso3 }) => iso3 === "TUV").name_ar, "توفالو");
    assert.equal(await told.textContent(), "");
  }, { faults: true, prepare: (page) => page.route("**/data/names.*.json*", (route) => route.abort("connectionreset")) }));

test("two to four countries stand side by side, at an address of their own, on one sheet", async () => {
  await visit(site, "/en/countries?region=AFR", async (page) => {
    await ready(page);
    await main(page).getByRole("button", { name: "Compare Kenya" }).click();
    await main(page).getByText("Choose one more to compare, up to four.").waitFor();
    await main(page).getByRole("button", { name: "Compare Uganda" }).click();
    await addressBecomes(page, "/en/countries?region=AFR&compare=KEN,UGA");
    assert.equal(await main(page).getByRole("button", { name: "Compare Kenya" }).getAttribute("aria-pressed"), "true");
  });
  await visit(site, "/en/countries?compare=KEN,UGA,TZA,RWA", async (page) => {
    const table = main(page).getByRole("region", { name: "Side by side", exact: true });
    await table.waitFor();
    assert.deepEqual(await table.getByRole("columnheader").allTextContents(), ["Fact", "Kenya", "Rwanda", "United Republic of Tanzania", "Uganda"]);
    assert.equal(await table.getByRole("row", { name: /^Codes/ }).getByRole("cell").first().textContent(), "KEN · KE · 404");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length, 1);
    await table.getByRole("button", { name: "Take away Rwanda" }).click();
    await addressBecomes(page, "/en/countries?compare=KEN,TZA,UGA");
    await main(page).getByRole("button", { name: "End the comparison" }).click();
    await addressBecomes(page, "/en/countries");
  });
  await visit(site, "/en/countries?compare=KEN,UGA,TZA,RWA,BDI,XXX", (page) =>
    main(page).locator(".notice", { hasText: "compare=BDI, compare=XXX" }).waitFor(),
  );
});

test("an impossible combination names the filters to do without, and what that gives", () =>
  visit(site, "/en/countries?region=AFR&income=high&office=none_found", async (page) => {
    await sentenceBecomes(page, /^No country, territory or area of the African Region/);
    const ways = main(page).getByRole("button", { name: /^Without/ });
    await ways.first().waitFor();
    const promised = Number((await ways.first().textContent()).match(/\((\d+)\)$/)[1]);
    await ways.first().click();
    await sentenceBecomes(page, new RegExp(`^${promised} `));
    assert.equal(await shown(page), promised);
  }));

test("a name that nobody has leads to the nearest ones", () =>
  visit(site, "/en/countries?q=Kennyah", async (page) => {
    await ready(page);
    await main(page).getByRole("link", { name: "Kenya", exact: true }).first().waitFor();
  }));

test("a code that no country has leads to the nearest countries", () =>
  visit(site, "/en/countries/KEX", async (page) => {
    await heading(page, "Page not found");
    await main(page).getByRole("link", { name: "Kenya", exact: true }).click();
    await heading(page, "Kenya");
  }));

for (const [language, letter, first] of [["en", "K", "Kazakhstan"], ["ru", "К", "Кабо-Верде"], ["ar", "ك", null], ["zh", "K", null]]) {
  test(`letters lead to their names (${language})`, () =>
    visit(site, `/${language}/countries`, async (page) => {
      await ready(page);
      await page.locator(".letters").getByRole("button", { name: letter, exact: true }).click();
      await page.waitForFunction((wanted) => document.activeElement?.className === "letter-row" && document.activeElement.textContent === wanted, letter);
      const next = await page.evaluate(() => document.activeElement.nextElementSibling.querySelector(".country__link").textContent);
      if (first) assert.equal(next, first);
      const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 900, String(top));
    }));
}

test("letters without a name in the list lead nowhere", () =>
  visit(site, "/en/countries?region=SEAR", async (page) => {
    await ready(page);
    const letter = (name) => page.locator(".letters").getByRole("button", { name, exact: true });
    assert.equal(await letter("B").isEnabled(), true);
    assert.equal(await letter("K").isEnabled(), false);
    assert.deepEqual(await page.locator(".letter-row:visible").allTextContents(), ["B", "D", "I", "M", "N", "S", "T"]);
  }));

test("the finder in the head of every page knows former names, codes and slips", () =>
  visit(site, "/en/about", async (page) => {
    await heading(page, /About/);
    const open = page.getByRole("button", { name: "Find a country" });
    await open.click();
    const field = page.getByRole("combobox", { name: "Find a country, territory or area" });
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "masthead-find");
    await page.waitForLoadState("networkidle");
    await field.pressSequentially("burma");
    assert.match(await page.getByRole("option").first().textContent(), /Myanmar.*Burma/);
    await field.press("Escape");
    assert.equal(await page.getByRole("option").first().isVisible(), false);
    await field.press("Escape");
    assert.equal(await field.isVisible(), false);
    await page.waitForFunction(() => document.activeElement?.className === "masthead__find");
    await open.click();
    await field.fill("kazakstan");
    await page.getByRole("option", { name: /Kazakhstan/ }).waitFor();
    await field.press("ArrowDown");
    await field.press("Enter");
    await heading(page, "Kazakhstan");
    assert.equal(await field.isVisible(), false);
  }));

for (const [language, typed, leadsTo] of [["en", "burma", "MMR"], ["ar", "كينيا", "KEN"]]) {
  test(`the finder works by touch in ${language}`, () =>
    visit(site, `/${language}/contact`, async (page) => {
      await page.locator(".masthead__find").tap();
      const field = page.getByRole("banner").getByRole("combobox");
      await field.tap();
      await page.keyboard.type(typed);
      await page.getByRole("banner").getByRole("option").first().tap();
      await addressBecomes(page, `/${language}/countries/${leadsTo}`);
    }, { hasTouch: true, viewport: { width: 360, height: 740 } }));
}

test("the map tells of a place, leads to its profile, and says what no map may leave out", () =>
  visit(site, "/en/countries?view=map", async (page) => {
    await page.locator(".map__svg").waitFor();
    await page.locator('.map__area[data-key="BRA"]').click();
    const told = page.locator(".map__told");
    assert.match(await told.textContent(), /^Brazil.*Member State · /);
    assert.match(await page.locator("figcaption").textContent(), /imply no opinion on the legal status.*Dashed and dotted lines.*Not cleared by WHO/);
    await page.locator('[data-key="disputed.western_sahara"]').click();
    assert.match(await told.textContent(), /^Western Sahara.*in dispute/);
    assert.equal(await told.getByRole("link").count(), 0);
    await page.locator('.map__area[data-key="BRA"]').click();
    await told.getByRole("link", { name: "Open the profile" }).click();
    await heading(page, "Brazil");
  }));

test("small places on the map can be hit within 12 pixels at every step", () =>
  visit(site, "/en/countries?view=map", async (page) => {
    await page.locator(".map__svg").waitFor();
    const reach = () => page.evaluate(() => {
      const target = document.querySelector('.map__target[data-key="NRU"]');
      const box = target.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return [[0, 0], [11, 0], [-11, 0], [0, 11], [0, -11]].map(([dx, dy]) => document.elementFromPoint(x + dx, y + dy)?.closest("[data-key]")?.dataset.key);
    });
    await page.locator(".map__svg").scrollIntoViewIfNeeded();
    assert.deepEqual(await reach(), Array(5).fill("NRU"));
    await page.getByLabel("Part of the world", { exact: true }).and(page.locator("select")).selectOption("WPR");
    assert.deepEqual(await reach(), Array(5).fill("NRU"));
  }));

test("buttons and a list move the map; nothing has to be dragged", () =>
  visit(site, "/en/countries?view=map", async (page) => {
    await page.locator(".map__svg").waitFor();
    const seen = () => page.locator(".map__svg").getAttribute("viewBox");
    const world = await seen();
    const step = (name) => page.getByRole("button", { name, exact: true });
    assert.equal(await step("Wider").isDisabled(), true);
    await step("Closer").click();
    const closer = await seen();
    assert.notEqual(closer, world);
    await step("Move left").click();
    assert.notEqual(await seen(), closer);
    await step("Wider").click();
    await page.locator("#map-part").selectOption("EUR");
    assert.notEqual(await seen(), world);
    await page.locator("#map-fill").selectOption("strategy");
    assert.match(await page.locator(".map__legend").textContent(), /Current \(78\)|current \(78\)/);
    assert.match(await page.locator(".map__svg").getAttribute("aria-label"), /Strategy/);
  }));

test("the geometry is fetched when the map is opened, and without it the list is a step away", () =>
  visit(
    site,
    "/en/countries",
    async (page) => {
      await ready(page);
      await page.waitForLoadState("networkidle");
      const asked = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/data/map.")).length);
      assert.equal(await asked(), 0);
      await page.route(/\/data\/map\./, (route) => route.fulfill({ status: 404, body: "" }));
      await view(page, "Map").click();
      await page.getByRole("alert").waitFor();
      await view(page, "List").click();
      assert.equal(await shown(page), 223);
    },
    { faults: true },
  ));
