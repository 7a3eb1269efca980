// All views in the pseudo-locales: every word comes from the message files or from the content, and longer words have room.

import assert from "node:assert/strict";
import { test } from "node:test";

import { VIEWS } from "../report/axe.mjs";
import { pseudo } from "../report/pseudo.mjs";
import { readFiles } from "../report/server.mjs";
import { quiet, useSite, visit } from "./support.mjs";

const files = readFiles("dist");
const accented = useSite(() => pseudo(files, "accented"));
const mirrored = useSite(() => pseudo(files, "mirrored"));

/** All texts of the content, in one. */
const content = (() => {
  const { parts, site } = JSON.parse(files.get("/data/index.json"));
  const names = ["countries", "names", "offices", "strategies", "publications", "figures", "milestones", "resources", "map"];
  const texts = names.map((name) => files.get(`/data/${parts[name].file}`).toString());
  return [JSON.stringify(site), ...texts].join(" ").replaceAll('\\"', '"').toLowerCase();
})();

const ready = async (page) => {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await quiet(page);
  await page.waitForFunction(() => !document.querySelector("main .status"));
};

/** What is read on the page and what names its parts, without what has come from the messages. */
const strangers = (page) =>
  page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Each language calls itself by its own name. What is in `pre` is code to copy.
      if (!node.parentElement.closest("script, style, .language, option[lang], pre, noscript, #boot, svg")) found.push(node.textContent);
    }
    // In drawings a text may have several lines, each an element.
    for (const drawing of document.querySelectorAll("#app svg")) found.push([...drawing.querySelectorAll("text")].map((line) => line.textContent).join(" · "));
    for (const element of document.querySelectorAll("#app [aria-label], #app [title], #app [placeholder], #app [alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) if (element.hasAttribute(name)) found.push(element.getAttribute(name));
    }
    return found;
  });

/** What the browser's Intl says in English, and names of formats and codes that are the same in every language, what
 * was searched for. */
const ELSEWHERE = /^(and|or|january|february|march|april|may|june|july|august|september|october|november|december|ris|bibtex|csl-json|csv|json|geojson|svg|png|wordpress|\(atom\)|zzzz)$/;
const DATE = /^(\d+ )?(january|february|march|april|may|june|july|august|september|october|november|december) \d{4}$/;

function unknown(texts) {
  const rest = texts.flatMap((text) => {
    let left = text;
    for (let before = ""; before !== left; ) {
      before = left;
      left = left.replace(/⟦[^⟦⟧]*⟧/g, "\n");
    }
    // Also at the end of a sentence: a citation joins titles so.
    return left.split(/[\n·•–—]| - |, | and | or |: |; |\. |\(|\)/);
  });
  const clean = rest.map((piece) => piece.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").trim().toLowerCase().replace(/^(isbn|iris) (?=\d)/, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return [...new Set(clean.filter((piece) => /\p{L}{2}/u.test(piece) && !ELSEWHERE.test(piece) && !DATE.test(piece) && !content.includes(piece)))];
}

const tooWide = (page) =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const { direction } = getComputedStyle(document.documentElement);
    // Text that a box hides because it is longer than it.
    const cut = [...document.querySelectorAll("#app *")].filter((element) => {
      const { overflowX, clipPath, position } = getComputedStyle(element);
      const hides = overflowX === "hidden" || overflowX === "clip";
      return hides && position !== "absolute" && clipPath === "none" && element.clientWidth > 3 && element.textContent.trim() && element.scrollWidth > element.clientWidth + 1;
    });
    return [...(over > 0 ? [`${over} px too wide, ${direction}`] : []), ...cut.map((element) => `cut off: ${element.outerHTML.slice(0, 140)}`)];
  });

for (const view of VIEWS) {
  test(`${view || "/"}: no word of its own, and room for longer words`, () =>
    visit(accented, `/en${view}`, async (page) => {
      await ready(page);
      const texts = await strangers(page);
      assert.ok(texts.filter((text) => text.includes("⟦")).length > 10, "this is no pseudo-locale");
      assert.deepEqual(unknown(texts), []);
      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await tooWide(page), [], `${width} px`);
      }
    }));

  test(`${view || "/"}: mirrored, nothing sticks out`, () =>
    visit(mirrored, `/ar${view}`, async (page) => {
      await ready(page);
      assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await tooWide(page), [], `${width} px`);
      }
    }));
}

test("a word that is not in the message files is found", () => {
  assert.deepEqual(unknown(["⟦Ḿḗƞŭ⟧: Kenya", "Submit this form", "⟦Ȧ ⟦Ƀ⟧ Ç⟧ 12"]), ["submit this form"]);
});
