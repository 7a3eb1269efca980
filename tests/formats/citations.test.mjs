// Citations, read back by the readers of citation.js and csv-parse: nothing of the facts may be lost on the way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse as parseRis } from "@citation-js/plugin-ris/lib/ris.js";
import { parse as parseCsv } from "csv-parse/sync";
import {
  built,
  builtNames,
  fullTitle,
  isReport,
  issuedOf,
  joined,
  keywordsOf,
  kindName,
  linkOf,
  list,
  notesOf,
  publications,
  sheet,
  site,
  sourceOf,
} from "./support.mjs";

const ids = publications.map((row) => row.id);
const read = (text, target = "@csl/list+object") => plugins.input.chain(text, { generateGraph: false, target });

/** Compares what was read with what is expected; what is expected to be empty must not be there at all. */
function same(id, found, expected) {
  for (const [field, value] of Object.entries(expected)) {
    const wanted = value === "" || value === undefined ? undefined : value;
    assert.deepEqual(found[field], wanted, `${id}: ${field}`);
  }
}

function hasNotes(row, note) {
  for (const part of notesOf(row)) assert.ok(note.includes(part), `${row.id}: "${part}" is not in "${note}"`);
}

const issued = (row) => issuedOf(row) && { "date-parts": [issuedOf(row)] };

test("there is a file of each publication in each format, and no other", () => {
  const endings = ["bib", "csv", "json", "ris"];
  assert.deepEqual(builtNames("cite").sort(), ids.flatMap((id) => endings.map((ending) => `${id}.${ending}`)).sort());
  const hashed = /[-.][0-9a-f]{8,}(_bg)?\.\w+$/;
  const alike = builtNames("cite").filter((name) => hashed.test(name));
  assert.deepEqual(alike, [], "a server would take these names for names with a hash");
});

test("the file of one publication is the sheet's entry with what goes around it", () => {
  for (const [format, ending] of [["ris", "ris"], ["bib", "bib"], ["csl", "json"], ["csv", "csv"]]) {
    const all = sheet(format);
    for (const id of ids) assert.equal(built(`cite/${id}.${ending}`), joined(all, [id]), `${id}.${ending}`);
    assert.equal(all[".name"], `publications.${ending}`);
    assert.match(all[".type"], /^[a-z]+\/[a-z.+-]+$/);
  }
});

test("RIS: every field of every publication is read back", () => {
  const text = joined(sheet("ris"), ids);
  assert.ok(!/[^\r]\n|\r[^\n]/.test(text), "every line ends in CR LF");
  const tagged = parseRis(text);
  const cited = read(text);
  assert.equal(tagged.length, publications.length);
  assert.equal(cited.length, publications.length);
  publications.forEach((row, at) => {
    const [tags, item] = [tagged[at], cited[at]];
    same(row.id, tags, {
      TY: isReport(row) ? "RPRT" : "GEN",
      ID: row.id,
      TI: fullTitle(row),
      PY: issuedOf(row)?.[0].toString(),
      M3: kindName(row),
      LA: list(row.languages)[0],
      SN: isReport(row) ? row.who_ref : row.isbn,
      SP: row.pages,
      AN: row.iris_handle,
      UR: linkOf(row),
      AB: row.summary,
    });
    assert.deepEqual([tags.KW].flat(), keywordsOf(row), row.id);
    hasNotes(row, tags.N1);
    if (isReport(row) && row.isbn !== "") assert.ok(tags.N1.startsWith(`ISBN: ${row.isbn}. `), row.id);
    same(row.id, item, {
      id: row.id,
      type: isReport(row) ? "report" : "document",
      title: fullTitle(row),
      issued: issued(row),
      genre: kindName(row),
      language: list(row.languages)[0],
      URL: linkOf(row),
      abstract: row.summary,
    });
  });
});

