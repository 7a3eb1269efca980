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
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/atom+xml; charset=utf-8",
};

// The name of the file, or of the folder of the search, holds a piece of a hash: such a file never changes. A citation is
// named after its publication, whose id may end in digits.
const HASHED = /^(?!\/cite\/).*(\/search[-/][0-9a-f]{8,}\/[^/]+|[-.][0-9a-f]{8,}(_bg)?\.(?!html$)\w+)$/;

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

/**
 * Serves a folder as it is now, or files that `readFiles` gave. `requests` lists what was asked for: `{ method, path, status, encoding, bytes }`, where
 * `bytes` is the length of the body as sent. Quality 11 is what a real server would store, 5 is quick.
 */
export async function startServer(dir, { port = 0, quality = 5 } = {}) {
  const files = dir instanceof Map ? dir : readFiles(dir);
  const small = new Map(); // bytes → promise of the brotli form
  const requests = [];

  // A path without a file ending is a page: its own file, or what is sent for whatever is not there. A missing file is missing.
  const find = (path) => {
    if (path === "/") path = "/index.html";
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
      "Cache-Control": HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
      "X-Content-Type-Options": "nosniff",
      Vary: "Accept-Encoding",
    };
    const body = files.get(name);
    if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return { status, headers, body };
    if (!small.has(body)) small.set(body, brotli(body, quality));
    return { status, headers: { ...headers, "Content-Encoding": "br" }, body: await small.get(body) };
  }

  const server = createServer(async (request, response) => {
    const { status, headers = { "Content-Type": TYPES[".txt"] }, body = Buffer.from(`${status}\n`) } = await answer(request);
    requests.push({
      method: request.method,
      path: request.url,
      status,
      encoding: headers["Content-Encoding"] ?? "identity",
      bytes: request.method === "HEAD" ? 0 : body.length,
    });
    response.writeHead(status, { ...headers, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startServer(process.argv[2] ?? "dist", { port: Number(process.argv[3] ?? 0) });
  console.log(url);
}
