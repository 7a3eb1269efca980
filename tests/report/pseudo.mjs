// Pseudo-locales: the site with words that nobody has to translate to see whether they all come from the message files and
// have room. Accented words are two fifths longer and stand in brackets; mirrored ones run from right to left.
//
//   node tests/report/pseudo.mjs accented      serves dist/ so; /en is in the pseudo-locale
//   node tests/report/pseudo.mjs mirrored      the same with /ar

import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

import { readFiles, startServer } from "./server.mjs";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = [..."ȧƀçḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁÇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ"];

/** Changes the words of a text, not its placeholders. */
const words = (text, change) => text.replace(/\{\{.*?\}\}|[^{}]+/g, (piece) => (piece.startsWith("{{") ? piece : change(piece)));

/** "Menu" becomes "⟦Ḿḗƞŭ ẋẋ⟧". */
export const accented = (text) =>
  `⟦${words(text, (piece) => piece.replace(/[a-zA-Z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)]))}${" ẋẋẋẋ".repeat(Math.ceil(text.length * 0.08))}⟧`;

/** The letters run from right to left, as Hebrew and Arabic ones do by themselves. */
export const mirrored = (text) => `⟦${words(text, (piece) => piece.replace(/[A-Za-z]+/g, (word) => `\u202e${word}\u202c`))}⟧`;

const KINDS = { accented: ["en", accented], mirrored: ["ar", mirrored] };
const each = (values, change) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
const story = (block, change) => each(block, (text) => text.split(/([\u001d\u001e]|\u001f[^\u001d\u001e]*)/).map((piece) => (/^[\u001d-\u001f]|^$/.test(piece) ? piece : change(piece))).join(""));

/** The files of a built site with one of the pseudo-locales in the place of a language. */
export function pseudo(files, kind) {
  const [language, change] = KINDS[kind];
  const index = JSON.parse(files.get("/data/index.json"));
  const changed = new Map(files);
  const read = (key) => JSON.parse(files.get(`/data/${index.parts[key].file}`));
  const write = (key, value) => {
    const bytes = Buffer.from(JSON.stringify(value));
    const file = `${key}.pseudo-${kind}.json`;
    index.parts[key] = { file, bytes: String(bytes.length), sha256: createHash("sha256").update(bytes).digest("base64") };
    changed.set(`/data/${file}`, bytes);
  };
  const { fingerprint, texts, plurals } = read("messages.en");
  // Each form that the language has, said as in English.
  const forms = read(`messages.${language}`).plurals.map((own, at) => Object.fromEntries(Object.keys(own).map((category) => [category, change(plurals[at][category] ?? plurals[at].other)])));
  write(`messages.${language}`, { fingerprint, texts: texts.map(change), plurals: forms });
  // Names of countries are facts, and stay as they are.
  const isName = ([key]) => key.startsWith("country.");
  const names = Object.entries(read(`terms.${language}`)).filter(isName);
  const labels = Object.entries(read("terms.en")).filter((entry) => !isName(entry));
  write(`terms.${language}`, { ...each(Object.fromEntries(labels), change), ...Object.fromEntries(names) });
  for (const key of Object.keys(index.parts).filter((part) => part.startsWith("story.") && part.endsWith(".en"))) {
    const { blocks, title, summary, ...rest } = read(key);
    // The site refuses stories with signs that change the direction, as it should.
    const change = accented;
    const shown = blocks.map(({ id, ...block }) => ({ ...story(block, change), ...(id && { id }) }));
    write(key.replace(/en$/, language), { ...rest, title: change(title), summary: change(summary), blocks: shown });
  }
  changed.set("/data/index.json", Buffer.from(JSON.stringify(index)));
  return changed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [kind] = process.argv.slice(2).filter((word) => word in KINDS);
  if (!kind) throw new Error("Say which: accented or mirrored.");
  const server = await startServer(pseudo(readFiles("dist"), kind));
  console.log(`${server.url}/${KINDS[kind][0]}`);
}
