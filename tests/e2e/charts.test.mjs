// The charts of "WHO at work in countries": one region for all, tables that say what the drawings say, files that others read.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { parse } from "csv-parse/sync";
import { XMLValidator } from "fast-xml-parser";

import { axe, look, LOOKS } from "../report/axe.mjs";
import { crowded } from "./crowded.mjs";
import { addressBecomes, followInjected, heading, main, useSite, visit } from "./support.mjs";

const site = useSite();
const CHARTS = ["offices", "regions", "served", "strategies-by-year", "publications-by-year", "staff-by-year"];
const OF_REGIONS = ["regions", "served", "strategies-by-year", "publications-by-year"];
const finding = (page, id) => page.locator(`#${id} .chart__finding`).textContent();
const region = (page, name) => page.getByRole("navigation", { name: "Show the charts for" }).getByRole("link", { name });

/** The cells of a chart's table, with the labels of its columns first. */
const table = (page, id) =>
  page.locator(`#${id} .chart__numbers tr`).evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.firstChild?.textContent ?? "")));

/** Texts of a drawing that look like numbers stand in it. */
const texts = (page, id, part) => page.locator(`#drawing-${id} .chart__${part}`).allTextContents();

/** The heights of the columns of each strip, in the order of time. */
const strips = (page, id) =>
  page.locator(`#drawing-${id} .chart__solid`).evaluateAll((paths) => paths.map((path) => {
    const ahead = path.parentElement.nextElementSibling?.querySelector(".chart__ahead");
    const years = Number(path.parentElement.getAttribute("viewBox").split(" ")[2]);
    const isRtl = document.documentElement.dir === "rtl";
    const heights = new Array(years).fill(0);
    for (const [, at, height] of [path, ahead].filter(Boolean).map((one) => one.getAttribute("d")).join("").matchAll(/M(\d+)\.1 \d+v-(\d+)/g)) {
      heights[isRtl ? years - 1 - at : at] = Number(height);
    }
    return heights;
  }));

test("a region is chosen for all charts, in the address, and Back takes it back", () =>
  visit(site, "/en/at-work", async (page) => {
    await heading(page, "WHO at work in countries");
    const before = await Promise.all(CHARTS.map((id) => finding(page, id)));
    await region(page, "African Region").click();
    await addressBecomes(page, "/en/at-work?region=AFR");
    await page.locator("#regions .chart__finding", { hasText: "African Region: 47 country presences are listed" }).waitFor();
    for (const id of OF_REGIONS) assert.match(await finding(page, id), /^African Region: /);
    for (const id of ["offices", "staff-by-year"]) {
      assert.match(await page.locator(`#${id}`).textContent(), /for the whole world only/);
    }
    assert.equal(await region(page, "African Region").getAttribute("aria-current"), "true");
    assert.ok(await region(page, "African Region").evaluate((link) => link === document.activeElement));
    assert.match(await page.title(), /^African Region – WHO at work/);
    // Nobody in the region is served from elsewhere: said in words, not drawn as nothing.
    assert.match(await finding(page, "served"), /No country, territory or area/);
    assert.equal(await page.locator("#drawing-served").count(), 0);
    await page.goBack();
    await addressBecomes(page, "/en/at-work");
    await page.locator("#regions .chart__finding", { hasText: "154" }).waitFor();
    assert.deepEqual(await Promise.all(CHARTS.map((id) => finding(page, id))), before);
  }));

test("a typed address shows the same, and what is no region is named", () =>
  visit(site, "/en/at-work?region=XXX,AFR&region=WPR#strategies-by-year", async (page) => {
    await page.locator("#regions .chart__finding", { hasText: "Western Pacific Region: 16" }).waitFor();
    assert.match(await main(page).locator(".notice").first().textContent(), /region=XXX,AFR/);
  }));

