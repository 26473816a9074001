// The parameters of RFC 3492 section 5.
const BASE = 36;
const TMIN = 1;
const TMAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

/** Decodes the part of an A-label after `xn--` (RFC 3492 section 6.2). Undefined where it is no Punycode. */
export function decodePunycode(encoded: string): string | undefined {
  const delimiter = encoded.lastIndexOf("-");
  const output = [...encoded.slice(0, Math.max(0, delimiter))].map((c) => c.codePointAt(0) ?? 0);
  if (output.some((c) => c >= INITIAL_N)) return undefined;
  let [n, i, bias] = [INITIAL_N, 0, INITIAL_BIAS];
  for (let at = delimiter < 0 ? 0 : delimiter + 1; at < encoded.length; ) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(encoded[at++]);
      if (digit === undefined) return undefined;
      i += digit * weight;
      const threshold = Math.min(TMAX, Math.max(TMIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
      // The overflow check of section 6.4; a label is far too short to need more.
      if (i > 0x7fffffff || weight > 0x7fffffff) return undefined;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

/** Section 6.1. */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - TMIN) * TMAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - TMIN));
  return k + Math.floor(((BASE - TMIN + 1) * rest) / (rest + SKEW));
}

/** a to z are 0 to 25, 0 to 9 are 26 to 35. */
function digitOf(char: string | undefined): number | undefined {
  if (char === undefined || !/^[a-z0-9]$/i.test(char)) return undefined;
  const value = Number.parseInt(char, BASE);
  return value < 10 ? value + 26 : value - 10;
}
