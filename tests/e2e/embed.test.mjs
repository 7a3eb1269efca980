// Embeds in pages of partners: that they show their content or a plain link whatever the page permits and whatever goes wrong,
// and that they leave the page around them alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

import { axe } from "../report/axe.mjs";
import { startServer } from "../report/server.mjs";
import { crowded } from "./crowded.mjs";
import { element, listen, openPage, script, useHosts } from "./hosts.mjs";

const PATIENCE_MS = 8_000; // of the loader
const HEADING = "Kenya KEN";

let hub;
let host;
let browser;
let files;
useHosts((shared) => ({ hub, host, browser, files } = shared));

/** Opens a partner's page in a fresh context. Whatever the page complains of is in `page.complaints`. */
const open = (url, act, options = {}) =>
  openPage(
    browser,
    async (page, context) => {
      if (options.javaScriptEnabled !== false) await page.addInitScript(listen);
      await page.goto(url);
      await act(page, context);
    },
    { viewport: { width: 1000, height: 800 }, ...options },
  );

const body = (attributes, more) => element(hub.url, attributes, more) + script(hub.url);
const said = (page, name) => page.evaluate((wanted) => globalThis.said.filter((event) => event.name === wanted), name);
const ready = (page, count = 1) => page.waitForFunction((least) => globalThis.said.filter(({ name }) => name === "ready").length >= least, count);
const inner = (page) => page.frames().find((frame) => frame !== page.mainFrame() && /\/embed\//.test(frame.url()));
const link = (page) => page.getByRole("link", { name: "WHO and Kenya" });
const frameBox = (page) => page.locator("country-cooperation iframe").boundingBox();

/** The frame is seen, is as high as what is in it, and the link has given way. */
async function assertShown(page, heading = HEADING) {
  await ready(page);
  const frame = inner(page);
  assert.equal((await frame.locator("h1").textContent()).trim(), heading);
  const { height } = await frame.evaluate(() => document.querySelector(".embed__main").getBoundingClientRect().toJSON());
  const box = await frameBox(page);
  assert.ok(Math.abs(box.height - Math.min(height, 2000)) <= 1, `${box.height} for ${height}`);
  assert.equal(await link(page).isVisible(), false);
}

/** The reader sees the plain link, nothing stands empty, and the page was told once, or never where no script ran. */
async function assertLink(page, errors) {
  await link(page).waitFor();
  assert.equal(await page.locator("country-cooperation iframe").count(), 0);
  if (errors !== undefined) assert.deepEqual((await said(page, "error")).map(({ code, retryable }) => [code, retryable]), Array(errors).fill(["timeout", true]));
  const box = await page.locator("country-cooperation").boundingBox();
  assert.ok(box.height > 10 && box.height < 60, `the element is as high as its link: ${box.height}`);
}

// --- what is asked -----------------------------------------------------------------------------------------------------

test("the frame's script reads an address as the site does", () => {
  const { read, sourceOf, paletteOf } = runInNewContext(`${readFileSync("public/embed/frame.js", "utf8")}; embedRules`, { URLSearchParams });
  const rows = readFileSync("tests/fixtures/embeds.tsv", "utf8").split("\n").slice(1).filter(Boolean);
  assert.ok(rows.length > 30);
  for (const row of rows) {
    const [query, , source, notes] = row.split("\t");
    const embed = read([...new URLSearchParams(query)]);
    assert.equal(`embed/v1/${sourceOf(embed)}`, source, query);
    assert.equal(embed.notes.map(([key, value, reason]) => `${key}=${value} ${reason}`).join("; "), notes, query);
  }
  assert.equal(paletteOf({ background: "102030" }, "light").scheme, "dark", "a dark ground settles the scheme");
});

test("the folder leads on to the document that is asked for", async () => {
  for (const [query, expected] of [
    ["", "/embed/v1/en/countries"],
    ["?country=ken&lang=fr", "/embed/v1/fr/country/KEN"],
    ["?view=publications&type=no_such_type", "/embed/v1/en/publications?type=no_such_type"],
    ["?view=country&country=QQQ", "/embed/v1/en/countries?country=QQQ"],
    ["?view=figures&pin=2001-01-01&theme=dark&colour=x", "/embed/v1/en/figures?theme=dark&pin=2001-01-01&colour=x"],
  ]) {
    await open(`${hub.url}/embed/v1/${query}`, async (page) => {
      await page.waitForURL(hub.url + expected);
      assert.ok(await page.locator("h1").isVisible());
    });
  }
});

test("without a script the folder has plain links to the site", () =>
  open(`${hub.url}/embed/v1/?country=KEN`, async (page) => assert.equal(await page.getByRole("link", { name: "Français" }).getAttribute("href"), "/fr"), { javaScriptEnabled: false }));

// --- what is shown -----------------------------------------------------------------------------------------------------

test("a card shows its content with at most 25 KB in at most 4 requests, and no WebAssembly", async () => {
  hub.requests.length = 0;
  await open(host.page(body()), async (page) => {
    await assertShown(page);
    const asked = hub.requests.filter(({ path }) => !path.includes("loader"));
    assert.ok(asked.length <= 4, asked.map(({ path }) => path).join(" "));
    assert.ok(asked.reduce((sum, { bytes }) => sum + bytes, 0) <= 25 * 1024);
    assert.ok(!hub.requests.some(({ path }) => /wasm/.test(path)));
    assert.deepEqual(page.complaints, []);
    const [event] = await said(page, "ready");
    assert.deepEqual([event.version, event.lang], ["1", "en"]);
    assert.match(event.content, /^\d{4}-\d\d-\d\d$/);
    assert.equal(await page.locator("country-cooperation iframe").getAttribute("title"), "Kenya");
  });
});

test("of many publications the newest are there, which is said, and the link leads to all", () =>
  open(host.page(body('view="publications"')), async (page) => {
    await ready(page);
    const frame = inner(page);
    const told = await frame.locator(".embed__lead").textContent();
    const [all, newest] = told.match(/\d+/g).map(Number);
    assert.equal(await frame.locator(".publication").count(), newest);
    assert.ok(all > newest, told);
    assert.equal(await frame.getByRole("link", { name: "See all on the full page" }).getAttribute("href"), "/en/publications");
  }));

test("a plain frame without any script shows the content and a link to the site", () =>
  open(
    host.page(`<iframe src="${hub.url}/embed/v1/en/country/KEN" title="Kenya" width="600" height="400"></iframe>`),
    async (page) => {
      const frame = page.frameLocator("iframe");
      await frame.getByRole("heading", { level: 1, name: "Kenya" }).waitFor();
      const site = frame.getByRole("link", { name: "Open the full page" });
      assert.equal(await site.getAttribute("href"), "/en/countries/KEN");
      assert.equal(await frame.locator("base").getAttribute("target"), "_blank");
    },
    { javaScriptEnabled: false },
  ));

test("a plain frame grows by itself where the browser can, and has its least height elsewhere", async () => {
  const src = `${hub.url}/embed/v1/en/country/KEN`;
  await open(host.page(`<iframe src="${src}" title="Kenya" width="600" height="200" style="height:auto;min-height:120px;frame-sizing:content-height"></iframe>`), async (page) => {
    await page.waitForFunction(() => {
      const { height } = document.querySelector("iframe").getBoundingClientRect();
      return CSS.supports("frame-sizing", "content-height") ? height > 500 : height >= 120;
    });
  });
});

for (const [attributes, heading] of [
  ['view="countries" region="SEAR"', "South-East Asia Region – Countries, territories and areas"],
  ['view="strategies" lang="fr" region="SEAR"', null],
  ['view="publications" type="evaluation"', null],
  ['view="map" lang="ar"', "البلدان والأقاليم والمناطق"],
  ['view="figures" lang="zh"', null],
  ['view="chart" chart="served" region="AMR" lang="ar"', "إقليم الأمريكتين – أماكن تُخدم من مكان آخر"],
]) {
  test(`an element with ${attributes} shows it`, () =>
    open(host.page(body(attributes)), async (page) => {
      await ready(page);
      const text = await inner(page).locator("h1").textContent();
      assert.ok(heading === null ? text.length > 0 : text === heading, text);
      assert.deepEqual(page.complaints, []);
    }));
}

const CHARTS = ["offices", "regions", "served", "strategies-by-year", "publications-by-year", "staff-by-year"];
/** What a chart says: its finding, its sources, its drawing's words, its table. */
const sayings = (page, id) =>
  page.locator(`.chart:has(#finding-${id})`).evaluate((chart) => {
    // Browsers and the writer of the documents put other spaces, of the same width, into dates.
    const texts = (selector) => [...chart.querySelectorAll(selector)].map((node) => node.textContent.replace(/\s/g, " "));
    return [texts(".chart__finding"), texts(".chart__source"), texts("text"), texts("th, td")];
  });

for (const [language, region] of [["en", "WPR"], ["ar", null], ["ru", "AMR"]]) {
  test(`a chart in an embed says what it says on the site, and fits 280 px (${language}, ${region})`, () =>
    open(`${hub.url}/${language}/at-work${region ? `/by/region/${region}` : ""}`, async (page, context) => {
      for (const id of CHARTS) {
        const isOfRegion = region && !["offices", "staff-by-year"].includes(id);
        const frame = await context.newPage();
        await frame.goto(`${hub.url}/embed/v1/${language}/chart/${id}${isOfRegion ? `/${region}` : ""}`);
        assert.deepEqual(await sayings(frame, id), await sayings(page, id), id);
        const site = await frame.locator("[data-site]").evaluate((link) => link.pathname + link.search + link.hash);
        assert.equal(site, `/${language}/at-work${isOfRegion ? `?region=${region}` : ""}#${id}`);
        assert.deepEqual(await crowded(frame), [], id);
        await frame.locator(".chart__numbers").evaluateAll((all) => all.forEach((one) => (one.open = true)));
        assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= 280), id);
        await frame.close();
      }
    }, { viewport: { width: 280, height: 700 }, javaScriptEnabled: true }));
}

