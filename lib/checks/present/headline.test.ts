import { expect, test } from "vitest";
import type { Status } from "../define/signal.ts";
import { plain, prose } from "../net/safe-text.ts";
import type { Report } from "../report/report.ts";
import { headline } from "./headline.ts";
import type { PresentedVerdict } from "./presented.ts";
import type { PresentedReceiver } from "./receiver.ts";

const report = (state: Report["state"] = "done", kind = "address") =>
  ({ state, target: { kind }, subjects: [{ id: "203.0.113.10", scope: "server", signals: [] }] }) as unknown as Report;
const verdict = (signal: string, status: Status): PresentedVerdict => ({
  subject: "203.0.113.10",
  signal,
  group: "reverse",
  title: signal,
  status,
  outcome: "x",
  says: prose(`${signal} says so.`),
  why: "",
  evidence: {},
  reproduce: [],
  references: [],
  lookups: [],
});
const proof = ["reverse-dns", "ptr-hostname", "fcrdns", "ehlo-name"].map((signal) => verdict(signal, "pass"));
const but = (...changed: PresentedVerdict[]) => [
  ...proof.filter(({ signal }) => !changed.some((other) => other.signal === signal)),
  ...changed,
];

test.each([
  ["all three agree", proof, "pass"],
  [
    "no PTR record owns what depends on it",
    but(verdict("reverse-dns", "fail"), verdict("fcrdns", "skipped"), verdict("ehlo-name", "skipped")),
    "fail",
  ],
  ["the name resolves elsewhere", but(verdict("fcrdns", "fail")), "fail"],
  ["another EHLO name", but(verdict("ehlo-name", "warn")), "warn"],
  ["DNS did not answer", but(verdict("reverse-dns", "unknown"), verdict("fcrdns", "unknown")), "unknown"],
  ["EHLO could not be checked", but(verdict("ehlo-name", "unknown")), "unknown"],
  ["a failure beside the proof", but(verdict("spf", "fail")), "fail"],
  ["a warning beside the proof", but(verdict("single-ptr", "warn")), "warn"],
  ["a note beside the proof", but(verdict("network", "info")), "pass"],
  [
    "a certain failure outranks what is unknown",
    but(verdict("fcrdns", "fail"), verdict("ehlo-name", "unknown")),
    "fail",
  ],
  ["no server at all, and a fault", [verdict("host-addresses", "fail")], "fail"],
  ["no answer to anything", proof.map((each) => ({ ...each, status: "unknown" as const })), "unknown"],
  ["nothing judged", [], "unknown"],
] as const)("%s", (_, verdicts, status) => {
  expect(headline(report(), verdicts).status).toBe(status);
});

test("unknown is never worded as absent", () => {
  const { says } = headline(report(), but(verdict("reverse-dns", "unknown"), verdict("fcrdns", "unknown")));
  expect(plain(says)).toMatch(/could not find out/);
});
test("a failure beside the proof speaks for itself", () => {
  const { says, because } = headline(report(), but(verdict("spf", "fail")));
  expect([plain(says), plain(because)]).toEqual(["spf says so.", ""]);
});

const outlook = (name: string, action: PresentedReceiver["action"], kind: PresentedReceiver["kind"] = "provider") =>
  ({ subject: "203.0.113.10", receiver: name, name, kind, action }) as PresentedReceiver;
const refusal = (verdicts: readonly PresentedVerdict[], ...receivers: PresentedReceiver[]) =>
  plain(headline(report(), verdicts, receivers).because);

test("a refusal is claimed where a published rule refuses, and somebody is named", () => {
  const broken = but(verdict("fcrdns", "fail"));
  expect(refusal(broken)).not.toMatch(/refus/);
  expect(refusal(broken, outlook("Gmail", "defer"), outlook("Yahoo", "unknown"))).toBe("Gmail defers such mail.");
  expect(refusal(broken, outlook("GMX and web.de", "reject"), outlook("Exim, HELO", "reject", "software"))).toBe(
    "GMX refuses such mail.",
  );
  expect(refusal(broken, outlook("Gmail", "reject"))).toMatch(/Gmail refuses such mail/);
  const many = ["Gmail", "GMX", "Orange", "Comcast"].map((name) => outlook(name, "reject"));
  expect(refusal(broken, ...many)).toMatch(/Gmail, GMX and two others refuse such mail/);
});
test("a program refuses where its operator has the rule on, also beside an identity in order", () => {
  expect(refusal(proof, outlook("Haraka", "reject", "software"))).toMatch(
    /Receivers that use Haraka refuse such mail where the operator/,
  );
  expect(refusal(proof, outlook("Rspamd", "defer", "software"))).toBe("Receivers that use Rspamd defer such mail.");
});
test("of several servers those are named whose mail is refused", () => {
  const at = (subject: string, one: PresentedReceiver) => ({ ...one, subject });
  const [gmail, fine] = [outlook("Gmail", "reject"), { ...outlook("Gmail", "accept"), rule: "ok" }];
  expect(refusal(but(verdict("fcrdns", "fail")), gmail, at("203.0.113.11", fine))).toBe(
    "Gmail refuses mail from 203.0.113.10.",
  );
  expect(refusal(but(verdict("fcrdns", "fail")), gmail, at("203.0.113.11", gmail))).toBe("Gmail refuses such mail.");
  const refused = ["a", "b", "c", "d"].map((subject) => at(subject, gmail));
  expect(refusal(but(verdict("fcrdns", "fail")), ...refused, at("e", fine))).toBe(
    "Gmail refuses mail from a, b and two other addresses.",
  );
});
test("a list is named for which others refuse", () => {
  const listed = { ...verdict("dnsbl", "fail"), evidence: { listed: ["spamhaus-zen"] } };
  expect(refusal(but(listed))).toMatch(/that use Spamhaus ZEN refuse/);
});
test("where nobody refuses or defers, what it costs is said in its own words, unless they speak of a refusal", () => {
  const costing = (words: string) => but({ ...verdict("spf", "fail"), whoCares: prose(words) });
  expect(refusal(costing("Senders that follow MTA-STS hold the mail. More of it."))).toBe(
    "Senders that follow MTA-STS hold the mail.",
  );
  expect(refusal(costing("GoDaddy refuses such mail."))).toBe("");
  expect(refusal(costing("x"), outlook("SpamAssassin", "penalise", "software"))).toBe(
    "Receivers that use SpamAssassin add spam points.",
  );
});
test("a check under way says so until something is certainly wrong", () => {
  expect(headline(report("running"), proof.slice(0, 1)).status).toBe("info");
  expect(headline(report("running"), [verdict("reverse-dns", "fail")]).status).toBe("fail");
});

