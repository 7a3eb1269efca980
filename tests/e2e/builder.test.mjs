// The page that makes the code for other sites: every choice is in the address, the frame and the code follow it, and what is
// copied works in somebody else's page.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { addressBecomes, followInjected, heading, main, started, useSite, visit } from "./support.mjs";

const site = useSite();

const TITLE = "Show this on your site";
const frame = (page) => page.frameLocator("iframe.builder__frame");
const code = (page, id) => main(page).locator(`section[aria-labelledby="embed-${id}"] code`);
const choose = (page, label, words) => main(page).getByLabel(label, { exact: true }).selectOption({ label: words });

/** Opens the filters, if they are closed, and ticks one. */
async function tick(page, label) {
  const filters = main(page).locator("details.builder__filters");
  if ((await filters.getAttribute("open")) === null) await filters.locator("summary").click();
  await filters.getByRole("checkbox", { name: label }).click();
}

async function chooseCountry(page, typed, name) {
  const field = main(page).getByRole("combobox", { name: /^Find a country/ });
  await field.fill(typed);
  await main(page).getByRole("option", { name }).first().click();
}

/** Waits until the code of a kind says this. */
async function codeBecomes(page, id, pattern) {
  const element = code(page, id);
  await element.filter({ hasText: pattern }).waitFor().catch(() => {});
  assert.match(await element.textContent(), pattern);
}

test("each choice is in the address, the frame and the code, and Back takes it back", () =>
  visit(site, "/en/embed", async (page) => {
    await heading(page, TITLE);
    await frame(page).getByRole("heading", { level: 1, name: "Countries, territories and areas" }).waitFor();
    const entries = () => page.evaluate(() => history.length);
    const before = await entries();
    await choose(page, "What to show", "Strategies");
    await addressBecomes(page, "/en/embed?view=strategies");
    await tick(page, /^South-East Asia Region/);
    await addressBecomes(page, "/en/embed?view=strategies&region=SEAR");
    await frame(page).getByRole("heading", { level: 1, name: /South-East Asia/ }).waitFor();
    await choose(page, "Language", "Français");
    await addressBecomes(page, "/en/embed?view=strategies&region=SEAR&lang=fr");
    await frame(page).locator('html[lang="fr"]').waitFor();
    await choose(page, "Colours", "Dark");
    await addressBecomes(page, "/en/embed?view=strategies&region=SEAR&theme=dark&lang=fr");
    await codeBecomes(page, "any", /src="http:\/\/127\.0\.0\.1:\d+\/embed\/v1\/fr\/strategies\/SEAR\?theme=dark"/);
    await codeBecomes(page, "any", /color-scheme:dark;/);
    // The title is that of the page in the frame, in its language.
    await codeBecomes(page, "any", /title="[^"]*Asie du Sud-Est[^"]*" lang="fr"/);
    await codeBecomes(page, "script", /<country-cooperation view="strategies" region="SEAR" lang="fr" theme="dark"/);
    await codeBecomes(page, "wordpress", /\/fr\/strategies\/by\/region\/SEAR$/);
    await main(page).getByLabel("Height in pixels").fill("400");
    await page.keyboard.press("Enter");
    await addressBecomes(page, "/en/embed?view=strategies&region=SEAR&theme=dark&lang=fr&height=400");
    await codeBecomes(page, "any", /height="400"/);
    assert.equal(await page.locator("iframe.builder__frame").getAttribute("height"), "400");
    // One entry for each choice, none by the frame.
    assert.equal((await entries()) - before, 5);
    for (const left of ["?view=strategies&region=SEAR&theme=dark&lang=fr", "?view=strategies&region=SEAR&lang=fr", "?view=strategies&region=SEAR", "?view=strategies", ""]) {
      await page.goBack();
      await addressBecomes(page, `/en/embed${left}`);
    }
    assert.equal(await main(page).getByLabel("What to show").inputValue(), "countries");
    await frame(page).getByRole("heading", { level: 1, name: "Countries, territories and areas" }).waitFor();
  }));

