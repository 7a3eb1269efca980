// Texts of both directions beside each other: on every line the pieces stand in the order of the text, in that of the page,
// whatever is written in them. The titles are the most hostile that can be: they begin or end with signs and numbers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { VIEWS } from "../report/axe.mjs";
import { readFiles } from "../report/server.mjs";
import { edited } from "./edited.mjs";
import { quiet, useSite, visit } from "./support.mjs";

const ARABIC = "(2024) تقرير عن WHO: الجزء 2 – 2008!";
const LATIN = "(2024) Report of the office: part 2 – 2008!";

const changed = edited((write) => {
  const renamed = (text, title) => text.split("\n").map((line, at) => (at === 0 ? line : title(line, at))).join("\n");
  write("content/publications.csv", (text) =>
    renamed(text, (line, at) => line.replace(/^([^,]+),("(?:[^"]|"")*"|[^,]*),/, (_, id) => `${id},${at % 2 ? ARABIC : LATIN},`)));
});
const files = readFiles("dist");
for (const [path, bytes] of changed) if (path.startsWith("/data/")) files.set(path, bytes);
const site = useSite(() => files);

/** Pairs of neighbouring pieces of text on one line that do not stand in the order of their text. */
const disturbed = (page) =>
  page.evaluate(() => {
    const pieces = [];
    const walker = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.closest("svg, select, .visually-hidden, .skip-link, .skip") || !node.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (rects.length > 0) pieces.push({ node, rects });
    }
    const isSameLine = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
    // A piece may consist of runs of both directions: all of them on that line count.
    const span = (rects, line) => {
      const onLine = rects.filter((rect) => isSameLine(rect, line));
      return { left: Math.min(...onLine.map(({ left }) => left)), right: Math.max(...onLine.map(({ right }) => right)) };
    };
    const lowest = (rects) => rects.reduce((a, b) => (b.bottom > a.bottom + 1 ? b : a));
    const highest = (rects) => rects.reduce((a, b) => (b.top < a.top - 1 ? b : a));
    const faults = [];
    for (let at = 1; at < pieces.length; at += 1) {
      const [a, b] = [pieces[at - 1], pieces[at]];
      const range = document.createRange();
      range.setStart(a.node, 0);
      range.setEnd(b.node, b.node.data.length);
      const parent = range.commonAncestorContainer;
      const style = getComputedStyle(parent);
      // Only what flows as text: parts of a grid stand where the grid puts them.
      if (!/^(block|inline|inline-block|list-item|flow-root)$/.test(style.display) || style.columnCount !== "auto") continue;
      const [end, begin] = [lowest(a.rects), highest(b.rects)];
      if (!isSameLine(end, begin)) continue;
      const [first, second] = [span(a.rects, end), span(b.rects, end)];
      const isRight = style.direction === "rtl" ? second.right <= first.left + 1 : second.left >= first.right - 1;
      if (!isRight) faults.push(`${a.node.data.slice(-40)} | ${b.node.data.slice(0, 40)} (${parent.className || parent.tagName})`);
    }
    return faults;
  });

for (const view of [...VIEWS, "/countries/KEN", "/publications?country=KEN&type=annual_report"]) {
  test(`no text disturbs another on ${view || "/"}`, async () => {
    for (const language of ["en", "ar"]) {
      await visit(site, `/${language}${view}`, async (page) => {
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        await quiet(page);
        await page.waitForFunction(() => !document.querySelector("main .status"));
        assert.deepEqual(await disturbed(page), [], language);
      });
    }
  });
}

test("an Arabic title in an English list stands where English titles stand, and the reverse", async () => {
  for (const language of ["en", "ar"]) {
    await visit(site, `/${language}/publications`, async (page) => {
      await page.locator(".publication__title").nth(3).waitFor();
      const edges = await page.locator(".publication__title").evaluateAll((titles) =>
        titles.slice(0, 6).map((title) => {
          const range = document.createRange();
          range.selectNodeContents(title);
          const { left, right } = range.getBoundingClientRect();
          const isArabic = document.documentElement.dir === "rtl";
          return { text: title.textContent, edge: Math.round(isArabic ? right : left) };
        }));
      assert.equal(new Set(edges.map(({ text }) => /\p{Script=Arabic}/u.test(text))).size, 2, "both kinds are there");
      assert.equal(new Set(edges.map(({ edge }) => edge)).size, 1, JSON.stringify(edges));
    });
  }
});
