// Every address directly, by click, in every language, and the ones that are wrong.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { address, addressBecomes, followInjected, heading, main, started, useSite, visit } from "./support.mjs";

const site = useSite();

const ROUTES = [
  ["/en", /194 Member States/, "Country Cooperation"],
  ["/en/countries", "Countries, territories and areas", "Countries – Country Cooperation"],
  ["/en/countries/KEN", "Kenya", "Kenya – Countries – Country Cooperation"],
  ["/en/strategies", "Strategies and briefs", "Strategies – Country Cooperation"],
  ["/en/publications", "Publications", "Publications – Country Cooperation"],
  ["/en/publications/afro-work-2008", /The Work of WHO in the African Region 2008/, /^The Work of WHO in the African Region 2008.* – Publications – /],
  ["/en/at-work", "WHO at work in countries", "WHO at work – Country Cooperation"],
  ["/en/support", /Support/, "Support – Country Cooperation"],
  ["/en/reform", /reform/i, "Reform – Country Cooperation"],
  ["/en/un-collaboration", /UN|United Nations/, "UN collaboration – Country Cooperation"],
  ["/en/contact", "Contact", "Contact – Country Cooperation"],
  ["/en/about", /About/i, "About this site – Country Cooperation"],
  ["/en/accessibility", /Accessibility statement/, "Accessibility statement – Country Cooperation"],
  ["/en/embed", "Show this on your site", "Show it on your site – Country Cooperation"],
];

for (const [path, name, title] of ROUTES) {
  test(`${path} opens directly`, () =>
    visit(site, path, async (page) => {
      await heading(page, name);
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
      if (title instanceof RegExp) assert.match(await page.title(), title);
      else assert.equal(await page.title(), title);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
      await page.waitForLoadState("networkidle");
      assert.equal(await page.locator("[role=alert]").count(), 0);
    }));
}

test("every page of the navigation is reached by click, with its heading in focus", () =>
  visit(site, "/en", async (page) => {
    await heading(page, /194 Member States/);
    const names = await page.getByRole("navigation", { name: "Main" }).getByRole("link").allTextContents();
    assert.deepEqual(names, ["Countries", "Strategies", "Publications", "WHO at work", "Support", "Reform", "UN collaboration", "Contact"]);
    for (const name of names) {
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      const current = page.locator(".masthead__link[aria-current]");
      assert.equal(await current.textContent(), name);
      assert.equal(await page.evaluate(() => scrollY), 0);
    }
  }));

test("the first view leaves the focus alone", () =>
  visit(site, "/en/countries", async (page) => {
    await heading(page, "Countries, territories and areas");
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  }));

test("/ leads once to the browser's language, and later to the chosen one", async () => {
  await visit(site, "/", async (page) => addressBecomes(page, "/fr"), { locale: "fr-CH" });
  await visit(site, "/", async (page) => addressBecomes(page, "/en"), { locale: "de-DE" });
  await visit(
    site,
    "/en",
    async (page) => {
      await page.locator(".language summary").click();
      await page.getByRole("link", { name: "Español" }).click();
      await addressBecomes(page, "/es");
      await page.goto(site.server.url + "/");
      await addressBecomes(page, "/es");
      await page.goBack();
      assert.equal(address(page), "/es", "the forwarding leaves no entry in the history");
    },
    { locale: "fr-CH" },
  );
});

for (const [language, dir, name] of [
  ["fr", "ltr", "Kenya"],
  ["es", "ltr", "Kenya"],
  ["ar", "rtl", "كينيا"],
  ["zh", "ltr", "肯尼亚"],
  ["ru", "ltr", "Кения"],
]) {
  test(`/${language} shows the profile in its language and direction`, () =>
    visit(site, `/${language}/countries/KEN`, async (page) => {
      await heading(page, name);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, dir]);
    }));
}

test("changing the language keeps view, query and place", () =>
  visit(site, "/en/countries?region=WPR", async (page) => {
    await page.locator(".country:visible").first().waitFor();
    await page.evaluate(() => scrollTo(0, 600));
    await page.evaluate(() => document.querySelector('.language__link[lang="ar"]').click());
    await addressBecomes(page, "/ar/countries?region=WPR");
    await page.waitForFunction(() => document.documentElement.dir === "rtl" && document.querySelectorAll(".country:not([hidden])").length === 38);
    assert.ok((await page.evaluate(() => scrollY)) > 300);
  }));

test("the words of a language are fetched when it is read, and once", () =>
  visit(site, "/en", async (page) => {
    await heading(page, /194 Member States/);
    await page.waitForLoadState("networkidle");
    const fetched = () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => /\/(?:messages|terms|story\.[a-z-]+)\.([a-z]{2})\./.exec(name)?.[1]).filter(Boolean).sort());
    assert.deepEqual(new Set(await fetched()), new Set(["en"]));
    for (const language of ["ar", "en", "ar"]) {
      await page.evaluate((to) => document.querySelector(`.language__link[lang="${to}"]`).click(), language);
      await page.waitForFunction((to) => document.documentElement.lang === to, language);
      await page.waitForLoadState("networkidle");
    }
    const both = await fetched();
    assert.deepEqual(new Set(both), new Set(["ar", "en"]));
    assert.equal(both.filter((language) => language === "ar").length, both.filter((language) => language === "en").length);
  }));

