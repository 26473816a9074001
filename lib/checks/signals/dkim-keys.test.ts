import { createPublicKey } from "node:crypto";
import { expect, test } from "vitest";
import type { DkimKeys } from "../facts/dkim.ts";
import type { LookupOf } from "../facts/lookup.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { about, answer, failed, name, nxdomain } from "../testing/facts.ts";
import { DKIM_1024, DKIM_2048, DKIM_ED25519 } from "../testing/internet/keys.ts";
import { dkimKeys } from "./dkim-keys.ts";

const STRONG = `v=DKIM1; p=${DKIM_2048}`;
const SHORT = `v=DKIM1; p=${DKIM_1024}`;
const EDWARDS = `v=DKIM1; k=ed25519; p=${DKIM_ED25519}`;
const WEAK =
  "v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMm3PZTPiM2iCoYxTk9mg4ZqeVhTHmr4u1hQGCoOEfJJfAcNPzPGK4dBmSSLdUgGQ4LWbYkxpkRYhy1GJyDzAMsCAwEAAQ==";
const BARE = createPublicKey({ key: Buffer.from(DKIM_2048, "base64"), format: "der", type: "spki" })
  .export({ format: "der", type: "pkcs1" })
  .toString("base64");
const given: SendingDomain = { domain: name("example.com"), origin: "given" };
const guessed: SendingDomain = { domain: name("example.com"), origin: "ptr", name: name("mail.example.com") };

/** Keys by selector, `!` before those that the reader gave; everything else does not exist. */
function keys(
  found: Readonly<Record<string, LookupOf<"TXT"> | string>>,
  control: LookupOf<"TXT"> = nxdomain,
): DkimKeys {
  const selectors = Object.entries(found).map(([written, value]) => {
    const selector = written.replace("!", "");
    const lookup = typeof value === "string" ? answer(value) : value;
    return {
      selector,
      given: written !== selector,
      lookup: about(`${selector}._domainkey.example.com`, "TXT", lookup),
    };
  });
  return {
    domain: name("example.com"),
    selectors: [...selectors, { selector: "other", given: false, lookup: nxdomain }],
    control,
  };
}
const verdict = (dkim: DkimKeys | undefined, sender: SendingDomain = given) =>
  dkimKeys.judge({ sender, dkim, spfRecord: undefined });

test.each([
  ["2048 bits", { "!s1": STRONG }, "found"],
  ["two of them, one Ed25519", { "!s1": STRONG, "!ed": EDWARDS }, "found"],
  ["Ed25519 alone", { "!ed": EDWARDS }, "ed25519-only"],
  ["1024 bits", { "!s1": SHORT }, "short"],
  ["512 bits", { "!s1": WEAK }, "weak"],
  ["testing", { "!s1": `${STRONG}; t=y` }, "testing"],
  ["revoked", { "!s1": "v=DKIM1; p=" }, "revoked"],
  ["broken", { "!s1": "v=DKIM1; p=%%%" }, "unusable"],
  ["two records", { "!s1": answer(STRONG, SHORT) }, "several"],
  ["a key and the lost half of one", { "!s1": answer(STRONG, DKIM_2048.slice(100)) }, "several"],
  ["the version behind the key", { "!s1": `p=${DKIM_2048}; v=DKIM1` }, "version-late"],
  ["a capital P", { "!s1": `v=DKIM1; P=${DKIM_2048}` }, "unusable"],
  ["a type in capitals", { "!s1": `v=DKIM1; k=RSA; p=${DKIM_2048}` }, "unusable"],
  ["a type that is empty", { "!s1": `v=DKIM1; k=; p=${DKIM_2048}` }, "unusable"],
  ["a bare RSAPublicKey", { "!s1": `v=DKIM1; p=${BARE}` }, "bare-key"],
  ["nothing", { "!s1": nxdomain }, "missing"],
  ["other text", { "!s1": "v=spf1 -all" }, "missing"],
  ["one of two missing", { "!s1": STRONG, "!s2": nxdomain }, "missing"],
  ["a key, beside a broken one that nobody gave", { "!s1": STRONG, mail: "v=DKIM1; p=%%%" }, "found"],
  ["a key, beside a guess without an answer", { "!s1": STRONG, mail: failed() }, "found"],
  ["no answer", { "!s1": failed() }, "temperror"],
  ["a key, and no answer for the other", { "!s1": STRONG, "!s2": failed("servfail") }, "temperror"],
] as const)("under the selectors given: %s", (_, found, outcome) => {
  expect(verdict(keys(found)).outcome).toBe(outcome);
});

test.each([
  ["nothing", {}, "none-found"],
  ["a key", { google: STRONG }, "found"],
  ["a key and a revoked one", { google: STRONG, mail: "v=DKIM1; p=" }, "found"],
  ["a revoked one alone", { mail: "v=DKIM1; p=" }, "none-usable"],
  ["a broken one alone", { mail: "v=DKIM1; p=%%%" }, "none-usable"],
  ["two records", { google: answer(STRONG, SHORT) }, "found-several"],
  ["512 bits", { google: STRONG, mail: WEAK }, "found-weak"],
  ["1024 bits", { google: STRONG, mail: SHORT }, "short"],
  ["a key, and a question without an answer", { google: STRONG, mail: failed() }, "temperror"],
] as const)("under the selectors that platforms use: %s", (_, found, outcome) => {
  expect(verdict(keys(found)).outcome).toBe(outcome);
});

test("the control revoked: every signature is", () => {
  const revoked = answer("v=DKIM1; p=");
  expect(verdict(keys({ google: revoked }, revoked)).outcome).toBe("all-revoked");
  expect(verdict(keys({ "!s1": revoked }, revoked)).outcome).toBe("revoked");
});

test("a wildcard is noticed, and no key", () => {
  const wild = answer("v=spf1 -all");
  expect(verdict(keys({ google: wild, mail: wild }, wild)).outcome).toBe("wildcard");
  const key = answer(STRONG);
  expect(verdict(keys({ google: key, mail: key }, key)).outcome).toBe("wildcard");
  expect(verdict(keys({ "!google": key, mail: key }, key)).outcome).toBe("found");
  expect(verdict(keys({ google: SHORT, mail: wild }, wild)).outcome).toBe("short");
  expect(verdict(keys({ google: STRONG }, failed())).outcome).toBe("temperror");
});

test("a selector missing under a domain that is our guess weighs less", () => {
  expect(verdict(keys({ "!s1": nxdomain }), guessed).outcome).toBe("inferred-missing");
});

test("without a sending domain there is nothing to look at", () => {
  expect(verdict(undefined, { domain: undefined, why: "no-ptr" }).outcome).toBe("no-domain");
  expect(verdict(undefined, { domain: undefined, why: "failed", lookup: failed() }).outcome).toBe("temperror");
});
