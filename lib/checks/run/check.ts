import type { Scope } from "../define/signal.ts";
import type { FactName } from "../facts/facts.ts";
import type { Sending } from "../facts/sending.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { Vantage } from "../facts/vantage.ts";
import { createBudget } from "../gather/budget.ts";
import type { Resolver } from "../gather/dns/client.ts";
import { showServer } from "../gather/dns/conclude.ts";
import { gatherers } from "../gather/index.ts";
import { keysOf } from "../gather/keys.ts";
import { createQuestions } from "../gather/questions.ts";
import type { IpAddress } from "../net/address.ts";
import { asName, type DomainName } from "../net/domain-name.ts";
import type { Text } from "../net/safe-text.ts";
import { receivers } from "../receivers/index.ts";
import {
  type Chain,
  type Remedy,
  type Report,
  type ReportedOutlook,
  type ReportedSession,
  type ReportedVerdict,
  RULES_VERSION,
  SCHEMA_VERSION,
} from "../report/report.ts";
import { port25Words, resolverFaultWords, silentResolversWords } from "../report/resolver-faults.ts";
import { type Target, targetPath } from "../target/target.ts";
import { asNode, type LookUp } from "./as-node.ts";
import { fitReport } from "./fit-report.ts";
import { remedyOf } from "./remedy.ts";
import { asksForNames } from "./sender-outlook.ts";
import { createFacts, type FactSource, judgeSubject, predictFor, reportedSubject, type Subject } from "./subject.ts";
import { plan } from "./subjects-of-target.ts";
import { sharedOf } from "./vantage-share.ts";

/** What becomes known while a check runs, in the order it does. */
export type CheckEvent =
  | { readonly kind: "subject"; readonly subject: Report["subjects"][number] }
  | { readonly kind: "verdict"; readonly verdict: ReportedVerdict };

/** A look at a part of a target: these signals are judged, these facts gathered beside them, and nothing else is. */
export interface Focus {
  /** By the scope of the subject. */
  readonly signals: Readonly<Partial<Record<Scope, readonly string[]>>>;
  /** Of each server. */
  readonly facts: readonly FactName[];
}

export interface CheckOptions {
  /** Stops the check; what is open then is judged unknown. */
  readonly signal?: AbortSignal;
  /** Looks at this alone; absent: at everything. */
  readonly focus?: Focus;
  /** What the target, an address, showed when it sent to this service. */
  readonly sending?: Sending | undefined;
  readonly onEvent?: (event: CheckEvent) => void;
}

/** A check under way. */
export interface Check {
  /** The finished report. Rejects only for a fault of ours. */
  readonly done: Promise<Report>;
  /** The report as it stands. */
  readonly snapshot: () => Report;
}

/** Of so many addresses of a domain it is found out who can mend them: their networks and zones are mostly the same. */
const MENDED = 4;

/** One target in, one report out. */
export const check = (target: Target, vantage: Vantage, options?: CheckOptions): Promise<Report> =>
  prepareCheck(target, vantage, options).begin();

/** A check of which nothing has left the machine yet. */
export interface PreparedCheck {
  /** The report as it stands: nothing judged before it begins. */
  readonly snapshot: () => Report;
  /** What has been looked up so far, and what for: those of the report as it stands, without the rest of it. */
  readonly lookups: () => Report["lookups"];
  /**
   * Begins it, and settles as `Check.done` does. Called once at most; a check that is not begun asks nobody anything.
   */
  readonly begin: () => Promise<Report>;
}

/** As `check`, for those who want to watch. */
export function beginCheck(target: Target, vantage: Vantage, options?: CheckOptions): Check {
  const { begin, snapshot } = prepareCheck(target, vantage, options);
  return { done: begin(), snapshot };
}

