import fc from "fast-check";
import { expectLinear } from "./growth.ts";

/** Text as strangers publish it: any octets, often made of the characters that the grammar is about. */
export const octets = (max = 400): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)), maxLength: max }),
    fc.string({ unit: fc.constantFrom(..."vVpPtknshx=;:,@!.*/ \t\r\nDKIM1DMARC1STSv1abc019+\xa0"), maxLength: max }),
  );

/**
 * Holds that the time a parser takes grows as the text does, up to the largest TXT record there can be, whatever of this
 * it is made of: what parsers tend to trip over, one character, or two in turn.
 */
export function expectLinearOnGiants(parse: (text: string) => unknown): void {
  const all = (length: number) => giants.map((giant) => giant(length));
  expectLinear(all, (texts) => texts.forEach(parse), [16_250]);
}

const giants: readonly ((length: number) => string)[] = [
  " ",
  "\t",
  ";",
  "=",
  "; ",
  "a=",
  "a=;",
  "v=",
  " =",
  "\n",
  ",",
  "mailto:a@b,",
  "!",
  "@",
  ":",
]
  .flatMap((piece) =>
    ["", "v=DMARC1; rua=", "v=DKIM1; p=", "v=STSv1;", "mx: "].map(
      (head) => (length: number) => head + piece.repeat(Math.floor(length / piece.length)),
    ),
  )
  .flatMap((giant) => [giant, (length: number) => `${giant(length)}x`]);
