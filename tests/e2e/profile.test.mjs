// The profile of a country: whom to turn to, what is current, who is near, taking a fact along, reporting a mistake.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, addressBecomes, followInjected, heading, main, started, useSite, visit } from "./support.mjs";

const site = useSite();

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const part = (page, name) => main(page).getByRole("region", { name, exact: true });
const office = (page) => part(page, "Who is responsible");
const strategies = (page) => part(page, "Strategies");
const neighbours = (page) => part(page, "Neighbours by region");
const day = "Content of 23 November 2026";

/** Opens a profile and waits until it is there. */
const profile = (path, act, options) =>
  visit(site, path, async (page, context) => {
    await page.locator(".names").waitFor();
    await act(page, context);
  }, options);

test("the names of other languages are late or missing: the rest of the profile is there", () =>
  visit(site, "/en/contact", async (page) => {
    await started(page);
    await followInjected(page, "/en/countries/KEN");
    await heading(page, "Kenya");
    await neighbours(page).getByRole("link", { name: "Uganda" }).waitFor();
    const alert = page.getByRole("alert");
    await alert.waitFor({ timeout: 20_000 });
    assert.equal(await page.locator(".names").count(), 0);
    await page.unrouteAll();
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.locator(".names__item").nth(5).waitFor();
    assert.equal(await alert.count(), 0);
  }, { faults: true, prepare: (page) => page.route("**/data/names.*.json*", (route) => route.abort("connectionreset")) }));

/** Presses a button of a part by key and gives what is then on the clipboard. */
async function press(page, where, name) {
  const button = where.getByRole("button", { name, exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await where.getByRole("button", { name: /^Copied/ }).waitFor();
  return copied(page);
}

/** Names a publisher in the site's settings, as an editor would. */
const published = async (page) => {
  await page.route(/\/data\/index\.json/, async (route) => {
    const response = await route.fetch();
    const index = await response.json();
    Object.assign(index.site, {
      publisher_name: "Example Ministry",
      publisher_clearance: "Cleared in 2026.",
      publisher_mail: "web+who@example.org",
    });
    await route.fulfill({ response, headers: { "content-type": "application/json" }, body: JSON.stringify(index) });
  });
};

test("without an office found, the regional office stands where the reader looks for one", () =>
  profile("/en/countries/JPN", async (page) => {
    assert.match(await main(page).locator(".profile__answer").textContent(), /last resort is the office in Manila, Philippines/);
    assert.match(await office(page).textContent(), /No office in or for this country.*The last resort is:/);
    await office(page).getByText("WHO Regional Office for the Western Pacific (WPRO)").waitFor();
    await office(page).getByText("Regional office · Manila, Philippines").waitFor();
    const website = office(page).getByRole("link", { name: "Website of the office" });
    assert.equal(await website.getAttribute("href"), "https://www.who.int/westernpacific");
  }));

test("without a region either, headquarters is the last resort", () =>
  profile("/en/countries/FRO", async (page) => {
    await office(page).getByText("WHO headquarters").waitFor();
    await office(page).getByText("Headquarters · Geneva, Switzerland").waitFor();
    assert.equal(await neighbours(page).getByRole("link", { name: /European Region/ }).count(), 0);
  }));

test("an office that was found needs no last resort", () =>
  profile("/en/countries/TUV", async (page) => {
    assert.doesNotMatch(await main(page).textContent(), /last resort/);
    await office(page).getByText("Multi-country office · Suva, Fiji").waitFor();
    const others = await office(page).getByRole("listitem").getByRole("link").allTextContents();
    assert.deepEqual(others, others.toSorted(new Intl.Collator("en").compare));
    assert.ok(others.length === 19 && !others.includes("Fiji") && others.includes("Samoa") && !others.includes("Tuvalu"));
  }));

test("the current strategy comes first, with period, status and its priorities as a list", () =>
  profile("/en/countries/ZAF", async (page) => {
    const first = strategies(page).locator(".cycles__item").first();
    await first.getByText("2023–2027").first().waitFor();
    await first.getByText("current", { exact: true }).waitFor();
    assert.equal(await first.locator(".cycles__priorities").getByRole("listitem").count(), 4);
    assert.equal(await strategies(page).locator(".cycles--current").getByText("ended", { exact: true }).count(), 0);
  }));

test("a strategy in development does not stand before the current one", () =>
  profile("/en/countries/TTO", async (page) => {
    const years = await strategies(page).locator(".cycles__years").allTextContents();
    assert.deepEqual(years, ["2025–2029", "2025–2030", "2017–2021"]);
    await strategies(page).locator(".cycles--current").getByText("current", { exact: true }).waitFor();
    await strategies(page).getByText("in development", { exact: true }).waitFor();
  }));

test("all cycles stand on a ruler of years and, in words, beside it", () =>
  profile("/en/countries/TUV", async (page) => {
    const years = await strategies(page).locator(".cycles__years").allTextContents();
    assert.deepEqual(years, ["2024–2029", "2018–2022", "2013–2017"]);
    const ruler = strategies(page).locator(".ruler");
    assert.equal(await ruler.getAttribute("aria-hidden"), "true");
    assert.deepEqual(await ruler.locator("text").allTextContents(), ["2010", "2015", "2020", "2025", "2030", day]);
    const bars = await ruler.locator(".ruler__bar").evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect()));
    assert.equal(bars.length, 3);
    assert.ok(bars[0].right < bars[1].left && bars[1].right < bars[2].left);
    // The text in it is real, and keeps its size on a phone.
    const height = () => ruler.locator("text").first().evaluate((text) => text.getBoundingClientRect().height);
    const wide = await height();
    await page.setViewportSize({ width: 360, height: 800 });
    assert.ok(Math.abs((await height()) - wide) < 3 && wide > 10);
    const boxes = await ruler.locator("text").evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect()));
    for (const [at, box] of boxes.slice(0, -2).entries()) assert.ok(box.right < boxes[at + 1].left, "years touch");
    for (const box of boxes) assert.ok(box.left >= 0 && box.right <= 360);
  }));

