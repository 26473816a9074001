import { type FailedLookup, type LookupOf, recordsOf } from "../../facts/lookup.ts";
import type {
  SpfEvaluation,
  SpfProblem,
  SpfProblemCode,
  SpfRecordNode,
  SpfResult,
  SpfTermNode,
} from "../../facts/spf.ts";
import type { HostMechanism, Mechanism, Redirect, SpfRecord, Term } from "../../facts/spf-record.ts";
import { directives, isSpf, parseSpf } from "../../formats/spf/spf-syntax.ts";
import { isCheckable, targetName } from "../../formats/spf/target-name.ts";
import { addressFromBytes, bytesOf, family, type IpAddress, isInside } from "../../net/address.ts";
import { asName, type DomainName } from "../../net/domain-name.ts";
import type { DnsClient } from "../dns/client.ts";
import { createNames, type Names } from "./names.ts";
import { createPrefetch } from "./prefetch.ts";

/** RFC 7208 section 4.6.4. */
const MAX_LOOKUPS = 10;
const MAX_VOIDS = 2;
const MAX_MX = 10;

export interface SpfQuestion {
  readonly ip: IpAddress;
  /** The domain of the identity, as said in MAIL FROM or EHLO. */
  readonly domain: string;
  /** The whole MAIL FROM address; `postmaster@domain` without it (section 4.3). */
  readonly sender?: string;
  /** The EHLO name, for `%{h}`. */
  readonly helo?: string;
  readonly dns: Pick<DnsClient, "ask">;
}

/**
 * check_host() of RFC 7208, which explains itself. Terms are judged strictly in order, so results and limits are the
 * RFC's; what the coming terms will ask is only asked ahead of time. `exp` is parsed and not fetched.
 */
export async function evaluateSpf(question: SpfQuestion): Promise<SpfEvaluation> {
  const ip = unmapped(question.ip);
  const domain = question.domain.replace(/\.$/, "").toLowerCase();
  const names = createNames({ ...question, ip, domain });
  const check: Check = { ...names, ip, warm: createPrefetch(names, ip), lookups: 0, voids: 0 };
  const root = isCheckable(domain)
    ? await checkHost(check, asName(domain), false)
    : none(domain, { code: "not-a-domain", domain, dynamic: false });
  return {
    result: root.result,
    address: question.ip,
    domain,
    path: decidingPath(root),
    lookups: check.lookups,
    voids: check.voids,
    ...(root.problem ? { problem: root.problem } : {}),
    unsettled: check.unsettled,
    macros: [...check.macros],
    root,
  };
}

/** What one evaluation carries along; the counters are those of section 4.6.4. */
interface Check extends Names {
  readonly ip: IpAddress;
  readonly warm: ReturnType<typeof createPrefetch>;
  lookups: number;
  voids: number;
}

/** The part of a term's node that judging it decides. */
type Judged = Pick<SpfTermNode, "outcome"> &
  Partial<Pick<SpfTermNode, "target" | "void" | "record">> & { readonly problem?: SpfProblem };

const NO_MATCH: Judged = { outcome: "no-match" };
const QUALIFIED = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" } as const;

async function checkHost(check: Check, domain: string, dynamic: boolean): Promise<SpfRecordNode> {
  const name = targetName(domain);
  const before = check.lookups;
  const end = (result: SpfResult, more: Partial<SpfRecordNode> = {}): SpfRecordNode => ({
    domain,
    result,
    lookups: check.lookups - before,
    terms: [],
    ...more,
  });
  const stop = (code: SpfProblemCode, more: Partial<SpfProblem> = {}) => ({ code, domain, dynamic, ...more });
  if (!name) return none(domain, stop("not-a-domain"));
  const lookup = await check.ask(name, "TXT");
  if (lookup.kind === "failed") return end("temperror", { problem: stop("lookup-failed", { lookup }) });
  const records = recordsOf(lookup).filter(isSpf);
  const [text] = records;
  if (text === undefined) return none(domain, stop("no-record"));
  if (records.length > 1) return end("permerror", { problem: stop("several-records") });
  const record = parseSpf(text);
  const [error] = record.errors;
  if (error) return end("permerror", { text, problem: stop("syntax", { term: error.text }) });
  check.warm(domain, record);
  const { nodes, result, problem } = await runTerms(check, domain, record, dynamic);
  return end(result, { text, terms: nodes, ...(problem ? { problem } : {}) });
}

