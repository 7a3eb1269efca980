// The same questions in Chromium: the shipped module, and the engines from npm, each in a page of its own.
//
//   node tests/report/search/chromium.mjs [SIZE...]     (after tests/report/search.mjs, which writes what is read here)

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../browser.mjs";
import { startServer } from "../server.mjs";
import { inChromium as table } from "./tables.mjs";

const here = new URL("./", import.meta.url).pathname;
const packages = `${here}node_modules`;

// What the peers' file takes from Node: the versions, which Node tells.
const STAND_IN = "export const readFileSync = () => '{\"version\":\"\"}';";

/** What the pages need, by its path. */
function filesFor(size, folder, modules) {
  const files = new Map();
  for (const name of readdirSync(here).filter((name) => name.endsWith(".mjs"))) files.set(`/${name}`, readFileSync(`${here}${name}`));
  for (const name of readdirSync(modules)) files.set(`/modules/${name}`, readFileSync(`${modules}/${name}`));
  const build = readdirSync(`${folder}/${size}`).find((entry) => /^[0-9a-f]{16}$/.test(entry));
  files.set("/manifest.bin", readFileSync(`${folder}/${size}/manifest.bin`));
  for (const name of readdirSync(`${folder}/${size}/${build}`)) files.set(`/parts/${name}`, readFileSync(`${folder}/${size}/${build}/${name}`));
  files.set("/records.jsonl", readFileSync(`${folder}/${size}.jsonl`));
  for (const peer of ["minisearch", "flexsearch"]) {
    const saved = `${folder}/${peer}-${size}.json`;
    if (existsSync(saved)) files.set(`/${peer}.json`, readFileSync(saved));
  }
  files.set("/minisearch.js", readFileSync(`${packages}/minisearch/dist/es/index.js`));
  files.set("/flexsearch.js", readFileSync(`${packages}/flexsearch/dist/flexsearch.bundle.module.min.mjs`));
  files.set("/stand-in.js", Buffer.from(STAND_IN));
  const imports = { flexsearch: "/flexsearch.js", minisearch: "/minisearch.js", "node:fs": "/stand-in.js" };
  files.set("/index.html", Buffer.from(`<!doctype html><title>.</title><script type="importmap">${JSON.stringify({ imports })}</script>`));
  return files;
}

// Runs in the page: the times of the questions and how many results each has.
async function measure([engine, module]) {
  const { QUERIES } = await import("/queries.mjs");
  const { warmTime } = await import("/time.mjs");
  const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
  const SHORTEST = 5;
  if (engine !== "ours") {
    const { PEERS, openPeer } = await import("/peers.mjs");
    const records = (await (await fetch("/records.jsonl")).text()).trimEnd().split("\n").map((line) => JSON.parse(line));
    const search = await openPeer(PEERS[engine], records, await (await fetch(`/${engine}.json`)).text());
    const asked = QUERIES.map((query) => PEERS[engine].answers(query));
    return {
      totals: QUERIES.map((query, at) => (asked[at] ? search(query).total : null)),
      times: QUERIES.map((query, at) => (asked[at] ? warmTime(() => search(query), SHORTEST) : null)),
    };
  }
  const glue = await import(`/modules/${module}.js`);
  await glue.default({ module_or_path: `/modules/${module}_bg.wasm` });
  const search = glue.Search.open(await bytes("/manifest.bin"));
  const { question, readReply } = await import("/reply.mjs");
  const texts = QUERIES.map((query) => question(query));
  const totals = [];
  for (const text of texts) {
    let reply = readReply(search.ask(text));
    while (reply.missing) {
      for (const part of reply.missing) search.supply(part, await bytes(`/parts/${part}.bin`));
      reply = readReply(search.ask(text));
    }
    totals.push(reply.total);
  }
  return { totals, times: texts.map((text) => warmTime(() => readReply(search.ask(text)), SHORTEST)) };
}

/** Times and totals of some engines over a collection. */
export async function inChromium(size, engines, folder, modules) {
  const server = await startServer(filesFor(size, folder, modules));
  const browser = await launchBrowser();
  const keeper = await browser.newPage(); // Chromium ends when its last page closes
  const measured = [];
  try {
    for (const engine of engines) {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.goto(server.url);
      const module = size > 3000 ? "search_parts" : "search_memory";
      measured.push({ size, name: engine, ...(await page.evaluate(measure, [engine, module])) });
      await page.close();
    }
    return measured;
  } finally {
    await keeper.close();
    await browser.close();
    await server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10000, 100000];
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const measured = [];
  for (const size of sizes) {
    measured.push(...(await inChromium(size, ["ours", "minisearch", "flexsearch"], resolve(target, "search-report"), resolve("target/search-modules"))));
  }
  console.log(table(measured));
}
