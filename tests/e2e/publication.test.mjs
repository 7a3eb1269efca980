// The page of one publication: what belongs to it, taking it along, what it tells machines, paper, an id nothing has.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HANDS, SCREENS, address, addressBecomes, heading, main, sentenceBecomes, useSite, visit } from "./support.mjs";

const site = useSite();

const BANGLADESH = "/publications/ccs-bgd-2014-2017";
const COPYING = { permissions: ["clipboard-read", "clipboard-write"] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const part = (page, name) => main(page).getByRole("region", { name, exact: true });
const ids = (where) =>
  where.locator(".publication__title a").evaluateAll((links) => links.map((link) => link.getAttribute("href").split("/").at(-1)));

/** Counts the times that the browser is asked to print; its dialogue would hold the page up. */
const countPrints = (page) =>
  page.addInitScript(() => {
    globalThis.prints = 0;
    globalThis.print = () => (globalThis.prints += 1);
  });

/** Opens a page of the site and waits until its publication is there. */
const publication = (path, act, options = {}) =>
  visit(site, path, async (page, context) => {
    await page.locator(".definition").waitFor();
    await act(page, context);
  }, { ...COPYING, prepare: countPrints, ...options });

/** What the page tells machines; none if it tells nothing. */
const told = (page) =>
  page.evaluate(() => {
    const scripts = [...document.querySelectorAll('script[type="application/ld+json"]:not([data-page])')];
    if (scripts.some((script) => script.parentElement !== document.head) || scripts.length > 1) throw new Error("one script in the head");
    return scripts.length ? JSON.parse(scripts[0].textContent) : null;
  });
const toldBecomes = (page, id) =>
  page.waitForFunction((end) => {
    const script = document.querySelector('script[type="application/ld+json"]:not([data-page])');
    return end ? script && JSON.parse(script.textContent).url.endsWith(end) : !script;
  }, id);

for (const [hand, use] of Object.entries(HANDS)) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const at = (path, act, options) => publication(path, act, { viewport, ...options });

    test(`${hand}, ${screen}: each group leads to its list`, () =>
      at(`/en${BANGLADESH}`, async (page) => {
        const [series, country, kind] = ["In the same series", "About the same country", "Of the same type and region"].map((name) => part(page, name));
        assert.deepEqual(await ids(series), ["ccs-bgd-2008-2013", "ccs-bgd-2004-2007", "ccs-bgd-2000"]);
        assert.equal(await series.getByRole("link", { name: /^All/ }).count(), 0, "a series is no facet");
        assert.deepEqual((await ids(country)).toSorted(), ["ccs-bgd-2020-2024", "eval-bgd-epi", "eval-sear-maternal"]);
        assert.equal((await ids(kind)).length, 4);
        const all = (await Promise.all([series, country, kind].map(ids))).flat();
        assert.equal(new Set(all).size, all.length, "a publication stands twice");
        await use(page, country.getByRole("link", { name: "All publications: Bangladesh", exact: true }));
        await addressBecomes(page, "/en/publications?country=BGD");
        await sentenceBecomes(page, /^7 publications/);
        await page.goBack();
        await use(page, kind.getByRole("link", { name: "All publications: Country cooperation strategy · South-East Asia Region", exact: true }));
        await addressBecomes(page, "/en/publications?type=ccs&region=SEAR");
        await sentenceBecomes(page, /^\d+ publications/);
        await page.goBack();
        await use(page, series.getByRole("link").first());
        await addressBecomes(page, "/en/publications/ccs-bgd-2008-2013");
        await heading(page, "WHO Country Cooperation Strategy 2008-2013: Bangladesh");
      }));

    test(`${hand}, ${screen}: the address is copied, the page printed`, () =>
      at(`/en${BANGLADESH}`, async (page) => {
        await use(page, main(page).getByRole("button", { name: "Copy this page’s address", exact: true }));
        await main(page).getByRole("button", { name: "Copied", exact: true }).waitFor();
        assert.equal(await copied(page), `${site.server.url}/en${BANGLADESH}`);
        await use(page, main(page).getByRole("button", { name: "Print", exact: true }));
        assert.equal(await page.evaluate(() => globalThis.prints), 1);
      }));

    test(`${hand}, ${screen}: the citation is copied and there as files`, () =>
      at(`/en${BANGLADESH}`, async (page) => {
        const cite = part(page, "Cite");
        await use(page, cite.getByRole("button", { name: "Copy the citation", exact: true }));
        await cite.getByRole("button", { name: "Copied", exact: true }).waitFor();
        assert.equal(await copied(page), "WHO Country Cooperation Strategy Bangladesh 2014-2017. 2014.");
        for (const [name, begin] of [["RIS", "TY  - RPRT"], ["BibTeX", "@techreport{"], ["CSL-JSON", "["], ["CSV", "\ufeffid,title"]]) {
          const download = page.waitForEvent("download");
          await use(page, cite.getByRole("link", { name, exact: true }));
          const file = await (await download).createReadStream();
          const text = (await file.toArray()).join("");
          assert.ok(text.startsWith(begin) || text.startsWith(begin.replace("\ufeff", "")), `${name}: ${text.slice(0, 40)}`);
        }
      }));

    test(`${hand}, ${screen}: an id that nothing has leads to the nearest titles`, () =>
      visit(site, "/en/publications/ccs-bgd-2014-2071", async (page) => {
        await heading(page, "Page not found");
        await page.getByText("Nothing was found for “ccs-bgd-2014-2071”.").waitFor();
        assert.match(await page.title(), /^Page not found – /);
        const near = part(page, "Publications");
        await near.getByText("The nearest titles are:").waitFor();
        const titles = await near.locator(".publication__title").allTextContents();
        assert.ok(titles.length === 4 && titles.every((title) => title.includes("Bangladesh")), titles.join());
        assert.equal(await told(page), null);
        await use(page, near.getByRole("link", { name: titles[0], exact: true }));
        await addressBecomes(page, `/en${BANGLADESH}`);
        await heading(page, "WHO Country Cooperation Strategy Bangladesh 2014-2017");
      }, { viewport }));
  }
}

