// Questions and replies of the search module, in Node and in a browser alike.

/** The question in the words of an address. */
export function question(query, { limit = 20, counts = true } = {}) {
  const pairs = [["q", query.text], ["limit", limit]];
  for (const [key, value] of Object.entries(query.filters)) {
    for (const one of value.split("|")) pairs.push([key, one]);
  }
  if (!counts) pairs.push(["counts", "none"]);
  return new URLSearchParams(pairs).toString();
}

/** Takes a reply apart; nothing is copied. */
export function readReply(bytes) {
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  if (numbers[0] === 1) return { missing: new TextDecoder().decode(bytes.subarray(4)).split("\n") };
  if (numbers[0] !== 0) return { damaged: numbers[1] };
  const [, total, shown, counted] = numbers;
  const end = 5 + shown + counted;
  const replaced = bytes.subarray(end * 4);
  return { total, shown: numbers.subarray(5, 5 + shown), counts: numbers.subarray(5 + shown, end), replaced };
}

/** The words of a reply that were exchanged: typed and used. */
export function readReplaced(bytes) {
  const texts = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at];
    texts.push(new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return new Map(texts.flatMap((text, at) => (at % 2 === 0 ? [[text, texts[at + 1]]] : [])));
}
