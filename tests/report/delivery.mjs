// Looks at the site as its host delivers it, and names in plain words what is missing or wrong: status, type, headers,
// compression, how long a browser may keep it.
//
//   scripts/check-site https://address/ [--expect dist/_headers]
//
// Needs nothing but Node.js. One line for each problem; ends with code 0 if there is none.

import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";

/** What is to be sent, where no build tells. `dist/_headers` says the same (src/pages/hosting.rs). */
export const RULES = [
  {
    where: /^/,
    headers: {
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    },
  },
  {
    where: /^(?!.*\/embed\/)/,
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types own-scripts",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  },
  {
    where: /\/embed\//,
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  },
  {
    where: /^(?!.*\/(cite|feeds)\/).*(\/search[-/][0-9a-f]{8,}\/[^/]+|[-.][0-9a-f]{8,}(_bg)?\.(?!html$)\w+)$/,
    headers: { "Cache-Control": "public, max-age=31536000, immutable" },
  },
];

// The types that are right for the ending of a name, the best one first. Few hosts know citations; they are saved, not shown,
// so bytes without a meaning will do.
const BYTES = "application/octet-stream";
const TYPES = {
  "": ["text/html"],
  ".bib": ["application/x-bibtex", "text/x-bibtex", "text/plain", BYTES],
  ".bin": [BYTES],
  ".css": ["text/css"],
  ".csv": ["text/csv"],
  ".html": ["text/html"],
  ".js": ["text/javascript", "application/javascript"],
  ".json": ["application/json"],
  ".png": ["image/png"],
  ".ris": ["application/x-research-info-systems", "text/plain", BYTES],
  ".svg": ["image/svg+xml"],
  ".ts": ["text/plain", "application/typescript", "video/mp2t", BYTES], // read by people and their tools, never by a browser
  ".txt": ["text/plain"],
  ".wasm": ["application/wasm"],
  ".webmanifest": ["application/manifest+json"],
  ".xml": ["application/atom+xml", "application/xml", "text/xml"],
};
const READ_AS_TEXT = new Set(["", ".bib", ".csv", ".html", ".ris", ".txt"]); // by people: the others say themselves that they are UTF-8
const PACKED = new Set([".png"]); // nothing is gained by packing it once more

const SMALLEST = 1024; // bytes; below it a packet is not saved
const PATIENCE_MS = 20_000;
const AT_ONCE = 6;

// None of these may be there. The second looks like a file that never changes.
const LOST = ["en/no-such-page", "no-such-file-00000000.js"];

/**
 * The rules in the text of a `_headers` file: a path, where * stands for anything and a name after a colon for anything without a
 * slash, and below it what is sent.
 */
export function parseRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    const [, name, value] = line.match(/^\s+([^:]+):\s*(.*?)\s*$/) ?? [];
    if (name) rules.at(-1).headers[name] = value;
    else if (line.startsWith("/")) rules.push({ where: pattern(line.trim()), headers: {} });
  }
  return rules;
}

