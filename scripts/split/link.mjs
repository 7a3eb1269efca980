// Joins the chunks of code that a view needs to one file each, and tells the glue how to ask for them.
//
//   node scripts/split/link.mjs WORK CHUNKS GLUE
//
// GLUE is what wasm-bindgen has made, without the endings .js and _bg.wasm.
//
// WORK is where wasm-split-cli has put its modules: one for each view, and one for each set of views that share code. Most of the
// latter are tiny, so they lie in the file of each view that needs them, and boot.js passes over those that it has met before.
// What is large, and shared by more than two, is a file of its own. A file is a row of modules: number and length of each in four
// bytes (little-endian), then the module. CHUNKS/views.json tells which files a view needs.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { withShortImports } from "./imports.mjs";

const LARGE = 16 * 1024; // bytes of a module
const FEW = 2; // views that share a module: one request less is worth more to each than that the other may have it already

const [work, chunks, glue] = process.argv.slice(2);
const numbers = new Map(readdirSync(work).filter((name) => /^(chunk|split)_\w+\.wasm$/.test(name)).sort().map((name, number) => [name, number]));
const module = (name) => readFileSync(`${work}/${name}`);

// The modules of each view, as wasm-split-cli's own way of loading them tells: first those that are shared, then the view's.
function modulesOfViews() {
  const script = readFileSync(`${work}/__wasm_split.js`, "utf8");
  const shared = new Map([...script.matchAll(/const (__chunk_\d+) = makeLoad\([^"]*"\.\/(chunk_\d+\.wasm)"/g)].map(([, name, file]) => [name, file]));
  const views = script.split(/^export const __wasm_split_load_/m).slice(1);
  return new Map(views.map((text) => {
    const [name] = text.match(/^\w+/);
    const own = text.match(/"\.\/(split_\w+\.wasm)"/);
    const needed = [...text.matchAll(/\b__chunk_\d+\b/g)].map(([name]) => shared.get(name));
    if (needed.includes(undefined)) throw new Error(`A chunk of ${name} is not known.`);
    return [name, own ? [...needed, own[1]] : needed];
  }));
}

function write(name, modules) {
  const bytes = Buffer.concat(modules.flatMap((file) => {
    const body = module(file);
    const head = Buffer.alloc(8);
    head.writeUInt32LE(numbers.get(file), 0);
    head.writeUInt32LE(body.length, 4);
    return [head, body];
  }));
  const file = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.bin`;
  writeFileSync(`${chunks}/${file}`, bytes);
  return file;
}

const views = modulesOfViews();
const sharing = (file) => [...views.values()].filter((modules) => modules.includes(file)).length;
const isLarge = (file) => file.startsWith("chunk_") && module(file).length >= LARGE && sharing(file) > FEW;
const large = new Map([...new Set([...views.values()].flat().filter(isLarge))].map((file, index) => [file, write(`shared${index + 1}`, [file])]));
const files = {};
for (const [name, modules] of views) {
  files[name] = [write(name, modules.filter((file) => !large.has(file))), ...modules.filter((file) => large.has(file)).map((file) => large.get(file))];
}
writeFileSync(`${chunks}/views.json`, JSON.stringify(files));

// The loaders are in boot.js (public/boot/chunks.js), which has them when the glue is run.
const IMPORT = /^import \* as \w+ from "\.\/__wasm_split\.js";?\n/gm;
const USE = /^\s*"\.\/__wasm_split\.js": \w+,\n/gm;
let text = readFileSync(`${glue}.js`, "utf8").replace(IMPORT, "");
if (!USE.test(text)) throw new Error("The glue does not ask for chunks.");
let isFirst = true;
text = text.replace(USE, () => {
  const line = isFirst ? '"./__wasm_split.js": countryCooperation.chunks(() => wasm),\n' : "";
  isFirst = false;
  return line;
});

// wasm-bindgen gives what the code imports long names with a hash in each, both in the glue and in the code.
const wasm = `${glue}_bg.wasm`;
const { bytes, names } = withShortImports(readFileSync(wasm), `./${basename(glue)}_bg.js`);
for (const [name, short] of names) {
  const key = new RegExp(`^(\\s*)${name}(?=: )`, "m");
  if (!key.test(text)) throw new Error(`The glue does not have ${name}.`);
  text = text.replace(key, `$1${short}`);
}
writeFileSync(wasm, bytes);
writeFileSync(`${glue}.js`, text);
rmSync(work, { recursive: true });
