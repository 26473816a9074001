import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { HttpsExchange } from "../facts/https.ts";
import type { LookupOf } from "../facts/lookup.ts";
import type { MailExchange } from "../facts/mx.ts";
import type { SendingDomain } from "../facts/sender.ts";
import type { Certificate, SmtpSession } from "../facts/smtp.ts";
import { plain } from "../net/safe-text.ts";
import { certificate, sessionWith } from "../testing/certificates.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { mtaSts } from "./mta-sts.ts";

const sender: SendingDomain = { domain: name("example.com"), origin: "target" };
const address = ip("203.0.113.1");
const exchange: MailExchange = {
  domain: name("example.com"),
  mx: answer({ preference: 10, exchange: name("mx.example.com") }),
  exchangers: [
    {
      name: name("mx.example.com"),
      preference: 10,
      a: answer(address),
      aaaa: nodata,
      reachable: [address],
      refused: [],
    },
  ],
};
const RECORD = answer("v=STSv1; id=1");
const served = (body: string, more: Partial<Extract<HttpsExchange, { kind: "response" }>> = {}): HttpsExchange => ({
  kind: "response",
  address,
  status: 200,
  mediaType: "text/plain",
  body,
  cut: false,
  ...more,
});
const policy = (mode: string, mx = "mx.example.com") =>
  served(`version: STSv1\nmode: ${mode}\nmx: ${mx}\nmax_age: 86400\n`);

test.each([
  ["enforce", RECORD, policy("enforce"), "enforce"],
  ["enforce, by a wildcard", RECORD, policy("enforce", "*.example.com"), "enforce"],
  ["testing", RECORD, policy("testing"), "testing"],
  ["none", RECORD, policy("none"), "mode-none"],
  ["enforce, with another host", RECORD, policy("enforce", "mx.example.net"), "mx-mismatch"],
  ["testing, with another host", RECORD, policy("testing", "mx.example.net"), "mx-mismatch-testing"],
  ["absent", nxdomain, undefined, "absent"],
  ["absent, beside other text", answer("v=spf1 -all"), undefined, "absent"],
  ["announced twice", answer("v=STSv1; id=1", "v=STSv1; id=2"), policy("enforce"), "bad-record"],
  ["announced without an id", answer("v=STSv1"), policy("enforce"), "bad-record"],
  ["not found", RECORD, served("", { status: 404 }), "policy-missing"],
  ["behind a redirect", RECORD, served("", { status: 301 }), "policy-missing"],
  ["a web page", RECORD, served("<html>", { mediaType: "text/html" }), "policy-missing"],
  ["on a host without an address", RECORD, { kind: "no-address" }, "policy-missing"],
  ["on a private address", RECORD, { kind: "forbidden", what: "private" }, "policy-missing"],
  ["on a closed port", RECORD, { kind: "closed", address }, "policy-missing"],
  [
    "under a certificate for another host",
    RECORD,
    { kind: "tls", address, detail: "ERR_TLS_CERT_ALTNAME_INVALID" },
    "policy-certificate",
  ],
  ["without a mode", RECORD, served("version: STSv1\nmx: mx.example.com\nmax_age: 1"), "policy-invalid"],
  ["longer than senders read", RECORD, { ...policy("enforce"), cut: true } as HttpsExchange, "policy-invalid"],
  ["on a silent server", RECORD, { kind: "failed", why: "timeout" }, "unreachable"],
  [
    "on a host whose addresses got no answer",
    RECORD,
    { kind: "failed", why: "servfail", lookup: failed("servfail") },
    "temperror",
  ],
  ["who knows", failed(), undefined, "temperror"],
] as const)("the policy is %s", (_, record, fetched, outcome) => {
  expect(judged({ record, ...(fetched ? { policy: fetched } : {}) }).outcome).toBe(outcome);
});

/** What each MX host shows, by name. */
type Shown = Readonly<Record<string, readonly SmtpSession[]>>;
const good = (host = "mx.example.com", more: Partial<Certificate> = {}) =>
  sessionWith(certificate({ dnsNames: [host], ...more }));
const IN_ORDER: Shown = { "mx.example.com": [good()] };

