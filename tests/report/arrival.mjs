// How soon a visitor with a slow phone sees a page, and can use all of it who touches it as soon as it is there, beside the same
// page as bare HTML and CSS and beside the app without the page that was written when the site was built. Needs the release build
// and a quiet machine.
//
//   node tests/report/arrival.mjs [dist] [--runs 5] [--write FILE]
//
// The network is Lighthouse's slow 4G, the processor a quarter of this one. Chromium adds a round trip to each request, but
// not to the opening of a connection: a first visit over TLS takes two or three round trips longer, in all three forms.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launchBrowser } from "./browser.mjs";
import { readFiles, startServer } from "./server.mjs";
import { printTable } from "./table.mjs";

const KBIT = 1024 / 8; // bytes
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6 * 1024 * KBIT, uploadThroughput: 750 * KBIT };
const SLOWER = 4;
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const LIMITS = { ofBare: 1.15, interactive: 2500, shift: 4, task: 200 }; // a shift of 0.004 is still 0.00
const REST_MS = 500; // work that the app puts off until it has taken over is measured too
const PAGES = [
  "/en", "/en/countries", "/en/countries/KEN", "/en/publications", "/en/strategies", "/en/at-work", "/en/contact", "/ar/countries",
];

// The forms of a page: what a visitor gets who only reads, and who begins to use it at the first paint, the worst moment; without
// the app; and without the page. Data in the page, such as what search engines read, is no script.
const SCRIPT = /<script(?! type="application\/ld\+json")[^>]*>.*?<\/script>/gs;
const FETCHED_AHEAD = /<link\b[^>]*\brel="?(modulepreload|preload)\b[^>]*>/g;
const FORMS = {
  read: null,
  used: null,
  bare: (html) => html.replace(SCRIPT, "").replace(FETCHED_AHEAD, ""),
  empty: (html) => html.replace(/(<div id="app"[^>]*>).*<\/div>(?=\s*(?:<link\b[^>]*>\s*)*<script\b)/s, "$1</div>"),
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" }, write: { type: "string" } },
});
const dist = readFiles(positionals[0] ?? "dist");

function inForm(form) {
  if (!FORMS[form]) return dist;
  const files = new Map(dist);
  for (const path of PAGES.map((page) => `${page}.html`)) {
    const html = String(dist.get(path));
    const changed = FORMS[form](html);
    if (changed === html) throw new Error(`${path} is not as this report knows it.`);
    files.set(path, Buffer.from(changed));
  }
  return files;
}

// Runs in the page before anything of it: notes what happens and when, and tells what is waited for. To ask the page for it
// would be work of the page.
function watch(isUsed) {
  const seen = { first: 0, largest: 0, touched: 0, interactive: 0, wait: 0, shift: 0, task: 0 };
  globalThis.seen = seen;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => {
    if (name !== "first-contentful-paint") return;
    seen.first = startTime;
    if (!isUsed) return;
    seen.touched = performance.now();
    // Again until the page has heard it. A true touch would end the search for the largest paint.
    const touch = () => seen.interactive || (dispatchEvent(new Event("pointermove")), setTimeout(touch, 50));
    touch();
  });
  observe("largest-contentful-paint", ({ startTime }) => {
    seen.largest = startTime;
    console.debug("largest");
  });
  observe("layout-shift", ({ value }) => (seen.shift += value));
  observe("longtask", ({ duration }) => (seen.task = Math.max(seen.task, duration)));
  new MutationObserver(() => {
    if (document.documentElement?.dataset.app !== "started" || seen.interactive) return;
    seen.interactive = performance.now();
    seen.wait = seen.interactive - seen.touched;
    console.debug("interactive");
  }).observe(document, { subtree: true, attributeFilter: ["data-app"] });
}