test("what else is at fault is named beside the worst, unless it is the same fault", () => {
  const others = [verdict("generic-ptr", "warn"), verdict("spf", "warn"), verdict("dmarc", "warn")];
  expect(refusal(but(verdict("fcrdns", "fail"), ...others))).toBe("Also at fault: generic-ptr, spf and 1 more.");
  expect(refusal(but(verdict("ehlo-name", "warn"), verdict("greeting-name", "warn")))).toBe("");
  // What is said of the rest is not said where the warning is about that.
  expect(refusal(but(verdict("single-ptr", "warn"), verdict("spf", "warn")))).toBe("Also: spf says so.");
  expect(refusal(but(verdict("spf", "warn")))).toBe("Apart from that, PTR record, address record and EHLO name agree.");
  expect(refusal(but(verdict("spf", "warn"), verdict("dmarc", "warn")))).toBe(
    "Also: dmarc says so. Apart from that, PTR record, address record and EHLO name agree.",
  );
});
test("a domain's warning says itself what follows from it: no receiver judges a domain", () => {
  const missing = {
    ...verdict("spf-record", "warn"),
    whoCares: prose("Receivers of DMARC reports see it. More of it."),
  };
  expect(refusal(but(missing))).toBe(
    "Receivers of DMARC reports see it. Apart from that, PTR record, address record and EHLO name agree.",
  );
});
test("that nobody refuses is said of those that were judged, with how many were not, and not where few were", () => {
  const quiet = { ...outlook("Yahoo", "unknown"), rule: "no-rule" };
  const content = ["Gmail", "GMX"].map((name) => ({ ...outlook(name, "accept"), rule: "ok" }));
  expect(refusal(proof, ...content, quiet)).toBe("None of the 2 receivers with a published rule refuses its mail.");
  const open = { ...outlook("Orange", "unknown"), rule: "unknown" };
  expect(refusal(proof, ...content, open)).toBe(
    "2 of 3 receivers with a published rule do not refuse its mail; for 1, too little is known.",
  );
  expect(refusal(proof, ...content, open, { ...open, receiver: "Yahoo" })).toBe("");
  expect(refusal(proof)).toBe("");
});
test("of a domain's receivers the reports of its addresses tell", () =>
  expect(plain(headline(report("done", "domain"), proof).because)).toBe(
    "What receivers do is in the report of each address.",
  ));
test("a list and providers that refuse are one sentence", () => {
  const listed = { ...verdict("dnsbl", "fail"), evidence: { listed: ["spamhaus-zen"] } };
  expect(refusal(but(listed), outlook("Yahoo", "reject"))).toBe(
    "Receivers that use Spamhaus ZEN refuse such mail, and so does Yahoo.",
  );
});
test("which of several servers a fault is of is said once", () => {
  const two = {
    ...report(),
    subjects: [
      { id: "203.0.113.10", scope: "server" },
      { id: "203.0.113.11", scope: "server" },
    ],
  };
  const says = (fault: PresentedVerdict) => plain(headline(two as unknown as Report, but(fault)).says);
  expect(says(verdict("fcrdns", "fail"))).toBe("For 203.0.113.10: fcrdns says so.");
  expect(says({ ...verdict("fcrdns", "fail"), says: [{ code: "203.0.113.10" }, ...prose(" has none.")] })).toBe(
    "203.0.113.10 has none.",
  );
});
test("of several faults the answer is about the one that the plan mends first", () => {
  const faults = but(verdict("certificate-trust", "warn"), verdict("spf", "warn"));
  const plan = ["spf", "certificate-trust"].map((signal) => ({
    mends: [{ subject: faults[0]?.subject ?? "", signal }],
  }));
  expect(plain(headline(report(), faults, [], plan).says)).toBe("spf says so.");
  expect(plain(headline(report(), faults).says)).toBe("certificate-trust says so.");
});
test("where what receivers go by has no answer, that is said", () =>
  expect(refusal(but(verdict("reverse-dns", "unknown")))).toMatch(/What receivers do cannot be said yet\.$/));
