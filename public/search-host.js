// The search in a worker: fetches a module and the parts of an index, and passes questions and replies on. Where no
// worker can be had (some frames forbid it) the same code runs in the page.
//
// What is asked and replied: src/domain/search/result_page.rs. A reply of "3" says that the connection failed.

const ANSWER = "0";
const DAMAGED = "2";
const CONNECTION = "3";
const PLAIN = "4";
const STALL_MS = 20_000; // no answer for so long: the connection is given up
const TRIES = 3;
const MOST_TRIPS = 8; // each names what it lacks; more than these would be a fault of the search

// The name of the manifest's file says which module can read it.
const MODULES = { scan: "search_scan", memory: "search_memory", shards: "search_parts" };

const isWorker = typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;
const engines = new Map();
const failed = new Set(); // manifests that could not be opened: the next try goes past a cache

// The bytes of a file. A damaged copy may sit in a cache, so a new try goes past it.
async function download(url, isFresh) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const cache = isFresh || attempt > 1 ? "reload" : "default";
      const response = await fetch(url, { cache, signal: AbortSignal.timeout(STALL_MS) });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      if (response.status !== 408 && response.status !== 429 && response.status < 500) return null;
    } catch {
      // No connection, or too slow a one.
    }
    if (attempt === TRIES) throw new Error("connection");
    await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 150 * (0.5 + Math.random())));
  }
}

// A module with a manifest in it; nothing if one of them is damaged.
async function open(manifest, isFresh) {
  const [, folder, kind] = manifest.match(/^(.*\/)([a-z]+)\.bin$/) ?? [];
  const name = MODULES[kind] ?? "search_parts";
  const code = new URL(`${name}_bg.wasm`, import.meta.url);
  const [glue, wasm, bytes] = await Promise.all([import(`./${name}.js`), download(code, isFresh), download(manifest, isFresh)]);
  if (!wasm || !bytes) return null;
  await glue.default({ module_or_path: wasm });
  const search = glue.Search.open(bytes);
  return search && { search, folder, underway: new Map() };
}

function engine(manifest) {
  const known = engines.get(manifest);
  if (known) return known;
  const opened = open(manifest, failed.has(manifest));
  const forget = () => {
    failed.add(manifest);
    engines.delete(manifest);
  };
  opened.then((engine) => engine ?? forget(), forget);
  engines.set(manifest, opened);
  return opened;
}

// Fetches a part and hands it over; a damaged one once more. Two questions may want the same part at the same time.
function supply(engine, name) {
  const known = engine.underway.get(name);
  if (known) return known;
  const supplied = fetchPart(engine, name).finally(() => engine.underway.delete(name));
  engine.underway.set(name, supplied);
  return supplied;
}

async function fetchPart({ search, folder }, name) {
  for (const isFresh of [false, true]) {
    const bytes = await download(`${folder}${name}.bin`, isFresh);
    if (bytes && search.supply(name, bytes) === 0) return true;
  }
  return false;
}

// The words of a question are looked up in parts of their own: if these cannot be had, the rest is answered, and told so.
async function answer(manifest, question) {
  const reply = await answerWhole(manifest, question);
  if (reply !== CONNECTION && reply !== DAMAGED) return reply;
  const rest = new URLSearchParams(question);
  if (!rest.has("q")) return reply;
  rest.delete("q");
  const plain = await answerWhole(manifest, `?${rest}`);
  return plain.startsWith(ANSWER) ? PLAIN + plain.slice(1) : reply;
}

async function answerWhole(manifest, question) {
  try {
    const opened = await engine(manifest);
    if (!opened) return DAMAGED;
    for (let trip = 0; trip < MOST_TRIPS; trip += 1) {
      const reply = opened.search.page(question);
      if (!reply.startsWith("1")) return reply;
      const names = reply.slice(1).split("\n");
      const supplied = await Promise.all(names.map((name) => supply(opened, name)));
      if (supplied.includes(false)) return DAMAGED;
    }
    return DAMAGED;
  } catch (error) {
    return error.message === "connection" || error instanceof TypeError ? CONNECTION : DAMAGED;
  }
}

let worker = null;
const waiting = new Map();
let asked = 0;

// Whatever waits for a worker that does not start is answered here.
function doWithout() {
  worker = null;
  for (const [number, { manifest, question, resolve }] of waiting) {
    waiting.delete(number);
    answer(manifest, question).then(resolve);
  }
}

function start() {
  try {
    worker = new Worker(globalThis.countryCooperation.ownScript(import.meta.url), { type: "module" });
    worker.addEventListener("error", doWithout);
    worker.addEventListener("message", ({ data: [number, reply] }) => {
      waiting.get(number)?.resolve(reply);
      waiting.delete(number);
    });
  } catch {
    worker = null;
  }
}

/** Answers a question to the search whose manifest lies at an address. */
export function ask(manifest, question) {
  if (!worker) return answer(manifest, question);
  return new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, { manifest, question, resolve });
    worker.postMessage([asked, manifest, question]);
  });
}

/**
 * Saves the citations of all that a question finds as one file; src/domain/citation_list.rs says what a sheet is. Tells
 * whether that worked.
 */
export async function cite(manifest, question, address) {
  const [reply, bytes] = await Promise.all([ask(manifest, `${question}&ids=yes`), download(address)]);
  if (!reply.startsWith(ANSWER) || !bytes) return false;
  const sheet = new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes))));
  const entries = reply.slice(1).split("\x1f").map((id) => sheet.get(id)).filter(Boolean);
  const text = sheet.get(".head") + entries.join(sheet.get(".between")) + sheet.get(".tail");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: sheet.get(".type") }));
  link.download = sheet.get(".name");
  link.click();
  // The browser has taken the address with the click; the bytes need not stay.
  URL.revokeObjectURL(link.href);
  return true;
}

if (isWorker) {
  addEventListener("message", async ({ data: [number, manifest, question] }) => {
    postMessage([number, await answer(manifest, question)]);
  });
} else {
  start();
}
