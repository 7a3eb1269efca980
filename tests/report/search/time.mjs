// Taking times, in Node and in a browser alike.

/** The value that a share of all is not above. */
export const percentile = (list, share) => [...list].sort((a, b) => a - b)[Math.max(0, Math.ceil(list.length * share) - 1)];
export const median = (list) => percentile(list, 0.5);

/**
 * Milliseconds for one call when the engine is warm: the median of many, each a batch long enough to be measured. A
 * browser's clock has steps of a tenth of a millisecond.
 */
export function warmTime(call, shortest = 0.5) {
  const take = (calls) => {
    const begin = performance.now();
    for (let at = 0; at < calls; at++) call();
    return performance.now() - begin;
  };
  call();
  let batch = 1;
  let taken = take(batch);
  for (; taken < shortest; taken = take(batch)) batch *= 2;
  const once = taken / batch;
  const samples = once > 200 ? 3 : 15;
  take(Math.ceil(Math.min(40, 20 / Math.max(once, 0.01))));
  return median(Array.from({ length: samples }, () => take(batch) / batch));
}
