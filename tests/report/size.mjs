// What a visitor downloads, in KB of brotli, beside what is allowed. Needs the release build in dist/.

import { extname } from "node:path";
import { gzipSync } from "node:zlib";
import { launchBrowser, started } from "./browser.mjs";
import { brotli, readFiles, startServer } from "./server.mjs";
import { printTable } from "./table.mjs";

const KB = 1024;
const DIST = process.argv[2] ?? "dist";
const LIMITS = { start: 116, view: 160, rare: 31, js: 15.5, css: 15, page: 14, countryList: 30, strategies: 14, overview: 40, map: 30, citations: 30, search: 60, language: 15, read: 48, readRequests: 7, used: 220, usedRequests: 20, shellShare: 0.7, loader: 2, card: 25, cardRequests: 4 };
const OVERVIEW = ["messages.en", "terms.en", "countries", "offices", "figures", "latest", "added", "last_steps"];
const QUIET_MS = 800;
const FIRST_VISITS = [
  "/en", "/en/countries", "/en/countries/KEN", "/en/publications", "/en/publications/afro-work-2008", "/en/strategies", "/en/at-work", "/en/reform", "/en/contact", "/en/embed",
];

// Citations, feeds and embeds are thousands of small files that no page asks for.
const isCounted = (path) => !/^\/(cite|feeds|embed)\/|\.(br|gz)$/.test(path);
const files = new Map([...readFiles(DIST)].filter(([path]) => isCounted(path)));
if (!files.has("/index.html")) throw new Error(`There is no site in ${DIST}. Run scripts/build first.`);
const sizes = new Map(await Promise.all([...files].map(async ([path, body]) => [path, (await brotli(body)).length / KB])));
const sum = (paths) => paths.reduce((total, path) => total + sizes.get(path), 0);
const ending = (end) => [...sizes.keys()].filter((path) => extname(path) === end);

const { parts } = JSON.parse(files.get("/data/index.json"));
const overview = OVERVIEW.map((key) => {
  const path = `/data/${parts[key]?.file}`;
  if (!sizes.has(path)) throw new Error(`The part ${key} is not in the bundle.`);
  return path;
});

// A page fetches one module of the search, and that only where publications are searched.
const isOfSite = (path) => !path.startsWith("/search-");
const isOfModule = (name) => (path) => new RegExp(`^/search-[0-9a-f]+/(search-host|${name}|${name}_bg)\\.(js|wasm)$`).test(path);

// The two lists that are whole on one page.
const isCountries = (path) => /^\/[a-z]+\/countries\.html$/.test(path);
const isStrategies = (path) => /^\/[a-z]+\/strategies\.html$/.test(path);
const bySize = ending(".html").sort((a, b) => sizes.get(b) - sizes.get(a));
const [countryList, strategies] = [isCountries, isStrategies].map((is) => bySize.find(is));
const largest = bySize.find((path) => !isCountries(path) && !isStrategies(path));

// Code that is fetched when it is wanted (docs/decisions/0020-chunks.md): by view, as the starter has been told.
const [starter] = [...files.keys()].filter((path) => /^\/boot-[0-9a-f]+\.js$/.test(path));
const starterText = files.get(starter).toString();
const [told] = starterText.match(/\{app:\[.*?\]\}\}/s) ?? [];
if (!told) throw new Error("The starter does not tell which code there is.");
// It is our own, and a literal.
const { views, folder } = new Function(`return ${told}`)();
const chunks = (...wanted) => sum([...new Set(wanted.flatMap((view) => views[view]))].map((file) => `/${folder}${file}`));
// What some views fetch beside their own code (`FIRST_CHUNKS` in public/boot/chunks.js).
const BESIDE = { overview: ["field", "records"], stories: ["field", "records"], charts: ["records"], publication: ["records"] };
const isCode = (path) => /\.(wasm|js)$/.test(path) && isOfSite(path);
const start = sum([...sizes.keys()].filter(isCode));
// What no view needs at once: it is fetched when somebody wants it.
const RARE = {
  field: "the field that finds a country",
  map: "the map of countries",
  comparison: "countries side by side",
  timeline: "strategies along the years",
  filters: "the filters on the page for web editors",
  finder: "finding countries by what is typed",
  plain: "publications where the search cannot be had",
};
const ofViews = Object.keys(views).filter((view) => view !== "records" && !(view in RARE)).map((view) => [view, chunks(view, ...(BESIDE[view] ?? []))]).sort((a, b) => b[1] - a[1]);
// What an embed's shell can do too: the three lists, each file once.
const ofLists = sum([...new Set(["countries", "map", "strategies", "publications", "finder", "records"].flatMap((view) => views[view]))].map((file) => `/${folder}${file}`));
const allChunks = sum(ending(".bin").filter((path) => path.startsWith(`/${folder}`)));

const kb = (what, value, limit) => ({ what, value, unit: "KB", limit });

