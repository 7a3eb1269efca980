// Puts the app in the place of the page that was written.

const BARE_AFTER_MS = 1000; // where no page is shown: the app without its view

// Takes the app as soon as it has something to show.
function started(stage) {
  // What is drawn in pieces is busy until the last one (src/ui/element/pieces.rs).
  const isReady = () => !stage.matches("[aria-busy]") && stage.querySelector("main h1") && !stage.querySelector("main .status");
  const take = () => inOwnTask().then(() => takeOver(stage));
  if (isReady()) {
    take();
    return;
  }
  const observer = new MutationObserver(() => {
    if (isReady()) take();
    // What was written has all that the app lacks.
    else if (isShown && stage.querySelector("main .status--failed")) failed("missing");
    else return;
    observer.disconnect();
  });
  // Where nothing is shown yet, the app comes after a moment as it is, and tells what it waits for.
  if (!isShown) setTimeout(() => takeOver(stage), BARE_AFTER_MS);
  observer.observe(stage, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-busy"] });
}

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
  written.after(stage);
  for (const frame of written.querySelectorAll("[data-written]")) moveFrame(frame);
  written.remove();
  stage.id = written.id;
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

// Moves a frame to where the app has it too (src/ui/element/nodes.js). What is in it is loaded again only by browsers that cannot
// move a node without taking it out first.
function moveFrame(frame) {
  const { place } = frame;
  delete frame.dataset.written;
  if (!place?.isConnected) return;
  if (place.parentNode.moveBefore) place.parentNode.moveBefore(frame, place);
  else place.before(frame);
  place.remove();
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
