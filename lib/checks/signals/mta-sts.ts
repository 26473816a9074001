import { digFor } from "../commands.ts";
import type { HttpsExchange } from "../facts/https.ts";
import { aliasBeside, aliasEvidence, besideAlias, putAt, shown } from "../published.ts";
import {
  isStsRecord,
  matchesSts,
  parseStsPolicy,
  type StsPolicy,
  type StsProblem,
  stsId,
} from "../receiving/mta-sts.ts";
import { isNearlySts, repairSts } from "../receiving/repair.ts";
import { noDomain, withoutDomain } from "../sending-domain.ts";
import { defineSignal, type Evidence, type Fix, ourLimit, rfc, shell, temperror, unanswered } from "../signal.ts";
import { prose, type Text, text } from "../text.ts";

const IGNORED = prose(
  "Senders that follow MTA-STS: without a valid policy they encrypt only where it happens to work, as if there were none.",
);
const KEPT_BACK = prose(
  "Senders that follow MTA-STS: they keep mail back rather than hand it to a host that the policy does not name.",
);

const PROBLEMS: Readonly<Record<StsProblem, string>> = {
  "no-version": "it does not say version: STSv1",
  "no-mode": "it says no mode, or one that does not exist",
  "no-max-age": "it says no max_age that can be used",
  "no-mx": "it names no mail host",
  "bad-line": "a line of it is no key and value",
  "bad-mx": "an mx line names no host",
};

const where = (e: Evidence): string => `https://mta-sts.${e.domain?.[0]}/.well-known/mta-sts.txt`;
const example = (e: Evidence): string =>
  [
    "version: STSv1",
    `mode: ${e.mode?.[0] ?? "testing"}`,
    ...(e.hosts ?? []).map((host) => `mx: ${host}`),
    "max_age: 86400",
  ].join("\n");
const serve = (e: Evidence): Fix => ({
  who: "server",
  does: text`Serve the policy at ${where(e)} as ${"text/plain"}, under a certificate for that host. Begin with mode testing.`,
  ...(e.hosts?.length ? { copy: example(e) } : {}),
});
const nameHosts = (e: Evidence): Fix => ({
  who: "server",
  does: text`Name every mail host in the policy at ${where(e)}, and then change the id in the record, so that senders fetch it again.`,
  ...(e.hosts?.length ? { copy: example(e) } : {}),
});
const replaceRecord = (e: Evidence): Fix =>
  putAt(
    e,
    `_mta-sts.${e.domain?.[0]}`,
    text`Replace what stands at ${`_mta-sts.${e.domain?.[0]}`} by this one record. Its id is made of letters and digits, and changes whenever the policy does.`,
    e.domain?.[0] ? (e.proposed?.[0] ?? "v=STSv1; id=20260101000000") : undefined,
  );
const names = (e: Evidence): Text => text`The policy names ${e.patterns}, but mail goes to ${e.stray}`;

