// The main tasks by keyboard alone. At every step the focus can be seen, nothing lies over it, and no part holds it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { SCREENS, addressBecomes, heading, main, sentenceBecomes, useSite, visit } from "./support.mjs";

const site = useSite();

/** What is wrong with where the focus is. */
const fault = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    if (!element || element === document.body) return null;
    // What has the focus in a frame is looked at there.
    if (element.contentDocument) element = element.contentDocument.activeElement;
    const { defaultView: view } = element.ownerDocument;
    const shown = element.matches(".finder__input") ? element.parentElement : element;
    const { outlineStyle, outlineWidth, boxShadow } = view.getComputedStyle(shown);
    const has = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    if (!has) return `no ring: ${element.outerHTML.slice(0, 120)}`;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (!(width > 0 && height > 0 && bottom > 0 && top < view.innerHeight)) return `out of sight: ${element.outerHTML.slice(0, 120)}`;
    // WCAG 2.2, 2.4.11: not all of it may be hidden. Its middle and its corners are tried.
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3], [left + 3, bottom - 3]];
    const isSeen = ([x, y]) => {
      const over = element.ownerDocument.elementFromPoint(x, y);
      return over && (element.contains(over) || over.contains(element) || over.closest("label")?.contains(element));
    };
    return points.some(isSeen) ? null : `covered: ${element.outerHTML.slice(0, 120)}`;
  });

/** Presses Tab until a control has the focus, and looks at every place between. */
async function reach(page, control, key = "Tab") {
  await control.waitFor({ state: "attached" });
  const passed = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press(key);
    assert.equal(await fault(page), null);
    if (await control.evaluate((node) => node === document.activeElement)) return passed;
    passed.push(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80)));
  }
  throw new Error("the Tab key does not lead there");
}
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