function pattern(path) {
  const pieces = path.split("*").map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pieces.join(".*").replace(/:\w+/g, "[^/]+")}$`);
}

/** A host, asked a few things at a time. */
export function openHost() {
  const settings = { keepAlive: true, maxSockets: AT_ONCE };
  const agents = { "http:": new http.Agent(settings), "https:": new https.Agent(settings) };
  // fetch would unpack what is sent and not tell how it was packed.
  const ask = (url) =>
    new Promise((resolve, reject) => {
      const { get } = url.protocol === "https:" ? https : http;
      const headers = { "Accept-Encoding": "br, gzip" };
      const request = get(url, { agent: agents[url.protocol], headers }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, sent: Buffer.concat(chunks) }));
      });
      request.setTimeout(PATIENCE_MS, () => request.destroy(new Error("no answer")));
      request.on("error", reject);
    });
  return { ask, close: () => Object.values(agents).forEach((agent) => agent.destroy()) };
}

/** Asks for one address: its text, if it has one, and the problems. */
export async function look(host, url, { rules = RULES, status = 200 } = {}) {
  let answer;
  try {
    answer = await host.ask(url);
  } catch (error) {
    return { text: "", problems: [`cannot be reached (${error.code ?? error.message})`] };
  }
  // What else such an answer lacks follows from that.
  if (answer.status !== status) return { text: "", problems: [`the status is ${answer.status} instead of ${status}`] };
  const body = unpack(answer);
  if (body === null) return { text: "", problems: [`cannot be unpacked (Content-Encoding: ${answer.headers["content-encoding"]})`] };
  const end = extname(url.pathname);
  const problems = [...headerProblems(answer, url, rules), ...keepingProblems(answer, url, rules), ...packingProblems(answer, body, end)];
  // An error may be told in any form.
  if (status === 200 || end === "") problems.push(...typeProblems(answer, end));
  return { text: String(body), problems };
}

function unpack({ headers, sent }) {
  const unpackers = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes) => bytes };
  try {
    return unpackers[headers["content-encoding"] ?? "identity"](sent);
  } catch {
    return null;
  }
}

function expected(url, rules) {
  return Object.assign({}, ...rules.filter(({ where }) => where.test(url.pathname)).map(({ headers }) => headers));
}

const tidy = (value) => value.trim().replace(/\s+/g, " ").replace(/;$/, "");

// A host may name itself beside 'self', also where the build did not know its name.
const unnamed = (value, { origin }) => value.replaceAll(`'self' ${origin}`, "'self'");

function headerProblems({ headers }, url, rules) {
  const problems = [];
  // Even a frame policy that names all locks out pages without an origin.
  const isForFrames = url.pathname.includes("/embed/");
  if (isForFrames && "x-frame-options" in headers) problems.push("X-Frame-Options keeps other sites from showing it");
  for (const [name, value] of Object.entries(expected(url, rules))) {
    const given = headers[name.toLowerCase()];
    if (name === "Cache-Control") continue;
    if (given === undefined) problems.push(`${name} is missing`);
    else if (tidy(given) !== tidy(value) && tidy(unnamed(given, url)) !== tidy(value)) problems.push(`${name} is "${given}" instead of "${value}"`);
  }
  return problems;
}

function keepingProblems({ status, headers }, url, rules) {
  const given = headers["cache-control"];
  const value = expected(url, rules)["Cache-Control"];
  const isForGood = status === 200 && /\bimmutable\b/.test(value ?? "");
  if (given === undefined) return status === 200 ? ["Cache-Control is missing"] : [];
  if (isForGood) return tidy(given) === tidy(value) ? [] : [`Cache-Control is "${given}" instead of "${value}"`];
  if (/\bno-cache\b|\bno-store\b|\bmax-age=0\b/.test(given)) return [];
  return [`Cache-Control is "${given}": browsers must ask again each time (no-cache)`];
}

function packingProblems({ headers, sent }, body, end) {
  if (headers["content-encoding"] !== undefined) {
    // Only the site's own search reads .bin: some hosts have but the compressed form and send it to everybody.
    if (end === ".bin" || /accept-encoding|\*/i.test(headers.vary ?? "")) return [];
    return ["is sent compressed, but Vary: Accept-Encoding is missing"];
  }
  if (PACKED.has(end) || sent.length < SMALLEST || gzipSync(body).length > 0.9 * sent.length) return [];
  return [`is sent without compression (${sent.length} bytes)`];
}

function typeProblems({ headers }, end) {
  const given = headers["content-type"];
  if (given === undefined) return ["Content-Type is missing"];
  const [type, ...options] = given.toLowerCase().split(";").map((piece) => piece.trim());
  const right = TYPES[end] ?? [type];
  if (!right.includes(type)) return [`the type is ${type} instead of ${right[0]}`];
  if (READ_AS_TEXT.has(end) && type !== BYTES && !options.includes("charset=utf-8")) return [`the type is ${given}, which does not say charset=utf-8`];
  return [];
}

/** The files that a page names: its scripts, styles, icons, feeds. */
function filesOf(html, page) {
  const names = html.matchAll(/\s(?:href|src|data-[a-z]+)=["']?([^"'\s>]+\.[a-z]+)(?=["'\s>])/g);
  return [...names].map(([, name]) => new URL(name, page));
}

/** Looks at a whole site. Tells what was looked at and the problems. */
export async function checkSite(address, { rules = RULES } = {}) {
  const base = new URL(address);
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  const host = openHost();
  const looked = new Map(); // address → what look() found
  const problems = [];
  const visit = async (url, options = {}) => {
    if (!looked.has(url.href)) looked.set(url.href, look(host, url, { rules, ...options }));
    return (await looked.get(url.href)).text;
  };
  const at = (path) => new URL(path, base);

  try {
    problems.push(...(await connectionProblems(host, base)));
    if (!rules.some(({ where }) => where.test(base.pathname))) problems.push(`${base.pathname}: the expected headers are for another folder`);
    const pages = [base, at("en"), at("en/countries")];
    const texts = await Promise.all(pages.map((page) => visit(page)));
    // A page of a publication names files of its own.
    const [publication] = texts[1].match(/(?<=href="?)[^"\s>]*\/en\/publications\/[\w.-]+(?=["\s>])/) ?? [];
    if (publication) {
      pages.push(at(publication));
      texts.push(await visit(pages.at(-1)));
    }
    const isOurs = ({ href, pathname }) => href.startsWith(base.href) && extname(pathname) in TYPES;
    const named = pages.flatMap((page, i) => filesOf(texts[i], page)).filter(isOurs);
    for (const end of [".css", ".js", ".wasm", ".svg", ".xml"]) {
      if (texts[1] && !named.some(({ pathname }) => pathname.endsWith(end))) problems.push(`${pages[1].pathname}: names no file ${end} below ${base.pathname}`);
    }
    // What is made for frames on other sites: a card with the files it names, the document that leads on, the loader.
    const card = at("embed/v1/en/country/KEN");
    const ofCard = filesOf(await visit(card), card).filter(isOurs);
    if (!ofCard.some(({ pathname }) => pathname.endsWith(".js"))) problems.push(`${card.pathname}: names no script`);
    const embeds = ["embed/v1/", "embed/check", "embed/v1/loader.js", "embed/v1/integrity.json", "embed/v1/loader.d.ts"].map(at);
    await Promise.all([...ofCard, ...embeds].map((url) => visit(url)));
    const others = ["data/index.json", "worker.js", "en.webmanifest", "robots.txt"].map(at);
    await Promise.all([...named, ...others].map((url) => visit(url)));
    const [lost] = await Promise.all(LOST.map((path) => visit(at(path), { status: 404 })));
    if (lost && !lost.includes("data-wasm")) problems.push(`${at(LOST[0]).pathname}: is not answered with the site's own 404.html`);
    await Promise.all(partsOf(await visit(others[0])).map((file) => visit(at(`data/${file}`))));
    for (const [href, { problems: found }] of await settled(looked)) problems.push(...found.map((problem) => `${new URL(href).pathname}: ${problem}`));
  } finally {
    host.close();
  }
  return { looked: looked.size, problems };
}