test("a region that the sources have no chart for is noted, and one for a whole chart is left to the site", async () => {
  await open(host.page(body('view="chart" chart="staff-by-year" region="AFR"', 'debug="1"')), async (page) => {
    await ready(page);
    assert.match(await inner(page).locator(".embed__notes li").textContent(), /^region=AFR /);
  });
  await open(`${hub.url}/embed/v1/en/chart/regions?region=EUR`, async (page) => {
    assert.match(await page.locator(".embed__unmet").textContent(), /region=EUR/);
    assert.equal(await page.locator("[data-site]").evaluate((link) => link.pathname + link.search + link.hash), "/en/at-work?region=EUR#regions");
  });
});

test("the look is typed, changes without a new frame, and nothing that cannot be read is taken", () =>
  open(host.page(body(undefined, 'theme="light" accent="#8a1c1c" debug="1"'), { style: "<style>country-cooperation { --cc-radius: 12 }</style>" }), async (page) => {
    await ready(page);
    const frame = inner(page);
    const colours = () => frame.evaluate(() => [getComputedStyle(document.querySelector("[data-site]")).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector(".embed__main")).borderEndEndRadius]);
    assert.deepEqual(await colours(), ["rgb(138, 28, 28)", "rgb(255, 255, 255)", "12px"]);
    await page.evaluate(() => document.querySelector("country-cooperation").setAttribute("theme", "dark"));
    await frame.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(12, 20, 20)");
    assert.equal((await colours())[0], "rgb(159, 208, 210)", "the dark red cannot be read on it");
    assert.equal(inner(page), frame, "the frame is the same");
    assert.equal((await said(page, "ready")).length, 1);
  }));

