// Starts the app, and says what happened when it cannot start or cannot go on.
//
// Trunk's own starter waits for ever on a broken download, so this one downloads the WebAssembly itself: with a
// time limit without progress, a check of length and hash, and new tries where they can help. Meanwhile it asks for
// the first parts of the content, which the app then takes over.

const STALL_MS = 20_000; // no byte for so long: the connection is given up
const TRIES = 4;
const SHOW_AFTER_MS = 300; // a progress bar that flashes up is worse than none

// The message files may be what is missing, so the few sentences needed here are kept here.
const WORDS = {
  en: ["Loading…", "This page could not be loaded", "The connection failed or was too slow.", "A file arrived damaged or is missing.", "The page stopped because of an error.", "This browser is too old for this page.", "Try again", "WHO’s own country pages"],
  fr: ["Chargement…", "Cette page n’a pas pu être chargée", "La connexion a échoué ou était trop lente.", "Un fichier est arrivé endommagé ou manque.", "La page s’est arrêtée à cause d’une erreur.", "Ce navigateur est trop ancien pour cette page.", "Réessayer", "Pages de l’OMS sur les pays"],
  es: ["Cargando…", "No se pudo cargar esta página", "La conexión falló o fue demasiado lenta.", "Un archivo llegó dañado o falta.", "La página se detuvo por un error.", "Este navegador es demasiado antiguo para esta página.", "Intentar de nuevo", "Páginas de la OMS sobre los países"],
  ar: ["جارٍ التحميل…", "تعذّر تحميل هذه الصفحة", "انقطع الاتصال أو كان بطيئًا جدًا.", "وصل ملف تالف أو أنه مفقود.", "توقفت الصفحة بسبب خطأ.", "هذا المتصفح قديم جدًا لهذه الصفحة.", "المحاولة مرة أخرى", "صفحات المنظمة عن البلدان"],
  zh: ["正在加载…", "无法加载此页面", "连接失败或速度太慢。", "文件已损坏或缺失。", "页面因错误而停止。", "此浏览器版本过旧，无法打开此页面。", "重试", "世卫组织国家页面"],
  ru: ["Загрузка…", "Не удалось загрузить страницу", "Соединение прервано или слишком медленное.", "Файл повреждён или отсутствует.", "Страница остановилась из-за ошибки.", "Этот браузер слишком стар для этой страницы.", "Повторить", "Страницы ВОЗ о странах"],
};
const KINDS = { connection: 2, damaged: 3, crash: 4, unsupported: 5 };

// What the first view needs besides its messages; the app asks for whatever else there is.
const FIRST_PARTS = {
  "": ["countries", "offices", "figures", "latest"],
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
let over = false;
let bar = null;

document.documentElement.lang = language;
document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
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
  constructor(kind, canRetry) {
    super(kind);
    this.kind = kind;
    this.canRetry = canRetry;
  }
}

// Shows that something is happening, once it takes longer than a moment.
setTimeout(() => {
  if (over) return;
  const text = document.createElement("p");
  text.className = "boot__text";
  text.textContent = words[0];
  bar = document.createElement("progress");
  bar.className = "boot__bar";
  bar.setAttribute("aria-label", words[0]);
  root.setAttribute("role", "status");
  root.append(text, bar);
}, SHOW_AFTER_MS);

// Replaces the page by a sentence that says what happened, a button and a plain link.
function failed(kind) {
  if (over === "failed") return;
  over = "failed";
  const title = document.createElement("h1");
  title.textContent = words[1];
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
  root.className = "boot boot--failed";
  root.setAttribute("role", "alert");
  root.hidden = false;
  root.replaceChildren(title, reason, ways);
  document.getElementById("app")?.replaceChildren();
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

const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => isTrap(event.error) && crashed());
addEventListener("unhandledrejection", (event) => isTrap(event.reason) && crashed());

// One download, given up when nothing arrives for a while.
async function download(url, length, report) {
  const control = new AbortController();
  let timer;
  const progress = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), STALL_MS);
  };
  try {
    progress();
    const response = await fetch(url, { signal: control.signal });
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
    throw error instanceof Fault ? error : new Fault("connection", true);
  } finally {
    clearTimeout(timer);
  }
}

async function hashed(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}

async function retrying(task) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task(attempt);
    } catch (error) {
      if (!(error instanceof Fault) || !error.canRetry || attempt === TRIES) throw error;
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
    const bytes = await download(url, Number(wasmBytes), (part) => bar && (bar.value = part));
    // Outside https the browser has no hash function; the length has been checked all the same.
    if (crypto.subtle && (await hashed(bytes)) !== wasmIntegrity) throw new Fault("damaged", true);
    return bytes;
  });
}

function loadGlue() {
  const url = script.dataset.glue;
  return retrying(async (attempt) => {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Fault("connection", true)), STALL_MS * 3));
    const glue = import(attempt === 1 ? url : `${url}?try=${attempt}`);
    return Promise.race([glue.catch(() => Promise.reject(new Fault("connection", true))), late]);
  });
}

// Asks for the index and the first parts while the code is on its way. Faults are left to the app, which asks again.
async function askEarly() {
  const index = ask("index.json", { cache: "no-cache" });
  const { parts } = await (await index).clone().json();
  const keys = [`messages.${language}`, `terms.${language}`, ...(FIRST_PARTS[segments[1] ?? ""] ?? ["countries"])];
  for (const key of keys) {
    if (parts[key]) ask(parts[key].file);
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

globalThis.countryCooperation = {
  failed,
  search,
  cite,
  // The answer to an early question, once; the app asks for itself when there is none.
  takeEarly(file) {
    const response = early.get(file);
    early.delete(file);
    return response;
  },
  started() {
    if (over) return;
    over = "started";
    root.hidden = true;
    root.removeAttribute("role");
    root.replaceChildren();
  },
};

try {
  if (typeof WebAssembly !== "object" || !("getReader" in ReadableStream.prototype)) throw new Fault("unsupported", false);
  askEarly().catch(() => {});
  const [glue, bytes] = await Promise.all([loadGlue(), loadWasm()]);
  await glue.default({ module_or_path: bytes });
} catch (error) {
  if (isTrap(error)) crashed();
  else failed(error instanceof Fault ? error.kind : error instanceof WebAssembly.CompileError ? "unsupported" : "crash");
}