for (const [path, rtl] of [["/en/at-work", false], ["/ar/at-work", true], ["/en/at-work?region=EUR", false]]) {
  test(`the drawings say what the tables say: ${path}`, () =>
    visit(site, path, async (page) => {
      await page.locator("#drawing-offices").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.dir === "rtl"), rtl);
      for (const id of ["strategies-by-year", "publications-by-year"]) {
        const [heads, ...rows] = await table(page, id);
        const years = rows.filter((row) => /^\d{4}$/.test(row[0]));
        const most = Math.max(...years.flatMap((row) => row.slice(1).map(Number)));
        const columns = heads.slice(1).map((_, at) => years.map((row) => Number(row[at + 1])));
        const expected = columns.map((counts) => counts.map((count) => (count && Math.max(2, Math.floor((count * 96) / most)))));
        // A column whose years are all to come has no part that is filled.
        assert.deepEqual(await strips(page, id), expected.filter((heights) => heights.some(Boolean)));
      }
      const [, ...presences] = await table(page, "regions");
      assert.deepEqual(await texts(page, "regions", "number"), presences.slice(0, -1).map((row) => row.at(-1)));
      if (!path.includes("region")) {
        const widths = await page.locator("#drawing-regions rect").evaluateAll((bars) => bars.map((bar) => parseFloat(bar.getAttribute("width"))));
        const counts = presences.slice(0, -1).flatMap((row) => row.slice(1, -1).map(Number).filter(Boolean));
        counts.forEach((count, at) => assert.ok(Math.abs(widths[at] / widths[0] - count / counts[0]) < 0.01, `${count}`));
        const [, ...served] = await table(page, "served");
        assert.equal(await page.locator("#drawing-served .chart__ring").count(), Number(served.at(-1)[1]));
      }
      for (const id of ["offices", "staff-by-year"]) {
        const [heads, ...rows] = await table(page, id);
        const stated = rows.flatMap((row) => row.slice(1, heads.length - 1));
        for (const number of await texts(page, id, "number")) assert.ok(stated.includes(number), `${id}: ${number}`);
      }
      // Bounds are drawn as bounds, and what has no date is not over a year.
      assert.equal(await page.locator("#drawing-offices .chart__rough").count(), 1);
      assert.equal(await page.locator("#drawing-offices .chart__undated").count(), 2);
    }));
}