function judged(
  { record, policy: fetched }: { record: LookupOf<"TXT">; policy?: HttpsExchange },
  shown: Shown = IN_ORDER,
  mx: MailExchange = exchange,
) {
  const domain = name("example.com");
  const hosts = Object.entries(shown).map(([host, sessions]) => ({
    name: name(host),
    sessions: sessions.map((each, i) => ({ address: ip(`203.0.113.${i + 1}`), session: each })),
  }));
  const fact = { domain, record, ...(fetched ? { policy: fetched } : {}) };
  return concludes(mtaSts, { sender, mx, mtaSts: fact, dane: { domain, hosts: [] }, mxSessions: { domain, hosts } });
}

test("where the mail hosts are not known, nothing is said of them", () => {
  const mx = { ...exchange, mx: failed(), exchangers: [] };
  expect(judged({ record: RECORD, policy: policy("enforce") }, {}, mx).outcome).toBe("temperror");
});

const hosts = (...names: readonly string[]): MailExchange => ({
  ...exchange,
  mx: answer(...names.map((each, i) => ({ preference: i, exchange: name(each) }))),
  exchangers: names.map((each, preference) => ({
    name: name(each),
    preference,
    a: answer(address),
    aaaa: nodata,
    reachable: [address],
    refused: [],
  })),
});
const bare = (kind: "not-offered", more: Partial<SmtpSession> = {}) => session({}, { tls: { kind }, ...more });
const PAST = { notAfter: Date.UTC(2026, 10, 1) };

