// Our search: the WebAssembly module that is shipped, and an index as the content compiler wrote it.

import { readFileSync, readdirSync } from "node:fs";
import { FACETS } from "./facets.mjs";
import { readReply } from "./reply.mjs";

export { question, readReplaced } from "./reply.mjs";

let opened = 0;

/** A manifest and its parts, from a folder; `supplied` tells which parts the module got. */
export async function openEngine(modules, folder, name) {
  // Under another address it is another instance, with a memory of its own.
  const glue = await import(`${modules}/${name}.js?${opened++}`);
  const wasm = glue.initSync({ module: readFileSync(`${modules}/${name}_bg.wasm`) });
  const build = readdirSync(folder).find((entry) => /^[0-9a-f]{16}$/.test(entry));
  const read = (part) => readFileSync(`${folder}/${build}/${part}.bin`);
  const manifest = readFileSync(`${folder}/manifest.bin`);
  const search = glue.Search.open(manifest);
  if (!search) throw new Error("The manifest is damaged.");
  const supplied = [];
  let milliseconds = 0;
  const supply = (parts) => {
    for (const part of parts) {
      const bytes = read(part);
      const start = performance.now();
      const damaged = search.supply(part, bytes);
      milliseconds += performance.now() - start;
      if (damaged !== 0) throw new Error(`${part} is damaged: ${damaged}`);
      supplied.push({ part, bytes });
    }
  };
  const untilDone = (call) => {
    for (let trips = 0; ; trips++) {
      const bytes = call();
      const reply = readReply(bytes);
      if (reply.damaged) throw new Error(`The search says that something is damaged: ${reply.damaged}`);
      if (!reply.missing) return { ...reply, bytes, trips };
      if (trips > 5) throw new Error(`The search asks for ever: ${reply.missing}`);
      supply(reply.missing);
    }
  };
  return {
    manifest,
    supplied,
    supply,
    supplyTime: () => milliseconds,
    /** How long a new search takes to take the same parts, in a module that has run. */
    supplyAgainTime(parts) {
      const again = glue.Search.open(manifest);
      const start = performance.now();
      for (const { part, bytes } of parts) again.supply(part, bytes);
      const taken = performance.now() - start;
      again.free();
      return taken;
    },
    memory: () => wasm.memory.buffer.byteLength,
    ask: (text) => untilDone(() => search.ask(text)),
    works: (hits) => untilDone(() => search.works(Uint32Array.from(hits))),
    /** For measuring: one call and nothing else. */
    askOnce: (text) => readReply(search.ask(text)),
    values: FACETS.map(({ values }) => values),
  };
}

/** The ids of works in a reply, in their order. The first field of each work is its id. */
export function idOfWork(reply) {
  const length = reply.bytes[5];
  return new TextDecoder().decode(reply.bytes.subarray(6, 6 + length));
}
