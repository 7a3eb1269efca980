// Generated collections with the index that the content compiler writes for them, kept between runs.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { write as generate } from "./generate.mjs";

const built = resolve(process.env.CARGO_TARGET_DIR ?? "target");

/** Where collections lie. */
export const FOLDER = `${built}/search-report`;

const run = (command, args, options = {}) => execFileSync(command, args, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", ...options });

/** Builds the content compiler for large collections. */
export function buildCompiler() {
  run("cargo", ["build", "--quiet", "--locked", "--profile", "bench", "--no-default-features", "--features", "tools", "--bin", "bundle"]);
}

/** Runs the content compiler over the content of another folder. */
export const compile = (args, root) => run(`${built}/release/bundle`, args, { env: { ...process.env, CARGO_MANIFEST_DIR: root } });

/** Makes the records of a size, if they are not there, and their index. Gives the folder of the index. */
export function indexed(size) {
  const file = `${FOLDER}/${size}.jsonl`;
  if (!existsSync(file)) generate(size, file);
  const folder = `${FOLDER}/${size}`;
  run(`${built}/release/bundle`, ["search", "--out", folder, "--works", file]);
  return folder;
}

/** The records of a size. */
export const recordsOf = (size) => readFileSync(`${FOLDER}/${size}.jsonl`, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

/**
 * The files of a site, path by path, with a collection in the place of its own publications. `files` are those of the site.
 * What a collection is kept as (`shards`) stands in the name of its manifest.
 */
export function withCollection(files, folder) {
  const build = readdirSync(folder).find((entry) => /^[0-9a-f]{16}$/.test(entry));
  const index = JSON.parse(files.get("/data/index.json"));
  const manifest = `search/${build}/shards.bin`;
  index.parts.search = { ...index.parts.search, file: manifest };
  delete index.parts.first_replies; // those of the site's own publications
  const changed = new Map(files);
  changed.set("/data/index.json", Buffer.from(JSON.stringify(index)));
  changed.set(`/data/${manifest}`, readFileSync(`${folder}/manifest.bin`));
  for (const part of readdirSync(`${folder}/${build}`)) {
    changed.set(`/data/search/${build}/${part}`, readFileSync(`${folder}/${build}/${part}`));
  }
  return changed;
}
