// The feeds, read by feedsmith, and by a parser that refuses what is not well-formed XML.

import assert from "node:assert/strict";
import { test } from "node:test";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed } from "feedsmith";
import { built, builtNames, countryName, fullTitle, issuedOf, kindName, linkOf, list, publications, regionName, site, words } from "./support.mjs";

const LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"];
const MOST = 50;
const DAY = /^\d{4}-\d{2}-\d{2}T00:00:00Z$/;
const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
// Any host will do: the feeds do not know theirs.
const HOST = "https://site.example";

const byId = new Map(publications.map((row) => [row.id, row]));
const feeds = builtNames("feeds").map((name) => {
  const [language, ...path] = name.replace(/\.xml$/, "").split("/");
  const text = built(`feeds/${name}`);
  return { name, language, set: path.join("/"), text, feed: parseAtomFeed(text) };
});

/** The rows of a set. */
function members(set) {
  const [kind, value] = set.split("/");
  if (kind === "type") return publications.filter((row) => row.type === value);
  if (kind === "region") return publications.filter((row) => row.who_region === value);
  if (kind === "country") return publications.filter((row) => list(row.countries).includes(value));
  return publications;
}

const link = (of, rel) => of.links?.find((link) => link.rel === rel);
const absolute = (href, name) => new URL(href, `${HOST}/feeds/${name}`).href;
/** The publication of an entry. */
const rowOf = (entry) => byId.get(link(entry, "alternate").href.split("/").at(-1));

test("there is a feed of all, and of every type, region and country that occurs, in six languages", () => {
  const sets = new Set(["publications"]);
  for (const row of publications) {
    for (const set of [`type/${row.type}`, `region/${row.who_region}`]) sets.add(set);
    for (const iso3 of list(row.countries)) sets.add(`country/${iso3}`);
  }
  const expected = LANGUAGES.flatMap((language) => [...sets].map((set) => `${language}/${set}.xml`));
  assert.deepEqual(feeds.map((feed) => feed.name).sort(), expected.sort());
});

test("every feed is well-formed and has what RFC 4287 asks for", () => {
  const ids = new Set();
  for (const { name, language, text, feed } of feeds) {
    assert.equal(XMLValidator.validate(text), true, name);
    assert.match(text, new RegExp(`^<\\?xml [^>]*>\\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`));
    assert.match(feed.id, URN, name);
    ids.add(feed.id);
    assert.equal(feed.updated, `${site.content_date}T00:00:00Z`);
    assert.equal(feed.authors.length, 1);
    assert.equal(feed.authors[0].name, site.publisher?.name ?? words(language)["site.name"]);
    assert.ok(feed.subtitle.value.includes(site.content_date), name);
    assert.equal(absolute(link(feed, "self").href, name), `${HOST}/feeds/${name}`);
  }
  assert.equal(ids.size, feeds.length, "no two feeds have the same id");
});

test("a feed is named after its set and leads to the list of it", () => {
  for (const { name, language, set, feed } of feeds) {
    const [kind, value] = set.split("/");
    const named = {
      publications: () => "",
      type: () => kindName({ type: value }, language),
      region: () => regionName(value, language),
      country: () => countryName(value, language),
    }[kind]();
    const title = feed.title.value;
    assert.ok(title.startsWith(words(language)["site.name"]), title);
    assert.ok(title.endsWith(named === "" ? words(language)["nav.publications"] : ` – ${named}`), title);
    const query = value === undefined ? "" : `?${kind}=${value}`;
    assert.equal(absolute(link(feed, "alternate").href, name), `${HOST}/${language}/publications${query}`);
  }
});

test("every feed holds the newest of its set, each once", () => {
  for (const { name, set, feed } of feeds) {
    const rows = feed.entries.map(rowOf);
    const wanted = members(set);
    assert.equal(rows.length, Math.min(wanted.length, MOST), name);
    assert.equal(new Set(rows).size, rows.length, name);
    assert.ok(rows.every((row) => wanted.includes(row)), name);
    const dates = rows.map((row) => row.date || row.year);
    assert.deepEqual(dates, dates.toSorted().toReversed(), `${name}: newest first, undated last`);
    const oldest = dates.at(-1) ?? "";
    const left = wanted.filter((row) => !rows.includes(row));
    assert.ok(left.every((row) => (row.date || row.year) <= oldest), `${name}: no newer one is left out`);
  }
});

test("every entry tells the facts", () => {
  const ids = new Map();
  for (const { name, language, feed } of feeds) {
    for (const entry of feed.entries) {
      const row = rowOf(entry);
      assert.match(entry.id, URN);
      assert.equal(ids.get(row.id) ?? entry.id, entry.id, "a publication has the same id in every feed");
      ids.set(row.id, entry.id);
      assert.deepEqual(entry.title, { value: fullTitle(row), xml: { lang: list(row.languages)[0] } });
      assert.deepEqual(entry.summary, { value: row.summary, xml: { lang: "en" } });
      assert.equal(absolute(link(entry, "alternate").href, name), `${HOST}/${language}/publications/${row.id}`);
      assert.equal(link(entry, "related")?.href ?? "", linkOf(row));
      const tags = [[row.type, kindName(row, language)], [row.who_region, regionName(row.who_region, language)]];
      tags.push(...list(row.countries).map((iso3) => [iso3, countryName(iso3, language)]));
      assert.deepEqual(entry.categories.map(({ term, label }) => [term, label]), tags);
    }
  }
  assert.equal(new Set(ids.values()).size, ids.size, "no two publications have the same id");
});

test("the dates of entries are those of the facts", () => {
  const moment = ([year, month = 1, day = 1]) => new Date(Date.UTC(year, month - 1, day)).toISOString().replace(".000", "");
  for (const { feed } of feeds) {
    for (const entry of feed.entries) {
      const row = rowOf(entry);
      const issued = issuedOf(row);
      assert.equal(entry.published, issued && moment(issued), row.id);
      assert.match(entry.updated, DAY);
      const known = row.date || row.year;
      assert.equal(entry.updated, known ? moment(known.split("-").map(Number)) : "1970-01-01T00:00:00Z", row.id);
      assert.ok(entry.updated <= feed.updated, row.id);
    }
  }
});
