// One engine over one collection, in a process of its own, so that nothing else is in its memory. Prints a line of JSON.
// node --expose-gc run.mjs ours|minisearch|flexsearch NUMBER FOLDER MODULES

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { FACETS } from "./facets.mjs";
import { QUERIES } from "./queries.mjs";
import { median, warmTime } from "./time.mjs";

const [, , engine, number, folder, modules] = process.argv;
const file = `${folder}/${number}.jsonl`;
const readRecords = () => readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

const used = () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};

async function ours() {
  const { idOfWork, openEngine, question, readReplaced } = await import("./engine.mjs");
  const name = Number(number) > 3000 ? "search_parts" : "search_memory";
  const index = await openEngine(modules, `${folder}/${number}`, name);
  index.ask(question(QUERIES[0]));
  // The first of the process: neither the module nor the parts have been seen before, as when they come from the net.
  const ready = index.supplyTime();
  const first = [...index.supplied];
  const answers = QUERIES.map((query) => {
    const reply = index.ask(question(query));
    const ids = [...reply.shown].map((hit) => idOfWork(index.works([hit])));
    const counts = splitCounts(reply.counts);
    return { total: reply.total, ids, counts, replaced: [...readReplaced(reply.replaced)] };
  });
  const memory = index.memory();
  const times = QUERIES.map((query) => {
    const text = question(query);
    return warmTime(() => index.askOnce(text));
  });
  const readyAgain = median(Array.from({ length: 25 }, () => index.supplyAgainTime(first)));
  const cold = await coldBytes({ openEngine, question }, name);
  return { name: "ours", answers, times, ready, readyAgain, memory, cold };
}

/** The values of the index: those that a record has, sorted. */
let indexed;
function indexedValues() {
  const known = FACETS.map(() => new Set());
  for (const record of readRecords()) {
    FACETS.forEach(({ of }, facet) => of(record).forEach((value) => known[facet].add(value)));
  }
  return known.map((values) => [...values].sort((a, b) => (a < b ? -1 : 1)));
}

/** The counts of a reply in the order of the report's values. */
function splitCounts(counts) {
  indexed ??= indexedValues();
  let at = 0;
  return indexed.map((values, facet) => {
    const found = new Map(values.map((value) => [value, counts[at++]]));
    return FACETS[facet].values.map((value) => found.get(value) ?? 0);
  });
}

/** What a visitor downloads for a first question with all counts, and for its hits: each question cold, on its own. */
async function coldBytes({ openEngine, question }, name) {
  const sizes = new Map();
  const size = ({ part, bytes }) => sizes.get(part) ?? sizes.set(part, brotli(bytes)).get(part);
  const sum = (supplied) => supplied.reduce((total, part) => total + size(part), 0);
  const all = [];
  const firstHits = [];
  const trips = [];
  for (const query of QUERIES.filter(({ text, filters, kind }) => text && kind !== "typo" && Object.keys(filters).length > 0)) {
    const index = await openEngine(modules, `${folder}/${number}`, name);
    const manifest = brotli(index.manifest);
    const reply = index.ask(question(query));
    const works = reply.shown.length > 0 ? index.works(reply.shown) : { trips: 0 };
    trips.push(1 + reply.trips + works.trips);
    all.push(manifest + sum(index.supplied));
    const quick = await openEngine(modules, `${folder}/${number}`, name);
    const hits = quick.ask(question(query, { counts: false })).shown;
    if (hits.length > 0) quick.works(hits);
    firstHits.push(manifest + sum(quick.supplied));
  }
  const typoTrips = [];
  const typoBytes = [];
  for (const query of QUERIES.filter(({ kind }) => kind === "typo")) {
    const index = await openEngine(modules, `${folder}/${number}`, name);
    const reply = index.ask(question(query));
    typoTrips.push(1 + reply.trips + index.works(reply.shown).trips);
    typoBytes.push(brotli(index.manifest) + sum(index.supplied));
  }
  const typo = { trips: typoTrips, median: median(typoBytes), most: Math.max(...typoBytes) };
  return { median: median(all), most: Math.max(...all), firstHits: median(firstHits), trips: Math.max(...trips), typo };
}

async function peer() {
  const { PEERS, openPeer } = await import("./peers.mjs");
  const records = readRecords();
  const saved = `${folder}/${engine}-${number}.json`;
  const own = PEERS[engine];
  if (!existsSync(saved)) writeFileSync(saved, await own.save(own.build(records)));
  const bytes = readFileSync(saved);
  const before = used();
  const start = performance.now();
  const index = await own.load(bytes);
  const ready = performance.now() - start;
  const memory = used() - before;
  const search = await openPeer({ ...own, load: async () => index }, records, bytes);
  const asked = QUERIES.map((query) => own.answers(query));
  const answers = QUERIES.map((query, at) => {
    if (!asked[at]) return null;
    const { total, shown, counts } = search(query);
    return { total, ids: shown.map((hit) => records[hit].id), counts: counts.map((of) => [...of]) };
  });
  const times = QUERIES.map((query, at) => (asked[at] ? warmTime(() => search(query)) : null));
  return { name: own.name, answers, times, ready, memory, indexBytes: bytes.length <= 24e6 ? brotli(bytes) : null };
}

console.log(JSON.stringify(await (engine === "ours" ? ours() : peer())));
