// Pages of partners, on another port: what they show, what they permit, and what they hear of an embed.

import { createServer } from "node:net";

import { startServer } from "../report/server.mjs";

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
