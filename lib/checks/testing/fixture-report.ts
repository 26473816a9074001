import { receiversFor } from "../receivers/index.ts";
import { type Report, type ReportedOutlook, reportSchema } from "../report/report.ts";
import { judgeReceiver } from "../run/predict.ts";
import { ip } from "./facts.ts";
import { type Flaws, identity } from "./identities.ts";

/** A report made by hand: one server whose PTR name leads elsewhere, with every status, for tests and pictures. */
const ADDRESS = "203.0.113.10";
const NAME = "mail01.example.com";

const verdict = (
  signal: string,
  group: string,
  status: string,
  outcome: string,
  evidence: Record<string, string[]> = {},
  more: object = {},
) => ({ subject: ADDRESS, signal, group, status, outcome, evidence: { address: [ADDRESS], ...evidence }, ...more });

const lookup = (name: string, type: string, records: string[], facts: string[], more: object = {}) => ({
  name,
  type,
  rcode: "NOERROR",
  records,
  ttl: 3600,
  server: "198.51.100.53",
  flags: ["rd", "ra"],
  ms: 18.4,
  facts,
  subjects: [ADDRESS],
  ...more,
});

const verdicts = [
  verdict("reverse-dns", "reverse", "pass", "named", { ptr: [NAME] }),
  verdict("single-ptr", "reverse", "pass", "one", { ptr: [NAME] }),
  verdict("fcrdns", "reverse", "fail", "fail-elsewhere", { name: [NAME], addresses: ["203.0.113.99"] }),
  verdict("resolver-agreement", "reverse", "unknown", "none-answered", {
    question: ["10.113.0.203.in-addr.arpa PTR"],
    reason: ["timeout"],
  }),
  verdict("smtp-reachable", "greeting", "pass", "open", { greeting: [`${NAME} ESMTP Postfix`], waited: ["1 s"] }),
  verdict("greeting-name", "greeting", "info", "same-organisation", { greeting: ["mx.example.com"], ptr: [NAME] }),
  verdict("ehlo-name", "greeting", "warn", "elsewhere", {
    ehlo: ["relay.example.net"],
    ptr: [NAME],
    leads: ["203.0.113.7"],
  }),
  verdict("starttls", "tls", "pass", "established", { protocol: ["TLSv1.3"], cipher: ["TLS_AES_256_GCM_SHA384"] }),
  verdict(
    "spf",
    "authentication",
    "warn",
    "softfail",
    { domain: ["example.com"], record: ["v=spf1 include:_spf.example.net ~all"] },
    {
      exhibit: {
        kind: "tree",
        root: {
          label: "v=spf1 include:_spf.example.net ~all",
          note: "1 lookup",
          children: [
            { label: "include:_spf.example.net", note: "does not match", children: [{ label: "ip4:198.51.100.0/24" }] },
            { label: "~all", mark: true },
          ],
        },
      },
    },
  ),
  verdict("helo-spf", "authentication", "skipped", "no-name"),
  verdict(
    "dnsbl",
    "reputation",
    "info",
    "listed-broad",
    {},
    {
      exhibit: {
        kind: "table",
        columns: ["List", "Answer", "What it says"],
        rows: [["list.example", "127.0.0.4", 'a "\u202ereason\u202c" of their own']],
      },
    },
  ),
];

const outlooks = (address: string, flaws: Flaws): ReportedOutlook[] =>
  receiversFor(ip(address)).map((receiver) => ({
    subject: address,
    ...judgeReceiver(receiver, identity({ address, ptr: [NAME], ehlo: "relay.example.net", ...flaws })),
  }));

export const fixtureReport: Report = reportSchema.parse({
  schemaVersion: 1,
  rulesVersion: "2026-11-22",
  state: "done",
  ended: "complete",
  path: ADDRESS,
  target: { kind: "address", address: ADDRESS, claims: { from: "example.com", selectors: [] } },
  seenAt: "2026-11-22T14:02:11.000Z",
  durationMs: 412,
  vantage: { label: "a test", resolvers: ["198.51.100.53"], ehloName: "check.example.org" },
  subjects: [{ id: ADDRESS, scope: "server", address: ADDRESS, signals: verdicts.map(({ signal }) => signal) }],
  verdicts,
  chains: [
    {
      subject: ADDRESS,
      address: ADDRESS,
      names: [{ label: NAME, relation: "unrelated" }],
      addresses: [{ label: "203.0.113.99", relation: "unrelated" }],
      back: "unrelated",
      hangers: [
        { label: "greeting", relation: "same-organisation", detail: "mx.example.com" },
        { label: "ehlo", relation: "unrelated", detail: "relay.example.net" },
        { label: "certificate", relation: "same", detail: NAME },
      ],
    },
  ],
  receivers: outlooks(ADDRESS, { forward: "elsewhere", ehloLeads: "elsewhere" }),
  lookups: [
    lookup("10.113.0.203.in-addr.arpa", "PTR", [`${NAME}.`], ["reverse"]),
    lookup(NAME, "A", ["203.0.113.99"], ["forward"], { ttl: 300, ms: 21 }),
    lookup("mx.example.com", "A", [ADDRESS], ["mailNames"]),
    lookup("relay.example.net", "A", ["203.0.113.7"], ["mailNames"]),
    lookup("10.113.0.203.list.example", "A", [], ["dnsbl"], { rcode: "TIMEOUT", ttl: undefined, flags: [], ms: 1500 }),
  ],
  sessions: [
    {
      address: ADDRESS,
      connection: "open",
      greeting: { code: 220, lines: ["mx.example.com ESMTP Postfix"] },
      greetingName: "mx.example.com",
      greetingWord: "mx.example.com",
      masked: false,
      ehlo: { code: 250, lines: ["relay.example.net", "STARTTLS"] },
      ehloName: "relay.example.net",
      ehloWord: "relay.example.net",
      tls: { kind: "established", protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
      transcript: ["S: 220 mx.example.com ESMTP Postfix", "C: EHLO check.example.org", "S: 250-relay.example.net"],
      ms: 380,
    },
  ],
});

/** The same report while its check runs: so many verdicts are there. */
export function runningReport(judged: number): Report {
  const { ended: _, ...rest } = fixtureReport;
  return {
    ...rest,
    state: "running",
    verdicts: fixtureReport.verdicts.slice(0, judged),
    chains: [],
    receivers: [],
    sessions: [],
  };
}

/** A host with two addresses of which the second has no name. */
export function twoAddresses(): Report {
  const other = "2001:db8:a::25";
  const again = fixtureReport.verdicts.map((v) => ({
    ...v,
    subject: other,
    evidence: { ...v.evidence, address: [other] },
  }));
  const [subject] = fixtureReport.subjects;
  return reportSchema.parse({
    ...fixtureReport,
    path: "mail01.example.com",
    target: { kind: "host", host: NAME, claims: { selectors: [] } },
    subjects: [
      { ...subject, name: NAME },
      { ...subject, id: other, address: other, name: NAME },
    ],
    verdicts: [
      ...fixtureReport.verdicts,
      ...again.map((v) => (v.signal === "reverse-dns" ? { ...v, status: "fail", outcome: "none" } : v)),
    ],
    chains: [
      ...fixtureReport.chains,
      {
        subject: other,
        address: other,
        names: [{ label: "", relation: "missing" }],
        addresses: [],
        back: "missing",
        hangers: [],
      },
    ],
    receivers: [...fixtureReport.receivers, ...outlooks(other, { reverse: "none" })],
  });
}