test("a country is chosen by the finder, and a profile leads here with its own", () =>
  visit(site, "/en/embed?view=country", async (page) => {
    await main(page).getByText("Choose a country, territory or area. Then it is shown here.").waitFor();
    assert.equal(await page.locator("#code").isVisible(), false);
    await chooseCountry(page, "ivory", /Côte d.Ivoire/);
    await addressBecomes(page, "/en/embed?view=country&country=CIV");
    await frame(page).getByRole("heading", { level: 1, name: /Côte d.Ivoire/ }).waitFor();
    await page.goto(`${site.server.url}/ar/countries/KEN`);
    await main(page).getByRole("link", { name: "اعرض هذا على موقعك" }).click();
    await addressBecomes(page, "/ar/embed?view=country&country=KEN");
    await frame(page).locator('html[lang="ar"][dir="rtl"]').waitFor();
    await codeBecomes(page, "any", /\/embed\/v1\/ar\/country\/KEN"/);
    // The language of the page goes with it, unless one was chosen.
    await page.locator(".language__button").click();
    await page.getByRole("link", { name: "Español" }).click();
    await addressBecomes(page, "/es/embed?view=country&country=KEN");
    await frame(page).locator('html[lang="es"]').waitFor();
  }));

test("one chart is chosen with its region, and has an address for WordPress", () =>
  visit(site, "/en/embed?region=EUR", async (page) => {
    await choose(page, "What to show", "One chart");
    await addressBecomes(page, "/en/embed?view=chart&chart=regions&region=EUR");
    await choose(page, "Chart", "Strategies in force");
    await addressBecomes(page, "/en/embed?view=chart&chart=strategies-by-year&region=EUR");
    await frame(page).getByRole("heading", { level: 1, name: "European Region – Strategies in force" }).waitFor();
    await codeBecomes(page, "any", /\/embed\/v1\/en\/chart\/strategies-by-year\/EUR"/);
    await codeBecomes(page, "any", /<a href="[^"]*\/en\/at-work\?region=EUR#strategies-by-year"/);
    await codeBecomes(page, "script", /<country-cooperation view="chart" chart="strategies-by-year" region="EUR"/);
    await codeBecomes(page, "wordpress", /\/embed\/v1\/en\/chart\/strategies-by-year\/EUR$/);
    const region = main(page).getByLabel("WHO region", { exact: true });
    assert.equal(await region.inputValue(), "EUR");
    // The sources have this one for the whole world only.
    await choose(page, "Chart", "Staff over time");
    await addressBecomes(page, "/en/embed?view=chart&chart=staff-by-year");
    assert.equal(await region.isVisible(), false);
    await choose(page, "What to show", "Strategies");
    await addressBecomes(page, "/en/embed?view=strategies");
    assert.equal(await main(page).getByLabel("Chart", { exact: true }).isVisible(), false);
  }));

test("a colour that cannot be read is refused with a reason, and one that is no colour too", () =>
  visit(site, "/en/embed?theme=light", async (page) => {
    const field = main(page).getByLabel("Colour of links", { exact: true });
    const told = main(page).locator("#embed-accent-told");
    const type = async (text) => {
      await field.fill(text);
      await field.press("Enter");
    };
    await type("#ffff00");
    await told.filter({ hasText: "too close to its ground" }).waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await type("pink");
    await told.filter({ hasText: "“pink” is not a colour" }).waitFor();
    await type("#7a0045");
    await addressBecomes(page, "/en/embed?theme=light&accent=7a0045");
    assert.equal(await told.textContent(), "");
    assert.equal(await field.getAttribute("aria-invalid"), null);
    await codeBecomes(page, "any", /accent=7a0045/);
    await choose(page, "Colours", "As the reader’s device");
    await told.filter({ hasText: "cannot be read on a dark ground" }).waitFor();
    await type("");
    await addressBecomes(page, "/en/embed");
    assert.equal(await told.textContent(), "");
  }));

test("what cannot be used in an address is named, and nothing else is lost", () =>
  visit(site, "/en/embed?view=strategies&region=SEAR&income=low&colour=blue&height=2", async (page) => {
    const notice = main(page).locator(".notice").first();
    await notice.waitFor();
    for (const piece of ["income=low", "colour=blue", "height=2"]) assert.ok((await notice.textContent()).includes(piece), piece);
    await codeBecomes(page, "any", /\/embed\/v1\/en\/strategies\/SEAR"/);
  }));

test("all filters of a list can be chosen, by keyboard too; frame, code and notes follow", () =>
  visit(site, "/en/embed", async (page) => {
    await heading(page, TITLE);
    const summary = main(page).locator("details.builder__filters > summary");
    assert.equal(await summary.textContent(), "Filters (0)");
    await summary.focus();
    await page.keyboard.press("Enter");
    const box = main(page).getByRole("checkbox", { name: /^Low income/ });
    await box.waitFor();
    for (let at = 0; at < 40 && !(await box.evaluate((node) => node === document.activeElement)); at += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await addressBecomes(page, "/en/embed?income=low");
    await page.locator("iframe.builder__frame").scrollIntoViewIfNeeded(); // what is not seen does not answer
    await frame(page).locator(".chip").first().waitFor();
    assert.equal(await summary.textContent(), "Filters (1)");
    await tick(page, /^African Region/);
    await addressBecomes(page, "/en/embed?region=AFR&income=low");
    await codeBecomes(page, "any", /\/embed\/v1\/en\/countries\/AFR\?income=low"/);
    await codeBecomes(page, "script", /region="AFR" income="low"/);
    await main(page).getByText("A script in the frame applies these filters.").waitFor();
    await main(page).getByText("WordPress would show this list without the filters.").waitFor();
    // Another list keeps the filters that it has.
    await choose(page, "What to show", "Publications");
    await addressBecomes(page, "/en/embed?view=publications&region=AFR");
    const entries = await page.evaluate(() => history.length);
    await main(page).getByRole("searchbox", { name: "Search titles" }).fill("report");
    await addressBecomes(page, "/en/embed?view=publications&q=report&region=AFR");
    assert.equal(await page.evaluate(() => history.length), entries, "words make no entry");
    await codeBecomes(page, "any", /publications\/AFR\?q=report"/);
  }));

test("a map has no address for WordPress, and the page says what to do", () =>
  visit(site, "/en/embed?view=map", async (page) => {
    await main(page).getByText("The map has no page of its own").waitFor();
    assert.equal(await main(page).getByRole("button", { name: "Copy the address for WordPress" }).count(), 0);
  }));

test("what is copied works in a page of another host that permits what this one names", () =>
  visit(site, "/en/embed?view=country&country=KEN", async (page, context) => {
    await heading(page, TITLE);
    await frame(page).getByRole("heading", { level: 1, name: /Kenya/ }).waitFor();
    const lines = await main(page).locator("#allow code").allTextContents();
    assert.equal(lines.length, 2);
    for (const [at, id] of [[0, "any"], [1, "script"]]) {
      const [name, policy] = lines[at].split(/: (.*)/);
      const html = `<!doctype html><html lang="en"><title>Host</title><main>${await code(page, id).textContent()}</main>`;
      const host = createServer((_, response) => {
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.setHeader(name, `default-src 'none'; style-src 'unsafe-inline'; ${policy}`);
        response.end(html);
      });
      await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
      try {
        const partner = await context.newPage();
        await partner.goto(`http://127.0.0.1:${host.address().port}/`);
        await partner.frameLocator("iframe").getByRole("heading", { level: 1, name: /Kenya/ }).waitFor();
        assert.equal(await partner.locator("iframe").getAttribute("title").then((title) => title.includes("Kenya")), true);
        await partner.close();
      } finally {
        host.close();
      }
    }
  }));

test("without a script the code for the whole list is there, with a way to change it", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.server.url}/en/embed`);
  await main(page).locator("noscript .notice").waitFor();
  assert.equal(await main(page).locator("button:visible, select:visible").count(), 0);
  assert.match(await code(page, "any").textContent(), /\/embed\/v1\/en\/countries"/);
  await page.frameLocator("noscript iframe").getByRole("heading", { level: 1, name: "Countries, territories and areas" }).waitFor();
  assert.equal(await page.locator("iframe:visible").count(), 1);
  await context.close();
});

for (const [browser, prepare, loads] of [
  ["", undefined, 1],
  // Nothing is lost but time.
  [" in a browser that cannot move it as it is, it is loaded again", (page) => page.addInitScript(() => {
    for (const { prototype } of [Element, DocumentFragment, Document]) delete prototype.moveBefore;
  }), 2],
]) {
  test(`the frame of the page as it was written is that of the app${browser}`, () =>
    visit(site, "/en/embed", async (page) => {
      await page.locator("iframe.builder__frame").scrollIntoViewIfNeeded();
      await frame(page).getByRole("heading", { level: 1, name: "Countries, territories and areas" }).waitFor();
      await started(page);
      await frame(page).getByRole("heading", { level: 1, name: "Countries, territories and areas" }).waitFor();
      await page.waitForTimeout(700); // another load would begin by then
      assert.equal(site.server.requests.filter(({ path }) => path === "/embed/v1/en/countries").length, loads);
      // It is the only one, and hears what is chosen now.
      await main(page).getByLabel("Height in pixels").fill("400");
      await page.keyboard.press("Enter");
      await page.locator('iframe.builder__frame[height="400"]').waitFor();
      await choose(page, "What to show", "Strategies");
      await frame(page).getByRole("heading", { level: 1, name: "Strategies" }).waitFor();
      assert.equal(await page.locator("iframe").count(), 1);
    }, { untouched: true, prepare: async (page) => {
      site.server.requests.length = 0;
      await prepare?.(page);
    } }));
}

test("the frame of the written page is fetched when it comes into sight, and no sooner", () => {
  const loads = () => site.server.requests.filter(({ path }) => path === "/embed/v1/en/countries").length;
  site.server.requests.length = 0;
  return visit(site, "/en/embed", async (page) => {
    const top = await page.locator("iframe.builder__frame").evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top > 780, `${top}: it is in sight already`);
    await page.waitForTimeout(700);
    assert.equal(loads(), 0);
    await page.evaluate(() => document.querySelector("iframe").scrollIntoView());
    await frame(page).getByRole("heading", { level: 1, name: "Countries, territories and areas" }).waitFor();
    assert.equal(loads(), 1);
  }, { untouched: true, viewport: { width: 360, height: 780 } });
});

test("the app takes over what was chosen in the address before it had started", () =>
  visit(site, "/fr/embed?view=figures&theme=dark", async (page) => {
    await started(page);
    assert.equal(await main(page).locator("#embed-view").inputValue(), "figures");
    await frame(page).locator('html[lang="fr"]').waitFor();
    await codeBecomes(page, "any", /\/embed\/v1\/fr\/figures\?theme=dark"/);
  }));

test("the page can be left and come back to, whatever is chosen", () =>
  visit(site, "/en/embed?view=publications&type=evaluation&accent=0a626c&lang=fr", async (page) => {
    await frame(page).locator('html[lang="fr"]').waitFor();
    for (const [path, title] of [["/en/publications", "Publications"], ["/en/embed", TITLE], ["/en/contact", "Contact"]]) {
      await followInjected(page, path);
      await heading(page, title);
    }
    for (const title of [TITLE, "Publications", TITLE]) {
      await page.goBack();
      await heading(page, title);
    }
    await codeBecomes(page, "any", /lang="fr"/);
  }));
