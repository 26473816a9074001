import { z } from "zod";
import type { Action, Confidence, Outlook } from "../define/receiver.ts";
import type { Exhibit, Group, Scope, Status } from "../define/signal.ts";
import type { LookupEvidence } from "../facts/lookup.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { NameState } from "../findings/forward-confirmation.ts";

import { reportContext } from "./context.ts";

/** The shape of stored reports. Raised when a reader of an old report has to know; old ones stay readable for ever. */
export const SCHEMA_VERSION = 1;
/** The rules verdicts were made by: the date of the last change to what any judge concludes. */
export const RULES_VERSION = "2026-11-26";

const strings = z.array(z.string()).readonly();
const status = z.enum(["pass", "warn", "fail", "info", "skipped", "unknown"]) satisfies z.ZodType<Status>;
const group = z.enum([
  "reverse",
  "greeting",
  "tls",
  "authentication",
  "reputation",
  "control",
  "receiving",
  "message",
]) satisfies z.ZodType<Group>;
const scope = z.enum(["server", "receiver", "sender", "host", "domain"]) satisfies z.ZodType<Scope>;

const treeNode = z.object({
  label: z.string(),
  note: z.string().optional(),
  mark: z.boolean().optional(),
  get children() {
    return z.array(treeNode).readonly().optional();
  },
});
const exhibit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("table"), columns: strings, rows: z.array(strings).readonly() }),
  z.object({ kind: z.literal("tree"), root: treeNode }),
]);

export const reportedVerdict = z.object({
  /** The subject it is about: the `id` of one of `subjects`. */
  subject: z.string(),
  signal: z.string(),
  group,
  status,
  outcome: z.string(),
  evidence: z.record(z.string(), strings),
  exhibit: exhibit.optional(),
});

const lookup = z.object({
  name: z.string(),
  type: z.string(),
  rcode: z.string(),
  records: strings,
  ttl: z.number().optional(),
  server: z.string(),
  flags: strings,
  ms: z.number(),
  facts: strings,
  /** The subjects it was made for. */
  subjects: strings,
});

const reply = z.object({ code: z.number(), lines: strings });
const certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  dnsNames: strings,
  ipAddresses: strings,
  commonName: z.string().optional(),
  notBefore: z.number(),
  notAfter: z.number(),
  keyType: z.string(),
  keyBits: z.number().optional(),
  signatureAlgorithm: z.string().optional(),
  selfSigned: z.boolean(),
  chain: z.string(),
  fingerprint: z.string(),
  spkiFingerprint: z.string(),
  chainSubjects: strings,
  presented: z
    .array(
      z.object({
        sha256: z.string(),
        sha512: z.string(),
        spkiSha256: z.string(),
        spkiSha512: z.string(),
        notBefore: z.number(),
        notAfter: z.number(),
        signs: z.boolean(),
      }),
    )
    .readonly()
    .optional(),
});
const tls = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("established"),
    protocol: z.string(),
    cipher: z.string(),
    certificate: certificate.optional(),
  }),
  z.object({ kind: z.literal("not-offered") }),
  z.object({ kind: z.literal("declined"), reply }),
  z.object({ kind: z.literal("handshake-failed"), detail: z.string() }),
  z.object({ kind: z.literal("not-reached"), why: z.string() }),
]);
const session = z.object({
  /** The address that was dialled. */
  address: z.string(),
  /** The host name sent as server name (SNI); absent where none was, and in older reports. */
  serverName: z.string().optional(),
  connection: z.enum([
    "open",
    "closed",
    "filtered",
    "blocked-here",
    "no-route",
    "refused",
    "tarpit",
    "dropped",
    "not-smtp",
    "forbidden",
    "limit",
    "cancelled",
  ]),
  detail: z.string().optional(),
  port25: z.enum(["works", "blocked", "unknown"]).optional(),
  greeting: reply.optional(),
  greetingName: z.string().optional(),
  greetingWord: z.string().optional(),
  masked: z.boolean(),
  ehlo: reply.optional(),
  helo: reply.optional(),
  ehloName: z.string().optional(),
  ehloWord: z.string().optional(),
  ehloAfterTls: reply.optional(),
  tls,
  oddities: strings.optional(),
  transcript: strings,
  ms: z.number(),
  greetingMs: z.number().optional(),
});

/** How two points of the identity chain relate: kept in older reports; newer ones say which signal a point shows. */
const relation = z.enum(["same", "same-organisation", "unrelated", "missing", "unknown"]);
const nameState = z.enum([
  "confirmed",
  "elsewhere",
  "no-address",
  "nxdomain",
  "unknown",
]) satisfies z.ZodType<NameState>;
const chainPoint = z.object({
  label: z.string(),
  /** The signal whose verdict the point shows. */
  signal: z.string().optional(),
  /** Of a PTR name: where it resolves to. */
  state: nameState.optional(),
  relation: relation.optional(),
  detail: z.string().optional(),
});
const chain = z.object({
  subject: z.string(),
  address: z.string(),
  /** PTR names, at most three, the confirmed one first. */
  names: z.array(chainPoint).readonly(),
  /** Where the first name resolves to, at most three addresses. */
  addresses: z.array(chainPoint).readonly(),
  /** The signals whose verdicts the edges show. */
  edges: z.object({ ptr: z.string(), forward: z.string(), back: z.string() }).optional(),
  back: relation.optional(),
  /** What is known under the name: greeting, EHLO, certificate, SPF …; `label` is the point's kind. */
  hangers: z.array(chainPoint).readonly(),
});

