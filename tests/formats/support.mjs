// What the tests of the written formats share: the facts as the editors wrote them, and what was built of them. The
// expected values are worked out here anew, from the tables and not from the compiler's code.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The folder that `bundle build` has written; another one can be named by the variable BUNDLE. */
export const BUNDLE = process.env.BUNDLE ?? join(ROOT, "target/bundle");

const read = (path) => readFileSync(path, "utf8");
const table = (name) => parse(read(join(ROOT, "content", name)), { columns: true, bom: true });

/** The text of a built file, such as `cite/afro-work-2008.ris`. */
export const built = (name) => read(join(BUNDLE, name));
/** The names of the files below a built folder. */
export const builtNames = (folder) =>
  readdirSync(join(BUNDLE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(BUNDLE, folder, "/").length));

export const publications = table("publications.csv");
export const site = JSON.parse(read(join(ROOT, "content/site.json")));

const countries = new Map(table("countries.csv").map((row) => [row.iso3, row]));
const messages = new Map();

/** The words of a language. */
export function words(language = "en") {
  if (!messages.has(language)) messages.set(language, JSON.parse(read(join(ROOT, `content/messages/${language}.json`))));
  return messages.get(language);
}

export const countryName = (iso3, language = "en") => countries.get(iso3)[`name_${language}`];
export const kindName = (row, language = "en") => words(language)[`term.kind.${row.type}`];
export const regionName = (region, language = "en") => words(language)[`region.${region.toLowerCase()}`];
export const list = (cell) => (cell === "" ? [] : cell.split("|"));

/** A sheet of the bundle: the index names its file. */
export function sheet(format) {
  const { file } = JSON.parse(built("data/index.json")).parts[`citations.${format}`];
  return JSON.parse(built(`data/${file}`));
}

/** Several entries of a sheet as one file: what the app does. */
export const joined = (sheet, ids) => sheet[".head"] + ids.map((id) => sheet[id]).join(sheet[".between"]) + sheet[".tail"];

export const fullTitle = (row) => (row.subtitle === "" ? row.title : `${row.title}: ${row.subtitle}`);

const OFFICIAL = ["who.int", "paho.org", "un.org", "uhcpartnership.net", "europa.eu", "unsdg.org"];
const NOT_LINKED = ["test-cms.who.int", "joomla.emro.who.int", "origin.who.int"];

/** Whether readers may be sent to an address. */
export function isLinkable(address) {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^www\./, "");
  const isOfficial = OFFICIAL.some((official) => host === official || host.endsWith(`.${official}`));
  return protocol === "https:" && isOfficial && !NOT_LINKED.includes(host);
}

/** The address of a document, if readers may be sent there. */
export const linkOf = (row) => (row.copy === "official" && isLinkable(row.url) ? row.url : "");

/** The source as it may be told: of an address that is not linked, the host. A host with a dot at its end is none. */
export function sourceOf({ source }) {
  const isAddress = (word) => /^https?:\/\/[a-zA-Z0-9.-]*[a-zA-Z0-9](:\d+)?([/?#]\S*)?$/.test(word);
  const told = (word) => (isAddress(word) && !isLinkable(word) ? new URL(word).hostname : word);
  return source.split(" ").map(told).join(" ");
}

/** Year, month and day of publication or adoption; none for the year of a period. */
export function issuedOf(row) {
  if (!["printed", "adopted"].includes(row.year_basis)) return undefined;
  return (row.date || row.year).split("-").map(Number);
}

export const keywordsOf = (row) => [
  ...list(row.countries).map((iso3) => countryName(iso3)),
  regionName(row.who_region),
  ...list(row.topics).map((topic) => words()[`term.topic.${topic}`]),
];

const NO_REPORTS = ["factsheet", "infographic", "other", "toolkit"];
export const isReport = (row) => row.who_ref !== "" || !NO_REPORTS.includes(row.type);

/** What the note of a citation must tell. */
export function notesOf(row) {
  const notes = [site.content_date, `Source: ${sourceOf(row).replace(/\.$/, "")}`, "Not a WHO website"];
  if (row.note !== "") notes.push(`Note: ${row.note.replace(/\.$/, "")}`);
  if (row.confidence === "low") notes.push("The title was seen only in a listing or a later document");
  if (list(row.languages).length > 1) notes.push(`Language: ${list(row.languages).join(", ")}`);
  if (row.year === "") notes.push("Year: Undated");
  if (row.year_basis === "period_start") notes.push(`Year: ${row.year} (start of period)`);
  if (row.year_basis === "period_end") notes.push(`Year: ${row.year} (end of period)`);
  if (row.year_basis === "adopted") notes.push(`Year: ${row.year} (adopted)`);
  return notes;
}
