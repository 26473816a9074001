import { defineSignal, type Evidence, type Exhibit, rfc, temperror, unanswered } from "../define/signal.ts";
import type { LookupOf, RecordData } from "../facts/lookup.ts";
import type { CaaOfHosts } from "../facts/receiving.ts";
import { text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { noDomain, withoutDomain } from "../words/sending-domain-words.ts";

/** Which authorities may issue certificates for the mail hosts. No mail server looks at it: it is for authorities. */
export const caa = defineSignal({
  id: "caa",
  group: "receiving",
  scopes: ["domain"],
  title: "CAA",
  why: "CAA records say which certificate authorities may issue certificates for a mail host. Certificate authorities check them before they issue one. Mail servers do not.",
  references: [rfc(8659, "3"), rfc(8659, "4.2")],
  needs: ["sender", "mx", "caa"],
  outcomes: {
    restricted: {
      status: "info",
      says: (e) => text`Only ${e.issuers} may issue certificates for ${e.hosts}.`,
    },
    forbidden: {
      status: "info",
      says: (e) =>
        text`The CAA records at ${e.at} allow no certificate authority to issue a certificate for ${e.hosts}. If that is not intended, the next renewal will fail.`,
    },
    unrestricted: {
      status: "info",
      says: (e) =>
        text`There are CAA records at ${e.at}, but none of them restricts who may issue a certificate for ${e.hosts}.`,
    },
    absent: {
      status: "info",
      says: (e) =>
        text`There is no CAA record for ${e.asked}, so any certificate authority may issue certificates for it.`,
    },
    "not-receiving": { status: "skipped", says: (e) => text`${e.domain} has no mail host that needs a certificate.` },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.at ?? e.asked ?? []).slice(0, 3).flatMap((name) => digFor("CAA", name)),
  judge({ sender, mx, caa }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!mx || !caa) return unanswered();
    if (mx.mx.kind === "failed") return unanswered(mx.mx);
    const base: Evidence = { domain: [caa.domain], asked: caa.hosts.map(({ name }) => name) };
    if (caa.hosts.length === 0) return { outcome: "not-receiving", evidence: base };
    const open = caa.hosts.flatMap(({ lookups }) => lookups.filter(({ kind }) => kind === "failed"));
    if (open.length > 0) return unanswered(...open.slice(0, 3));
    const limited = caa.hosts.map(limitOf);
    const exhibit: Exhibit = {
      kind: "table",
      columns: ["Host", "CAA records at", "May issue"],
      rows: limited.map(({ name, at, rule, issuers }) => [
        name,
        at ?? "none",
        rule === "only" ? issuers.join(", ") : rule,
      ]),
    };
    for (const [rule, outcome] of [
      ["nobody", "forbidden"],
      ["only", "restricted"],
      ["anybody", "unrestricted"],
    ] as const) {
      const [first, ...more] = limited.filter((each) => each.rule === rule && each.at);
      if (!first) continue;
      // One sentence for all hosts that the same records count for.
      const same = [first, ...more].filter(({ at }) => at === first.at);
      const evidence = {
        ...base,
        hosts: same.map(({ name }) => name),
        at: first.at ? [first.at] : [],
        issuers: first.issuers,
      };
      return { outcome, evidence, exhibit };
    }
    return { outcome: "absent", evidence: base };
  },
});

/** Tags that say nothing about who may issue for a single host, or that we know what to make of. */
const KNOWN: readonly string[] = [
  "issue",
  "issuewild",
  "issuemail",
  "issuevmc",
  "iodef",
  "contactemail",
  "contactphone",
];
const CRITICAL = 0x80;

interface Limit {
  readonly name: string;
  /** Where the records stand that count. */
  readonly at?: string;
  readonly rule: "anybody" | "nobody" | "only";
  readonly issuers: readonly string[];
}

function limitOf({ name, lookups }: CaaOfHosts["hosts"][number]): Limit {
  const last: LookupOf<"CAA"> | undefined = lookups.at(-1);
  if (last?.kind !== "answer") return { name, rule: "anybody", issuers: [] };
  const at = last.name;
  // What is critical and not understood forbids everything (section 4.1).
  const strange = last.records.some(({ flags, tag }) => (flags & CRITICAL) !== 0 && !KNOWN.includes(tag));
  const issue = last.records.filter(({ tag }) => tag === "issue");
  const issuers = [...new Set(issue.map(issuerOf).filter((each) => each !== ""))];
  if (strange || (issue.length > 0 && issuers.length === 0)) return { name, at, rule: "nobody", issuers: [] };
  return { name, at, rule: issue.length > 0 ? "only" : "anybody", issuers };
}

/** The authority's domain, without the parameters behind it (section 4.2); empty where none is named. */
const issuerOf = ({ value }: RecordData["CAA"]): string => (value.split(";")[0] ?? "").trim().toLowerCase();
