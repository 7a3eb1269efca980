// Starts the app, and says what happened when it cannot start or cannot go on.
//
// Trunk's own starter waits for ever on a broken download, so this one downloads the WebAssembly itself: with a
// time limit without progress, a check of length and hash, and new tries where they can help. Meanwhile it asks for
// the first parts of the content, which the app then takes over.

const STALL_MS = 10_000; // no byte for so long: the connection is given up
const TRIES = 3;
const SHOW_AFTER_MS = 300; // a progress bar that flashes up is worse than none

// The message files may be what is missing, so the few sentences needed here are kept here.
const WORDS = {
  en: ["Loading…", "This page could not be loaded", "The connection failed or was too slow.", "A file arrived damaged or is missing.", "The page stopped because of an error.", "This browser is too old for this page.", "Try again", "WHO’s own country pages", "The page can be read, but search and filters do not work"],
  fr: ["Chargement…", "Cette page n’a pas pu être chargée", "La connexion a échoué ou était trop lente.", "Un fichier est arrivé endommagé ou manque.", "La page s’est arrêtée à cause d’une erreur.", "Ce navigateur est trop ancien pour cette page.", "Réessayer", "Pages de l’OMS sur les pays", "La page est lisible, mais la recherche et les filtres ne fonctionnent pas"],
  es: ["Cargando…", "No se pudo cargar esta página", "La conexión falló o fue demasiado lenta.", "Un archivo llegó dañado o falta.", "La página se detuvo por un error.", "Este navegador es demasiado antiguo para esta página.", "Intentar de nuevo", "Páginas de la OMS sobre los países", "La página se puede leer, pero la búsqueda y los filtros no funcionan"],
  ar: ["جارٍ التحميل…", "تعذّر تحميل هذه الصفحة", "انقطع الاتصال أو كان بطيئًا جدًا.", "وصل ملف تالف أو أنه مفقود.", "توقفت الصفحة بسبب خطأ.", "هذا المتصفح قديم جدًا لهذه الصفحة.", "المحاولة مرة أخرى", "صفحات المنظمة عن البلدان", "يمكن قراءة الصفحة، لكن البحث وعوامل التصفية لا تعمل"],
  zh: ["正在加载…", "无法加载此页面", "连接失败或速度太慢。", "文件已损坏或缺失。", "页面因错误而停止。", "此浏览器版本过旧，无法打开此页面。", "重试", "世卫组织国家页面", "可以阅读此页面，但搜索和筛选无法使用"],
  ru: ["Загрузка…", "Не удалось загрузить страницу", "Соединение прервано или слишком медленное.", "Файл повреждён или отсутствует.", "Страница остановилась из-за ошибки.", "Этот браузер слишком стар для этой страницы.", "Повторить", "Страницы ВОЗ о странах", "Страницу можно читать, но поиск и фильтры не работают"],
};
// A function that needs what the app's code needs: memory that is filled and copied in one step, integers that
// are widened in place, floats that become integers without a trap, references to objects, several results.
const NEEDED = "AGFzbQEAAAABDAJgAW8Cf35gAAJ/fgMCAQAEBAFvAAEFAwEAAQo1ATMAQQAgACYAQQBBAEEI/AsAQQBBAEEI/AoAAEQAAAAAAADwP/wCwEQAAAAAAADwP/wGxAs=";

const KINDS = { connection: 2, damaged: 3, missing: 3, crash: 4, unsupported: 5 };

// What the first view needs besides its messages; the app asks for whatever else there is.
const FIRST_PARTS = {
  "": ["countries", "offices", "figures", "latest", "added", "last_steps"],
  countries: ["countries", "offices", "strategies"],
  strategies: ["countries", "strategies"],
  publications: ["countries"],
  contact: ["countries", "offices"],
};

const script = document.querySelector("script[data-wasm]");
const root = document.getElementById("boot");
const { base } = script.dataset;
const site = new URL(base, location).href;
const segments = location.pathname.slice(base.length).split("/").filter(Boolean);
const language = WORDS[segments[0]] ? segments[0] : preferred();
const words = WORDS[language];
const early = new Map();
const taken = new Set(); // files that the app has asked for: when it is here before the index, it may be the first to know
let over = false;
let bar = null;

// The page as it was written when the site was built. It stays until the app can show the same. It is not shown where it is
// not what the address asks for: a list with a question, and the files that hosts send for whatever they do not find.
const written = document.getElementById("app");
const isShown = written.firstElementChild !== null && !("held" in written.dataset) && !location.search;
written.hidden = !isShown;
const pressed = []; // buttons of it that have been pressed: the app presses its own when it can
written.addEventListener("click", ({ target }) => {
  const button = target.closest("button[type=button]");
  if (button) pressed.push(button);
});

