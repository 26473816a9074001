import { expect, test } from "vitest";
import type { Certificate } from "../../facts/smtp.ts";
import { certificate, presented } from "../../testing/certificates.ts";
import { compareTlsa, counting, isUsable, type Tlsa, written } from "./tlsa.ts";

const NOW = Date.UTC(2026, 10, 22);
const [leaf, intermediate, root] = [presented("1"), presented("2"), presented("3")];
const shown = certificate({ presented: [leaf, intermediate, root] });
const tlsa = (usage: number, selector: number, matching: number, data: string): Tlsa =>
  matching === 0
    ? { usage, selector, matching, data: "30".repeat(100), digest: data }
    : { usage, selector, matching, data };

test.each([
  ["a digest of its length", tlsa(3, 1, 1, leaf.spkiSha256), true],
  ["SHA-512 of its length", tlsa(2, 0, 2, root.sha512), true],
  ["a whole key", tlsa(3, 1, 0, leaf.spkiSha256), true],
  ["one that is cut off", tlsa(3, 1, 1, "abcd"), false],
  ["SHA-512 under the type of SHA-256", tlsa(3, 1, 1, leaf.spkiSha512), false],
  ["usage 0, which mail does not use", tlsa(0, 0, 1, root.sha256), false],
  ["usage 1, which mail does not use", tlsa(1, 1, 1, leaf.spkiSha256), false],
  ["usage 255", tlsa(255, 1, 1, leaf.spkiSha256), false],
  ["an unknown selector", tlsa(3, 2, 1, leaf.spkiSha256), false],
  ["an unknown matching type", tlsa(3, 1, 9, leaf.spkiSha256), false],
  ["a matching type 0 without data", { usage: 3, selector: 1, matching: 0, data: "" }, false],
])("usable: %s", (_, record, usable) => {
  expect(isUsable(record)).toBe(usable);
});

/** What each record of usage 3 and 2 names when it names this certificate. */
const of = ({ sha256, sha512, spkiSha256, spkiSha512 }: typeof leaf, usage: number) =>
  [
    tlsa(usage, 0, 0, sha256),
    tlsa(usage, 0, 1, sha256),
    tlsa(usage, 0, 2, sha512),
    tlsa(usage, 1, 0, spkiSha256),
    tlsa(usage, 1, 1, spkiSha256),
    tlsa(usage, 1, 2, spkiSha512),
  ] as const;
const compare = (record: Tlsa, certificateShown: Certificate = shown, more: { named?: boolean; now?: number } = {}) =>
  compareTlsa(record, { certificate: certificateShown, named: true, now: NOW, ...more });

test("usage 3 is the server's own certificate, by each selector and matching type", () => {
  expect(of(leaf, 3).map((record) => compare(record))).toEqual(Array(6).fill("match"));
  expect(of(intermediate, 3).map((record) => compare(record))).toEqual(Array(6).fill("other"));
});

test("usage 3 looks neither at names nor at dates", () => {
  const old = certificate({ presented: [{ ...leaf, notAfter: NOW - 1 }], notAfter: NOW - 1 });
  expect(compare(tlsa(3, 1, 1, leaf.spkiSha256), old, { named: false })).toBe("match");
});

test("usage 2 is an authority of the chain, by each selector and matching type", () => {
  for (const authority of [intermediate, root])
    expect(of(authority, 2).map((record) => compare(record))).toEqual(Array(6).fill("match"));
});

test.each([
  ["another authority", tlsa(2, 1, 1, "0b".repeat(32)), shown, {}, "other"],
  ["an authority of a host of another name", tlsa(2, 1, 1, root.spkiSha256), shown, { named: false }, "wrong-name"],
  ["the server's own", tlsa(2, 1, 1, leaf.spkiSha256), shown, {}, "own-as-authority"],
  [
    "an authority that was sent along and has not signed",
    tlsa(2, 1, 1, root.spkiSha256),
    certificate({ presented: [leaf, intermediate, { ...root, signs: false }] }),
    {},
    "other",
  ],
  [
    "an authority above one that is out of date",
    tlsa(2, 1, 1, root.spkiSha256),
    certificate({ presented: [leaf, { ...intermediate, notAfter: NOW - 1 }, root] }),
    {},
    "out-of-date",
  ],
  [
    "an authority below one that is out of date",
    tlsa(2, 1, 1, intermediate.spkiSha256),
    certificate({ presented: [leaf, intermediate, { ...root, notAfter: NOW - 1 }] }),
    {},
    "match",
  ],
  ["an authority whose key alone is in DNS", tlsa(2, 1, 0, "0b".repeat(32)), shown, {}, "not-comparable"],
  ["a chain that was not kept", tlsa(2, 1, 1, root.spkiSha256), certificate({}), {}, "not-comparable"],
])("usage 2: %s", (_, record, chain, more, result) => {
  expect(compare(record, chain, more)).toBe(result);
});

test("of a chain that was not kept, SHA-256 of the server's own can still be told", () => {
  const bare = certificate({ fingerprint: leaf.sha256, spkiFingerprint: leaf.spkiSha256 });
  expect(of(leaf, 3).map((record) => compare(record, bare))).toEqual([
    "match",
    "match",
    "not-comparable",
    "match",
    "match",
    "not-comparable",
  ]);
});

test("of digests for one usage and selector the strongest counts", () => {
  const [short, long, exact, other] = [
    tlsa(3, 1, 1, leaf.spkiSha256),
    tlsa(3, 1, 2, leaf.spkiSha512),
    tlsa(3, 1, 0, leaf.spkiSha256),
    tlsa(3, 0, 1, leaf.sha256),
  ];
  expect(counting([short, long, exact, other])).toEqual([long, exact, other]);
  expect(counting([short, tlsa(3, 1, 2, "abcd")])).toEqual([short]);
});

test("a whole certificate is not written out", () => {
  expect(written({ usage: 3, selector: 0, matching: 0, data: "30".repeat(1000) })).toHaveLength(6 + 65);
});
