// The content as an editor has changed it, compiled.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildCompiler, compile } from "../report/search/collection.mjs";
import { readFiles } from "../report/server.mjs";

buildCompiler();

/** The files of the bundle after an edit of the content. `edit` is given a function that changes a file. */
export function edited(edit) {
  const root = mkdtempSync(join(tmpdir(), "content-"));
  try {
    for (const folder of ["content", "style", "src/domain", "public/embed"]) cpSync(folder, join(root, folder), { recursive: true });
    edit((file, change) => writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8"))));
    compile(["build"], root);
    return readFiles(join(root, "target/bundle"));
  } finally {
    rmSync(root, { recursive: true });
  }
}