test("what cannot be used is noted in debug=1, and the default is shown", () =>
  open(host.page(body('view="figures"', 'debug="1" theme="blue" accent="ffffff" colour="x"')), async (page) => {
    await ready(page);
    const notes = await inner(page).locator(".embed__notes li").allTextContents();
    const keys = notes.map((note) => note.split(" ")[0]);
    assert.deepEqual(keys.sort(), ["colour=x", "theme=blue"], "white can be read where it is dark");
    assert.ok(notes.every((note) => note.split(" ").length > 4), notes.join());
  }));

test("a filter that only the site has is told, and the link leads to it", () =>
  open(host.page(body('view="countries" region="AFR" income="low"')), async (page) => {
    await ready(page);
    const notice = inner(page).locator(".embed__unmet");
    assert.match(await notice.textContent(), /income=low/);
    assert.equal(await inner(page).locator("[data-site]").evaluate((node) => node.pathname + node.search), "/en/countries?region=AFR&income=low");
  }));

// --- what goes wrong ----------------------------------------------------------------------------------------------------

/** The hub with a fault, on a port of its own. */
async function faulty(fault, act) {
  const server = await startServer(files);
  server.fault = (request) => fault(request) || null;
  try {
    await act(server);
  } finally {
    await server.close();
  }
}