// To write even the same value makes browsers look at the style of the whole page again.
const page = document.documentElement;
if (page.lang !== language) page.lang = language;
const direction = language === "ar" ? "rtl" : "ltr";
if (page.dir !== direction) page.dir = direction;
// Who comes back to a page finds the place where they were: for that all of it must be laid out (style/blocks/cycles.css).
if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") delete page.dataset.brief;
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
} catch {
  // Storage is closed in some frames and private windows: then the system's theme holds.
}

function preferred() {
  let saved = null;
  try {
    saved = localStorage.getItem("language");
  } catch {
    // As above.
  }
  const wanted = [saved, ...(navigator.languages ?? [])].map((tag) => (tag ?? "").split("-")[0].toLowerCase());
  return wanted.find((code) => WORDS[code]) ?? "en";
}

class Fault extends Error {
  constructor(kind, canRetry, isLate = false) {
    super(kind);
    this.kind = kind;
    this.canRetry = canRetry;
    this.isLate = isLate;
  }
}

// Shows that something is happening, once it takes longer than a moment.
setTimeout(() => {
  if (over || isShown) return;
  const text = document.createElement("p");
  text.className = "boot__text";
  text.textContent = words[0];
  bar = document.createElement("progress");
  bar.className = "boot__bar";
  bar.setAttribute("aria-label", words[0]);
  root.setAttribute("role", "status");
  root.append(text, bar);
}, SHOW_AFTER_MS);

// Says in a sentence what happened, with a button and a plain link. The page that was written when the site was built stays
// below; an app that has begun and cannot go on does not.
function failed(kind) {
  if (over === "failed") return;
  if (over !== "started" && mayReload(kind)) return;
  const isKept = over !== "started" && written.firstElementChild !== null;
  over = "failed";
  written.hidden = false;
  const title = document.createElement(isKept ? "h2" : "h1");
  title.textContent = words[isKept ? 8 : 1];
  const reason = document.createElement("p");
  reason.textContent = words[KINDS[kind] ?? KINDS.crash];
  const again = document.createElement("button");
  again.className = "button button--primary";
  again.textContent = words[6];
  again.addEventListener("click", () => location.reload());
  const link = document.createElement("a");
  link.href = "https://www.who.int/countries";
  link.textContent = words[7];
  const mail = document.createElement("a");
  mail.href = "mailto:countryfocus@who.int";
  mail.textContent = "countryfocus@who.int";
  mail.dir = "ltr";
  const ways = document.createElement("p");
  ways.className = "boot__ways";
  ways.append(again, link, mail);
  root.className = isKept ? "boot boot--failed boot--note" : "boot boot--failed";
  root.setAttribute("role", "alert");
  root.hidden = false;
  root.replaceChildren(title, reason, ways);
  if (!isKept) document.getElementById("app")?.replaceChildren();
}

// Files that do not belong together may come from an old page in some cache: the page is asked for once more, and no more.
function mayReload(kind) {
  if (kind !== "damaged") return false;
  try {
    if (sessionStorage.getItem("reloaded") === script.dataset.wasm) return false;
    sessionStorage.setItem("reloaded", script.dataset.wasm);
  } catch {
    return false; // without storage there is no telling a first time from a second
  }
  location.reload();
  return true;
}

// After a crash the page reloads by itself once; a second crash within a minute leaves the panel standing.
function crashed() {
  failed("crash");
  try {
    const last = Number(sessionStorage.getItem("crashed") ?? 0);
    sessionStorage.setItem("crashed", String(Date.now()));
    if (Date.now() - last > 60_000) setTimeout(() => location.reload(), 1500);
  } catch {
    // Without storage there is no telling a first crash from a second: the button is left to the reader.
  }
}

const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => isTrap(event.error) && crashed());
addEventListener("unhandledrejection", (event) => isTrap(event.reason) && crashed());

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
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (`sha384-${btoa(String.fromCharCode(...digest))}` !== integrity) throw new Fault("damaged", true);
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

// The WebAssembly, complete and unharmed.
function loadWasm() {
  const { wasm, wasmIntegrity, wasmBytes } = script.dataset;
  return retrying(async (attempt) => {
    // A damaged copy may sit in a cache, so a new try asks under another address.
    const url = attempt === 1 ? wasm : `${wasm}?try=${attempt}`;
    const bytes = await download(url, Number(wasmBytes), wasmIntegrity, (part) => bar && (bar.value = part));
    await expectHash(bytes, wasmIntegrity);
    return bytes;
  });
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
  const keys = [`messages.${language}`, `terms.${language}`, ...(FIRST_PARTS[segments[1] ?? ""] ?? ["countries"])];
  for (const key of keys) {
    if (parts[key] && !taken.has(parts[key].file)) ask(parts[key].file);
  }
  if (segments[1] === "publications" && !segments[2]) search(`data/${parts.search.file}`, location.search);
}

