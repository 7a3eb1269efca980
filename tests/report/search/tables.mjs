// The tables of the search report, in Markdown.

import { cpus } from "node:os";
import { QUERIES } from "./queries.mjs";

const percentile = (list, share) => [...list].sort((a, b) => a - b)[Math.max(0, Math.ceil(list.length * share) - 1)];
const given = (times) => times.filter((time) => time !== null);
const p95 = ({ times }) => percentile(given(times), 0.95);
const p50 = ({ times }) => percentile(given(times), 0.5);
const ms = (value) => (value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(0));
const kb = (bytes) => (bytes === null || bytes === undefined ? "–" : `${(bytes / 1000).toFixed(bytes < 1e5 ? 1 : 0)} kB`);
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const count = (size) => size.toLocaleString("en").replaceAll(",", " ");
const row = (cells) => `| ${cells.join(" | ")} |`;
const head = (cells) => [row(cells), `|---|${"--:|".repeat(cells.length - 1)}`];

/** Bytes of an index that peers have an equal of: the words of all texts; and the facets on top. */
const textAndFacets = ({ manifest, terms = 0, facet = 0, works = 0 }) => manifest + terms + facet + works;

/** All engines at all sizes. */
export function table(measured) {
  const cells = ["engine, records", "median", "p95", "slowest", "right", "ready", "memory", "index, brotli"];
  const lines = measured.map((one) => {
    const right = `${one.checked - one.wrong.length} of ${one.checked}`;
    const times = [p50(one), p95(one), Math.max(...given(one.times))].map((time) => `${ms(time)} ms`);
    const index = one.bytes ? textAndFacets(one.bytes) : one.indexBytes;
    return row([`${one.name}, ${count(one.size)}`, ...times, right, `${ms(one.ready)} ms`, mb(one.memory), kb(index)]);
  });
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
  return [`Machine: ${machine}. ${new Date().toISOString().slice(0, 10)}.`, "", ...head(cells), ...lines, ""].join("\n");
}

/** The same questions in a browser. */
export function inChromium(measured) {
  const cells = ["in Chromium: engine, records", "median", "p95", "slowest"];
  const lines = measured.map((one) => {
    const times = [p50(one), p95(one), Math.max(...given(one.times))].map((time) => `${ms(time)} ms`);
    return row([`${one.name}, ${count(one.size)}`, ...times]);
  });
  return [...head(cells), ...lines, ""].join("\n");
}

/** How many of some questions took how many round trips. */
function most(trips) {
  const few = Math.min(...trips);
  const others = trips.filter((trip) => trip > few);
  const rest = others.length > 0 ? `, of ${others.length} in at most ${Math.max(...others)}` : "";
  return `${few} round trips${rest}`;
}

/** Ours beside the goals. */
export function goals(measured, modules) {
  const of = (size, name = "ours") => measured.find((one) => one.size === size && one.name.startsWith(name));
  const lines = [];
  const add = (what, goal, value, limit, shown) =>
    value !== undefined && lines.push(row([what, goal, shown(value), value <= limit ? "yes" : "no"]));
  const each = (list, what, value, shown) => {
    for (const [size, limit] of list) {
      const one = of(size);
      if (one) add(`${what}, ${count(size)}`, `≤ ${shown(limit)}`, value(one), limit, shown);
    }
  };
  const inMs = (value) => `${ms(value)} ms`;
  for (const one of measured.filter(({ name }) => name === "ours")) {
    const share = `${one.checked - one.wrong.length} of ${one.checked}`;
    lines.push(row([`right answers, ${count(one.size)}`, "all", share, one.wrong.length === 0 ? "yes" : "no"]));
  }
  each([[1000, 0.05], [10000, 0.2], [100000, 1.5], [1000000, 12]], "p95", p95, inMs);
  for (const [peer, wanted] of [["FlexSearch", 3], ["MiniSearch", 15]]) {
    for (const { size } of measured.filter(({ name }) => name.startsWith(peer))) {
      // Only what both of them answer.
      const [own, other] = [of(size), of(size, peer)];
      const both = QUERIES.filter(({ number }) => other.times[number] !== null).map(({ number }) => number);
      const times = [other, own].map(({ times: list }) => percentile(both.map((number) => list[number]), 0.95));
      const ratio = times[0] / times[1];
      lines.push(row([`faster than ${peer}, p95, ${count(size)}`, `≥ ${wanted} ×`, `${ratio.toFixed(1)} ×`, ratio >= wanted ? "yes" : "no"]));
    }
  }
  const own = measured.filter(({ name }) => name === "ours");
  own.slice(1).forEach((one, at) => {
    const growth = p95(one) / p95(own[at]);
    add(`growth of p95, ${count(own[at].size)} to ${count(one.size)}`, "≤ × 10", growth, 10, (value) => `× ${value.toFixed(1)}`);
  });
  const clicks = ({ times }) => percentile(QUERIES.filter(({ kind }) => kind === "facets only").map(({ number }) => times[number]), 0.5);
  each([[100000, 0.5]], "click on a facet, median", clicks, inMs);
  each([[10000, 555e3], [100000, 4.25e6]], "index with facets, brotli", ({ bytes }) => textAndFacets(bytes), kb);
  each([[10000, 105e3], [100000, 600e3]], "first filtered answer with all counts, cold", ({ cold }) => cold.median, kb);
  each([[10000, 2], [100000, 5]], "ready after the bytes arrive, new module", ({ ready }) => ready, inMs);
  each([[10000, 2], [100000, 5]], "ready after the bytes arrive, module that has run", ({ readyAgain }) => readyAgain, inMs);
  each([[100000, 9e6]], "memory after all questions", ({ memory }) => memory, mb);
  add("module for an index in parts, brotli", "≤ 20 kB", modules.search.brotli, 20e3, kb);
  lines.push(row(["module that builds an index, brotli", "–", kb(modules.memory.brotli), "–"]));
  const details = own.map(({ size, bytes, cold }) => [
    `${count(size)} records, brotli:`,
    Object.entries(bytes).map(([kind, value]) => `${kind} ${kb(value)}`).join(", ") + ".",
    `A first filtered answer: ${kb(cold.median)} (at most ${kb(cold.most)}), its hits alone ${kb(cold.firstHits)},`,
    `in ${cold.trips} round trips.`,
    `With a typo: ${kb(cold.typo.median)} (at most ${kb(cold.typo.most)}), in ${most(cold.typo.trips)}.`,
  ].join(" "));
  return [...head(["measure", "goal", "reached", "met"]), ...lines, "", ...details.map((line) => `- ${line}`)].join("\n");
}
