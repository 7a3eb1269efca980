// What the right answers are, found the plainest way: every record is looked at for every question.

import { FACETS, wanted } from "./facets.mjs";
import { fold, words } from "./text.mjs";

/** Texts with a blank around each word, so that a word can be looked for as a text. */
export function prepare(records) {
  return records.map(({ title, summary }) => ({ title: ` ${words(title).join(" ")} `, all: ` ${words(`${title} . ${summary}`).join(" ")} ` }));
}

/**
 * The right answer: the number of hits, the counts, what decides about the order of the first twenty, and of any other.
 */
export function rightAnswer(records, texts, query, replaced = new Map()) {
  const typed = words(query.text);
  const isOpen = query.text !== "" && !query.text.endsWith(" ");
  const sought = typed.map((word, at) => {
    const used = replaced.get(word) ?? word;
    return { word: used, needle: isOpen && at === typed.length - 1 && !replaced.has(word) ? ` ${used}` : ` ${used} ` };
  });
  const lists = wanted(query);
  const counts = FACETS.map(({ values }) => new Map(values.map((value) => [value, 0])));
  const hits = [];
  records.forEach((record, at) => {
    if (!sought.every(({ needle }) => texts[at].all.includes(needle))) return;
    const failing = FACETS.flatMap(({ of }, facet) =>
      lists[facet] && !of(record).some((value) => lists[facet].includes(value)) ? [facet] : []);
    if (failing.length === 0) hits.push(at);
    if (failing.length > 1) return;
    FACETS.forEach(({ of }, facet) => {
      if (failing.length === 1 && failing[0] !== facet) return;
      for (const value of of(record)) counts[facet].set(value, counts[facet].get(value) + 1);
    });
  });
  /** What decides about the order: more points first, then the newer record. */
  const rank = (at) => [points(records[at], texts[at], sought, query, replaced), records[at].date];
  const order = hits.map(rank).sort((a, b) => b[0] - a[0] || b[1].localeCompare(a[1]));
  return { total: hits.length, counts: counts.map((of) => [...of.values()]), first: order.slice(0, 20), rank };
}

/** Two points for a word of the title, one more if the record has it spelled as it was typed. */
function points(record, text, sought, query, replaced) {
  // Chinese characters end a word, as in "2021年".
  const apart = `${record.title} ${record.summary}`.toLowerCase().replace(/[\u3400-\u9fff]/gu, " ");
  const spelled = new Set(apart.split(/[^\p{L}\p{N}]+/u));
  const typed = query.text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return sought.reduce((sum, { word, needle }) => {
    const isPair = /[\u3400-\u9fff]/u.test(word);
    const asTyped = [...replaced.values()].includes(word) ? word : (typed.find((one) => fold(one) === word) ?? word);
    const isExact = isPair ? text.all.includes(` ${word} `) : spelled.has(asTyped);
    return sum + (text.title.includes(needle) ? 2 : 0) + (isExact ? 1 : 0);
  }, 0);
}

/** Whether a word can be made of another by a slip: a letter more, less or exchanged, or two swapped. */
export function isOneSlip(a, b) {
  const [x, y] = [[...a], [...b]];
  let start = 0;
  while (start < x.length && x[start] === y[start]) start++;
  let end = 0;
  while (end < Math.min(x.length, y.length) - start && x.at(-1 - end) === y.at(-1 - end)) end++;
  const [left, right] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap || (left.length <= 1 && right.length <= 1);
}
