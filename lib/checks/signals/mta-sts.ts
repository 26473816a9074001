import {
  defineSignal,
  type Evidence,
  type Exhibit,
  type Fix,
  ourLimit,
  rfc,
  shell,
  temperror,
  unanswered,
} from "../define/signal.ts";
import { isTlsFault } from "../derive/receiving-tls.ts";
import type { HttpsExchange } from "../facts/https.ts";
import type { MxHostTls, TlsFault } from "../findings/receiving-tls.ts";
import {
  isStsRecord,
  matchesSts,
  parseStsPolicy,
  type StsPolicy,
  type StsProblem,
  stsId,
} from "../formats/receiving/mta-sts.ts";
import { isNearlySts, repairSts } from "../formats/receiving/receiving-repair.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor, startTls } from "../words/commands.ts";
import { aliasBeside, aliasEvidence, besideAlias, putAt, shown } from "../words/published.ts";
import { noDomain, withoutDomain } from "../words/sending-domain-words.ts";
import { allowNewTls } from "../words/tls-words.ts";

const IGNORED = prose(
  "Senders without a cached policy use opportunistic TLS: MTA-STS does not protect their mail. Others apply the cached one until its max_age ends (RFC 8461, section 3.3).",
);
const KEPT_BACK = prose(
  "Senders that follow MTA-STS hold mail to this domain: they do not deliver to a host that the policy does not list.",
);
const NOT_YET = prose(
  "Nobody acts on it yet. Senders that follow MTA-STS hold mail to this domain as soon as the policy says mode: enforce.",
);
const HELD = prose(
  "Senders that follow MTA-STS, Gmail and Exchange Online among them, hold mail to this domain and retry: they do not deliver to such a host.",
);

/** What each fault means, as words that follow the host. */
const FAULTS: Readonly<Record<TlsFault, string>> = {
  "not-offered": "does not offer STARTTLS",
  declined: "offers STARTTLS, but refuses it when asked",
  "handshake-failed": "fails the TLS handshake",
  "no-certificate": "presents no certificate",
  expired: "presents an expired certificate",
  "not-yet-valid": "presents a certificate that is not valid yet",
  "self-signed": "presents a self-signed certificate",
  untrusted: "presents a certificate that does not chain to a trusted authority",
  "other-name": "presents a certificate for other hosts",
  "common-name-only": "presents a certificate that names it only in the common name, which no longer counts",
};
const faultOf = (e: Evidence) => prose(FAULTS[e.fault?.[0] as TlsFault] ?? "has no TLS that the policy accepts");

/** A week: what to begin with where nobody has said otherwise. Never less than the owner's own. */
const DEFAULT_AGE = 604_800;

const PROBLEMS: Readonly<Record<StsProblem, string>> = {
  "no-version": "it lacks version: STSv1",
  "no-mode": "mode is missing or not valid",
  "no-max-age": "max_age is missing or not valid",
  "no-mx": "it lists no MX host",
  "bad-line": "a line is not a key and a value",
  "bad-mx": "an mx line does not contain a host name",
};

const where = (e: Evidence): string => `https://mta-sts.${e.domain?.[0]}/.well-known/mta-sts.txt`;
const example = (e: Evidence): string =>
  [
    "version: STSv1",
    `mode: ${e.mode?.[0] ?? "testing"}`,
    ...(e.hosts ?? []).map((host) => `mx: ${host}`),
    `max_age: ${e.maxAge?.[0] ?? e.largestAge?.[0] ?? DEFAULT_AGE}`,
  ].join("\n");
const serve = (e: Evidence): Fix => ({
  who: "web-server",
  does: text`Serve the MTA-STS policy as ${"text/plain"}, with a valid certificate for its host. It belongs at ${where(e)}.${e.mode?.[0] === "enforce" ? [] : text` Start with ${"mode: testing"}.`}`,
  ...(e.hosts?.length ? { copy: example(e) } : {}),
});
const nameHosts = (e: Evidence): Fix => ({
  who: "web-server",
  does: text`List every MX host in the MTA-STS policy. It is at ${where(e)}. Then change the id in the TXT record at ${`_mta-sts.${e.domain?.[0]}`}, so that senders fetch the policy again.`,
  ...(e.hosts?.length ? { copy: example(e) } : {}),
});
const replaceRecord = (e: Evidence): Fix =>
  putAt(
    e,
    `_mta-sts.${e.domain?.[0]}`,
    text`Replace the record at ${`_mta-sts.${e.domain?.[0]}`} with this one. Its id has up to 32 letters and digits, and must change whenever the policy does.`,
    e.domain?.[0] ? (e.proposed?.[0] ?? "v=STSv1; id=20260101000000") : undefined,
  );