const none = (domain: string, problem: SpfProblem): SpfRecordNode => ({
  domain,
  result: "none",
  lookups: 0,
  terms: [],
  problem,
});

/** Terms in order until one decides; `redirect` only when no mechanism did (section 6.1). */
async function runTerms(check: Check, domain: string, record: SpfRecord, dynamic: boolean) {
  const { mechanisms, redirect } = directives(record);
  const nodes: SpfTermNode[] = [];
  const idle = (outcome: "not-reached" | "ignored", terms: readonly Term[]) => {
    for (const { text, kind } of terms) nodes.push({ text, kind, outcome, lookups: 0, void: false, decided: false });
  };
  const meet = async ({ text, kind }: Term, judging: (() => Promise<Judged>) | (() => Judged)): Promise<Judged> => {
    const before = check.lookups;
    const judged = await judging();
    const { problem: _, ...shown } = judged;
    const decided = judged.outcome !== "no-match";
    nodes.push({ void: false, ...shown, text, kind, lookups: check.lookups - before, decided });
    return judged;
  };
  const end = (result: SpfResult, problem?: SpfProblem) => {
    idle(
      "ignored",
      record.terms.filter(({ kind }) => kind === "exp" || kind === "other"),
    );
    return { nodes, result, problem };
  };

  for (const [i, mechanism] of mechanisms.entries()) {
    const { outcome, problem } = await meet(mechanism, () => judgeMechanism(check, domain, mechanism, dynamic));
    if (outcome === "no-match") continue;
    idle("not-reached", [...mechanisms.slice(i + 1), ...(redirect ? [redirect] : [])]);
    return end(outcome === "match" ? QUALIFIED[mechanism.qualifier] : (outcome as SpfResult), problem);
  }
  if (!redirect) return end("neutral");
  const {
    outcome,
    record: target,
    problem,
  } = await meet(redirect, () => followRedirect(check, domain, redirect, dynamic));
  return end(outcome === "match" && target ? target.result : (outcome as SpfResult), problem);
}

/** Section 6.1: the target's result is ours; a target without a record, or none that can be asked, is a permerror. */
async function followRedirect(
  check: Check,
  domain: string,
  { text, domain: spec }: Redirect,
  dynamic: boolean,
): Promise<Judged> {
  const over = countLookup(check, domain, text, dynamic);
  if (over) return over;
  const target = await check.expand(spec, domain);
  const record = await checkHost(check, target, dynamic || check.isDynamic(spec));
  const problem = record.problem;
  if (record.result === "none")
    return permerror(
      { code: "redirect-none", domain: target, term: text, dynamic: problem?.dynamic ?? dynamic },
      { target, record },
    );
  const outcome = record.result === "permerror" || record.result === "temperror" ? record.result : "match";
  return { outcome, target, record, ...(problem ? { problem } : {}) };
}

async function judgeMechanism(check: Check, domain: string, mechanism: Mechanism, dynamic: boolean): Promise<Judged> {
  if (mechanism.kind === "all") return { outcome: "match" };
  if ("block" in mechanism) return isInside(check.ip, mechanism.block) ? { outcome: "match" } : NO_MATCH;
  const over = countLookup(check, domain, mechanism.text, dynamic);
  if (over) return over;
  const target = mechanism.domain ? await check.expand(mechanism.domain, domain) : domain;
  if (mechanism.kind === "include")
    return judgeInclude(check, mechanism.text, target, dynamic || check.isDynamic(mechanism.domain));
  // Section 4.8: a name no question can be composed of matches nothing.
  const name = targetName(target);
  if (!name) return { ...NO_MATCH, target };
  const judged = await judgeHost(check, mechanism, name);
  const where = { domain, term: mechanism.text, dynamic: dynamic || check.isDynamic(mechanism.domain) };
  if ("code" in judged) return permerror({ code: judged.code, ...where }, { target });
  if (judged.failed)
    return { outcome: "temperror", target, problem: { code: "lookup-failed", lookup: judged.failed, ...where } };
  if (judged.void && ++check.voids > MAX_VOIDS)
    return permerror({ code: "too-many-voids", ...where }, { target, void: true });
  return { outcome: judged.match ? "match" : "no-match", target, void: judged.void };
}