test.each([
  ["a valid certificate", good(), "enforce", "testing"],
  ["a certificate by a wildcard", good("*.example.com"), "enforce", "testing"],
  ["no STARTTLS", bare("not-offered"), "mx-tls", "mx-tls-testing"],
  [
    "a declined STARTTLS",
    session({}, { tls: { kind: "declined", reply: { code: 454, lines: ["no"] } } }),
    "mx-tls",
    "mx-tls-testing",
  ],
  [
    "a handshake that fails",
    session({}, { tls: { kind: "handshake-failed", detail: "EPROTO" } }),
    "mx-tls",
    "mx-tls-testing",
  ],
  [
    "a certificate signed by itself",
    good("mx.example.com", { selfSigned: true, chain: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    "mx-tls",
    "mx-tls-testing",
  ],
  [
    "a certificate of nobody's authority",
    good("mx.example.com", { chain: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }),
    "mx-tls",
    "mx-tls-testing",
  ],
  ["a certificate that has expired", good("mx.example.com", PAST), "mx-tls", "mx-tls-testing"],
  [
    "a certificate that is not valid yet",
    good("mx.example.com", { notBefore: Date.UTC(2026, 11, 1) }),
    "mx-tls",
    "mx-tls-testing",
  ],
  ["a certificate for another host", good("www.example.com"), "mx-tls", "mx-tls-testing"],
  ["a certificate by a wildcard too far above", good("*.com"), "mx-tls", "mx-tls-testing"],
  [
    "its name as common name alone",
    sessionWith(certificate({ dnsNames: [], commonName: "mx.example.com" })),
    "mx-tls",
    "mx-tls-testing",
  ],
  [
    "TLS 1.1",
    session(
      {},
      {
        tls: {
          kind: "established",
          protocol: "TLSv1.1",
          cipher: "x",
          certificate: certificate({ dnsNames: ["mx.example.com"] }),
        },
      },
    ),
    "mx-old-tls",
    "mx-old-tls",
  ],
  ["a firewall", bare("not-offered", { oddities: ["starttls-masked"] }), "not-compared", "not-compared"],
  ["a firewall in its greeting", bare("not-offered", { masked: true }), "not-compared", "not-compared"],
  ["silence", noSession("filtered"), "not-compared", "not-compared"],
  ["a closed port", noSession("closed"), "not-compared", "not-compared"],
  ["a refusal", noSession("refused"), "not-compared", "not-compared"],
  ["nothing, because port 25 is blocked here", noSession("blocked-here"), "not-compared", "not-compared"],
  ["nothing, because our limit was reached", noSession("limit"), "limit", "limit"],
] as const)("the host shows %s", (_, shown, enforce, testing) => {
  const of = (mode: string) => judged({ record: RECORD, policy: policy(mode) }, { "mx.example.com": [shown] }).outcome;
  expect([of("enforce"), of("testing")]).toEqual([enforce, testing]);
});

const BOTH = hosts("mx.example.com", "mx2.example.com");
const byWildcard = policy("enforce", "*.example.com");
test.each([
  ["both in order", good("mx2.example.com"), "enforce", undefined],
  ["the second with another host's certificate", good("mx.example.com"), "mx-tls-some", "mx2.example.com"],
  ["the second silent", noSession("filtered"), "not-compared", undefined],
  ["the second beyond our limit", noSession("limit"), "limit", undefined],
] as const)("two hosts, %s", (_, second, outcome, host) => {
  const shown = { "mx.example.com": [good()], "mx2.example.com": [second] };
  const found = judged({ record: RECORD, policy: byWildcard }, shown, BOTH);
  expect([found.outcome, found.evidence?.host?.[0]]).toEqual([outcome, host]);
});

test("two hosts, both at fault: nobody is left to take the mail", () => {
  const shown = { "mx.example.com": [bare("not-offered")], "mx2.example.com": [good("x.example.com")] };
  const found = judged({ record: RECORD, policy: byWildcard }, shown, BOTH);
  expect(found).toMatchObject({
    outcome: "mx-tls",
    evidence: { host: ["mx.example.com"], others: ["mx2.example.com"] },
  });
});

test("one address of a host at fault is the host's fault; one that was seen speaks for one that was not", () => {
  const two = (...sessions: SmtpSession[]) =>
    judged({ record: RECORD, policy: policy("enforce") }, { "mx.example.com": sessions }).outcome;
  expect(two(good(), bare("not-offered"))).toBe("mx-tls");
  expect(two(good(), noSession("no-route"))).toBe("enforce");
});

test("a host without an address has no TLS to be judged, and an address that is not known no verdict", () => {
  const [first, second] = BOTH.exchangers;
  if (!first || !second) throw new Error("two hosts");
  const without = { ...BOTH, exchangers: [first, { ...second, a: nodata, reachable: [] }] };
  const unknown = { ...BOTH, exchangers: [first, { ...second, a: failed(), reachable: [] }] };
  expect(judged({ record: RECORD, policy: byWildcard }, IN_ORDER, without).outcome).toBe("enforce");
  expect(judged({ record: RECORD, policy: byWildcard }, IN_ORDER, unknown).outcome).toBe("temperror");
});

test("a domain that takes no mail has nothing to protect", () => {
  const none = { ...exchange, mx: answer({ preference: 0, exchange: name(".") }), exchangers: [] };
  expect(judged({ record: RECORD, policy: policy("enforce") }, {}, none).outcome).toBe("not-receiving");
});

test("a final dot in the policy is said, and taken out of the copy, which keeps mode and max_age", () => {
  const body = "version: STSv1\nmode: enforce\nmx: mx.example.com.\nmax_age: 2419200\n";
  const found = judged({ record: RECORD, policy: served(body) });
  expect(found).toMatchObject({ outcome: "mx-dot", evidence: { dotted: ["mx.example.com."] } });
  expect(copyOf(found)).toBe("version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 2419200");
});

test("no copy has a shorter max_age than the owner's own", () => {
  const body = "version: STSv1\nmode: enforce\nmx: old.example.com\nmax_age: 31557600\n";
  expect(copyOf(judged({ record: RECORD, policy: served(body) }))).toContain("\nmax_age: 31557600");
  const beyond = served("version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 99999999");
  expect(copyOf(judged({ record: RECORD, policy: beyond }))).toContain("\nmax_age: 31557600");
  const without = served("version: STSv1\nmx: mx.example.com\nmax_age: 2419200");
  expect(copyOf(judged({ record: RECORD, policy: without }))).toContain("\nmax_age: 2419200");
});

function copyOf({ outcome, evidence = {} }: ReturnType<typeof judged>): string | undefined {
  const { fix } = mtaSts.outcomes[outcome];
  return fix && say(fix, evidence).copy;
}

test("a policy that cannot be had is not called gone: caches keep it", () => {
  for (const outcome of ["bad-record", "policy-missing", "policy-invalid", "policy-certificate"] as const) {
    const { whoCares } = mtaSts.outcomes[outcome] as { whoCares?: Parameters<typeof say>[0] };
    expect(whoCares && plain(say(whoCares, {}) as never)).toContain("max_age");
  }
});

test("a host whose certificate is at fault is proved by that certificate", () => {
  const proof = mtaSts.reproduce?.({ domain: ["example.com"], record: ["v=STSv1; id=1"], host: ["mx.example.com"] });
  expect(proof?.at(-1)).toBe(
    "openssl s_client -starttls smtp -connect mx.example.com:25 -servername mx.example.com </dev/null | openssl x509 -noout -subject -issuer -dates",
  );
});