// One first visit; a context has a cache of its own, which is empty.
async function visit(browser, url, { isSlow, form }) {
  const hasApp = form === "used" || form === "empty";
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, form === "used");
    const devtools = await context.newCDPSession(page);
    if (isSlow) {
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", NETWORK);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    }
    const told = (word) => page.waitForEvent("console", (message) => message.text() === word);
    await Promise.all([told("largest"), hasApp && told("interactive"), page.goto(url)]);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(REST_MS);
    // Two frames, so that the last of its work is over.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
    return await page.evaluate(() => globalThis.seen);
  } finally {
    await context.close();
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

const medians = (visits) =>
  Object.fromEntries(Object.keys(visits[0]).map((name) => [name, median(visits.map((visit) => visit[name]))]));

const servers = {};
const browser = await launchBrowser();
const keeper = await browser.newPage(); // Chromium ends when its last page closes
const visits = new Map();
try {
  for (const form of Object.keys(FORMS)) servers[form] = await startServer(inForm(form), { quality: 11 });
  // A round that does not count comes first, in which the server compresses its files. The forms take turns, so that other
  // work on the machine hurts all of them.
  for (let run = 0; run <= Number(options.runs); run += 1) {
    for (const page of PAGES) {
      for (const form of Object.keys(FORMS)) {
        const seen = await visit(browser, servers[form].url + page, { isSlow: run > 0, form });
        const key = `${page} ${form}`;
        if (run > 0) visits.set(key, [...(visits.get(key) ?? []), seen]);
      }
    }
  }
} finally {
  await keeper.close();
  await browser.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
}

const ms = (what, value, limit) => ({ what, value: Math.round(value), unit: "ms", limit: limit && Math.round(limit) });

let good = true;
const lines = [];
for (const page of PAGES) {
  const [read, used, bare, empty] = Object.keys(FORMS).map((form) => medians(visits.get(`${page} ${form}`)));
  const rows = [
    ms("largest contentful paint", Math.max(read.largest, used.largest), bare.largest * LIMITS.ofBare),
    ms("   of bare HTML and CSS", bare.largest),
    ms("   of the app without a written page", empty.largest),
    ms("first contentful paint", read.first),
    ms("   of bare HTML and CSS", bare.first),
    ms("   of the app without a written page", empty.first),
    ms("all can be used, after a touch at the first paint", used.wait, LIMITS.interactive),
    ms("   since the page was asked for", used.interactive),
    ms("   in the app without a written page", empty.interactive),
    { what: "layout shift, thousandths", value: Math.round(Math.max(read.shift, used.shift) * 1000), limit: LIMITS.shift },
    ms("longest task, reading", read.task, LIMITS.task),
    ms("longest task, using", used.task, LIMITS.task),
    ms("   of bare HTML and CSS", bare.task),
    ms("   of the app without a written page", empty.task),
  ];
  good = printTable(`${page}, median of ${options.runs} first visits`, rows) && good;

  const all = (name, ...forms) => forms.map((form) => Math.round(form[name])).join(" | ");
  const cells = [
    `\`${page}\``, all("first", read, bare, empty), all("largest", read, used, bare, empty),
    (Math.max(read.largest, used.largest) / bare.largest).toFixed(2), Math.round(used.wait), all("interactive", used, empty),
    Math.max(read.shift, used.shift).toFixed(2), all("task", read, used, bare),
  ];
  lines.push(`| ${cells.join(" | ")} |`);
}

const day = new Date().toISOString().slice(0, 10);
const text = `# How soon a page is there

First visits with an empty cache, the median of ${options.runs}; milliseconds. Chromium ${browser.version()}, ${day}, with a
window of ${PHONE.viewport.width} × ${PHONE.viewport.height}, a processor slowed down ${SLOWER} times, 1.6 Mbit/s and a round trip of ${NETWORK.latency} ms for each request, but not
for the opening of a connection; files in brotli of quality 11. Written by \`node tests/report/arrival.mjs --write FILE\`, in
bash after \`. scripts/env\` and \`scripts/build\`.

*Read*: nobody does anything. *Used*: somebody touches the page at its first paint, which brings the app at the worst moment.
*Bare* is the same page without the app: HTML and CSS. *Empty* is the app without the page that was written when the site was
built. Allowed: a largest paint of at most ${LIMITS.ofBare} × the bare one, all in use ${LIMITS.interactive} ms after
the touch (text can be read and links followed before that), a shift of 0.00, a longest task of ${LIMITS.task} ms.

| Page | First paint | bare | empty | Largest paint | used | bare | empty | × bare | In use after the touch | since the start | empty | Shift | Longest task | used | bare |
| --- |${" ---: |".repeat(15)}
${lines.join("\n")}
`;
if (options.write) writeFileSync(options.write, text);
process.exitCode = good ? 0 : 1;
