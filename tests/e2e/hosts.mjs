// Pages of partners, on another port: what they show, what they permit, and what they hear of an embed.

import { createServer } from "node:net";
import { after, before } from "node:test";

import { launchBrowser } from "../report/browser.mjs";
import { readFiles, startServer } from "../report/server.mjs";

/** A port that nobody listens at. */
export async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A server of pages that a test makes: `page(body, headers)` gives the address of a new one. */
export async function startHost() {
  const server = await startServer(new Map([["/404.html", Buffer.from("")]]));
  const pages = new Map();
  server.fault = ({ url }) => pages.get(new URL(url, "http://localhost").pathname);
  server.page = (body, { headers = {}, style = "", lang = "en" } = {}) => {
    const path = `/page-${pages.size}`;
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A partner</title><meta name="viewport" content="width=device-width">${style}</head><body><main><h1>A partner</h1>${body}</main></body></html>`;
    pages.set(path, { status: 200, headers: { "Content-Type": "text/html; charset=utf-8", ...headers }, body: Buffer.from(html) });
    return server.url + path;
  };
  return server;
}

/** The element as partners paste it, with its plain link. */
export const element = (hub, attributes = 'view="country" country="KEN"', more = "") =>
  `<country-cooperation ${attributes} ${more}><a href="${hub}/en/countries/KEN">WHO and Kenya</a></country-cooperation>`;

/** The script, as partners paste it. */
export const script = (hub, name = "loader.js") => `<script async src="${hub}/embed/v1/${name}"></script>`;

/** Inside a page, before all else: writes down what the elements say, and how much of the page has moved. */
export function listen() {
  globalThis.said = [];
  globalThis.shifts = [];
  for (const name of ["ready", "resize", "error", "link"]) {
    addEventListener(`cc:${name}`, ({ detail, target }) => globalThis.said.push({ name, ...detail, id: target.id, at: performance.now() }));
  }
  if (PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) {
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ startTime, value }) => ({ startTime, value })))).observe({ type: "layout-shift", buffered: true });
  }
}

/** Starts what a file's tests of embeds share: the site and its files, a server for pages of partners, a browser. */
export function useHosts(take) {
  const shared = {};
  before(async () => {
    // Another site can be tried, such as a copy that was spoiled to see these tests fail.
    shared.files = new Map([...readFiles(process.env.SITE ?? "dist")].filter(([path]) => !/\.(br|gz)$/.test(path)));
    shared.hub = await startServer(shared.files);
    shared.host = await startHost();
    shared.browser = await launchBrowser();
    await shared.browser.newPage(); // Chromium ends when its last page closes
    take(shared);
  });
  after(async () => {
    for (const part of [shared.browser, shared.host, shared.hub]) await part?.close();
  });
}

/** A page in a fresh context, with what it complains of in `page.complaints`. */
export async function openPage(browser, act, { patience = 15_000, ...options } = {}) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.complaints = [];
    page.on("pageerror", (error) => page.complaints.push(String(error)));
    await act(page, context);
  } finally {
    await context.close();
  }
}
