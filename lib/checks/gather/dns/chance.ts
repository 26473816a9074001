import { randomFillSync } from "node:crypto";

/** Octets from the system's secure generator, drawn in lots: asking it for two at a time costs more than a datagram. */
const octets = new Uint8Array(4096);
let at = octets.length;
/** Bits left of the octet that single ones are taken from. */
let [bits, left] = [0, 0];

/** An integer from 0 to 255 that nobody can predict. */
export function randomOctet(): number {
  if (at === octets.length) {
    randomFillSync(octets);
    at = 0;
  }
  const octet = octets[at] ?? 0;
  // Nothing that was handed out can be read from memory later.
  octets[at++] = 0;
  return octet;
}

/** The same from 0 to 65,535. */
export const random16 = (): number => (randomOctet() << 8) | randomOctet();

/** The same, 0 or 1. */
export function randomBit(): number {
  if (left === 0) {
    bits = randomOctet();
    left = 8;
  }
  left--;
  const bit = bits & 1;
  bits >>= 1;
  return bit;
}
