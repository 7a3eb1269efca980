// The pages as they were written when the site was built: read without a script, the same as what the app shows, and taken
// over by it without losing what the reader has done.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { XMLParser } from "fast-xml-parser";

import { followInjected, main, sentenceBecomes, started, useSite, visit } from "./support.mjs";

const site = useSite();
const LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"];

/** The addresses of all files of a language. */
function all(language) {
  const below = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]));
  const files = [`dist/${language}.html`, ...below(`dist/${language}`)];
  return files.filter((file) => file.endsWith(".html")).map((file) => file.replace(/^dist/, "").replace(/\.html$/, ""));
}

// Lists narrowed by one value are for readers without a script; they are no pages of their own.
const isNarrowed = (path) => path.includes("/by/");
const written = (language) => all(language).filter((path) => !isNarrowed(path));
const narrowed = (language) => all(language).filter(isNarrowed);

const html = (path) => readFileSync(`dist${path}.html`, "utf8");

test("every page has its language, title, description, alternates, data and content, and none is on its way", () => {
  const titles = new Map();
  for (const language of LANGUAGES) {
    assert.equal(written(language).length, 12 + 223 + 309);
    for (const path of all(language)) {
      const page = html(path);
      assert.match(page, new RegExp(`^<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}" data-brief>`), path);
      const [, title] = page.match(/<title>([^<]+)<\/title>/) ?? assert.fail(path);
      assert.ok(!titles.has(title + language) || path.includes("/publications/"), `${path} and ${titles.get(title + language)} have one title`);
      titles.set(title + language, path);
      assert.match(page, /<meta id="description" name="description" content="[^"]{20,}">/, path);
      assert.match(page, new RegExp(`<link rel="canonical" href="${path}" data-page="${path}">`), path);
      assert.equal(page.match(/<link rel="alternate" hreflang=/g).length, 6, path);
      assert.equal(page.match(/<h1[ >]/g).length, 1, path);
      assert.ok(!page.includes('class="status'), `${path} shows that something is on its way`);
      const [, data] = page.match(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/) ?? assert.fail(path);
      for (const told of JSON.parse(data)) assert.equal(told["@context"], "https://schema.org");
    }
  }
});

test("no link of any page leads to a page or a file that is not there", () => {
  const isThere = new Map();
  const exists = (target) => {
    if (!isThere.has(target)) {
      const file = /\.[a-z0-9]+$/.test(target) ? `dist${target}` : `dist${target}.html`;
      let found = true;
      try {
        readFileSync(file);
      } catch {
        found = false;
      }
      isThere.set(target, found);
    }
    return isThere.get(target);
  };
  for (const language of LANGUAGES) {
    for (const path of all(language)) {
      const page = html(path);
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, href] of page.matchAll(/ (?:href|src|data-glue|data-wasm|data-search)="?([^" >]+)/g)) {
        if (/^(https?:|mailto:)/.test(href)) continue;
        const [address, anchor] = href.replace(/&amp;/g, "&").split("#");
        if (address === "") assert.ok(ids.has(anchor), `${path}: #${anchor}`);
        else assert.ok(exists(decodeURIComponent(address.split("?")[0])), `${path}: ${href}`);
      }
    }
  }
});