const NEVER = new Promise(() => {});
const isDocument = ({ url }) => /\/embed\/v1\/(\?|en\/)/.test(url);
const isFrameScript = ({ url }) => /\/frame-/.test(url);
const SCRIPT = { "Content-Type": "text/javascript" };

// Side by side: each of them waits as long as the loader does.
test("whatever keeps the frame from being ready, the link stays and the page is told once", { timeout: 60_000 }, async () => {
  const faults = {
    404: (request) => isDocument(request) && { status: 404 },
    503: (request) => isDocument(request) && { status: 503 },
    "no answer": (request) => isDocument(request) && NEVER,
    "an answer that stops": (request) => isDocument(request) && { status: 200, headers: { "Content-Type": "text/html" }, body: Buffer.from("<!doctype html><title>x"), length: 5000 },
    "a page of somebody else": (request) => isDocument(request) && { status: 200, headers: { "Content-Type": "text/html" }, body: Buffer.from("<h1>Log in to this network</h1>") },
    "a crash before it is ready": (request) => isFrameScript(request) && { status: 200, headers: SCRIPT, body: Buffer.from("throw new Error('x')") },
    "no script of the frame": (request) => isFrameScript(request) && { status: 404 },
    "a refusal to be framed": (request) => isDocument(request) && { status: 200, headers: { "Content-Type": "text/html", "Content-Security-Policy": "frame-ancestors 'none'" }, body: Buffer.from("x") },
  };
  await Promise.all(
    Object.entries(faults).map(([name, fault]) =>
      faulty(fault, async (server) => {
        await open(host.page(element(server.url) + script(server.url)), async (page) => {
          await page.waitForFunction(() => globalThis.said.length > 0, null, { timeout: PATIENCE_MS + 12_000 });
          await assertLink(page, 1);
          // Once it is whole again, a new try succeeds.
          server.fault = null;
          await page.evaluate(() => document.querySelector("country-cooperation").reload());
          await assertShown(page);
        });
      }).catch((error) => Promise.reject(new Error(`${name}: ${error.message}`))),
    ),
  );
});

test("an address that cannot be reached leaves the link", { timeout: 30_000 }, async () => {
  const loader = files.get("/embed/v1/loader.js");
  // The loader is here; where it comes from nobody answers.
  const gone = await startServer(files);
  const { url } = gone;
  await gone.close();
  const context = host.page(element(url) + `<script async src="${url}/embed/v1/loader.js"></script>`);
  await open("about:blank", async (page) => {
    await page.route(`${url}/embed/v1/loader.js`, (route) => route.fulfill({ body: loader, contentType: "text/javascript" }));
    await page.goto(context);
    await page.waitForFunction(() => globalThis.said.length > 0, null, { timeout: PATIENCE_MS + 5_000 });
    await assertLink(page, 1);
  });
});

