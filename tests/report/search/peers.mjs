// The engines from npm that ours is measured beside. Each gets the words that ours has, and the counts of `facets.mjs`.

import { readFileSync } from "node:fs";
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import { count, pack } from "./facets.mjs";
import { words } from "./text.mjs";

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;

const miniOptions = { fields: ["title", "summary"], tokenize: words, processTerm: (word) => word };

const minisearch = {
  name: `MiniSearch ${version("minisearch")}`,
  answers: () => true,
  build(records) {
    const index = new MiniSearch(miniOptions);
    index.addAll(records.map(({ title, summary }, id) => ({ id, title, summary })));
    return index;
  },
  save: async (index) => Buffer.from(JSON.stringify(index)),
  load: async (bytes) => MiniSearch.loadJSON(bytes.toString(), miniOptions),
  find(index, { kind, text }) {
    const isLast = (word, at, all) => at === all.length - 1;
    const found = index.search(text, {
      combineWith: "AND",
      boost: { title: 2 },
      prefix: kind === "begun word" ? isLast : false,
      fuzzy: kind === "typo" ? (word) => (word.length >= 4 ? 1 : false) : false,
    });
    return found.map(({ id }) => id);
  },
};

const newFlex = () => new FlexSearch.Index({ tokenize: "forward", encode: words, resolution: 9, cache: false });

const flexsearch = {
  name: `FlexSearch ${version("flexsearch")}`,
  // It has no search with slips.
  answers: ({ kind }) => kind !== "typo",
  build(records) {
    const index = newFlex();
    records.forEach(({ title, summary }, id) => index.add(id, `${title} ${summary}`));
    return index;
  },
  async save(index) {
    const parts = [];
    await index.export((key, data) => void parts.push([key, data]));
    return Buffer.from(JSON.stringify(parts));
  },
  async load(bytes) {
    const index = newFlex();
    for (const [key, data] of JSON.parse(bytes.toString())) await index.import(key, data);
    return index;
  },
  find: (index, { text }, total) => index.search(text, { limit: total }),
};

export const PEERS = { minisearch, flexsearch };

/** Something that answers questions with a peer and the lent counts. */
export async function openPeer(peer, records, bytes) {
  const columns = pack(records);
  const all = records.map((_, at) => at).sort((a, b) => records[b].date.localeCompare(records[a].date) || a - b);
  const index = await peer.load(bytes);
  return (query) => {
    const found = query.text === "" ? all : peer.find(index, query, records.length);
    const { hits, counts } = count(columns, found, query);
    return { total: hits.length, shown: hits.slice(0, 20), counts };
  };
}
