// A small static server for the tests and reports. It does what docs/deploy.md asks of any server.
//
//   const server = await startServer("dist");   // { url, requests, close() }
//   node tests/report/server.mjs [dist] [port]  // serves until it is stopped

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

const TYPES = {
  ".bib": "application/x-bibtex; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".ris": "application/x-research-info-systems; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml; charset=utf-8",
};

// The rules of a file `_headers`, as Netlify and Cloudflare read them: paths, which may end in a star or in a name for whatever has
// no slash, and their headers. Where several rules fit, these hosts send the values of all.
function headerRules(text) {
  const rules = [];
  for (const line of text.split("\n").filter(Boolean)) {
    if (!line.startsWith(" ")) rules.push({ path: line, headers: [] });
    else rules.at(-1).headers.push(line.trim().match(/^([^:]+): (.*)$/).slice(1));
  }
  return rules;
}

function fits({ path }, name) {
  const [, folder, rest] = path.match(/^(.*\/)(.*)$/);
  if (!name.startsWith(folder)) return false;
  const end = name.slice(folder.length);
  return rest === "*" || (rest.startsWith(":") ? /^[^/]+$/.test(end) : end === rest);
}

function headersOf(rules, path) {
  const headers = {};
  for (const rule of rules.filter((rule) => fits(rule, path))) {
    for (const [key, value] of rule.headers) headers[key] = headers[key] && headers[key] !== value ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}

/** The brotli form of some bytes. */
export function brotli(body, quality = 11) {
  return compress(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** All files of a folder: their paths, such as `/data/index.json`, and contents. */
export function readFiles(dir) {
  const files = new Map();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    files.set(file.slice(join(dir, "/").length - 1).replaceAll("\\", "/"), readFileSync(file));
  }
  return files;
}

// Some bytes every tenth of a second.
async function slowly(response, body, rate) {
  for (let at = 0; at < body.length && !response.destroyed; at += rate / 10) {
    response.write(body.subarray(at, at + rate / 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  response.end();
}

/**
 * Serves a folder as it is now, or files that `readFiles` gave. `requests` lists what was asked for: `{ method, path, status, encoding, bytes }`, where
 * `bytes` is the length of the body as sent. What `fault` is set to answers
 * in the server's place. Quality 11 is what a real server would store, 5 is quick.
 */
export async function startServer(dir, { port = 0, quality = 5 } = {}) {
  const files = dir instanceof Map ? dir : readFiles(dir);
  const rules = headerRules(files.get("/_headers")?.toString() ?? "");
  // The form beside a file is that of the file, unless a test has put another file in its place.
  const stored = (name) => (dir instanceof Map ? null : files.get(`${name}.br`));
  const small = new Map(); // bytes → promise of the brotli form
  const requests = [];

  // A path without a file ending is a page: its own file, or what is sent for whatever is not there. A missing file is missing.
  const find = (path) => {
    if (path.endsWith("/") && files.has(`${path}index.html`)) path += "index.html";
    if (files.has(path)) return [path, 200];
    if (extname(path) !== "") return [null, 404];
    if (files.has(`${path}.html`)) return [`${path}.html`, 200];
    if (files.has("/404.html")) return ["/404.html", 404];
    return files.has("/index.html") ? ["/index.html", 200] : [null, 404];
  };

  async function answer(request) {
    if (request.method !== "GET" && request.method !== "HEAD") return { status: 405 };
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return { status: 400 };
    }
    const [name, status] = find(path);
    if (name === null) return { status };
    const headers = {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Cache-Control": "no-cache",
      Vary: "Accept-Encoding",
      ...headersOf(rules, path),
    };
    const body = files.get(name);
    if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return { status, headers, body };
    if (!small.has(body)) small.set(body, stored(name) ?? brotli(body, quality));
    return { status, headers: { ...headers, "Content-Encoding": "br" }, body: await small.get(body) };
  }

  const site = { url: "", requests, fault: null };
  const server = createServer(async (request, response) => {
    // A test may put its own answer in the place of any other: a status, headers, a body; a length that is never reached; a
    // rate in bytes a second; or a promise that is never kept.
    const { status, headers = { "Content-Type": TYPES[".txt"] }, body = Buffer.from(`${status}\n`), length, rate } = (await site.fault?.(request)) ?? (await answer(request));
    requests.push({
      method: request.method,
      path: request.url,
      status,
      encoding: headers["Content-Encoding"] ?? "identity",
      bytes: request.method === "HEAD" ? 0 : body.length,
    });
    response.writeHead(status, { ...headers, "Content-Length": length ?? body.length });
    if (request.method === "HEAD") response.end();
    else if (rate) slowly(response, body, rate);
    else if (length) response.write(body); // and the rest never comes
    else response.end(body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));

  site.url = `http://127.0.0.1:${server.address().port}`;
  site.close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return site;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startServer(process.argv[2] ?? "dist", { port: Number(process.argv[3] ?? 0) });
  console.log(url);
}
