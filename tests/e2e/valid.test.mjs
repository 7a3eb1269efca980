// The written pages as other software reads them: a checker of HTML, a reader of JSON-LD, a reader of sitemaps.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";

import jsonld from "jsonld";
import { ErrorLevel, XMLToSitemapIndexStream, XMLToSitemapItemStream } from "sitemap";
import vnu from "vnu-jar";

// Another one can be checked, such as a copy that was spoiled to see these tests fail.
const SITE = process.env.SITE ?? "dist";
const HOST = "https://cooperation.example";

/** The files of all pages, as paths in the site. */
const pages = () => readdirSync(SITE, { recursive: true }).filter((file) => file.endsWith(".html"));

/** One fault is often on hundreds of pages: each is told once, with how often it is found and the first place. */
function assertNone(faults) {
  const known = new Map();
  for (const [fault, place] of faults) {
    if (!known.has(fault)) known.set(fault, { fault, place, times: 0 });
    known.get(fault).times += 1;
  }
  assert.deepEqual([...known.values()], []);
}

/** What the checker of HTML is wrong about. */
const ALLOWED = [
  // SVG 2 (section 9.6.1) has `pathLength` for all shapes. The checker knows SVG 1.1, where only `path` has it.
  "Attribute “pathLength” not allowed on element “line” at this point.",
];