test("BibTeX: every field of every publication is read back", () => {
  const text = joined(sheet("bib"), ids);
  const entries = read(text, "@biblatex/entries+list");
  const cited = read(text);
  assert.deepEqual(entries.map((entry) => entry.label), ids, "the key is the id");
  publications.forEach((row, at) => {
    const [{ type, properties }, item] = [entries[at], cited[at]];
    assert.equal(type, isReport(row) ? "techreport" : "misc", row.id);
    same(row.id, properties, {
      number: row.who_ref && row.who_ref.replaceAll(/[&%$#_]/g, "\\$&"),
      year: issuedOf(row)?.[0].toString(),
      date: issuedOf(row)?.length > 1 ? row.date : undefined,
      month: issuedOf(row)?.[1]?.toString().padStart(2, "0"),
      isbn: row.isbn,
      pagetotal: row.pages,
      eprint: row.iris_handle,
      eprinttype: row.iris_handle && "hdl",
      url: linkOf(row),
    });
    assert.match(properties.title, /^\{.*\}$/, `${row.id}: the title keeps its capitals`);
    same(row.id, item, {
      id: row.id,
      type: isReport(row) ? "report" : "document",
      title: fullTitle(row),
      genre: kindName(row),
      issued: issued(row),
      language: list(row.languages)[0],
      ISBN: row.isbn,
      "number-of-pages": row.pages,
      URL: linkOf(row),
      keyword: keywordsOf(row).map((word) => word.replaceAll(",", "")).join(","),
      abstract: row.summary,
    });
    if (isReport(row)) same(row.id, item, { number: row.who_ref });
    hasNotes(row, item.annote);
  });
});

// The variables of csl-data.json 1.0.2 that are in use.
const CSL = [
  "id", "type", "title", "genre", "number", "issued", "language", "ISBN", "number-of-pages", "archive",
  "archive_location", "URL", "keyword", "abstract", "note",
];

test("CSL-JSON: every field of every publication is read back", () => {
  const text = joined(sheet("csl"), ids);
  const cited = read(text);
  assert.equal(cited.length, publications.length);
  for (const item of JSON.parse(text)) assert.deepEqual(Object.keys(item).filter((key) => !CSL.includes(key)), [], item.id);
  publications.forEach((row, at) => {
    same(row.id, cited[at], {
      id: row.id,
      type: isReport(row) ? "report" : "document",
      title: fullTitle(row),
      genre: kindName(row),
      number: row.who_ref,
      issued: issued(row),
      language: list(row.languages)[0],
      ISBN: row.isbn,
      "number-of-pages": row.pages,
      archive: row.iris_handle && "IRIS",
      archive_location: row.iris_handle,
      URL: linkOf(row),
      keyword: keywordsOf(row).join(", "),
      abstract: row.summary,
    });
    hasNotes(row, cited[at].note);
  });
});

test("a style sets every publication from the CSL-JSON", () => {
  const [first] = new Cite(joined(sheet("csl"), ids.slice(0, 1))).format("bibliography", { format: "text", template: "apa" }).split("\n");
  assert.ok(first.includes(publications[0].title), first);
  const all = new Cite(joined(sheet("csl"), ids)).format("bibliography", { format: "text", template: "vancouver", asEntryArray: true });
  assert.equal(all.length, publications.length);
  const text = new Map(all);
  for (const row of publications) {
    const year = issuedOf(row)?.[0];
    if (year !== undefined) assert.ok(text.get(row.id).includes(year), `${row.id}: ${text.get(row.id)}`);
  }
});

/** Takes away the apostrophe that keeps a spreadsheet from calculating. */
const unguarded = (cell) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

test("CSV: every cell of every publication is read back", () => {
  const rows = parseCsv(joined(sheet("csv"), ids), { bom: true, columns: true, record_delimiter: "\r\n" });
  assert.equal(rows.length, publications.length);
  publications.forEach((row, at) => {
    const cells = Object.fromEntries(Object.entries(rows[at]).map(([column, cell]) => [column, unguarded(cell)]));
    // What editors note for themselves and for the list is no part of a citation.
    const { url_basis, copy, added, ...facts } = row;
    const { citation, ...rest } = cells;
    assert.deepEqual({ ...rest }, { ...facts, url: linkOf(row), source: sourceOf(row), content_date: site.content_date });
    assert.ok(citation.startsWith(fullTitle(row)), citation);
    for (const cell of Object.values(rows[at])) assert.ok(!/^[=+\-@\t\r]/.test(cell), cell);
  });
});
