// The search, measured: generated records, our index as the content compiler writes it, our WebAssembly module, and
// engines from npm beside it, in Node and in Chromium; every answer is compared with an oracle. Prints a table and, with --write, puts it into
// docs/search-benchmark.md.
//
//   node tests/report/search.mjs [--sizes 1000,10000,100000] [--peers minisearch,flexsearch] [--write]
//
// A million records need some gigabytes and minutes, and no peer answers them: --sizes 1000000 --peers none

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { check } from "./search/check.mjs";
import { inChromium } from "./search/chromium.mjs";
import { write as generate } from "./search/generate.mjs";
import { prepare } from "./search/oracle.mjs";
import { goals, inChromium as browserTable, table } from "./search/tables.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    peers: { type: "string", default: "minisearch,flexsearch" },
    write: { type: "boolean", default: false },
  },
});
const sizes = options.sizes.split(",").map(Number);
const engines = ["ours", ...(options.peers === "none" ? [] : options.peers.split(","))];

const here = new URL("search/", import.meta.url).pathname;
const built = resolve(process.env.CARGO_TARGET_DIR ?? "target");
const folder = `${built}/search-report`;
const modules = resolve("target/search-modules");
const REPORT = "docs/search-benchmark.md";
const MARKS = ["<!-- measured -->\n", "<!-- end -->\n"];

const say = (text) => process.stderr.write(`${text}\n`);
const run = (command, args) =>
  execFileSync(command, args, { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 30, encoding: "utf8" });
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

say("building the modules and the compiler");
run("scripts/search", []);
const compiler = ["--no-default-features", "--features", "tools", "--bin", "bundle"];
run("cargo", ["build", "--quiet", "--profile", "bench", ...compiler, "--jobs", "1"]);
if (engines.length > 1 && !existsSync(`${here}node_modules`)) {
  run("npm", ["ci", "--prefix", here, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Bytes of the parts of an index by their kind, compressed one by one as a host sends them. */
function indexBytes(size) {
  const place = `${folder}/${size}`;
  const build = readdirSync(place).find((entry) => /^[0-9a-f]{16}$/.test(entry));
  const bytes = { manifest: brotli(readFileSync(`${place}/manifest.bin`)) };
  for (const file of readdirSync(`${place}/${build}`)) {
    const kind = file.replace(/(-.*)?\.bin$/, "");
    if (kind === "block" || kind === "summaries") continue;
    bytes[kind] = (bytes[kind] ?? 0) + brotli(readFileSync(`${place}/${build}/${file}`));
  }
  return bytes;
}

const measured = [];
const inBrowser = [];
for (const size of sizes) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${size}.jsonl`;
  if (!existsSync(file)) generate(size, file);
  say(`${size} records: the index`);
  run(`${built}/release/bundle`, ["search", "--out", `${folder}/${size}`, "--works", file]);
  const bytes = indexBytes(size);
  const records = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const texts = prepare(records);
  for (const engine of engines) {
    say(`${size} records: ${engine}`);
    const node = ["--expose-gc", "--max-old-space-size=8000", `${here}run.mjs`];
    const result = JSON.parse(run(process.execPath, [...node, engine, String(size), folder, modules]));
    measured.push({ size, engine, ...result, ...check(records, texts, result), bytes: engine === "ours" ? bytes : undefined });
  }
  say(`${size} records: in Chromium`);
  for (const one of await inChromium(size, engines, folder, modules)) {
    const here = measured.find(({ size, engine }) => size === one.size && engine === one.name);
    const differs = one.totals.filter((total, at) => (here.answers[at]?.total ?? null) !== total).length;
    if (differs > 0) here.wrong.push(`${differs} answers are others in Chromium`);
    inBrowser.push(one);
  }
}

const module = (name) => ({ raw: readFileSync(`${modules}/${name}_bg.wasm`).length, brotli: brotli(readFileSync(`${modules}/${name}_bg.wasm`)) });
const report = [table(measured), browserTable(inBrowser), goals(measured, { search: module("search_parts"), memory: module("search_memory") })].join("\n");
console.log(report);
for (const { size, name, wrong } of measured) for (const query of wrong) console.log(`wrong: ${name}, ${size} records: ${query}`);
if (options.write) {
  const [before, rest] = readFileSync(REPORT, "utf8").split(MARKS[0]);
  writeFileSync(REPORT, [before, MARKS[0], report, "\n", MARKS[1], rest.split(MARKS[1])[1]].join(""));
}
process.exitCode = measured.some(({ name, wrong }) => name === "ours" && wrong.length > 0) ? 1 : 0;