const mendTls = (e: Evidence): Fix => ({
  who: "server",
  does: text`Install a certificate from a trusted authority for ${e.host} on that host, and offer STARTTLS with it. If that takes longer, set ${"mode: testing"} in the policy and change the id in the record; keep its max_age.`,
});
const names = (e: Evidence): Text => text`The MTA-STS policy lists ${e.patterns}, but an MX record names ${e.stray}`;

/** Whether the domain asks senders to encrypt, and whether what it asks can be met. */
export const mtaSts = defineSignal({
  id: "mta-sts",
  group: "receiving",
  scopes: ["domain"],
  title: "MTA-STS",
  why: "With MTA-STS a domain asks senders to deliver to its MX hosts only over TLS with a valid certificate. It concerns mail to the domain, not from it.",
  references: [rfc(8461, "3"), rfc(8461, "4.1"), rfc(8461, "4.2")],
  needs: ["sender", "mx", "mtaSts", "receivingTls"],
  outcomes: {
    enforce: {
      status: "pass",
      says: (e) =>
        text`The policy is in enforce mode and lists every MX host: ${e.patterns}.${e.judged?.length ? text` Each presented a valid certificate for its name.` : []}`,
    },
    testing: {
      status: "info",
      says: (e) =>
        text`The policy is in testing mode and lists every MX host. ${e.judged?.length ? text`Each presented a valid certificate for its name. ` : []}Senders report what would fail, but deliver anyway; ${"mode: enforce"} is the next step.`,
    },
    "mode-none": {
      status: "info",
      says: text`The policy says ${"mode: none"}: the domain is withdrawing MTA-STS. Senders apply an earlier policy until they have fetched this one.`,
    },
    absent: {
      status: "info",
      says: (e) => text`${e.domain} has no MTA-STS policy. Most domains have none; senders then use opportunistic TLS.`,
    },
    "bad-record": {
      status: "warn",
      says: (e) =>
        text`The MTA-STS record of ${e.domain} is not valid, so senders treat the domain as one without a policy: ${e.record}.`,
      fix: replaceRecord,
      whoCares: IGNORED,
    },
    misspelt: {
      status: "warn",
      says: (e) =>
        text`The record at ${`_mta-sts.${e.domain?.[0]}`} looks like an MTA-STS record, but is not valid: ${e.near}. It has to begin with exactly ${"v=STSv1;"}.`,
      fix: replaceRecord,
      whoCares: IGNORED,
    },
    "alias-beside": besideAlias,
    "policy-missing": {
      status: "warn",
      says: (e) => text`The record announces a policy, but it cannot be fetched from ${where(e)}: ${prose(reason(e))}.`,
      fix: serve,
      whoCares: IGNORED,
    },
    "policy-certificate": {
      status: "warn",
      says: (e) => text`The policy at ${where(e)} cannot be fetched securely: TLS failed with ${e.detail}.`,
      fix: (e) => ({
        who: "web-server",
        does: text`Install a valid certificate for ${`mta-sts.${e.domain?.[0]}`}.`,
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
      says: (e) =>
        text`${names(e)}. The policy is in enforce mode: senders that follow it do not deliver to that host.`,
      fix: nameHosts,
      whoCares: KEPT_BACK,
    },
    "mx-mismatch-testing": {
      status: "warn",
      says: (e) => text`${names(e)}. In testing mode this only appears in reports.`,
      fix: nameHosts,
      whoCares: NOT_YET,
    },
    "mx-tls": {
      status: "fail",
      says: (e) => text`The MTA-STS policy is in enforce mode, but ${e.host} ${faultOf(e)}${more(e)}.`,
      fix: mendTls,
      whoCares: HELD,
    },
    "mx-tls-some": {
      status: "warn",
      says: (e) =>
        text`The MTA-STS policy is in enforce mode, but ${e.host} ${faultOf(e)}${more(e)}. Senders that follow it do not use that host.`,
      fix: mendTls,
      whoCares: prose(
        "Senders that follow MTA-STS deliver mail to this domain only to the other MX hosts, and hold it while those are down.",
      ),
    },
    "mx-tls-testing": {
      status: "warn",
      says: (e) =>
        text`${e.host} ${faultOf(e)}${more(e)}. In testing mode this only appears in reports; under ${"mode: enforce"} senders would hold the mail.`,
      fix: mendTls,
      whoCares: NOT_YET,
    },
    "mx-old-tls": {
      status: "warn",
      says: (e) => text`${e.host} supports only versions of TLS that are deprecated (RFC 8996).`,
      fix: allowNewTls,
      whoCares: prose("Senders that follow MTA-STS and no longer support the old versions hold mail to this domain."),
    },
    "mx-dot": {
      status: "warn",
      says: (e) =>
        text`The policy writes ${e.dotted} with a trailing dot, which is not allowed there (RFC 8461, section 3.2). Some senders accept it.`,
      fix: (e) => ({
        who: "web-server",
        does: text`Remove the trailing dot in the MTA-STS policy, then change the id in the record. The policy is at ${where(e)}.`,
        copy: example({ ...e, hosts: e.patterns ?? [] }),
      }),
      whoCares: prose(
        "Senders that follow MTA-STS and parse policies strictly take the policy for invalid, or the host for one that it does not list.",
      ),
    },
    "not-compared": {
      status: "unknown",
      says: (e) =>
        text`The policy lists every MX host, but we could not see TLS on ${e.unseen}. So we do not know whether it meets the policy.`,
    },
    "not-receiving": {
      status: "skipped",
      says: (e) => text`${e.domain} has no MX host that the policy could protect.`,
    },
    unreachable: {
      status: "unknown",
      says: (e) =>
        text`The record announces a policy, but we could not fetch it from here (${e.detail}). Other senders may be able to.`,
    },
    "no-domain": noDomain,
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => [
    ...(e.domain ?? []).flatMap((domain) => digFor("TXT", `_mta-sts.${domain}`)),
    ...(e.record?.length && e.domain?.length ? [`curl -sSi ${shell(where(e))}`] : []),
    ...(e.host ?? [])
      .slice(0, 1)
      .flatMap((host) => startTls({ address: [host], sni: [host] }, "-subject -issuer -dates")),
  ],
  judge({ sender, mx, mtaSts, receivingTls }) {
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
    return judgeHosts(read.mode, receivingTls.hosts, { ...seen, dotted: read.dotted.slice(0, 20) });
  },
});

/** A policy that names every host is as good as the TLS of those hosts (RFC 8461 section 4.2). */
function judgeHosts(mode: "enforce" | "testing", all: readonly MxHostTls[], seen: Evidence) {
  const open = all.flatMap((host) => host.open);
  // A host without an address takes no mail with or without TLS: that is for the row about MX records.
  const hosts = all.filter(({ tls, open: failed }) => tls !== "no-address" || failed.length > 0);
  if (hosts.length === 0) return { outcome: "not-receiving" as const, evidence: seen };
  const exhibit: Exhibit = {
    kind: "table",
    columns: ["Host", "Address", "TLS for this name"],
    rows: hosts.flatMap(({ name, addresses }) => addresses.map(({ address, state }) => [name, address, state])),
  };
  const inState = (...states: readonly MxHostTls["tls"][]) => hosts.filter(({ tls }) => states.includes(tls));
  const found = (more: Evidence) => ({ evidence: { ...seen, ...more }, exhibit });
  const [bad] = inState("invalid");
  if (bad) {
    const faults = bad.addresses.filter(({ state }) => isTlsFault(state));
    const evidence = {
      host: [bad.name],
      fault: faults.slice(0, 1).map(({ state }) => state),
      others: inState("invalid")
        .slice(1)
        .map(({ name }) => name),
    };
    if (mode === "testing") return { outcome: "mx-tls-testing" as const, ...found(evidence) };
    const none = inState("invalid").length === hosts.length;
    return { outcome: none ? ("mx-tls" as const) : ("mx-tls-some" as const), ...found(evidence) };
  }
  const [old] = inState("old-version");
  if (old) return { outcome: "mx-old-tls" as const, ...found({ host: [old.name] }) };
  if (seen.dotted?.length) return { outcome: "mx-dot" as const, ...found({}) };
  if (open.length > 0) return unanswered(...open.slice(0, 3));
  const unseen = inState("unknown");
  const unasked = unseen.filter((host) => host.unasked.length > 0).map(({ name }) => name);
  if (unasked.length > 0) return { outcome: "limit" as const, ...found({ unasked }) };
  if (unseen.length > 0)
    return { outcome: "not-compared" as const, ...found({ unseen: unseen.map(({ name }) => name) }) };
  return { outcome: mode, ...found({ judged: hosts.map(({ name }) => name) }) };
}

const more = (e: Evidence): Text => (e.others?.length ? text`; ${e.others} failed as well` : []);

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
  closed: "the host does not accept HTTPS connections",
  "not-http": "the host does not answer as a web server",
};

/** The end of a sentence about a policy that did not come. */
function reason(e: Evidence): string {
  const status = Number(e.status?.[0] ?? 0);
  if (status >= 300 && status < 400) return "the answer is a redirect, which senders must not follow";
  if (status === 200) return "its media type is not text/plain";
  if (status > 0) return `the answer was HTTP ${status}`;
  return REASONS[e.came?.[0] ?? ""] ?? "there was no valid answer";
}

const policyEvidence = ({ mode, maxAge, largestAge, mx }: StsPolicy): Evidence => ({
  mode: mode ? [mode] : [],
  maxAge: maxAge === undefined ? [] : [String(maxAge)],
  ...(largestAge === undefined ? {} : { largestAge: [String(largestAge)] }),
  patterns: mx.slice(0, 20),
});