const settled = (looked) => Promise.all([...looked].map(async ([href, found]) => [href, await found]));

function partsOf(index) {
  try {
    return Object.values(JSON.parse(index).parts).map(({ file }) => file);
  } catch {
    return []; // its own line says that the file is missing or wrong
  }
}

async function connectionProblems(host, base) {
  if (["localhost", "127.0.0.1", "[::1]"].includes(base.hostname)) return [];
  if (base.protocol === "http:") return [`${base.origin}: is not https, so others can read and change what is sent`];
  const open = new URL(base.href.replace("https:", "http:"));
  // A host that answers https only is as good as one that leads on to it.
  const { status, headers } = base.port ? {} : await host.ask(open).catch(() => ({}));
  const leadsOn = status >= 300 && status < 400 && headers.location?.startsWith("https:");
  return status === undefined || leadsOn ? [] : [`${open}: does not lead on to https`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { expect: { type: "string" } } });
  if (positionals.length !== 1 || !URL.canParse(positionals[0])) {
    console.error("Which site? scripts/check-site https://address/ [--expect dist/_headers]");
    process.exit(2);
  }
  const { looked, problems } = await checkSite(positionals[0], values.expect && { rules: parseRules(readFileSync(values.expect, "utf8")) });
  for (const problem of problems) console.log(problem);
  if (problems.length === 0) console.log(`${looked} addresses were looked at: no problem.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
