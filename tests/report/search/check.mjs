// Answers against the oracle.

import { isOneSlip, rightAnswer } from "./oracle.mjs";
import { QUERIES } from "./queries.mjs";

/**
 * How many of the queries an engine answers, and which of its answers are wrong. Of the peers, hits and counts are
 * compared, but not for words with a slip, which each of them takes in its own way; of ours the order, too, and that a
 * word was replaced only if no record has it, by a word that one slip makes of it.
 */
export function check(records, texts, { name, answers }) {
  const places = new Map(records.map(({ id }, at) => [id, at]));
  const known = new Set(texts.flatMap(({ all }) => all.split(" ")));
  const isOurs = name === "ours";
  const checked = QUERIES.filter(({ number, kind }) => answers[number] && (isOurs || kind !== "typo"));
  const wrong = checked.filter((query) => {
    const { total, counts, ids, replaced = [] } = answers[query.number];
    const right = rightAnswer(records, texts, query, new Map(replaced));
    const isCounted = total === right.total && String(counts) === String(right.counts);
    if (!isOurs) return !isCounted;
    const isReplaced = ([typed, used]) => !known.has(typed) && known.has(used) && isOneSlip(typed, used);
    const order = ids.map((id) => right.rank(places.get(id)));
    return !(isCounted && replaced.every(isReplaced) && String(order) === String(right.first));
  });
  return { checked: checked.length, wrong: wrong.map(({ text, filters }) => JSON.stringify({ text, ...filters })) };
}