/** As `beginCheck`, for those who first want to make sure of something. Its time begins here. */
export function prepareCheck(target: Target, vantage: Vantage, options: CheckOptions = {}): PreparedCheck {
  const { resolver, probe } = sharedOf(vantage);
  const startedAt = vantage.now();
  const outOfTime = AbortSignal.timeout(vantage.limits.checkMs);
  const signal = options.signal ? AbortSignal.any([options.signal, outOfTime]) : outOfTime;
  const { limits } = vantage;
  const budget = createBudget(limits);
  const octets = LOOKUP_SHARE * limits.reportOctets;
  const questions = createQuestions(resolver, { signal, budget, octets, keys: keysOf(vantage) });
  const subjects: Subject[] = [];
  const verdicts: ReportedVerdict[] = [];
  const chains: Chain[] = [];
  const remedies: Remedy[] = [];
  const outlooks: ReportedOutlook[] = [];
  const sessions = new Map<string, Session>();
  const ended: ReportedSession[] = [];
  const judging: Promise<unknown>[] = [];
  let mended = 0;

  const smtp = (address: IpAddress, name?: DomainName): Promise<SmtpSession> => sessionWith(address, name).session;
  const sessionWith = (address: IpAddress, name?: DomainName): Session => {
    const key = `${address} ${name ?? ""}`;
    const known = sessions.get(key);
    if (known) return known;
    const introduced = Promise.withResolvers<SmtpSession>();
    const session = budget.lookAt(address)
      ? probe.probe(address, signal, name, budget, introduced.resolve)
      : Promise.resolve({ ...passedOver, ...(name ? { serverName: name } : {}) });
    session.then((held) => ended.push({ address, ...held }), ignoreHere);
    const begun = { session, introduced: introduced.promise };
    sessions.set(key, begun);
    return begun;
  };

  const track = (work: Promise<unknown>) => {
    // A plan may still be waiting when this rejects; `done` below is who reports it.
    work.catch(ignoreHere);
    judging.push(work);
  };

  /** Who can mend what is wrong with an address that a domain may send from. */
  const mendSender = async ({ id }: Subject, facts: FactSource): Promise<void> => {
    const isFaulty = verdicts.some(({ subject, status }) => subject === id && (status === "fail" || status === "warn"));
    if (!isFaulty || mended++ >= MENDED) return;
    if ((await facts("sharedSender")).kind !== "shared") remedies.push(await remedyOf(id, facts));
  };

  const start = (whole: Subject, rank: number): FactSource => {
    const { focus } = options;
    const wanted = focus?.signals[whole.scope] ?? [];
    const subject = focus ? { ...whole, signals: whole.signals.filter(({ id }) => wanted.includes(id)) } : whole;
    const clientFor = (fact: FactName) => questions.clientFor(subject.id, fact, rank);
    const gatheringFor = (fact: FactName) => ({
      dns: clientFor(fact),
      turn: () => questions.turn(rank),
      smtp,
      vantage,
      budget,
      signal,
    });
    const facts = createFacts(
      subject,
      gatherers,
      gatheringFor,
      ({ address, asked }) => sessionWith(address, asked).introduced,
    );
    subjects.push(subject);
    options.onEvent?.({ kind: "subject", subject: reportedSubject(subject) });
    const judged = judgeSubject(subject, facts, (verdict) => {
      verdicts.push(verdict);
      options.onEvent?.({ kind: "verdict", verdict });
    });
    track(judged);
    if (focus) {
      if (subject.scope === "server") for (const fact of focus.facts) track(facts(fact));
    } else if (subject.scope === "server") {
      track(facts("identityChain").then((chain) => chains.push({ subject: subject.id, ...chain })));
      track(remedyOf(subject.id, facts).then((remedy) => remedies.push(remedy)));
      track(predictFor(subject, facts, (outlook) => outlooks.push(outlook)));
    } else if (subject.scope === "sender") {
      track(predictFor(subject, facts, (outlook) => outlooks.push(outlook), asksForNames));
      track(judged.then(() => mendSender(subject, facts)));
    }
    return facts;
  };

  const snapshot = (state: Report["state"] = "running"): Report => fitReport(whole(state), limits.reportOctets);
  const whole = (state: Report["state"]): Report => ({
    schemaVersion: SCHEMA_VERSION,
    rulesVersion: RULES_VERSION,
    state,
    ...(state === "done"
      ? { ended: options.signal?.aborted ? "cancelled" : signal.aborted ? "out-of-time" : "complete" }
      : {}),
    path: targetPath(target),
    target,
    seenAt: new Date(startedAt).toISOString(),
    durationMs: vantage.now() - startedAt,
    vantage: {
      label: vantage.label,
      resolvers: vantage.resolvers.map(showServer),
      ehloName: vantage.ehloName,
      ...faultsOf(resolver),
    },
    subjects: subjects.map(reportedSubject),
    verdicts: inOrder(verdicts, subjects),
    chains: inOrder(chains, subjects),
    remedies: inOrder(remedies, subjects),
    receivers: inOrder(outlooks, subjects),
    lookups: questions.lookups,
    sessions: ended,
    leftOut: { ...budget.leftOut(), octets: questions.leftOut() },
  });

  const begin = async (): Promise<Report> => {
    await plan(target, start, budget, options.sending);
    await Promise.all(judging);
    return structuredClone(snapshot("done"));
  };
  return { snapshot: () => snapshot(), lookups: () => questions.lookups, begin };
}