test("in Arabic time runs from right to left, and the parts keep their words", () =>
  profile("/ar/countries/TUV", async (page) => {
    const ruler = part(page, "الاستراتيجيات").locator(".ruler");
    const places = await ruler.locator("text").evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect()));
    const years = places.slice(0, -1);
    for (const [at, { right }] of years.slice(1).entries()) assert.ok(right < years[at].left);
    for (const { left, right } of places) assert.ok(left >= 0 && right <= 1280);
    await part(page, "الجيران بحسب المنطقة").getByRole("link", { name: "ساموا", exact: true }).waitFor();
    await part(page, "الجهة المسؤولة").getByRole("button", { name: "نسخ مع المصدر المكتب" }).click();
    await page.waitForFunction(() => document.querySelector("#office .copy").textContent.startsWith("تم النسخ"));
    const lines = (await copied(page)).split("\n");
    assert.match(lines[0], /^تخدم منظمة الصحة العالمية توفالو من \u2068?Suva/);
    assert.match(lines[1], /^المصدر: /);
    assert.match(lines[2], /^المحتوى بتاريخ .*2026/);
    assert.equal(lines[3], `${site.server.url}/ar/countries/TUV`);
  }, CLIPBOARD));

test("the lines of an office reach the places it serves", () =>
  profile("/en/countries/TUV", async (page) => {
    const thread = page.locator(".points--close .points__thread").first();
    await thread.evaluate((line) => Promise.all(line.getAnimations().map(({ finished }) => finished)));
    assert.equal(await thread.evaluate((line) => getComputedStyle(line).strokeDasharray), "none");
  }));