let host = null;

// Asks the search, whose code is fetched when it is first asked.
async function search(manifest, question) {
  try {
    host ??= await import(script.dataset.search);
    return host.ask(site + manifest, question);
  } catch {
    return "3"; // no connection
  }
}

// Saves the citations of all that a question finds; false if that did not work.
async function cite(manifest, question, sheet) {
  try {
    host ??= await import(script.dataset.search);
    return await host.cite(site + manifest, question, site + sheet);
  } catch {
    return false;
  }
}

function ask(file, init) {
  const response = fetch(`${base}data/${file}`, init);
  response.catch(() => {}); // the app meets the fault when it takes the answer
  early.set(file, response);
  return response;
}

// --- without a connection -------------------------------------------------------------------------------------------

const canWork = "serviceWorker" in navigator && script.dataset.worker && self === top;
const KEPT = "good"; // the cache of the last index that the app could use
const INDEX = `${site}data/index.json`;
let isKept = false; // the index came from there
let known = ""; // the index that is in use
let isNew = false; // another release is here
let listener = null; // what the app wants to be told

// The worker is asked for when the page is there; it needs the network, and the page comes first.
async function work() {
  if (!canWork) return;
  try {
    navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data.release));
    const worker = await navigator.serviceWorker.register(ownScript(script.dataset.worker), { updateViaCache: "none" });
    addEventListener("online", () => worker.update().catch(() => {}));
  } catch {
    // Storage or workers are forbidden here: then the site works as long as there is a connection.
  }
}

function heard(release) {
  isNew = isNew || release !== script.dataset.release;
  listener?.(state());
}

const state = () => (isNew ? "new" : isKept || !navigator.onLine ? "offline" : "");

// Asks the worker something; null if it does not answer.
async function askWorker(question) {
  if (!canWork) return null;
  const worker = (await navigator.serviceWorker.ready).active;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}

// The only texts that may become addresses of scripts: those of the site's own workers.
function ownScript(address) {
  const isOwn = new URL(address, location).href.startsWith(site) && /\/(worker|search-[0-9a-f]+\/search-host)\.js$/.test(address);
  if (!isOwn) throw new TypeError(address);
  return trusted ? trusted.createScriptURL(address) : address;
}

// Data of the site for machines. What has gone through here is JSON, whatever it was before.
const ownData = (text) => JSON.stringify(JSON.parse(text));

const trusted = globalThis.trustedTypes?.createPolicy("own-scripts", { createScriptURL: (address) => address, createScript: ownData });

function linkedData(json) {
  document.querySelector("script[type$=json]")?.remove();
  if (json === "") return;
  const element = document.createElement("script");
  element.type = "application/ld+json";
  element.text = trusted ? trusted.createScript(json) : ownData(json);
  document.head.append(element);
}

globalThis.countryCooperation = {
  failed,
  linkedData,
  ownScript,
  // Tells now and whenever it changes: "" for all well, "offline" without a connection, "new" if another release is here.
  watch(told) {
    listener = told;
    addEventListener("online", () => {
      isKept = false;
      told(state());
    });
    addEventListener("offline", () => told(state()));
    told(state());
  },
  offline: (ask, language = null) => askWorker({ ask, language }).catch(() => null),
  // The index was of use, so it is the one to fall back on.
  async keep(text) {
    known = text;
    work();
    try {
      if (canWork && !isKept) await (await caches.open(KEPT)).put(INDEX, new Response(text, { headers: { "Content-Type": "application/json" } }));
    } catch {
      // No room, or none allowed.
    }
  },
  // The last index that was of use, where there is one.
  async kept() {
    try {
      const response = canWork && (await (await caches.open(KEPT)).match(INDEX));
      if (response) isKept = true;
      return response ? response.text() : null;
    } catch {
      return null;
    }
  },
  // A part is not there. If there is another release by now, the page is asked for again, once for each release.
  async missing() {
    try {
      const text = await (await fetch(INDEX, { cache: "no-cache" })).text();
      if (!JSON.parse(text).parts || text === known || sessionStorage.getItem("asked") === text) return;
      sessionStorage.setItem("asked", text);
      location.reload();
    } catch {
      // No connection, no index or no storage: the reader decides.
    }
  },
  search,
  cite,
  // The answer to an early question, once; the app asks for itself when there is none. Each answer is taken in a task of its
  // own: an old phone can do something else between them, such as scroll.
  takeEarly(file) {
    const response = early.get(file);
    early.delete(file);
    taken.add(file);
    return response?.then(inOwnTask);
  },
  // Takes the app, as soon as it has something to show, in the place of the page that was written.
  started(stage) {
    const isReady = () => stage.querySelector("main h1") && !stage.querySelector("main .status");
    const take = () => inOwnTask().then(() => takeOver(stage));
    if (!isShown) {
      takeOver(stage);
      return;
    }
    if (isReady()) {
      take();
      return;
    }
    const observer = new MutationObserver(() => {
      if (isReady()) take();
      // What was written has all that the app lacks.
      else if (stage.querySelector("main .status--failed")) failed("missing");
      else return;
      observer.disconnect();
    });
    observer.observe(stage, { childList: true, subtree: true });
  },
};