/** Section 5.2: only a pass behind the include matches; errors there are errors here, and so is no record at all. */
async function judgeInclude(check: Check, text: string, target: string, dynamic: boolean): Promise<Judged> {
  const record = await checkHost(check, target, dynamic);
  const here = { target, record };
  if (record.result === "none") return permerror({ code: "include-none", domain: target, term: text, dynamic }, here);
  if (record.result === "permerror" || record.result === "temperror")
    return { outcome: record.result, ...here, ...(record.problem ? { problem: record.problem } : {}) };
  return { outcome: record.result === "pass" ? "match" : "no-match", ...here };
}

type Hosted =
  | { readonly code: SpfProblemCode }
  | { readonly match: boolean; readonly void: boolean; readonly failed?: FailedLookup };

/** `a`, `mx`, `ptr`, `exists`. A void is the term's own question coming back empty; it is counted once a term. */
async function judgeHost(check: Check, mechanism: HostMechanism, name: DomainName): Promise<Hosted> {
  if (mechanism.kind === "ptr") {
    // Section 5.5: a failure here is no match; it is remembered as unsettled.
    const { names, void: empty } = await check.validated(name);
    return { match: names.length > 0, void: empty };
  }
  if (mechanism.kind === "exists") {
    const lookup = await check.ask(name, "A");
    return { match: lookup.kind === "answer", ...settled(lookup) };
  }
  const bits = family(check.ip) === 4 ? mechanism.bits4 : mechanism.bits6;
  const covers = (address: IpAddress) => isInside(check.ip, { address, bits });
  if (mechanism.kind === "a") {
    const lookup = await check.askAddresses(name);
    return { match: lookup.kind === "answer" && lookup.records.some(covers), ...settled(lookup) };
  }
  const lookup = await check.ask(name, "MX");
  if (lookup.kind !== "answer") return { match: false, ...settled(lookup) };
  if (lookup.records.length > MAX_MX) return { code: "too-many-mx" };
  const hosts = lookup.records
    .toSorted((a, b) => a.preference - b.preference)
    .map(({ exchange }) => exchange)
    // The null MX of RFC 7505 names no host.
    .filter((exchange) => exchange !== ".");
  const answers = hosts.map((host) => check.askAddresses(host));
  for (const answer of answers) {
    const addresses = await answer;
    if (addresses.kind === "failed") return { match: false, void: false, failed: addresses };
    if (recordsOf(addresses).some(covers)) return { match: true, void: false };
    // Section 4.6.4 speaks of terms; pyspf and Mail::SPF count every question for a host, and so do their users.
    if (addresses.kind !== "answer" && ++check.voids > MAX_VOIDS) return { code: "too-many-mx-voids" };
  }
  return { match: false, void: false };
}

function settled(lookup: LookupOf<"A" | "AAAA" | "MX">) {
  if (lookup.kind === "failed") return { void: false, failed: lookup };
  return { void: lookup.kind !== "answer" };
}

function countLookup(check: Check, domain: string, term: string, dynamic: boolean): Judged | undefined {
  if (++check.lookups <= MAX_LOOKUPS) return undefined;
  return permerror({ code: "too-many-lookups", domain, term, dynamic });
}

const permerror = (problem: SpfProblem, more: Partial<Judged> = {}): Judged => ({
  ...more,
  outcome: "permerror",
  problem,
});

/** Section 5: an IPv4-mapped client is an IPv4 client. */
function unmapped(ip: IpAddress): IpAddress {
  const bytes = bytesOf(ip);
  const mapped =
    bytes.length === 16 && bytes.slice(0, 10).every((b) => b === 0) && bytes[10] === 255 && bytes[11] === 255;
  return mapped ? addressFromBytes(bytes.slice(12)) : ip;
}

function decidingPath(node: SpfRecordNode): string[] {
  const term = node.terms.find(({ decided }) => decided);
  return term ? [term.text, ...(term.record ? decidingPath(term.record) : [])] : [];
}