/** All that the checker says of some files and folders: errors and warnings, each with its file. It takes about a minute for the site. */
function checked(...places) {
  const options = ["--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always"];
  const said = execFileSync("java", ["-Xmx1g", "-jar", `${vnu}`, ...options, ...places], { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(said).messages;
}

test("every page is valid HTML: the checker of the W3C has no error and no warning", { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "checked-"));
  try {
    // That nothing is said must not come from nothing being read: a page that is wrong goes along.
    const wrong = join(folder, "wrong.html");
    writeFileSync(wrong, '<!doctype html><html lang="en"><title>Wrong</title><p></b>');
    const messages = checked(SITE, wrong).filter(({ message }) => !ALLOWED.includes(message));
    const isOfWrong = ({ url }) => url.endsWith(wrong);
    assert.deepEqual(messages.filter(isOfWrong).map(({ message }) => message), ["Stray end tag “b”."]);
    assertNone(messages.filter((message) => !isOfWrong(message)).map(({ type, subType, message, extract, url }) => [`${subType ?? type}: ${message}`, `${url}: ${extract}`]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const SCHEMA = "https://schema.org/";

/**
 * The vocabulary of schema.org. Its only small form on npm are the types for TypeScript that Google makes of it: an interface for each
 * type of thing, `Base` with its properties and those of others it extends, `Leaf` for what may be used as `@type`.
 */
function vocabulary() {
  const text = readFileSync("tests/node_modules/schema-dts/dist/schema.d.ts", "utf8");
  const interfaces = new Map();
  const context = { "@vocab": SCHEMA };
  for (const [, name, parents, body] of text.matchAll(/^(?:export )?interface (\w+) extends (.*) \{$([^]*?)^\}$/gm)) {
    const properties = [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;$/gm)];
    interfaces.set(name, { parents: parents.split(", "), properties: properties.map(([, property]) => property) });
    // Which texts are addresses or dates, by the rule of the context that schema.org gives out.
    for (const [, property, range] of properties) {
      const kinds = range.split(" | ");
      if (kinds.includes("Date")) context[property] = { "@type": "Date" };
      else if (kinds.includes("URL") && !kinds.includes("Text")) context[property] = { "@type": "@id" };
    }
  }
  // A step on the way to a page is a thing, which search engines let be told by its address.
  context.item = { "@type": "@id" };
  const has = (name, property) => {
    const { parents = [], properties = [] } = interfaces.get(name) ?? {};
    return properties.includes(property) || parents.some((parent) => has(parent, property));
  };
  return { context, isType: (type) => interfaces.has(`${type}Leaf`), has: (type, property) => has(`${type}Leaf`, property) };
}

/** An address is a whole one, and if it is the site's own, that of a page. */
const isAddress = (address) => URL.canParse(address) && (!address.startsWith(HOST) || existsSync(`${SITE}${decodeURIComponent(new URL(address).pathname)}.html`));

/** A year, a month or a day, and one that there is. */
const isDate = (date) => /^\d{4}(-\d\d){0,2}$/.test(date) && !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

/** What is wrong with a thing that JSON-LD tells of, and with those in it. */
function* faultsOf(thing, { isType, has }) {
  const types = (thing["@type"] ?? []).map((type) => type.replace(SCHEMA, ""));
  if (types.length === 0) yield `a thing without a type: ${Object.keys(thing)}`;
  for (const type of types) if (!isType(type)) yield `no type of schema.org: ${type}`;
  for (const [key, values] of Object.entries(thing).filter(([key]) => !key.startsWith("@"))) {
    const property = key.replace(SCHEMA, "");
    // An action says with a suffix what the reader gives for a property (https://schema.org/docs/actions.html).
    if (!types.some((type) => has(type, property.replace(/-(in|out)put$/, "")))) yield `no property of ${types.join(" or ")}: ${property}`;
    for (const value of values) {
      const { "@id": address, "@value": text, "@type": kind } = value;
      if (text !== undefined) {
        if (`${text}`.trim() === "") yield `nothing said: ${property}`;
        if (kind === `${SCHEMA}Date` && !isDate(text)) yield `no date: ${property} ${text}`;
      } else if (address !== undefined) {
        if (!isAddress(address)) yield `no address: ${property} ${address}`;
      } else {
        yield* faultsOf(value, { isType, has });
      }
    }
  }
}

test("what pages tell in JSON-LD are things and properties of schema.org, with dates and addresses", { timeout: 300_000 }, async () => {
  const known = vocabulary();
  assert.ok(known.has("Report", "reportNumber") && known.has("Report", "name") && !known.has("CreativeWork", "reportNumber"), "the vocabulary is read");
  const documentLoader = async (url) => {
    assert.equal(url, "https://schema.org");
    return { contextUrl: null, documentUrl: url, document: { "@context": known.context } };
  };
  const faults = [];
  let count = 0;
  for (const page of pages()) {
    for (const [, text] of readFileSync(join(SITE, page), "utf8").matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)) {
      // "Safe" means that what cannot be understood is an error, where readers are otherwise to pass over it.
      const things = await jsonld.expand(JSON.parse(text), { base: `${HOST}/`, documentLoader, safe: true });
      for (const thing of things) for (const fault of faultsOf(thing, known)) faults.push([fault, page]);
      count += things.length;
    }
  }
  assert.ok(count > 3000, `${count} things`);
  assertNone(faults);
});

test("a reader of sitemaps finds every page, and with it the same pages in other languages that the page itself names", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    cpSync(SITE, folder, { recursive: true });
    execFileSync("cargo", ["run", "--quiet", "--locked", "--no-default-features", "--features", "pages", "--bin", "pages", "--", folder, HOST]);
    const read = async (address, Reader) => {
      const text = readFileSync(join(folder, address.slice(HOST.length)));
      // What a map may hold at most (https://www.sitemaps.org/protocol.html).
      assert.ok(text.length <= 50 << 20, address);
      const entries = await Readable.from([text]).pipe(new Reader({ level: ErrorLevel.THROW, logger: false })).toArray();
      assert.ok(entries.length > 0 && entries.length <= 50_000, address);
      return entries;
    };
    const found = [];
    for (const map of await read(`${HOST}/sitemap.xml`, XMLToSitemapIndexStream)) {
      for (const { url, links } of await read(map.url, XMLToSitemapItemStream)) {
        const page = readFileSync(join(folder, `${url.slice(HOST.length)}.html`), "utf8");
        assert.ok(page.includes(`<link rel="canonical" href="${url}"`), url);
        const others = [...page.matchAll(/<link rel="alternate" hreflang="(.*?)" href="(.*?)"/g)].map(([, lang, href]) => ({ lang, url: href }));
        assert.deepEqual(links, others, url);
        found.push(`${url.slice(HOST.length + 1)}.html`);
      }
    }
    // Neither the choice of a language nor "there is no such page" is to be found by searching, nor what the whole lists have, nor what is
    // made for frames.
    const isOwn = (page) => !["404.html", "index.html"].includes(page) && !page.includes("/by/") && !page.startsWith("embed/");
    assert.deepEqual(found.sort(), pages().filter(isOwn).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