const inOwnTask = (value) => new Promise((resolve) => setTimeout(resolve, 0, value));

// Puts the app where the page was, with all that the reader has done on it: typed, chosen, opened, pressed, scrolled to.
function takeOver(stage) {
  if (over === "started") return;
  over = "started";
  root.hidden = true;
  root.className = "boot";
  root.removeAttribute("role");
  root.replaceChildren();
  // Both were drawn by the same code, so the same part has the same place among those that look like it. What is only in one
  // of them, such as rows that the app hides, looks like none or comes later.
  const look = (element) => [element.className, element.id, element.textContent, element.getAttribute("value")].join();
  const old = new Map(["input", "select", "details", "button", "a", "summary"].map((name) => [name, [...written.querySelectorAll(name)]]));
  const twin = (element) => {
    const alike = (all) => [...all].filter((other) => look(other) === look(element));
    return alike(stage.querySelectorAll(element.localName))[alike(old.get(element.localName) ?? []).indexOf(element)] ?? null;
  };
  const focused = written.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused?.matches("input") && [focused.selectionStart, focused.selectionEnd];
  const [left, top] = [scrollX, scrollY];
  stage.id = written.id;
  written.replaceWith(stage);
  if (isShown) {
    for (const details of old.get("details")) if (details.open) twin(details)?.setAttribute("open", "");
    for (const select of old.get("select")) if (![...select.options].every((option) => option.selected === option.defaultSelected)) tell(twin(select), "value", select.value, "change");
    for (const input of old.get("input")) {
      if (input.checked !== input.defaultChecked) twin(input)?.click();
      else if (input.value !== input.defaultValue) tell(twin(input), "value", input.value, "input");
    }
    for (const button of pressed) twin(button)?.click();
    const next = focused && twin(focused);
    next?.focus({ preventScroll: true });
    if (next && selection?.[0] != null) next.setSelectionRange(...selection);
    // To scroll, the new page must be laid out at once.
    if (left || top) scrollTo(left, top);
  }
  page.dataset.app = "started";
  layOutRest();
  new MutationObserver(layOutRest).observe(page, { attributeFilter: ["data-brief"] });
}

// Lays out a long list bit by bit, where nothing else is to be done: until then, what is out of sight has a height that is
// only guessed (style/blocks/cycles.css). A browser that does not hold the place of a reader while heights change leaves it so.
// The mark "brief" stays: to take it away makes browsers look at the style of the whole page.
function layOutRest() {
  delete page.dataset.whole;
  if (!("brief" in page.dataset) || !CSS.supports("overflow-anchor", "auto") || !globalThis.requestIdleCallback) return;
  requestIdleCallback(() => requestAnimationFrame(() => {
    const rest = [...document.querySelectorAll(".cycles__item:not([data-laid])")].slice(0, 6);
    for (const item of rest) item.dataset.laid = "";
    if (rest.length) layOutRest();
    else page.dataset.whole = "";
  }));
}

function tell(field, name, value, event) {
  if (!field) return;
  field[name] = value;
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

// Whether this browser, on this page, can run the app: tried, because a policy may forbid what a browser could do.
function canRun() {
  try {
    new WebAssembly.Module(Uint8Array.from(atob(NEEDED), (sign) => sign.charCodeAt(0)));
    return "getReader" in ReadableStream.prototype;
  } catch {
    return false;
  }
}

try {
  if (!canRun()) throw new Fault("unsupported", false);
  askEarly().catch(() => {});
  const [glue, bytes] = await Promise.all([loadGlue(), loadWasm()]);
  await glue.default({ module_or_path: bytes });
} catch (error) {
  if (isTrap(error)) crashed();
  else failed(error instanceof Fault ? error.kind : error instanceof WebAssembly.CompileError ? "unsupported" : "crash");
}
