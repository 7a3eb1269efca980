// How hard the English prose of the public pages is: the Flesch-Kincaid grade (Kincaid et al., Derivation of new
// readability formulas for Navy enlisted personnel, 1975) of each page must not be above 9.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const LIMIT = 9;
const folder = new URL("../../content/stories/", import.meta.url);

/** The grade of sentences, each a line of its own or ended by a sign. Numbers are no words. */
function grade(text) {
  const words = text.match(/[A-Za-z][A-Za-z’'-]*/g) ?? [];
  const sentences = text.split(/[.!?](?:\s|$)|\n/).filter((sentence) => /[A-Za-z]{2}/.test(sentence)).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
}

/** The prose of a story: paragraphs and items, without the sources in brackets, which are titles of documents. */
function prose(markdown) {
  const [, , body] = markdown.split(/^---$/m);
  return body
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.replace(/\((?:source|sources)[^()]*(?:\([^()]*\)[^()]*)*\)/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|^- |^\d+\. /g, ""))
    .join("\n");
}

test("the grade is that of the formula", () => {
  // 14 words, 2 sentences, 16 syllables.
  const text = "The cat sat on the mat. It was happy to see the tiny bird.";
  assert.ok(Math.abs(grade(text) - (0.39 * (14 / 2) + 11.8 * (16 / 14) - 15.59)) < 0.01, String(grade(text)));
  assert.ok(grade("Notwithstanding institutional considerations, multidimensional interdependencies necessitate harmonization.") > 20);
});

for (const file of readdirSync(folder).filter((name) => name.endsWith(".en.md"))) {
  test(`${file} is not harder than grade ${LIMIT}`, (context) => {
    const found = grade(prose(readFileSync(new URL(file, folder), "utf8")));
    context.diagnostic(`grade ${found.toFixed(1)}`);
    assert.ok(found <= LIMIT, `grade ${found.toFixed(1)}`);
  });
}

test(`the sentences of the interface are not harder than grade ${LIMIT}`, (context) => {
  const messages = JSON.parse(readFileSync(new URL("../messages/en.json", folder), "utf8"));
  const sentences = Object.values(messages).filter((text) => /\.$/.test(text)).map((text) => text.replace(/\{\{.*?\}\}/g, "x"));
  assert.ok(sentences.length > 50);
  const found = grade(sentences.join("\n"));
  context.diagnostic(`grade ${found.toFixed(1)}`);
  assert.ok(found <= LIMIT, `grade ${found.toFixed(1)}`);
});
