// How long scripts work after one key or one click, how often the page is changed by it, how long another language takes to be
// drawn, and how long the charts of a region. Needs the release build.
//
// Each event is a real one, sent through the browser. Script time is processor time of the page's main thread in event
// handlers, microtasks, timers and animation frames, without layout, from a trace. A render is one round of changes to the page.
//
// The limit is meant for the machine on which it was set. Between the keys and clicks others are pressed that do a fixed
// piece of work (yardstick.mjs). It is measured in the same way, and if all runs have not shown the site to be within its
// limit and the yardstick takes longer here than there, then the limit is longer by the same factor.

import { launchBrowser, started } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { printTable } from "./table.mjs";
import { REFERENCE_MS, layYardstick } from "./yardstick.mjs";

const DIST = process.argv[2] ?? "dist";
const LIMITS = { milliseconds: 8, renders: 1, switching: 100, chart: 5 };
const PAUSE_MS = 120; // between two events, so that the work of one is not counted with the next
const REST_MS = 700; // the address follows the words when the fingers rest: no work of the first filter
const RUNS = 12; // other work on the machine only ever adds time: while an event is over the limit, all are run again

const PAGES = [
  { path: "/en/countries", text: "united kingd" },
  { path: "/en/publications", text: "health syste" },
];
// The pages with most to draw anew in another language. From the press until the new page is drawn, its file being there.
const SWITCHED = ["/en", "/en/countries", "/en/strategies", "/en/publications", "/en/at-work"];
const SWITCHES = ["fr", "ar", "en", "fr", "ar", "en"];
// The page of charts: all of them are counted, laid out and drawn anew, each with its table, when a region is chosen.
const CHARTS = { path: "/en/at-work", drawings: ".chart__svg", regions: ".regions__link" };
const FILTERS = 10;
const YARDSTICKS = 4; // before the events, and after them
const SLOWEST = 3; // a machine slower than this many times tells nothing about the site

// How the page is operated; nothing else here knows it.
const SELECT = {
  search: (page) => page.getByRole("main").getByRole("search").getByRole("searchbox"),
  filters: (page) => page.getByRole("main").locator("form input[type=checkbox]:enabled:visible"),
  ready: async (page) => {
    await started(page);
    await page.waitForSelector("main h1");
  },
  folded: "main form details",
  // Announcements to screen readers come later on purpose, and are no render.
  announcements: "[aria-live], [role=status]",
};

// Trace events in which the page's scripts run.
const SCRIPT = new Set([
  "EventDispatch", "FunctionCall", "EvaluateScript", "RunMicrotasks", "TimerFire", "FireAnimationFrame", "FireIdleCallback",
]);