test("neighbours are the others of the subregion, in order, and no border is claimed", () =>
  profile("/en/countries/KAZ", async (page) => {
    await neighbours(page).getByText("UN subregion: Central Asia").waitFor();
    await neighbours(page).getByText("Nothing is said about common borders.").waitFor();
    const links = await neighbours(page).getByRole("listitem").getByRole("link").allTextContents();
    assert.deepEqual(links, ["Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]);
    await neighbours(page).getByRole("link", { name: "Kyrgyzstan" }).click();
    await addressBecomes(page, "/en/countries/KGZ");
    await heading(page, "Kyrgyzstan");
    await neighbours(page).getByRole("link", { name: "Countries, territories and areas: European Region" }).click();
    await addressBecomes(page, "/en/countries?region=EUR");
  }));

test("without a subregion the WHO region speaks", () =>
  profile("/en/countries/XKX", async (page) => {
    await neighbours(page).getByText("WHO region: European Region").waitFor();
    assert.equal(await neighbours(page).getByRole("listitem").count(), 54);
    await main(page).locator(".notice", { hasText: "resolution 1244 (1999)" }).first().waitFor();
  }));

test("each fact is copied with its source, the date and the address", () =>
  profile("/en/countries/ZAF", async (page) => {
    const last = `${day}\n${site.server.url}/en/countries/ZAF`;
    const head = main(page).locator(".facts").locator("..");
    const plain = await press(page, head, "Copy with source Membership · WHO region · UN subregion · Codes");
    assert.match(plain, /^South Africa: Member State · African Region · Sub-Saharan Africa · ZAF · ZA · 710\nSource: whoville@/);
    assert.ok(plain.endsWith(last), plain);
    await page.reload();
    const income = await press(page, head, "Copy with source Income group");
    assert.equal(
      income,
      `South Africa: Upper middle income (World Bank, fiscal year 2026)\nSource: World Bank, list of income groups, fiscal year 2026 (CC BY 4.0)\n${last}`,
    );
    assert.match(await press(page, office(page), "Copy with source Office"), /^WHO has an office in South Africa\. WHO .* · Country office · .*\nSource: /);
    const strategy = await press(page, strategies(page), "Copy with source Strategy 2023–2027");
    assert.match(strategy, /^South Africa: .* · 2023–2027 · current · Priorities seen: .*; .*\nSource: /);
    assert.ok(strategy.endsWith(last));
    const names = await press(page, part(page, "Official names"), "Copy with source Official names");
    assert.match(names, /^ZAF: \u2068South Africa · Afrique du Sud · Sudáfrica · جنوب أفريقيا · 南非 · Южная Африка\u2069\nSource: /);
  }, CLIPBOARD));

test("what was not found can be copied as not found", () =>
  profile("/en/countries/JPN", async (page) => {
    const text = await press(page, strategies(page), "Copy with source Strategy");
    assert.equal(text, `Japan: No strategy found in the sources\n${day}\n${site.server.url}/en/countries/JPN`);
    assert.match(await press(page, office(page), "Copy with source Office"), /^No WHO office for Japan was found .*Manila, Philippines\. WHO Regional Office/);
  }, CLIPBOARD));

test("every fact opens its source by key, with the date", () =>
  profile("/en/countries/ZAF", async (page) => {
    const notes = main(page).locator("summary", { hasText: /^Sources$/ });
    const count = await notes.count();
    assert.ok(count >= 5, String(count));
    for (let at = 0; at < count; at += 1) {
      await notes.nth(at).focus();
      await page.keyboard.press("Enter");
      const opened = main(page).locator("details[open]").nth(at);
      await opened.getByText(day).waitFor();
      assert.ok((await opened.getByRole("listitem").count()) >= 2);
    }
    await main(page).getByText("World Bank, list of income groups, fiscal year 2026 (CC BY 4.0)").waitFor();
  }));

test("a mistake is reported to the publisher, with country and field filled in", () =>
  profile("/en/countries/CIV", async (page) => {
    const report = office(page).getByRole("link", { name: "Report a mistake Office" });
    const letter = new URL(await report.getAttribute("href"));
    assert.equal(letter.protocol + decodeURIComponent(letter.pathname), "mailto:web+who@example.org");
    assert.doesNotMatch(letter.href, /\+/, "a plus sign would stay one in a letter");
    const field = (name) => decodeURIComponent(letter.search.match(new RegExp(`[?&]${name}=([^&]*)`))[1]);
    assert.equal(field("subject"), "Report a mistake · Côte d'Ivoire (CIV) · Office");
    const lines = field("body").split("\r\n");
    assert.deepEqual(lines.slice(0, 4), ["Country or area: Côte d'Ivoire (CIV)", "Field: Office", `${site.server.url}/en/countries/CIV`, day]);
    assert.match(lines[4], /^What is wrong/);
    assert.equal(await main(page).getByRole("button", { name: /report/i }).count(), 0);
  }, { prepare: published }));

test("while no publisher is named, the report is copied and no address is made up", () =>
  profile("/en/countries/KEN", async (page) => {
    assert.deepEqual(await main(page).locator('a[href^="mailto:"]').evaluateAll((links) => links.map((link) => link.href)), ["mailto:countryfocus@who.int"]);
    const text = await press(page, office(page), "Copy a report of a mistake Office");
    assert.equal(
      text,
      `Country or area: Kenya (KEN)\nField: Office\n${site.server.url}/en/countries/KEN\n${day}\nWhat is wrong, and which source says otherwise:`,
    );
  }, CLIPBOARD));

test("publications come newest first and lead to the whole list", () =>
  profile("/en/countries/IND", async (page) => {
    const years = (await part(page, "Publications").locator(".publication__year").allTextContents()).map((text) => Number.parseInt(text, 10)).filter(Boolean);
    assert.ok(years.length > 1);
    assert.deepEqual(years, years.toSorted((a, b) => b - a));
    await part(page, "Publications").getByRole("link", { name: /^All \d+ publications$/ }).click();
    await addressBecomes(page, "/en/publications?country=IND");
  }));

test("notes are shown: announced withdrawals, and to whom a territory belongs", async () => {
  await profile("/en/countries/ARG", (page) => main(page).locator(".notice", { hasText: /withdraw/i }).first().waitFor());
  await profile("/en/countries/GRL", (page) => main(page).locator(".facts").getByRole("link", { name: "Denmark" }).waitFor());
});

for (const [path, wanted, nearest] of [
  ["/en/countries/KENYA", "KENYA", "Kenya"],
  ["/en/countries/Burma", "Burma", "Myanmar"],
  ["/en/countries/C%C3%B4te%20d'Ivoir", "Côte d'Ivoir", "Côte d'Ivoire"],
]) {
  test(`${path} names what was asked for and what comes nearest`, () =>
    visit(site, path, async (page) => {
      await heading(page, "Page not found");
      await main(page).getByText(`Nothing was found for “${wanted}”.`).waitFor();
      assert.match(await page.title(), /^Page not found/);
      const before = address(page);
      assert.equal(before, path, "the address stays as it was typed");
      const first = main(page).locator(".nearest").getByRole("link").first();
      assert.equal(await first.textContent(), nearest);
      await first.click();
      await heading(page, nearest);
    }));
}

test("on paper the controls, the ruler and the neighbours are gone, the sources of the country and its office stay", () =>
  profile("/en/countries/ZAF", async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await main(page).getByRole("button").filter({ visible: true }).count(), 0);
    for (const gone of [".ruler", "#neighbours", ".fact-foot .copy"]) assert.equal(await main(page).locator(gone).first().isVisible(), false, gone);
    assert.equal(await main(page).locator(".cycles__priorities li").first().isVisible(), true);
    assert.equal(await office(page).getByRole("listitem").first().isVisible(), true);
  }));