test("names and words are those of the language, also in one that was left before", () =>
  visit(site, "/en/countries/KEN", async (page) => {
    await page.locator(".names").waitFor();
    const told = () => page.locator("main h1, main .profile__answer, main .facts, main #neighbours").allInnerTexts();
    const title = await page.title();
    const english = await told();
    const choose = async (language, name) => {
      await page.evaluate((to) => document.querySelector(`.language__link[lang="${to}"]`).click(), language);
      await page.waitForFunction((to) => document.documentElement.lang === to, language);
      await heading(page, name);
      await page.locator("#neighbours").waitFor();
      await page.locator(".names").waitFor();
    };
    await choose("ar", "كينيا");
    const arabic = (await told()).join(" ").replace(/[A-Z]{2,3} · [A-Z]{2}/, "");
    assert.ok(arabic.includes("أوغندا"));
    assert.doesNotMatch(arabic, /Africa|Uganda|\b[A-Z]{3}\b/);
    assert.match(await page.title(), /^كينيا – /);
    await choose("en", "Kenya");
    assert.deepEqual(await told(), english);
    assert.equal(await page.title(), title);
  }));

test("where the code is here before the index, nothing is fetched twice", () => {
  const late = async (page) =>
    page.route(/\/data\/index\.json/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
  return visit(
    site,
    "/en",
    async (page) => {
      const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/data/")));
      assert.ok(files.length > 5);
      assert.deepEqual(files, [...new Set(files)]);
    },
    { prepare: late },
  );
});

test("an unknown language is not found, in the language that is likeliest", async () => {
  for (const [locale, expected, name] of [
    ["ar-EG", "ar", "الصفحة غير موجودة"],
    ["zh-CN", "zh", "未找到页面"],
    ["de-DE", "en", "Page not found"],
  ]) {
    await visit(
      site,
      "/xx/countries",
      async (page) => {
        await heading(page, name);
        assert.equal(await page.evaluate(() => document.documentElement.lang), expected);
      },
      { locale },
    );
  }
});

for (const [from, to] of [
  ["/en/countries/ken", "/en/countries/KEN"],
  ["/en/countries/KE", "/en/countries/KEN"],
  ["/en/countries/404", "/en/countries/KEN"],
  ["/en/countries/4", "/en/countries/AFG"],
  ["/en/countries/", "/en/countries"],
]) {
  test(`${from} leads to ${to}`, () =>
    visit(site, from, async (page) => {
      await addressBecomes(page, to);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }));
}

for (const path of ["/en/nothing", "/en/embeds", "/xx/countries", "/en/countries/ZZZ", "/en/countries/999", "/en/publications/no-such-id", "/en/countries/KEN/more"]) {
  test(`${path} is not found, with a search and ways back`, () =>
    visit(site, path, async (page) => {
      await heading(page, "Page not found");
      assert.match(await page.title(), /^Page not found|Countries|Publications/);
      await main(page).getByRole("combobox", { name: "Find a country, territory or area" }).waitFor();
      await main(page).getByRole("link", { name: "Countries", exact: true }).click();
      await heading(page, "Countries, territories and areas");
    }));
}

test("what an address asks for in vain is named", () =>
  visit(site, "/en/countries?region=XXX,EUR&colour=blue", async (page) => {
    await page.locator(".country:visible").first().waitFor();
    const notice = main(page).locator(".notice", { hasText: "not understood" });
    assert.match(await notice.textContent(), /2 parts.*region=XXX, colour=blue/);
    assert.equal(await page.locator(".country:visible").count(), 55);
  }));

test("a query that a page does not have is named too", () =>
  visit(site, "/en/about?x=1", async (page) => {
    await main(page).locator(".notice", { hasText: "x=1" }).waitFor();
  }));

/** The plain rows of a fact file; good enough for columns before the first quoted cell. */
const lines = (file) => readFileSync(`content/${file}`, "utf8").trim().split("\n").slice(1);

test("all profiles open, and each has a way to contact somebody", () =>
  visit(site, "/en/countries", async (page) => {
    await page.locator(".country__link").first().waitFor();
    const hrefs = await page.locator(".country__link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(hrefs.map((href) => href.slice(-3)).sort(), lines("countries.csv").map((line) => line.slice(0, 3)).sort());
    for (const href of hrefs) {
      await followInjected(page, href);
      await page.waitForFunction((target) => location.pathname === target && document.querySelector(".profile__heading"), href);
      assert.equal(await page.locator('main a[href^="mailto:"]').count(), 1, href);
      assert.equal(await page.locator(".names__item").count(), 6, href);
    }
  }));

test("all publications open", () =>
  visit(site, "/en/publications", async (page) => {
    await page.locator(".publication").first().waitFor();
    for (const line of lines("publications.csv").filter((line) => /^[a-z0-9-]+,/.test(line))) {
      const id = line.slice(0, line.indexOf(","));
      await followInjected(page, `/en/publications/${id}`);
      await page.waitForFunction((path) => location.pathname === path && document.querySelector(".cite__text"), `/en/publications/${id}`);
    }
  }));

test("the finder stays open while a list is asked another question, and closes with the view", () =>
  visit(site, "/en/countries", async (page) => {
    await started(page);
    const finder = page.locator(".masthead__find");
    await finder.click();
    await main(page).getByRole("searchbox").first().fill("ken");
    await addressBecomes(page, "/en/countries?q=ken");
    await main(page).getByRole("checkbox", { name: /^African Region/ }).check();
    await addressBecomes(page, "/en/countries?q=ken&region=AFR");
    assert.equal(await finder.getAttribute("aria-expanded"), "true");
    await page.getByRole("link", { name: "Strategies", exact: true }).first().click();
    await addressBecomes(page, "/en/strategies");
    await page.locator('.masthead__find[aria-expanded="false"]').waitFor();
  }));
