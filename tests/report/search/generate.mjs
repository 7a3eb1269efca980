// Generated records: works in six languages with titles, summaries and facets, about 450 bytes each. A record depends
// on the seed and its number only, so a small collection is the beginning of a large one.

import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import {
  ARABIC, CHINESE, COMMON_WORDS, FIRST_YEAR, LAST_YEAR, PLACES, SMALL_WORDS, SYLLABLES, VALUES,
} from "./vocabulary.mjs";

export const SEED = 42;

/** How many words each language has, with the invented ones, and the part of the records it has up to there. */
const LANGUAGES = [
  { code: "en", words: 60000, upTo: 0.7 },
  { code: "fr", words: 15000, upTo: 0.8 },
  { code: "es", words: 15000, upTo: 0.88 },
  { code: "ru", words: 12000, upTo: 0.93 },
  { code: "zh", words: 3000, upTo: 0.97 },
  { code: "ar", words: 10000, upTo: 1 },
];

function hash(a, b) {
  let mixed = Math.imul((a ^ 0x9e3779b9) ^ b, 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  mixed = Math.imul((mixed ^ (mixed >>> 16)) + 0x7feb352d, 0x846ca68b) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Numbers from 0 to 1 (the generator mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Zipf's law: the n-th of `count` things is 1 / (n + shift) ^ slope as likely. Gives the sums of the likelihoods. */
function zipf(count, slope, shift) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at++) sums[at] = sum += 1 / (at + 1 + shift) ** slope;
  return sums.map((part) => part / sum);
}

function draw(sums, number) {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function invented(language, random) {
  const one = (list) => list[Math.floor(random() * list.length)];
  const times = (count, make) => Array.from({ length: count }, make).join("");
  if (language === "zh") return times(2 + Math.floor(random() * 2), () => one(CHINESE));
  if (language === "ar") {
    const article = random() < 0.4 ? "ال" : "";
    const letters = times(3 + Math.floor(random() * 2), () => one(ARABIC) + (random() < 0.35 ? one(["", "ا", "و", "ي"]) : ""));
    return article + letters + (random() < 0.3 ? "ة" : random() < 0.2 ? "ات" : "");
  }
  const { start, middle, close, end } = SYLLABLES[language];
  const syllable = () => one(start) + one(middle) + (random() < 0.45 ? one(close) : "");
  return times(1 + Math.floor(random() * 2.2), syllable) + one(end);
}

const vocabularies = new Map(
  LANGUAGES.map(({ code, words: count }) => {
    const random = randomNumbers(hash(7, code.charCodeAt(0) * 256 + code.charCodeAt(1)));
    const words = [...COMMON_WORDS[code]];
    const known = new Set(words);
    while (words.length < count) {
      const word = invented(code, random);
      if ((word.length > 2 || code === "zh") && !known.has(word)) {
        known.add(word);
        words.push(word);
      }
    }
    return [code, { words, sums: zipf(words.length, 1.22, 6) }];
  }),
);

const countrySums = zipf(VALUES.country.length, 1, 1);
const topicSums = zipf(VALUES.topic.length, 0.8, 3);
const typeSums = zipf(VALUES.type.length, 0.9, 1);

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(language, count, random, smallPart) {
  const { words, sums } = vocabularies.get(language);
  const small = SMALL_WORDS[language];
  const drawn = [];
  while (drawn.length < count) {
    if (drawn.length > 0 && random() < smallPart) drawn.push(small[Math.floor(random() ** 2 * small.length)]);
    drawn.push(words[draw(sums, random())]);
  }
  return drawn.join(language === "zh" ? "" : " ");
}

function distinct(count, make) {
  const made = new Set();
  for (let tries = 0; made.size < count && tries < 60; tries++) made.add(make());
  return [...made];
}

function title(language, year, random) {
  const isChinese = language === "zh";
  let text = sentence(language, 4 + Math.floor(random() * 7), random, 0.35);
  if (random() < 0.45) {
    const places = PLACES[language];
    const place = places[Math.floor(random() ** 1.6 * places.length)];
    text += (isChinese ? "" : random() < 0.5 ? ": " : " – ") + place;
  }
  if (random() < 0.2) text += (isChinese ? "" : " ") + year;
  if (language !== "en" && random() < 0.3) text += ` / ${capital(sentence("en", 5, random, 0.3))}`;
  return capital(text);
}

function summary(language, random) {
  const sentences = [];
  for (let left = 20 + Math.floor(random() * 11); left > 0; ) {
    const count = Math.min(left, 8 + Math.floor(random() * 8));
    sentences.push(capital(sentence(language, count, random, 0.45)));
    left -= count;
  }
  const stop = language === "zh" ? "。" : ".";
  return sentences.join(language === "zh" ? stop : `${stop} `) + stop;
}

/** A record in the form that the compiler reads. */
export function record(number, seed = SEED) {
  const random = randomNumbers(hash(seed, number));
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  const part = random();
  const language = LANGUAGES.find(({ upTo }) => part < upTo).code;
  const years = LAST_YEAR - FIRST_YEAR + 1;
  const year = FIRST_YEAR + Math.min(years - 1, Math.floor(random() ** 0.55 * years));
  const type = VALUES.type[draw(typeSums, random())];
  const countries = distinct(oneOf([1, 1, 1, 2, 2, 3, 4, 5]), () => VALUES.country[draw(countrySums, random())]);
  const region = VALUES.region[hash(3, VALUES.country.indexOf(countries[0])) % VALUES.region.length];
  const others = distinct(oneOf([0, 0, 0, 1, 2]), () => oneOf(VALUES.language));
  const topics = distinct(oneOf([1, 1, 2, 2, 3, 3, 4, 5, 6]), () => VALUES.topic[draw(topicSums, random())]);
  const shownTitle = title(language, year, random);
  const summaryLanguage = language !== "en" && random() < 0.4 ? "en" : language;
  return {
    id: `r${number}`,
    title: shownTitle,
    languages: [...new Set([language, ...others])],
    summary: summary(summaryLanguage, random),
    date: String(year),
    type,
    region,
    countries,
    topics,
  };
}

/** Writes so many records, a line each. */
export function write(count, file, seed = SEED) {
  mkdirSync(dirname(file), { recursive: true });
  const out = openSync(file, "w");
  let lines = "";
  for (let number = 0; number < count; number++) {
    lines += `${JSON.stringify(record(number, seed))}\n`;
    if (lines.length > 1 << 20 || number + 1 === count) {
      writeSync(out, lines);
      lines = "";
    }
  }
  closeSync(out);
}
