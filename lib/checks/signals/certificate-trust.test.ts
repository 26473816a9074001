import { expect, test } from "vitest";
import { certificate, sessionWith } from "../testing/certificates.ts";
import { ip } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { certificateTrust } from "./certificate-trust.ts";

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;

test.each([
  ["in date, known, strong", sessionWith(certificate()), "trusted"],
  ["ends in ten days", sessionWith(certificate({ notAfter: now + 10 * day })), "expires-soon"],
  [
    "lasts six days, five of which are left",
    sessionWith(certificate({ notBefore: now - day, notAfter: now + 5 * day })),
    "trusted",
  ],
  [
    "lasts six days, one of which is left",
    sessionWith(certificate({ notBefore: now - 5 * day, notAfter: now + day })),
    "expires-soon",
  ],
  ["ended yesterday", sessionWith(certificate({ notAfter: now - day })), "expired"],
  ["begins tomorrow", sessionWith(certificate({ notBefore: now + day })), "not-yet-valid"],
  [
    "is signed by itself",
    sessionWith(certificate({ selfSigned: true, chain: "DEPTH_ZERO_SELF_SIGNED_CERT" })),
    "self-signed",
  ],
  ["is of an unknown authority", sessionWith(certificate({ chain: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" })), "untrusted"],
  ["has an RSA key of 1024 bits", sessionWith(certificate({ keyBits: 1024 })), "weak-key"],
  ["has an ECDSA key of 256 bits", sessionWith(certificate({ keyType: "ec", keyBits: 256 })), "trusted"],
  ["was not shown: no STARTTLS", session({}, { tls: { kind: "not-offered" } }), "no-tls"],
  ["was not seen: a tarpit", noSession("tarpit"), "not-reached"],
  ["was not shown: port closed", noSession("closed"), "no-tls"],
] as const)("the certificate %s", (_, smtp, outcome) => {
  expect(concludes(certificateTrust, { address: ip("203.0.113.10"), smtp, now }).outcome).toBe(outcome);
});