const action = z.enum(["accept", "penalise", "defer", "reject", "unknown"]) satisfies z.ZodType<Action>;
const confidence = z.enum(["code", "documentation", "observation"]) satisfies z.ZodType<Confidence>;
const outlook = z.object({
  subject: z.string(),
  receiver: z.string(),
  rule: z.string(),
  action,
  confidence: confidence.optional(),
  evidence: z.record(z.string(), strings),
});

const finding = z.object({ outcome: z.string(), evidence: z.record(z.string(), strings) });
const remedy = z.object({
  subject: z.string(),
  address: z.string(),
  /** The type of the address's own forward record. */
  type: z.enum(["A", "AAAA"]),
  /** The PTR names there are, and what the server says in EHLO. */
  ptr: strings,
  ehlo: z.string().optional(),
  /** The name the server should have; absent where nobody has named it. */
  wanted: z
    .object({
      name: z.string(),
      origin: z.enum(["given", "asked", "ptr", "ehlo"]),
      leads: z.enum(["back", "elsewhere", "no-address", "nxdomain", "unknown"]),
      addresses: strings,
      /** The name it is an alias for. */
      alias: z.string().optional(),
      ttl: z.number().optional(),
      /** Why its question got no answer. */
      reason: z.string().optional(),
    })
    .optional(),
  /** Who can set the PTR record and who the forward record: codes of `derive/zone-holders.ts`. */
  owners: z.object({ ptr: finding, forward: finding }),
});

const subject = z.object({
  /** Unique in the report: an address or a domain, with the host name before it where there are several. */
  id: z.string(),
  scope,
  address: z.string().optional(),
  /** The host name this address was found under, or the domain. */
  name: z.string().optional(),
  /** The signals judged for it, in scorecard order: the rows a running report shows from the start. */
  signals: strings,
});

const claims = z.object({ from: z.string().optional(), helo: z.string().optional(), selectors: strings });
const target = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("address"), address: z.string(), claims, focus: z.string().optional() }),
  z.object({ kind: z.literal("host"), host: z.string(), claims, focus: z.string().optional() }),
  z.object({ kind: z.literal("domain"), domain: z.string(), claims, focus: z.string().optional() }),
]);

const leftOut = z.object({
  /** Addresses found and not looked at. */
  addresses: z.number(),
  sessions: z.number(),
  /** HTTPS connections. */
  connections: z.number(),
  /** DNS questions, tries included. */
  questions: z.number(),
  /** Octets of evidence, as JSON. */
  octets: z.number(),
});

/** Everything a report keeps: facts as evidence and permanent codes. Words are rendered on reading (`present.ts`). */
export const reportSchema = z.object({
  schemaVersion: z.number(),
  rulesVersion: z.string(),
  state: z.enum(["running", "done"]),
  /** How it ended: `interrupted` is a check that a restart of the service cut off. */
  ended: z.enum(["complete", "cancelled", "out-of-time", "interrupted"]).optional(),
  /** The target's canonical text, as in `/check/<path>`. */
  path: z.string(),
  target,
  /** What the bounce or the headers said that it was made from. */
  context: reportContext.optional(),
  /** ISO 8601, UTC. */
  seenAt: z.string(),
  durationMs: z.number(),
  vantage: z.object({
    label: z.string(),
    resolvers: strings,
    ehloName: z.string(),
    /** What was wrong with our resolvers, where something was. */
    resolverFaults: z
      .array(z.object({ resolver: z.string(), faults: strings }))
      .readonly()
      .optional(),
  }),
  subjects: z.array(subject).readonly(),
  verdicts: z.array(reportedVerdict).readonly(),
  chains: z.array(chain).readonly(),
  /** What receivers would do with mail from each server; none in reports from before they were judged. */
  receivers: z.array(outlook).readonly().default([]),
  /** Of each server that sends; none in reports from before this was looked at. */
  remedies: z.array(remedy).readonly().default([]),
  lookups: z.array(lookup).readonly(),
  sessions: z.array(session).readonly(),
  /** What our own limits left undone; absent in reports from before it was counted. */
  leftOut: leftOut.optional(),
});

export type Report = Readonly<z.infer<typeof reportSchema>>;
export type ReportedVerdict = Report["verdicts"][number];
export type ReportedLookup = Report["lookups"][number];

/** Whether a question was answered, if only by saying that there is nothing. */
export const isAnswer = ({ rcode }: ReportedLookup): boolean => rcode === "NOERROR" || rcode === "NXDOMAIN";

export type ReportedSession = Report["sessions"][number];
export type ReportedSubject = Report["subjects"][number];
export type ReportedOutlook = Report["receivers"][number];
export type Remedy = Report["remedies"][number];
export type Chain = Report["chains"][number];
export type ChainPoint = z.infer<typeof chainPoint>;
export type Relation = z.infer<typeof relation>;

// What gatherers hand over fits what reports keep; a field forgotten here does not compile.
type Fits<A extends B, B> = A;
type _SessionFits = Fits<SmtpSession & { address: string }, z.input<typeof session>>;
type _LookupFits = Fits<LookupEvidence & { subjects: string[] }, z.input<typeof lookup>>;
type _OutlookFits = Fits<Outlook & { subject: string }, z.input<typeof outlook>>;
type _ExhibitFits = Fits<Exhibit, z.input<typeof exhibit>>;
