/** One element of DER (X.690): its tag, what it holds, and all of its octets. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/**
 * The elements that lie side by side in these octets, as far as they are well-formed. Never throws: what it reads was
 * written by strangers.
 */
export function elements(octets: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at + 2 <= octets.length; ) {
    const tag = octets[at] ?? 0;
    const first = octets[at + 1] ?? 0;
    // Long form: the low bits say how many octets of length follow. Tags above 30 do not occur in certificates.
    const more = first < 0x80 ? 0 : first & 0x7f;
    if ((tag & 0x1f) === 0x1f || first === 0x80 || more > 4 || at + 2 + more > octets.length) break;
    const length = more === 0 ? first : octets.readUIntBE(at + 2, more);
    const begin = at + 2 + more;
    if (begin + length > octets.length) break;
    found.push({
      tag,
      content: octets.subarray(begin, begin + length),
      whole: octets.subarray(at, begin + length),
    });
    at = begin + length;
  }
  return found;
}

/** The elements inside the first element of these octets. */
export const inside = (octets: Buffer | undefined): Element[] => {
  const outer = octets && elements(octets)[0];
  return outer ? elements(outer.content) : [];
};