test("machines are told what the facts say, as long as the publication is shown", () =>
  publication("/en/publications/ccs-lso-2014-2019", async (page) => {
    const url = `${site.server.url}/en/publications/ccs-lso-2014-2019`;
    await toldBecomes(page, "ccs-lso-2014-2019");
    assert.deepEqual(await told(page), {
      "@context": "https://schema.org",
      "@type": "Report",
      name: "WHO Country Cooperation Strategy 2014-2019: Lesotho",
      datePublished: "2014",
      inLanguage: "en",
      identifier: ["urn:isbn:9789290232070", "hdl:10665/246297"],
      url,
    });
    const other = part(page, "Of the same type and region").locator(".publication__title a").first();
    const id = (await other.getAttribute("href")).split("/").at(-1);
    await other.click();
    await toldBecomes(page, id);
    await page.locator(".masthead__nav").getByRole("link", { name: "Publications", exact: true }).click();
    await addressBecomes(page, "/en/publications");
    await toldBecomes(page, null);
    await page.goBack();
    await toldBecomes(page, id);
    await page.goBack();
    await toldBecomes(page, "ccs-lso-2014-2019");
    assert.equal((await told(page)).url, url);
  }));

test("only the official copy counts as the same thing elsewhere", async () => {
  await publication("/en/publications/afro-work-2008", async (page) => {
    await toldBecomes(page, "afro-work-2008");
    assert.equal("sameAs" in (await told(page)), false);
  });
  await publication("/en/publications/ccs-btn-2020-2024", async (page) => {
    await toldBecomes(page, "ccs-btn-2020-2024");
    const { sameAs, alternativeHeadline } = await told(page);
    assert.equal(sameAs, "https://www.who.int/southeastasia/publications/i/item/9789290227434");
    assert.equal(sameAs, await main(page).locator("a.button--primary").getAttribute("href"));
    assert.match(alternativeHeadline, /^Towards transition/);
  });
});

test("in Arabic: groups, share and what machines are told", () =>
  publication(`/ar${BANGLADESH}`, async (page) => {
    assert.equal((await ids(part(page, "من السلسلة نفسها"))).length, 3);
    await main(page).getByRole("button", { name: "نسخ عنوان هذه الصفحة", exact: true }).click();
    await main(page).getByRole("button", { name: "تم النسخ", exact: true }).waitFor();
    assert.equal(await copied(page), `${site.server.url}/ar${BANGLADESH}`);
    assert.equal((await told(page)).url, `${site.server.url}/ar${BANGLADESH}`);
    await HANDS.keyboard(page, main(page).getByRole("button", { name: "طباعة", exact: true }));
    assert.equal(await page.evaluate(() => globalThis.prints), 1);
    await part(page, "عن البلد نفسه").getByRole("link", { name: /^جميع المنشورات/ }).click();
    await addressBecomes(page, "/ar/publications?country=BGD");
  }, { viewport: SCREENS["360 px"] }));

test("an id like no other leads to no titles", () =>
  visit(site, "/en/publications/xyzzy-quux", async (page) => {
    await heading(page, "Page not found");
    await main(page).locator("#ways").waitFor();
    assert.equal(await part(page, "Publications").count(), 0);
    assert.equal(address(page), "/en/publications/xyzzy-quux", "the address stays as it was typed");
  }));

test("nothing sticks out sideways at 320 px, with the longest titles", () =>
  publication(`/en${BANGLADESH}`, async (page) => {
    for (const path of [BANGLADESH, "/publications/eval-sear-maternal", "/publications/bca-ltu-2018-2019"]) {
      await page.goto(`${site.server.url}/en${path}`);
      await page.locator(".definition").waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)) <= 0, path);
    }
  }, { viewport: { width: 320, height: 700 } }));

test("on paper there are facts and citation, no controls, and links tell their addresses", () =>
  publication("/en/publications/ccs-zmb-2017-2021", async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await main(page).getByRole("button").filter({ visible: true }).count(), 0);
    assert.equal(await main(page).getByRole("link", { name: /^All publications/ }).filter({ visible: true }).count(), 0);
    for (const gone of [".cite__formats", ".export"]) assert.equal(await main(page).locator(gone).isVisible(), false, gone);
    for (const kept of [".definition", ".cite__text"]) assert.equal(await main(page).locator(kept).isVisible(), true, kept);
    const [address, colour, display] = await main(page).getByRole("link", { name: /^Read it at/ }).evaluate((link) => [
      getComputedStyle(link, "::after").content,
      getComputedStyle(link).backgroundColor,
      getComputedStyle(link).display,
    ]);
    assert.match(address, /https:\/\/afro\.who\.int\/publications\/who-country-cooperation-strategy-2017-2021/);
    assert.deepEqual([colour, display], ["rgba(0, 0, 0, 0)", "inline"], "a button on paper");
  }));
