// A fixed piece of work of the kind that a key or a click costs: it tells how fast this machine is just now.

/** The median that it takes on the machine on which the limits were set, in milliseconds. */
export const REFERENCE_MS = 4;

// Runs in the page. Of the languages and interfaces of the browser it uses what answers use: texts are folded, compared
// and sorted, nodes are made, changed and moved. The nodes are in no page, so that no layout is measured with it.
function work() {
  const field = document.createElement("input");
  const list = document.createElement("ul");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position: fixed; inset-block-start: 0; opacity: 0; pointer-events: none";
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    event.preventDefault();
    const names = Array.from({ length: 1200 }, (_, at) => `Ré${(at * 7919) % 1200} Ünïon ${at % 17}`);
    const folded = names.map((name) => ({ name, key: fold(name) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    list.replaceChildren(...folded.slice(0, 400).map(({ name }) => {
      const item = document.createElement("li");
      item.textContent = name;
      item.hidden = name.length % 2 === 0;
      return item;
    }));
    for (const item of list.children) item.firstChild.data = JSON.stringify({ name: item.textContent });
  });
  document.documentElement.append(field);
  return field;
}

/** Lays the yardstick into the page: a field in which each key does the work. */
export const layYardstick = (page) => page.evaluateHandle(work);
