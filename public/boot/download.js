// Downloads the app, and the first parts of the content.
//
// Trunk's own starter waits for ever on a broken download, so this one downloads the WebAssembly itself: with a
// time limit without progress, a check of length and hash, and new tries where they can help. Meanwhile it asks for
// the first parts of the content, which the app then takes over.

const STALL_MS = 10_000; // no byte for so long: the connection is given up
const TRIES = 3;

// What the first view needs besides its messages, by the first segment of the address; the app asks for whatever else there is.
// With the countries come the terms, which have their names.
// Stories are kept by language; where one is not translated, the English one is shown.
const FIRST_PARTS = {
  "": ["countries", "offices", "figures", "latest", "added", "last_steps"],
  countries: ["countries", "offices", "cycles"],
  strategies: ["countries", "strategies"],
  publications: ["countries", "first_replies"],
  "at-work": ["countries", "offices", "cycles", "publication_years", "figures", "story.at-work"],
  support: ["story.support", "milestones", "resources"],
  reform: ["story.reform", "milestones", "resources"],
  "un-collaboration": ["story.un-collaboration", "milestones", "resources"],
  accessibility: ["story.accessibility"],
  about: ["story.about"],
  contact: ["countries", "offices"],
  embed: ["countries", "offices"],
};
const FIRST_PARTS_WITH_ID = { countries: ["countries", "names", "offices", "strategies", "country_publications"], publications: ["countries", "publications"] };
const FIRST_PARTS_ELSEWHERE = ["countries", "offices"]; // the search for a country, where nothing stands at the address

const early = new Map();
const taken = new Set(); // files that the app has asked for: when it is here before the index, it may be the first to know

// One download, given up when nothing arrives for a while.
async function download(url, length, integrity, report) {
  const control = new AbortController();
  let timer;
  const progress = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), STALL_MS);
  };
  try {
    progress();
    const response = await fetch(url, { ...ownCheck(integrity), signal: control.signal });
    if (!response.ok) {
      const status = response.status;
      throw new Fault(status === 404 ? "damaged" : "connection", status === 408 || status === 429 || status >= 500);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > length) throw new Fault("damaged", true);
      bytes.set(value, at);
      at += value.length;
      progress();
      report(at / length);
    }
    if (at !== length) throw new Fault("damaged", true);
    return bytes;
  } catch (error) {
    throw error instanceof Fault ? error : new Fault("connection", true, control.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

// Where pages have no hash function, as outside https, the browser checks the hash itself. Of a wrong one it tells no more than
// of a lost connection, so elsewhere it is looked at here.
const ownCheck = (integrity) => (crypto.subtle ? {} : { integrity });

async function expectHash(bytes, integrity) {
  if (!crypto.subtle) return;
  const [kind, hash] = integrity.split("-");
  const digest = new Uint8Array(await crypto.subtle.digest(kind.replace("sha", "SHA-"), bytes));
  if (btoa(String.fromCharCode(...digest)) !== hash) throw new Fault("damaged", true);
}

async function retrying(task) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task(attempt);
    } catch (error) {
      if (!(error instanceof Fault) || !error.canRetry || attempt === TRIES) throw error;
      // Who has waited so long is told, while the next try goes on.
      if (error.isLate) failed(error.kind);
      // The wait doubles, and chance keeps a thousand readers from coming back in the same second.
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 150 * (0.5 + Math.random())));
    }
  }
}

// A file of the app's code, complete and unharmed.
function whole(file, length, integrity, report) {
  return retrying(async (attempt) => {
    // A damaged copy may sit in a cache, so a new try asks under another address.
    const bytes = await download(attempt === 1 ? file : `${file}?try=${attempt}`, length, integrity, report);
    await expectHash(bytes, integrity);
    return bytes;
  });
}

function loadWasm() {
  const [length, integrity] = CODE.app;
  return whole(script.dataset.wasm, length, integrity, (part) => bar && (bar.value = part));
}

function loadGlue() {
  const { glue, glueIntegrity: integrity } = script.dataset;
  return retrying(async (attempt) => {
    const url = attempt === 1 ? glue : `${glue}?try=${attempt}`;
    // Not every browser checks the hash of a module. What is fetched is checked, and the module then comes from the cache.
    const signal = AbortSignal.timeout(STALL_MS);
    const lost = () => Promise.reject(new Fault("connection", true, signal.aborted));
    const response = await fetch(url, { ...ownCheck(integrity), signal }).catch(lost);
    if (!response.ok) throw new Fault(response.status === 404 ? "damaged" : "connection", response.status !== 404);
    await expectHash(new Uint8Array(await response.arrayBuffer().catch(lost)), integrity);
    return import(url).catch(() => Promise.reject(new Fault("damaged", true)));
  });
}

// Asks for the index and the first parts while the code is on its way. Faults are left to the app, which asks again.
async function askEarly() {
  const index = ask("index.json", { cache: "no-cache" });
  const response = await index;
  isKept = response.headers.has("X-Kept");
  const { parts } = await response.clone().json();
  const ofView = atAddress(FIRST_PARTS, FIRST_PARTS_WITH_ID) ?? FIRST_PARTS_ELSEWHERE;
  const terms = ofView.includes("countries") ? ["terms"] : [];
  // A list that is asked something is answered by the search itself.
  const isAsked = segments[1] === "publications" && !segments[2] && location.search;
  for (const key of ["messages", ...terms, ...ofView].filter((key) => !isAsked || key !== "first_replies")) {
    const { file } = parts[key] ?? parts[`${key}.${language}`] ?? parts[`${key}.en`] ?? {};
    if (file && !taken.has(file)) ask(file);
  }
  if (isAsked) search(`data/${parts.search.file}`, location.search);
}

function ask(file, init) {
  const response = fetch(`${base}data/${file}`, init);
  response.catch(() => {}); // the app meets the fault when it takes the answer
  early.set(file, response);
  return response;
}

// The answer to an early question, once; the app asks for itself when there is none. Each answer is taken in a task of its
// own: an old phone can do something else between them, such as scroll.
function takeEarly(file) {
  const response = early.get(file);
  early.delete(file);
  taken.add(file);
  return response?.then(inOwnTask);
}

const inOwnTask = (value) => new Promise((resolve) => setTimeout(resolve, 0, value));
