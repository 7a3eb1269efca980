// Makes the modules in a folder small, as public/index.html has it for the app itself.
//
//   node scripts/split/shrink.mjs WORK
//
// There are more than a hundred, most of them tiny: to start the optimizer anew for each would take minutes.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const installed = createRequire(new URL("../../tests/package.json", import.meta.url)); // scripts/setup installs it there
const { default: binaryen } = await import(pathToFileURL(installed.resolve("binaryen")));

const { BulkMemory, ReferenceTypes, NontrappingFPToInt, SignExt, MutableGlobals, Multivalue } = binaryen.Features;
const FEATURES = BulkMemory | ReferenceTypes | NontrappingFPToInt | SignExt | MutableGlobals | Multivalue;
const SPEED = { optimize: 2, shrink: 0 }; // -O2
const SIZE = { optimize: 2, shrink: 2 }; // -Oz

binaryen.setLowMemoryUnused(true);
binaryen.setDebugInfo(false);

function optimize(module, { optimize, shrink }) {
  binaryen.setOptimizeLevel(optimize);
  binaryen.setShrinkLevel(shrink);
  module.optimize();
}

const [work] = process.argv.slice(2);
for (const name of readdirSync(work).filter((name) => /^(chunk|split)_\w+\.wasm$/.test(name))) {
  const module = binaryen.readBinary(readFileSync(`${work}/${name}`), FEATURES);
  optimize(module, SPEED);
  module.runPasses(["flatten", "rereloop"]);
  optimize(module, SPEED);
  module.runPasses(["gufa-optimizing", "dae-optimizing"]);
  optimize(module, SIZE);
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
  writeFileSync(`${work}/${name}`, module.emitBinary());
  module.dispose();
}