/** Whether the domain asks senders to encrypt, and whether what it asks can be met. */
export const mtaSts = defineSignal({
  id: "mta-sts",
  group: "receiving",
  scopes: ["domain"],
  title: "MTA-STS",
  why: "With MTA-STS a domain asks senders to deliver to its mail hosts only under TLS with a valid certificate. It is about mail to the domain, not from it.",
  references: [rfc(8461, "3"), rfc(8461, "4.1")],
  needs: ["sender", "mx", "mtaSts"],
  outcomes: {
    enforce: { status: "pass", says: (e) => text`The policy is in force and names every mail host: ${e.patterns}.` },
    testing: {
      status: "info",
      says: text`The policy is in testing mode and names every mail host. Senders report what would fail and deliver all the same; ${"mode: enforce"} is the next step.`,
    },
    "mode-none": { status: "info", says: text`The policy says mode none: the domain is taking MTA-STS away.` },
    absent: {
      status: "info",
      says: (e) =>
        text`${e.domain} has no MTA-STS policy. Most domains have none; senders then encrypt where it works.`,
    },
    "bad-record": {
      status: "warn",
      says: (e) =>
        text`The MTA-STS record of ${e.domain} is not valid, so senders take the domain for one without a policy: ${e.record}.`,
      fix: replaceRecord,
      whoCares: IGNORED,
    },
    misspelt: {
      status: "warn",
      says: (e) =>
        text`What stands at ${`_mta-sts.${e.domain?.[0]}`} was probably meant as an MTA-STS record and is none: ${e.near}. It has to begin with ${"v=STSv1;"}, exactly so.`,
      fix: replaceRecord,
      whoCares: IGNORED,
    },
    "alias-beside": besideAlias,
    "policy-missing": {
      status: "warn",
      says: (e) =>
        text`The record says that there is a policy, but it cannot be had from ${where(e)}: ${prose(reason(e))}.`,
      fix: serve,
      whoCares: IGNORED,
    },
    "policy-certificate": {
      status: "warn",
      says: (e) => text`The policy at ${where(e)} cannot be trusted: TLS ended with ${e.detail}.`,
      fix: (e) => ({
        who: "server",
        does: text`Give the web server a valid certificate for ${`mta-sts.${e.domain?.[0]}`}.`,
      }),
      whoCares: IGNORED,
    },
    "policy-invalid": {
      status: "warn",
      says: (e) =>
        text`The policy cannot be used: ${prose(PROBLEMS[e.problem?.[0] as StsProblem] ?? "it cannot be read")}.`,
      fix: serve,
      whoCares: IGNORED,
    },
    "mx-mismatch": {
      status: "fail",
      says: (e) => text`${names(e)}. The policy is in force, so that host gets no mail from senders that follow it.`,
      fix: nameHosts,
      whoCares: KEPT_BACK,
    },
    "mx-mismatch-testing": {
      status: "warn",
      says: (e) => text`${names(e)}. In testing mode that only shows in reports.`,
      fix: nameHosts,
      whoCares: KEPT_BACK,
    },
    unreachable: {
      status: "unknown",
      says: (e) =>
        text`The record says that there is a policy, but we could not ask for it from here (${e.detail}). Senders elsewhere may get it.`,
    },
    "no-domain": noDomain,
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => [
    ...(e.domain ?? []).flatMap((domain) => digFor("TXT", `_mta-sts.${domain}`)),
    ...(e.record?.length && e.domain?.length ? [`curl -sSi ${shell(where(e))}`] : []),
  ],
  judge({ sender, mx, mtaSts }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!mtaSts || !mx) return unanswered();
    const { record, policy, domain } = mtaSts;
    if (record.kind === "failed") return unanswered(record);
    const records = record.kind === "answer" ? record.records.filter(isStsRecord) : [];
    const hosts = mx.exchangers.map(({ name }) => name);
    const near = record.kind === "answer" ? record.records.filter(isNearlySts) : [];
    const proposed = [...records, ...near].map(repairSts).find((each) => each !== undefined);
    const mended: Evidence = { ...aliasEvidence(record), ...(proposed ? { proposed: [proposed] } : {}) };
    const evidence: Evidence = { domain: [domain], record: shown(records), hosts };
    const [only] = records;
    if (only === undefined && near.length > 0)
      return { outcome: "misspelt", evidence: { ...evidence, ...mended, near: shown(near) } };
    if (only === undefined) return { outcome: "absent", evidence };
    const beside = aliasBeside(record, mtaSts.alias);
    if (beside)
      return { outcome: "alias-beside", evidence: { ...evidence, at: [`_mta-sts.${domain}`], alias: [beside] } };
    const id = records.length === 1 ? stsId(only) : undefined;
    if (!id) return { outcome: "bad-record", evidence: { ...evidence, ...mended } };
    if (!policy) return unanswered();
    if (policy.kind !== "response" || policy.status !== 200 || policy.mediaType !== "text/plain")
      return withoutPolicy(policy, evidence);

    const read = parseStsPolicy(policy.body);
    const seen: Evidence = { ...evidence, id: [id], ...policyEvidence(read) };
    const [problem] = policy.cut ? (["bad-line"] as const) : read.problems;
    if (problem || !read.mode)
      return { outcome: "policy-invalid", evidence: { ...seen, problem: [problem ?? "no-mode"] } };
    if (read.mode === "none") return { outcome: "mode-none", evidence: seen };
    if (mx.mx.kind === "failed") return unanswered(mx.mx);
    const stray = hosts.filter((host) => !matchesSts(host, read.mx));
    if (stray.length > 0) {
      return { outcome: read.mode === "enforce" ? "mx-mismatch" : "mx-mismatch-testing", evidence: { ...seen, stray } };
    }
    return { outcome: read.mode, evidence: seen };
  },
});

function withoutPolicy(policy: HttpsExchange, evidence: Evidence) {
  switch (policy.kind) {
    case "failed":
      if (policy.why === "limit" && !policy.lookup) return { outcome: "limit" as const, evidence };
      return policy.lookup
        ? unanswered(policy.lookup)
        : { outcome: "unreachable" as const, evidence: { ...evidence, detail: [policy.why] } };
    case "tls":
      return { outcome: "policy-certificate" as const, evidence: { ...evidence, detail: [policy.detail] } };
    case "response":
      return {
        outcome: "policy-missing" as const,
        evidence: {
          ...evidence,
          came: [policy.kind],
          status: [String(policy.status)],
          mediaType: [policy.mediaType ?? "none"],
        },
      };
    default:
      return { outcome: "policy-missing" as const, evidence: { ...evidence, came: [policy.kind] } };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  "no-address": "the host has no address",
  forbidden: "its address is not public",
  closed: "nothing listens there for HTTPS",
  "not-http": "what answers there is no web server",
};

/** The end of a sentence about a policy that did not come. */
function reason(e: Evidence): string {
  const status = Number(e.status?.[0] ?? 0);
  if (status >= 300 && status < 400) return "the answer is a redirect, which senders do not follow";
  if (status === 200) return "its media type is not text/plain";
  if (status > 0) return `the answer was HTTP ${status}`;
  return REASONS[e.came?.[0] ?? ""] ?? "there was no usable answer";
}

const policyEvidence = ({ mode, maxAge, mx }: StsPolicy): Evidence => ({
  mode: mode ? [mode] : [],
  maxAge: maxAge === undefined ? [] : [String(maxAge)],
  patterns: mx.slice(0, 20),
});