/** Presses a button of a chart and reads the file. */
async function download(page, id, format) {
  const waiting = page.waitForEvent("download");
  await page.locator(`#${id}`).getByRole("button", { name: format, exact: true }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

for (const path of ["/en/at-work", "/ar/at-work?region=WPR"]) {
  test(`the files of each chart are whole: ${path}`, () =>
    visit(site, path, async (page) => {
      await page.locator("#drawing-offices").waitFor();
      for (const id of CHARTS) {
        const place = path.includes("WPR") ? "-WPR" : "";
        const csv = await download(page, id, "CSV");
        assert.equal(csv.name, `${id}${place}.csv`);
        const lines = parse(csv.bytes, { bom: true, columns: true });
        const [heads, ...rows] = await table(page, id);
        const columns = heads.length - 1 - (lines[0].source ? 1 : 0);
        assert.equal(lines.length, rows.length * columns, id);
        lines.forEach((line, at) => {
          const shown = rows[Math.floor(at / columns)][1 + (at % columns)];
          assert.ok(line.chart === id && line.content_date === "2026-11-23" && line.address.endsWith(`#${id}`));
          if (/^\d+$/.test(line.value)) assert.equal(shown.replace(/\D/g, ""), line.value);
          assert.ok(!/^[=+@\t\r-]/.test(line.value));
        });
        const title = await finding(page, id);
        const svg = await download(page, id, "SVG");
        const text = svg.bytes.toString();
        assert.equal(svg.name, `${id}${place}.svg`);
        assert.equal(XMLValidator.validate(text), true);
        assert.match(text, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
        assert.ok(!/class=|var\(|<script|style=/.test(text));
        const words = [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join("").replaceAll(/\s|&\w+;/g, "");
        assert.ok(words.startsWith(title.replaceAll(/\s|&/g, "")), `${words}\n${title}`);
        const png = await download(page, id, "PNG");
        assert.equal(png.name, `${id}${place}.png`);
        const picture = await page.evaluate(async (bytes) => {
          const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext("2d");
          pen.drawImage(image, 0, 0);
          const { data } = pen.getImageData(0, 0, image.width, image.height);
          const pixels = new Uint32Array(data.buffer);
          return { width: image.width, height: image.height, inked: pixels.filter((pixel) => pixel !== pixels[0]).length };
        }, [...png.bytes]);
        assert.equal(picture.width, 1760);
        assert.ok(picture.height > 300 && picture.inked > 2000, JSON.stringify(picture));
      }
      assert.equal(await page.locator(".chart__copy").count(), 0);
    }));
}

test("a chart is quoted with its source and its address", () =>
  visit(site, "/en/at-work?region=SEAR", async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#regions").getByRole("button", { name: "Copy with source" }).click();
    await page.locator("#regions").getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of ["South-East Asia Region: 10 country presences", "Content of 23 November 2026", "/en/at-work?region=SEAR#regions"]) {
      assert.ok(copied.includes(part), copied);
    }
  }));

test("each chart leads to its code for other sites, with its region where the sources have it", () =>
  visit(site, "/en/at-work?region=AMR", async (page) => {
    for (const id of CHARTS) {
      await page.locator(`#${id}`).getByRole("link", { name: "Show this on your site" }).click();
      await addressBecomes(page, `/en/embed?view=chart&chart=${id}${OF_REGIONS.includes(id) ? "&region=AMR" : ""}`);
      assert.equal(await main(page).getByLabel("Chart", { exact: true }).inputValue(), id);
      await page.goBack();
      await page.locator("#regions .chart__finding", { hasText: "Region of the Americas" }).waitFor();
    }
  }));

for (const language of ["en", "fr", "es", "ar", "zh", "ru"]) {
  test(`at 320 px no word of a drawing lies on another or over the edge (${language})`, () =>
    visit(site, `/${language}/at-work`, async (page) => {
      await page.locator("#drawing-offices").waitFor();
      assert.deepEqual(await crowded(page), []);
    }, { viewport: { width: 320, height: 800 } }));
}

test("without a script all charts are there, and regions are pages", () =>
  visit(site, "/en/at-work", async (page) => {
    assert.equal(await page.locator(".chart__svg").count(), CHARTS.length);
    await region(page, "European Region").click();
    assert.match(page.url(), /\/en\/at-work\/by\/region\/EUR$/);
    assert.match(await finding(page, "regions"), /^European Region: 32/);
    await page.locator("#regions summary").click();
    assert.ok(await page.locator("#regions table").isVisible());
  }, { javaScriptEnabled: false, faults: true }));

test("on paper the tables stand beside the drawings, and nothing that can be pressed", () =>
  visit(site, "/en/at-work", async (page) => {
    await page.locator("#drawing-offices").waitFor();
    await page.emulateMedia({ media: "print" });
    for (const id of CHARTS) assert.ok(await page.locator(`#${id} table`).isVisible(), id);
    for (const part of [".regions", ".chart__foot"]) assert.ok(!(await page.locator(part).first().isVisible()), part);
    assert.ok((await page.pdf()).length > 10_000);
  }));

for (const path of ["/en/at-work?region=EUR", "/ar/at-work?region=WPR"]) {
  test(`axe finds nothing on the charts of a region with open tables: ${path}`, () =>
    visit(site, path, async (page) => {
      await page.locator("#drawing-offices").waitFor();
      await page.locator(".chart__numbers").evaluateAll((all) => all.forEach((one) => (one.open = true)));
      for (const name of Object.keys(LOOKS)) {
        await look(page, name);
        assert.deepEqual((await axe(page)).violations, [], name);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${name}: ${over} px too wide`);
      }
    }));
}

test("the page can be left and come back to, with a region chosen", () =>
  visit(site, "/en/at-work?region=AFR", async (page) => {
    await heading(page, "WHO at work in countries");
    for (const [path, title] of [["/en/strategies?view=timeline&region=AFR", "Strategies and briefs"], ["/en/at-work?region=EUR", "WHO at work in countries"], ["/en/contact", "Contact"]]) {
      await followInjected(page, path);
      await heading(page, title);
    }
    await page.goBack();
    await heading(page, "WHO at work in countries");
    await page.goBack();
    await main(page).locator(".lanes__row:visible").first().waitFor();
  }));
