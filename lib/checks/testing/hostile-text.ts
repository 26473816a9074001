import fc from "fast-check";

/** Text as strangers publish it: any octets, often made of the characters that the grammar is about. */
export const octets = (max = 400): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)), maxLength: max }),
    fc.string({ unit: fc.constantFrom(..."vVpPtknshx=;:,@!.*/ \t\r\nDKIM1DMARC1STSv1abc019+\xa0"), maxLength: max }),
  );

/** The largest TXT record there can be, made of what parsers tend to trip over: one character, or two in turn. */
export const hostileGiants: readonly string[] = [
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
      (head) => head + piece.repeat(Math.floor(65_000 / piece.length)),
    ),
  )
  .flatMap((text) => [text, `${text}x`]);

/** Milliseconds that a piece of work takes. */
export function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