// What hosts permit: rows of the study of embedding. Full: the content; otherwise the plain link.
const framePolicy = (more) => ({ "Content-Security-Policy": more });
for (const [name, headers, isFull] of [
  ["permits our frames and scripts", () => framePolicy(`default-src 'none'; script-src ${hub.url}; frame-src ${hub.url}`), true],
  ["permits no styles but its own", () => framePolicy(`style-src 'self'; script-src ${hub.url}`), true],
  ["demands Trusted Types", () => framePolicy("require-trusted-types-for 'script'; trusted-types 'none'"), true],
  ["is a sandbox itself", () => framePolicy("sandbox allow-scripts"), true],
  ["is isolated from other origins", () => ({ "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" }), true],
  ["permits scripts of its own only", () => framePolicy("script-src 'self'"), false],
  ["permits no script at all", () => framePolicy("script-src 'none'"), false],
  ["permits no frames of others", () => framePolicy(`frame-src 'self'; script-src ${hub.url}`), false],
]) {
  test(`a page that ${name} shows ${isFull ? "the content" : "the link"}`, () =>
    open(host.page(body(), { headers: headers() }), async (page) => {
      if (isFull) return assertShown(page);
      await wait(300);
      if (name.includes("frames")) await page.waitForFunction(() => globalThis.said.length > 0, null, { timeout: PATIENCE_MS + 5_000 });
      await link(page).waitFor();
      assert.equal(await page.locator("country-cooperation iframe").count(), 0);
    }));
}

test("where tags that are not known are stripped, the link is left", () =>
  open(host.page(body().replace(/<\/?country-cooperation[^>]*>|<script.*?<\/script>/g, "")), async (page) => {
    assert.ok(await link(page).isVisible());
  }));

test("in a sandbox without an origin or storage it is styled, has its look, and writes an address where no window may open", () =>
  open(host.page(`<iframe src="${hub.url}/embed/v1/en/country/KEN?theme=dark" sandbox="allow-scripts" title="Kenya" width="600" height="900"></iframe>`), async (page) => {
    const frame = page.frameLocator("iframe");
    await frame.locator("html[data-theme=dark]").waitFor();
    assert.equal(await frame.locator("body").evaluate((node) => getComputedStyle(node).backgroundColor), "rgb(12, 20, 20)");
    assert.equal(await frame.locator("body").evaluate(() => origin), "null");
    await frame.getByRole("link", { name: "Open the full page" }).click();
    assert.equal(await frame.locator(".embed__address").textContent(), `${hub.url}/en/countries/KEN`);
    assert.deepEqual(page.complaints, []);
  }));

test("it speaks the messages of WordPress", () =>
  open(host.page(`<script>addEventListener("message", ({ data, origin }) => (globalThis.told ??= []).push({ ...data, origin }))</script><iframe src="${hub.url}/embed/v1/en/country/KEN#?secret=abc123" sandbox="allow-scripts" title="Kenya" width="600" height="300"></iframe>`), async (page) => {
    const heard = (message) => page.waitForFunction((wanted) => globalThis.told?.find((data) => data.message === wanted), message).then((handle) => handle.jsonValue());
    const height = await heard("height");
    assert.ok(height.value > 400 && height.secret === "abc123" && height.origin === "null");
    await page.frameLocator("iframe").getByRole("link", { name: "Open the full page" }).click();
    const { value, secret } = await heard("link");
    assert.deepEqual([value, secret], [`${hub.url}/en/countries/KEN`, "abc123"]);
  }));

// --- the page around is left alone --------------------------------------------------------------------------------------

test("the loader twice, and in two versions, is one element and no fault", async () => {
  const { loader } = JSON.parse(files.get("/embed/v1/integrity.json"));
  await open(host.page(body() + script(hub.url) + script(hub.url, loader)), async (page) => {
    await assertShown(page);
    await wait(300);
    assert.equal((await said(page, "ready")).length, 1);
    assert.equal(await page.locator("country-cooperation iframe").count(), 1);
    assert.deepEqual(page.complaints, []);
  });
});

