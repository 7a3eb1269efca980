// Makes an embed answer: fetches its WebAssembly, lets it draw the list beside what was written, and puts it in that place when it
// shows as much. Whatever goes wrong leaves what was written. frame.js asks for it.

// The names of its files, and what browsers compare them with: the build writes them here.
const FILES = {};

/**
 * Starts the shell in this document. `embed` is what frame.js has read of the address, `folder` that of the embeds. Rejects if it
 * cannot start; calls `shown` with the site's address of what is shown, whenever that changes.
 */
export async function start(embed, folder, shown) {
  const get = async ([name, integrity]) => {
    const response = await fetch(folder + name, { integrity, mode: "cors", credentials: "omit" });
    if (!response.ok) throw new TypeError(name);
    return response;
  };
  const [bytes] = await Promise.all([get(FILES.wasm).then((response) => response.arrayBuffer()), get(FILES.glue), style(folder)]);
  const { default: init } = await import(folder + FILES.glue[0]);
  return new Promise((resolve, reject) => {
    const [, index] = FILES.index.match(/^data\/(.+)$/);
    const base = new URL("../../", folder).pathname;
    const words = { ...embed, base, folder: `${folder}data/`, index };
    globalThis.countryCooperation = {
      asked: (key) => words[key],
      takeEarly: () => undefined,
      shown,
      failed: () => reject(new Error("failed")),
      started: (stage) => whole(stage).then(() => resolve(put(stage)), reject),
    };
    // The code may stop in a task of its own.
    for (const event of ["error", "unhandledrejection"]) addEventListener(event, () => reject(new Error(event)));
    init({ module_or_path: bytes }).catch(reject);
  });
}

/** The style of what can be operated. Nothing is shown without it. */
function style(folder) {
  const [name, integrity] = FILES.css;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", integrity, crossOrigin: "anonymous", href: folder + name });
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new TypeError(name));
    document.head.append(link);
  });
}

/** Waits until the list is drawn; rejects if what it needs cannot be had. */
function whole(stage) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (stage.querySelector(".status--failed")) reject(new Error("failed"));
      else if (stage.querySelector(".embed__list")) resolve();
      else return false;
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(stage, { childList: true, subtree: true });
  });
}

/** Puts the list where the written one was. */
function put(stage) {
  const main = document.querySelector(".embed__main");
  const kept = ".embed__head, .embed__unmet, .embed__foot, .embed__notes";
  for (const part of [...main.children]) if (!part.matches(kept)) part.remove();
  main.querySelector(".embed__lead")?.remove();
  main.querySelector(".embed__foot").before(stage);
  return stage;
}
