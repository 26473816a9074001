import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { plain } from "../net/safe-text.ts";
import { certificate, sessionWith } from "../testing/certificates.ts";
import { answer, failed, ip, name, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { certificateName } from "./certificate-name.ts";

const ptr = answer(name("mail.example.com"));
const shows = (...dnsNames: string[]) => sessionWith(certificate({ dnsNames }));

test.each([
  ["the PTR name", ptr, shows("mail.example.com"), "exact"],
  ["the EHLO name, though the PTR is another", answer(name("x.example.net")), shows("mail.example.com"), "exact"],
  ["a wildcard over it", ptr, shows("*.example.com"), "wildcard"],
  [
    "a wildcard two labels up",
    answer(name("a.b.example.com")),
    sessionWith(certificate({ dnsNames: ["*.example.org"] })),
    "unrelated",
  ],
  ["a sibling", ptr, shows("www.example.com"), "same-organisation"],
  ["a stranger", ptr, shows("mail.example.org"), "unrelated"],
  ["a stranger, while the PTR is unknown", failed(), shows("mail.example.org"), "temperror"],
  [
    "its name only as common name",
    ptr,
    sessionWith(certificate({ dnsNames: [], commonName: "mail.example.com" })),
    "exact",
  ],
  ["no name at all", ptr, shows(), "nameless"],
  ["anything, but no TLS was offered", ptr, session({}, { tls: { kind: "not-offered" } }), "no-tls"],
  ["anything, but the server was silent", ptr, noSession("filtered"), "not-reached"],
  ["anything, but the port is closed", nxdomain, noSession("closed"), "no-tls"],
] as const)("the certificate is for %s", (_, reverse, smtp, outcome) => {
  expect(concludes(certificateName, { address: ip("203.0.113.10"), reverse, smtp }).outcome).toBe(outcome);
});

test.each([
  ["the name asked for", "mx.example.com", "exact", "mx.example.com"],
  ["the PTR name, and not for the name asked for", "mail.example.com", "same-organisation", "mx.example.com"],
  ["a stranger", "mail.example.org", "unrelated", "mx.example.com"],
] as const)("asked for by name, the certificate is for %s", (_, dnsName, outcome, judgedFor) => {
  const found = concludes(certificateName, {
    address: ip("203.0.113.10"),
    asked: name("mx.example.com"),
    reverse: ptr,
    smtp: { ...shows(dnsName), serverName: name("mx.example.com") },
  });
  expect(found).toMatchObject({ outcome, evidence: { name: [judgedFor], sni: ["mx.example.com"] } });
});

test("without a name, the sentence says that none was sent", () => {
  const found = concludes(certificateName, {
    address: ip("203.0.113.10"),
    reverse: ptr,
    smtp: shows("mail.example.org"),
  });
  expect(plain(say(certificateName.outcomes[found.outcome].says, found.evidence ?? {}))).toContain("SNI");
});
