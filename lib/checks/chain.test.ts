import { expect, test } from "vitest";
import { chainOf } from "./chain.ts";
import type { Facts } from "./facts.ts";
import type { FactSource } from "./subject.ts";
import { certificate, sessionWith } from "./testing/certificates.ts";
import { answer, failed, forward, ip, name, nxdomain } from "./testing/facts.ts";
import { nothingAnswered } from "./testing/nothing-answered.ts";
import { evaluation } from "./testing/spf-evaluations.ts";

const address = ip("203.0.113.10");
const mail = name("mail.example.com");
const from =
  (facts: Partial<Facts>): FactSource =>
  async (key) =>
    ({ ...nothingAnswered, address, ...facts })[key];
test.each([
  ["leads back", answer(mail), [forward(mail, answer(address))], "same", "same"],
  ["leads elsewhere", answer(mail), [forward(mail, answer(ip("203.0.113.99")))], "unrelated", "unrelated"],
  ["has no address", answer(mail), [forward(mail, nxdomain)], "unrelated", "unrelated"],
  ["could not be resolved", answer(mail), [forward(mail, failed())], "unknown", "unknown"],
  ["is missing", nxdomain, [], "missing", "missing"],
  ["could not be asked for", failed(), [], "unknown", "unknown"],
] as const)("a name that %s", async (_, reverse, forwardLookups, relation, back) => {
  const chain = await chainOf("subject", from({ reverse, forward: forwardLookups }));
  expect([chain.names[0]?.relation, chain.back]).toEqual([relation, back]);
});

test("the confirmed name comes first, wherever DNS put it", async () => {
  const alias = name("alias.example.net");
  const chain = await chainOf(
    "subject",
    from({ reverse: answer(alias, mail), forward: [forward(alias, nxdomain), forward(mail, answer(address))] }),
  );
  expect(chain.names.map(({ label }) => label)).toEqual([mail, alias]);
});

test.each([
  ["the PTR name", ["mail.example.com"], "same"],
  ["a wildcard over it", ["*.example.com"], "same"],
  ["a wildcard one level too high", ["*.com"], "unrelated"],
  ["a sibling", ["www.example.com"], "same-organisation"],
  ["a stranger", ["mail.example.net"], "unrelated"],
])("the certificate is for %s", async (_, names, relation) => {
  const smtp = sessionWith(certificate({ dnsNames: names }));
  const chain = await chainOf(
    "subject",
    from({ reverse: answer(mail), forward: [forward(mail, answer(address))], smtp }),
  );
  expect(chain.hangers.find(({ label }) => label === "certificate")?.relation).toBe(relation);
});

test("what hangs on the name is unknown while another name may prove to be the one", async () => {
  const other = name("other.example.com");
  const smtp = sessionWith(certificate({ dnsNames: ["other.example.com"] }));
  const relationWith = async (addresses: ReturnType<typeof failed> | typeof nxdomain) => {
    const forwardLookups = [forward(mail, nxdomain), forward(other, addresses)];
    const chain = await chainOf("subject", from({ reverse: answer(mail, other), forward: forwardLookups, smtp }));
    return chain.hangers.find(({ label }) => label === "certificate")?.relation;
  };
  expect(await relationWith(failed())).toBe("unknown");
  expect(await relationWith(nxdomain)).toBe("same-organisation");
});

test.each([
  ["pass", "same"],
  ["softfail", "unrelated"],
  ["none", "missing"],
  ["temperror", "unknown"],
] as const)("SPF hangs on the name with its result: %s", async (result, relation) => {
  const spf = { ...evaluation(result), domain: "example.com" };
  const chain = await chainOf(
    "subject",
    from({ reverse: answer(mail), forward: [forward(mail, answer(address))], spf }),
  );
  expect(chain.hangers.at(-1)).toEqual({ label: "spf", relation, detail: result });
});
