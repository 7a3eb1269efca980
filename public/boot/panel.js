// Says what happens: that the app is on its way, or in a sentence why it cannot start or cannot go on.

const SHOW_AFTER_MS = 300; // a progress bar that flashes up is worse than none
const KINDS = { connection: 2, damaged: 3, missing: 3, crash: 4, unsupported: 5 };

let bar = null;

class Fault extends Error {
  constructor(kind, canRetry, isLate = false) {
    super(kind);
    this.kind = kind;
    this.canRetry = canRetry;
    this.isLate = isLate;
  }
}

// Shows that something is happening: above an empty page, or over one that can be read.
function tellProgress() {
  if (over || bar) return;
  root.classList.toggle("boot--busy", isShown);
  const text = document.createElement("p");
  text.className = "boot__text";
  text.textContent = words[0];
  bar = document.createElement("progress");
  bar.className = "boot__bar";
  bar.setAttribute("aria-label", words[0]);
  root.setAttribute("role", "status");
  root.append(text, bar);
}

if (!isShown) setTimeout(tellProgress, SHOW_AFTER_MS);

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
