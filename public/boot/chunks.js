// Chunks of the app's code, for views that are not needed at the start (docs/decisions/0020-chunks.md).

// The build writes the next line: the folder of the files, which of them each view needs, and of each file, and of the app itself, how many bytes it has and
// its hash.
const CODE = { app: [0, ""], folder: "", views: {}, files: {} };

// What the first address needs, by its first segment.
const FIRST_CHUNKS = {
  "": ["overview", "field", "records"],
  countries: ["countries"],
  strategies: ["strategies"],
  publications: ["publications"],
  "at-work": ["charts", "records"],
  support: ["stories", "records"],
  reform: ["stories", "records"],
  "un-collaboration": ["stories", "records"],
  about: ["stories", "records"],
  accessibility: ["stories", "records"],
  contact: ["stories", "field"],
  embed: ["builder"],
};
const FIRST_CHUNKS_ELSEWHERE = ["stories", "field"]; // nothing stands at the address
const FIRST_CHUNKS_WITH_ID = { countries: ["country"], publications: ["publication", "records"] };
// What the question in an address needs besides: the first segment with the query.
const RARE_CHUNKS = [
  [/[?&]q=/, ["finder"]],
  [/^countries\?(.*&)?view=map/, ["map", "records"]],
  [/^countries\?(.*&)?compare=/, ["comparison"]],
  [/^strategies\?(.*&)?view=timeline/, ["timeline"]],
];
const HEAD = 8; // bytes before each module in a file: its number and its length

const arriving = new Map(); // files, and the promises of their bytes
let fault = ""; // why the last one that failed has failed
const instances = new Map(); // modules by number: views share some of them

function firstChunks() {
  const views = atAddress(FIRST_CHUNKS, FIRST_CHUNKS_WITH_ID) ?? FIRST_CHUNKS_ELSEWHERE;
  const question = `${segments[1]}${location.search}`;
  const rare = RARE_CHUNKS.flatMap(([asked, chunks]) => (asked.test(question) ? chunks : []));
  return [...views, ...rare];
}

function chunk(file) {
  if (!arriving.has(file)) {
    const [length, integrity] = CODE.files[file];
    const bytes = whole(base + CODE.folder + file, length, integrity, () => {});
    bytes.catch(() => arriving.delete(file)); // the next who asks tries anew
    arriving.set(file, bytes);
  }
  return arriving.get(file);
}

// The files of a view's code, all at once.
const chunksOf = (view) => Promise.all((CODE.views[view] ?? []).map(chunk));

async function instantiate(bytes, exports) {
  const head = new DataView(bytes.buffer);
  const all = [];
  for (let at = 0; at < bytes.length; ) {
    const [number, end] = [head.getUint32(at, true), at + HEAD + head.getUint32(at + 4, true)];
    if (!instances.has(number)) {
      const instance = WebAssembly.instantiate(bytes.subarray(at + HEAD, end), { __wasm_split: exports });
      instance.catch(() => instances.delete(number));
      instances.set(number, instance);
    }
    all.push(instances.get(number));
    at = end;
  }
  await Promise.all(all);
}

// What the app's code imports to get more of itself: a function for each view, which calls back when that is done or has failed.
function chunks(exports) {
  const loader = (view) => async (callback, data) => {
    let isHere = true;
    try {
      await Promise.all((await chunksOf(view)).map((bytes) => instantiate(bytes, exports())));
    } catch (error) {
      isHere = false;
      fault = error instanceof Fault ? error.kind : "damaged";
      if (fault === "damaged") missing();
    }
    exports().__indirect_function_table.get(callback)(data, isHere);
  };
  return Object.fromEntries(Object.keys(CODE.views).map((view) => [`__wasm_split_load_${view}`, loader(view)]));
}

const chunkFault = () => fault;