test("the pinned loader is held to its published hash", async () => {
  const { loader, integrity } = JSON.parse(files.get("/embed/v1/integrity.json"));
  const tag = (hash) => `<script async src="${hub.url}/embed/v1/${loader}" integrity="${hash}" crossorigin="anonymous"></script>`;
  await open(host.page(element(hub.url) + tag(integrity)), (page) => assertShown(page));
  const wrong = integrity.replace(/.(?==*$)/, (sign) => (sign === "A" ? "B" : "A")).replace("sha384-", "sha384-X").slice(0, integrity.length);
  await open(host.page(element(hub.url) + tag(wrong)), async (page) => {
    await wait(500);
    await assertLink(page, 0);
  });
});

test("of ten elements those off screen load nothing until they are near", () =>
  open(host.page(Array.from({ length: 10 }, (_, at) => `${element(hub.url, undefined, `id="e${at}"`)}<div style="height:1500px"></div>`).join("") + script(hub.url)), async (page) => {
    await ready(page);
    await wait(300);
    assert.equal(await page.locator("country-cooperation iframe").count(), 1);
    await page.locator("#e9").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => globalThis.said.some(({ name, id }) => name === "ready" && id === "e9"));
    const asked = hub.requests.filter(({ path, status }) => /embed-.*css/.test(path) && status === 200).length;
    assert.ok(asked >= 1);
  }));

test("those on screen share what they load", async () => {
  await open(host.page(Array.from({ length: 4 }, () => element(hub.url, 'view="figures" loading="eager"')).join("") + script(hub.url)), async (page) => {
    hub.requests.length = 0;
    await page.reload();
    await ready(page, 4);
    for (const kind of [/\/frame-/, /\/embed-[0-9a-f]+\.css/]) assert.ok(hub.requests.filter(({ path }) => kind.test(path)).length <= 1, String(kind));
  });
});

test("moved and removed 200 times it leaves no listener and no frame", () =>
  open("about:blank", async (page) => {
    await page.addInitScript(() => {
      globalThis.listeners = 0;
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (name, ...rest) {
        if (name === "message") globalThis.listeners += 1;
        return add.call(this, name, ...rest);
      };
      EventTarget.prototype.removeEventListener = function (name, ...rest) {
        if (name === "message") globalThis.listeners -= 1;
        return remove.call(this, name, ...rest);
      };
    });
    await page.goto(host.page(`<div id="a">${element(hub.url)}</div><div id="b"></div>${script(hub.url)}`));
    await assertShown(page);
    assert.equal(await page.evaluate(() => globalThis.listeners), 1);
    await page.evaluate(async () => {
      const node = document.querySelector("country-cooperation");
      for (let at = 0; at < 200; at += 1) {
        if (at % 3 === 2) node.remove();
        else document.getElementById(at % 2 ? "a" : "b").append(node);
        if (at % 20 === 0) await new Promise(requestAnimationFrame);
      }
      document.getElementById("a").append(node);
    });
    await ready(page, 2);
    assert.equal(await page.evaluate(() => globalThis.listeners), 1);
    await page.evaluate(() => document.querySelector("country-cooperation").remove());
    await wait(200);
    assert.equal(await page.evaluate(() => globalThis.listeners), 0);
    assert.equal(page.frames().length, 1);
    assert.deepEqual(page.complaints, []);
  }));

/** Sizes of what is in a frame, to compare two of them. */
const layout = (page) => inner(page).evaluate(() => [...document.querySelectorAll("h1, h2, h3, p, a")].map((node) => { const { x, y, width, height } = node.getBoundingClientRect(); return [node.tagName, x, y, width, height].join(" "); }));

test("the host's style, root size and direction change nothing in it", async () => {
  const attributes = 'view="country" country="UGA" theme="light"';
  let plain;
  await open(host.page(body(attributes)), async (page) => {
    await ready(page);
    plain = [await layout(page), await frameBox(page)];
  });
  const hostile = "<style>html { font-size: 10px; direction: rtl; filter: none } * { color: red !important; font-family: cursive !important; letter-spacing: 3px !important; line-height: 3 !important } iframe { height: 20px !important; display: none !important } main { text-align: right }</style>";
  await open(host.page(body(attributes), { style: hostile }), async (page) => {
    await ready(page);
    const box = await frameBox(page);
    assert.equal(box.width, plain[1].width);
    assert.equal(box.height, plain[1].height);
    assert.deepEqual(await layout(page), plain[0]);
  });
});

