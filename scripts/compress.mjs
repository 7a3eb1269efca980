// Puts beside each file of a folder what servers send in its place to save bytes: a brotli and a gzip form.
//
//   node scripts/compress.mjs dist

import { readdirSync, statSync, writeFileSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const KINDS = new Set([".bib", ".bin", ".css", ".csv", ".html", ".js", ".json", ".ris", ".svg", ".ts", ".txt", ".wasm", ".webmanifest", ".xml"]);
const SMALLEST = 1024; // bytes; below it a packet is not saved
const AT_ONCE = 4; // as many as Node compresses side by side

const forms = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gz: (body) => promisify(gzip)(body, { level: 9 }),
};

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((file) => KINDS.has(extname(file)) && statSync(file).size >= SMALLEST);

async function work() {
  for (let file = files.pop(); file; file = files.pop()) {
    const body = readFileSync(file);
    for (const [end, form] of Object.entries(forms)) {
      const small = await form(body);
      if (small.length < body.length) writeFileSync(`${file}.${end}`, small);
    }
  }
}
const count = files.length;
await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(`${count} files were compressed.`);
