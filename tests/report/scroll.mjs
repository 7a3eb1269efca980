// Whether the timeline of strategies scrolls at 60 frames a second on a processor four times as slow: no frame of a traced
// scroll through the whole page may be there longer than 33 ms. Needs a build in dist/.
//
// A frame is told by the browser's own trace: the moments at which it drew one. Other programs only ever add to the time
// between them, so while a round is over the limit another is run, six at most, and the best counts. An empty page of the
// same height is scrolled beside it: if even that is over the limit, the machine is too busy to say anything.

import { launchBrowser } from "./browser.mjs";
import { readFiles, startServer } from "./server.mjs";
import { printTable } from "./table.mjs";

const LIMIT_MS = 33;
const SLOWER = 4;
const ROUNDS = 6;
const SPEED = 2400; // pixels a second
const SCREENS = { "1280 px": { width: 1280, height: 900 }, "360 px": { width: 360, height: 780 } };

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const longest = (values) => Math.max(...values);
const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1];

/** Scrolls from top to end; gives the times between frames, in milliseconds. */
async function scroll(page, devtools) {
  const { height, width, rows } = await page.evaluate(() => {
    scrollTo(0, 0);
    const rows = document.querySelectorAll(".lanes__row:not([hidden])").length;
    return { height: document.documentElement.scrollHeight - innerHeight, width: innerWidth, rows };
  });
  await pause(500);
  const events = [];
  const collect = ({ value }) => events.push(...value);
  devtools.on("Tracing.dataCollected", collect);
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline.frame", "devtools.timeline", "blink.user_timing"] },
  });
  await page.evaluate(() => performance.mark("scroll-begins"));
  await devtools.send("Input.synthesizeScrollGesture", { x: width / 2, y: 400, yDistance: -height, speed: SPEED, gestureSourceType: "mouse" });
  await page.evaluate(() => performance.mark("scroll-ends"));
  const reached = await page.evaluate(() => scrollY);
  await devtools.send("Tracing.end");
  await complete;
  devtools.off("Tracing.dataCollected", collect);
  const mark = (name) => events.find((event) => event.name === name)?.ts;
  const [begin, end] = [mark("scroll-begins"), mark("scroll-ends")];
  const drawn = events.filter(({ name, ts }) => name === "DrawFrame" && ts > begin && ts < end).map(({ ts }) => ts / 1000);
  drawn.sort((a, b) => a - b);
  // The gesture begins some time after it was asked for, and before the end nothing moves any more.
  const gaps = drawn.slice(2, -1).map((time, at) => time - drawn[at + 1]);
  return { gaps, rows, reached, height };
}

/** The best of some rounds. */
async function leastOf(page, devtools) {
  let best = null;
  for (let round = 0; round < ROUNDS && !(best && longest(best.gaps) <= LIMIT_MS); round += 1) {
    const { gaps, rows, reached, height } = await scroll(page, devtools);
    if (gaps.length < 30 || reached < height - 2) throw new Error(`The scroll was not traced: ${gaps.length} frames, ${reached} of ${height} px.`);
    if (!best || longest(gaps) < longest(best.gaps)) best = { gaps, rows };
  }
  return best;
}

const server = await startServer(readFiles(process.argv[2] ?? "dist"));
const browser = await launchBrowser();
const keeper = await browser.newPage(); // Chromium ends when its last page closes
let good = true;
try {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const context = await browser.newContext({ viewport, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(`${server.url}/en/strategies?view=timeline`);
    await page.locator(".lanes__row").first().waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const best = await leastOf(page, devtools);
    // The same without anything to be drawn.
    await page.evaluate(() => {
      const height = document.documentElement.scrollHeight;
      const space = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      space.setAttribute("height", height);
      document.body.replaceChildren(space);
    });
    const empty = await leastOf(page, devtools);
    good = printTable(`Timeline of strategies, ${screen}, processor ÷ ${SLOWER}`, [
      { what: "rows", value: best.rows },
      { what: "frames", value: best.gaps.length },
      { what: "time between frames, median", value: percentile(best.gaps, 0.5), unit: "ms" },
      { what: "time between frames, 95th percentile", value: percentile(best.gaps, 0.95), unit: "ms" },
      { what: "time between frames, longest", value: longest(best.gaps), unit: "ms", limit: LIMIT_MS },
      { what: "the same on an empty page", value: longest(empty.gaps), unit: "ms" },
    ]) && good;
    if (longest(empty.gaps) > LIMIT_MS) console.log("  The machine is too busy: even an empty page is over the limit.");
    await context.close();
  }
} finally {
  await keeper.close();
  await browser.close();
  await server.close();
}
process.exitCode = good ? 0 : 1;