/** By subject as they were planned, then by signal or receiver as they are listed: the same whatever settled first. */
function inOrder<T extends { subject: string; signal?: string; receiver?: string }>(
  items: readonly T[],
  subjects: readonly Subject[],
): T[] {
  const place = (item: T) => {
    const s = subjects.findIndex(({ id }) => id === item.subject);
    const list: readonly { readonly id: string }[] = item.receiver ? receivers : (subjects[s]?.signals ?? []);
    return s * 1000 + list.findIndex(({ id }) => id === (item.receiver ?? item.signal));
  };
  return items.toSorted((a, b) => place(a) - place(b));
}

/**
 * Looks whether this service can do its work from where it is: whether its resolvers answer and can be believed, and
 * whether port 25 lets it out. Says what does not work and what the operator can set, a sentence or two each; empty where
 * all is well.
 */
export async function lookAtOwnNetwork(vantage: Vantage): Promise<readonly Text[]> {
  const [dns, port25] = await Promise.all([lookAtResolvers(vantage), lookAtPort25(vantage)]);
  return [...dns, ...port25];
}

/** Asks what everybody knows, as each check does beside its own questions; says which resolvers cannot be believed. */
export async function lookAtResolvers(vantage: Vantage): Promise<readonly Text[]> {
  const { canaries, resolvers } = vantage;
  const { resolver } = sharedOf(vantage);
  if (!canaries) return [];
  await resolver.lookAtResolvers();
  const { resolverFaults = [] } = faultsOf(resolver);
  if (resolverFaults.length > 0) return resolverFaults.map(resolverFaultWords);
  const dns = resolver.client({ signal: AbortSignal.timeout(ROOT_MS), record: () => undefined, spend: () => true });
  const root = await dns.ask(ROOT, "NS");
  return root.kind === "failed" ? [silentResolversWords(resolvers.map(showServer))] : [];
}

/** As many questions as a program of others may ask with `lookUpLikeNode`. */
const QUESTIONS = 60;

/**
 * Our resolvers for a library that wants to ask as of `node:dns`: TXT records in their strings, MX with their hosts, and
 * the codes ENOTFOUND, ENODATA and ESERVFAIL for what was not answered. After 60 questions nothing is.
 */
export function lookUpLikeNode(vantage: Vantage, signal: AbortSignal): LookUp {
  let left = QUESTIONS;
  const spend = () => left-- > 0;
  const dns = sharedOf(vantage).resolver.client({ signal, record: () => undefined, spend });
  return async (name, type) => asNode(await dns.ask(asName(name.toLowerCase().replace(/\.$/, "")), type));
}

/** One connection to the reference host where nobody has answered yet; none where the operator named no host. */
async function lookAtPort25(vantage: Vantage): Promise<readonly Text[]> {
  const { smtpReference } = vantage;
  if (!smtpReference) return [];
  return (await sharedOf(vantage).probe.port25.works(4)) === false ? [port25Words(smtpReference)] : [];
}

/** Longer than any question to our resolvers takes. */
const ROOT_MS = 15_000;
const ROOT = asName(".");

function faultsOf(resolver: Resolver): Pick<Report["vantage"], "resolverFaults"> {
  const all = resolver.resolverFaults();
  if (all.length === 0) return {};
  return { resolverFaults: all.map(({ resolver: at, faults }) => ({ resolver: showServer(at), faults })) };
}

/** A session under way, and the moment at which the server has answered EHLO; that may never come. */
interface Session {
  readonly session: Promise<SmtpSession>;
  readonly introduced: Promise<SmtpSession>;
}

/** How much of a report its DNS questions may take up. */
const LOOKUP_SHARE = 0.25;

/** Of an address for which the check had no room: nothing was sent. */
const passedOver: SmtpSession = {
  connection: "limit",
  detail: "our limit of addresses for one check",
  masked: false,
  tls: { kind: "not-reached", why: "limit" },
  transcript: [],
  ms: 0,
};

/** For a second listener on a promise whose rejection the first one reports. */
const ignoreHere = () => undefined;