let good = printTable(`Files of ${DIST}/, brotli`, [
  kb("code of the site at the start", start, LIMITS.start),
  kb("of that JavaScript (glue, boot.js, worker.js)", sum(ending(".js").filter(isOfSite)), LIMITS.js),
  ...ofViews.map(([view, size]) => kb(`the same with all that the view ${view} needs`, start + size, LIMITS.view)),
  kb("   of that, code that reads records of some views", chunks("records")),
  ...Object.entries(RARE).map(([chunk, what]) => kb(`code when it is wanted: ${what}`, chunks(chunk), LIMITS.rare)),
  kb("all code of the site, if every view is opened", start + allChunks),
  ...["search_scan", "search_memory", "search_parts"].map((name) =>
    kb(`search in a worker, ${name}`, sum([...sizes.keys()].filter(isOfModule(name))), LIMITS.search)),
  kb("CSS", sum(ending(".css")), LIMITS.css),
  kb(`largest list of countries, ${countryList}`, sizes.get(countryList), LIMITS.countryList),
  kb(`largest list of strategies, ${strategies}`, sizes.get(strategies), LIMITS.strategies),
  kb(`largest other page, ${largest}`, sizes.get(largest), LIMITS.page),
  kb("content of the overview", sum(["/data/index.json", ...overview]), LIMITS.overview),
  kb("geometry of the map (fetched when it is opened)", sizes.get(`/data/${parts.map?.file}`), LIMITS.map),
  kb("citations of all publications in one format (fetched at a click)", sizes.get(`/data/${parts["citations.ris"]?.file}`), LIMITS.citations),
  ...["en", "fr", "es", "ar", "zh", "ru"].map((code) =>
    kb(`messages and terms in one language (${code})`, sum(["messages", "terms"].map((part) => `/data/${parts[`${part}.${code}`].file}`)), LIMITS.language)),
  kb("all content, six languages", sum(ending(".json"))),
]);

const server = await startServer(DIST, { quality: 11 });
const browser = await launchBrowser();
try {
  const visits = [];
  for (const path of FIRST_VISITS) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.requests.length = 0;
    const tally = async () => {
      // All is here when nothing has been asked for in a while.
      for (let before = -1; before !== server.requests.length; await page.waitForTimeout(QUIET_MS)) before = server.requests.length;
      return { path, bytes: server.requests.reduce((bytes, request) => bytes + request.bytes, 0) / KB, count: server.requests.length };
    };
    await page.goto(server.url + path);
    const read = await tally();
    await started(page);
    visits.push({ read, used: await tally(), requests: [...server.requests] });
    await context.close();
  }
  const rowsOf = (what, bytesLimit, requestsLimit) => visits.map((visit) => visit[what]).sort((a, b) => b.bytes - a.bytes)
    .flatMap(({ path, bytes, count }, at) => [kb(path, bytes, bytesLimit), ...(at === 0 ? [{ what: "   requests of that", value: count, limit: requestsLimit }] : [])]);
  good = printTable("First visit, to read", rowsOf("read", LIMITS.read, LIMITS.readRequests)) && good;
  good = printTable("First visit, with the app in use", rowsOf("used", LIMITS.used, LIMITS.usedRequests)) && good;
  const [heaviest] = visits.sort((a, b) => b.used.bytes - a.used.bytes);
  for (const { path, bytes } of heaviest.requests) console.log(`    ${(bytes / KB).toFixed(1).padStart(6)} KB  ${path}`);

  // The largest card of a country, as the element loads it: the document that leads on, its script, the card, its style.
  const cards = [...readFiles(`${DIST}/embed/v1`)].filter(([path]) => /^\/\w+\/country\/\w+\.html$/.test(path));
  const [card] = cards.sort(([, one], [, other]) => other.length - one.length)[0];
  const [, language, iso3] = card.match(/^\/(\w+)\/country\/(\w+)\.html$/);
  server.requests.length = 0;
  const frame = await browser.newPage();
  await frame.goto(`${server.url}/embed/v1/?country=${iso3}&lang=${language}`);
  await frame.waitForLoadState("networkidle");
  const ofCard = server.requests.filter(({ path }) => path.startsWith("/embed/"));
  const loader = gzipSync(readFiles(`${DIST}/embed/v1`).get("/loader.js"), { level: 9 }).length;
  const embeds = readFiles(`${DIST}/embed/v1`);
  const [shell] = [...embeds.keys()].filter((path) => extname(path) === ".wasm");
  const wasm = (await brotli(embeds.get(shell))).length / KB;
  const rowsOfEmbeds = [
    kb("WebAssembly of lists that answer, beside 70 % of what the site has for the same", wasm, LIMITS.shellShare * (sum(ending(".wasm").filter(isOfSite)) + ofLists)),
    { what: "loader, gzip", value: loader / KB, unit: "KB", limit: LIMITS.loader },
    kb(`largest card, ${card.slice(1)}, with all it loads`, ofCard.reduce((bytes, request) => bytes + request.bytes, 0) / KB, LIMITS.card),
    { what: "requests of a card", value: ofCard.length, limit: LIMITS.cardRequests },
  ];
  good = printTable("Embeds", rowsOfEmbeds) && good;
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = good ? 0 : 1;