test("on a dark page there is no white box", () =>
  open(host.page(body(undefined, 'theme="auto"'), { style: "<style>:root { color-scheme: dark; background: #000 }</style>" }), async (page) => {
    await assertShown(page);
    const box = await frameBox(page);
    const png = await page.screenshot({ clip: { x: box.x + 2, y: box.y + box.height / 2, width: 8, height: 8 } });
    const colour = await page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(8, 8).getContext("2d");
      canvas.drawImage(image, 0, 0);
      return [...canvas.getImageData(4, 4, 1, 1).data];
    }, png.toString("base64"));
    assert.deepEqual(colour, [12, 20, 20, 255]);
  }, { colorScheme: "dark" }));

test("messages of others are not heard", () =>
  open(host.page(`${body(undefined, 'max-height="900"')}<iframe id="other" title="Other" srcdoc="&lt;script&gt;setInterval(() => { for (const px of [1, NaN, 1e9, '5', {}, null]) for (const type of ['ready', 'height', 'link']) parent.postMessage({ countryCooperation: 1, nonce: null, type, px, href: 'javascript:1' }, '*') }, 5)&lt;/script&gt;"></iframe>`), async (page) => {
    await assertShown(page).catch((error) => assert.match(String(error), /for/)); // max-height may cut it
    const before = await page.evaluate(() => globalThis.said.length);
    await page.evaluate(() => postMessage({ countryCooperation: 1, nonce: document.querySelector("country-cooperation").nonce, type: "height", px: 77 }, "*"));
    await wait(500);
    assert.equal(await page.evaluate(() => globalThis.said.length), before);
    assert.ok((await frameBox(page)).height > 300);
  }));

test("a frame that floods with heights is bounded, and so is the page's work", () =>
  faulty(
    (request) =>
      isFrameScript(request) && {
        status: 200,
        headers: SCRIPT,
        body: Buffer.from(`
          const lead = "lead" in document.currentScript.dataset;
          if (lead) location.replace("/embed/v1/en/country/KEN" + location.hash);
          else {
            const nonce = new URLSearchParams(location.hash.slice(1)).get("cc");
            const tell = (message) => parent.postMessage({ countryCooperation: 1, nonce, ...message }, "*");
            tell({ type: "ready", px: 300 });
            let at = 0;
            setInterval(() => { for (const px of [300 + (at += 1) % 400, NaN, 1e9, -5, "900", { valueOf: 1 }, Infinity]) tell({ type: "height", px }); }, 1);
          }`),
      },
    (server) =>
      open(host.page(element(server.url) + script(server.url)), async (page) => {
        await ready(page);
        await wait(2000);
        const sizes = (await said(page, "resize")).map(({ px }) => px);
        assert.ok(sizes.every((px) => Number.isFinite(px) && px >= 50 && px <= 2000), sizes.join(" "));
        assert.ok(sizes.length <= 31 * 4, `${sizes.length} changes in two seconds`);
      }),
  ));

test("a height that hangs on the window comes to rest", () =>
  open(host.page(`<div style="height:50vh; overflow:auto">${body()}</div>`, { style: "<style>country-cooperation { min-height: 100% }</style>" }), async (page) => {
    await ready(page);
    await wait(300);
    const before = (await said(page, "resize")).length;
    await page.setViewportSize({ width: 700, height: 500 });
    await wait(700);
    const after = (await said(page, "resize")).length;
    assert.ok(after - before <= 3, `${after - before} changes`);
    await wait(500);
    assert.equal((await said(page, "resize")).length, after);
  }));

