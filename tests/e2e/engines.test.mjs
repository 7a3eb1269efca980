// The embeds in Firefox and WebKit: a small walk of what `embed.test.mjs` tries in Chromium.
//
// Scripts that a driver runs pass the policies of a page by, so everything is tried by scripts in the page itself, which write down
// what they have found.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import puppeteer from "puppeteer-core";

import { readFiles, startServer } from "../report/server.mjs";
import { element, freePort, script, startHost } from "./hosts.mjs";

const DIST = process.env.SITE ?? "dist";
const WEBKIT = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

let hub;
let host;
before(async () => {
  const files = new Map([...readFiles(DIST)].filter(([path]) => !/\.(br|gz)$/.test(path)));
  walkAlong(files);
  const port = await freePort();
  // As a build writes it that knows its address (`src/pages/hosting.rs`): in a page without an origin WebKit does not take 'self' for
  // the host.
  const [site, embeds] = String(files.get("/_headers")).split(/(?=^\/embed\/\*$)/m);
  files.set("/_headers", Buffer.from(site + embeds.replace(/'self'(?! http)/g, `'self' http://127.0.0.1:${port}`)));
  hub = await startServer(files, { port });
  host = await startHost();
});
after(async () => {
  await host?.close();
  await hub?.close();
});

/** Firefox by WebDriver BiDi: `{ visit(url, question), close() }`, where the question is asked in the page until it is answered. */
async function firefox() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
  return {
    async visit(url, question, patience) {
      const page = await browser.newPage();
      try {
        await page.goto(url);
        return await until(() => page.evaluate(question), patience);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** WebKitGTK by its driver, on a screen of its own. */
async function webkit() {
  const folder = mkdtempSync(join(tmpdir(), "webkit-"));
  const display = `:${90 + (process.pid % 100)}`;
  const own = [];
  const start = (program, args, env = {}) => own.push(spawn(program, args, { stdio: "ignore", env: { ...process.env, ...env } }));
  start("Xvfb", [display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
  const port = 20_000 + (process.pid % 20_000);
  start("WebKitWebDriver", [`--port=${port}`], { DISPLAY: display, HOME: folder, GDK_BACKEND: "x11", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const options = { binary: WEBKIT, args: ["--automation"] };
  const opened = () => ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  const { sessionId } = await until(() => opened().catch(() => null), 20_000);
  const session = `/session/${sessionId}`;
  return {
    async visit(url, question, patience) {
      await ask("POST", `${session}/url`, { url });
      return until(() => ask("POST", `${session}/execute/sync`, { script: `return (${question})()`, args: [] }), patience);
    },
    async close() {
      await ask("DELETE", session).catch(() => {});
      for (const child of own.reverse()) child.kill();
      await wait(200);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks until there is an answer. */
async function until(task, patience = 20_000) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const answer = await task();
    if (answer) return answer;
    await wait(100);
  }
  return null;
}

/**
 * What a reader does with a list that answers, from inside its document: it opens the filters, narrows, takes that back, types and
 * sorts. Its page is told what was seen at each step.
 */
async function walk() {
  const tell = (message) => parent.postMessage({ walk: message }, "*");
  const until = async (find) => {
    for (const end = Date.now() + 40_000; Date.now() < end; ) {
      const found = find();
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`not seen: ${find}`);
  };
  const one = (selector) => document.querySelector(selector);
  const isSeen = (node) => node?.getClientRects().length > 0;
  const rows = () => [...document.querySelectorAll(".embed__list .country")].filter(isSeen).map((node) => node.querySelector("a").textContent);
  try {
    const button = one(".embed__operate");
    await until(() => isSeen(button));
    button.click();
    await until(() => one(".embed__list"));
    const all = rows();
    one(".embed__summary").click();
    const box = await until(() => [one("input[value=AFR]")].find(isSeen));
    box.click();
    await until(() => isSeen(one(".chip")) && rows().length < all.length);
    const site = one("[data-site]").getAttribute("href");
    const narrowed = rows().length;
    one(".chip").click();
    await until(() => rows().length === all.length);
    const field = one("input[type=search]");
    field.value = "keny";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const typed = await until(() => rows().length === 1 && rows());
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await until(() => rows().length === all.length);
    const order = one(".sort__select");
    order.value = "region";
    order.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => rows().join() !== all.join());
    const px = one(".embed__main").getBoundingClientRect().height;
    tell({ origin, all: all.length, narrowed, site, typed, sorted: rows().length, px, fault: isSeen(one(".embed__fault")) });
  } catch (error) {
    tell({ failed: String(error), fault: isSeen(one(".embed__fault")) });
  }
}

/** A list whose document has the walk in it, beside the list as it is. */
function walkAlong(files) {
  const list = String(files.get("/embed/v1/en/countries.html"));
  files.set("/embed/v1/walk.js", Buffer.from(`addEventListener("load", ${walk})`));
  files.set("/embed/v1/en/walk.html", Buffer.from(list.replace("</head>", '<script src="/embed/v1/walk.js"></script></head>')));
}

const LISTEN = `<script>
  globalThis.said = []; globalThis.told = [];
  for (const name of ["ready", "resize", "error"]) addEventListener("cc:" + name, ({ detail }) => said.push({ name, ...detail }));
  addEventListener("message", ({ data, origin }) => told.push({ ...data, origin }));
</script>`;

const body = (more = "") => element(hub.url, 'view="country" country="KEN"', more) + script(hub.url);

/** What the page has come to: the events, the size of the frame, whether the link is seen. */
const shown = () => {
  const ready = globalThis.said.find(({ name }) => name === "ready");
  const failed = globalThis.said.find(({ name }) => name === "error");
  if (!ready && !failed) return null;
  const node = document.querySelector("country-cooperation");
  const frame = node.shadowRoot.querySelector("iframe");
  const sizes = globalThis.said.filter(({ name }) => name === "resize").map(({ px }) => px);
  return { name: (ready ?? failed).name, height: frame?.getBoundingClientRect().height ?? 0, sizes, isLinkSeen: node.querySelector("a").getClientRects().length > 0, code: failed?.code };
};

/** A reader of the site who reads for a while, then types into the list: what had come before, and what the list shows then. */
const used = () => {
  const isSeen = (node) => node.getClientRects().length > 0;
  globalThis.opened ??= performance.now();
  if (performance.now() - globalThis.opened < 1500) return null;
  const isCode = ({ name }) => /\.wasm|\/app-|\/code-|\/data\//.test(name);
  globalThis.before ??= { state: document.documentElement.dataset.app ?? "read", code: performance.getEntriesByType("resource").filter(isCode).length };
  const field = document.querySelector("main input[type=search]");
  if (!globalThis.isTyped) {
    globalThis.isTyped = true;
    field.value = "keny";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const rows = [...document.querySelectorAll("main .country")].filter(isSeen);
  const isDone = document.documentElement.dataset.app === "started" && rows.length === 1 && location.search === "?q=keny";
  return isDone && { before: globalThis.before, names: rows.map((row) => row.querySelector("a").textContent), typed: field.value };
};

for (const [engine, launch] of Object.entries({ Firefox: firefox, WebKit: webkit })) {
  test(`in ${engine}`, { timeout: 300_000 }, async (t) => {
    const browser = await launch();
    try {
      await t.test("the site comes at its first use, and what was typed is not lost", async () => {
        const found = await browser.visit(`${hub.url}/en/countries`, used, 60_000);
        assert.deepEqual(found, { before: { state: "read", code: 0 }, names: ["Kenya"], typed: "keny" });
      });
      await t.test("the element shows its content, as high as it is", async () => {
        const found = await browser.visit(host.page(LISTEN + body()), shown);
        assert.equal(found?.name, "ready");
        assert.ok(found.height > 500 && found.height === found.sizes.at(-1), JSON.stringify(found));
        assert.equal(found.isLinkSeen, false);
      });
      await t.test("a strict page shows it too", async () => {
        const policy = `default-src 'none'; script-src ${hub.url} 'unsafe-inline'; frame-src ${hub.url}; require-trusted-types-for 'script'`;
        const found = await browser.visit(host.page(LISTEN + body(), { headers: { "Content-Security-Policy": policy } }), shown);
        assert.equal(found?.name, "ready");
      });
      await t.test("a page that is isolated from other origins shows it too", async () => {
        const headers = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
        const found = await browser.visit(host.page(LISTEN + body(), { headers }), shown);
        assert.equal(found?.name, "ready");
      });
      await t.test("where frames are forbidden the link is left", async () => {
        const found = await browser.visit(host.page(LISTEN + body(), { headers: { "Content-Security-Policy": "frame-src 'none'" } }), shown);
        assert.deepEqual([found?.name, found?.code, found?.height, found?.isLinkSeen], ["error", "timeout", 0, true]);
      });
      await t.test("in a sandbox without an origin it runs, and speaks to WordPress", async () => {
        const frame = `<iframe src="${hub.url}/embed/v1/en/country/KEN#?secret=abc" sandbox="allow-scripts" title="Kenya" width="600" height="300"></iframe>`;
        const told = await browser.visit(host.page(LISTEN + frame), () => globalThis.told.find(({ message }) => message === "height") ?? null);
        assert.ok(told?.value > 400 && told.secret === "abc" && told.origin === "null", JSON.stringify(told));
      });
      await t.test("in such a sandbox a list answers: filters, words, order", async () => {
        const frame = `<iframe src="${hub.url}/embed/v1/en/walk" sandbox="allow-scripts" title="Countries" width="600" height="600"></iframe>`;
        const told = await browser.visit(host.page(LISTEN + frame), () => globalThis.told.find(({ walk }) => walk) ?? null, 90_000);
        const { walk: found } = told ?? {};
        assert.ok(found && !found.failed, JSON.stringify(told));
        assert.deepEqual([found.origin, found.sorted, found.fault], ["null", found.all, false]);
        assert.ok(found.narrowed > 0 && found.narrowed < found.all, `${found.narrowed} of ${found.all}`);
        assert.match(found.site, /\/en\/countries\?region=AFR$/);
        assert.deepEqual(found.typed, ["Kenya"]);
        // What the page hears is the height of the list that answers.
        const heights = await browser.visit(host.page(LISTEN + frame), () => (globalThis.told.some(({ walk }) => walk) ? globalThis.told.filter(({ type }) => type === "height").map(({ px }) => px) : null), 90_000);
        assert.ok(heights?.length > 1, String(heights));
      });
      await t.test("removed and put back it starts again", async () => {
        const move = "<script>addEventListener('cc:ready', ({ target }) => { if (globalThis.moved) return; globalThis.moved = true; said.length = 0; target.remove(); document.querySelector('main').append(target) })</script>";
        const found = await browser.visit(host.page(LISTEN + move + body()), shown);
        assert.equal(found?.name, "ready");
      });
    } finally {
      await browser.close();
    }
  });
}
