// Facets in packed columns, with one pass over the hits for all counts. The peers of the report have no counts of their
// own; this is lent to them.

import { FIRST_YEAR, LAST_YEAR, VALUES } from "./vocabulary.mjs";
import { chosen } from "./queries.mjs";

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => String(FIRST_YEAR + at));

/** Facets and their values, in the order of the report's counts. */
export const FACETS = [
  { key: "type", values: VALUES.type, of: (record) => [record.type] },
  { key: "country", values: VALUES.country, of: (record) => record.countries },
  { key: "region", values: VALUES.region, of: (record) => [record.region] },
  { key: "language", values: VALUES.language, of: (record) => record.languages },
  { key: "topic", values: VALUES.topic, of: (record) => record.topics },
  { key: "year", values: years, of: (record) => [record.date] },
];

/** The wanted values of each facet of a query, or nothing where all will do. */
export function wanted(query) {
  return FACETS.map(({ key, values }) => {
    const { from, to } = query.filters;
    if (key === "year") return from === undefined ? undefined : values.filter((year) => year >= from && year <= to);
    const list = chosen(query, key);
    return list.length > 0 ? list : undefined;
  });
}

/** Every record's values: where they begin, and their places. */
export function pack(records) {
  return FACETS.map(({ values, of }) => {
    const places = new Map(values.map((value, at) => [value, at]));
    const starts = new Uint32Array(records.length + 1);
    const packed = [];
    records.forEach((record, at) => {
      for (const value of of(record)) packed.push(places.get(value));
      starts[at + 1] = packed.length;
    });
    return { starts, packed: Uint8Array.from(packed) };
  });
}

/** The hits out of some records, and the counts of all values: those of a facet ignore what is chosen in it. */
export function count(columns, records, query) {
  const tables = wanted(query).map((list, facet) => {
    if (!list) return undefined;
    const table = new Uint8Array(256);
    for (const value of list) table[FACETS[facet].values.indexOf(value)] = 1;
    return table;
  });
  const counts = FACETS.map(({ values }) => new Uint32Array(values.length));
  const add = (facet, record) => {
    const { starts, packed } = columns[facet];
    for (let at = starts[record]; at < starts[record + 1]; at++) counts[facet][packed[at]]++;
  };
  const hits = [];
  for (const record of records) {
    let failing = -1;
    let fails = 0;
    for (let facet = 0; facet < tables.length && fails < 2; facet++) {
      const table = tables[facet];
      if (!table) continue;
      const { starts, packed } = columns[facet];
      let has = 0;
      for (let at = starts[record]; at < starts[record + 1]; at++) has |= table[packed[at]];
      if (!has) {
        fails++;
        failing = facet;
      }
    }
    if (fails === 0) {
      hits.push(record);
      for (let facet = 0; facet < columns.length; facet++) add(facet, record);
    } else if (fails === 1) add(failing, record);
  }
  return { hits, counts };
}
