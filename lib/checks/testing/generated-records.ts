import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";

/**
 * DKIM keys and DMARC records as people write them, with their slips: what we and other readers are compared on. The
 * same seed gives the same records. Keys have 1024 bits or more; shorter ones are judged apart from reading.
 */
export const SEED = 20261125;

const rsa = (type: "spki" | "pkcs1", bits: number) =>
  generateKeyPairSync("rsa", { modulusLength: bits }).publicKey.export({ type, format: "der" }).toString("base64");
const edwards = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" });

/** One tag: its name, its value, and what may be around them. */
const tag = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(name, fc.constantFrom("=", "=", "=", " = ", "= ", " ="), value)
    .map(([left, equals, right]) => `${left}${equals}${right}`);
const only = (...values: string[]) => fc.constantFrom(...values);
const maybe = (part: fc.Arbitrary<string>, weight: number): fc.Arbitrary<string[]> =>
  fc.oneof(
    { weight, arbitrary: part.map((one) => [one]) },
    { weight: 10 - weight, arbitrary: fc.constant<string[]>([]) },
  );
const separator = fc.oneof({ weight: 8, arbitrary: only("; ", ";", " ; ") }, only(";; ", ";\t", ";\r\n "));
const ending = fc.oneof({ weight: 5, arbitrary: only("", ";") }, only(" ", "; ", ";;"));

/** Tags in order or shuffled, between separators that are mostly right. */
function record(tags: readonly fc.Arbitrary<string[]>[]): fc.Arbitrary<string> {
  const ordered = fc.tuple(...tags).map((all) => all.flat());
  const list = fc.oneof(
    { weight: 8, arbitrary: ordered },
    ordered.chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  return fc
    .tuple(list, separator, ending)
    .map(([all, between, end]) => `${all.join(between)}${end}`)
    .filter((text) => text.trim() !== "");
}

export function keyRecords(count: number): string[] {
  const [usual, short, bare] = [rsa("spki", 2048), rsa("spki", 1024), rsa("pkcs1", 2048)];
  const raw = edwards.subarray(-32).toString("base64");
  const value = fc.oneof(
    { weight: 8, arbitrary: only(usual, short) },
    { weight: 2, arbitrary: only(bare, raw, edwards.toString("base64")) },
    only(
      "",
      usual.slice(0, 200),
      `${usual.slice(0, 40)} ${usual.slice(40)}`,
      `${usual.slice(0, 40)}%${usual.slice(40)}`,
    ),
  );
  return fc.sample(
    record([
      maybe(tag(only("v", "v", "v", "v", "V"), only("DKIM1", "DKIM1", "DKIM1", "DKIM1", "dkim1", "DKIM2", "")), 7),
      maybe(tag(only("k", "k", "k", "K"), only("rsa", "rsa", "rsa", "rsa", "ed25519", "RSA", "", "dsa")), 6),
      maybe(tag(only("h", "h", "H"), only("sha256", "sha1:sha256", "sha1", "sha256 : sha1")), 1),
      maybe(tag(only("s"), only("*", "email", "email:other", "other", "tlsrpt", "other : *")), 2),
      maybe(tag(only("t"), only("y", "s", "y:s", "x")), 2),
      maybe(tag(only("n", "x", "g"), only("hello", "", "a=b", "*")), 1),
      maybe(only("k=rsa", "note", "=x", "1a=2", "v=DKIM1", "t=s"), 1),
      maybe(tag(only("p", "p", "p", "p", "p", "p", "p", "P"), value), 9),
    ]),
    { numRuns: count, seed: SEED },
  );
}

export function dmarcRecords(count: number): string[] {
  const policy = only("none", "quarantine", "reject", "reject", "Reject", "rejected", "", "monitor");
  const address = only(
    "mailto:a@example.com",
    "mailto:a@example.com!10m,mailto:b@example.net",
    "https://example.com/reports",
    "a@example.com",
    "",
    "mailto:",
  );
  const version = fc.oneof(
    { weight: 9, arbitrary: only("v=DMARC1") },
    only("v = DMARC1", "V=DMARC1", "v=dmarc1", "v=DMARC2", "v=DMARC1 ", " v=DMARC1", "DMARC1", "v=DMARC1 p=none"),
  );
  return fc.sample(
    record([
      version.map((one) => [one]),
      maybe(tag(only("p", "p", "p", "p", "P"), policy), 9),
      maybe(tag(only("sp", "sp", "SP"), policy), 3),
      maybe(tag(only("np"), policy), 2),
      maybe(tag(only("rua", "rua", "rua", "RUA"), address), 5),
      maybe(tag(only("adkim", "aspf"), only("r", "s", "R", "x")), 2),
      maybe(tag(only("t", "psd"), only("y", "n", "u", "Y", "z")), 2),
      maybe(tag(only("pct", "ri", "fo", "x"), only("0", "50", "1", "")), 2),
      maybe(only("p=none", "reject", "=x", "rua=mailto:c@example.com", "1=2"), 1),
    ]),
    { numRuns: count, seed: SEED },
  );
}