for (const [screen, viewport] of Object.entries(SCREENS)) {
  const isPhone = viewport.width < 800;
  const walk = (path, act) => visit(site, path, act, { viewport, permissions: ["clipboard-read", "clipboard-write"] });

  test(`${screen}: find a country and its office`, () =>
    walk("/en", async (page) => {
      await heading(page, /./);
      const field = main(page).getByRole("combobox").first();
      await reach(page, field);
      await page.keyboard.type("birma");
      await page.getByRole("option", { name: /Myanmar/ }).first().waitFor();
      // Escape closes the list and keeps the focus.
      await page.keyboard.press("Escape");
      await page.getByRole("option").first().waitFor({ state: "hidden" });
      assert.ok(await field.evaluate((node) => node === document.activeElement));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await heading(page, /Myanmar/);
      await page.waitForFunction(() => document.activeElement?.matches("h1"));
      assert.match(await focused(page), /Myanmar/);
      await main(page).getByText("WHO Country Office, Myanmar").first().waitFor();
    }));

  test(`${screen}: filter countries`, () =>
    walk("/en/countries", async (page) => {
      await sentenceBecomes(page, /^223/);
      const toggle = page.locator(".filters__toggle");
      if (isPhone) {
        await reach(page, toggle);
        await page.keyboard.press("Enter");
        await page.getByRole("dialog", { name: "Filters" }).waitFor();
      }
      const region = page.getByRole("group", { name: "WHO region" }).getByRole("checkbox", { name: /South-East Asia/ });
      await reach(page, region);
      await page.keyboard.press("Space");
      await sentenceBecomes(page, /^(10|11) /);
      if (isPhone) {
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
        assert.ok(await toggle.evaluate((node) => node === document.activeElement), "the focus did not come back");
      }
      await reach(page, page.getByRole("button", { name: /^Remove WHO region/ }));
      await page.keyboard.press("Enter");
      await sentenceBecomes(page, /^223/);
      assert.equal(await fault(page), null);
    }));

  test(`${screen}: filter publications and cite what is left`, () =>
    walk("/en/publications?type=ccs", async (page) => {
      await sentenceBecomes(page, /^95/);
      await reach(page, page.getByRole("searchbox", { name: /^Search titles/ }));
      await page.keyboard.type("kenya");
      await page.keyboard.press("Enter");
      await sentenceBecomes(page, /^\d publications?: /);
      const download = page.waitForEvent("download");
      await reach(page, main(page).getByRole("button", { name: "RIS", exact: true }));
      await page.keyboard.press("Enter");
      assert.match((await download).suggestedFilename(), /\.ris$/);
    }));

  test(`${screen}: read a figure with its source`, () =>
    walk("/en/at-work", async (page) => {
      await heading(page, /./);
      const figure = main(page).locator(".figure").first();
      await reach(page, figure.getByRole("button"));
      await page.keyboard.press("Enter");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      for (const part of [".figure__value", ".figure__label"]) {
        const text = await figure.locator(part).textContent();
        assert.ok(text.length > 0 && copied.includes(text), `${copied} lacks ${text}`);
      }
      // The source stands beside the figure, and goes along with it.
      const source = (await figure.locator(".figure__source").textContent()).split(" · ")[1];
      assert.ok(copied.includes(source.slice(0, 20)), `${copied} lacks ${source}`);
    }));

  test(`${screen}: change language, and stay on the page`, () =>
    walk("/en/countries?region=SEAR", async (page) => {
      await sentenceBecomes(page, /^(10|11) /);
      const button = page.locator(".language__button");
      await reach(page, button);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      assert.ok(await button.evaluate((node) => node === document.activeElement), "Escape does not give the focus back");
      await page.keyboard.press("Enter");
      await reach(page, page.getByRole("link", { name: "العربية" }));
      await page.keyboard.press("Enter");
      await addressBecomes(page, "/ar/countries?region=SEAR");
      await page.waitForFunction(() => document.documentElement.dir === "rtl" && document.documentElement.lang === "ar");
      assert.equal(await fault(page), null);
    }));

  test(`${screen}: make the code for another site`, () =>
    walk("/en/embed", async (page) => {
      await heading(page, "Show this on your site");
      await reach(page, page.getByLabel("What to show"));
      await page.keyboard.press("ArrowUp");
      await addressBecomes(page, "/en/embed?view=country");
      const field = main(page).getByRole("combobox", { name: /^Find a country/ });
      await reach(page, field);
      await page.keyboard.type("kenya");
      const option = main(page).getByRole("option", { name: /Kenya/ }).first();
      await option.waitFor();
      await page.keyboard.press("Escape");
      await option.waitFor({ state: "hidden" });
      assert.ok(await field.evaluate((node) => node === document.activeElement), "Escape took the focus away");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await addressBecomes(page, "/en/embed?view=country&country=KEN");
      assert.ok(await field.evaluate((node) => node === document.activeElement), "the choice took the focus away");
      await main(page).getByText("Shown: Kenya").waitFor();
      // Through the frame and out of it again.
      const frame = page.frameLocator("iframe.builder__frame");
      await frame.getByRole("heading", { level: 1, name: /Kenya/ }).waitFor();
      const copy = main(page).getByRole("button", { name: "Copy the code for any site" });
      await reach(page, copy);
      await page.keyboard.press("Enter");
      await main(page).getByRole("button", { name: "Copied" }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.startsWith(`<iframe src="${site.server.url}/embed/v1/en/country/KEN"`), copied);
      assert.ok(await copy.or(main(page).getByRole("button", { name: "Copied" })).evaluate((node) => node === document.activeElement));
      await reach(page, page.getByLabel("Height in pixels"), "Shift+Tab");
      // Or past it.
      await reach(page, page.getByRole("link", { name: "Skip the preview" }));
      await page.keyboard.press("Enter");
      await reach(page, copy);
      await page.goBack();
      await page.goBack();
      await addressBecomes(page, "/en/embed?view=country");
      await main(page).getByText("Choose a country, territory or area. Then it is shown here.").waitFor();
    }));

  test(`${screen}: Tab leads through a whole page in its order, there and back`, () =>
    walk("/en/contact", async (page) => {
      await heading(page, /./);
      const places = async (key) => {
        const seen = [];
        for (let presses = 0; presses < 150; presses += 1) {
          await page.keyboard.press(key);
          const place = await page.evaluate(() => [...document.querySelectorAll("*")].indexOf(document.activeElement));
          // From the end it goes on to the browser's own controls, of which there are none here, and begins again.
          if (seen.includes(place)) return seen;
          assert.equal(await fault(page), null);
          seen.push(place);
        }
        return seen;
      };
      // The places go round; they are told from the first on.
      const fromFirst = (seen) => {
        const at = seen.indexOf(Math.min(...seen));
        return [...seen.slice(at), ...seen.slice(0, at)];
      };
      const there = fromFirst(await places("Tab"));
      assert.ok(there.length > 15, `only ${there.length} places`);
      assert.deepEqual(there, there.toSorted((a, b) => a - b), "the order is not that of the page");
      assert.deepEqual(fromFirst((await places("Shift+Tab")).toReversed()), there);
    }));
}

test("wider spacing of text cuts nothing off and nothing sticks out (WCAG 1.4.12)", async () => {
  const spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
  for (const path of ["/en", "/en/countries?region=SEAR", "/en/countries/KEN", "/fr/publications", "/ru/strategies", "/en/at-work", "/en/contact", "/en/embed?view=country&country=KEN"]) {
    for (const width of [1280, 320]) {
      await visit(site, path, async (page) => {
        await heading(page, /./);
        await page.waitForLoadState("networkidle");
        await page.addStyleTag({ content: spacing });
        const faults = await page.evaluate(() => {
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          const isCut = (element) => {
            const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
            if (position === "absolute" || clipPath !== "none" || element.clientWidth < 3 || element.matches("select, input")) return false;
            const hides = (value) => value === "hidden" || value === "clip";
            return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
          };
          return [...(over > 0 ? [`${over} px too wide`] : []), ...[...document.querySelectorAll("main *, header *")].filter((element) => element.textContent.trim() && isCut(element)).map((element) => element.outerHTML.slice(0, 120))];
        });
        assert.deepEqual(faults, [], `${path}, ${width} px`);
        // A reader's own style is the browser's; this one is the page's, which the policy of the host forbids.
      }, { viewport: { width, height: 900 }, bypassCSP: true });
    }
  }
});
