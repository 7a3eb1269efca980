// The sixty questions of the report. A text without a blank at its end goes on with its last word; `typo` marks words
// with one slip, which no record has.

const years = (from, to) => ({ from: String(from), to: String(to) });

const word = (text, filters = {}) => ({ kind: "word", text: `${text} `, filters });
const two = (text, filters = {}) => ({ kind: "two words", text: `${text} `, filters });
const begun = (text, filters = {}) => ({ kind: "begun word", text, filters });
const typo = (text, filters = {}) => ({ kind: "typo", text: `${text} `, filters });
const folded = (text, filters = {}) => ({ kind: "accents, scripts", text: `${text} `, filters });
const facets = (filters = {}) => ({ kind: "facets only", text: "", filters });

/** Values of a facet are joined by "|", because some have commas of their own in other collections. */
export const QUERIES = [
  word("malaria"),
  word("health"),
  word("tuberculosis", { country: "IND" }),
  word("vaccine", years(2018, 2026)),
  word("bedaquiline"),
  word("stunting", { topic: "nutrition|child-health" }),
  word("regulations", { language: "fr", type: "report" }),
  word("COVID"),
  word("snakebite", { region: "AFR|SEAR" }),
  word("global", { ...years(2020, 2026), language: "en", type: "guideline|report" }),
  word("2021"),
  word("zzyzx"),

  two("malaria children"),
  two("health report"),
  two("vaccine coverage", { region: "AFR" }),
  two("global disease", years(2010, 2020)),
  two("antimicrobial resistance"),
  two("the of"),
  two("tuberculosis south africa"),
  two("primary care", { country: "IND|CHN|USA", topic: "primary-care|malaria" }),
  two("maternal mortality", { type: "guideline", region: "SEAR", ...years(2000, 2026), language: "en" }),
  two("water sanitation", { topic: "water" }),
  two("mental health", { country: "KEN" }),
  two("ebola response", years(2014, 2016)),

  begun("malar"),
  begun("immuni", { country: "NGA|ETH" }),
  begun("tub"),
  begun("h"),
  begun("health sys"),
  begun("anti", years(2015, 2026)),
  begun("vaccination cov", { language: "fr" }),
  begun("schisto", { region: "AFR", type: "report|fact sheet" }),
  begun("global m", { topic: "malaria|hiv|tuberculosis" }),
  begun("здор"),

  typo("tuberclosis"),
  typo("vacine"),
  typo("hepatitus", { region: "WPR" }),
  typo("malariia children"),
  typo("pandemik preparedness"),
  typo("colera", { ...years(2005, 2015), country: "HTI|YEM|BGD" }),
  typo("nutrtion", { language: "en" }),
  typo("surveilance"),

  folded("cote ivoire"),
  folded("turkiye", { type: "report" }),
  folded("sao tome"),
  folded("sante", { language: "fr" }),
  folded("desnutricion"),
  folded("туберкулез"),
  folded("疫苗", { region: "WPR|SEAR" }),
  folded("الملاريا"),

  facets(),
  facets({ type: "guideline" }),
  facets({ country: "IND" }),
  facets(years(2020, 2026)),
  facets({ topic: "malaria", region: "AFR" }),
  facets({ type: "report|guideline", language: "en", ...years(2015, 2026) }),
  facets({ country: "NGA|GHA|SEN|MLI", topic: "hiv|tuberculosis", language: "fr", ...years(2000, 2026) }),
  facets({ region: "EUR" }),
  facets({ language: "ar", region: "EMR" }),
  facets({ country: "XKX", type: "strategy" }),
].map((query, number) => ({ number, ...query }));

/** The words of the filters, facet by facet. */
export const chosen = (query, facet) => query.filters[facet]?.split("|") ?? [];
