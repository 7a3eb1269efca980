// Folding and cutting texts into words, written anew for the report: the oracle shares no code with the search, and the
// peers get the same words as ours.

const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff]+/u;
const SPELLED_OUT = { æ: "ae", œ: "oe", ß: "ss", þ: "th" };
const OTHERS = {
  ø: "o", ł: "l", đ: "d", ð: "d", ı: "i",
  أ: "ا", إ: "ا", آ: "ا", ة: "ه", ؤ: "و", ى: "ي", ئ: "ي",
};

/** Small letters without accents. Short and long и stay two letters, as Russian readers have them. */
export function fold(text) {
  const small = text.normalize("NFC").toLowerCase().replace(/[أإآةؤىئ]/g, (letter) => OTHERS[letter]);
  const plain = small.normalize("NFD").replace(/и\u0306/g, "й").replace(/\p{M}/gu, "");
  return plain.replace(/[æœßþøłđðı]/g, (letter) => SPELLED_OUT[letter] ?? OTHERS[letter]);
}

/** The words of a text; each two neighbouring Chinese characters are one. */
export function words(text) {
  const elided = text.replace(/(?<![\p{L}\p{N}])([cdjlmnst]|qu)['’]/giu, "$1 ").replace(/['’]/g, "");
  const found = [];
  for (const part of fold(elided).split(/[^\p{L}\p{N}]+/u)) {
    for (const run of part.split(/([\u3400-\u4dbf\u4e00-\u9fff]+)/u)) {
      if (run === "") continue;
      if (!CHINESE.test(run)) found.push(run);
      else for (const pair of pairs(run)) found.push(pair);
    }
  }
  return found;
}

function pairs(run) {
  const letters = [...run];
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, at) => letters[at] + letter);
}
