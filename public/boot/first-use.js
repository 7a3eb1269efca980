// When the app is wanted. A page that was written is whole without it, and its links lead on: so the app, with its bytes and
// its work, comes at the first sign that somebody does more than read what is there (docs/decisions/0021-first-use.md).

const MOVES = ["pointermove", "scroll", "keydown"]; // somebody is there
const USES = ["pointerdown", "focusin", "input", "click"]; // something is to happen

// A link does without the app, and a finger that moves either presses or scrolls.
const isSign = ({ type, target, pointerType }) => (MOVES.includes(type) ? pointerType !== "touch" : !target.closest?.("a[href]"));

// Resolves at the first sign. Who saves data is not taken at a mere move.
function firstSign() {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const heard = (event) => {
      if (!isSign(event)) return;
      listening.abort();
      resolve();
    };
    for (const sign of navigator.connection?.saveData ? USES : [...MOVES, ...USES]) {
      addEventListener(sign, heard, { capture: true, passive: true, signal: listening.signal });
    }
  });
}

// The app is wanted at once where the page is not what was asked for, by who has been here before and has its files, comes back to
// a page, or was faster than this script.
const isWantedNow = () =>
  !isShown || navigator.serviceWorker?.controller != null || isBack || scrollY > 0 || document.activeElement !== document.body;

// Who uses a control before the app is there hears that it is coming.
for (const use of ["click", "input"]) {
  written.addEventListener(use, ({ target }) => target.closest("a[href], summary") || setTimeout(tellProgress, SHOW_AFTER_MS));
}
