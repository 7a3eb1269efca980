// What becomes a script later: the search when it is first asked, the workers, and the data of a page for machines.

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
