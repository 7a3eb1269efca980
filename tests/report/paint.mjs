// How long a reader waits from a key or a click to the next picture of the list of publications, on a processor four times
// as slow, over the site's own publications and over generated collections. Needs the release build.
//
//   node tests/report/paint.mjs [--sizes own,10000,100000]
//
// Chromium slows the page down, not its worker: the worker's part is measured by itself and counted three times more.

import { parseArgs } from "node:util";
import { launchBrowser, started } from "./browser.mjs";
import { buildCompiler, indexed, withCollection } from "./search/collection.mjs";
import { readFiles, startServer } from "./server.mjs";
import { printTable } from "./table.mjs";

const LIMIT_MS = 50;
const SLOWER = 4;
const REST_MS = 600; // between two events, so that each is alone and the address has followed
const TEXTS = ["malaria child", "health syste", "report 202"];
const FILTERS = 8;

const { values: options } = parseArgs({ options: { sizes: { type: "string", default: "own,10000,100000" } } });

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1];

// Runs in the page: notes when an event came, how long the search took to reply, and when the next picture was there.
function watch() {
  const own = globalThis.countryCooperation;
  const search = own.search;
  globalThis.waits = [];
  let came = 0;
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, (event) => (came = event.timeStamp), { capture: true });
  own.search = async (...asked) => {
    const start = performance.now();
    const reply = await search(...asked);
    const replied = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.waits.push({ wait: performance.now() - came, search: replied - start });
      port2.postMessage(0);
    });
    return reply;
  };
}

async function measure(browser, files, text) {
  const server = await startServer(files);
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(`${server.url}/en/publications`);
    await started(page);
    await page.locator(".publication").first().waitFor({ timeout: 60_000 });
    await page.evaluate(watch);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const waits = [];
    const act = async (press) => {
      await page.evaluate(() => (globalThis.waits.length = 0));
      await press();
      await pause(REST_MS);
      const noted = await page.evaluate(() => globalThis.waits);
      if (noted.length > 0) waits.push(noted[0]);
    };
    const field = page.locator("#q");
    await field.focus();
    await pause(REST_MS); // the other names of countries are fetched now
    for (const letter of text) await act(() => page.keyboard.type(letter));
    await field.fill("");
    await pause(REST_MS);
    for (let at = 0; at < FILTERS; at += 1) {
      const box = page.locator("main form input[type=checkbox]:enabled:visible").nth(at % 5);
      await box.focus();
      await act(() => page.keyboard.press("Space"));
    }
    return waits;
  } finally {
    await context.close();
    await server.close();
  }
}

const dist = readFiles("dist");
const sizes = options.sizes.split(",");
if (sizes.some((size) => size !== "own")) buildCompiler();
const browser = await launchBrowser();
const keeper = await browser.newPage(); // Chromium ends when its last page closes
let good = true;
try {
  for (const size of sizes) {
    const files = size === "own" ? dist : withCollection(dist, indexed(Number(size)));
    const waits = [];
    // Files that a question needs are fetched once in each round; from the second round on they are in the cache.
    for (const text of TEXTS) waits.push(...(await measure(browser, files, text)));
    const whole = waits.map(({ wait, search }) => wait + search * (SLOWER - 1));
    const rows = [
      { what: "events", value: waits.length },
      { what: "key or click to picture, median", value: percentile(whole, 0.5), unit: "ms" },
      { what: "key or click to picture, 95th percentile", value: percentile(whole, 0.95), unit: "ms", limit: LIMIT_MS },
      { what: "of it the search and its worker, 95th percentile", value: percentile(waits.map(({ search }) => search), 0.95), unit: "ms" },
    ];
    good = printTable(`${size === "own" ? "the site's own" : size} records, processor ÷ ${SLOWER}`, rows) && good;
  }
} finally {
  await keeper.close();
  await browser.close();
}
process.exitCode = good ? 0 : 1;