test("twenty clicks leave the host's history, address and title as they were", () =>
  open(host.page(body('view="strategies" region="SEAR"')), async (page) => {
    await ready(page);
    const state = () => page.evaluate(() => [history.length, location.href, document.title, scrollY]);
    const before = await state();
    const summaries = inner(page).locator("summary");
    for (let at = 0; at < 20; at += 1) await summaries.nth(at % (await summaries.count())).evaluate((node) => node.click());
    await inner(page).locator("[data-site]").evaluate((node) => node.click());
    await wait(300);
    assert.deepEqual(await state(), before);
    assert.equal((await said(page, "link"))[0].href, `${hub.url}/en/strategies?region=SEAR`);
  }));

test("each element moves the page at most once, and not after it is ready", () =>
  open(host.page(`<p>Before</p>${body()}<p>After</p><p>More</p>`), async (page) => {
    await assertShown(page);
    await wait(1000);
    const [{ at }] = await said(page, "ready");
    const shifts = await page.evaluate(() => globalThis.shifts);
    assert.ok(shifts.length <= 1, JSON.stringify(shifts));
    assert.ok(shifts.every(({ startTime }) => startTime <= at + 50), JSON.stringify([shifts, at]));
  }));

test("no cookie, no storage, no request to anybody else", () =>
  open("about:blank", async (page, context) => {
    const hosts = new Set();
    context.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(host.page(body()));
    await assertShown(page);
    await inner(page).locator("[data-site]").evaluate((node) => node.removeAttribute("href") ?? node.click());
    assert.deepEqual([...hosts].sort(), [host.url, hub.url].sort());
    assert.deepEqual(await context.cookies(), []);
    const { origins } = await context.storageState({ indexedDB: true });
    assert.deepEqual(origins, []);
    assert.equal(await inner(page).evaluate(async () => localStorage.length + sessionStorage.length + (await caches.keys()).length + (await indexedDB.databases()).length + (await navigator.serviceWorker.getRegistrations()).length), 0);
  }));

test("elements off screen are loaded for print", () =>
  open(host.page(`<div style="height:4000px"></div>${body()}`), async (page) => {
    await page.waitForFunction(() => customElements.get("country-cooperation"));
    assert.equal(await page.locator("country-cooperation iframe").count(), 0);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await assertShown(page);
    assert.ok((await page.pdf()).length > 5000);
  }));

test("axe finds nothing in the frame and nothing on the host page", async () => {
  for (const attributes of ['view="country" country="KEN"', 'view="countries" region="AFR" theme="dark"', 'view="map"', 'view="figures" lang="ar"', 'view="chart" chart="offices" lang="ar" theme="dark"', 'view="chart" chart="strategies-by-year" region="EUR" background="fff7ee" text="402010"', 'view="publications" region="AFR" accent="8a1c1c" background="fff7ee" text="402010"']) {
    await open(host.page(body(attributes)), async (page) => {
      await ready(page);
      assert.deepEqual((await axe(inner(page))).violations, [], attributes);
      assert.deepEqual((await axe(page)).violations, [], attributes);
    });
  }
});

test("the check names what a page permits", async () => {
  const states = (page) => page.frameLocator("iframe").locator("[data-check]").evaluateAll((rows) => Object.fromEntries(rows.map(({ dataset }) => [dataset.check, dataset.found])));
  const frame = (more) => `<iframe src="${hub.url}/embed/check" title="Check" width="600" height="600" ${more}></iframe>`;
  await open(host.page(frame("")), async (page) => {
    await page.frameLocator("iframe").locator("[data-found]").first().waitFor();
    const found = await states(page);
    assert.deepEqual([found.frame, found.script, found.window], ["yes", "yes", "yes"]);
  });
  await open(host.page(frame('sandbox="allow-scripts"')), async (page) => {
    await page.frameLocator("iframe").locator("[data-found]").first().waitFor();
    assert.equal((await states(page)).window, undefined);
  });
  await open(host.page(frame('sandbox=""')), async (page) => {
    const row = page.frameLocator("iframe").locator("[data-check=script]");
    assert.match(await row.textContent(), /allow-scripts/);
  });
});

test("the loader is at most 2 KB gzipped", () => assert.ok(gzipSync(files.get("/embed/v1/loader.js"), { level: 9 }).length <= 2048));
