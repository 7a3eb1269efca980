// Access and layout: axe on every view, no sideways scrolling, print, keyboard.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { LANGUAGES, LOOKS, VIEWS, axe, look } from "../report/axe.mjs";
import { followInjected, heading, main, quiet, useSite, visit } from "./support.mjs";

const site = useSite();

const ready = async (page) => {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await quiet(page);
  // Until all of a long list has been laid out, parts of it have only a guessed height.
  await page.waitForFunction(() => !document.querySelector("main .status, [data-brief]:not([data-whole])"));
};

// What takes the time is the work of the checker in the page: two pages at a time, on a machine with two processors.
describe("axe", { concurrency: 2 }, () => {
  for (const view of VIEWS) {
    test(`axe finds nothing on ${view || "/"}: six languages, light, dark, forced colours, 320 px`, { timeout: 600_000 }, async () => {
      for (const language of LANGUAGES) {
        await visit(site, `/${language}${view}`, async (page) => {
          await ready(page);
          for (const name of Object.keys(LOOKS)) {
            await look(page, name);
            assert.deepEqual((await axe(page)).violations, [], `${language}, ${name}`);
          }
        });
      }
    });
  }
});

for (const view of VIEWS) {
  test(`nothing sticks out sideways on ${view || "/"} from 320 to 2000 px`, async () => {
    for (const language of ["en", "ar"]) {
      await visit(site, `/${language}${view}`, async (page) => {
        await ready(page);
        for (const width of [2000, 1280, 768, 360, 320]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${language}, ${width} px: ${over} px too wide`);
        }
      });
    }
  });
}

test("the parts of the head have room beside each other, in every language", async () => {
  for (const language of LANGUAGES) {
    await visit(site, `/${language}/nothing`, async (page) => {
      await ready(page);
      for (const width of [320, 345, 360, 480, 768, 1000, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const overlaps = await page.evaluate(() => {
          const bar = document.querySelector(".masthead__bar");
          const parts = [...bar.querySelectorAll(".masthead__brand > span, .masthead__mark, .masthead__menu, .masthead__find, .language__button, .theme__button, .masthead__link")]
            .filter((part) => part.checkVisibility())
            .map((part) => {
              // Words may be wider than the box they are in; of the buttons some are hidden on purpose.
              const range = document.createRange();
              range.selectNodeContents(part);
              const isWords = part.matches(".masthead__brand > span, .masthead__link");
              return { name: part.className || part.textContent, box: (isWords ? range : part).getBoundingClientRect() };
            });
          const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          return parts.flatMap((a, at) => parts.slice(at + 1).filter((b) => meet(a.box, b.box)).map((b) => `${a.name} × ${b.name}`));
        });
        assert.deepEqual(overlaps, [], `${language}, ${width} px`);
      }
    });
  }
});

test("the skip link is first and leads to the content", () =>
  visit(site, "/en/countries", async (page) => {
    await ready(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "main");
  }));

test("everything in focus can be seen: no control without a ring, none under another", () =>
  visit(site, "/en/countries?region=SEAR", async (page) => {
    await ready(page);
    await page.locator(".country:visible").first().waitFor();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const fault = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const shown = element.matches(".finder__input") ? element.parentElement : element;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
        const hasRing = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
        const { width, height, top, bottom } = element.getBoundingClientRect();
        const isOnScreen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
        return hasRing && isOnScreen ? null : element.outerHTML.slice(0, 120);
      });
      assert.equal(fault, null);
    }
  }));

test("the menu of a phone opens, leads on and closes", () =>
  visit(
    site,
    "/en",
    async (page) => {
      await ready(page);
      const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Contact" });
      assert.equal(await link.isVisible(), false);
      await page.getByRole("button", { name: "Menu" }).click();
      await link.click();
      await heading(page, "Contact");
      assert.equal(await link.isVisible(), false);
    },
    { viewport: { width: 360, height: 740 } },
  ));

test("theme goes round and is remembered", () =>
  visit(site, "/en/about", async (page) => {
    await ready(page);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? "system");
    const seen = [await theme()];
    for (let i = 0; i < 2; i += 1) {
      await page.getByRole("button", { name: /^Colours/ }).click();
      seen.push(await theme());
    }
    assert.deepEqual(seen, ["system", "light", "dark"]);
    await page.reload();
    await ready(page);
    assert.equal(await theme(), "dark");
  }));

test("no third party is asked for anything, and no cookie is set", () =>
  visit(site, "/en", async (page, context) => {
    const hosts = new Set();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    for (const view of VIEWS) {
      await page.goto(`${site.server.url}/en${view}`);
      await ready(page);
    }
    assert.deepEqual([...hosts], [site.server.url]);
    assert.deepEqual(await context.cookies(), []);
  }));

test("a third party's copy is never a link", () =>
  visit(site, "/en", async (page) => {
    const official = /^https:\/\/([a-z0-9-]+\.)*(who\.int|paho\.org|un\.org|uhcpartnership\.net|europa\.eu|unsdg\.org)(\/|$)/;
    for (const view of [...VIEWS, "/publications?page=2", "/countries/KEN", "/strategies?status=current"]) {
      await page.goto(`${site.server.url}/en${view}`);
      await ready(page);
      const outside = await page.locator('a[href^="http"]').evaluateAll((links) => links.map((link) => link.href).filter((href) => !href.startsWith(location.origin)));
      for (const href of outside) assert.match(href, official, view);
    }
  }));

// The browser marks each page of a PDF; the list of pages itself is "/Type /Pages".
const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;

test("a profile prints on one sheet also while a part of it is on its way", () =>
  visit(site, "/en/contact", async (page) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(/\/data\/names\./, (route) => held.then(() => route.continue()));
    await followInjected(page, "/en/countries/ATG");
    await page.locator(".brief .status").waitFor();
    assert.equal(sheets(await page.pdf({ format: "A4" })), 1);
    release();
    await page.locator(".names").first().waitFor();
  }));

// In English all; in the other languages those with the most to say.
for (const [language, codes] of [
  ["en", null],
  ...["fr", "es", "ru", "ar", "zh"].map((other) => [other, ["ATG", "BGD", "FJI", "FSM", "KIR", "PSE", "SLB", "VCT"]]),
]) {
  test(`a profile prints as a brief of one sheet, without its controls (${language})`, () =>
    visit(site, `/${language}/countries`, async (page) => {
      await page.locator(".country__link").first().waitFor();
      const hrefs = await page.locator(".country__link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const wanted = hrefs.filter((href) => codes?.includes(href.slice(-3)) ?? true);
      assert.equal(wanted.length, codes?.length ?? 223);
      const long = [];
      for (const href of wanted) {
        await followInjected(page, href);
        await page.waitForFunction((target) => location.pathname === target && document.querySelector(".profile__heading"), href);
        if (sheets(await page.pdf({ format: "A4" })) !== 1) long.push(href);
      }
      assert.deepEqual(long, []);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator(".masthead__nav").isVisible(), false);
      assert.equal(await main(page).getByRole("heading", { level: 1 }).isVisible(), true);
      assert.equal(await main(page).locator(".contact__step").first().isVisible(), true);
    }));
}