test("where the address of the site is known, pages name it and search engines get a map in each language", () => {
  const host = "https://cooperation.example";
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    cpSync("dist", folder, { recursive: true });
    execFileSync("cargo", ["run", "--quiet", "--locked", "--no-default-features", "--features", "pages", "--bin", "pages", "--", folder, host]);
    const read = (file) => readFileSync(join(folder, file), "utf8");
    const parse = (file) => new XMLParser({ ignoreAttributes: false, isArray: (name) => ["url", "sitemap", "xhtml:link"].includes(name) }).parse(read(file));
    const maps = parse("sitemap.xml").sitemapindex.sitemap;
    assert.deepEqual(maps.map(({ loc }) => loc), LANGUAGES.map((language) => `${host}/sitemap-${language}.xml`));
    const { content_date: day } = JSON.parse(readFileSync("content/site.json", "utf8"));
    for (const language of LANGUAGES) {
      const { url } = parse(`sitemap-${language}.xml`).urlset;
      assert.deepEqual(url.map(({ loc }) => loc).sort(), written(language).map((path) => host + path).sort());
      for (const { loc, lastmod, "xhtml:link": others } of url) {
        assert.equal(lastmod, day);
        assert.deepEqual(others.map((other) => other["@_hreflang"]), LANGUAGES);
        for (const other of others) assert.ok(existsSync(join(folder, `${other["@_href"].slice(host.length)}.html`)), `${loc}: ${other["@_href"]}`);
      }
    }
    assert.ok(read("robots.txt").includes(`Sitemap: ${host}/sitemap.xml`));
    const page = read("ar/countries/KEN.html");
    assert.ok(page.includes(`<link rel="canonical" href="${host}/ar/countries/KEN"`));
    assert.ok(page.includes(`<meta property="og:url" content="${host}/ar/countries/KEN"`));
    assert.ok(page.includes('href="/ar/countries"'), "links stay within the site, wherever it stands");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** What is different between a page as it was written and the app's view of the address that it leads to; null if nothing is. */
async function difference(page, path, address = path) {
  await followInjected(page, path);
  return page.evaluate(async ([target, wanted]) => {
    // What is hidden is not part of the page, what is for readers without a script not of the app, and lists of choices may be
    // drawn later. Code to copy names the host, which was not known when the page was written.
    const words = (root) => {
      const copy = root.cloneNode(true);
      for (const element of copy.querySelectorAll("[hidden], noscript, select, .filters")) element.remove();
      return copy.textContent.replaceAll(location.origin, "").replace(/\s+/g, " ").trim();
    };
    const response = await fetch(target);
    const before = new DOMParser().parseFromString(await response.text(), "text/html");
    const expected = words(before.querySelector("main"));
    // A narrowed list is titled by its sentence, once the app knows it.
    const hasTitle = () => target !== wanted || document.title === before.title;
    const until = performance.now() + 8000;
    for (;;) {
      const shown = document.querySelector("main");
      if (location.pathname + location.search === wanted && shown && words(shown) === expected && hasTitle()) return null;
      if (performance.now() > until) {
        const now = words(shown);
        const at = [...expected].findIndex((sign, index) => sign !== now[index]);
        return { target, title: hasTitle() ? "" : `${document.title} / ${before.title}`, written: expected.slice(Math.max(0, at - 40), at + 60), shown: now.slice(Math.max(0, at - 40), at + 60) };
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, [path, address]);
}

for (const language of LANGUAGES) {
  test(`what was written is what the app shows, on every page (${language})`, { timeout: 600_000 }, () =>
    visit(site, `/${language}`, async (page) => {
      const different = [];
      for (const path of written(language)) {
        const fault = await difference(page, path);
        if (fault) different.push(fault);
        if (different.length > 5) break;
      }
      assert.deepEqual(different, []);
      // The policy of the host forbids the page to read markup, as this test does in it.
    }, { bypassCSP: true }));
}

test("a filter in the path is the app's list with that filter", { timeout: 300_000 }, () =>
  visit(site, "/en", async (page) => {
    const pages = narrowed("en");
    assert.deepEqual(narrowed("ar"), pages.map((path) => path.replace("/en", "/ar")));
    for (const region of ["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR"]) {
      for (const list of ["countries", "strategies", "publications"]) assert.ok(pages.includes(`/en/${list}/by/region/${region}`));
    }
    const different = [];
    for (const path of pages) {
      const [, list, facet, value] = path.match(/^(.*)\/by\/(.*)\/(.*)$/);
      const fault = await difference(page, path, `${list}?${facet === "year" ? `from=${value}&to=${value}` : `${facet}=${value}`}`);
      if (fault) different.push(fault);
    }
    assert.deepEqual(different, []);
  }, { bypassCSP: true }));

test("a filter in the path is taken over by the app without a jump, at its own address", () =>
  visit(site, "/en/countries/by/region/SEAR", async (page) => {
    await page.waitForURL("**/en/countries?region=SEAR");
    await sentenceBecomes(page, /South-East Asia/);
    assert.equal(await page.locator(".country:visible").count(), 10);
    assert.equal(await main(page).getByRole("checkbox", { name: /^South-East Asia/ }).isChecked(), true);
  }));

test("without a script every kind of page can be read and left by its links", async () => {
  for (const [language, office] of [["en", "WHO Country Office"], ["ar", "WHO Country Office"]]) {
    const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${site.server.url}/${language}/countries`);
    await page.locator('.country__link[href$="/KEN"]').click();
    await page.waitForURL(`**/${language}/countries/KEN`);
    assert.ok((await main(page).textContent()).includes(office));
    assert.equal(await main(page).locator('a[href^="mailto:"]').count(), 1);
    assert.equal(await page.locator("#boot").isVisible(), false);
    for (const [list, facet, link, rows, expected] of [
      ["countries", 0, "region/SEAR", ".country", 10],
      ["strategies", 0, "region/SEAR", ".cycles__item", 0],
      ["publications", 2, "year/2024", ".publication", 0],
    ]) {
      await page.goto(`${site.server.url}/${language}/${list}`);
      const before = await page.locator(rows).count();
      assert.equal(await page.locator("button:visible, .search:visible, .sort:visible").count(), 0);
      await page.locator(".plain summary").nth(facet).click();
      await page.locator(`.plain a[href$="/by/${link}"]`).click();
      await page.waitForURL(`**/${language}/${list}/by/${link}`);
      const after = await page.locator(rows).count();
      assert.ok(after > 0 && (expected ? after === expected : after <= before), `${link}: ${after} of ${before}`);
      await page.locator(".plain > p a").click();
      await page.waitForURL(`**/${language}/${list}`);
    }
    // On a phone too the pages are reached from the head.
    await page.locator('.masthead__nav a[href$="/contact"]').click();
    await page.waitForURL(`**/${language}/contact`);
    await page.goto(`${site.server.url}/${language}/nothing`);
    assert.equal(await page.locator("main h1").count(), 1);
    await page.goto(`${site.server.url}/`);
    await page.getByRole("link", { name: "Русский" }).click();
    await page.waitForURL("**/ru");
    await context.close();
  }
});

/** Holds the WebAssembly back until the test lets it go. */
function held() {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const prepare = (page) =>
    page.route(/\.wasm/, async (route) => {
      await gate;
      await route.continue();
    });
  return { prepare, release: () => release() };
}

test("what is typed, chosen, pressed, scrolled and in focus before the app has started is not lost", async () => {
  const { prepare, release } = held();
  await visit(
    site,
    "/en/countries",
    async (page) => {
      await main(page).getByRole("checkbox", { name: /^South-East Asia/ }).check();
      await main(page).getByRole("search").getByRole("searchbox").fill("ind");
      await main(page).getByRole("search").getByRole("searchbox").evaluate((field) => field.setSelectionRange(1, 2));
      await page.getByRole("button", { name: "Find a country" }).first().click();
      await main(page).getByRole("search").getByRole("searchbox").focus();
      release();
      await started(page);
      await sentenceBecomes(page, /^1 Member State of the South-East Asia Region matching “ind”/);
      const field = main(page).getByRole("search").getByRole("searchbox");
      assert.equal(await field.inputValue(), "ind");
      assert.equal(await main(page).getByRole("checkbox", { name: /^South-East Asia/ }).isChecked(), true);
      const open = page.locator(".masthead__find");
      assert.equal(await open.getAttribute("aria-expanded"), "true", "the button was pressed again by the app");
    },
    { faults: true, prepare },
  );
});

test("the focus stays on a filter that is a path in the page and a query in the app", async () => {
  const { prepare, release } = held();
  await visit(
    site,
    "/en/countries/KEN",
    async (page) => {
      const link = main(page).locator('a[href$="/by/region/AFR"]').last();
      await link.focus();
      const text = await link.textContent();
      release();
      await started(page);
      const focused = await page.evaluate(() => [document.activeElement.textContent, document.activeElement.getAttribute("href")]);
      assert.deepEqual(focused, [text, "/en/countries?region=AFR"]);
    },
    { faults: true, prepare },
  );
});

test("the app takes the page over without moving anything", async () => {
  for (const path of ["/en", "/ar/countries", "/en/countries/TUV", "/fr/publications", "/en/strategies", "/zh/at-work", "/ru/reform", "/en/contact"]) {
    const { prepare, release } = held();
    await visit(
      site,
      path,
      async (page) => {
        await page.waitForLoadState("load");
        // What moves while a page is still arriving is not the app's doing.
        await page.evaluate(() => {
          globalThis.shift = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) globalThis.shift.push([entry.value, ...entry.sources.map(({ node, previousRect, currentRect }) => `${node?.className ?? node?.nodeName} ${previousRect.y} ${currentRect.y} ${previousRect.x} ${currentRect.x}`)]);
          }).observe({ type: "layout-shift" });
        });
        await page.evaluate(() => scrollTo(0, 500));
        const place = () => page.evaluate(() => [scrollY, document.elementFromPoint(innerWidth / 2, 300)?.textContent.slice(0, 60)]);
        const before = await place();
        release();
        await started(page);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        assert.deepEqual(await place(), before, path);
        // What counts as layout shift is told to two decimal places: none.
        const shifts = await page.evaluate(() => globalThis.shift);
        assert.ok(shifts.reduce((sum, [value]) => sum + value, 0) < 0.005, `${path}: ${JSON.stringify(shifts)}`);
      },
      { faults: true, prepare },
    );
  }
});

test("a browser without WebAssembly keeps the page, with a note", () =>
  visit(
    site,
    "/en/countries/KEN",
    async (page) => {
      await page.getByRole("alert").waitFor();
      assert.match(await page.getByRole("alert").textContent(), /can be read.*too old/);
      assert.equal(await main(page).locator('a[href^="mailto:"]').count(), 1);
    },
    { faults: true, prepare: (page) => page.addInitScript(() => delete globalThis.WebAssembly) },
  ));
