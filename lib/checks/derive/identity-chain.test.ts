import { expect, test } from "vitest";
import type { Known } from "../findings/findings.ts";
import { certificate, sessionWith } from "../testing/certificates.ts";
import { answer, failed, forward, ip, name, nxdomain } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { evaluation } from "../testing/spf-evaluations.ts";
import { pick } from "./index.ts";

const address = ip("203.0.113.10");
const mail = name("mail.example.com");
const alias = name("alias.example.net");
const chainOf = (known: Partial<Known>) =>
  pick({ ...nothingAnswered, address, ...known }, ["identityChain"]).identityChain;

test.each([
  ["resolves back", answer(mail), [forward(mail, answer(address))], mail, "fcrdns"],
  ["resolves elsewhere", answer(mail), [forward(mail, answer(ip("203.0.113.99")))], mail, "fcrdns"],
  ["could not be resolved", answer(mail), [forward(mail, failed())], mail, "fcrdns"],
  ["is missing", nxdomain, [], "", "reverse-dns"],
  ["could not be asked for", failed(), [], "", "reverse-dns"],
] as const)("a name that %s is judged by one signal", (_, reverse, forwards, label, signal) => {
  expect(chainOf({ reverse, forward: forwards }).names[0]).toMatchObject({ label, signal });
});

test("the confirmed name comes first, wherever DNS put it; the others are the affair of one PTR record", () => {
  const chain = chainOf({
    reverse: answer(alias, mail),
    forward: [forward(alias, nxdomain), forward(mail, answer(address))],
  });
  expect(chain.names).toEqual([
    { label: mail, signal: "fcrdns", state: "confirmed" },
    { label: alias, signal: "single-ptr", state: "nxdomain" },
  ]);
});

test("every edge and hanger names the signal that judges it", () => {
  const chain = chainOf({
    reverse: answer(mail),
    forward: [forward(mail, answer(address))],
    smtp: sessionWith(certificate({ dnsNames: ["*.example.com"] })),
    spf: { ...evaluation("softfail"), domain: "example.com" },
  });
  expect(chain.edges).toEqual({ ptr: "reverse-dns", forward: "fcrdns", back: "fcrdns" });
  expect(chain.hangers).toEqual([
    { label: "greeting", signal: "greeting-name", detail: "mail.example.com" },
    { label: "ehlo", signal: "ehlo-name", detail: "mail.example.com" },
    { label: "certificate", signal: "certificate-name", detail: "mail.example.com" },
    { label: "spf", signal: "spf", detail: "softfail" },
  ]);
});
