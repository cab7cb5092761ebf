// Bytes and fingerprints for the recount. SHA-256 is written out here because browsers lend theirs to secure pages only,
// and this must work from a file and over plain http in a school.
"use strict";

const asBytes = (text) => new TextEncoder().encode(text);
const asHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function fromHex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Error("keine Bytes: " + text);
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function together(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

// Sorted keys, no spaces: the same content is the same text, as Python writes it too.
function canonical(value) {
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.keys(value).sort().map((name) => JSON.stringify(name) + ":" + canonical(value[name]));
  return "{" + fields.join(",") + "}";
}

// The constants of FIPS 180-4: the first 32 bits behind the point of square and cube roots of primes.
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && !hasDivisor(n)).slice(0, 64);
function hasDivisor(n) {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return true;
  return false;
}

// Whole-number roots, so that no rounding of a browser has a say: floor(root(n * 2^(32 * power))) mod 2^32.
function rootBits(n, power) {
  const wanted = BigInt(n) << BigInt(32 * power);
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** BigInt(power) <= wanted) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}
const START = PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2));
const ROUND = PRIMES.map((prime) => rootBits(prime, 3));

function padded(bytes) {
  const whole = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const end = new DataView(whole.buffer);
  end.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29));
  end.setUint32(whole.length - 4, (bytes.length << 3) >>> 0);
  return end;
}

const turned = (x, by) => (x >>> by) | (x << (32 - by));

function mixed(state, block, from) {
  const w = Array.from({ length: 16 }, (_, n) => block.getUint32(from + 4 * n));
  for (let n = 16; n < 64; n++) {
    const [a, b] = [w[n - 15], w[n - 2]];
    const small = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const large = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    w[n] = (w[n - 16] + small + w[n - 7] + large) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let n = 0; n < 64; n++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + ROUND[n] + w[n]) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, n) => (word + state[n]) | 0);
}

function sha256(bytes) {
  const blocks = padded(bytes);
  let state = START;
  for (let from = 0; from < blocks.byteLength; from += 64) state = mixed(state, blocks, from);
  const found = new DataView(new ArrayBuffer(32));
  state.forEach((word, n) => found.setUint32(4 * n, word));
  return new Uint8Array(found.buffer);
}

// Eight pictures instead of 64 signs: a class can compare them at a glance. Each byte is one of 256 words.
const picturesOf = (hash, words) => Array.from(hash.slice(0, 8), (byte) => words[byte]);
