// Texts that are instructions to one format or another. The facts hold few of them, so a copy of the content gets them, is
// compiled, and is read back as everything else.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse } from "csv-parse/sync";
import { parseAtomFeed } from "feedsmith";
import { publications, ROOT } from "./support.mjs";

const TEXTS = [
  "=SUM(A1:A9)*50 % & more",
  "+1", "-1", "@cell", "'=1", "''+1", "'quoted'",
  "{Braces} and }odd{ ones",
  "Back\\slash \\input{x} \\",
  "~tilde^caret",
  "$math$ #1 _under_ \"quoted\" 'single' ''double''",
  "dash-dash--dash---dash ``grave``",
  "@misc{a, title = {b}}, # comment",
  "TY - JOUR", "ER - ",
  "a, \"b\"; c", "\"", ",",
  "& &amp; &#65; ]]> > %",
  "تقرير عن العمل (2024): 50 %", "世界卫生组织与国家合作", "Доклад № 5", "Côte d’Ivoire 🩺",
].map((text) => text.trim());

// One type of publication that a feed holds all of.
const KIND = "annual_report";
const ids = publications.filter((row) => row.type === KIND).map((row) => row.id).slice(0, TEXTS.length);

const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;
let project;
const built = (name) => readFileSync(join(project, "out", name), "utf8");

before(() => {
  assert.equal(ids.length, TEXTS.length, "there is a publication for each text");
  project = mkdtempSync(join(tmpdir(), "hard-texts-"));
  for (const folder of ["content", "style", "src/domain", "public/embed"]) cpSync(join(ROOT, folder), join(project, folder), { recursive: true });
  const changed = publications.map((row) => {
    const text = TEXTS[ids.indexOf(row.id)];
    return text === undefined ? row : { ...row, title: text, subtitle: "", summary: text };
  });
  const lines = [Object.keys(publications[0]), ...changed.map((row) => Object.values(row))];
  writeFileSync(join(project, "content/publications.csv"), lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join(""));
  const compiler = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/bundle");
  execFileSync(compiler, ["build", "--out", join(project, "out")], { env: { ...process.env, CARGO_MANIFEST_DIR: project } });
});

after(() => rmSync(project, { recursive: true, force: true }));

// Told what it reads: left to guess, citation.js takes a RIS record with "@misc{" in its title for BibTeX.
const TYPES = { ris: "@ris/file", bib: "@biblatex/text", json: "@else/json" };
const cited = (id, ending) =>
  plugins.input.chain(built(`cite/${id}.${ending}`), { generateGraph: false, forceType: TYPES[ending] });

for (const ending of Object.keys(TYPES)) {
  test(`${ending}: hard texts are read back`, () => {
    ids.forEach((id, at) => {
      const items = cited(id, ending);
      assert.equal(items.length, 1, TEXTS[at]);
      assert.equal(items[0].title, TEXTS[at]);
      assert.equal(items[0].abstract, TEXTS[at]);
      assert.equal(items[0].id, id);
    });
  });
}

test("csv: hard texts are read back, and none is calculated", () => {
  ids.forEach((id, at) => {
    const [row] = parse(built(`cite/${id}.csv`), { bom: true, columns: true });
    assert.ok(!/^[=+\-@]/.test(row.title), row.title);
    const title = /^'+[=+\-@]/.test(row.title) ? row.title.slice(1) : row.title;
    assert.equal(title, TEXTS[at]);
  });
});

test("Atom: hard texts are read back", () => {
  const { entries } = parseAtomFeed(built(`feeds/en/type/${KIND}.xml`));
  const byId = new Map(entries.map((entry) => [entry.links[0].href.split("/").at(-1), entry]));
  ids.forEach((id, at) => {
    assert.equal(byId.get(id).title.value, TEXTS[at]);
    assert.equal(byId.get(id).summary.value, TEXTS[at]);
  });
});
