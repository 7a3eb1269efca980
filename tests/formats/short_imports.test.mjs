// Short names for what the app's code imports (scripts/split/imports.mjs), held to what WebAssembly itself says of a module.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { withShortImports } from "../../scripts/split/imports.mjs";

const OURS = "./app_bg.js";
const COUNT = 300; // more than there are letters, and than fit in one byte

function module() {
  const functions = Array.from({ length: COUNT }, (_, index) => `(import "${OURS}" "long_name_of_${index}" (func $f${index} (result i32)))`);
  const text = `(module
    (import "other" "memory" (memory 1 2))
    (import "other" "table" (table 1 8 funcref))
    ${functions.join("\n")}
    (import "other" "stack" (global (mut i32)))
    (import "${OURS}" "base" (global $base i32))
    (func (export "last") (result i32) (i32.add (call $f${COUNT - 1}) (global.get $base))))`;
  return execFileSync("wasm-as", ["-", "-o", "-", "--enable-mutable-globals"], { input: text });
}

test("names of one module become short and differ, all else is as it was", async () => {
  const before = module();
  const { bytes, names } = withShortImports(before, OURS);
  const short = new Map(names);
  assert.equal(short.size, COUNT + 1);
  assert.equal(new Set(short.values()).size, COUNT + 1);
  assert.ok([...short.values()].every((name) => name.length <= 2));
  const renamed = (entry) => ({ ...entry, name: entry.module === OURS ? short.get(entry.name) : entry.name });
  assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(bytes)), WebAssembly.Module.imports(new WebAssembly.Module(before)).map(renamed));
  const functions = Array.from({ length: COUNT }, (_, index) => [short.get(`long_name_of_${index}`), () => index]);
  const { exports } = await WebAssembly.instantiate(new WebAssembly.Module(bytes), {
    other: { memory: new WebAssembly.Memory({ initial: 1, maximum: 2 }), table: new WebAssembly.Table({ initial: 1, maximum: 8, element: "anyfunc" }), stack: new WebAssembly.Global({ value: "i32", mutable: true }, 0) },
    [OURS]: { ...Object.fromEntries(functions), [short.get("base")]: 1000 },
  });
  assert.equal(exports.last(), 1000 + COUNT - 1);
});

test("a module that imports nothing from it stays as it is", () => {
  const before = module();
  const { bytes, names } = withShortImports(before, "./elsewhere.js");
  assert.deepEqual(names, []);
  assert.deepEqual(Buffer.from(bytes), before);
});
