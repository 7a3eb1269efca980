// The import section of a WebAssembly module (https://webassembly.github.io/spec/core/binary/modules.html#import-section).

const IMPORTS = 2; // the number of the section
const PREFACE = 8; // bytes before the first section
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The module with short names for all that it imports from one other, and the pairs of long and short names. */
export function withShortImports(bytes, from) {
  const names = [];
  for (let at = PREFACE; at < bytes.length; ) {
    const start = at;
    const [length, body] = readNumber(bytes, at + 1);
    at = body + length;
    if (bytes[start] !== IMPORTS) continue;
    const section = renamed(bytes.subarray(body, at), from, names);
    return { bytes: Buffer.concat([bytes.subarray(0, start), Buffer.from([IMPORTS]), number(section.length), section, bytes.subarray(at)]), names };
  }
  return { bytes, names };
}

function renamed(section, from, names) {
  const [count, first] = readNumber(section, 0);
  const parts = [number(count)];
  let at = first;
  for (let index = 0; index < count; index += 1) {
    const [module, afterModule] = readText(section, at);
    const [name, afterName] = readText(section, afterModule);
    const end = afterName + typeLength(section, afterName);
    let given = name;
    if (module === from) {
      given = shortName(names.length);
      names.push([name, given]);
    }
    parts.push(text(module), text(given), section.subarray(afterName, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Bytes of what is said of the thing imported. */
function typeLength(section, start) {
  const limits = (at) => (section[at] & 1 ? readNumber(section, readNumber(section, at + 1)[1])[1] : readNumber(section, at + 1)[1]);
  const ends = [() => readNumber(section, start + 1)[1], () => limits(start + 2), () => limits(start + 1), () => start + 3];
  const end = ends[section[start]];
  if (!end) throw new Error(`An import of the unknown kind ${section[start]}.`);
  return end() - start;
}

function shortName(index) {
  const rest = Math.floor(index / LETTERS.length);
  return (rest ? shortName(rest - 1) : "") + LETTERS[index % LETTERS.length];
}

// Unsigned LEB128.
function readNumber(bytes, start) {
  let [value, at] = [0, start];
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function number(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function readText(bytes, start) {
  const [length, at] = readNumber(bytes, start);
  return [bytes.subarray(at, at + length).toString("utf8"), at + length];
}

const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);