// Work of the browser that happens within such events but is no script: to show a typed letter, Chromium lays out the
// page before the event ends.
const LAYOUT = new Set(["Layout", "UpdateLayoutTree", "RecalculateStyles", "HitTest", "PrePaint", "Paint"]);

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Runs in the page: counts the rounds of changes.
function countRenders(announcements) {
  globalThis.renders = 0;
  const isAnnounced = ({ target }) => (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(announcements);
  new MutationObserver((changes) => {
    if (!changes.every(isAnnounced)) globalThis.renders += 1;
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

const onThread = (trace, { pid, tid }, names) =>
  trace
    .filter((event) => event.ph === "X" && names.has(event.name) && event.pid === pid && event.tid === tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);

// The slices that lie within no other of them.
function outermost(slices) {
  let end = 0;
  return slices.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

// Script time in milliseconds after each mark.
function timeAfterMarks(trace) {
  const marks = trace.filter(({ name }) => name.startsWith("event-"));
  const layouts = outermost(onThread(trace, marks[0], LAYOUT));
  const times = new Map();
  for (const { ts, dur = 0, tdur = dur } of outermost(onThread(trace, marks[0], SCRIPT))) {
    const mark = marks.findLast((candidate) => candidate.ts <= ts);
    if (!mark) continue;
    const within = layouts.filter((layout) => layout.ts >= ts && layout.ts < ts + dur);
    const layout = within.reduce((sum, event) => sum + (event.tdur ?? event.dur ?? 0), 0);
    times.set(mark.name, (times.get(mark.name) ?? 0) + (tdur - layout) / 1000);
  }
  return times;
}

async function measure(browser, url, text) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(url);
  await SELECT.ready(page);
  await page.waitForLoadState("networkidle");
  for (const details of await page.locator(SELECT.folded).all()) await details.evaluate((element) => (element.open = true));
  const count = await SELECT.filters(page).count();
  if (count === 0) throw new Error(`No filter was found on ${url}.`);

  // What comes when somebody is about to ask, comes once: a letter is what is measured.
  await SELECT.search(page).focus();
  await pause(REST_MS);

  await page.evaluate(countRenders, SELECT.announcements);
  const yardstick = await layYardstick(page);
  const session = await context.newCDPSession(page);
  await browser.startTracing(page, { categories: ["devtools.timeline", "blink.user_timing", "v8.execute"] });
  const events = [];
  const act = async (kind, press) => {
    const name = `event-${events.length}-`;
    await pause(PAUSE_MS);
    await page.evaluate((mark) => {
      globalThis.renders = 0;
      performance.mark(mark);
    }, name);
    await press();
    await pause(PAUSE_MS);
    events.push({ name, kind, renders: await page.evaluate("renders") });
    await page.evaluate(() => performance.mark("event-between"));
  };
  const compare = async () => {
    await yardstick.evaluate((field) => field.focus());
    for (let i = 0; i < YARDSTICKS; i += 1) await act("yardstick", () => page.keyboard.press("y"));
    // What it leaves behind is not collected at the expense of the site.
    await session.send("HeapProfiler.collectGarbage");
    await pause(REST_MS);
  };

  await compare();
  for (const letter of text) {
    await SELECT.search(page).focus();
    await act("letter", () => page.keyboard.type(letter));
  }
  await SELECT.search(page).fill("");
  await pause(REST_MS);
  for (let i = 0; i < FILTERS; i += 1) {
    // Filters may come and go with the answers, so they are counted each time. Space is a click, wherever it lies.
    await SELECT.filters(page).nth(i % Math.max(1, await SELECT.filters(page).count())).focus();
    await act("filter", () => page.keyboard.press("Space"));
  }
  await compare();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await context.close();

  const times = timeAfterMarks(traceEvents);
  return events.map((event) => ({ ...event, time: times.get(event.name) ?? 0 }));
}

// Milliseconds of the quickest change of language on a page, all files having been fetched before.
async function measureSwitch(browser, url) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(url);
  await SELECT.ready(page);
  const switchTo = async (language) => {
    await page.waitForLoadState("networkidle");
    await pause(PAUSE_MS);
    return page.evaluate((to) => new Promise((done) => {
      const begin = performance.now();
      document.querySelector(`.language__link[lang="${to}"]`).click();
      // A timer in a frame comes when that frame has been drawn.
      const look = () =>
        requestAnimationFrame(() =>
          document.documentElement.lang === to && document.querySelector("main h1") ? setTimeout(() => done(performance.now() - begin)) : look());
      look();
    }), language);
  };
  for (const language of SWITCHES) await switchTo(language);
  const times = [];
  for (const language of SWITCHES) times.push(await switchTo(language));
  await page.close();
  return Math.min(...times);
}

// Milliseconds of script for one chart, for each region: what all of them take, in equal shares.
async function measureCharts(browser, url) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(url);
  await SELECT.ready(page);
  await page.waitForLoadState("networkidle");
  const charts = await page.locator(CHARTS.drawings).count();
  const regions = await page.locator(CHARTS.regions).all();
  await browser.startTracing(page, { categories: ["devtools.timeline", "blink.user_timing", "v8.execute"] });
  // The first is the whole world, which is shown already.
  for (const [at, region] of [...regions.slice(1), regions[0]].entries()) {
    const before = await page.locator("main").textContent();
    await region.focus();
    await page.evaluate((mark) => performance.mark(mark), `event-${at}-`);
    await page.keyboard.press("Enter");
    await pause(PAUSE_MS);
    if ((await page.locator("main").textContent()) === before) throw new Error(`${url}: nothing changed on the page.`);
    await page.evaluate(() => performance.mark("event-between"));
  }
  const times = timeAfterMarks(JSON.parse(await browser.stopTracing()).traceEvents);
  await page.close();
  return regions.map((_, at) => (times.get(`event-${at}-`) ?? 0) / charts);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

const isOfSite = ({ kind }) => kind !== "yardstick";
const largest = (events) => Math.max(...events.map(({ time }) => time));

// How many times slower than the machine of the limits this one is.
function slownessBy(events) {
  const yardstick = median(events.filter((event) => !isOfSite(event)).map(({ time }) => time));
  return { yardstick, slowness: Math.min(SLOWEST, Math.max(1, yardstick / REFERENCE_MS)) };
}

// The limit for these events: longer on a machine that is slower, if they need it.
function limitFor(events) {
  if (largest(events.filter(isOfSite)) <= LIMITS.milliseconds) return LIMITS.milliseconds;
  const { yardstick, slowness } = slownessBy(events);
  console.log(`\nThe yardstick took ${yardstick.toFixed(1)} ms: this machine may take ${slowness.toFixed(2)} times as long.`);
  return LIMITS.milliseconds * slowness;
}

const server = await startServer(DIST);
const browser = await launchBrowser();
let good = true;
let slowness = 1;
try {
  for (const { path, text } of PAGES) {
    let best = await measure(browser, server.url + path, text);
    for (let run = 1; run < RUNS && largest(best.filter(isOfSite)) > LIMITS.milliseconds; run += 1) {
      const next = await measure(browser, server.url + path, text);
      // The same events in the same order: the least time that an event has taken is nearest to what it costs.
      best = best.map((event, at) => ({
        ...event,
        time: Math.min(event.time, next[at].time),
        renders: Math.max(event.renders, next[at].renders),
      }));
    }
    const limit = limitFor(best);
    ({ slowness } = slownessBy(best));
    for (const kind of ["letter", "filter"]) {
      const events = best.filter((event) => event.kind === kind);
      const title = `${path}: ${events.length} × one ${kind}`;
      const renders = events.map((event) => event.renders);
      const rows = [
        { what: "script time, median", value: median(events.map(({ time }) => time)), unit: "ms", limit },
        { what: "script time, largest", value: largest(events), unit: "ms", limit },
        { what: "renders, largest", value: Math.max(...renders), limit: LIMITS.renders },
      ];
      good = printTable(title, rows) && good;
      // A page that never changed was not measured at all.
      if (!renders.some((count) => count > 0)) throw new Error(`${title}: nothing changed on the page.`);
    }
  }
  const switches = [];
  for (const path of SWITCHED) {
    let value = await measureSwitch(browser, server.url + path);
    // As above: other work on the machine only ever adds time.
    for (let run = 1; run < RUNS && value > LIMITS.switching; run += 1) value = Math.min(value, await measureSwitch(browser, server.url + path));
    switches.push({ what: `${path}, from the press until it is drawn`, value, unit: "ms", limit: value <= LIMITS.switching ? LIMITS.switching : LIMITS.switching * slowness });
  }
  good = printTable("Changing the language, the least of six times", switches) && good;
  let shares = await measureCharts(browser, server.url + CHARTS.path);
  for (let run = 1; run < RUNS && Math.max(...shares) > LIMITS.chart; run += 1) {
    const next = await measureCharts(browser, server.url + CHARTS.path);
    shares = shares.map((share, at) => Math.min(share, next[at]));
  }
  const limit = Math.max(...shares) <= LIMITS.chart ? LIMITS.chart : LIMITS.chart * slowness;
  const charts = [
    { what: "script time for one chart, median", value: median(shares), unit: "ms", limit },
    { what: "script time for one chart, largest", value: Math.max(...shares), unit: "ms", limit },
  ];
  good = printTable(`${CHARTS.path}: ${shares.length} × the charts of one region`, charts) && good;
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = good ? 0 : 1;
